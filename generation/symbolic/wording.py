"""Statements in Korean and English: the source's own words with new formulas, or a type's phrasings."""

from __future__ import annotations

from random import Random

from generation.expression.formulas import segments
from generation.expression.render import latex
from generation.expression.tree import And, Node
from generation.problem import Language
from generation.reading.wording import language_of
from generation.symbolic.particles import ending, mend_after, particle
from generation.symbolic.problem_type import Draw, ProblemType

PHRASINGS: dict[Language, dict[str, tuple[str, ...]]] = {
    "ko": {
        "solve": ("{noun} {f}{을} 푸시오.", "{noun} {f}의 해를 구하시오.", "다음 {noun}{noun_을} 푸시오: {f}"),
        "value": ("{f}{을} 계산하시오.", "다음을 계산하시오: {f}", "{f}의 값을 구하시오."),
        "expanded": ("{f}{을} 전개하시오.", "다음 식을 전개하시오: {f}"),
        "factored": ("{f}{을} 인수분해하시오.", "다음 식을 인수분해하시오: {f}"),
        "simplified": ("{f}{을} 간단히 하시오.", "다음 식을 간단히 하시오: {f}"),
        "lowest_terms": ("{f}{을} 기약분수로 나타내시오.", "분수 {f}{을} 약분하여 기약분수로 나타내시오."),
        "rationalized": ("{f}의 분모를 유리화하시오.",),
    },
    "en": {
        "solve": ("Solve the {noun} {f}.", "Find all solutions of the {noun} {f}.", "Solve: {f}"),
        "value": ("Calculate {f}.", "Work out {f}.", "Find the value of {f}."),
        "expanded": ("Expand {f}.",),
        "factored": ("Factor {f}.", "Factor the expression {f}."),
        "simplified": ("Simplify {f}.", "Simplify the expression {f}."),
        "lowest_terms": ("Write {f} in lowest terms.", "Reduce {f} to lowest terms."),
        "rationalized": ("Rationalize the denominator of {f}.",),
    },
}


CHOICE_PHRASINGS: dict[Language, dict[str, tuple[str, ...]]] = {
    "ko": {
        "solve": ("{noun} {f}의 해는?", "{noun} {f}{을} 풀면?"),
        "value": ("{f}{을} 계산하면?", "{f}의 값은?"),
        "expanded": ("{f}{을} 전개하면?",),
        "factored": ("{f}{을} 인수분해하면?",),
        "simplified": ("{f}{을} 간단히 하면?",),
        "lowest_terms": ("{f}{을} 기약분수로 나타내면?",),
        "rationalized": ("{f}의 분모를 유리화하면?",),
    },
    "en": PHRASINGS["en"],
}
"""How items with choices are asked."""


def statement(
    problem_type: ProblemType, draw: Draw, language: Language, rng: Random, source: str | None, *, choices: bool
) -> str:
    """The text of an item; in the source's words where its formulas can be swapped one for one."""
    reworded = _reworded(source, draw.formulas) if source is not None and language_of(source) == language else None
    if reworded is not None:
        return reworded
    whole = draw.formulas[0] if len(draw.formulas) == 1 else And(draw.formulas)  # type: ignore[arg-type]
    template = rng.choice((CHOICE_PHRASINGS if choices else PHRASINGS)[language][problem_type.kind])
    noun = problem_type.ko if language == "ko" else problem_type.en
    return template.format(
        noun=noun,
        f=f"${latex(whole)}$",
        을=particle("을", ending(whole)),
        noun_을=_noun_particle(noun),
    )


def _noun_particle(noun: str) -> str:
    last = ord(noun[-1])
    return "을" if 0xAC00 <= last <= 0xD7A3 and (last - 0xAC00) % 28 else "를"


def _reworded(source: str, formulas: tuple[Node, ...]) -> str | None:
    """The source with its formulas replaced and the particles behind them mended; None where they do not pair up."""
    parts = segments(source)
    if not any(character.isalpha() for part in parts if not part.is_formula for character in part.text):
        return None  # "4/5+2/3=" has no words to keep
    if "단," in source:
        return None  # a restriction that need not fit the new formulas
    slots = [part for part in parts if part.is_formula]
    new = list(formulas)
    if len(slots) == 1 and len(new) > 1:
        new = [And(tuple(new))]  # type: ignore[arg-type]
    if len(slots) != len(new):
        return None
    text = ""
    last: Node | None = None
    for part in parts:
        if part.is_formula:
            last = new.pop(0)
            text += f"${latex(last)}$"
        else:
            text += mend_after(last, part.text) if last is not None else part.text
            last = None
    return text
