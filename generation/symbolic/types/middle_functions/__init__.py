"""Coordinates, proportion, functions and their graphs of middle school [9수02]."""
