"""Computations on text from outside, in warm processes that are killed when they take too much."""
