"""Trees to text: school infix and LaTeX, which the parser reads back as the same tree."""

from __future__ import annotations

from generation.expression.notation.infix import Infix
from generation.expression.notation.latex import Language, Latex
from generation.expression.notation.writer import digits
from generation.expression.tree import Node, Num

__all__ = ["Language", "decimal", "infix", "latex"]


def infix(node: Node) -> str:
    """School infix text, spaces around relations: ``2x + 3 = 7``; parsing it gives an equal tree.

    >>> infix(parse("x^2-5x+6=0"))
    'x^2 - 5x + 6 = 0'
    """
    return Infix(node).write(node)


def latex(node: Node, language: Language = "en") -> str:
    r"""LaTeX without dollar signs: ``\frac{1}{2}x+3=7``; words such as "or" are in the language."""
    return Latex(node, language).write(node)


def decimal(value: Num) -> str:
    """The digits of a number as written, without marks over those that repeat."""
    whole, behind, period = digits(value)
    return f"{whole}.{behind}{period}" if value.decimals else whole
