"""Readers for what academies have, and the loading of it into the index."""
