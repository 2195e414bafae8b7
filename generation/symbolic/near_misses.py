"""Near misses: wrong choices that no mal-rule explains, close enough to the key to be weighed."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from generation.expression.errors import NotExactError
from generation.expression.exact import exact
from generation.expression.normal import polynomial_tree
from generation.expression.parser import parse
from generation.expression.polynomial import Polynomial
from generation.expression.render import infix
from generation.expression.tree import (
    Add,
    Div,
    Expr,
    Mul,
    Neg,
    Node,
    Num,
    Pow,
    Relation,
    RelationOp,
    Sub,
    number,
    replace_each,
    walk,
)
from generation.problem import AnswerValue

_TURNED: dict[RelationOp, RelationOp] = {"<": ">", ">": "<", "<=": ">=", ">=": "<=", "=": "=", "!=": "!="}


def near_misses(key: tuple[AnswerValue, ...], *, signed: bool) -> Iterator[tuple[AnswerValue, ...]]:
    """Values near a key, the most tempting first; ``signed`` where a lost sign is a plausible slip."""
    if len(key) == 1 and isinstance(key[0], str):
        for node in _near_nodes(parse(key[0]), signed):
            yield (infix(node),)
        return
    row = key[0]
    if not isinstance(row, str) and len(key) > 1:
        return
    texts = list(row.values()) if len(key) == 1 and not isinstance(row, str) else [str(value) for value in key]
    values = [_expression(text) for text in texts]
    for near in _near_opposites(values[1]) if isinstance(row, str) and _opposite(values) else _near_pairs(values):
        found = [infix(_simple(value)) for value in near]
        yield tuple(found) if isinstance(row, str) else (dict(zip(row, found, strict=True)),)
    yield from ((value,) for value in key if len(key) > 1)


_SHIFTS = ((1, 1), (-1, -1), (1, -1), (-1, 1), (2, 0), (0, -2))
"""What is added to the first and second value of a pair."""


def _near_pairs(values: list[Expr]) -> Iterator[list[Expr]]:
    zero = Num(Fraction(0))
    if len(values) == 2:
        yield [Sub(zero, values[0]), values[1]]
        yield [values[0], Sub(zero, values[1])]
    for shifts in _SHIFTS:
        yield [Add(value, number(shift)) for value, shift in zip(values, shifts, strict=False)]


def _opposite(values: list[Expr]) -> bool:
    return len(values) == 2 and exact(Add(values[0], values[1])).rational() == 0


def _near_opposites(value: Expr) -> Iterator[list[Expr]]:
    """Other pairs of opposite numbers: half, double, squared, one more or less."""
    for other in (Mul(value, value), Div(Mul(value, value), number(2)), Mul(value, number(2))):
        yield [Sub(Num(Fraction(0)), other), other]
    for shift in (1, -1):
        near = Add(value, number(shift))
        yield [Sub(Num(Fraction(0)), near), near]


def _expression(text: str) -> Expr:
    node = parse(text)
    assert isinstance(node, Expr)
    return node


def _near_nodes(node: Node, signed: bool) -> Iterator[Node]:
    match node:
        case Relation(op, left, right):
            turned = _TURNED[op]
            minus = _simple(Sub(Num(Fraction(0)), right))
            yield from (Relation(turned, left, right), Relation(op, left, minus), Relation(turned, left, minus))
            yield from (Relation(op, left, _simple(Add(right, number(k)))) for k in (1, -1, 2))
        case Mul() | Pow() if any(isinstance(part, Add | Sub) for part in walk(node)):
            yield from _near_products(node)
        case Mul() | Pow() if all(isinstance(part, Mul | Pow | Num) for part in walk(node)):
            yield from (near for near in replace_each(node, _other_power) if isinstance(near, Expr))
        case _ if isinstance(node, Expr):
            yield from _near_expressions(node, signed)


def _near_expressions(expr: Expr, signed: bool) -> Iterator[Expr]:
    try:
        polynomial = exact(expr).polynomial()
    except NotExactError:
        return
    if polynomial is None:
        return
    value = polynomial.rational()
    literal = expr.arg if isinstance(expr, Neg) else expr
    if value is not None:
        decimals = literal.decimals if isinstance(literal, Num) else 0
        yield from _near_decimals(value, decimals) if decimals else _near_numbers(value, signed)
        return
    if len(polynomial.terms) == 1 and polynomial.total_degree() > 1:
        yield from _near_powers(polynomial)
    if signed:
        yield _simple(Sub(Num(Fraction(0)), expr))
    for key, coefficient in polynomial.terms.items():
        near = (coefficient + 1, coefficient - 1, coefficient * 2, coefficient / 2, coefficient * 3)
        for new in (*((-coefficient,) if signed else ()), *near):
            if new:
                yield polynomial_tree(Polynomial({**polynomial.terms, key: new}))


def _near_decimals(value: Fraction, decimals: int) -> Iterator[Expr]:
    """One more or less in the last places, and the point moved."""
    step = Fraction(1, 10**decimals)
    yield from (_decimal(value + k * step) for k in (1, -1, 10, -10))
    yield from (_decimal(value * 10), _decimal(value / 10))


def _near_numbers(value: Fraction, signed: bool) -> Iterator[Expr]:
    """The sign lost, the numerator or denominator a little off, upside down; integers a little off."""
    if signed and value:
        yield number(-value)
    if value.denominator == 1:
        yield from (number(value + k) for k in (1, -1, 2, -2, 10, -10) if signed or value + k > 0)
        return
    top, bottom = value.numerator, value.denominator
    fractions = [Fraction(top + 1, bottom), Fraction(top - 1, bottom), Fraction(top, bottom + 1), 1 / value]
    fractions += [Fraction(top, bottom - 1), Fraction(top + 2, bottom), Fraction(top - 2, bottom)]
    yield from (number(near) for near in fractions if near.denominator > 1)
    yield from (number(Fraction(top + k, bottom)) for k in (3, 4, 5))


def _decimal(value: Fraction) -> Expr:
    """A value whose decimal ends, as a decimal without needless zeros."""
    places = 0
    while (value * 10**places).denominator != 1:
        places += 1
    literal = Num(abs(value), places)
    return literal if value >= 0 else Neg(literal)


def _near_powers(monomial: Polynomial) -> Iterator[Expr]:
    """A monomial with another exponent on its first letter."""
    ((radicand, letters), coefficient) = next(iter(monomial.terms.items()))
    (name, exponent), *rest = letters
    for other in (exponent + 1, exponent - 1, exponent + 2):
        if other > 0:
            yield polynomial_tree(Polynomial({(radicand, ((name, other), *rest)): coefficient}))


def _near_products(expr: Expr) -> Iterator[Expr]:
    """Factored forms with a sign or a number changed."""
    match expr:
        case Mul(left, right, implicit):
            for a, b in ((_flipped(left), right), (left, _flipped(right)), (_flipped(left), _flipped(right))):
                if (a, b) != (left, right):
                    yield Mul(a, b, implicit)
        case Pow(base, exponent):
            yield Pow(_flipped(base), exponent)
            yield Mul(base, _flipped(base), implicit=True)
    for near in replace_each(expr, _one_more):
        if isinstance(near, Expr):
            yield near


def _other_power(node: Node) -> Iterator[Node]:
    """A power of a number with another exponent; what a power is multiplied by, squared."""
    match node:
        case Pow(base, Num(exponent)):
            yield Pow(base, Num(exponent + 1))
            yield Pow(base, Num(exponent - 1)) if exponent > 2 else base
        case Mul(left, Num() as right, implicit):
            yield Mul(left, Pow(right, Num(Fraction(2))), implicit)


def _one_more(node: Node) -> Iterator[Node]:
    """A number at the end of a bracket or before a letter, a little larger."""
    match node:
        case Add(left, Num(value)):
            yield from (Add(left, Num(value + k)) for k in (1, 2))
        case Sub(left, Num(value)):
            yield from (Sub(left, Num(value + k)) for k in (1, 2))
        case Mul(Num(value), letter, implicit) if not isinstance(letter, Num):
            yield Mul(Num(value + 1), letter, implicit)


def _flipped(expr: Expr) -> Expr:
    match expr:
        case Add(left, right):
            return Sub(left, right)
        case Sub(left, right):
            return Add(left, right)
        case _:
            return expr


def _simple(expr: Expr) -> Expr:
    polynomial = exact(expr).polynomial()
    return polynomial_tree(polynomial) if polynomial is not None else expr
