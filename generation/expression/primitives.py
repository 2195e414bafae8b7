"""Antiderivatives of trees: by the known functions of a linear argument, partial fractions and integration by parts."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from generation.expression.calculus import polynomial_derivative, rational_in
from generation.expression.errors import BudgetError, NotExactError
from generation.expression.exact import Ratio, exact, rational_value
from generation.expression.normal import polynomial_tree, ratio_tree
from generation.expression.polynomial import Key, Polynomial
from generation.expression.tree import Add, Call, Const, Div, Expr, Mul, Neg, Num, Pow, Sub, Sym, number, symbols, walk
from generation.expression.zeros import linear, polynomial_zeros

MAX_PARTS = 30
"""Integrations by parts in a row, as many as the degree of a polynomial factor."""
MAX_SUMS = 8
"""In a product that is multiplied out."""
_ONE, _TWO = Num(Fraction(1)), Num(Fraction(2))
_BROKEN = number(Fraction(3, 2))
_E = Const("e")


def primitive(expr: Expr, name: str) -> Expr:
    """An antiderivative, its logarithms of absolute values. Raises NotExactError where none is found."""
    if name not in symbols(expr):
        return Mul(expr, Sym(name))
    if rational_in(expr, name):
        return _of_rational(exact(expr), name)
    match expr:
        case Neg(arg):
            return Neg(primitive(arg, name))
        case Add(left, right):
            return Add(primitive(left, name), primitive(right, name))
        case Sub(left, right):
            return Sub(primitive(left, name), primitive(right, name))
        case Mul(left, right) if name not in symbols(left):
            return Mul(left, primitive(right, name))
        case Mul(left, right) if name not in symbols(right):
            return Mul(right, primitive(left, name))
        case Div(left, right) if name not in symbols(right):
            return Div(primitive(left, name), right)
    for rule in (_known, _squared, _of_roots, _distributed, _by_parts):
        if (found := rule(expr, name)) is not None:
            return found
    raise NotExactError("an antiderivative that is not found")


# -- known functions of a linear argument ----------------------------------------------------------------------


def _known(expr: Expr, name: str) -> Expr | None:
    match expr:
        case Call(called, (arg,)) if called in _KNOWN:
            return _over_slope(_KNOWN[called](arg), arg, name)
        case Call("root", (arg, degree)) if name not in symbols(degree):
            return _known(Pow(arg, Div(_ONE, degree)), name)
        case Pow(base, exponent) if name not in symbols(base):
            rate: Expr = _ONE if base == _E else Call("ln", (base,))
            return _over_slope(Div(expr, rate), exponent, name)
        case Pow(base, exponent) if name not in symbols(exponent) and rational_value(exponent) not in (None, -1):
            raised = Add(exponent, _ONE)
            return _over_slope(Div(Pow(base, raised), raised), base, name)
        case Div(_, Pow(Call("cos", (arg,)), Num(value))) if value == 2 and name not in symbols(expr.left):
            tangent = _over_slope(Call("tan", (arg,)), arg, name)
            return None if tangent is None else Mul(expr.left, tangent)
    return None


_KNOWN: dict[str, Callable[[Expr], Expr]] = {
    "sin": lambda u: Neg(Call("cos", (u,))),
    "cos": lambda u: Call("sin", (u,)),
    "tan": lambda u: Neg(Call("ln", (Call("abs", (Call("cos", (u,)),)),))),
    "exp": lambda u: Call("exp", (u,)),
    "sqrt": lambda u: Div(Pow(u, _BROKEN), _BROKEN),
    "ln": lambda u: Sub(Mul(u, Call("ln", (u,))), u),
}
"""The antiderivative of a function by its argument."""


def _over_slope(found: Expr, arg: Expr, name: str) -> Expr | None:
    parts = linear(arg, name)
    return None if parts is None else Div(found, polynomial_tree(parts[0]))


def _squared(expr: Expr, name: str) -> Expr | None:
    """sin²u, cos²u and sin u cos u by the double angle; products of exponentials as one."""
    match expr:
        case Pow(Call("sin" | "cos" as called, (arg,)), Num(value)) if value == 2:
            double = Call("cos", (Mul(_TWO, arg),))
            whole = Add(_ONE, double) if called == "cos" else Sub(_ONE, double)
            return Div(primitive(whole, name), _TWO)
        case Mul(Call("sin", (arg,)), Call("cos", (other,))) | Mul(Call("cos", (arg,)), Call("sin", (other,))):
            if arg == other:
                return Div(primitive(Call("sin", (Mul(_TWO, arg),)), name), _TWO)
        case Mul(left, right) if (powers := _exponentials(left, right)) is not None:
            return primitive(powers, name)
        case Pow(Pow(base, inner), exponent) if name not in symbols(base) and name not in symbols(exponent):
            return primitive(Pow(base, Mul(exponent, inner)), name)
        case Pow(Call("exp", (arg,)), exponent) if name not in symbols(exponent):
            return primitive(Call("exp", (Mul(exponent, arg),)), name)
    return None


def _exponentials(left: Expr, right: Expr) -> Expr | None:
    """Powers of one number in one; the same factor twice as a square."""
    match left, right:
        case Call("exp", (a,)), Call("exp", (b,)):
            return Call("exp", (Add(a, b),))
        case Pow(base, a), Pow(other, b) if base == other and not symbols(base):
            return Pow(base, Add(a, b))
        case Call("sin" | "cos"), _ if left == right:
            return Pow(left, _TWO)
    return None


# -- roots of the variable -------------------------------------------------------------------------------------


def _of_roots(expr: Expr, name: str) -> Expr | None:
    """Sums of broken powers of x: with x = s^12, each s^k is x^(k/12)."""
    inner = "s_" + name
    power = _in_roots(expr, name, Sym(inner))
    if power is None or not rational_in(power, inner):
        return None
    ratio = exact(power)
    *lower, below = ratio.bottom.coefficients(inner)
    if any(not part.is_zero for part in lower):
        return None
    total: Expr | None = None
    for k, part in enumerate(ratio.top.coefficients(inner)):
        if part.is_zero:
            continue
        exponent = Fraction(k - len(lower), 12) + 1
        scale = ratio_tree(Ratio(part, below)) if below.rational() != 1 else polynomial_tree(part)
        grown = Call("ln", (Sym(name),)) if not exponent else Div(Pow(Sym(name), number(exponent)), number(exponent))
        term = Mul(scale, grown)
        total = term if total is None else Add(total, term)
    return total


def _in_roots(expr: Expr, name: str, inner: Expr) -> Expr | None:
    """The expression in s, where x = s^12."""
    match expr:
        case Sym(other):
            return Pow(inner, Num(Fraction(12))) if other == name else expr
        case Call("sqrt", (Sym(other),)) if other == name:
            return Pow(inner, Num(Fraction(6)))
        case Call("root", (Sym(other), Num(degree))) if other == name and degree and 12 % degree == 0:
            return Pow(inner, number(12 / degree))
        case Pow(Sym(other), exponent) if other == name:
            power = rational_value(exponent)
            return Pow(inner, number(12 * power)) if power is not None and (12 * power).denominator == 1 else None
        case Neg(arg):
            found = _in_roots(arg, name, inner)
            return None if found is None else Neg(found)
        case Add(left, right) | Sub(left, right) | Mul(left, right) | Div(left, right):
            first, second = _in_roots(left, name, inner), _in_roots(right, name, inner)
            return None if first is None or second is None else type(expr)(first, second)
        case Pow(base, exponent) if name not in symbols(exponent):
            found = _in_roots(base, name, inner)
            return None if found is None else Pow(found, exponent)
        case _:
            return expr if name not in symbols(expr) else None


# -- products --------------------------------------------------------------------------------------------------


def _distributed(expr: Expr, name: str) -> Expr | None:
    """Products and quotients with a sum in them, term by term."""
    if sum(1 for part in walk(expr) if isinstance(part, Add | Sub)) > MAX_SUMS:
        raise BudgetError("a product of too many sums to be integrated")
    match expr:
        case Mul(Add(a, b) | Sub(a, b) as total, other) | Mul(other, Add(a, b) | Sub(a, b) as total):
            if not rational_in(total, name):
                return primitive(type(total)(Mul(a, other), Mul(b, other)), name)
        case Div(Add(a, b) | Sub(a, b) as total, other):
            return primitive(type(total)(Div(a, other), Div(b, other)), name)
        case Pow(Add() | Sub() as base, Num(value)) if value == 2:
            return primitive(Mul(base, base), name)
        case Mul(Neg(arg), other) | Mul(other, Neg(arg)):
            return Neg(primitive(Mul(arg, other), name))
        case Mul(Mul(a, b), other) if name not in symbols(a) or name not in symbols(b):
            inner, outer = (b, a) if name not in symbols(a) else (a, b)
            return Mul(outer, primitive(Mul(inner, other), name))
    return None


def _by_parts(expr: Expr, name: str) -> Expr | None:
    """A polynomial times a function: until the polynomial is gone, or once with a logarithm."""
    if isinstance(expr, Mul):
        for factor, other in ((expr.left, expr.right), (expr.right, expr.left)):
            if rational_in(factor, name) and (top := exact(factor).polynomial()) is not None:
                return _tabular(top, other, name)
    if isinstance(expr, Div) and expr.left == Call("ln", (Sym(name),)) and rational_in(expr.right, name):
        return _logarithm(exact(Div(_ONE, expr.right)), name)
    return None


def _tabular(polynomial: Polynomial, other: Expr, name: str) -> Expr | None:
    if other == Call("ln", (Sym(name),)):
        return _logarithm(Ratio(polynomial, Polynomial.constant(1)), name)
    if not (isinstance(other, Pow) or (isinstance(other, Call) and other.name in ("sin", "cos", "exp", "sqrt"))):
        return None
    if _known(other, name) is None:
        return None
    total: Expr | None = None
    factor, positive = polynomial, True
    function: Expr = other
    for _ in range(MAX_PARTS):
        if factor.is_zero:
            return total
        following = primitive(function, name)
        term = Mul(polynomial_tree(factor), following)
        total = term if total is None else (Add(total, term) if positive else Sub(total, term))
        factor, function, positive = polynomial_derivative(factor, name), following, not positive
    return None


def _logarithm(factor: Ratio, name: str) -> Expr | None:
    """Of a rational function times ln x."""
    x, log = Sym(name), Call("ln", (Sym(name),))
    if exact(Mul(ratio_tree(factor), x)).rational() is not None:  # c/x · ln x
        return Div(Mul(Mul(ratio_tree(factor), x), Pow(log, _TWO)), _TWO)
    raised = _of_rational(factor, name)
    if not rational_in(raised, name):
        return None
    return Sub(Mul(raised, log), primitive(ratio_tree(exact(Div(raised, x))), name))


# -- rational functions ----------------------------------------------------------------------------------------


def _of_rational(ratio: Ratio, name: str) -> Expr:
    """By whole part and partial fractions over rational zeros of the denominator."""
    if name not in ratio.bottom.variables:
        return ratio_tree(Ratio(_raised(ratio.top, name), ratio.bottom))
    top, bottom = ratio.top.rational_coefficients(name), ratio.bottom.rational_coefficients(name)
    if top is None or bottom is None:
        raise NotExactError("an antiderivative of a fraction with letters")
    whole, fractions = partial_fractions(top, bottom)
    total: Expr = polynomial_tree(_raised(_polynomial(whole, name), name))
    for root, power, c in fractions:
        base = Sub(Sym(name), number(root))
        if power == 1:
            grown: Expr = Call("ln", (Call("abs", (base,)),))
        else:
            grown = Div(_ONE, Mul(number(1 - power), Pow(base, number(power - 1))))
        total = Add(total, Mul(number(c), grown))
    return total


def _polynomial(coefficients: list[Fraction], name: str) -> Polynomial:
    return Polynomial({(1, ((name, k),) if k else ()): c for k, c in enumerate(coefficients) if c})


def _raised(polynomial: Polynomial, name: str) -> Polynomial:
    terms: dict[Key, Fraction] = {}
    for (root, monomial), c in polynomial.terms.items():
        powers = dict(monomial)
        exponent = powers.get(name, 0) + 1
        terms[(root, tuple(sorted({**powers, name: exponent}.items())))] = c / exponent
    return Polynomial(terms)


def partial_fractions(
    top: list[Fraction], bottom: list[Fraction]
) -> tuple[list[Fraction], list[tuple[Fraction, int, Fraction]]]:
    """A whole part and terms ``(root, power, c)`` of c/(x - root)^power, for a denominator of rational linear factors.

    Raises NotExactError for others.
    """
    whole, rest = _divided(top, bottom)
    zeros = [zero.rational() for zero in polynomial_zeros(bottom)]
    roots = [zero for zero in zeros if zero is not None]
    multiplicity = {root: _multiplicity(bottom, root) for root in roots}
    if len(roots) != len(zeros) or sum(multiplicity.values()) != len(bottom) - 1:
        raise NotExactError("a denominator without rational linear factors")
    found: list[tuple[Fraction, int, Fraction]] = []
    for root, times in multiplicity.items():
        others = [bottom[-1]]
        for other, count in multiplicity.items():
            for _ in range(count if other != root else 0):
                others = _times(others, [-other, Fraction(1)])
        series = _series_quotient(_shifted(rest, root), _shifted(others, root), times)
        found += [(root, times - k, c) for k, c in enumerate(series) if c]
    return whole, found


def _divided(p: list[Fraction], q: list[Fraction]) -> tuple[list[Fraction], list[Fraction]]:
    rest, result = list(p), [Fraction(0)] * max(len(p) - len(q) + 1, 0)
    for at in range(len(result) - 1, -1, -1):
        result[at] = rest[at + len(q) - 1] / q[-1]
        for k, c in enumerate(q):
            rest[at + k] -= result[at] * c
    return result, rest[: len(q) - 1]


def _times(p: list[Fraction], q: list[Fraction]) -> list[Fraction]:
    result = [Fraction(0)] * (len(p) + len(q) - 1)
    for i, a in enumerate(p):
        for j, b in enumerate(q):
            result[i + j] += a * b
    return result


def _multiplicity(p: list[Fraction], root: Fraction) -> int:
    shifted = _shifted(p, root)
    return next(k for k, c in enumerate(shifted) if c)


def _shifted(p: list[Fraction], by: Fraction) -> list[Fraction]:
    """Coefficients of p(x + by)."""
    total: list[Fraction] = [Fraction(0)]
    for c in reversed(p):
        total = _times(total, [by, Fraction(1)])[: len(p)]
        total[0] += c
    return total


def _series_quotient(p: list[Fraction], q: list[Fraction], count: int) -> list[Fraction]:
    """The first coefficients of p/q as a power series; q does not begin with zero."""
    found: list[Fraction] = []
    for k in range(count):
        value = p[k] if k < len(p) else Fraction(0)
        value -= sum((q[j] * found[k - j] for j in range(1, min(k, len(q) - 1) + 1)), Fraction(0))
        found.append(value / q[0])
    return found
