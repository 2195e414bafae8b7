"""``domain``: what the key claims lies in the declared domains, and nothing divides by zero there."""

from __future__ import annotations

from generation.equivalence.meaning import UnclearError
from generation.equivalence.relations import denominators
from generation.expression.exact import exact
from generation.expression.normal import polynomial_tree
from generation.expression.render import infix
from generation.expression.tree import symbols
from generation.verify.certificate import CheckResult
from generation.verify.checks.answer import shown_row
from generation.verify.claims import claimed_reals, claimed_rows, is_all, single_expression
from generation.verify.context import Context, result

NAME = "domain"


def check(context: Context) -> CheckResult:
    """Failed with the value that lies outside."""
    if not context.reading.is_complete:
        return result(NAME, "undecided", "the problem could not be read")
    try:
        return _solutions(context) if context.problem.model.ask.kind == "solve" else _expression(context)
    except UnclearError as error:
        return result(NAME, "undecided", str(error))


def _solutions(context: Context) -> CheckResult:
    values, domains = context.reading.answer, context.reading.domains
    names = sorted(context.problem.model.ask.unknowns)
    if is_all(values):
        return result(NAME, "passed", "'all' means all of the domain")
    if len(names) > 1:
        for row in claimed_rows(values, names):
            if not all(domains[name].contains(value) for name, value in row.items()):
                return result(NAME, "failed", f"{shown_row(row)} is outside of the domains")
        return result(NAME, "passed", "every solution lies in the domains")
    name, domain = names[0], domains[names[0]]
    claimed = claimed_reals(values, name)
    points = claimed.points()
    outside = [point for point in points or () if not domain.contains(point)]
    if outside:
        shown = infix(polynomial_tree(outside[0]))
        return result(NAME, "failed", f"{name} = {shown} is not {domain.name}")
    if points is None and not (claimed - domain.reals).is_empty:
        beyond = (claimed - domain.reals).describe(name)
        return result(NAME, "failed", f"{beyond} is outside of the domain {domain.name}")
    return result(NAME, "passed", f"every value is {domain.name}")


def _expression(context: Context) -> CheckResult:
    """The letters of the answer are declared, and no denominator of question or answer is always zero."""
    of, claimed = context.reading.of, single_expression(context.reading.answer)
    if claimed is None:
        return result(NAME, "not_applicable", "the answer is no expression")
    strange = sorted(symbols(claimed) - context.reading.domains.keys())
    if strange:
        return result(NAME, "failed", f"the answer has {', '.join(strange)}, which the model does not declare")
    for node in (of, claimed):
        for below in denominators(node) if node is not None else ():
            if exact(below).top.is_zero:
                return result(NAME, "failed", f"'{infix(below)}' is zero and stands below a fraction bar")
    return result(NAME, "passed", "defined for the letters that are declared")
