"""Formulas in the places of a sentence: graphs, points, intervals and numbers, each put away under a name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from generation.expression.errors import ExpressionError
from generation.expression.exact import exact
from generation.expression.tree import (
    BINDERS,
    Call,
    Collection,
    Div,
    Expr,
    Interval,
    Node,
    Num,
    Pow,
    Relation,
    Sub,
    Sym,
    integer,
    symbols,
    walk,
)
from generation.verify.definitions import Function

_PARAMETERS = {"y": "x", "x": "t", "v": "t", "s": "t", "a": "t"}
"""What a graph ``y = ...`` depends on, by the letter on its left."""


@dataclass(slots=True)
class Filled:
    """What stands in the places of a sentence: numbers and expressions, functions, and letters that may be used."""

    values: dict[str, Expr] = field(default_factory=dict)
    functions: dict[str, Function] = field(default_factory=dict)
    parameter: str | None = None
    """The letter that the first graph depends on."""

    def put(self, name: str, value: Expr) -> bool:
        """Keep a value that has a name; the same name has to have the same value everywhere."""
        return not name or same(self.values.setdefault(name, value), value)

    def function(self, name: str, parameter: str, body: Expr) -> bool:
        """Keep a function of one letter."""
        self.functions[name] = Function((parameter,), body)
        self.parameter = self.parameter or parameter
        return True


def same(a: Expr, b: Expr) -> bool:
    """Whether two expressions are surely equal."""
    try:
        return exact(a).equals(exact(b)) is True
    except ExpressionError:
        return False


def fill(kind: str, name: str, formula: Node, filled: Filled) -> bool:
    """Whether a formula is what a place asks for; then it is kept."""
    return _KINDS[kind](name, formula, filled)


def is_number(node: Node) -> bool:
    """Whether an expression has no letters."""
    return isinstance(node, Expr) and not symbols(node)


def is_calculus(node: Node) -> bool:
    """Whether a derivative, an integral or a limit stands in a formula."""
    return any(isinstance(part, Call) and part.name in ("diff", "integrate", "limit") for part in walk(node))


def _graph(name: str, formula: Node, filled: Filled) -> bool:
    """``f(x) = ...``, ``y = ...`` or ``x = ...`` of a time."""
    match formula:
        case Relation("=", Call(_, (Sym(parameter),)) as call, body) if call.name not in BINDERS:
            pass
        case Relation("=", Sym(left), body) if left in _PARAMETERS and left not in symbols(body):
            parameter = _PARAMETERS[left]
        case _:
            return False
    own = isinstance(formula.left, Call) and any(
        isinstance(part, Call) and part.name == formula.left.name for part in walk(body)
    )
    return not own and not is_calculus(body) and filled.function(name, parameter, body)


def _polynomial(name: str, formula: Node, filled: Filled) -> bool:
    """A graph whose body is a polynomial: continuous and differentiable everywhere."""
    if not _graph(name, formula, filled):
        return False
    try:
        return exact(filled.functions[name].body).polynomial() is not None
    except ExpressionError:
        return False


def _derivative(name: str, formula: Node, filled: Filled) -> bool:
    """``f'(x) = ...``."""
    match formula:
        case Relation("=", Call("diff", (Call(_, (Sym(inner),)), Sym(x))), body) if inner == x:
            return not is_calculus(body) and filled.function(name, x, body)
    return False


def _number(name: str, formula: Node, filled: Filled) -> bool:
    return isinstance(formula, Expr) and is_number(formula) and filled.put(name, formula)


def _expression(name: str, formula: Node, filled: Filled) -> bool:
    return isinstance(formula, Expr) and not is_calculus(formula) and filled.put(name, formula)


def _letter(name: str, formula: Node, filled: Filled) -> bool:
    return isinstance(formula, Sym) and filled.put(name, formula)


def _sign(op: str) -> Callable[[str, Node, Filled], bool]:
    """``x = 3``, ``x < 3``: what stands on the right."""

    def fits(name: str, formula: Node, filled: Filled) -> bool:
        match formula:
            case Relation(sign, Sym(), right) if sign == op and is_number(right):
                return filled.put(name, right)
        return False

    return fits


def _named(name: str, formula: Node, filled: Filled) -> bool:
    """``f(x)`` or ``f``, which only names a function."""
    match formula:
        case Call(called, (Sym(),)) if called not in BINDERS:
            return True
    return False


def _since(name: str, formula: Node, filled: Filled) -> bool:
    """``t >= 0``, where a motion starts."""
    match formula:
        case Relation(">=", Sym(), Num(value)):
            return not value
    return False


def _time(name: str, formula: Node, filled: Filled) -> bool:
    """``t``, or ``t >= 0``."""
    return isinstance(formula, Sym) or _since(name, formula, filled)


def _image(name: str, formula: Node, filled: Filled) -> bool:
    """``f(A) = B`` for the name AB."""
    at, result = name[0], name[1]
    match formula:
        case Relation("=", Call(called, (place,)), value) if called not in BINDERS and is_number(place):
            return filled.put(at, place) and filled.put(result, value)
    return False


def _call(name: str, formula: Node, filled: Filled) -> bool:
    """``f(C)``, whose place is kept."""
    match formula:
        case Call(called, (place,)) if called not in BINDERS and is_number(place):
            return filled.put(name, place)
    return False


def _point(name: str, formula: Node, filled: Filled) -> bool:
    """``(A, B)`` for the name AB."""
    match formula:
        case Collection("tuple", (x, y)) if is_number(x) and is_number(y):
            return _number(name[0], x, filled) and _number(name[1], y, filled)
    return False


def _interval(name: str, formula: Node, filled: Filled) -> bool:
    """``[A, B]`` for the name AB."""
    match formula:
        case Interval(low, high, True, True) if is_number(low) and is_number(high):
            return filled.put(name[0], low) and filled.put(name[1], high)
    return False


def _unit(name: str, formula: Node, filled: Filled) -> bool:
    """``(n, n + 1)`` of a letter."""
    match formula:
        case Collection("tuple", (Sym() as low, high)) if isinstance(high, Expr) and same(Sub(high, low), integer(1)):
            return filled.put(name, low)
    return False


def _zeros(name: str, formula: Node, filled: Filled) -> bool:
    """``x^3 + x - 5 = 0``: the function on the left."""
    match formula:
        case Relation("=", body, Num(value)) if not value and symbols(body) == {"x"}:
            return filled.function(name, "x", body)
    return False


def _equation(name: str, formula: Node, filled: Filled) -> bool:
    """``x^2 + kx + 4 = 0``: the function of x on the left."""
    match formula:
        case Relation("=", body, Num(value)) if not value and "x" in symbols(body):
            return not is_calculus(body) and filled.function(name, "x", body)
    return False


def _body(name: str, formula: Node, filled: Filled) -> bool:
    """``x^2 + kx + 4``: the function of x itself."""
    is_one = isinstance(formula, Expr) and "x" in symbols(formula) and not is_calculus(formula)
    return is_one and isinstance(formula, Expr) and filled.function(name, "x", formula)


def _expansion(name: str, formula: Node, filled: Filled) -> bool:
    """``(x - 2)^5``, to be multiplied out."""
    is_one = isinstance(formula, Expr) and symbols(formula) == {"x"} and not is_calculus(formula)
    return is_one and isinstance(formula, Expr) and filled.function(name, "x", formula)


def _power(name: str, formula: Node, filled: Filled) -> bool:
    """``x^3``: its exponent."""
    match formula:
        case Pow(Sym("x"), Num() as exponent):
            return filled.put(name, exponent)
        case Sym("x"):
            return filled.put(name, integer(1))
    return False


def _quotient_limit(name: str, formula: Node, filled: Filled) -> bool:
    """``lim (...)/(x - A) = K`` for the name fAK: the function above the bar."""
    function, at, value = name[0], name[1], name[2]
    match formula:
        case Relation("=", Call("limit", (Div(top, bottom), Sym(x), place)), right) if is_number(right):
            fits = is_number(place) and same(bottom, Sub(Sym(x), place)) and filled.put(at, place)
            return fits and filled.put(value, right) and filled.function(function, x, top)
    return False


_KINDS: dict[str, Callable[[str, Node, Filled], bool]] = {
    "graph": _graph,
    "polynomial": _polynomial,
    "derivative": _derivative,
    "number": _number,
    "expression": _expression,
    "letter": _letter,
    "at": _sign("="),
    "below": _sign("<"),
    "from": _sign(">="),
    "besides": _sign("!="),
    "named": _named,
    "image": _image,
    "since": _since,
    "time": _time,
    "call": _call,
    "point": _point,
    "interval": _interval,
    "unit": _unit,
    "zeros": _zeros,
    "limit": _quotient_limit,
    "equation": _equation,
    "body": _body,
    "expansion": _expansion,
    "power": _power,
}
