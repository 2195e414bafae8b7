"""Sequences given by their first terms [12대수03-02]."""

from __future__ import annotations

from generation.symbolic.building import nonzero
from generation.symbolic.told import Item, Said, slips, told_type, value
from generation.symbolic.types.algebra.sequences import signed


@told_type(
    "term-of-listed-arithmetic-sequence",
    standard="[12대수03-02]",
    ko="나열된 등차수열의 항",
    en="term of a listed arithmetic sequence",
    draw=lambda rng: (lambda a, d, k: {"a": a, "b": a + d, "c": a + 2 * d, "k": k})(
        nonzero(rng, -9, 15), nonzero(rng, -7, 8, avoid=(1, -1)), rng.randint(8, 30)
    ),
    says={
        "ko": ("등차수열 ${a}, {b}, {c}, \\cdots$의 제{k}항을 구하시오.",),
        "en": ("Find term number {k} of the arithmetic sequence ${a}, {b}, {c}, \\cdots$.",),
    },
    reads=(
        "등차수열 ${a}, {b}, {c}, {e}, \\cdots$의 제{k}항을 구하시오.",
        "수열 ${a}, {b}, {c}, \\cdots$이 등차수열일 때, 제{k}항을 구하시오.",
    ),
)
def term_of_listed_arithmetic_sequence(a: int, b: int, c: int, k: int, e: int | None = None) -> Item:
    d = b - a
    if c - b != d or abs(d) < 2 or k < 5 or (e is not None and e != c + d):
        raise ValueError("an arithmetic sequence")
    key = a + (k - 1) * d
    return Item(
        value(f"{a} + ({k} - 1)*({b} - {signed(a)})"),
        (str(key),),
        (
            Said(f"공차는 ${b}-{signed(a)}={d}$이므로", f"the common difference is ${b}-{signed(a)}={d}$",
                 f"{a} + ({k} - 1)*{signed(d)}"),
            Said("따라서", "so", str(key)),
        ),
        slips(key, a + k * d, a + (k - 2) * d, k * d, (a + d) * (k - 1), a - (k - 1) * d),
    )  # fmt: skip
