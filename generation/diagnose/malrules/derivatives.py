"""Derivatives."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from generation.diagnose.malrule import mal_rule
from generation.expression.errors import ExpressionError
from generation.expression.exact import exact
from generation.expression.tree import (
    Add,
    Call,
    Div,
    Expr,
    Mul,
    Node,
    Num,
    Pow,
    Sub,
    Sym,
    number,
    substitute,
    symbols,
)

POWER_RULE = ("[12미적Ⅰ-02-03]", "[12미적Ⅰ-02-04]", "[12미적Ⅰ-02-01]", "[12미적Ⅰ-02-10]")
RULES = ("[12미적Ⅰ-02-04]",)
CHAIN = ("[12미적Ⅱ-02-05]",)
Point = tuple[Expr, ...]


def _derivative(node: Node) -> tuple[Expr, str, Point] | None:
    """What is differentiated, by which letter, and where."""
    match node:
        case Call("diff", (body, Sym(name), *point)):
            return body, name, tuple(point)
        case _:
            return None


def _put(body: Expr, name: str, point: Point) -> Node:
    return substitute(body, {name: point[0]}) if point else body


def _terms_rewritten(body: Expr, name: str, changed: str) -> Expr | None:
    """The derivative of a polynomial by a wrong power rule; None where a body is no sum of powers."""
    try:
        polynomial = exact(body).polynomial()
    except ExpressionError:
        return None
    c = None if polynomial is None else polynomial.rational_coefficients(name)
    if c is None or len(c) < 3:
        return None
    total: Expr | None = None
    for power in range(len(c) - 1, 0, -1):
        if not c[power]:
            continue
        factor = c[power] if changed == "factor" and power > 1 else c[power] * power
        exponent = power if changed == "exponent" and power > 1 else power - 1
        term = Mul(number(factor), Pow(Sym(name), Num(Fraction(exponent)))) if exponent else number(factor)
        total = term if total is None else Add(total, term)
    return total


@mal_rule(
    "power-rule-exponent-kept",
    ko="미분할 때 지수를 줄이지 않음",
    en="keeps the exponent when differentiating",
    belief_ko="$(x^n)'=nx^n$이라고 생각한다.",
    belief_en="believes that the derivative of x^n is n·x^n",
    standards=POWER_RULE,
    example=("$f(x)=x^3+2x$일 때, $f'(2)$의 값을 구하시오.", "26"),
    of="diff(x^3+2x, x, 2)",
    prior=1.8,
)
def power_rule_exponent_kept(node: Node) -> Iterator[Node]:
    found = _derivative(node)
    if found is not None and (wrong := _terms_rewritten(found[0], found[1], "exponent")) is not None:
        yield _put(wrong, *found[1:])


@mal_rule(
    "power-rule-factor-lost",
    ko="미분할 때 지수를 앞에 곱하지 않음",
    en="lowers the exponent without multiplying by it",
    belief_ko="$(x^n)'=x^{n-1}$이라고 생각한다.",
    belief_en="believes that the derivative of x^n is x^(n-1)",
    standards=POWER_RULE,
    example=("$f(x)=x^3+2x$일 때, $f'(2)$의 값을 구하시오.", "6"),
    of="diff(x^3+2x, x, 2)",
    prior=1.5,
)
def power_rule_factor_lost(node: Node) -> Iterator[Node]:
    found = _derivative(node)
    if found is not None and (wrong := _terms_rewritten(found[0], found[1], "factor")) is not None:
        yield _put(wrong, *found[1:])


@mal_rule(
    "constant-survives-derivative",
    ko="상수항을 미분해도 남겨 둠",
    en="keeps a constant when differentiating",
    belief_ko="상수항의 도함수는 그 상수라고 생각한다.",
    belief_en="believes that the derivative of a constant is the constant",
    standards=POWER_RULE,
    example=("$f(x)=x^2+5$일 때, $f'(3)$의 값을 구하시오.", "11"),
    of="diff(x^2+5, x, 3)",
    prior=1.8,
)
def constant_survives_derivative(node: Node) -> Iterator[Node]:
    found = _derivative(node)
    if found is None:
        return
    match found[0]:
        case Add(body, constant) if not symbols(constant):
            yield Add(Call("diff", (body, Sym(found[1]), *found[2])), constant)
        case Sub(body, constant) if not symbols(constant):
            yield Sub(Call("diff", (body, Sym(found[1]), *found[2])), constant)


@mal_rule(
    "chain-rule-inner-lost",
    ko="합성함수의 미분에서 속미분을 빠뜨림",
    en="leaves out the inner derivative",
    belief_ko="$\\{f(x)^n\\}'=nf(x)^{n-1}$이라고 생각한다.",
    belief_en="believes that the derivative of f(x)^n is n·f(x)^(n-1)",
    standards=(*CHAIN, *RULES),
    example=("$f(x)=(3x-1)^4$일 때, $f'(1)$의 값을 구하시오.", "32"),
    of="diff((3x-1)^4, x, 1)",
    prior=2.5,
)
def chain_rule_inner_lost(node: Node) -> Iterator[Node]:
    found = _derivative(node)
    if found is None:
        return
    match found[0]:
        case Pow(inner, Num(n)) if not isinstance(inner, Sym):
            yield _put(Mul(Num(n), Pow(inner, Num(n - 1))), *found[1:])
        case Mul(factor, Pow(inner, Num(n))) if not symbols(factor) and not isinstance(inner, Sym):
            yield _put(Mul(factor, Mul(Num(n), Pow(inner, Num(n - 1)))), *found[1:])


@mal_rule(
    "product-of-derivatives",
    ko="곱의 미분을 도함수의 곱으로 계산함",
    en="takes the product of the derivatives",
    belief_ko="$\\{f(x)g(x)\\}'=f'(x)g'(x)$라고 생각한다.",
    belief_en="believes that the derivative of a product is the product of the derivatives",
    standards=RULES,
    example=("$f(x)=(x^2+1)(2x-3)$일 때, $f'(1)$의 값을 구하시오.", "4"),
    of="diff((x^2+1)(2x-3), x, 1)",
    prior=2.5,
)
def product_of_derivatives(node: Node) -> Iterator[Node]:
    found = _derivative(node)
    if found is None:
        return
    body, name, point = found
    match body:
        case Mul(f, g) if name in symbols(f) & symbols(g):
            yield Mul(Call("diff", (f, Sym(name), *point)), Call("diff", (g, Sym(name), *point)))


@mal_rule(
    "quotient-of-derivatives",
    ko="몫의 미분을 도함수의 몫으로 계산함",
    en="takes the quotient of the derivatives",
    belief_ko="$\\left\\{\\frac{f(x)}{g(x)}\\right\\}'=\\frac{f'(x)}{g'(x)}$라고 생각한다.",
    belief_en="believes that the derivative of a quotient is the quotient of the derivatives",
    standards=("[12미적Ⅱ-02-04]",),
    example=("$f(x)=\\frac{x^2}{x+1}$일 때, $f'(1)$의 값을 구하시오.", "2"),
    of="diff(x^2/(x+1), x, 1)",
    prior=2.0,
)
def quotient_of_derivatives(node: Node) -> Iterator[Node]:
    found = _derivative(node)
    if found is None:
        return
    body, name, point = found
    match body:
        case Div(f, g) if name in symbols(f) and name in symbols(g):
            yield Div(Call("diff", (f, Sym(name), *point)), Call("diff", (g, Sym(name), *point)))


@mal_rule(
    "value-for-derivative",
    ko="미분계수 대신 함숫값을 구함",
    en="gives the value of the function for its derivative",
    belief_ko="$f'(a)$를 $f(a)$로 계산한다.",
    belief_en="works out f(a) for f'(a)",
    standards=("[12미적Ⅰ-02-01]", "[12미적Ⅰ-02-03]", "[12미적Ⅰ-02-04]", "[12미적Ⅰ-02-10]"),
    example=("$f(x)=x^3+2x$일 때, $f'(2)$의 값을 구하시오.", "12"),
    of="diff(x^3+2x, x, 2)",
    prior=1.2,
)
def value_for_derivative(node: Node) -> Iterator[Node]:
    found = _derivative(node)
    if found is not None and found[2]:
        yield _put(*found)
