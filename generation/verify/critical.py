"""Ranges by the derivative, where the unknown stands beside an exponential, logarithm, root or angle of itself."""

from __future__ import annotations

from fractions import Fraction

from generation.equivalence.real import Number, enclose, number_of, number_value, order
from generation.equivalence.realset import EMPTY, RealSet
from generation.equivalence.relations import at, roots_of, solution_set
from generation.expression.calculus import rational_in
from generation.expression.derivatives import derivative_tree
from generation.expression.errors import NotExactError
from generation.expression.exact import exact
from generation.expression.normal import polynomial_tree
from generation.expression.polynomial import Polynomial
from generation.expression.render import infix
from generation.expression.tree import (
    Call,
    Const,
    Div,
    Expr,
    Mul,
    Num,
    Pow,
    Relation,
    Sub,
    Sym,
    children,
    number,
    rebuild,
    substitute,
    symbols,
    walk,
)
from generation.expression.zeros import linear
from generation.verify.ranges import End, Stretch, between_extremes, limit_at, stretches, strictly_inside

_ZERO = Num(Fraction(0))
_LETTER = "F(u)"
"""No unknown is called so."""
MAX_ANGLE = 100


def range_by_derivative(of: Expr, name: str, reals: RealSet, evidence: list[str]) -> RealSet:
    """The values of a function whose derivative is zero at exact places. Raises NotExactError where they are not."""
    reals = reals & _defined(of, name)
    total = EMPTY
    for stretch in stretches(reals):
        critical = _critical(derivative_tree(of, name), name, stretch)
        inside = [place for place in critical if strictly_inside(place, stretch)]
        shown = ", ".join(f"{name} = {infix(polynomial_tree(place))}" for place in inside) or "nowhere"
        evidence.append(f"the derivative of {infix(of)} is zero inside: {shown}")
        taken = [_value(of, name, place) for place in inside]
        left: list[End] = []
        for end, belongs, side in ((stretch.low, stretch.with_low, 1), (stretch.high, stretch.with_high, -1)):
            if end is not None and belongs:
                taken.append(_value(of, name, end))
            else:
                left.append(limit_at(of, name, end, side))
        total |= between_extremes(taken, left)
    return total


def _value(of: Expr, name: str, place: Number) -> Number:
    tree = substitute(of, {name: polynomial_tree(place)})
    assert isinstance(tree, Expr)
    return number_of(exact(tree))


def _defined(of: Expr, name: str) -> RealSet:
    """Where every part has a value. Raises NotExactError where that is not told."""
    reals = solution_set(Relation("=", _ZERO, _ZERO), name)
    for part in walk(of):
        if not isinstance(part, Expr) or name not in symbols(part):
            continue
        if isinstance(part, Div) and name in symbols(part.right):
            reals &= solution_set(Relation("!=", _plain(part.right, name), _ZERO), name)
        elif isinstance(part, Call) and part.name in ("ln", "log", "sqrt"):
            if any(name in symbols(arg) for arg in part.args[1:]):
                raise NotExactError(f"a range with this {part.name}")
            reals &= solution_set(
                Relation(">=" if part.name == "sqrt" else ">", _plain(part.args[0], name), _ZERO), name
            )
        elif isinstance(part, Call) and part.name not in ("exp", "sin", "cos"):
            raise NotExactError(f"a range with {part.name}")
        elif isinstance(part, Pow):
            _plain_power(part, name)
    return reals


def _plain(expr: Expr, name: str) -> Expr:
    if not rational_in(expr, name):
        raise NotExactError("functions inside functions")
    return expr


def _plain_power(part: Pow, name: str) -> None:
    if name in symbols(part.exponent):
        if name in symbols(part.base) or order(number_value(part.base), Polynomial.constant(0)) <= 0:
            raise NotExactError("a power whose base is not a positive number")
    elif not (isinstance(part.exponent, Num) and part.exponent.value.denominator == 1 and part.exponent.value > 0):
        raise NotExactError("a range with this power")


# -- zeros of the derivative -----------------------------------------------------------------------------------


def _critical(slope: Expr, name: str, stretch: Stretch) -> list[Number]:
    """Where the numerator is zero: with one function F in it, a product of a factor without F and one without x."""
    functions = {found for part in walk(slope) if isinstance(part, Expr) and (found := _function(part, name))}
    if not functions:
        return _of_top(exact(slope).top, name)
    kind, argument = functions.pop()
    if any(other != kind or not exact(arg).equals(exact(argument)) for other, arg in functions):
        raise NotExactError("a derivative with several functions")
    tree = _lettered(slope, name, kind, argument)
    if not (rational_in(tree, name) and rational_in(tree, _LETTER)):
        raise NotExactError("a derivative with several functions")
    top = exact(tree).top
    if top.unknowns - {name, _LETTER}:
        raise NotExactError("a function of several letters")
    if kind == "sqrt":
        return _with_root(top, argument, name)
    return _with_function(top, kind, argument, name, stretch)


def _of_top(top: Polynomial, name: str) -> list[Number]:
    return [] if top.is_zero else roots_of(top, name)


def _with_root(top: Polynomial, argument: Expr, name: str) -> list[Number]:
    """Zeros of A + B·√q among those of A² - B²·q, and those of q, where the function has no derivative."""
    inside = exact(argument).polynomial()
    if inside is None:
        raise NotExactError("a root of a fraction")
    even, odd = Polynomial.constant(0), Polynomial.constant(0)
    for k, part in enumerate(top.coefficients(_LETTER)):
        power = part * inside.power(k // 2) if k > 1 else part
        even, odd = (even, odd + power) if k % 2 else (even + power, odd)
    found = roots_of(inside, name)
    for place in _of_top(even * even - odd * odd * inside, name):
        if order(at(inside, name, place), Polynomial.constant(0)) <= 0:
            continue
        root = number_value(Call("sqrt", (polynomial_tree(at(inside, name, place)),)))
        if order(at(even, name, place) + at(odd, name, place) * root, Polynomial.constant(0)) == 0:
            found.append(place)
    return found


def _with_function(top: Polynomial, kind: str, argument: Expr, name: str, stretch: Stretch) -> list[Number]:
    if top.is_zero:
        return []
    found: list[Number] = []
    powers = {n: min(dict(monomial).get(n, 0) for _, monomial in top.terms) for n in (name, _LETTER)}
    if powers[name]:
        found.append(Polynomial.constant(0))
    if powers[_LETTER] and kind != "e":
        found += _solved(kind, argument, Polynomial.constant(0), name, stretch)
    top = top.divided_by_monomial({n: e for n, e in powers.items() if e})
    if not top.unknowns:
        return found
    if top.unknowns == {name}:
        return found + roots_of(top, name)
    if top.unknowns == {_LETTER}:
        for value in roots_of(top, _LETTER):
            found += _solved(kind, argument, value, name, stretch)
        return found
    raise NotExactError("a derivative whose zeros have no exact form")


def _function(part: Expr, name: str) -> tuple[str, Expr] | None:
    """What function of what: exponentials to the base e alone."""
    match part:
        case Call("exp", (arg,)):
            return "e", arg
        case Pow(Const("e"), exponent):
            return "e", exponent
        case Call("ln" | "sin" | "cos" as called, (arg,)) if linear(arg, name) is not None:
            return called, arg
        case Call("sqrt", (arg,)) if name in symbols(arg) and rational_in(arg, name):
            return "sqrt", arg
    return None


def _lettered(expr: Expr, name: str, kind: str, argument: Expr) -> Expr:
    """The expression with a letter for F(u)."""
    found = _function(expr, name)
    if found is not None and found[0] == kind and exact(found[1]).equals(exact(argument)):
        return Sym(_LETTER)
    parts = tuple(_lettered(part, name, kind, argument) if isinstance(part, Expr) else part for part in children(expr))
    tree = rebuild(expr, parts) if parts else expr
    assert isinstance(tree, Expr)
    return tree


def _solved(kind: str, argument: Expr, value: Number, name: str, stretch: Stretch) -> list[Number]:
    """All x of a stretch with F(u) = value, for a linear u."""
    terms = linear(argument, name)
    if terms is None:
        raise NotExactError("a function of something that is not linear")
    inner: list[Number] = []
    if kind == "e" and order(value, Polynomial.constant(0)) > 0:
        inner = [number_value(Call("ln", (polynomial_tree(value),)))]
    elif kind == "ln":
        inner = [number_value(Pow(Const("e"), polynomial_tree(value)))]
    elif kind in ("sin", "cos"):
        inner = _angles(kind, value, terms, stretch)
    slope, shift = (polynomial_tree(term) for term in terms)
    return [number_value(Div(Sub(polynomial_tree(u), shift), slope)) for u in inner]


def _angles(kind: str, value: Number, terms: tuple[Number, Number], stretch: Stretch) -> list[Number]:
    """The angles in a bounded stretch, where the sine or cosine is one of a multiple of π/12."""
    if stretch.low is None or stretch.high is None:
        raise NotExactError("infinitely many critical places")
    if order(value, Polynomial.constant(1)) > 0 or order(value, Polynomial.constant(-1)) < 0:
        return []
    ends = [enclose(terms[0] * end + terms[1], 64)[k] for k, end in enumerate((stretch.low, stretch.high))]
    if max(abs(end) for end in ends) > MAX_ANGLE:
        raise NotExactError("too many critical places")
    first, last = int((min(ends) * 113 / 355).__floor__()) - 2, int((max(ends) * 113 / 355).__ceil__()) + 2
    angles = [Mul(number(Fraction(k, 12)), Const("pi")) for k in range(-12, 12)]
    fitting = [angle for angle in angles if order(number_value(Call(kind, (angle,))), value) == 0]
    if not fitting:
        raise NotExactError("an angle that is not exact")
    turn = Polynomial.variable("π").scaled(Fraction(2))
    return [
        number_value(angle) + turn.scaled(Fraction(k))
        for angle in fitting
        for k in range(first // 2 - 1, last // 2 + 2)
    ]
