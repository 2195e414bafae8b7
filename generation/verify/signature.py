"""Structure and identity of a model: what stays when numbers change, and what makes two problems the same."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from itertools import permutations

from generation.equivalence.values import plain
from generation.expression.errors import ExpressionError
from generation.expression.exact import rational_value
from generation.expression.parser import parse
from generation.expression.tree import (
    Add,
    And,
    Call,
    Collection,
    Const,
    Div,
    Expr,
    Matrix,
    Mixed,
    Mul,
    Neg,
    Node,
    Num,
    Or,
    Percent,
    Pow,
    Relation,
    Sub,
    Sym,
    bound,
    children,
    factors,
    rebuild,
    substitute,
    symbols,
    terms,
    walk,
)
from generation.problem import Model
from generation.verify.defining import defined_names

MAX_LETTERS = 4
"""Up to here every renaming is tried: 24 of them."""
_MIRRORED = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}
_BOUND = "_"
"""Begins the names of parameters and bound variables, which mean nothing outside."""


def structure(model: Model) -> str:
    """The shape of a model: numbers become ``#``, letters lose their names, order and signs do not matter.

    ``2x + 3 = 7`` and ``5y - 1 = 4`` have one shape. Raises ExpressionError where the model does not read.
    """
    formulas = _formulas(model)
    of = formulas.of
    power_task = of is not None and not formulas.parts and not any(isinstance(n, Add | Sub) for n in walk(of))

    def written(names: dict[str, str]) -> str:
        shapes = sorted(role + _shape(node, names, power_task) for role, node in formulas.parts)
        shapes += sorted(f"{names.get(name, name)} in #" for name in formulas.spaces)
        asked = _shape(of, names, power_task) if of is not None else str(len(model.ask.unknowns))
        return f"{asked}|{' & '.join(shapes)}"

    return f"{model.ask.kind}:{model.ask.form or ''}:{model.ask.sense or ''}|{_canonical(written, formulas)}"


def fingerprint(model: Model, trees: Mapping[str, Node] | None = None) -> str:
    """A hash that two models share when they differ in nothing but names, order and writing.

    ``trees`` are texts of the model that are read already. Raises ExpressionError where the model does not read.
    """
    formulas = _formulas(model, trees or {})
    formulas = replace(
        formulas,
        parts=[(role, plain(node)) for role, node in formulas.parts],
        of=_plain(formulas.of) if formulas.of is not None else None,
    )

    def written(names: dict[str, str]) -> str:
        parts = sorted(role + _identity(node, names) for role, node in formulas.parts)
        parts += sorted(f"{names.get(name, name)} in {space}" for name, space in formulas.spaces.items())
        unknowns = ",".join(sorted(names.get(name, name) for name in model.ask.unknowns))
        return f"{_identity(formulas.of, names) if formulas.of is not None else unknowns}|{' & '.join(parts)}"

    text = _canonical(written, formulas)
    return hashlib.sha256(f"{model.ask.kind}|{model.ask.form}|{model.ask.sense}|{text}".encode()).hexdigest()


def identity(nodes: list[Node]) -> str:
    """Formulas irrespective of names, order and writing: equal for a problem and its cosmetic copy."""
    nodes = [plain(node) for node in nodes]
    formulas = _Formulas([("", node) for node in nodes])
    return _canonical(lambda names: " & ".join(sorted(_identity(node, names) for node in nodes)), formulas)


def unordered(node: Node) -> str:
    """A tree irrespective of order and writing, its letters kept: ``(x - 1)(x + 1)`` as ``(x + 1)(x - 1)``."""
    return _identity(plain(node), {})


def _plain(expr: Expr) -> Expr:
    tree = plain(expr)
    assert isinstance(tree, Expr)
    return tree


@dataclass(slots=True)
class _Formulas:
    """What a model says: formulas with the part that they play, the question, and the spaces of numbers it names."""

    parts: list[tuple[str, Node]]
    of: Expr | None = None
    spaces: dict[str, str] = field(default_factory=dict)
    """By symbol; real, integer and such are not among them, as sources are read without them."""
    functions: tuple[str, ...] = ()

    def letters(self) -> list[str]:
        """Every letter and symbol, sorted."""
        nodes = [node for _, node in self.parts] + ([self.of] if self.of is not None else [])
        found = frozenset(self.spaces).union(*(symbols(node) for node in nodes))
        return sorted(name for name in found if not name.startswith(_BOUND))


def _formulas(model: Model, trees: Mapping[str, Node] | None = None) -> _Formulas:
    declared, functions, known = frozenset(model.symbols), defined_names(model.define), trees or {}

    def read(text: str) -> Node:
        return known[text] if text in known else parse(text, declared, functions)

    parts: list[tuple[str, Node]] = []
    for role, texts in (("", model.given), ("event ", model.ask.event), ("claim ", [model.ask.claim])):
        for node in (read(text) for text in texts if text is not None):
            parts += [(role, part) for part in (node.parts if isinstance(node, And) else (node,))]
    for key, text in model.define.items():
        defined, rule = (parse(side, declared, functions) for side in (key, text))
        if not isinstance(defined, Expr) or not isinstance(rule, Expr):
            raise ExpressionError("an expression is expected in define")
        parts.append(("define ", _defined(defined, rule)))
    parts = [(role, _nameless(node)) for role, node in parts]
    of = _nameless(read(model.ask.of)) if model.ask.of is not None else None
    if of is not None and not isinstance(of, Expr):
        raise ExpressionError("an expression is expected in ask.of")
    spaces = {name: "".join(text.split()) for name, text in model.symbols.items() if not text.strip().isalpha()}
    return _Formulas(parts, of, spaces, tuple(sorted(functions)))


def _defined(defined: Expr, rule: Expr) -> Relation:
    """A definition whose parameters are named by their places: ``f(t) = 2t`` is ``f(x) = 2x``."""
    parameters = [arg.name for arg in defined.args if isinstance(arg, Sym)] if isinstance(defined, Call) else []
    places: dict[str, Expr] = {name: Sym(f"{_BOUND}p{place}") for place, name in enumerate(parameters)}
    left, right = substitute(defined, places), substitute(rule, places)
    assert isinstance(left, Expr)
    assert isinstance(right, Expr)
    return Relation("=", left, right)


def _nameless(node: Node, depth: int = 0) -> Node:
    """The tree with variables of sums, limits and integrals named by how deep they stand."""
    if isinstance(node, Call) and (name := bound(node)) is not None:
        new = Sym(f"{_BOUND}{depth}")
        body, _, *ends = node.args
        inner = _nameless(substitute(body, {name: new}), depth + 1)
        return rebuild(node, (inner, new, *(_nameless(end, depth + 1) for end in ends)))
    parts = children(node)
    return rebuild(node, tuple(_nameless(part, depth) for part in parts)) if parts else node


def _canonical(written: Callable[[dict[str, str]], str], formulas: _Formulas) -> str:
    """The least of all texts that renaming the letters gives; with many letters their own order stays."""
    used = formulas.letters()
    new = [f"v{position + 1}" for position in range(len(used))]
    orders = permutations(new) if len(used) <= MAX_LETTERS else [tuple(new)]
    # Several functions keep their names: f and g seldom stand for each other.
    called = dict.fromkeys(formulas.functions, "f1") if len(formulas.functions) == 1 else {}
    return min(written(called | dict(zip(used, order, strict=True))) for order in orders)


def _identity(node: Node, names: dict[str, str]) -> str:
    """The text of a tree that :func:`plain` has gone over."""
    match node:
        case Relation(op, left, right):
            first, second = _identity(left, names), _identity(right, names)
            if second < first:
                return f"{second} {_MIRRORED.get(op, op)} {first}"
            return f"{first} {op} {second}"
        case And(parts) | Or(parts):
            return f"{type(node).__name__}({', '.join(sorted(_identity(part, names) for part in parts))})"
        case Collection(kind, items):
            listed = [_identity(item, names) for item in items]
            return f"{kind}({', '.join(listed if kind == 'tuple' else sorted(listed))})"
        case Matrix(rows):
            return f"matrix({'; '.join(', '.join(_identity(entry, names) for entry in row) for row in rows)})"
        case Add() | Sub() as total:
            signed = sorted(("-" if sign < 0 else "+") + _identity(part, names) for sign, part in terms(total))
            return f"({' '.join(signed)})"
        case Mul() as product:
            return f"({'*'.join(sorted(_identity(part, names) for part in factors(product)))})"
        case Neg(arg):
            return f"-{_identity(arg, names)}"
        case Div(left, right):
            return f"({_identity(left, names)}/{_identity(right, names)})"
        case Pow(base, exponent):
            return f"{_identity(base, names)}^{_identity(exponent, names)}"
        case Call(name, args):
            return f"{names.get(name, name)}({', '.join(_identity(arg, names) for arg in args)})"
        case Percent(arg):
            return f"{_identity(arg, names)}%"
        case leaf:
            return _leaf(leaf, names)


def _leaf(node: Node, names: dict[str, str]) -> str:
    match node:
        case Num(value):
            return str(value)
        case Sym(name):
            return names.get(name, name)
        case Const(name):
            return name
        case _:
            return type(node).__name__


def _shape(node: Node, names: dict[str, str], power_task: bool) -> str:
    """The shape of a tree; a number before a letter does not count, as 1 is not written; before a bracket it does."""
    match node:
        case Relation(op, left, right):
            sides = sorted((_shape(left, names, power_task), _shape(right, names, power_task)))
            return f"{sides[0]} {'=' if op == '=' else '!=' if op == '!=' else '<'} {sides[1]}"
        case And(parts) | Or(parts):
            return f"{type(node).__name__}({', '.join(sorted(_shape(part, names, power_task) for part in parts))})"
        case Add() | Sub() as total:
            return f"({' + '.join(sorted(_shape(part, names, power_task) for _, part in terms(total)))})"
        case Neg(arg):
            return _shape(arg, names, power_task)
        case Mul() as product:
            return _product_shape(product, names, power_task)
        case Div(left, right):
            return _quotient_shape(left, right, names, power_task)
        case Pow(base, exponent):
            free = power_task or not symbols(base)
            above = "#" if free and not symbols(exponent) else _exponent(exponent, names)
            return f"{_shape(base, names, power_task)}^{above}"
        case Call(name, args):
            return f"{names.get(name, name)}({', '.join(_shape(arg, names, power_task) for arg in args)})"
        case Sym(name):
            return names.get(name, name)
        case Const(name):
            return name
        case Num() | Mixed() | Percent():
            return "#"
        case other:
            return type(other).__name__


def _exponent(exponent: Expr, names: dict[str, str]) -> str:
    value = rational_value(exponent)
    return str(value) if value is not None else _shape(exponent, names, False)


def _product_shape(product: Mul, names: dict[str, str], power_task: bool) -> str:
    shapes = [_shape(part, names, power_task) for part in factors(product)]
    if not symbols(product):
        return f"({'*'.join(sorted(shapes))})"
    bracket = any(isinstance(part, Add | Sub) for part in factors(product))
    lettered = sorted(shape for shape in shapes if bracket or shape != "#")
    return lettered[0] if len(lettered) == 1 else f"({'*'.join(lettered)})"


def _quotient_shape(left: Expr, right: Expr, names: dict[str, str], power_task: bool) -> str:
    above, below = _shape(left, names, power_task), _shape(right, names, power_task)
    if symbols(left) and below == "#" and not isinstance(left, Add | Sub):
        return above
    return f"({above}/{below})"
