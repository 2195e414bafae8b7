"""Probability and statistics of high school [12확통]."""
