"""The values that unknowns take while other letters, which are not asked for, run through all that is given."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

from generation.equivalence.real import Number, between, floor, order, sign
from generation.equivalence.realset import REALS, RealSet, from_marks, points_set
from generation.equivalence.relations import at, difference_of, roots_of, solution_set
from generation.expression.errors import NotExactError
from generation.expression.normal import polynomial_tree
from generation.expression.polynomial import Polynomial, inverse_number
from generation.expression.render import infix
from generation.expression.tree import Logic, Relation, symbols
from generation.verify.crosscheck import samples
from generation.verify.reading import Reading
from generation.verify.solving import Solved, solve_several
from generation.verify.systems import Eliminated


def solve_for_some(reading: Reading, names: list[str], unknowns: list[str]) -> Solved:
    """The values of some letters. Raises NotExactError where the others are parameters, or it is not covered."""
    others = [name for name in names if name not in unknowns]
    if len(unknowns) == 1 and len(others) == 1:
        defining = [logic for logic in reading.given if unknowns[0] in symbols(logic)]
        if len(defining) == 1 and (found := _of_function(reading, defining[0], unknowns[0], others[0])) is not None:
            return found
    solved = solve_several(reading, names)
    if solved.rows is None:
        raise NotExactError(f"equations with letters besides the unknown ({', '.join(others)}) are not solved yet")
    if len(unknowns) == 1:
        reals = points_set([row[unknowns[0]] for row in solved.rows])
        return Solved((unknowns[0],), reals, evidence=solved.evidence, behind=solved.rows)
    branches: list[Eliminated] = []
    for row in solved.rows:
        if (branch := Eliminated({name: row[name] for name in unknowns})) not in branches:
            branches.append(branch)
    return Solved(tuple(unknowns), None, False, tuple(branches), solved.evidence, behind=solved.rows)


def _of_function(reading: Reading, defining: Logic, unknown: str, other: str) -> Solved | None:
    """For ``A = -4x + 2`` and ``-5 < x < -3`` the values of A; None where A is no polynomial in the other letter."""
    if not isinstance(defining, Relation) or defining.op != "=":
        return None
    difference = difference_of(defining)
    if difference.bottom.unknowns or difference.top.degree(unknown) != 1:
        return None
    rest, slope = difference.top.coefficients(unknown)
    if slope.variables:
        return None
    function = -(rest * inverse_number(slope))
    if any(reading.domains[name].integral or reading.domains[name].rational for name in (unknown, other)):
        return None
    reals = reading.domains[other].reals
    for logic in reading.given:
        if logic is not defining:
            reals &= solution_set(logic, other)
    if reals.is_everything or function.unknowns != {other}:
        return None
    values = image(function, other, reals)
    for value, inside in samples(reals):
        if inside and not values.contains(at(function, other, value)):
            raise NotExactError("a value outside of the values that were found")
    evidence = f"{unknown} = {infix(polynomial_tree(function))} while {reals.describe(other)}"
    return Solved((unknown,), values & reading.domains[unknown].reals, evidence=(evidence,), behind=())


def image(function: Polynomial, name: str, reals: RealSet) -> RealSet:
    """The values of a polynomial on a set: between the marks and where the derivative is zero it is monotone."""
    turns = roots_of(_derivative(function, name), name)
    marks = list(points_set([*reals.marks, *turns]).marks)
    total = points_set([at(function, name, mark) for mark in marks if reals.contains(mark)])
    for low, high in pairwise([None, *marks, None]):
        if reals.contains(_inside(low, high)):
            total |= _between(_end(function, name, low, -1), _end(function, name, high, 1))
    return total


def _derivative(function: Polynomial, name: str) -> Polynomial:
    total, variable = Polynomial.constant(0), Polynomial.variable(name)
    for power, part in reversed(list(enumerate(function.coefficients(name)))[1:]):
        total = total * variable + part.scaled(Fraction(power))
    return total


def _inside(low: Number | None, high: Number | None) -> Number:
    if low is not None and high is not None:
        return Polynomial.constant(between(low, high))
    if low is not None:
        return Polynomial.constant(floor(low) + 1)
    return Polynomial.constant(0 if high is None else floor(high) - 1)


def _end(function: Polynomial, name: str, mark: Number | None, side: int) -> Number | int:
    """The value at a mark; far out, where there is none, the sign of infinity."""
    if mark is not None:
        return at(function, name, mark)
    return sign(function.coefficients(name)[-1]) * (side if function.degree(name) % 2 else 1)


def _between(one: Number | int, other: Number | int) -> RealSet:
    """All numbers strictly between two ends, of which integers stand for infinity."""
    numbers = [end for end in (one, other) if not isinstance(end, int)]
    if len(numbers) == 2:
        low, high = points_set(numbers).marks
        return from_marks([low, high], lambda x: order(x, low) > 0 > order(x, high))
    signs = [end for end in (one, other) if isinstance(end, int)]
    if len(numbers) == 1:
        return from_marks(numbers, lambda x: order(x, numbers[0]) == signs[0])
    return REALS
