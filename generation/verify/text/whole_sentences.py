"""Sentences that are read whole, word for word: what each asks for as a formula of its numbers."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from generation.expression.errors import ExpressionError
from generation.expression.exact import exact
from generation.expression.parser import parse_expression
from generation.expression.render import infix
from generation.expression.tree import Expr, symbols
from generation.problem import Language
from generation.verify.context import Context
from generation.verify.text.measures import plain

_N = r"(-?[0-9]+(?:\.[0-9]+)?(?:/[0-9]+)?)"
_END = "(?:의 값)?[을를] 구하시오"
_SIGNS = {"sin": (1, 1, -1, -1), "cos": (1, -1, -1, 1), "tan": (1, -1, 1, -1)}
_OTHERS = {
    ("sin", "cos"): "sqrt(1 - ({0})^2)",
    ("cos", "sin"): "sqrt(1 - ({0})^2)",
    ("sin", "tan"): "sqrt(({0})^2/(1 - ({0})^2))",
    ("cos", "tan"): "sqrt((1 - ({0})^2)/({0})^2)",
}
"""The size of one function of an angle by another one."""


def _in_quadrant(quadrant: str, given: str, number: str, asked: str) -> str | None:
    """``-sqrt(1 - (3/5)^2)`` for the cosine in the second quadrant; None where the number has another sign there."""
    place = int(quadrant) - 1
    size = _OTHERS.get((given, asked))
    if size is None or (_SIGNS[given][place] < 0) != number.startswith("-"):
        return None
    return ("-" if _SIGNS[asked][place] < 0 else "") + size.format(number)


def _cosine(a: str, b: str, c: str) -> str:
    return f"({b}^2 + {c}^2 - {a}^2)/(2*{b}*{c})"


def _conjugate(real: str, sign: str, imaginary: str) -> str:
    return f"{real} {'-' if sign == '+' else '+'} {imaginary or 1}*i"


def _of_list(first: str, second: str, third: str, index: str) -> str | None:
    """A term of an arithmetic sequence by its first three terms; None where they are none."""
    if int(third) - int(second) != int(second) - int(first):
        return None
    return f"{first} + ({index} - 1)*({second} - ({first}))"


Meaning = Callable[..., str | None]
_ANGLE = rf"제([1-4])사분면의 각이고 \\(sin|cos) ?θ={_N}일 때, \\(sin|cos|tan) ?θ"
_ROWS: dict[Language, tuple[tuple[str, Meaning], ...]] = {
    "ko": (
        (rf"θ가 {_ANGLE}{_END}", _in_quadrant),
        (r"복소수 (-?[0-9]+) ?([+-]) ?([0-9]*)i의 켤레복소수를 구하시오", _conjugate),
        (r"등차수열 (-?[0-9]+), ?(-?[0-9]+), ?(-?[0-9]+), ?\\c?dots ?의 제([0-9]+)항을 구하시오", _of_list),
        (rf"삼각형 ABC에서 BC={_N}, CA={_N}, AB={_N}일 때, \\cos ?A{_END}", _cosine),
    ),
    "en": (
        (
            rf"The angle θ lies in quadrant ([1-4]) and \\(sin|cos) ?θ={_N}\. Find \\(sin|cos|tan) ?θ",
            _in_quadrant,
        ),
        (r"Find the complex conjugate of (-?[0-9]+) ?([+-]) ?([0-9]*)i", _conjugate),
        (
            r"Find term number ([0-9]+) of the arithmetic sequence (-?[0-9]+), ?(-?[0-9]+), ?(-?[0-9]+), ?\\c?dots ?",
            lambda index, first, second, third: _of_list(first, second, third, index),
        ),
        (rf"In the triangle ABC, BC={_N}, CA={_N} and AB={_N}\. Find \\cos ?A", _cosine),
    ),
}
_HINT = re.compile(r"사분면|quadrant|켤레|conjugate|dots|\\cos\s*(?:A|\\mathrm)")


@dataclass(frozen=True, slots=True)
class ValueAsked:
    """A value as a formula of the numbers in the sentence."""

    formula: Expr

    def __str__(self) -> str:
        return f"value of {infix(self.formula)}"

    def agrees(self, context: Context) -> bool:
        """Whether the model asks for this value, in numbers alone."""
        of = context.reading.of
        if context.problem.model.ask.kind != "value" or of is None or symbols(of) or context.reading.given:
            return False
        return exact(of).equals(exact(self.formula)) is True


def value_asked(statement: str, language: Language) -> ValueAsked | None:
    """What a sentence asks for; None for every other sentence."""
    if _HINT.search(statement) is None:
        return None
    text = re.sub(r"\s*=\s*", "=", plain(statement.replace("\\theta", "θ"))).strip().rstrip(".?")
    for pattern, meaning in _patterns(language):
        if (match := pattern.fullmatch(text)) is not None and (formula := meaning(*match.groups())) is not None:
            try:
                return ValueAsked(parse_expression(formula))
            except ExpressionError:
                return None
    return None


@lru_cache(maxsize=2)
def _patterns(language: Language) -> tuple[tuple[re.Pattern[str], Meaning], ...]:
    return tuple((re.compile(pattern), meaning) for pattern, meaning in _ROWS[language])
