"""Whether two answers say the same: equal, different, or undecided; never a guess."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from generation.equivalence.meaning import (
    Condition,
    Meaning,
    Pairs,
    Region,
    Rows,
    UnclearError,
    Values,
    interval_set,
    meaning,
    reals_of,
)
from generation.equivalence.real import ascending
from generation.equivalence.realset import REALS, RealSet
from generation.equivalence.relations import at, difference_of, roots_of
from generation.equivalence.values import SAMPLES, Verdict, compare_values
from generation.expression.constants import decisive
from generation.expression.enclosure import vanishes
from generation.expression.errors import BudgetError, ExpressionError, NotExactError
from generation.expression.parser import parse
from generation.expression.polynomial import Polynomial
from generation.expression.transcendental import proportion
from generation.expression.tree import And, Expr, Logic, Node, Relation, Sym, symbols
from generation.problem import AskKind

__all__ = ["Verdict", "compare", "compare_nodes"]

_T = TypeVar("_T")
_WRAPPED = re.compile(r"(?:\$\$(.*)\$\$|\$(.*)\$|\\\((.*)\\\)|\\\[(.*)\\\])([^$\\]{0,20})", re.DOTALL)
_THOUSANDS = re.compile(r"-?[1-9][0-9]{0,2}(,[0-9]{3})+(\.[0-9]+)?")
MAX_ITEMS = 40


def compare(a: str, b: str, kind: AskKind | None = None) -> Verdict:
    """Compare two texts of answers; ``kind`` is what was asked, where known.

    Numbers, expressions and matrices count by value, solutions irrespective of order and of how they are written
    (``x = 2 or x = 3``, ``2, 3``, ``{2, 3}``), inequalities and intervals by the set they describe, amounts by what
    they measure (:mod:`generation.equivalence.amounts`). Text that cannot be read leaves it undecided.

    >>> compare("x=3, x=2", "2 or 3")
    'equal'
    """
    a, b = _bare(a), _bare(b)
    if _THOUSANDS.fullmatch(a) or _THOUSANDS.fullmatch(b):
        a, b = _without_separators(a), _without_separators(b)
    try:
        first, second = parse(a), parse(b)
    except ExpressionError:
        return "undecided"
    if kind in ("value", "form") and isinstance(first, Expr) and isinstance(second, Expr):
        return compare_values(first, second)
    return compare_nodes(first, second)


def compare_nodes(a: Node, b: Node) -> Verdict:
    """Compare two parsed answers."""
    try:
        return _compare(meaning(a), meaning(b))
    except (ExpressionError, UnclearError):
        return "undecided"


def _without_separators(text: str) -> str:
    """``1,500`` as 1500 where all of the text is one such number; lists have spaces or shorter numbers."""
    return text.replace(",", "") if _THOUSANDS.fullmatch(text) else text


def _bare(text: str) -> str:
    """The text without dollar signs and final stop; a unit may follow the formula."""
    text = text.strip().removesuffix(".").strip()
    match = _WRAPPED.fullmatch(text)
    if match is None:
        return text
    inner = next(group for group in match.groups()[:-1] if group is not None)
    return text if "$" in inner else f"{inner.strip()} {match[match.lastindex or 0].strip()}".strip()


def _compare(a: Meaning, b: Meaning) -> Verdict:
    both_sets = _as_sets(a, b)
    if both_sets is not None:
        return both_sets
    match a, b:
        case Values(), Values():
            return _compare_values(a, b)
        case Rows(), Rows():
            return matching(a.rows, b.rows, _compare_rows)
        case Pairs(), Pairs():
            return matching(a.items, b.items, _compare_values)
        case (Pairs(), Values(ordered=True)) | (Values(ordered=True), Pairs()):
            pairs, pair = (a, b) if isinstance(a, Pairs) else (b, a)
            return matching(pairs.items, (pair,), _compare_values)  # type: ignore[union-attr]
        case (Rows(), Pairs() | Values()) | (Pairs() | Values(), Rows()):
            return _compare_rows_to_pairs(a, b)
        case Condition(), Condition():
            return _compare_conditions(a.logic, b.logic)
        case (Values(), Condition()) | (Condition(), Values()):
            return _compare_value_to_condition(a, b)
        case (Region(), Values()) | (Values(), Region()):
            return _compare_region(a, b)
        case (Region(reals=reals), _) | (_, Region(reals=reals)):
            return "undecided" if _nontrivial(reals) else "different"
        case _:
            return "undecided"


def _nontrivial(reals: RealSet) -> bool:
    return not (reals.is_empty or reals == REALS)


def _as_sets(a: Meaning, b: Meaning) -> Verdict | None:
    try:
        first, second = reals_of(a), reals_of(b)
    except NotExactError:
        return None
    if first is None or second is None:
        return None
    if None not in (first.name, second.name) and first.name != second.name:
        return "different"
    if first.reals == second.reals:
        return "equal"
    marks = [*first.reals.marks, *second.reals.marks]
    if not decisive(name for mark in marks for name in mark.variables):
        ascending(marks)  # raises NotExactError where two of them may be the same number
    return "different"


def _compare_values(a: Values, b: Values) -> Verdict:
    if None not in (a.name, b.name) and a.name != b.name:
        return _compare_value_to_condition(a, b)
    if a.ordered != b.ordered:
        return "different" if a.braces or b.braces or len(a.items) != len(b.items) else "undecided"
    if a.ordered:
        return _in_order(a.items, b.items)
    return matching(a.items, b.items, compare_values)


def _in_order(a: Sequence[Expr], b: Sequence[Expr]) -> Verdict:
    if len(a) != len(b):
        return "different"
    verdicts = [compare_values(x, y) for x, y in zip(a, b, strict=True)]
    if "different" in verdicts:
        return "different"
    return "undecided" if "undecided" in verdicts else "equal"


def matching(a: Sequence[_T], b: Sequence[_T], same: Callable[[_T, _T], Verdict]) -> Verdict:
    """Whether two collections hold the same, irrespective of order and repetition."""
    if len(a) > MAX_ITEMS or len(b) > MAX_ITEMS:
        return "undecided"
    table = [[same(x, y) for y in b] for x in a]
    lines = [*table, *([row[k] for row in table] for k in range(len(b)))]
    if any(all(verdict == "different" for verdict in line) for line in lines):
        return "different"
    return "equal" if all("equal" in line for line in lines) else "undecided"


def _compare_rows(a: Mapping[str, Expr], b: Mapping[str, Expr]) -> Verdict:
    if a.keys() != b.keys():
        return "different"
    return _in_order([a[name] for name in sorted(a)], [b[name] for name in sorted(a)])


def _compare_rows_to_pairs(a: Meaning, b: Meaning) -> Verdict:
    """``x = 1, y = 2`` against ``(1, 2)``: the unknowns in alphabetical order, as school writes them."""
    rows, other = (a, b) if isinstance(a, Rows) else (b, a)
    assert isinstance(rows, Rows)
    pairs = other.items if isinstance(other, Pairs) else (other,)
    if not all(isinstance(pair, Values) and pair.ordered for pair in pairs):
        return "undecided"
    ordered = [Values(tuple(row[name] for name in sorted(row)), ordered=True) for row in rows.rows]
    return matching(ordered, [pair for pair in pairs if isinstance(pair, Values)], _compare_values)


def _compare_region(a: Meaning, b: Meaning) -> Verdict:
    """A set of numbers against values that are no exact numbers: different where they hold a variable."""
    values = a if isinstance(a, Values) else b
    region = a if isinstance(a, Region) else b
    assert isinstance(values, Values)
    assert isinstance(region, Region)
    if values.ordered:
        return _pair_or_interval(values.items, region.reals)
    if any(symbols(item) for item in values.items):
        return "different"
    points = region.reals.points()
    return "undecided" if points else "different"


def _pair_or_interval(items: Sequence[Expr], reals: RealSet) -> Verdict:
    """``(1, 3)`` against a set: a pair is none, but an open interval may be meant."""
    if len(items) != 2 or any(symbols(item) for item in items):
        return "different"
    return "undecided" if interval_set(items[0], items[1], False, False) == reals else "different"


def _compare_value_to_condition(a: Meaning, b: Meaning) -> Verdict:
    """``y = 2x + 1`` against ``2x - y + 1 = 0``, or against ``x = (y - 1)/2``."""
    logics = [_equation(said) for said in (a, b)]
    if logics[0] is None or logics[1] is None:
        return "undecided"
    return _compare_conditions(logics[0], logics[1])


def _equation(said: Meaning) -> Logic | None:
    if isinstance(said, Condition):
        return said.logic
    if isinstance(said, Values) and said.name is not None and len(said.items) == 1:
        return Relation("=", Sym(said.name), said.items[0])
    return None


_FLIPPED = {"=": "=", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<="}


def _compare_conditions(a: Logic, b: Logic) -> Verdict:
    if isinstance(a, And) and isinstance(b, And):
        return "equal" if matching(a.parts, b.parts, _compare_conditions) == "equal" else "undecided"
    if not isinstance(a, Relation) or not isinstance(b, Relation):
        return "undecided"
    first, second = difference_of(a).polynomial(), difference_of(b).polynomial()
    if first is None or second is None or first.is_zero or second.is_zero:
        return "undecided"
    factor = proportion(first, second)
    if factor:
        return "equal" if a.op == (b.op if factor > 0 else _FLIPPED[b.op]) else "different"
    if first.total_degree() == 1 == second.total_degree():
        return "different"
    if a.op == "=" == b.op and (a_point_of_one_alone(first, second) or a_point_of_one_alone(second, first)):
        return "different"
    return "undecided"


def a_point_of_one_alone(first: Polynomial, second: Polynomial) -> bool:
    """Whether some real point with first = 0 surely has second ≠ 0; only a few are tried."""
    *others, last = sorted(first.unknowns | second.unknowns)
    for shift in range(len(SAMPLES)):
        left, right = first, second
        for k, name in enumerate(others):
            value = Polynomial.constant(SAMPLES[(shift + k) % len(SAMPLES)])
            left, right = at(left, name, value), at(right, name, value)
        try:
            if any(not vanishes(at(right, last, root)) for root in roots_of(left, last)):
                return True
        except (NotExactError, BudgetError):
            continue
    return False
