"""The verifier's own solution of a model, exact and independent of every engine."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from generation.equivalence.real import Number, ascending, number_of
from generation.equivalence.realset import REALS, RealSet, points_set
from generation.equivalence.relations import (
    denominators,
    difference_of,
    holds,
    methods_of,
    needs_method,
    solution_set,
    undefined_set,
)
from generation.equivalence.univariate import count_real_roots, evaluate, square_free, trimmed
from generation.expression.errors import NotExactError, NotRealError, UndefinedError
from generation.expression.exact import Ratio, exact
from generation.expression.intervals import sign_at
from generation.expression.normal import polynomial_tree
from generation.expression.polynomial import Polynomial
from generation.expression.render import infix
from generation.expression.tree import Expr, Logic, Or, Relation, Sub, number, substitute, symbols
from generation.verify.domains import Domain
from generation.verify.reading import Reading
from generation.verify.substitution import solve_by_letters
from generation.verify.systems import Eliminated, Row, determinant_evidence, eliminate, substituted

MAX_INTEGERS = 2_000
"""More integers than this in a bounded domain are not listed as solutions one by one."""


@dataclass(frozen=True, slots=True)
class Solved:
    """Solutions of the relations inside the domains: ``reals`` for one unknown, ``branches`` for several."""

    names: tuple[str, ...]
    reals: RealSet | None = None
    integral: bool = False
    branches: tuple[Eliminated, ...] = ()
    evidence: tuple[str, ...] = ()
    excluded: tuple[Polynomial, ...] = ()
    """What the relations say is not zero."""
    doubts: tuple[str, ...] = ()
    """Equations of which Sturm's count, another way to the number of zeros, does not agree with those found."""
    behind: tuple[Row, ...] | None = None
    """Solutions in all letters, where only some of these are asked for; empty where they are infinitely many."""

    @property
    def rows(self) -> tuple[Row, ...] | None:
        """Every solution as a row, or None where there are infinitely many."""
        if self.reals is not None:
            points = self.reals.points()
            return None if points is None else tuple({self.names[0]: point} for point in points)
        if any(branch.free for branch in self.branches):
            return None
        return tuple(branch.bound for branch in self.branches)


def solve_one(given: list[Logic], name: str, domain: Domain) -> Solved:
    """The solutions of relations in one unknown."""
    reals = domain.reals
    lines: list[str] = []
    doubts: list[str] = []
    for logic in given:
        found = solution_set(logic, name, domain.reals)
        reals &= found
        if isinstance(logic, Relation):
            shown, agrees = _zeros_shown(logic, name, domain.reals, found)
            lines += shown
            doubts += [] if agrees else [infix(logic)]
    evidence, doubt = tuple(lines), tuple(doubts)
    if domain.integral and (listed := reals.integers(MAX_INTEGERS)) is not None:
        return Solved((name,), points_set([Polynomial.constant(k) for k in listed]), evidence=evidence, doubts=doubt)
    if (points := reals.points()) is not None:
        reals = points_set([point for point in points if domain.contains(point)])
        return Solved((name,), reals, evidence=evidence, doubts=doubt)
    if domain.rational:
        raise NotExactError("an infinite set of rational numbers")
    return Solved((name,), reals, integral=domain.integral, evidence=evidence, doubts=doubt)


def root_evidence(relation: Relation, name: str, within: RealSet = REALS) -> list[str]:
    """What shows how many real zeros a relation has: a constant, a discriminant, Sturm's count, lost denominators."""
    return _zeros_shown(relation, name, within, None)[0]


def _zeros_shown(relation: Relation, name: str, within: RealSet, found: RealSet | None) -> tuple[list[str], bool]:
    """The evidence, and whether Sturm's count agrees with the solutions that were found."""
    if needs_method(relation, name):
        return [f"{infix(relation)}: {method}" for method in methods_of(relation, name, within)], True
    difference = difference_of(relation)
    coefficients = difference.top.rational_coefficients(name)
    if coefficients is None:
        return [], True
    p = trimmed(coefficients)
    shown = infix(polynomial_tree(difference.top))
    if len(p) <= 1:
        return [f"{infix(relation)}: the difference of the sides is {shown} for every {name}"], True
    count = count_real_roots(p)
    discriminant = f"discriminant {p[1] ** 2 - 4 * p[2] * p[0]}, " if len(p) == 3 else ""
    lines = [f"{shown}: {discriminant}{count} real zeros by Sturm's count"]
    excluded = undefined_set(relation, name).points()
    if excluded:
        listed = ", ".join(infix(polynomial_tree(point)) for point in excluded)
        lines.append(f"a denominator is zero at {name} = {listed}")
    if found is None or relation.op != "=":
        return lines, True
    points = found.points()
    if points is None or excluded is None:
        return lines, False
    lost = [point for point in excluded if _is_zero_at(square_free(p), point)]
    return lines, len(points) + len(lost) == count


def _is_zero_at(p: list[Fraction], point: Number) -> bool:
    rational = point.rational()
    if rational is not None:
        return not evaluate(p, rational)
    total = Polynomial.constant(0)
    for coefficient in reversed(p):
        total = total * point + Polynomial.constant(coefficient)
    return total.is_zero


def solve_several(reading: Reading, names: list[str]) -> Solved:
    """The solutions of equations in several unknowns by elimination, kept where inequalities and domains hold."""
    if reading.has_alternatives:
        raise NotExactError("alternatives in a system are not solved yet")
    relations = reading.relations
    if any(needs_method(relation, name) for relation in relations for name in names):
        return _solve_by_letters(reading, names)
    equations = [difference_of(relation).top for relation in relations if relation.op == "="]
    others = [relation for relation in relations if relation.op != "="]
    branches = eliminate(equations, frozenset(names))
    evidence = determinant_evidence(equations, names)
    kept: list[Eliminated] = []
    for branch in branches:
        if branch.free:
            _needs_no_filter(relations, others, reading, branch)
            kept.append(branch)
        elif _belongs(branch.bound, relations, reading):
            kept.append(branch)
    unique: list[Eliminated] = []
    for branch in kept:
        if branch not in unique:
            unique.append(branch)
    excluded = tuple(difference_of(relation).top for relation in others if relation.op == "!=")
    return Solved(tuple(names), None, False, tuple(unique), (evidence,) if evidence else (), excluded)


def _solve_by_letters(reading: Reading, names: list[str]) -> Solved:
    """Powers and logarithms of several unknowns: turned into polynomials, the solutions put back."""
    equations = [relation for relation in reading.relations if relation.op == "="]
    found: list[Eliminated] = []
    for row in solve_by_letters(equations, frozenset(names)):
        if _belongs(row, reading.relations, reading) and (branch := Eliminated(row)) not in found:
            found.append(branch)
    evidence = "powers and logarithms of the unknowns written as polynomials, by steps that keep every solution"
    return Solved(tuple(names), None, False, tuple(found), (evidence,))


def _needs_no_filter(relations: list[Relation], others: list[Relation], reading: Reading, branch: Eliminated) -> None:
    """Infinitely many solutions are only handled where nothing cuts them down."""
    cut = [r for r in relations for _ in denominators(r)] + others
    bounded = [n for n in (*branch.bound, *branch.free) if reading.domains[n].name != "real"]
    if cut and not all(r.op == "!=" for r in cut):
        raise NotExactError("infinitely many solutions under conditions")
    if any(reading.domains[n].integral or reading.domains[n].rational for n in bounded):
        raise NotExactError("infinitely many solutions inside a domain")


def _belongs(row: Row, relations: list[Relation], reading: Reading) -> bool:
    return all(reading.domains[name].contains(value) for name, value in row.items()) and all(
        fulfils(relation, row) for relation in relations
    )


def fulfils(logic: Logic, row: Row) -> bool:
    """Whether numbers put into the original relation make it true; a division by zero makes it false."""
    if isinstance(logic, Or):
        return any(fulfils(part, row) for part in logic.parts)
    if not isinstance(logic, Relation):
        return all(fulfils(part, row) for part in logic.parts)
    try:
        left, right = (number_of(exact(put_in(side, row))) for side in (logic.left, logic.right))
    except (UndefinedError, NotRealError):
        return False
    except NotExactError:
        return holds(logic.op, Polynomial.constant(_enclosed_sign(logic, row)))
    difference = left - right
    if logic.op in ("=", "!=") and not difference.is_real and not difference.variables:
        return logic.op == "!="  # imaginary, so not zero; the order of complex numbers is not asked for
    return holds(logic.op, difference)


def _enclosed_sign(relation: Relation, row: Row) -> int:
    """The sign of the difference of the sides where enclosing shows it. Raises NotExactError where it does not."""
    return sign_at(Sub(put_in(relation.left, row), put_in(relation.right, row)), {})


def put_in(expr: Expr, row: Row) -> Expr:
    """The expression with numbers for its letters."""
    return _replaced(expr, row)


def _replaced(expr: Expr, values: Mapping[str, Polynomial]) -> Expr:
    used = symbols(expr) & values.keys()
    if not used:
        return expr
    tree = substitute(expr, {name: _tree(values[name]) for name in used})
    assert isinstance(tree, Expr)
    return tree


def _tree(value: Polynomial) -> Expr:
    rational = value.rational()
    return polynomial_tree(value) if rational is None else number(rational)


def values_under(of: Expr, solved: Solved) -> list[Number] | Ratio:
    """The distinct values of an expression over all solutions, or its ratio where no solution matters.

    Raises UndefinedError where it is undefined at a solution, NotExactError where it is not constant on
    infinitely many.
    """
    if (rows := solved.rows) is not None:
        return ascending([number_of(exact(put_in(of, row))) for row in rows])
    found: list[Number] = []
    for branch in solved.branches:
        for below in denominators(of):
            _never_zero(below, branch, solved.excluded)
        ratio = exact(_replaced(of, branch.bound))
        found.append(constant_of(ratio))
    if not found:
        raise NotExactError("a value over an infinite set")
    return ascending(found)


def _never_zero(below: Expr, branch: Eliminated, excluded: tuple[Polynomial, ...]) -> None:
    """A denominator must be a number, or divide something that is said not to be zero, on the whole branch."""
    top = _on_branch(exact(below).top, branch)
    if not top.unknowns:
        return
    for polynomial in excluded:
        other = _on_branch(polynomial, branch)
        if _radical_divides(top, other):
            return
    raise NotExactError(f"'{infix(below)}' can be zero; the problem has to say that it is not")


def _on_branch(polynomial: Polynomial, branch: Eliminated) -> Polynomial:
    for name in sorted(polynomial.variables & branch.bound.keys()):
        polynomial = substituted(polynomial, name, branch.bound[name])
    return polynomial


def _radical_divides(polynomial: Polynomial, other: Polynomial) -> bool:
    """Whether one is zero only where the other is: a single term in letters of the other, or a multiple of it."""
    if len(polynomial.terms) == 1 and len(other.terms) == 1:
        return polynomial.variables <= other.variables
    if polynomial.terms.keys() != other.terms.keys():
        return False
    key = next(iter(polynomial.terms))
    return polynomial.scaled(other.terms[key] / polynomial.terms[key]) == other


def constant_of(ratio: Ratio) -> Number:
    """The number that a quotient of polynomials always is. Raises NotExactError where it varies."""
    if not ratio.top.terms:
        return Polynomial.constant(0)
    key = next(iter(ratio.top.terms))
    if key in ratio.bottom.terms:
        factor = ratio.top.terms[key] / ratio.bottom.terms[key]
        if ratio.bottom.scaled(factor) == ratio.top:
            return Polynomial.constant(factor)
    return number_of(ratio)
