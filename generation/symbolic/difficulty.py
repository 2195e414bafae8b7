"""What makes an item harder or easier, as features that can be counted and named."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from generation.expression.parser import parse
from generation.expression.tree import Add, Call, Div, Mixed, Neg, Node, Num, Sub, children, walk
from generation.problem import AnswerValue, Model

Difficulty = Literal["easier", "same", "harder"]
Features = Mapping[str, int]
"""Name of a feature to its amount; more is harder."""

_SIZES = (12, 30, 100, 1000)


def features(model: Model, key: Iterable[AnswerValue], steps: int) -> Features:
    """The features of an item with so many lines of solution. Raises ExpressionError where it cannot be read."""
    asked = [*model.given, *([model.ask.of] if model.ask.of else []), *model.define.values()]
    trees = [parse(text, frozenset(model.symbols)) for text in asked]
    answers = [parse(text) for value in key for text in ([value] if isinstance(value, str) else value.values())]
    nodes = [node for tree in trees for node in walk(tree)]
    return {
        "number size": _size([*trees, *answers]),
        "negative numbers": min(sum(isinstance(node, Neg) for node in nodes), 3),
        "fractions": min(sum(_is_fraction(node) for node in nodes), 3),
        "fraction as answer": int(any(_is_fraction(node) for tree in answers for node in walk(tree))),
        "root as answer": int(any(isinstance(node, Call) for tree in answers for node in walk(tree))),
        "brackets": sum(_holds_sum(node) for node in nodes),
        "steps": steps,
    }


def moved(before: Features, after: Features, wanted: Difficulty) -> tuple[str, ...] | None:
    """The features that moved, as ``steps 3 → 4``; None where any moved the other way, or none did."""
    sign = 1 if wanted == "harder" else -1
    steps = {name: sign * (after[name] - before[name]) for name in before}
    if wanted == "same" or min(steps.values()) < 0 or max(steps.values()) == 0:
        return None
    return tuple(f"{name} {before[name]} → {after[name]}" for name, step in steps.items() if step)


def _size(trees: Iterable[Node]) -> int:
    largest = max((node.value for tree in trees for node in walk(tree) if isinstance(node, Num)), default=0)
    return sum(largest > bound for bound in _SIZES)


def _is_fraction(node: Node) -> bool:
    return isinstance(node, Div | Mixed) or (isinstance(node, Num) and node.decimals > 0)


def _holds_sum(node: Node) -> bool:
    """Whether a part is multiplied or raised as a whole: a bracket that has to be dealt with."""
    if isinstance(node, Add | Sub | Div):
        return False
    return any(isinstance(part, Add | Sub) for part in children(node))
