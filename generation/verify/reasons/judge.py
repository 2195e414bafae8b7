"""The words of one step: nothing that they name may be otherwise in the lines."""

from __future__ import annotations

import re
from math import gcd, lcm

from generation.expression.render import infix
from generation.expression.tree import Expr, Logic, Node, Relation, Sym, symbols
from generation.verify.crosscheck import holds_numerically
from generation.verify.reasons.facts import about_data, about_integers, coefficients, of_two, sum_and_product
from generation.verify.reasons.operations import ONE, OPERATIONS, is_product
from generation.verify.reasons.sources import from_nowhere
from generation.verify.reasons.words import FORMULA, Around, FalseWordsError, matched, relations_in, said, same

_SUM_AND_PRODUCT = re.compile(
    rf"합이 {FORMULA}, ?곱이 {FORMULA}인 두 수는 {FORMULA}[과와] {FORMULA}|"
    rf"sum {FORMULA} and product {FORMULA} are {FORMULA} and {FORMULA}"
)
_MULTIPLE = re.compile(rf"{FORMULA}[과와] {FORMULA}의 최소공배수|least common multiple of {FORMULA} and {FORMULA}")
_DIVISOR = re.compile(rf"{FORMULA}[과와] {FORMULA}의 최대공약수|greatest common divisor of {FORMULA} and {FORMULA}")
_FACTORED = re.compile(rf"{FORMULA}[을를] 소인수분해하면 {FORMULA}")
_COEFFICIENTS = re.compile(r"근의 ?공식|quadratic formula", re.IGNORECASE)
_PUT = re.compile(r"대입|\bput\b|substitut", re.IGNORECASE)


def judge(text: str, around: Around) -> list[str]:
    """Numbers in the words that come from nowhere. Raises FalseWordsError where the words contradict the lines."""
    step = said(text)
    if not step.formulas:
        return []
    shown: list[Node] = []
    for pattern, follows in OPERATIONS:
        for (formula,) in matched(pattern, step):
            if isinstance(formula, Expr) and around.line is not None:
                if not follows(formula, around.line, around):
                    what = step.words.replace(FORMULA, "…")
                    raise FalseWordsError(f"'{what}' with {infix(formula)} does not lead to this line")
                shown.append(formula)
    for number, product in matched(_FACTORED, step):
        if not same(number, product):
            raise FalseWordsError("a factorization of another number")
        shown += [node for node in (number, product) if node is not None]
    shown += about_integers(step, around)
    for four in matched(_SUM_AND_PRODUCT, step):
        sum_and_product([node for node in four if isinstance(node, Expr)])
    for pattern, function in ((_MULTIPLE, lcm), (_DIVISOR, gcd)):
        for two in matched(pattern, step):
            of_two(two, function, around)
    about_data(step, around)
    if quadratic := _COEFFICIENTS.search(step.words) is not None:
        coefficients(step, around)
    for node in step.formulas:
        if isinstance(node, Logic):
            _true_relation(node, around, put=_PUT.search(step.words) is not None and not quadratic)
            shown += [] if symbols(node) else [node]
    return from_nowhere([node for node in step.formulas if node is not None and node not in shown], around)


def _true_relation(node: Logic, around: Around, *, put: bool) -> None:
    """A relation between numbers is true; a value that is put in is one that the problem, or a line before, gives."""
    if not symbols(node):
        if holds_numerically(node, {}) is False:
            raise FalseWordsError(f"'{infix(node)}' is false")
        return
    if not put or not isinstance(node, Relation) or node.op != "=" or not isinstance(node.left, Sym):
        return
    known = [
        part.right
        for part in relations_in([*around.stated, *around.before])
        if part.op == "=" and part.left == node.left and symbols(part.right) == symbols(node.right)
    ]
    if known and not any(is_product(right, node.right, ONE) for right in known):
        raise FalseWordsError(f"'{infix(node)}' is given nowhere")
