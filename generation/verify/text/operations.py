"""Words that name an operation or a direction ("sum", "product", "ago") against the operations of the model."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generation.expression.tree import Add, Call, Div, Expr, Mul, Neg, Node, Pow, Sub, children
from generation.problem import Ask

Kinds = frozenset[type[Expr]]
_SUM: Kinds = frozenset({Add})
_DIFFERENCE: Kinds = frozenset({Sub, Neg})
_PRODUCT: Kinds = frozenset({Mul, Pow})
_QUOTIENT: Kinds = frozenset({Div})
_ROWS: tuple[tuple[str, Kinds, Kinds], ...] = (
    (r"(?<!총)(?<!크기의 )(?<![가-힣])합(?=이|은|을|의|으로)|의 합(?=이|은|을)|\bsum\b|더하면|더한", _SUM, _DIFFERENCE),
    (
        r"(?:의|두 수의|와의|과의) 차(?=가|는|를|의|이)|차가 (?=[0-9])|\bdifference (?:between|of|in|is)\b|빼면|뺀",
        _DIFFERENCE,
        _SUM,
    ),
    (r"의 곱(?=이|은|을)|곱이 |곱하면|곱한|\bproduct (?:of|is)\b|\bmultipl(?:y|ied|ying)\b", _PRODUCT, _QUOTIENT),
    (r"나누면|나눈|\bquotient\b|\bdivid(?:e|ed|ing)\b", _QUOTIENT, _PRODUCT),
    (r"\bincreased by\b(?! a factor)", _SUM, _DIFFERENCE),
    (r"\bdecreased by\b", _DIFFERENCE, _SUM),
    (r"영하|below zero|below freezing", _DIFFERENCE, frozenset()),
    (r"(?:년|개월|일|시간|분) ?전|\byears? ago\b|\bhow many years before\b", _DIFFERENCE, frozenset()),
)
"""What the words name, the operation, and the one that undoes it: a value may be worked out backwards."""
_COMPILED = tuple((re.compile(pattern, re.IGNORECASE), kinds, undone) for pattern, kinds, undone in _ROWS)
_SHARE_TAKEN = re.compile(
    r"할인된 금액|할인 ?금액|how much is saved|amount of (?:the )?discount|\bis saved\b", re.IGNORECASE
)
_PERCENT = re.compile("%|퍼센트|percent")
_SENSES = {
    "max": re.compile(
        r"최댓값|최대|가장 [큰많긴높]|큰 [근해수]|at most|maximum|largest|greatest|larger|greater|biggest",
        re.IGNORECASE,
    ),
    "min": re.compile(
        r"최솟값|최소|가장 [작적짧낮]|작은 [근해수]|at least|minimum|smallest|least|smaller|lowest", re.IGNORECASE
    ),
}


def unused_operations(words: str, ask: Ask, model: Iterable[Node]) -> list[str]:
    """The words that name an operation which the model neither carries out nor undoes."""
    found = _operations(model)
    missing = []
    for pattern, kinds, undone in _COMPILED:
        match = pattern.search(words)
        allowed = kinds if ask.kind in ("solve", "count", "probability") else kinds | undone
        if match is not None and not found & allowed and Call not in found:
            missing.append(match[0].strip())
    if (match := _SHARE_TAKEN.search(words)) is not None and Sub in found and _PERCENT.search(words):
        missing.append(match[0])
    return missing


def sense_is_said(words: str, ask: Ask) -> bool:
    """Whether the words ask for this extreme."""
    return ask.kind == "extremum" and ask.sense is not None and _SENSES[ask.sense].search(words) is not None


def sense_is_turned(words: str, ask: Ask) -> bool:
    """Whether the words ask for the other extreme."""
    if ask.kind != "extremum" or ask.sense is None:
        return False
    other = "min" if ask.sense == "max" else "max"
    return _SENSES[other].search(words) is not None and _SENSES[ask.sense].search(words) is None


def _operations(nodes: Iterable[Node]) -> frozenset[type[Expr]]:
    """The kinds of operation in the trees."""
    found: set[type[Expr]] = set()
    stack = list(nodes)
    while stack:
        node = stack.pop()
        if isinstance(node, Add | Sub | Mul | Div | Pow | Neg | Call):
            found.add(type(node))
        stack.extend(children(node))
    return frozenset(found)
