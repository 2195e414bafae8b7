"""Operations that words name: the line has to be what they make of a line before."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from fractions import Fraction

from generation.equivalence.relations import difference_of
from generation.expression.errors import NotExactError, UndefinedError
from generation.expression.exact import Ratio, exact, rational_value
from generation.expression.tree import Add, Div, Expr, Mixed, Mul, Neg, Node, Num, Pow, Relation, Sub, walk
from generation.verify.reasons.laws import without_degrees
from generation.verify.reasons.words import FORMULA, Around, relations_in

_DIVIDE = re.compile(
    rf"(?:양변을|각 변을) (?:음수 )?{FORMULA}(?:으로|로) 나누|"
    rf"divide (?:(?:both|all|the two) sides )?by (?:the negative (?:number )?)?{FORMULA}"
)
_MULTIPLY = re.compile(
    rf"(?:양변에|각 변에) (?:음수 |분모의 최소공배수 )?{FORMULA}(?:을|를) 곱하|"
    rf"multiply (?:(?:both|all|the two) sides )?by (?:the negative (?:number )?)?{FORMULA}"
)
_BOTH_PARTS = re.compile(
    rf"(?:분자와 분모를|분모와 분자를) (?:각각 )?(?:최대공약수 )?{FORMULA}(?:으로|로) 나누|"
    rf"divide numerator and denominator by {FORMULA}"
)
_BOTH_PARTS_TIMES = re.compile(
    rf"(?:분자와 분모에|분모와 분자에) (?:각각 )?{FORMULA}(?:을|를) 곱하|"
    rf"multiply numerator and denominator by {FORMULA}"
)
_BELOW_NOW = re.compile(
    rf"최소공배수 {FORMULA}(?:으로|로) 통분|common denominator {FORMULA}|{FORMULA}(?:으로|로) 나눈 값"
)
_BELOW_BEFORE = re.compile(rf"분자의 각 항을 {FORMULA}(?:으로|로) 나누|divide each term of the numerator by {FORMULA}")
_TAKEN_FROM = re.compile(rf"{FORMULA}에서 빼|{FORMULA} less ")
_COMMON_FACTOR = re.compile(rf"공통인수 {FORMULA}(?:으로|로) 묶|take out the common factor {FORMULA}")


def _scaled(factor: Ratio, line: Node, around: Around, *, divided: bool) -> bool:
    """Whether a relation of the line is one from before, both sides multiplied or divided by this number."""
    befores = relations_in(around.before)
    return not _is_one(factor) and any(
        _is_multiple(old, new, factor, divided) for new in relations_in([line]) for old in befores
    )


def _is_one(factor: Ratio) -> bool:
    return factor.rational() == 1


def _is_multiple(old: Relation, new: Relation, factor: Ratio, divided: bool) -> bool:
    try:
        first, second = difference_of(old), difference_of(new)
        smaller, larger = (second, first) if divided else (first, second)
        scaled = Ratio(smaller.top * factor.top, smaller.bottom * factor.bottom)
        return scaled.equals(larger)
    except NotExactError:
        return False


def _quotients(nodes: Iterable[Node]) -> list[Div]:
    return [part for node in nodes for part in walk(node) if isinstance(part, Div)]


def _both_parts(factor: Ratio, line: Node, around: Around, *, divided: bool) -> bool:
    """Whether the line is a fraction from before with numerator and denominator multiplied or divided by a number."""
    news = [(part.left, part.right) for part in _quotients([line])]
    if divided and isinstance(line, Num | Neg):
        news.append((line, Num(Fraction(1))))
    for old in _quotients([*around.stated, *around.before]) if not _is_one(factor) else ():
        for top, bottom in news:
            for sign in (top, Neg(top)):
                pairs = ((old.left, sign), (old.right, bottom))
                if all(is_product(*((b, a) if divided else (a, b)), factor) for a, b in pairs):
                    return True
    return False


def is_product(smaller: Expr, larger: Expr, factor: Ratio) -> bool:
    """Whether one is the other times a number."""
    try:
        first, second = exact(smaller), exact(larger)
        scaled = Ratio(first.top * factor.top, first.bottom * factor.bottom)
        return scaled.equals(second)
    except (NotExactError, UndefinedError):
        return False


def _is_taken_out(factor: Expr, line: Node) -> bool:
    """Whether it stands before a bracket."""
    products = [part for part in walk(line) if isinstance(part, Mul)]
    pairs = [pair for part in products for pair in ((part.left, part.right), (part.right, part.left))]
    return any(isinstance(rest, Add | Sub | Pow) and is_product(factor, taken, ONE) for taken, rest in pairs)


def _is_taken_from(whole: Expr, line: Node) -> bool:
    """Whether something is subtracted from it."""
    plain = without_degrees(whole)
    value = rational_value(plain) if isinstance(plain, Expr) else None
    return any(isinstance(part, Sub) and rational_value(part.left) == value for part in walk(line))


def _stands_below(formula: Expr, nodes: Iterable[Node]) -> bool:
    value = rational_value(formula)
    found = _quotients(nodes)
    mixed = [Fraction(part.denominator) for node in nodes for part in walk(node) if isinstance(part, Mixed)]
    return value in [*(rational_value(part.right) for part in found), *mixed]


ONE = exact(Num(Fraction(1)))
_Follows = Callable[[Expr, Node, Around], bool]
OPERATIONS: tuple[tuple[re.Pattern[str], _Follows], ...] = (
    (_DIVIDE, lambda by, line, around: _scaled(exact(by), line, around, divided=True)),
    (_MULTIPLY, lambda by, line, around: _scaled(exact(by), line, around, divided=False)),
    (_BOTH_PARTS, lambda by, line, around: _both_parts(exact(by), line, around, divided=True)),
    (_BOTH_PARTS_TIMES, lambda by, line, around: _both_parts(exact(by), line, around, divided=False)),
    (_COMMON_FACTOR, lambda by, line, _: _is_taken_out(by, line)),
    (_TAKEN_FROM, lambda by, line, _: _is_taken_from(by, line)),
    (_BELOW_NOW, lambda by, line, _: _stands_below(by, [line])),
    (_BELOW_BEFORE, lambda by, _, around: _stands_below(by, [*around.stated, *around.before])),
)
