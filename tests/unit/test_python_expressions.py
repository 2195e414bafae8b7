"""The walker of Python expressions against Python itself, on expressions of the shapes that the data has."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tests.adapters.python_arithmetic import OutsideError
from tests.adapters.python_expressions import worked_out

EXPRESSIONS = [
    ("( 52 - 12 ) / 4", Fraction(10)),
    ("'a' if 4 / 5 < 6 / 7 else 'b'", "a"),
    ("min( [ i + 3 for i in range( 42 , 42 * 28 + 1 ) if i % 42 == 0 and i % 28 == 0 ] )", Fraction(87)),
    ("sorted( [ 5 , 0.5 , 12 , 4.1 ] , reverse = True ) [0] * 2", Fraction(24)),
    ("[ '(가)' , '(나)' ] [ [ 9 , 35 ].index( max( [ 9 , 35 ] ) ) ]", "(나)"),
    ("len( [ i for i in [ 1.4 , 9/10 ] if i > 0.9 ] )", Fraction(1)),
    ("sum( i for i in [ j[0] * 10 + j[1] for j in list( permutations( [ 1 , 3 ] , 2 ) ) ] if i > 14 )", Fraction(31)),
    ("0.1 + 0.2", Fraction(3, 10)),
    ("round( 9876 / 1000 ) * 1000", Fraction(10000)),
    ("not ( 3 % 2 )", False),
]


@pytest.mark.parametrize(("text", "value"), EXPRESSIONS)
def test_expressions_have_their_value(text: str, value: Fraction | str) -> None:
    assert worked_out(text) == value


@pytest.mark.parametrize(
    "text", ["__import__('os')", "open('x')", "(1).__class__", "9**9**9", "1/0", "range(10**9)", "x"]
)
def test_everything_else_is_refused(text: str) -> None:
    with pytest.raises(OutsideError):
        worked_out(text)
