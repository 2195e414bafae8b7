"""Functions in pieces that have a derivative [12미적Ⅰ-02-02]."""

from __future__ import annotations

from generation.problem import Ask, Model
from generation.symbolic.told import Item, Said, slips, told_type


@told_type(
    "constants-for-differentiability",
    standard="[12미적Ⅰ-02-02]",
    ko="미분가능할 조건",
    en="constants that make a function differentiable",
    draw=lambda rng: {"a": rng.randint(1, 9), "m": rng.randint(2, 15)},
    says={
        "ko": (
            "함수 $f(x)$가 $x<{a}$일 때 $f(x)={m}x^2$, $x\\ge {a}$일 때 $f(x)=px+q$이다. $f(x)$가 $x={a}$에서 미분가능할 때, 상수 $p$, $q$에 대하여 $p+q$의 "
            "값을 구하시오.",
        ),
        "en": (
            "Let $f(x)={m}x^2$ for $x<{a}$ and $f(x)=px+q$ for $x\\ge {a}$. The function is differentiable at $x={a}$. Find $p+q$.",
        ),
    },
)
def constants_for_differentiability(m: int, a: int) -> Item:
    if m < 2 or a < 1 or a == 2:
        raise ValueError("two pieces")
    p, q = 2 * m * a, -m * a * a
    key = p + q
    return Item(
        Model(
            Ask("value", of="p + q"),
            {"x": "real", "p": "real", "q": "real"},
            given=(f"g({a}) = h({a})", f"diff(g(x), x, {a}) = diff(h(x), x, {a})"),
            define={"g(x)": f"{m}*x^2", "h(x)": "p*x + q"},
        ),
        (str(key),),
        (
            Said("연속이고 미분계수가 같아야 하므로", "both values and both derivatives agree", f"p = {p} and q = {q}"),
            Said("따라서", "so", f"p + q = {key}"),
        ),
        slips(key, p - q, -key, m * a * a, m * a + q, p),
    )


@told_type(
    "constant-of-smooth-pieces",
    standard="[12미적Ⅰ-02-02]",
    ko="미분가능한 함수의 상수",
    en="constant of a differentiable function in pieces",
    draw=lambda rng: {"a": rng.randint(1, 6), "b": rng.randint(1, 25)},
    says={
        "ko": (
            "함수 $f(x)$가 $x<{a}$일 때 $f(x)=x^3+{b}$, $x\\ge {a}$일 때 $f(x)=px+q$이다. $f(x)$가 모든 실수 $x$에서 미분가능할 때, 상수 $q$의 값을 구하시오.",
        ),
        "en": (
            "Let $f(x)=x^3+{b}$ for $x<{a}$ and $f(x)=px+q$ for $x\\ge {a}$. The function is differentiable everywhere. Find $q$.",
        ),
    },
)
def constant_of_smooth_pieces(b: int, a: int) -> Item:
    if a < 1 or b < 1:
        raise ValueError("two pieces")
    key = a**3 + b - 3 * a**3
    return Item(
        Model(
            Ask("value", of="q"),
            {"x": "real", "p": "real", "q": "real"},
            given=(f"g({a}) = h({a})", f"diff(g(x), x, {a}) = diff(h(x), x, {a})"),
            define={"g(x)": f"x^3 + {b}", "h(x)": "p*x + q"},
        ),
        (str(key),),
        (
            Said("미분계수가 같아야 하므로", "the derivatives agree", f"p = {3 * a * a}"),
            Said("두 함숫값도 같아야 하므로", "the values agree as well", f"q = {key}"),
        ),
        slips(key, -key, a**3 + b, 3 * a * a, b - a**3, key + b),
    )
