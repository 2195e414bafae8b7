"""``level``: only what the item's standard, or one before it, has taught; an answer as clean as a lesson writes it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generation.expression.errors import ExpressionError
from generation.expression.exact import rational_value
from generation.expression.formulas import segments
from generation.expression.parser import parse
from generation.expression.render import infix
from generation.expression.tree import Call, Div, Mixed, Node, Num, symbols, walk
from generation.verify.certificate import CheckResult
from generation.verify.concepts import CALLS, Concept, methods, named, notation
from generation.verify.context import Context, result
from generation.verify.curriculum import RANGES, Clean, clean, is_later, place

NAME = "level"
_ALSO_POINTS = (CALLS["P"], CALLS["C"])
"""Written as points are: ``P(3, 4)``."""


def check(context: Context) -> CheckResult:
    """Failed with what is taught later, and where; not applicable where no known standard is named."""
    standard = context.problem.standard
    if standard is None:
        return result(NAME, "not_applicable", "no standard is named")
    if place(standard) is None:
        return result(NAME, "not_applicable", f"the order of teaching is not known for {standard[:40]}")
    if not context.reading.is_complete:
        return result(NAME, "undecided", "the problem could not be read")
    untaught = [
        f"{where}: {concept.name}, taught in {concept.standard}"
        for where, concept in _used(context)
        if is_later(concept.standard, standard)
    ]
    if untaught:
        return result(NAME, "failed", f"{standard} has not taught everything that is used", *dict.fromkeys(untaught))
    if (found := _too_large(context, standard) or _unclean(context, clean(standard))) is not None:
        return result(NAME, "failed", found)
    return result(NAME, "passed", f"nothing that is known to be taught after {standard}")


def _used(context: Context) -> Iterator[tuple[str, Concept]]:
    problem, reading = context.problem, context.reading
    yield from (("what is asked", concept) for concept in methods(reading, problem.model.ask))
    yield from (("the words", concept) for concept in named(problem.statement))
    in_model = {concept for node in reading.written for concept in notation(node)}
    for node in _formulas(problem.statement):
        for concept in notation(node):
            if concept not in _ALSO_POINTS or concept in in_model:
                yield "the statement", concept
    for value in reading.answer:
        for part in value.values() if isinstance(value, Mapping) else (value,):
            yield from (("the answer", concept) for concept in notation(part))
    for position, (step, line) in enumerate(zip(problem.solution, reading.steps, strict=True)):
        where = f"line {position + 1} of the solution"
        yield from ((where, concept) for concept in named(step.text))
        if line is not None:
            yield from ((where, concept) for concept in notation(line))


def _formulas(statement: str) -> Iterator[Node]:
    """The formulas that read; what does not read is the business of ``statement``."""
    for segment in segments(statement):
        if segment.is_formula:
            try:
                yield parse(segment.text.rstrip(" =?□_"))
            except ExpressionError:
                continue


def _numbers(nodes: Iterable[Node]) -> Iterator[Num]:
    return (part for node in nodes for part in walk(node) if isinstance(part, Num))


def _too_large(context: Context, standard: str) -> str | None:
    """A number of the question beyond the range that the standard names."""
    limit = RANGES.get(standard)
    for number in _numbers(context.reading.written) if limit is not None else ():
        assert limit is not None
        if number.value > limit.largest or number.decimals > limit.places:
            return f"{infix(number)} is beyond the numbers of {standard}"
    return None


def _unclean(context: Context, policy: Clean | None) -> str | None:
    """A number of the answer that no lesson would write."""
    if policy is None:
        return None
    for value in context.reading.answer:
        for part in value.values() if isinstance(value, Mapping) else (value,):
            for node in walk(part):
                if (found := _unclean_number(node, policy)) is not None:
                    return f"{found} in the answer"
    return None


def _unclean_number(node: Node, policy: Clean) -> str | None:
    match node:
        case Num(value, decimals) if value > policy.whole or decimals > policy.places:
            return f"the number {infix(node)}"
        case Div(_, Num(below)) if below > policy.denominator:
            return f"the denominator {below}"
        case Mixed(_, _, below) if below > policy.denominator:
            return f"the denominator {below}"
        case Call("sqrt", (arg,)) if not symbols(arg) and (rational_value(arg) or 0) > policy.radicand:
            return f"the root {infix(node)}"
    return None
