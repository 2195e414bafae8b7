"""Points of the coordinate plane [9수02-05]."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from generation.problem import Ask, Model
from generation.symbolic.building import nonzero
from generation.symbolic.told import Item, Said, as_text, told_type, value


def draw_pair(rng: Random) -> dict[str, object]:
    q = rng.randint(2, 5)
    return {"m": rng.randint(1, 9), "n": q * nonzero(rng, -4, 5), "c": rng.randint(-9, 9), "q": q}


@told_type(
    "equal-pairs",
    standard="[9수02-05]",
    ko="순서쌍",
    en="ordered pairs",
    draw=draw_pair,
    says={
        "ko": (
            "두 순서쌍 $(a-{m}, {n})$, $({c}, {q}b)$가 서로 같을 때, $a+b$의 값을 구하시오.",
            "순서쌍 $(a-{m}, {n})$[과] $({c}, {q}b)$가 서로 같을 때, $a+b$의 값을 구하시오.",
        ),
        "en": ("The ordered pairs $(a-{m}, {n})$ and $({c}, {q}b)$ are equal. Find $a+b$.",),
    },
)
def equal_pairs(m: int, n: int, c: int, q: int) -> Item:
    a, b = Fraction(c + m), Fraction(n, q)
    key = a + b
    if min(m, q) < 1 or q == 1 or key.denominator > 2 or n == 0:
        raise ValueError("two pairs")
    wrong = {c - m + b, a - b, a + n * q, a + n} - {key}
    return Item(
        value("a + b", [f"a - {m} = {c}", f"{n} = {q}*b"], a="real", b="real"),
        (as_text(key),),
        (
            Said("$x$좌표끼리, $y$좌표끼리 같으므로", "equal first and equal second coordinates",
                 f"a - {m} = {c} and {q}b = {n}"),
            Said("풀면", "solve them", f"a = {as_text(a)} and b = {as_text(b)}"),
            Said("따라서", "so", f"a + b = {as_text(key)}"),
        ),
        tuple((as_text(w),) for w in sorted(wrong)),
    )  # fmt: skip


def draw_axis(rng: Random) -> dict[str, object]:
    k = rng.randint(2, 6)
    return {"k": k, "c": k * nonzero(rng, 1, 6), "m": rng.randint(1, 9)}


@told_type(
    "point-on-x-axis",
    standard="[9수02-05]",
    ko="좌표축 위의 점",
    en="point on an axis",
    draw=draw_axis,
    says={
        "ko": (
            "점 $(a+{m}, {k}a-{c})$[이] $x$축 위의 점일 때, $a$의 값을 구하시오.",
            "점 $\\mathrm{P}(a+{m}, {k}a-{c})$[이] $x$축 위에 있을 때, $a$의 값을 구하시오.",
        ),
        "en": ("The point $(a+{m}, {k}a-{c})$ lies on the $x$-axis. Find $a$.",),
    },
)
def point_on_x_axis(m: int, k: int, c: int) -> Item:
    key = Fraction(c, k)
    if min(m, k, c) < 1 or k == 1 or key.denominator > 2 or key == -m:
        raise ValueError("a point on the axis")
    wrong = {Fraction(-m), -key, Fraction(m), key + 1, Fraction(c)} - {key}
    return Item(
        Model(Ask("value", of="a"), {"a": "real", "x": "real"}, given=(f"x = a + {m}", f"{k}*a - {c} = 0")),
        (as_text(key),),
        (
            Said(
                "$x$축 위의 점은 $y$좌표가 0이므로", "points on the $x$-axis have $y$-coordinate 0", f"{k}a - {c} = 0"
            ),
            Said("따라서", "so", f"a = {as_text(key)}"),
        ),
        tuple((as_text(w),) for w in sorted(wrong)),
    )


def draw_triangle(rng: Random) -> dict[str, object]:
    p, r = sorted(rng.sample(range(-6, 7), 2))
    q = rng.randint(-5, 4)
    return {"p": p, "q": q, "r": r, "s": rng.randint(-5, 5), "t": q + rng.choice((-1, 1)) * rng.randint(2, 7)}


@told_type(
    "triangle-on-coordinates",
    standard="[9수02-05]",
    ko="좌표평면 위의 삼각형의 넓이",
    en="triangle in the coordinate plane",
    draw=draw_triangle,
    says={
        "ko": (
            "좌표평면 위의 세 점 $({p}, {q})$, $({r}, {q})$, $({s}, {t})$[을] 꼭짓점으로 하는 삼각형의 넓이를 구하시오.",
        ),
        "en": ("Find the area of the triangle with vertices $({p}, {q})$, $({r}, {q})$ and $({s}, {t})$.",),
    },
)
def triangle_on_coordinates(p: int, q: int, r: int, s: int, t: int) -> Item:
    base, height = abs(r - p), abs(t - q)
    if base < 2 or height < 2:
        raise ValueError("a triangle")
    key = Fraction(base * height, 2)
    wrong = {Fraction(base * height), Fraction(base + height), key + base, Fraction(base * max(abs(t), 1), 2)} - {key}
    return Item(
        value(f"1/2*|({_less(r, p)})*({_less(t, q)}) - ({_less(s, p)})*({_less(q, q)})|"),
        (as_text(key),),
        (
            Said(f"밑변의 길이는 ${base}$, 높이는 ${height}$이므로", f"the base is ${base}$ and the height ${height}$",
                 f"1/2*{base}*{height}"),
            Said("따라서", "so", as_text(key)),
        ),
        tuple((as_text(w),) for w in sorted(wrong)),
    )  # fmt: skip


def _less(a: int, b: int) -> str:
    return f"{a} - {b}" if b >= 0 else f"{a} - ({b})"
