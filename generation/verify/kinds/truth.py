"""``truth``: whether a claim holds for all numbers of the domains that fulfil what is given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generation.expression.errors import UndefinedError
from generation.expression.tree import Const
from generation.problem import Model
from generation.verify.claims import single_expression
from generation.verify.kinds.kind import Finding, Kind, failed, passed
from generation.verify.kinds.one import one_answer
from generation.verify.universal import prove

if TYPE_CHECKING:
    from generation.verify.context import Context

_TRUE, _FALSE = Const("true"), Const("false")
_WORDS = {"true": _TRUE, "false": _FALSE, "참": _TRUE, "거짓": _FALSE}


def _faults(model: Model) -> list[str]:
    return [] if model.ask.claim is not None else ["model.ask.claim: 'truth' needs the relation that is claimed"]


def _claimed(context: Context) -> Const | None:
    """The key, which is one of the two words."""
    said = single_expression(context.reading.answer)
    return said if isinstance(said, Const) and said in (_TRUE, _FALSE) else None


def _answer(context: Context) -> Finding:
    said, claim = _claimed(context), context.reading.claim
    assert claim is not None
    if said is None:
        return failed("the answer of this question is 'true' or 'false'")
    try:
        proof = prove(context.reading.given, claim, context.reading.domains)
    except UndefinedError as error:
        return failed(str(error))
    found = _TRUE if proof.truth else _FALSE
    if said != found:
        return failed(f"the claim is {found.name}, not {said.name}", *proof.evidence)
    return passed(f"the claim is {found.name}", *proof.evidence)


def _domain(context: Context) -> Finding:
    return passed("true or false") if _claimed(context) else failed("the answer is neither 'true' nor 'false'")


KIND = Kind("truth", _faults, _answer, one_answer, _domain, lambda _: None, _WORDS)
