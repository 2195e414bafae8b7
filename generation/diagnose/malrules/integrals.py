"""Antiderivatives and definite integrals."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from generation.diagnose.malrule import mal_rule
from generation.diagnose.procedure.calculus import CONSTANT, antiderivative
from generation.expression.errors import ExpressionError
from generation.expression.exact import exact
from generation.expression.tree import (
    Add,
    Call,
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

INTEGRALS = ("[12미적Ⅰ-03-04]", "[12미적Ⅰ-03-03]", "[12미적Ⅰ-03-01]", "[12미적Ⅰ-03-05]", "[12미적Ⅰ-03-06]")
ANTIDERIVATIVES = ("[12미적Ⅰ-03-02]", *INTEGRALS)


@mal_rule(
    "integration-constant-lost",
    ko="부정적분에서 적분상수를 쓰지 않음",
    en="leaves out the constant of integration",
    belief_ko="부정적분은 하나의 함수라고 생각한다.",
    belief_en="believes that there is only one antiderivative",
    standards=("[12미적Ⅰ-03-01]", "[12미적Ⅰ-03-02]"),
    example=("$\\int (3x^2+1)\\,dx$를 구하시오.", "x^3+x"),
    of="form: integrate(3x^2+1, x)",
    prior=2.5,
)
def integration_constant_lost(node: Node) -> Iterator[Node]:
    match node:
        case Add(body, constant) if constant == CONSTANT:
            yield body


@mal_rule(
    "integral-not-divided",
    ko="적분할 때 늘어난 지수로 나누지 않음",
    en="does not divide by the new exponent",
    belief_ko="$\\int x^n\\,dx=x^{n+1}+C$라고 생각한다.",
    belief_en="believes that the integral of x^n is x^(n+1)",
    standards=ANTIDERIVATIVES,
    example=("$\\int_0^3 x^2\\,dx$의 값을 구하시오.", "27"),
    of="integrate(x^2, x, 0, 3)",
    prior=2.0,
)
def integral_not_divided(node: Node) -> Iterator[Node]:
    match node:
        case Call("integrate", (body, Sym(name), *ends)):
            wrong = _raised(body, name)
            if wrong is not None:
                yield _between(wrong, name, ends)


@mal_rule(
    "differentiated-for-integrated",
    ko="적분 대신 미분함",
    en="differentiates instead of integrating",
    belief_ko="적분할 때에도 지수를 앞에 곱하고 하나 줄인다.",
    belief_en="multiplies by the exponent and lowers it, as for a derivative",
    standards=ANTIDERIVATIVES,
    example=("$\\int_0^3 x^2\\,dx$의 값을 구하시오.", "6"),
    of="integrate(x^2, x, 0, 3)",
    prior=1.2,
)
def differentiated_for_integrated(node: Node) -> Iterator[Node]:
    match node:
        case Call("integrate", (body, Sym(name), low, high)):
            yield Sub(Call("diff", (body, Sym(name), high)), Call("diff", (body, Sym(name), low)))


@mal_rule(
    "ends-of-integral-swapped",
    ko="정적분에서 위끝과 아래끝을 바꾸어 뺌",
    en="subtracts the upper end from the lower one",
    belief_ko="$\\int_a^b f(x)\\,dx=F(a)-F(b)$라고 생각한다.",
    belief_en="works out F(a) - F(b)",
    standards=INTEGRALS,
    example=("$\\int_1^3 2x\\,dx$의 값을 구하시오.", "-8"),
    of="integrate(2x, x, 1, 3)",
    prior=1.8,
)
def ends_of_integral_swapped(node: Node) -> Iterator[Node]:
    match node:
        case Call("integrate", (body, name, low, high)):
            yield Call("integrate", (body, name, high, low))


@mal_rule(
    "lower-end-forgotten",
    ko="정적분에서 아래끝의 값을 빼지 않음",
    en="forgets the lower end of an integral",
    belief_ko="위끝만 대입하면 된다고 생각한다.",
    belief_en="puts in the upper end only",
    standards=INTEGRALS,
    example=("$\\int_1^3 2x\\,dx$의 값을 구하시오.", "9"),
    of="integrate(2x, x, 1, 3)",
    prior=1.8,
)
def lower_end_forgotten(node: Node) -> Iterator[Node]:
    match node:
        case Call("integrate", (body, Sym(name), _, high)):
            try:
                yield substitute(antiderivative(body, name), {name: high})
            except ExpressionError:
                return


@mal_rule(
    "values-added-at-ends",
    ko="정적분에서 두 끝의 값을 더함",
    en="adds the values at both ends of an integral",
    belief_ko="$F(b)+F(a)$를 구한다.",
    belief_en="works out F(b) + F(a)",
    standards=INTEGRALS,
    example=("$\\int_1^3 2x\\,dx$의 값을 구하시오.", "10"),
    of="integrate(2x, x, 1, 3)",
)
def values_added_at_ends(node: Node) -> Iterator[Node]:
    match node:
        case Call("integrate", (body, Sym(name), low, high)):
            try:
                whole = antiderivative(body, name)
            except ExpressionError:
                return
            yield Add(substitute(whole, {name: high}), substitute(whole, {name: low}))  # type: ignore[arg-type]


@mal_rule(
    "product-of-integrals",
    ko="곱의 적분을 적분의 곱으로 계산함",
    en="takes the product of the integrals",
    belief_ko="$\\int fg\\,dx=\\int f\\,dx\\int g\\,dx$라고 생각한다.",
    belief_en="believes that the integral of a product is the product of the integrals",
    standards=ANTIDERIVATIVES,
    example=("$\\int_0^2 x(x+1)\\,dx$의 값을 구하시오.", "8"),
    of="integrate(x*(x+1), x, 0, 2)",
    prior=1.8,
)
def product_of_integrals(node: Node) -> Iterator[Node]:
    match node:
        case Call("integrate", (Mul(f, g), Sym(name), low, high)) if name in symbols(f) & symbols(g):
            first, second = (Call("integrate", (part, Sym(name), low, high)) for part in (f, g))
            yield Mul(first, second)


def _raised(body: Expr, name: str) -> Expr | None:
    """A polynomial with every power one higher and nothing divided."""
    try:
        polynomial = exact(body).polynomial()
    except ExpressionError:
        return None
    c = None if polynomial is None else polynomial.rational_coefficients(name)
    if c is None or len(c) < 2:
        return None
    total: Expr | None = None
    for power in range(len(c) - 1, -1, -1):
        if c[power]:
            term = Mul(number(c[power]), Pow(Sym(name), Num(Fraction(power + 1))))
            total = term if total is None else Add(total, term)
    return total


def _between(whole: Expr, name: str, ends: list[Expr]) -> Node:
    if len(ends) < 2:
        return Add(whole, CONSTANT)
    return Sub(substitute(whole, {name: ends[1]}), substitute(whole, {name: ends[0]}))  # type: ignore[arg-type]
