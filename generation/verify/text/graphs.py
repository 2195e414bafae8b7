"""Graphs and points of a text against the functions that a model defines.

``y = 2x + 3`` of the text is the definition ``f(x) = 2x + 3``, ``x^2 + y^2 = 4`` is ``g(x, y) = x^2 + y^2 - 4``; the
point (1, 5) is the relation ``f(1) = 5``, or the place in a call ``g(1, 5)``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from generation.expression.errors import ExpressionError, ParseError
from generation.expression.exact import exact
from generation.expression.normal import polynomial_tree
from generation.expression.render import infix
from generation.expression.tree import (
    Add,
    Call,
    Collection,
    Div,
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
    rebuild,
    substitute,
    symbols,
    walk,
)
from generation.verify.matching import written

_CONDITION = re.compile(
    r"평행|수직|접하|접할|접선|접점|중근|꼭짓점|축의 방정식|"
    r"대칭|만나|만난|교점|지나|이동|기울기|절편|인수|나누어떨어|나머지|극대|극소|극값|"
    r"연속|역함수|합성|두 근|중심|반지름|현의 길이|거리|충분조건|필요조건|계수의 합|"
    r"parallel|perpendicular|touch|tangent|double root|repeated root|"
    r"vertex|symmetr|reflect|meet|intersect|pass|translat|slope|"
    r"intercept|factor|divisible|remainder|maximum|minimum|extrem|continuous|inverse|compos|roots|centre|center|radius|chord|"
    r"distance|equivalent|sufficient|necessary|sum of all coefficients",
    re.IGNORECASE,
)
"""Words that say how graphs lie; a relation between values of defined functions may be what they mean."""

_COEFFICIENT = re.compile(r"계수|coefficient", re.IGNORECASE)
_ROOTS = re.compile(r"두 근|roots", re.IGNORECASE)
_MEAN = re.compile(r"평균|기댓값|\bmean\b|expect", re.IGNORECASE)
_VARIANCE = re.compile(r"분산|variance", re.IGNORECASE)
_MIRROR = re.compile(r"대칭|reflect|symmetr", re.IGNORECASE)
_AXIS = re.compile(r"축|절편|axis|intercept", re.IGNORECASE)
_REAL = re.compile(r"실수|정의역|\breal\b|domain", re.IGNORECASE)
_DIVISOR = re.compile(r"나누|나눈|인수|divi|factor|remainder", re.IGNORECASE)
_DIRECT = re.compile(r"(?<!반)(?:정)?비례|directly proportional|proportional to", re.IGNORECASE)
_INVERSE = re.compile(r"반비례|inversely proportional", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Graphs:
    """What is left of text and model once graphs and points have found each other."""

    text: list[Node]
    model: list[Node]
    trusted: list[Node]
    """Of the model: what words about graphs mean. Its numbers have to be in the text, its formula need not."""
    parts: list[Node]
    """Of the model: where points of the text are put in."""
    mentions: list[Expr]
    """Of the text: numbers that stand in a formula which only names something."""


def match_graphs(
    text: list[Node], definitions: list[Node], stated: list[Node], words: str, letters: frozenset[str]
) -> Graphs:
    """Pair graphs with definitions, points with what is ``stated``; ``letters`` are the symbols of the model."""
    known = [node for node in definitions if isinstance(node, Relation) and _is_function(node)]
    model = [*definitions, *stated]
    found = Graphs([], [], [], [], [])
    gone: list[Node] = []
    for formula in text:
        graphs = [node for node in known if _graph_of(formula, node)]
        graph = next((node for node in [*graphs, *definitions] if node in graphs or _is_recursion(formula, node)), None)
        if graph is not None:
            gone.append(graph)
        elif not _placed(formula, stated, gone, found, letters) and not _named(formula, words, stated, found):
            found.text.append(formula)
    told = [written(node) for node in found.text]
    named = [graph.left for graph in known if any(graph is node for node in gone) or written(graph) in told]
    gone += [node for node in stated if node in named]
    gone += _assigned(found, known, stated)
    gone += _real_roots(found, stated, words)
    gone += [node for node in known if _proportion(node, words)]
    found.model.extend(node for node in model if not any(node is other for other in gone))
    if stated and found.model and _CONDITION.search(words) is not None:
        found.trusted.extend(node for node in found.model if node in stated and _calls(node, known))
    if stated and _ROOTS.search(words) is not None:
        found.trusted.extend(node for node in found.model if _is_apart(node, stated))
    if _AXIS.search(words) is not None:
        found.trusted.extend(node for node in found.model if _is_axis(node))
    return found


def _placed(formula: Node, stated: list[Node], gone: list[Node], found: Graphs, letters: frozenset[str]) -> bool:
    """Whether a pair of the text is a point of a graph, or names the coordinates of one."""
    if not isinstance(formula, Collection) or formula.kind != "tuple":
        return False
    if all(isinstance(item, Sym) and item.name in letters for item in formula.items):
        return True
    if values := _values_at(formula, stated):
        gone.extend(values)
        return True
    call = next(
        (part for node in stated for part in walk(node) if isinstance(part, Call) and _is_place(formula, part)), None
    )
    if call is None:
        return False
    found.parts.extend(call.args)
    return True


def _named(formula: Node, words: str, stated: list[Node], found: Graphs) -> bool:
    """``y = x`` names a mirror, ``x^3`` the term of a coefficient, ``x - 3`` the divisor whose root is put in."""
    match formula:
        case Relation("=", Sym("y"), Sym("x") | Neg(Sym("x"))):
            return _MIRROR.search(words) is not None
        case Pow(Sym(), Num() as exponent) if _COEFFICIENT.search(words):
            found.mentions.append(exponent)
            return True
        case Add(Mul(Num() as factor, Sym()), Num() as shift) if _VARIANCE.search(words):
            square = next(
                (part for node in stated for part in walk(node) if part == Pow(factor, Num(Fraction(2)))), None
            )
            if square is not None:
                found.parts.append(square)
            return square is not None and shift.value != 0
        case Add(Mul(Num() as factor, Sym()), Num() as shift) if _MEAN.search(words):
            for node in stated:
                match node:
                    case Add(Mul(Num() as same, Num()), Num() as added) if (same, added) == (factor, shift):
                        found.parts.extend((same, added))
                        return True
        case Add(Sym(), Num() as at) | Sub(Sym(), Num() as at) if _DIVISOR.search(words):
            root: Expr = at if isinstance(formula, Sub) else Neg(at)
            calls = [part for node in stated for part in walk(node) if isinstance(part, Call) and len(part.args) == 1]
            if (call := next((part for part in calls if _equal(part.args[0], root)), None)) is not None:
                found.parts.extend(call.args)
                return True
    return False


def _assigned(found: Graphs, known: list[Relation], stated: list[Node]) -> list[Node]:
    """``x = 3`` and ``y = 18`` of the text are the relation ``f(3) = 18``, ``x = 5`` the place of ``f(5)``."""
    gone: list[Node] = []
    parameters = {
        arg.name for node in known if isinstance(node.left, Call) for arg in node.left.args if isinstance(arg, Sym)
    }
    calls = [part for node in stated for part in walk(node) if isinstance(part, Call)]
    assigned = [
        node for node in found.text if isinstance(node, Relation) and node.op == "=" and isinstance(node.left, Sym)
    ]
    values = [node for node in assigned if isinstance(node.left, Sym) and node.left.name not in parameters]
    for place in [node for node in assigned if node not in values]:
        pairs = [(value, _values_at(Collection("tuple", (place.right, value.right)), stated)) for value in values]
        value, relations = next(((v, r) for v, r in pairs if r), (None, []))
        call = next((part for part in calls if len(part.args) == 1 and _equal(part.args[0], place.right)), None)
        if value is not None:
            gone.extend(relations)
            values = [other for other in values if other is not value]
            found.text[:] = [node for node in found.text if node is not place and node is not value]
        elif call is not None:
            found.parts.extend(call.args)
            found.text[:] = [node for node in found.text if node is not place]
    return gone


def _real_roots(found: Graphs, stated: list[Node], words: str) -> list[Node]:
    """``3x + 6 >= 0`` where a root of 3x + 6 in the text has to be real."""
    if _REAL.search(words) is None:
        return []
    calls = [(node, part) for node in found.text for part in walk(node) if isinstance(part, Call)]
    for formula, radicand in [(node, call.args[0]) for node, call in calls if call.name == "sqrt"]:
        for node in stated:
            if isinstance(node, Relation) and node.op == ">=" and _equal(node.left, radicand) and _is_zero(node.right):
                found.text[:] = [other for other in found.text if other is not formula]
                return [node]
    return []


def _is_zero(node: Expr) -> bool:
    return isinstance(node, Num) and not node.value


def _proportion(definition: Relation, words: str) -> bool:
    """Whether words say that a function is ``k*x`` or ``k/x``."""
    match definition.right:
        case Mul(Sym(), Sym()):
            return _DIRECT.search(words) is not None
        case Div(Sym(), Sym()):
            return _INVERSE.search(words) is not None
        case _:
            return False


def _is_function(node: Relation) -> bool:
    return (
        node.op == "="
        and isinstance(node.left, Call)
        and all(isinstance(arg, Sym) for arg in node.left.args)
        and not any(isinstance(part, Call) and part.name == node.left.name for part in walk(node.right))
    )


def _graph_of(formula: Node, definition: Relation) -> bool:
    """Whether a formula of the text is what a definition says."""
    assert isinstance(definition.left, Call)
    body = definition.right
    parameters = [arg.name for arg in definition.left.args if isinstance(arg, Sym)]
    match formula:
        case Relation("=", Sym(name), right) if name not in symbols(right) and len(parameters) == 1:
            return _same(right, body, parameters) or _same(Sub(formula.left, right), body, parameters)
        case Relation("=", left, right):
            difference = Sub(left, right)
            return _same(difference, body, parameters) or _same(Neg(difference), body, parameters)
        case Relation():
            return False
        case _ if isinstance(formula, Expr):
            return bool(symbols(formula)) and _same(formula, body, parameters)
        case _:
            return False


def _is_recursion(formula: Node, definition: Node) -> bool:
    """Whether ``a(n+1) = 2a(n) + 3`` of the text is the definition ``a(n) = 2a(n-1) + 3`` one step on."""
    match formula, definition:
        case Relation("=", Call(name, (Add(Sym(at), Num(step)),)), right), Relation("=", Call(same, (Sym(n),)), body):
            if name != same or at != n or step != 1:
                return False
            shifted = substitute(body, {n: Add(Sym(n), Num(step))})
            try:
                return exact(_by_places(right)).equals(exact(_by_places(shifted)))
            except ExpressionError:
                return False
        case _:
            return False


def _by_places(node: Node) -> Expr:
    """Terms of sequences as letters named by their place, however the place is written."""
    if isinstance(node, Call) and len(node.args) == 1:
        place = exact(node.args[0]).polynomial()
        if place is not None:
            return Sym(f"{node.name}_{infix(polynomial_tree(place))}")
    parts = tuple(_by_places(part) for part in children(node))
    found = rebuild(node, parts) if parts else node
    if not isinstance(found, Expr):
        raise ParseError("no expression", 0)
    return found


def _same(expr: Expr, body: Expr, parameters: list[str]) -> bool:
    """Equal as they are, or with the letter of the text for the one that the model uses."""
    if symbols(expr) != symbols(body) and len(parameters) == 1:
        strange = symbols(expr) - symbols(body)
        if len(strange) != 1 or symbols(body) - symbols(expr) != {parameters[0]}:
            return False
        expr = substitute(expr, {next(iter(strange)): Sym(parameters[0])})  # type: ignore[assignment]
    try:
        return written(expr) == written(body) or exact(expr).equals(exact(body))
    except ExpressionError:
        return False


def _values_at(pair: Collection, model: Iterable[Node]) -> list[Node]:
    """The relations ``f(p) = q`` of the point (p, q)."""
    if len(pair.items) != 2:
        return []
    p, q = pair.items
    found: list[Node] = []
    for node in model:
        if isinstance(node, Relation) and node.op == "=":
            for call, value in ((node.left, node.right), (node.right, node.left)):
                if isinstance(call, Call) and len(call.args) == 1 and _equal(call.args[0], p) and _equal(value, q):
                    found.append(node)
    return found


def _is_place(pair: Collection, call: Call) -> bool:
    """Whether a function is taken at the point."""
    return len(pair.items) == len(call.args) and all(_equal(a, b) for a, b in zip(call.args, pair.items, strict=True))


def _is_axis(node: Node) -> bool:
    """``y = 0``."""
    match node:
        case Relation("=", Sym(), Num(value)) | Relation("=", Num(value), Sym()):
            return not value
        case _:
            return False


def _is_apart(node: Node, stated: list[Node]) -> bool:
    """``p != q`` of two letters that are both put into one function: two roots."""
    match node:
        case Relation("!=", Sym() as p, Sym() as q):
            calls = [part for other in stated for part in walk(other) if isinstance(part, Call)]
            return any(Call(call.name, (other,)) in calls for call in calls if call.args == (p,) for other in (q,))
        case _:
            return False


def _calls(node: Node, definitions: list[Relation]) -> bool:
    names = {definition.left.name for definition in definitions if isinstance(definition.left, Call)}
    return any(isinstance(part, Call) and part.name in names for part in walk(node))


def _equal(a: Node, b: Node) -> bool:
    try:
        return isinstance(a, Expr) and isinstance(b, Expr) and exact(a).equals(exact(b))
    except ExpressionError:
        return False
