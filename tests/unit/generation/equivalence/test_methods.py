"""Relations with roots, bars, powers, logarithms and angles: their sets by name, and by trying numbers with mpmath."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import mpmath
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from generation.equivalence.realset import REALS, RealSet
from generation.equivalence.relations import solution_set
from generation.expression.enclosure import enclose
from generation.expression.errors import BudgetError, NotExactError, UndefinedError
from generation.expression.parser import parse_logic
from generation.expression.polynomial import Polynomial
from generation.expression.tree import Add, Call, Const, Div, Expr, Mul, Neg, Num, Pow, Relation, Sub, Sym, walk
from generation.verify.domains import read_domain

MP = mpmath.mp.clone()
MP.dps = 40

SETS = [
    ("2^x = 8", "x = 3"),
    ("4^x - 3*2^x + 2 = 0", "x = 0 or x = 1"),
    ("4^x - 2*2^x - 8 = 0", "x = 2"),
    ("2^(x+1) + 2^x = 12", "x = 2"),
    ("9^x - 4*3^x + 3 > 0", "x < 0 or x > 1"),
    ("(1/2)^x > 4", "x < -2"),
    ("(1/3)^(2x) - 12*(1/3)^x + 27 <= 0", "-2 <= x <= -1"),
    ("2^x + 2^(-x) = 5/2", "x = -1 or x = 1"),
    ("2^x + 1 = 0", "none"),
    ("2^x > 0", "all"),
    ("2^x = 5", "x = log(5, 2)"),
    ("3^(2x-1) = 27^(x-2)", "x = 5"),
    ("2^(x^2-1) = 8", "x = -2 or x = 2"),
    ("2^x = 3^(x-1)", "x = 1 + log(2, 3/2)"),
    ("e^(2x) - 3e^x + 2 = 0", "x = 0 or x = ln(2)"),
    ("(x-1)*2^x = 0", "x = 1"),
    ("x^2*e^x > e^x", "x < -1 or x > 1"),
    ("1/(2^x-1) > 0", "x > 0"),
    ("log(x,2) = 3", "x = 8"),
    ("log(x,2) + log(x-2,2) = 3", "x = 4"),
    ("log(x) < 2", "0 < x < 100"),
    ("log(x,1/2) > 2", "0 < x < 1/4"),
    ("log(x,2)^2 - 3log(x,2) + 2 = 0", "x = 2 or x = 4"),
    ("log(x,2) + log(x,4) = 3", "x = 4"),
    ("log(x-1,3) < log(7-x,3)", "1 < x < 4"),
    ("log(x-1,1/3) < log(7-x,1/3)", "4 < x < 7"),
    ("log(8,x) = 3", "x = 2"),
    ("log(x,2) - 2log(2,x) = 1", "x = 1/2 or x = 4"),
    ("ln(x^2) = 2", "x = -e or x = e"),
    ("log(x^2-3x,2) = 2", "x = -1 or x = 4"),
    ("log(4x,2)*log(8x,2) = 12", "x = 1/64 or x = 2"),
    ("log(log(x,2),3) = 1", "x = 8"),
    ("x*log(x) > 0", "x > 1"),
    ("log(x+1) = log(x+1)", "x > -1"),
    ("log(x^2,2) = 2log(x,2)", "x > 0"),
    ("log(x-3,2) + log(3-x,2) = 0", "none"),
    ("sqrt(x+2) = x", "x = 2"),
    ("sqrt(x) + sqrt(x+3) = 3", "x = 1"),
    ("sqrt(2x-1) < x-2", "x > 5"),
    ("sqrt(x^2-1) = -1", "none"),
    ("sqrt(x-1) >= 3", "x >= 10"),
    ("sqrt(x) = -x", "x = 0"),
    ("sqrt(3-x) + sqrt(x+1) = 2", "x = -1 or x = 3"),
    ("1/sqrt(x) > x", "0 < x < 1"),
    ("x - 2sqrt(x) - 3 = 0", "x = 9"),
    ("sqrt(x+sqrt(x)) = sqrt(2)", "x = 1"),
    ("sqrt(x)*sqrt(x-1) = sqrt(2)", "x = 2"),
    ("sqrt(x*(x-1)) = sqrt(2)", "x = -1 or x = 2"),
    ("x/sqrt(x) = 2", "x = 4"),
    ("root(x, 3) = -2", "x = -8"),
    ("root(x, 3) = x", "x = -1 or x = 0 or x = 1"),
    ("x^(3/2) = 8", "x = 4"),
    ("|x-1| = 2x", "x = 1/3"),
    ("|x| + |x-2| < 4", "-1 < x < 3"),
    ("|x^2-3| = 1", "x = -2 or x = -sqrt(2) or x = sqrt(2) or x = 2"),
    ("||x|-1| = 1/2", "x = -3/2 or x = -1/2 or x = 1/2 or x = 3/2"),
    ("|x-1| >= |x+3|", "x <= -1"),
    ("|x| = x", "x >= 0"),
    ("|x| < 0", "none"),
    ("sqrt(x^2) = |x|", "all"),
    ("max(x, 1) = 2", "x = 2"),
    ("min(x, 2-x) > 0", "0 < x < 2"),
    ("sin(x) = 2", "none"),
    ("sin(x)^2 + cos(x)^2 = 1", "all"),
    ("mean(16, 14, x, 13) = 13", "x = 9"),
    ("sum(k*x, k, 1, 3) = 6", "x = 1"),
    ("mean(1, x) = sqrt(x)", "x = 1"),
    ("variance(1, x) = 1", "x = -1 or x = 3"),
    ("stdev(1, x) = 2", "x = -3 or x = 5"),
    ("x^2 = 2^10", "x = -32 or x = 32"),
]
BOUNDED = [
    ("2sin(x) = 1", "[0, 2pi)", ["1/6", "5/6"]),
    ("2cos(x)^2 - 3cos(x) + 1 = 0", "[0, 2pi)", ["0", "1/3", "5/3"]),
    ("sin(x) = cos(x)", "[0, 2pi)", ["1/4", "5/4"]),
    ("sin(2x) = cos(x)", "[0, 2pi)", ["1/6", "1/2", "5/6", "3/2"]),
    ("tan(x) = sqrt(3)", "[0, pi]", ["1/3"]),
    ("sin(x) + sqrt(3)cos(x) = 1", "[0, 2pi]", ["1/2", "11/6"]),
    ("sin(x+pi/3) = 1/2", "[0, 2pi)", ["1/2", "11/6"]),
    ("cos(2x) = sin(x)", "[0, 2pi)", ["1/6", "5/6", "3/2"]),
    ("sin(3x) = sin(x)", "[0, 2pi)", ["0", "1/4", "3/4", "1", "5/4", "7/4"]),
    ("sin(x) = 0", "[0, 2pi]", ["0", "1", "2"]),
    ("cos(x) = -1", "(-pi, 3pi)", ["1"]),
]
UNSOLVED = [
    ("2^x + x = 3", NotExactError),
    ("x^x = 4", NotExactError),
    ("sin(x) = 1/2", NotExactError),
    ("x = cos(x)", NotExactError),
    ("x^(2/3) = 4", NotExactError),
    ("log(x) + log(y) = 1", NotExactError),
    ("log(x, 1) = 2", UndefinedError),
    ("factorial(x) = 6", NotExactError),
    ("floor(x) = 2", NotExactError),
    ("mod(x, 3) = 1", NotExactError),
    ("abs(abs(abs(abs(abs(abs(abs(x)-1)-2)-3)-4)-5)-6) = 1", BudgetError),
]


@pytest.mark.parametrize(("relation", "described"), SETS)
def test_relations_have_their_solutions(relation: str, described: str) -> None:
    assert solution_set(parse_logic(relation), "x").describe() == described


@pytest.mark.parametrize(("relation", "domain", "parts"), BOUNDED)
def test_angles_on_a_stretch(relation: str, domain: str, parts: list[str]) -> None:
    found = solution_set(parse_logic(relation), "x", read_domain(domain).reals).points()
    assert found is not None
    pi = Polynomial.variable("π")
    assert [str(next(iter(x.terms.values()), 0)) for x in found] == parts
    assert all(x.is_zero or x.terms.keys() == pi.terms.keys() for x in found)


@pytest.mark.parametrize(("relation", "error"), UNSOLVED)
def test_what_no_method_reaches_is_refused(relation: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        solution_set(parse_logic(relation), "x")


def test_an_angle_without_exact_value_is_refused() -> None:
    with pytest.raises(NotExactError):
        solution_set(parse_logic("sin(x) = 1/3"), "x", read_domain("[0, 2pi)").reals)


# -- by trying numbers -----------------------------------------------------------------------------------------


def _value(tree: Expr, x: mpmath.mpf) -> mpmath.mpf:
    """The real value; ValueError or ZeroDivisionError where there is none."""
    match tree:
        case Num(value):
            return MP.mpf(value.numerator) / value.denominator
        case Sym():
            return x
        case Const(name):
            return +MP.pi if name == "pi" else +MP.e
        case Neg(a):
            return -_value(a, x)
        case Add(a, b):
            return _value(a, x) + _value(b, x)
        case Sub(a, b):
            return _value(a, x) - _value(b, x)
        case Mul(a, b):
            return _value(a, x) * _value(b, x)
        case Div(a, b):
            return _value(a, x) / _value(b, x)
        case Pow(a, b):
            return _real(MP.power(_value(a, x), _value(b, x)))
        case Call("log", (a, b)):
            return _real(MP.log(_positive(_value(a, x)))) / MP.log(_positive(_value(b, x)))
        case Call("ln", (a,)):
            return MP.log(_positive(_value(a, x)))
        case Call("abs", (a,)):
            return abs(_value(a, x))
        case Call(name, (a,)):
            return _real(getattr(MP, name)(_value(a, x)))
    raise AssertionError(tree)


def _real(value: mpmath.mpf) -> mpmath.mpf:
    if isinstance(value, MP.mpc):
        raise ValueError("not real")
    return value


def _positive(value: mpmath.mpf) -> mpmath.mpf:
    if value <= 0:
        raise ValueError("not positive")
    return value


_HOLDS = {"<": lambda a, b: a < b, "<=": lambda a, b: a <= b, ">": lambda a, b: a > b, ">=": lambda a, b: a >= b}


def _agrees(relation: Relation, found: RealSet, x: mpmath.mpf) -> None:
    """At a number where the sides are clearly apart, membership is what the inequality says."""
    try:
        left, right = _value(relation.left, x), _value(relation.right, x)
    except (ValueError, ZeroDivisionError):
        expected = False
    else:
        if abs(left - right) < MP.mpf(10) ** -25:
            return
        expected = relation.op == "!=" or (relation.op != "=" and _HOLDS[relation.op](left, right))
    point = Polynomial.constant(_fraction(x))
    assert found.contains(point) == expected, (relation, found.describe(), x)


def _fraction(x: mpmath.mpf) -> Fraction:
    return Fraction(str(MP.nstr(x, 30)))


def _zeros_hold(relation: Relation, found: RealSet) -> None:
    for point in found.points() or ():
        low, high = enclose(point, 120)
        gaps = []
        for x in (MP.mpf(end.numerator) / end.denominator for end in (low, high)):
            try:
                gaps.append(abs(_value(relation.left, x) - _value(relation.right, x)))
            except ValueError:  # just outside of the domain
                continue
        assert min(gaps) < MP.mpf(10) ** -12


_k = st.integers(-6, 6)
_X = Sym("x")


def _num(value: int) -> Expr:
    return Num(Fraction(value)) if value >= 0 else Neg(Num(Fraction(-value)))


_LINEAR = st.builds(lambda a, b: Add(Mul(_num(a), _X), _num(b)), _k, _k)
_QUADRATIC = st.builds(lambda a, b, c: Add(Add(Mul(_num(a), Pow(_X, _num(2))), Mul(_num(b), _X)), _num(c)), _k, _k, _k)
_POLYNOMIAL = st.one_of(_LINEAR, _QUADRATIC)
_BASES = st.sampled_from([_num(2), _num(3), _num(4), _num(6), _num(9), Div(_num(1), _num(2)), Div(_num(2), _num(3))])
_OPS = st.sampled_from(["=", "<", "<=", ">", ">=", "!="])


def _combined(atom: st.SearchStrategy[Expr], other: st.SearchStrategy[Expr]) -> st.SearchStrategy[Relation]:
    term = st.builds(lambda c, a: Mul(_num(c), a), _k, atom)
    square = atom.map(lambda a: Pow(a, _num(2)))
    side = st.one_of(term, st.builds(Add, term, term), st.builds(Mul, atom, atom), square)
    return st.builds(
        lambda op, left, c, right: Relation(op, Add(left, c), right), _OPS, side, st.one_of(_k.map(_num), term), other
    )


_RADICAL = _combined(_POLYNOMIAL.map(lambda u: Call("sqrt", (u,))), st.one_of(_k.map(_num), _LINEAR))
_BARS = _combined(_POLYNOMIAL.map(lambda u: Call("abs", (u,))), _POLYNOMIAL)
_POWERS = _combined(st.builds(Pow, _BASES, _LINEAR), _k.map(_num))
_LOGS = _combined(st.builds(lambda u, b: Call("log", (u, b)), st.one_of(st.just(_X), _LINEAR), _BASES), _k.map(_num))
_ANGLES = _combined(
    st.builds(
        lambda name, m, s: Call(name, (Add(Mul(_num(m), _X), Div(Mul(_num(s), Const("pi")), _num(6))),)),
        st.sampled_from(["sin", "cos", "tan"]), st.integers(1, 2), st.sampled_from([0, 0, 0, 1, 2, 3]),
    ),
    st.sampled_from([_num(0), _num(1), Div(_num(1), _num(2)), Call("sqrt", (_num(3),)), Neg(_num(1))]),
)  # fmt: skip


def _check(relation: Relation, within: RealSet, xs: list[mpmath.mpf]) -> None:
    try:
        found = solution_set(relation, "x", within)
    except (NotExactError, BudgetError):
        assume(False)
    for x in xs:
        _agrees(relation, found & within, x)
    if relation.op == "=":
        _zeros_hold(relation, found)
        _no_zero_is_lost(relation, found, xs)


def _no_zero_is_lost(relation: Relation, found: RealSet, xs: list[mpmath.mpf]) -> None:
    """Where the difference of the sides changes its sign and shrinks by bisection, the zero is among the solutions."""

    def difference(x: mpmath.mpf) -> mpmath.mpf | None:
        try:
            return _value(relation.left, x) - _value(relation.right, x)
        except (ValueError, ZeroDivisionError):
            return None

    points = found.points()
    if points is None:
        return
    places = [float((low + high) / 2) for low, high in (enclose(point, 80) for point in points)]
    for a, b in pairwise(xs):
        low, high = a, b
        at_low, at_high = difference(low), difference(high)
        if at_low is None or at_high is None or at_low * at_high >= 0:
            continue
        for _ in range(90):
            middle = (low + high) / 2
            value = difference(middle)
            if value is None:
                break
            low, high = (middle, high) if value * at_low > 0 else (low, middle)
        value = difference(low)
        if value is not None and abs(value) < 1e-15 and not _at_pole(relation, low):
            assert any(abs(place - float(low)) < 1e-9 for place in places), (relation, found.describe(), low)


def _at_pole(relation: Relation, x: mpmath.mpf) -> bool:
    """Whether a tangent of the relation has no value there, also one that is multiplied by zero."""
    tangents = [part.args[0] for part in walk(relation) if isinstance(part, Call) and part.name == "tan"]
    return any(abs(MP.cos(_value(arg, x))) < 1e-9 for arg in tangents)


_TRIED = [MP.mpf(k) / 16 + MP.mpf(1) / 1009 for k in range(-160, 161, 3)]
_ROUND = [MP.mpf(k) / 16 + MP.mpf(1) / 1009 for k in range(1, 100, 2)]


@settings(max_examples=150, deadline=None)
@given(_RADICAL)
def test_roots_by_trying_numbers(relation: Relation) -> None:
    _check(relation, REALS, _TRIED)


@settings(max_examples=150, deadline=None)
@given(_BARS)
def test_bars_by_trying_numbers(relation: Relation) -> None:
    _check(relation, REALS, _TRIED)


@settings(max_examples=150, deadline=None)
@given(_POWERS)
def test_powers_by_trying_numbers(relation: Relation) -> None:
    _check(relation, REALS, _TRIED)


@settings(max_examples=150, deadline=None)
@given(_LOGS)
def test_logarithms_by_trying_numbers(relation: Relation) -> None:
    _check(relation, REALS, _TRIED)


@settings(max_examples=150, deadline=None)
@given(_ANGLES)
def test_angles_by_trying_numbers(relation: Relation) -> None:
    _check(relation, read_domain("[0, 2pi]").reals, _ROUND)
