"""Items with parameters whose keys are found by trying numbers: kinds of question that the engine may not write yet.

Each template fills one text and one model with one set of numbers; a fault fills them with different ones.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from random import Random

from generation.problem import Answer, AnswerValue, Ask, Language, Model, Problem

Numbers = Mapping[str, int]
Key = tuple[AnswerValue, ...]


def _nothing(_: Numbers) -> Numbers:
    return {}


@dataclass(frozen=True, slots=True)
class Template:
    """A way to ask; ``key`` computes the answer by brute force, None where the numbers make no item."""

    name: str
    draw: Callable[[Random], Numbers]
    ko: str
    en: str
    model: Callable[[Numbers], Model]
    key: Callable[[Numbers], Key | None]
    unit: tuple[str, str] | None = None
    """The unit of the answer in Korean and English."""
    wrong_units: tuple[str, ...] = ()
    """Units that stand in the text, or look like the right one, and are not the answer's."""
    follow: Callable[[Numbers], Numbers] = _nothing
    """The numbers of the text that follow from the drawn ones: a right side, a sum, an argument."""

    def numbers(self, rng: Random) -> Numbers:
        """A set of numbers for one item."""
        drawn = self.draw(rng)
        return {**drawn, **self.follow(drawn)}

    def problem(self, language: Language, text: Numbers, model: Numbers | None = None, key: Numbers | None = None) -> (
        Problem | None
    ):  # fmt: skip
        """An item; text, model and key may come from different numbers."""
        values = self.key(key or text)
        if values is None:
            return None
        words = (self.ko if language == "ko" else self.en).format(**text)
        unit = None if self.unit is None else self.unit[language == "en"]
        return Problem(words, self.model(model or text), Answer(values, unit), language)


def ints(**ranges: tuple[int, int]) -> Callable[[Random], Numbers]:
    """Draws each number between its ends."""
    return lambda rng: {name: rng.randint(*ends) for name, ends in ranges.items()}


def solve(name: str, domain: str, *given: str) -> Model:
    """The model that asks for all solutions in one letter."""
    return Model(Ask("solve", (name,)), {name: domain}, {}, given)


def one(number: int) -> Key:
    """The key of a single number."""
    return (str(number),)


def only(found: list[int]) -> Key | None:
    """The key where the search found exactly one."""
    return (str(found[0]),) if len(found) == 1 else None


def _each(found: list[int]) -> Key | None:
    return tuple(map(str, found)) or None


def _larger(found: list[int]) -> Key | None:
    return (str(max(found)),) if len(found) == 2 else None


_RANGE = range(-400, 401)
_DICE = range(1, 7)


def _fraction(part: int, whole: int) -> Key:
    return (str(Fraction(part, whole)),)


TEMPLATES: tuple[Template, ...] = (
    Template(
        "a number times and plus",
        ints(a=(2, 9), b=(1, 30), x=(1, 30)),
        "어떤 수의 {a}배에 {b}를 더하면 {c}이다. 어떤 수를 구하시오.",
        "A number multiplied by {a} and increased by {b} is {c}. Find the number.",
        lambda n: solve("x", "real", f"{n['a']}x + {n['b']} = {n['c']}"),
        lambda n: only([x for x in _RANGE if n["a"] * x + n["b"] == n["c"]]),
        follow=lambda n: {"c": n["a"] * n["x"] + n["b"]},
    ),
    Template(
        "natural solutions of an inequality",
        ints(a=(2, 7), c=(8, 60)),
        "부등식 ${a}x<{c}$를 만족시키는 자연수 $x$를 모두 구하시오.",
        "Find all natural numbers $x$ with ${a}x<{c}$.",
        lambda n: solve("x", "natural", f"{n['a']}x < {n['c']}"),
        lambda n: _each([x for x in range(1, 100) if n["a"] * x < n["c"]]),
    ),
    Template(
        "how many natural solutions",
        ints(a=(2, 7), c=(8, 60)),
        "부등식 ${a}x<{c}$를 만족시키는 자연수 $x$의 개수를 구하시오.",
        "How many natural numbers $x$ satisfy ${a}x<{c}$?",
        lambda n: Model(Ask("count", ("x",)), {"x": "natural"}, {}, (f"{n['a']}x < {n['c']}",)),
        lambda n: one(sum(1 for x in range(1, 100) if n["a"] * x < n["c"])),
    ),
    Template(
        "value at a number",
        ints(x=(-6, 6), a=(2, 9), b=(1, 9)),
        "$x={x}$일 때, $x^2-{a}x+{b}$의 값을 구하시오.",
        "Find the value of $x^2-{a}x+{b}$ when $x={x}$.",
        lambda n: Model(Ask("value", of=f"x^2 - {n['a']}x + {n['b']}"), {"x": "real"}, {}, (f"x = {n['x']}",)),
        lambda n: one(n["x"] ** 2 - n["a"] * n["x"] + n["b"]),
    ),
    Template(
        "sum of squares from sum and product",
        ints(x=(-9, 9), y=(-9, 9)),
        "$x+y={s}$, $xy={p}$일 때, $x^2+y^2$의 값을 구하시오.",
        "If $x+y={s}$ and $xy={p}$, find the value of $x^2+y^2$.",
        lambda n: Model(
            Ask("value", of="x^2 + y^2"), {"x": "real", "y": "real"}, {}, (f"x + y = {n['s']}", f"x*y = {n['p']}")
        ),
        lambda n: only(sorted({x * x + (n["s"] - x) ** 2 for x in _RANGE if x * (n["s"] - x) == n["p"]})),
        follow=lambda n: {"s": n["x"] + n["y"], "p": n["x"] * n["y"]},
    ),
    Template(
        "value of a function",
        ints(a=(2, 9), b=(-9, 9), c=(1, 9), k=(-5, 5)),
        "함수 $f(x)={a}x^2+({b})x+{c}$에 대하여 $f({k})$의 값을 구하시오.",
        "For $f(x)={a}x^2+({b})x+{c}$, find the value of $f({k})$.",
        lambda n: Model(Ask("value", of=f"f({n['k']})"), {}, {"f(x)": f"{n['a']}x^2 + ({n['b']})x + {n['c']}"}),
        lambda n: one(n["a"] * n["k"] ** 2 + n["b"] * n["k"] + n["c"]),
    ),
    Template(
        "least value",
        ints(p=(1, 9), q=(-9, 9)),
        "이차함수 $y=x^2-{b}x+({c})$의 최솟값을 구하시오.",
        "Find the minimum of $y=x^2-{b}x+({c})$.",
        lambda n: Model(Ask("extremum", of=f"x^2 - {n['b']}x + ({n['c']})", sense="min"), {"x": "real"}),
        lambda n: None if n["b"] % 2 else one(min(x * x - n["b"] * x + n["c"] for x in _RANGE)),
        follow=lambda n: {"b": 2 * n["p"], "c": n["p"] ** 2 + n["q"]},
    ),
    Template(
        "greatest value on an interval",
        ints(p=(1, 9), q=(-9, 9), l=(-5, 0), r=(4, 12)),
        "${l} \\le x \\le {r}$에서 $x^2-{b}x+({c})$의 최댓값을 구하시오.",
        "Find the maximum of $x^2-{b}x+({c})$ for ${l} \\le x \\le {r}$.",
        lambda n: Model(
            Ask("extremum", of=f"x^2 - {n['b']}x + ({n['c']})", sense="max"), {"x": f"[{n['l']}, {n['r']}]"}
        ),
        lambda n: one(max(x * x - n["b"] * x + n["c"] for x in range(n["l"], n["r"] + 1))),
        follow=lambda n: {"b": 2 * n["p"], "c": n["p"] ** 2 + n["q"]},
    ),
    Template(
        "larger root",
        ints(p=(-9, 9), q=(-9, 9)),
        "이차방정식 $x^2-({s})x+({t})=0$의 두 근 중 큰 근을 구하시오.",
        "Find the larger root of $x^2-({s})x+({t})=0$.",
        lambda n: Model(
            Ask("extremum", of="x", sense="max"), {"x": "real"}, {}, (f"x^2 - ({n['s']})x + ({n['t']}) = 0",)
        ),
        lambda n: _larger([x for x in _RANGE if x * x - n["s"] * x + n["t"] == 0]),
        follow=lambda n: {"s": n["p"] + n["q"], "t": n["p"] * n["q"]},
    ),
    Template(
        "two dice",
        ints(s=(2, 12)),
        "서로 다른 두 개의 주사위를 동시에 던질 때, 나온 눈의 수의 합이 {s}일 확률을 구하시오.",
        "Two different dice are thrown. Find the probability that the sum is {s}.",
        lambda n: Model(Ask("probability", event=(f"a + b = {n['s']}",)), {"a": "1..6", "b": "1..6"}),
        lambda n: _fraction(sum(1 for a in _DICE for b in _DICE if a + b == n["s"]), 36),
    ),
    Template(
        "two dice, cases",
        ints(s=(2, 12)),
        "서로 다른 두 개의 주사위를 동시에 던질 때, 나온 눈의 수의 합이 {s}인 경우의 수를 구하시오.",
        "Two different dice are thrown. In how many ways is the sum {s}?",
        lambda n: Model(Ask("count", ("a", "b")), {"a": "1..6", "b": "1..6"}, {}, (f"a + b = {n['s']}",)),
        lambda n: one(sum(1 for a in _DICE for b in _DICE if a + b == n["s"])),
    ),
    Template(
        "true or false",
        ints(a=(2, 9), b=(2, 9), c=(2, 90)),
        "${a} \\times {b} > {c}$의 참, 거짓을 판별하시오.",
        "Decide whether ${a} \\times {b} > {c}$ is true or false.",
        lambda n: Model(Ask("truth", claim=f"{n['a']}*{n['b']} > {n['c']}"), {}),
        lambda n: ("true" if n["a"] * n["b"] > n["c"] else "false",),
    ),
    Template(
        "equation with a bar",
        ints(a=(-9, 9), r=(1, 9)),
        "방정식 $|x-({a})|={r}$을 푸시오.",
        "Solve the equation $|x-({a})|={r}$.",
        lambda n: solve("x", "real", f"|x - ({n['a']})| = {n['r']}"),
        lambda n: _each([x for x in _RANGE if abs(x - n["a"]) == n["r"]]),
    ),
    Template(
        "arithmetic sequence",
        ints(a=(1, 9), d=(2, 9), k=(4, 30)),
        "첫째항이 {a}, 공차가 {d}인 등차수열의 제{k}항을 구하시오.",
        "The first term of an arithmetic sequence is {a} and its common difference is {d}. Find term number {k}.",
        lambda n: Model(Ask("value", of=f"{n['a']} + ({n['k']} - 1)*{n['d']}")),
        lambda n: one(n["a"] + (n["k"] - 1) * n["d"]),
    ),
    Template(
        "sum with a sigma",
        ints(a=(2, 9), n=(3, 20)),
        "$\\sum_{{k=1}}^{{{n}}} ({a}k+1)$의 값을 구하시오.",
        "Find the value of $\\sum_{{k=1}}^{{{n}}} ({a}k+1)$.",
        lambda n: Model(Ask("value", of=f"sum({n['a']}k + 1, k, 1, {n['n']})")),
        lambda n: one(sum(n["a"] * k + 1 for k in range(1, n["n"] + 1))),
    ),
    Template(
        "logarithm",
        ints(b=(2, 5), e=(1, 5)),
        "$\\log_{{{b}}} {v}$의 값을 구하시오.",
        "Find the value of $\\log_{{{b}}} {v}$.",
        lambda n: Model(Ask("value", of=f"log({n['v']}, {n['b']})")),
        lambda n: only([e for e in range(30) if n["b"] ** e == n["v"]]),
        follow=lambda n: {"v": n["b"] ** n["e"]},
    ),
)
"""Kinds of question apart from those that the engine writes."""
