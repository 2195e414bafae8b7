"""Derivatives, integrals and limits."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from generation.diagnose.malrule import mal_rule
from generation.diagnose.procedure.calculus import CONSTANT, antiderivative
from generation.expression.errors import ExpressionError
from generation.expression.exact import exact, rational_value
from generation.expression.tree import (
    Add,
    Call,
    Const,
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

POWER_RULE = ("[12미적Ⅰ-02-03]",)
RULES = ("[12미적Ⅰ-02-04]",)
CHAIN = ("[12미적Ⅱ-02-05]",)
ANTIDERIVATIVES = ("[12미적Ⅰ-03-02]",)
INTEGRALS = ("[12미적Ⅰ-03-04]",)
LIMITS = ("[12미적Ⅰ-01-02]",)
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
    standards=("[12미적Ⅰ-02-01]",),
    example=("$f(x)=x^3+2x$일 때, $f'(2)$의 값을 구하시오.", "12"),
    of="diff(x^3+2x, x, 2)",
    prior=1.2,
)
def value_for_derivative(node: Node) -> Iterator[Node]:
    found = _derivative(node)
    if found is not None and found[2]:
        yield _put(*found)


@mal_rule(
    "integration-constant-lost",
    ko="부정적분에서 적분상수를 쓰지 않음",
    en="leaves out the constant of integration",
    belief_ko="부정적분은 하나의 함수라고 생각한다.",
    belief_en="believes that there is only one antiderivative",
    standards=("[12미적Ⅰ-03-01]",),
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


@mal_rule(
    "zero-over-zero-zero",
    ko="$\\frac{0}{0}$ 꼴의 극한값을 0으로 함",
    en="takes the limit of the form 0/0 for 0",
    belief_ko="대입하여 $\\frac{0}{0}$이 되면 극한값이 0이라고 생각한다.",
    belief_en="believes that 0/0 is 0",
    standards=LIMITS,
    example=("$\\lim_{x\\to 1}\\frac{x^2-1}{x-1}$의 값을 구하시오.", "0"),
    of="limit((x^2-1)/(x-1), x, 1)",
    prior=2.0,
)
def zero_over_zero_zero(node: Node) -> Iterator[Node]:
    if _is_zero_over_zero(node):
        yield Num(Fraction(0))


@mal_rule(
    "zero-over-zero-one",
    ko="$\\frac{0}{0}$ 꼴의 극한값을 1로 함",
    en="takes the limit of the form 0/0 for 1",
    belief_ko="같은 수를 나누었으므로 $\\frac{0}{0}=1$이라고 생각한다.",
    belief_en="believes that 0/0 is 1",
    standards=LIMITS,
    example=("$\\lim_{x\\to 1}\\frac{x^2-1}{x-1}$의 값을 구하시오.", "1"),
    of="limit((x^2-1)/(x-1), x, 1)",
    prior=1.2,
)
def zero_over_zero_one(node: Node) -> Iterator[Node]:
    if _is_zero_over_zero(node):
        yield Num(Fraction(1))


@mal_rule(
    "infinity-over-infinity-one",
    ko="$\\frac{\\infty}{\\infty}$ 꼴의 극한값을 1로 함",
    en="takes the limit of the form infinity over infinity for 1",
    belief_ko="무한대를 수처럼 약분하여 1이라고 생각한다.",
    belief_en="cancels infinity as a number",
    standards=(*LIMITS, "[12미적Ⅱ-01-02]"),
    example=("$\\lim_{x\\to\\infty}\\frac{3x^2+1}{x^2-x}$의 값을 구하시오.", "1"),
    of="limit((3x^2+1)/(x^2-x), x, oo)",
    prior=1.8,
)
def infinity_over_infinity_one(node: Node) -> Iterator[Node]:
    match node:
        case Call("limit", (Div(), Sym(), Const("oo"), *_)):
            yield Num(Fraction(1))


def _is_zero_over_zero(node: Node) -> bool:
    match node:
        case Call("limit", (Div(top, bottom), Sym(name), point, *_)) if not isinstance(point, Const):
            values = [rational_value(substitute(part, {name: point})) for part in (top, bottom)]  # type: ignore[arg-type]
            return values == [0, 0]
        case _:
            return False


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
