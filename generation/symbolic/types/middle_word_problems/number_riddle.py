"""A number from what happens to it."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from generation.symbolic.building import nonzero
from generation.symbolic.told import Item, Said, slips, told_type, value
from generation.symbolic.wordings import wordings

STANDARD = "[9수02-04]"
SIDES = (
    ("number-riddle", "에서", "뺀", "크다", "클", "minus", "more", -1, 1),
    ("number-riddle-sum-less", "에", "더한", "작다", "작을", "plus", "less", 1, -1),
    ("number-riddle-sum-more", "에", "더한", "크다", "클", "plus", "more", 1, 1),
    ("number-riddle-difference-less", "에서", "뺀", "작다", "작을", "minus", "less", -1, -1),
)
"""Id, what is done to the multiple, how it compares, in both languages, and the signs of both constants."""


def _written(number: int) -> str:
    return f"+ {number}" if number >= 0 else f"- {-number}"


def _item(p: int, b: int, q: int, c: int, first: int, second: int) -> Item:
    left, right = first * b, second * c
    if p == q or min(p, q, b, c) <= 0 or (right - left) % (p - q):
        raise ValueError("a whole number")
    key = (right - left) // (p - q)
    if key == 0:
        raise ValueError("another number than zero")
    slope = p - q
    return Item(
        value("x", [f"{p}*x {_written(left)} = {q}*x {_written(right)}"], x="real"),
        (str(key),),
        (
            Said(
                "어떤 수를 $x$라 하고 식을 세우면",
                "let the number be $x$",
                f"{p}x {_written(left)} = {q}x {_written(right)}",
            ),
            Said(
                "이항하여 정리하면",
                "collect the terms",
                f"{slope}*x = {right - left}" if slope not in (1, -1) else None,
            ),
            Said("따라서", "so", f"x = {key}"),
        ),
        slips(
            key,
            Fraction(right + left, slope),
            Fraction(right - left, p + q),
            -key,
            right - left,
            key + 1,
            key - 2,
            fits=lambda n: n.denominator == 1,
        ),
    )


for _id, _to, _done, _is, _when, _done_en, _is_en, _first, _second in SIDES:

    def _build(p: int, b: int, q: int, c: int, _first: int = _first, _second: int = _second) -> Item:
        return _item(p, b, q, c, _first, _second)

    def _draw(rng: Random, _first: int = _first, _second: int = _second) -> dict[str, object]:
        p, q = rng.sample(range(2, 9), 2)
        b, x = rng.randint(2, 20), nonzero(rng, -9, 15)
        return {"p": p, "b": b, "q": q, "c": _second * ((p - q) * x + _first * b)}

    told_type(
        _id,
        standard=STANDARD,
        ko="수에 대한 일차방정식의 활용",
        en="number riddle",
        draw=_draw,
        says={
            "ko": (
                f"어떤 수의 {{p}}배{_to} {{b}}[을] {_done} 수는 어떤 수의 {{q}}배보다 {{c}}만큼 {_is}고 한다. 어떤 수를 구하시오.",
                f"어떤 수의 {{p}}배{_to} {{b}}[을] {_done} 값이 어떤 수의 {{q}}배보다 {{c}}만큼 {_when} 때, 어떤 수를 구하시오.",
            ),
            "en": (
                f"{{p}} times a number {_done_en} {{b}} is {{c}} {_is_en} than {{q}} times the number. Find the number.",
            ),
        },
        reads=wordings(
            f"어떤 수의 {{p}}배{_to} {{b}}를 {_done} <수는|수가|값은> <그 수의|어떤 수의|이 수의> {{q}}배보다 {{c}}만큼 "
            f"<{_is}.|{_is}고 한다.|{_is}고 할 때,> <어떤 수를|이 수를> 구하시오.",
        ),
    )(_build)


def _times(rng: Random) -> dict[str, object]:
    p, q, x = rng.randint(2, 9), rng.randint(1, 8), nonzero(rng, -12, 20)
    return {"b": Fraction((p - q) * x, p), "p": p, "q": q}


@told_type(
    "multiple-of-number-less",
    standard=STANDARD,
    ko="수에 대한 일차방정식의 활용",
    en="number riddle with a bracket",
    draw=_times,
    says={
        "ko": ("어떤 수에서 {b}[을] 뺀 수의 {p}배는 어떤 수의 {q}배와 같다. 어떤 수를 구하시오.",),
        "en": ("{p} times the difference of a number and {b} is {q} times the number. Find the number.",),
    },
    reads=wordings(
        "어떤 수에서 {b}를 뺀 <수의|후> {p}배<는|한 수는> <어떤 수의|그 수의> {q}배와 <같다.|같을 때,|같다고 한다.> 어떤 수를 구하시오."
    ),
)
def multiple_of_number_less(b: int, p: int, q: int) -> Item:
    if b <= 0 or min(p, q) < 2 or p == q or Fraction(b).denominator != 1 or (p * b) % (p - q):
        raise ValueError("a whole number")
    key = p * b // (p - q)
    return Item(
        value("x", [f"{p}*(x - {b}) = {q}*x"], x="real"),
        (str(key),),
        (
            Said("어떤 수를 $x$라 하고 식을 세우면", "let the number be $x$", f"{p}(x - {b}) = {q}x"),
            Said("괄호를 풀면", "expand the bracket", f"{p}x - {p * b} = {q}x"),
            Said("따라서", "so", f"x = {key}"),
        ),
        slips(
            key,
            Fraction(b, p - q),
            Fraction(p * b, p + q),
            -key,
            b,
            key + 1,
            key - 2,
            fits=lambda n: n.denominator == 1,
        ),
    )
