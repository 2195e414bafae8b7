"""Derivatives at a point, and derivatives as functions [12미적Ⅰ-02-01, 03, 04]."""

from __future__ import annotations

from generation.expression.tree import Add, Expr, Mul, Sub
from generation.problem import Ask, Model
from generation.symbolic.building import linear, nonzero, quadratic
from generation.symbolic.told import Item, Said, as_text, slips, text, told_type
from generation.symbolic.types.calculus.coefficients import at, coefficients, cubic, derived, of_function, shown


def _derivative(f: Expr, slope: list[int], *wrong: list[int]) -> Item:
    key = shown(slope)
    found = dict.fromkeys(shown(w) for w in wrong if any(w))
    return Item(
        of_function(f, "diff(f(x), x)"),
        (key,),
        (Said("각 항을 미분하면", "differentiate each term", key),),
        tuple((w,) for w in found if w != key),
    )


@told_type(
    "derivative-at-point",
    standard="[12미적Ⅰ-02-01]",
    ko="미분계수",
    en="derivative at a point",
    draw=lambda rng: {"f": cubic(rng), "a": nonzero(rng, -3, 4)},
    says={
        "ko": (
            "함수 $f(x)={f}$의 $x={a}$에서의 미분계수를 구하시오.",
            "함수 $f(x)={f}$에 대하여 $f'({a})$의 값을 구하시오.",
        ),
        "en": ("Let $f(x)={f}$. Find $f'({a})$.",),
    },
    reads=(
        "곡선 $y={f}$ 위의 점 $({a}, {b})$에서의 접선의 기울기를 구하시오.",
        "함수 $f(x)={f}$에 대하여 곡선 $y=f(x)$ 위의 점 $({a}, {b})$에서의 접선의 기울기를 구하시오.",
        "함수 $f(x)={f}$의 그래프 위의 점 $({a}, {b})$에서의 접선의 기울기를 구하시오.",
    ),
)
def derivative_at_point(f: Expr, a: int, b: int | None = None) -> Item:
    c = coefficients(f)
    if b is not None and at(c, a) != b:
        raise ValueError("a point of the curve")
    slope = derived(c)
    key = at(slope, a)
    if len(c) < 3 or not isinstance(f, Add | Sub):
        raise ValueError("a sum of terms of higher degree")
    slope_text = shown(slope)
    return Item(
        of_function(f, f"diff(f(x), x, {a})"),
        (as_text(key),),
        (
            Said(
                f"$f'(x)={slope_text}$이므로 $x={a}$[을] 대입하면",
                f"as $f'(x)={slope_text}$, put $x={a}$",
                as_text(key),
            ),
        ),
        slips(key, at(c, a), at(slope, -a), at(c[1:], a), key + c[1], -key),
    )


@told_type(
    "average-rate-of-change",
    standard="[12미적Ⅰ-02-01]",
    ko="평균변화율",
    en="average rate of change",
    draw=lambda rng: {
        "f": quadratic(nonzero(rng, 1, 4), nonzero(rng, -6, 6), nonzero(rng, -9, 9), "x"),
        "a": (a := rng.randint(-3, 2)),
        "b": a + rng.randint(1, 5),
    },
    says={
        "ko": ("함수 $f(x)={f}$에서 $x$의 값이 {a}에서 {b}까지 변할 때의 평균변화율을 구하시오.",),
        "en": ("Find the average rate of change of $f(x)={f}$ as $x$ changes from {a} to {b}.",),
    },
)
def average_rate_of_change(f: Expr, a: int, b: int) -> Item:
    c = coefficients(f)
    if a >= b or len(c) != 3:
        raise ValueError("an interval")
    key = (at(c, b) - at(c, a)) / (b - a)
    if key.denominator > 1:
        raise ValueError("a whole rate")
    return Item(
        of_function(f, f"(f({b}) - f({a}))/({b} - ({a}))"),
        (as_text(key),),
        (
            Said(f"$f({a})={as_text(at(c, a))}$, $f({b})={as_text(at(c, b))}$이므로", f"as $f({a})={as_text(at(c, a))}$ and $f({b})={as_text(at(c, b))}$",
                 f"({as_text(at(c, b))} - ({as_text(at(c, a))}))/({b} - ({a}))"),
            Said("따라서", "so", as_text(key)),
        ),
        slips(key, at(c, b) - at(c, a), -key, at(derived(c), a), at(derived(c), b), (at(c, b) + at(c, a)) / 2),
    )  # fmt: skip


@told_type(
    "derivative-of-power",
    standard="[12미적Ⅰ-02-03]",
    ko="$x^n$의 도함수",
    en="derivative of a power",
    draw=lambda rng: {"f": f"x^{rng.randint(3, 30)}"},
    says={
        "ko": ("함수 $y={f}$[을] 미분하시오.", "함수 $y={f}$의 도함수를 구하시오."),
        "en": ("Differentiate $y={f}$.",),
    },
)
def derivative_of_power(f: Expr) -> Item:
    c = coefficients(f)
    n = len(c) - 1
    if any(c[:-1]) or c[-1] != 1 or not 3 <= n <= 40:
        raise ValueError("a power of x")
    key = f"{n}x^{n - 1}"
    wrong = (f"{n}x^{n}", f"x^{n - 1}", f"{n - 1}x^{n}", f"{n - 1}x^{n - 1}", f"{n}x^{n + 1}")
    return Item(
        of_function(f, "diff(f(x), x)"),
        (key,),
        (Said("지수를 계수로 내리고 지수를 하나 줄이면", "bring the exponent down and lower it by one", key),),
        tuple((w,) for w in wrong),
    )


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
    "derivative-of-polynomial",
    standard="[12미적Ⅰ-02-04]",
    ko="다항함수의 도함수",
    en="derivative of a polynomial",
    draw=lambda rng: {"f": cubic(rng)},
    says={
        "ko": ("함수 $y={f}$[을] 미분하시오.", "함수 $y={f}$의 도함수를 구하시오."),
        "en": ("Differentiate $y={f}$.",),
    },
)
def derivative_of_polynomial(f: Expr) -> Item:
    c = coefficients(f)
    if len(c) < 3 or sum(map(bool, c)) < 2:
        raise ValueError("a polynomial of several terms")
    slope = derived(c)
    return _derivative(
        f,
        slope,
        [slope[0] + c[0], *slope[1:]],
        c[1:],
        [0, *slope],
        [slope[0], *(2 * v for v in slope[1:])],
        [-slope[0], *slope[1:]],
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
        of_function(f, f"diff(f(x), x, {a})"),
        (as_text(key),),
        (
            Said("곱의 미분법을 이용하면", "by the product rule",
                 f"({as_text(at(derived(u), a))})*({as_text(at(v, a))}) + ({as_text(at(u, a))})*({as_text(at(derived(v), a))})"),
            Said("따라서", "so", as_text(key)),
        ),
        slips(key, at(derived(u), a) * at(derived(v), a), first - second, first, second, at(u, a) * at(v, a)),
    )  # fmt: skip
