"""``value``: one value, the same for every solution of the given relations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generation.equivalence.real import Number
from generation.expression.errors import NotExactError, UndefinedError
from generation.expression.exact import Ratio, exact
from generation.expression.normal import polynomial_tree
from generation.expression.render import infix
from generation.expression.tree import Relation
from generation.verify.claims import single_expression
from generation.verify.crosscheck import holds_numerically
from generation.verify.kinds.kind import Finding, Kind, failed, passed, undecided
from generation.verify.kinds.objects import is_object
from generation.verify.kinds.one import asked, declared_and_defined, equal, needs_expression, one_answer
from generation.verify.solving import values_under

if TYPE_CHECKING:
    from generation.verify.context import Context


def _answer(context: Context) -> Finding:
    claimed, of = single_expression(context.reading.answer), asked(context)
    if claimed is None:
        return failed("the answer of a value is one expression")
    if not context.reading.given:
        return equal(of, claimed)
    try:
        found = values_under(of, context.solved)
    except UndefinedError as error:
        return failed(f"'{infix(of)}' is undefined at a solution: {error}")
    if isinstance(found, Ratio) or len(found) != 1:
        return failed(_not_one(found), *context.solved.evidence)
    value = polynomial_tree(found[0])
    if not exact(claimed).equals(exact(value)):
        return failed(f"the value is {infix(value)}, not {infix(claimed)}", *context.solved.evidence)
    rows = context.solved.rows or ()
    if any(holds_numerically(Relation("=", of, claimed), row) is not True for row in rows):
        return undecided("the value is exact, but not confirmed to 50 digits")
    return passed(f"the value is {infix(value)} at every solution", *context.solved.evidence)


def _not_one(found: list[Number] | Ratio) -> str:
    if not found:
        return "nothing fulfils the given relations, so there is no value"
    return "the expression has different values at different solutions"


def _unique(context: Context) -> Finding:
    count = one_answer(context)
    if count.outcome != "passed" or not context.reading.given:
        return count
    found = values_under(asked(context), context.solved)
    if not isinstance(found, list) or len(found) != 1:
        return failed("the value is not the same for every solution", *context.solved.evidence)
    return passed("the same for every solution", *context.solved.evidence)


def _value(context: Context) -> Ratio | Number | None:
    if is_object(asked(context)):
        return None
    if not context.reading.given:
        return exact(asked(context))
    found = values_under(asked(context), context.solved)
    if isinstance(found, Ratio) or len(found) != 1:
        raise NotExactError("the question has no single value to follow")
    return found[0]


KIND = Kind("value", needs_expression, _answer, _unique, declared_and_defined, _value)
