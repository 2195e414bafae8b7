"""Quadratic functions and their graphs [9수02-21, 22]."""

from __future__ import annotations

from random import Random

from generation.expression.exact import exact
from generation.expression.tree import Expr
from generation.problem import Ask, Model
from generation.symbolic.building import nonzero, quadratic
from generation.symbolic.told import Item, Said, UnfitError, as_text, form, placed, text, told_type
from generation.symbolic.types.middle_functions.graphs import through


def coefficients_of(f: Expr) -> tuple[int, int, int]:
    """Whole coefficients a, b, c of a quadratic function in x. Raises UnfitError for everything else."""
    polynomial = exact(f).polynomial()
    found = None if polynomial is None else polynomial.rational_coefficients("x")
    if found is None or len(found) != 3 or any(value.denominator > 1 for value in found):
        raise UnfitError("a quadratic function")
    c, b, a = (int(value) for value in found)
    return a, b, c


def vertex_text(a: int, p: int, q: int) -> str:
    """``2(x - 1)^2 + 3`` as infix text."""
    front = {1: "", -1: "-"}.get(a, str(a))
    square = "x^2" if p == 0 else f"(x {'-' if p > 0 else '+'} {abs(p)})^2"
    rest = "" if q == 0 else f" {'+' if q > 0 else '-'} {abs(q)}"
    return f"{front}{square}{rest}"


def draw_value(rng: Random) -> dict[str, object]:
    f = quadratic(nonzero(rng, -3, 4), nonzero(rng, -6, 6), nonzero(rng, -9, 9), "x")
    return {"f": f, "v": nonzero(rng, -4, 4)}


@told_type(
    "quadratic-function-value",
    standard="[9수02-21]",
    ko="이차함수의 함숫값",
    en="value of a quadratic function",
    draw=draw_value,
    says={
        "ko": (
            "이차함수 $f(x)={f}$에 대하여 $f({v})$의 값을 구하시오.",
            "이차함수 $f(x)={f}$에서 $f({v})$의 값을 구하시오.",
        ),
        "en": ("For the quadratic function $f(x)={f}$, find $f({v})$.",),
    },
)
def quadratic_function_value(f: Expr, v: int) -> Item:
    a, b, c = coefficients_of(f)
    key = a * v * v + b * v + c
    wrong = {a * v * v - b * v + c, -a * v * v + b * v + c, 2 * a * v + b * v + c, key + 2} - {key}
    return Item(
        Model(Ask("value", of=f"f({text(v)})"), {"x": "real"}, define={"f(x)": text(f)}),
        (str(key),),
        (
            Said(f"$f(x)$의 $x$에 ${v}$[을] 대입하면", f"put ${v}$ for $x$", placed(f, x=v)),
            Said("계산하면", "work it out", str(key)),
        ),
        tuple((str(w),) for w in sorted(wrong)),
    )


def draw_constant(rng: Random) -> dict[str, object]:
    a, v, c = nonzero(rng, -4, 5), nonzero(rng, -3, 4, avoid=(1,)), rng.randint(1, 9)
    return {"c": c, "p": v, "q": a * v * v + c}


@told_type(
    "quadratic-through-point",
    standard="[9수02-21]",
    ko="점을 지나는 이차함수의 그래프",
    en="graph of a quadratic function through a point",
    draw=draw_constant,
    says={
        "ko": (
            "이차함수 $y=ax^2+{c}$의 그래프가 점 $({p}, {q})$[을] 지날 때, 상수 $a$의 값을 구하시오.",
            "점 $({p}, {q})$[이] 이차함수 $y=ax^2+{c}$의 그래프 위의 점일 때, 상수 $a$의 값을 구하시오.",
        ),
        "en": ("The graph of $y=ax^2+{c}$ passes through the point $({p}, {q})$. Find the constant $a$.",),
    },
    reads=(
        "이차함수 $y=ax^2$의 그래프가 점 $({p}, {q})$[을] 지날 때, 상수 $a$의 값을 구하시오.",
        "점 $({p}, {q})$[이] 이차함수 $y=ax^2$의 그래프 위의 점일 때, 상수 $a$의 값을 구하시오.",
    ),
)
def quadratic_through_point(p: int, q: int, c: int = 0) -> Item:
    if p == 0 or c < 0 or (q - c) % (p * p) or q == c:
        raise ValueError("a whole constant")
    key = (q - c) // (p * p)
    wrong = {-key, (q + c) // (p * p), (q - c) // p, key + 1, key - 1} - {key, 0}
    return Item(
        through(f"a*x^2 + {c}" if c else "a*x^2", (p, q), of="a"),
        (str(key),),
        (
            Said(f"$x={p}$, $y={q}$[을] 대입하면", f"put $x={p}$ and $y={q}$", f"{q} = {p * p if p * p > 1 else ''}a" + (f" + {c}" if c else "")),
            Said("따라서", "so", f"a = {key}"),
        ),
        tuple((str(w),) for w in sorted(wrong)),
    )  # fmt: skip


def draw_vertex(rng: Random) -> dict[str, object]:
    a, p, q = rng.choice((1, 1, 2, 3, -1, -2)), nonzero(rng, -4, 4), rng.randint(-8, 8)
    return {"f": quadratic(a, -2 * a * p, a * p * p + q, "x")}


@told_type(
    "vertex-form",
    standard="[9수02-22]",
    ko="이차함수의 표준형",
    en="vertex form",
    draw=draw_vertex,
    says={
        "ko": (
            "이차함수 $y={f}$[을] $y=a(x-p)^2+q$의 꼴로 나타내시오.",
            "이차함수 $y={f}$의 식을 $y=a(x-p)^2+q$의 꼴로 나타내시오.",
        ),
        "en": ("Write the quadratic function $y={f}$ in the form $y=a(x-p)^2+q$.",),
    },
)
def vertex_form(f: Expr) -> Item:
    a, b, c = coefficients_of(f)
    if b % (2 * a) or not b:
        raise ValueError("a whole vertex")
    p = -b // (2 * a)
    q = c - a * p * p
    key = vertex_text(a, p, q)
    wrong = [vertex_text(a, -p, q), vertex_text(a, p, c), vertex_text(a, p, c + a * p * p), vertex_text(a, 2 * p, q)]
    front = {1: "", -1: "-"}.get(a, str(a))
    inner = f"x^2 {'-' if p > 0 else '+'} {2 * abs(p)}x + {p * p} - {p * p}"
    return Item(
        form(f, "vertex"),
        (key,),
        (
            Said("완전제곱식을 만들면", "complete the square", f"{front}({inner}) {'+' if c >= 0 else '-'} {abs(c)}"),
            Said("정리하면", "so", key),
        ),
        tuple((w,) for w in dict.fromkeys(wrong) if w != key),
    )


@told_type(
    "vertex-of-quadratic",
    standard="[9수02-22]",
    ko="이차함수의 그래프의 꼭짓점",
    en="vertex of a parabola",
    draw=draw_vertex,
    says={
        "ko": (
            "이차함수 $y={f}$의 그래프의 꼭짓점의 좌표가 $(p, q)$일 때, $p+q$의 값을 구하시오.",
            "이차함수 $y={f}$의 그래프의 꼭짓점의 좌표를 $(p, q)$라 할 때, $p+q$의 값을 구하시오.",
        ),
        "en": ("The graph of $y={f}$ has its vertex at $(p, q)$. Find $p+q$.",),
    },
)
def vertex_of_quadratic(f: Expr) -> Item:
    a, b, c = coefficients_of(f)
    if b % (2 * a) or not b:
        raise ValueError("a whole vertex")
    p = -b // (2 * a)
    q = c - a * p * p
    key = p + q
    wrong = {-p + q, p - q, p + c, b + c, p + c + a * p * p} - {key}
    return Item(
        Model(
            Ask("value", of="p + q"),
            {"x": "real", "p": "real", "q": "real"},
            given=("f(p + 1) = f(p - 1)", "q = f(p)"),
            define={"f(x)": text(f)},
        ),
        (str(key),),
        (
            Said(f"$y={vertex_text(a, p, q)}$이므로", f"as $y={vertex_text(a, p, q)}$", f"p = {p} and q = {q}"),
            Said("따라서", "so", f"p + q = {key}"),
        ),
        tuple((as_text(w),) for w in sorted(wrong)),
    )


def draw_shift(rng: Random) -> dict[str, object]:
    f = quadratic(rng.choice((2, 3, 4, -2, -3, -1)), 0, 0, "x")
    return {"f": f, "p": nonzero(rng, -5, 5), "q": nonzero(rng, -7, 7), "r": nonzero(rng, -3, 4)}


@told_type(
    "shifted-parabola-value",
    standard="[9수02-22]",
    ko="이차함수의 그래프의 평행이동",
    en="translated parabola",
    draw=draw_shift,
    says={
        "ko": (
            "이차함수 $y={f}$의 그래프를 $x$축의 방향으로 {p}만큼, $y$축의 방향으로 {q}만큼 평행이동한 그래프가 점 $({r}, k)$를 "
            "지날 때, $k$의 값을 구하시오.",
        ),
        "en": (
            "The graph of $y={f}$ is translated by {p} along the $x$-axis and by {q} along the $y$-axis. "
            "It then passes through $({r}, k)$. Find $k$.",
        ),
    },
)
def shifted_parabola_value(f: Expr, p: int, q: int, r: int) -> Item:
    a, b, c = coefficients_of(f)
    if b or c or 0 in (p, q) or r == p:
        raise ValueError("a parabola with its vertex at the origin")
    key = a * (r - p) ** 2 + q
    wrong = {a * (r + p) ** 2 + q, a * (r - p) ** 2 - q, a * r * r - p + q, a * (r * r - p * p) + q} - {key}
    return Item(
        Model(Ask("value", of=f"f({text(r)} - ({p})) + ({q})"), {"x": "real"}, define={"f(x)": text(f)}),
        (str(key),),
        (
            Said("평행이동한 그래프의 식은 $y=" + vertex_text(a, p, q) + "$이므로",
                 f"the new graph is $y={vertex_text(a, p, q)}$", f"{a}*({r - p})^2 {'+' if q > 0 else '-'} {abs(q)}"),
            Said("따라서", "so", str(key)),
        ),
        tuple((str(w),) for w in sorted(wrong)),
    )  # fmt: skip
