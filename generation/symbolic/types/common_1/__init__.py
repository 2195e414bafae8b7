"""Polynomials, equations, counting and matrices of 공통수학1 [10공수1]."""
