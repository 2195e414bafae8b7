"""Angles of triangles, parallelograms and inscribed quadrilaterals [9수03-05, 11, 19]."""

from __future__ import annotations

from fractions import Fraction
from functools import partial
from random import Random

from generation.symbolic.told import Item, Said, Slot, UnfitError, as_text, rational, slips, told_type, value
from generation.symbolic.types.middle_geometry.triangles import DEGREES

_angles = partial(slips, fits=lambda number: 0 < number < 360)


def _sizes(*slots: Slot) -> tuple[Fraction, ...]:
    sizes = tuple(rational(slot) for slot in slots)
    if not all(0 < size < 180 for size in sizes) or sum(sizes) >= 180 or any(size.denominator > 2 for size in sizes):
        raise UnfitError("angles of a triangle")
    return sizes


def _degrees(formula: str, key: Fraction | int, ko: str, en: str, *wrong: Fraction | int) -> Item:
    return Item(
        value(formula),
        (as_text(key),),
        (Said(ko, en, formula), Said("계산하면", "work it out", as_text(key))),
        _angles(key, *wrong),
        unit=DEGREES,
    )


def draw_two(rng: Random) -> dict[str, object]:
    a = rng.randint(20, 100)
    return {"a": a, "b": rng.randint(20, 160 - a)}


@told_type(
    "third-angle-of-triangle",
    standard="[9수03-05]",
    ko="삼각형의 나머지 한 내각",
    en="third angle of a triangle",
    draw=draw_two,
    says={
        "ko": (
            "삼각형의 두 내각의 크기가 ${a}^\\circ$, ${b}^\\circ$일 때, 나머지 한 내각의 크기를 구하시오.",
            "두 내각의 크기가 각각 ${a}^\\circ$, ${b}^\\circ$인 삼각형의 나머지 한 내각의 크기를 구하시오.",
        ),
        "en": ("Two angles of a triangle are ${a}^\\circ$ and ${b}^\\circ$. Find the third angle in degrees.",),
    },
    reads=(
        "삼각형 $\\mathrm{ABC}$에서 $\\angle\\mathrm{A}={a}^\\circ$이고 $\\angle\\mathrm{B}={b}^\\circ$일 때, $\\angle\\mathrm{C}$의 크기를 구하시오.",
        "삼각형 $\\mathrm{ABC}$에서 $\\angle\\mathrm{A}={a}^\\circ$, $\\angle\\mathrm{B}={b}^\\circ$일 때, $\\angle\\mathrm{C}$의 크기를 구하시오.",
        "$\\angle\\mathrm{A}={a}^\\circ$, $\\angle\\mathrm{B}={b}^\\circ$인 삼각형 $\\mathrm{ABC}$에서 $\\angle\\mathrm{C}$의 크기를 구하시오.",
        "삼각형의 세 내각의 크기가 ${a}^\\circ$, ${b}^\\circ$, $x^\\circ$일 때, $x$의 값을 구하시오.",
    ),
)
def third_angle_of_triangle(a: Slot, b: Slot) -> Item:
    p, q = _sizes(a, b)
    return _degrees(
        f"180 - {as_text(p)} - {as_text(q)}", 180 - p - q,
        "삼각형의 세 내각의 크기의 합은 $180^\\circ$이므로", "the angles of a triangle add up to $180^\\circ$",
        p + q, 360 - p - q, abs(90 - p - q), 180 - p, 180 - q,
    )  # fmt: skip


@told_type(
    "exterior-angle-of-triangle",
    standard="[9수03-05]",
    ko="삼각형의 외각",
    en="exterior angle of a triangle",
    draw=draw_two,
    says={
        "ko": (
            "삼각형의 두 내각의 크기가 ${a}^\\circ$, ${b}^\\circ$일 때, 나머지 한 내각에 대한 외각의 크기를 구하시오.",
        ),
        "en": (
            "Two angles of a triangle are ${a}^\\circ$ and ${b}^\\circ$. "
            "Find the exterior angle at the third corner in degrees.",
        ),
    },
    reads=(
        "삼각형 $\\mathrm{ABC}$에서 $\\angle\\mathrm{A}={a}^\\circ$, $\\angle\\mathrm{B}={b}^\\circ$일 때, $\\angle\\mathrm{C}$의 외각의 크기를 구하시오.",
        "$\\angle\\mathrm{A}={a}^\\circ$, $\\angle\\mathrm{B}={b}^\\circ$인 삼각형 $\\mathrm{ABC}$에서 $\\angle\\mathrm{C}$의 외각의 크기를 구하시오.",
    ),
)
def exterior_angle_of_triangle(a: Slot, b: Slot) -> Item:
    p, q = _sizes(a, b)
    return _degrees(
        f"{as_text(p)} + {as_text(q)}", p + q,
        "한 외각의 크기는 그와 이웃하지 않는 두 내각의 크기의 합과 같으므로",
        "an exterior angle is the sum of the two angles not beside it",
        180 - p - q, 360 - p - q, 180 - p, 180 - q, abs(p - q),
    )  # fmt: skip


def draw_ratio(rng: Random) -> dict[str, object]:
    return dict(zip("abc", sorted(rng.sample(range(1, 13), 3)), strict=True))


@told_type(
    "largest-angle-by-ratio",
    standard="[9수03-05]",
    ko="내각의 크기의 비가 주어진 삼각형",
    en="largest angle by ratio",
    draw=draw_ratio,
    says={
        "ko": (
            "삼각형의 세 내각의 크기의 비가 ${a}:{b}:{c}$일 때, 가장 큰 내각의 크기를 구하시오.",
            "세 내각의 크기의 비가 ${a}:{b}:{c}$인 삼각형에서 가장 큰 내각의 크기를 구하시오.",
        ),
        "en": ("The angles of a triangle are in the ratio ${a}:{b}:{c}$. Find the largest angle in degrees.",),
    },
    reads=("삼각형의 세 내각의 크기의 비가 ${a}:{b}:{c}$일 때, 가장 큰 각의 크기를 구하시오.",),
)
def largest_angle_by_ratio(a: int, b: int, c: int) -> Item:
    total, largest = a + b + c, max(a, b, c)
    key = Fraction(180 * largest, total)
    if min(a, b, c) < 1 or key.denominator > 1 or sorted((a, b, c))[1] == largest:
        raise UnfitError("a whole largest angle")
    smallest = Fraction(180 * min(a, b, c), total)
    return _degrees(
        f"180*{largest}/({a} + {b} + {c})", key,
        "삼각형의 세 내각의 크기의 합은 $180^\\circ$이므로", "the angles of a triangle add up to $180^\\circ$",
        smallest, 2 * key, 180 - key - smallest, Fraction(180, total), Fraction(180, largest),
    )  # fmt: skip


@told_type(
    "neighbouring-angle-of-parallelogram",
    standard="[9수03-11]",
    ko="평행사변형의 이웃하는 내각",
    en="neighbouring angle of a parallelogram",
    draw=lambda rng: {"a": rng.choice([n for n in range(35, 146) if n != 90])},
    says={
        "ko": (
            "평행사변형 $\\mathrm{ABCD}$에서 $\\angle\\mathrm{A}={a}^\\circ$일 때, $\\angle\\mathrm{B}$의 크기를 구하시오.",
        ),
        "en": (
            "In the parallelogram $\\mathrm{ABCD}$, $\\angle\\mathrm{A}={a}^\\circ$. Find $\\angle\\mathrm{B}$ in degrees.",
        ),
    },
    reads=(
        "평행사변형 $\\mathrm{ABCD}$에서 $\\angle\\mathrm{A}={a}^\\circ$일 때, $\\angle\\mathrm{D}$의 크기를 구하시오.",
        "평행사변형 $\\mathrm{ABCD}$에서 $\\angle\\mathrm{B}={a}^\\circ$일 때, $\\angle\\mathrm{A}$의 크기를 구하시오.",
        "평행사변형 $\\mathrm{ABCD}$에서 $\\angle\\mathrm{B}={a}^\\circ$일 때, $\\angle\\mathrm{C}$의 크기를 구하시오.",
    ),
)
def neighbouring_angle_of_parallelogram(a: Slot) -> Item:
    (p,) = _sizes(a)
    if p == 90:
        raise UnfitError("two angles")
    return _degrees(
        f"180 - {as_text(p)}", 180 - p,
        "이웃하는 두 내각의 크기의 합은 $180^\\circ$이므로", "neighbouring angles add up to $180^\\circ$",
        p, 360 - p, abs(90 - p), 360 - 2 * p, p / 2,
    )  # fmt: skip


@told_type(
    "opposite-angle-of-inscribed-quadrilateral",
    standard="[9수03-19]",
    ko="원에 내접하는 사각형의 대각",
    en="opposite angle of an inscribed quadrilateral",
    draw=lambda rng: {"a": rng.choice([n for n in range(35, 146) if n != 90])},
    says={
        "ko": (
            "원에 내접하는 사각형 $\\mathrm{ABCD}$에서 $\\angle\\mathrm{A}={a}^\\circ$일 때, $\\angle\\mathrm{C}$의 크기를 구하시오.",
        ),
        "en": (
            "The quadrilateral $\\mathrm{ABCD}$ is inscribed in a circle and $\\angle\\mathrm{A}={a}^\\circ$. "
            "Find $\\angle\\mathrm{C}$ in degrees.",
        ),
    },
    reads=(
        "사각형 $\\mathrm{ABCD}$가 원에 내접하고 $\\angle\\mathrm{A}={a}^\\circ$일 때, $\\angle\\mathrm{C}$의 크기를 구하시오.",
        "원에 내접하는 사각형 $\\mathrm{ABCD}$에서 $\\angle\\mathrm{B}={a}^\\circ$일 때, $\\angle\\mathrm{D}$의 크기를 구하시오.",
        "원 $\\mathrm{O}$에 내접하는 사각형 $\\mathrm{ABCD}$에서 $\\angle\\mathrm{A}={a}^\\circ$일 때, $\\angle\\mathrm{C}$의 크기를 구하시오.",
    ),
)
def opposite_angle_of_inscribed_quadrilateral(a: Slot) -> Item:
    (p,) = _sizes(a)
    if p == 90:
        raise UnfitError("two angles")
    return _degrees(
        f"180 - {as_text(p)}", 180 - p,
        "원에 내접하는 사각형의 대각의 크기의 합은 $180^\\circ$이므로", "opposite angles add up to $180^\\circ$",
        p, 360 - p, abs(90 - p), 2 * p, p / 2,
    )  # fmt: skip
