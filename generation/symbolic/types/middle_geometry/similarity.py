"""Similar figures [9수03-12, 13] and parallel lines in triangles [9수03-14]."""

from __future__ import annotations

from fractions import Fraction
from functools import partial
from math import gcd
from random import Random

from generation.symbolic.told import Item, Said, as_text, slips, told_type, value


def _ratio(rng: Random) -> tuple[int, int]:
    while True:
        m, n = sorted(rng.sample(range(1, 7), 2))
        if gcd(m, n) == 1:
            return m, n


_lengths = partial(slips, fits=lambda number: number > 0 and number.denominator < 5)


def draw_area(rng: Random) -> dict[str, object]:
    m, n = _ratio(rng)
    return {"m": m, "n": n, "s": m * m * rng.randint(2, 9)}


@told_type(
    "area-by-similarity",
    standard="[9수03-12]",
    ko="닮은 도형의 넓이의 비",
    en="areas of similar figures",
    draw=draw_area,
    says={
        "ko": (
            "닮음비가 ${m}:{n}$인 두 삼각형이 있다. 작은 삼각형의 넓이가 ${s}$ cm²일 때, 큰 삼각형의 넓이를 구하시오.",
        ),
        "en": (
            "Two similar triangles have sides in the ratio ${m}:{n}$. The area of the smaller one is ${s}$ cm². "
            "Find the area of the larger one.",
        ),
    },
    reads=(
        "닮음비가 ${m}:{n}$인 두 닮은 도형에서 작은 도형의 넓이가 ${s}$ cm²일 때, 큰 도형의 넓이를 구하시오.",
        "닮음비가 ${m}:{n}$인 두 정사각형이 있다. 작은 정사각형의 넓이가 ${s}$ cm²일 때, 큰 정사각형의 넓이를 구하시오.",
        "닮음비가 ${m}:{n}$인 두 원이 있다. 작은 원의 넓이가 ${s}$ cm²일 때, 큰 원의 넓이를 구하시오.",
        "닮음비가 ${m}:{n}$인 두 삼각형에서 작은 삼각형의 넓이가 ${s}$ cm²일 때, 큰 삼각형의 넓이를 구하시오.",
        "닮음비가 {m}:{n}인 두 닮은 도형에서 작은 도형의 넓이가 {s} cm²일 때, 큰 도형의 넓이를 구하시오.",
        "닮음비가 {m}:{n}인 두 삼각형에서 작은 삼각형의 넓이가 {s} cm²일 때, 큰 삼각형의 넓이를 구하시오.",
    ),
)
def area_by_similarity(m: int, n: int, s: int) -> Item:
    key = Fraction(s * n * n, m * m)
    if not 0 < m < n or key.denominator > 1:
        raise ValueError("a whole area")
    return Item(
        value(f"{s}*({n}/{m})^2"),
        (as_text(key),),
        (
            Said(f"넓이의 비는 ${m}^2:{n}^2$이므로", f"the areas are in the ratio ${m}^2:{n}^2$", f"{s}*({n}/{m})^2"),
            Said("계산하면", "work it out", as_text(key)),
        ),
        _lengths(
            key, Fraction(s * n, m), Fraction(s * n**3, m**3), Fraction(s * m * m, n * n), s + n * n - m * m, s * n
        ),
        unit="cm^2",
    )


def draw_volume(rng: Random) -> dict[str, object]:
    m, n = _ratio(rng)
    return {"m": m, "n": n, "v": m**3 * rng.randint(2, 6)}


@told_type(
    "volume-by-similarity",
    standard="[9수03-12]",
    ko="닮은 도형의 부피의 비",
    en="volumes of similar solids",
    draw=draw_volume,
    says={
        "ko": (
            "닮음비가 ${m}:{n}$인 두 원기둥이 있다. 작은 원기둥의 부피가 ${v}$ cm³일 때, 큰 원기둥의 부피를 구하시오.",
            "서로 닮은 두 원뿔의 닮음비가 ${m}:{n}$이다. 작은 원뿔의 부피가 ${v}$ cm³일 때, 큰 원뿔의 부피를 구하시오.",
        ),
        "en": (
            "Two similar solids have lengths in the ratio ${m}:{n}$. The volume of the smaller one is ${v}$ cm³. "
            "Find the volume of the larger one.",
        ),
    },
    reads=(
        "닮음비가 ${m}:{n}$인 두 닮은 입체도형에서 작은 입체도형의 부피가 ${v}$ cm³일 때, 큰 입체도형의 부피를 구하시오.",
        "닮음비가 ${m}:{n}$인 두 구가 있다. 작은 구의 부피가 ${v}$ cm³일 때, 큰 구의 부피를 구하시오.",
    ),
)
def volume_by_similarity(m: int, n: int, v: int) -> Item:
    key = Fraction(v * n**3, m**3)
    if not 0 < m < n or key.denominator > 1:
        raise ValueError("a whole volume")
    return Item(
        value(f"{v}*({n}/{m})^3"),
        (as_text(key),),
        (
            Said(f"부피의 비는 ${m}^3:{n}^3$이므로", f"the volumes are in the ratio ${m}^3:{n}^3$", f"{v}*({n}/{m})^3"),
            Said("계산하면", "work it out", as_text(key)),
        ),
        _lengths(key, Fraction(v * n, m), Fraction(v * n * n, m * m), v * n, v + n**3 - m**3, Fraction(v * m**3, n**3)),
        unit="cm^3",
    )


def draw_similar(rng: Random) -> dict[str, object]:
    m, n = _ratio(rng)
    a, b = rng.sample(range(2, 8), 2)
    return {"a": m * a, "d": n * a, "b": m * b}


@told_type(
    "side-of-similar-triangle",
    standard="[9수03-13]",
    ko="닮은 삼각형의 변의 길이",
    en="sides of similar triangles",
    draw=draw_similar,
    says={
        "ko": (
            "두 삼각형 $\\mathrm{ABC}$와 $\\mathrm{DEF}$가 서로 닮음이고 점 $\\mathrm{A}$, $\\mathrm{B}$, $\\mathrm{C}$가 각각 점 "
            "$\\mathrm{D}$, $\\mathrm{E}$, $\\mathrm{F}$에 대응한다. $\\overline{\\mathrm{AB}}={a}$, $\\overline{\\mathrm{DE}}={d}$, "
            "$\\overline{\\mathrm{BC}}={b}$일 때, $\\overline{\\mathrm{EF}}$의 길이를 구하시오.",
        ),
        "en": (
            "The triangles $\\mathrm{ABC}$ and $\\mathrm{DEF}$ are similar, with vertices in this order. "
            "$\\overline{\\mathrm{AB}}={a}$, $\\overline{\\mathrm{DE}}={d}$ and $\\overline{\\mathrm{BC}}={b}$. "
            "Find the length of $\\overline{\\mathrm{EF}}$.",
        ),
    },
)
def side_of_similar_triangle(a: int, d: int, b: int) -> Item:
    key = Fraction(b * d, a)
    if min(a, b, d) < 1 or a in (d, b) or key.denominator > 2:
        raise ValueError("a clean length")
    return Item(
        value("x", [f"{a}/{d} = {b}/x"], x="positive"),
        (as_text(key),),
        (
            Said("대응변의 길이의 비가 같으므로", "corresponding sides have the same ratio", f"{a}/{d} = {b}/x"),
            Said("따라서", "so", f"x = {as_text(key)}"),
        ),
        _lengths(key, Fraction(a * b, d), b + d - a, Fraction(a * d, b), key + 1, key + 2),
    )


@told_type(
    "height-by-shadow",
    standard="[9수03-13]",
    ko="그림자를 이용한 높이",
    en="height from a shadow",
    draw=lambda rng: {"p": rng.choice((1, 2, 3)), "q": rng.choice((2, 3, 4, 5)), "r": rng.randint(6, 30)},
    says={
        "ko": (
            "같은 시각에 길이가 {p} m인 막대의 그림자의 길이가 {q} m이고 어떤 나무의 그림자의 길이가 {r} m일 때, 이 나무의 높이를 "
            "구하시오.",
        ),
        "en": (
            "At the same time a stick of {p} m has a shadow of {q} m and a tree has a shadow of {r} m. "
            "How high is the tree?",
        ),
    },
)
def height_by_shadow(p: int, q: int, r: int) -> Item:
    key = Fraction(p * r, q)
    if min(p, q, r) < 1 or p == q or r <= q or key.denominator > 2:
        raise ValueError("a clean height")
    return Item(
        value("x", [f"{p}/{q} = x/{r}"], x="positive"),
        (as_text(key),),
        (
            Said("두 직각삼각형이 서로 닮음이므로", "the two right triangles are similar", f"{p}/{q} = x/{r}"),
            Said("따라서", "so", f"x = {as_text(key)}"),
        ),
        _lengths(key, Fraction(q * r, p), r + p - q, Fraction(p * q, r), key + 1, key + 2),
        unit="m",
    )


def draw_parallel(rng: Random) -> dict[str, object]:
    m, n = _ratio(rng)
    m, n = rng.choice(((m, n), (n, m)))
    k, j = rng.sample(range(1, 6), 2)
    return {"a": m * k, "b": n * k, "c": m * j}


@told_type(
    "segment-by-parallel",
    standard="[9수03-14]",
    ko="삼각형에서 평행선과 선분의 길이의 비",
    en="parallel line in a triangle",
    draw=draw_parallel,
    says={
        "ko": (
            "삼각형 $\\mathrm{ABC}$에서 두 변 $\\mathrm{AB}$, $\\mathrm{AC}$ 위의 점 $\\mathrm{D}$, $\\mathrm{E}$에 대하여 "
            "$\\overline{\\mathrm{DE}}$와 $\\overline{\\mathrm{BC}}$가 평행하다. $\\overline{\\mathrm{AD}}={a}$, "
            "$\\overline{\\mathrm{DB}}={b}$, $\\overline{\\mathrm{AE}}={c}$일 때, $\\overline{\\mathrm{EC}}$의 길이를 구하시오.",
        ),
        "en": (
            "In the triangle $\\mathrm{ABC}$ the points $\\mathrm{D}$ on $\\mathrm{AB}$ and $\\mathrm{E}$ on $\\mathrm{AC}$ "
            "are such that $\\overline{\\mathrm{DE}}$ is parallel to $\\overline{\\mathrm{BC}}$. "
            "$\\overline{\\mathrm{AD}}={a}$, $\\overline{\\mathrm{DB}}={b}$ and $\\overline{\\mathrm{AE}}={c}$. "
            "Find the length of $\\overline{\\mathrm{EC}}$.",
        ),
    },
)
def segment_by_parallel(a: int, b: int, c: int) -> Item:
    key = Fraction(b * c, a)
    if min(a, b, c) < 1 or a in (b, c) or key.denominator > 2:
        raise ValueError("a clean length")
    return Item(
        value("x", [f"{a}/{b} = {c}/x"], x="positive"),
        (as_text(key),),
        (
            Said(
                "평행선이 두 변을 같은 비로 나누므로",
                "a parallel divides the sides in the same ratio",
                f"{a}/{b} = {c}/x",
            ),
            Said("따라서", "so", f"x = {as_text(key)}"),
        ),
        _lengths(key, Fraction(a * c, b), c + b - a, Fraction(c * (a + b), a), Fraction(a * b, c), key + 1),
    )


def draw_middle(rng: Random) -> dict[str, object]:
    return {"a": rng.randint(3, 30)}


@told_type(
    "midsegment",
    standard="[9수03-14]",
    ko="삼각형의 두 변의 중점을 이은 선분",
    en="segment between midpoints",
    draw=draw_middle,
    says={
        "ko": (
            "삼각형 $\\mathrm{ABC}$에서 두 변 $\\mathrm{AB}$, $\\mathrm{AC}$의 중점을 각각 $\\mathrm{M}$, $\\mathrm{N}$이라 하자. "
            "$\\overline{\\mathrm{BC}}={a}$일 때, $\\overline{\\mathrm{MN}}$의 길이를 구하시오.",
        ),
        "en": (
            "In the triangle $\\mathrm{ABC}$ let $\\mathrm{M}$ and $\\mathrm{N}$ be the midpoints of $\\mathrm{AB}$ and "
            "$\\mathrm{AC}$. Given $\\overline{\\mathrm{BC}}={a}$, find the length of $\\overline{\\mathrm{MN}}$.",
        ),
    },
    reads=(
        "삼각형 $\\mathrm{ABC}$에서 두 변 $\\mathrm{AB}$, $\\mathrm{AC}$의 중점을 각각 $\\mathrm{M}$, $\\mathrm{N}$이라 하자. "
        "$\\overline{\\mathrm{BC}}={a}$이면 $\\overline{\\mathrm{MN}}$의 길이를 구하시오.",
        "삼각형 $\\mathrm{ABC}$에서 두 변 $\\mathrm{AB}$, $\\mathrm{AC}$의 중점이 각각 $\\mathrm{M}$, $\\mathrm{N}$이고 "
        "$\\overline{\\mathrm{BC}}={a}$일 때, $\\overline{\\mathrm{MN}}$의 길이를 구하시오.",
    ),
)
def midsegment(a: int) -> Item:
    if a < 2:
        raise ValueError("a length")
    key = Fraction(a, 2)
    return Item(
        value(f"1/2*{a}"),
        (as_text(key),),
        (
            Said("두 변의 중점을 이은 선분의 길이는 나머지 한 변의 길이의 $\\frac{1}{2}$이므로",
                 "the segment between the midpoints is half the third side", f"1/2*{a}"),
            Said("따라서", "so", as_text(key)),
        ),
        _lengths(key, 2 * a, Fraction(a, 3), Fraction(2 * a, 3), a, Fraction(a, 4)),
    )  # fmt: skip


@told_type(
    "centroid",
    standard="[9수03-14]",
    ko="삼각형의 무게중심",
    en="centroid of a triangle",
    draw=lambda rng: {"a": 3 * rng.randint(2, 20)},
    says={
        "ko": (
            "점 $\\mathrm{G}$가 삼각형 $\\mathrm{ABC}$의 무게중심이고 중선 $\\mathrm{AD}$의 길이가 {a}일 때, "
            "$\\overline{\\mathrm{AG}}$의 길이를 구하시오.",
        ),
        "en": (
            "Point $\\mathrm{G}$ is the centroid of the triangle $\\mathrm{ABC}$ and its median $\\mathrm{AD}$ has length {a}. "
            "Find the length of $\\overline{\\mathrm{AG}}$.",
        ),
    },
    reads=(
        "점 $\\mathrm{G}$가 삼각형 $\\mathrm{ABC}$의 무게중심이고 $\\overline{\\mathrm{AD}}={a}$일 때, $\\overline{\\mathrm{AG}}$의 길이를 구하시오.",
        "삼각형 $\\mathrm{ABC}$의 무게중심이 $\\mathrm{G}$이고 중선 $\\mathrm{AD}$의 길이가 {a}일 때, $\\overline{\\mathrm{AG}}$의 길이를 구하시오.",
    ),
)
def centroid(a: int) -> Item:
    key = Fraction(2 * a, 3)
    if a < 2 or key.denominator > 1:
        raise ValueError("a whole length")
    return Item(
        value(f"2/3*{a}"),
        (as_text(key),),
        (
            Said(
                "무게중심은 중선을 꼭짓점으로부터 $2:1$로 나누므로",
                "the centroid divides a median 2 to 1 from the vertex",
                f"2/3*{a}",
            ),
            Said("따라서", "so", as_text(key)),
        ),
        _lengths(key, Fraction(a, 3), Fraction(a, 2), Fraction(3 * a, 2), key + 1),
    )
