"""Ranges of expressions in the sine and cosine of one angle."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from generation.equivalence.real import Number, enclose, number_of, order
from generation.equivalence.realset import EMPTY, RealSet
from generation.expression.calculus import rational_in
from generation.expression.errors import NotExactError
from generation.expression.exact import exact
from generation.expression.normal import polynomial_tree
from generation.expression.polynomial import Key, Polynomial
from generation.expression.tree import (
    Add,
    Call,
    Const,
    Div,
    Expr,
    Mul,
    Num,
    Sub,
    Sym,
    children,
    number,
    rebuild,
    symbols,
)
from generation.verify.ranges import End, Stretch, between_extremes, interval, stretches, strictly_inside

MAX_ANGLE = 100_000
"""355/113 is close enough to π up to here."""
_ONE = Polynomial.constant(1)
_TWO = Num(Fraction(2))
_PI = Polynomial.variable("π")
_S, _T = "sin(u)", "cos(u)"
"""No unknown is called so."""
_Ranger = Callable[[Expr, str, RealSet], RealSet]


def range_of_angles(of: Expr, name: str, reals: RealSet, parts: list[Expr], ranger: _Ranger) -> RealSet:
    """The values of an expression with sin u and cos u in it, u being the same throughout."""
    angle = _angle([part.args[0] for part in parts if isinstance(part, Call)])
    tree = _named(of, angle)
    if name in symbols(tree):
        raise NotExactError("a function of an angle and of its sine or cosine")
    angles = ranger(angle, name, reals)
    used = symbols(tree)
    if used == {_S, _T}:
        tree = _in_one(tree) or tree
        used = symbols(tree)
    if len(used) == 1:
        (letter,) = used
        if not rational_in(tree, letter):
            raise NotExactError("a function of a function of a sine or cosine")
        return ranger(tree, letter, wave_range("sin" if letter == _S else "cos", angles))
    return _of_both(tree, angles)


def _angle(angles: list[Expr]) -> Expr:
    """The one of which all others are the same or the double."""
    for angle in angles:
        if all(_times(other, angle) in (1, 2) for other in angles):
            return angle
    raise NotExactError("a function of several angles")


def _times(angle: Expr, other: Expr) -> Fraction | None:
    return exact(Div(angle, other)).rational()


def _named(expr: Expr, angle: Expr) -> Expr:
    if isinstance(expr, Call) and expr.name in ("sin", "cos"):
        s, t = Sym(_S), Sym(_T)
        if _times(expr.args[0], angle) == 1:
            return s if expr.name == "sin" else t
        if _times(expr.args[0], angle) == 2:
            return Mul(_TWO, Mul(s, t)) if expr.name == "sin" else Sub(Num(Fraction(1)), Mul(_TWO, Mul(s, s)))
    parts = tuple(_named(part, angle) if isinstance(part, Expr) else part for part in children(expr))
    tree = rebuild(expr, parts) if parts else expr
    assert isinstance(tree, Expr)
    return tree


def _in_one(tree: Expr) -> Expr | None:
    """By cos² = 1 - sin², or the other way, where one occurs in even powers alone."""
    if not (rational_in(tree, _S) and rational_in(tree, _T)):
        return None
    polynomial = exact(tree).polynomial()
    if polynomial is None:
        return None
    for gone, kept in ((_T, _S), (_S, _T)):
        parts = polynomial.coefficients(gone)
        if all(part.is_zero for part in parts[1::2]):
            square = _ONE - _letter(kept) * _letter(kept)
            total = Polynomial.constant(0)
            for k, part in enumerate(parts[::2]):
                total = total + part * square.power(k) if k else total + part
            return _tree(total, kept)
    return None


def _letter(name: str) -> Polynomial:
    key: Key = (1, ((name, 1),))
    return Polynomial({key: Fraction(1)})


def _tree(polynomial: Polynomial, name: str) -> Expr:
    total: Expr = Num(Fraction(0))
    for part in reversed(polynomial.coefficients(name)):
        total = Add(Mul(total, Sym(name)), polynomial_tree(part))
    return total


def _of_both(tree: Expr, angles: RealSet) -> RealSet:
    """a·sin u + b·cos u + c as r·sin(u + φ) + c, for any angle or where φ is a known one."""
    polynomial = exact(tree).polynomial() if rational_in(tree, _S) and rational_in(tree, _T) else None
    if polynomial is None or polynomial.total_degree() > 1:
        raise NotExactError("a function of sine and cosine that is not linear")
    constant, a = _parts(polynomial, _S)
    c, b = _parts(constant, _T)
    size = number_of(exact(Call("sqrt", (polynomial_tree(a * a + b * b),))))
    if any(_full(stretch) for stretch in stretches(angles)):
        return interval(c - size, c + size, with_low=True, with_high=True)
    shift = _known_angle(a, b, size)
    moved = EMPTY
    for s in stretches(angles):
        ends = [None if end is None else end + shift for end in (s.low, s.high)]
        moved |= interval(ends[0], ends[1], with_low=s.with_low, with_high=s.with_high)
    total = EMPTY
    for s in stretches(wave_range("sin", moved)):
        assert s.low is not None
        assert s.high is not None
        total |= interval(s.low * size + c, s.high * size + c, with_low=s.with_low, with_high=s.with_high)
    return total


def _parts(polynomial: Polynomial, name: str) -> tuple[Polynomial, Polynomial]:
    parts = polynomial.coefficients(name)
    return parts[0], parts[1] if len(parts) > 1 else Polynomial.constant(0)


def _known_angle(a: Number, b: Number, size: Number) -> Number:
    """φ with cos φ = a/r and sin φ = b/r, among the multiples of π/12."""
    for k in range(-11, 13):
        angle = Mul(number(Fraction(k, 12)), Const("pi"))
        if all(
            order(number_of(exact(Mul(polynomial_tree(size), Call(name, (angle,))))), value) == 0
            for name, value in (("cos", a), ("sin", b))
        ):
            return number_of(exact(angle))
    raise NotExactError("a sum of sine and cosine with an angle that is not exact")


def _full(stretch: Stretch) -> bool:
    """Whether every angle is there up to whole turns."""
    if stretch.low is None or stretch.high is None:
        return True
    compared = order(stretch.high - stretch.low, _PI.scaled(Fraction(2)))
    return compared > 0 or (compared == 0 and (stretch.with_low or stretch.with_high))


def wave_range(name: str, angles: RealSet) -> RealSet:
    """The values of the sine or cosine on a set of angles."""
    total = EMPTY
    for stretch in stretches(angles):
        if _full(stretch):
            return interval(-_ONE, _ONE, with_low=True, with_high=True)
        assert stretch.low is not None
        assert stretch.high is not None
        taken: list[Number] = []
        left: list[End] = []
        first = _PI.scaled(Fraction(1, 2)) if name == "sin" else Polynomial.constant(0)
        for k in _turns(stretch.low - first):
            place = first + _PI.scaled(Fraction(k))
            if strictly_inside(place, stretch):
                taken.append(_ONE if k % 2 == 0 else -_ONE)
        for end, belongs in ((stretch.low, stretch.with_low), (stretch.high, stretch.with_high)):
            value = number_of(exact(Call(name, (polynomial_tree(end),))))
            if belongs:
                taken.append(value)
            else:
                left.append(value)
        total |= between_extremes(taken, left)
    return total


def _turns(start: Number) -> range:
    """Whole numbers k with kπ in the two turns from a number on, and some more."""
    low = enclose(start, 64)[0]
    if abs(low) > MAX_ANGLE:
        raise NotExactError("an angle without meaning")
    first = (low * 113 / 355).__floor__()
    return range(first - 2, first + 6)
