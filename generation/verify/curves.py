"""Solutions that are a curve: the equation that is left when letters with one value only have got it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import product

from generation.equivalence.real import sign
from generation.equivalence.relations import at, denominators, difference_of, roots_of
from generation.expression.errors import ExpressionError, NotExactError
from generation.expression.normal import polynomial_tree
from generation.expression.polynomial import Polynomial
from generation.expression.render import infix
from generation.expression.tree import Logic, Relation, Sym, symbols
from generation.verify.counterexamples import fits
from generation.verify.inequalities import never_zero
from generation.verify.kinds.kind import Finding, failed, passed
from generation.verify.reading import Reading, Value
from generation.verify.systems import Row, eliminate, shown_row

_TRIED = tuple(Polynomial.constant(Fraction(n, 2)) for n in (0, 2, -2, 4, 1, -3, 6, 10))


@dataclass(frozen=True, slots=True)
class Curve:
    """``polynomial = 0`` in the unknowns and letters that stay free."""

    polynomial: Polynomial
    determined: Row
    """Letters with one value only, put in."""


def claimed_curve(values: Sequence[Value], unknowns: Sequence[str]) -> Relation | None:
    """The one equation with several letters that a key is; None where it is something else."""
    if len(values) != 1 or not isinstance(said := values[0], Relation) or said.op != "=":
        return None
    letters = symbols(said)
    return said if len(letters) > 1 and letters & set(unknowns) else None


def judged(reading: Reading, unknowns: Sequence[str], claimed: Relation) -> Finding:
    """Whether an equation says what the given ones say."""
    if len(unknowns) == 1 and not _solved_for(claimed, unknowns[0]):
        return failed(f"{unknowns[0]} does not stand alone on one side")
    curve = curve_of(reading, unknowns)
    shown = f"the given relations come to {_text(curve.polynomial)} = 0"
    evidence = [f"{shown_row(curve.determined)} is determined"] if curve.determined else []
    for relation in (claimed, *reading.given):
        for below in denominators(relation):
            if not never_zero(below, reading.given, reading.domains):
                raise NotExactError(f"'{infix(below)}' can be zero; the problem has to say that it is not")
    if left := sorted(symbols(claimed) & curve.determined.keys()):
        return failed(f"the answer keeps {', '.join(left)}, which has one value only", *evidence, shown)
    said = difference_of(claimed).top
    if _proportional(said, curve.polynomial):
        return passed(f"{infix(claimed)} is equivalent to what is given", *evidence, shown)
    for one, other, words in ((curve.polynomial, said, "the given relations"), (said, curve.polynomial, "the answer")):
        for point in _points_on(one):
            if sign(_value(other, point)):
                return failed(f"not equivalent: {shown_row(point)} fulfils {words} alone", *evidence, shown)
    raise NotExactError("equations of which it is not known whether they say the same")


def curve_of(reading: Reading, unknowns: Sequence[str]) -> Curve:
    """The one equation that is left for the unknowns. Raises NotExactError where there is none, or several."""
    letters = frozenset[str]().union(*(symbols(logic) for logic in reading.given)) | set(unknowns)
    if any(reading.domains[name].complex or reading.domains[name].integral for name in letters):
        raise NotExactError("a curve over anything but real numbers")
    equations = [difference_of(relation).top for relation in reading.relations if relation.op == "="]
    about = [p for p in equations if p.unknowns & set(unknowns)]
    others: list[Logic] = [r for r in reading.given if not symbols(r) & set(unknowns)]
    conditions = [p for p in equations if not p.unknowns & set(unknowns)]
    if reading.has_alternatives or any(r.op != "=" and symbols(r) & set(unknowns) for r in reading.relations):
        raise NotExactError("a curve under conditions")
    determined = _determined(conditions, others, reading)
    if any(r.op not in ("=", "!=") and symbols(r) - determined.keys() for r in reading.relations):
        raise NotExactError("a curve under conditions")
    left = [p for polynomial in about if not (p := _put_in(polynomial, determined)).is_zero]
    if not left or not all(_proportional(left[0], p) for p in left):
        raise NotExactError("relations that are not one equation")
    if not left[0].unknowns & set(unknowns):
        raise NotExactError("relations that nothing fulfils")
    return Curve(left[0], determined)


def _determined(conditions: Sequence[Polynomial], others: Sequence[Logic], reading: Reading) -> Row:
    """The values of letters that relations without the unknowns leave one value."""
    names = frozenset[str]().union(*(p.unknowns for p in conditions))
    if not names:
        return {}
    branches = eliminate(conditions, names)
    if any(branch.free for branch in branches):
        raise NotExactError("letters that are bound to each other, but have no values")
    domains = {name: reading.domains[name] for name in names}
    about = [logic for logic in others if symbols(logic) <= names]
    rows = [branch.bound for branch in branches if fits(branch.bound, about, domains)]
    if not rows or any(row != rows[0] for row in rows):
        raise NotExactError("a letter with several values, or with none")
    return rows[0]


def _solved_for(claimed: Relation, name: str) -> bool:
    sides = ((claimed.left, claimed.right), (claimed.right, claimed.left))
    return any(one == Sym(name) and name not in symbols(other) for one, other in sides)


def _proportional(p: Polynomial, q: Polynomial) -> bool:
    """Whether one is the other times a number that is not zero."""
    if p.is_zero or q.is_zero or p.terms.keys() != q.terms.keys():
        return False
    key = next(iter(p.terms))
    return p.scaled(q.terms[key] / p.terms[key]) == q


def _points_on(p: Polynomial) -> Iterator[Row]:
    """Some points of a curve, from simple numbers for all letters but one."""
    names = sorted(p.unknowns)
    for last in names:
        others = [name for name in names if name != last]
        for values in list(product(_TRIED, repeat=len(others)))[:64]:
            row = dict(zip(others, values, strict=True))
            try:
                for root in roots_of(_put_in(p, row), last):
                    yield row | {last: root}
            except ExpressionError:
                continue


def _put_in(p: Polynomial, row: Row) -> Polynomial:
    for name, value in row.items():
        if name in p.variables:
            p = at(p, name, value)
    return p


def _value(p: Polynomial, row: Row) -> Polynomial:
    found = _put_in(p, row)
    if found.unknowns:
        raise NotExactError("letters in the answer that the given relations do not have")
    return found


def _text(polynomial: Polynomial) -> str:
    return infix(polynomial_tree(polynomial))
