"""Sentences that ask for the asymptotes of a rational function, read whole."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from generation.equivalence.real import number_value
from generation.expression.errors import ExpressionError
from generation.expression.exact import exact
from generation.expression.parser import parse
from generation.expression.tree import Expr, Relation, Sym
from generation.problem import Language
from generation.verify.context import Context

_SENTENCES: dict[Language, re.Pattern[str]] = {
    "ko": re.compile(r"(?:유리)?함수 \$(.+)\$의 (?:그래프의 )?점근선의 방정식을 (?:모두 )?구하시오\.?"),
    "en": re.compile(r"Find both asymptotes of the graph of \$(.+)\$\.?"),
}


@dataclass(frozen=True, slots=True)
class Asymptotes:
    """The place of the upright one and the height of the other."""

    place: Fraction
    height: Fraction

    def __str__(self) -> str:
        return f"asymptotes x = {self.place}, y = {self.height}"

    def agrees(self, context: Context) -> bool:
        """Whether the key is these lines."""
        ask, answer = context.problem.model.ask, context.reading.answer
        if ask.kind != "solve" or set(ask.unknowns) != {"x", "y"} or len(answer) != 1:
            return False
        (row,) = answer
        if not isinstance(row, dict):
            return False
        found = {name: number_value(row[name]).rational() for name in row}
        return found == {"x": self.place, "y": self.height}


def asymptotes_asked(statement: str, language: Language) -> Asymptotes | None:
    """What a sentence asks for; None for every other sentence, and for functions that are not of first degree."""
    match = _SENTENCES[language].fullmatch(statement.strip())
    if match is None or "$" in match[1]:
        return None
    try:
        graph = parse(match[1])
        if not (isinstance(graph, Relation) and graph.op == "=" and graph.left == Sym("y")):
            return None
        return _of(graph.right)
    except ExpressionError:
        return None


def _of(body: Expr) -> Asymptotes | None:
    whole = exact(body)
    bottom, top = whole.bottom.rational_coefficients("x"), whole.top.rational_coefficients("x")
    if bottom is None or top is None or len(bottom) != 2 or len(top) > 2:
        return None
    place = -bottom[0] / bottom[1]
    height = top[1] / bottom[1] if len(top) == 2 else Fraction(0)
    return Asymptotes(place, height) if top[0] != height * bottom[0] else None
