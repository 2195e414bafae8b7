"""Letters and expressions of middle school [9수02]."""
