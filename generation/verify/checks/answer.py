"""``answer``: the verifier solves the model itself; what the key claims is put back into the original relations."""

from __future__ import annotations

from generation.equivalence.meaning import UnclearError
from generation.equivalence.real import Number
from generation.equivalence.realset import RealSet
from generation.equivalence.values import compare_values
from generation.expression.errors import NotExactError, UndefinedError
from generation.expression.exact import Ratio, exact
from generation.expression.normal import polynomial_tree
from generation.expression.render import infix
from generation.expression.tree import Expr, Relation
from generation.verify.certificate import CheckResult
from generation.verify.claims import claimed_reals, claimed_rows, is_all, is_none, single_expression
from generation.verify.context import Context, result
from generation.verify.crosscheck import disagreement, holds_numerically, samples
from generation.verify.solving import Solved, count_agrees, fulfils, values_under
from generation.verify.systems import Row

NAME = "answer"


def check(context: Context) -> CheckResult:
    """Everything that the key claims is a solution, has the value, or equals the expression."""
    if not context.reading.is_complete:
        return result(NAME, "undecided", "the problem could not be read")
    kind = context.problem.model.ask.kind
    if kind == "solve":
        return _solve(context)
    return _value(context) if kind == "value" else _form(context)


def _solve(context: Context) -> CheckResult:
    values, solved = context.reading.answer, context.solved
    if (doubt := _count_doubt(context, solved)) is not None:
        return doubt
    try:
        if solved.reals is not None:
            return _one_unknown(context, solved.names[0], solved.reals)
        if is_all(values):
            return result(NAME, "undecided", "'all' for several unknowns is not verified yet")
        return _several(context, claimed_rows(values, solved.names))
    except UnclearError as error:
        return result(NAME, "failed", str(error))


def _count_doubt(context: Context, solved: Solved) -> CheckResult | None:
    """Sturm's count is another way to the number of zeros; where the two disagree nothing is claimed."""
    for relation in context.reading.relations if solved.reals is not None else []:
        if count_agrees(relation, solved.names[0]) is False:
            return result(NAME, "undecided", f"two ways to the zeros of '{infix(relation)}' disagree")
    return None


def _one_unknown(context: Context, name: str, found: RealSet) -> CheckResult:
    values = context.reading.answer
    domain = context.reading.domains[name]
    claimed = domain.reals if is_all(values) else claimed_reals(values, name)
    if context.solved.integral and claimed != found:
        return result(NAME, "undecided", "infinitely many integers are not compared yet")
    wrong = claimed - found
    if not wrong.is_empty:
        if is_all(values):
            detail = f"not everything solves it: {wrong.describe(name)} does not"
        else:
            detail = f"{wrong.describe(name)} is claimed and is no solution; solutions: {found.describe(name)}"
        return result(NAME, "failed", detail, *context.solved.evidence)
    if is_none(values) and not found.is_empty:
        detail = f"no solution is claimed; solutions: {found.describe(name)}"
        return result(NAME, "failed", detail, *context.solved.evidence)
    return _put_back(context, name, claimed)


def _put_back(context: Context, name: str, claimed: RealSet) -> CheckResult:
    """Each claimed number, or samples of a claimed set, in the original relations: exactly and to 50 digits."""
    given, evidence = context.reading.given, list(context.solved.evidence)
    points = claimed.points()
    chosen = list(points) if points is not None else [value for value, inside in samples(claimed) if inside]
    for value in chosen:
        row = {name: value}
        shown = f"{name} = {infix(polynomial_tree(value))}"
        if not all(fulfils(logic, row) for logic in given):
            return result(NAME, "failed", f"{shown} does not fulfil the original relations", *evidence)
        if not all(holds_numerically(logic, row) for logic in given):
            return result(NAME, "undecided", f"{shown} is exact, but not confirmed to 50 digits", *evidence)
        evidence.append(f"{shown} put back into every relation: holds exactly and to 50 digits")
    if claimed.is_empty:
        evidence.append("no solution: shown by the count above, not by an empty search")
    return result(NAME, "passed", f"solutions: {context.solved.reals.describe(name)}" if context.solved.reals else "",
                  *evidence)  # fmt: skip


def _several(context: Context, claimed: list[Row]) -> CheckResult:
    evidence = list(context.solved.evidence)
    rows = context.solved.rows
    if not claimed and (rows is None or rows):
        return result(NAME, "failed", f"no solution is claimed; {_shown_rows(rows)}", *evidence)
    for row in claimed:
        shown = shown_row(row)
        inside = all(context.reading.domains[name].contains(value) for name, value in row.items())
        if not inside or not all(fulfils(logic, row) for logic in context.reading.given):
            return result(NAME, "failed", f"{shown} is no solution; {_shown_rows(rows)}", *evidence)
        if not all(holds_numerically(logic, row) for logic in context.reading.given):
            return result(NAME, "undecided", f"{shown} is exact, but not confirmed to 50 digits", *evidence)
        evidence.append(f"{shown} put back into every relation: holds exactly and to 50 digits")
    return result(NAME, "passed", _shown_rows(rows), *evidence)


def shown_row(row: Row) -> str:
    """A row for people: ``x = 1, y = 2``."""
    return ", ".join(f"{name} = {infix(polynomial_tree(row[name]))}" for name in sorted(row))


def _shown_rows(rows: tuple[Row, ...] | None) -> str:
    if rows is None:
        return "there are infinitely many solutions"
    return "solutions: " + ("; ".join(shown_row(row) for row in rows) or "none")


def _value(context: Context) -> CheckResult:
    claimed = single_expression(context.reading.answer)
    of = context.reading.of
    assert of is not None
    if claimed is None:
        return result(NAME, "failed", "the answer of a value is one expression")
    if not context.reading.given:
        return _equal(of, claimed)
    try:
        found = values_under(of, context.solved)
    except UndefinedError as error:
        return result(NAME, "failed", f"'{infix(of)}' is undefined at a solution: {error}")
    if isinstance(found, Ratio) or len(found) != 1:
        return result(NAME, "failed", _not_one(found), *context.solved.evidence)
    value = polynomial_tree(found[0])
    if not exact(claimed).equals(exact(value)):
        return result(NAME, "failed", f"the value is {infix(value)}, not {infix(claimed)}", *context.solved.evidence)
    rows = context.solved.rows or ()
    if any(holds_numerically(Relation("=", of, claimed), row) is not True for row in rows):
        return result(NAME, "undecided", "the value is exact, but not confirmed to 50 digits")
    return result(NAME, "passed", f"the value is {infix(value)} at every solution", *context.solved.evidence)


def _not_one(found: list[Number] | Ratio) -> str:
    if not found:
        return "nothing fulfils the given relations, so there is no value"
    return "the expression has different values at different solutions"


def _form(context: Context) -> CheckResult:
    claimed = single_expression(context.reading.answer)
    of = context.reading.of
    assert of is not None
    if context.reading.given:
        raise NotExactError("a form under given relations")
    if claimed is None:
        return result(NAME, "failed", "the answer of a transformation is one expression")
    return _equal(of, claimed)


def _equal(of: Expr, claimed: Expr) -> CheckResult:
    """Equal as exact values; digits confirm it."""
    try:
        value = exact(of)
    except UndefinedError as error:
        return result(NAME, "failed", f"'{infix(of)}' is undefined: {error}")
    try:
        equal = value.equals(exact(claimed))
    except UndefinedError as error:
        return result(NAME, "failed", f"'{infix(claimed)}' is undefined: {error}")
    except NotExactError:
        equal = compare_values(of, claimed) == "equal"
        if not equal:
            raise
    if not equal:
        return result(NAME, "failed", f"'{infix(of)}' is not equal to '{infix(claimed)}'")
    if (where := disagreement(of, claimed)) is not None:
        return result(NAME, "undecided", f"equal exactly, but not to 50 digits at {where}")
    return result(NAME, "passed", f"'{infix(of)}' equals '{infix(claimed)}' exactly and to 50 digits")
