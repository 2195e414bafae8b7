"""Values of trigonometric functions from one of them, and triangles from their sides [12대수02-02, 03]."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from generation.symbolic.told import Item, Said, Slot, as_text, rational, slips, tidy, told_type, value
from generation.symbolic.types.algebra.trigonometry import SINES

TRIPLES = ((3, 4, 5), (4, 3, 5), (5, 12, 13), (12, 5, 13), (8, 15, 17), (15, 8, 17), (7, 24, 25), (24, 7, 25))


def _root_of_rest(share: Fraction) -> Fraction:
    """√(1 - share²). Raises ValueError where it is no rational number."""
    rest = 1 - share * share
    for below in range(2, 60):
        for above in range(1, below):
            if Fraction(above, below) ** 2 == rest:
                return Fraction(above, below)
    raise ValueError("a side of a right triangle")


SIGNS = {"sin": (1, 1, -1, -1), "cos": (1, -1, -1, 1), "tan": (1, -1, 1, -1)}


def _quadrant(given: str, asked: str, ko: str, en: str) -> None:
    """A type: a function of an angle from another one and the quadrant."""

    def draw(rng: Random) -> dict[str, object]:
        near, _, far = rng.choice(TRIPLES)
        n = rng.randint(1, 4)
        return {"n": n, "s": Fraction(SIGNS[given][n - 1] * near, far)}

    @told_type(
        f"{en}-from-{'sine' if given == 'sin' else 'cosine'}",
        standard="[12대수02-02]",
        ko=f"사분면과 {ko}의 값",
        en=f"{en} in a quadrant",
        draw=draw,
        says={
            "ko": (
                f"$\\theta$가 제{{n}}사분면의 각이고 $\\{given}\\theta={{s}}$일 때, $\\{asked}\\theta$의 값을 구하시오.",
            ),
            "en": (
                f"The angle $\\theta$ lies in quadrant {{n}} and $\\{given}\\theta={{s}}$. Find $\\{asked}\\theta$.",
            ),
        },
        reads=(
            f"각 $\\theta$가 제{{n}}사분면의 각이고 $\\{given}\\theta={{s}}$일 때, $\\{asked}\\theta$의 값을 구하시오.",
            f"$\\theta$가 제{{n}}사분면의 각일 때, $\\{given}\\theta={{s}}$이면 $\\{asked}\\theta$의 값을 구하시오.",
            f"$\\{given}\\theta={{s}}$일 때, $\\{asked}\\theta$의 값을 구하시오. (단, $\\theta$는 제{{n}}사분면의 각이다.)",
        ),
    )
    def build(n: int, s: Slot) -> Item:
        share = rational(s)
        if not 1 <= n <= 4 or not 0 < abs(share) < 1 or (share > 0) != (SIGNS[given][n - 1] > 0):
            raise ValueError("a value of this quadrant")
        rest = _root_of_rest(share)
        sign = SIGNS[asked][n - 1]
        size, of = rest, f"sqrt(1 - ({as_text(share)})^2)"
        if asked == "tan":
            size, of = abs(share) / rest, f"{as_text(abs(share))}/sqrt(1 - ({as_text(share)})^2)"
        key = sign * size
        is_ko, is_en = ("양수", "positive") if sign > 0 else ("음수", "negative")
        return Item(
            value(of if sign > 0 else f"-{of}"),
            (as_text(key),),
            (
                Said(
                    f"이 사분면에서 $\\{asked}\\theta$의 값은 {is_ko}이므로",
                    f"$\\{asked}\\theta$ is {is_en} in this quadrant",
                    of if sign > 0 else f"-{of}",
                ),
                Said("따라서", "so", as_text(key)),
            ),
            slips(key, -key, 1 - share * share, 1 - abs(share), share, 1 / key),
        )


_quadrant("sin", "cos", "코사인", "cosine")
_quadrant("cos", "sin", "사인", "sine")
_quadrant("sin", "tan", "탄젠트", "tangent")


@told_type(
    "radius-of-circumscribed-circle",
    standard="[12대수02-03]",
    ko="사인법칙과 외접원의 반지름의 길이",
    en="law of sines and the circumscribed circle",
    draw=lambda rng: {"a": rng.randint(2, 24), "s": rng.choice((30, 45, 60, 90, 120, 135, 150))},
    says={
        "ko": (
            "삼각형 $\\mathrm{ABC}$에서 $\\overline{\\mathrm{BC}}={a}$, $\\angle\\mathrm{A}={s}^\\circ$일 때, 외접원의 반지름의 길이를 구하시오.",
        ),
        "en": (
            "In the triangle $\\mathrm{ABC}$, $\\overline{\\mathrm{BC}}={a}$ and $\\angle\\mathrm{A}={s}^\\circ$. "
            "Find the radius of its circumscribed circle.",
        ),
    },
    reads=(
        "삼각형 $\\mathrm{ABC}$에서 $a={a}$, $A={s}^\\circ$일 때, 외접원의 반지름의 길이를 구하시오.",
        "삼각형 $\\mathrm{ABC}$에서 $a={a}$, $A={s}^\\circ$일 때, 삼각형 $\\mathrm{ABC}$의 외접원의 반지름의 길이를 구하시오.",
        "삼각형 $\\mathrm{ABC}$에서 $a={a}$, $A={s}^\\circ$일 때, 외접원의 반지름의 길이 $R$를 구하시오.",
    ),
)
def radius_of_circumscribed_circle(a: int, s: int) -> Item:
    if s not in SINES or a < 2:
        raise ValueError("a side and its angle")
    sine = SINES[s]
    key = tidy(f"{a}/(2*({sine}))")
    wrong = dict.fromkeys(
        tidy(t) for t in (f"{a}/({sine})", f"{a}*({sine})", f"2*{a}*({sine})", f"{a}*({sine})/2", f"{a}/4")
    )
    return Item(
        value("R", [f"{a}/sin({s}*pi/180) = 2*R"], R="positive"),
        (key,),
        (
            Said("외접원의 반지름의 길이를 $R$라 하면 사인법칙에 의하여", "by the law of sines, with the radius $R$",
                 f"{a}/({sine}) = 2R"),
            Said("따라서", "so", f"R = {key}"),
        ),
        tuple((w,) for w in wrong if w != key),
    )  # fmt: skip


def draw_sides(rng: Random) -> dict[str, object]:
    return dict(zip("abc", rng.choice(((7, 3, 5), (7, 5, 8), (7, 3, 8), (13, 7, 8), (4, 3, 2), (5, 4, 6), (6, 5, 4), (4, 5, 6),
                                       (3, 2, 4), (8, 7, 5), (9, 7, 8), (6, 4, 5), (5, 6, 7), (7, 6, 5), (10, 7, 9))),
                    strict=True)) if rng.random() < 0.4 else dict(
        zip("abc", (rng.randint(3, 12) for _ in range(3)), strict=True)
    )  # fmt: skip


@told_type(
    "cosine-from-three-sides",
    standard="[12대수02-03]",
    ko="세 변의 길이와 코사인법칙",
    en="cosine from three sides",
    draw=draw_sides,
    says={
        "ko": (
            "삼각형 $\\mathrm{ABC}$에서 $\\overline{\\mathrm{BC}}={a}$, $\\overline{\\mathrm{CA}}={b}$, $\\overline{\\mathrm{AB}}={c}$일 때, "
            "$\\cos\\mathrm{A}$의 값을 구하시오.",
        ),
        "en": (
            "In the triangle $\\mathrm{ABC}$, $\\overline{\\mathrm{BC}}={a}$, $\\overline{\\mathrm{CA}}={b}$ and "
            "$\\overline{\\mathrm{AB}}={c}$. Find $\\cos\\mathrm{A}$.",
        ),
    },
    reads=(
        "삼각형 $\\mathrm{ABC}$에서 $a={a}$, $b={b}$, $c={c}$일 때, $\\cos A$의 값을 구하시오.",
        "세 변의 길이가 $a={a}$, $b={b}$, $c={c}$인 삼각형 $\\mathrm{ABC}$에서 $\\cos A$의 값을 구하시오.",
    ),
)
def cosine_from_three_sides(a: int, b: int, c: int) -> Item:
    if min(a, b, c) < 2 or not abs(b - c) < a < b + c:
        raise ValueError("a triangle")
    key = Fraction(b * b + c * c - a * a, 2 * b * c)
    if not key or key.denominator > 20:
        raise ValueError("a clean cosine")
    line = f"({b}^2 + {c}^2 - {a}^2)/(2*{b}*{c})"
    return Item(
        value(line),
        (as_text(key),),
        (
            Said("코사인법칙에 의하여", "by the law of cosines", line),
            Said("따라서", "so", as_text(key)),
        ),
        slips(key, -key, 2 * key, Fraction(b * b + c * c + a * a, 2 * b * c), key / 2, fits=lambda x: abs(x) <= 3),
    )
