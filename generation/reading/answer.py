"""From the text of an answer to values as the design writes them."""

from __future__ import annotations

import re
from itertools import pairwise

from generation.expression.errors import ExpressionError
from generation.expression.exact import exact
from generation.expression.normal import polynomial_tree
from generation.expression.parser import parse, parse_expression
from generation.expression.render import infix
from generation.expression.tree import (
    And,
    Collection,
    Everything,
    Expr,
    Node,
    Nothing,
    Or,
    Quantity,
    Relation,
    RelationOp,
    Sub,
    Sym,
    symbols,
)
from generation.problem import AnswerValue, Model
from generation.reading.statement import Unread

_LENGTH = re.compile(r"(?<=[\dπ)])\s*(?:[kcm]?m)(?:\^?\{?[23]\}?|[²³])?$")
_DEGREES = re.compile(r"(?<=\d)\s*(?:°|\^\{?\\circ\}?|도|degrees?)$")
MAX_ANSWER = 4_000
"""Characters of an answer that are looked at."""
_SAYS = re.compile(r"=|<|>|≤|≥|는|은|is")
_TURNED: dict[RelationOp, RelationOp] = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "=", "!=": "!="}
_NOISE = re.compile(
    r"\$|^\s*(?:답|정답|answer|해|근)\s*[:：은는이가]?\s*|\s*(?:입니다|이다|이에요|임)?\s*[.。]?\s*$", re.IGNORECASE
)


def read_answer(text: str, model: Model) -> tuple[AnswerValue, ...] | Unread:
    """The values an answer claims, in the shape that the model's ask wants.

    A whole line ending in the answer (``1/2+1/3=2/5`` to the question ``1/2+1/3``) counts as its last side.
    """
    lines = [" ".join(line.split()) for line in text[:MAX_ANSWER].splitlines() if line.strip()]
    if len(lines) == 1 or not lines:
        return _read_line(lines[0] if lines else "", model, worked=False)
    if model.ask.kind == "solve" and (solved := _last_solved(lines, model)) is not None:
        return solved
    return _read_line(lines[-1], model, worked=True)


def _last_solved(lines: list[str], model: Model) -> tuple[AnswerValue, ...] | None:
    """The values of the last line that says what the unknown is; a check may follow it."""
    for line in reversed(lines):
        found = _read_line(line, model, worked=False)
        if isinstance(found, tuple) and found and all(_is_value(value) for value in found) and _SAYS.search(line):
            return found
    return None


def _is_value(value: AnswerValue) -> bool:
    return not isinstance(value, str) or isinstance(parse(value), Expr)


def _read_line(line: str, model: Model, *, worked: bool) -> tuple[AnswerValue, ...] | Unread:
    """One line; ``worked`` where others come before it, so that it need not begin with the question."""
    try:
        node = _without_units(parse(_bare(_NOISE.sub("", line).strip(), model)))
    except ExpressionError as error:
        return Unread(str(error))
    ask = model.ask
    if ask.kind == "solve":
        if worked and isinstance(node, Relation) and node.op == "=" and not symbols(node):
            return (infix(node.right),)  # 23 + 17 = 40, after a line that says what it is
        if _is_curve(node, model):
            return (infix(node),)
        return _solutions(node, ask.unknowns, tuple(model.symbols))
    if ask.kind == "truth":
        return _comparison(node, parse(ask.claim or "0"))
    last = _last_side(node, model, worked=worked)
    return last if isinstance(last, Unread) else (infix(last),)


def _is_curve(node: Node, model: Model) -> bool:
    """Whether an equation answers the question for the equation of a line or circle, which the model has as one."""
    unknowns = set(model.ask.unknowns)
    return (
        isinstance(node, Relation)
        and node.op == "="
        and len(unknowns) > 1
        and len(model.given) == 1
        and symbols(node) == unknowns
    )


def _bare(text: str, model: Model) -> str:
    """The text without a unit of length written close to a number, and without a degree sign where nothing is in
    radians."""
    written = " ".join((model.ask.of or "", *model.given, *model.define.values()))
    text = _LENGTH.sub("", text)
    return text if re.search(r"pi|sin|cos|tan|degrees", written) else _DEGREES.sub("", text)


def _without_units(node: Node) -> Node:
    """An answer with its unit as the bare number that models hold: ``6π cm`` is ``6π``, ``x = 3 cm`` is ``x = 3``."""
    match node:
        case Quantity(arg, _):
            return arg
        case Relation(op, left, right):
            return Relation(op, _without_units(left), _without_units(right))  # type: ignore[arg-type]
        case Collection(kind, items):
            return Collection(kind, tuple(_without_units(item) for item in items))
        case And(parts) | Or(parts):
            return type(node)(tuple(_without_units(part) for part in parts))  # type: ignore[misc]
        case _:
            return node


def _comparison(node: Node, claim: Node) -> tuple[AnswerValue, ...] | Unread:
    """A comparison of the two sides of a claim, in its order."""
    match node, claim:
        case Relation(op, a, b), Relation(_, left, right) if (a, b) == (left, right):
            return (infix(Relation(op, left, right)),)
        case Relation(op, a, b), Relation(_, left, right) if (b, a) == (left, right):
            return (infix(Relation(_TURNED[op], left, right)),)
        case _:
            return Unread("a comparison of the two sides is expected")


def _last_side(node: Node, model: Model, *, worked: bool) -> Expr | Unread:
    """The expression claimed: the node itself, or the last side of a line that starts with the question or ends a
    working."""
    if isinstance(node, Expr):
        return node
    relations = node.parts if isinstance(node, And) else (node,)
    if not all(isinstance(r, Relation) and r.op == "=" for r in relations):
        return Unread("one expression is expected as the answer")
    first, last = relations[0], relations[-1]
    assert isinstance(first, Relation)
    assert isinstance(last, Relation)
    if worked or (isinstance(first.left, Sym) and len(relations) == 1):
        return last.right
    question = parse_expression(model.ask.of or "0", frozenset(model.symbols))
    try:
        if first.left == question or exact(first.left).equals(exact(question)):
            return last.right
    except ExpressionError:
        pass
    return Unread("the line does not start with the question")


def _solutions(node: Node, unknowns: tuple[str, ...], names: tuple[str, ...]) -> tuple[AnswerValue, ...] | Unread:
    if len(unknowns) == 1 < len(names) and isinstance(node, Relation):
        return _literal(node, unknowns[0])
    match node:
        case Everything():
            return ("all",)
        case Nothing():
            return ()
    if len(unknowns) > 1:
        return _assignments(node, unknowns)
    name = unknowns[0]
    if (last := _end_of_chain(node, name)) is not None:
        return (infix(last),)
    values: list[AnswerValue] = []
    for part in _alternatives(node):
        match part:
            case Relation("=", Sym(left), right) if left == name:
                values.append(infix(right))
            case Relation("=", left_side, Sym(right_name)) if right_name == name:
                values.append(infix(left_side))
            case Relation() | And():
                values.append(infix(part))
            case Collection() | Or():
                return Unread("the answer is not a list of values")
            case _:
                values.append(infix(part))
    return tuple(values)


def _literal(node: Relation, name: str) -> tuple[AnswerValue, ...] | Unread:
    """One letter of an equation in several in terms of the others: ``6S = P`` for S is ``P/6``."""
    try:
        difference = exact(Sub(node.left, node.right)).polynomial()
    except ExpressionError as error:
        return Unread(str(error))
    if node.op != "=" or difference is None or difference.degree(name) != 1:
        return Unread(f"an equation that can be solved for {name} is expected")
    constant, slope = difference.coefficients(name)
    factor = slope.rational()
    if not factor:
        return Unread(f"an equation that is linear in {name} is expected")
    return (infix(polynomial_tree(constant.scaled(-1 / factor))),)


def _end_of_chain(node: Node, name: str) -> Expr | None:
    """The last side of ``x = -1+5 = 4``."""
    match node:
        case And((Relation("=", Sym(first), _), *_) as parts) if first == name:
            relations = [part for part in parts if isinstance(part, Relation) and part.op == "="]
            linked = all(a.right == b.left for a, b in pairwise(relations))
            return relations[-1].right if linked and len(relations) == len(parts) > 1 else None
        case _:
            return None


def _alternatives(node: Node) -> tuple[Node, ...]:
    match node:
        case Or(parts):
            return parts
        case Collection("list" | "set", items):
            return items
        case And(parts) if all(isinstance(p, Relation) and p.op == "=" for p in parts):
            return parts  # "x = 2 and x = 3", as students write it
        case _:
            return (node,)


def _assignments(node: Node, unknowns: tuple[str, ...]) -> tuple[AnswerValue, ...] | Unread:
    match node:
        case Collection("tuple", items) if len(items) == len(unknowns) and all(isinstance(i, Expr) for i in items):
            return ({name: infix(item) for name, item in zip(unknowns, items, strict=True)},)
        case Collection("list", items) | And(items):
            parts: tuple[Node, ...] = items
        case _:
            return Unread("values for " + ", ".join(unknowns) + " are expected")
    found: dict[str, str] = {}
    for part in parts:
        match part:
            case Relation("=", Sym(name), right) if name in unknowns and name not in found:
                found[name] = infix(right)
            case _:
                return Unread("values for " + ", ".join(unknowns) + " are expected")
    if set(found) != set(unknowns):
        return Unread("values for " + ", ".join(unknowns) + " are expected")
    return ({name: found[name] for name in unknowns},)
