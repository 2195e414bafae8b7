"""The parser against two independent ones on random arithmetic: Python's own with exact fractions, and latex2sympy."""

from __future__ import annotations

import warnings
from fractions import Fraction
from random import Random

import pytest
import sympy

from generation.expression.parser import parse_expression
from generation.expression.tree import Add, Div, Expr, Mixed, Mul, Neg, Num, Pow, Sub, Sym
from tests.adapters.arithmetic_texts import LETTERS, expression
from tests.adapters.python_arithmetic import evaluated, parsed

EXPRESSIONS = 10_000
POINT = dict(zip(LETTERS, (Fraction(3, 7), Fraction(-5, 2)), strict=True))


def _value(tree: Expr) -> Fraction:
    match tree:
        case Num(value):
            return value
        case Mixed(whole, top, bottom):
            return whole + Fraction(top, bottom)
        case Sym(name):
            return POINT[name]
        case Neg(arg):
            return -_value(arg)
        case Add(left, right):
            return _value(left) + _value(right)
        case Sub(left, right):
            return _value(left) - _value(right)
        case Mul(left, right):
            return _value(left) * _value(right)
        case Div(left, right):
            return _value(left) / _value(right)
        case Pow(base, exponent):
            return Fraction(_value(base) ** int(_value(exponent)))
    raise AssertionError(tree)


def _outcome(tree: Expr) -> Fraction | None:
    try:
        return _value(tree)
    except ZeroDivisionError:
        return None


@pytest.mark.parametrize("part", range(4))
def test_values_are_those_of_python(part: int) -> None:
    """Infix text and LaTeX, 10,000 expressions in all; None where something is divided by zero."""
    rng = Random(f"arithmetic {part}")
    for _ in range(EXPRESSIONS // 4):
        text = expression(rng, depth=rng.randrange(3))
        try:
            expected = evaluated(parsed(text.python), POINT)
        except ZeroDivisionError:
            expected = None
        assert _outcome(parse_expression(text.infix)) == expected, text
        assert _outcome(parse_expression(text.latex)) == expected, text


def test_values_are_those_of_latex2sympy() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from latex2sympy2_extended import latex2sympy
    rng = Random("latex")
    point = {sympy.Symbol(name): sympy.Rational(q.numerator, q.denominator) for name, q in POINT.items()}
    compared = 0
    while compared < 60:
        text = expression(rng, depth=1)
        if (
            r"\dot" in text.latex
            or r"\overline" in text.latex
            or r" \times -" in text.latex
            or r" \div -" in text.latex
        ):
            continue  # not of its language
        ours = _outcome(parse_expression(text.latex))
        theirs = latex2sympy(text.latex.replace(r"\left", "").replace(r"\right", "")).subs(point)
        if ours is not None and theirs.is_finite:
            assert abs(float(ours) - float(theirs)) <= 1e-9 * max(1.0, abs(float(ours))), text
        compared += 1
