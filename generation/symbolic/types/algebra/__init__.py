"""Exponents, logarithms, trigonometric functions and sequences of 대수 [12대수]."""
