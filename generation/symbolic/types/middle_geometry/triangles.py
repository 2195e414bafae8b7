"""Angles of triangles and quadrilaterals [9수03-09, 10, 11]."""

from __future__ import annotations

from fractions import Fraction
from functools import partial
from random import Random

from generation.problem import Language
from generation.symbolic.told import Item, Said, Slot, as_text, rational, slips, told_type, value

DEGREES: dict[Language, str] = {"ko": "도", "en": "degrees"}


def _angle(slot: Slot, low: int, high: int) -> Fraction:
    size = rational(slot)
    if not low < size < high:
        raise ValueError("an angle of such a figure")
    return size


_angles = partial(slips, fits=lambda number: 0 < number < 360)


def draw_top(rng: Random) -> dict[str, object]:
    return {"t": 2 * rng.randint(10, 70)}


@told_type(
    "base-angle-of-isosceles",
    standard="[9수03-09]",
    ko="이등변삼각형의 밑각",
    en="base angle of an isosceles triangle",
    draw=draw_top,
    says={
        "ko": (
            "꼭지각의 크기가 ${t}^\\circ$인 이등변삼각형의 한 밑각의 크기를 구하시오.",
            "$\\overline{\\mathrm{AB}}=\\overline{\\mathrm{AC}}$인 이등변삼각형 $\\mathrm{ABC}$에서 $\\angle\\mathrm{A}={t}^\\circ$일 때, "
            "$\\angle\\mathrm{B}$의 크기를 구하시오.",
        ),
        "en": ("The apex angle of an isosceles triangle is ${t}^\\circ$. Find each base angle in degrees.",),
    },
)
def base_angle_of_isosceles(t: Slot) -> Item:
    top = _angle(t, 0, 180)
    key = (180 - top) / 2
    return Item(
        value(f"(180 - {as_text(top)})/2"),
        (as_text(key),),
        (
            Said("두 밑각의 크기는 같으므로", "the base angles are equal", f"(180 - {as_text(top)})/2"),
            Said("계산하면", "work it out", as_text(key)),
        ),
        _angles(key, 180 - top, 180 - 2 * top, top / 2, 90 - top, top),
        unit=DEGREES,
    )


def draw_base(rng: Random) -> dict[str, object]:
    return {"b": rng.randint(20, 80)}


@told_type(
    "apex-angle-of-isosceles",
    standard="[9수03-09]",
    ko="이등변삼각형의 꼭지각",
    en="apex angle of an isosceles triangle",
    draw=draw_base,
    says={
        "ko": ("한 밑각의 크기가 ${b}^\\circ$인 이등변삼각형의 꼭지각의 크기를 구하시오.",),
        "en": ("Each base angle of an isosceles triangle is ${b}^\\circ$. Find the apex angle in degrees.",),
    },
)
def apex_angle_of_isosceles(b: Slot) -> Item:
    base = _angle(b, 0, 90)
    key = 180 - 2 * base
    return Item(
        value(f"180 - 2*{as_text(base)}"),
        (as_text(key),),
        (
            Said("두 밑각의 크기는 같고 내각의 크기의 합은 $180^\\circ$이므로", "the base angles are equal and all add up to 180",
                 f"180 - 2*{as_text(base)}"),
            Said("계산하면", "work it out", as_text(key)),
        ),
        _angles(key, 180 - base, (180 - base) / 2, 90 - base, 360 - 2 * base, base),
        unit=DEGREES,
    )  # fmt: skip


def draw_centre(rng: Random) -> dict[str, object]:
    return {"a": rng.randint(15, 44) * 2}


@told_type(
    "angle-at-circumcentre",
    standard="[9수03-10]",
    ko="삼각형의 외심",
    en="circumcentre of a triangle",
    draw=draw_centre,
    says={
        "ko": (
            "점 $\\mathrm{O}$가 예각삼각형 $\\mathrm{ABC}$의 외심이고 $\\angle\\mathrm{A}={a}^\\circ$일 때, "
            "$\\angle\\mathrm{BOC}$의 크기를 구하시오.",
        ),
        "en": (
            "Point $\\mathrm{O}$ is the circumcentre of the acute triangle $\\mathrm{ABC}$ with "
            "$\\angle\\mathrm{A}={a}^\\circ$. Find $\\angle\\mathrm{BOC}$ in degrees.",
        ),
    },
)
def angle_at_circumcentre(a: Slot) -> Item:
    angle = _angle(a, 0, 90)
    key = 2 * angle
    return Item(
        value(f"2*{as_text(angle)}"),
        (as_text(key),),
        (
            Said("$\\angle\\mathrm{BOC}=2\\angle\\mathrm{A}$이므로", "the angle at the circumcentre is twice the angle at A",
                 f"2*{as_text(angle)}"),
            Said("계산하면", "work it out", as_text(key)),
        ),
        _angles(key, 90 + angle / 2, 180 - angle, angle, 90 + angle),
        unit=DEGREES,
    )  # fmt: skip


@told_type(
    "angle-at-incentre",
    standard="[9수03-10]",
    ko="삼각형의 내심",
    en="incentre of a triangle",
    draw=draw_centre,
    says={
        "ko": (
            "점 $\\mathrm{I}$가 삼각형 $\\mathrm{ABC}$의 내심이고 $\\angle\\mathrm{A}={a}^\\circ$일 때, "
            "$\\angle\\mathrm{BIC}$의 크기를 구하시오.",
        ),
        "en": (
            "Point $\\mathrm{I}$ is the incentre of the triangle $\\mathrm{ABC}$ with $\\angle\\mathrm{A}={a}^\\circ$. "
            "Find $\\angle\\mathrm{BIC}$ in degrees.",
        ),
    },
)
def angle_at_incentre(a: Slot) -> Item:
    angle = _angle(a, 0, 180)
    key = 90 + angle / 2
    return Item(
        value(f"90 + 1/2*{as_text(angle)}"),
        (as_text(key),),
        (
            Said("$\\angle\\mathrm{BIC}=90^\\circ+\\frac{1}{2}\\angle\\mathrm{A}$이므로", "the angle is 90 degrees and half the angle at A",
                 f"90 + 1/2*{as_text(angle)}"),
            Said("계산하면", "work it out", as_text(key)),
        ),
        _angles(key, 2 * angle, 180 - angle, 90 + angle, 90 - angle / 2),
        unit=DEGREES,
    )  # fmt: skip


def draw_sides(rng: Random) -> dict[str, object]:
    p, q = rng.randint(2, 5), 1
    x = rng.randint(2, 9)
    b = rng.randint(1, 9)
    return {"p": p, "b": b, "c": (p - q) * x - b}


@told_type(
    "opposite-sides-of-parallelogram",
    standard="[9수03-11]",
    ko="평행사변형의 대변",
    en="opposite sides of a parallelogram",
    draw=draw_sides,
    says={
        "ko": (
            "평행사변형 $\\mathrm{ABCD}$에서 $\\overline{\\mathrm{AB}}={p}x-{b}$, $\\overline{\\mathrm{CD}}=x+{c}$일 때, "
            "$x$의 값을 구하시오.",
        ),
        "en": (
            "In the parallelogram $\\mathrm{ABCD}$, $\\overline{\\mathrm{AB}}={p}x-{b}$ and "
            "$\\overline{\\mathrm{CD}}=x+{c}$. Find $x$.",
        ),
    },
)
def opposite_sides_of_parallelogram(p: int, b: int, c: int) -> Item:
    if p < 2 or min(b, c) < 1 or (b + c) % (p - 1):
        raise ValueError("two equal sides")
    key = (b + c) // (p - 1)
    if p * key - b <= 0:
        raise ValueError("a length")
    wrong = {
        Fraction(c - b, p - 1),
        Fraction(b + c, p + 1),
        Fraction(key + 1),
        Fraction(p * key - b),
        Fraction(key + 2),
    } - {key}
    return Item(
        value("x", [f"{p}*x - {b} = x + {c}"], x="real"),
        (str(key),),
        (
            Said(
                "평행사변형의 두 쌍의 대변의 길이는 각각 같으므로", "opposite sides are equal", f"{p}x - {b} = x + {c}"
            ),
            Said("따라서", "so", f"x = {key}"),
        ),
        tuple((as_text(w),) for w in sorted(wrong) if w > 0 and w.denominator == 1),
    )


def draw_ratio(rng: Random) -> dict[str, object]:
    p, q = sorted(rng.sample(range(1, 12), 2), reverse=True)
    return {"p": p, "q": q}


@told_type(
    "angles-of-parallelogram",
    standard="[9수03-11]",
    ko="평행사변형의 이웃하는 두 내각",
    en="neighbouring angles of a parallelogram",
    draw=draw_ratio,
    says={
        "ko": (
            "평행사변형 $\\mathrm{ABCD}$에서 $\\angle\\mathrm{A}$와 $\\angle\\mathrm{B}$의 크기의 비가 ${p}:{q}$일 때, "
            "$\\angle\\mathrm{A}$의 크기를 구하시오.",
        ),
        "en": (
            "In the parallelogram $\\mathrm{ABCD}$ the angles at $\\mathrm{A}$ and $\\mathrm{B}$ are in the ratio "
            "${p}:{q}$. Find $\\angle\\mathrm{A}$ in degrees.",
        ),
    },
)
def angles_of_parallelogram(p: int, q: int) -> Item:
    key = Fraction(180 * p, p + q)
    if min(p, q) < 1 or p == q or key.denominator > 1:
        raise ValueError("a whole angle")
    return Item(
        value(f"180*{p}/({p} + {q})"),
        (as_text(key),),
        (
            Said(
                "이웃하는 두 내각의 크기의 합은 $180^\\circ$이므로",
                "neighbouring angles add up to 180 degrees",
                f"180*{p}/({p} + {q})",
            ),
            Said("계산하면", "work it out", as_text(key)),
        ),
        _angles(key, 180 - key, Fraction(360 * p, p + q), Fraction(90 * p, p + q), Fraction(180, p + q)),
        unit=DEGREES,
    )


def draw_rhombus(rng: Random) -> dict[str, object]:
    return {"a": rng.randint(4, 20), "b": rng.randint(4, 20)}


@told_type(
    "area-of-rhombus",
    standard="[9수03-11]",
    ko="마름모의 넓이",
    en="area of a rhombus",
    draw=draw_rhombus,
    says={
        "ko": ("두 대각선의 길이가 {a} cm, {b} cm인 마름모의 넓이를 구하시오.",),
        "en": ("The diagonals of a rhombus are {a} cm and {b} cm long. Find its area.",),
    },
)
def area_of_rhombus(a: int, b: int) -> Item:
    if min(a, b) < 2 or a == b:
        raise ValueError("two diagonals")
    key = Fraction(a * b, 2)
    wrong = {Fraction(a * b), Fraction(2 * (a + b)), Fraction(a * b, 4), Fraction(a + b)} - {key}
    return Item(
        value(f"1/2*{a}*{b}"),
        (as_text(key),),
        (
            Said("마름모의 두 대각선은 수직이므로", "the diagonals are perpendicular", f"1/2*{a}*{b}"),
            Said("계산하면", "work it out", as_text(key)),
        ),
        tuple((as_text(w),) for w in sorted(wrong)),
        unit="cm^2",
    )
