"""A piece of work, or a tank, done by two together [9수02-04]."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import lcm
from random import Random

from generation.problem import Language
from generation.symbolic.told import Item, Said, as_text, slips, told_type, value
from generation.symbolic.wordings import wordings


@dataclass(frozen=True, slots=True)
class Work:
    """A story of two who do one thing together."""

    id: str
    ko: str
    en: str
    says: tuple[str, ...]
    says_en: str
    reads: tuple[str, ...]
    unit: Mapping[Language, str]


WORKS = (
    Work(
        "days-of-work-together", "일에 대한 일차방정식의 활용", "work done together",
        ("어떤 일을 완성하는 데 갑은 {a}일, 을은 {b}일이 걸린다. 두 사람이 함께 일하면 며칠 만에 완성할 수 있는지 구하시오.",
         "어떤 일을 혼자서 끝내는 데 형은 {a}일, 동생은 {b}일이 걸린다. 형과 동생이 함께 일하면 며칠 만에 끝낼 수 있는지 구하시오."),
        "A piece of work takes one person {a} days and another {b} days. In how many days do they finish it together?",
        wordings(
            "어떤 일을 <완성하는 데|끝내는 데|하는 데|마치는 데> <갑은|A는|형은|아버지는> {a}일, <을은|B는|동생은|아들은> {b}일이 걸린다. "
            "<두 사람이|둘이> 함께 <일하면|하면> <며칠 만에 완성할 수 있는지|며칠 만에 끝낼 수 있는지|며칠이 걸리는지> 구하시오.",
            "어떤 일을 <갑이|A가|형이> 혼자<서|> 하면 {a}일, <을이|B가|동생이> 혼자<서|> 하면 {b}일이 걸린다. "
            "<두 사람이|둘이> 함께 하면 <며칠 만에 끝낼 수 있는지|며칠이 걸리는지> 구하시오.",
        ),
        {"ko": "일", "en": "days"},
    ),
    Work(
        "hours-to-fill-a-tank", "물통에 물을 채우는 문제", "filling a tank",
        ("어떤 물통에 물을 가득 채우는 데 $\\mathrm{A}$ 호스로는 {a}시간, $\\mathrm{B}$ 호스로는 {b}시간이 걸린다. "
         "두 호스를 동시에 사용하면 물통을 가득 채우는 데 몇 시간이 걸리는지 구하시오.",),
        "One hose fills a tank in {a} hours, another in {b} hours. How many hours does it take with both?",
        wordings(
            "<어떤|빈> 물통에 물을 가득 채우는 데 A <호스로는|호스로|수도꼭지로는> {a}시간, B <호스로는|호스로|수도꼭지로는> {b}시간이 걸린다. "
            "<두 호스를 동시에 사용하면|두 호스로 동시에 채우면|A, B 두 호스를 동시에 사용하면> <물통을|이 물통을|물을> 가득 채우는 데 몇 시간이 걸리는지 구하시오.",
        ),
        {"ko": "시간", "en": "hours"},
    ),
)  # fmt: skip


def _together(a: int, b: int, work: Work) -> Item:
    if a == b or min(a, b) < 2:
        raise ValueError("two different times")
    key = Fraction(a * b, a + b)
    if key.denominator > (1 if work.unit["ko"] == "일" else 2):
        raise ValueError("a whole number")
    both = lcm(a, b)
    first, second = both // a, both // b
    left = " + ".join("x" if k == 1 else f"{k}x" for k in (first, second))
    return Item(
        value("x", [f"x/{a} + x/{b} = 1"], x="positive"),
        (as_text(key),),
        (
            Said("전체 일의 양을 $1$이라 하고 함께 걸리는 시간을 $x$라 하면", "take the whole for $1$ and let $x$ be the time together",
                 f"x/{a} + x/{b} = 1"),
            Said(f"양변에 ${both}$[을] 곱하면", f"multiply both sides by ${both}$", f"{left} = {both}"),
            Said("따라서", "so", f"x = {as_text(key)}"),
        ),
        slips(key, a + b, Fraction(a + b, 2), abs(a - b), Fraction(a + b, 4), a * b, key + 1, key + 2,
              fits=lambda n: n > 0 and n.denominator <= 2),
        unit=work.unit,
    )  # fmt: skip


def _draw(rng: Random) -> dict[str, object]:
    x = rng.randint(2, 36)
    more = rng.choice([k for k in range(1, x * x + 1) if x * x % k == 0 and k != x])
    if max(more, x * x // more) > 84:
        return _draw(rng)
    return {"a": x + more, "b": x + x * x // more}


for _work in WORKS:

    def _build(a: int, b: int, _work: Work = _work) -> Item:
        return _together(a, b, _work)

    told_type(
        _work.id,
        standard="[9수02-04]",
        ko=_work.ko,
        en=_work.en,
        draw=_draw,
        says={"ko": _work.says, "en": (_work.says_en,)},
        reads=_work.reads,
    )(_build)
