"""Counting and chances over finite domains, by trying every case."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import product
from operator import eq, ge, gt, le, lt, ne

from generation.expression.errors import BudgetError, NotExactError
from generation.expression.tree import (
    Add,
    And,
    Div,
    Expr,
    Logic,
    Mul,
    Neg,
    Node,
    Num,
    Or,
    Pow,
    Relation,
    Sub,
    Sym,
    symbols,
)

MAX_CASES = 5_000
Cases = Sequence[Mapping[str, Fraction]]
_RANGE = re.compile(r"^\s*(-?\d{1,4})\s*\.\.\s*(-?\d{1,4})\s*$")
_HOLDS = {"=": eq, "!=": ne, "<": lt, "<=": le, ">": gt, ">=": ge}


def counted(given: list[Logic], domains: Mapping[str, str]) -> Num:
    """How many cases fulfil the conditions. Raises NotExactError or BudgetError."""
    return Num(Fraction(sum(_all(given, case) for case in _cases(domains))))


def probability_line(event: list[Logic], given: list[Logic], domains: Mapping[str, str]) -> Expr:
    """Favourable over possible cases; for two independent events the product of both, under a condition the quotient
    of two chances, as a class would begin.
    """
    space = [case for case in _cases(domains) if _all(given, case)]
    if given and space:
        both, whole = [*event, *given], _cases(domains)
        return Div(_chance(both, whole), _chance(given, whole), inline=True)
    if not space:
        raise NotExactError("a space without cases")
    both = [part for logic in event for part in (logic.parts if isinstance(logic, And) else (logic,))]
    if len(both) == 2 and not (symbols(both[0]) & symbols(both[1])) and not given:
        chances = [_chance([part], space) for part in both]
        together = _chance(both, space)
        if _value(chances[0]) * _value(chances[1]) == _value(together):
            return Mul(_own_chance(both[0], domains), _own_chance(both[1], domains))
    return _chance(both, space)


def _own_chance(part: Logic, domains: Mapping[str, str]) -> Div:
    """The chance of an event in the space of its own letters."""
    return _chance([part], _cases({name: domains[name] for name in sorted(symbols(part))}))


def _chance(event: list[Logic], space: Cases) -> Div:
    return Div(Num(Fraction(sum(_all(event, case) for case in space))), Num(Fraction(len(space))))


def _value(chance: Div) -> Fraction:
    assert isinstance(chance.left, Num)
    assert isinstance(chance.right, Num)
    return chance.left.value / chance.right.value


def _cases(domains: Mapping[str, str]) -> list[dict[str, Fraction]]:
    ranges: list[tuple[str, range]] = []
    total = 1
    for name, text in domains.items():
        match = _RANGE.match(text)
        if match is None:
            raise NotExactError("a domain that is no range")
        values = range(int(match[1]), int(match[2]) + 1)
        total *= max(len(values), 1)
        ranges.append((name, values))
    if total > MAX_CASES or not ranges:
        raise BudgetError(f"more than {MAX_CASES} cases")
    names = [name for name, _ in ranges]
    return [dict(zip(names, map(Fraction, case), strict=True)) for case in product(*(r for _, r in ranges))]


def _all(conditions: Sequence[Node], case: Mapping[str, Fraction]) -> bool:
    return all(_holds(condition, case) for condition in conditions)


def _holds(node: Node, case: Mapping[str, Fraction]) -> bool:
    match node:
        case And(parts):
            return all(_holds(part, case) for part in parts)
        case Or(parts):
            return any(_holds(part, case) for part in parts)
        case Relation(op, left, right):
            return bool(_HOLDS[op](_at(left, case), _at(right, case)))
    raise NotExactError("an event is made of equations and inequalities")


def _at(expr: Expr, case: Mapping[str, Fraction]) -> Fraction:
    match expr:
        case Num(value):
            return value
        case Sym(name) if name in case:
            return case[name]
        case Neg(arg):
            return -_at(arg, case)
        case Add(left, right):
            return _at(left, case) + _at(right, case)
        case Sub(left, right):
            return _at(left, case) - _at(right, case)
        case Mul(left, right):
            return _at(left, case) * _at(right, case)
        case Div(left, right) if (bottom := _at(right, case)) != 0:
            return _at(left, case) / bottom
        case Pow(base, Num(exponent)) if exponent.denominator == 1 and 0 <= exponent <= 9:
            return _at(base, case) ** exponent.numerator
    return next(_beyond(expr, case))


def _beyond(expr: Expr, case: Mapping[str, Fraction]) -> Iterator[Fraction]:
    """Everything else by exact arithmetic."""
    from generation.expression.exact import rational_value
    from generation.expression.tree import number, substitute

    put = substitute(expr, {name: number(value) for name, value in case.items()})
    value = rational_value(put)  # type: ignore[arg-type]  # a substituted expression is one
    if value is None:
        raise NotExactError("a condition that is not worked out here")
    yield value
