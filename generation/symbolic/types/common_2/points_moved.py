"""Midpoints, reflected points and centres of circles as coordinates; perpendicular and parallel lines
[10공수2-01-01, 02, 04, 07]."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction
from math import isqrt
from random import Random

from generation.expression.tree import Expr, Relation
from generation.problem import AnswerValue, Ask, Model
from generation.symbolic.building import linear, nonzero
from generation.symbolic.told import Item, Said, UnfitError, as_text, slips, tex, text, told_type
from generation.symbolic.types.common_2.circles import circle_of, circle_text, general_text
from generation.symbolic.types.common_2.functions import line_of

Place = tuple[Fraction | int, Fraction | int]


def signed(number: int) -> str:
    """A number behind a sign: negative ones in brackets."""
    return f"({number})" if number < 0 else str(number)


def point_model(x: str, y: str) -> Model:
    """The model of the point with these coordinates."""
    return Model(Ask("solve", unknowns=("x", "y")), {"x": "real", "y": "real"}, given=(f"x = {x}", f"y = {y}"))


def point_values(place: Place) -> tuple[AnswerValue, ...]:
    """A point as an answer."""
    return ({"x": as_text(place[0]), "y": as_text(place[1])},)


def point_line(place: Place) -> str:
    """``x = 1 and y = 2``."""
    return f"x = {as_text(place[0])} and y = {as_text(place[1])}"


def other_points(key: Place, places: Iterable[Place]) -> tuple[tuple[AnswerValue, ...], ...]:
    """Points for tempting wrong answers, without the key."""
    return tuple(point_values(place) for place in dict.fromkeys(places) if place != key)


@told_type(
    "midpoint-of-segment",
    standard="[10공수2-01-01]",
    ko="선분의 중점",
    en="midpoint of a segment",
    draw=lambda rng: {name: rng.randint(-9, 9) for name in "pqrs"},
    says={
        "ko": ("두 점 $\\mathrm{A}({p}, {q})$, $\\mathrm{B}({r}, {s})$에 대하여 선분 $\\mathrm{AB}$의 중점의 좌표를 구하시오.",),
        "en": ("Find the midpoint of the segment between $\\mathrm{A}({p}, {q})$ and $\\mathrm{B}({r}, {s})$.",),
    },
    reads=(
        "두 점 $({p}, {q})$, $({r}, {s})$[을] 이은 선분의 중점의 좌표를 구하시오.",
        "두 점 $\\mathrm{A}({p}, {q})$, $\\mathrm{B}({r}, {s})$[을] 이은 선분 $\\mathrm{AB}$의 중점의 좌표를 구하시오.",
        "두 점 $\\mathrm{A}({p}, {q})$, $\\mathrm{B}({r}, {s})$의 중점의 좌표를 구하시오.",
        "두 점 $\\mathrm{A}({p}, {q})$, $\\mathrm{B}({r}, {s})$에 대하여 선분 $\\mathrm{AB}$의 중점 $\\mathrm{M}$의 좌표를 구하시오.",
    ),
)  # fmt: skip
def midpoint_of_segment(p: int, q: int, r: int, s: int) -> Item:
    if p == r or q == s or (p + r) % 2 or (q + s) % 2 or 0 in (p, q, r, s):
        raise ValueError("a midpoint of whole coordinates")
    key = ((p + r) // 2, (q + s) // 2)
    x, y = f"({p} + {signed(r)})/2", f"({q} + {signed(s)})/2"
    wrong = (
        (Fraction(r - p, 2), Fraction(s - q, 2)),
        (p + r, q + s),
        (Fraction(p - r, 2), Fraction(q - s, 2)),
        (key[1], key[0]),
        (r - p, s - q),
    )
    return Item(
        point_model(x, y),
        point_values(key),
        (
            Said("두 점의 좌표의 평균을 각각 구하면", "the mean of the coordinates", f"x = {x} and y = {y}"),
            Said("따라서", "so", point_line(key)),
        ),
        other_points(key, wrong),
    )


def _reflection(
    id: str,
    names: tuple[str, str],
    about: tuple[str, str],
    moved: Callable[[int, int], tuple[int, int]],
    shown: tuple[str, str],
    words: tuple[str, str],
) -> None:
    """A type: a point reflected in an axis, in the origin or in the line y = x."""

    @told_type(
        id,
        standard="[10공수2-01-07]",
        ko=names[0],
        en=names[1],
        draw=lambda rng: {"p": nonzero(rng, -9, 9), "q": nonzero(rng, -9, 9)},
        says={
            "ko": (f"점 $({{p}}, {{q}})$[을] {about[0]}에 대하여 대칭이동한 점의 좌표를 구하시오.",),
            "en": (f"The point $({{p}}, {{q}})$ is reflected in {about[1]}. Find its image.",),
        },
        reads=(
            f"점 $({{p}}, {{q}})$[을] {about[0]}에 대하여 대칭이동시킨 점의 좌표를 구하시오.",
            f"점 $\\mathrm{{A}}({{p}}, {{q}})$[을] {about[0]}에 대하여 대칭이동한 점의 좌표를 구하시오.",
            f"점 $\\mathrm{{P}}({{p}}, {{q}})$[을] {about[0]}에 대하여 대칭이동한 점의 좌표를 구하시오.",
        ),
    )
    def build(p: int, q: int) -> Item:
        if not p or not q or abs(p) == abs(q):
            raise ValueError("a point off the axes and diagonals")
        key = moved(p, q)
        x, y = (template.format(p=signed(p), q=signed(q)) for template in shown)
        wrong = [(p, -q), (-p, q), (-p, -q), (q, p), (-q, -p)]
        return Item(
            point_model(x, y),
            point_values(key),
            (Said(*words, f"x = {x} and y = {y}"), Said("따라서", "so", point_line(key))),
            other_points(key, wrong),
        )


_reflection(
    "point-reflected-in-x-axis",
    ("$x$축에 대하여 대칭이동한 점", "point reflected in the x-axis"),
    ("$x$축", "the $x$-axis"),
    lambda p, q: (p, -q),
    ("{p}", "-{q}"),
    ("$y$좌표의 부호만 바꾸면", "only the $y$-coordinate changes its sign"),
)
_reflection(
    "point-reflected-in-y-axis",
    ("$y$축에 대하여 대칭이동한 점", "point reflected in the y-axis"),
    ("$y$축", "the $y$-axis"),
    lambda p, q: (-p, q),
    ("-{p}", "{q}"),
    ("$x$좌표의 부호만 바꾸면", "only the $x$-coordinate changes its sign"),
)
_reflection(
    "point-reflected-in-origin",
    ("원점에 대하여 대칭이동한 점", "point reflected in the origin"),
    ("원점", "the origin"),
    lambda p, q: (-p, -q),
    ("-{p}", "-{q}"),
    ("두 좌표의 부호를 모두 바꾸면", "both coordinates change their signs"),
)
_reflection("point-reflected-in-diagonal", ("직선 $y=x$에 대하여 대칭이동한 점", "point reflected in y = x"),
            ("직선 $y=x$", "the line $y=x$"), lambda p, q: (q, p), ("{q}", "{p}"),
            ("두 좌표를 서로 바꾸면", "the coordinates change places"))  # fmt: skip


def draw_circle(rng: Random) -> tuple[int, int, int]:
    """Centre and radius."""
    return nonzero(rng, -7, 7), nonzero(rng, -7, 7), rng.randint(2, 9)


@told_type(
    "centre-of-circle",
    standard="[10공수2-01-04]",
    ko="원의 중심의 좌표",
    en="centre of a circle",
    draw=lambda rng: {"e": general_text(*draw_circle(rng))},
    says={
        "ko": ("원 {e}의 중심의 좌표를 구하시오.", "방정식 {e}[이] 나타내는 원의 중심의 좌표를 구하시오."),
        "en": ("Find the centre of the circle {e}.",),
    },
)
def centre_of_circle(e: Relation) -> Item:
    p, q, square = circle_of(e)
    if square <= 0 or not p or not q:
        raise ValueError("a circle")
    return Item(
        Model(
            Ask("solve", unknowns=("x", "y")),
            {"x": "real", "y": "real"},
            given=("f(x + 1, y) = f(x - 1, y)", "f(x, y + 1) = f(x, y - 1)"),
            define={"f(x, y)": text(e.left)},
        ),
        point_values((p, q)),
        (
            Said(f"완전제곱식으로 고치면 ${circle_text(p, q, square)}$이므로", f"complete the squares: ${circle_text(p, q, square)}$",
                 point_line((p, q))),
        ),
        other_points((p, q), ((-p, -q), (2 * p, 2 * q), (-2 * p, -2 * q), (q, p), (-p, q))),
    )  # fmt: skip


def standard_text(p: int, q: int, r: int) -> str:
    """``(x - 1)^2 + (y + 2)^2 = 9`` of centre and radius."""
    return circle_text(p, q, r * r)


@told_type(
    "radius-of-standard-circle",
    standard="[10공수2-01-04]",
    ko="원의 방정식과 반지름의 길이",
    en="radius from the standard equation",
    draw=lambda rng: {"e": standard_text(*draw_circle(rng))},
    says={
        "ko": ("원 {e}의 반지름의 길이를 구하시오.",),
        "en": ("Find the radius of the circle {e}.",),
    },
)
def radius_of_standard_circle(e: Relation) -> Item:
    square = text(e.right)
    root = isqrt(int(square)) if square.isdigit() else 0
    if root < 2 or root * root != int(square) or "^2 + " not in text(e.left):
        raise UnfitError("a whole radius")
    return Item(
        Model(
            Ask("value", of="sqrt(-f(p, q))"),
            {"x": "real", "y": "real", "p": "real", "q": "real"},
            given=("f(p + 1, q) = f(p - 1, q)", "f(p, q + 1) = f(p, q - 1)"),
            define={"f(x, y)": f"{text(e.left)} - {square}"},
        ),
        (str(root),),
        (
            Said("우변은 반지름의 길이의 제곱이므로", "the right side is the square of the radius", f"sqrt({square})"),
            Said("따라서", "so", str(root)),
        ),
        slips(root, int(square), Fraction(int(square), 2), root * 2, root + 1, root * root * root),
    )


def _line(id: str, word: tuple[str, str], turned: Callable[[int], Fraction], factor: str) -> None:
    """A type: the line through a point that is perpendicular or parallel to a line."""

    @told_type(
        id,
        standard="[10공수2-01-02]",
        ko=f"{word[0]} 직선의 방정식",
        en=f"equation of a {word[1]} line",
        draw=lambda rng: {
            "p": (m := nonzero(rng, -4, 4)) * nonzero(rng, -3, 3),
            "q": rng.randint(-9, 9),
            "f": linear(m, "x", nonzero(rng, -9, 9)),
        },
        says={
            "ko": (f"점 $({{p}}, {{q}})$[을] 지나고 직선 $y={{f}}$에 {word[0]} 직선의 방정식을 구하시오.",),
            "en": (f"Find the equation of the line through $({{p}}, {{q}})$ that is {word[1]} to the line $y={{f}}$.",),
        },
        reads=tuple(
            wording.replace("수직", word[0][:2])
            for wording in (
                "점 $({p}, {q})$[을] 지나고 직선 $y={f}$와 수직인 직선의 방정식을 구하시오.",
                "점 $({p}, {q})$[을] 지나고 직선 $y={f}$에 수직한 직선의 방정식을 구하시오.",
                "직선 $y={f}$에 수직이고 점 $({p}, {q})$[을] 지나는 직선의 방정식을 구하시오.",
                "직선 $y={f}$와 수직하고 점 $({p}, {q})$[을] 지나는 직선의 방정식을 구하시오.",
            )
        ),
    )
    def build(p: int, q: int, f: Expr) -> Item:
        slope, rest = line_of(f)
        new = turned(slope)
        start = q - new * p
        if not p or start.denominator > 6 or (new == slope and start == rest):
            raise ValueError("a clean line")

        def line(a: Fraction | int, b: Fraction | int) -> str:
            return f"y = {text(linear(a, 'x', b))}"

        key = line(new, start)
        slopes = dict.fromkeys((-new, Fraction(slope), 1 / Fraction(slope), Fraction(-slope)))
        wrong = [line(m, q - m * p) for m in slopes if m != new] + [
            line(new, q),
            line(new, q + new * p),
            line(new, -start),
        ]
        return Item(
            Model(
                Ask("solve", unknowns=("x", "y")),
                {"x": "real", "y": "real"},
                given=(factor.format(p=signed(p), q=signed(q)),),
                define={"f(x)": text(f)},
            ),
            (key,),
            (
                Said(f"구하는 직선의 기울기는 ${tex(as_text(new))}$이므로", f"its slope is ${tex(as_text(new))}$",
                     f"y - {signed(q)} = {signed_share(new)}*(x - {signed(p)})"),
                Said("정리하면", "so", key),
            ),
            tuple((w,) for w in dict.fromkeys(wrong) if w != key),
        )  # fmt: skip


def signed_share(number: Fraction) -> str:
    """A factor, in brackets where it is no whole number without a sign."""
    return as_text(number) if number > 0 and number.denominator == 1 else f"({as_text(number)})"


_line(
    "perpendicular-line-through-point",
    ("수직인", "perpendicular"),
    lambda m: Fraction(-1, m),
    "(y - {q})*(f(1) - f(0)) = -(x - {p})",
)
_line("parallel-line-through-point", ("평행한", "parallel"), Fraction, "y - {q} = (f(1) - f(0))*(x - {p})")  # fmt: skip
