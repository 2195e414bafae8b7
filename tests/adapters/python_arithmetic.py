"""Arithmetic written in Python's notation, worked out with fractions: independent of every part of the verifier."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping
from fractions import Fraction

MAX_EXPONENT = 400
_OPERATIONS: dict[type[ast.operator], Callable[[Fraction, Fraction], Fraction]] = {
    ast.Add: lambda a, b: a + b,
    ast.Sub: lambda a, b: a - b,
    ast.Mult: lambda a, b: a * b,
    ast.Div: lambda a, b: a / b,
    ast.FloorDiv: lambda a, b: Fraction(a // b),
    ast.Mod: lambda a, b: a % b,
}


class OutsideError(ValueError):
    """Not arithmetic of this kind."""


def parsed(text: str) -> ast.expr:
    """The tree of an expression. Raises OutsideError."""
    try:
        return ast.parse(text.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise OutsideError(f"{text[:60]!r} is no expression") from error


def evaluated(node: ast.expr, values: Mapping[str, Fraction]) -> Fraction:
    """The exact value; decimals are taken as they are written. Raises OutsideError or ZeroDivisionError."""
    match node:
        case ast.Constant(int() | float() as number) if not isinstance(number, bool):
            return Fraction(repr(number))
        case ast.Name(name) if name in values:
            return values[name]
        case ast.UnaryOp(ast.USub(), operand):
            return -evaluated(operand, values)
        case ast.BinOp(left, ast.Pow(), right):
            return power(evaluated(left, values), evaluated(right, values))
        case ast.BinOp(left, op, right) if type(op) in _OPERATIONS:
            return _OPERATIONS[type(op)](evaluated(left, values), evaluated(right, values))
        case _:
            raise OutsideError(f"{ast.unparse(node)[:60]!r} is no arithmetic")


def power(base: Fraction, exponent: Fraction) -> Fraction:
    """A rational to an integer power. Raises OutsideError."""
    if exponent.denominator != 1 or abs(exponent) > MAX_EXPONENT:
        raise OutsideError("a power that is not rational or too large")
    return Fraction(base ** int(exponent))


def solved(target: Fraction, node: ast.expr, values: Mapping[str, Fraction]) -> tuple[str, list[Fraction]]:
    """The unknown of ``target = expression`` that stands in it once, and every rational value of it, backwards."""
    if isinstance(node, ast.Name):
        return node.id, [target]
    if not isinstance(node, ast.BinOp):
        raise OutsideError(f"{ast.unparse(node)[:60]!r} cannot be undone")
    inside_left = unknowns(node.left, values)
    known = evaluated(node.right if inside_left else node.left, values)
    rest = node.left if inside_left else node.right
    found: dict[str, list[Fraction]] = {}
    name = ""
    for value in _undone(target, node.op, known, bool(inside_left)):
        name, below = solved(value, rest, values)
        found.setdefault(name, []).extend(below)
    return name or next(iter(unknowns(rest, values))), found.get(name, [])


def _undone(target: Fraction, op: ast.operator, known: Fraction, on_left: bool) -> list[Fraction]:
    match op:
        case ast.Add():
            return [target - known]
        case ast.Sub():
            return [target + known if on_left else known - target]
        case ast.Mult() if known:
            return [target / known]
        case ast.Div() if target or on_left:
            return [target * known if on_left else known / target]
        case ast.Pow() if on_left:
            return _roots(target, known)
        case _:
            raise OutsideError("an operation that is not undone")


def _roots(target: Fraction, degree: Fraction) -> list[Fraction]:
    """Every rational whose power is the target, by trying integers: school powers are small."""
    if degree.denominator != 1 or degree < 1 or target.denominator != 1 or abs(target) > 10**12:
        raise OutsideError("a root that is not looked for")
    bound = round(abs(float(target)) ** (1 / float(degree))) + 1
    return [Fraction(n) for n in range(-bound, bound + 1) if Fraction(n) ** int(degree) == target]


def unknowns(node: ast.expr, values: Mapping[str, Fraction]) -> frozenset[str]:
    """Names in a tree without a value."""
    return frozenset(n.id for n in ast.walk(node) if isinstance(n, ast.Name)) - values.keys()
