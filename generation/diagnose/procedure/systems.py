"""Two linear equations in two unknowns: substitution where one is solved for an unknown, else elimination."""

from __future__ import annotations

from fractions import Fraction
from math import lcm

from generation.diagnose.procedure.equations import next_equation_line, polynomial_of, solved_value
from generation.diagnose.procedure.numbers import Next
from generation.expression.errors import NotExactError
from generation.expression.normal import polynomial_tree
from generation.expression.polynomial import Polynomial
from generation.expression.tree import And, Expr, Logic, Node, Relation, Sub, number, substitute, symbols

Row = tuple[Fraction, Fraction, Fraction]
"""Coefficients (a, b, c) of ax + by = c."""


def next_system_line(line: And, unknowns: tuple[str, ...]) -> Next | None:
    """The line after a system; None where every unknown has its value. Raises NotExactError outside 2×2 linear."""
    first, second = _two(line)
    for here, other, back in ((first, second, False), (second, first, True)):
        names = symbols(here)
        if len(names) == 1 and (following := next_equation_line(here, next(iter(names)))) is not None:
            return _pair(following[0], other, back), following[1]
    for here, other, back in ((first, second, False), (second, first, True)):
        for name in unknowns:
            value = _side_for(here, name)
            if value is not None and name in symbols(other):
                return _pair(here, substitute(other, {name: value}), back), "substitute"
    if all(len(symbols(part)) == 1 for part in (first, second)):
        return None
    return _eliminated(first, second, unknowns)


def _two(line: And) -> tuple[Relation, Relation]:
    match line.parts:
        case (Relation("=") as first, Relation("=") as second):
            return first, second
        case _:
            raise NotExactError("two equations are expected")


def _pair(here: Node, other: Node, back: bool) -> And:
    if not isinstance(here, Logic) or not isinstance(other, Logic):
        raise NotExactError("one equation holds always or never: no single solution")
    return And((other, here)) if back else And((here, other))


def _side_for(line: Relation, name: str) -> Expr | None:
    """What an unknown equals where the line says so outright, on either side."""
    if (value := solved_value(line, name)) is not None:
        return value
    return solved_value(Relation("=", line.right, line.left), name)


def _eliminated(first: Relation, second: Relation, unknowns: tuple[str, ...]) -> Next:
    rows = [_row(line, unknowns) for line in (first, second)]
    if rows[0][0] * rows[1][1] == rows[1][0] * rows[0][1]:
        raise NotExactError("the equations are dependent")
    if not all(row[0] and row[1] for row in rows):  # written as 0x + y = 3: there is nothing to eliminate
        return And(tuple(_standard(row, unknowns) for row in rows)), "collect"
    gone = _cheaper(rows[0], rows[1])
    size = Fraction(lcm(*_whole(rows[0][gone], rows[1][gone])))
    scaled = [tuple(v * abs(size / row[gone]) for v in row) for row in rows]
    standard = [_standard((row[0], row[1], row[2]), unknowns) for row in scaled]
    if standard != [first, second]:
        return And(tuple(standard)), "scale"
    sign = -1 if rows[0][gone] * rows[1][gone] > 0 else 1
    merged = [p + sign * q for p, q in zip(rows[0], rows[1], strict=True)]
    kept = Polynomial.variable(unknowns[1 - gone]).scaled(merged[1 - gone])
    return And((Relation("=", polynomial_tree(kept), number(merged[2])), first)), "eliminate"


def _cheaper(first: Row, second: Row) -> int:
    """The unknown (0 or 1) that goes with the smaller common multiple."""
    if not (first[0] and second[0]):
        return 1
    if not (first[1] and second[1]):
        return 0
    return 0 if lcm(*_whole(first[0], second[0])) < lcm(*_whole(first[1], second[1])) else 1


def _row(line: Relation, unknowns: tuple[str, ...]) -> Row:
    """Raises NotExactError where the line is not linear with rational coefficients."""
    difference = polynomial_of(Sub(line.left, line.right))
    if difference.total_degree() != 1:
        raise NotExactError("the equations are not linear")
    values = [difference.terms.get((1, ((name, 1),)), Fraction(0)) for name in unknowns]
    constant = difference.terms.get((1, ()), Fraction(0))
    if sum(1 for v in (*values, constant) if v) != len(difference.terms):
        raise NotExactError("other letters or roots in the equations")
    return values[0], values[1], -constant


def _whole(p: Fraction, q: Fraction) -> tuple[int, int]:
    scale = lcm(p.denominator, q.denominator)
    return abs(int(p * scale)) or 1, abs(int(q * scale)) or 1


def _standard(row: Row, unknowns: tuple[str, ...]) -> Relation:
    total = Polynomial({})
    for value, name in zip(row, unknowns, strict=False):
        total = total + Polynomial.variable(name).scaled(value)
    return Relation("=", polynomial_tree(total), number(row[2]))
