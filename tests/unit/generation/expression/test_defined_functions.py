"""Functions and sequences that a model defines are calls, their derivatives and subscripts included."""

from __future__ import annotations

import pytest

from generation.expression.errors import ParseError
from generation.expression.parser import parse, parse_expression, parse_logic
from generation.expression.tree import Add, Call, Mul, Relation, Sym, integer, symbols

FUNCTIONS = frozenset({"f", "g", "a", "S"})
X, N = Sym("x"), Sym("n")


def _f(*args: object) -> Call:
    return Call("f", args)  # type: ignore[arg-type]


READ = [
    ("f(x)", _f(X)),
    ("f(2)", _f(integer(2))),
    ("f(x, 2)", _f(X, integer(2))),
    ("f(g(x))", _f(Call("g", (X,)))),
    ("xf(2)", Mul(X, _f(integer(2)), implicit=True)),
    ("f'(x)", Call("diff", (_f(X), X))),
    ("f'(2)", Call("diff", (_f(X), X, integer(2)))),
    ("f''(x)", Call("diff", (Call("diff", (_f(X), X)), X))),
    ("a(n)", Call("a", (N,))),
    ("a_n", Call("a", (N,))),
    ("a_10", Call("a", (integer(10),))),
    ("a_{n+1}", Call("a", (Add(N, integer(1)),))),
    (r"\sqrt{2}a_{n}", Mul(Call("sqrt", (integer(2),)), Call("a", (N,)), implicit=True)),
    ("a_1a_2", Mul(Call("a", (integer(1),)), Call("a", (integer(2),)), implicit=True)),
]


@pytest.mark.parametrize(("text", "tree"), READ)
def test_calls_of_defined_functions(text: str, tree: object) -> None:
    assert parse(text, frozenset({"x", "n"}), FUNCTIONS) == tree
    assert parse_expression(text, functions=FUNCTIONS) == tree


def test_without_a_definition_the_letter_is_a_variable() -> None:
    assert symbols(parse("f(2)")) == {"f"}
    assert symbols(parse("a_n")) == {"a_n"}
    assert isinstance(parse_logic("S_n = a_1 + a_2", functions=FUNCTIONS), Relation)


@pytest.mark.parametrize(
    "text", ["f", "f + 1", "f^2(x)", "f()", "f(x = 1)", "f''''(x)", "f'(x, y)", "a_", "a_+1", "x'"]
)
def test_what_is_no_call_is_refused(text: str) -> None:
    with pytest.raises(ParseError):
        parse(text, frozenset(), FUNCTIONS)
