"""Signs of polynomials in several variables for all their values: by squares, and by the signs of terms."""

from __future__ import annotations

from collections.abc import Callable, Set
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from generation.expression.polynomial import Monomial, Polynomial

Sign = Literal["positive", "nonnegative"]
_Terms = dict[Monomial, Fraction]


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of variables; of the others nothing but that they are real."""

    positive: Set[str] = frozenset()
    nonnegative: Set[str] = frozenset()


def sign_everywhere(polynomial: Polynomial, known: Known) -> Sign | None:
    """Whether a polynomial is never negative, or always positive; None where these methods do not show it.

    >>> x, y = Polynomial.variable("x"), Polynomial.variable("y")
    >>> sign_everywhere(x * x + y * y - (x * y).scaled(Fraction(2)), Known())
    'nonnegative'
    """
    if any(root != 1 for root, _ in polynomial.terms) or polynomial.variables != polynomial.unknowns:
        return None
    terms = {monomial: coefficient for (_, monomial), coefficient in polynomial.terms.items()}
    common = _common(terms)
    outside = _sign_of_monomial(common, known)
    if outside is None:
        return _sign_of(terms, known)
    inside = _sign_of({_over(monomial, common): c for monomial, c in terms.items()}, known)
    return "nonnegative" if inside and outside == "nonnegative" else inside


def _sign_of(terms: _Terms, known: Known) -> Sign | None:
    """By the signs of all terms, by squares, or by squares where terms known to be at least zero are left out."""
    methods: tuple[Callable[[_Terms, Known], Sign | None], ...] = (_by_terms, _by_squares, _by_both)
    found = [sign for method in methods if (sign := method(terms, known)) is not None]
    return "positive" if "positive" in found else found[0] if found else None


def _sign_of_monomial(monomial: Monomial, known: Known) -> Sign | None:
    """The sign of a product of powers; None where it can be negative."""
    if any(exponent % 2 and name not in known.positive | known.nonnegative for name, exponent in monomial):
        return None
    return "positive" if all(name in known.positive for name, _ in monomial) else "nonnegative"


def _by_terms(terms: _Terms, known: Known) -> Sign | None:
    signs = [_sign_of_monomial(monomial, known) for monomial in terms]
    if None in signs or any(coefficient < 0 for coefficient in terms.values()):
        return None
    return "positive" if "positive" in signs else "nonnegative"


def _by_both(terms: _Terms, known: Known) -> Sign | None:
    """Squares of what is left without the terms of odd exponents that are at least zero."""
    kept = {m: c for m, c in terms.items() if c < 0 or not _is_odd(m) or _sign_of_monomial(m, known) is None}
    rest = _by_squares(kept, known)
    if rest is None or len(kept) == len(terms):
        return None
    left_out = (_sign_of_monomial(m, known) for m in terms.keys() - kept.keys())
    return "positive" if rest == "positive" or "positive" in left_out else "nonnegative"


def _is_odd(monomial: Monomial) -> bool:
    return any(exponent % 2 for _, exponent in monomial)


def _by_squares(terms: _Terms, known: Known) -> Sign | None:
    """Completes squares variable by variable, exactly; for polynomials of second degree this misses nothing."""
    while terms and not any(_is_odd(monomial) for monomial in terms) and _degree(terms) > 2:
        terms = {tuple((name, exponent // 2) for name, exponent in m): c for m, c in terms.items()}
    if _degree(terms) > 2:
        return None
    names = sorted({name for monomial in terms for name, _ in monomial})
    matrix = _matrix(terms, names)
    for i in range(len(names)):
        if matrix[i][i] < 0 or (not matrix[i][i] and any(matrix[i][i:])):
            return None
        if matrix[i][i]:
            for j in range(i + 1, len(matrix)):
                factor = matrix[i][j] / matrix[i][i]
                matrix[j] = [a - factor * b for a, b in zip(matrix[j], matrix[i], strict=True)]
    rest = matrix[-1][-1]
    return "positive" if rest > 0 else "nonnegative" if not rest else None


def _matrix(terms: _Terms, names: list[str]) -> list[list[Fraction]]:
    """The symmetric matrix of the polynomial over the variables and 1."""
    size = len(names) + 1
    matrix = [[Fraction(0)] * size for _ in range(size)]
    for monomial, coefficient in terms.items():
        places = [names.index(name) for name, exponent in monomial for _ in range(exponent)]
        i, j = (*places, size - 1, size - 1)[:2]
        matrix[i][j] += coefficient / 2
        matrix[j][i] += coefficient / 2
    return matrix


def _degree(terms: _Terms) -> int:
    return max((sum(exponent for _, exponent in monomial) for monomial in terms), default=0)


def _common(terms: _Terms) -> Monomial:
    """The product of powers that divides every term."""
    if not terms:
        return ()
    first, *others = (dict(monomial) for monomial in terms)
    powers = {name: min([exponent, *(other.get(name, 0) for other in others)]) for name, exponent in first.items()}
    return tuple((name, exponent) for name, exponent in sorted(powers.items()) if exponent)


def _over(monomial: Monomial, common: Monomial) -> Monomial:
    less = dict(common)
    return tuple((name, rest) for name, exponent in monomial if (rest := exponent - less.get(name, 0)))
