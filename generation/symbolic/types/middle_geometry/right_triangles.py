"""Right triangles: Pythagoras [9수03-15], trigonometric ratios [9수03-16] and what they are good for [9수03-17]."""

from __future__ import annotations

from fractions import Fraction
from math import isqrt
from random import Random

from generation.expression.polynomial import extract_square
from generation.symbolic.told import Item, Said, as_text, tidy, told_type, value

TRIPLES = ((3, 4, 5), (5, 12, 13), (8, 15, 17), (7, 24, 25), (20, 21, 29), (9, 40, 41))


def root_text(square: int, k: Fraction | int = 1) -> str:
    """k·√square, simplified."""
    outside, inside = extract_square(square)
    factor = Fraction(k) * outside
    if inside == 1:
        return as_text(factor)
    return tidy(f"({factor})*sqrt({inside})")


def draw_legs(rng: Random) -> dict[str, object]:
    if rng.random() < 0.5:
        a, b, c = rng.choice(TRIPLES)
        k = rng.randint(1, 3 if c < 20 else 1)
        a, b = rng.sample((a * k, b * k), 2)
        return {"a": a, "b": b}
    a, b = rng.sample(range(2, 10), 2)
    return {"a": a, "b": b}


@told_type(
    "hypotenuse",
    standard="[9수03-15]",
    ko="피타고라스 정리",
    en="hypotenuse",
    draw=draw_legs,
    says={
        "ko": (
            "직각을 낀 두 변의 길이가 각각 {a}, {b}인 직각삼각형의 빗변의 길이를 구하시오.",
            "직각을 낀 두 변의 길이가 {a}, {b}인 직각삼각형에서 빗변의 길이를 구하시오.",
        ),
        "en": ("The legs of a right triangle are {a} and {b}. Find its hypotenuse.",),
    },
    reads=(
        "직각삼각형에서 직각을 낀 두 변의 길이가 각각 {a}, {b}일 때, 빗변의 길이를 구하시오.",
        "직각을 낀 두 변의 길이가 {a} cm, {b} cm인 직각삼각형의 빗변의 길이를 구하시오.",
    ),
)
def hypotenuse(a: int, b: int) -> Item:
    if min(a, b) < 1 or a == b or max(a, b) > 130:
        raise ValueError("two legs")
    key = root_text(a * a + b * b)
    wrong = {
        str(a + b),
        root_text(abs(a * a - b * b)),
        str(a * a + b * b),
        root_text(a + b),
        root_text(2 * (a + b)),
    } - {key}
    return Item(
        value("x", [f"x^2 = {a}^2 + {b}^2"], x="positive"),
        (key,),
        (
            Said(
                "빗변의 길이를 $x$라 하면 피타고라스 정리에 의하여",
                "by the theorem of Pythagoras",
                f"x^2 = {a}^2 + {b}^2",
            ),
            Said("$x>0$이므로", "as $x>0$", f"x = sqrt({a}^2 + {b}^2)"),
            Said("따라서", "so", f"x = {key}"),
        ),
        tuple((w,) for w in sorted(wrong)),
    )


def draw_leg(rng: Random) -> dict[str, object]:
    if rng.random() < 0.5:
        a, b, c = rng.choice(TRIPLES)
        k = rng.randint(1, 3 if c < 20 else 1)
        return {"a": k * rng.choice((a, b)), "c": k * c}
    a = rng.randint(2, 9)
    return {"a": a, "c": a + rng.randint(1, 6)}


@told_type(
    "leg-of-right-triangle",
    standard="[9수03-15]",
    ko="직각삼각형의 변의 길이",
    en="leg of a right triangle",
    draw=draw_leg,
    says={
        "ko": (
            "빗변의 길이가 {c}이고 다른 한 변의 길이가 {a}인 직각삼각형의 나머지 한 변의 길이를 구하시오.",
            "직각삼각형에서 빗변의 길이가 {c}, 다른 한 변의 길이가 {a}일 때, 나머지 한 변의 길이를 구하시오.",
        ),
        "en": ("A right triangle has hypotenuse {c} and one leg {a}. Find the other leg.",),
    },
)
def leg_of_right_triangle(a: int, c: int) -> Item:
    if not 0 < a < c <= 130:
        raise ValueError("a leg and a hypotenuse")
    key = root_text(c * c - a * a)
    wrong = {str(c - a), root_text(c * c + a * a), str(c * c - a * a), root_text(c - a)} - {key}
    return Item(
        value("x", [f"{c}^2 = {a}^2 + x^2"], x="positive"),
        (key,),
        (
            Said(
                "나머지 한 변의 길이를 $x$라 하면 피타고라스 정리에 의하여",
                "by the theorem of Pythagoras",
                f"{c}^2 = {a}^2 + x^2",
            ),
            Said("$x>0$이므로", "as $x>0$", f"x = sqrt({c}^2 - {a}^2)"),
            Said("따라서", "so", f"x = {key}"),
        ),
        tuple((w,) for w in sorted(wrong)),
    )


def draw_rectangle(rng: Random) -> dict[str, object]:
    return draw_legs(rng)


@told_type(
    "diagonal-of-rectangle",
    standard="[9수03-15]",
    ko="직사각형의 대각선",
    en="diagonal of a rectangle",
    draw=draw_rectangle,
    says={
        "ko": ("가로의 길이가 {a} cm, 세로의 길이가 {b} cm인 직사각형의 대각선의 길이를 구하시오.",),
        "en": ("A rectangle is {a} cm long and {b} cm wide. Find the length of its diagonal.",),
    },
)
def diagonal_of_rectangle(a: int, b: int) -> Item:
    if min(a, b) < 1 or a == b or max(a, b) > 130:
        raise ValueError("two sides")
    key = root_text(a * a + b * b)
    wrong = {str(a + b), root_text(abs(a * a - b * b)), str(2 * (a + b)), str(a * b)} - {key}
    return Item(
        value(f"sqrt({a}^2 + {b}^2)"),
        (key,),
        (
            Said("피타고라스 정리에 의하여", "by the theorem of Pythagoras", f"sqrt({a}^2 + {b}^2)"),
            Said("계산하면", "work it out", key),
        ),
        tuple((w,) for w in sorted(wrong)),
        unit="cm",
    )


def draw_ratio(rng: Random) -> dict[str, object]:
    a, b, c = rng.choice(TRIPLES[:4])
    k = rng.randint(1, 3)
    return {"a": k * rng.choice((a, b)), "c": k * c}


def _other_leg(a: int, c: int) -> int:
    other = isqrt(c * c - a * a)
    if not 0 < a < c or other * other != c * c - a * a or other == a:
        raise ValueError("whole sides")
    return other


SPECIAL = {
    30: ("1/2", "sqrt(3)/2", "sqrt(3)/3"),
    45: ("sqrt(2)/2", "sqrt(2)/2", "1"),
    60: ("sqrt(3)/2", "1/2", "sqrt(3)"),
}
"""sin, cos, tan of the angles in degrees."""


def draw_special(rng: Random) -> dict[str, object]:
    p, q = rng.randint(2, 9), rng.randint(2, 9)
    return {"p": p, "q": q, "s": rng.choice((30, 45, 60)), "t": rng.choice((30, 45, 60))}


@told_type(
    "special-trigonometric-values",
    standard="[9수03-16]",
    ko="특수각의 삼각비",
    en="ratios of special angles",
    draw=draw_special,
    says={
        "ko": ("${p}\\sin {s}^\\circ+{q}\\cos {t}^\\circ$의 값을 구하시오.",),
        "en": ("Find the value of ${p}\\sin {s}^\\circ+{q}\\cos {t}^\\circ$.",),
    },
)
def special_trigonometric_values(p: int, s: int, q: int, t: int) -> Item:
    if not {s, t} <= SPECIAL.keys() or min(p, q) < 2:
        raise ValueError("special angles")

    def total(first: int, second: int) -> str:
        return tidy(f"{p}*({SPECIAL[s][first]}) + {q}*({SPECIAL[t][second]})")

    key = total(0, 1)
    wrong = {total(1, 0), total(0, 0), total(1, 1), total(0, 2)} - {key}
    return Item(
        value(f"{p}*sin({s}*pi/180) + {q}*cos({t}*pi/180)"),
        (key,),
        (
            Said("특수각의 삼각비의 값을 대입하면", "put the values of the special angles",
                 f"{p}*({SPECIAL[s][0]}) + {q}*({SPECIAL[t][1]})"),
            Said("계산하면", "work it out", key),
        ),
        tuple((w,) for w in sorted(wrong)),
    )  # fmt: skip


def _side(c: int, angle: int, which: int) -> str:
    return tidy(f"{c}*({SPECIAL[angle][which]})")


def draw_height(rng: Random) -> dict[str, object]:
    return {"c": rng.randint(2, 20), "t": rng.choice((30, 45, 60))}


@told_type(
    "height-by-tangent",
    standard="[9수03-17]",
    ko="삼각비를 이용한 높이",
    en="height from an angle of elevation",
    draw=draw_height,
    says={
        "ko": (
            "지면에 수직으로 서 있는 나무의 밑에서 {c} m 떨어진 지점에서 나무의 꼭대기를 올려본각의 크기가 ${t}^\\circ$일 때, "
            "이 나무의 높이를 구하시오.",
        ),
        "en": (
            "From a point on the ground {c} m from the foot of a tree, its top is seen at an angle of elevation of "
            "${t}^\\circ$. Find the height of the tree.",
        ),
    },
)
def height_by_tangent(c: int, t: int) -> Item:
    if t not in SPECIAL or not 1 < c <= 200:
        raise ValueError("a special angle")
    key = _side(c, t, 2)
    wrong = {_side(c, t, 0), _side(c, t, 1), _side(c, 90 - t, 2), _side(2 * c, t, 2), _side(c, 60, 0)} - {key}
    return Item(
        value(f"{c}*tan({t}*pi/180)"),
        (key,),
        (
            Said(
                f"(높이)$={c}\\tan {t}^\\circ$이므로",
                f"the height is ${c}\\tan {t}^\\circ$",
                f"{c}*({SPECIAL[t][2]})" if t != 45 else None,
            ),
            Said("계산하면", "work it out", key),
        ),
        tuple((w,) for w in sorted(wrong)),
        unit="m",
    )


def draw_area(rng: Random) -> dict[str, object]:
    return {"a": rng.randint(3, 14), "b": rng.randint(3, 14), "t": rng.choice((30, 45, 60))}


@told_type(
    "triangle-area-by-sine",
    standard="[9수03-17]",
    ko="삼각비를 이용한 삼각형의 넓이",
    en="area of a triangle by sine",
    draw=draw_area,
    says={
        "ko": ("두 변의 길이가 {a} cm, {b} cm이고 그 끼인각의 크기가 ${t}^\\circ$인 삼각형의 넓이를 구하시오.",),
        "en": (
            "Two sides of a triangle are {a} cm and {b} cm, and the angle between them is ${t}^\\circ$. Find its area.",
        ),
    },
)
def triangle_area_by_sine(a: int, b: int, t: int) -> Item:
    if t not in SPECIAL or min(a, b) < 2 or a == b:
        raise ValueError("a special angle")

    def area(which: int, k: str = "1/2") -> str:
        return tidy(f"{k}*{a}*{b}*({SPECIAL[t][which]})")

    key = area(0)
    wrong = {area(1), area(2), area(0, "1"), as_text(Fraction(a * b, 2)), area(0, "1/4")} - {key}
    return Item(
        value(f"1/2*{a}*{b}*sin({t}*pi/180)"),
        (key,),
        (
            Said(f"넓이는 $\\frac{{1}}{{2}}\\times{a}\\times{b}\\times\\sin {t}^\\circ$이므로", "half the product with the sine of the angle",
                 f"1/2*{a}*{b}*({SPECIAL[t][0]})"),
            Said("계산하면", "work it out", key),
        ),
        tuple((w,) for w in sorted(wrong)),
        unit="cm^2",
    )  # fmt: skip
