"""Lines: intercepts, slopes and equations of lines from what is known of them [9수02-15, 16, 17]."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from generation.expression.exact import exact
from generation.expression.normal import polynomial_tree
from generation.expression.tree import Expr, Num, Relation, Sub, integer, number
from generation.problem import Ask, Model
from generation.symbolic.building import equation, linear, nonzero, polynomial
from generation.symbolic.told import Item, Said, Slot, UnfitError, as_text, put, rational, slips, solve, text, told_type
from generation.symbolic.types.middle_functions.graphs import line_coefficients


def slope_and_intercept(f: Expr) -> tuple[Fraction, Fraction]:
    """a and b of ax + b. Raises UnfitError for everything that is not linear in x."""
    polynomial = exact(f).polynomial()
    found = None if polynomial is None else polynomial.rational_coefficients("x")
    if found is None or len(found) != 2:
        raise UnfitError("a linear function")
    return found[1], found[0]


def line_text(a: Fraction | int, b: Fraction | int) -> str:
    """``y = 2x - 3``."""
    return f"y = {text(linear(a, 'x', b))}"


def line_model(*given: str) -> Model:
    """The model of an equation in x and y that is asked for."""
    return Model(Ask("solve", unknowns=("y",)), {"x": "real", "y": "real"}, given=given)


def other_lines(key: str, *lines: tuple[Fraction | int, Fraction | int]) -> tuple[tuple[str], ...]:
    """Lines for tempting wrong answers, without the key."""
    found = dict.fromkeys(line_text(a, b) for a, b in lines if a)
    return tuple((line,) for line in found if line != key)


def bracketed(number: Fraction | int) -> str:
    """A number behind a sign: negative ones in parentheses."""
    return f"({as_text(number)})" if number < 0 else as_text(number)


@told_type(
    "y-intercept",
    standard="[9수02-15]",
    ko="$y$절편",
    en="y-intercept",
    draw=lambda rng: {"f": linear(nonzero(rng, -6, 6), "x", nonzero(rng, -9, 9))},
    says={
        "ko": (
            "일차함수 $y={f}$의 그래프의 $y$절편을 구하시오.",
            "일차함수 $y={f}$의 그래프가 $y$축과 만나는 점의 $y$좌표를 구하시오.",
        ),
        "en": ("Find the $y$-intercept of the graph of $y={f}$.",),
    },
    reads=("직선 $y={f}$의 $y$절편을 구하시오.",),
)
def y_intercept(f: Expr) -> Item:
    a, b = slope_and_intercept(f)
    return Item(
        Model(Ask("value", of="f(0)"), {"x": "real"}, define={"f(x)": text(f)}),
        (as_text(b),),
        (
            Said("$x=0$[을] 대입하면", "put $x=0$", put("{a}*0 + {b}", a=a, b=b)),
            Said("따라서", "so", as_text(b)),
        ),
        slips(b, -b / a, a, -b, b / a, a + b, fits=lambda number: number.denominator < 8),
    )


def draw_slope_and_intercept(rng: Random) -> dict[str, object]:
    a, b = nonzero(rng, -7, 7, avoid=(1,)), nonzero(rng, -9, 9)
    return {"a": a if a != b else -a, "b": b}


@told_type(
    "line-of-slope-and-intercept",
    standard="[9수02-16]",
    ko="기울기와 $y$절편이 주어진 일차함수의 식",
    en="line with a given slope and y-intercept",
    draw=draw_slope_and_intercept,
    says={
        "ko": (
            "기울기가 {a}이고 $y$절편이 {b}인 직선을 그래프로 하는 일차함수의 식을 구하시오.",
            "기울기가 {a}이고 $y$절편이 {b}인 직선의 방정식을 구하시오.",
        ),
        "en": ("Find the equation of the line with slope {a} and $y$-intercept {b}.",),
    },
    reads=(
        "$y$절편이 {b}이고 기울기가 {a}인 직선의 방정식을 구하시오.",
        "그래프의 기울기가 {a}이고 $y$절편이 {b}인 일차함수의 식을 구하시오.",
        "기울기가 {a}, $y$절편이 {b}인 일차함수의 식을 구하시오.",
        "기울기가 {a}이고 $y$절편이 {b}인 직선의 식을 구하시오.",
    ),
)
def line_of_slope_and_intercept(a: Slot, b: Slot) -> Item:
    m, n = rational(a), rational(b)
    if not m or not n or m == n:
        raise UnfitError("a slope and an intercept")
    key = line_text(m, n)
    return Item(
        line_model(f"y = {put('{m}*x + {n}', m=m, n=n)}"),
        (key,),
        (Said("기울기가 $a$, $y$절편이 $b$인 직선은 $y=ax+b$이므로", "a line with slope $a$ and $y$-intercept $b$ is $y=ax+b$", key),),
        other_lines(key, (n, m), (m, -n), (-m, n), (-m, -n), (m, -n / m)),
    )  # fmt: skip


def draw_slope_and_point(rng: Random) -> dict[str, object]:
    a, p, b = nonzero(rng, -5, 5), nonzero(rng, -5, 5), nonzero(rng, -8, 8)
    return {"a": a, "p": p, "q": a * p + b}


@told_type(
    "line-of-slope-through-point",
    standard="[9수02-16]",
    ko="기울기와 한 점이 주어진 일차함수의 식",
    en="line with a given slope through a point",
    draw=draw_slope_and_point,
    says={
        "ko": (
            "기울기가 {a}이고 점 $({p}, {q})$[을] 지나는 직선을 그래프로 하는 일차함수의 식을 구하시오.",
            "기울기가 {a}이고 점 $({p}, {q})$[을] 지나는 직선의 방정식을 구하시오.",
        ),
        "en": ("Find the equation of the line with slope {a} through the point $({p}, {q})$.",),
    },
    reads=(
        "기울기가 {a}이고 점 $({p}, {q})$[을] 지나는 일차함수의 식을 구하시오.",
        "기울기가 {a}이고 점 $({p}, {q})$[을] 지나는 직선의 식을 구하시오.",
        "점 $({p}, {q})$[을] 지나고 기울기가 {a}인 직선의 방정식을 구하시오.",
        "점 $({p}, {q})$[을] 지나고 기울기가 {a}인 일차함수의 식을 구하시오.",
        "점 $({p}, {q})$[을] 지나고 기울기가 {a}인 직선을 그래프로 하는 일차함수의 식을 구하시오.",
        "그래프의 기울기가 {a}이고 점 $({p}, {q})$[을] 지나는 일차함수의 식을 구하시오.",
    ),
)
def line_of_slope_through_point(a: Slot, p: Slot, q: Slot) -> Item:
    m, x, y = rational(a), rational(p), rational(q)
    b = y - m * x
    if not m or not x:
        raise UnfitError("a slope and a point beside the y-axis")
    key = line_text(m, b)
    return Item(
        line_model(f"y - {bracketed(y)} = {put('{m}*(x - ', m=m)}{bracketed(x)})"),
        (key,),
        (
            Said(
                "기울기가 $m$이고 점 $(a, b)$를 지나는 직선은 $y-b=m(x-a)$이므로",
                "the line with slope $m$ through $(a, b)$ is $y-b=m(x-a)$",
                f"y - {bracketed(y)} = {put('{m}*(x - ', m=m)}{bracketed(x)})",
            ),
            Said("정리하면", "so", key),
        ),
        other_lines(key, (m, y), (m, y + m * x), (m, -b), (-m, y + m * x), (m, x - m * y), (x, b)),
    )


def draw_two_points(rng: Random) -> dict[str, object]:
    a, b, p = nonzero(rng, -5, 5), rng.randint(-8, 8), rng.randint(-4, 3)
    r = p + rng.randint(1, 5)
    return {"p": p, "q": a * p + b, "r": r, "s": a * r + b}


@told_type(
    "equation-through-points",
    standard="[9수02-16]",
    ko="두 점을 지나는 직선의 식",
    en="equation of the line through two points",
    draw=draw_two_points,
    says={
        "ko": (
            "두 점 $({p}, {q})$, $({r}, {s})$[을] 지나는 직선을 그래프로 하는 일차함수의 식을 구하시오.",
            "두 점 $({p}, {q})$, $({r}, {s})$[을] 지나는 직선의 방정식을 구하시오.",
        ),
        "en": ("Find the equation of the line through the points $({p}, {q})$ and $({r}, {s})$.",),
    },
    reads=(
        "두 점 $({p}, {q})$, $({r}, {s})$[을] 지나는 일차함수의 식을 구하시오.",
        "두 점 $\\mathrm{A}({p}, {q})$, $\\mathrm{B}({r}, {s})$[을] 지나는 직선의 방정식을 구하시오.",
        "그래프가 두 점 $({p}, {q})$, $({r}, {s})$[을] 지나는 일차함수의 식을 구하시오.",
    ),
)
def equation_through_points(p: int, q: int, r: int, s: int) -> Item:
    if p == r or q == s:
        raise UnfitError("two points on a slope")
    a = Fraction(s - q, r - p)
    b = q - a * p
    if max(a.denominator, b.denominator) > 3:
        raise UnfitError("small fractions")
    key = line_text(a, b)
    rise_over_run = f"({s} - {bracketed(q)})/({r} - {bracketed(p)})"
    return Item(
        line_model(f"y - {bracketed(q)} = {rise_over_run}*(x - {bracketed(p)})"),
        (key,),
        (
            Said(f"기울기는 $\\frac{{{s}-{bracketed(q)}}}{{{r}-{bracketed(p)}}}={_tex(a)}$이므로",
                 f"the slope is $\\frac{{{s}-{bracketed(q)}}}{{{r}-{bracketed(p)}}}={_tex(a)}$",
                 f"y - {bracketed(q)} = {put('{a}*(x - ', a=a)}{bracketed(p)})"),
            Said("정리하면", "so", key),
        ),
        other_lines(key, (1 / a, q - p / a), (-a, q + a * p), (a, -b), (a, q), (a, q + a * p)),
    )  # fmt: skip


def _tex(a: Fraction) -> str:
    if a.denominator == 1:
        return str(a)
    return f"{'-' if a < 0 else ''}\\frac{{{abs(a.numerator)}}}{{{a.denominator}}}"


def draw_equation(rng: Random) -> dict[str, object]:
    p, q, r = nonzero(rng, -6, 6), nonzero(rng, -5, 5, avoid=(1, -1)), nonzero(rng, -9, 9)
    left = polynomial_tree(polynomial((0, p), "x") + polynomial((r, q), "y"))
    return {"e": equation(left, integer(0))}


@told_type(
    "slope-of-equation",
    standard="[9수02-17]",
    ko="일차방정식의 그래프의 기울기",
    en="slope of the graph of an equation",
    draw=draw_equation,
    says={
        "ko": ("일차방정식 {e}의 그래프의 기울기를 구하시오.", "직선 {e}의 기울기를 구하시오."),
        "en": ("Find the slope of the line {e}.",),
    },
)
def slope_of_equation(e: Relation) -> Item:
    p, q, r = line_coefficients(e)
    key = -p / q
    return Item(
        Model(
            Ask("value", of="m"),
            dict.fromkeys(("x", "y", "m", "b"), "real"),
            given=("g(0, b) = 0", "g(1, b + m) = 0"),
            define={"g(x, y)": text(Sub(e.left, e.right)) if e.right != Num(Fraction(0)) else text(e.left)},
        ),
        (as_text(key),),
        (
            Said("$y$에 대하여 풀었을 때 $x$의 계수가 기울기이므로", "solved for $y$, the slope is the coefficient of $x$",
                 f"m = -{bracketed(p)}/{bracketed(q)}"),
            Said("따라서", "so", f"m = {as_text(key)}"),
        ),
        slips(key, -key, q / p, -q / p, -r / q, p, -p),
    )  # fmt: skip


@told_type(
    "slope-of-parallel-line",
    standard="[9수02-16]",
    ko="평행한 두 일차함수의 그래프",
    en="parallel graphs of linear functions",
    draw=lambda rng: {"b": nonzero(rng, -9, 9), "f": linear(nonzero(rng, -7, 7), "x", nonzero(rng, -9, 9))},
    says={
        "ko": (
            "두 일차함수 $y=ax+{b}$, $y={f}$의 그래프가 서로 평행할 때, 상수 $a$의 값을 구하시오.",
            "일차함수 $y=ax+{b}$의 그래프가 일차함수 $y={f}$의 그래프와 평행할 때, 상수 $a$의 값을 구하시오.",
        ),
        "en": ("The graphs of $y=ax+{b}$ and $y={f}$ are parallel. Find the constant $a$.",),
    },
    reads=(
        "두 일차함수 $y=ax-{b}$, $y={f}$의 그래프가 서로 평행할 때, 상수 $a$의 값을 구하시오.",
        "두 일차함수 $y={f}$, $y=ax+{b}$의 그래프가 서로 평행할 때, 상수 $a$의 값을 구하시오.",
        "두 직선 $y=ax+{b}$, $y={f}$[이] 서로 평행할 때, 상수 $a$의 값을 구하시오.",
    ),
)
def slope_of_parallel_line(b: int, f: Expr) -> Item:
    m, n = slope_and_intercept(f)
    if b == n or b <= 0:
        raise UnfitError("two lines")
    return Item(
        Model(
            Ask("value", of="a"),
            {"x": "real", "a": "real"},
            given=("g(1) - g(0) = f(1) - f(0)",),
            define={"f(x)": text(f), "g(x)": f"a*x + {b}"},
        ),
        (as_text(m),),
        (Said("평행한 두 직선의 기울기는 같으므로", "parallel lines have equal slopes", f"a = {as_text(m)}"),),
        slips(m, -1 / m, -m, n, Fraction(b), 1 / m),
    )


def draw_increase(rng: Random) -> dict[str, object]:
    p = rng.randint(-3, 4)
    return {"f": linear(nonzero(rng, -6, 6, avoid=(1,)), "x", nonzero(rng, -9, 9)), "p": p, "q": p + rng.randint(2, 6)}


@told_type(
    "increase-of-linear-function",
    standard="[9수02-15]",
    ko="일차함수의 $y$의 값의 증가량",
    en="increase of a linear function",
    draw=draw_increase,
    says={
        "ko": (
            "일차함수 $y={f}$에서 $x$의 값이 {p}에서 {q}까지 증가할 때, $y$의 값의 증가량을 구하시오.",
            "일차함수 $y={f}$의 그래프에서 $x$의 값이 {p}에서 {q}까지 증가할 때, $y$의 값의 증가량을 구하시오.",
        ),
        "en": ("By how much does $y={f}$ increase when $x$ increases from {p} to {q}?",),
    },
    reads=("일차함수 $y={f}$에 대하여 $x$의 값이 {p}에서 {q}까지 증가할 때, $y$의 값의 증가량을 구하시오.",),
)
def increase_of_linear_function(f: Expr, p: int, q: int) -> Item:
    a, b = slope_and_intercept(f)
    if q <= p:
        raise UnfitError("an increase")
    key = a * (q - p)
    return Item(
        Model(Ask("value", of=f"f({q}) - f({p})"), {"x": "real"}, define={"f(x)": text(f)}),
        (as_text(key),),
        (
            Said("($y$의 값의 증가량)=(기울기)×($x$의 값의 증가량)이므로", "the slope times the increase of $x$",
                 f"{bracketed(a)}*({q} - {bracketed(p)})"),
            Said("따라서", "so", as_text(key)),
        ),
        slips(key, a, -key, a * q + b, a * (q + p), key + b, Fraction(q - p)),
    )  # fmt: skip


@told_type(
    "crossing-of-two-equations",
    standard="[9수02-18]",
    ko="두 일차방정식의 그래프의 교점",
    en="where two lines cross",
    draw=lambda rng: draw_crossing(rng),
    says={
        "ko": (
            "두 직선 {e}, {h}의 교점의 좌표를 구하시오.",
            "두 일차방정식 {e}, {h}의 그래프의 교점의 좌표를 구하시오.",
        ),
        "en": ("Find the point where the lines {e} and {h} cross.",),
    },
)
def crossing_of_two_equations(e: Relation, h: Relation) -> Item:
    (a, b, c), (p, q, r) = line_coefficients(e), line_coefficients(h)
    determinant = a * q - b * p
    if not determinant:
        raise UnfitError("lines that cross")
    x, y = (b * r - c * q) / determinant, (c * p - a * r) / determinant
    if x.denominator > 2 or y.denominator > 2:
        raise UnfitError("a clean point")
    others = dict.fromkeys(((y, x), (-x, y), (x, -y), (-x, -y), (x, y + 1)))
    return Item(
        solve([text(e), text(h)], "x", "y"),
        ({"x": as_text(x), "y": as_text(y)},),
        (
            Said(
                "두 직선의 교점의 좌표는 연립방정식의 해이므로",
                "the point solves both equations",
                f"x = {as_text(x)} and y = {as_text(y)}",
            ),
        ),
        tuple(({"x": as_text(u), "y": as_text(v)},) for u, v in others if (u, v) != (x, y)),
    )


def draw_crossing(rng: Random) -> dict[str, object]:
    """Two lines with whole coefficients through a whole point."""
    x, y = rng.randint(-5, 5), rng.randint(-5, 5)

    def line() -> Relation:
        a, b = nonzero(rng, -3, 4), nonzero(rng, -3, 3)
        left = polynomial_tree(polynomial((0, a), "x") + polynomial((0, b), "y"))
        return equation(left, number(a * x + b * y))

    return {"e": line(), "h": line()}
