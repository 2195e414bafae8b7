"""``solve``: every solution of the given relations for the unknowns asked for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from generation.equivalence.meaning import UnclearError
from generation.equivalence.realset import RealSet
from generation.expression.normal import polynomial_tree
from generation.expression.render import infix
from generation.expression.tree import Everything, Relation, symbols
from generation.problem import Model
from generation.verify.claims import claimed_reals, claimed_rows, is_all, is_none, listed
from generation.verify.crosscheck import holds_numerically, samples
from generation.verify.curves import claimed_curve, judged
from generation.verify.kinds.kind import Finding, Kind, failed, passed, undecided
from generation.verify.kinds.one import needs_unknowns
from generation.verify.solving import fulfils
from generation.verify.systems import Row, shown_row

if TYPE_CHECKING:
    from generation.verify.context import Context


def _faults(model: Model) -> list[str]:
    return needs_unknowns(model) + ([] if model.given else ["model.given: 'solve' needs relations"])


# -- answer: what is claimed solves it -------------------------------------------------------------------------


def _answer(context: Context) -> Finding:
    values = context.reading.answer
    if (curve := _curve(context)) is not None:
        return judged(context.reading, context.problem.model.ask.unknowns, curve)
    solved = context.solved
    if solved.doubts:
        return undecided(f"two ways to the zeros of '{solved.doubts[0]}' disagree")
    try:
        if solved.reals is not None:
            return _one_unknown(context, solved.names[0], solved.reals)
        if is_all(values):
            return undecided("'all' for several unknowns is not verified yet")
        return _several(context, claimed_rows(values, solved.names))
    except UnclearError as error:
        return failed(str(error))


def _curve(context: Context) -> Relation | None:
    """The equation that the key is, where one is asked for: for several unknowns, or with letters that stay free."""
    unknowns = context.problem.model.ask.unknowns
    letters = frozenset[str]().union(*(symbols(logic) for logic in context.reading.given))
    return claimed_curve(context.reading.answer, unknowns) if len(unknowns) > 1 or letters - set(unknowns) else None


def _one_unknown(context: Context, name: str, found: RealSet) -> Finding:
    values, evidence = context.reading.answer, context.solved.evidence
    claimed = context.reading.domains[name].reals if is_all(values) else claimed_reals(values, name)
    if context.solved.integral and claimed != found:
        return undecided("infinitely many integers are not compared yet")
    wrong = claimed - found
    if not wrong.is_empty:
        if is_all(values):
            return failed(f"not everything solves it: {wrong.describe(name)} does not", *evidence)
        described = f"{wrong.describe(name)} is claimed and is no solution; solutions: {found.describe(name)}"
        return failed(described, *evidence)
    if is_none(values) and not found.is_empty:
        return failed(f"no solution is claimed; solutions: {found.describe(name)}", *evidence)
    return _put_back(context, name, claimed)


def _put_back(context: Context, name: str, claimed: RealSet) -> Finding:
    """Each claimed number, or samples of a claimed set, in the original relations: exactly and to 50 digits."""
    given, evidence = context.reading.given, list(context.solved.evidence)
    if context.solved.behind is not None:
        return _behind(context, context.solved.behind, f"solutions: {claimed.describe(name)}")
    points = claimed.points()
    chosen = list(points) if points is not None else [value for value, inside in samples(claimed) if inside]
    for value in chosen:
        row = {name: value}
        shown = f"{name} = {infix(polynomial_tree(value))}"
        if not all(fulfils(logic, row) for logic in given):
            return failed(f"{shown} does not fulfil the original relations", *evidence)
        if not all(holds_numerically(logic, row) for logic in given):
            return undecided(f"{shown} is exact, but not confirmed to 50 digits", *evidence)
        evidence.append(f"{shown} put back into every relation: holds exactly and to 50 digits")
    if claimed.is_empty:
        evidence.append("no solution: shown by the count above, not by an empty search")
    detail = f"solutions: {context.solved.reals.describe(name)}" if context.solved.reals else ""
    return passed(detail, *evidence)


def _behind(context: Context, rows: Sequence[Row], detail: str) -> Finding:
    """Solutions in all letters, of which the key gives some: put back into the original relations."""
    evidence = list(context.solved.evidence)
    for row in rows:
        if not all(fulfils(logic, row) and holds_numerically(logic, row) for logic in context.reading.given):
            return undecided(f"{shown_row(row)} is not confirmed when it is put back", *evidence)
        evidence.append(f"{shown_row(row)} put back into every relation: holds exactly and to 50 digits")
    return passed(detail, *evidence)


def _several(context: Context, claimed: list[Row]) -> Finding:
    evidence = list(context.solved.evidence)
    rows = context.solved.rows
    if not claimed and (rows is None or rows):
        return failed(f"no solution is claimed; {_shown_rows(rows)}", *evidence)
    if context.solved.behind is not None:
        wrong = [row for row in claimed if rows is None or row not in rows]
        if wrong:
            return failed(f"{shown_row(wrong[0])} is no solution; {_shown_rows(rows)}", *evidence)
        return _behind(context, context.solved.behind, _shown_rows(rows))
    for row in claimed:
        shown = shown_row(row)
        inside = all(context.reading.domains[name].contains(value) for name, value in row.items())
        if not inside or not all(fulfils(logic, row) for logic in context.reading.given):
            return failed(f"{shown} is no solution; {_shown_rows(rows)}", *evidence)
        if not all(holds_numerically(logic, row) for logic in context.reading.given):
            return undecided(f"{shown} is exact, but not confirmed to 50 digits", *evidence)
        evidence.append(f"{shown} put back into every relation: holds exactly and to 50 digits")
    return passed(_shown_rows(rows), *evidence)


def _shown_rows(rows: tuple[Row, ...] | None) -> str:
    if rows is None:
        return "there are infinitely many solutions"
    return "solutions: " + ("; ".join(shown_row(row) for row in rows) or "none")


# -- unique: none is lost, none listed twice -------------------------------------------------------------------


def _unique(context: Context) -> Finding:
    if _curve(context) is not None:
        return passed("one equation")
    try:
        return _all_of_one(context) if context.solved.reals is not None else _all_of_several(context)
    except UnclearError as error:
        return failed(str(error))


def _all_of_one(context: Context) -> Finding:
    name, found = context.solved.names[0], context.solved.reals
    assert found is not None
    values = context.reading.answer
    if any(isinstance(value, Everything) for value in values) and not is_all(values):
        return failed("'all' stands alone")
    claimed = context.reading.domains[name].reals if is_all(values) else claimed_reals(values, name)
    lost = found - claimed
    if not lost.is_empty:
        return failed(f"lost: {lost.describe(name)}", *context.solved.evidence)
    points, count = claimed.points(), listed(values)
    if points is None and len(values) > 1:
        return failed(f"one set is asked for, {len(values)} parts are given")
    if points is not None and count is not None and count > len(points):
        return failed(f"{count} values are listed, {len(points)} are different")
    return passed(f"no solution but {found.describe(name)}", *context.solved.evidence)


def _all_of_several(context: Context) -> Finding:
    rows = context.solved.rows
    if rows is None:
        return failed("there are infinitely many solutions", *context.solved.evidence)
    claimed = claimed_rows(context.reading.answer, context.solved.names)
    lost = [row for row in rows if row not in claimed]
    if lost:
        return failed(f"lost: {shown_row(lost[0])}", *context.solved.evidence)
    if any(row in claimed[:position] for position, row in enumerate(claimed)):
        return failed("a solution is listed twice")
    return passed(f"{len(rows)} solutions and no other", *context.solved.evidence)


# -- domain: what is claimed lies in the declared domains ------------------------------------------------------


def _domain(context: Context) -> Finding:
    values, domains = context.reading.answer, context.reading.domains
    if (curve := _curve(context)) is not None:
        strange = sorted(symbols(curve) - domains.keys())
        return failed(f"letters that are not declared: {', '.join(strange)}") if strange else passed("an equation")
    names = sorted(context.problem.model.ask.unknowns)
    if is_all(values):
        return passed("'all' means all of the domain")
    if len(names) > 1 or domains[names[0]].complex:
        for row in claimed_rows(values, names):
            if not all(domains[name].contains(value) for name, value in row.items()):
                return failed(f"{shown_row(row)} is outside of the domains")
        return passed("every solution lies in the domains")
    name, domain = names[0], domains[names[0]]
    claimed = claimed_reals(values, name)
    points = claimed.points()
    outside = [point for point in points or () if not domain.contains(point)]
    if outside:
        return failed(f"{name} = {infix(polynomial_tree(outside[0]))} is not {domain.name}")
    if points is None and not (claimed - domain.reals).is_empty:
        beyond = (claimed - domain.reals).describe(name)
        return failed(f"{beyond} is outside of the domain {domain.name}")
    return passed(f"every value is {domain.name}")


KIND = Kind("solve", _faults, _answer, _unique, _domain, lambda _: None)
