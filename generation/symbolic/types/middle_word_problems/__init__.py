"""Equations and inequalities in everyday words, middle school."""
