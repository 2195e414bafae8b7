"""Polynomials in x by their coefficients: values, derivatives and integrals by arithmetic of their own."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from random import Random

from generation.expression.exact import exact
from generation.expression.normal import polynomial_tree
from generation.expression.polynomial import Polynomial
from generation.expression.render import infix
from generation.expression.tree import Expr
from generation.problem import Ask, Model
from generation.symbolic.building import nonzero, polynomial, quadratic
from generation.symbolic.told import UnfitError, text

Coefficients = Sequence[int | Fraction]
"""The constant first."""


def coefficients(f: Expr, name: str = "x") -> list[int]:
    """Whole coefficients of a polynomial, the constant first. Raises UnfitError for everything else."""
    p = exact(f).polynomial()
    found = None if p is None else p.rational_coefficients(name)
    if found is None or len(found) < 2 or any(c.denominator > 1 for c in found):
        raise UnfitError("a polynomial in one letter")
    return [int(c) for c in found]


def derived(c: Sequence[int]) -> list[int]:
    """The coefficients of the derivative."""
    return [power * value for power, value in enumerate(c)][1:]


def integrated(c: Coefficients) -> list[Fraction]:
    """The coefficients of the antiderivative without a constant."""
    return [Fraction(0), *(Fraction(value, power + 1) for power, value in enumerate(c))]


def at(c: Coefficients, x: int | Fraction) -> Fraction:
    """The value of a polynomial by its coefficients."""
    return sum((value * Fraction(x) ** power for power, value in enumerate(c)), Fraction(0))


def over(c: Coefficients, low: int | Fraction, high: int | Fraction) -> Fraction:
    """The integral from low to high."""
    return at(integrated(c), high) - at(integrated(c), low)


def tree(c: Sequence[int]) -> Expr:
    """A polynomial of its coefficients."""
    return polynomial_tree(polynomial(tuple(c), "x"))


def shown(c: Coefficients) -> str:
    """A polynomial of its coefficients as infix text."""
    total = Polynomial({})
    for power, coefficient in enumerate(c):
        total = total + Polynomial.variable("x").power(power).scaled(Fraction(coefficient))
    return infix(polynomial_tree(total))


def whole_zeros(c: Coefficients, within: int = 40) -> list[int]:
    """The whole numbers where a polynomial is zero."""
    return [x for x in range(-within, within + 1) if at(c, x) == 0]


def of_function(f: Expr, of: str, *given: str, **symbols: str) -> Model:
    """The model of a value that has to do with a function f of x."""
    return Model(Ask("value", of=of), {"x": "real"} | symbols, given=given, define={"f(x)": text(f)})


def cubic(rng: Random) -> Expr:
    """A cubic with all its terms."""
    return tree([nonzero(rng, -9, 9), nonzero(rng, -6, 6), nonzero(rng, -5, 5), nonzero(rng, 1, 3)])


def clean_quadratic(rng: Random, a: int = 3) -> Expr:
    """A quadratic whose antiderivative has whole coefficients."""
    return quadratic(3 * nonzero(rng, -2, a), 2 * nonzero(rng, -4, 4), nonzero(rng, -7, 7), "x")
