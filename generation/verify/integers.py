"""Extrema over integers: enumeration of finite spaces, counting up to the first that fits, and monotonic tails."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction

from generation.equivalence.real import Number, floor, number_of, number_value, order
from generation.equivalence.realset import RealSet
from generation.equivalence.relations import roots_of, undefined_set
from generation.expression.calculus import derivative, rational_function
from generation.expression.errors import BudgetError, NotExactError, UndefinedError
from generation.expression.exact import exact
from generation.expression.limits import Infinite, limit_of
from generation.expression.normal import polynomial_tree, ratio_tree
from generation.expression.polynomial import Polynomial
from generation.expression.render import infix
from generation.expression.tree import Const, Expr, Logic, Neg, Sym, integer, substitute, symbols
from generation.verify.domains import Domain
from generation.verify.enumeration import tuples
from generation.verify.solving import fulfils, put_in, solve_one
from generation.verify.spaces import Space, size
from generation.verify.systems import Row

MAX_EXACT = 3_000
"""Cases put into the relations by exact arithmetic."""
MAX_COUNTED = 10_000
MAX_SOLVED = 400
"""Equations in one more unknown, solved case by case."""
MAX_NEAR = 2_000


# -- finite spaces ---------------------------------------------------------------------------------------------


def best_of_space(of: Expr, given: Sequence[Logic], space: Space, direction: int, evidence: list[str]) -> Number | None:
    """The greatest or least value over all tuples that fulfil the relations; None where none does."""
    best: Number | None = None
    where: Row = {}
    cases = 0
    for row in _rows(given, space):
        cases += 1
        value = number_of(exact(put_in(of, row)))
        if best is None or order(value, best) == direction:
            best, where = value, row
    if best is None:
        return None
    shown = ", ".join(f"{name} = {infix(polynomial_tree(value))}" for name, value in where.items())
    evidence.append(
        f"{size(space)} cases gone through, {cases} of them fulfil what is given; the extreme is at {shown}"
    )
    return best


def _rows(given: Sequence[Logic], space: Space) -> Iterator[Row]:
    """Tuples that fulfil the relations, by integers where that suffices, else by exact arithmetic."""
    try:
        found = list(_limited(tuples(space, given)))
    except NotExactError:
        if size(space) > MAX_EXACT:
            raise
        yield from (row for row in _all(space) if all(fulfils(logic, row) for logic in given))
        return
    for point in found:
        yield {name: Polynomial.constant(value) for name, value in point.items()}


def _limited(points: Iterator[dict[str, int | Fraction]]) -> Iterator[dict[str, int | Fraction]]:
    for count, point in enumerate(points):
        if count >= MAX_COUNTED:
            raise BudgetError(f"more than {MAX_COUNTED} cases that fulfil what is given")
        yield dict(point)


def _all(space: Space) -> Iterator[Row]:
    rows: list[Row] = [{}]
    for name, values in space.items():
        rows = [{**row, name: Polynomial.constant(value)} for row in rows for value in values]
    yield from rows


# -- counting up -----------------------------------------------------------------------------------------------


def first_that_fits(
    of: Expr, given: Sequence[Logic], domains: Mapping[str, Domain], direction: int, evidence: list[str]
) -> Number | None:
    """The extremum of a linear expression of one integer whose domain ends on that side; None where this is no case.

    Every integer from the end on is tried until one fulfils the relations; with one unknown more, until one has a
    solution for that.
    """
    names = sorted(symbols(of))
    if len(names) != 1 or not domains[names[0]].integral:
        return None
    name, domain = names[0], domains[names[0]]
    slope = _slope(of, name)
    if slope is None or slope == 0:
        return None
    start, step = (domain.first, 1) if slope * direction < 0 else (domain.last, -1)
    if start is None:
        return None
    others = sorted(frozenset[str]().union(*(symbols(logic) for logic in given)) - {name})
    fits, limit = _test(given, name, others, domains)
    end = domain.last if step > 0 else domain.first
    for count in range(limit):
        value = start + step * count
        if end is not None and (value - end) * step > 0:
            return None
        if fits(value):
            row = {name: Polynomial.constant(value)}
            evidence.append(f"{name} = {value} is the first from {start} on that fulfils what is given")
            return number_value(put_in(of, row))
    raise BudgetError(f"the first {limit} integers do not fulfil what is given")


def _slope(of: Expr, name: str) -> int | None:
    """The sign of the factor of a linear expression."""
    polynomial = exact(of).polynomial()
    parts = polynomial.coefficients(name) if polynomial is not None else []
    if len(parts) != 2 or parts[1].unknowns:
        return None
    return order(parts[1], Polynomial.constant(0))


def _test(
    given: Sequence[Logic], name: str, others: list[str], domains: Mapping[str, Domain]
) -> tuple[Callable[[int], bool], int]:
    if not others:
        return lambda k: all(fulfils(logic, {name: Polynomial.constant(k)}) for logic in given), MAX_COUNTED
    if len(others) > 1:
        raise NotExactError("an extremum with several more unknowns")
    (other,) = others

    def solvable(k: int) -> bool:
        put = [substitute(logic, {name: integer(k)}) for logic in given]
        solved = solve_one([logic for logic in put if isinstance(logic, Logic)], other, domains[other])
        if solved.rows is None:
            raise NotExactError("infinitely many solutions for another unknown")
        return bool(solved.rows)

    return solvable, MAX_SOLVED


# -- infinitely many integers ----------------------------------------------------------------------------------


def best_integer(of: Expr, name: str, reals: RealSet, direction: int, evidence: list[str]) -> Number | None:
    """The extremum of a rational function over the integers of a set; None where it grows without bound.

    Beyond all critical places, gaps and ends of the set the function is monotonic, so that only integers next to
    them count.
    """
    ratio = rational_function(of, name)
    reals = reals - undefined_set(of, name)
    slope = derivative(ratio, name)
    critical = [] if slope.top.is_zero else roots_of(slope.top, name)
    near = {k for mark in (*reals.marks, *critical) for k in range(floor(mark) - 1, floor(mark) + 3)} or {0}
    if len(near) > MAX_NEAR:
        raise BudgetError("too many critical places")
    near |= {min(near) - 1, max(near) + 1}
    rows = [{name: Polynomial.constant(k)} for k in sorted(near) if reals.contains(Polynomial.constant(k))]
    values = [number_of(exact(put_in(of, row))) for row in rows]
    for inside, end in ((reals.inside[0], Neg(Const("oo"))), (reals.inside[-1], Const("oo"))):
        if inside and not slope.top.is_zero and _better_far_away(ratio_tree(ratio), name, end, direction, values):
            evidence.append(f"beyond every critical place the values go on for {name} towards infinity")
            return None
    if not values:
        raise UndefinedError("no integer fulfils what is given")
    best = values[0]
    for value in values[1:]:
        if order(value, best) == direction:
            best = value
    evidence.append(
        f"monotonic but for {len(critical)} critical places; the integers next to them and to the ends tried"
    )
    return best


def _better_far_away(of: Expr, name: str, end: Expr, direction: int, values: list[Number]) -> bool:
    """Whether the values far away exceed all that were tried."""
    found = limit_of((of, Sym(name), end))
    if isinstance(found, Infinite):
        return found.sign == direction
    return all(order(number_of(found), value) == direction for value in values)
