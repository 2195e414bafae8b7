"""Numbers that words name by themselves: they stand in the line, or beside the same word in the statement."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from generation.expression.exact import rational_value
from generation.expression.tree import (
    Call,
    Collection,
    Div,
    Expr,
    Mixed,
    Mul,
    Neg,
    Node,
    Num,
    Pow,
    Relation,
    children,
    symbols,
)
from generation.verify.reasons.words import FORMULA, Around, Said, is_among, relations_in

_BESIDE = re.compile(r"[^\W\d_]+")
_EMPTY = frozenset(
    ["and", "or", "is", "are", "the", "to", "for", "with", "as", "so", "이고", "이므로", "이다", "과", "와", "을", "를"]
)
"""Words that may stand beside any number."""
_DOLLARS = re.compile(r"\$([^$]*)\$")


Named = tuple[Fraction, bool]
"""A number, and whether it is written as a fraction."""
_Said = tuple[Named, tuple[str, str] | None]
"""A number and the words beside it; None for a coordinate."""


def numbers_from_nowhere(step: Said, shown: list[Node], around: Around) -> list[str]:
    """The numbers of a step that neither the lines beside it have nor the statement beside the same word."""
    near = [node for node in (around.line or around.after, around.previous) if node is not None]
    placed = [Counter(_placed(node)) for node in near]
    equations = relations_in(around.stated)
    values = [part.right for part in equations if isinstance(part.left, Call) and is_bare_number(part.right)]
    placed.append(Counter(number for value in values for number in _placed(value)))
    named: list[_Said] = [
        (number, None if isinstance(node, Collection) and node.kind == "tuple" else words)
        for node, words in zip(step.formulas, _beside(step.words), strict=True)
        if isinstance(node, Expr | Collection) and not is_among(node, shown)
        for number in _values(node)
    ]
    named += [((Fraction(text), False), ("", "")) for text in step.unread]
    return [str(number[0]) for number, words in named if number[0] and not _has_source(number, words, placed, around)]


def _has_source(number: Named, words: tuple[str, str] | None, placed: list[Counter[Named]], around: Around) -> bool:
    """What stands in a line is used up by that; only coordinates have to have its sign."""
    if words is not None and _is_stated(number[0], words, around.statement):
        return True
    value, is_fraction = number
    for signed in (value, -value) if value > 0 and words is not None else (value,):
        for numbers in placed:
            if numbers[signed, is_fraction] > 0:
                numbers[signed, is_fraction] -= 1
                return True
    return False


def _beside(words: str) -> Iterator[tuple[str, str]]:
    """The word before and the word after each formula."""
    parts = words.split(FORMULA)
    for before, after in pairwise(parts):
        left, right = _BESIDE.findall(before), _BESIDE.match(after.strip())
        found = (left[-1] if left else ""), (right[0] if right else "")
        yield "" if found[0] in _EMPTY else found[0], "" if found[1] in _EMPTY else found[1]


def _is_stated(value: Fraction, words: tuple[str, str], statement: str) -> bool:
    plain = _DOLLARS.sub(r"\1", statement)
    top, bottom = value.numerator, value.denominator
    shown = re.escape(str(top) if bottom == 1 else f"\\frac{{{top}}}{{{bottom}}}")
    before, after = words
    return (bool(after) and re.search(rf"(?<![\d.]){shown}(?!\.?\d)\W*{after}", plain) is not None) or (
        bool(before) and re.search(rf"{before}\W*(?<![\d.]){shown}(?!\.?\d)", plain) is not None
    )


def is_bare_number(node: Node) -> bool:
    """Whether a formula is a number, a fraction of two, or degrees."""
    if isinstance(node, Call) and node.name == "degrees":
        return is_bare_number(node.args[0])
    if isinstance(node, Div):
        return isinstance(node.left, Num) and isinstance(node.right, Num)
    return isinstance(node, Num | Mixed) or (isinstance(node, Neg) and is_bare_number(node.arg))


def _values(node: Node) -> Iterator[Named]:
    if isinstance(node, Collection):
        for item in children(node):
            yield from _values(item)
    elif isinstance(node, Call) and node.name == "degrees":
        yield from _values(node.args[0])
    elif isinstance(node, Expr) and not symbols(node) and (value := rational_value(node)) is not None:
        yield value, isinstance(node, Div)


def _placed(node: Node, sign: int = 1) -> Iterator[Named]:
    """The numbers of a line with their signs, without exponents, and its fractions of numbers."""
    match node:
        case Num(value):
            yield sign * value, False
        case Mixed():
            yield sign * (node.whole + Fraction(node.numerator, node.denominator)), False
        case Neg(arg):
            yield from _placed(arg, -sign)
        case Pow(base):
            yield from _placed(base, sign)
        case _:
            if isinstance(node, Div) and not symbols(node) and (quotient := rational_value(node)) is not None:
                yield quotient, True
            for child in children(node):
                if isinstance(node, Mul) and is_bare_number(child) and isinstance(child, Div):
                    yield rational_value(child) or Fraction(0), True
                else:
                    yield from _placed(child, 1 if isinstance(node, Relation) else sign)
