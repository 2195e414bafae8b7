"""Roots and rational exponents [12대수01-01, 02, 03]."""

from __future__ import annotations

from fractions import Fraction

from generation.problem import Ask, Model
from generation.symbolic.told import Item, Said, as_text, slips, told_type, value

POWERS = {2: range(2, 9), 3: range(2, 6), 5: range(2, 5), 7: range(2, 4), 10: range(2, 5)}


def _small(base: int, exponent: Fraction | int) -> Fraction:
    """A power with a whole exponent. Raises ValueError where it is large or not whole."""
    whole = Fraction(exponent)
    if whole.denominator > 1 or abs(whole) > 9:
        raise ValueError("a small whole exponent")
    found = Fraction(base) ** int(whole)
    if max(found.numerator, found.denominator) > 2000:
        raise ValueError("a small power")
    return found


@told_type(
    "sum-of-roots",
    standard="[12대수01-01]",
    ko="거듭제곱근의 계산",
    en="roots of higher index",
    draw=lambda rng: {"a": rng.choice((8, 27, 64, 125)), "b": rng.choice((16, 81, 256, 625))},
    says={
        "ko": ("$\\sqrt[3]{{a}}+\\sqrt[4]{{b}}$의 값을 구하시오.",),
        "en": ("Find the value of $\\sqrt[3]{{a}}+\\sqrt[4]{{b}}$.",),
    },
)
def sum_of_roots(a: int, b: int) -> Item:
    first, second = round(a ** (1 / 3)), round(b ** (1 / 4))
    if first**3 != a or second**4 != b or min(first, second) < 2:
        raise ValueError("a cube and a fourth power")
    key = first + second
    return Item(
        value(f"root({a}, 3) + root({b}, 4)"),
        (str(key),),
        (
            Said(
                f"${a}={first}^3$, ${b}={second}^4$이므로",
                f"as ${a}={first}^3$ and ${b}={second}^4$",
                f"{first} + {second}",
            ),
            Said("따라서", "so", str(key)),
        ),
        slips(key, first * second, first + second**2, abs(first - second) or 1, key + 1, first**2 + second),
    )


@told_type(
    "product-of-roots",
    standard="[12대수01-01]",
    ko="거듭제곱근의 성질",
    en="product of roots",
    draw=lambda rng: (
        lambda p, n, k: {"n": n, "a": p**k, "b": p ** (n * rng.randint(1, 2) - k) if n > k else p ** (n + k)}
    )(rng.choice((2, 3, 5)), rng.choice((3, 4)), rng.randint(1, 2)),
    says={
        "ko": ("$\\sqrt[{n}]{{a}}\\times\\sqrt[{n}]{{b}}$의 값을 구하시오.",),
        "en": ("Find the value of $\\sqrt[{n}]{{a}}\\times\\sqrt[{n}]{{b}}$.",),
    },
)
def product_of_roots(n: int, a: int, b: int) -> Item:
    key = round((a * b) ** (1 / n))
    if n not in (3, 4, 5) or key**n != a * b or key < 2 or min(a, b) < 2 or round(a ** (1 / n)) ** n == a:
        raise ValueError("two roots with a whole product")
    return Item(
        value(f"root({a}, {n})*root({b}, {n})"),
        (str(key),),
        (
            Said("거듭제곱근의 성질에 의하여", "put both under one root", f"root({a * b}, {n})"),
            Said("따라서", "so", str(key)),
        ),
        slips(key, a * b, key * key, key + 1, a + b, key * n),
    )


@told_type(
    "rational-exponent-value",
    standard="[12대수01-02]",
    ko="유리수 지수",
    en="rational exponent",
    draw=lambda rng: (lambda p, n: {"a": p**n, "q": Fraction(rng.choice((-2, -1, 1, 2, 3)), n)})(
        rng.choice((2, 3, 4, 5)), rng.choice((2, 3, 4))
    ),
    says={
        "ko": ("${a}^{{q}}$의 값을 구하시오.",),
        "en": ("Find the value of ${a}^{{q}}$.",),
    },
)
def rational_exponent_value(a: int, q: Fraction) -> Item:
    if not isinstance(q, Fraction) or q.denominator == 1:
        raise ValueError("a fraction as exponent")
    n = q.denominator
    root = round(a ** (1 / n))
    if root**n != a or not 2 <= root <= 9:
        raise ValueError("a power")
    key = _small(root, q.numerator)
    return Item(
        value(f"{a}^({q})"),
        (as_text(key),),
        (
            Said(f"${a}={root}^{n}$이므로", f"as ${a}={root}^{n}$", f"{root}^({q.numerator})"),
            Said("따라서", "so", as_text(key)),
        ),
        slips(key, a * q, 1 / key, -key, Fraction(root * q.numerator), key + 1),
    )


@told_type(
    "rational-exponents-combined",
    standard="[12대수01-02]",
    ko="유리수 지수의 계산",
    en="calculation with rational exponents",
    draw=lambda rng: {
        "p": rng.choice((2, 3, 5)),
        "q": Fraction(rng.choice((1, 2, 4, 5)), 3),
        "r": Fraction(rng.choice((1, 2, 4, 5, 7)), 3),
    },
    says={
        "ko": ("${p}^{{q}}\\times {p}^{{r}}$의 값을 구하시오.",),
        "en": ("Find the value of ${p}^{{q}}\\times {p}^{{r}}$.",),
    },
)
def rational_exponents_combined(p: int, q: Fraction, r: Fraction) -> Item:
    if not isinstance(q, Fraction) or not isinstance(r, Fraction) or not 2 <= p <= 9:
        raise ValueError("two fractions as exponents")
    total = q + r
    key = _small(p, total)
    if q.denominator == 1 or total < 1:
        raise ValueError("a whole sum")
    return Item(
        value(f"{p}^({q})*{p}^({r})"),
        (as_text(key),),
        (
            Said("지수법칙에 의하여 지수를 더하면", "add the exponents", f"{p}^({q} + {r})"),
            Said("따라서", "so", as_text(key)),
        ),
        slips(key, p * total, key * p, key + p, key * key, (p * p) ** int(total) if total < 4 else key + 1),
    )


@told_type(
    "power-of-a-power",
    standard="[12대수01-03]",
    ko="지수법칙",
    en="laws of exponents",
    draw=lambda rng: (
        lambda n: {
            "p": rng.choice((2, 3, 5, 6, 7)),
            "q": Fraction(rng.choice((1, 2, 3, 4)), n),
            "k": n * rng.randint(1, 2),
        }
    )(rng.choice((2, 3, 4))),
    says={
        "ko": ("$({p}^{{q}})^{{k}}$의 값을 구하시오.",),
        "en": ("Find the value of $({p}^{{q}})^{{k}}$.",),
    },
)
def power_of_a_power(p: int, q: Fraction, k: int) -> Item:
    if not isinstance(q, Fraction) or q.denominator == 1 or not 2 <= k <= 12:
        raise ValueError("a fraction and a whole exponent")
    key = _small(p, q * k)
    if key < 2:
        raise ValueError("a power")
    return Item(
        value(f"({p}^({q}))^{k}"),
        (as_text(key),),
        (
            Said("지수법칙에 의하여 지수를 곱하면", "multiply the exponents", f"{p}^({q}*{k})"),
            Said("따라서", "so", as_text(key)),
        ),
        slips(key, p * q * k, key * p, key + p, p**k if p**k < 3000 else key + 1, key - 1),
    )


@told_type(
    "sum-of-inverse-powers",
    standard="[12대수01-03]",
    ko="곱셈 공식과 지수법칙",
    en="powers and identities",
    draw=lambda rng: {"s": rng.randint(3, 12)},
    says={
        "ko": ("양수 $a$에 대하여 $a+a^{-1}={s}$일 때, $a^2+a^{-2}$의 값을 구하시오.",),
        "en": ("The positive number $a$ satisfies $a+a^{-1}={s}$. Find $a^2+a^{-2}$.",),
    },
)
def sum_of_inverse_powers(s: int) -> Item:
    if not 3 <= s <= 40:
        raise ValueError("a sum above two")
    key = s * s - 2
    return Item(
        Model(Ask("value", of="a^2 + a^(-2)"), {"a": "positive"}, given=(f"a + a^(-1) = {s}",)),
        (str(key),),
        (
            Said("양변을 제곱하여 정리하면", "square both sides", f"{s}^2 - 2"),
            Said("따라서", "so", str(key)),
        ),
        slips(key, s * s, s * s + 2, 2 * s, s * s - 1, s - 2),
    )
