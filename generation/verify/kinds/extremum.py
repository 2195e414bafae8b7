"""``extremum``: the greatest or least value of an expression over all that domains and given relations allow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generation.equivalence.meaning import UnclearError
from generation.equivalence.real import Number, order
from generation.expression.errors import ExpressionError, NotExactError, UndefinedError
from generation.expression.normal import polynomial_tree
from generation.expression.render import infix
from generation.expression.tree import symbols
from generation.problem import Model
from generation.verify.claims import is_none, single_expression
from generation.verify.crosscheck import samples
from generation.verify.integers import best_of_space, first_that_fits
from generation.verify.kinds.kind import Finding, Kind, failed, passed, undecided
from generation.verify.kinds.one import asked, claimed_number, needs_expression, number_domain, one_answer
from generation.verify.optimum import Optimum, Question, beaten, optimum
from generation.verify.spaces import finite_space

if TYPE_CHECKING:
    from generation.verify.context import Context

_WORD = {"max": "greatest", "min": "least"}


def _faults(model: Model) -> list[str]:
    return needs_expression(model) + ([] if model.ask.sense else ["model.ask.sense: 'max' or 'min'"])


def _question(context: Context) -> Question:
    direction = 1 if context.problem.model.ask.sense == "max" else -1
    return Question(asked(context), tuple(context.reading.given), context.reading.domains, direction)


def _found(context: Context) -> Optimum:
    question = _question(context)
    evidence: list[str] = []
    space = finite_space(question.domains, question.names, context.reading.relations) if question.names else None
    if space is not None:
        best = best_of_space(question.of, question.given, space, question.direction, evidence)
        return Optimum(best, best is not None, tuple(evidence))
    try:
        return optimum(question)
    except ExpressionError:
        first = first_that_fits(question.of, question.given, question.domains, question.direction, evidence)
        if first is None:
            raise
        return Optimum(first, True, tuple(evidence))


def _answer(context: Context) -> Finding:
    found = _found(context)
    word = _WORD[context.problem.model.ask.sense or "max"]
    if is_none(context.reading.answer):
        return _none(found, word)
    if (said := single_expression(context.reading.answer)) is not None and symbols(said):
        raise NotExactError("an extremum that depends on letters")
    try:
        claimed = claimed_number(context)
    except (UnclearError, UndefinedError) as error:
        return failed(str(error))
    if found.bound is None:
        return failed(f"there is no {word} value: the values have no bound", *found.evidence)
    if not found.attained:
        return failed(f"there is no {word} value: {_shown(found.bound)} is approached, not reached", *found.evidence)
    if order(claimed, found.bound):
        return failed(f"the {word} value is {_shown(found.bound)}, not {_shown(claimed)}", *found.evidence)
    if beaten(_question(context), claimed):
        return undecided("two ways to the extremum disagree", *found.evidence)
    if (against := _sampled(context, claimed)) is not None:
        return undecided(f"exact, but not confirmed to 50 digits at {against}", *found.evidence)
    return passed(f"the {word} value is {_shown(found.bound)}", *found.evidence)


def _none(found: Optimum, word: str) -> Finding:
    if found.bound is None:
        return passed(f"there is no {word} value: the values have no bound", *found.evidence)
    if not found.attained:
        return passed(f"there is no {word} value: {_shown(found.bound)} is not reached", *found.evidence)
    return failed(f"no extremum is claimed; the {word} value is {_shown(found.bound)}", *found.evidence)


def _shown(number: Number) -> str:
    return infix(polynomial_tree(number))


def _sampled(context: Context, claimed: Number) -> str | None:
    """A place of the domain at which the value lies beyond the claim, to 50 digits."""
    from generation.expression.numeric import close, value_at  # mpmath takes 0.1 s to import

    question = _question(context)
    if len(question.names) != 1 or question.given:
        return None
    name = question.names[0]
    bound = value_at(polynomial_tree(claimed), {})
    for place, inside in samples(question.domains[name].reals):
        value = value_at(question.of, {name: value_at(polynomial_tree(place), {})}) if inside else None
        if value is None or bound is None or close(value, bound):
            continue
        if (value > bound) == (question.direction > 0):
            return f"{name} = {_shown(place)}"
    return None


def _unique(context: Context) -> Finding:
    if is_none(context.reading.answer):
        return passed("no value is claimed")
    return one_answer(context)


def _domain(context: Context) -> Finding:
    if is_none(context.reading.answer):
        return passed("no value is claimed")
    return number_domain(context)


def _value(context: Context) -> Number:
    found = _found(context)
    if found.bound is None or not found.attained:
        raise NotExactError("the question has no single value to follow")
    return found.bound


KIND = Kind("extremum", _faults, _answer, _unique, _domain, _value)
