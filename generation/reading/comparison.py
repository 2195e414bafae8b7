"""Questions that leave the sign between two numbers blank: "Fill in the blank with >, < or =: 0.04 __ 0.5"."""

from __future__ import annotations

import re

from generation.expression.errors import ExpressionError
from generation.expression.exact import rational_value
from generation.expression.parser import parse
from generation.expression.render import infix
from generation.expression.tree import Expr, Relation, RelationOp
from generation.problem import Ask, Model

_ASKED = re.compile(
    r"fill in|blank|compare|which is (?:larger|greater|smaller)|알맞은|써넣|크기를 비교|부등호", re.IGNORECASE
)
_NUMBER = r"(-?\d[\d./ ]*|\$[^$]{1,40}\$|\(-\d[\d./]*\)|-?\d+/\d+)"
_BLANK = r"\s*(?:_{1,6}|□|◯|○|〇|\[\s*\]|\(\s*\)|\\square|\\bigcirc)\s*"
_PAIR = re.compile(_NUMBER + _BLANK + _NUMBER)
_INSIDE = re.compile(r"^\$(.{1,30}?)" + _BLANK + r"(.{1,30}?)\$$")


def read_comparison(statement: str) -> Model | None:
    """The model that says which sign is right; None where nothing of this kind is asked.

    >>> read_comparison("Fill in the blank with >, < or =. 0.04 __ 0.5").ask.claim
    '0.04 < 0.5'
    """
    if not _ASKED.search(statement) or len(statement) > 400:
        return None
    pairs = _PAIR.findall(statement) or [
        m.groups() for text in re.findall(r"\$[^$]+\$", statement) if (m := _INSIDE.match(text)) is not None
    ]
    if len(pairs) != 1:
        return None
    try:
        left, right = (parse(text.strip("$ ")) for text in pairs[0])
        if not isinstance(left, Expr) or not isinstance(right, Expr):
            return None
        a, b = rational_value(left), rational_value(right)
    except ExpressionError:
        return None
    if a is None or b is None:
        return None
    op: RelationOp = "<" if a < b else ">" if a > b else "="
    return Model(Ask("truth", claim=infix(Relation(op, left, right))))
