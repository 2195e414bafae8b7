"""``count``: how many solutions the given relations have; of a real or complex unknown the different ones count."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from generation.equivalence.real import order
from generation.equivalence.relations import denominators, difference_of
from generation.equivalence.univariate import (
    Coefficients,
    common_divisor,
    count_real_roots,
    divide,
    isolate,
    square_free,
    trimmed,
)
from generation.expression.errors import NotExactError
from generation.expression.exact import exact
from generation.expression.normal import polynomial_tree
from generation.expression.polynomial import Polynomial
from generation.expression.render import infix
from generation.expression.tree import Relation, symbols
from generation.verify.counting import Counted, count
from generation.verify.crosscheck import holds_numerically
from generation.verify.domains import Domain
from generation.verify.kinds.kind import Finding, Kind, failed
from generation.verify.kinds.one import is_number, needs_unknowns, number_domain, one_answer
from generation.verify.solving import fulfils
from generation.verify.spaces import finite_space
from generation.verify.systems import Row

if TYPE_CHECKING:
    from generation.verify.context import Context

_WIDTH = Fraction(1, 10**6)
"""Of the intervals that hold one root each."""
_DIGITS = 50


def _answer(context: Context) -> Finding:
    found = _counted(context)
    if found is None:
        return failed("there are infinitely many solutions", *context.solved.evidence)
    return is_number(found.number, context, "the number of solutions", found.ways)


def _counted(context: Context) -> Counted | None:
    """The number of solutions; None where there are infinitely many."""
    reading, names = context.reading, context.problem.model.ask.unknowns
    if extra := sorted(frozenset[str]().union(*(symbols(logic) for logic in reading.given)) - set(names)):
        raise NotExactError(f"relations with letters besides those counted ({', '.join(extra)})")
    space = finite_space(reading.domains, names, reading.relations)
    if space is not None:
        return count(space, reading.given)
    if len(names) > 1:
        return _of_system(context, frozenset(names))
    domain = reading.domains[names[0]]
    return _complex_roots(context, names[0]) if domain.complex else _real_roots(context, names[0], domain)


def _of_system(context: Context, names: frozenset[str]) -> Counted | None:
    rows = context.solved.rows
    if rows is not None and names == set(context.solved.names):
        return Counted(len(rows), "; ".join([*context.solved.evidence, _put_back(context, rows)]))
    plain = all(context.reading.domains[name].name == "real" for name in names)
    if not plain or context.solved.excluded or (rows is not None and not rows):
        raise NotExactError("solutions in several unknowns that cannot be told to be infinitely many")
    return None


def _real_roots(context: Context, name: str, domain: Domain) -> Counted | None:
    try:
        rows = context.solved.rows
    except NotExactError:
        return _by_sturm(context, name, domain)
    if rows is None:
        reals = context.solved.reals
        if context.solved.integral and (reals is None or not (reals.inside[0] or reals.inside[-1])):
            raise NotExactError("more integers than are listed")
        return None
    if context.solved.doubts:
        raise NotExactError(f"two ways to the zeros of '{context.solved.doubts[0]}' disagree")
    return Counted(len(rows), "; ".join([*context.solved.evidence, _put_back(context, rows)]))


def _put_back(context: Context, rows: Sequence[Row]) -> str:
    for row in rows:
        for logic in context.reading.given:
            if not fulfils(logic, row) or holds_numerically(logic, row) is not True:
                raise NotExactError("a solution that is not confirmed when it is put back")
    return f"{len(rows)} solutions, each put back into every relation: they hold exactly and to 50 digits"


# -- roots that have no name: counted without being computed ---------------------------------------------------


def _by_sturm(context: Context, name: str, domain: Domain) -> Counted:
    """Sturm's count of one equation inside a domain, confirmed by its zeros to 50 digits."""
    if domain.integral or domain.rational:
        raise NotExactError("roots that are counted, but not known, in a domain of integers or rationals")
    p = _one_polynomial(context, name)
    places = isolate(p, _WIDTH) if len(p) > 1 else []
    if count_real_roots(p) != len(places) or _real_zeros(p) != len(places):
        raise NotExactError("Sturm's count and the zeros to 50 digits disagree")
    inside = sum(_inside(place, domain) for place in places)
    evidence = f"{_shown(p, name)}: {len(places)} different real zeros by Sturm's count and to 50 digits"
    return Counted(inside, evidence if inside == len(places) else f"{evidence}, {inside} of them in {domain.name}")


def _inside(place: tuple[Fraction, Fraction], domain: Domain) -> bool:
    """Whether what lies between two numbers is in a domain."""
    low, high = (Polynomial.constant(end) for end in place)
    if any(order(low, mark) <= 0 <= order(high, mark) for mark in domain.reals.marks):
        raise NotExactError("a root too close to the edge of its domain")
    return domain.contains(low)


def _real_zeros(p: Coefficients) -> int:
    """The number of real zeros of a square-free polynomial, found numerically."""
    import mpmath  # takes 0.1 s to import

    if len(p) < 2:
        return 0
    context = mpmath.mp.clone()
    context.dps = _DIGITS
    coefficients = [context.mpf(c.numerator) / c.denominator for c in reversed(p)]
    zeros = context.polyroots(coefficients, maxsteps=200, extraprec=200)
    return sum(1 for zero in zeros if abs(context.im(zero)) < context.mpf(10) ** (-_DIGITS // 2))


def _complex_roots(context: Context, name: str) -> Counted:
    """A polynomial has as many different complex zeros as its square-free part has degrees."""
    p = _one_polynomial(context, name)
    return Counted(len(p) - 1, f"{_shown(p, name)} has no double zero and degree {len(p) - 1}")


def _one_polynomial(context: Context, name: str) -> Coefficients:
    """The square-free polynomial whose zeros are the solutions of the one equation that is given."""
    given = context.reading.given
    if len(given) != 1 or not isinstance(relation := given[0], Relation) or relation.op != "=":
        raise NotExactError("roots of more than one equation that are not known exactly")
    coefficients = difference_of(relation).top.rational_coefficients(name)
    if coefficients is None or not (p := trimmed(coefficients)):
        raise NotExactError("no polynomial with rational coefficients")
    p = square_free(p)
    for below in denominators(relation):
        q = exact(below).top.rational_coefficients(name)
        if q is None or not trimmed(q):
            raise NotExactError("a denominator that is no polynomial with rational coefficients")
        p = divide(p, common_divisor(p, trimmed(q)))[0]
    return p


def _shown(p: Coefficients, name: str) -> str:
    powers = ({(1, ((name, k),) if k else ()): c} for k, c in enumerate(p) if c)
    return infix(polynomial_tree(Polynomial({key: c for power in powers for key, c in power.items()})))


KIND = Kind("count", needs_unknowns, _answer, one_answer, number_domain, lambda _: None)
