"""Amounts that grow or shrink by a percentage, prices with a profit or a discount [9수02-04]."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from random import Random

from generation.problem import Language
from generation.symbolic.told import Item, Said, slips, told_type, value
from generation.symbolic.wordings import wordings

EQUATION, SYSTEM = "[9수02-04]", "[9수02-13]"
PERCENTS = (4, 5, 8, 10, 12, 15, 20, 25, 30)


def _whole(amount: Fraction) -> int:
    if amount.denominator != 1 or amount <= 0:
        raise ValueError("a whole number above zero")
    return int(amount)


def _is_whole(number: Fraction) -> bool:
    return number > 0 and number.denominator == 1


@dataclass(frozen=True, slots=True)
class Story:
    """What grows or shrinks: its words, unit, and size."""

    id: str
    ko: str
    en: str
    says: tuple[str, ...]
    says_en: str
    reads: tuple[str, ...]
    unit: Mapping[Language, str]
    step: int
    most: int
    sign: int
    """1 where it grows, -1 where it shrinks."""


AFTER = (
    Story(
        "students-after-growth", "증가한 뒤의 학생 수", "students after a growth",
        ("어느 학교의 작년 학생 수는 {n}명이었다. 올해는 작년보다 {p} % 증가하였을 때, 올해의 학생 수를 구하시오.",),
        "A school had {n} students last year and has {p} % more this year. How many students does it have this year?",
        wordings("어느 <중학교|학교|고등학교>의 <작년 학생 수는|작년의 학생 수는> {n}명이었다. 올해는 작년보다 {p} % "
                 "<증가하였을 때|늘었을 때|증가했을 때>, 올해의 학생 수를 구하시오.",
                 "어느 학교의 <작년 학생 수는|작년의 학생 수는> {n}명이고, 올해는 작년보다 {p} % <증가하였다|늘었다>. "
                 "올해의 학생 수를 구하시오."),
        {"ko": "명", "en": "students"}, 20, 1200, 1,
    ),
    Story(
        "students-after-decline", "감소한 뒤의 학생 수", "students after a decline",
        ("어느 학교의 작년 학생 수는 {n}명이었다. 올해는 작년보다 {p} % 감소하였을 때, 올해의 학생 수를 구하시오.",),
        "A school had {n} students last year and has {p} % fewer this year. How many students does it have this year?",
        wordings("어느 <중학교|학교|고등학교>의 <작년 학생 수는|작년의 학생 수는> {n}명이었다. 올해는 작년보다 {p} % "
                 "<감소하였을 때|줄었을 때|감소했을 때>, 올해의 학생 수를 구하시오.",
                 "어느 학교의 <작년 학생 수는|작년의 학생 수는> {n}명이고, 올해는 작년보다 {p} % <감소하였다|줄었다>. "
                 "올해의 학생 수를 구하시오."),
        {"ko": "명", "en": "students"}, 20, 1200, -1,
    ),
    Story(
        "price-with-profit", "이익을 붙인 정가", "price with a profit",
        ("원가가 {n}원인 물건에 {p} %의 이익을 붙여 정가를 정했다. 정가는 얼마인지 구하시오.",
         "원가가 {n}원인 상품에 원가의 {p} %의 이익을 붙여 정가를 정할 때, 정가를 구하시오."),
        "A shop buys a thing for {n} won and adds a profit of {p} %. Find the price in won.",
        wordings("원가가 {n}원인 <물건|상품|제품>에 {p} %의 이익을 붙여<서|> <정가를 정했다. |정가를 정하였다. |정가를 정할 때, |판매할 때, >"
                 "<정가를|이 물건의 정가를> 구하시오."),
        {"ko": "원", "en": "won"}, 500, 30000, 1,
    ),
    Story(
        "price-after-discount", "할인된 판매 가격", "price after a discount",
        ("정가가 {n}원인 옷을 {p} % 할인하여 판매할 때, 판매 가격을 구하시오.",
         "정가가 {n}원인 신발을 {p} % 할인하여 판매한다. 판매 가격은 얼마인지 구하시오."),
        "A pair of shoes at {n} won is sold with a discount of {p} %. Find the price in won.",
        wordings("정가가 {n}원인 <물건|상품|가방|책|운동화|옷>을 {p} % 할인하여 <판매할 때, |팔 때, |판매한다. |판다. >"
                 "<판매 가격|판매가|할인된 가격>을 구하시오.",
                 "정가가 {n}원인 <물건|상품|가방|책|운동화|옷>을 {p} % 할인한 가격을 구하시오."),
        {"ko": "원", "en": "won"}, 1000, 60000, -1,
    ),
)  # fmt: skip


def _after(n: int, p: int, story: Story) -> Item:
    if not 0 < p < 80 or n <= 0:
        raise ValueError("an amount and a percentage")
    change = _whole(Fraction(n * p, 100))
    key = n + story.sign * change
    word, sign = ("plus", "+") if story.sign > 0 else ("minus", "-")
    return Item(
        value(f"{n}*(1 {sign} {p}%)"),
        (str(key),),
        (
            Said(f"처음 양의 ${p}$ %를 {'더하면' if story.sign > 0 else '빼면'}", f"the amount {word} ${p}$ % of it",
                 f"{n}*(1 {sign} {p}/100)"),
            Said(f"${n}$의 ${p}$ %는 ${change}$이므로", f"${p}$ % of ${n}$ is ${change}$", f"{n} {sign} {change}"),
            Said("따라서", "so", str(key)),
        ),
        slips(key, change, n - story.sign * change, n + story.sign * p, n + story.sign * 10 * change,
              Fraction(100 * n, 100 + story.sign * p), fits=_is_whole),
        unit=story.unit,
    )  # fmt: skip


BEFORE = (
    Story(
        "students-before-growth", "증가하기 전의 학생 수", "students before a growth",
        ("어느 학교의 올해 학생 수는 작년보다 {p} % 증가하여 {n}명이 되었다. 작년의 학생 수를 구하시오.",
         "어느 학교의 올해 학생 수는 작년보다 {p} % 증가하여 {n}명이다. 작년의 학생 수를 구하시오."),
        "A school has {p} % more students than last year, which makes {n}. How many students did it have last year?",
        wordings("어느 <중학교|학교|고등학교>의 <올해 학생 수는|올해의 학생 수는|학생 수는> 작년보다 {p} % "
                 "<증가하여|증가해서|늘어나|늘어> {n}명<이 되었다.|이다.|이 되었을 때,> <작년의|작년> 학생 수를 구하시오."),
        {"ko": "명", "en": "students"}, 20, 1200, 1,
    ),
    Story(
        "students-before-decline", "감소하기 전의 학생 수", "students before a decline",
        ("어느 학교의 올해 학생 수는 작년보다 {p} % 감소하여 {n}명이 되었다. 작년의 학생 수를 구하시오.",
         "어느 학교의 올해 학생 수는 작년보다 {p} % 감소하여 {n}명이다. 작년의 학생 수를 구하시오."),
        "A school has {p} % fewer students than last year, which leaves {n}. How many students did it have last year?",
        wordings("어느 <중학교|학교|고등학교>의 <올해 학생 수는|올해의 학생 수는|학생 수는> 작년보다 {p} % "
                 "<감소하여|감소해서|줄어들어|줄어> {n}명<이 되었다.|이다.|이 되었을 때,> <작년의|작년> 학생 수를 구하시오."),
        {"ko": "명", "en": "students"}, 20, 1200, -1,
    ),
    Story(
        "price-before-discount", "할인하기 전의 정가", "price before a discount",
        ("어떤 물건을 정가에서 {p} % 할인하여 {n}원에 샀다. 이 물건의 정가를 구하시오.",
         "어떤 상품을 정가의 {p} %를 할인하여 {n}원에 팔았다. 이 상품의 정가를 구하시오."),
        "A thing is sold for {n} won after a discount of {p} %. Find its price in won before the discount.",
        wordings("어떤 <물건|상품>을 <정가에서 {p} %|{p} %|정가의 {p} %를> 할인하여 {n}원에 <샀다.|팔았다.|판매하였다.|샀을 때,|팔았을 때,> "
                 "<이 물건의|이 상품의|> 정가를 구하시오."),
        {"ko": "원", "en": "won"}, 1000, 60000, -1,
    ),
)  # fmt: skip


def _before(n: int, p: int, story: Story) -> Item:
    if not 0 < p < 80 or n <= 0:
        raise ValueError("an amount and a percentage")
    key = _whole(Fraction(100 * n, 100 + story.sign * p))
    sign = "+" if story.sign > 0 else "-"
    return Item(
        value("x", [f"x*(1 {sign} {p}%) = {n}"], x="positive"),
        (str(key),),
        (
            Said("처음 양을 $x$라 하고 식을 세우면", "let the amount before be $x$", f"x*(1 {sign} {p}/100) = {n}"),
            Said("양변에 $100$을 곱하면", "multiply both sides by $100$", f"{100 + story.sign * p}x = {100 * n}"),
            Said("따라서", "so", f"x = {key}"),
        ),
        slips(key, Fraction(n * (100 - story.sign * p), 100), Fraction(n * (100 + story.sign * p), 100),
              n - story.sign * p, Fraction(n * p, 100), key + story.step, key - story.step, fits=_is_whole),
        unit=story.unit,
    )  # fmt: skip


def _drawn(story: Story, builds_after: bool) -> Callable[[Random], dict[str, object]]:
    def draw(rng: Random) -> dict[str, object]:
        n, p = story.step * rng.randint(3, story.most // story.step), rng.choice(PERCENTS)
        return {"n": n if builds_after else Fraction(n * (100 + story.sign * p), 100), "p": p}

    return draw


for _stories, _make, _is_after in ((AFTER, _after, True), (BEFORE, _before, False)):
    for _story in _stories:

        def _build(n: int, p: int, _story: Story = _story, _make: Callable[[int, int, Story], Item] = _make) -> Item:
            return _make(n, p, _story)

        told_type(
            _story.id,
            standard=EQUATION,
            ko=_story.ko,
            en=_story.en,
            draw=_drawn(_story, _is_after),
            says={"ko": _story.says, "en": (_story.says_en,)},
            reads=_story.reads,
        )(_build)


def _cost(rng: Random) -> dict[str, object]:
    cost, p = 500 * rng.randint(2, 40), rng.choice((10, 15, 20, 25, 30, 40, 50))
    profit = Fraction(cost * p, 100)
    off = 100 * rng.randint(1, max(1, int(profit) // 100))
    return {"p": p, "d": off, "g": profit - off}


@told_type(
    "cost-from-profit",
    standard=EQUATION,
    ko="원가와 정가",
    en="cost from the profit",
    draw=_cost,
    says={
        "ko": (
            "어떤 상품의 원가에 {p} %의 이익을 붙여서 정가를 정하고, 정가에서 {d}원을 할인하여 팔았더니 {g}원의 이익이 생겼다. "
            "이 상품의 원가를 구하시오.",
            "원가에 {p} %의 이익을 붙여 정가를 정한 물건을 정가에서 {d}원 할인하여 팔았더니 {g}원의 이익을 얻었다. "
            "이 물건의 원가를 구하시오.",
        ),
        "en": (
            "A price is the cost and a profit of {p} % of it. Sold for {d} won less than the price, "
            "the thing brings a profit of {g} won. Find the cost in won.",
        ),
    },
    reads=wordings(
        "<어떤 상품의|어떤 물건의|> 원가에 {p} %의 이익을 붙여<서|> <정가를 정하고,|정가를 정한 다음,|정가를 정하였다.> "
        "<정가에서|이 상품을 정가에서> {d}원<을|> 할인하여 <팔았더니|판매하였더니|팔면> {g}원의 이익<이 생겼다.|을 얻었다.|이 남았다.> "
        "<이 상품의|이 물건의|> 원가를 구하시오.",
    ),
)
def cost_from_profit(p: int, d: int, g: int) -> Item:
    if not 0 < p < 100 or min(d, g) <= 0:
        raise ValueError("a profit and a discount")
    key = _whole(Fraction(100 * (d + g), p))
    return Item(
        value("x", [f"x*(1 + {p}%) - {d} - x = {g}"], x="positive"),
        (str(key),),
        (
            Said("원가를 $x$원이라 하면 (판매 가격)-(원가)=(이익)이므로", "let the cost be $x$; what is paid less the cost is the profit",
                 f"x*(1 + {p}/100) - {d} - x = {g}"),
            Said("정리하면", "collect", f"{p}/100*x = {d + g}"),
            Said("따라서", "so", f"x = {key}"),
        ),
        slips(key, Fraction(100 * g, p), Fraction(100 * d, p), Fraction(100 * (d + g), 100 + p), d + g, key + 500,
              key - 500, fits=_is_whole),
        unit={"ko": "원", "en": "won"},
    )  # fmt: skip


def _schools(rng: Random) -> dict[str, object]:
    p, q = rng.sample((2, 3, 4, 5, 6, 8, 10), 2)
    boys, girls = 50 * rng.randint(3, 12), 50 * rng.randint(3, 12)
    return {"n": boys + girls, "p": p, "q": q, "c": Fraction(p * boys - q * girls, 100)}


def _of_two(n: int, p: int, q: int, c: int, asks_boys: bool) -> Item:
    if min(n, p, q, c) <= 0 or Fraction(c).denominator != 1:
        raise ValueError("a growth in all")
    boys = _whole(Fraction(100 * c + q * n, p + q))
    girls = n - boys
    if girls <= 0:
        raise ValueError("boys and girls")
    name, key, other = ("x", boys, girls) if asks_boys else ("y", girls, boys)
    return Item(
        value(name, [f"x + y = {n}", f"{p}%*x - {q}%*y = {c}"], x="natural", y="natural"),
        (str(key),),
        (
            Said("작년의 남학생 수를 $x$, 여학생 수를 $y$라 하면", "let $x$ be the boys and $y$ the girls of last year",
                 f"x + y = {n} and {p}%*x - {q}%*y = {c}"),
            Said("둘째 식의 양변에 $100$을 곱하면", "multiply both sides by $100$ in the second equation",
                 f"x + y = {n} and {p}x - {q}y = {100 * c}"),
            Said("연립하여 풀면", "solve the system", f"{'y' if name == 'x' else 'x'} = {other}"),
            Said("전체에서 빼면", "take it from the whole", f"{n} - {other}"),
            Said("따라서", "so", str(key)),
        ),
        slips(key, other, Fraction(key * (100 + (p if asks_boys else -q)), 100), Fraction(n, 2), key + 50, key - 50,
              key + 10, fits=lambda k: _is_whole(k) and k < n),
        unit={"ko": "명", "en": "students"},
    )  # fmt: skip


for _id, _ko_asked, _en_asked, _asks_boys in (("boys", "남학생", "boys", True), ("girls", "여학생", "girls", False)):

    def _build_two(n: int, p: int, q: int, c: int, _asks_boys: bool = _asks_boys) -> Item:
        return _of_two(n, p, q, c, _asks_boys)

    told_type(
        f"{_id}-of-last-year",
        standard=SYSTEM,
        ko="증가와 감소에 대한 연립방정식의 활용",
        en="growth and decline",
        draw=_schools,
        says={
            "ko": (
                "어느 중학교의 작년 전체 학생은 {n}명이었다. 올해는 남학생이 {p} % 증가하고 여학생이 {q} % 감소하여 전체 학생이 "
                f"{{c}}명 증가하였다. 작년의 {_ko_asked} 수를 구하시오.",
                "어느 학교의 작년 학생은 모두 {n}명이었다. 올해는 작년보다 남학생은 {p} % 증가하고 여학생은 {q} % 감소하여 전체 학생이 "
                f"{{c}}명 늘었다. 작년의 {_ko_asked} 수를 구하시오.",
            ),
            "en": (
                "A school had {n} students last year. This year there are {p} % more boys and {q} % fewer girls, "
                f"and {{c}} more students in all. How many {_en_asked} were there last year?",
            ),
        },
        reads=wordings(
            "어느 <중학교|학교|고등학교>의 <작년 전체 학생은|작년 전체 학생 수는|작년의 전체 학생 수는|작년의 학생 수는|작년 학생 수는> {n}명이었다. "
            "올해는 <작년보다 남학생은|남학생이|남학생은> {p} % 증가하고 <여학생이|여학생은> {q} % 감소하여 <전체 학생이|전체 학생 수가|전체적으로> "
            f"{{c}}명 <증가하였다|늘었다>. <작년의|작년> {_ko_asked} 수를 구하시오.",
        ),
    )(_build_two)
