"""Two kinds of things from their number and their price, legs or points [9수02-13]."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random

from generation.problem import Language
from generation.symbolic.told import Item, Said, slips, told_type, value
from generation.symbolic.wordings import wordings

STANDARD = "[9수02-13]"


def _prices(rng: Random) -> dict[str, object]:
    p, q = (100 * n for n in rng.sample(range(3, 21), 2))
    x, y = rng.sample(range(2, 13), 2)
    return {"p": p, "q": q, "n": x + y, "t": p * x + q * y}


def _points(rng: Random) -> dict[str, object]:
    p = rng.choice((2, 3, 4, 5))
    x, y = rng.sample(range(3, 19), 2)
    return {"p": p, "q": p + 1, "n": x + y, "t": p * x + (p + 1) * y}


def _two_kinds(
    p: int, q: int, n: int, t: int, asked: int, names: tuple[str, str], unit: Mapping[Language, str]
) -> Item:
    """The item of ``x + y = n`` and ``px + qy = t``; ``asked`` is 0 for x, 1 for y."""
    if p == q or min(p, q, n, t) <= 0 or (t - p * n) % (q - p):
        raise ValueError("two kinds")
    second = (t - p * n) // (q - p)
    numbers = (n - second, second)
    if min(numbers) < 1 or numbers[0] == second:
        raise ValueError("some of each")
    name, key = "xy"[asked], numbers[asked]
    first, other = names
    rest, left = "yx"[asked], (t - p * n if asked == 0 else t - q * n)
    return Item(
        value(name, [f"x + y = {n}", f"{p}*x + {q}*y = {t}"], x="natural", y="natural"),
        (str(key),),
        (
            Said(f"{first}의 수를 $x$, {other}의 수를 $y$라 하면", "let $x$ and $y$ be the two numbers",
                 f"x + y = {n} and {p}x + {q}y = {t}"),
            Said(f"${name}$[을] 없애면", f"eliminate ${name}$",
                 f"{abs(q - p)}*{rest} = {abs(left)}" if abs(q - p) > 1 else None),
            Said(f"${rest}$의 값은", f"find ${rest}$", f"{rest} = {numbers[1 - asked]}"),
            Said("전체에서 빼면", "take it from all of them", f"{n} - {numbers[1 - asked]}"),
            Said("따라서", "so", str(key)),
        ),
        slips(key, numbers[1 - asked], key + 1, key - 1, key + 2, n // 2, fits=lambda k: 0 < k < n),
        unit=unit,
    )  # fmt: skip


_BOUGHT = (
    "<합하여|모두> {n}개<를|> <사고 {t}원을 냈다.|사고 {t}원을 지불하였다.|샀더니 {t}원이었다.|사고 {t}원을 냈을 때,> "
)
for _id, _ko, _en, _asked in (("apples", "사과", "apples", 0), ("pears", "배", "pears", 1)):

    def _build(p: int, q: int, n: int, t: int, _asked: int = _asked, _en: str = _en) -> Item:
        return _two_kinds(p, q, n, t, _asked, ("사과", "배"), {"ko": "개", "en": _en})

    told_type(
        f"number-of-{_id}",
        standard=STANDARD,
        ko="가격과 개수에 대한 연립방정식의 활용",
        en="prices of two kinds",
        draw=_prices,
        says={
            "ko": (
                "한 개에 {p}원인 사과와 한 개에 {q}원인 배를 합하여 {n}개 사고 {t}원을 냈다. "
                f"{_ko}의 개수를 구하시오.",
                "{p}원짜리 사과와 {q}원짜리 배를 합하여 {n}개를 사고 {t}원을 지불하였다. "
                f"{_ko}의 개수를 구하시오.",
            ),
            "en": (
                "Apples cost {p} won each and pears {q} won each. Together {n} of them cost {t} won. "
                f"How many {_en} are there?",
            ),
        },
        reads=tuple(
            text
            for first, second in (("사과", "배"), ("빵", "음료수"), ("연필", "볼펜"), ("초콜릿", "사탕"))
            for text in wordings(
                f"<한 개에 {{p}}원인|{{p}}원짜리> {first}과 <한 개에 {{q}}원인|{{q}}원짜리> {second}을 "
                f"{_BOUGHT}{(first, second)[_asked]}의 개수를 구하시오.",
                f"<한 개에 {{p}}원인|{{p}}원짜리> {first}과 <한 개에 {{q}}원인|{{q}}원짜리> {second}을 "
                f"{_BOUGHT}{(first, second)[_asked]}은 몇 개 샀는지 구하시오.",
            )
        ),
    )(_build)


for _id, _slot, _asked in (("less", "p", 0), ("more", "q", 1)):

    def _build_test(p: int, q: int, n: int, t: int, _asked: int = _asked) -> Item:
        return _two_kinds(p, q, n, t, _asked, (f"${p}$점짜리", f"${q}$점짜리"), {"ko": "개", "en": "questions"})

    told_type(
        f"questions-of-{_id}-points",
        standard=STANDARD,
        ko="점수에 대한 연립방정식의 활용",
        en="points in a test",
        draw=_points,
        says={
            "ko": (
                "어느 수학 시험에서 {p}점짜리 문제와 {q}점짜리 문제를 합하여 {n}문제를 맞혀 {t}점을 받았다. "
                f"{{{_slot}}}점짜리 문제를 몇 개 맞혔는지 구하시오.",
            ),
            "en": (
                "In a test, {n} right answers to questions of {p} points and of {q} points make {t} points. "
                f"How many of the questions have {{{_slot}}} points?",
            ),
        },
        reads=wordings(
            "<어느 |>수학 시험에서 {p}점짜리 문제와 {q}점짜리 문제를 <합하여|모두> {n}<문제|개>를 맞혀<서|> {t}점을 <받았다.|얻었다.|받았을 때,> "
            f"<맞힌 |>{{{_slot}}}점짜리 문제<의 개수를|는 몇 개인지|는 몇 개 맞혔는지> 구하시오.",
        ),
    )(_build_test)


for _id, _ko, _en, _asked in (("hens", "닭", "hens", 0), ("rabbits", "토끼", "rabbits", 1)):

    def _build_legs(n: int, t: int, _asked: int = _asked, _en: str = _en) -> Item:
        return _two_kinds(2, 4, n, t, _asked, ("닭", "토끼"), {"ko": "마리", "en": _en})

    def _draw_legs(rng: Random) -> dict[str, object]:
        x, y = rng.sample(range(3, 31), 2)
        return {"n": x + y, "t": 2 * x + 4 * y}

    told_type(
        f"number-of-{_id}",
        standard=STANDARD,
        ko="다리의 수에 대한 연립방정식의 활용",
        en="legs",
        draw=_draw_legs,
        says={
            "ko": (
                f"닭과 토끼가 모두 {{n}}마리 있다. 다리가 모두 {{t}}개일 때, {_ko}는 몇 마리인지 구하시오.".replace(
                    "닭는", "닭은"
                ),
            ),
            "en": (f"There are {{n}} hens and rabbits with {{t}} legs in all. How many {_en} are there?",),
        },
        reads=tuple(
            text
            for two, four in (("닭", "토끼"), ("오리", "돼지"), ("닭", "돼지"), ("오리", "토끼"))
            for text in wordings(
                f"<농장에 |>{two}과 {four}가 <모두|합하여> {{n}}마리 <있다.|있고,> "
                "<다리의 수의 합이|다리의 수의 합은|다리의 개수가 모두|다리가 모두> "
                f"{{t}}개<일 때,|이다.> {(two, four)[_asked]}는 몇 마리인지 구하시오.",
            )
        ),
    )(_build_legs)
