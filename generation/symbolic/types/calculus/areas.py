"""Areas by integrals [12미적Ⅰ-03-05]."""

from __future__ import annotations

from random import Random

from generation.expression.tree import Expr
from generation.problem import Ask, Model
from generation.symbolic.building import linear, nonzero, quadratic
from generation.symbolic.told import Item, Said, as_text, slips, text, told_type
from generation.symbolic.types.calculus.coefficients import at, coefficients, over, whole_zeros


def draw_between(rng: Random) -> dict[str, object]:
    p = rng.randint(-8, 6)
    q = p + rng.randint(1, 8)
    return {"f": quadratic(1, -p - q, p * q, "x")}


@told_type(
    "area-with-axis",
    standard="[12미적Ⅰ-03-05]",
    ko="곡선과 $x$축으로 둘러싸인 넓이",
    en="area between a curve and the axis",
    draw=draw_between,
    says={
        "ko": ("곡선 $y={f}$[과] $x$축으로 둘러싸인 도형의 넓이를 구하시오.",),
        "en": ("Find the area between the curve $y={f}$ and the $x$-axis.",),
    },
)
def area_with_axis(f: Expr) -> Item:
    k = coefficients(f)
    roots = whole_zeros(k)
    if len(k) != 3 or len(roots) != 2:
        raise ValueError("two whole roots")
    p, q = roots
    key = abs(over(k, p, q))
    if key.denominator > 6:
        raise ValueError("a clean area")
    return Item(
        Model(Ask("value", of=f"integrate(|f(x)|, x, {p}, {q})"), {"x": "real"}, define={"f(x)": text(f)}),
        (as_text(key),),
        (
            Said(
                "교점의 $x$좌표를 구하면 그 사이에서 곡선이 $x$축 아래에 있으므로",
                "between its zeros the curve lies below the axis",
                f"-integrate({text(f)}, x, {p}, {q})",
            ),
            Said("따라서", "so", as_text(key)),
        ),
        slips(key, -key, 2 * key, key / 2, q - p, abs(over(k, 0, q)) or key + 1),
    )


@told_type(
    "area-between-curves",
    standard="[12미적Ⅰ-03-05]",
    ko="곡선과 직선으로 둘러싸인 넓이",
    en="area between a curve and a line",
    draw=lambda rng: (lambda p, q, m, d: {"f": quadratic(1, m - p - q, p * q + d, "x"), "g": linear(m, "x", d)})(
        (p := rng.randint(-3, 1)), p + rng.choice((2, 3, 4)), nonzero(rng, -4, 4), rng.randint(-4, 4)
    ),
    says={
        "ko": ("곡선 $y={f}$[과] 직선 $y={g}$[으로] 둘러싸인 도형의 넓이를 구하시오.",),
        "en": ("Find the area between the curve $y={f}$ and the line $y={g}$.",),
    },
)
def area_between_curves(f: Expr, g: Expr) -> Item:
    k, line = coefficients(f), coefficients(g)
    difference = [k[0] - line[0], k[1] - line[1], k[2]] if len(k) == 3 and len(line) == 2 else []
    roots = [x for x in range(-40, 41) if difference and at(difference, x) == 0]
    if len(roots) != 2:
        raise ValueError("two whole places")
    p, q = roots
    key = abs(over(difference, p, q))
    return Item(
        Model(
            Ask("value", of=f"integrate(|f(x) - g(x)|, x, {p}, {q})"),
            {"x": "real"},
            define={"f(x)": text(f), "g(x)": text(g)},
        ),
        (as_text(key),),
        (
            Said(
                "교점의 $x$좌표를 구하면 그 사이에서 직선이 곡선보다 위에 있으므로",
                "between the points where they meet the line lies above the curve",
                f"integrate({text(g)} - ({text(f)}), x, {p}, {q})",
            ),
            Said("따라서", "so", as_text(key)),
        ),
        slips(key, -key, 2 * key, abs(over(k, p, q)) or key + 1, q - p, key / 2),
    )
