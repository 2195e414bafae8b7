"""Polynomials: operations, identities, remainder theorem, factoring [10공수1-01]."""

from __future__ import annotations

from fractions import Fraction
from math import gcd
from random import Random

from generation.expression.exact import exact
from generation.expression.normal import polynomial_tree
from generation.expression.polynomial import Polynomial
from generation.expression.render import infix
from generation.expression.tree import Add, Expr, Mul, Num, Pow, Sym
from generation.problem import Ask, Language, Model
from generation.symbolic.building import minus, nonzero, plus, polynomial
from generation.symbolic.problem_type import Draw, problem_type
from generation.symbolic.told import Item, Said, UnfitError, as_text, form, placed, text, told_type

OPERATIONS, REMAINDERS, FACTORS = "[10공수1-01-01]", "[10공수1-01-02]", "[10공수1-01-03]"


def whole_coefficients(f: Expr, degree: int) -> list[int]:
    """Coefficients of a polynomial in x, the constant first. Raises UnfitError for another degree or fractions."""
    p = exact(f).polynomial()
    found = None if p is None else p.rational_coefficients("x")
    if found is None or len(found) != degree + 1 or any(c.denominator > 1 for c in found):
        raise UnfitError(f"a polynomial of degree {degree}")
    return [int(c) for c in found]


def _tree(*coefficients: int) -> Expr:
    return polynomial_tree(polynomial(coefficients, "x"))


def _key(p: Polynomial) -> tuple[str]:
    return (infix(polynomial_tree(p)),)


@problem_type("sum-of-cubics", "simplified", ko="다항식의 덧셈과 뺄셈", en="polynomials", standard=OPERATIONS)
def sum_of_cubics(rng: Random) -> Draw:
    first = [nonzero(rng, -7, 7) for _ in range(3)] + [nonzero(rng, 1, 5)]
    second = [nonzero(rng, -7, 7) for _ in range(3)] + [nonzero(rng, 1, 5)]
    sign = rng.choice((1, -1))
    key = polynomial(tuple(a + sign * b for a, b in zip(first, second, strict=True)), "x")
    if not key.terms:
        return sum_of_cubics(rng)
    tree = plus(_tree(*first), _tree(*second)) if sign > 0 else minus(_tree(*first), _tree(*second))
    return Draw((tree,), _key(key), ("x",))


@problem_type(
    "product-with-trinomial", "expanded", ko="다항식의 곱셈", en="product of polynomials", standard=OPERATIONS
)
def product_with_trinomial(rng: Random) -> Draw:
    first = (nonzero(rng, -5, 5), nonzero(rng, 1, 3))
    second = (nonzero(rng, -6, 6), nonzero(rng, -5, 5), nonzero(rng, 1, 3))
    product = polynomial(first, "x") * polynomial(second, "x")
    return Draw((Mul(_tree(*first), _tree(*second), implicit=True),), _key(product), ("x",))


def draw_remainder(rng: Random) -> dict[str, object]:
    f = _tree(nonzero(rng, -9, 9), nonzero(rng, -6, 6), rng.randint(-4, 4), nonzero(rng, 1, 3))
    return {"f": f, "g": _tree(-nonzero(rng, -3, 3), 1)}


@told_type(
    "remainder-of-division",
    standard=REMAINDERS,
    ko="나머지정리",
    en="remainder theorem",
    draw=draw_remainder,
    says={
        "ko": (
            "다항식 {f}[을] 일차식 {g}[으로] 나누었을 때의 나머지를 구하시오.",
            "다항식 {f}[을] {g}[으로] 나눈 나머지를 구하시오.",
        ),
        "en": ("Find the remainder when {f} is divided by {g}.",),
    },
    reads=(
        "다항식 {f}[을] {g}[으로] 나누었을 때의 나머지를 구하시오.",
        "{f}[을] {g}[으로] 나누었을 때의 나머지를 구하시오.",
        "{f}[을] {g}[으로] 나눈 나머지를 구하시오.",
        "다항식 {f}[을] 일차식 {g}[으로] 나눈 나머지를 구하시오.",
        "다항식 $f(x)={f}$[을] {g}[으로] 나누었을 때의 나머지를 구하시오.",
    ),
)
def remainder_of_division(f: Expr, g: Expr) -> Item:
    whole_coefficients(f, 3)
    rest, lead = whole_coefficients(g, 1)
    if lead != 1 or rest == 0:
        raise ValueError("x and a number")
    key, other = (exact(placed(f, x=at)).rational() for at in (-rest, rest))
    if key is None or other is None:
        raise ValueError("a number")
    wrong = dict.fromkeys((other, -key, key + rest, exact(placed(f, x=0)).rational() or Fraction(1), key - 2 * rest))
    return Item(
        Model(Ask("value", of=f"f({-rest})"), {"x": "real"}, define={"f(x)": text(f)}),
        (as_text(key),),
        (
            Said(
                f"나머지정리에 의하여 나머지는 $x={-rest}$[을] 대입한 값이므로",
                f"by the remainder theorem, put $x={-rest}$",
                placed(f, x=-rest),
            ),
            Said("계산하면", "work it out", as_text(key)),
        ),
        tuple((as_text(w),) for w in wrong if w != key),
    )


def draw_factor(rng: Random) -> dict[str, object]:
    at = nonzero(rng, -3, 3, avoid=(1,))
    b, c = nonzero(rng, -6, 6), nonzero(rng, -9, 9)
    return {
        "f": f"x^3 + a*x^2 {'+' if b > 0 else '-'} {abs(b)}x {'+' if c > 0 else '-'} {abs(c)}".replace(
            " 1x", " x"
        ).replace("a*x", "ax"),
        "g": _tree(-at, 1),
    }


@told_type(
    "constant-from-factor",
    standard=REMAINDERS,
    ko="인수정리",
    en="factor theorem",
    draw=draw_factor,
    says={
        "ko": (
            "다항식 {f}[이] 일차식 {g}[으로] 나누어떨어질 때, 상수 $a$의 값을 구하시오.",
            "다항식 {f}[이] {g}[을] 인수로 가질 때, 상수 $a$의 값을 구하시오.",
        ),
        "en": ("The polynomial {f} is divisible by {g}. Find the constant $a$.",),
    },
    reads=(
        "다항식 $f(x)={f}$[이] {g}[으로] 나누어떨어질 때, 상수 $a$의 값을 구하시오.",
        "다항식 {f}[이] {g}[으로] 나누어떨어질 때, 상수 $a$의 값을 구하시오.",
        "{f}[이] {g}[으로] 나누어떨어질 때, 상수 $a$의 값을 구하시오.",
    ),
)
def constant_from_factor(f: Expr, g: Expr) -> Item:
    rest, lead = whole_coefficients(g, 1)
    at = -rest
    if lead != 1 or not rest:
        raise ValueError("x and a number")
    line = placed(f, x=at)
    left = exact(line).polynomial()
    coefficients = None if left is None else left.rational_coefficients("a")
    if coefficients is None or len(coefficients) != 2:
        raise ValueError("one constant")
    key = -coefficients[0] / coefficients[1]
    if key.denominator > 1 or abs(key) > 40:
        raise ValueError("a whole constant")
    other = exact(placed(f, x=-at)).polynomial()
    turned = None if other is None else other.rational_coefficients("a")
    slip = -turned[0] / turned[1] if turned is not None and len(turned) == 2 else key + 3
    wrong = dict.fromkeys((slip, -key, key + 1, key - 1, key + at))
    return Item(
        Model(Ask("value", of="a"), {"x": "real", "a": "real"}, given=(f"f({at}) = 0",), define={"f(x)": text(f)}),
        (as_text(key),),
        (
            Said(
                f"인수정리에 의하여 $x={at}$[을] 대입한 값이 0이므로",
                f"by the factor theorem the value at $x={at}$ is 0",
                f"{text(line)} = 0",
            ),
            Said("따라서", "so", f"a = {as_text(key)}"),
        ),
        tuple((as_text(w),) for w in wrong if w != key),
    )


@told_type(
    "sum-of-coefficients",
    standard=REMAINDERS,
    ko="계수의 합",
    en="sum of coefficients",
    draw=lambda rng: {"f": f"({rng.randint(2, 6)}x + {rng.randint(1, 6)})^{rng.randint(3, 5)}"},
    says={
        "ko": ("다항식 {f}[을] 전개한 식에서 상수항을 포함한 모든 계수의 합을 구하시오.",),
        "en": ("Find the sum of all coefficients, the constant term included, in the expansion of {f}.",),
    },
)
def sum_of_coefficients(f: Expr) -> Item:
    match f:
        case Pow(Add(Mul(Num(a), Sym("x")), Num(b)), Num(power)):
            m, k, n = int(a), int(b), int(power)
        case _:
            raise ValueError("a power of a sum")
    if not 2 <= n <= 6 or m + k > 12:
        raise ValueError("a small power")
    key = (m + k) ** n
    wrong = dict.fromkeys((k**n, m**n, m**n + k**n, (m + k) * n))
    return Item(
        Model(Ask("value", of="f(1)"), {"x": "real"}, define={"f(x)": text(f)}),
        (str(key),),
        (
            Said("계수의 합은 $x=1$[을] 대입한 값이므로", "put $x=1$", f"({m} + {k})^{n}"),
            Said("따라서", "so", str(key)),
        ),
        tuple((str(w),) for w in wrong if w != key),
    )


def _factored(f: Expr, key: str, steps: tuple[Said, ...], *wrong: str) -> Item:
    return Item(form(f, "factored"), (key,), steps, tuple((w,) for w in dict.fromkeys(wrong) if w != key))


def _product(*factors: tuple[int, ...]) -> str:
    """Polynomials by their coefficients, the constant first, as a product."""
    return "".join(f"({infix(_tree(*factor))})" for factor in factors)


FACTOR_READS = ("다음 식을 인수분해하여라. {f}", "다음 식을 인수분해하세요. {f}", "다음 다항식을 인수분해하시오. {f}")
"""Further wordings of the same request."""
FACTOR: dict[Language, tuple[str, ...]] = {
    "ko": ("{f}[을] 인수분해하시오.", "다항식 {f}[을] 인수분해하시오.", "다음 식을 인수분해하시오. {f}"),
    "en": ("Factor {f} completely.",),
}
"""The same request for every form of a polynomial; the types tell themselves apart by what they can factor."""


def draw_cubes(rng: Random) -> dict[str, object]:
    a, b = rng.randint(1, 4), rng.randint(1, 5)
    return {"f": _tree(rng.choice((1, -1)) * b**3, 0, 0, a**3)}


@told_type(
    "factor-cubes",
    standard=FACTORS,
    ko="세제곱의 합과 차",
    en="sum or difference of cubes",
    draw=draw_cubes,
    says=FACTOR,
    reads=FACTOR_READS,
)
def factor_cubes(f: Expr) -> Item:
    c, d, e, lead = whole_coefficients(f, 3)
    a, b = round(abs(lead) ** (1 / 3)), round(abs(c) ** (1 / 3))
    if d or e or lead != a**3 or abs(c) != b**3 or gcd(a, b) != 1:
        raise ValueError("two cubes")
    sign = 1 if c > 0 else -1
    key = _product((sign * b, a), (b * b, -sign * a * b, a * a))
    first = f"({'' if a == 1 else a}x)^3" if a > 1 else "x^3"
    return _factored(
        f, key,
        (
            Said("세제곱의 합과 차의 꼴로 나타내면", "write it with two cubes", f"{first} {'+' if sign > 0 else '-'} {b}^3"),
            Said("인수분해 공식에 의하여", "by the formula for cubes", key),
        ),
        _product((sign * b, a), (b * b, sign * a * b, a * a)),
        _product((-sign * b, a), (b * b, sign * a * b, a * a)),
        _product((sign * b, a), (b * b, -2 * sign * a * b, a * a)),
        _product((sign * b, a), (-b * b, -sign * a * b, a * a)),
    )  # fmt: skip


def draw_cubic(rng: Random) -> dict[str, object]:
    roots = rng.sample([r for r in range(-4, 6) if r], 3)
    p, q, r = (polynomial((-root, 1), "x") for root in roots)
    return {"f": polynomial_tree(p * q * r)}


@told_type(
    "factor-cubic",
    standard=FACTORS,
    ko="삼차식의 인수분해",
    en="factoring of a cubic",
    draw=draw_cubic,
    says=FACTOR,
    reads=FACTOR_READS,
)
def factor_cubic(f: Expr) -> Item:
    coefficients = whole_coefficients(f, 3)
    roots = sorted((r for r in range(-30, 31) if _at(coefficients, r) == 0), key=abs)
    if coefficients[3] != 1 or len(roots) != 3 or 0 in roots:
        raise ValueError("three different roots")
    one, *others = roots
    key = _product((-one, 1), *((-r, 1) for r in sorted(others)))
    half = _product((-one, 1), (others[0] * others[1], -sum(others), 1))
    return _factored(
        f, key,
        (
            Said(f"$x={one}$[을] 대입하면 0이므로 인수정리와 조립제법에 의하여", f"the value at $x={one}$ is 0, so divide by that factor", half),
            Said("이차식을 인수분해하면", "factor the quadratic", key),
        ),
        _product(*((r, 1) for r in roots)),
        _product((one, 1), *((-r, 1) for r in sorted(others))),
        _product((-one, 1), (others[0], 1), (-others[1], 1)),
        _product((-one, 1), (-others[0], 1), (others[1], 1)),
    )  # fmt: skip


def _at(coefficients: list[int], x: int) -> int:
    return sum(c * x**power for power, c in enumerate(coefficients))


def draw_quartic(rng: Random) -> dict[str, object]:
    a, n = rng.randint(1, 4), rng.choice((1, 2, 3, 5, 6, 7))
    return {"f": _tree(-a * a * n, 0, n - a * a, 0, 1)}


@told_type(
    "factor-in-square",
    standard=FACTORS,
    ko="복이차식의 인수분해",
    en="quartic in the square",
    draw=draw_quartic,
    says=FACTOR,
)
def factor_in_square(f: Expr) -> Item:
    c, odd, b, cubic, lead = whole_coefficients(f, 4)
    found = [
        (a, -c // (a * a))
        for a in range(1, 30)
        if c % (a * a) == 0 and -c // (a * a) - a * a == b and -c // (a * a) > 0
    ]
    if odd or cubic or lead != 1 or len(found) != 1:
        raise ValueError("a quartic in the square")
    a, n = found[0]
    key = _product((a, 1), (-a, 1), (n, 0, 1))
    return _factored(
        f, key,
        (
            Said("$x^2$에 대하여 인수분해하면", "factor in $x^2$", _product((-a * a, 0, 1), (n, 0, 1))),
            Said("더 인수분해하면", "factor further", key),
        ),
        _product((-a, 1), (-a, 1), (n, 0, 1)),
        _product((a, 1), (-a, 1), (-n, 0, 1)),
        _product((n, 1), (-n, 1), (a * a, 0, 1)),
        _product((a, 1), (a, 1), (n, 0, 1)),
    )  # fmt: skip
