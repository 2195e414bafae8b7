"""Polynomials over the rationals and square roots of integers: exact, with a normal form.

A term is keyed by ``(radicand, monomial)``: ``3√2·x²y`` is ``{(2, (("x", 2), ("y", 1))): 3}``. Square roots of
different square-free integers are linearly independent over the rationals, so two polynomials are equal as
functions exactly when their terms are.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import gcd, isqrt

from generation.expression.errors import BudgetError, NotExactError

Monomial = tuple[tuple[str, int], ...]
"""Variables in alphabetical order with positive exponents."""
Key = tuple[int, Monomial]
UNIT: Key = (1, ())
_ONE = {UNIT: Fraction(1)}
MAX_TERMS = 500
MAX_BITS = 20_000
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
        return Polynomial({UNIT: Fraction(value)} if value else {})

    @staticmethod
    def variable(name: str) -> Polynomial:
        """One variable."""
        return Polynomial({(1, ((name, 1),)): Fraction(1)})

    @staticmethod
    def square_root(value: Fraction) -> Polynomial:
        """√value for a rational ≥ 0, the square factors taken out. Raises NotExactError below 0."""
        if value < 0:
            raise NotExactError("the square root of a negative number is not real")
        if not value:
            return Polynomial({})
        outside, radicand = extract_square(value.numerator * value.denominator)
        return Polynomial({(radicand, ()): Fraction(outside, value.denominator)})

    def __add__(self, other: Polynomial) -> Polynomial:
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
        for (root_a, mono_a), a in self.terms.items():
            for (root_b, mono_b), b in other.terms.items():
                product, root = a * b, root_a * root_b
                if root_a != 1 and root_b != 1:
                    common = gcd(root_a, root_b)
                    product, root = product * common, root // (common * common)
                key = (root, _times(mono_a, mono_b))
                if key not in terms:
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
        if exponent > 1 and len(self.terms) == 1:
            bits = max(max(c.numerator.bit_length(), c.denominator.bit_length()) for c in self.terms.values())
            if bits * exponent > MAX_BITS:
                raise BudgetError(f"a power of more than {MAX_BITS} bits")
        elif exponent > 64:
            raise BudgetError("a sum raised to a power above 64")
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
        """Names of the variables that occur."""
        return frozenset(name for _, monomial in self.terms for name, _ in monomial)

    def rational(self) -> Fraction | None:
        """The value where this is a rational number, else None."""
        if not self.terms:
            return Fraction(0)
        if len(self.terms) == 1 and UNIT in self.terms:
            return self.terms[UNIT]
        return None

    def degree(self, name: str) -> int:
        """The degree in one variable; 0 for the zero polynomial."""
        return max((dict(monomial).get(name, 0) for _, monomial in self.terms), default=0)

    def total_degree(self) -> int:
        """The highest sum of exponents of a term."""
        return max((sum(e for _, e in monomial) for _, monomial in self.terms), default=0)

    def coefficients(self, name: str) -> list[Polynomial]:
        """Coefficients by power of one variable, the constant first; the zero polynomial gives ``[0]``."""
        if (degree := self.degree(name)) > MAX_DEGREE:
            raise BudgetError(f"a degree above {MAX_DEGREE}")
        parts: list[dict[Key, Fraction]] = [{} for _ in range(degree + 1)]
        for (root, monomial), coefficient in self.terms.items():
            exponent = dict(monomial).get(name, 0)
            rest = tuple(pair for pair in monomial if pair[0] != name)
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
    """1 over a non-zero number of the form a + b√m + …: conjugated prime by prime until it is rational."""
    if number.variables:
        raise NotExactError("not a number")
    top, bottom = Polynomial.constant(1), number
    while (value := bottom.rational()) is None:
        prime = smallest_prime_factor(max(root for root, _ in bottom.terms))
        conjugate = Polynomial({(r, m): -c if r % prime == 0 else c for (r, m), c in bottom.terms.items()})
        top, bottom = top * conjugate, bottom * conjugate
    if not value:
        raise NotExactError("zero has no inverse")
    return top.scaled(1 / value)


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


def _times(a: Monomial, b: Monomial) -> Monomial:
    if not a or not b:
        return a or b
    exponents = dict(a)
    for name, exponent in b:
        exponents[name] = exponents.get(name, 0) + exponent
    return tuple(sorted(exponents.items()))


def _bounded(terms: dict[Key, Fraction]) -> dict[Key, Fraction]:
    if len(terms) > MAX_TERMS:
        raise BudgetError(f"more than {MAX_TERMS} terms")
    return terms
