"""Parabolas: vertex, axis, translations and greatest values [9수02-21, 22]."""

from __future__ import annotations

from random import Random

from generation.expression.tree import Expr
from generation.problem import AnswerValue, Ask, Model
from generation.symbolic.building import nonzero, quadratic
from generation.symbolic.told import Item, Said, UnfitError, slips, text, told_type
from generation.symbolic.types.middle_functions.quadratic_graphs import coefficients_of, draw_vertex, vertex_text


def _vertex(f: Expr) -> tuple[int, int, int, int]:
    """a, p, q and b of a(x - p)^2 + q = ax^2 + bx + c, whole and with p not 0."""
    a, b, c = coefficients_of(f)
    if b % (2 * a) or not b:
        raise UnfitError("a whole vertex beside the y-axis")
    p = -b // (2 * a)
    return a, p, c - a * p * p, b


def _points(*pairs: tuple[int, int]) -> tuple[tuple[AnswerValue], ...]:
    key = pairs[0]
    return tuple(({"p": str(p), "q": str(q)},) for p, q in dict.fromkeys(pairs[1:]) if (p, q) != key)


@told_type(
    "vertex-point",
    standard="[9수02-22]",
    ko="이차함수의 그래프의 꼭짓점의 좌표",
    en="coordinates of the vertex",
    draw=lambda rng: {"f": draw_vertex(rng)["f"]},
    says={
        "ko": (
            "이차함수 $y={f}$의 그래프의 꼭짓점의 좌표를 구하시오.",
            "이차함수 $y={f}$의 그래프의 꼭짓점의 좌표 $(p, q)$를 구하시오.",
        ),
        "en": ("Find the vertex $(p, q)$ of the graph of $y={f}$.",),
    },
    reads=("포물선 $y={f}$의 꼭짓점의 좌표를 구하시오.",),
)
def vertex_point(f: Expr) -> Item:
    a, p, q, b = _vertex(f)
    c = a * p * p + q
    return Item(
        Model(
            Ask("solve", unknowns=("p", "q")),
            {"x": "real", "p": "real", "q": "real"},
            given=("f(p + 1) = f(p - 1)", "q = f(p)"),
            define={"f(x)": text(f)},
        ),
        ({"p": str(p), "q": str(q)},),
        (
            Said(f"완전제곱식을 포함하는 꼴로 고치면 $y={vertex_text(a, p, q)}$이므로", f"as $y={vertex_text(a, p, q)}$",
                 f"p = {p} and q = {q}"),
        ),
        _points((p, q), (-p, q), (p, c), (p, -q), (b, c), (-p, -q), (q, p)),
    )  # fmt: skip


@told_type(
    "axis-of-parabola",
    standard="[9수02-22]",
    ko="이차함수의 그래프의 축",
    en="axis of a parabola",
    draw=lambda rng: {"f": draw_vertex(rng)["f"]},
    says={
        "ko": (
            "이차함수 $y={f}$의 그래프의 축의 방정식을 구하시오.",
            "이차함수 $y={f}$의 그래프의 대칭축의 방정식을 구하시오.",
        ),
        "en": ("Find the axis of symmetry of the graph of $y={f}$.",),
    },
)
def axis_of_parabola(f: Expr) -> Item:
    a, p, q, b = _vertex(f)
    return Item(
        Model(
            Ask("solve", unknowns=("x",)),
            {"x": "real"},
            given=("f(x + 1) = f(x - 1)",),
            define={"f(x)": text(f)},
        ),
        (str(p),),
        (
            Said(f"완전제곱식을 포함하는 꼴로 고치면 $y={vertex_text(a, p, q)}$이므로", f"as $y={vertex_text(a, p, q)}$", f"x = {p}"),
        ),
        slips(p, -p, q, 2 * p, b, -b),
    )  # fmt: skip


def draw_shift(rng: Random) -> dict[str, object]:
    a = rng.choice((1, 2, 3, 4, 5, -1, -2, -3, -4))
    return {"f": quadratic(a, 0, 0, "x"), "p": nonzero(rng, -6, 6), "q": nonzero(rng, -7, 7)}


@told_type(
    "shifted-parabola",
    standard="[9수02-22]",
    ko="평행이동한 이차함수의 그래프의 식",
    en="equation of a translated parabola",
    draw=draw_shift,
    says={
        "ko": (
            "이차함수 $y={f}$의 그래프를 $x$축의 방향으로 {p}만큼, $y$축의 방향으로 {q}만큼 평행이동한 그래프의 식을 구하시오.",
        ),
        "en": (
            "The graph of $y={f}$ is translated by {p} along the $x$-axis and by {q} along the $y$-axis. "
            "Find the equation of the new graph.",
        ),
    },
    reads=(
        "이차함수 $y={f}$의 그래프를 $x$축의 방향으로 {p}만큼, $y$축의 방향으로 {q}만큼 평행이동한 그래프를 나타내는 이차함수의 식을 구하시오.",
        "이차함수 $y={f}$의 그래프를 $x$축의 방향으로 {p}만큼, $y$축의 방향으로 {q}만큼 평행이동한 그래프가 나타내는 이차함수의 식을 구하시오.",
        "이차함수 $y={f}$의 그래프를 $x$축의 방향으로 {p}만큼, $y$축의 방향으로 {q}만큼 평행이동한 포물선의 식을 구하시오.",
    ),
)
def shifted_parabola(f: Expr, p: int, q: int) -> Item:
    a, b, c = coefficients_of(f)
    if b or c or 0 in (p, q):
        raise UnfitError("a parabola with its vertex at the origin")
    key = f"y = {vertex_text(a, p, q)}"
    others = (
        vertex_text(a, -p, q),
        vertex_text(a, -p, -q),
        vertex_text(a, p, -q),
        vertex_text(a, q, p),
        vertex_text(a, -q, p),
    )
    return Item(
        Model(
            Ask("solve", unknowns=("y",)),
            {"x": "real", "y": "real"},
            given=(f"y = f(x - ({p})) + ({q})",),
            define={"f(x)": text(f)},
        ),
        (key,),
        (Said(f"$x$ 대신 $x-({p})$[을] 대입하고 ${q}$[을] 더하면", f"put $x-({p})$ for $x$ and add ${q}$", key),),
        tuple((f"y = {other}",) for other in dict.fromkeys(others) if f"y = {other}" != key),
    )


@told_type(
    "greatest-value-of-quadratic",
    standard="[9수02-22]",
    ko="이차함수의 최댓값",
    en="greatest value of a quadratic function",
    draw=lambda rng: {"f": _downwards(rng)},
    says={
        "ko": ("이차함수 $y={f}$의 최댓값을 구하시오.",),
        "en": ("Find the greatest value of $y={f}$.",),
    },
)
def greatest_value_of_quadratic(f: Expr) -> Item:
    a, p, q, _ = _vertex(f)
    if a > 0:
        raise UnfitError("a parabola that opens downwards")
    c = a * p * p + q
    return Item(
        Model(Ask("extremum", of=text(f), sense="max"), {"x": "real"}),
        (str(q),),
        (Said("완전제곱식을 포함하는 꼴로 고치면", "complete the square", vertex_text(a, p, q)),
         Said(f"$x={p}$일 때 최댓값은", f"the greatest value, at $x={p}$, is", str(q))),
        slips(q, p, c, -q, c - p * p, -p),
    )  # fmt: skip


def _downwards(rng: Random) -> Expr:
    a, p, q = rng.choice((-1, -1, -2, -3)), nonzero(rng, -5, 5), rng.randint(-9, 12)
    return quadratic(a, -2 * a * p, a * p * p + q, "x")
