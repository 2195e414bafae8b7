"""Angles that words place beside each other: equal where they are vertical, 180° together on a straight line."""

from __future__ import annotations

import re
from fractions import Fraction

from generation.expression.errors import ExpressionError
from generation.expression.exact import rational_value
from generation.expression.parser import parse_expression
from generation.expression.tree import Expr, number, substitute, symbols
from generation.verify.text.measures import plain

MAX_ANGLES = 6
_EQUAL = 0
_ROWS: tuple[tuple[str, int], ...] = (
    (r"맞꼭지각|\bvertical angles|vertically opposite", _EQUAL),
    (r"동위각|corresponding angles", _EQUAL),
    (r"엇각|alternate angles", _EQUAL),
    (r"같은 쪽|between the lines on one side|co-interior", 180),
    (r"내접(?!원)[^.]*∠A ?=[^.]*∠C ?=|inscribed in a circle with ∠A ?=[^.]*∠C ?=", 180),
    (r"내접(?!원)[^.]*∠B ?=[^.]*∠D ?=|inscribed in a circle with ∠B ?=[^.]*∠D ?=", 180),
    (r"평각|직선 위|한 직선|on a straight line", 180),
    (r"삼각형의 세 (?:내)?각|three (?:interior )?angles of a triangle|angles of a triangle are", 180),
    (r"사각형의 네 (?:내)?각|four (?:interior )?angles of a quadrilateral|angles of a quadrilateral are", 360),
)
_COMPILED = tuple((re.compile(pattern, re.IGNORECASE), total) for pattern, total in _ROWS)
_WORDS = ("각", "angle")
_ANGLE = re.compile(r"\(([^()]{1,40})\) ?°|(?<![0-9A-Za-z.])([0-9]*\.?[0-9]*[a-z]?) ?°")
_OUTSIDE = re.compile(r"외각|exterior", re.IGNORECASE)


def misplaced_angles(statement: str, key: Fraction, name: str) -> str | None:
    """What the words say of the angles, where the key for the letter ``name`` does not make them so."""
    if not any(word in statement for word in _WORDS):
        return None
    text = plain(statement)
    totals = {total for pattern, total in _COMPILED if pattern.search(text)}
    if len(totals) != 1 or _OUTSIDE.search(text):
        return None
    (total,) = totals
    sizes = _sizes(text, key, name)
    if sizes is None or len(sizes) < 2 or (total == _EQUAL and len(sizes) != 2):
        return None
    if total == _EQUAL:
        return (
            None if sizes[0] == sizes[1] else f"the angles are equal, with the key they are {sizes[0]} and {sizes[1]}"
        )
    return None if sum(sizes) == total else f"the angles are {total} together, with the key they are {sum(sizes)}"


def _sizes(text: str, key: Fraction, name: str) -> list[Fraction] | None:
    """The angles of a text with the key put in; None where one of them is not known, or none has the letter."""
    found: list[Fraction] = []
    has_letter = False
    for match in _ANGLE.finditer(text):
        try:
            written: Expr = parse_expression(match[1] or match[2])
            has_letter |= name in symbols(written)
            put = substitute(written, {name: number(key)})
            size = rational_value(put) if isinstance(put, Expr) else None
        except ExpressionError:
            return None
        if size is None:
            return None
        found.append(size)
    return found if has_letter and len(found) <= MAX_ANGLES else None
