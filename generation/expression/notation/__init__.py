"""How trees are written, a file for each notation; :mod:`generation.expression.render` is what others call."""
