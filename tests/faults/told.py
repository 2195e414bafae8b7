"""Faults of items from templates: kinds of question and quantities that the engine may not write."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from generation.problem import Answer, Language, Problem
from tests.faults.edits import in_one_entry, with_number_changed
from tests.faults.fault import Pair, own_fault
from tests.faults.oracle import apart
from tests.faults.siblings import LANGUAGES
from tests.faults.templates import TEMPLATES, Numbers, Template
from tests.faults.word_problems import WORD_PROBLEMS

ALL = (*TEMPLATES, *WORD_PROBLEMS)


def _right(rng: Random, templates: tuple[Template, ...]) -> tuple[Template, Language, Numbers, Problem] | None:
    template, language = rng.choice(templates), rng.choice(LANGUAGES)
    numbers = template.numbers(rng)
    item = template.problem(language, numbers)
    return None if item is None else (template, language, numbers, item)


def _one_other(template: Template, numbers: Numbers, rng: Random) -> Numbers:
    """The numbers with one of those that stand in the text changed, and nothing else."""
    shown = [name for name in numbers if f"{{{name}}}" in template.ko]
    name = rng.choice(shown)
    old = numbers[name]
    new = old + rng.choice((-2, -1, 1, 2, 3))
    return {**numbers, name: new if (new > 0) == (old > 0) and new else old + 4 * (1 if old > 0 else -1)}


def _differs(a: Problem, b: Problem) -> bool:
    return a.answer.values != b.answer.values and (
        a.model.ask.kind == "truth" or apart(a.answer.values, b.answer.values, a.model.ask.unknowns)
    )


@own_fault("told item: answer a near miss")
def near_miss(rng: Random) -> Pair | None:
    """One number of the key off by a little; the other truth value."""
    made = _right(rng, ALL)
    if made is None:
        return None
    *_, item = made
    key = item.answer.values
    turned = {"true": "false", "false": "true"}.get(str(key[0]))
    new = (turned,) if turned else in_one_entry(key, rng, with_number_changed)
    if new is None:
        return None
    broken = replace(item, answer=Answer(new, item.answer.unit))
    return Pair(item, broken, f"{new} for {key}") if _differs(item, broken) else None


@own_fault("told item: number changed in the text")
def text_changed(rng: Random) -> Pair | None:
    """Another number in the words, with another answer."""
    made = _right(rng, ALL)
    if made is None:
        return None
    template, language, numbers, item = made
    other = template.problem(language, text := _one_other(template, numbers, rng))
    broken = template.problem(language, text, model=numbers, key=numbers)
    if broken is None or (other is not None and not _differs(item, other)):
        return None
    return Pair(item, broken, f"the text asks for {other.answer.values if other else 'what has no answer'}")


@own_fault("told item: number changed in the model")
def model_changed(rng: Random) -> Pair | None:
    """The model has another number than the words and the key."""
    made = _right(rng, ALL)
    if made is None:
        return None
    template, language, numbers, item = made
    changed = _one_other(template, numbers, rng)
    broken = template.problem(language, numbers, model=changed)
    other = template.problem(language, changed)
    if broken is None or (other is not None and not _differs(item, other)) or broken.model == item.model:
        return None
    return Pair(item, broken, f"the model has the answer {other.answer.values if other else 'of none'}")


@own_fault("told item: model and key changed together, but not the text")
def model_and_key_changed(rng: Random) -> Pair | None:
    """Model and key agree on another number than the words have."""
    made = _right(rng, ALL)
    if made is None:
        return None
    template, language, numbers, item = made
    broken = template.problem(language, numbers, *([_one_other(template, numbers, rng)] * 2))
    if broken is None or not _differs(item, broken):
        return None
    return Pair(item, broken, f"the text asks for {item.answer.values}")


@own_fault("wrong unit")
def wrong_unit(rng: Random) -> Pair | None:
    """The number is right, what it counts is not: km for hours, cm for its square, won for ten thousands of them."""
    made = _right(rng, WORD_PROBLEMS)
    if made is None:
        return None
    template, language, _, item = made
    unit = rng.choice(template.wrong_units)
    if unit == item.answer.unit or (unit.isascii() != (language == "en") and unit[0] not in "%㎠c"):
        return None
    return Pair(item, replace(item, answer=replace(item.answer, unit=unit)), f"{unit} for {item.answer.unit}")


_TURNED = (
    ("최솟값", "최댓값"),
    ("최댓값", "최솟값"),
    ("큰 근", "작은 근"),
    ("합이", "차가"),
    ("합이", "곱이"),
    ("의 개수", "의 합"),
    ("더하면", "빼면"),
    ("둘레의 길이", "넓이"),
    ("넓이", "둘레의 길이"),
    ("판매 가격", "할인된 금액"),
    ("확률", "경우의 수"),
    ("인 경우의 수", "이 아닌 경우의 수"),
    ("일 확률", "이 아닐 확률"),
    ("만족시키는", "만족시키지 않는"),
    ("몇 년 후", "몇 년 전"),
    ("minimum", "maximum"),
    ("maximum", "minimum"),
    ("larger", "smaller"),
    ("sum is", "product is"),
    ("sum is", "sum is not"),
    ("increased", "decreased"),
    ("perimeter", "area"),
    ("area", "perimeter"),
    ("what is paid", "how much is saved"),
    ("How many natural numbers $x$", "Which natural numbers $x$ do not"),
    ("with ${", "without ${"),
    ("the number.", "twice the number."),
)


@own_fault("told item: request turned")
def request_turned(rng: Random) -> Pair | None:
    """Largest for smallest, sum for product, with 'not': the words ask for something else, all numbers the same."""
    made = _right(rng, ALL)
    if made is None:
        return None
    *_, item = made
    fitting = [(old, new) for old, new in _TURNED if old in item.statement]
    if not fitting:
        return None
    old, new = rng.choice(fitting)
    broken = replace(item, statement=item.statement.replace(old, new, 1))
    return Pair(item, broken, f"'{new}' for '{old}'")
