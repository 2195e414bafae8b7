"""Consecutive whole, even or odd numbers of a given sum [9수02-04] or product [9수02-20]."""

from __future__ import annotations

from collections.abc import Callable
from math import isqrt
from random import Random

from generation.symbolic.told import Item, Said, slips, told_type, value
from generation.symbolic.wordings import wordings

KINDS = (
    ("", "자연수", "whole numbers", 1, 0),
    ("even-", "짝수", "even numbers", 2, 0),
    ("odd-", "홀수", "odd numbers", 2, 1),
)
"""In the id, name in Korean and English, distance of two neighbours, and what halves of even steps leave over."""
PLACES = (
    ("", "가장 큰", "largest", 1),
    ("smallest-of-", "가장 작은", "smallest", -1),
    ("middle-of-", "가운데", "middle one", 0),
)
"""In the id, which of the three in Korean and English, and how many steps from the middle."""


def _sum(step: int, rest: int) -> Callable[[Random], dict[str, object]]:
    def draw(rng: Random) -> dict[str, object]:
        return {"t": 3 * (step * rng.randint(4, 199) + rest)}

    return draw


def _asked(steps: int) -> str:
    return "x" if steps == 0 else f"x {'+' if steps > 0 else '-'} {abs(steps)}"


def _of_sum(t: int, step: int, rest: int, place: int) -> Item:
    middle = t // 3
    if t % 3 or not 6 <= middle <= 400 or (step == 2 and middle % 2 != rest):
        raise ValueError("a sum of three such numbers")
    key = middle + place * step
    which, of_them = ("가장 큰", "largest") if place > 0 else ("가장 작은", "smallest")
    last = (
        (Said("따라서 가운데 수는", "so the middle one is", f"x = {key}"),)
        if place == 0
        else (
            Said("이 방정식을 풀면", "solve it", f"x = {middle}"),
            Said(f"따라서 {which} 수는", f"so the {of_them} is", f"{middle} {'+' if place > 0 else '-'} {step}"),
            Said("계산하면", "work it out", str(key)),
        )
    )
    return Item(
        value(_asked(place * step), given=[f"(x - {step}) + x + (x + {step}) = {t}"], x="real"),
        (str(key),),
        (
            Said(
                f"가운데 수를 $x$라 하면 세 수는 $x-{step}$, $x$, $x+{step}$이므로",
                f"let $x$ be the middle number: $x-{step}$, $x$, $x+{step}$",
                f"(x - {step}) + x + (x + {step}) = {t}",
            ),
            Said("좌변을 정리하면", "collect the left side", f"3*x = {t}"),
            *last,
        ),
        slips(key, middle - step, middle, middle + step, key + step, key - step, fits=lambda n: n > 0),
    )


for _id, _ko, _en, _step, _rest in KINDS:
    for _in_id, _which, _of_them, _place in PLACES:

        def _build(t: int, _step: int = _step, _rest: int = _rest, _place: int = _place) -> Item:
            return _of_sum(t, _step, _rest, _place)

        told_type(
            f"{_in_id}consecutive-{_id}numbers",
            standard="[9수02-04]",
            ko=f"연속하는 세 {_ko}",
            en=f"consecutive {_en}",
            draw=_sum(_step, _rest),
            says={
                "ko": (
                    f"연속하는 세 {_ko}의 합이 {{t}}일 때, 세 수 중 {_which} 수를 구하시오.",
                    f"연속하는 세 {_ko}의 합이 {{t}}이다. 이 세 수 중 {_which} 수를 구하시오.",
                ),
                "en": (f"The sum of three consecutive {_en} is {{t}}. Find the {_of_them} of them.",),
            },
            reads=wordings(
                f"연속하는 <세 {_ko}|3개의 {_ko}|세 개의 {_ko}><의 합이|를 더했더니> {{t}}일 때, {_which} <수|{_ko}>를 구하시오.",
                f"<연속하는|연속된> 세 {_ko}의 합이 {{t}}일 때, {_which} <수|{_ko}>는?",
                f"합이 {{t}}인 연속하는 세 {_ko} 중 {_which} <수|{_ko}>를 구하시오.",
                f"연속하는 세 {_ko}의 합이 {{t}}일 때, 이 세 {_ko} 중 {_which} <수|{_ko}>를 구하시오.",
                *(
                    (f"연속하는 세 정수의 합이 {{t}}일 때, <세 정수 중 |>{_which} <수|정수>를 구하시오.",)
                    if _id == ""
                    else ()
                ),
            ),
        )(_build)


def _product(step: int, rest: int) -> Callable[[Random], dict[str, object]]:
    def draw(rng: Random) -> dict[str, object]:
        smaller = step * rng.randint(2, 120) + rest
        return {"p": smaller * (smaller + step)}

    return draw


def _of_product(p: int, step: int, rest: int, larger: bool) -> Item:
    smaller = isqrt(p)
    while smaller > 0 and smaller * (smaller + step) > p:
        smaller -= 1
    if smaller < 2 or smaller * (smaller + step) != p or (step == 2 and smaller % 2 != rest):
        raise ValueError("a product of two such numbers")
    key = smaller + step if larger else smaller
    last = (
        (
            Said("따라서 큰 수는", "so the larger is", f"{smaller} + {step}"),
            Said("계산하면", "work it out", str(key)),
        )
        if larger
        else ()
    )
    return Item(
        value(f"x + {step}" if larger else "x", given=[f"x*(x + {step}) = {p}"], x="natural"),
        (str(key),),
        (
            Said(
                f"작은 수를 $x$라 하면 큰 수는 $x+{step}$이므로",
                f"let $x$ be the smaller number and $x+{step}$ the larger",
                f"x(x + {step}) = {p}",
            ),
            Said("이항하여 인수분해하면", "collect and factor", f"(x - {smaller})(x + {smaller + step}) = 0"),
            Said("$x$는 자연수이므로", "$x$ is a natural number", f"x = {smaller}"),
            *last,
        ),
        slips(key, smaller, smaller + step, key + 1, key - 1, smaller + 2 * step, p // 2, fits=lambda n: n > 0),
    )


for _id, _ko, _en, _step, _rest in KINDS:
    for _in_id, _which, _of_them, _is_larger in (
        ("smaller-of", "작은", "smaller", False),
        ("larger-of", "큰", "larger", True),
    ):

        def _build_product(p: int, _step: int = _step, _rest: int = _rest, _larger: bool = _is_larger) -> Item:
            return _of_product(p, _step, _rest, _larger)

        told_type(
            f"{_in_id}-two-consecutive-{_id}numbers",
            standard="[9수02-20]",
            ko=f"연속하는 두 {_ko}의 곱",
            en=f"product of consecutive {_en}",
            draw=_product(_step, _rest),
            says={
                "ko": (
                    f"연속하는 두 {_ko}의 곱이 {{p}}일 때, 두 수 중 {_which} 수를 구하시오.",
                    f"연속하는 두 {_ko}의 곱이 {{p}}이다. 이 두 수 중 {_which} 수를 구하시오.",
                ),
                "en": (f"The product of two consecutive positive {_en} is {{p}}. Find the {_of_them} of them.",),
            },
            reads=wordings(
                f"연속하는 두 {_ko}의 곱이 {{p}}일 때, <이 두 {_ko} 중 |두 {_ko} 중 |>{_which} <수|{_ko}>를 구하시오.",
            ),
        )(_build_product)


def _total(p: int, step: int, rest: int) -> Item:
    item = _of_product(p, step, rest, True)
    larger = int(str(item.key[0]))
    key = 2 * larger - step
    return Item(
        value(f"x + (x + {step})", given=[f"x*(x + {step}) = {p}"], x="natural"),
        (str(key),),
        (
            *item.steps[:-2],
            Said("따라서 두 수의 합은", "so their sum is", f"{larger - step} + {larger}"),
            Said("계산하면", "work it out", str(key)),
        ),
        slips(key, larger, larger - step, key + step, key - step, 2 * larger, fits=lambda n: n > 0),
    )


for _id, _ko, _en, _step, _rest in KINDS:

    def _build_total(p: int, _step: int = _step, _rest: int = _rest) -> Item:
        return _total(p, _step, _rest)

    told_type(
        f"sum-of-two-consecutive-{_id}numbers",
        standard="[9수02-20]",
        ko=f"연속하는 두 {_ko}의 곱과 합",
        en=f"product and sum of consecutive {_en}",
        draw=_product(_step, _rest),
        says={
            "ko": (f"연속하는 두 {_ko}의 곱이 {{p}}일 때, 두 수의 합을 구하시오.",),
            "en": (f"The product of two consecutive positive {_en} is {{p}}. Find their sum.",),
        },
        reads=wordings(f"연속하는 두 {_ko}의 곱이 {{p}}일 때, <이 두 {_ko}|두 {_ko}|이 두 수>의 합을 구하시오."),
    )(_build_total)
