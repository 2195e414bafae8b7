"""Roots as school books write them: (-3 + √5)/2 and 1 + √5, not √5/2 - 3/2 and √5 + 1."""

from __future__ import annotations

from functools import lru_cache
from math import gcd, lcm

from generation.expression.errors import ExpressionError
from generation.expression.exact import exact
from generation.expression.normal import polynomial_tree
from generation.expression.parser import parse
from generation.expression.render import infix
from generation.expression.tree import (
    Add,
    Call,
    Div,
    Expr,
    Mul,
    Node,
    Sub,
    children,
    integer,
    rebuild,
    symbols,
    walk,
)
from generation.problem import AnswerValue, Model


def presented(node: Node) -> Node:
    """The tree with every sum of a rational and one root, where it is in normal form, over one denominator."""
    if isinstance(node, Add | Sub) and not symbols(node):
        return _over_one_bar(node) or node
    parts = children(node)
    return rebuild(node, tuple(presented(part) for part in parts)) if parts else node


def presented_values(model: Model, values: tuple[AnswerValue, ...]) -> tuple[AnswerValue, ...]:
    """Answers of an equation, each as school books write it; other answers as they are."""
    if model.ask.kind != "solve":
        return values
    return tuple(_presented_text(value) if isinstance(value, str) else value for value in values)


@lru_cache(maxsize=256)
def _presented_text(text: str) -> str:
    return infix(presented(parse(text))) if "sqrt" in text else text


def _over_one_bar(expr: Expr) -> Expr | None:
    """(p ± q√m)/r for a sum in normal form of a rational and a root, else None."""
    if not any(isinstance(part, Call) for part in walk(expr)):
        return None
    try:
        polynomial = exact(expr).polynomial()
    except ExpressionError:
        return None
    if polynomial is None or len(polynomial.terms) != 2 or infix(polynomial_tree(polynomial)) != infix(expr):
        return None
    rational = polynomial.terms.get((1, ()))
    if rational is None:
        return None
    ((radicand, _), coefficient) = next(item for item in polynomial.terms.items() if item[0] != (1, ()))
    bottom = lcm(rational.denominator, coefficient.denominator)
    whole, times = int(rational * bottom), int(coefficient * bottom)
    common = gcd(whole, times, bottom)
    whole, times, bottom = whole // common, times // common, bottom // common
    root: Expr = Call("sqrt", (integer(radicand),))
    if abs(times) > 1:
        root = Mul(integer(abs(times)), root, implicit=True)
    top: Expr = Add(integer(whole), root) if times > 0 else Sub(integer(whole), root)
    return top if bottom == 1 else Div(top, integer(bottom))
