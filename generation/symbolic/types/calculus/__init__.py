"""Limits, derivatives and integrals of 미적분Ⅰ [12미적Ⅰ]."""
