"""Matrices against sympy's."""

from __future__ import annotations

from fractions import Fraction

import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st

from generation.equivalence.values import compare_values
from generation.expression.errors import ExpressionError, NotExactError, UndefinedError
from generation.expression.matrices import ShapeError, matrix_value
from generation.expression.parser import parse_expression

Entries = list[list[int]]


def matrices(rows: int, columns: int) -> st.SearchStrategy[Entries]:
    return st.lists(st.lists(st.integers(-9, 9), min_size=columns, max_size=columns), min_size=rows, max_size=rows)


def written(entries: Entries) -> str:
    return "[" + ", ".join("[" + ", ".join(str(n) for n in row) + "]" for row in entries) + "]"


def numbers(text: str) -> list[list[Fraction | None]]:
    return [[entry.rational() for entry in row] for row in matrix_value(parse_expression(text))]


def by_sympy(matrix: sympy.Matrix) -> list[list[Fraction]]:
    return [[Fraction(int(n.p), int(n.q)) for n in matrix.row(k)] for k in range(matrix.rows)]


@settings(max_examples=200, deadline=None)
@given(matrices(2, 3), matrices(2, 3), matrices(3, 2), st.integers(-5, 5))
def test_sums_multiples_and_products(a: Entries, b: Entries, c: Entries, k: int) -> None:
    expected = (sympy.Matrix(a) - k * sympy.Matrix(b)) * sympy.Matrix(c)
    assert numbers(f"({written(a)} - ({k})*{written(b)})*{written(c)}") == by_sympy(expected)


@settings(max_examples=200, deadline=None)
@given(matrices(3, 3), st.integers(0, 4))
def test_powers_and_inverses(a: Entries, n: int) -> None:
    matrix = sympy.Matrix(a)
    assert numbers(f"({written(a)})^{n}") == by_sympy(matrix**n)
    if matrix.det():
        assert numbers(f"({written(a)})^(-1)") == by_sympy(matrix.inv())
    else:
        with pytest.raises(UndefinedError):
            matrix_value(parse_expression(f"({written(a)})^(-1)"))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[[1, 2]] + [[1], [2]]", "1×2 and a 2×1"),
        ("[[1, 2]] * [[1, 2]]", "2 columns, 1 rows"),
        ("[[1, 2]]^2", "not square"),
        ("[[1, 2]] + 3", "a number and a matrix"),
    ],
)
def test_shapes_that_do_not_fit_are_named(text: str, message: str) -> None:
    with pytest.raises(ShapeError, match=message):
        matrix_value(parse_expression(text))


@pytest.mark.parametrize(
    "text", ["[[1, 2], [3, 4]]/[[1, 2], [3, 4]]", "[[a, 1], [1, 1]]^(-1)", "[[1, 1], [1, 1]]^1000", "2"]
)
def test_what_is_not_covered_is_refused(text: str) -> None:
    with pytest.raises(ExpressionError):
        matrix_value(parse_expression(text))


def test_answers_are_compared_by_entries() -> None:
    square = parse_expression("[[1, x], [0, 1]]^2")
    assert compare_values(square, parse_expression("[[1, 2x], [0, 1]]")) == "equal"
    assert compare_values(square, parse_expression("[[1, 3x], [0, 1]]")) == "different"
    assert compare_values(square, parse_expression("[[1, 2x]]")) == "different"
    assert compare_values(square, parse_expression("2")) == "different"
    assert compare_values(square, parse_expression("2A")) == "undecided"  # a letter may stand for a matrix


def test_a_matrix_is_no_number() -> None:
    with pytest.raises(NotExactError):
        matrix_value(parse_expression("x + 1"))
