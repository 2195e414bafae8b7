"""The exponents in a factorization that is given with letters."""

from __future__ import annotations

from random import Random

from generation.expression.tree import Node
from generation.symbolic.told import Item, Said, text, told_type, value
from generation.symbolic.types.middle_numbers.whole_numbers import power_text, prime_powers, whole


def draw(rng: Random) -> dict[str, object]:
    first, second, rest = rng.choice(((2, 3, 1), (2, 3, 5), (2, 5, 1), (2, 3, 7), (3, 5, 1), (2, 5, 7), (3, 5, 2)))
    n = first ** rng.randint(2, 5) * second ** rng.randint(2, 3) * rest
    return {"n": n, "f": f"{first}^a*{second}^b" + (f"*{rest}" if rest > 1 else "")}


@told_type(
    "exponents-of-primes",
    standard="[9수01-01]",
    ko="소인수분해의 지수",
    en="exponents of a prime factorization",
    draw=draw,
    says={
        "ko": (
            "{n}[을] 소인수분해하면 {f}이다. 자연수 $a$, $b$에 대하여 $a+b$의 값을 구하시오.",
            "${n}={f}$일 때, 자연수 $a$, $b$에 대하여 $a+b$의 값을 구하시오.",
        ),
        "en": ("The prime factorization of {n} is {f} with natural numbers $a$ and $b$. Find $a+b$.",),
    },
)
def exponents_of_primes(n: int, f: Node) -> Item:
    powers = prime_powers(whole(n, 12, 20_000))
    letters = {
        p: letter
        for letter in "ab"
        for p in powers
        if text(f).startswith(f"{p}^{letter}") or f"*{p}^{letter}" in text(f)
    }
    rest = {p: k for p, k in powers.items() if p not in letters}
    if sorted(letters.values()) != ["a", "b"] or text(f) != "*".join(
        [*(f"{p}^{letter}" for p, letter in letters.items()), *([power_text(rest)] if rest else [])]
    ):
        raise ValueError("two primes with letters as exponents")
    found = {letter: powers[p] for p, letter in letters.items()}
    key = sum(found.values())
    given = f"{text(f)} = {n}"
    return Item(
        value("a + b", [given], a="natural", b="natural"),
        (str(key),),
        (
            Said(f"${n}$[을] 소인수분해하면", f"the factorization of ${n}$", f"{n} = {power_text(powers)}"),
            Said("지수를 비교하면", "compare the exponents", f"a = {found['a']} and b = {found['b']}"),
            Said("따라서", "so", f"a + b = {key}"),
        ),
        tuple((str(w),) for w in sorted({key + 1, key - 1, found["a"] * found["b"], key + len(rest)} - {key})),
    )
