"""Complex numbers and the complex roots of quadratic equations [10공수1-02-01, 02]."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from generation.expression.exact import exact
from generation.expression.polynomial import extract_square
from generation.expression.tree import Div, Expr, Mul, Relation
from generation.problem import Ask, Model
from generation.symbolic.building import nonzero, quadratic
from generation.symbolic.told import Item, Said, UnfitError, as_text, form, text, told_type
from generation.symbolic.types.common_1.polynomials import whole_coefficients


def complex_text(a: Fraction | int, b: Fraction | int) -> str:
    """a + bi as school writes it."""
    real, imaginary = Fraction(a), Fraction(b)
    if not imaginary:
        return as_text(real)
    size = abs(imaginary)
    part = "i" if size == 1 else f"{as_text(size)}*i" if size.denominator > 1 else f"{size}i"
    if not real:
        return part if imaginary > 0 else f"-{part}"
    return f"{as_text(real)} {'+' if imaginary > 0 else '-'} {part}"


def draw_product(rng: Random) -> dict[str, object]:
    a, b, c, d = (nonzero(rng, -6, 6) for _ in range(4))
    return {"f": f"({complex_text(a, b)})({complex_text(c, d)})"}


@told_type(
    "product-of-complex-numbers",
    standard="[10공수1-02-01]",
    ko="복소수의 곱셈",
    en="product of complex numbers",
    draw=draw_product,
    says={
        "ko": (
            "{f}[을] 계산하시오. (단, $i=\\sqrt{-1}$)",
            "복소수 {f}[을] $a+bi$의 꼴로 나타내시오. (단, $a$, $b$는 실수)",
        ),
        "en": ("Write the complex number {f} in the form $a+bi$ with real $a$ and $b$.",),
    },
    reads=(
        "{f}[을] 계산하시오.",
        "{f}[을] 계산하여 $a+bi$의 꼴로 나타내시오.",
        "{f}[을] $a+bi$ ($a$, $b$는 실수)의 꼴로 나타내시오.",
        "다음을 계산하시오. {f}",
        "{f}[을] 간단히 하시오.",
    ),
)
def product_of_complex_numbers(f: Expr) -> Item:
    (a, b), (c, d) = _two(f)
    real, imaginary = a * c - b * d, a * d + b * c
    if not real or not imaginary:
        raise ValueError("both parts")
    key = complex_text(real, imaginary)
    slips = (
        (a * c + b * d, imaginary),
        (a * c, b * d),
        (real, -imaginary),
        (a * c - b * d, a * d - b * c),
        (-real, imaginary),
    )
    return Item(
        form(f, "simplified"),
        (key,),
        (
            Said("분배법칙을 이용하여 전개하면", "multiply out", f"{a * c} + ({a * d + b * c})*i + ({b * d})*i^2"),
            Said("$i^2=-1$이므로", "as $i^2=-1$", key),
        ),
        tuple((complex_text(p, q),) for p, q in dict.fromkeys(slips) if complex_text(p, q) != key),
    )


def _two(f: Expr) -> tuple[tuple[int, int], tuple[int, int]]:
    if not isinstance(f, Mul):
        raise UnfitError("a product")
    return _parts(f.left), _parts(f.right)


def _parts(expr: Expr) -> tuple[int, int]:
    p = exact(expr).polynomial()
    if p is None:
        raise UnfitError("a complex number")
    found = {0: 0, 1: 0}
    for (root, monomial), c in p.terms.items():
        if monomial or root not in (1, -1) or c.denominator > 1:
            raise UnfitError("a complex number with whole parts")
        found[0 if root == 1 else 1] = int(c)
    return found[0], found[1]


def draw_quotient(rng: Random) -> dict[str, object]:
    c, d = nonzero(rng, -3, 3), nonzero(rng, -3, 3)
    p, q = nonzero(rng, -4, 4), nonzero(rng, -4, 4)
    return {"f": f"({complex_text(p * c - q * d, p * d + q * c)})/({complex_text(c, d)})"}


@told_type(
    "quotient-of-complex-numbers",
    standard="[10공수1-02-01]",
    ko="복소수의 나눗셈",
    en="quotient of complex numbers",
    draw=draw_quotient,
    says={
        "ko": ("{f}[을] $a+bi$의 꼴로 나타내시오. (단, $a$, $b$는 실수)",),
        "en": ("Write {f} in the form $a+bi$ with real $a$ and $b$.",),
    },
    reads=(
        "{f}[을] 계산하시오.",
        "다음을 계산하시오. {f}",
        "복소수 {f}[을] $a+bi$의 꼴로 나타내시오. (단, $a$, $b$는 실수)",
        "복소수 {f}[을] $a+bi$의 꼴로 나타내시오.",
        "{f}[을] $a+bi$의 꼴로 나타내시오.",
    ),
)
def quotient_of_complex_numbers(f: Expr) -> Item:
    if not isinstance(f, Div):
        raise ValueError("a quotient")
    (a, b), (c, d) = _parts(f.left), _parts(f.right)
    size = c * c + d * d
    if not d or not c or not b:
        raise ValueError("complex numbers")
    real, imaginary = Fraction(a * c + b * d, size), Fraction(b * c - a * d, size)
    if not real or not imaginary or max(real.denominator, imaginary.denominator) > 1:
        raise ValueError("whole parts")
    key = complex_text(real, imaginary)
    slips = (
        (real, -imaginary),
        (-real, imaginary),
        (real * size, imaginary * size),
        (Fraction(a * c - b * d, size), Fraction(b * c + a * d, size)),
    )
    below = complex_text(c, -d)
    return Item(
        form(f, "simplified"),
        (key,),
        (
            Said("분모의 켤레복소수를 분모와 분자에 곱하면", "multiply by the conjugate of the denominator",
                 f"(({complex_text(a, b)})({below}))/(({complex_text(c, d)})({below}))"),
            Said("계산하면", "work it out", key),
        ),
        tuple((complex_text(p, q),) for p, q in dict.fromkeys(slips) if complex_text(p, q) != key),
    )  # fmt: skip


def draw_equation(rng: Random) -> dict[str, object]:
    p, q = rng.randint(-4, 4), rng.randint(1, 5)
    return {"e": f"{text(quadratic(1, -2 * p, p * p + q * q, 'x'))} = 0"}


def coefficients_of(e: Relation) -> tuple[int, int, int]:
    """a, b, c of a quadratic equation with zero on its right. Raises UnfitError."""
    if e.op != "=" or text(e.right) != "0":
        raise UnfitError("an equation with zero on its right")
    c, b, a = whole_coefficients(e.left, 2)
    return a, b, c


@told_type(
    "complex-roots",
    standard="[10공수1-02-02]",
    ko="이차방정식의 허근",
    en="complex roots of a quadratic equation",
    draw=draw_equation,
    says={
        "ko": ("이차방정식 {e}[을] 복소수의 범위에서 푸시오.", "복소수의 범위에서 이차방정식 {e}[을] 푸시오."),
        "en": ("Solve the quadratic equation {e} over the complex numbers.",),
    },
)
def complex_roots(e: Relation) -> Item:
    a, b, c = coefficients_of(e)
    discriminant = b * b - 4 * a * c
    outside, inside = extract_square(-discriminant) if discriminant < 0 else (0, 1)
    if discriminant >= 0 or inside != 1:
        raise ValueError("complex roots with whole parts")
    p, q = Fraction(-b, 2 * a), Fraction(outside, 2 * a)
    if max(p.denominator, q.denominator) > 2:
        raise ValueError("clean roots")
    low, high = complex_text(p, -q), complex_text(p, q)
    slips = ((-p, q), (p, 2 * q), (p, q * q), (2 * p, q))
    return Item(
        Model(Ask("solve", unknowns=("x",)), {"x": "complex"}, given=(text(e),)),
        (low, high),
        (Said("근의 공식에 의하여", "by the quadratic formula", f"x = {low} or x = {high}"),),
        tuple((complex_text(r, -s), complex_text(r, s)) for r, s in dict.fromkeys(slips) if (r, s) != (p, q)),
    )


@told_type(
    "constant-for-double-root",
    standard="[10공수1-02-02]",
    ko="중근을 가질 조건",
    en="condition for a double root",
    draw=lambda rng: {"a": rng.choice((2, 3, 4, 5, 8, 9)), "b": 2 * rng.randint(1, 15)},
    says={
        "ko": ("이차방정식 ${a}x^2+{b}x+k=0$이 중근을 가질 때, 실수 $k$의 값을 구하시오.",),
        "en": ("The quadratic equation ${a}x^2+{b}x+k=0$ has a repeated root. Find the real number $k$.",),
    },
    reads=(
        "이차방정식 $x^2+{b}x+k=0$이 중근을 가질 때, 상수 $k$의 값을 구하시오.",
        "이차방정식 $x^2+{b}x+k=0$이 중근을 가질 때, 실수 $k$의 값을 구하시오.",
        "$x$에 대한 이차방정식 $x^2+{b}x+k=0$이 중근을 가질 때, 상수 $k$의 값을 구하시오.",
        "이차방정식 ${a}x^2+{b}x+k=0$이 중근을 가질 때, 상수 $k$의 값을 구하시오.",
    ),
)
def constant_for_double_root(b: int, a: int = 1) -> Item:
    if a < 1 or b < 2:
        raise ValueError("a quadratic equation")
    key = Fraction(b * b, 4 * a)
    if key.denominator > 4:
        raise ValueError("a clean constant")
    wrong = dict.fromkeys((-key, Fraction(b * b, 4), Fraction(b * b, a), Fraction(b, 2 * a), Fraction(b * b, 2 * a)))
    return Item(
        Model(
            Ask("value", of="k"),
            {"x": "real", "k": "real"},
            given=("f(x) = 0", "f'(x) = 0"),
            define={"f(x)": f"{a}*x^2 + {b}*x + k"},
        ),
        (as_text(key),),
        (
            Said("판별식이 0이어야 하므로", "the discriminant is 0", f"{b}^2 - 4*{a}*k = 0"),
            Said("따라서", "so", f"k = {as_text(key)}"),
        ),
        tuple((as_text(w),) for w in wrong if w != key),
    )
