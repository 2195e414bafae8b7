"""The right procedures, one operation a line, as Korean middle schools teach them."""
