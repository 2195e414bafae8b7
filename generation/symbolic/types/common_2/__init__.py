"""Figures and equations, sets and statements, functions of 공통수학2 [10공수2]."""
