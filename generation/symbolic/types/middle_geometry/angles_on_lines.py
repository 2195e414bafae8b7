"""Angles where lines meet [9수03-01, 02]."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from generation.symbolic.told import Item, Said, as_text, told_type, value


def draw_straight(rng: Random) -> dict[str, object]:
    m, n = rng.randint(1, 4), rng.randint(2, 5)
    x = rng.randint(10, 35)
    return {"p": m + 1, "q": n, "c": 180 - (m + 1 + n) * x}


@told_type(
    "angles-on-a-line",
    standard="[9수03-01]",
    ko="평각",
    en="angles on a straight line",
    draw=draw_straight,
    says={
        "ko": (
            "한 직선 위의 한 점에서 만들어지는 세 각의 크기가 차례대로 ${p}x^\\circ$, ${c}^\\circ$, ${q}x^\\circ$일 때, "
            "$x$의 값을 구하시오.",
        ),
        "en": ("Three angles on a straight line are ${p}x^\\circ$, ${c}^\\circ$ and ${q}x^\\circ$. Find $x$.",),
    },
)
def angles_on_a_line(p: int, q: int, c: int) -> Item:
    if min(p, q) < 2 or not 10 <= c <= 150 or (180 - c) % (p + q):
        raise ValueError("three angles")
    key = (180 - c) // (p + q)
    wrong = {
        Fraction(360 - c, p + q),
        Fraction(90 - c, p + q),
        Fraction(180 - c, p),
        Fraction(180 - c, q),
        Fraction(key + 5),
    }
    return Item(
        value("x", [f"{p}*x + {c} + {q}*x = 180"], x="positive"),
        (str(key),),
        (
            Said("평각의 크기는 $180^\\circ$이므로", "a straight angle has 180 degrees", f"{p}x + {c} + {q}x = 180"),
            Said("정리하면", "collect", f"{p + q}x = {180 - c}"),
            Said("따라서", "so", f"x = {key}"),
        ),
        tuple((as_text(w),) for w in sorted(wrong - {key}) if w > 0 and w.denominator == 1),
    )


def draw_opposite(rng: Random) -> dict[str, object]:
    p, q = rng.sample(range(2, 7), 2)
    p, q, x = max(p, q), min(p, q), rng.randint(10, 25)
    b = rng.randint(5, 30)
    return {"p": p, "q": q, "b": b, "c": (p - q) * x - b}


@told_type(
    "vertical-angles",
    standard="[9수03-01]",
    ko="맞꼭지각",
    en="vertical angles",
    draw=draw_opposite,
    says={
        "ko": (
            "두 직선이 한 점에서 만날 때, 맞꼭지각의 크기가 각각 $({p}x-{b})^\\circ$, $({q}x+{c})^\\circ$이다. $x$의 값을 구하시오.",
        ),
        "en": ("Two vertical angles are $({p}x-{b})^\\circ$ and $({q}x+{c})^\\circ$. Find $x$.",),
    },
)
def vertical_angles(p: int, q: int, b: int, c: int) -> Item:
    if p <= q or min(b, c, q) < 1 or q == 1 or (b + c) % (p - q):
        raise ValueError("two equal angles")
    key = (b + c) // (p - q)
    if not 0 < p * key - b < 180:
        raise ValueError("an angle")
    wrong = {Fraction(180 + b - c, p + q), Fraction(c - b, p - q), Fraction(b + c, p + q), Fraction(key + 5)} - {key}
    return Item(
        value("x", [f"{p}*x - {b} = {q}*x + {c}"], x="real"),
        (str(key),),
        (
            Said("맞꼭지각의 크기는 서로 같으므로", "vertical angles are equal", f"{p}x - {b} = {q}x + {c}"),
            Said("이항하여 정리하면", "collect", f"{p - q}x = {b + c}" if p - q > 1 else None),
            Said("따라서", "so", f"x = {key}"),
        ),
        tuple((as_text(w),) for w in sorted(wrong) if w > 0 and w.denominator == 1),
    )


def draw_parallel(rng: Random) -> dict[str, object]:
    p, x, b = rng.randint(2, 5), rng.randint(12, 30), rng.randint(5, 40)
    return {"p": p, "b": b, "c": p * x + b}


def _equal_angles(p: int, b: int, c: int, ko: str, en: str) -> Item:
    if p < 2 or b < 1 or not 20 <= c < 170 or (c - b) % p or c <= b:
        raise ValueError("two equal angles")
    key = (c - b) // p
    wrong = {Fraction(180 - c - b, p), Fraction(c + b, p), Fraction(180 - c), Fraction(key + 10), Fraction(c - b)} - {
        key
    }
    return Item(
        value("x", [f"{p}*x + {b} = {c}"], x="real"),
        (str(key),),
        (Said(ko, en, f"{p}x + {b} = {c}"), Said("따라서", "so", f"x = {key}")),
        tuple((as_text(w),) for w in sorted(wrong) if w > 0 and w.denominator == 1),
    )


@told_type(
    "corresponding-angles",
    standard="[9수03-02]",
    ko="동위각",
    en="corresponding angles",
    draw=draw_parallel,
    says={
        "ko": (
            "평행한 두 직선이 다른 한 직선과 만날 때, 동위각의 크기가 각각 $({p}x+{b})^\\circ$, ${c}^\\circ$이다. $x$의 값을 구하시오.",
        ),
        "en": (
            "Two parallel lines are cut by a third line. Two corresponding angles are $({p}x+{b})^\\circ$ and "
            "${c}^\\circ$. Find $x$.",
        ),
    },
)
def corresponding_angles(p: int, b: int, c: int) -> Item:
    return _equal_angles(
        p, b, c, "평행선에서 동위각의 크기는 서로 같으므로", "corresponding angles at parallel lines are equal"
    )


@told_type(
    "alternate-angles",
    standard="[9수03-02]",
    ko="엇각",
    en="alternate angles",
    draw=draw_parallel,
    says={
        "ko": (
            "평행한 두 직선이 다른 한 직선과 만날 때, 엇각의 크기가 각각 $({p}x+{b})^\\circ$, ${c}^\\circ$이다. $x$의 값을 구하시오.",
        ),
        "en": (
            "Two parallel lines are cut by a third line. Two alternate angles are $({p}x+{b})^\\circ$ and "
            "${c}^\\circ$. Find $x$.",
        ),
    },
)
def alternate_angles(p: int, b: int, c: int) -> Item:
    return _equal_angles(
        p, b, c, "평행선에서 엇각의 크기는 서로 같으므로", "alternate angles at parallel lines are equal"
    )


def draw_interior(rng: Random) -> dict[str, object]:
    p, x = rng.randint(2, 5), rng.randint(12, 30)
    b = rng.randint(5, 40)
    return {"p": p, "b": b, "c": 180 - p * x - b}


@told_type(
    "interior-angles-on-one-side",
    standard="[9수03-02]",
    ko="평행선과 같은 쪽의 안쪽 각",
    en="angles between parallel lines",
    draw=draw_interior,
    says={
        "ko": (
            "평행한 두 직선이 다른 한 직선과 만날 때, 두 직선 사이에서 같은 쪽에 있는 두 각의 크기가 각각 "
            "$({p}x+{b})^\\circ$, ${c}^\\circ$이다. $x$의 값을 구하시오.",
        ),
        "en": (
            "Two parallel lines are cut by a third line. The two angles between the lines on one side of it are "
            "$({p}x+{b})^\\circ$ and ${c}^\\circ$. Find $x$.",
        ),
    },
)
def interior_angles_on_one_side(p: int, b: int, c: int) -> Item:
    left = 180 - c - b
    if p < 2 or b < 1 or not 20 <= c < 160 or left % p or left <= 0:
        raise ValueError("two angles that add up to 180")
    key = left // p
    wrong = {Fraction(c - b, p), Fraction(90 - b, p), Fraction(180 - c), Fraction(key + 10), Fraction(left)} - {key}
    return Item(
        value("x", [f"({p}*x + {b}) + {c} = 180"], x="real"),
        (str(key),),
        (
            Said(
                "두 각의 크기의 합은 $180^\\circ$이므로",
                "the two angles add up to 180 degrees",
                f"{p}x + {b} + {c} = 180",
            ),
            Said("정리하면", "collect", f"{p}x = {left}"),
            Said("따라서", "so", f"x = {key}"),
        ),
        tuple((as_text(w),) for w in sorted(wrong) if w > 0 and w.denominator == 1),
    )
