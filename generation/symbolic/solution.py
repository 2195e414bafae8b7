"""The worked solution: the derivation's lines, each with the reason that a teacher would write."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

from generation.diagnose.derivation import Line, derive
from generation.diagnose.procedure.reasons import reason_text
from generation.expression.errors import ExpressionError
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
    number,
)
from generation.problem import Language, Model, Step
from generation.symbolic.particles import fill
from generation.symbolic.presentation import presented

DIVIDE = {"ko": "양변을 {}[으로] 나누면", "en": "divide both sides by {}"}
DIVIDE_NEGATIVE = {
    "ko": "양변을 음수 {}[으로] 나누면 부등호의 방향이 바뀌므로",
    "en": "divide both sides by the negative number {} and turn the sign",
}
CLEAR = {
    "ko": "양변에 분모의 최소공배수 {}[을] 곱하면",
    "en": "multiply both sides by {}, the least common denominator",
}
FORMULA = {
    "ko": "근의 공식에 {}, {}, {}[을] 대입하면",
    "en": "put {}, {} and {} into the quadratic formula",
}
FORMULA_DONE = {"ko": "근호 안을 계산하고 정리하면", "en": "work out the root and simplify"}


def worked_solution(model: Model, language: Language) -> tuple[Step, ...]:
    """The steps from the given formula to the answer. Raises NotDerivableError where none is known."""
    lines = derive(model).lines
    steps: list[Step] = []
    for before, line in pairwise(lines):
        if line.reason == "formula" and isinstance(before.node, Relation):
            steps += _formula_steps(before.node, line, model.ask.unknowns[0], language)
        else:
            steps.append(Step(_words(before, line, language), _written(line.node, model)))
    return tuple(steps)


def _written(node: Node, model: Model) -> str:
    return infix(presented(node) if model.ask.kind == "solve" else node)


def _words(before: Line, line: Line, language: Language) -> str:
    """The reason with the number in it where one step on a single relation shows which."""
    if isinstance(before.node, Relation) and isinstance(line.node, Relation):
        factor = _factor(before.node, line.node)
        if factor is not None and factor > 1 and line.reason == "clear-denominators":
            return fill(CLEAR[language], number(factor))
        if factor is not None and factor not in (0, 1):
            if line.reason == "divide":
                return fill(DIVIDE[language], number(1 / factor))
            if line.reason == "divide-negative" and factor < 0:
                return fill(DIVIDE_NEGATIVE[language], number(1 / factor))
    return reason_text(line.reason, language)


def _factor(before: Relation, after: Relation) -> Fraction | None:
    """What both sides were multiplied by, where it is one number."""
    try:
        for old, new in ((before.left, after.left), (before.right, after.right)):
            first, second = exact(old).polynomial(), exact(new).polynomial()
            if first is None or second is None:
                return None
            for key, coefficient in first.terms.items():
                return second.terms.get(key, Fraction(0)) / coefficient
    except ExpressionError:
        return None
    return None


def _formula_steps(relation: Relation, line: Line, name: str, language: Language) -> list[Step]:
    """The formula with the coefficients put in, then what comes of it."""
    left, right = exact(relation.left).polynomial(), exact(relation.right).polynomial()
    done = _written_roots(line.node)
    coefficients = None if left is None or right is None else _whole_coefficients(left - right, name)
    if coefficients is None:
        return [Step(reason_text("formula", language), done)]
    c, b, a = coefficients
    named = [Relation("=", Sym(letter), integer(value)) for letter, value in zip("abc", (a, b, c), strict=True)]
    roots = tuple(Relation("=", Sym(name), _by_formula(a, b, c, sign)) for sign in (1, -1))
    return [Step(fill(FORMULA[language], *named), infix(Or(roots))), Step(FORMULA_DONE[language], done)]


def _written_roots(node: Node) -> str:
    return infix(presented(node))


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
