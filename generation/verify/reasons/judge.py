"""The words of one step: nothing that they name may be otherwise in the lines."""

from __future__ import annotations

import re
from math import gcd, lcm

from generation.expression.render import infix
from generation.expression.tree import Expr, Logic, Node, Relation, symbols
from generation.verify.reasons.facts import (
    about_data,
    about_integers,
    about_pairs,
    about_remainder,
    coefficients,
    of_two,
    sum_and_product,
)
from generation.verify.reasons.formulas import is_known, judge_relation, unexplained
from generation.verify.reasons.operations import OPERATIONS
from generation.verify.reasons.sources import from_nowhere, unrelated
from generation.verify.reasons.words import FORMULA, Around, FalseWordsError, Said, matched, said, same

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
    step = said(text)
    if not step.formulas:
        return []
    shown = _operations(step, around)
    for number, product in matched(_FACTORED, step):
        if not same(number, product):
            raise FalseWordsError("a factorization of another number")
        shown += [node for node in (number, product) if node is not None]
    shown += about_integers(step, around)
    shown += about_pairs(step, around)
    for four in matched(_SUM_AND_PRODUCT, step):
        sum_and_product([node for node in four if isinstance(node, Expr)])
    for pattern, function in ((_MULTIPLE, lcm), (_DIVISOR, gcd)):
        for two in matched(pattern, step):
            of_two(two, function, around)
    about_data(step, around)
    about_remainder(step, around)
    if quadratic := _COEFFICIENTS.search(step.words) is not None:
        coefficients(step, around)
    for node in step.formulas:
        if isinstance(node, Logic):
            if not quadratic:
                judge_relation(node, step, around)
            if not symbols(node) or (isinstance(node, Relation) and is_known(node, around)):
                shown.append(node)
    strange = unexplained(step, shown, around)
    named = [node for node in step.formulas if node is not None and node not in shown]
    claims = [node for node in step.formulas if isinstance(node, Logic) and not symbols(node)]
    return strange + from_nowhere(named, around) + unrelated(claims, around)


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
