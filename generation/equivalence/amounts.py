"""Answers with units: amounts that measure the same are compared after conversion.

The rule: two amounts in units that convert (``3시간``, ``180분``) are equal where their sizes are. Units of different
kinds (``cm^2`` and ``cm^3``, ``원`` and ``개``) make them different. Two counters that do not convert (``개``, ``권``),
or a unit that only one side has, leave it undecided unless the sizes differ: whether a unit has to be written, and
which, is asked of the item, not of two answers.
"""

from __future__ import annotations

from fractions import Fraction

from generation.equivalence.values import Verdict, compare_values
from generation.expression.errors import NotExactError
from generation.expression.render import infix
from generation.expression.tree import Add, Div, Expr, Mul, Neg, Node, Pow, Quantity, Sub, Sym, number, symbols, walk
from generation.expression.units import Unit, conversion, unit

Amount = tuple[Expr, Unit]
"""A size without units, and the unit."""


def has_unit(node: Node) -> bool:
    """Whether an amount with a unit occurs."""
    return any(isinstance(part, Quantity) for part in walk(node))


def amount(expr: Expr) -> Amount:
    """Size and unit of a quantity, a sum of them or a multiple. Raises NotExactError where the units do not fit."""
    match expr:
        case Quantity(arg, name) if not has_unit(arg) and (known := unit(name)) is not None:
            return arg, known
        case Neg(arg):
            size, measured = amount(arg)
            return Neg(size), measured
        case Add(left, right) | Sub(left, right):
            (first, measured), second = amount(left), amount(right)
            return type(expr)(first, _converted(second, measured)), measured
        case Mul(left, right) if not has_unit(left):
            size, measured = amount(right)
            return Mul(left, size), measured
        case Mul(left, right) | Div(left, right) if not has_unit(right):
            size, measured = amount(left)
            return type(expr)(size, right), measured
    raise NotExactError("an amount whose unit is not clear")


def _converted(given: Amount, target: Unit) -> Expr:
    factor = conversion(given[1].name, target.name)
    if factor is None:
        raise NotExactError("a sum of amounts that do not measure the same")
    return given[0] if factor == Fraction(1) else Mul(number(factor), given[0])


def compare_amounts(a: Expr, b: Expr) -> Verdict:
    """Compare two expressions of which one has a unit. Raises NotExactError where the units do not fit."""
    if not (has_unit(a) and has_unit(b)):
        return _without_unit(a, b)
    (first, unit_a), (second, unit_b) = amount(a), amount(b)
    factor = conversion(unit_a.name, unit_b.name)
    if factor is not None:
        return compare_values(Mul(number(factor), first), second)
    if unit_a.kind != unit_b.kind:
        return "different"
    if unit_a.kind != "counter":
        return "undecided" if unit_a.base == unit_b.base else "different"
    return "different" if compare_values(first, second) == "different" else "undecided"


def _without_unit(a: Expr, b: Expr) -> Verdict:
    """A unit on one side alone: different where even the bare sizes are."""
    with_unit, bare = (a, b) if has_unit(a) else (b, a)
    if symbols(bare):
        return _with_letters(with_unit, bare)
    if not isinstance(with_unit, Quantity):
        return "undecided"
    return "different" if compare_values(amount(with_unit)[0], bare) == "different" else "undecided"


def _with_letters(with_unit: Expr, bare: Expr) -> Verdict:
    """``1000m`` may be metres or a letter; where it is different as either, it is."""
    match bare:
        case Mul(size, Sym(name)) if unit(name) is not None and not symbols(size):
            meant = compare_amounts(with_unit, Quantity(size, name))
        case Mul(size, Pow(Sym(name), exponent)) if unit(f"{name}^{infix(exponent)}") is not None and not symbols(size):
            meant = compare_amounts(with_unit, Quantity(size, f"{name}^{infix(exponent)}"))
        case _:
            return "undecided"
    return "different" if meant == "different" else "undecided"
