"""Exact values back to trees, written as school writes them: descending powers, roots simplified, signs in front."""

from __future__ import annotations

from fractions import Fraction

from generation.expression.exact import ONE, Ratio
from generation.expression.polynomial import Key, Polynomial
from generation.expression.tree import (
    Call,
    Const,
    Div,
    Expr,
    Num,
    Pow,
    Sym,
    product_of,
    sum_of,
)


def polynomial_tree(polynomial: Polynomial) -> Expr:
    """A sum of terms in descending degree, alphabetical among equals; numbers last, roots before rationals."""
    ordered = sorted(polynomial.terms.items(), key=lambda item: _order(item[0]))
    return sum_of([(1 if c > 0 else -1, _term(key, abs(c))) for key, c in ordered])


def ratio_tree(ratio: Ratio) -> Expr:
    """A polynomial, or a fraction of two."""
    if ratio.bottom == ONE:
        return polynomial_tree(ratio.top)
    return Div(polynomial_tree(ratio.top), polynomial_tree(ratio.bottom))


def _order(key: Key) -> tuple[int, tuple[tuple[str, int], ...], int]:
    radicand, monomial = key
    degree = sum(exponent for _, exponent in monomial)
    return (-degree, tuple((name, -exponent) for name, exponent in monomial), -radicand)


def _term(key: Key, coefficient: Fraction) -> Expr:
    """A term with positive coefficient: ``(3/2)x^2`` as a fraction before the letters, ``5√2/3`` as a fraction."""
    radicand, monomial = key
    letters: list[Expr] = [Const("pi") if name == "π" else Sym(name) for name, _ in monomial]
    powers = [
        Pow(letter, Num(Fraction(e))) if e > 1 else letter for letter, (_, e) in zip(letters, monomial, strict=True)
    ]
    rest = ([Call("sqrt", (Num(Fraction(radicand)),))] if radicand > 1 else []) + powers
    if not rest:
        return _fraction(coefficient.numerator, coefficient.denominator)
    if radicand > 1 and coefficient.denominator > 1:
        top = rest if coefficient.numerator == 1 else [Num(Fraction(coefficient.numerator)), *rest]
        return Div(product_of(top), Num(Fraction(coefficient.denominator)))
    if coefficient == 1:
        return product_of(rest)
    return product_of([_fraction(coefficient.numerator, coefficient.denominator), *rest])


def _fraction(top: int, bottom: int) -> Expr:
    return Num(Fraction(top)) if bottom == 1 else Div(Num(Fraction(top)), Num(Fraction(bottom)))
