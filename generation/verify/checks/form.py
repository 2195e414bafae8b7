"""``form``: the key is written in the form asked for; numbers in every key are in lowest terms and simplified."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generation.expression.tree import (
    Collection,
    Everything,
    Expr,
    Interval,
    Logic,
    Matrix,
    Node,
    Nothing,
    children,
    symbols,
)
from generation.verify.certificate import CheckResult
from generation.verify.claims import single_expression
from generation.verify.context import Context, result
from generation.verify.forms import fault, value_fault
from generation.verify.reading import Value

NAME = "form"


def check(context: Context) -> CheckResult:
    """Failed with what is left to do."""
    if not context.reading.is_complete:
        return result(NAME, "undecided", "the problem could not be read")
    ask = context.problem.model.ask
    if ask.kind == "form" and ask.form is not None:
        claimed = single_expression(context.reading.answer)
        if claimed is None:
            return result(NAME, "failed", "the answer of a transformation is one expression")
        found = fault(ask.form, claimed)
        return result(NAME, "failed", f"not {ask.form}: {found}") if found else result(NAME, "passed", ask.form)
    if ask.kind == "truth":
        return result(NAME, "passed", "true or false")
    for value in context.reading.answer:
        for number in _numbers(value):
            if (found := value_fault(number)) is not None:
                return result(NAME, "failed", found)
    return result(NAME, "passed", "numbers are in lowest terms and simplified")


def _numbers(value: Value) -> Iterator[Expr]:
    """The numbers of an answer: bare, as values of unknowns, or as ends of inequalities."""
    if isinstance(value, Mapping):
        for part in value.values():
            yield from _numbers(part)
    elif isinstance(value, Logic | Collection | Interval | Matrix):
        for child in children(value):
            yield from _numbers(child)
    elif not isinstance(value, Everything | Nothing) and not _has_letters(value):
        yield value


def _has_letters(node: Node) -> bool:
    return bool(symbols(node))
