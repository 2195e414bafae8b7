"""Expansions in powers of a small positive t, which may be broken or negative, up to an unknown rest.

The rest is bounded by a power of t: of ``sin(1/t)`` nothing is known but that it is at most 1, of ``e^(-1/t)`` that
it is below every power. The logarithm of t stands in coefficients under a name of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from generation.expression.enclosure import enclose, sign
from generation.expression.errors import BudgetError, NotExactError, UndefinedError
from generation.expression.exact import Ratio, exact
from generation.expression.normal import ratio_tree
from generation.expression.polynomial import Polynomial
from generation.expression.ratios import UNIT, ZERO, added, divided, is_zero, multiplied, negated, rational
from generation.expression.tree import Call, Const, Expr, Pow, number

LOG_T = "ln(t)"
"""No variable is called so. It goes to -oo, more slowly than any power of t."""
MAX_TERMS = 300


class UnresolvedError(NotExactError):
    """The terms that are known cancel; more of them would tell."""


@dataclass(frozen=True, slots=True)
class Series:
    """``terms`` by exponent, without zeros; ``rest`` is the exponent that bounds what is unknown, None for nothing."""

    terms: Mapping[Fraction, Ratio]
    rest: Fraction | None
    order: int
    """How far beyond its first term an expansion without end is carried."""

    # -- the first term --------------------------------------------------------------------------------------------

    @property
    def is_zero(self) -> bool:
        """Whether this is exactly zero."""
        return not self.terms and self.rest is None

    @property
    def low(self) -> Fraction:
        """The exponent of the first term. Raises UnresolvedError where none is known, UndefinedError for zero."""
        if self.terms:
            return min(self.terms)
        if self.rest is None:
            raise UndefinedError("division by zero")
        raise UnresolvedError("an expansion whose first term is not known")

    @property
    def first(self) -> Ratio:
        """The coefficient of the first term."""
        return self.terms[self.low]

    def first_sign(self) -> int:
        """The sign near t = 0. Raises NotExactError where letters decide."""
        top, bottom = self.first.top, self.first.bottom
        turns = 0
        if LOG_T in top.variables:
            parts = top.coefficients(LOG_T)
            top, turns = parts[-1], len(parts) - 1
        if top.unknowns or bottom.unknowns or not (top.is_real and bottom.is_real):
            raise NotExactError("a limit that depends on letters")
        found = sign(top) * sign(bottom)
        return -found if turns % 2 else found

    def _number(self) -> Ratio:
        """The first coefficient, a number that is not zero."""
        if self.first.top.unknowns or self.first.bottom.unknowns:
            raise NotExactError("a limit that depends on letters")
        if not (self.first.top.is_real and self.first.bottom.is_real) or not sign(self.first.top):
            raise NotExactError("a limit of something that is not real")
        return self.first

    def _around(self) -> tuple[Ratio, Series]:
        """``(c, v)`` of c + v, where v goes to zero."""
        if self.terms and min(self.terms) < 0:
            raise NotExactError("a function of something without bounds")
        if self.rest is not None and self.rest <= 0:
            raise UnresolvedError("a function of something of which too little is known")
        return self.terms.get(Fraction(0), ZERO), Series(
            {k: c for k, c in self.terms.items() if k}, self.rest, self.order
        )

    # -- operations ------------------------------------------------------------------------------------------------

    def __neg__(self) -> Series:
        return Series({k: negated(c) for k, c in self.terms.items()}, self.rest, self.order)

    def __add__(self, other: Series) -> Series:
        rest = _least(self.rest, other.rest)
        terms = dict(self.terms)
        for exponent, c in other.terms.items():
            terms[exponent] = added(terms[exponent], c) if exponent in terms else c
        return _series(terms, rest, self.order)

    def __mul__(self, other: Series) -> Series:
        if self.is_zero or other.is_zero:
            return Series({}, None, self.order)
        rest = _least(
            None if other.rest is None else self._floor() + other.rest,
            None if self.rest is None else other._floor() + self.rest,
        )
        if len(self.terms) * len(other.terms) > MAX_TERMS**2:
            raise BudgetError("an expansion of too many terms")
        terms: dict[Fraction, Ratio] = {}
        for a, c in self.terms.items():
            for b, d in other.terms.items():
                if rest is None or a + b < rest:
                    product = multiplied(c, d)
                    terms[a + b] = added(terms[a + b], product) if a + b in terms else product
        return _series(terms, rest, self.order)

    def _floor(self) -> Fraction:
        """The least exponent that may occur."""
        bounds = [*self.terms, *([] if self.rest is None else [self.rest])]
        return min(bounds)

    def scaled(self, factor: Ratio, shift: Fraction = Fraction(0)) -> Series:
        """Times a constant and a power of t."""
        rest = None if self.rest is None else self.rest + shift
        return Series({k + shift: multiplied(c, factor) for k, c in self.terms.items()}, rest, self.order)

    def over_t(self) -> Series:
        """Divided by t."""
        return self.scaled(UNIT, Fraction(-1))

    def inverse(self) -> Series:
        """1 over this."""
        return self.power(Fraction(-1))

    def root(self, degree: int) -> Series:
        """The real root."""
        if self.is_zero:
            return self
        if degree % 2 and self.first_sign() < 0:
            return -(-self).power(Fraction(1, degree))
        return self.power(Fraction(1, degree))

    def power(self, exponent: Fraction) -> Series:
        """A rational power."""
        if exponent.denominator == 1 and 0 <= exponent <= 64:
            return self._natural_power(int(exponent))
        if self.is_zero and exponent > 0:
            return self
        low, c = self.low, self._number()
        if exponent.denominator != 1 and sign(c.top) * sign(c.bottom) < 0:
            raise NotExactError("a root of a negative number")
        scale = exact(Pow(ratio_tree(c), number(exponent)))
        tail = self.scaled(divided(UNIT, c), -low) + constant(rational(-1), self.order)
        series = tail.composed(lambda k: rational(_binomial(exponent, k)))
        return series.scaled(scale, low * exponent)

    def _natural_power(self, exponent: int) -> Series:
        if not exponent:
            self.low  # noqa: B018 - zero to the power of zero
            return constant(UNIT, self.order)
        result = self
        for _ in range(exponent - 1):
            result = result * self
        return result

    def logarithm(self) -> Series:
        """The natural logarithm; that of t is a coefficient."""
        low, c = self.low, self._number()
        tail = self.scaled(divided(UNIT, c), -low) + constant(rational(-1), self.order)
        series = tail.composed(lambda k: rational(Fraction((-1) ** (k + 1), k)) if k else ZERO)
        start = exact(Call("ln", (ratio_tree(c),)))
        log_t = Ratio(Polynomial.variable(LOG_T).scaled(low), UNIT.bottom) if low else ZERO
        return series + constant(added(start, log_t), self.order)

    def exponential(self) -> Series:
        """e to this. What goes to -oo as a power of 1/t is below every power of t."""
        if self.terms and self.low < 0:
            if self.first_sign() > 0:
                raise NotExactError("an exponential that grows beyond all powers")
            return Series({}, Fraction(self.order), self.order)
        c, tail = self._around()
        power = Fraction(0)
        if LOG_T in c.top.variables:
            parts = c.top.coefficients(LOG_T)
            slope = parts[1].rational() if len(parts) == 2 and c.bottom.rational() == 1 else None
            if slope is None:
                raise NotExactError("a limit with a power of a logarithm")
            c, power = Ratio(parts[0], UNIT.bottom), slope
        return tail.composed(lambda k: rational(Fraction(1, _factorial(k)))).scaled(_function("exp", c), power)

    def sine(self) -> Series:
        """The sine; at most 1 where the angle has no bounds."""
        return self._wave(_function_pair("sin", "cos", sign_=1))

    def cosine(self) -> Series:
        """The cosine."""
        return self._wave(_function_pair("cos", "sin", sign_=-1))

    def _wave(self, values: Callable[[Ratio], tuple[Ratio, Ratio]]) -> Series:
        """a·cos v + b·sin v for the angle c + v."""
        if self.terms and self.low < 0:
            return Series({}, Fraction(0), self.order)
        c, tail = self._around()
        even, odd = values(c)
        return tail.composed(
            lambda k: multiplied(odd if k % 2 else even, rational(Fraction((-1) ** (k // 2), _factorial(k))))
        )

    def composed(self, coefficient: Callable[[int], Ratio]) -> Series:
        """The power series with these coefficients, of this, which goes to zero."""
        total = constant(coefficient(0), self.order)
        if self.is_zero:
            return total
        if self._floor() <= 0:
            raise UnresolvedError("a function of something of which too little is known")
        rest = Fraction(self.order) if self.rest is None else min(self.rest, Fraction(self.order))
        power = Series({Fraction(0): UNIT}, None, self.order)
        k = 0
        while power.terms and min(power.terms) < rest:
            k += 1
            power = (power * self).cut(rest)
            total = total + power.scaled(coefficient(k)) if not is_zero(coefficient(k)) else total
        return total.cut(rest)

    def cut(self, rest: Fraction | None) -> Series:
        """With everything from an exponent on unknown."""
        return _series(dict(self.terms), _least(self.rest, rest), self.order)

    def whole_part(self) -> int:
        """The greatest integer below, near t = 0."""
        c, tail = self._around()
        if c.top.unknowns or c.bottom.rational() != 1:
            raise NotExactError("a limit that depends on letters")
        value = c.top.rational()
        if value is not None and value.denominator == 1:
            return int(value) - (1 if not tail.is_zero and tail.first_sign() < 0 else 0)
        low, high = enclose(c.top, 200) if value is None else (value, value)
        if low.__floor__() != high.__floor__():
            raise NotExactError("a number too close to an integer")
        return low.__floor__()


def constant(value: Ratio, order: int) -> Series:
    """A series without t."""
    return _series({Fraction(0): value}, None, order)


def identity(at: Ratio, side: int, order: int) -> Series:
    """a + t, or a - t."""
    return _series({Fraction(0): at, Fraction(1): rational(side)}, None, order)


def _series(terms: dict[Fraction, Ratio], rest: Fraction | None, order: int) -> Series:
    kept = {k: c for k, c in terms.items() if (rest is None or k < rest) and not is_zero(c)}
    if len(kept) > MAX_TERMS:
        raise BudgetError("an expansion of too many terms")
    return Series(kept, rest, order)


def _least(a: Fraction | None, b: Fraction | None) -> Fraction | None:
    if a is None or b is None:
        return b if a is None else a
    return min(a, b)


def _binomial(exponent: Fraction, k: int) -> Fraction:
    result = Fraction(1)
    for j in range(k):
        result *= (exponent - j) / (j + 1)
    return result


def _factorial(k: int) -> int:
    result = 1
    for j in range(2, k + 1):
        result *= j
    return result


def _function(name: str, value: Ratio) -> Ratio:
    tree: Expr = ratio_tree(value)
    return exact(Pow(Const("e"), tree)) if name == "exp" else exact(Call(name, (tree,)))


def _function_pair(even: str, odd: str, *, sign_: int) -> Callable[[Ratio], tuple[Ratio, Ratio]]:
    def values(c: Ratio) -> tuple[Ratio, Ratio]:
        return _function(even, c), multiplied(_function(odd, c), rational(sign_))

    return values
