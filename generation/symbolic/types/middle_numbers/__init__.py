"""Divisors, multiples and kinds of numbers of middle school [9수01]."""
