"""Exact values back to trees, written as school writes them: descending powers, roots simplified, signs in front."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from math import gcd

from generation.expression.constants import PI, is_constant, log_name, log_prime
from generation.expression.exact import ONE, Ratio
from generation.expression.polynomial import Key, Polynomial
from generation.expression.spelling import written
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

MAX_JOINED = 10_000
"""Logarithms of larger numbers are left as sums of logarithms of primes."""


def polynomial_tree(polynomial: Polynomial) -> Expr:
    """A sum of terms in descending degree, alphabetical among equals; numbers last, roots before rationals."""
    ordered = sorted(_logarithms_joined(polynomial.terms).items(), key=lambda item: _order(item[0]))
    return sum_of([(1 if c > 0 else -1, _term(key, abs(c))) for key, c in ordered])


def ratio_tree(ratio: Ratio) -> Expr:
    """A polynomial, or a fraction of two."""
    if ratio.bottom == ONE:
        return polynomial_tree(ratio.top)
    return Div(polynomial_tree(ratio.top), polynomial_tree(ratio.bottom))


def _logarithms_joined(terms: Mapping[Key, Fraction]) -> Mapping[Key, Fraction]:
    """Sums of logarithms of primes to one base as one logarithm: log 2 + log 7 as log 14."""
    groups: dict[tuple[Key, bool], dict[Key, int]] = {}
    for (radicand, monomial), c in terms.items():
        logs = [pair for pair in monomial if pair[1] > 0 and log_prime(pair[0])]
        if len(logs) == 1 and logs[0][1] == 1 and c.denominator == 1:
            rest = tuple(pair for pair in monomial if pair != logs[0])
            groups.setdefault(((radicand, rest), c > 0), {})[radicand, monomial] = c.numerator
    joined = dict(terms)
    for ((radicand, rest), _), parts in groups.items():
        factor = gcd(*parts.values()) * (1 if min(parts.values()) > 0 else -1)
        value = 1
        for (_, monomial), times in parts.items():
            prime = next(p for name, e in monomial if e > 0 and (p := log_prime(name)))
            value *= prime ** min(times // factor, MAX_JOINED)
        if len(parts) < 2 or value > MAX_JOINED:
            continue
        for key in parts:
            del joined[key]
        joined[radicand, tuple(sorted([*rest, (log_name(value), 1)]))] = Fraction(factor)
    return joined


def _order(key: Key) -> tuple[int, tuple[tuple[str, int], ...], int]:
    """Roots before rationals before multiples of i; e and roots do not count for the degree."""
    radicand, monomial = key
    degree = sum(exponent for name, exponent in monomial if name == PI or not is_constant(name))
    return (-degree, tuple((name, -exponent) for name, exponent in monomial), -radicand)


def _term(key: Key, coefficient: Fraction) -> Expr:
    """A term with positive coefficient: ``(3/2)x^2`` as a fraction before the letters, ``5√2/3`` as a fraction."""
    radicand, monomial = key
    if not monomial and radicand == 1:
        return _fraction(coefficient.numerator, coefficient.denominator)
    constants = [(name, e) for name, e in monomial if is_constant(name) and (name != PI or e < 0)]
    above, below = written(constants) if constants else ([], [])
    letters = [pair for pair in monomial if pair not in constants]
    letters.sort(key=lambda pair: pair[0] != PI)
    powers = [_power(Const("pi") if name == PI else Sym(name), e) for name, e in letters]
    roots: list[Expr] = [Call("sqrt", (Num(Fraction(abs(radicand))),))] if abs(radicand) > 1 else []
    rest = roots + ([Const("i")] if radicand < 0 else []) + above + powers
    if below or ((roots or above) and coefficient.denominator > 1):
        number = coefficient.numerator
        top = rest if number == 1 and rest else [Num(Fraction(number)), *rest]
        bottom = below if coefficient.denominator == 1 else [Num(Fraction(coefficient.denominator)), *below]
        return Div(product_of(top), product_of(bottom))
    if coefficient == 1:
        return product_of(rest)
    return product_of([_fraction(coefficient.numerator, coefficient.denominator), *rest])


def _power(base: Expr, exponent: int) -> Expr:
    return Pow(base, Num(Fraction(exponent))) if exponent > 1 else base


def _fraction(top: int, bottom: int) -> Expr:
    return Num(Fraction(top)) if bottom == 1 else Div(Num(Fraction(top)), Num(Fraction(bottom)))
