"""Counting and probability of middle school [9수04-05, 06]."""
