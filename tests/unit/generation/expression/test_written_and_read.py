"""Whatever is written, in infix text or LaTeX, is read back as the very same tree: over every kind of node."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generation.expression.parser import parse
from generation.expression.render import infix, latex
from generation.expression.tree import (
    Add,
    And,
    Call,
    Collection,
    Const,
    Div,
    Everything,
    Expr,
    Interval,
    Logic,
    Matrix,
    Mixed,
    Mul,
    Neg,
    Node,
    Nothing,
    Num,
    Or,
    Percent,
    Pow,
    Quantity,
    Relation,
    Sub,
    Sym,
    symbols,
    walk,
)
from generation.expression.units import SPELLINGS
from generation.expression.vocabulary import FUNCTIONS

DEFINED = frozenset({"f", "u"})
LETTERS = ["x", "y", "a", "b", "k", "m", "n", "C", "x_1", "a_n", "a_ij", "b_12", "alpha", "theta", "speed"]
BOUND = ["k", "t", "n", "x"]
UNITS = sorted({unit.name for unit in SPELLINGS.values()} | {"km/h", "m/s", "g/cm^3", "원/개"})
OPERATORS = ("=", "!=", "<", "<=", ">", ">=")


def _digit(text: str) -> bool:
    return text[0].isdigit()


def _repeating(parts: tuple[int, str, str]) -> Num:
    whole, before, period = parts
    shifted = Fraction(int(f"{whole}{before}")) + Fraction(int(period), 10 ** len(period) - 1)
    return Num(shifted / 10 ** len(before), len(before) + len(period), len(period))


DIGITS = st.text("0123456789", max_size=2)
NUMBERS = st.integers(0, 40).map(lambda n: Num(Fraction(n)))
LEAVES: st.SearchStrategy[Expr] = st.one_of(
    NUMBERS,
    st.tuples(st.integers(0, 999), st.integers(1, 2)).map(lambda t: Num(Fraction(t[0], 10 ** t[1]), t[1])),
    st.tuples(st.integers(0, 20), DIGITS, st.text("012345678", min_size=1, max_size=3)).map(_repeating),
    st.sampled_from(LETTERS).map(Sym),
    st.sampled_from(["pi", "e", "i", "oo"]).map(Const),
    st.tuples(st.integers(1, 9), st.integers(1, 5), st.integers(6, 9)).map(lambda t: Mixed(*t)),
)


def _implicit(a: Expr, b: Expr) -> Mul:
    """A number is never written right behind a factor: there it gets a sign."""
    return Mul(a, b, implicit=not (_digit(infix(b)) or _digit(latex(b))))


def _call(parts: st.SearchStrategy[Expr]) -> st.SearchStrategy[Expr]:
    plain = sorted(FUNCTIONS.keys() - {"sum", "product", "limit", "diff", "integrate", "factorial", "abs"})

    def with_arguments(name: str) -> st.SearchStrategy[Expr]:
        least, most = FUNCTIONS[name]
        return st.lists(parts, min_size=least, max_size=min(most, 4)).map(lambda args: Call(name, tuple(args)))

    return st.one_of(
        st.sampled_from(plain).flatmap(with_arguments),
        st.builds(lambda name, a: Call(name, (a,)), st.sampled_from(["abs", "factorial", "degrees", "f", "u"]), parts),
        st.builds(lambda a, b: Call("f", (a, b)), parts, parts),
    )


def _binder(parts: st.SearchStrategy[Expr]) -> st.SearchStrategy[Expr]:
    letter = st.sampled_from(BOUND).map(Sym)
    side = st.sampled_from([Num(Fraction(1)), Neg(Num(Fraction(1)))])
    return st.one_of(
        st.builds(
            lambda name, body, k, a, b: Call(name, (body, k, a, b)),
            st.sampled_from(["sum", "product", "integrate"]), parts, letter, parts, parts,
        ),
        st.builds(lambda name, body, x: Call(name, (body, x)), st.sampled_from(["diff", "integrate"]), parts, letter),
        st.builds(lambda body, x, a: Call("diff", (body, x, a)), parts, letter, parts),
        st.builds(lambda body, x, a: Call("limit", (body, x, a)), parts, letter, parts),
        st.builds(lambda body, x, s: Call("limit", (body, x, Num(Fraction(2)), s)), parts, letter, side),
        letter.map(lambda x: Call("diff", (Call("f", (x,)), x))),
        letter.map(lambda x: Call("diff", (Call("diff", (Call("f", (x,)), x)), x))),
    )  # fmt: skip


def _matrix(parts: st.SearchStrategy[Expr]) -> st.SearchStrategy[Expr]:
    def rows(shape: tuple[int, int]) -> st.SearchStrategy[Expr]:
        height, width = shape
        row = st.lists(parts, min_size=width, max_size=width).map(tuple)
        return st.lists(row, min_size=height, max_size=height).map(lambda found: Matrix(tuple(found)))

    return st.tuples(st.integers(1, 2), st.integers(1, 2)).flatmap(rows)


def _grow(parts: st.SearchStrategy[Expr]) -> st.SearchStrategy[Expr]:
    return st.one_of(
        st.builds(Add, parts, parts),
        st.builds(Sub, parts, parts),
        st.builds(Neg, parts),
        st.builds(Mul, parts, parts),
        st.builds(_implicit, parts, parts),
        st.builds(_implicit, parts, parts),
        st.builds(Div, parts, parts),
        st.builds(lambda a, b: Div(a, b, inline=True), parts, parts),
        st.builds(Pow, parts, parts),
        st.builds(Percent, parts),
        st.builds(Quantity, parts, st.sampled_from(UNITS)),
        _call(parts),
        _binder(parts),
        _matrix(parts),
    )


EXPRESSIONS = st.recursive(LEAVES, _grow, max_leaves=8)
RELATIONS = st.builds(Relation, st.sampled_from(OPERATORS), EXPRESSIONS, EXPRESSIONS)
LOGIC: st.SearchStrategy[Logic] = st.recursive(
    RELATIONS,
    lambda parts: st.builds(
        lambda join, found: join(tuple(found)), st.sampled_from([And, Or]), st.lists(parts, min_size=2, max_size=3)
    ),
    max_leaves=4,
)


def _is_point(items: list[Node]) -> bool:
    infinite = (Const("oo"), Neg(Const("oo")))
    return len(items) != 2 or not any(item in infinite for item in items)


SIMPLE: st.SearchStrategy[Node] = st.one_of(EXPRESSIONS, RELATIONS)
TUPLES = st.lists(SIMPLE, min_size=2, max_size=3).filter(_is_point).map(lambda t: Collection("tuple", tuple(t)))
ENDS = EXPRESSIONS.filter(lambda end: not infix(end).startswith("["))
"""``[[1], 2]`` looks like a matrix: no matrix is the end of an interval."""
INTERVALS = st.one_of(
    st.builds(Interval, ENDS, ENDS, st.just(True), st.booleans()),
    st.builds(Interval, ENDS, ENDS, st.booleans(), st.just(True)),
    st.builds(lambda a: Interval(a, Const("oo"), low_closed=False, high_closed=False), ENDS),
)
WHOLE: st.SearchStrategy[Node] = st.one_of(SIMPLE, LOGIC, TUPLES, INTERVALS)
NODES: st.SearchStrategy[Node] = st.one_of(
    WHOLE,
    st.just(Everything()),
    st.just(Nothing()),
    st.lists(WHOLE, min_size=2, max_size=3).map(lambda items: Collection("list", tuple(items))),
    st.lists(WHOLE, max_size=3).map(lambda items: Collection("set", tuple(items))),
)
READABLE = settings(max_examples=500, deadline=None, suppress_health_check=list(HealthCheck))


def _names(node: Node) -> frozenset[str]:
    bound = {part.args[1].name for part in walk(node) if isinstance(part, Call) and _binds(part)}
    return symbols(node) | bound


def _binds(call: Call) -> bool:
    return call.name in ("sum", "product", "limit", "diff", "integrate")


@READABLE
@given(NODES)
def test_infix_is_read_back_as_the_same_tree(tree: Node) -> None:
    text = infix(tree)
    assert parse(text, _names(tree), DEFINED) == tree, text


@READABLE
@given(NODES, st.sampled_from(["ko", "en"]))
def test_latex_is_read_back_as_the_same_tree(tree: Node, language: Any) -> None:
    text = latex(tree, language)
    assert parse(text, _names(tree), DEFINED) == tree, text


def test_every_kind_of_node_is_among_the_examples() -> None:
    seen: set[type] = set()

    @settings(max_examples=600, deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck))
    @given(NODES)
    def collect(tree: Node) -> None:
        seen.update(type(part) for part in walk(tree))

    collect()
    kinds = {kind for union in get_args(Node) for kind in get_args(union) or (union,)}
    assert seen == kinds


@pytest.mark.parametrize("write", [infix, latex])
def test_units_touch_no_letters_of_the_tree(write: Callable[[Node], str]) -> None:
    tree = Relation("=", Quantity(Num(Fraction(3)), "m"), Quantity(Sym("m"), "cm"))
    assert parse(write(tree), frozenset({"m"})) == tree
    assert parse(write(tree)) == tree
