"""``form``: the same expression in another form. That it is in that form is the check ``form``'s business."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generation.expression.errors import NotExactError
from generation.expression.exact import Ratio, exact
from generation.problem import Model
from generation.verify.claims import single_expression
from generation.verify.kinds.kind import Finding, Kind, failed
from generation.verify.kinds.one import asked, declared_and_defined, equal, needs_expression, one_answer

if TYPE_CHECKING:
    from generation.verify.context import Context


def _faults(model: Model) -> list[str]:
    return needs_expression(model) + (["model.ask.form: which form is asked for"] if model.ask.form is None else [])


def _answer(context: Context) -> Finding:
    claimed = single_expression(context.reading.answer)
    if context.reading.given:
        raise NotExactError("a form under given relations")
    if claimed is None:
        return failed("the answer of a transformation is one expression")
    return equal(asked(context), claimed)


def _value(context: Context) -> Ratio:
    return exact(asked(context))


KIND = Kind("form", _faults, _answer, one_answer, declared_and_defined, _value)
