"""Local extremes, and what follows from them for equations and greatest values [12미적Ⅰ-02-07, 09]."""

from __future__ import annotations

from random import Random

from generation.expression.tree import Expr, Relation
from generation.problem import Ask, Model
from generation.symbolic.told import Item, Said, UnfitError, as_text, placed, slips, text, told_type
from generation.symbolic.types.calculus.coefficients import at, coefficients, derived, tree, whole_zeros


def _with_extremes(rng: Random) -> Expr:
    p, q = sorted(rng.sample(range(-3, 4), 2))
    while (p + q) % 2:
        p, q = sorted(rng.sample(range(-3, 4), 2))
    return tree([rng.randint(-6, 9), 3 * p * q, -3 * (p + q) // 2, 1])


def _extreme(f: Expr, which: int) -> Item:
    c = coefficients(f)
    if len(c) != 4 or c[3] != 1:
        raise UnfitError("a cubic")
    slope = derived(c)
    places = whole_zeros(slope)
    if len(places) != 2:
        raise UnfitError("two whole places")
    place, other = places[which], places[1 - which]
    key = at(c, place)
    sign = "<" if which == 0 else ">"
    curvature = derived(slope)
    return Item(
        Model(
            Ask("value", of="f(p)"),
            {"x": "real", "p": "real"},
            given=("diff(f(x), x, p) = 0", f"{curvature[1]}*p + ({curvature[0]}) {sign} 0"),
            define={"f(x)": text(f)},
        ),
        (as_text(key),),
        (
            Said(
                "도함수의 부호가 양에서 음으로 바뀌는 곳을 찾아 대입하면" if which == 0 else "도함수의 부호가 음에서 양으로 바뀌는 곳을 찾아 대입하면",
                "put in the place where the derivative changes its sign",
                placed(f, x=place),
            ),
            Said("따라서", "so", as_text(key)),
        ),
        slips(key, at(c, other), place, -key, c[0], key + 1),
    )  # fmt: skip


@told_type(
    "local-maximum",
    standard="[12미적Ⅰ-02-07]",
    ko="극댓값",
    en="local maximum",
    draw=lambda rng: {"f": _with_extremes(rng)},
    says={"ko": ("함수 $f(x)={f}$의 극댓값을 구하시오.",), "en": ("Find the local maximum of $f(x)={f}$.",)},
)
def local_maximum(f: Expr) -> Item:
    return _extreme(f, 0)


@told_type(
    "local-minimum",
    standard="[12미적Ⅰ-02-07]",
    ko="극솟값",
    en="local minimum",
    draw=lambda rng: {"f": _with_extremes(rng)},
    says={"ko": ("함수 $f(x)={f}$의 극솟값을 구하시오.",), "en": ("Find the local minimum of $f(x)={f}$.",)},
)
def local_minimum(f: Expr) -> Item:
    return _extreme(f, 1)


@told_type(
    "number-of-real-roots",
    standard="[12미적Ⅰ-02-09]",
    ko="방정식의 실근의 개수",
    en="number of real roots",
    draw=lambda rng: {"e": f"{text(_with_extremes(rng))} = 0"},
    says={
        "ko": ("방정식 {e}의 서로 다른 실근의 개수를 구하시오.",),
        "en": ("How many different real roots does the equation {e} have?",),
    },
)
def number_of_real_roots(e: Relation) -> Item:
    if e.op != "=" or text(e.right) != "0":
        raise ValueError("an equation with zero on its right")
    c = coefficients(e.left)
    slope = derived(c)
    places = whole_zeros(slope)
    if len(c) != 4 or c[3] != 1 or len(places) != 2:
        raise ValueError("a cubic with two extremes")
    high, low = (at(c, place) for place in places)
    product = high * low
    key = 3 if product < 0 else 2 if product == 0 else 1
    return Item(
        Model(Ask("count", unknowns=("x",)), {"x": "real"}, given=(text(e),)),
        (str(key),),
        (
            Said("극댓값과 극솟값의 부호를 조사하여 그래프와 $x$축의 교점을 세면", "by the signs of both local extremes", str(key)),
        ),
        slips(key, 0, 1, 2, 3, 4),
    )  # fmt: skip


@told_type(
    "minimum-from-derivative",
    standard="[12미적Ⅰ-02-09]",
    ko="함수의 최솟값",
    en="minimum from the derivative",
    draw=lambda rng: {"b": 3 * rng.randint(1, 20)},
    says={
        "ko": ("$x\\ge 0$일 때, 함수 $f(x)=2x^3-{b}x^2$의 최솟값을 구하시오.",),
        "en": ("Find the minimum of $f(x)=2x^3-{b}x^2$ for $x\\ge 0$.",),
    },
)
def minimum_from_derivative(b: int) -> Item:
    if b < 3 or b % 3:
        raise ValueError("a multiple of three")
    p = b // 3
    key = 2 * p**3 - b * p * p
    return Item(
        Model(Ask("extremum", of="f(x)", sense="min"), {"x": "nonnegative"}, define={"f(x)": f"2*x^3 - {b}*x^2"}),
        (str(key),),
        (
            Said(
                f"$f'(x)=6x^2-{2 * b}x$이므로 $x={p}$에서 최소이고",
                f"$f'(x)=6x^2-{2 * b}x$, so the minimum is at $x={p}$",
                f"2*{p}^3 - {b}*{p}^2",
            ),
            Said("따라서", "so", str(key)),
        ),
        slips(key, -key, p, 0, 2 * p**3, key - 1),
    )


def _draw_places(rng: Random) -> dict[str, object]:
    low, high = sorted(rng.sample(range(-6, 8), 2))
    return {"a": low, "b": high, "d": rng.randint(1, 9)}


@told_type(
    "constants-from-extremes",
    standard="[12미적Ⅰ-02-07]",
    ko="극값을 갖는 $x$의 값이 주어진 함수",
    en="constants of a function with given places of its extremes",
    draw=_draw_places,
    says={
        "ko": (
            "함수 $f(x)=x^3+px^2+qx+{d}$[이] $x={a}$에서 극댓값을 갖고, $x={b}$에서 극솟값을 가질 때, 상수 $p$, $q$에 대하여 $p+q$의 값을 구하시오.",
        ),
        "en": (
            "The function $f(x)=x^3+px^2+qx+{d}$ has a local maximum at $x={a}$ and a local minimum at $x={b}$. Find $p+q$.",
        ),
    },
)
def constants_from_extremes(d: int, a: int, b: int) -> Item:
    if a >= b or (a + b) % 2 or d < 1:
        raise ValueError("the maximum before the minimum, whole constants")
    p, q = -3 * (a + b) // 2, 3 * a * b
    key = p + q
    return Item(
        Model(
            Ask("value", of="p + q"),
            {"x": "real", "p": "real", "q": "real"},
            given=(
                f"diff(f(x), x, {a}) = 0",
                f"diff(f(x), x, {b}) = 0",
                f"diff(diff(f(x), x), x, {a}) < 0",
                f"diff(diff(f(x), x), x, {b}) > 0",
            ),
            define={"f(x)": f"x^3 + p*x^2 + q*x + {d}"},
        ),
        (str(key),),
        (
            Said(
                "극값을 갖는 두 점에서 미분계수가 0이어야 하므로",
                "the derivative is zero at both places",
                f"p = {p} and q = {q}",
            ),
            Said("따라서", "so", f"p + q = {key}"),
        ),
        slips(key, p - q, -p + q, -key, a + b + a * b, a * b - a - b),
    )
