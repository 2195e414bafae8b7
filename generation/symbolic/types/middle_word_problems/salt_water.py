"""Salt water: salt, concentration, water put in or taken out [9수02-04], two kinds mixed [9수02-13]."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from generation.symbolic.told import Item, Said, as_text, slips, told_type, value
from generation.symbolic.wordings import wordings

EQUATION, SYSTEM = "[9수02-04]", "[9수02-13]"


def _whole(amount: Fraction) -> int:
    if amount.denominator != 1 or amount <= 0:
        raise ValueError("a whole number above zero")
    return int(amount)


def _positive(number: Fraction) -> bool:
    return number > 0


def _salt(rng: Random) -> dict[str, object]:
    return {"p": rng.randint(2, 30), "n": 50 * rng.randint(2, 16)}


@told_type(
    "salt-in-salt-water",
    standard=EQUATION,
    ko="소금의 양",
    en="salt in salt water",
    draw=_salt,
    says={
        "ko": (
            "농도가 {p} %인 소금물 {n} g에 들어 있는 소금의 양은 몇 g인지 구하시오.",
            "{p} %의 소금물 {n} g에 녹아 있는 소금의 양은 몇 g인지 구하시오.",
        ),
        "en": ("How many g of salt are in {n} g of salt water of {p} %?",),
    },
    reads=wordings("<농도가 {p} %인|{p} %의|{p} %> 소금물 {n} g에 <들어|녹아> 있는 소금의 양을 구하시오."),
)
def salt_in_salt_water(p: int, n: int) -> Item:
    if not 0 < p < 50 or n <= 0:
        raise ValueError("a percentage and an amount")
    key = _whole(Fraction(p * n, 100))
    return Item(
        value(f"{p}%*{n}"),
        (str(key),),
        (
            Said("(소금의 양)=(농도)×(소금물의 양)이므로", "salt is the percentage of the salt water", f"{p}/100*{n}"),
            Said("계산하면", "work it out", str(key)),
        ),
        slips(key, Fraction(p * n, 10), Fraction(n, p), n - key, key + 10, Fraction(p * n, 1000), fits=_positive),
        unit="g",
    )


def _concentration(rng: Random) -> dict[str, object]:
    p, w = rng.randint(4, 30), 20 * rng.randint(4, 30)
    return {"s": Fraction(p * w, 100), "w": w}


@told_type(
    "concentration-of-salt-water",
    standard=EQUATION,
    ko="소금물의 농도",
    en="concentration of salt water",
    draw=_concentration,
    says={
        "ko": (
            "소금 {s} g이 녹아 있는 소금물 {w} g의 농도는 몇 %인지 구하시오.",
            "소금물 {w} g에 소금 {s} g이 녹아 있을 때, 이 소금물의 농도는 몇 %인지 구하시오.",
        ),
        "en": ("There are {s} g of salt in {w} g of salt water. What percent (%) of it is salt?",),
    },
    reads=wordings(
        "소금 {s} g이 <녹아|들어> 있는 소금물 {w} g의 농도를 구하시오.",
        "소금물 {w} g에 소금 {s} g이 <녹아|들어> 있을 때, <이 |>소금물의 농도를 구하시오.",
    ),
)
def concentration_of_salt_water(s: int, w: int) -> Item:
    if not 0 < s < w or Fraction(s).denominator != 1:
        raise ValueError("salt and salt water")
    key = Fraction(100 * s, w)
    if (2 * key).denominator != 1 or key > 60:
        raise ValueError("a whole percentage")
    return Item(
        value(f"{s}/{w}*100"),
        (as_text(key),),
        (
            Said("(농도)=(소금의 양)÷(소금물의 양)×100이므로", "the concentration is salt over salt water times 100",
                 f"{s}/{w}*100"),
            Said("계산하면", "work it out", as_text(key)),
        ),
        slips(key, Fraction(100 * s, w + s), Fraction(100 * s, w - s), 100 - key, s, Fraction(w, s), fits=_positive),
        unit="%",
    )  # fmt: skip


@told_type(
    "concentration-of-solution",
    standard=EQUATION,
    ko="소금을 녹인 소금물의 농도",
    en="concentration of salt in water",
    draw=lambda rng: {"s": rng.randint(2, 60) * 5, "w": rng.randint(8, 99) * 10},
    says={
        "ko": (
            "물 {w} g에 소금 {s} g을 넣어 녹였을 때, 이 소금물의 농도는 몇 %인지 구하시오.",
            "물 {w} g에 소금 {s} g을 녹여 만든 소금물의 농도는 몇 %인지 구하시오.",
        ),
        "en": ("Salt water is made of {w} g of water and {s} g of salt. What percent (%) of it is salt?",),
    },
    reads=wordings("물 {w} g에 소금 {s} g을 <넣어 녹였을 때, 이|녹여 만든|넣어 만든|녹인> 소금물의 농도를 구하시오."),
)
def concentration_of_solution(w: int, s: int) -> Item:
    if min(w, s) <= 0:
        raise ValueError("water and salt")
    key = Fraction(100 * s, w + s)
    if key.denominator != 1 or key > 50:
        raise ValueError("a whole percentage")
    return Item(
        value(f"{s}/({w} + {s})*100"),
        (as_text(key),),
        (
            Said(
                "소금물의 양은 물과 소금의 양의 합이므로",
                "salt water is water and salt together",
                f"{s}/({w} + {s})*100",
            ),
            Said("괄호 안을 먼저 계산하면", "the bracket first", f"{s}/{w + s}*100"),
            Said("따라서", "so", as_text(key)),
        ),
        slips(key, Fraction(100 * s, w), 100 - key, s, key + 5, Fraction(w, s), fits=_positive),
        unit="%",
    )


def _thinned(rng: Random) -> dict[str, object]:
    return {"p": rng.randint(4, 30), "a": 50 * rng.randint(2, 12), "b": 10 * rng.randint(2, 40)}


@told_type(
    "concentration-after-adding-water",
    standard=EQUATION,
    ko="물을 넣은 소금물의 농도",
    en="concentration after adding water",
    draw=_thinned,
    says={
        "ko": ("농도가 {p} %인 소금물 {a} g에 물 {b} g을 더 넣으면 몇 %의 소금물이 되는지 구하시오.",),
        "en": ("{b} g of water are added to {a} g of salt water of {p} %. What percent (%) of it is salt then?",),
    },
    reads=wordings(
        "<농도가 {p} %인|{p} %의|{p} %> 소금물 {a} g에 물 {b} g을 <더 |><넣으면 몇 %의 소금물이 되는지|넣었을 때, 소금물의 농도를> 구하시오.",
    ),
)
def concentration_after_adding_water(p: int, a: int, b: int) -> Item:
    if not 0 < p < 60 or min(a, b) <= 0:
        raise ValueError("salt water and water")
    key = Fraction(p * a, a + b)
    if key.denominator != 1:
        raise ValueError("a whole percentage")
    return Item(
        value(f"({p}%*{a})/({a} + {b})*100"),
        (as_text(key),),
        (
            Said("소금의 양은 변하지 않고 소금물의 양만 늘어나므로", "the salt stays and the salt water grows",
                 f"({p}%*{a})/({a} + {b})*100"),
            Said("소금의 양과 소금물의 양을 각각 구하면", "the salt and the salt water",
                 f"{as_text(Fraction(p * a, 100))}/{a + b}*100"),
            Said("따라서", "so", as_text(key)),
        ),
        slips(key, p, Fraction(p * a, b), Fraction(p, 2), key + 1, key + 2, fits=_positive),
        unit="%",
    )  # fmt: skip


def _watered(rng: Random) -> dict[str, object]:
    p, q = sorted(rng.sample(range(2, 21), 2), reverse=True)
    a = 50 * rng.randint(2, 12)
    return {"p": p, "a": a, "q": q}


@told_type(
    "water-to-be-added",
    standard=EQUATION,
    ko="소금물에 물 넣기",
    en="water added to salt water",
    draw=_watered,
    says={
        "ko": (
            "{p} %의 소금물 {a} g에 물을 더 넣어 {q} %의 소금물을 만들려고 한다. 더 넣어야 하는 물의 양은 몇 g인지 구하시오.",
            "농도가 {p} %인 소금물 {a} g에 물을 넣어 농도가 {q} %인 소금물을 만들려고 할 때, 넣어야 하는 물의 양은 몇 g인지 구하시오.",
        ),
        "en": ("How many g of water must be added to {a} g of salt water of {p} % to make salt water of {q} %?",),
    },
    reads=wordings(
        "<농도가 {p} %인|{p} %의> 소금물 {a} g에 물을 <더 |>넣어 <농도가 {q} %인|{q} %의> 소금물을 만들려고 한다. "
        "<더 넣어야 하는 물의 양을|넣어야 하는 물의 양을|몇 g의 물을 더 넣어야 하는지|몇 g의 물을 넣어야 하는지|물을 몇 g 더 넣어야 하는지> 구하시오.",
        "<농도가 {p} %인|{p} %의> 소금물 {a} g에 <몇 g의 물을 |물을 몇 g >더 넣으면 {q} %의 소금물이 되는지 구하시오.",
    ),
)
def water_to_be_added(p: int, a: int, q: int) -> Item:
    if not 0 < q < p < 60 or a <= 0:
        raise ValueError("a weaker salt water")
    key = _whole(Fraction(a * (p - q), q))
    if key > 5 * a:
        raise ValueError("some water")
    return Item(
        value("x", [f"{p}%*{a} = {q}%*({a} + x)"], x="positive"),
        (str(key),),
        (
            Said("물을 $x$ g 넣어도 소금의 양은 변하지 않으므로", "water does not change the salt: with $x$ g of water",
                 f"{p}%*{a} = {q}%*({a} + x)"),
            Said("양변에 $100$을 곱하면", "multiply both sides by $100$", f"{p * a} = {q}({a} + x)"),
            Said("괄호를 풀면", "expand the bracket", f"{p * a} = {q * a} + {q}*x"),
            Said("따라서", "so", f"x = {key}"),
        ),
        slips(key, a + key, Fraction(a * (p - q), p), Fraction(a * (p - q), 100), Fraction(a * q, p), key + 10,
              fits=lambda n: n > 0 and n.denominator == 1),
        unit="g",
    )  # fmt: skip


@told_type(
    "water-to-be-evaporated",
    standard=EQUATION,
    ko="소금물에서 물 증발시키기",
    en="water evaporated from salt water",
    draw=lambda rng: (lambda drawn: {"p": drawn["q"], "a": drawn["a"], "q": drawn["p"]})(_watered(rng)),
    says={
        "ko": (
            "{p} %의 소금물 {a} g에서 물을 증발시켜 {q} %의 소금물을 만들려고 한다. 증발시켜야 하는 물의 양은 몇 g인지 구하시오.",
        ),
        "en": ("How many g of water must evaporate from {a} g of salt water of {p} % to leave salt water of {q} %?",),
    },
    reads=wordings(
        "<농도가 {p} %인|{p} %의> 소금물 {a} g에서 물을 증발시켜 <농도가 {q} %인|{q} %의> 소금물을 만들려고 한다. "
        "<증발시켜야 하는 물의 양을|몇 g의 물을 증발시켜야 하는지|물을 몇 g 증발시켜야 하는지> 구하시오.",
        "<농도가 {p} %인|{p} %의> 소금물 {a} g에서 <몇 g의 물을|물을 몇 g> 증발시키면 {q} %의 소금물이 되는지 구하시오.",
    ),
)
def water_to_be_evaporated(p: int, a: int, q: int) -> Item:
    if not 0 < p < q < 60 or a <= 0:
        raise ValueError("a stronger salt water")
    key = _whole(Fraction(a * (q - p), q))
    return Item(
        value("x", [f"{p}%*{a} = {q}%*({a} - x)"], x="positive"),
        (str(key),),
        (
            Said("물을 $x$ g 증발시켜도 소금의 양은 변하지 않으므로", "the salt stays when $x$ g of water evaporate",
                 f"{p}%*{a} = {q}%*({a} - x)"),
            Said("양변에 $100$을 곱하면", "multiply both sides by $100$", f"{p * a} = {q}({a} - x)"),
            Said("괄호를 풀면", "expand the bracket", f"{p * a} = {q * a} - {q}*x"),
            Said("따라서", "so", f"x = {key}"),
        ),
        slips(key, a - key, Fraction(a * (q - p), p), Fraction(a * (q - p), 100), key + 10, key + 25, Fraction(q * a, 100),
              fits=lambda n: n > 0 and n.denominator == 1),
        unit="g",
    )  # fmt: skip


def _mixture(rng: Random) -> dict[str, object]:
    p, q = rng.sample(range(2, 26), 2)
    return {"p": p, "a": 50 * rng.randint(2, 10), "q": q, "b": 50 * rng.randint(2, 10)}


@told_type(
    "concentration-of-mixture",
    standard=EQUATION,
    ko="두 소금물을 섞은 농도",
    en="concentration of a mixture",
    draw=_mixture,
    says={
        "ko": (
            "{p} %의 소금물 {a} g과 {q} %의 소금물 {b} g을 섞으면 몇 %의 소금물이 되는지 구하시오.",
            "농도가 {p} %인 소금물 {a} g과 농도가 {q} %인 소금물 {b} g을 섞은 소금물의 농도는 몇 %인지 구하시오.",
        ),
        "en": (
            "{a} g of salt water of {p} % and {b} g of salt water of {q} % are mixed. "
            "What percent (%) of the mixture is salt?",
        ),
    },
    reads=wordings(
        "<농도가 {p} %인|{p} %의> 소금물 {a} g과 <농도가 {q} %인|{q} %의> 소금물 {b} g을 "
        "<섞었을 때, 이 소금물의|섞었을 때, 소금물의|섞어 만든 소금물의|섞은 소금물의> 농도를 구하시오.",
    ),
)
def concentration_of_mixture(p: int, a: int, q: int, b: int) -> Item:
    if min(p, q, a, b) <= 0 or p == q or a == b or max(p, q) > 50:
        raise ValueError("two salt waters")
    key = Fraction(p * a + q * b, a + b)
    if key.denominator != 1:
        raise ValueError("a whole percentage")
    return Item(
        value(f"({p}%*{a} + {q}%*{b})/({a} + {b})*100"),
        (as_text(key),),
        (
            Said("(농도)=(소금의 양)÷(소금물의 양)×100이므로", "the concentration is salt over salt water times 100",
                 f"({p}%*{a} + {q}%*{b})/({a} + {b})*100"),
            Said("소금의 양과 소금물의 양을 각각 구하면", "the salt and the salt water",
                 f"{as_text(Fraction(p * a + q * b, 100))}/{a + b}*100"),
            Said("따라서", "so", as_text(key)),
        ),
        slips(key, Fraction(p + q, 2), p + q, abs(p - q), Fraction(p * b + q * a, a + b), key + 1, fits=_positive),
        unit="%",
    )  # fmt: skip


def _two_waters(rng: Random) -> dict[str, object]:
    p, r, q = sorted(rng.sample(range(2, 21), 3))
    return {"p": p, "q": q, "r": r, "n": 50 * rng.randint(4, 16)}


def _parts(p: int, q: int, r: int, n: int, asks_weaker: bool) -> Item:
    if not 0 < p < r < q < 60 or n <= 0:
        raise ValueError("a mixture between the two")
    weaker = _whole(Fraction(n * (q - r), q - p))
    key, other = (weaker, n - weaker) if asks_weaker else (n - weaker, weaker)
    if key == other:
        raise ValueError("different amounts")
    name = "x" if asks_weaker else "y"
    return Item(
        value(name, [f"x + y = {n}", f"{p}%*x + {q}%*y = {r}%*(x + y)"], x="positive", y="positive"),
        (str(key),),
        (
            Said(f"${p}$ %의 소금물을 $x$ g, ${q}$ %의 소금물을 $y$ g이라 하면",
                 f"with $x$ g of ${p}$ % and $y$ g of ${q}$ %", f"x + y = {n} and {p}%*x + {q}%*y = {r}%*(x + y)"),
            Said("둘째 식의 양변에 $100$을 곱하면", "multiply both sides by $100$ in the second equation",
                 f"x + y = {n} and {p}x + {q}y = {r}(x + y)"),
            Said("연립하여 풀면", "solve the system", f"{'y' if name == 'x' else 'x'} = {other}"),
            Said("전체에서 빼면", "take it from the whole", f"{n} - {other}"),
            Said("따라서", "so", str(key)),
        ),
        slips(key, other, Fraction(n, 2), Fraction(n * p, p + q), Fraction(n * q, p + q), key + 50, key - 50,
              fits=lambda k: 0 < k < n and k.denominator == 1),
        unit="g",
    )  # fmt: skip


for _id, _slot, _weaker in (("weaker", "p", True), ("stronger", "q", False)):

    def _build(p: int, q: int, r: int, n: int, _weaker: bool = _weaker) -> Item:
        return _parts(p, q, r, n, _weaker)

    told_type(
        f"amount-of-{_id}-salt-water",
        standard=SYSTEM,
        ko="두 소금물의 양",
        en="two salt waters mixed",
        draw=_two_waters,
        says={
            "ko": (
                "{p} %의 소금물과 {q} %의 소금물을 섞어서 {r} %의 소금물 {n} g을 만들었다. "
                f"{{{_slot}}} %의 소금물의 양은 몇 g인지 구하시오.",
            ),
            "en": (
                "Salt water of {p} % and salt water of {q} % are mixed to make {n} g of salt water of {r} %. "
                f"How many g of the salt water of {{{_slot}}} % are used?",
            ),
        },
        reads=wordings(
            "<농도가 {p} %인 소금물과 농도가 {q} %인|{p} %의 소금물과 {q} %의> 소금물을 섞어<서|> {r} %의 소금물 {n} g을 "
            f"<만들었다.|만들려고 한다.|만들었을 때,> {{{_slot}}} %의 소금물의 양을 구하시오.",
            "<농도가 {p} %인 소금물과 농도가 {q} %인|{p} %의 소금물과 {q} %의> 소금물을 섞어<서|> {r} %의 소금물 {n} g을 "
            f"만들려고 한다. {{{_slot}}} %의 소금물은 몇 g <섞어야 하는지|필요한지> 구하시오.",
        ),
    )(_build)
