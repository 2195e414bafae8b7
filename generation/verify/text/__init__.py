"""What the words of a statement say: formulas, numbers, the request, and what is implied without being written."""
