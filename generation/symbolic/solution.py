"""The worked solution: the derivation's lines, with the lines that a teacher would not leave out."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

from generation.diagnose.derivation import Line, derive
from generation.diagnose.procedure.reasons import reason_text
from generation.expression.exact import exact
from generation.expression.polynomial import Polynomial
from generation.expression.render import infix
from generation.expression.tree import (
    Add,
    Call,
    Div,
    Expr,
    Mul,
    Neg,
    Node,
    Num,
    Or,
    Pow,
    Relation,
    Sub,
    Sym,
    integer,
)
from generation.problem import Language, Model, Step
from generation.symbolic.particles import fill
from generation.symbolic.presentation import presented
from generation.symbolic.reasoning import REORDER, Phrase, reason

FORMULA: Phrase = {
    "ko": "근의 공식에 {}, {}, {}[을] 대입하면",
    "en": "put {}, {} and {} into the quadratic formula",
}
FORMULA_DONE: Phrase = {"ko": "근호 안을 계산하고 정리하면", "en": "work out the root and simplify"}
RATIONALIZE: Phrase = {
    "ko": "분모와 분자에 각각 {}[을] 곱하면",
    "en": "multiply numerator and denominator by {}",
}
RATIONALIZED: Phrase = {"ko": "계산하여 정리하면", "en": "work it out and simplify"}


def worked_solution(model: Model, language: Language) -> tuple[Step, ...]:
    """The steps from the given formula to the answer. Raises NotDerivableError where none is known."""
    steps: list[Step] = []
    lines = derive(model).lines
    for before, line in pairwise(lines):
        if line.reason == "formula" and isinstance(before.node, Relation):
            steps += _formula_steps(before.node, line, model.ask.unknowns[0], language)
        elif model.ask.form == "rationalized" and (between := _rationalizing(before.node, language)) is not None:
            steps += [between, Step(RATIONALIZED[language], infix(line.node))]
        else:
            told = reason(before, line, language)
            if told != REORDER[language] or line is lines[-1]:
                steps.append(Step(told, _written(line.node, model)))
    return tuple(steps)


def _written(node: Node, model: Model) -> str:
    return infix(presented(node) if model.ask.kind == "solve" else node)


def _rationalizing(node: Node, language: Language) -> Step | None:
    """a/√n written as a√n over √n√n, where one root stands below, with or without a number before it."""
    match node:
        case Div(top, Call("sqrt", _) as root) | Div(top, Mul(Num(), Call("sqrt", _) as root)):
            by = Mul(top, root), Mul(node.right, root)
            return Step(fill(RATIONALIZE[language], root), infix(Div(*by)))
    return None


def _formula_steps(relation: Relation, line: Line, name: str, language: Language) -> list[Step]:
    """The formula with the coefficients put in, then what comes of it."""
    left, right = exact(relation.left).polynomial(), exact(relation.right).polynomial()
    done = infix(presented(line.node))
    coefficients = None if left is None or right is None else _whole_coefficients(left - right, name)
    if coefficients is None:
        return [Step(reason_text("formula", language), done)]
    c, b, a = coefficients
    named = [Relation("=", Sym(letter), integer(value)) for letter, value in zip("abc", (a, b, c), strict=True)]
    roots = tuple(Relation("=", Sym(name), _by_formula(a, b, c, sign)) for sign in (1, -1))
    return [Step(fill(FORMULA[language], *named), infix(Or(roots))), Step(FORMULA_DONE[language], done)]


def _whole_coefficients(difference: Polynomial, name: str) -> list[int] | None:
    values = difference.rational_coefficients(name)
    if values is None or len(values) != 3 or any(value.denominator != 1 for value in values):
        return None
    return [int(value) for value in values]


def _by_formula(a: int, b: int, c: int, sign: int) -> Expr:
    """(-b ± √(b² - 4ac))/(2a) with the numbers put in."""
    two = Num(Fraction(2))
    product = Mul(Mul(Num(Fraction(4)), integer(a)), integer(c))
    root = Call("sqrt", (Sub(Pow(integer(b), two), product),))
    minus_b: Expr = Neg(integer(b)) if b > 0 else integer(-b)
    return Div(Add(minus_b, root) if sign > 0 else Sub(minus_b, root), Mul(two, integer(a)))
