"""Fractions with letters: cancelling, denominators of expressions."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from generation.diagnose.malrule import mal_rule
from generation.diagnose.shapes import is_sum
from generation.expression.errors import NotExactError
from generation.expression.exact import exact
from generation.expression.normal import polynomial_tree
from generation.expression.tree import Add, Div, Mul, Node, Relation, Sub, sum_of, symbols, terms


@mal_rule(
    "cancel-terms",
    ko="인수가 아닌 항을 약분함",
    en="cancels terms instead of factors",
    belief_ko="$\\frac{a+b}{b}=a$처럼 더해진 항을 지운다.",
    belief_en="crosses out a term of a sum: (a+b)/b = a",
    standards=("[9수02-02]", "[9수02-10]"),
    example=("$\\frac{6x+4}{2}$를 간단히 하시오.", "3x+4"),
    prior=2.0,
    source="Matz 1982",
)
def cancel_terms(node: Node) -> Iterator[Node]:
    match node:
        case Div(Add() | Sub() as top, bottom) if not is_sum(bottom):
            signed = terms(top)
            for position, (sign, term) in enumerate(signed):
                rest = [*signed[:position], (sign, Div(term, bottom)), *signed[position + 1 :]]
                yield sum_of(rest)


@mal_rule(
    "denominator-dropped",
    ko="식의 계산에서 분모를 없애 버림",
    en="drops the denominators of an expression as in an equation",
    belief_ko="방정식처럼 식에도 분모의 최소공배수를 곱해도 된다고 생각한다.",
    belief_en="multiplies an expression by the common denominator as if it were an equation",
    standards=("[9수02-02]",),
    example=("$\\frac{x}{2}+\\frac{x}{3}$를 간단히 하시오.", "5x"),
    prior=1.2,
)
def denominator_dropped(node: Node) -> Iterator[Node]:
    if not isinstance(node, Add | Sub) or isinstance(node, Relation) or not symbols(node):
        return
    try:
        polynomial = exact(node).polynomial()
    except NotExactError:
        return
    if polynomial is None:
        return
    scale = polynomial.content().denominator
    if scale > 1 and any(
        isinstance(t, Div) or (isinstance(t, Mul) and isinstance(t.left, Div)) for _, t in terms(node)
    ):
        yield polynomial_tree(polynomial.scaled(Fraction(scale)))
