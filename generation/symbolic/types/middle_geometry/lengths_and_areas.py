"""Areas and lengths by one formula: equilateral triangles, squares, circles, boxes, sectors [9수03-06, 08, 15]."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from random import Random

from generation.problem import Language
from generation.symbolic.told import Item, Said, Slot, UnfitError, as_text, put, rational, tidy, told_type, value
from generation.symbolic.types.middle_geometry.right_triangles import root_text


def size(rng: Random) -> int:
    """A length as books have it; now and then a larger one."""
    return rng.randint(2, 20) if rng.random() < 0.7 else rng.randint(21, 120)


def by_formula(
    formula: str, key: str, ko: str, en: str, wrong: tuple[str, ...], unit: Mapping[Language, str] | str | None
) -> Item:
    """What a formula with its numbers put in comes to."""
    return Item(
        value(formula),
        (key,),
        (Said(ko, en, formula), Said("계산하면", "work it out", key)),
        tuple((text,) for text in dict.fromkeys(wrong) if text != key),
        unit=unit,
    )


def length(slot: Slot) -> Fraction:
    """A length in a slot. Raises UnfitError."""
    found = rational(slot)
    if not 0 < found <= 200:
        raise UnfitError("a length")
    return found


def whole(*slots: Slot) -> tuple[int, ...]:
    """Whole lengths. Raises UnfitError."""
    sizes = [length(slot) for slot in slots]
    if any(found.denominator > 1 for found in sizes):
        raise UnfitError("whole lengths")
    return tuple(int(found) for found in sizes)


@told_type(
    "area-of-equilateral-triangle",
    standard="[9수03-15]",
    ko="정삼각형의 넓이",
    en="area of an equilateral triangle",
    draw=lambda rng: {"a": size(rng)},
    says={
        "ko": ("한 변의 길이가 {a} cm인 정삼각형의 넓이를 구하시오.",),
        "en": ("Find the area of an equilateral triangle with side {a} cm.",),
    },
)
def area_of_equilateral_triangle(a: Slot) -> Item:
    (side,) = whole(a)
    return by_formula(
        f"sqrt(3)/4*{side}^2", root_text(3, Fraction(side * side, 4)),
        "한 변의 길이가 $a$인 정삼각형의 넓이는 $\\frac{\\sqrt{3}}{4}a^2$이므로", "the area is $\\frac{\\sqrt{3}}{4}a^2$",
        (
            root_text(3, Fraction(side * side, 2)), as_text(Fraction(side * side, 2)), root_text(3, Fraction(side, 2)),
            as_text(Fraction(side * side, 4)), root_text(3, Fraction(side, 4)),
        ),
        "cm^2",
    )  # fmt: skip


@told_type(
    "height-of-equilateral-triangle",
    standard="[9수03-15]",
    ko="정삼각형의 높이",
    en="height of an equilateral triangle",
    draw=lambda rng: {"a": size(rng)},
    says={
        "ko": ("한 변의 길이가 {a} cm인 정삼각형의 높이를 구하시오.",),
        "en": ("Find the height of an equilateral triangle with side {a} cm.",),
    },
)
def height_of_equilateral_triangle(a: Slot) -> Item:
    (side,) = whole(a)
    return by_formula(
        f"sqrt(3)/2*{side}", root_text(3, Fraction(side, 2)),
        "한 변의 길이가 $a$인 정삼각형의 높이는 $\\frac{\\sqrt{3}}{2}a$이므로", "the height is $\\frac{\\sqrt{3}}{2}a$",
        (
            as_text(Fraction(side, 2)), root_text(3, side), root_text(3, Fraction(side, 4)), root_text(5, Fraction(side, 2)),
            root_text(3, Fraction(side * side, 4)),
        ),
        "cm",
    )  # fmt: skip


@told_type(
    "diagonal-of-square",
    standard="[9수03-15]",
    ko="정사각형의 대각선의 길이",
    en="diagonal of a square",
    draw=lambda rng: {"a": size(rng)},
    says={
        "ko": ("한 변의 길이가 {a} cm인 정사각형의 대각선의 길이를 구하시오.",),
        "en": ("Find the length of the diagonal of a square with side {a} cm.",),
    },
)
def diagonal_of_square(a: Slot) -> Item:
    (side,) = whole(a)
    return by_formula(
        f"sqrt({side}^2 + {side}^2)", root_text(2, side),
        "피타고라스 정리에 의하여", "by the theorem of Pythagoras",
        (str(2 * side), str(side * side), str(2 * side * side), root_text(side), root_text(3, side)),
        "cm",
    )  # fmt: skip


def draw_box(rng: Random) -> dict[str, object]:
    return dict(zip("abc", rng.sample(range(2, 13), 3), strict=True))


@told_type(
    "diagonal-of-box",
    standard="[9수03-15]",
    ko="직육면체의 대각선의 길이",
    en="diagonal of a box",
    draw=draw_box,
    says={
        "ko": ("세 모서리의 길이가 각각 {a} cm, {b} cm, {c} cm인 직육면체의 대각선의 길이를 구하시오.",),
        "en": ("The edges of a rectangular box are {a} cm, {b} cm and {c} cm long. Find the length of its diagonal.",),
    },
    reads=(
        "세 모서리의 길이가 {a} cm, {b} cm, {c} cm인 직육면체의 대각선의 길이를 구하시오.",
        "가로의 길이가 {a} cm, 세로의 길이가 {b} cm, 높이가 {c} cm인 직육면체의 대각선의 길이를 구하시오.",
        "가로, 세로의 길이와 높이가 각각 {a} cm, {b} cm, {c} cm인 직육면체의 대각선의 길이를 구하시오.",
    ),
)
def diagonal_of_box(a: Slot, b: Slot, c: Slot) -> Item:
    p, q, r = whole(a, b, c)
    return by_formula(
        f"sqrt({p}^2 + {q}^2 + {r}^2)", root_text(p * p + q * q + r * r),
        "피타고라스 정리를 두 번 이용하면", "by the theorem of Pythagoras, used twice",
        (str(p + q + r), str(p * p + q * q + r * r), root_text(p * p + q * q), root_text(p + q + r), str(p * q * r)),
        "cm",
    )  # fmt: skip


@told_type(
    "surface-of-box",
    standard="[9수03-08]",
    ko="직육면체의 겉넓이",
    en="surface area of a box",
    draw=draw_box,
    says={
        "ko": ("밑면의 가로의 길이가 {a} cm, 세로의 길이가 {b} cm이고 높이가 {c} cm인 직육면체의 겉넓이를 구하시오.",),
        "en": (
            "The base of a rectangular box is {a} cm long and {b} cm wide, its height is {c} cm. Find its surface area.",
        ),
    },
    reads=(
        "가로의 길이가 {a} cm, 세로의 길이가 {b} cm, 높이가 {c} cm인 직육면체의 겉넓이를 구하시오.",
        "가로의 길이가 {a} cm, 세로의 길이가 {b} cm이고 높이가 {c} cm인 직육면체의 겉넓이를 구하시오.",
        "세 모서리의 길이가 {a} cm, {b} cm, {c} cm인 직육면체의 겉넓이를 구하시오.",
    ),
)
def surface_of_box(a: Slot, b: Slot, c: Slot) -> Item:
    p, q, r = whole(a, b, c)
    side = 2 * (p + q) * r
    return by_formula(
        f"2*({p}*{q}) + 2*({p} + {q})*{r}", str(2 * p * q + side),
        "(겉넓이)=(밑넓이)×2+(옆넓이)이므로", "two bases and the lateral surface",
        (str(p * q * r), str(p * q + side), str(side), str(p * q + q * r + r * p), str(2 * p * q)),
        "cm^2",
    )  # fmt: skip


@told_type(
    "volume-of-box",
    standard="[9수03-08]",
    ko="직육면체의 부피",
    en="volume of a box",
    draw=draw_box,
    says={
        "ko": ("밑면의 가로의 길이가 {a} cm, 세로의 길이가 {b} cm이고 높이가 {c} cm인 직육면체의 부피를 구하시오.",),
        "en": ("The base of a rectangular box is {a} cm long and {b} cm wide, its height is {c} cm. Find its volume.",),
    },
    reads=(
        "가로의 길이가 {a} cm, 세로의 길이가 {b} cm, 높이가 {c} cm인 직육면체의 부피를 구하시오.",
        "가로의 길이가 {a} cm, 세로의 길이가 {b} cm이고 높이가 {c} cm인 직육면체의 부피를 구하시오.",
    ),
)
def volume_of_box(a: Slot, b: Slot, c: Slot) -> Item:
    p, q, r = whole(a, b, c)
    return by_formula(
        f"{p}*{q}*{r}", str(p * q * r),
        "(부피)=(밑넓이)×(높이)이므로", "the base times the height",
        (str(2 * (p * q + q * r + r * p)), str(p + q + r), str(p * q + r), str((p + q) * r)),
        "cm^3",
    )  # fmt: skip


def pi(number: Fraction | int) -> str:
    """A multiple of π."""
    return tidy(put("{q}*pi", q=Fraction(number)))


@told_type(
    "area-of-circle",
    standard="[9수03-06]",
    ko="원의 넓이",
    en="area of a circle",
    draw=lambda rng: {"r": size(rng)},
    says={
        "ko": ("반지름의 길이가 {r} cm인 원의 넓이를 구하시오.",),
        "en": ("Find the area of a circle with radius {r} cm.",),
    },
)
def area_of_circle(r: Slot) -> Item:
    (radius,) = whole(r)
    return by_formula(
        f"pi*{radius}^2", pi(radius * radius),
        "반지름의 길이가 $r$인 원의 넓이는 $\\pi r^2$이므로", "the area is $\\pi r^2$",
        (pi(2 * radius), pi(4 * radius**2), pi(radius), pi(2 * radius**2)),
        "cm^2",
    )  # fmt: skip


@told_type(
    "circumference-of-circle",
    standard="[9수03-06]",
    ko="원의 둘레의 길이",
    en="circumference of a circle",
    draw=lambda rng: {"r": size(rng)},
    says={
        "ko": ("반지름의 길이가 {r} cm인 원의 둘레의 길이를 구하시오.",),
        "en": ("Find the circumference of a circle with radius {r} cm.",),
    },
)
def circumference_of_circle(r: Slot) -> Item:
    (radius,) = whole(r)
    return by_formula(
        f"2*pi*{radius}", pi(2 * radius),
        "반지름의 길이가 $r$인 원의 둘레의 길이는 $2\\pi r$이므로", "the circumference is $2\\pi r$",
        (pi(radius), pi(radius * radius), pi(4 * radius), str(2 * radius)),
        "cm",
    )  # fmt: skip


@told_type(
    "sector-area-from-arc",
    standard="[9수03-06]",
    ko="호의 길이를 알 때 부채꼴의 넓이",
    en="area of a sector from its arc",
    draw=lambda rng: {"r": rng.randint(2, 24), "l": rng.randint(1, 20)},
    says={
        "ko": (
            "반지름의 길이가 {r} cm이고 호의 길이가 ${l}\\pi$ cm인 부채꼴의 넓이를 구하시오.",
            "호의 길이가 ${l}\\pi$ cm이고 반지름의 길이가 {r} cm인 부채꼴의 넓이를 구하시오.",
        ),
        "en": ("A sector has radius {r} cm and an arc of length ${l}\\pi$ cm. Find its area.",),
    },
)
def sector_area_from_arc(r: Slot, l: Slot) -> Item:  # noqa: E741 - the slot's name
    radius, arc = whole(r, l)
    if arc >= 2 * radius or arc == 1:
        raise UnfitError("an arc of the circle")
    return by_formula(
        f"1/2*{radius}*({arc}*pi)", pi(Fraction(radius * arc, 2)),
        "부채꼴의 넓이는 반지름의 길이와 호의 길이의 곱의 절반이므로", "half the product of radius and arc",
        (pi(radius * arc), pi(radius**2 * arc), pi(Fraction(arc, 2)), pi(radius + arc), pi(radius**2)),
        "cm^2",
    )  # fmt: skip
