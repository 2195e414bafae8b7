"""Points and lines in the coordinate plane [10공수2-01-01, 02, 03]."""

from __future__ import annotations

from fractions import Fraction
from math import isqrt
from random import Random

from generation.expression.normal import polynomial_tree
from generation.expression.polynomial import Polynomial, extract_square
from generation.expression.tree import Relation, integer
from generation.problem import Ask, Model
from generation.symbolic.building import nonzero
from generation.symbolic.told import Item, Said, UnfitError, as_text, slips, text, tidy, told_type, value
from generation.symbolic.types.middle_functions.graphs import line_coefficients


def root_text(square: int, below: int = 1) -> str:
    """√square divided by a number, simplified."""
    outside, inside = extract_square(square)
    factor = Fraction(outside, below)
    return as_text(factor) if inside == 1 else tidy(f"({factor})*sqrt({inside})")


def less(a: int, b: int) -> str:
    """``a - b`` as infix text."""
    return f"{a} - {b}" if b >= 0 else f"{a} - ({b})"


def draw_points(rng: Random) -> dict[str, object]:
    return {"p": rng.randint(-6, 6), "q": rng.randint(-6, 6), "r": rng.randint(-6, 6), "s": rng.randint(-6, 6)}


@told_type(
    "distance-of-points",
    standard="[10공수2-01-01]",
    ko="두 점 사이의 거리",
    en="distance of two points",
    draw=draw_points,
    says={
        "ko": ("두 점 $\\mathrm{A}({p}, {q})$, $\\mathrm{B}({r}, {s})$ 사이의 거리를 구하시오.",),
        "en": ("Find the distance between the points $\\mathrm{A}({p}, {q})$ and $\\mathrm{B}({r}, {s})$.",),
    },
    reads=("두 점 $({p}, {q})$, $({r}, {s})$ 사이의 거리를 구하시오.",),
)
def distance_of_points(p: int, q: int, r: int, s: int) -> Item:
    across, up = r - p, s - q
    if not across or not up or abs(across) == abs(up):
        raise ValueError("two points")
    key = root_text(across**2 + up**2)
    wrong = {
        str(abs(across) + abs(up)),
        root_text(abs(across**2 - up**2)),
        root_text((r + p) ** 2 + (s + q) ** 2),
        str(across**2 + up**2),
    }
    return Item(
        value(f"sqrt(({less(r, p)})^2 + ({less(s, q)})^2)"),
        (key,),
        (
            Said(
                "두 점 사이의 거리 공식에 의하여",
                "by the formula for distance",
                f"sqrt({_squared(across)} + {_squared(up)})",
            ),
            Said("계산하면", "work it out", key),
        ),
        tuple((w,) for w in sorted(wrong - {key})),
    )


def _squared(n: int) -> str:
    return f"({n})^2" if n < 0 else f"{n}^2"


def draw_division(rng: Random) -> dict[str, object]:
    m, n = rng.choice(((1, 2), (2, 1), (1, 3), (3, 1), (2, 3), (3, 2), (3, 4), (4, 3)))
    p, q = rng.randint(-6, 6), rng.randint(-6, 6)
    return {
        "p": p,
        "q": q,
        "r": p + (m + n) * nonzero(rng, -2, 2),
        "s": q + (m + n) * nonzero(rng, -2, 2),
        "m": m,
        "n": n,
    }


@told_type(
    "internal-division",
    standard="[10공수2-01-01]",
    ko="선분의 내분점",
    en="internal division of a segment",
    draw=draw_division,
    says={
        "ko": (
            "두 점 $\\mathrm{A}({p}, {q})$, $\\mathrm{B}({r}, {s})$에 대하여 선분 $\\mathrm{AB}$를 ${m}:{n}$[으로] 내분하는 점의 좌표가 "
            "$(a, b)$일 때, $a+b$의 값을 구하시오.",
        ),
        "en": (
            "The point $(a, b)$ divides the segment from $\\mathrm{A}({p}, {q})$ to $\\mathrm{B}({r}, {s})$ internally in the "
            "ratio ${m}:{n}$. Find $a+b$.",
        ),
    },
)
def internal_division(p: int, q: int, r: int, s: int, m: int, n: int) -> Item:
    a, b = Fraction(m * r + n * p, m + n), Fraction(m * s + n * q, m + n)
    if min(m, n) < 1 or m == n or max(a.denominator, b.denominator) > 1 or (p, q) == (r, s):
        raise ValueError("a whole point")
    key = a + b
    other = Fraction(m * p + n * r, m + n) + Fraction(m * q + n * s, m + n)
    outer = Fraction(m * r - n * p, m - n) + Fraction(m * s - n * q, m - n)
    return Item(
        Model(
            Ask("value", of="a + b"),
            {"a": "real", "b": "real"},
            given=(
                f"a = ({m}*{_b(r)} + {n}*{_b(p)})/({m} + {n})",
                f"b = ({m}*{_b(s)} + {n}*{_b(q)})/({m} + {n})",
            ),
        ),
        (as_text(key),),
        (
            Said(
                "내분점의 공식에 의하여",
                "by the formula for internal division",
                f"a = {as_text(a)} and b = {as_text(b)}",
            ),
            Said("따라서", "so", f"a + b = {as_text(key)}"),
        ),
        tuple(w for w in slips(key, other, outer, Fraction(p + q + r + s, 2), a - b, key + 1) if len(w[0]) < 5),
    )


def _b(number: int) -> str:
    return f"({number})" if number < 0 else str(number)


@told_type(
    "point-of-internal-division",
    standard="[10공수2-01-01]",
    ko="내분점의 좌표",
    en="coordinates of a point of internal division",
    draw=draw_division,
    says={
        "ko": (
            "두 점 $\\mathrm{A}({p}, {q})$, $\\mathrm{B}({r}, {s})$에 대하여 선분 $\\mathrm{AB}$를 ${m}:{n}$[으로] 내분하는 점의 좌표를 "
            "구하시오.",
        ),
        "en": (
            "Find the point that divides the segment from $\\mathrm{A}({p}, {q})$ to $\\mathrm{B}({r}, {s})$ internally in the "
            "ratio ${m}:{n}$.",
        ),
    },
    reads=(
        "두 점 $\\mathrm{A}({p}, {q})$, $\\mathrm{B}({r}, {s})$[을] 잇는 선분 $\\mathrm{AB}$를 ${m}:{n}$[으로] 내분하는 점의 좌표를 구하시오.",
        "두 점 $\\mathrm{A}({p}, {q})$, $\\mathrm{B}({r}, {s})$[을] 이은 선분 $\\mathrm{AB}$를 ${m}:{n}$[으로] 내분하는 점의 좌표를 구하시오.",
    ),
)
def point_of_internal_division(p: int, q: int, r: int, s: int, m: int, n: int) -> Item:
    x, y = Fraction(m * r + n * p, m + n), Fraction(m * s + n * q, m + n)
    if min(m, n) < 1 or m == n or max(x.denominator, y.denominator) > 1 or (p, q) == (r, s):
        raise ValueError("a whole point")
    at_x, at_y = (f"({m}*{_b(far)} + {n}*{_b(near)})/({m} + {n})" for far, near in ((r, p), (s, q)))
    swapped = Fraction(m * p + n * r, m + n), Fraction(m * q + n * s, m + n)
    middle = Fraction(p + r, 2), Fraction(q + s, 2)
    wrong = dict.fromkeys((swapped, (swapped[0], y), (x, swapped[1]), (y, x), middle, (x + 1, y - 1), (x - 1, y)))
    whole = [point for point in wrong if point != (x, y) and all(part.denominator < 4 for part in point)]
    return Item(
        Model(Ask("solve", unknowns=("x", "y")), {"x": "real", "y": "real"}, given=(f"x = {at_x}", f"y = {at_y}")),
        ({"x": as_text(x), "y": as_text(y)},),
        (
            Said("내분점의 공식에 대입하면", "by the formula for internal division", f"x = {at_x} and y = {at_y}"),
            Said("따라서", "so", f"x = {as_text(x)} and y = {as_text(y)}"),
        ),
        tuple(({"x": as_text(u), "y": as_text(v)},) for u, v in whole),
    )


SLOPE_X, SLOPE_Y = "({0}(1, 0) - {0}(0, 0))", "({0}(0, 1) - {0}(0, 0))"
"""The coefficients of x and y of a line f(x, y) = 0."""
NORMAL = "({0}(1, 0) - {0}(0, 0))^2 + ({0}(0, 1) - {0}(0, 0))^2"


def _two_lines(a: int, b: int, d: int, c: int, condition: str) -> Model:
    return Model(
        Ask("value", of="k"),
        {"x": "real", "y": "real", "k": "real"},
        given=(condition,),
        define={"f(x, y)": f"{a}*x + {b}*y + {d}", "g(x, y)": f"{c}*x + k*y - 1"},
    )


@told_type(
    "perpendicular-slope",
    standard="[10공수2-01-02]",
    ko="두 직선의 수직 조건",
    en="condition for perpendicular lines",
    draw=lambda rng: {"a": rng.randint(2, 9), "b": rng.randint(1, 9), "c": rng.randint(2, 12), "d": rng.randint(1, 9)},
    says={
        "ko": ("두 직선 ${a}x+{b}y+{d}=0$, ${c}x+ky-1=0$이 서로 수직일 때, 상수 $k$의 값을 구하시오.",),
        "en": ("The lines ${a}x+{b}y+{d}=0$ and ${c}x+ky-1=0$ are perpendicular. Find the constant $k$.",),
    },
)
def perpendicular_slope(a: int, b: int, c: int, d: int) -> Item:
    if min(a, b, c, d) < 1 or b == 1 or a == 1 or c == 1:
        raise ValueError("two lines")
    key = Fraction(-a * c, b)
    if key.denominator > 3:
        raise ValueError("a clean constant")
    return Item(
        _two_lines(
            a, b, d, c, f"{SLOPE_X.format('f')}*{SLOPE_X.format('g')} + {SLOPE_Y.format('f')}*{SLOPE_Y.format('g')} = 0"
        ),
        (as_text(key),),
        (
            Said("두 직선이 수직이면 $aa'+bb'=0$이므로", "for perpendicular lines $aa'+bb'=0$", f"{a}*{c} + {b}k = 0"),
            Said("따라서", "so", f"k = {as_text(key)}"),
        ),
        tuple(w for w in slips(key, Fraction(b * c, a), -key, Fraction(-b * c, a), key + 1, key - 2)),
    )


@told_type(
    "parallel-constant",
    standard="[10공수2-01-02]",
    ko="두 직선의 평행 조건",
    en="condition for parallel lines",
    draw=lambda rng: {"a": rng.randint(2, 9), "b": rng.randint(2, 9), "c": rng.randint(2, 12), "d": rng.randint(1, 9)},
    says={
        "ko": ("두 직선 ${a}x+{b}y+{d}=0$, ${c}x+ky-1=0$이 서로 평행할 때, 상수 $k$의 값을 구하시오.",),
        "en": ("The lines ${a}x+{b}y+{d}=0$ and ${c}x+ky-1=0$ are parallel. Find the constant $k$.",),
    },
)
def parallel_constant(a: int, b: int, c: int, d: int) -> Item:
    if min(a, b, c) < 2 or d < 1:
        raise ValueError("two lines")
    key = Fraction(b * c, a)
    if key.denominator > 3 or a == c:
        raise ValueError("a clean constant")
    return Item(
        _two_lines(
            a, b, d, c, f"{SLOPE_X.format('f')}*{SLOPE_Y.format('g')} = {SLOPE_Y.format('f')}*{SLOPE_X.format('g')}"
        ),
        (as_text(key),),
        (
            Said(
                "두 직선이 평행하면 $\\frac{a}{a'}=\\frac{b}{b'}$이므로",
                "parallel lines have equal ratios",
                f"{a}k = {b}*{c}",
            ),
            Said("따라서", "so", f"k = {as_text(key)}"),
        ),
        tuple(w for w in slips(key, Fraction(-a * c, b), -key, Fraction(a * b, c), key + 1, key - 1) if len(w[0]) < 6),
    )


TRIPLES = ((3, 4, 5), (4, 3, 5), (5, 12, 13), (12, 5, 13), (6, 8, 10), (8, 6, 10), (1, 1, 0), (1, 2, 0), (2, 1, 0))


def draw_distance(rng: Random) -> dict[str, object]:
    a, b, _ = rng.choice(TRIPLES)
    line = Relation("=", polynomial_tree(_linear(a, b, -rng.randint(1, 20))), integer(0))
    return {"e": line, "p": rng.randint(-5, 6), "q": rng.randint(-5, 6)}


def _linear(a: int, b: int, c: int) -> Polynomial:
    x, y = Polynomial.variable("x"), Polynomial.variable("y")
    return x.scaled(Fraction(a)) + y.scaled(Fraction(b)) + Polynomial.constant(c)


@told_type(
    "distance-to-line",
    standard="[10공수2-01-03]",
    ko="점과 직선 사이의 거리",
    en="distance of a point to a line",
    draw=draw_distance,
    says={
        "ko": (
            "점 $({p}, {q})$[과] 직선 {e} 사이의 거리를 구하시오.",
            "점 $({p}, {q})$에서 직선 {e}까지의 거리를 구하시오.",
        ),
        "en": ("Find the distance of the point $({p}, {q})$ to the line {e}.",),
    },
)
def distance_to_line(p: int, q: int, e: Relation) -> Item:
    a, b, c = _line_coefficients(e)
    above, square = abs(a * p + b * q + c), a * a + b * b
    if not above:
        raise ValueError("a point off the line")
    root = isqrt(square)
    key = as_text(Fraction(above, root)) if root * root == square else root_text(above * above * square, square)
    if root * root == square and Fraction(above, root).denominator > 1:
        raise ValueError("a clean distance")
    wrong = {
        as_text(Fraction(above)),
        as_text(Fraction(above, abs(a) + abs(b))),
        root_text(square),
        as_text(Fraction(above, square)) if square < 60 else str(above + 1),
    }
    without = abs(a * p + b * q)
    if without:
        wrong.add(root_text(without * without * square, square))
    return Item(
        Model(
            Ask("value", of=f"|f({p}, {q})|/sqrt({NORMAL.format('f')})"),
            {"x": "real", "y": "real"},
            define={"f(x, y)": f"{text(e.left)} - ({text(e.right)})"},
        ),
        (key,),
        (
            Said(
                "점과 직선 사이의 거리 공식에 의하여",
                "by the formula for the distance to a line",
                f"|{_b(a)}*{_b(p)} + {_b(b)}*{_b(q)} + {_b(c)}|/sqrt({_b(a)}^2 + {_b(b)}^2)",
            ),
            Said("계산하면", "work it out", key),
        ),
        tuple((w,) for w in sorted(wrong - {key})),
    )


def _line_coefficients(e: Relation) -> tuple[int, int, int]:
    found = line_coefficients(e)
    if any(c.denominator > 1 for c in found):
        raise UnfitError("whole coefficients")
    p, q, r = (int(c) for c in found)
    return p, q, r


@told_type(
    "distance-of-parallel-lines",
    standard="[10공수2-01-03]",
    ko="평행한 두 직선 사이의 거리",
    en="distance of parallel lines",
    draw=lambda rng: (lambda t: {"a": t[0], "b": t[1], "c": rng.randint(1, 9), "d": rng.randint(10, 30)})(
        rng.choice(TRIPLES[:6])
    ),
    says={
        "ko": ("평행한 두 직선 ${a}x+{b}y+{c}=0$, ${a}x+{b}y+{d}=0$ 사이의 거리를 구하시오.",),
        "en": ("Find the distance of the parallel lines ${a}x+{b}y+{c}=0$ and ${a}x+{b}y+{d}=0$.",),
    },
)
def distance_of_parallel_lines(a: int, b: int, c: int, d: int) -> Item:
    root = isqrt(a * a + b * b)
    if root * root != a * a + b * b or not 0 < c < d or min(a, b) < 2:
        raise ValueError("two parallel lines")
    key = Fraction(d - c, root)
    return Item(
        Model(
            Ask("value", of=f"|f(0, 0) - g(0, 0)|/sqrt({NORMAL.format('f')})"),
            {"x": "real", "y": "real"},
            define={"f(x, y)": f"{a}*x + {b}*y + {c}", "g(x, y)": f"{a}*x + {b}*y + {d}"},
        ),
        (as_text(key),),
        (
            Said(
                "한 직선 위의 점과 다른 직선 사이의 거리이므로",
                "the distance of a point of one to the other",
                f"({d} - {c})/{root}",
            ),
            Said("따라서", "so", as_text(key)),
        ),
        slips(
            key, Fraction(d - c), Fraction(d + c, root), Fraction(d - c, a + b), Fraction(d, root), Fraction(c, root)
        ),
    )
