"""When two models are the same problem: up to the order of terms, factors, sides and equations, and to names."""

from __future__ import annotations

from functools import lru_cache
from itertools import permutations

from generation.expression.parser import parse
from generation.expression.tree import (
    Add,
    And,
    Call,
    Collection,
    Div,
    Expr,
    Mixed,
    Mul,
    Neg,
    Node,
    Num,
    Or,
    Pow,
    Relation,
    Sub,
    Sym,
    children,
    symbols,
)
from generation.problem import Model

_MAX_RENAMED = 3
_FLIPPED = {">": "<", ">=": "<="}


@lru_cache(maxsize=256)
def parsed(text: str, functions: frozenset[str] = frozenset()) -> Node:
    """A formula of a model as a tree; ``functions`` are defined by it. Raises ParseError or BudgetError."""
    return parse(text, functions=functions)


def functions_of(model: Model) -> frozenset[str]:
    """The names that a model defines: ``f`` of ``f(x)``."""
    return frozenset(head.split("(")[0].strip() for head in model.define)


def canonical(model: Model, *, rename: bool = True) -> str:
    """A text that is the same for the same problem; with ``rename`` the names of unknowns do not matter.

    Raises ParseError or BudgetError where a formula cannot be read.
    """
    functions = functions_of(model)
    asked = [parsed(text, functions) for text in (model.ask.of, model.ask.claim) if text is not None]
    given = [parsed(text, functions) for text in (*model.given, *model.ask.event)]
    relations = [part for node in given for part in (node.parts if isinstance(node, And) else (node,))]
    names = sorted({name for node in [*asked, *relations] for name in symbols(node)})
    orders = permutations(names) if rename and len(names) <= _MAX_RENAMED else [tuple(names)]
    prefix = ":".join((model.ask.kind, model.ask.sense or "", *_around(model), ""))
    return prefix + min(
        _rendered(asked, relations, {name: f"v{i}" if rename else name for i, name in enumerate(order)})
        for order in orders
    )


def _around(model: Model) -> list[str]:
    """Definitions, and domains that are more than a name, as they are written."""
    defined = [f"{head}={text}" for head, text in model.define.items()]
    ranges = [domain for domain in model.symbols.values() if not domain.isalpha()]
    return [*sorted(defined), *sorted(ranges)]


def _rendered(asked: list[Node], relations: list[Node], names: dict[str, str]) -> str:
    parts = sorted(_key(node, names) for node in relations)
    return ";".join([*parts, *(_key(node, names) for node in asked)])


def _key(node: Node, names: dict[str, str]) -> str:
    match node:
        case Relation(op, left, right):
            sides = [_key(left, names), _key(right, names)]
            if op in _FLIPPED:
                return f"({sides[1]}{_FLIPPED[op]}{sides[0]})"
            return f"({op.join(sorted(sides) if op in ('=', '!=') else sides)})"
        case Add() | Sub() | Neg():
            return "(" + "".join(sorted(_terms(node, 1, names))) + ")"
        case Mul():
            sign, factors = _factors(node, names)
            product = "*".join(sorted(factors))
            return product if sign > 0 else f"(-{product})"
        case Div(left, right):
            return _quotient(left, right, names)
        case Pow(base, exponent):
            return f"{_key(base, names)}^{_key(exponent, names)}"
        case Num(value):
            return str(value)
        case Sym(name):
            return names.get(name, name)
        case _:
            return _other(node, names)


def _other(node: Node, names: dict[str, str]) -> str:
    label = node.name if isinstance(node, Call) else type(node).__name__
    if isinstance(node, Mixed):
        return f"({node.whole}+{node.numerator}/{node.denominator})"
    parts = [_key(part, names) for part in children(node)]
    if isinstance(node, And | Or | Collection):
        parts.sort()
    return f"{label}({','.join(parts)})"


def _terms(expr: Expr, sign: int, names: dict[str, str]) -> list[str]:
    """The terms of a sum as written, each with its sign; a bracket behind a sign stays whole."""
    match expr:
        case Add(left, right):
            return [*_terms(left, sign, names), *_single(right, 1, names)]
        case Sub(left, right):
            return [*_terms(left, sign, names), *_single(right, -1, names)]
        case _:
            return _single(expr, sign, names)


def _single(expr: Expr, sign: int, names: dict[str, str]) -> list[str]:
    # The sign of a number in brackets stays apart: 5 - (-3) is another problem than 5 + 3.
    if isinstance(expr, Neg):
        return [f"{'+' if sign > 0 else '-'}{_negated(expr, names)}"]
    return [f"{'+' if sign > 0 else '-'}{_key(expr, names)}"]


def _negated(expr: Neg, names: dict[str, str]) -> str:
    return f"(-{_key(expr.arg, names)})"


def _factors(expr: Expr, names: dict[str, str]) -> tuple[int, list[str]]:
    if isinstance(expr, Mul):
        sign_left, left = _factors(expr.left, names)
        sign_right, right = _factors(expr.right, names)
        return sign_left * sign_right, left + right
    if isinstance(expr, Div) and not symbols(expr.right) and isinstance(expr.left, Num | Sym | Mul | Pow):
        sign, top = _factors(expr.left, names)
        return sign, [*(part for part in top if part != "1"), f"1/{_key(expr.right, names)}"]
    return 1, [_key(expr, names)]


def _quotient(left: Expr, right: Expr, names: dict[str, str]) -> str:
    """``3x/2`` and ``(3/2)x`` are the same; a sum over a fraction bar stays one."""
    if not symbols(right) and isinstance(left, Num | Sym | Mul | Pow):
        sign, factors = _factors(Div(left, right), names)
        product = "*".join(sorted(factors))
        return product if sign > 0 else f"(-{product})"
    return f"{_key(left, names)}/{_key(right, names)}"
