"""Answers as the design lists them (``answer.values``) against each other."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from generation.equivalence.answers import compare_nodes
from generation.equivalence.values import Verdict, compare_values
from generation.expression.errors import ExpressionError
from generation.expression.parser import parse, parse_expression
from generation.expression.tree import And, Collection, Everything, Expr, Logic, Node, Nothing, Or, Relation, Sym
from generation.problem import AnswerValue


def compare_listed(a: Sequence[AnswerValue], b: Sequence[AnswerValue]) -> Verdict:
    """Compare two answers given as lists of values, irrespective of order. Unreadable ones are undecided."""
    try:
        first, second = listed_node(a), listed_node(b)
    except ExpressionError:
        return "undecided"
    if isinstance(first, Expr) and isinstance(second, Expr):
        return compare_values(first, second)
    return compare_nodes(first, second)


def listed_node(values: Sequence[AnswerValue]) -> Node:
    """One tree for a list of values. Raises ExpressionError where a value cannot be read."""
    if not values:
        return Nothing()
    nodes = [_value_node(value) for value in values]
    if len(nodes) == 1:
        return nodes[0]
    if all(isinstance(node, Logic) for node in nodes):
        return Or(tuple(nodes))  # type: ignore[arg-type]
    return Collection("list", tuple(nodes))


def _value_node(value: AnswerValue) -> Node:
    if isinstance(value, str):
        return Everything() if value == "all" else _parsed(value)
    parts = tuple(Relation("=", Sym(name), _expression(text)) for name, text in value.items())
    return And(parts)


@lru_cache(maxsize=1024)
def _parsed(text: str) -> Node:
    """Keys and distractors are compared with each other again and again."""
    return parse(text)


@lru_cache(maxsize=1024)
def _expression(text: str) -> Expr:
    return parse_expression(text)
