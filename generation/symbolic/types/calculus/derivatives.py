"""Derivatives and what they are good for [12미적Ⅰ-02]."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from generation.expression.exact import exact
from generation.expression.normal import polynomial_tree
from generation.expression.tree import Expr, Mul, Relation
from generation.problem import Ask, Model
from generation.symbolic.building import linear, nonzero, polynomial, quadratic
from generation.symbolic.told import Item, Said, UnfitError, as_text, slips, text, told_type


def coefficients(f: Expr) -> list[int]:
    """Whole coefficients of a polynomial in x, the constant first. Raises UnfitError for everything else."""
    p = exact(f).polynomial()
    found = None if p is None else p.rational_coefficients("x")
    if found is None or len(found) < 2 or any(c.denominator > 1 for c in found):
        raise UnfitError("a polynomial in x")
    return [int(c) for c in found]


def derived(c: list[int]) -> list[int]:
    """The coefficients of the derivative."""
    return [power * value for power, value in enumerate(c)][1:]


def at(c: list[int], x: int | Fraction) -> Fraction:
    """The value of a polynomial by its coefficients."""
    return sum((value * Fraction(x) ** power for power, value in enumerate(c)), Fraction(0))


def tree(c: list[int]) -> Expr:
    """A polynomial of its coefficients."""
    return polynomial_tree(polynomial(tuple(c), "x"))


def cubic(rng: Random) -> Expr:
    return tree([nonzero(rng, -9, 9), nonzero(rng, -6, 6), nonzero(rng, -5, 5), nonzero(rng, 1, 3)])


def _of(f: Expr, of: str, *given: str, **symbols: str) -> Model:
    return Model(Ask("value", of=of), {"x": "real"} | symbols, given=given, define={"f(x)": text(f)})


@told_type(
    "slope-of-power-at-point",
    standard="[12미적Ⅰ-02-03]",
    ko="$x^n$의 미분계수",
    en="derivative of a power at a point",
    draw=lambda rng: {"n": rng.randint(3, 8), "a": rng.choice((-2, -1, 2, 3))},
    says={
        "ko": ("함수 $f(x)=x^{{n}}$에 대하여 $f'({a})$의 값을 구하시오.",),
        "en": ("Let $f(x)=x^{{n}}$. Find $f'({a})$.",),
    },
)
def slope_of_power_at_point(n: int, a: int) -> Item:
    if not 3 <= n <= 9 or abs(a) > 3 or abs(n * a ** (n - 1)) > 5000:
        raise ValueError("a small power")
    key = n * a ** (n - 1)
    shown = f"({a})" if a < 0 else str(a)
    return Item(
        Model(Ask("value", of=f"diff(f(x), x, {a})"), {"x": "real"}, define={"f(x)": f"x^{n}"}),
        (str(key),),
        (
            Said(f"$f'(x)={n}x^{{{n - 1}}}$이므로", f"as $f'(x)={n}x^{{{n - 1}}}$", f"{n}*{shown}^{n - 1}"),
            Said("따라서", "so", str(key)),
        ),
        slips(key, a**n, n * a**n, -key, (n - 1) * a ** (n - 1), a ** (n - 1)),
    )


@told_type(
    "derivative-of-product",
    standard="[12미적Ⅰ-02-04]",
    ko="곱의 미분법",
    en="derivative of a product",
    draw=lambda rng: {
        "f": f"({text(linear(rng.randint(2, 5), 'x', nonzero(rng, -5, 5)))})({text(quadratic(1, nonzero(rng, -4, 4), nonzero(rng, -5, 5), 'x'))})",
        "a": rng.choice((-2, -1, 1, 2)),
    },
    says={
        "ko": ("함수 $f(x)={f}$에 대하여 $f'({a})$의 값을 구하시오.",),
        "en": ("Let $f(x)={f}$. Find $f'({a})$.",),
    },
)
def derivative_of_product(f: Expr, a: int) -> Item:
    if not isinstance(f, Mul):
        raise ValueError("a product")
    u, v = coefficients(f.left), coefficients(f.right)
    first, second = at(derived(u), a) * at(v, a), at(u, a) * at(derived(v), a)
    key = first + second
    if not first or not second:
        raise ValueError("two parts")
    return Item(
        _of(f, f"diff(f(x), x, {a})"),
        (as_text(key),),
        (
            Said("곱의 미분법을 이용하면", "by the product rule",
                 f"({as_text(at(derived(u), a))})*({as_text(at(v, a))}) + ({as_text(at(u, a))})*({as_text(at(derived(v), a))})"),
            Said("따라서", "so", as_text(key)),
        ),
        slips(key, at(derived(u), a) * at(derived(v), a), first - second, first, second, at(u, a) * at(v, a)),
    )  # fmt: skip


@told_type(
    "tangent-line",
    standard="[12미적Ⅰ-02-05]",
    ko="접선의 방정식",
    en="equation of a tangent",
    draw=lambda rng: (lambda f, a: {"f": f, "a": a, "b": int(at(coefficients(f), a))})(
        quadratic(nonzero(rng, -2, 3), nonzero(rng, -5, 5), nonzero(rng, -6, 6), "x"), nonzero(rng, -3, 3)
    ),
    says={
        "ko": ("곡선 $y={f}$ 위의 점 $({a}, {b})$에서의 접선의 방정식을 구하시오.",),
        "en": ("Find the equation of the tangent to the curve $y={f}$ at the point $({a}, {b})$.",),
    },
)
def tangent_line(f: Expr, a: int, b: int) -> Item:
    c = coefficients(f)
    slope = at(derived(c), a)
    if at(c, a) != b or len(c) < 3 or not slope:
        raise ValueError("a point of the curve")

    def line(m: Fraction, rest: Fraction) -> str:
        return f"y = {text(linear(m, 'x', rest))}"

    key = line(slope, b - slope * a)
    wrong = (
        line(slope, b + slope * a),
        line(-slope, b + slope * a),
        line(slope, Fraction(b)),
        line(slope, Fraction(-b)),
        line(slope + 1, b - slope * a),
    )
    return Item(
        Model(
            Ask("solve", unknowns=("x", "y")),
            {"x": "real", "y": "real"},
            given=(f"y - ({b}) = diff(f(x), x, {a})*(x - ({a}))",),
            define={"f(x)": text(f)},
        ),
        (key,),
        (
            Said(
                f"접선의 기울기는 $f'({a})={as_text(slope)}$이므로",
                f"the slope is $f'({a})={as_text(slope)}$",
                f"y - ({b}) = {as_text(slope)}*(x - ({a}))",
            ),
            Said("정리하면", "so", key),
        ),
        tuple((w,) for w in dict.fromkeys(wrong) if w != key),
    )


@told_type(
    "tangent-with-slope",
    standard="[12미적Ⅰ-02-05]",
    ko="기울기가 주어진 접선",
    en="tangent with a given slope",
    draw=lambda rng: (lambda a, b, p: {"f": quadratic(a, b, rng.randint(-6, 6), "x"), "m": 2 * a * p + b})(
        rng.randint(1, 3), nonzero(rng, -6, 6), nonzero(rng, -3, 3)
    ),
    says={
        "ko": ("곡선 $y={f}$의 접선의 기울기가 {m}일 때, 접점의 $x$좌표를 구하시오.",),
        "en": ("A tangent to the curve $y={f}$ has the slope {m}. Find the $x$-coordinate of its point of contact.",),
    },
)
def tangent_with_slope(f: Expr, m: int) -> Item:
    c = coefficients(f)
    if len(c) != 3:
        raise ValueError("a parabola")
    key = Fraction(m - c[1], 2 * c[2])
    if key.denominator > 1:
        raise ValueError("a whole place")
    return Item(
        _of(f, "p", f"diff(f(x), x, p) = {m}", p="real"),
        (as_text(key),),
        (
            Said(
                "접점의 $x$좌표를 $p$라 하면",
                "let $p$ be the place",
                f"{2 * c[2]}p + {c[1]} = {m}" if c[1] > 0 else f"{2 * c[2]}p - {-c[1]} = {m}",
            ),
            Said("따라서", "so", f"p = {as_text(key)}"),
        ),
        slips(key, Fraction(m + c[1], 2 * c[2]), Fraction(m - c[1], c[2]), m, key + 1, -key),
    )


def _with_extremes(rng: Random) -> Expr:
    p, q = sorted(rng.sample(range(-3, 4), 2))
    while (p + q) % 2:
        p, q = sorted(rng.sample(range(-3, 4), 2))
    return tree([rng.randint(-6, 9), 3 * p * q, -3 * (p + q) // 2, 1])


@told_type(
    "number-of-real-roots",
    standard="[12미적Ⅰ-02-09]",
    ko="방정식의 실근의 개수",
    en="number of real roots",
    draw=lambda rng: {"e": f"{text(_with_extremes(rng))} = 0"},
    says={
        "ko": ("방정식 {e}의 서로 다른 실근의 개수를 구하시오.",),
        "en": ("How many different real roots does the equation {e} have?",),
    },
)
def number_of_real_roots(e: Relation) -> Item:
    if e.op != "=" or text(e.right) != "0":
        raise ValueError("an equation with zero on its right")
    c = coefficients(e.left)
    slope = derived(c)
    places = [x for x in range(-30, 31) if at(slope, x) == 0]
    if len(c) != 4 or c[3] != 1 or len(places) != 2:
        raise ValueError("a cubic with two extremes")
    high, low = (at(c, place) for place in places)
    product = high * low
    key = 3 if product < 0 else 2 if product == 0 else 1
    return Item(
        Model(Ask("count", unknowns=("x",)), {"x": "real"}, given=(text(e),)),
        (str(key),),
        (
            Said("극댓값과 극솟값의 부호를 조사하여 그래프와 $x$축의 교점을 세면", "by the signs of both local extremes", str(key)),
        ),
        slips(key, 0, 1, 2, 3, 4),
    )  # fmt: skip


@told_type(
    "minimum-from-derivative",
    standard="[12미적Ⅰ-02-09]",
    ko="함수의 최솟값",
    en="minimum from the derivative",
    draw=lambda rng: {"b": 3 * rng.randint(1, 9)},
    says={
        "ko": ("$x\\ge 0$일 때, 함수 $f(x)=2x^3-{b}x^2$의 최솟값을 구하시오.",),
        "en": ("Find the minimum of $f(x)=2x^3-{b}x^2$ for $x\\ge 0$.",),
    },
)
def minimum_from_derivative(b: int) -> Item:
    if b < 3 or b % 3:
        raise ValueError("a multiple of three")
    p = b // 3
    key = 2 * p**3 - b * p * p
    return Item(
        Model(Ask("extremum", of="f(x)", sense="min"), {"x": "nonnegative"}, define={"f(x)": f"2*x^3 - {b}*x^2"}),
        (str(key),),
        (
            Said(
                f"$f'(x)=6x^2-{2 * b}x$이므로 $x={p}$에서 최소이고",
                f"$f'(x)=6x^2-{2 * b}x$, so the minimum is at $x={p}$",
                f"f({p})",
            ),
            Said("따라서", "so", str(key)),
        ),
        slips(key, -key, p, 0, 2 * p**3, key - 1),
    )
