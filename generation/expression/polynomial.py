"""Polynomials over the rationals, square roots of integers and other constants: exact, with a normal form.

A term is keyed by ``(radicand, monomial)``: ``3√2·x²y`` is ``{(2, (("x", 2), ("y", 1))): 3}``, and the imaginary unit
is ``{(-1, ()): 1}``. Square roots of different square-free integers are linearly independent over the rationals, so
two polynomials are equal as functions exactly when their terms are. Other constants stand in the monomial under the
names of :mod:`generation.expression.constants`, some with exponents below 0.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import gcd, isqrt

from generation.expression.constants import RELATED, Key, Monomial, is_constant, reduced
from generation.expression.effort import spend
from generation.expression.errors import BudgetError, NotExactError, NotRealError

__all__ = ["UNIT", "Key", "Monomial", "Polynomial", "extract_square", "inverse_number", "smallest_prime_factor"]

UNIT: Key = (1, ())
_ONE = {UNIT: Fraction(1)}
MAX_TERMS = 500
MAX_BITS = 20_000
MAX_POWER_OF_SUM = 64
MAX_POWER_OF_NUMBER = 2_000
"""``(1+i)^100`` stays small, as roots multiply into few terms."""
MAX_DEGREE = 1_000
"""Lists of coefficients are as long as the degree."""
MAX_RADICAND = 10**10
"""Square factors are found by trial division; up to here it takes some milliseconds."""


@dataclass(frozen=True, slots=True)
class Polynomial:
    """Immutable by convention: ``terms`` holds no zero coefficient and is never changed."""

    terms: Mapping[Key, Fraction]

    @staticmethod
    def constant(value: Fraction | int) -> Polynomial:
        """A rational number."""
        return Polynomial({UNIT: value if isinstance(value, Fraction) else Fraction(value)} if value else {})

    @staticmethod
    def variable(name: str) -> Polynomial:
        """One variable."""
        return Polynomial({(1, ((name, 1),)): Fraction(1)})

    @staticmethod
    def square_root(value: Fraction) -> Polynomial:
        """√value for a rational ≥ 0, the square factors taken out. Raises NotRealError below 0."""
        if value < 0:
            raise NotRealError("the square root of a negative number is not real")
        if not value:
            return Polynomial({})
        outside, radicand = extract_square(value.numerator * value.denominator)
        return Polynomial({(radicand, ()): Fraction(outside, value.denominator)})

    def __add__(self, other: Polynomial) -> Polynomial:
        spend(len(other.terms))
        terms = dict(self.terms)
        for key, coefficient in other.terms.items():
            if key not in terms:
                terms[key] = coefficient
            elif total := terms[key] + coefficient:
                terms[key] = total
            else:
                del terms[key]
        return Polynomial(_bounded(terms))

    def __neg__(self) -> Polynomial:
        return Polynomial({key: -coefficient for key, coefficient in self.terms.items()})

    def __sub__(self, other: Polynomial) -> Polynomial:
        return self + -other

    def __mul__(self, other: Polynomial) -> Polynomial:
        if other.terms == _ONE:
            return self
        if self.terms == _ONE:
            return other
        terms: dict[Key, Fraction] = {}
        if len(self.terms) * len(other.terms) > 20 * MAX_TERMS:
            raise BudgetError("a product of too many terms")
        spend(len(self.terms) * len(other.terms))
        for (root_a, mono_a), a in self.terms.items():
            for (root_b, mono_b), b in other.terms.items():
                product, root = a * b, root_a * root_b
                if root_a != 1 and root_b != 1:
                    common = gcd(root_a, root_b)
                    product, root = product * common, root // (common * common)
                    if root_a < 0 and root_b < 0:
                        product = -product
                key = (root, _times(mono_a, mono_b))
                if key[1] and key[1][-1][0] >= RELATED:
                    for part, c in reduced(*key):
                        _collect(terms, part, c * product)
                elif key not in terms:
                    terms[key] = product
                elif total := terms[key] + product:
                    terms[key] = total
                else:
                    del terms[key]
        return Polynomial(_bounded(terms))

    def scaled(self, factor: Fraction) -> Polynomial:
        """The polynomial times a rational."""
        return Polynomial({key: c * factor for key, c in self.terms.items()} if factor else {})

    def divided_by_monomial(self, powers: Mapping[str, int]) -> Polynomial:
        """The polynomial with ``powers`` taken out of every term, each of which must hold them."""
        if not powers:
            return self
        terms: dict[Key, Fraction] = {}
        for (root, monomial), c in self.terms.items():
            rest = ((name, e - powers.get(name, 0)) for name, e in monomial)
            terms[(root, tuple((name, e) for name, e in rest if e))] = c
        return Polynomial(terms)

    def power(self, exponent: int) -> Polynomial:
        """A power with natural exponent, within budget."""
        number = len(self.terms) > 0 and not self.unknowns
        if exponent > 1 and (number or len(self.terms) == 1):
            bits = max(max(c.numerator.bit_length(), c.denominator.bit_length()) for c in self.terms.values())
            if bits * exponent > MAX_BITS:
                raise BudgetError(f"a power of more than {MAX_BITS} bits")
        if len(self.terms) > 1 and exponent > (MAX_POWER_OF_NUMBER if number else MAX_POWER_OF_SUM):
            raise BudgetError("a sum raised to too high a power")
        result, base = Polynomial.constant(1), self
        while exponent:
            if exponent & 1:
                result = result * base
            exponent >>= 1
            if exponent:
                base = base * base
        return result

    @property
    def is_zero(self) -> bool:
        """Whether this is the zero polynomial."""
        return not self.terms

    @property
    def variables(self) -> frozenset[str]:
        """Names of the variables that occur, those of constants such as π among them."""
        return frozenset(name for _, monomial in self.terms for name, _ in monomial)

    @property
    def unknowns(self) -> frozenset[str]:
        """Names of the variables that occur, without constants."""
        return frozenset(name for _, monomial in self.terms for name, _ in monomial if not is_constant(name))

    @property
    def is_real(self) -> bool:
        """Whether the imaginary unit does not occur."""
        return all(root > 0 for root, _ in self.terms)

    def rational(self) -> Fraction | None:
        """The value where this is a rational number, else None."""
        if not self.terms:
            return Fraction(0)
        if len(self.terms) == 1 and UNIT in self.terms:
            return self.terms[UNIT]
        return None

    def degree(self, name: str) -> int:
        """The degree in one variable; 0 for the zero polynomial."""
        return max((power for _, monomial in self.terms for variable, power in monomial if variable == name), default=0)

    def total_degree(self) -> int:
        """The highest sum of exponents of a term."""
        return max((sum(e for _, e in monomial) for _, monomial in self.terms), default=0)

    def coefficients(self, name: str) -> list[Polynomial]:
        """Coefficients by power of one variable, the constant first; the zero polynomial gives ``[0]``."""
        if (degree := self.degree(name)) > MAX_DEGREE:
            raise BudgetError(f"a degree above {MAX_DEGREE}")
        if not degree:
            return [self]
        parts: list[dict[Key, Fraction]] = [{} for _ in range(degree + 1)]
        for (root, monomial), coefficient in self.terms.items():
            exponent, rest = 0, monomial
            for position, (variable, power) in enumerate(monomial):
                if variable == name:
                    exponent, rest = power, monomial[:position] + monomial[position + 1 :]
                    break
            parts[exponent][(root, rest)] = coefficient
        return [Polynomial(part) for part in parts]

    def rational_coefficients(self, name: str) -> list[Fraction] | None:
        """Coefficients by power where this is a polynomial in ``name`` alone with rational ones, else None."""
        result = [part.rational() for part in self.coefficients(name)]
        return None if any(c is None for c in result) else [c for c in result if c is not None]

    def content(self) -> Fraction:
        """The positive rational that divides all coefficients and leaves coprime integers; 0 for zero."""
        if not self.terms:
            return Fraction(0)
        top, bottom = 0, 1
        for c in self.terms.values():
            top = gcd(top, c.numerator)
            bottom = bottom * c.denominator // gcd(bottom, c.denominator)
        return Fraction(top, bottom)


def inverse_number(number: Polynomial) -> Polynomial:
    """1 over a non-zero number of the form a + b√m + …: conjugated prime by prime until it is rational.

    The imaginary unit counts as √-1. Raises NotExactError where variables or other constants occur.
    """
    if any(monomial for _, monomial in number.terms):
        raise NotExactError("not a number with square roots alone")
    top, bottom = Polynomial.constant(1), number
    while (value := bottom.rational()) is None:
        conjugate = _conjugate(bottom)
        top, bottom = top * conjugate, bottom * conjugate
    if not value:
        raise NotExactError("zero has no inverse")
    return top.scaled(1 / value)


def _conjugate(number: Polynomial) -> Polynomial:
    """With another sign for i, or else for the root of one prime."""
    if not number.is_real:
        return Polynomial({(root, m): -c if root < 0 else c for (root, m), c in number.terms.items()})
    prime = smallest_prime_factor(max(root for root, _ in number.terms))
    return Polynomial({(root, m): -c if root % prime == 0 else c for (root, m), c in number.terms.items()})


@lru_cache(maxsize=4096)
def extract_square(value: int) -> tuple[int, int]:
    """``(a, b)`` with value = a²b, b square-free, for a natural number. Raises BudgetError above 10¹⁰.

    >>> extract_square(72)
    (6, 2)
    """
    root = isqrt(value)
    if root * root == value:
        return root, 1
    if value > MAX_RADICAND:
        raise BudgetError(f"a radicand above {MAX_RADICAND}")
    outside, divisor = 1, 2
    while divisor * divisor <= value:
        while value % (divisor * divisor) == 0:
            value //= divisor * divisor
            outside *= divisor
        divisor += 1
    return outside, value


@lru_cache(maxsize=4096)
def smallest_prime_factor(value: int) -> int:
    """The smallest prime that divides an integer ≥ 2."""
    divisor = 2
    while divisor * divisor <= value:
        if value % divisor == 0:
            return divisor
        divisor += 1
    return value


def _collect(terms: dict[Key, Fraction], key: Key, c: Fraction) -> None:
    total = terms.get(key, 0) + c
    if total:
        terms[key] = Fraction(total)
    else:
        terms.pop(key, None)


def _times(a: Monomial, b: Monomial) -> Monomial:
    if not a or not b:
        return a or b
    exponents = dict(a)
    for name, exponent in b:
        total = exponents.get(name, 0) + exponent
        if total:
            exponents[name] = total
        else:
            del exponents[name]
    return tuple(sorted(exponents.items()))


def _bounded(terms: dict[Key, Fraction]) -> dict[Key, Fraction]:
    if len(terms) > MAX_TERMS:
        raise BudgetError(f"more than {MAX_TERMS} terms")
    return terms
