"""Domains of symbols: ``natural``, ``real``, ``[0, 2pi)``, ``1..6``, ``{-2, 1/2}`` … as sets of numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from generation.equivalence.real import Number, number_value, order
from generation.equivalence.realset import REALS, RealSet, from_marks, points_set
from generation.expression.errors import ParseError
from generation.expression.parser import parse_expression
from generation.expression.polynomial import Polynomial


@dataclass(frozen=True, slots=True)
class Domain:
    """A set of numbers: ``reals``, of them only the integers or rationals where so marked."""

    name: str
    reals: RealSet = REALS
    integral: bool = False
    rational: bool = False
    complex: bool = False
    first: int | None = None
    """The smallest integer of an integral domain; None where there is no smallest."""
    last: int | None = None
    listed: tuple[Fraction, ...] = ()
    """The numbers of a domain that lists them, ascending."""

    def contains(self, value: Number) -> bool:
        """Whether a number belongs. Raises NotExactError for an imaginary number in a real domain."""
        if self.complex:
            return True
        exact = value.rational()
        if self.integral and (exact is None or exact.denominator != 1):
            return False
        if self.rational and exact is None:
            return False
        return self.reals.contains(value)


_ZERO, _ONE = Polynomial.constant(0), Polynomial.constant(1)
_NAMED = {
    "natural": Domain("natural", from_marks([_ONE], lambda x: order(x, _ONE) >= 0), integral=True, first=1),
    "integer": Domain("integer", integral=True),
    "rational": Domain("rational", rational=True),
    "real": Domain("real"),
    "complex": Domain("complex", complex=True),
    "positive": Domain("positive", from_marks([_ZERO], lambda x: order(x, _ZERO) > 0)),
    "nonnegative": Domain("nonnegative", from_marks([_ZERO], lambda x: order(x, _ZERO) >= 0)),
}
_RANGE = re.compile(r"\s*(-?[0-9]{1,9})\s*\.\.\s*(-?[0-9]{1,9})\s*")
_LIST = re.compile(r"\{([^{}]{1,1000})\}")
MAX_LISTED = 100
_INTERVAL = re.compile(r"\s*([\[(])([^,\[\]]+),([^,\[\]]+)([\])])\s*")


@lru_cache(maxsize=256)  # most items name one of a few
def read_domain(text: str) -> Domain:
    """The domain that a text names. Raises ExpressionError."""
    text = text.strip()
    if text in _NAMED:
        return _NAMED[text]
    if match := _RANGE.fullmatch(text):
        first, last = int(match[1]), int(match[2])
        reals = _interval(Polynomial.constant(first), Polynomial.constant(last), True, True)
        return Domain(text, reals, integral=True, first=first, last=last)
    if match := _INTERVAL.fullmatch(text):
        low, high = _end(match[2]), _end(match[3])
        return Domain(text, _interval(low, high, match[1] == "[", match[4] == "]"))
    if match := _LIST.fullmatch(text):
        return _listed(text, match[1].split(","))
    known = ", ".join(_NAMED)
    raise ParseError(
        f"'{text[:40]}' is no domain; {known}, an interval [0, 2pi), a range 1..6 or a list {{2, 3}} is", 0
    )


def _listed(text: str, parts: list[str]) -> Domain:
    """A domain that lists its numbers, each once."""
    numbers = [number_value(parse_expression(part)).rational() for part in parts[: MAX_LISTED + 1]]
    known = sorted(number for number in numbers if number is not None)
    if len(known) < len(parts) or len(known) > MAX_LISTED:
        raise ParseError(f"a domain lists at most {MAX_LISTED} rational numbers", 0)
    if len(set(known)) < len(known):
        raise ParseError("a domain lists a number twice", 0)
    return Domain(text, points_set([Polynomial.constant(number) for number in known]), listed=tuple(known))


def _end(text: str) -> Number | None:
    """An end of an interval; None is infinity."""
    if text.strip().lstrip("-+") in ("oo", "inf", "∞"):
        return None
    return number_value(parse_expression(text))


def _interval(low: Number | None, high: Number | None, with_low: bool, with_high: bool) -> RealSet:
    if low is not None and high is not None and order(low, high) > 0:
        raise ParseError("the interval ends before it starts", 0)

    def belongs(x: Number) -> bool:
        above = low is None or order(x, low) > 0 or (with_low and order(x, low) == 0)
        below = high is None or order(x, high) < 0 or (with_high and order(x, high) == 0)
        return above and below

    return from_marks([end for end in (low, high) if end is not None], belongs)
