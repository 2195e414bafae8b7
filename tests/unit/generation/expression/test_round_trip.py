"""What is rendered is read back as the same tree, and exact arithmetic agrees with an independent one."""

from __future__ import annotations

from fractions import Fraction

import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st

from generation.expression.errors import BudgetError, ExpressionError, NotExactError, UndefinedError
from generation.expression.exact import exact
from generation.expression.normal import ratio_tree
from generation.expression.parser import parse
from generation.expression.render import infix, latex
from generation.expression.tree import Add, Call, Div, Expr, Mixed, Mul, Neg, Num, Pow, Sub, Sym

NUMBERS = st.integers(0, 30).map(lambda n: Num(Fraction(n)))
DECIMALS = st.integers(0, 9999).map(lambda n: Num(Fraction(n, 100), 2))
SYMBOLS = st.sampled_from([Sym("x"), Sym("y"), Sym("a")])
MIXED = st.tuples(st.integers(1, 9), st.integers(1, 5), st.integers(6, 9)).map(lambda t: Mixed(*t))


def _grow(parts: st.SearchStrategy[Expr]) -> st.SearchStrategy[Expr]:
    return st.one_of(
        st.builds(Add, parts, parts),
        st.builds(Sub, parts, parts),
        st.builds(Neg, parts),
        st.builds(Mul, parts, parts),
        st.builds(lambda a, b: Mul(a, b, implicit=True), parts, SYMBOLS),
        st.builds(Div, parts, parts),
        st.builds(lambda a, b: Div(a, b, inline=True), parts, parts),
        st.builds(Pow, parts, st.integers(0, 4).map(lambda n: Num(Fraction(n)))),
        st.builds(lambda a: Call("sqrt", (a,)), parts),
        st.builds(lambda a: Call("abs", (a,)), parts),
    )


TREES = st.recursive(st.one_of(NUMBERS, DECIMALS, SYMBOLS, MIXED), _grow, max_leaves=8)


def _same_value(first: Expr, second: Expr) -> bool:
    try:
        left = exact(first)
    except NotExactError as error:
        with pytest.raises(type(error)):
            exact(second)
        return True
    except BudgetError:
        return True
    return left.equals(exact(second))


@settings(max_examples=1500, deadline=None)
@given(TREES)
def test_infix_reads_back_with_the_same_value(tree: Expr) -> None:
    read = parse(infix(tree))
    assert isinstance(read, Expr)
    assert _same_value(tree, read), infix(tree)
    assert parse(infix(read)) == read, infix(tree)


@settings(max_examples=1500, deadline=None)
@given(TREES)
def test_latex_reads_back_with_the_same_value(tree: Expr) -> None:
    read = parse(latex(tree))
    assert isinstance(read, Expr)
    assert _same_value(tree, read), latex(tree)


def _sympy(tree: Expr) -> sympy.Expr:
    """The tree in another library, node by node."""
    match tree:
        case Num(value):
            return sympy.Rational(value.numerator, value.denominator)
        case Mixed(whole, top, bottom):
            return whole + sympy.Rational(top, bottom)
        case Sym(name):
            return sympy.Symbol(name)
        case Neg(arg):
            return -_sympy(arg)
        case Add(left, right):
            return _sympy(left) + _sympy(right)
        case Sub(left, right):
            return _sympy(left) - _sympy(right)
        case Mul(left, right):
            return _sympy(left) * _sympy(right)
        case Div(left, right):
            return _sympy(left) / _sympy(right)
        case Pow(base, exponent):
            return _sympy(base) ** _sympy(exponent)
        case Call("sqrt", (arg,)):
            return sympy.sqrt(_sympy(arg))
        case Call("root", (arg, degree)):
            return sympy.real_root(_sympy(arg), _sympy(degree))
        case Call("abs", (arg,)):
            return sympy.Abs(_sympy(arg))
        case _:
            raise AssertionError(tree)


@settings(max_examples=600, deadline=None)
@given(TREES)
def test_exact_values_agree_with_sympy(tree: Expr) -> None:
    try:
        value = exact(tree)
    except (NotExactError, BudgetError):
        return
    point = {sympy.Symbol(name): sympy.Rational(n, 7) for name, n in (("x", 12), ("y", -5), ("a", 23))}
    ours, theirs = _sympy(ratio_tree(value)).subs(point), _sympy(tree).subs(point)
    if theirs.is_finite and ours.is_finite:
        assert abs((ours - theirs).evalf(30)) < 1e-20 * (1 + abs(theirs.evalf(30)))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2/3 ÷ 3/8", "16/9"),
        ("12xy ÷ 3x", "4y"),
        ("√12 + √27", "5sqrt(3)"),
        ("1/(√3-√2)", "sqrt(3) + sqrt(2)"),
        ("(x+3)^2", "x^2 + 6x + 9"),
        ("3\\frac12", "7/2"),
        ("-2^2", "-4"),
        ("(-3)²", "9"),
        ("50%", "1/2"),
        ("２＋３", "5"),
        ("(a^2)^3", "a^6"),
        ("2^-3", "1/8"),
        ("5!", "120"),
        ("C(5, 2)", "10"),
    ],
)  # fmt: skip
def test_exact_value(text: str, value: str) -> None:
    tree = parse(text)
    assert isinstance(tree, Expr)
    assert infix(ratio_tree(exact(tree))) == value


@pytest.mark.parametrize(
    "text",
    [
        "__import__('os').system('id')", "(" * 20_000 + "1" + ")" * 20_000, "1\u200b2", "x" * 5_000, "12xy/3x",
        "6÷2(1+2)", "\\input{a}", "\\text{#read}", "+".join(["x"] * 300), "2 3", "x2", "", "eval(1)", "x.y", "a;;b",
        "1..2", "\\frac{1}", "((1)", "1)", "=", "x = = 3", "9" * 50, "\x00", "lambda", "[1]*9", "{{1}", "2 +", "|x",
        "\ud800", "𝟏+𝟏",
    ],
)  # fmt: skip
def test_hostile_text_is_refused(text: str) -> None:
    with pytest.raises(ExpressionError):
        parse(text)


@pytest.mark.parametrize("text", ["9**9**9", "(2^999)^999", "factorial(10^9)", "(x+y+z+1)^60", "99999^9999"])
def test_costly_values_are_refused(text: str) -> None:
    tree = parse(text)
    assert isinstance(tree, Expr)
    with pytest.raises(ExpressionError):
        exact(tree)


@pytest.mark.parametrize("text", ["1/0", "x/(x-x)", "0^0", "1/(√4-2)"])
def test_undefined(text: str) -> None:
    tree = parse(text)
    assert isinstance(tree, Expr)
    with pytest.raises(UndefinedError):
        exact(tree)
