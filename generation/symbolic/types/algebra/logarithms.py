"""Logarithms, logarithmic equations and inequalities [12대수01-04, 05, 08]."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from generation.expression.tree import Expr
from generation.symbolic.building import linear
from generation.symbolic.told import (
    Item,
    Said,
    Slot,
    as_text,
    decimal_text,
    rational,
    slips,
    solve,
    text,
    told_type,
    value,
)
from generation.symbolic.types.common_2.functions import line_of


def _exponent(base: int, power: int) -> int:
    found = next((k for k in range(1, 15) if base**k == power), None)
    if found is None or base < 2:
        raise ValueError("a power of the base")
    return found


@told_type(
    "sum-of-logarithms",
    standard="[12대수01-04]",
    ko="로그의 성질",
    en="sum of logarithms",
    draw=lambda rng: (
        lambda p, k: (lambda d: {"p": p, "a": d, "b": p**k // d})(
            rng.choice([d for d in range(2, p**k) if p**k % d == 0] or [1])
        )
    )(rng.choice((6, 10, 12, 15)), rng.choice((1, 2))),
    says={
        "ko": ("$\\log_{{p}} {a}+\\log_{{p}} {b}$의 값을 구하시오.",),
        "en": ("Find the value of $\\log_{{p}} {a}+\\log_{{p}} {b}$.",),
    },
)
def sum_of_logarithms(p: int, a: int, b: int) -> Item:
    if min(a, b) < 2 or a == b or any(p**k in (a, b) for k in range(1, 5)):
        raise ValueError("two numbers whose product is a power")
    key = _exponent(p, a * b)
    return Item(
        value(f"log({a}, {p}) + log({b}, {p})"),
        (str(key),),
        (
            Said("로그의 성질에 의하여", "put both into one logarithm", f"log({a * b}, {p})"),
            Said("따라서", "so", str(key)),
        ),
        slips(key, a + b, key + 1, a * b, 2 * key, Fraction(a + b, p)),
    )


@told_type(
    "difference-of-logarithms",
    standard="[12대수01-04]",
    ko="로그의 뺄셈",
    en="difference of logarithms",
    draw=lambda rng: (lambda p, k, b: {"p": p, "a": b * p**k, "b": b})(
        rng.choice((2, 3, 5)), rng.randint(1, 3), rng.choice((5, 6, 7, 10, 11, 13, 14))
    ),
    says={
        "ko": ("$\\log_{{p}} {a}-\\log_{{p}} {b}$의 값을 구하시오.",),
        "en": ("Find the value of $\\log_{{p}} {a}-\\log_{{p}} {b}$.",),
    },
)
def difference_of_logarithms(p: int, a: int, b: int) -> Item:
    if b < 2 or a % b or a == b or any(p**k == b for k in range(1, 8)):
        raise ValueError("two numbers whose quotient is a power")
    key = _exponent(p, a // b)
    return Item(
        value(f"log({a}, {p}) - log({b}, {p})"),
        (str(key),),
        (
            Said("로그의 성질에 의하여", "put both into one logarithm", f"log({a // b}, {p})"),
            Said("따라서", "so", str(key)),
        ),
        slips(key, a - b, a // b, key + 1, key + 2, -key),
    )


@told_type(
    "change-of-base",
    standard="[12대수01-04]",
    ko="로그의 밑의 변환",
    en="change of base",
    draw=lambda rng: (lambda p, m, n: {"a": p**m, "b": p**n})(
        rng.choice((2, 3, 5)), rng.randint(2, 4), rng.randint(2, 6)
    ),
    says={
        "ko": ("$\\log_{{a}} {b}$의 값을 구하시오.",),
        "en": ("Find the value of $\\log_{{a}} {b}$.",),
    },
)
def change_of_base(a: int, b: int) -> Item:
    base = next((p for p in (2, 3, 5, 7) if any(p**k == a for k in range(2, 8))), None)
    if base is None or a == b or max(a, b) > 5000:
        raise ValueError("two powers of one base")
    m, n = _exponent(base, a), _exponent(base, b)
    key = Fraction(n, m)
    return Item(
        value(f"log({b}, {a})"),
        (as_text(key),),
        (
            Said(
                f"${a}={base}^{m}$, ${b}={base}^{n}$이므로",
                f"as ${a}={base}^{m}$ and ${b}={base}^{n}$",
                f"log({b}, {base})/log({a}, {base})",
            ),
            Said("따라서", "so", as_text(key)),
        ),
        slips(key, Fraction(m, n), n - m, Fraction(b, a), n, m * n),
    )


TABLE = {
    "1.56": "0.1931", "2.34": "0.3692", "2.73": "0.4362", "3.45": "0.5378", "4.12": "0.6149", "5.67": "0.7536",
    "6.28": "0.7980", "7.85": "0.8949",
}  # fmt: skip
"""Common logarithms to four digits, as tables print them."""


def _from_table(rng: Random) -> dict[str, object]:
    number = rng.choice(tuple(TABLE))
    return {"a": number, "t": TABLE[number], "n": int(Fraction(number) * 10 ** rng.randint(2, 5))}


@told_type(
    "common-logarithm-from-table",
    standard="[12대수01-05]",
    ko="상용로그의 값",
    en="common logarithm from a table",
    draw=_from_table,
    says={
        "ko": ("$\\log {a}={t}$일 때, $\\log {n}$의 값을 구하시오.",),
        "en": ("Given $\\log {a}={t}$, find $\\log {n}$.",),
    },
)
def common_logarithm_from_table(a: Slot, t: Slot, n: int) -> Item:
    number, share = rational(a), rational(t)
    shift = next((k for k in range(1, 6) if number * 10**k == n), None)
    if shift is None or not 1 <= number < 10 or not 0 < share < 1:
        raise ValueError("the same digits")
    key = share + shift
    wrong = dict.fromkeys((share + shift - 1, share + shift + 1, shift - share, share * 10, share * shift))
    first = decimal_text(number)
    return Item(
        value(f"log({n}) - log({first}) + p", [f"p = {decimal_text(share)}"], p="real"),
        (decimal_text(key),),
        (
            Said(f"$\\log {n}=\\log({first}\\times 10^{shift})$이므로", f"$\\log {n}=\\log({first}\\times 10^{shift})$",
                 f"{decimal_text(share)} + {shift}"),
            Said("따라서", "so", decimal_text(key)),
        ),
        tuple((decimal_text(w),) for w in wrong if w != key),
    )  # fmt: skip


@told_type(
    "common-logarithm-of-product",
    standard="[12대수01-05]",
    ko="상용로그의 계산",
    en="common logarithm of a product",
    draw=lambda rng: {"n": 2 ** rng.randint(1, 5) * 3 ** rng.randint(1, 3)},
    says={
        "ko": ("$\\log 2=0.3010$, $\\log 3=0.4771$일 때, $\\log {n}$의 값을 구하시오.",),
        "en": ("Given $\\log 2=0.3010$ and $\\log 3=0.4771$, find $\\log {n}$.",),
    },
)
def common_logarithm_of_product(n: int) -> Item:
    rest, m, k = n, 0, 0
    while rest % 2 == 0 and rest > 1:
        rest, m = rest // 2, m + 1
    while rest % 3 == 0 and rest > 1:
        rest, k = rest // 3, k + 1
    if rest != 1 or not m or not k or n > 1000:
        raise ValueError("a product of powers of 2 and 3")
    two, three = Fraction("0.3010"), Fraction("0.4771")
    key = m * two + k * three
    wrong = dict.fromkeys((k * two + m * three, two * three, two**m * three**k, key + two, key + three, two + three))
    factors = f"2^{m}*3^{k}" if m > 1 or k > 1 else "2*3"
    return Item(
        value(
            f"log({n}) - {m}*log(2) - {k}*log(3) + {m}*p + {k}*q", ["p = 0.3010", "q = 0.4771"], p="real", q="real"
        ),
        (decimal_text(key),),
        (
            Said(f"${n}={factors.replace('*', chr(92) + 'times ')}$이므로", f"as ${n}={factors.replace('*', chr(92) + 'times ')}$",
                 f"{m}*0.3010 + {k}*0.4771"),
            Said("따라서", "so", decimal_text(key)),
        ),
        tuple((decimal_text(w),) for w in wrong if w != key and (w * 10**6).denominator == 1),
    )  # fmt: skip


@told_type(
    "logarithmic-equation",
    standard="[12대수01-08]",
    ko="로그방정식",
    en="logarithmic equation",
    draw=lambda rng: (lambda p, k, a, x: {"p": p, "f": linear(a, "x", p**k - a * x), "k": k})(
        rng.choice((2, 3, 5)), rng.randint(1, 4), rng.randint(1, 3), rng.randint(1, 12)
    ),
    says={
        "ko": ("방정식 $\\log_{{p}} ({f})={k}$[을] 푸시오.", "로그방정식 $\\log_{{p}} ({f})={k}$[을] 푸시오."),
        "en": ("Solve the equation $\\log_{{p}} ({f})={k}$.",),
    },
)
def logarithmic_equation(p: int, f: Expr, k: int) -> Item:
    a, b = line_of(f)
    if not 2 <= p <= 10 or not 1 <= k <= 5 or p**k > 1000 or not b:
        raise ValueError("a small power")
    key = Fraction(p**k - b, a)
    if key.denominator > 1:
        raise ValueError("a whole solution")
    return Item(
        solve([f"log({text(f)}, {p}) = {k}"], "x"),
        (as_text(key),),
        (
            Said("로그의 뜻에 따라", "by the meaning of the logarithm", f"{text(f)} = {p}^{k}"),
            Said("따라서", "so", f"x = {as_text(key)}"),
        ),
        slips(key, Fraction(k * p - b, a), Fraction(k**p - b, a), Fraction(p**k + b, a), key + 1, key - 1)[:4],
    )


@told_type(
    "logarithmic-inequality",
    standard="[12대수01-08]",
    ko="로그부등식",
    en="logarithmic inequality",
    draw=lambda rng: {"p": rng.choice((2, 3, 5)), "b": rng.randint(1, 9), "k": rng.randint(1, 3)},
    says={
        "ko": ("부등식 $\\log_{{p}} (x-{b})<{k}$[을] 푸시오.", "로그부등식 $\\log_{{p}} (x-{b})<{k}$[을] 푸시오."),
        "en": ("Solve the inequality $\\log_{{p}} (x-{b})<{k}$.",),
    },
)
def logarithmic_inequality(p: int, b: int, k: int) -> Item:
    if not 2 <= p <= 10 or b < 1 or not 1 <= k <= 4:
        raise ValueError("a small power")
    end = p**k + b
    key = f"{b} < x < {end}"
    wrong = (
        f"x < {end}",
        f"{b} < x < {p * k + b}" if p * k != p**k else f"{b} <= x < {end}",
        f"x > {end}",
        f"0 < x < {end}",
        f"{b} < x <= {end}",
    )
    return Item(
        solve([f"log(x - {b}, {p}) < {k}"], "x"),
        (key,),
        (
            Said(f"진수의 조건에서 $x>{b}$", f"what stands in the logarithm is positive: $x>{b}$"),
            Said(f"밑 ${p}$[이] 1보다 크므로", f"as the base ${p}$ is larger than 1", f"{b} < x < {p}^{k} + {b}"),
            Said("따라서", "so", key),
        ),
        tuple((w,) for w in dict.fromkeys(wrong) if w != key),
    )
