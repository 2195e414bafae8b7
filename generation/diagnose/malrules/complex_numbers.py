"""Complex numbers."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from generation.diagnose.malrule import mal_rule
from generation.expression.errors import ExpressionError
from generation.expression.exact import exact
from generation.expression.tree import Add, Call, Const, Div, Expr, Mul, Neg, Node, Num, Pow, number, symbols

STANDARD = ("[10공수1-02-01]",)
UNIT = Const("i")


def _parts(node: Node) -> tuple[Fraction, Fraction] | None:
    """a and b of a number a + bi with rational parts."""
    if not isinstance(node, Expr) or symbols(node):
        return None
    try:
        value = exact(node).polynomial()
    except ExpressionError:
        return None
    if value is None or any(key not in ((1, ()), (-1, ())) for key in value.terms):
        return None
    return value.terms.get((1, ()), Fraction(0)), value.terms.get((-1, ()), Fraction(0))


def _complex(a: Fraction, b: Fraction) -> Expr:
    imaginary = UNIT if abs(b) == 1 else Mul(number(abs(b)), UNIT, implicit=True)
    if not b:
        return number(a)
    signed = imaginary if b > 0 else Neg(imaginary)
    return signed if not a else Add(number(a), signed)


@mal_rule(
    "i-squared-one",
    ko="$i^2$을 1로 계산함",
    en="takes i squared for 1",
    belief_ko="$i^2=1$이라고 생각한다.",
    belief_en="believes that i^2 is 1",
    standards=STANDARD,
    example=("$(2+3i)(1+i)$의 값을 구하시오.", "5+5i"),
    prior=2.5,
)
def i_squared_one(node: Node) -> Iterator[Node]:
    match node:
        case Pow(Const("i"), Num(exponent)) if exponent == 2:
            yield Num(Fraction(1))
        case Mul(left, right):
            first, second = _parts(left), _parts(right)
            if first is not None and second is not None and first[1] and second[1]:
                (a, b), (c, d) = first, second
                yield _complex(a * c + b * d, a * d + b * c)
        case Pow(base, Num(exponent)) if exponent == 2 and (pair := _parts(base)) is not None and pair[1]:
            yield _complex(pair[0] ** 2 + pair[1] ** 2, 2 * pair[0] * pair[1])


@mal_rule(
    "complex-quotient-by-parts",
    ko="복소수의 나눗셈을 실수부분끼리, 허수부분끼리 나눔",
    en="divides real and imaginary parts separately",
    belief_ko="$\\frac{a+bi}{c+di}=\\frac{a}{c}+\\frac{b}{d}i$라고 생각한다.",
    belief_en="believes that (a+bi)/(c+di) is a/c + (b/d)i",
    standards=STANDARD,
    example=("$\\frac{4+6i}{1+i}$의 값을 구하시오.", "4+6i"),
    prior=1.5,
)
def complex_quotient_by_parts(node: Node) -> Iterator[Node]:
    match node:
        case Div(top, bottom):
            first, second = _parts(top), _parts(bottom)
            if first is not None and second is not None and second[0] and second[1]:
                yield _complex(first[0] / second[0], first[1] / second[1])


@mal_rule(
    "complex-product-by-parts",
    ko="복소수의 곱셈을 실수부분끼리, 허수부분끼리 곱함",
    en="multiplies real and imaginary parts separately",
    belief_ko="$(a+bi)(c+di)=ac+bdi$라고 생각한다.",
    belief_en="believes that (a+bi)(c+di) is ac + bdi",
    standards=STANDARD,
    example=("$(2+3i)(1+i)$의 값을 구하시오.", "2+3i"),
    prior=1.2,
)
def complex_product_by_parts(node: Node) -> Iterator[Node]:
    match node:
        case Mul(left, right):
            first, second = _parts(left), _parts(right)
            if first is not None and second is not None and all((*first, *second)):
                yield _complex(first[0] * second[0], first[1] * second[1])


@mal_rule(
    "negative-radicands-multiplied",
    ko="음수의 제곱근의 곱에서 근호 안의 수를 먼저 곱함",
    en="multiplies negative radicands under one root",
    belief_ko="$a<0$, $b<0$이어도 $\\sqrt{a}\\sqrt{b}=\\sqrt{ab}$라고 생각한다.",
    belief_en="believes that √a·√b is √(ab) for negative numbers too",
    standards=STANDARD,
    example=("$\\sqrt{2}i\\times\\sqrt{8}i$의 값을 구하시오.", "4"),
    prior=1.8,
)
def negative_radicands_multiplied(node: Node) -> Iterator[Node]:
    match node:
        case Mul(Mul(Call("sqrt", (Num(a),)), Const("i")), Mul(Call("sqrt", (Num(b),)), Const("i"))):
            yield Call("sqrt", (Num(a * b),))
        case Mul(Call("sqrt", (Neg(Num(a)),)), Call("sqrt", (Neg(Num(b)),))):
            yield Call("sqrt", (Num(a * b),))
        case Mul(Mul(Mul(Call("sqrt", (Num(a),)), Const("i")), Call("sqrt", (Num(b),))), Const("i")):
            yield Call("sqrt", (Num(a * b),))
