"""Korean particles after numbers and formulas, chosen by how the formula is read aloud."""

from __future__ import annotations

import re
from typing import Literal

from generation.expression.errors import ExpressionError
from generation.expression.formulas import segments
from generation.expression.parser import parse
from generation.expression.render import decimal, latex
from generation.expression.tree import (
    Call,
    Collection,
    Const,
    Div,
    Everything,
    Mixed,
    Node,
    Nothing,
    Num,
    Percent,
    Pow,
    Sym,
    children,
)

Ending = Literal["vowel", "l", "consonant"]
"""How the last syllable ends; ``l`` (ㄹ) takes 로 like a vowel but 을 like a consonant."""

PAIRS = (("을", "를"), ("이", "가"), ("은", "는"), ("과", "와"), ("으로", "로"), ("이다", "다"), ("이므로", "므로"))
"""Particle after a consonant, particle after a vowel."""
_BY_FORM = {form: pair for pair in PAIRS for form in pair}
_DIGITS: tuple[Ending, ...] = (
    "consonant", "l", "vowel", "consonant", "vowel", "vowel", "consonant", "l", "l", "vowel",
)  # fmt: skip
"""영 일 이 삼 사 오 육 칠 팔 구"""
_LETTERS: dict[str, Ending] = {"l": "l", "r": "l", "m": "consonant", "n": "consonant"}
"""엘 알 엠 엔; all other letters end in a vowel."""
_PARTICLE = "|".join(sorted((form for pair in PAIRS[:5] for form in pair), key=len, reverse=True))
_AFTER_FORMULA = re.compile(rf"^({_PARTICLE})(?![가-힣])")
_SLOT = re.compile(r"\{\}(?:\[([가-힣]+)\])?")


def ending(node: Node) -> Ending:
    """How the last syllable of a formula ends when it is read aloud.

    Relations go by what stands last on paper, as in school books (``x-3>5`` → 오 → 를).

    >>> ending(parse("x^2 - 5x + 6 = 0"))
    'consonant'
    """
    match node:
        case Num():
            return _number_ending(decimal(node))
        case Sym(name) | Const(name):
            return _name_ending(name)
        case Pow():
            return "consonant"  # …제곱
        case Div(left, _, inline=False):
            return ending(left)  # 이분의 일
        case Mixed(_, numerator, _):
            return _number_ending(str(numerator))
        case Percent() | Everything() | Nothing():
            return {Percent: "vowel", Everything: "consonant", Nothing: "vowel"}[type(node)]  # type: ignore[return-value]
        case Call("factorial", _):
            return "l"  # 팩토리얼
        case Call("degrees", _):
            return "vowel"  # 도
        case Call("log" | "root" | "limit" | "sum" | "diff", (arg, *_)):
            return ending(arg)
        case Call("integrate", (_, variable, *_)):
            return ending(variable)  # …디엑스
        case Collection(_, ()):
            return "consonant"  # 공집합
        case _:
            return ending(children(node)[-1])


def _number_ending(text: str) -> Ending:
    """The ending of a number as written: 10 십, 100 백, 10000 만, but 0.10 …영."""
    if text[-1] == "0" and "." not in text and len(text.rstrip("0")) + 12 <= len(text):
        return "vowel"  # …조
    return _DIGITS[int(text[-1])]


def _name_ending(name: str) -> Ending:
    last = name[-1]
    if last.isdigit():
        return _DIGITS[int(last)]
    return _LETTERS.get(last.lower(), "vowel") if name not in ("pi", "oo") else "vowel"


def particle(form: str, end: Ending) -> str:
    """The right form of a particle given in either form.

    >>> particle("을", "vowel")
    '를'
    """
    after_consonant, after_vowel = _BY_FORM[form]
    if end == "l" and after_consonant == "으로":
        return after_vowel
    return after_vowel if end == "vowel" else after_consonant


def fill(template: str, *nodes: Node) -> str:
    """A template with ``{}`` for each formula, and ``[을]`` behind it for a particle that goes by its reading.

    >>> fill("방정식 {}[을] 푸시오.", parse("x + 1 = 3"))
    '방정식 $x+1=3$을 푸시오.'
    """
    waiting = list(nodes)

    def formula(match: re.Match[str]) -> str:
        node = waiting.pop(0)
        tail = particle(match[1], ending(node)) if match[1] else ""
        return f"${latex(node)}${tail}"

    text = _SLOT.sub(formula, template)
    if waiting:
        raise ValueError(f"{len(waiting)} formulas without a place in {template!r}")
    return text


def mend(text: str) -> str:
    """The text with the particles right behind its ``$…$`` formulas made to fit; other text stays as it is."""
    parts = segments(text)
    if not any(part.is_formula and text[part.offset] == "$" for part in parts):
        return text
    result: list[str] = []
    previous: Node | None = None
    for part in parts:
        if part.is_formula:
            result.append(f"${part.text}$")
            previous = _parsed(part.text)
            continue
        result.append(part.text if previous is None else mend_after(previous, part.text))
        previous = None
    return "".join(result)


def mend_after(formula: Node, words: str) -> str:
    """Words that stand right behind a formula, their particle made to fit it."""
    match = _AFTER_FORMULA.match(words)
    return particle(match[1], ending(formula)) + words[match.end() :] if match else words


def _parsed(formula: str) -> Node | None:
    try:
        return parse(formula)
    except ExpressionError:
        return None
