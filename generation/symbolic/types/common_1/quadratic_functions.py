"""Quadratic functions with equations, lines and extreme values [10공수1-02-04, 05, 06]."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from generation.expression.tree import Expr
from generation.problem import Ask, Model
from generation.symbolic.building import linear, nonzero, quadratic
from generation.symbolic.told import Item, Said, as_text, placed, slips, text, told_type
from generation.symbolic.types.common_1.polynomials import whole_coefficients


def draw_axis(rng: Random) -> dict[str, object]:
    p, q = rng.sample([r for r in range(-6, 7) if r], 2)
    a = rng.choice((1, 1, -1, 2))
    return {"f": quadratic(a, -a * (p + q), a * p * q, "x")}


@told_type(
    "axis-crossings",
    standard="[10공수1-02-04]",
    ko="이차함수의 그래프와 $x$축의 교점",
    en="where a parabola meets the x-axis",
    draw=draw_axis,
    says={
        "ko": ("이차함수 $y={f}$의 그래프와 $x$축의 교점의 $x$좌표를 모두 구하시오.",),
        "en": ("Find the $x$-coordinates of all points where the graph of $y={f}$ meets the $x$-axis.",),
    },
)
def axis_crossings(f: Expr) -> Item:
    c, b, a = whole_coefficients(f, 2)
    roots = sorted(r for r in range(-60, 61) if a * r * r + b * r + c == 0)
    if len(roots) != 2:
        raise ValueError("two whole roots")
    p, q = roots
    front = {1: "", -1: "-"}.get(a, str(a))

    def factor(r: int) -> str:
        return "x" if r == 0 else f"(x {'-' if r > 0 else '+'} {abs(r)})"

    return Item(
        Model(Ask("solve", unknowns=("x",)), {"x": "real"}, given=("f(x) = 0",), define={"f(x)": text(f)}),
        (str(p), str(q)),
        (
            Said("$y=0$으로 놓고 인수분해하면", "put $y=0$ and factor", f"{front}{factor(p)}{factor(q)} = 0"),
            Said("따라서", "so", f"x = {p} or x = {q}"),
        ),
        tuple((str(r), str(s)) for r, s in ((-q, -p), (p + 1, q), (p, q + 1), (-p, q)) if {r, s} != {p, q} and r != s),
    )


def draw_tangent_axis(rng: Random) -> dict[str, object]:
    return {"b": 2 * rng.randint(1, 20)}


@told_type(
    "parabola-touching-axis",
    standard="[10공수1-02-04]",
    ko="이차함수의 그래프가 $x$축에 접할 조건",
    en="parabola that touches the x-axis",
    draw=draw_tangent_axis,
    says={
        "ko": ("이차함수 $y=x^2+{b}x+k$의 그래프가 $x$축에 접할 때, 실수 $k$의 값을 구하시오.",),
        "en": ("The graph of $y=x^2+{b}x+k$ touches the $x$-axis. Find the real number $k$.",),
    },
)
def parabola_touching_axis(b: int) -> Item:
    if b < 2 or b % 2:
        raise ValueError("an even number")
    key = (b // 2) ** 2
    return Item(
        Model(
            Ask("value", of="k"),
            {"x": "real", "k": "real", "p": "real"},
            given=("f(0) = p^2", "f(1) = (1 - p)^2"),
            define={"f(x)": f"x^2 + {b}*x + k"},
        ),
        (str(key),),
        (
            Said("이차방정식이 중근을 가져야 하므로", "the equation has a double root", f"{b}^2 - 4k = 0"),
            Said("따라서", "so", f"k = {key}"),
        ),
        slips(key, -key, b * b, 2 * key, Fraction(b, 2), 4 * key),
    )


@told_type(
    "line-touching-parabola",
    standard="[10공수1-02-05]",
    ko="이차함수의 그래프에 접하는 직선",
    en="line that touches a parabola",
    draw=lambda rng: {"f": quadratic(1, rng.randint(-6, 6), rng.randint(-9, 9), "x"), "m": rng.randint(2, 6)},
    says={
        "ko": ("이차함수 $y={f}$의 그래프와 직선 $y={m}x+k$가 접할 때, 실수 $k$의 값을 구하시오.",),
        "en": ("The line $y={m}x+k$ touches the graph of $y={f}$. Find the real number $k$.",),
    },
)
def line_touching_parabola(f: Expr, m: int) -> Item:
    c, b, a = whole_coefficients(f, 2)
    if m < 2:
        raise ValueError("a slope")
    key = c - Fraction((b - m) ** 2, 4 * a)
    if key.denominator > 4 or b == m:
        raise ValueError("a clean constant")
    return Item(
        Model(
            Ask("value", of="k"),
            {"x": "real", "k": "real", "p": "real"},
            given=(f"f(0) - g(0) = {a}*p^2", f"f(1) - g(1) = {a}*(1 - p)^2"),
            define={"f(x)": text(f), "g(x)": f"{m}*x + k"},
        ),
        (as_text(key),),
        (
            Said("두 식을 연립한 이차방정식의 판별식이 0이므로", "the discriminant of the equation of both is 0",
                 f"({b - m})^2 - 4*{a}*({c} - k) = 0"),
            Said("따라서", "so", f"k = {as_text(key)}"),
        ),
        slips(key, -key, c + Fraction((b - m) ** 2, 4 * a), c - Fraction((b + m) ** 2, 4 * a), Fraction((b - m) ** 2, 4 * a), key + 1),
    )  # fmt: skip


@told_type(
    "parabola-meets-line",
    standard="[10공수1-02-05]",
    ko="이차함수의 그래프와 직선의 교점",
    en="where a parabola meets a line",
    draw=lambda rng: dict(
        zip(("f", "g"), _meeting(rng.sample(range(-5, 6), 2), rng.randint(-4, 4), rng.randint(-6, 6)), strict=True)
    ),
    says={
        "ko": ("이차함수 $y={f}$의 그래프와 직선 $y={g}$의 교점의 $x$좌표를 모두 구하시오.",),
        "en": ("Find the $x$-coordinates of all points where the graph of $y={f}$ meets the line $y={g}$.",),
    },
)
def parabola_meets_line(f: Expr, g: Expr) -> Item:
    c, b, a = whole_coefficients(f, 2)
    d, m = whole_coefficients(g, 1)
    roots = sorted(r for r in range(-40, 41) if a * r * r + (b - m) * r + c - d == 0)
    if len(roots) != 2:
        raise ValueError("two whole roots")
    p, q = roots
    return Item(
        Model(
            Ask("solve", unknowns=("x",)),
            {"x": "real"},
            given=("f(x) = g(x)",),
            define={"f(x)": text(f), "g(x)": text(g)},
        ),
        (str(p), str(q)),
        (
            Said("두 식을 연립하면", "set the two equal", f"{text(f)} = {text(g)}"),
            Said("정리하면", "collect", f"{text(quadratic(a, b - m, c - d, 'x'))} = 0"),
            Said("인수분해하여 풀면", "factor and solve", f"x = {p} or x = {q}"),
        ),
        tuple((str(r), str(s)) for r, s in ((-q, -p), (p + 1, q), (p, q + 1), (-p, q)) if {r, s} != {p, q} and r != s),
    )


def _meeting(roots: list[int], m: int, d: int) -> tuple[Expr, Expr]:
    p, q = roots
    m = m or 1
    return quadratic(1, m - p - q, p * q + d, "x"), linear(m, "x", d)


def draw_extreme(rng: Random) -> dict[str, object]:
    a, p = rng.choice((1, 1, 2, -1, -2, 3)), nonzero(rng, -3, 4)
    low = p - rng.randint(1, 3)
    return {"f": quadratic(a, -2 * a * p, rng.randint(-9, 9), "x"), "l": low, "h": p + rng.choice((1, 2, 4, 5))}


def _extreme(f: Expr, low: int, high: int, sense: str, ko: str, en: str) -> Item:
    c, b, a = whole_coefficients(f, 2)
    if not low < high or b % (2 * a) or high - low > 12:
        raise ValueError("an interval and a whole vertex")
    p = -b // (2 * a)

    def at(x: int) -> int:
        return a * x * x + b * x + c

    inside = low <= p <= high
    values = [at(low), at(high), *([at(p)] if inside else [])]
    key = max(values) if sense == "max" else min(values)
    other = min(values) if sense == "max" else max(values)
    wrong = [other, at(p), *values, at(-p) if -p != p else key + 1, c, key + 1]
    where = low if at(low) == key else high if at(high) == key else p
    return Item(
        Model(Ask("extremum", of="f(x)", sense="max" if sense == "max" else "min"), {"x": f"[{low}, {high}]"}, define={"f(x)": text(f)}),
        (str(key),),
        (
            Said(f"꼭짓점의 $x$좌표는 ${p}$이고 구간의 양 끝과 비교하면 $x={where}$일 때 {ko}이므로",
                 f"the vertex is at $x={p}$; compared with the ends the {en} is at $x={where}$", placed(f, x=where)),
            Said("따라서", "so", str(key)),
        ),
        slips(key, *wrong)[:4],
    )  # fmt: skip


@told_type(
    "maximum-on-interval",
    standard="[10공수1-02-06]",
    ko="제한된 범위에서 이차함수의 최댓값",
    en="maximum on an interval",
    draw=draw_extreme,
    says={
        "ko": (
            "${l}\\le x\\le {h}$에서 이차함수 $f(x)={f}$의 최댓값을 구하시오.",
            "${l}\\le x\\le {h}$일 때, 이차함수 $y={f}$의 최댓값을 구하시오.",
        ),
        "en": ("Find the maximum of $f(x)={f}$ for ${l}\\le x\\le {h}$.",),
    },
)
def maximum_on_interval(f: Expr, l: int, h: int) -> Item:  # noqa: E741 - the slot's name
    return _extreme(f, l, h, "max", "최대", "maximum")


@told_type(
    "extreme-of-quadratic",
    standard="[9수02-22]",
    ko="이차함수의 최솟값",
    en="minimum of a quadratic function",
    draw=lambda rng: {"f": quadratic(1, 2 * nonzero(rng, -5, 5), nonzero(rng, -9, 9), "x")},
    says={
        "ko": ("이차함수 $y={f}$의 최솟값을 구하시오.",),
        "en": ("Find the minimum of the quadratic function $y={f}$.",),
    },
)
def extreme_of_quadratic(f: Expr) -> Item:
    c, b, a = whole_coefficients(f, 2)
    if a < 1 or b % (2 * a) or not b:
        raise ValueError("a whole vertex")
    p = -b // (2 * a)
    key = c - a * p * p
    return Item(
        Model(Ask("extremum", of=text(f), sense="min"), {"x": "real"}),
        (str(key),),
        (),
        slips(key, p, c, -p, c + a * p * p, key + 1),
    )


@told_type(
    "minimum-on-interval",
    standard="[10공수1-02-06]",
    ko="제한된 범위에서 이차함수의 최솟값",
    en="minimum on an interval",
    draw=draw_extreme,
    says={
        "ko": (
            "${l}\\le x\\le {h}$에서 이차함수 $f(x)={f}$의 최솟값을 구하시오.",
            "${l}\\le x\\le {h}$일 때, 이차함수 $y={f}$의 최솟값을 구하시오.",
        ),
        "en": ("Find the minimum of $f(x)={f}$ for ${l}\\le x\\le {h}$.",),
    },
)
def minimum_on_interval(f: Expr, l: int, h: int) -> Item:  # noqa: E741 - the slot's name
    return _extreme(f, l, h, "min", "최소", "minimum")


@told_type(
    "largest-rectangle",
    standard="[10공수1-02-06]",
    ko="최대 넓이",
    en="largest rectangle",
    draw=lambda rng: {"p": 4 * rng.randint(3, 25)},
    says={
        "ko": ("둘레의 길이가 {p} cm인 직사각형의 넓이의 최댓값을 구하시오.",),
        "en": ("Find the largest area of a rectangle with a perimeter of {p} cm.",),
    },
)
def largest_rectangle(p: int) -> Item:
    if p < 8 or p % 4:
        raise ValueError("a perimeter")
    half, key = p // 2, (p // 4) ** 2
    return Item(
        Model(Ask("extremum", of=f"x*({p}/2 - x)", sense="max"), {"x": f"(0, {half})"}),
        (str(key),),
        (
            Said(f"가로의 길이를 $x$ cm라 하면 세로의 길이는 $({half}-x)$ cm이고 $x={p // 4}$일 때 넓이가 최대이므로",
                 f"with the sides $x$ and ${half}-x$ the area is largest at $x={p // 4}$", f"{p // 4}*({half} - {p // 4})"),
            Said("따라서", "so", str(key)),
        ),
        slips(key, half * half, half, 2 * key, key - 1, p),
        unit="cm^2",
    )  # fmt: skip
