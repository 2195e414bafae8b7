"""Geometry and measurement of middle school [9수03]."""
