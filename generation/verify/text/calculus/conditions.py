"""What has to hold of the formulas of a sentence for it to make sense, and the ends of areas."""

from __future__ import annotations

from fractions import Fraction

from generation.equivalence.relations import roots_of
from generation.expression.errors import ExpressionError
from generation.expression.exact import exact, rational_value
from generation.expression.normal import polynomial_tree
from generation.expression.polynomial import Polynomial
from generation.expression.tree import Expr, Sub, Sym, number, substitute
from generation.verify.text.calculus.slots import Filled, same


def always(filled: Filled) -> bool:
    """Nothing has to hold."""
    return True


def rising(filled: Filled) -> bool:
    """A lies before B."""
    low, high = (_rational(filled.values[name]) for name in "AB")
    return low is not None and high is not None and low < high


def polynomial(filled: Filled) -> bool:
    """f is a polynomial."""
    return _polynomial(filled, "f") is not None


def on_graph(filled: Filled) -> bool:
    """B is f(A)."""
    return same(_at(filled, filled.values["A"]), filled.values["B"])


def equal_ends(filled: Filled) -> bool:
    """A lies before B, and f has the same value there."""
    return rising(filled) and same(_at(filled, filled.values["A"]), _at(filled, filled.values["B"]))


def turns_once(filled: Filled) -> bool:
    """f is of degree 2: its derivative changes its sign at its zero."""
    coefficients = _coefficients(filled, "f")
    return coefficients is not None and len(coefficients) == 3


def crosses_once(filled: Filled) -> bool:
    """f comes from below zero at 1 and rises from there on: all coefficients but the last are not negative."""
    coefficients = _coefficients(filled, "f")
    if coefficients is None or len(coefficients) < 2:
        return False
    return all(c >= 0 for c in coefficients[1:]) and sum(coefficients, Fraction(0)) < 0


def ends_of_area(filled: Filled) -> bool:
    """Puts in the outermost zeros of f, or of f - g: two or more, all of them rational."""
    body = _body(filled, "f")
    if "g" in filled.functions:
        body = Sub(body, _body(filled, "g"))
    try:
        whole = exact(body).polynomial()
        if whole is None or len(whole.rational_coefficients("x") or ()) < 2:
            return False
        zeros = [zero.rational() for zero in roots_of(whole, "x")]
    except ExpressionError:
        return False
    known = sorted(zero for zero in zeros if zero is not None)
    if len(known) < len(zeros) or len(known) < 2:
        return False
    return filled.put("A", number(known[0])) and filled.put("B", number(known[-1]))


def discriminant(filled: Filled) -> bool:
    """Puts in the discriminant of f, which has to be of degree 2 in x with a number before x^2."""
    whole = _polynomial(filled, "f")
    parts = [] if whole is None else whole.coefficients("x")
    if len(parts) != 3 or parts[2].rational() in (None, 0):
        return False
    c, b, a = parts
    return filled.put("D", polynomial_tree(b * b - (a * c).scaled(Fraction(4))))


def coefficient(filled: Filled) -> bool:
    """Puts in the coefficient that the power has in the expansion of f."""
    coefficients, place = _coefficients(filled, "f"), _rational(filled.values["N"])
    if coefficients is None or place is None or place.denominator > 1 or not 0 <= place < len(coefficients):
        return False
    return filled.put("K", number(coefficients[int(place)]))


def _body(filled: Filled, name: str) -> Expr:
    """A function of x, whatever its letter is."""
    function = filled.functions[name]
    body = substitute(function.body, {function.parameters[0]: Sym("x")})
    assert isinstance(body, Expr)
    return body


def _at(filled: Filled, place: Expr) -> Expr:
    value = substitute(_body(filled, "f"), {"x": place})
    assert isinstance(value, Expr)
    return value


def _polynomial(filled: Filled, name: str) -> Polynomial | None:
    try:
        return exact(_body(filled, name)).polynomial()
    except ExpressionError:
        return None


def _coefficients(filled: Filled, name: str) -> list[Fraction] | None:
    found = _polynomial(filled, name)
    coefficients = None if found is None else found.rational_coefficients("x")
    return None if coefficients is None else list(coefficients)


def _rational(node: Expr) -> Fraction | None:
    try:
        return rational_value(node)
    except ExpressionError:
        return None
