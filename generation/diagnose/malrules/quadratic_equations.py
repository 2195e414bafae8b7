"""Quadratic equations: reading off roots, square roots, the formula."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from generation.diagnose.malrule import mal_rule
from generation.diagnose.procedure.equations import ZERO, polynomial_of
from generation.expression.errors import NotExactError
from generation.expression.exact import rational_value
from generation.expression.normal import polynomial_tree
from generation.expression.polynomial import Polynomial
from generation.expression.tree import Mul, Node, Num, Or, Pow, Relation, Sub, Sym, symbols

QUADRATIC = ("[9수02-20]",)


@mal_rule(
    "sign-of-roots",
    ko="인수분해한 뒤 근의 부호를 반대로 씀",
    en="reads the roots off the factors with the wrong sign",
    belief_ko="$(x-a)(x-b)=0$의 해를 $x=-a$ 또는 $x=-b$라고 한다.",
    belief_en="takes -a and -b for the roots of (x-a)(x-b) = 0",
    standards=QUADRATIC,
    example=("이차방정식 $x^2-5x+6=0$을 푸시오.", "x=-2 또는 x=-3"),
    prior=2.5,
)
def sign_of_roots(node: Node) -> Iterator[Node]:
    match node:
        case Or(parts) if all(isinstance(p, Relation) and p.right == ZERO for p in parts):
            turned = []
            for part in parts:
                assert isinstance(part, Relation)
                linear = polynomial_of(part.left)
                name = next(iter(linear.variables))
                slope, offset = linear.coefficients(name)[1], linear.coefficients(name)[0]
                turned.append(Relation("=", polynomial_tree(slope * Polynomial.variable(name) - offset), ZERO))
            yield Or(tuple(turned))


def _without_negative(first: Relation, a: Fraction | None, second: Relation, b: Fraction | None) -> Iterator[Node]:
    """The root that is not negative, where the other is; the first of roots like 2 ± √3."""
    if a is None or b is None:
        yield first
    elif min(a, b) < 0 < max(a, b):
        yield first if a > 0 else second


@mal_rule(
    "drop-negative-root",
    ko="제곱근을 구할 때 음의 근을 빠뜨림",
    en="drops the negative square root",
    belief_ko="$x^2=a$의 해는 $x=\\sqrt{a}$ 하나뿐이라고 생각한다.",
    belief_en="takes only the positive root of x^2 = a",
    standards=QUADRATIC,
    example=("이차방정식 $x^2=16$을 푸시오.", "x=4"),
    prior=3.0,
)
def drop_negative_root(node: Node) -> Iterator[Node]:
    match node:
        case Or((Relation("=", Sym() as left, a) as first, Relation("=", Sym() as other, b) as second)) if (
            left == other
        ):
            yield from _without_negative(first, rational_value(a), second, rational_value(b))
        case Relation("=", Pow(base, Num(exponent)), right) if exponent == 2:
            root = rational_value(right)
            if root is not None and root > 0:
                yield Relation("=", base, polynomial_tree(Polynomial.square_root(root)))


@mal_rule(
    "divide-by-unknown",
    ko="양변을 미지수로 나누어 해 0을 잃음",
    en="divides by the unknown and loses the root 0",
    belief_ko="$ax^2=bx$의 양변을 $x$로 나누어도 된다고 생각한다.",
    belief_en="divides both sides by x without asking whether it is 0",
    standards=QUADRATIC,
    example=("이차방정식 $x^2=5x$를 푸시오.", "x=5"),
    prior=2.5,
)
def divide_by_unknown(node: Node) -> Iterator[Node]:
    if not isinstance(node, Relation) or node.op != "=" or len(symbols(node)) != 1:
        return
    name = next(iter(symbols(node)))
    try:
        difference = polynomial_of(Sub(node.left, node.right))
    except NotExactError:
        return
    parts = difference.coefficients(name)
    if len(parts) == 3 and parts[0].is_zero and not parts[1].is_zero:
        yield Relation("=", polynomial_tree(parts[2] * Polynomial.variable(name)), polynomial_tree(-parts[1]))


@mal_rule(
    "zero-product-any-number",
    ko="곱이 0이 아닌데도 인수를 각각 우변과 같다고 놓음",
    en="sets each factor equal to the right side although it is not zero",
    belief_ko="$(x-a)(x-b)=k$이면 $x-a=k$ 또는 $x-b=k$라고 생각한다.",
    belief_en="gets x-a = k or x-b = k from (x-a)(x-b) = k",
    standards=QUADRATIC,
    example=("이차방정식 $(x-1)(x-3)=8$을 푸시오.", "x=9 또는 x=11"),
    prior=1.5,
)
def zero_product_any_number(node: Node) -> Iterator[Node]:
    match node:
        case Relation("=", Mul(left, right), value) if value != ZERO and symbols(left) == symbols(right) != frozenset():
            yield Or((Relation("=", left, value), Relation("=", right, value)))


@mal_rule(
    "formula-b-sign",
    ko="근의 공식에서 일차항의 계수의 부호를 바꾸지 않음",
    en="uses b instead of -b in the quadratic formula",
    belief_ko="근의 공식의 분자를 $b\\pm\\sqrt{b^2-4ac}$로 쓴다.",
    belief_en="writes b plus or minus the root in the quadratic formula",
    standards=QUADRATIC,
    example=("이차방정식 $x^2-4x+1=0$을 푸시오.", "x=-2-√3 또는 x=-2+√3"),
    prior=1.5,
)
def formula_b_sign(node: Node) -> Iterator[Node]:
    c = _quadratic(node)
    if c is not None and c[1] != 0 and (d := c[1] * c[1] - 4 * c[2] * c[0]) > 0:
        yield _formula_roots(node, c[1], Polynomial.square_root(d), 2 * c[2])


@mal_rule(
    "formula-discriminant-plus",
    ko="판별식을 $b^2+4ac$로 계산함",
    en="takes b^2+4ac under the root",
    belief_ko="근의 공식의 근호 안을 $b^2+4ac$로 쓴다.",
    belief_en="writes b^2 + 4ac under the root of the quadratic formula",
    standards=QUADRATIC,
    example=("이차방정식 $x^2-4x+1=0$을 푸시오.", "x=2-√5 또는 x=2+√5"),
    prior=1.2,
)
def formula_discriminant_plus(node: Node) -> Iterator[Node]:
    c = _quadratic(node)
    if c is not None and c[1] != 0 and (d := c[1] * c[1] + 4 * c[2] * c[0]) > 0:
        yield _formula_roots(node, -c[1], Polynomial.square_root(d), 2 * c[2])


def _quadratic(node: Node) -> list[Fraction] | None:
    """Coefficients (constant first) of a line ``ax^2+bx+c = 0`` that is collected."""
    if not isinstance(node, Relation) or node.op != "=" or node.right != ZERO or len(symbols(node.left)) != 1:
        return None
    try:
        p = polynomial_of(node.left)
    except NotExactError:
        return None
    name = next(iter(symbols(node.left)))
    c = p.rational_coefficients(name)
    return c if c is not None and len(c) == 3 and polynomial_tree(p) == node.left else None


def _formula_roots(node: Node, b: Fraction, root: Polynomial, divisor: Fraction) -> Or:
    name = Sym(next(iter(symbols(node))))
    values = [(Polynomial.constant(b) + r).scaled(1 / divisor) for r in (-root, root)]
    return Or(tuple(Relation("=", name, polynomial_tree(value)) for value in values))
