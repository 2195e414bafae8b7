"""General formulas in words, as ``np(1-p)``: the line has to be what the formula is for numbers of the problem."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from generation.expression.errors import ExpressionError
from generation.expression.exact import exact, rational_value
from generation.expression.tree import (
    Add,
    Call,
    Expr,
    Mul,
    Neg,
    Node,
    Num,
    Pow,
    Relation,
    Sub,
    Sym,
    children,
    factors,
    rebuild,
    substitute,
    symbols,
    walk,
)
from generation.verify.reasons.words import Around, relations_in

Binding = dict[str, Expr]
_MAX_FACTORS = 5
_MAX_PARTS = 30
"""Of a formula; orders of terms are tried."""


def is_law_of_line(node: Node, around: Around) -> bool:
    """Whether the line, or a part of it, is an instance of a formula with other letters."""
    if around.line is None:
        return False
    letters = symbols(node) - symbols(around.line)
    if isinstance(node, Relation) and node.op == "=" and _is_name(node.left, letters, around):
        node = node.right if symbols(node.right) & letters else node
    node = without_degrees(node)
    is_number = isinstance(node, Relation) and isinstance(node.left, Sym) and not symbols(node.right)
    if is_number or not letters or sum(1 for _ in walk(node)) > _MAX_PARTS:
        return False
    if isinstance(node, Relation):
        targets: list[Node] = [*relations_in([around.line])]
    else:
        targets = [part for part in walk(around.line) if isinstance(part, Expr) and not isinstance(part, Num | Sym)]
    return any(True for target in targets for _ in _matches(node, target, letters, {}))


def _is_name(node: Expr, letters: frozenset[str], around: Around) -> bool:
    """Whether it only says what a formula is for, as ``V(5X + 6)``: its numbers are those of the problem."""
    stated = {part for tree in around.stated for part in walk(tree) if isinstance(part, Expr)}
    return symbols(node) <= letters and all(
        part in stated for factor in factors(node) for part in [factor] if any(isinstance(n, Num) for n in walk(factor))
    )


def _matches(pattern: Node, target: Node, letters: frozenset[str], known: Binding) -> Iterator[Binding]:
    """The ways in which letters stand for parts of a tree."""
    if isinstance(pattern, Sym) and pattern.name in letters:
        yield from _bound(pattern.name, target, known)
        return
    inside = symbols(pattern) & letters
    if isinstance(pattern, Expr) and inside <= known.keys():
        made = substitute(pattern, {name: known[name] for name in inside})
        if isinstance(made, Expr) and isinstance(target, Expr) and _is_equal(made, target):
            yield known
        return
    match pattern, target:
        case Pow(Sym(name), Num(exponent)), Num() if exponent == 2:
            yield from _bound(f"{name}^2", target, known)
        case ((Add() | Sub()), (Add() | Sub())):
            yield from _pairs((pattern.left, _right(pattern)), (target.left, _right(target)), letters, known)
        case Mul(), _ if isinstance(target, Expr):
            yield from _products(factors(pattern), factors(target), letters, known)
        case Neg(arg), _ if isinstance(target, Expr):
            yield from _matches(arg, target.arg if isinstance(target, Neg) else Neg(target), letters, known)
        case Relation(op), Relation(other) if op == other:
            yield from _pairs((pattern.left, pattern.right), (target.left, target.right), letters, known)
        case Call(name), Call(other) if name != other or len(pattern.args) != len(target.args):
            return
        case _ if type(pattern) is type(target) and children(pattern):
            yield from _in_turn(list(zip(children(pattern), children(target), strict=False)), letters, known)


def _right(node: Add | Sub) -> Expr:
    return node.right if isinstance(node, Add) else Neg(node.right)


def _bound(name: str, target: Node, known: Binding) -> Iterator[Binding]:
    if isinstance(target, Expr) and (name not in known or _is_equal(known[name], target)):
        yield {**known, name: target}


def _pairs(a: tuple[Node, Node], b: tuple[Node, Node], letters: frozenset[str], known: Binding) -> Iterator[Binding]:
    for order in (b, (b[1], b[0])):
        yield from _in_turn(list(zip(a, order, strict=True)), letters, known)


def _in_turn(pairs: list[tuple[Node, Node]], letters: frozenset[str], known: Binding) -> Iterator[Binding]:
    if not pairs:
        yield known
        return
    (pattern, target), *rest = pairs
    for found in _matches(pattern, target, letters, known):
        yield from _in_turn(rest, letters, found)


def _products(patterns: list[Expr], targets: list[Expr], letters: frozenset[str], known: Binding) -> Iterator[Binding]:
    """Factors in any order, as many on both sides."""
    if len(patterns) != len(targets) or len(patterns) > _MAX_FACTORS:
        return
    if not patterns:
        yield known
        return
    for position, target in enumerate(targets):
        for found in _matches(patterns[0], target, letters, known):
            yield from _products(patterns[1:], targets[:position] + targets[position + 1 :], letters, found)


def _is_equal(a: Expr, b: Expr) -> bool:
    try:
        return a == b or exact(a).equals(exact(b))
    except ExpressionError:
        return False


def without_degrees(node: Node) -> Node:
    """A tree with degrees as numbers."""
    if isinstance(node, Call) and node.name == "degrees":
        return node.args[0]
    parts = children(node)
    return rebuild(node, tuple(without_degrees(part) for part in parts)) if parts else node


def ratio_in_line(value: Fraction, line: Node | None) -> bool:
    """Whether a ratio is in a line: as a quotient, turned round, or as the share of one part."""
    if line is None or value in (0, -1):
        return False
    wanted = {value, 1 / value, value / (1 + value), 1 / (1 + value)}
    return any(
        isinstance(part, Expr) and not symbols(part) and not isinstance(part, Num | Call) and _rational(part) in wanted
        for part in walk(line)
    )


def _rational(part: Expr) -> Fraction | None:
    try:
        return rational_value(part)
    except ExpressionError:
        return None
