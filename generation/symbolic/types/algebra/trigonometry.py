"""General angles, trigonometric functions, the laws of sines and cosines [12대수02]."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from generation.expression.polynomial import extract_square
from generation.problem import Ask, Model
from generation.symbolic.told import Item, Said, Slot, as_text, text, tidy, told_type, value

SINES = {30: "1/2", 45: "sqrt(2)/2", 60: "sqrt(3)/2", 90: "1", 120: "sqrt(3)/2", 135: "sqrt(2)/2", 150: "1/2"}
COSINES = {30: "sqrt(3)/2", 45: "sqrt(2)/2", 60: "1/2", 90: "0", 120: "-1/2", 135: "-sqrt(2)/2", 150: "-sqrt(3)/2"}


def root_text(square: Fraction | int) -> str:
    """√ of a positive number, simplified."""
    whole = Fraction(square)
    outside, inside = extract_square(whole.numerator * whole.denominator)
    factor = Fraction(outside, whole.denominator)
    return as_text(factor) if inside == 1 else tidy(f"({factor})*sqrt({inside})")


def pi_text(share: Fraction) -> str:
    """A multiple of π."""
    return tidy(f"({share})*pi")


@told_type(
    "degrees-to-radians",
    standard="[12대수02-01]",
    ko="호도법",
    en="radian measure",
    draw=lambda rng: {"d": rng.choice([d for d in range(15, 360, 15) if d % 180])},
    says={
        "ko": ("${d}^\\circ$를 호도법의 각으로 나타내시오.", "육십분법의 각 ${d}^\\circ$를 호도법으로 나타내시오."),
        "en": ("Write ${d}^\\circ$ in radians.",),
    },
)
def degrees_to_radians(d: int) -> Item:
    share = Fraction(d, 180)
    if not 0 < d < 360 or share.denominator > 12:
        raise ValueError("an angle")
    key = pi_text(share)
    wrong = dict.fromkeys(
        (
            pi_text(Fraction(d, 360)),
            pi_text(Fraction(180, d)),
            pi_text(2 - share),
            pi_text(Fraction(d, 90)),
            as_text(share),
        )
    )
    return Item(
        value(f"{d}*pi/180"),
        (key,),
        (
            Said("$1^\\circ=\\frac{\\pi}{180}$이므로", "as $1^\\circ=\\frac{\\pi}{180}$", f"{d}*pi/180"),
            Said("따라서", "so", key),
        ),
        tuple((w,) for w in wrong if w != key),
    )


@told_type(
    "sector-in-radians",
    standard="[12대수02-01]",
    ko="호도법을 이용한 부채꼴의 넓이",
    en="sector in radian measure",
    draw=lambda rng: {"r": rng.randint(2, 12), "t": Fraction(rng.choice((1, 2, 3, 5)), rng.choice((2, 3, 4, 6)))},
    says={
        "ko": ("반지름의 길이가 {r}이고 중심각의 크기가 ${t}\\pi$인 부채꼴의 넓이를 구하시오.",),
        "en": ("Find the area of a sector with radius {r} and central angle ${t}\\pi$.",),
    },
)
def sector_in_radians(r: int, t: Slot) -> Item:
    if not isinstance(t, Fraction) or not 0 < t < 2 or t.denominator == 1 or r < 2:
        raise ValueError("an angle")
    key = pi_text(r * r * t / 2)
    wrong = dict.fromkeys(
        (
            pi_text(r * t),
            pi_text(r * r * t),
            pi_text(r * t / 2),
            pi_text(Fraction(r * r) / 2 / t),
            pi_text(r * r * t / 4),
        )
    )
    return Item(
        value(f"1/2*{r}^2*({t}*pi)"),
        (key,),
        (
            Said(
                "부채꼴의 넓이는 반지름의 길이의 제곱과 중심각의 크기의 곱의 절반이므로",
                "the area is half the square of the radius times the angle",
                f"1/2*{r}^2*({t})*pi",
            ),
            Said("따라서", "so", key),
        ),
        tuple((w,) for w in wrong if w != key),
    )


@told_type(
    "trigonometric-equation",
    standard="[12대수02-02]",
    ko="삼각방정식",
    en="trigonometric equation",
    draw=lambda rng: {"r": rng.choice(("1/2", "-1/2", "sqrt(2)/2", "-sqrt(2)/2", "sqrt(3)/2", "-sqrt(3)/2"))},
    says={
        "ko": (
            "$0\\le x<2\\pi$일 때, 방정식 $\\sin x={r}$[을] 푸시오.",
            "$0\\le x<2\\pi$에서 방정식 $\\sin x={r}$[을] 푸시오.",
        ),
        "en": ("Solve $\\sin x={r}$ for $0\\le x<2\\pi$.",),
    },
)
def trigonometric_equation(r: Slot) -> Item:
    written = text(r)
    base = {"1/2": Fraction(1, 6), "sqrt(2)/2": Fraction(1, 4), "sqrt(3)/2": Fraction(1, 3)}.get(written.lstrip("-"))
    if base is None:
        raise ValueError("a known sine")
    negative = written.startswith("-")
    angles = (1 + base, 2 - base) if negative else (base, 1 - base)
    first, second = (pi_text(angle) for angle in angles)
    other = (base, 1 - base) if negative else (1 + base, 2 - base)
    wrong = [
        tuple(map(pi_text, other)),
        (first,),
        (pi_text(angles[0]), pi_text(2 - angles[0])),
        (pi_text(base), pi_text(1 + base)),
    ]
    return Item(
        Model(Ask("solve", unknowns=("x",)), {"x": "[0, 2pi)"}, given=(f"sin(x) = {written}",)),
        (first, second),
        (
            Said(
                "단위원에서 $y$좌표가 그 값인 각을 찾으면",
                "the angles of the unit circle with this height",
                f"x = {first} or x = {second}",
            ),
        ),
        tuple(w for w in dict.fromkeys(wrong) if set(w) != {first, second} and len(set(w)) == len(w)),
    )


@told_type(
    "extreme-of-sine",
    standard="[12대수02-02]",
    ko="삼각함수의 최댓값",
    en="maximum of a trigonometric function",
    draw=lambda rng: {"a": rng.randint(2, 9), "b": rng.randint(1, 9)},
    says={
        "ko": ("함수 $y={a}\\sin x-{b}$의 최댓값을 구하시오.",),
        "en": ("Find the maximum of $y={a}\\sin x-{b}$.",),
    },
)
def extreme_of_sine(a: int, b: int) -> Item:
    if a < 2 or b < 1 or a == b:
        raise ValueError("an amplitude")
    key = a - b
    wrong = dict.fromkeys((-a - b, a + b, a, b - a, -b))
    return Item(
        Model(Ask("extremum", of="f(x)", sense="max"), {"x": "real"}, define={"f(x)": f"{a}*sin(x) - {b}"}),
        (str(key),),
        (
            Said("$-1\\le\\sin x\\le 1$이므로", "as $-1\\le\\sin x\\le 1$", f"{a} - {b}"),
            Said("따라서", "so", str(key)),
        ),
        tuple((str(w),) for w in wrong if w != key),
    )


def draw_sines(rng: Random) -> dict[str, object]:
    s, t = rng.sample((30, 45, 60, 90, 120, 135), 2)
    return {"a": rng.randint(2, 12), "s": s, "t": t}


@told_type(
    "side-by-law-of-sines",
    standard="[12대수02-03]",
    ko="사인법칙",
    en="law of sines",
    draw=draw_sines,
    says={
        "ko": (
            "삼각형 $\\mathrm{ABC}$에서 $\\overline{\\mathrm{BC}}={a}$, $\\angle\\mathrm{A}={s}^\\circ$, $\\angle\\mathrm{B}={t}^\\circ$일 때, "
            "$\\overline{\\mathrm{CA}}$의 길이를 구하시오.",
        ),
        "en": (
            "In the triangle $\\mathrm{ABC}$, $\\overline{\\mathrm{BC}}={a}$, $\\angle\\mathrm{A}={s}^\\circ$ and "
            "$\\angle\\mathrm{B}={t}^\\circ$. Find the length of $\\overline{\\mathrm{CA}}$.",
        ),
    },
    reads=(
        "삼각형 $\\mathrm{ABC}$에서 $a={a}$, $A={s}^\\circ$, $B={t}^\\circ$일 때, $b$의 값을 구하시오.",
        "삼각형 $\\mathrm{ABC}$에서 $A={s}^\\circ$, $B={t}^\\circ$, $a={a}$일 때, $b$의 값을 구하시오.",
        "삼각형 $\\mathrm{ABC}$에서 $a={a}$, $\\angle A={s}^\\circ$, $\\angle B={t}^\\circ$일 때, $b$의 값을 구하시오.",
    ),
)
def side_by_law_of_sines(a: int, s: int, t: int) -> Item:
    if s not in SINES or t not in SINES or s + t >= 180 or a < 2 or SINES[s] == SINES[t]:
        raise ValueError("two angles of a triangle")
    key = tidy(f"{a}*({SINES[t]})/({SINES[s]})")
    wrong = {
        tidy(f"{a}*({SINES[s]})/({SINES[t]})"),
        tidy(f"{a}*({SINES[t]})"),
        tidy(f"{a}*({SINES[s]})"),
        as_text(Fraction(a * t, s)),
        tidy(f"2*{a}*({SINES[t]})/({SINES[s]})"),
    }
    return Item(
        value("x", [f"{a}/sin({s}*pi/180) = x/sin({t}*pi/180)"], x="positive"),
        (key,),
        (
            Said(
                "구하는 변의 길이를 $x$라 하면 사인법칙에 의하여",
                "by the law of sines",
                f"{a}/({SINES[s]}) = x/({SINES[t]})",
            ),
            Said("따라서", "so", f"x = {key}"),
        ),
        tuple((w,) for w in sorted(wrong - {key})),
    )


def draw_cosines(rng: Random) -> dict[str, object]:
    return {"a": rng.randint(2, 9), "b": rng.randint(2, 9), "t": rng.choice((60, 120))}


@told_type(
    "side-by-law-of-cosines",
    standard="[12대수02-03]",
    ko="코사인법칙",
    en="law of cosines",
    draw=draw_cosines,
    says={
        "ko": (
            "삼각형 $\\mathrm{ABC}$에서 $\\overline{\\mathrm{AB}}={a}$, $\\overline{\\mathrm{AC}}={b}$, $\\angle\\mathrm{A}={t}^\\circ$일 때, "
            "$\\overline{\\mathrm{BC}}$의 길이를 구하시오.",
        ),
        "en": (
            "In the triangle $\\mathrm{ABC}$, $\\overline{\\mathrm{AB}}={a}$, $\\overline{\\mathrm{AC}}={b}$ and "
            "$\\angle\\mathrm{A}={t}^\\circ$. Find the length of $\\overline{\\mathrm{BC}}$.",
        ),
    },
    reads=(
        "삼각형 $\\mathrm{ABC}$에서 $b={b}$, $c={a}$, $A={t}^\\circ$일 때, $a$의 값을 구하시오.",
        "삼각형 $\\mathrm{ABC}$에서 $A={t}^\\circ$, $b={b}$, $c={a}$일 때, $a$의 값을 구하시오.",
        "삼각형 $\\mathrm{ABC}$에서 $b={b}$, $c={a}$, $\\angle A={t}^\\circ$일 때, $a$의 값을 구하시오.",
    ),
)
def side_by_law_of_cosines(a: int, b: int, t: int) -> Item:
    shares = {60: Fraction(1, 2), 120: Fraction(-1, 2)}
    if t not in shares or min(a, b) < 2 or a == b:
        raise ValueError("a triangle")
    square = a * a + b * b - 2 * a * b * shares[t]
    key = root_text(square)
    wrong = {
        root_text(a * a + b * b + 2 * a * b * shares[t]),
        root_text(a * a + b * b),
        as_text(square),
        root_text(a * a + b * b - a * b * shares[t]),
    }
    return Item(
        value("x", [f"x^2 = {a}^2 + {b}^2 - 2*{a}*{b}*cos({t}*pi/180)"], x="positive"),
        (key,),
        (
            Said(
                "구하는 변의 길이를 $x$라 하면 코사인법칙에 의하여",
                "by the law of cosines",
                f"x^2 = {a}^2 + {b}^2 - 2*{a}*{b}*cos({t}°)",
            ),
            Said("$x>0$이므로", "as $x>0$", f"x = sqrt({a}^2 + {b}^2 - 2*{a}*{b}*cos({t}°))"),
            Said("따라서", "so", f"x = {key}"),
        ),
        tuple((w,) for w in sorted(wrong - {key})),
    )
