"""Square roots."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from generation.diagnose.malrule import mal_rule
from generation.expression.exact import rational_value
from generation.expression.tree import Add, Call, Div, Expr, Mul, Node, Num, Sub, number, product_of

STANDARD = ("[9수01-10]",)


def _root(node: Node) -> tuple[Fraction, Fraction] | None:
    """Coefficient and radicand of ``a√n``."""
    match node:
        case Call("sqrt", (Num(radicand),)):
            return Fraction(1), radicand
        case Mul(left, Call("sqrt", (Num(radicand),))) if (value := rational_value(left)) is not None:
            return value, radicand
        case _:
            return None


def _tree(coefficient: Fraction, radicand: Fraction) -> Expr:
    root = Call("sqrt", (Num(radicand),))
    return root if coefficient == 1 else product_of([number(coefficient), root])


@mal_rule(
    "add-radicands",
    ko="근호 안의 수끼리 더하거나 뺌",
    en="adds or subtracts the numbers under the roots",
    belief_ko="$\\sqrt{a}+\\sqrt{b}=\\sqrt{a+b}$라고 생각한다.",
    belief_en="believes that √a + √b is √(a+b)",
    standards=STANDARD,
    example=("$\\sqrt{12}+\\sqrt{27}$을 간단히 하시오.", "√39"),
    prior=3.0,
)
def add_radicands(node: Node) -> Iterator[Node]:
    if not isinstance(node, Add | Sub):
        return
    first, second = _root(node.left), _root(node.right)
    if first is None or second is None:
        return
    radicand = first[1] + second[1] if isinstance(node, Add) else first[1] - second[1]
    if radicand <= 0:
        return
    if first[0] == second[0] == 1:
        yield _tree(Fraction(1), radicand)
    else:
        total = first[0] + second[0] if isinstance(node, Add) else first[0] - second[0]
        if total:
            yield _tree(total, radicand)


@mal_rule(
    "add-coefficients-of-radicals",
    ko="근호 안이 다른데 계수끼리 더하거나 뺌",
    en="adds the coefficients although the roots differ",
    belief_ko="$2\\sqrt{2}+3\\sqrt{3}=5\\sqrt{3}$처럼 근호 안의 수가 달라도 계수를 더한다.",
    belief_en="adds coefficients of unlike roots",
    standards=STANDARD,
    example=("$\\sqrt{8}+3\\sqrt{3}+\\sqrt{2}$를 간단히 하시오.", "5√2+√2"),
    prior=0.8,
)
def add_coefficients_of_radicals(node: Node) -> Iterator[Node]:
    if not isinstance(node, Add | Sub):
        return
    first, second = _root(node.left), _root(node.right)
    if first is None or second is None or first[1] == second[1]:
        return
    total = first[0] + second[0] if isinstance(node, Add) else first[0] - second[0]
    if total:
        yield _tree(total, first[1])
        yield _tree(total, second[1])


@mal_rule(
    "sqrt-of-sum",
    ko="근호를 덧셈에 분배함",
    en="splits the root of a sum",
    belief_ko="$\\sqrt{a+b}=\\sqrt{a}+\\sqrt{b}$라고 생각한다.",
    belief_en="believes that √(a+b) is √a + √b",
    standards=STANDARD,
    example=("$\\sqrt{9+16}$을 간단히 하시오.", "7"),
    prior=2.5,
    source="Matz 1982",
)
def sqrt_of_sum(node: Node) -> Iterator[Node]:
    match node:
        case Call("sqrt", (Add(left, right),)):
            yield Add(Call("sqrt", (left,)), Call("sqrt", (right,)))
        case Call("sqrt", (Sub(left, right),)):
            yield Sub(Call("sqrt", (left,)), Call("sqrt", (right,)))


@mal_rule(
    "root-halves",
    ko="제곱근을 2로 나누는 것으로 생각함",
    en="takes the square root for half of the number",
    belief_ko="$\\sqrt{16}=8$처럼 제곱근을 2로 나누어 구한다.",
    belief_en="halves the number instead of taking its square root",
    standards=STANDARD,
    example=("$\\sqrt{16}+3$을 간단히 하시오.", "11"),
    prior=1.2,
)
def root_halves(node: Node) -> Iterator[Node]:
    match node:
        case Call("sqrt", (Num(radicand),)) if radicand != 4:
            yield number(radicand / 2)


@mal_rule(
    "square-factor-not-rooted",
    ko="근호 밖으로 꺼낼 때 제곱근을 취하지 않음",
    en="takes a square factor out of the root without taking its root",
    belief_ko="$\\sqrt{12}=4\\sqrt{3}$처럼 제곱인 인수를 그대로 꺼낸다.",
    belief_en="writes √12 as 4√3",
    standards=STANDARD,
    example=("$\\sqrt{12}+\\sqrt{3}$을 간단히 하시오.", "5√3"),
    prior=2.0,
)
def square_factor_not_rooted(node: Node) -> Iterator[Node]:
    match node:
        case Call("sqrt", (Num(radicand, 0),)) if radicand.denominator == 1:
            n = radicand.numerator
            squares = [k * k for k in range(2, 40) if k * k < n and n % (k * k) == 0]
            if squares:
                yield _tree(Fraction(squares[-1]), Fraction(n // squares[-1]))


@mal_rule(
    "coefficient-into-product-twice",
    ko="근호의 곱에서 계수를 더함",
    en="adds the coefficients in a product of roots",
    belief_ko="$2\\sqrt{3}\\times3\\sqrt{5}=5\\sqrt{15}$처럼 계수를 더한다.",
    belief_en="adds the numbers in front when multiplying roots",
    standards=STANDARD,
    example=("$2\\sqrt{3}\\times3\\sqrt{5}$를 간단히 하시오.", "5√15"),
    prior=1.2,
)
def coefficients_added_in_product(node: Node) -> Iterator[Node]:
    match node:
        case Mul(left, right, False):
            first, second = _root(left), _root(right)
            if first is not None and second is not None and first[0] + second[0] != first[0] * second[0]:
                yield _tree(first[0] + second[0], first[1] * second[1])


@mal_rule(
    "root-squared-twice",
    ko="같은 제곱근의 곱에서 근호를 벗기며 다시 제곱함",
    en="squares the radicand when multiplying equal roots",
    belief_ko="$\\sqrt{a}\\times\\sqrt{a}=a^2$이라고 생각한다.",
    belief_en="believes that √a times √a is a squared",
    standards=STANDARD,
    example=("$\\sqrt{5}\\times\\sqrt{5}$를 간단히 하시오.", "25"),
    prior=1.0,
)
def root_squared_twice(node: Node) -> Iterator[Node]:
    match node:
        case Mul(left, right):
            first, second = _root(left), _root(right)
            if first is not None and second is not None and first[1] == second[1]:
                yield number(first[0] * second[0] * first[1] * first[1])


@mal_rule(
    "rationalize-denominator-only",
    ko="분모를 유리화할 때 분자에는 곱하지 않음",
    en="multiplies only the denominator when rationalizing",
    belief_ko="분모에만 $\\sqrt{a}$를 곱하면 된다고 생각한다.",
    belief_en="multiplies the denominator by the root and leaves the numerator",
    standards=STANDARD,
    example=("$\\frac{6}{\\sqrt{3}}$의 분모를 유리화하시오.", "2"),
    prior=2.0,
)
def rationalize_denominator_only(node: Node) -> Iterator[Node]:
    match node:
        case Div(top, bottom) if (root := _root(bottom)) is not None:
            yield Div(top, number(root[0] * root[1]))


@mal_rule(
    "rationalize-numerator-only",
    ko="분모를 유리화할 때 분모를 없앰",
    en="multiplies only the numerator when rationalizing",
    belief_ko="분자에 $\\sqrt{a}$를 곱하면 분모의 $\\sqrt{a}$가 없어진다고 생각한다.",
    belief_en="multiplies the numerator by the root and drops the denominator",
    standards=STANDARD,
    example=("$\\frac{3}{\\sqrt{2}}$의 분모를 유리화하시오.", "3√2"),
    prior=1.6,
)
def rationalize_numerator_only(node: Node) -> Iterator[Node]:
    match node:
        case Div(top, bottom) if (root := _root(bottom)) is not None and root[1] != 1:
            yield Mul(top, _tree(Fraction(1), root[1]))
