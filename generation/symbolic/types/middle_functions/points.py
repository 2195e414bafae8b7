"""Points of the coordinate plane mirrored, and lines along the axes [9수02-05, 17]."""

from __future__ import annotations

from random import Random

from generation.problem import AnswerValue, Ask, Model
from generation.symbolic.building import nonzero
from generation.symbolic.told import Item, Said, UnfitError, told_type


def _pair(x: int, y: int) -> dict[str, str]:
    return {"x": str(x), "y": str(y)}


def _mirrored(p: int, q: int, a: int, b: int, ko: str, en: str) -> Item:
    """The point (p, q) with its coordinates times a and b."""
    if 0 in (p, q) or abs(p) == abs(q):
        raise UnfitError("a point in a quadrant")
    key = (a * p, b * q)
    others = dict.fromkeys(((-a * p, -b * q), (-p, -q), (p, q), (b * q, a * p), (q, p), (a * p, -b * q)))
    wrong: tuple[tuple[AnswerValue], ...] = tuple((_pair(*other),) for other in others if other != key)
    return Item(
        Model(
            Ask("solve", unknowns=("x", "y")),
            {"x": "real", "y": "real"},
            given=(f"x = {_times(a, p)}", f"y = {_times(b, q)}"),
        ),
        (_pair(*key),),
        (Said(ko, en, f"x = {key[0]} and y = {key[1]}"),),
        wrong,
    )


def _times(sign: int, number: int) -> str:
    return str(number) if sign > 0 else f"-({number})"


def draw_point(rng: Random) -> dict[str, object]:
    p = nonzero(rng, -9, 9)
    return {"p": p, "q": nonzero(rng, -9, 9, avoid=(p, -p))}


@told_type(
    "point-mirrored-in-x-axis",
    standard="[9수02-05]",
    ko="$x$축에 대하여 대칭인 점",
    en="point mirrored in the x-axis",
    draw=draw_point,
    says={
        "ko": (
            "점 $({p}, {q})$[과] $x$축에 대하여 대칭인 점의 좌표를 구하시오.",
            "점 $\\mathrm{A}({p}, {q})$[과] $x$축에 대하여 대칭인 점의 좌표를 구하시오.",
        ),
        "en": ("Find the point that is the reflection of $({p}, {q})$ in the $x$-axis.",),
    },
    reads=("점 $({p}, {q})$[과] $x$축에 대하여 대칭인 점 $\\mathrm{B}$의 좌표를 구하시오.",),
)
def point_mirrored_in_x_axis(p: int, q: int) -> Item:
    return _mirrored(p, q, 1, -1, "$y$좌표의 부호만 바뀌므로", "only the sign of the $y$-coordinate changes")


@told_type(
    "point-mirrored-in-y-axis",
    standard="[9수02-05]",
    ko="$y$축에 대하여 대칭인 점",
    en="point mirrored in the y-axis",
    draw=draw_point,
    says={
        "ko": (
            "점 $({p}, {q})$[과] $y$축에 대하여 대칭인 점의 좌표를 구하시오.",
            "점 $\\mathrm{A}({p}, {q})$[과] $y$축에 대하여 대칭인 점의 좌표를 구하시오.",
        ),
        "en": ("Find the point that is the reflection of $({p}, {q})$ in the $y$-axis.",),
    },
)
def point_mirrored_in_y_axis(p: int, q: int) -> Item:
    return _mirrored(p, q, -1, 1, "$x$좌표의 부호만 바뀌므로", "only the sign of the $x$-coordinate changes")


@told_type(
    "point-mirrored-in-origin",
    standard="[9수02-05]",
    ko="원점에 대하여 대칭인 점",
    en="point mirrored in the origin",
    draw=draw_point,
    says={
        "ko": (
            "점 $({p}, {q})$[과] 원점에 대하여 대칭인 점의 좌표를 구하시오.",
            "점 $\\mathrm{A}({p}, {q})$[과] 원점에 대하여 대칭인 점의 좌표를 구하시오.",
        ),
        "en": ("Find the point that is the reflection of $({p}, {q})$ in the origin.",),
    },
)
def point_mirrored_in_origin(p: int, q: int) -> Item:
    return _mirrored(p, q, -1, -1, "$x$좌표와 $y$좌표의 부호가 모두 바뀌므로", "the signs of both coordinates change")
