"""``solve`` over finite ranges, in several unknowns and over the complex numbers; ``value`` under relations."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from itertools import product
from math import gcd, isqrt
from typing import Any

import pytest
import sympy

from generation.problem import Answer, Ask, Model, Problem
from generation.verify.certificate import Certificate
from generation.verify.verifier import verify


def certified(symbols: dict[str, str], given: list[str], values: list[Any], unknowns: str = "") -> Certificate:
    """The certificate of a question for solutions."""
    model = Model(Ask("solve", tuple(unknowns or symbols)), symbols, {}, tuple(given))
    return verify(Problem("해를 모두 구하시오.", model, Answer(tuple(values))))


def outcomes(certificate: Certificate) -> tuple[str, str, str]:
    return tuple(certificate.check(name).outcome for name in ("answer", "unique", "domain"))  # type: ignore[return-value]


RANGES: list[tuple[dict[str, str], list[str], Callable[..., bool]]] = [
    ({"a": "1..64", "b": "1..64"}, ["a*b = 64", "a <= b"], lambda a, b: a * b == 64 and a <= b),
    ({"a": "1..6", "b": "1..6"}, ["a + b = 9"], lambda a, b: a + b == 9),
    ({"a": "1..9", "b": "0..9"}, ["10a + b = 4(a + b)"], lambda a, b: 10 * a + b == 4 * (a + b)),
    ({"a": "1..20", "b": "1..20"}, ["gcd(a, b) = 6", "a < b"], lambda a, b: gcd(a, b) == 6 and a < b),
    ({"a": "1..12", "b": "1..12", "c": "1..12"}, ["a^2 + b^2 = c^2", "a < b"],
     lambda a, b, c: a * a + b * b == c * c and a < b),
    ({"a": "1..5", "b": "1..5"}, ["a = 2b or b = 2a"], lambda a, b: a == 2 * b or b == 2 * a),
    ({"a": "1..5", "b": "1..5"}, ["1/a + 1/b = 1"], lambda a, b: Fraction(1, a) + Fraction(1, b) == 1),
    ({"a": "1..4", "b": "1..4"}, ["a + b = 20"], lambda a, b: False),
]  # fmt: skip


@pytest.mark.parametrize("case", RANGES, ids=[str(case[1]) for case in RANGES])
def test_rows_over_finite_ranges(case: tuple[dict[str, str], list[str], Callable[..., bool]]) -> None:
    symbols, given, holds = case
    ends = [tuple(map(int, domain.split(".."))) for domain in symbols.values()]
    found = [values for values in product(*(range(a, b + 1) for a, b in ends)) if holds(*values)]
    rows = [dict(zip(symbols, map(str, values), strict=True)) for values in found]
    assert outcomes(certified(symbols, given, rows)) == ("passed", "passed", "passed")
    if rows:
        assert certified(symbols, given, rows[:-1]).check("unique").outcome == "failed" or len(rows) == 1
        assert certified(symbols, given, [*rows, rows[0]]).check("unique").outcome == "failed"
        assert certified(symbols, given, []).check("answer").outcome == "failed"
    wrong = dict.fromkeys(symbols, "1")
    assert certified(symbols, given, [*rows, wrong]).check("answer").outcome == (
        "passed" if wrong in rows else "failed"
    )


def test_rows_of_natural_numbers_without_an_end() -> None:
    rows = [{"x": str(x), "y": str(y)} for x, y in product(range(1, 20), repeat=2) if 2 * x + 3 * y == 17]
    assert outcomes(certified({"x": "natural", "y": "natural"}, ["2x+3y=17"], rows)) == ("passed",) * 3
    rows = [{"x": str(x), "y": str(y)} for x, y in product(range(1, 20), repeat=2) if (x + 1) * (y + 1) == 24]
    assert outcomes(certified({"x": "natural", "y": "natural"}, ["(x+1)(y+1)=24"], rows)) == ("passed",) * 3


def test_one_unknown_where_algebra_does_not_reach() -> None:
    values = [str(n) for n in range(1, 31) if gcd(n, 30) == 1]
    assert outcomes(certified({"n": "1..30"}, ["gcd(n, 30) = 1"], values)) == ("passed",) * 3
    assert certified({"n": "1..30"}, ["gcd(n, 30) = 1"], values[1:]).check("unique").outcome == "failed"
    assert certified({"n": "1..30"}, ["gcd(n, 30) = 1"], [*values, "2"]).check("answer").outcome == "failed"
    assert outcomes(certified({"n": "1..20"}, ["n! = 120"], ["5"])) == ("passed",) * 3


def test_unknown_exponents() -> None:
    rows = [{"a": str(a), "b": str(b)} for a, b in product(range(1, 12), repeat=2) if 2**a * 3**b * 7 == 756]
    assert outcomes(certified({"a": "natural", "b": "natural"}, ["2^a*3^b*7 = 756"], rows)) == ("passed",) * 3
    values = [str(a) for a in range(1, 20) if 5 * 2**a <= 100]
    assert outcomes(certified({"a": "natural"}, ["5*2^a <= 100"], values)) == ("passed",) * 3
    assert certified({"a": "natural"}, ["5*2^a <= 100"], values[1:]).check("unique").outcome == "failed"


WHOLE: list[tuple[str, Callable[[int], bool]]] = [
    ("mod(60, d) = 0", lambda d: 60 % d == 0),
    ("mod(d, 7) = 3", lambda d: d % 7 == 3),
    ("floor(sqrt(d)) = 5", lambda d: isqrt(d) == 5),
    ("sqrt(d) != floor(sqrt(d))", lambda d: isqrt(d) ** 2 != d),
    ("sqrt(2d) = floor(sqrt(2d))", lambda d: isqrt(2 * d) ** 2 == 2 * d),
    ("ceil(d/4) = 6", lambda d: -(-d // 4) == 6),
    ("max(d, 10) = 10", lambda d: max(d, 10) == 10),
    ("min(3d, 40) > 2d", lambda d: min(3 * d, 40) > 2 * d),
    ("5 < sqrt(d) < 6", lambda d: 25 < d < 36),
    ("|d - 30| <= 4", lambda d: abs(d - 30) <= 4),
]


@pytest.mark.parametrize(("text", "holds"), WHOLE, ids=[text for text, _ in WHOLE])
def test_functions_of_whole_numbers(text: str, holds: Callable[[int], bool]) -> None:
    values = [d for d in range(1, 61) if holds(d)]
    assert outcomes(certified({"d": "1..60"}, [text], list(map(str, values)))) == ("passed",) * 3
    assert certified({"d": "1..60"}, [text], list(map(str, values[:-1]))).check("unique").outcome == "failed"
    model = Model(Ask("count", ("d",)), {"d": "1..60"}, {}, (text,))
    assert verify(Problem("개수를 구하시오.", model, Answer((str(len(values)),)))).check("answer").outcome == "passed"
    assert (
        verify(Problem("개수를 구하시오.", model, Answer((str(len(values) + 1),)))).check("answer").outcome == "failed"
    )


LISTED = ["-4.3", "4", "2/3", "-9", "5/4", "-3", "0"]


@pytest.mark.parametrize(
    ("given", "holds"),
    [
        (["mod(x, 1) != 0"], lambda x: x.denominator != 1),
        (["x < 0", "mod(x, 1) = 0"], lambda x: x < 0 and x.denominator == 1),
        (["x^2 > 1"], lambda x: x * x > 1),
        (["3x = 2"], lambda x: 3 * x == 2),
        (["x = 5"], lambda x: False),
    ],
)
def test_domains_that_list_their_numbers(given: list[str], holds: Callable[[Fraction], bool]) -> None:
    symbols = {"x": "{" + ", ".join(LISTED) + "}"}
    values = [text for text in LISTED if holds(Fraction(text))]
    assert outcomes(certified(symbols, given, values)) == ("passed",) * 3
    assert certified(symbols, given, [*values, "7"]).check("answer").outcome == "failed"
    for number, outcome in ((len(values), "passed"), (len(values) + 1, "failed")):
        model = Model(Ask("count", ("x",)), symbols, {}, tuple(given))
        assert verify(Problem("개수를 구하시오.", model, Answer((str(number),)))).check("answer").outcome == outcome


@pytest.mark.parametrize("domain", ["{}", "{1, 1}", "{x}", "{sqrt(2)}", "{1, 2", "{" + "1," * 200 + "2}"])
def test_lists_that_are_no_domain_are_refused(domain: str) -> None:
    model = Model(Ask("count", ("x",)), {"x": domain}, {}, ("x > 0",))
    assert verify(Problem("개수를 구하시오.", model, Answer(("1",)))).verdict in ("refuted", "undecided")


def test_a_die_with_listed_faces() -> None:
    faces = {"a": "{1, 1/2, 3}", "b": "{1, 1/2, 3}"}
    cases = list(product((Fraction(1), Fraction(1, 2), Fraction(3)), repeat=2))
    expected = Fraction(sum(a + b > 2 for a, b in cases), len(cases))
    model = Model(Ask("probability", event=("a + b > 2",)), faces)
    assert verify(Problem("확률을 구하시오.", model, Answer((str(expected),)))).check("answer").outcome == "passed"


def test_too_many_rows_are_undecided() -> None:
    assert (
        certified({"a": "1..99", "b": "1..99"}, ["a < b"], [{"a": "1", "b": "2"}]).check("answer").outcome
        == "undecided"
    )


COMPLEX = [
    "x^2+1",
    "x^2-2*x+5",
    "x^2+x+1",
    "x^3-1",
    "x^4-1",
    "x^4+5*x^2+4",
    "x^3-x^2+4*x-4",
    "2*x^2-3",
    "x^2+3",
    "3*x-7",
]


@pytest.mark.parametrize("text", COMPLEX)
def test_complex_zeros(text: str) -> None:
    x = sympy.Symbol("x")
    roots = sympy.roots(sympy.Poly(text.replace("^", "**"), x))
    values = [str(sympy.nsimplify(root)).replace("**", "^").replace("I", "i") for root in roots]
    symbols = {"x": "complex"}
    assert outcomes(certified(symbols, [f"{text} = 0"], values)) == ("passed",) * 3
    assert certified(symbols, [f"{text} = 0"], [*values, "7+2i"]).check("answer").outcome == "failed"
    if len(values) > 1:
        assert certified(symbols, [f"{text} = 0"], values[1:]).check("unique").outcome == "failed"
    assert certified(symbols, [f"{text} = 0"], []).check("answer").outcome == "failed"


def test_complex_zeros_of_denominators_do_not_count() -> None:
    assert outcomes(certified({"x": "complex"}, ["(x^2+1)/(x-i) = 0"], ["-i"]))[0] != "passed"  # i among coefficients
    assert (
        outcomes(certified({"x": "complex"}, ["(x^3-1)/(x-1) = 0"], ["(-1+sqrt(3)*i)/2", "(-1-sqrt(3)*i)/2"]))[0]
        == "passed"
    )
    assert certified({"x": "complex"}, ["(x^3-1)/(x-1) = 0"], ["1"]).check("answer").outcome == "failed"
    assert certified({"x": "complex"}, ["x^5 - x + 1 = 0"], []).check("answer").outcome == "undecided"
    assert certified({"x": "complex"}, ["x > 1"], ["2"]).check("answer").outcome == "undecided"


VALUES: list[tuple[dict[str, str], list[str], str, str]] = [
    ({"x": "real", "y": "real"}, ["x+y=5", "x*y=6"], "x^2+y^2", "13"),
    ({"a": "real"}, ["a^2 - 36 = 0", "a > 0"], "a", "6"),
    ({"x_1": "real", "x_2": "real"}, ["x_1^2-5x_1+6=0", "x_2^2-5x_2+6=0", "x_1 != x_2"], "x_1+x_2", "5"),
    ({"x": "1..30"}, ["gcd(x, 12) = 12", "x > 12"], "x", "24"),
    ({"a": "1..9", "b": "0..9"}, ["10a + b = 7(a + b)", "a - b = 2"], "10a + b", "42"),
    ({"z": "complex"}, ["z^2 + z + 1 = 0"], "z^3", "1"),
    ({"z": "complex"}, ["z = 1 + 2i"], "z^2", "-3+4i"),
    ({"p": "complex", "q": "complex"}, ["p^2+5p-9=0", "q^2+5q-9=0", "p != q"], "1/p + 1/q", "5/9"),
    ({"p": "complex", "q": "complex"}, ["p^2+p+9=0", "q^2+q+9=0", "p != q"], "p^2 + q^2", "-17"),
]


@pytest.mark.parametrize("case", VALUES, ids=[f"{case[1]} {case[2]}" for case in VALUES])
def test_values_under_relations(case: tuple[dict[str, str], list[str], str, str]) -> None:
    symbols, given, of, value = case
    model = Model(Ask("value", of=of), symbols, {}, tuple(given))
    assert outcomes(verify(Problem("값을 구하시오.", model, Answer((value,))))) == ("passed",) * 3
    assert verify(Problem("값을 구하시오.", model, Answer((f"{value}+1",)))).check("answer").outcome == "failed"


def test_a_value_that_differs_between_solutions_is_refuted() -> None:
    model = Model(Ask("value", of="x"), {"x": "1..30"}, {}, ("gcd(x, 12) = 12",))
    assert verify(Problem("값을 구하시오.", model, Answer(("12",)))).check("answer").outcome == "failed"
