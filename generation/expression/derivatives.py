"""Derivatives of trees by the rules of school: sums, products, quotients, the chain rule and the known functions.

Powers and roots of u keep u below a fraction bar, so that the derivative is undefined where u is zero: whether the
function has one there is not told by the rule.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from generation.expression.errors import BudgetError, NotExactError
from generation.expression.exact import rational_value
from generation.expression.tree import (
    Add,
    Call,
    Const,
    Div,
    Expr,
    Mul,
    Neg,
    Num,
    Percent,
    Pow,
    Sub,
    Sym,
    bound,
    number,
    substitute,
    symbols,
    walk,
)

MAX_NODES = 5_000
"""Of a derivative; those of school functions have some hundred."""
_ONE, _TWO = Num(Fraction(1)), Num(Fraction(2))
_ZERO = Num(Fraction(0))
_E = Const("e")


def derivative_tree(expr: Expr, name: str) -> Expr:
    """The derivative with respect to a variable. Raises NotExactError where no rule is known, or BudgetError."""
    found = _derivative(expr, name)
    if found is None:
        return _ZERO
    if sum(1 for _ in walk(found)) > MAX_NODES:
        raise BudgetError("a derivative of too many parts")
    return found


def _derivative(expr: Expr, name: str) -> Expr | None:
    """None is zero, which keeps the trees small."""
    if name not in symbols(expr):
        return None
    match expr:
        case Sym():
            return _ONE
        case Neg(arg):
            return _negative(_derivative(arg, name))
        case Percent(arg):
            return _times(Percent(_ONE), _derivative(arg, name))
        case Add(left, right):
            return _plus(_derivative(left, name), _derivative(right, name))
        case Sub(left, right):
            return _plus(_derivative(left, name), _negative(_derivative(right, name)))
        case Mul(left, right):
            return _plus(_times(right, _derivative(left, name)), _times(left, _derivative(right, name)))
        case Div(left, right):
            return _of_quotient(left, right, name)
        case Pow(base, exponent):
            return _of_power(expr, base, exponent, name)
        case Call():
            return _of_call(expr, name)
        case _:
            raise NotExactError("a derivative of what is no function")


def _of_quotient(top: Expr, bottom: Expr, name: str) -> Expr | None:
    above, below = _derivative(top, name), _derivative(bottom, name)
    first = None if above is None else Div(above, bottom)
    if below is None:
        return first
    return _plus(first, Neg(Div(Mul(top, below), Pow(bottom, _TWO))))


def _of_power(whole: Expr, base: Expr, exponent: Expr, name: str) -> Expr | None:
    in_base, in_exponent = _derivative(base, name), _derivative(exponent, name)
    total: Expr | None = None
    if in_base is not None:
        power = rational_value(exponent) if not symbols(exponent) else None
        if power is not None and power.denominator == 1:
            lowered = Pow(base, number(power - 1)) if power != 2 else base
            total = _times(number(power), _times(lowered, in_base))
        else:
            total = Div(Mul(Mul(exponent, whole), in_base), base)
    if in_exponent is not None:
        rate = in_exponent if base == _E else Mul(Call("ln", (base,)), in_exponent)
        total = _plus(total, Mul(whole, rate))
    return total


def _of_call(call: Call, name: str) -> Expr | None:
    if bound(call) is not None or call.name in ("diff", "integrate"):
        return _of_bound(call, name)
    if call.name == "log" and len(call.args) == 2 and name not in symbols(call.args[1]):
        argument, base = call.args
        return Div(derivative_tree(argument, name), Mul(argument, Call("ln", (base,))))
    if call.name == "root" and name not in symbols(call.args[1]):
        argument, degree = call.args
        return Div(Mul(call, derivative_tree(argument, name)), Mul(degree, argument))
    rule = _RULES.get(call.name)
    if rule is None or len(call.args) != 1:
        raise NotExactError(f"the derivative of {call.name} is not known")
    return _times(rule(call.args[0]), _derivative(call.args[0], name))


def _of_bound(call: Call, name: str) -> Expr | None:
    """Of a derivative, of an integral up to a place, and of a sum term by term."""
    if call.name == "diff" and call.args[1] == Sym(name) and len(call.args) == 2:
        return _derivative(derivative_tree(call.args[0], name), name)
    if call.name == "integrate" and len(call.args) == 4:
        body, variable, low, high = call.args
        if isinstance(variable, Sym) and name not in symbols(body) - {variable.name}:
            rates = (_at_end(body, variable.name, end, name) for end in (high, low))
            above, below = rates
            return _plus(above, _negative(below))
    if call.name == "sum" and all(name not in symbols(end) for end in call.args[2:]) and call.args[1] != Sym(name):
        return Call("sum", (derivative_tree(call.args[0], name), *call.args[1:]))
    raise NotExactError(f"the derivative of this {call.name} is not known")


def _at_end(body: Expr, variable: str, end: Expr, name: str) -> Expr | None:
    tree = substitute(body, {variable: end})
    assert isinstance(tree, Expr)
    return _times(tree, _derivative(end, name))


_RULES: dict[str, Callable[[Expr], Expr]] = {
    "sqrt": lambda u: Div(Call("sqrt", (u,)), Mul(_TWO, u)),
    "abs": lambda u: Div(Call("abs", (u,)), u),
    "exp": lambda u: Call("exp", (u,)),
    "ln": lambda u: Div(_ONE, u),
    "log": lambda u: Div(_ONE, Mul(u, Call("ln", (Num(Fraction(10)),)))),
    "sin": lambda u: Call("cos", (u,)),
    "cos": lambda u: Neg(Call("sin", (u,))),
    "tan": lambda u: Add(_ONE, Pow(Call("tan", (u,)), _TWO)),
}
"""The derivative of a function by its argument."""


def _plus(a: Expr | None, b: Expr | None) -> Expr | None:
    if a is None or b is None:
        return a or b
    return Sub(a, b.arg) if isinstance(b, Neg) else Add(a, b)


def _times(a: Expr, b: Expr | None) -> Expr | None:
    if b is None or a == _ONE:
        return b
    return a if b == _ONE else Mul(a, b)


def _negative(a: Expr | None) -> Expr | None:
    if a is None:
        return None
    return a.arg if isinstance(a, Neg) else Neg(a)
