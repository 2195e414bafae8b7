"""The grammar of the one parser, a file for each layer; :mod:`generation.expression.parser` drives it."""
