"""The idea of a type asked backwards: the answer is given, a number of the problem is sought."""
