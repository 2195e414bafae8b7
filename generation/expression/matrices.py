"""Matrices of exact values: sums, multiples, products, powers and inverses."""

from __future__ import annotations

from functools import reduce

from generation.expression.errors import BudgetError, NotExactError, UndefinedError
from generation.expression.exact import Ratio, exact, rational_value
from generation.expression.normal import ratio_tree
from generation.expression.ratios import UNIT, ZERO, added, divided, is_zero, multiplied, negated
from generation.expression.tree import Add, And, Div, Expr, Logic, Matrix, Mul, Neg, Node, Or, Pow, Relation, Sub, walk

Rows = tuple[tuple[Ratio, ...], ...]
MAX_SIZE = 6
MAX_POWER = 100


class ShapeError(UndefinedError):
    """Matrices whose shapes do not fit; the message names both."""


def has_matrix(node: Node) -> bool:
    """Whether a matrix occurs."""
    return any(isinstance(part, Matrix) for part in walk(node))


def matrix_value(expr: Expr) -> Rows:
    """The entries of an expression whose value is a matrix.

    Raises ShapeError where shapes do not fit, NotExactError where it is a number or is not covered.
    """
    found = _value(expr)
    if isinstance(found, Ratio):
        raise NotExactError("a number, not a matrix")
    return found


def matrix_tree(rows: Rows) -> Expr:
    """A matrix of exact values as a tree."""
    return Matrix(tuple(tuple(ratio_tree(entry) for entry in row) for row in rows))


def same_matrix(a: Rows, b: Rows) -> bool:
    """Whether two matrices have the same shape and equal entries. Raises NotExactError where that is not known."""
    if _shape(a) != _shape(b):
        return False
    return all(x.equals(y) for left, right in zip(a, b, strict=True) for x, y in zip(left, right, strict=True))


def by_entries(logic: Logic) -> Logic:
    """Equations between matrices as one equation for each entry; other relations as they are.

    Raises ShapeError where shapes differ, NotExactError where an entry has a denominator with letters.
    """
    if not has_matrix(logic):
        return logic
    if isinstance(logic, And | Or):
        return type(logic)(tuple(by_entries(part) for part in logic.parts))
    if logic.op != "=":
        raise NotExactError("matrices have no order")
    left, right = matrix_value(logic.left), matrix_value(logic.right)
    if _shape(left) != _shape(right):
        raise ShapeError(f"a {_shape(left)} and a {_shape(right)} matrix are not equal")
    pairs = [pair for rows in zip(left, right, strict=True) for pair in zip(*rows, strict=True)]
    if any(entry.bottom.unknowns for pair in pairs for entry in pair):
        raise NotExactError("a matrix with fractions of letters in an equation")
    return And(tuple(Relation("=", ratio_tree(a), ratio_tree(b)) for a, b in pairs))


def _value(expr: Expr) -> Rows | Ratio:
    if not has_matrix(expr):
        return exact(expr)
    match expr:
        case Matrix(rows):
            if max(len(rows), len(rows[0])) > MAX_SIZE:
                raise BudgetError(f"a matrix with more than {MAX_SIZE} rows or columns")
            return tuple(tuple(exact(entry) for entry in row) for row in rows)
        case Neg(arg):
            return _scaled(_value(arg), negated(UNIT))
        case Add(left, right):
            return _sum(_value(left), _value(right))
        case Sub(left, right):
            return _sum(_value(left), _scaled(_value(right), negated(UNIT)))
        case Mul(left, right):
            return _product(_value(left), _value(right))
        case Div(left, right):
            divisor = _value(right)
            if not isinstance(divisor, Ratio):
                raise NotExactError("a division by a matrix")
            return _scaled(_value(left), divided(UNIT, divisor))
        case Pow(base, exponent):
            return _power(_value(base), exponent)
        case _:
            raise NotExactError("a function of a matrix")


def _shape(rows: Rows) -> str:
    return f"{len(rows)}×{len(rows[0])}"


def _scaled(value: Rows | Ratio, factor: Ratio) -> Rows | Ratio:
    if isinstance(value, Ratio):
        return multiplied(value, factor)
    return tuple(tuple(multiplied(entry, factor) for entry in row) for row in value)


def _sum(a: Rows | Ratio, b: Rows | Ratio) -> Rows | Ratio:
    if isinstance(a, Ratio) or isinstance(b, Ratio):
        if isinstance(a, Ratio) and isinstance(b, Ratio):
            return added(a, b)
        raise ShapeError("a number and a matrix are not added")
    if _shape(a) != _shape(b):
        raise ShapeError(f"a {_shape(a)} and a {_shape(b)} matrix are not added")
    return tuple(tuple(added(x, y) for x, y in zip(left, right, strict=True)) for left, right in zip(a, b, strict=True))


def _product(a: Rows | Ratio, b: Rows | Ratio) -> Rows | Ratio:
    if isinstance(a, Ratio):
        return _scaled(b, a)
    if isinstance(b, Ratio):
        return _scaled(a, b)
    if len(a[0]) != len(b):
        raise ShapeError(
            f"a {_shape(a)} and a {_shape(b)} matrix are not multiplied: {len(a[0])} columns, {len(b)} rows"
        )
    columns = list(zip(*b, strict=True))
    return tuple(
        tuple(reduce(added, (multiplied(x, y) for x, y in zip(row, column, strict=True)), ZERO) for column in columns)
        for row in a
    )


def _power(base: Rows | Ratio, exponent: Expr) -> Rows | Ratio:
    power = rational_value(exponent)
    if isinstance(base, Ratio) or power is None or power.denominator != 1:
        raise NotExactError("a power of a matrix with such an exponent")
    if len(base) != len(base[0]):
        raise ShapeError(f"a {_shape(base)} matrix has no powers: it is not square")
    if abs(power) > MAX_POWER:
        raise BudgetError(f"a power of a matrix above {MAX_POWER}")
    factor: Rows | Ratio = base if power >= 0 else _inverse(base)
    result: Rows | Ratio = _unit(len(base))
    for _ in range(abs(int(power))):
        result = _product(result, factor)
    return result


def _unit(size: int) -> Rows:
    return tuple(tuple(UNIT if i == j else ZERO for j in range(size)) for i in range(size))


def _inverse(rows: Rows) -> Rows:
    """By elimination; the pivots are numbers that are not zero. Raises UndefinedError where there is none."""
    size = len(rows)
    work = [[*row, *unit] for row, unit in zip(rows, _unit(size), strict=True)]
    for column in range(size):
        pivot = next((k for k in range(column, size) if _is_pivot(work[k][column])), None)
        if pivot is None:
            if any(not is_zero(work[k][column]) for k in range(column, size)):
                raise NotExactError("a matrix whose inverse depends on letters")
            raise UndefinedError("a matrix without an inverse")
        work[column], work[pivot] = work[pivot], work[column]
        head = work[column][column]
        work[column] = [divided(entry, head) for entry in work[column]]
        for k in range(size):
            if k != column and not is_zero(work[k][column]):
                factor = negated(work[k][column])
                work[k] = [added(x, multiplied(factor, y)) for x, y in zip(work[k], work[column], strict=True)]
    return tuple(tuple(row[size:]) for row in work)


def _is_pivot(entry: Ratio) -> bool:
    return not is_zero(entry) and not (entry.top.unknowns or entry.bottom.unknowns)
