"""The kinds of question; one file each, and a row in :mod:`generation.verify.kinds.registry`."""
