"""Formulas in words: what is put in, what is a root, the formula that a line is an instance of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import product

from generation.equivalence.relations import difference_of, solution_set
from generation.expression.errors import ExpressionError
from generation.expression.exact import exact, rational_value
from generation.expression.render import infix
from generation.expression.tree import (
    Add,
    Call,
    Expr,
    Logic,
    Mul,
    Neg,
    Node,
    Num,
    Pow,
    Relation,
    Sub,
    Sym,
    children,
    number,
    rebuild,
    substitute,
    symbols,
    walk,
)
from generation.verify.crosscheck import holds_numerically
from generation.verify.reasons.operations import ONE, is_product
from generation.verify.reasons.words import FORMULA, Around, FalseWordsError, Said, matched, relations_in

_PUT = re.compile(r"대입|\bput\b|substitut", re.IGNORECASE)
_ROOT = re.compile(r"인수 ?정리|조립제법|so factor|divide by that factor|is a root", re.IGNORECASE)
_FACTORED_IN = re.compile(rf"{FORMULA}에 대하여 인수분해|factor in {FORMULA}")
_CASES = re.compile(
    rf"(?:합|차|곱)이 {FORMULA}인 경우|have the (?:sum|difference|product) {FORMULA}|"
    rf"제곱하여 {FORMULA}|whose square is {FORMULA}"
)
_PUT_FOR = re.compile(rf"{FORMULA}의 {FORMULA}에 {FORMULA}[을를] 대입|put {FORMULA} for {FORMULA}")
_CHOSEN = re.compile(rf"{FORMULA}(?:개|명)에서 {FORMULA}(?:개|명)[를을] (?:택|뽑)")
_MAX_TRIED = 250


def judge_relation(node: Logic, step: Said, around: Around) -> None:
    """A relation between numbers is true, one with letters is given. Raises FalseWordsError."""
    if not symbols(node):
        if holds_numerically(node, {}) is False:
            raise FalseWordsError(f"'{infix(node)}' is false")
        return
    if not isinstance(node, Relation):
        return
    if node.op != "=":
        _condition(node, around)
    elif isinstance(node.left, Sym) and _ROOT.search(step.words):
        _root(node.left.name, node, around)
    elif isinstance(node.left, Sym) and _PUT.search(step.words):
        _put_in(node.left.name, node, around)


def _condition(node: Relation, around: Around) -> None:
    """``x > 0`` as a reason is the domain, or given."""
    names = symbols(node)
    if len(names) != 1 or (name := next(iter(names))) not in around.domains:
        return
    said = solution_set(node, name)
    given = [part for part in relations_in([*around.stated, *around.before]) if symbols(part) == names]
    if said != around.domains[name] and all(solution_set(part, name) != said for part in given):
        raise FalseWordsError(f"'{infix(node)}' is given nowhere")


def _root(name: str, node: Relation, around: Around) -> None:
    """``x = 2`` is a root, and the line has its factor."""
    if around.line is None or name not in symbols(around.line) or (value := _number(node.right)) is None:
        return
    for part in walk(around.line):
        if isinstance(part, Add | Sub) and symbols(part) == {name}:
            polynomial = exact(part).polynomial()
            if polynomial is not None and polynomial.degree(name) == 1:
                at = substitute(part, {name: number(value)})
                if isinstance(at, Expr) and rational_value(at) == 0:
                    return
    raise FalseWordsError(f"the line has no factor for '{infix(node)}'")


def _put_in(name: str, node: Relation, around: Around) -> None:
    relations = relations_in([*around.stated, *around.before])
    known = [
        part.right
        for part in relations
        if part.op == "=" and part.left == node.left and symbols(part.right) == symbols(node.right)
    ]
    known += [number(value) for value in _arguments(name, around)] if not symbols(node.right) else []
    if known:
        if not any(is_product(right, node.right, ONE) for right in known):
            raise FalseWordsError(f"'{infix(node)}' is given nowhere")
        return
    is_declared = symbols(node) <= around.domains.keys() and len(symbols(node)) > 1
    if is_declared and not any(_is_proportional(part, node) for part in relations):
        raise FalseWordsError(f"'{infix(node)}' is given nowhere")


def _arguments(name: str, around: Around) -> Iterator[Fraction]:
    """The numbers at which the problem names values of a function of this letter."""
    calls = [part for node in around.stated for part in walk(node) if isinstance(part, Call) and len(part.args) == 1]
    functions = {call.name for call in calls if call.args[0] == Sym(name)}
    for call in calls:
        if call.name in functions and (value := _number(call.args[0])) is not None:
            yield value


def is_known(node: Relation, around: Around) -> bool:
    """Whether a relation is one of the problem or of the lines, multiplied by a number."""
    nodes = [*around.stated, *around.before, *([] if around.line is None else [around.line])]
    try:
        return any(part.op == node.op and _is_proportional(part, node) for part in relations_in(nodes))
    except ExpressionError:
        return False


def _is_proportional(a: Relation, b: Relation) -> bool:
    first, second = difference_of(a).top, difference_of(b).top
    if not first.terms or first.terms.keys() != second.terms.keys():
        return False
    key = next(iter(first.terms))
    return first.scaled(second.terms[key] / first.terms[key]) == second


def _number(expr: Expr) -> Fraction | None:
    return None if symbols(expr) else rational_value(expr)


def unexplained(step: Said, shown: list[Node], around: Around) -> list[str]:
    """Expressions with letters in the words that no line has and is an instance of. Raises FalseWordsError."""
    for (power,) in matched(_FACTORED_IN, step):
        if isinstance(power, Pow) and around.line is not None and power not in walk(around.line):
            raise FalseWordsError(f"the line has no {infix(power)}")
    for (case,) in matched(_CASES, step):
        if isinstance(case, Expr) and (value := _number(case)) is not None and value not in around.numbers:
            raise FalseWordsError(f"{value} is not what the problem asks about")
    _arguments_put_in(step, around)
    _chosen(step, around)
    found: list[str] = []
    for node in step.formulas:
        if isinstance(node, Expr) and not isinstance(node, Sym | Num | Neg) and node not in shown:
            if not symbols(node) and any(isinstance(part, Call) for part in walk(node)):
                continue
            if not any(isinstance(part, Num) for part in walk(node)):
                continue  # nothing that could be another number
            plain = _without_degrees(node)
            try:
                known = _is_shift(plain, around) or _occurs(plain, around) or _has_instance(plain, around)
            except ExpressionError:
                known = False
            if known:
                shown.append(node)
            else:
                found.append(infix(node))
    return found


def _arguments_put_in(step: Said, around: Around) -> None:
    """``put 2 for x`` puts in the number at which the function is asked for."""
    for found in matched(_PUT_FOR, step):
        value, letter = (found[2], found[1]) if len(found) == 3 else found
        if isinstance(value, Expr) and isinstance(letter, Sym):
            known = set(_arguments(letter.name, around))
            if known and _number(value) not in known:
                raise FalseWordsError(f"{infix(value)} is not put in")


def _chosen(step: Said, around: Around) -> None:
    """``from 6 choose 2`` is the line's ``P(6, 2)`` or ``C(6, 2)``."""
    calls = [
        [_number(arg) for arg in part.args]
        for node in (*around.stated, *([] if around.line is None else [around.line]))
        for part in walk(node)
        if isinstance(part, Call) and part.name in ("P", "C", "H")
    ]
    for pair in matched(_CHOSEN, step) if calls else ():
        total, chosen = (_number(node) if isinstance(node, Expr) else None for node in pair)
        if total is None or chosen is None:
            continue
        repeated = [[total + chosen - 1, chosen], [total + chosen - 1, total - 1]] if "중복" in step.words else []
        if not any(call in calls for call in [[total, chosen], *repeated]):
            raise FalseWordsError("other numbers are chosen from")


def _without_degrees(node: Expr) -> Expr:
    if isinstance(node, Call) and node.name == "degrees":
        return node.args[0]
    parts = children(node)
    rebuilt = (
        rebuild(node, tuple(_without_degrees(part) for part in parts if isinstance(part, Expr))) if parts else node
    )
    assert isinstance(rebuilt, Expr)
    return rebuilt


def _is_shift(node: Expr, around: Around) -> bool:
    """``100x`` for a repeating decimal: its digits moved to the left."""
    match node:
        case Mul(Num(value, 0), Sym()) if set(str(value)) <= {"0", "1"} and str(value).startswith("1"):
            return any(isinstance(part, Num) and part.repeating for tree in around.stated for part in walk(tree))
    return False


def _occurs(node: Expr, around: Around) -> bool:
    nodes = [*around.stated, *around.before, *([] if around.line is None else [around.line])]
    for part in (part for tree in nodes for part in walk(tree)):
        if isinstance(part, Expr) and symbols(part) == symbols(node) and is_product(part, node, ONE):
            return True
    return False


def _stated(around: Around) -> set[Fraction]:
    found = set(around.numbers)
    return found | {part.value for node in around.stated for part in walk(node) if isinstance(part, Num)}


def _has_instance(node: Expr, around: Around) -> bool:
    """Whether the line, or a side of it, is what the formula is for some numbers of the problem."""
    if around.line is None:
        return False
    names, pool = sorted(symbols(node)), sorted(_stated(around))
    sides = [around.line] if isinstance(around.line, Expr) else []
    sides += [side for part in relations_in([around.line]) for side in (part.left, part.right)]
    sides += [part.args[0] for part in walk(around.line) if isinstance(part, Call) and part.name == "sqrt"]
    targets = [exact(side) for side in sides if not symbols(side)]
    if len(pool) ** len(names) > _MAX_TRIED:
        return False
    for values in product(pool, repeat=len(names)):
        tree = substitute(node, {name: number(value) for name, value in zip(names, values, strict=True)})
        if isinstance(tree, Expr) and any(_has_value(tree, target) for target in targets):
            return True
    return False


def _has_value(tree: Expr, target: object) -> bool:
    try:
        return exact(tree) == target
    except ExpressionError:
        return False
