"""Equations of higher degree and quadratic systems [10공수1-02-07, 08]."""

from __future__ import annotations

from random import Random

from generation.expression.normal import polynomial_tree
from generation.expression.polynomial import extract_square
from generation.expression.tree import Relation
from generation.symbolic.building import nonzero, polynomial
from generation.symbolic.told import Item, Said, UnfitError, solve, text, told_type
from generation.symbolic.types.common_1.polynomials import whole_coefficients


def _left(e: Relation, degree: int) -> list[int]:
    if e.op != "=" or text(e.right) != "0":
        raise UnfitError("an equation with zero on its right")
    return whole_coefficients(e.left, degree)


def _factor(root: int) -> str:
    return "x" if root == 0 else f"(x {'-' if root > 0 else '+'} {abs(root)})"


def draw_cubic(rng: Random) -> dict[str, object]:
    total = polynomial((1,), "x")
    for root in rng.sample([r for r in range(-4, 6) if r], 3):
        total = total * polynomial((-root, 1), "x")
    return {"e": f"{text(polynomial_tree(total))} = 0"}


@told_type(
    "cubic-equation",
    standard="[10공수1-02-07]",
    ko="삼차방정식",
    en="cubic equation",
    draw=draw_cubic,
    says={
        "ko": ("삼차방정식 {e}[을] 푸시오.", "삼차방정식 {e}의 해를 모두 구하시오."),
        "en": ("Solve the cubic equation {e}.",),
    },
    reads=("방정식 {e}[을] 푸시오.",),
)
def cubic_equation(e: Relation) -> Item:
    coefficients = _left(e, 3)
    roots = sorted(r for r in range(-30, 31) if sum(c * r**k for k, c in enumerate(coefficients)) == 0)
    if len(roots) != 3 or coefficients[3] != 1 or 0 in roots:
        raise ValueError("three whole roots")
    first = min(roots, key=abs)
    p, q = (r for r in roots if r != first)
    half = f"{_factor(first)}({text(polynomial_tree(polynomial((p * q, -p - q, 1), 'x')))}) = 0"
    a, b, c = roots
    wrong = ((-c, -b, -a), (-first, p, q), (first, -p, q), (first, p, -q))
    return Item(
        solve([text(e)], "x"),
        tuple(map(str, roots)),
        (
            Said(
                f"$x={first}$[을] 대입하면 성립하므로 조립제법으로 인수분해하면",
                f"$x={first}$ is a root, so factor",
                half,
            ),
            Said("이차식을 인수분해하면", "factor the quadratic", "".join(map(_factor, roots)) + " = 0"),
            Said("따라서", "so", " or ".join(f"x = {r}" for r in roots)),
        ),
        tuple(tuple(map(str, sorted(w))) for w in dict.fromkeys(wrong) if sorted(w) != roots and len(set(w)) == 3),
    )


def draw_quartic(rng: Random) -> dict[str, object]:
    a, b = rng.sample((1, 4, 9, 2, 3, 5, 16), 2)
    return {"e": f"{text(polynomial_tree(polynomial((a * b, 0, -a - b, 0, 1), 'x')))} = 0"}


def _root(n: int) -> str:
    outside, inside = extract_square(n)
    return str(outside) if inside == 1 else f"sqrt({inside})" if outside == 1 else f"{outside}*sqrt({inside})"


@told_type(
    "quartic-in-square-equation",
    standard="[10공수1-02-07]",
    ko="사차방정식",
    en="quartic equation in the square",
    draw=draw_quartic,
    says={
        "ko": ("사차방정식 {e}[을] 푸시오.", "사차방정식 {e}의 해를 모두 구하시오."),
        "en": ("Solve the quartic equation {e}.",),
    },
    reads=("방정식 {e}[을] 푸시오.",),
)
def quartic_in_square_equation(e: Relation) -> Item:
    c, odd, b, cubic, lead = _left(e, 4)
    squares = sorted(s for s in range(1, 60) if s * s + b * s + c == 0)
    if odd or cubic or lead != 1 or len(squares) != 2:
        raise ValueError("a quartic in the square")
    small, large = squares
    roots = (f"-{_root(large)}", f"-{_root(small)}", _root(small), _root(large))
    return Item(
        solve([text(e)], "x"),
        roots,
        (
            Said("$x^2$에 대하여 인수분해하면", "factor in $x^2$", f"(x^2 - {small})(x^2 - {large}) = 0"),
            Said("따라서", "so", " or ".join(f"x = {r}" for r in roots)),
        ),
        (
            (roots[2], roots[3]),
            (str(small), str(large)),
            (f"-{large}", f"-{small}", str(small), str(large)),
            (roots[0], roots[3]),
        ),
    )


def draw_line_and_circle(rng: Random) -> dict[str, object]:
    x, y = rng.sample([v for v in range(-5, 6) if v], 2)
    return {"s": x + y, "n": x * x + y * y} if x + y else draw_line_and_circle(rng)


def _pairs(*pairs: tuple[int, int]) -> tuple[dict[str, str], ...]:
    return tuple({"x": str(x), "y": str(y)} for x, y in pairs)


@told_type(
    "system-of-sum-and-squares",
    standard="[10공수1-02-08]",
    ko="연립이차방정식",
    en="quadratic system",
    draw=draw_line_and_circle,
    says={
        "ko": (
            "연립방정식 $x+y={s}$, $x^2+y^2={n}$[을] 푸시오.",
            "연립이차방정식 $x+y={s}$, $x^2+y^2={n}$의 해를 모두 구하시오.",
        ),
        "en": ("Solve the system $x+y={s}$, $x^2+y^2={n}$.",),
    },
)
def system_of_sum_and_squares(s: int, n: int) -> Item:
    found = sorted((x, s - x) for x in range(-40, 41) if x * x + (s - x) ** 2 == n)
    if len(found) != 2:
        raise ValueError("two whole solutions")
    (a, b), _ = found
    product = a * b
    wrong = [
        _pairs((a, b)),
        _pairs((b, a)),
        _pairs((-a, -b), (-b, -a)),
        _pairs((a, -b), (b, -a)),
        _pairs((a + 1, b - 1), (b - 1, a + 1)),
    ]
    key = _pairs(*found)
    return Item(
        solve([f"x + y = {s}", f"x^2 + y^2 = {n}"], "x", "y"),
        key,
        (
            Said(f"$y={s}-x$를 대입하여 정리하면" if s else "정리하면", f"put $y={s}-x$ and collect",
                 f"{text(polynomial_tree(polynomial((product, -s, 1), 'x')))} = 0"),
            Said("풀면", "solve it", f"x = {a} and y = {b} or x = {b} and y = {a}"),
        ),
        tuple(w for w in wrong if w != key),
    )  # fmt: skip


@told_type(
    "system-of-difference-and-product",
    standard="[10공수1-02-08]",
    ko="연립이차방정식",
    en="quadratic system",
    draw=lambda rng: (lambda x, d: {"d": d, "p": x * (x - d)})(nonzero(rng, -7, 8), rng.randint(1, 7)),
    says={
        "ko": (
            "연립방정식 $x-y={d}$, $xy={p}$[을] 푸시오.",
            "연립이차방정식 $x-y={d}$, $xy={p}$의 해를 모두 구하시오.",
        ),
        "en": ("Solve the system $x-y={d}$, $xy={p}$.",),
    },
)
def system_of_difference_and_product(d: int, p: int) -> Item:
    found = sorted((x, x - d) for x in range(-60, 61) if x * (x - d) == p)
    if len(found) != 2 or d <= 0 or p == 0:
        raise ValueError("two whole solutions")
    (a, b), (c, e) = found
    wrong = [_pairs((c, e)), _pairs((a, b)), _pairs((b, a), (e, c)), _pairs((-a, b), (-c, e)), _pairs((a, c), (c, a))]
    key = _pairs(*found)
    return Item(
        solve([f"x - y = {d}", f"x*y = {p}"], "x", "y"),
        key,
        (
            Said(
                f"$y=x-{d}$[을] 대입하여 정리하면",
                f"put $y=x-{d}$ and collect",
                f"{text(polynomial_tree(polynomial((-p, -d, 1), 'x')))} = 0",
            ),
            Said("풀면", "solve it", f"x = {a} and y = {b} or x = {c} and y = {e}"),
        ),
        tuple(w for w in wrong if w != key),
    )
