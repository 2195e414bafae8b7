"""Number phrases in Korean: "어떤 수의 15%가 240일 때, 어떤 수를 구하시오", "100과 40의 차", "x보다 3만큼 작은 수".

Each row is a whole sentence; what matches no row is not read here, so that no quantity is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from generation.expression.errors import ExpressionError
from generation.expression.exact import rational_value
from generation.expression.parser import parse
from generation.expression.render import infix
from generation.expression.tree import Add, Div, Expr, Mul, Percent, Relation, Sub, Sym, symbols
from generation.problem import Ask, Model
from generation.reading.phrases import UNKNOWN, distance, product
from generation.reading.sentences import pieces

_NUMBER = r"(⟦\d+⟧|어떤\s*수(?:\s*⟦\d+⟧)?)"
_TOPIC = "(?:을|를|이|가|은|는)"
_ASKED = (
    r"(?:은|는|을|를|이|가)?\s*(?:얼마(?:인가요?|입니까)?|구하(?:시오|세요|여라)|계산하(?:시오|세요)|"
    r"(?:문자를 사용한 )?식으로 나타내(?:시오|세요|어라))"
)
_END = r"\s*[.?]?\s*$"
Build = Callable[[Expr, Expr], Expr]


def _share(whole: Expr, part: Expr) -> Expr:
    return Mul(part if isinstance(part, Percent) else Percent(part), whole)


_PHRASES: tuple[tuple[str, Build], ...] = (
    (rf"{_NUMBER}보다 {_NUMBER}(?:만큼)? 큰 (?:수|값)", Add),
    (rf"{_NUMBER}보다 {_NUMBER}(?:만큼)? 작은 (?:수|값)", Sub),
    (rf"{_NUMBER}에(?:다)? {_NUMBER}{_TOPIC} 더한 (?:수|값)", Add),
    (rf"{_NUMBER}에서 {_NUMBER}{_TOPIC} 뺀 (?:수|값)", Sub),
    (rf"{_NUMBER}에 {_NUMBER}{_TOPIC} 곱한 (?:수|값)", lambda a, b: product(b, a) if isinstance(a, Sym) else Mul(a, b)),
    (rf"{_NUMBER}{_TOPIC} {_NUMBER}(?:으로|로) 나눈 (?:수|값|몫)", lambda a, b: Div(a, b, inline=True)),
    (rf"{_NUMBER}(?:과|와) {_NUMBER}의 합", Add),
    (rf"{_NUMBER}(?:과|와) {_NUMBER}의 차", distance),
    (rf"{_NUMBER}(?:과|와) {_NUMBER}의 곱", Mul),
    (rf"{_NUMBER}의 {_NUMBER}\s*배", lambda a, b: product(b, a)),
    (rf"{_NUMBER}의 {_NUMBER}(?: ?퍼센트| ?%)?", _share),
)
"""A quantity made of two, and how."""
_EQUALS = (
    rf"(?:이|가|은|는) {_NUMBER}(?:일 때|이면|라면|이라면|입니다|이다|이라고 할 때)[.,]?"
    rf"\s*어떤\s*수(?:\s*⟦\d+⟧)?{_ASKED}"
)
_HINT = re.compile("의|보다|더한|뺀|곱한|나눈|합|차|곱|배|%|퍼센트")
"""No phrase is without one of these."""
_WHAT_PERCENT = re.compile(rf"^{_NUMBER}(?:은|는) {_NUMBER}의 몇\s*(?:%|퍼센트)(?:인가요?|입니까|인지 구하시오){_END}")


def read_korean_phrase(statement: str) -> Model | None:
    """The model of a question that consists of one number phrase; None where it says anything else.

    >>> read_korean_phrase("28은 40의 몇 %인가?").given
    ('x%*40 = 28',)
    """
    try:
        text, formulas = _with_places(statement)
        return _read(text, formulas)
    except ExpressionError:
        return None


@dataclass(frozen=True, slots=True)
class _Row:
    """A phrase as a question of its own, and as one side of an equality."""

    asked: re.Pattern[str]
    equal: re.Pattern[str]
    build: Build

    def fits(self, text: str, second: Expr) -> bool:
        """Whether a share is one: ``240의 15`` without a percent sign is none."""
        return self.build is not _share or isinstance(second, Percent) or "%" in text or "퍼센트" in text


@cache
def _rows() -> tuple[_Row, ...]:
    """Compiled when the first Korean statement comes: it takes 40 ms."""
    return tuple(
        _Row(re.compile(f"{phrase}{_ASKED}{_END}"), re.compile(f"{phrase}{_EQUALS}{_END}"), build)
        for phrase, build in _PHRASES
    )


def _read(text: str, formulas: list[Expr]) -> Model | None:
    if not _HINT.search(text):
        return None
    if (match := _WHAT_PERCENT.match(text)) is not None:
        part, whole = (_taken(group, formulas) for group in match.groups())
        return _solved(Mul(Percent(UNKNOWN), whole), part)
    for row in _rows():
        if (match := row.asked.fullmatch(text)) is not None:
            first, second = (_taken(group, formulas) for group in match.groups())
            return _model(row.build(first, second)) if row.fits(match[0], second) else None
        if (match := row.equal.fullmatch(text)) is not None:
            first, second, value = (_taken(group, formulas) for group in match.groups())
            return _solved(row.build(first, second), value) if row.fits(match[0], second) else None
    return None


def _with_places(statement: str) -> tuple[str, list[Expr]]:
    """The text with its formulas as numbered places. Raises ExpressionError."""
    formulas: list[Expr] = []
    text = ""
    for piece in pieces(statement):
        if not piece.is_formula:
            text += piece.text
            continue
        node = parse(piece.text)
        if not isinstance(node, Expr):
            raise ExpressionError("a relation inside a phrase")
        text += f"⟦{len(formulas)}⟧"
        formulas.append(node)
    return re.sub(r"\s+", " ", text).strip(), formulas


def _taken(group: str, formulas: list[Expr]) -> Expr:
    match = re.search(r"⟦(\d+)⟧", group)
    return UNKNOWN if match is None else formulas[int(match[1])]


def _model(phrase: Expr) -> Model | None:
    names = sorted(symbols(phrase))
    if names:
        return Model(Ask("form", of=infix(phrase), form="simplified"), dict.fromkeys(names, "real"))
    return None if rational_value(phrase) is None else Model(Ask("value", of=infix(phrase)))


def _solved(left: Expr, right: Expr) -> Model | None:
    names = symbols(left) | symbols(right)
    if len(names) != 1:
        return None
    return Model(Ask("solve", tuple(names)), dict.fromkeys(names, "real"), given=(infix(Relation("=", left, right)),))
