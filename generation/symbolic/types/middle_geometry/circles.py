"""Chords and tangents [9수03-18] and inscribed angles [9수03-19] of circles."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from generation.symbolic.told import Item, Said, as_text, told_type, value
from generation.symbolic.types.middle_geometry.right_triangles import TRIPLES, root_text
from generation.symbolic.types.middle_geometry.triangles import DEGREES


def draw_chord(rng: Random) -> dict[str, object]:
    if rng.random() < 0.6:
        a, b, c = rng.choice(TRIPLES[:4])
        k = rng.randint(1, 2)
        return {"r": k * c, "d": k * rng.choice((a, b))}
    r = rng.randint(4, 12)
    return {"r": r, "d": rng.randint(2, r - 1)}


@told_type(
    "length-of-chord",
    standard="[9수03-18]",
    ko="현의 길이",
    en="length of a chord",
    draw=draw_chord,
    says={
        "ko": ("반지름의 길이가 {r} cm인 원의 중심에서 현까지의 거리가 {d} cm일 때, 이 현의 길이를 구하시오.",),
        "en": ("A chord of a circle with radius {r} cm is {d} cm away from the centre. Find the length of the chord.",),
    },
)
def length_of_chord(r: int, d: int) -> Item:
    if not 0 < d < r:
        raise ValueError("a chord")
    half = r * r - d * d
    key = root_text(half, 2)
    wrong = {root_text(half), root_text(r * r + d * d, 2), str(2 * (r - d)), root_text(half, 4)} - {key}
    return Item(
        value(f"2*sqrt({r}^2 - {d}^2)"),
        (key,),
        (
            Said("원의 중심에서 현에 내린 수선은 그 현을 이등분하므로", "the perpendicular from the centre halves the chord",
                 f"2*sqrt({r}^2 - {d}^2)"),
            Said("계산하면", "work it out", key),
        ),
        tuple((w,) for w in sorted(wrong)),
        unit="cm",
    )  # fmt: skip


def draw_tangent(rng: Random) -> dict[str, object]:
    if rng.random() < 0.6:
        a, b, c = rng.choice(TRIPLES[:4])
        k = rng.randint(1, 2)
        return {"r": k * rng.choice((a, b)), "d": k * c}
    r = rng.randint(2, 9)
    return {"r": r, "d": r + rng.randint(1, 8)}


@told_type(
    "length-of-tangent",
    standard="[9수03-18]",
    ko="접선의 길이",
    en="length of a tangent",
    draw=draw_tangent,
    says={
        "ko": ("반지름의 길이가 {r} cm인 원의 중심에서 {d} cm 떨어진 점에서 이 원에 그은 접선의 길이를 구하시오.",),
        "en": (
            "A point is {d} cm away from the centre of a circle with radius {r} cm. Find the length of a tangent from it.",
        ),
    },
)
def length_of_tangent(r: int, d: int) -> Item:
    if not 0 < r < d:
        raise ValueError("a point outside of the circle")
    key = root_text(d * d - r * r)
    wrong = {
        root_text(d * d + r * r),
        str(d - r),
        root_text(d * d - r * r, 2),
        root_text(d * d - 4 * r * r) if d > 2 * r else str(d),
    }
    return Item(
        value(f"sqrt({d}^2 - {r}^2)"),
        (key,),
        (
            Said(
                "접선은 접점을 지나는 반지름에 수직이므로",
                "a tangent is perpendicular to the radius",
                f"sqrt({d}^2 - {r}^2)",
            ),
            Said("계산하면", "work it out", key),
        ),
        tuple((w,) for w in sorted(wrong - {key})),
        unit="cm",
    )


def draw_centre(rng: Random) -> dict[str, object]:
    return {"a": 2 * rng.randint(20, 85)}


@told_type(
    "inscribed-angle",
    standard="[9수03-19]",
    ko="원주각",
    en="inscribed angle",
    draw=draw_centre,
    says={
        "ko": (
            "원에서 한 호에 대한 중심각의 크기가 ${a}^\\circ$일 때, 이 호에 대한 원주각의 크기를 구하시오.",
            "한 원에서 호 $\\mathrm{AB}$에 대한 중심각의 크기가 ${a}^\\circ$일 때, 호 $\\mathrm{AB}$에 대한 원주각의 크기를 구하시오.",
        ),
        "en": ("The central angle of an arc is ${a}^\\circ$. Find the inscribed angle of this arc in degrees.",),
    },
    reads=(
        "원 $\\mathrm{O}$에서 호 $\\mathrm{AB}$에 대한 중심각의 크기가 ${a}^\\circ$일 때, 호 $\\mathrm{AB}$에 대한 원주각의 크기를 구하시오.",
        "중심각의 크기가 ${a}^\\circ$인 호에 대한 원주각의 크기를 구하시오.",
    ),
)
def inscribed_angle(a: int) -> Item:
    if not 10 <= a <= 350:
        raise ValueError("an angle")
    key = Fraction(a, 2)
    wrong = {Fraction(2 * a), Fraction(180 - a), Fraction(a), Fraction(180) - key, Fraction(360 - a)} - {key}
    return Item(
        value(f"1/2*{a}"),
        (as_text(key),),
        (
            Said(
                "원주각의 크기는 중심각의 크기의 $\\frac{1}{2}$이므로",
                "an inscribed angle is half the central angle",
                f"1/2*{a}",
            ),
            Said("따라서", "so", as_text(key)),
        ),
        tuple((as_text(w),) for w in sorted(wrong) if w > 0),
        unit=DEGREES,
    )


@told_type(
    "central-from-inscribed-angle",
    standard="[9수03-19]",
    ko="원주각에 대한 중심각",
    en="central angle from the inscribed angle",
    draw=lambda rng: {"a": rng.randint(12, 170)},
    says={
        "ko": (
            "한 원에서 호 $\\mathrm{AB}$에 대한 원주각의 크기가 ${a}^\\circ$일 때, 호 $\\mathrm{AB}$에 대한 중심각의 크기를 구하시오.",
        ),
        "en": ("The inscribed angle of an arc is ${a}^\\circ$. Find the central angle of this arc in degrees.",),
    },
    reads=(
        "원주각의 크기가 ${a}^\\circ$일 때, 같은 호에 대한 중심각의 크기를 구하시오.",
        "원에서 한 호에 대한 원주각의 크기가 ${a}^\\circ$일 때, 이 호에 대한 중심각의 크기를 구하시오.",
        "원 $\\mathrm{O}$에서 호 $\\mathrm{AB}$에 대한 원주각의 크기가 ${a}^\\circ$일 때, 호 $\\mathrm{AB}$에 대한 중심각의 크기를 구하시오.",
    ),
)
def central_from_inscribed_angle(a: int) -> Item:
    if not 5 <= a < 180 or a == 90:
        raise ValueError("an inscribed angle")
    key = 2 * a
    wrong = dict.fromkeys((Fraction(a, 2), Fraction(a), Fraction(180 - a), Fraction(abs(180 - key)), Fraction(360 - a)))
    return Item(
        value(f"2*{a}"),
        (str(key),),
        (
            Said(
                "중심각의 크기는 원주각의 크기의 $2$배이므로",
                "a central angle is $2$ times the inscribed angle",
                f"2*{a}",
            ),
            Said("따라서", "so", str(key)),
        ),
        tuple((as_text(w),) for w in wrong if w > 0 and w != key),
        unit=DEGREES,
    )


def draw_opposite(rng: Random) -> dict[str, object]:
    p, x, b = rng.randint(2, 4), rng.randint(12, 30), rng.randint(5, 30)
    return {"p": p, "b": b, "c": 180 - p * x - b}


@told_type(
    "inscribed-quadrilateral",
    standard="[9수03-19]",
    ko="원에 내접하는 사각형",
    en="quadrilateral inscribed in a circle",
    draw=draw_opposite,
    says={
        "ko": (
            "원에 내접하는 사각형 $\\mathrm{ABCD}$에서 $\\angle\\mathrm{A}=({p}x+{b})^\\circ$, $\\angle\\mathrm{C}={c}^\\circ$일 때, "
            "$x$의 값을 구하시오.",
        ),
        "en": (
            "The quadrilateral $\\mathrm{ABCD}$ is inscribed in a circle with $\\angle\\mathrm{A}=({p}x+{b})^\\circ$ and "
            "$\\angle\\mathrm{C}={c}^\\circ$. Find $x$.",
        ),
    },
)
def inscribed_quadrilateral(p: int, b: int, c: int) -> Item:
    left = 180 - b - c
    if p < 2 or min(b, c) < 5 or left <= 0 or left % p or not 20 <= c < 160:
        raise ValueError("two opposite angles")
    key = left // p
    wrong = {Fraction(c - b, p), Fraction(360 - b - c, p), Fraction(90 - b, p), Fraction(key + 5), Fraction(left)} - {
        key
    }
    return Item(
        value("x", [f"({p}*x + {b}) + {c} = 180"], x="real"),
        (str(key),),
        (
            Said("원에 내접하는 사각형에서 마주 보는 두 내각의 크기의 합은 $180^\\circ$이므로",
                 "opposite angles add up to 180 degrees", f"{p}x + {b} + {c} = 180"),
            Said("정리하면", "collect", f"{p}x = {left}"),
            Said("따라서", "so", f"x = {key}"),
        ),
        tuple((as_text(w),) for w in sorted(wrong) if w > 0 and w.denominator == 1),
    )  # fmt: skip
