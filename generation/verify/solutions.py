"""The verifier's own solution of a model: by algebra where that reaches, else by going through a finite space."""

from __future__ import annotations

from itertools import islice

from generation.equivalence.realset import points_set
from generation.expression.errors import BudgetError, NotExactError, UndefinedError
from generation.expression.polynomial import Polynomial
from generation.expression.tree import symbols
from generation.problem import Model
from generation.verify.complex_roots import solve_complex, solve_complex_apart
from generation.verify.counting import confirmed
from generation.verify.enumeration import tuples
from generation.verify.images import solve_for_some
from generation.verify.reading import Reading
from generation.verify.solving import Solved, solve_one, solve_several
from generation.verify.spaces import Space, finite_space
from generation.verify.systems import Eliminated

MAX_ROWS = 400
"""More solutions than this are not listed one by one."""


def solve_model(model: Model, reading: Reading) -> Solved:
    """All solutions of ``given`` for every symbol in it. Raises ExpressionError where the methods do not reach."""
    names = sorted(frozenset[str]().union(*(symbols(logic) for logic in reading.given)))
    if model.ask.kind in ("solve", "count"):
        if extra := sorted(set(names) - set(model.ask.unknowns)):
            if model.ask.kind == "solve" and not any(reading.domains[name].complex for name in names):
                return solve_for_some(reading, sorted({*names, *model.ask.unknowns}), sorted(model.ask.unknowns))
            raise NotExactError(f"equations with letters besides the unknown ({', '.join(extra)}) are not solved yet")
        names = sorted(model.ask.unknowns)
    if any(reading.domains[name].complex for name in names):
        if not all(reading.domains[name].complex for name in names):
            raise NotExactError("systems of real and complex numbers are not solved yet")
        return solve_complex(reading.given, names[0]) if len(names) == 1 else solve_complex_apart(reading.given, names)
    try:
        if len(names) == 1:
            return solve_one(reading.given, names[0], reading.domains[names[0]])
        return solve_several(reading, names)
    except UndefinedError:
        raise
    except NotExactError:
        space = finite_space(reading.domains, names, reading.relations) if names else None
        if space is None:
            raise
        return _gone_through(reading, names, space)


def _gone_through(reading: Reading, names: list[str], space: Space) -> Solved:
    """Every tuple of a finite space that fulfils the relations, their number found again in another way."""
    found = list(islice(tuples(space, reading.given), MAX_ROWS + 1))
    if len(found) > MAX_ROWS:
        raise BudgetError(f"more than {MAX_ROWS} solutions")
    counted = confirmed(space, reading.given, len(found))
    rows = [{name: Polynomial.constant(value) for name, value in point.items()} for point in found]
    evidence = (f"{counted.number} solutions: {counted.ways}",)
    if len(names) == 1:
        return Solved((names[0],), points_set([row[names[0]] for row in rows]), evidence=evidence)
    return Solved(tuple(names), None, False, tuple(Eliminated(row) for row in rows), evidence)
