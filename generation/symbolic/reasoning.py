"""Why a line follows from the one before, said with the numbers and letters of that line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from math import gcd, isqrt

from generation.diagnose.derivation import Line
from generation.diagnose.procedure.reasons import reason_text
from generation.expression.errors import ExpressionError
from generation.expression.exact import exact
from generation.expression.polynomial import Polynomial
from generation.expression.tree import (
    Add,
    And,
    Call,
    Div,
    Expr,
    Mul,
    Node,
    Num,
    Pow,
    Relation,
    Sub,
    children,
    factors,
    number,
    symbols,
    terms,
    walk,
)
from generation.problem import Language
from generation.symbolic.particles import fill

Phrase = dict[Language, str]
DIVIDE: Phrase = {"ko": "양변을 {}[으로] 나누면", "en": "divide both sides by {}"}
TIMES: Phrase = {"ko": "양변에 {}[을] 곱하면", "en": "multiply both sides by {}"}
DIVIDE_NEGATIVE: Phrase = {
    "ko": "양변을 음수 {}[으로] 나누면 부등호의 방향이 바뀌므로",
    "en": "divide both sides by the negative number {} and turn the inequality sign",
}
CLEAR: Phrase = {
    "ko": "양변에 분모의 최소공배수 {}[을] 곱하면",
    "en": "multiply both sides by {}, the least common denominator",
}
PUT_IN: Phrase = {"ko": "{}[을] 다른 식에 대입하면", "en": "put {} into the other equation"}
PLUS: Phrase = {"ko": "두 식을 변끼리 더하면", "en": "add the two equations"}
MINUS: Phrase = {
    "ko": "첫째 식에서 둘째 식을 변끼리 빼면",
    "en": "subtract the second equation from the first",
}
REORDER: Phrase = {"ko": "항의 순서를 바꾸어 쓰면", "en": "write the terms in order"}
DISTRIBUTE: Phrase = {
    "ko": "분배법칙을 이용하여 괄호를 풀면",
    "en": "expand the bracket by the distributive law",
}
ADD_EXPONENTS: Phrase = {
    "ko": "밑이 같은 거듭제곱의 곱은 지수끼리 더하므로",
    "en": "add the exponents of powers with the same base",
}
MULTIPLY_EXPONENTS: Phrase = {
    "ko": "거듭제곱의 거듭제곱은 지수끼리 곱하므로",
    "en": "multiply the exponents of a power of a power",
}
EACH_FACTOR: Phrase = {"ko": "괄호 안의 인수를 각각 거듭제곱하면", "en": "raise every factor to the power"}
SUBTRACT_EXPONENTS: Phrase = {
    "ko": "밑이 같은 거듭제곱의 나눗셈은 지수끼리 빼므로",
    "en": "subtract the exponents of powers with the same base",
}
EACH_TERM: Phrase = {"ko": "분자의 각 항을 {}[으로] 나누면", "en": "divide each term of the numerator by {}"}
AS_COEFFICIENT: Phrase = {"ko": "분수를 계수로 나타내면", "en": "write the fractions as coefficients"}
COMMON: Phrase = {
    "ko": "분모의 최소공배수 {}[으로] 통분하면",
    "en": "write both over the common denominator {}",
}
LOWEST: Phrase = {
    "ko": "분자와 분모를 최대공약수 {}[으로] 나누면",
    "en": "divide numerator and denominator by {}, their greatest common divisor",
}
ROOTS_TIMES: Phrase = {
    "ko": "근호 밖의 수끼리, 근호 안의 수끼리 곱하여 정리하면",
    "en": "multiply the numbers outside the roots and those inside, and simplify",
}
UNDER_ROOT: Phrase = {"ko": "근호 안을 계산하면", "en": "work out what is under the root"}
LIKE_ROOTS: Phrase = {
    "ko": "근호 안의 수가 같은 항끼리 모으면",
    "en": "collect the terms with the same root",
}
TAKE_OUT: Phrase = {"ko": "공통인수 {}[으로] 묶으면", "en": "take out the common factor {}"}
SQUARE_FORM: Phrase = {
    "ko": "완전제곱식으로 나타내면",
    "en": "write it as a perfect square",
}
CONJUGATES: Phrase = {
    "ko": "제곱의 차는 합과 차의 곱이므로",
    "en": "a difference of squares is the product of sum and difference",
}
SUM_AND_PRODUCT: Phrase = {
    "ko": "합이 {}, 곱이 {}인 두 수는 {}[과] {}이므로 인수분해하면",
    "en": "the two numbers with sum {} and product {} are {} and {}, so factor",
}


def reason(before: Line, line: Line, language: Language) -> str:
    """The words above a line of a worked solution."""
    said = _SAYERS[line.reason](before.node, line.node, language) if line.reason in _SAYERS else None
    return said or reason_text(line.reason, language)


def _changed(before: Node, after: Node) -> tuple[Relation, Relation] | None:
    """The relation that changed, old and new, where it is one; in a system the other one stays."""
    if isinstance(before, Relation) and isinstance(after, Relation):
        return before, after
    if isinstance(before, And) and isinstance(after, And) and len(before.parts) == len(after.parts):
        pairs = [(old, new) for old, new in zip(before.parts, after.parts, strict=True) if old != new]
        if len(pairs) == 1:
            old, new = pairs[0]
            return (old, new) if isinstance(old, Relation) and isinstance(new, Relation) else None
    return None


def _factor(before: Node, after: Node) -> Fraction | None:
    """What both sides of the changed relation were multiplied by, where that is one number other than 0 and 1."""
    pair = _changed(before, after)
    if pair is None:
        return None
    try:
        for old, new in ((pair[0].left, pair[1].left), (pair[0].right, pair[1].right)):
            first, second = exact(old).polynomial(), exact(new).polynomial()
            if first is not None and second is not None and first.terms:
                key, coefficient = next(iter(first.terms.items()))
                factor = second.terms.get(key, Fraction(0)) / coefficient
                return factor if factor not in (0, 1) else None
    except ExpressionError:
        return None
    return None


def _divide(before: Node, after: Node, language: Language) -> str | None:
    factor = _factor(before, after)
    if factor is None:
        return None
    divisor = 1 / factor
    if divisor == -1 or divisor.denominator > 1:
        return fill(TIMES[language], number(factor))
    return fill(DIVIDE[language], number(divisor))


def _divide_negative(before: Node, after: Node, language: Language) -> str | None:
    factor = _factor(before, after)
    return fill(DIVIDE_NEGATIVE[language], number(1 / factor)) if factor is not None and factor < 0 else None


def _clear(before: Node, after: Node, language: Language) -> str | None:
    factor = _factor(before, after)
    return fill(CLEAR[language], number(factor)) if factor is not None and factor > 1 else None


def _substitute(before: Node, after: Node, language: Language) -> str | None:
    if not isinstance(before, And) or not isinstance(after, And):
        return None
    kept = [part for part in before.parts if part in after.parts]
    return fill(PUT_IN[language], kept[0]) if len(kept) == 1 else None


def _eliminate(before: Node, after: Node, language: Language) -> str | None:
    if not isinstance(before, And) or not isinstance(after, And):
        return None
    rows = [_gap(part) for part in before.parts]
    news = [_gap(part) for part in after.parts if part not in before.parts]
    if len(rows) != 2 or len(news) != 1:
        return None
    first, second, new = rows[0], rows[1], news[0]
    if first is None or second is None or new is None:
        return None
    if new.terms == (first + second).terms:
        return PLUS[language]
    return MINUS[language] if new.terms == (first - second).terms else None


def _gap(part: Node) -> Polynomial | None:
    if not isinstance(part, Relation):
        return None
    left, right = exact(part.left).polynomial(), exact(part.right).polynomial()
    return None if left is None or right is None else left - right


def _collect(before: Node, after: Node, language: Language) -> str | None:
    pair = _changed(before, after)
    if pair is not None:
        old = pair[0].left if pair[0].left != pair[1].left else pair[0].right
        new = pair[1].left if pair[0].left != pair[1].left else pair[1].right
        if isinstance(old, Div) and not isinstance(new, Add | Sub):
            return AS_COEFFICIENT[language]
        return REORDER[language] if _same_terms(old, new) else None
    if not isinstance(before, Expr) or not isinstance(after, Expr):
        return None
    if _same_terms(before, after):
        return REORDER[language]
    return _of_product(before, language)


def _same_terms(old: Expr, new: Expr) -> bool:
    first, second = terms(old), terms(new)
    return len(first) == len(second) > 1 and all(term in second for term in first)


def _of_product(before: Expr, language: Language) -> str | None:
    """What is done to a single product, quotient or power with letters."""
    sums = any(isinstance(part, Add | Sub) for part in walk(before))
    match before:
        case Div(_, Num() as bottom) if sums:
            return fill(EACH_TERM[language], bottom)
        case _ if sums:
            return DISTRIBUTE[language] if not isinstance(before, Add | Sub) else None
        case Pow(Pow(), _):
            return MULTIPLY_EXPONENTS[language]
        case Pow():
            return EACH_FACTOR[language]
        case Div():
            return SUBTRACT_EXPONENTS[language]
        case Mul():
            return ADD_EXPONENTS[language]
    return None


def _expand(before: Node, after: Node, language: Language) -> str | None:
    brackets = any(
        isinstance(part, Mul | Pow | Sub | Add) and _holds_sum(part) for part in walk(before) if isinstance(part, Expr)
    )
    if not brackets and any(isinstance(part, Div) for part in walk(before)):
        return AS_COEFFICIENT[language]
    return None


def _holds_sum(expr: Expr) -> bool:
    inner = children(expr)[1:] if isinstance(expr, Add | Sub) else children(expr)
    return any(isinstance(part, Add | Sub) for part in inner)


def _common(before: Node, after: Node, language: Language) -> str | None:
    bottoms = {part.right for part in walk(after) if isinstance(part, Div) and isinstance(part.right, Num)}
    return fill(COMMON[language], bottoms.pop()) if len(bottoms) == 1 else None


def _reduce(before: Node, after: Node, language: Language) -> str | None:
    match before:
        case Div(Num(top), Num(bottom)) if gcd(int(top), int(bottom)) > 1:
            return fill(LOWEST[language], number(gcd(int(top), int(bottom))))
    return None


def _roots(before: Node, after: Node, language: Language) -> str | None:
    match before:
        case Mul():
            return ROOTS_TIMES[language]
        case Call("sqrt", (Add() | Sub(),)):
            return UNDER_ROOT[language]
        case Add() | Sub():
            return LIKE_ROOTS[language]
    return None


def _factored(before: Node, after: Node, language: Language) -> str | None:
    old = before.left if isinstance(before, Relation) else before
    new = after.left if isinstance(after, Relation) else after
    if not isinstance(old, Expr) or not isinstance(new, Expr):
        return None
    match new:
        case Pow():
            return SQUARE_FORM[language]
        case Mul():
            outside = [part for part in factors(new) if not isinstance(part, Add | Sub | Pow)]
            brackets = [part for part in factors(new) if isinstance(part, Add | Sub)]
            if outside and len(brackets) == 1 and len(factors(new)) == len(outside) + 1:
                return fill(TAKE_OUT[language], _joined(outside))
            if len(brackets) == 2 and not outside:
                return _two_brackets(old, language)
    return None


def _joined(parts: Sequence[Expr]) -> Expr:
    product = parts[0]
    for part in parts[1:]:
        product = Mul(product, part, implicit=True)
    return product


def _two_brackets(old: Expr, language: Language) -> str | None:
    polynomial = exact(old).polynomial()
    if polynomial is None:
        return None
    if len(polynomial.terms) == 2 and len(terms(old)) == 2:
        return CONJUGATES[language]
    names = sorted(symbols(old))
    values = polynomial.rational_coefficients(names[0]) if len(names) == 1 else None
    if values is None or len(values) != 3 or values[2] != 1:
        return None
    discriminant = values[1] * values[1] - 4 * values[0]
    if discriminant < 0 or any(value.denominator != 1 for value in values):
        return None
    root = isqrt(int(discriminant))
    pair = [(values[1] - root) / 2, (values[1] + root) / 2]
    if pair[0] * pair[1] != values[0]:
        return None
    return fill(SUM_AND_PRODUCT[language], *(number(v) for v in (values[1], values[0], *pair)))


Sayer = Callable[[Node, Node, Language], str | None]
_SAYERS: dict[str, Sayer] = {
    "divide": _divide,
    "divide-negative": _divide_negative,
    "clear-denominators": _clear,
    "substitute": _substitute,
    "eliminate": _eliminate,
    "collect": _collect,
    "exponent-laws": _collect,
    "expand": _expand,
    "common-denominator": _common,
    "reduce": _reduce,
    "collect-roots": _roots,
    "factor": _factored,
}
