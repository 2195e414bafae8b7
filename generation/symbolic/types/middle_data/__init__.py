"""Data of middle school [9수04-01, 02, 03, 07]: averages, frequency, spread."""
