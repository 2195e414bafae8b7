"""Circles, translations and reflections in the coordinate plane [10공수2-01-04, 05, 06, 07]."""

from __future__ import annotations

from fractions import Fraction
from math import isqrt
from random import Random

from generation.expression.exact import exact
from generation.expression.normal import polynomial_tree
from generation.expression.polynomial import Polynomial
from generation.expression.tree import Expr, Relation
from generation.problem import Ask, Model
from generation.symbolic.building import nonzero
from generation.symbolic.told import Item, Said, UnfitError, slips, text, told_type, value
from generation.symbolic.types.common_2.points_and_lines import NORMAL, root_text


def circle_text(p: int, q: int, square: int) -> str:
    """``(x - 1)^2 + (y + 2)^2 = 9``."""

    def part(name: str, at: int) -> str:
        return f"{name}^2" if at == 0 else f"({name} {'-' if at > 0 else '+'} {abs(at)})^2"

    return f"{part('x', p)} + {part('y', q)} = {square}"


def draw_circle(rng: Random) -> dict[str, object]:
    return {"p": nonzero(rng, -6, 6), "q": nonzero(rng, -6, 6), "r": rng.randint(2, 9)}


@told_type(
    "equation-of-circle",
    standard="[10공수2-01-04]",
    ko="원의 방정식",
    en="equation of a circle",
    draw=draw_circle,
    says={
        "ko": ("중심이 점 $({p}, {q})$이고 반지름의 길이가 {r}인 원의 방정식을 구하시오.",),
        "en": ("Find the equation of the circle with centre $({p}, {q})$ and radius {r}.",),
    },
    reads=(
        "중심이 $({p}, {q})$이고 반지름의 길이가 {r}인 원의 방정식을 구하시오.",
        "점 $({p}, {q})$[을] 중심으로 하고 반지름의 길이가 {r}인 원의 방정식을 구하시오.",
        "중심의 좌표가 $({p}, {q})$이고 반지름의 길이가 {r}인 원의 방정식을 구하시오.",
    ),
)
def equation_of_circle(p: int, q: int, r: int) -> Item:
    if r < 1 or not p or not q:
        raise ValueError("a circle")
    key = circle_text(p, q, r * r)
    wrong = (
        circle_text(-p, -q, r * r),
        circle_text(p, q, r),
        circle_text(-p, -q, r),
        circle_text(q, p, r * r),
        circle_text(p, q, 2 * r),
    )
    return Item(
        Model(
            Ask("solve", unknowns=("x", "y")),
            {"x": "real", "y": "real"},
            given=(f"(x - ({p}))^2 + (y - ({q}))^2 = {r}^2",),
        ),
        (key,),
        (Said("$(x-a)^2+(y-b)^2=r^2$에 대입하면", "put them into $(x-a)^2+(y-b)^2=r^2$", key),),
        tuple((w,) for w in dict.fromkeys(wrong) if w != key),
    )


def general_text(p: int, q: int, r: int) -> str:
    """``x^2 + y^2 - 2x + 4y - 4 = 0``."""
    x, y = Polynomial.variable("x"), Polynomial.variable("y")
    left = (
        x * x
        + y * y
        + x.scaled(Fraction(-2 * p))
        + y.scaled(Fraction(-2 * q))
        + Polynomial.constant(p * p + q * q - r * r)
    )
    return f"{text(polynomial_tree(left))} = 0"


@told_type(
    "radius-of-circle",
    standard="[10공수2-01-04]",
    ko="원의 반지름의 길이",
    en="radius from the general equation",
    draw=lambda rng: {"e": general_text(nonzero(rng, -6, 6), nonzero(rng, -6, 6), rng.randint(2, 9))},
    says={
        "ko": ("원 {e}의 반지름의 길이를 구하시오.", "방정식 {e}[이] 나타내는 원의 반지름의 길이를 구하시오."),
        "en": ("Find the radius of the circle {e}.",),
    },
)
def radius_of_circle(e: Relation) -> Item:
    p, q, square = circle_of(e)
    if square <= 0 or not p or not q:
        raise ValueError("a circle")
    root = isqrt(square)
    if root * root != square or root > 20:
        raise ValueError("a whole radius")
    rest = p * p + q * q - square
    wrong = [square, root + 1, root - 1, abs(rest), isqrt(abs(rest)) or 1, 2 * root]
    return Item(
        Model(
            Ask("value", of="sqrt(-f(p, q))"),
            {"x": "real", "y": "real", "p": "real", "q": "real"},
            given=("f(p + 1, q) = f(p - 1, q)", "f(p, q + 1) = f(p, q - 1)"),
            define={"f(x, y)": text(e.left)},
        ),
        (str(root),),
        (
            Said(
                "완전제곱식으로 고치면 $" + circle_text(p, q, square) + "$",
                f"complete the squares: ${circle_text(p, q, square)}$",
            ),
            Said("따라서 반지름의 길이는", "so the radius is", f"sqrt({square})"),
            Said("간단히 하면", "which is", str(root)),
        ),
        slips(root, *wrong),
    )


def circle_of(e: Relation) -> tuple[int, int, int]:
    """Centre and square of the radius of x² + y² + ax + by + c = 0. Raises UnfitError."""
    p = exact(e.left).polynomial()
    if e.op != "=" or text(e.right) != "0" or p is None:
        raise UnfitError("an equation with zero on its right")
    found = {monomial: c for (_, monomial), c in p.terms.items()}
    squares = ((("x", 2),), (("y", 2),))
    if any(found.get(square) != 1 for square in squares) or found.keys() - {*squares, (("x", 1),), (("y", 1),), ()}:
        raise UnfitError("a circle")
    a, b, c = (found.get(key, Fraction(0)) for key in ((("x", 1),), (("y", 1),), ()))
    if any(n.denominator > 1 for n in (a / 2, b / 2, c)):
        raise UnfitError("a whole centre")
    across, up = int(-a / 2), int(-b / 2)
    return across, up, across**2 + up**2 - int(c)


def draw_tangent(rng: Random) -> dict[str, object]:
    a, b = rng.choice(((3, 4), (4, 3), (5, 12), (12, 5), (6, 8), (8, 6)))
    return {"a": a, "b": b, "s": rng.randint(1, 9) ** 2}


@told_type(
    "circle-touching-line",
    standard="[10공수2-01-05]",
    ko="원과 직선이 접할 조건",
    en="circle that touches a line",
    draw=draw_tangent,
    says={
        "ko": ("직선 ${a}x+{b}y-k=0$이 원 $x^2+y^2={s}$에 접할 때, 양수 $k$의 값을 구하시오.",),
        "en": ("The line ${a}x+{b}y-k=0$ touches the circle $x^2+y^2={s}$. Find the positive number $k$.",),
    },
)
def circle_touching_line(a: int, b: int, s: int) -> Item:
    square, root = a * a + b * b, isqrt(s)
    if min(a, b) < 2 or root * root != s or isqrt(square) ** 2 != square:
        raise ValueError("whole lengths")
    key = root * isqrt(square)
    return Item(
        Model(
            Ask("value", of="k"),
            {"x": "real", "y": "real", "k": "positive"},
            given=(f"f(0, 0)^2 = -g(0, 0)*({NORMAL.format('f')})",),
            define={"f(x, y)": f"{a}*x + {b}*y - k", "g(x, y)": f"x^2 + y^2 - {s}"},
        ),
        (str(key),),
        (
            Said("원의 중심과 직선 사이의 거리가 반지름의 길이와 같으므로", "the distance of the centre is the radius",
                 f"k/{isqrt(square)} = {root}"),
            Said("따라서", "so", f"k = {key}"),
        ),
        slips(key, s * isqrt(square), square, root * square, key + 1, (a + b) * root),
    )  # fmt: skip


@told_type(
    "chord-of-line",
    standard="[10공수2-01-05]",
    ko="원과 직선의 교점을 이은 현의 길이",
    en="chord that a circle cuts off a line",
    draw=lambda rng: {
        "a": (t := rng.choice(((3, 4), (4, 3), (6, 8), (8, 6))))[0],
        "b": t[1],
        "c": 10 * rng.randint(1, 5),
        "s": rng.randint(10, 80),
    },
    says={
        "ko": ("원 $x^2+y^2={s}$[이] 직선 ${a}x+{b}y-{c}=0$과 만나서 생기는 현의 길이를 구하시오.",),
        "en": ("Find the length of the chord that the circle $x^2+y^2={s}$ cuts off the line ${a}x+{b}y-{c}=0$.",),
    },
)
def chord_of_line(s: int, a: int, b: int, c: int) -> Item:
    square = a * a + b * b
    root = isqrt(square)
    if root * root != square or c % root or min(a, b, c) < 1 or (c // root) ** 2 >= s:
        raise ValueError("a line through the circle")
    d = c // root
    half = s - d * d
    key = root_text(4 * half)
    wrong = {root_text(half), root_text(4 * (s + d * d)), root_text(4 * s), str(2 * half), root_text(2 * half)} - {key}
    return Item(
        Model(
            Ask("value", of=f"2*sqrt(-g(0, 0) - f(0, 0)^2/({NORMAL.format('f')}))"),
            {"x": "real", "y": "real"},
            define={"f(x, y)": f"{a}*x + {b}*y - {c}", "g(x, y)": f"x^2 + y^2 - {s}"},
        ),
        (key,),
        (
            Said(
                f"원의 중심과 직선 사이의 거리는 ${d}$이므로",
                f"the centre is ${d}$ away from the line",
                f"2*sqrt({s} - {d}^2)",
            ),
            Said("따라서", "so", key),
        ),
        tuple((w,) for w in sorted(wrong)),
    )


@told_type(
    "translated-point",
    standard="[10공수2-01-06]",
    ko="점의 평행이동",
    en="translation of a point",
    draw=lambda rng: {k: nonzero(rng, -7, 7) for k in "pqrs"},
    says={
        "ko": (
            "점 $({p}, {q})$[을] $x$축의 방향으로 $a$만큼, $y$축의 방향으로 $b$만큼 평행이동한 점의 좌표가 $({r}, {s})$일 때, "
            "$a+b$의 값을 구하시오.",
        ),
        "en": (
            "The point $({p}, {q})$ is translated by $a$ along the $x$-axis and by $b$ along the $y$-axis to $({r}, {s})$. "
            "Find $a+b$.",
        ),
    },
)
def translated_point(p: int, q: int, r: int, s: int) -> Item:
    a, b = r - p, s - q
    key = a + b
    if not a or not b:
        raise ValueError("a translation")
    return Item(
        value("a + b", [f"{p} + a = {r}", f"{q} + b = {s}"], a="real", b="real"),
        (str(key),),
        (
            Said("평행이동한 점의 좌표를 비교하면", "compare the coordinates", f"a = {a} and b = {b}"),
            Said("따라서", "so", f"a + b = {key}"),
        ),
        slips(key, -key, r + p + s + q, a - b, key + 1, r + s),
    )


@told_type(
    "translated-point-coordinates",
    standard="[10공수2-01-06]",
    ko="평행이동한 점의 좌표",
    en="coordinates of a translated point",
    draw=lambda rng: {name: nonzero(rng, -7, 7) for name in "pqab"},
    says={
        "ko": (
            "점 $({p}, {q})$[을] $x$축의 방향으로 {a}만큼, $y$축의 방향으로 {b}만큼 평행이동한 점의 좌표를 구하시오.",
        ),
        "en": (
            "Find the point $({p}, {q})$ after a translation by {a} along the $x$-axis and {b} along the $y$-axis.",
        ),
    },
)
def translated_point_coordinates(p: int, q: int, a: int, b: int) -> Item:
    if 0 in (p, q, a, b):
        raise ValueError("a point and a translation")
    wrong = dict.fromkeys(((p - a, q - b), (p + a, q - b), (p - a, q + b), (q + b, p + a), (p + b, q + a)))
    right = (p + a, q + b)
    return Item(
        Model(
            Ask("solve", unknowns=("x", "y")),
            {"x": "real", "y": "real"},
            given=(f"x = {_plus(p, a)}", f"y = {_plus(q, b)}"),
        ),
        ({"x": str(right[0]), "y": str(right[1])},),
        (
            Said("각 좌표에 이동한 만큼 더하면", "add to each coordinate", f"x = {_plus(p, a)} and y = {_plus(q, b)}"),
            Said("따라서", "so", f"x = {right[0]} and y = {right[1]}"),
        ),
        tuple(({"x": str(x), "y": str(y)},) for x, y in wrong if (x, y) != right),
    )


def _plus(a: int, b: int) -> str:
    return f"{a} + {b}" if b > 0 else f"{a} + ({b})"


@told_type(
    "translated-circle",
    standard="[10공수2-01-06]",
    ko="원의 평행이동",
    en="translation of a circle",
    draw=lambda rng: {"p": nonzero(rng, -5, 5), "q": nonzero(rng, -5, 5), "s": rng.randint(2, 20)},
    says={
        "ko": (
            "원 $x^2+y^2={s}$[을] $x$축의 방향으로 {p}만큼, $y$축의 방향으로 {q}만큼 평행이동한 원의 방정식을 구하시오.",
        ),
        "en": (
            "The circle $x^2+y^2={s}$ is translated by {p} along the $x$-axis and by {q} along the $y$-axis. Find its equation.",
        ),
    },
)
def translated_circle(s: int, p: int, q: int) -> Item:
    if s < 2 or not p or not q:
        raise ValueError("a translation")
    key = circle_text(p, q, s)
    wrong = (
        circle_text(-p, -q, s),
        circle_text(p, -q, s),
        circle_text(-p, q, s),
        circle_text(q, p, s),
        circle_text(p, q, s * s),
    )
    return Item(
        Model(
            Ask("solve", unknowns=("x", "y")),
            {"x": "real", "y": "real"},
            given=(f"f(x - ({p}), y - ({q})) = 0",),
            define={"f(x, y)": f"x^2 + y^2 - {s}"},
        ),
        (key,),
        (
            Said(
                f"$x$ 대신 $x-({p})$, $y$ 대신 $y-({q})$[을] 대입하면",
                f"put $x-({p})$ for $x$ and $y-({q})$ for $y$",
                key,
            ),
        ),
        tuple((w,) for w in dict.fromkeys(wrong) if w != key),
    )


@told_type(
    "reflected-point",
    standard="[10공수2-01-07]",
    ko="점의 대칭이동",
    en="reflection of a point",
    draw=lambda rng: {"p": nonzero(rng, -8, 8), "q": nonzero(rng, -8, 8)},
    says={
        "ko": (
            "점 $({p}, {q})$[을] $x$축에 대하여 대칭이동한 후 직선 $y=x$에 대하여 대칭이동한 점의 좌표를 $(a, b)$라 할 때, $a-b$의 값을 "
            "구하시오.",
        ),
        "en": (
            "The point $({p}, {q})$ is reflected in the $x$-axis and then in the line $y=x$. Its image is $(a, b)$. Find $a-b$.",
        ),
    },
)
def reflected_point(p: int, q: int) -> Item:
    key = -q - p
    if abs(p) == abs(q):
        raise ValueError("a point off the diagonals")
    return Item(
        value("a - b", [f"a = -({q})", f"b = {p}"], a="real", b="real"),
        (str(key),),
        (
            Said(f"$x$축에 대하여 대칭이동하면 $({p}, {-q})$이고, 직선 $y=x$에 대하여 대칭이동하면 두 좌표가 바뀌므로",
                 f"first $({p}, {-q})$, then the coordinates change places", f"a = {-q} and b = {p}"),
            Said("따라서", "so", f"a - b = {key}"),
        ),
        slips(key, q - p, p - q, p + q, -q + p, key + 1),
    )  # fmt: skip


@told_type(
    "reflected-line",
    standard="[10공수2-01-07]",
    ko="직선의 대칭이동",
    en="reflection of a line",
    draw=lambda rng: {"f": _line(nonzero(rng, -5, 5, avoid=(1, -1)), nonzero(rng, -9, 9))},
    says={
        "ko": ("직선 $y={f}$[을] 원점에 대하여 대칭이동한 직선의 방정식을 구하시오.",),
        "en": ("The line $y={f}$ is reflected in the origin. Find the equation of its image.",),
    },
)
def reflected_line(f: Expr) -> Item:
    p = exact(f).polynomial()
    found = None if p is None else p.rational_coefficients("x")
    if found is None or len(found) != 2 or any(c.denominator > 1 for c in found):
        raise ValueError("a line")
    b, a = (int(c) for c in found)
    if not b or abs(a) == 1:
        raise ValueError("a line off the origin")

    def line(slope: int, rest: int) -> str:
        return f"y = {text(_line(slope, rest))}"

    key = line(a, -b)
    wrong = (line(-a, b), line(-a, -b), line(a, b + 1), line(a, -b + 1))
    return Item(
        Model(
            Ask("solve", unknowns=("x", "y")),
            {"x": "real", "y": "real"},
            given=("-y = f(-x)",),
            define={"f(x)": text(f)},
        ),
        (key,),
        (
            Said(
                "$x$ 대신 $-x$, $y$ 대신 $-y$를 대입하면",
                "put $-x$ for $x$ and $-y$ for $y$",
                f"-y = {text(_line(-a, b))}",
            ),
            Said("정리하면", "so", key),
        ),
        tuple((w,) for w in wrong if w != key),
    )


def _line(a: int, b: int) -> Expr:
    return polynomial_tree(Polynomial.variable("x").scaled(Fraction(a)) + Polynomial.constant(b))
