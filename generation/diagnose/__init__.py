"""Diagnosis: misconceptions as executable wrong procedures, carried out until one explains a student's answer."""
