"""Words that compare ("이상", "at least", "not") against the relation of the event whose probability is asked."""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction

from generation.expression.tree import Add, Logic, Node, Num, Or, Relation, Sub, Sym, symbols, walk

_ROWS: tuple[tuple[str, str], ...] = (
    (">=", r"이상|적어도|at least|or more|or greater|not less than|작지 않"),
    ("<=", r"이하|많아야|at most|or less|or fewer|not (?:more|greater) than|no more than|up to|크지 않|넘지 않"),
    (">", r"초과|보다 (?:크|큰|클|많|높)|(?<!not )(?<!no )(?:more|greater|larger|higher) than|exceeds?|넘는|넘을"),
    ("<", r"미만|보다 (?:작|적|낮)|(?<!not )(?:less|fewer|smaller|lower) than|below|under\b"),
)
_COMPARED = tuple((op, re.compile(pattern, re.IGNORECASE)) for op, pattern in _ROWS)
_NEGATED = re.compile(
    r"아닌|아닐|아니|않|없[는을]|다른 (?:수|눈|색)|서로 다를|적어도|"
    r"\bnot\b|n['’]t\b|\bno\b|\bnone\b|\bneither\b|\bdiffers?\b|\bare different\b|unequal|at least",
    re.IGNORECASE,
)
_TURNED = {"<": ">", ">": "<", "<=": ">=", ">=": "<="}
_NUMBER = r"([0-9]+)(?![0-9]|\.[0-9])"
_TOTAL = re.compile(
    rf"(?:합|곱|차)[이가] ?{_NUMBER}|\b(?:sum|product|difference)\b[^.,0-9]{{0,25}} is +{_NUMBER}|"
    rf"\bis the (?:sum|product|difference)(?: of [a-z ]{{1,25}})? +{_NUMBER}",
    re.IGNORECASE,
)
_SPANS = re.compile(r"[0-9]\$? ?이상 ?\$?[0-9]+\$? ?이하", re.IGNORECASE)


def turned_event(words: str, event: Iterable[Node]) -> tuple[str, bool] | None:
    """What an event says that the words do not, and whether that is sure; None where nothing speaks against it."""
    relations = [part for node in event if isinstance(node, Logic) for part in walk(node) if isinstance(part, Relation)]
    if not relations:
        return None
    text = _SPANS.sub(" ", words)
    named = {op for op, pattern in _COMPARED if pattern.search(text)}
    if (total := other_total(words, relations)) is not None:
        return total, True
    for relation in relations:
        if relation.op == "!=" and _NEGATED.search(words) is None:
            return "the event excludes, the words do not", True
        op = _towards_number(relation)
        if op is None or len(relations) > 1 or op in named or (op == ">" and ">=" in named and _is_zero(relation)):
            continue
        return f"the event has '{relation.op}', the words do not say so", len(named) == 1
    return None


_EITHER = re.compile(r"또는|이거나|거나|\bor\b|\beither\b|적어도|at least one", re.IGNORECASE)
_DIFFERENCE = re.compile(r"의 차[가이는]|\bdiffer", re.IGNORECASE)


def joined_otherwise(words: str, relations: Iterable[Node]) -> str | None:
    """Alternatives of a model where the words have none; a difference of two things thrown that has a sign."""
    for node in relations:
        plain = isinstance(node, Or) and not any(isinstance(part, Add | Sub) for part in walk(node))
        if plain and _EITHER.search(words) is None:
            return "the model has alternatives, the words have none"
        match node:
            case Relation("=", Sub(Sym(), Sym()), Num(value)) if value and _DIFFERENCE.search(words):
                return "a difference of two numbers has no sign, the model's has"
    return None


def other_total(words: str, relations: list[Relation]) -> str | None:
    """A sum, product or difference that the words give a number to, where the one equation has another."""
    totals = {Fraction(match[1] or match[2] or match[3]) for match in _TOTAL.finditer(words)}
    if len(relations) != 1 or len(totals) != 1 or relations[0].op != "=" or totals & _numbers(relations[0]):
        return None
    return f"the words have {next(iter(totals))}, the event another number"


def _towards_number(relation: Relation) -> str | None:
    """The comparison with what is compared with on its right: ``7 <= x + y`` is ``x + y >= 7``."""
    if not symbols(relation.right):
        return relation.op if relation.op in _TURNED else None
    return None if symbols(relation.left) else _TURNED.get(relation.op)


def _numbers(relation: Relation) -> set[Fraction]:
    return {part.value for part in walk(relation) if isinstance(part, Num)}


def _is_zero(relation: Relation) -> bool:
    return any(isinstance(side, Num) and side.value == 0 for side in (relation.left, relation.right))
