"""The words of one step: nothing that they name may be otherwise in the lines."""

from __future__ import annotations

import re
from math import gcd, lcm

from generation.expression.render import infix
from generation.expression.tree import Expr, Logic, Node, Num, Relation, symbols, walk
from generation.verify.reasons.facts import (
    FACTS,
    coefficients,
    of_two,
    sum_and_product,
)
from generation.verify.reasons.formulas import is_graph_at_line, is_known, judge_relation, unexplained
from generation.verify.reasons.laws import is_law_of_line
from generation.verify.reasons.named import numbers_from_nowhere
from generation.verify.reasons.operations import OPERATIONS
from generation.verify.reasons.putting import held_by_putting_in
from generation.verify.reasons.sources import has_next_bounds, unrelated
from generation.verify.reasons.words import FORMULA, Around, FalseWordsError, Said, is_among, matched, said, same, whole

_SUM_AND_PRODUCT = re.compile(
    rf"합이 {FORMULA}, ?곱이 {FORMULA}인 두 수는 {FORMULA}[과와] {FORMULA}|"
    rf"sum {FORMULA} and product {FORMULA} are {FORMULA} and {FORMULA}"
)
_MULTIPLE = re.compile(rf"{FORMULA}[과와] {FORMULA}의 최소공배수|least common multiple of {FORMULA} and {FORMULA}")
_DIVISOR = re.compile(rf"{FORMULA}[과와] {FORMULA}의 최대공약수|greatest common divisor of {FORMULA} and {FORMULA}")
_FACTORED = re.compile(rf"{FORMULA}[을를] 소인수분해하면 {FORMULA}")
_COEFFICIENTS = re.compile(r"근의 ?공식|quadratic formula", re.IGNORECASE)


def judge(text: str, around: Around) -> list[str]:
    """Numbers in the words that come from nowhere. Raises FalseWordsError where the words contradict the lines."""
    step = said(text, around.definitions)
    if not step.formulas:
        return []
    shown = _operations(step, around)
    for number, product in matched(_FACTORED, step):
        if not same(number, product):
            raise FalseWordsError("a factorization of another number")
        if whole(number) in around.numbers:
            shown += [node for node in (number, product) if node is not None]
    for four in matched(_SUM_AND_PRODUCT, step):
        shown += sum_and_product([node for node in four if isinstance(node, Expr)])
    for pattern, function in ((_MULTIPLE, lcm), (_DIVISOR, gcd)):
        for two in matched(pattern, step):
            shown += of_two(two, function, step, around)
    for fact in FACTS:
        shown += fact(step, around)
    logics = [node for node in step.formulas if isinstance(node, Logic)]
    if _COEFFICIENTS.search(step.words):
        shown += coefficients(step, around)
    else:
        shown += [node for node in logics if judge_relation(node, step, around)]
    shown += held_by_putting_in(step, around)
    shown += [node for node in logics if not is_among(node, shown) and _is_held(node, around)]
    strange = unexplained(step, shown, around)
    strange += [infix(node) for node in logics if not is_among(node, shown)]
    return strange + step.denied + numbers_from_nowhere(step, shown, around)


def _is_held(node: Logic, around: Around) -> bool:
    """Whether a relation is true of numbers of the problem, one of its own, or one that the line is an instance of."""
    if not symbols(node):
        return not unrelated([node], around) and has_next_bounds(node)
    if not any(isinstance(part, Num) for part in walk(node)):
        return True
    return is_law_of_line(node, around) or (
        isinstance(node, Relation) and (is_known(node, around) or is_graph_at_line(node, around))
    )


def _operations(step: Said, around: Around) -> list[Node]:
    """The formulas of the operations that are named; each leads to the line."""
    shown: list[Node] = []
    for pattern, follows in OPERATIONS:
        for (formula,) in matched(pattern, step):
            if isinstance(formula, Expr) and around.line is not None:
                if not follows(formula, around.line, around):
                    what = step.words.replace(FORMULA, "…")
                    raise FalseWordsError(f"'{what}' with {infix(formula)} does not lead to this line")
                shown.append(formula)
    return shown
