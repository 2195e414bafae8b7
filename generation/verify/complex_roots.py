"""Complex zeros of polynomials with rational coefficients: rational ones, and those of quadratic factors."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import product
from math import prod

from generation.equivalence.relations import denominators, difference_of
from generation.equivalence.univariate import (
    Coefficients,
    common_divisor,
    divide,
    primitive,
    rational_roots,
    real_roots,
    square_free,
    trimmed,
)
from generation.expression.errors import BudgetError, NotExactError
from generation.expression.exact import exact
from generation.expression.normal import polynomial_tree
from generation.expression.polynomial import UNIT, Polynomial, extract_square, inverse_number
from generation.expression.render import infix
from generation.expression.tree import Logic, Relation, symbols
from generation.verify.enumeration import flat
from generation.verify.solving import Solved, fulfils
from generation.verify.systems import Eliminated

MAX_COMBINED = 100
_IMAGINARY = Polynomial({(-1, ()): Fraction(1)})


def solve_complex(given: Sequence[Logic], name: str) -> Solved:
    """All complex solutions of equations in one unknown. Raises NotExactError where a root has no exact form here."""
    if (linear := _linear(given, name)) is not None:
        return linear
    p: Coefficients = []
    conditions = flat(given)
    for logic in conditions:
        if not isinstance(logic, Relation) or logic.op not in ("=", "!="):
            raise NotExactError("complex solutions of anything but equations")
        if logic.op == "=":
            p = common_divisor(p, _coefficients(difference_of(logic).top, name))
    if not p:
        raise NotExactError("an equation that every complex number solves")
    p = square_free(p)
    for logic in conditions:
        for below in denominators(logic):
            p = _without(p, _coefficients(exact(below).top, name))
        if isinstance(logic, Relation) and logic.op == "!=":
            p = _without(p, _coefficients(difference_of(logic).top, name))
    roots = complex_zeros(p)
    if len(set(map(_key, roots))) != len(p) - 1:
        raise NotExactError("complex zeros and the degree disagree")
    shown = infix(polynomial_tree(Polynomial({(1, ((name, k),) if k else ()): c for k, c in enumerate(p) if c})))
    evidence = f"{shown}: no double zero and degree {len(p) - 1}, so {len(p) - 1} complex zeros"
    return Solved((name,), None, False, tuple(Eliminated({name: root}) for root in roots), (evidence,))


def solve_complex_apart(given: Sequence[Logic], names: Sequence[str]) -> Solved:
    """Several unknowns, each with an equation of its own; what binds them is tried on every combination.

    Raises NotExactError for other systems.
    """
    evidence: list[str] = []
    found: list[list[Polynomial]] = []
    for name in names:
        own = [logic for logic in flat(given) if symbols(logic) == {name}]
        solved = solve_complex(own, name)
        evidence += solved.evidence
        found.append([branch.bound[name] for branch in solved.branches])
    if prod(map(len, found)) > MAX_COMBINED:
        raise BudgetError("too many combinations of complex numbers")
    rows = [dict(zip(names, values, strict=True)) for values in product(*found)]
    kept = [row for row in rows if all(fulfils(logic, row) for logic in given)]
    return Solved(tuple(names), None, False, tuple(map(Eliminated, kept)), tuple(dict.fromkeys(evidence)))


def _linear(given: Sequence[Logic], name: str) -> Solved | None:
    """The solution of an equation of first degree, whose coefficients may be complex; None for other equations."""
    for logic in flat(given):
        if isinstance(logic, Relation) and logic.op == "=":
            top = difference_of(logic).top
            if top.degree(name) == 1 and top.unknowns == {name}:
                constant, slope = top.coefficients(name)
                row = {name: -(constant * inverse_number(slope))}
                branches = (Eliminated(row),) if all(fulfils(each, row) for each in given) else ()
                return Solved((name,), None, False, branches, (f"{infix(logic)} is of first degree in {name}",))
    return None


def complex_zeros(p: Coefficients) -> list[Polynomial]:
    """Every complex zero of a square-free polynomial. Raises NotExactError where one has no exact form here."""
    zeros: list[Polynomial] = []
    rest = p
    for root in rational_roots(rest):
        zeros.append(Polynomial.constant(root))
        rest = divide(rest, [-root, Fraction(1)])[0]
    rest = primitive(rest)
    if len(rest) == 3:
        return zeros + _of_quadratic(rest)
    if len(rest) > 1 and not any(rest[1::2]):
        squares = complex_zeros(rest[::2])
        return zeros + [root for square in squares for root in _square_roots(square)]
    if len(rest) > 1 and len(real := real_roots(rest)) + 1 == len(rest):
        return zeros + real
    if len(rest) > 1:
        raise NotExactError("a complex zero that is neither rational nor of a quadratic factor")
    return zeros


def _of_quadratic(p: Coefficients) -> list[Polynomial]:
    c, b, a = p
    middle = Polynomial.constant(-b / (2 * a))
    return [middle + offset.scaled(1 / (2 * a)) for offset in _square_roots(Polynomial.constant(b * b - 4 * a * c))]


def _square_roots(square: Polynomial) -> list[Polynomial]:
    """Both square roots of a rational number that is not zero."""
    value = square.rational()
    if value is None:
        raise NotExactError("a square root of a number that is not rational")
    outside, radicand = extract_square(abs(value.numerator) * value.denominator)
    key = UNIT if radicand == 1 else (radicand, ())
    root = Polynomial({key: Fraction(outside, value.denominator)})
    root = root * _IMAGINARY if value < 0 else root
    return [root, -root]


def _coefficients(polynomial: Polynomial, name: str) -> Coefficients:
    coefficients = polynomial.rational_coefficients(name)
    if coefficients is None:
        raise NotExactError("no polynomial with rational coefficients")
    return trimmed(coefficients)


def _without(p: Coefficients, excluded: Coefficients) -> Coefficients:
    if not excluded:
        raise NotExactError("something that is always zero and must not be")
    return divide(p, common_divisor(p, excluded))[0]


def _key(number: Polynomial) -> frozenset[tuple[object, Fraction]]:
    return frozenset(number.terms.items())
