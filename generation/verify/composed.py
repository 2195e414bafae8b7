"""Ranges of functions with roots, exponentials, logarithms, absolute values or angles in them.

Such a part F(u) becomes a letter of its own, whose values are the image of the values of u; what is left is a
rational function of that letter.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction

from generation.equivalence.real import Number, number_of, number_value, order, sign
from generation.equivalence.realset import EMPTY, RealSet, from_marks, points_set
from generation.equivalence.relations import solution_set
from generation.expression.calculus import rational_in
from generation.expression.errors import NotExactError
from generation.expression.exact import exact
from generation.expression.normal import polynomial_tree
from generation.expression.polynomial import Polynomial
from generation.expression.render import infix
from generation.expression.tree import (
    Add,
    Call,
    Const,
    Div,
    Expr,
    Mul,
    Neg,
    Num,
    Pow,
    Relation,
    Sub,
    Sym,
    children,
    number,
    rebuild,
    symbols,
)
from generation.expression.zeros import linear
from generation.verify.angles import range_of_angles
from generation.verify.critical import range_by_derivative
from generation.verify.ranges import interval, range_of_rational, stretches

MAX_DEPTH = 6
_ZERO = Polynomial.constant(0)
_NOT_NEGATIVE = from_marks([_ZERO], lambda x: sign(x) >= 0)
_POSITIVE = from_marks([_ZERO], lambda x: sign(x) > 0)


def value_range(of: Expr, name: str, reals: RealSet, evidence: list[str], depth: int = 0) -> RealSet:
    """The values of a function on a set of reals where it is defined. Raises ExpressionError where not found."""
    if depth > MAX_DEPTH:
        raise NotExactError("functions inside functions too deep")
    if name not in symbols(of):
        return EMPTY if reals.is_empty else points_set([number_value(of)])
    if rational_in(of, name):
        return range_of_rational(of, name, reals, evidence)

    def inner(part: Expr, letter: str, values: RealSet) -> RealSet:
        return value_range(part, letter, values, evidence, depth + 1)

    parts = list(dict.fromkeys(_functions(of, name)))
    if (absolute := next((part for part in parts if isinstance(part, Call) and part.name == "abs"), None)) is not None:
        above = solution_set(Relation(">=", absolute.args[0], Num(Fraction(0))), name)
        first = inner(_replaced(of, absolute, absolute.args[0]), name, reals & above)
        return first | inner(_replaced(of, absolute, Neg(absolute.args[0])), name, reals - above)
    if all(isinstance(part, Call) and part.name in ("sin", "cos") for part in parts):
        try:
            return range_of_angles(of, name, reals, parts, inner)
        except NotExactError:
            return range_by_derivative(of, name, reals, evidence)
    of, parts = _united(of, name, parts)
    if len(parts) != 1:
        return range_by_derivative(of, name, reals, evidence)
    part, letter = parts[0], "t" if name != "t" else "s"
    rest = _replaced(of, part, Sym(letter))
    if name in symbols(rest):
        inverse = _inverse(part, name, letter)
        if inverse is None:
            return range_by_derivative(of, name, reals, evidence)
        rest = _replaced(rest, Sym(name), inverse)
    values = _image(part, name, reals, inner)
    evidence.append(f"with {letter} = {infix(part)}: {letter} takes {values.describe(letter)}")
    return inner(rest, letter, values)


def _functions(expr: Expr, name: str) -> Iterator[Expr]:
    """Parts that are no rational functions of the unknown, of something that is one."""
    if name not in symbols(expr) or rational_in(expr, name):
        return
    below = [part for part in children(expr) if isinstance(part, Expr) and name in symbols(part)]
    if all(rational_in(part, name) for part in below) and isinstance(expr, Call | Pow):
        yield expr
        return
    for part in below:
        yield from _functions(part, name)


def _replaced(expr: Expr, old: Expr, new: Expr) -> Expr:
    if expr == old:
        return new
    parts = tuple(_replaced(part, old, new) if isinstance(part, Expr) else part for part in children(expr))
    tree = rebuild(expr, parts) if parts else expr
    assert isinstance(tree, Expr)
    return tree


def _inverse(part: Expr, name: str, letter: str) -> Expr | None:
    """The unknown by the letter for a root of a linear expression."""
    if isinstance(part, Call) and part.name == "sqrt" and (terms := linear(part.args[0], name)) is not None:
        slope, shift = (polynomial_tree(term) for term in terms)
        return Div(Sub(Pow(Sym(letter), Num(Fraction(2))), shift), slope)
    return None


# -- one letter for several exponentials or logarithms ---------------------------------------------------------


def _united(of: Expr, name: str, parts: list[Expr]) -> tuple[Expr, list[Expr]]:
    """Exponentials with related bases, and logarithms of powers of the unknown, by one of them."""
    if len(parts) == 1:
        return of, parts
    if all(_base(part, name) is not None for part in parts):
        return _one_exponential(of, name, parts)
    if all(isinstance(part, Call) and part.name in ("ln", "log") for part in parts):
        return _one_logarithm(of, name, parts)
    return of, parts


def _base(part: Expr, name: str) -> tuple[Expr, Expr] | None:
    """Base and exponent of an exponential."""
    if isinstance(part, Call) and part.name == "exp":
        return Const("e"), part.args[0]
    if isinstance(part, Pow) and name not in symbols(part.base):
        return part.base, part.exponent
    return None


def _one_exponential(of: Expr, name: str, parts: list[Expr]) -> tuple[Expr, list[Expr]]:
    first, _ = _base(parts[0], name) or (parts[0], parts[0])
    slopes: list[tuple[Expr, Fraction, Expr, Expr]] = []
    for part in parts:
        base, exponent = _base(part, name) or (part, part)
        terms = linear(exponent, name)
        times = exact(Div(Call("ln", (base,)), Call("ln", (first,)))).rational()
        slope = terms[0].rational() if terms is not None else None
        if terms is None or times is None or slope is None:
            raise NotExactError("exponentials that are no powers of one of them")
        slopes.append((part, times * slope, base, polynomial_tree(terms[1])))
    unit = _common([slope for _, slope, _, _ in slopes])
    whole = Pow(first, Mul(number(unit), Sym(name)))
    for part, slope, base, shift in slopes:
        of = _replaced(of, part, Mul(Pow(whole, number(slope / unit)), Pow(base, shift)))
    return of, [whole]


def _common(values: list[Fraction]) -> Fraction:
    """The greatest positive rational of which all are whole multiples."""
    total = abs(values[0])
    for value in values[1:]:
        other = abs(value)
        while other:
            total, other = other, total % other
    return total


def _one_logarithm(of: Expr, name: str, parts: list[Expr]) -> tuple[Expr, list[Expr]]:
    whole = Call("ln", (Sym(name),))
    for part in parts:
        assert isinstance(part, Call)
        top = exact(part.args[0]).polynomial()
        if top is None or len(top.terms) != 1 or top.unknowns != {name}:
            raise NotExactError("logarithms that are not of powers of the unknown")
        exponent = len(top.coefficients(name)) - 1
        if exponent % 2 == 0:
            raise NotExactError("a logarithm of an even power")
        factor = polynomial_tree(top.coefficients(name)[-1])
        written: Expr = Add(Call("ln", (factor,)), Mul(number(exponent), whole))
        if part.name == "log":
            base: Expr = part.args[1] if len(part.args) == 2 else Num(Fraction(10))
            written = Div(written, Call("ln", (base,)))
        of = _replaced(of, part, written)
    return of, [whole]


# -- images under functions that only increase or only decrease -------------------------------------------------

_Ranger = Callable[[Expr, str, RealSet], RealSet]


def _image(part: Expr, name: str, reals: RealSet, ranger: _Ranger) -> RealSet:
    """The values of F(u)."""
    if (exponential := _base(part, name)) is not None:
        return _exponential_image(exponential[0], ranger(exponential[1], name, reals))
    if isinstance(part, Call) and part.name in _IMAGES:
        if any(name in symbols(arg) for arg in part.args[1:]):
            raise NotExactError(f"a range of this {part.name}")
        inside = ranger(part.args[0], name, reals)
        return _IMAGES[part.name](part, inside)
    raise NotExactError("the range of this function is not found")


def _mapped(values: RealSet, end: Callable[[Number | None, int], Number | None], *, rising: bool = True) -> RealSet:
    """The image under a monotonic function, of which the ends are given with the side on which they are."""
    total = EMPTY
    for stretch in stretches(values):
        low, high = (end(stretch.low, -1), stretch.with_low), (end(stretch.high, 1), stretch.with_high)
        if not rising:
            low, high = high, low
        total |= interval(low[0], high[0], with_low=low[1], with_high=high[1])
    return total


def _exponential_image(base: Expr, values: RealSet) -> RealSet:
    size = number_value(base)
    if sign(size) <= 0:
        raise NotExactError("a power of a number that is not positive")
    direction = order(size, Polynomial.constant(1))
    if not direction:
        raise NotExactError("powers of 1")

    def end(value: Number | None, side: int) -> Number | None:
        if value is None:
            return None if side * direction > 0 else _ZERO
        return number_of(exact(Pow(base, polynomial_tree(value))))

    return _mapped(values, end, rising=direction > 0)


def _logarithm_image(part: Call, values: RealSet) -> RealSet:
    base = part.args[1] if len(part.args) == 2 else (Const("e") if part.name == "ln" else Num(Fraction(10)))

    def end(value: Number | None, _: int) -> Number | None:
        if value is None or value.is_zero:
            return None
        return number_of(exact(Call("log", (polynomial_tree(value), base))))

    rising = order(number_value(base), Polynomial.constant(1)) > 0
    return _mapped(values & _POSITIVE, end, rising=rising)


def _root_image(part: Call, values: RealSet) -> RealSet:
    degree = number_value(part.args[1]).rational() if part.name == "root" else Fraction(2)
    if degree is None or degree.denominator != 1 or degree < 2:
        raise NotExactError("a root of this degree")

    def end(value: Number | None, _: int) -> Number | None:
        return None if value is None else number_of(exact(Call("root", (polynomial_tree(value), number(degree)))))

    return _mapped(values & _NOT_NEGATIVE if degree % 2 == 0 else values, end)


_IMAGES: dict[str, Callable[[Call, RealSet], RealSet]] = {
    "sqrt": _root_image,
    "root": _root_image,
    "ln": _logarithm_image,
    "log": _logarithm_image,
}
