"""Averages and spread of data written out: ``mean(3, 5, 7)``, ``median``, ``mode``, ``variance``, ``stdev``."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction

from generation.expression.errors import NotExactError, UndefinedError
from generation.expression.tree import Add, Call, Div, Expr, Num, Pow, Sub, number

STATISTICS = frozenset({"mean", "median", "mode", "variance", "stdev"})
_TWO = Num(Fraction(2))


def written_out(name: str, data: tuple[Expr, ...]) -> Expr | None:
    """The formula behind a statistic, which may hold letters; None for those that need the order of the data."""
    size = number(len(data))
    if name == "mean":
        return Div(_total(data), size)
    if name == "variance":
        mean = Div(_total(data), size)
        return Div(_total(tuple(Pow(Sub(value, mean), _TWO) for value in data)), size)
    if name == "stdev":
        variance = written_out("variance", data)
        assert variance is not None
        return Call("sqrt", (variance,))
    return None


def by_order(name: str, data: list[Fraction]) -> Fraction:
    """The median or the one mode of numbers. Raises UndefinedError where there are several modes or none."""
    if name == "median":
        ordered = sorted(data)
        middle = len(ordered) // 2
        return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2
    if name != "mode":
        raise NotExactError(f"{name} is no statistic")
    (value, times), *others = Counter(data).most_common()
    if times == 1 or (others and others[0][1] == times):
        raise UndefinedError("no single mode")
    return value


def _total(parts: tuple[Expr, ...]) -> Expr:
    total = parts[0]
    for part in parts[1:]:
        total = Add(total, part)
    return total
