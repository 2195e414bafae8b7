"""Expressions in Python's notation (comparisons, conditions, lists, comprehensions) walked with exact fractions."""

from __future__ import annotations

import ast
import itertools
import math
import operator
from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction

from tests.adapters.python_arithmetic import OutsideError

Value = Fraction | bool | str | list["Value"]
Names = Mapping[str, Value]
MAX_LENGTH = 100_000
MAX_POWER = 400
_COMPARISONS: dict[type[ast.cmpop], Callable[[Value, Value], bool]] = {
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.In: lambda a, b: isinstance(b, list) and a in b,
}  # type: ignore[dict-item]
_OPERATIONS: dict[type[ast.operator], Callable[[Fraction, Fraction], Fraction]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.FloorDiv: lambda a, b: Fraction(a // b),
    ast.Mod: operator.mod,
}


def worked_out(text: str) -> Value:
    """The value of an expression. Raises OutsideError."""
    try:
        return _value(ast.parse(text.strip(), mode="eval").body, {})
    except (SyntaxError, ValueError, TypeError, ZeroDivisionError, IndexError, OverflowError, RecursionError) as error:
        raise OutsideError(f"{text[:60]!r}: {error}") from error


def _value(node: ast.expr, names: Names) -> Value:
    match node:
        case ast.Constant(bool() | str() as value):
            return value
        case ast.Constant(int() | float() as value):
            return Fraction(repr(value))
        case ast.Name(name) if name in names:
            return names[name]
        case ast.UnaryOp(ast.USub(), operand):
            return -_number(operand, names)
        case ast.UnaryOp(ast.Not(), operand):
            return not _value(operand, names)
        case ast.BinOp(left, op, right):
            return _joined(op, _value(left, names), _value(right, names))
        case ast.IfExp(test, body, orelse):
            return _value(body if _value(test, names) else orelse, names)
        case ast.BoolOp(op, values):
            found = [bool(_value(value, names)) for value in values]
            return all(found) if isinstance(op, ast.And) else any(found)
        case ast.Compare(left, ops, comparators):
            return _compared([left, *comparators], ops, names)
        case ast.List(elts) | ast.Tuple(elts):
            return [_value(entry, names) for entry in elts]
        case ast.Subscript(value, index):
            return _sequence(value, names)[int(_number(index, names))]
        case ast.ListComp(element, generators) | ast.GeneratorExp(element, generators):
            return [_value(element, inner) for inner in _looped(generators, names)]
        case ast.Call():
            return _called(node, names)
        case _:
            raise OutsideError(f"{ast.unparse(node)[:60]!r} is not read")


def _joined(op: ast.operator, left: Value, right: Value) -> Value:
    if isinstance(left, str) and isinstance(right, str) and isinstance(op, ast.Add):
        return left + right
    if isinstance(left, str | list) or isinstance(right, str | list):
        raise OutsideError("an operation on texts or lists")
    a, b = Fraction(left), Fraction(right)
    if isinstance(op, ast.Pow):
        if b.denominator != 1:
            return Fraction(repr(float(a) ** float(b)))
        if abs(b) > MAX_POWER:
            raise OutsideError("too large a power")
        return Fraction(a ** int(b))
    return _OPERATIONS[type(op)](a, b)


def _compared(operands: list[ast.expr], ops: list[ast.cmpop], names: Names) -> bool:
    values = [_value(operand, names) for operand in operands]
    return all(_COMPARISONS[type(op)](a, b) for op, a, b in zip(ops, values, values[1:], strict=False))


def _number(node: ast.expr, names: Names) -> Fraction:
    value = _value(node, names)
    if isinstance(value, str | list):
        raise OutsideError("a number is expected")
    return Fraction(value)


def _sequence(node: ast.expr, names: Names) -> list[Value]:
    value = _value(node, names)
    if isinstance(value, str):
        return list(value)
    if not isinstance(value, list):
        raise OutsideError("a list is expected")
    return value


def _looped(generators: list[ast.comprehension], names: Names) -> Iterator[Names]:
    if not generators:
        yield names
        return
    first, *rest = generators
    if not isinstance(first.target, ast.Name):
        raise OutsideError("a loop over pairs")
    for entry in _sequence(first.iter, names):
        inner = {**names, first.target.id: entry}
        if all(_value(condition, inner) for condition in first.ifs):
            yield from _looped(rest, inner)


def _called(node: ast.Call, names: Names) -> Value:
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    if isinstance(node.func, ast.Attribute) and name in ("index", "count"):
        sequence, sought = _sequence(node.func.value, names), _value(node.args[0], names)
        return Fraction(sequence.index(sought) if name == "index" else sequence.count(sought))
    values = [_value(argument, names) for argument in node.args]
    if name in _ON_LISTS:
        return _ON_LISTS[name](values, _reversed(node))
    numbers = [Fraction(value) for value in values if not isinstance(value, str | list)]
    if name not in _ON_NUMBERS or len(numbers) != len(values):
        raise OutsideError(f"{name} is not worked out")
    return _ON_NUMBERS[name](numbers)


def _reversed(node: ast.Call) -> bool:
    return any(k.arg == "reverse" and isinstance(k.value, ast.Constant) and bool(k.value.value) for k in node.keywords)


def _entries(values: list[Value]) -> list[Value]:
    return values[0] if len(values) == 1 and isinstance(values[0], list) else values


def _sorted(values: list[Value], backwards: bool) -> list[Value]:
    return sorted(_entries(values), key=lambda entry: Fraction(entry), reverse=backwards)  # type: ignore[arg-type]


def _total(values: list[Value], _: bool) -> Value:
    return sum((Fraction(entry) for entry in _entries(values)), Fraction(0))  # type: ignore[arg-type]


def _permutations(values: list[Value], _: bool) -> Value:
    items, many = values[0], int(Fraction(values[1]))  # type: ignore[arg-type]
    assert isinstance(items, list)
    return [list(chosen) for chosen in itertools.permutations(items, many)]


def _whole_numbers(values: list[Fraction]) -> Value:
    numbers = range(*(int(value) for value in values))
    if len(numbers) > MAX_LENGTH:
        raise OutsideError("too long a range")
    return [Fraction(number) for number in numbers]


_ON_LISTS: dict[str, Callable[[list[Value], bool], Value]] = {
    "max": lambda values, _: _sorted(values, True)[0],
    "min": lambda values, _: _sorted(values, False)[0],
    "sorted": _sorted,
    "sum": _total,
    "len": lambda values, _: Fraction(len(_entries(values))),
    "list": lambda values, _: _entries(values),
    "permutations": _permutations,
}
_ON_NUMBERS: dict[str, Callable[[list[Fraction]], Value]] = {
    "range": _whole_numbers,
    "comb": lambda n: Fraction(math.comb(int(n[0]), int(n[1]))),
    "factorial": lambda n: Fraction(math.factorial(min(int(n[0]), 200))),
    "gcd": lambda n: Fraction(math.gcd(*(int(k) for k in n))),
    "lcm": lambda n: Fraction(math.lcm(*(int(k) for k in n))),
    "ceil": lambda n: Fraction(math.ceil(n[0])),
    "floor": lambda n: Fraction(math.floor(n[0])),
    "int": lambda n: Fraction(int(n[0])),
    "abs": lambda n: abs(n[0]),
    "round": lambda n: Fraction(round(n[0], int(n[1]))) if len(n) > 1 else Fraction(round(n[0])),
    "bool": lambda n: bool(n[0]),
}
