"""Linear inequalities in everyday words: how many at most, when one offer is the better one [9수02-12]."""

from __future__ import annotations

from random import Random

from generation.problem import Ask, Model
from generation.symbolic.told import Item, Said, slips, told_type
from generation.symbolic.wordings import wordings

STANDARD = "[9수02-12]"


@told_type(
    "most-for-money",
    standard=STANDARD,
    ko="최대 개수",
    en="most for the money",
    draw=lambda rng: {"p": 50 * rng.randint(6, 40), "t": 500 * rng.randint(10, 80)},
    says={
        "ko": ("한 자루에 {p}원인 볼펜을 {t}원으로 최대 몇 자루까지 살 수 있는지 구하시오.",),
        "en": ("What is the greatest number of pens at {p} won each that {t} won will buy?",),
    },
    reads=tuple(
        text
        for thing, counter in (
            ("볼펜", "자루"),
            ("연필", "자루"),
            ("공책", "권"),
            ("빵", "개"),
            ("사과", "개"),
            ("아이스크림", "개"),
        )
        for text in wordings(
            f"한 {counter}에 {{p}}원인 {thing}을 <사는데 |사려고 한다. |>{{t}}원으로 <최대 |>몇 {counter}까지 살 수 있는지 구하시오.",
            f"{{t}}원으로 한 {counter}에 {{p}}원인 {thing}을 <최대 |>몇 {counter}까지 살 수 있는지 구하시오.",
        )
    ),
)
def most_for_money(p: int, t: int) -> Item:
    key = t // p
    if not 3 <= key <= 60 or t % p == 0:
        raise ValueError("a number of pens")
    return Item(
        Model(Ask("extremum", of="x", sense="max"), {"x": "natural"}, given=(f"{p}*x <= {t}",)),
        (str(key),),
        (
            Said("볼펜의 개수를 $x$라 하면", "let $x$ be the number of pens", f"{p}x <= {t}"),
            Said("부등식을 만족하는 가장 큰 자연수는", "the greatest natural number of these is", str(key)),
        ),
        slips(key, key + 1, key - 1, key + 2, key - 2, fits=lambda n: n > 0),
        unit={"ko": "자루", "en": "pens"},
    )


def _offers(rng: Random) -> dict[str, object]:
    a = 100 * rng.randint(6, 30)
    return {"a": a, "b": a - 100 * rng.randint(1, 5), "c": 100 * rng.randint(8, 50)}


@told_type(
    "things-for-the-cheaper-shop",
    standard=STANDARD,
    ko="유리한 방법",
    en="when the cheaper shop pays",
    draw=_offers,
    says={
        "ko": (
            "동네 문구점에서 한 권에 {a}원인 공책이 할인점에서는 {b}원이다. 할인점에 다녀오는 데 왕복 교통비가 {c}원이 들 때, "
            "할인점에서 사는 것이 유리하려면 공책을 최소 몇 권 사야 하는지 구하시오.",
        ),
        "en": (
            "A notebook costs {a} won in a shop nearby and {b} won in a store that one reaches for a fare of {c} won. "
            "What is the least number of notebooks for which the store is cheaper?",
        ),
    },
    reads=wordings(
        "<동네 문구점|집 앞 문구점|학교 앞 문구점|집 근처 문구점>에서 한 권에 {a}원인 공책이 <할인점|할인 매장|도매점|대형 할인점>에서는 {b}원이다. "
        "<할인점|할인 매장|도매점|대형 할인점>에 다녀오는 데 <왕복 교통비가|교통비가> {c}원이 <들 때,|든다고 할 때,|든다.> "
        "<공책을 |>몇 권 이상 <살 경우|사는 경우|사야> <할인점|할인 매장|도매점|대형 할인점>에서 사는 것이 유리한지 구하시오.",
    ),
)
def things_for_the_cheaper_shop(a: int, b: int, c: int) -> Item:
    if not 0 < b < a or c <= 0:
        raise ValueError("a cheaper store")
    key = c // (a - b) + 1
    if not 3 <= key <= 60:
        raise ValueError("some notebooks")
    return Item(
        Model(Ask("extremum", of="x", sense="min"), {"x": "natural"}, given=(f"{a}*x > {b}*x + {c}",)),
        (str(key),),
        (
            Said("공책을 $x$권 산다고 하면", "with $x$ notebooks", f"{a}x > {b}x + {c}"),
            Said("이항하여 정리하면", "collect", f"{a - b}*x > {c}"),
            Said("부등식을 만족하는 가장 작은 자연수는", "the least natural number of these is", str(key)),
        ),
        slips(key, key - 1, key + 1, key - 2, key + 2, fits=lambda n: n > 0),
        unit={"ko": "권", "en": "notebooks"},
    )


def _savings(rng: Random) -> dict[str, object]:
    p = 1000 * rng.randint(1, 5)
    b = 1000 * rng.randint(5, 40)
    return {"a": b + 1000 * rng.randint(5, 40), "b": b, "p": p, "q": p + 1000 * rng.randint(1, 4)}


@told_type(
    "months-until-more-savings",
    standard=STANDARD,
    ko="예금액에 대한 일차부등식의 활용",
    en="savings",
    draw=_savings,
    says={
        "ko": (
            "현재 형의 예금액은 {a}원, 동생의 예금액은 {b}원이다. 매달 형은 {p}원씩, 동생은 {q}원씩 예금할 때, "
            "동생의 예금액이 형의 예금액보다 많아지는 것은 최소 몇 개월 후인지 구하시오.",
        ),
        "en": (
            "A brother has {a} won and his sister {b} won. Each month he saves {p} won and she saves {q} won. "
            "What is the least number of months after which she has more than he has?",
        ),
    },
    reads=wordings(
        "현재 <형의|언니의> <예금액은|통장에는> {a}원, 동생의 예금액은 {b}원이다. <매달|매월|다음 달부터 매달> <형은|언니는> {p}원<씩|>, 동생은 {q}원씩 "
        "<예금할 때,|예금한다면|예금한다고 할 때,> 동생의 예금액이 <형의|언니의> 예금액보다 많아지는 것은 몇 개월 후부터인지 구하시오.",
    ),
)
def months_until_more_savings(a: int, b: int, p: int, q: int) -> Item:
    if not 0 < p < q or not 0 < b < a:
        raise ValueError("savings that are overtaken")
    key = (a - b) // (q - p) + 1
    if not 3 <= key <= 60:
        raise ValueError("some months")
    return Item(
        Model(Ask("extremum", of="x", sense="min"), {"x": "natural"}, given=(f"{b} + {q}*x > {a} + {p}*x",)),
        (str(key),),
        (
            Said("$x$개월 후의 예금액을 비교하면", "compare the savings after $x$ months", f"{b} + {q}x > {a} + {p}x"),
            Said("이항하여 정리하면", "collect", f"{q - p}*x > {a - b}"),
            Said("부등식을 만족하는 가장 작은 자연수는", "the least natural number of these is", str(key)),
        ),
        slips(key, key - 1, key + 1, key - 2, key + 2, fits=lambda n: n > 0),
        unit={"ko": "개월", "en": "months"},
    )
