"""Questions with one expression for an answer: what their checks share."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from generation.equivalence.meaning import UnclearError
from generation.equivalence.real import Number, number_value
from generation.equivalence.relations import denominators
from generation.equivalence.values import compare_values
from generation.expression.enclosure import vanishes
from generation.expression.errors import NotExactError, UndefinedError
from generation.expression.exact import exact
from generation.expression.normal import polynomial_tree
from generation.expression.polynomial import Polynomial
from generation.expression.render import infix
from generation.expression.tree import Expr, symbols
from generation.problem import Model
from generation.verify.claims import single_expression
from generation.verify.crosscheck import compared_numerically, disagreement
from generation.verify.kinds.kind import Finding, failed, passed, undecided
from generation.verify.kinds.objects import object_equal

if TYPE_CHECKING:
    from generation.verify.context import Context


def needs_expression(model: Model) -> list[str]:
    """The fault of a question about no expression."""
    return [f"model.ask.of: '{model.ask.kind}' needs an expression"] if model.ask.of is None else []


def needs_unknowns(model: Model) -> list[str]:
    """The faults of the unknowns of a question: none, one that is not declared, one named twice."""
    kind, unknowns = model.ask.kind, model.ask.unknowns
    faults = [] if unknowns else [f"model.ask.for: '{kind}' names its unknowns"]
    faults += [f"model.ask.for: {name!r} is not declared" for name in unknowns if name not in model.symbols]
    return faults + [
        f"model.ask.for: {name!r} stands twice" for name in sorted(set(unknowns)) if unknowns.count(name) > 1
    ]


def asked(context: Context) -> Expr:
    """The expression that the question is about; reading made sure of it."""
    of = context.reading.of
    assert of is not None
    return of


def one_answer(context: Context) -> Finding:
    """Failed where the key lists none or several."""
    count = len(context.reading.answer)
    return passed("one expression") if count == 1 else failed(f"one value is asked for, {count} are given")


def declared_and_defined(context: Context) -> Finding:
    """The letters of the answer are declared, and no denominator of question or answer is always zero."""
    claimed = single_expression(context.reading.answer)
    if claimed is None:
        return Finding("not_applicable", "the answer is no expression")
    strange = sorted(symbols(claimed) - context.reading.domains.keys())
    if strange:
        return failed(f"the answer has {', '.join(strange)}, which the model does not declare")
    for node in (context.reading.of, claimed):
        for below in denominators(node) if node is not None else ():
            if exact(below).top.is_zero:
                return failed(f"'{infix(below)}' is zero and stands below a fraction bar")
    return passed("defined for the letters that are declared")


def claimed_number(context: Context) -> Number:
    """The number that the key gives. Raises UnclearError where it gives something else, NotExactError."""
    claimed = single_expression(context.reading.answer)
    if claimed is None:
        raise UnclearError("the answer of this question is one number")
    if strange := sorted(symbols(claimed)):
        raise UnclearError(f"the answer of this question is a number and has {', '.join(strange)}")
    return number_value(claimed)


def is_number(found: Fraction | int | Number, context: Context, what: str, *evidence: str) -> Finding:
    """Whether the key is the number that was found; ``what`` names it."""
    number = found if isinstance(found, Polynomial) else Polynomial.constant(found)
    try:
        claimed = claimed_number(context)
    except (UnclearError, UndefinedError) as error:
        return failed(str(error))
    if not vanishes(claimed - number):
        return failed(f"{what} is {_shown(number)}, not {_shown(claimed)}", *evidence)
    return passed(f"{what} is {_shown(number)}", *evidence)


def _shown(number: Number) -> str:
    return infix(polynomial_tree(number))


def number_domain(context: Context) -> Finding:
    """What is asked for is a number, which no domain restricts; the key must be one."""
    try:
        claimed_number(context)
    except (UnclearError, UndefinedError) as error:
        return failed(str(error))
    return passed("a number")


def equal(of: Expr, claimed: Expr) -> Finding:
    """Whether two expressions are equal as exact values; digits confirm it."""
    if (found := object_equal(of, claimed)) is not None:
        return found
    try:
        value = exact(of)
    except UndefinedError as error:
        return failed(f"'{infix(of)}' is undefined: {error}")
    except NotExactError:
        return _equal_functions(of, claimed)
    try:
        same = value.equals(exact(claimed))
    except UndefinedError as error:
        return failed(f"'{infix(claimed)}' is undefined: {error}")
    except NotExactError:
        same = compare_values(of, claimed) == "equal"
        if not same:
            raise
    if not same:
        return failed(f"'{infix(of)}' is not equal to '{infix(claimed)}'")
    return _confirmed(of, claimed)


def _confirmed(of: Expr, claimed: Expr) -> Finding:
    """Equal by exact arithmetic; what digits say of it, where both have values."""
    count, where = compared_numerically(of, claimed)
    if where is not None:
        return undecided(f"equal exactly, but not to 50 digits at {where}")
    if not count:
        return passed(f"'{infix(of)}' equals '{infix(claimed)}' exactly")
    return passed(f"'{infix(of)}' equals '{infix(claimed)}' exactly and to 50 digits")


def _equal_functions(of: Expr, claimed: Expr) -> Finding:
    """Whether two expressions with functions of letters are equal. Raises NotExactError where that is not told."""
    same = compare_values(of, claimed)
    if same == "undecided":
        raise NotExactError("an expression with functions that is not compared with the answer")
    if same == "different":
        return failed(f"'{infix(of)}' is not equal to '{infix(claimed)}'")
    if (where := disagreement(of, claimed)) is not None:
        return undecided(f"equal exactly, but not to 50 digits at {where}")
    return passed(f"'{infix(of)}' equals '{infix(claimed)}' wherever both are defined, and to 50 digits")
