"""Two kinds of coins from their number and their worth."""

from __future__ import annotations

from random import Random

from generation.symbolic.told import Item, Said, told_type, value

COINS = ((500, 100), (100, 50), (500, 50))


def draw(rng: Random) -> dict[str, object]:
    p, q = rng.choice(COINS)
    x, y = rng.randint(2, 14), rng.randint(2, 14)
    return {"p": p, "q": q, "n": x + y, "t": p * x + q * y}


@told_type(
    "coins",
    standard="[9수02-13]",
    ko="동전의 개수에 대한 연립방정식의 활용",
    en="coins",
    draw=draw,
    says={
        "ko": (
            "저금통에 {q}원짜리 동전과 {p}원짜리 동전이 합하여 {n}개 들어 있고, 그 금액은 모두 {t}원이다. "
            "{p}원짜리 동전의 개수를 구하시오.",
        ),
        "en": (
            "A box holds {n} coins of {q} won and {p} won, worth {t} won in all. How many {p} won coins are there?",
        ),
    },
)
def coins(p: int, q: int, n: int, t: int) -> Item:
    if not 0 < q < p or (t - q * n) % (p - q):
        raise ValueError("two coins")
    key = (t - q * n) // (p - q)
    if not 1 < key < n - 1:
        raise ValueError("some of each")
    wrong = {n - key, key + 1, key - 1, key + 2, n - key + 1} - {key}
    return Item(
        value("x", [f"x + y = {n}", f"{p}*x + {q}*y = {t}"], x="natural", y="natural"),
        (str(key),),
        (
            Said(f"${p}$원짜리를 $x$개, ${q}$원짜리를 $y$개라 하면", f"with $x$ coins of ${p}$ won and $y$ of ${q}$ won",
                 f"x + y = {n} and {p}x + {q}y = {t}"),
            Said("$y$를 없애면", "eliminate $y$", f"{p - q}x = {t - q * n}"),
            Said("따라서", "so", f"x = {key}"),
        ),
        tuple((str(w),) for w in sorted(wrong)),
        unit={"ko": "개", "en": "coins"},
    )  # fmt: skip
