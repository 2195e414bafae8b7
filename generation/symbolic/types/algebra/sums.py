"""Sums with the sign Σ [12대수03-04, 05]."""

from __future__ import annotations

from fractions import Fraction

from generation.expression.exact import exact
from generation.expression.tree import Expr
from generation.problem import Ask, Model
from generation.symbolic.building import linear, nonzero
from generation.symbolic.told import Item, Said, as_text, placed, slips, text, told_type, value
from generation.symbolic.types.algebra.sequences import signed


@told_type(
    "sigma-of-linear",
    standard="[12대수03-04]",
    ko="시그마의 계산",
    en="sum with sigma",
    draw=lambda rng: {"f": linear(rng.randint(2, 6), "k", nonzero(rng, -7, 7)), "n": rng.randint(5, 20)},
    says={
        "ko": ("$\\sum_{k=1}^{{n}} ({f})$의 값을 구하시오.",),
        "en": ("Find the value of $\\sum_{k=1}^{{n}} ({f})$.",),
    },
)
def sigma_of_linear(n: int, f: Expr) -> Item:
    values = [exact(placed(f, k=k)).rational() for k in range(1, n + 1)] if 3 <= n <= 40 else []
    if not values or any(v is None or v.denominator > 1 for v in values):
        raise ValueError("a linear term")
    whole = [int(v) for v in values if v is not None]
    key = sum(whole)
    a, b = whole[1] - whole[0], 2 * whole[0] - whole[1]
    if not a or not b or whole != [a * k + b for k in range(1, n + 1)]:
        raise ValueError("a linear term")
    return Item(
        value(f"sum({text(f)}, k, 1, {n})"),
        (str(key),),
        (
            Said("시그마의 성질에 의하여 나누어 계산하면", "split the sum", f"{a}*{n}*({n} + 1)/2 + {signed(b)}*{n}"),
            Said("따라서", "so", str(key)),
        ),
        slips(key, key - b * n + b, a * n + b, whole[-1], Fraction(a * n * (n - 1), 2) + b * n, key + n),
    )


@told_type(
    "sigma-of-square",
    standard="[12대수03-04]",
    ko="자연수의 거듭제곱의 합",
    en="sum of squares",
    draw=lambda rng: {"n": rng.randint(4, 12), "b": rng.randint(1, 9)},
    says={
        "ko": ("$\\sum_{k=1}^{{n}} (k^2+{b})$의 값을 구하시오.",),
        "en": ("Find the value of $\\sum_{k=1}^{{n}} (k^2+{b})$.",),
    },
)
def sigma_of_square(n: int, b: int) -> Item:
    if not 3 <= n <= 20 or b < 1:
        raise ValueError("a few terms")
    squares = sum(k * k for k in range(1, n + 1))
    key = squares + b * n
    return Item(
        value(f"sum(k^2 + {b}, k, 1, {n})"),
        (str(key),),
        (
            Said(
                "자연수의 제곱의 합의 공식에 의하여",
                "by the formula for squares",
                f"{n}*({n} + 1)*(2*{n} + 1)/6 + {b}*{n}",
            ),
            Said("따라서", "so", str(key)),
        ),
        slips(key, squares + b, squares, (n * (n + 1) // 2) ** 2 + b * n, n * n + b, key + n),
    )


@told_type(
    "telescoping-sum",
    standard="[12대수03-05]",
    ko="분수 꼴인 수열의 합",
    en="telescoping sum",
    draw=lambda rng: {"n": rng.randint(4, 30), "c": rng.randint(1, 3)},
    says={
        "ko": ("$\\sum_{k=1}^{{n}} \\frac{1}{k(k+{c})}$의 값을 구하시오.",),
        "en": ("Find the value of $\\sum_{k=1}^{{n}} \\frac{1}{k(k+{c})}$.",),
    },
)
def telescoping_sum(n: int, c: int) -> Item:
    if not 3 <= n <= 40 or not 1 <= c <= 2:
        raise ValueError("a few terms")
    key = sum((Fraction(1, k * (k + c)) for k in range(1, n + 1)), Fraction(0))
    ends = " + ".join(f"1/{k}" for k in range(1, c + 1))
    tails = " - ".join(f"1/{n + k}" for k in range(1, c + 1))
    front = f"1/{c}*" if c > 1 else ""
    return Item(
        value(f"sum(1/(k*(k + {c})), k, 1, {n})"),
        (as_text(key),),
        (
            Said("부분분수로 나누어 더하면", "split into partial fractions", f"{front}({ends} - {tails})"),
            Said("따라서", "so", as_text(key)),
        ),
        slips(
            key,
            1 - Fraction(1, n),
            1 + Fraction(1, n + c),
            Fraction(n, n + c) / c,
            Fraction(1, n * (n + c)),
            key * c if c > 1 else 1 - key,
        ),
    )


@told_type(
    "sum-of-products",
    standard="[12대수03-05]",
    ko="곱으로 된 수열의 합",
    en="sum of products",
    draw=lambda rng: {"n": rng.randint(4, 15), "c": rng.randint(1, 5)},
    says={
        "ko": ("수열의 일반항이 $a_n=n(n+{c})$일 때, 첫째항부터 제{n}항까지의 합을 구하시오.",),
        "en": ("The general term of a sequence is $a_n=n(n+{c})$. Find the sum of its first {n} terms.",),
    },
)
def sum_of_products(c: int, n: int) -> Item:
    if not 3 <= n <= 30 or c < 1:
        raise ValueError("a few terms")
    key = sum(k * (k + c) for k in range(1, n + 1))
    squares, total = n * (n + 1) * (2 * n + 1) // 6, n * (n + 1) // 2
    return Item(
        Model(Ask("value", of=f"sum(a(k), k, 1, {n})"), {"n": "natural"}, define={"a(n)": f"n*(n + {c})"}),
        (str(key),),
        (
            Said("전개하여 나누어 더하면", "multiply out and split the sum", f"{squares} + {c}*{total}"),
            Said("따라서", "so", str(key)),
        ),
        slips(key, squares + c, n * (n + c), squares * total, squares + c * n, total * (total + c)),
    )
