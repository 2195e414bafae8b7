"""Values from a sum and a product by the identities of squares [9수02-19]."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from random import Random

from generation.problem import Ask, Model
from generation.symbolic.building import nonzero
from generation.symbolic.told import Item, Said, as_text, slips, told_type
from generation.symbolic.wordings import wordings

STANDARD = "[9수02-19]"


def _sum_and_product(rng: Random) -> dict[str, object]:
    a, b = nonzero(rng, -9, 12), nonzero(rng, -9, 12)
    return {"s": a + b, "p": a * b}


def _value(s: int, p: int, asked: str, names: str) -> Item:
    x, y = names[0], names[1]
    if s == 0 or p == 0 or s * s < 4 * p:
        raise ValueError("two real numbers")
    numbers: dict[str, tuple[str, str, Fraction]] = {
        "squares": (f"{x}^2 + {y}^2", f"({s})^2 - 2*({p})", Fraction(s * s - 2 * p)),
        "difference": (f"({x} - {y})^2", f"({s})^2 - 4*({p})", Fraction(s * s - 4 * p)),
        "reciprocals": (f"1/{x} + 1/{y}", f"({s})/({p})", Fraction(s, p)),
    }
    of, written, number = numbers[asked]
    identity = {
        "squares": f"${x}^2+{y}^2=({x}+{y})^2-2{x}{y}$",
        "difference": f"$({x}-{y})^2=({x}+{y})^2-4{x}{y}$",
        "reciprocals": f"$\\frac{{1}}{{{x}}}+\\frac{{1}}{{{y}}}=\\frac{{{x}+{y}}}{{{x}{y}}}$",
    }[asked]
    return Item(
        Model(Ask("value", of=of), {x: "real", y: "real"}, given=(f"{x} + {y} = {s}", f"{x}*{y} = {p}")),
        (as_text(number),),
        (
            Said(f"{identity}이므로", f"as {identity}", written),
            Said("계산하면", "work it out", as_text(number)),
        ),
        slips(number, s * s, s * s + 2 * p, s * s - p, s * s + 4 * p, s * s - 2 * p, Fraction(p, s), -number, s + p),
    )


ASKED = (
    ("sum-of-squares-from-sum", "squares", "${x}^2+{y}^2$", "합과 곱이 주어진 제곱의 합", "sum of squares"),
    ("square-of-difference-from-sum", "difference", "$({x}-{y})^2$", "합과 곱이 주어진 차의 제곱", "square of a difference"),
    ("sum-of-reciprocals-from-sum", "reciprocals", "$\\frac{{1}}{{{x}}}+\\frac{{1}}{{{y}}}$", "합과 곱이 주어진 역수의 합",
     "sum of reciprocals"),
)  # fmt: skip


def _builder(asked: str, names: str) -> Callable[..., Item]:
    def build(s: int, p: int) -> Item:
        return _value(s, p, asked, names)

    return build


for _id, _asked, _formula, _ko, _en in ASKED:
    for _names in ("xy", "ab"):
        _x, _y = _names[0], _names[1]
        _of = _formula.format(x=_x, y=_y)
        told_type(
            _id if _names == "xy" else f"{_id}-of-a-and-b",
            standard=STANDARD,
            ko=_ko,
            en=_en,
            draw=_sum_and_product,
            says={
                "ko": (f"${_x}+{_y}={{s}}$, ${_x}{_y}={{p}}$일 때, {_of}의 값을 구하시오.",),
                "en": (f"Find the value of {_of} where ${_x}+{_y}={{s}}$ and ${_x}{_y}={{p}}$.",),
            },
            reads=wordings(
                f"두 수 ${_x}$, ${_y}$에 대하여 ${_x}+{_y}={{s}}$, ${_x}{_y}={{p}}$일 때, {_of}의 값을 구하시오.",
                f"${_x}+{_y}={{s}}$이고 ${_x}{_y}={{p}}$일 때, {_of}의 값을 구하시오.",
            ),
        )(_builder(_asked, _names))


def _with_reciprocal(s: int, sign: int) -> Item:
    key = s * s - 2 * sign
    op = "+" if sign > 0 else "-"
    if (sign > 0 and abs(s) < 3) or s == 0:
        raise ValueError("a real number")
    return Item(
        Model(Ask("value", of="x^2 + 1/x^2"), {"x": "real"}, given=(f"x {op} 1/x = {s}",)),
        (str(key),),
        (
            Said("양변을 제곱하여 정리하면", "square both sides", f"({s})^2 {'-' if sign > 0 else '+'} 2"),
            Said("계산하면", "work it out", str(key)),
        ),
        slips(key, s * s, s * s + 2 * sign, 2 * s, s * s - sign, s - 2),
    )


for _id, _op, _sign in (("sum", "+", 1), ("difference", "-", -1)):

    def _build_reciprocal(s: int, _sign: int = _sign) -> Item:
        return _with_reciprocal(s, _sign)

    told_type(
        f"squares-from-{_id}-with-reciprocal",
        standard=STANDARD,
        ko="역수와의 합이나 차가 주어진 제곱의 합",
        en="square and its reciprocal",
        draw=lambda rng: {"s": rng.choice((-1, 1)) * rng.randint(3, 60)},
        says={
            "ko": (f"$x{_op}\\frac{{1}}{{x}}={{s}}$일 때, $x^2+\\frac{{1}}{{x^2}}$의 값을 구하시오.",),
            "en": (f"Find the value of $x^2+\\frac{{1}}{{x^2}}$ where $x{_op}\\frac{{1}}{{x}}={{s}}$.",),
        },
    )(_build_reciprocal)
