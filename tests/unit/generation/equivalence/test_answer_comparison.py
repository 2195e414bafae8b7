"""Answers compared in three values, each pair with its expected verdict, both ways round."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import mpmath
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generation.equivalence.answers import Verdict, compare, compare_nodes
from generation.expression.parser import parse
from generation.expression.tree import Expr, Node, symbols
from tests.unit.generation.equivalence.by_mpmath import value

TABLE_FILE = Path(__file__).parent / "pairs.tsv"

EQUAL = [
    ("2, 3", "3, 2"),
    ("x=3, x=2", "2 or 3"),
    ("x = 2 또는 x = 3", "{3, 2}"),
    ("x=2,3", "2,3"),
    ("x=±2", "2, -2"),
    ("1/2", "0.5"),
    ("50%", "1/2"),
    ("2 1/2", "5/2"),
    ("sqrt(8)", "2sqrt(2)"),
    ("\\frac{\\sqrt{2}}{2}", "1/sqrt(2)"),
    ("$\\frac{-3\\pm\\sqrt{5}}{2}$", "x^2+3x+1=0"),
    ("(x-2)(x-3)", "x^2-5x+6"),
    ("x^2/x", "x"),
    ("2pi", "pi*2"),
    ("x=1, y=2", "(1, 2)"),
    ("x=1, y=2", "y=2, x=1"),
    ("(1,2), (2,1)", "x=1 and y=2 or x=2 and y=1"),
    ("2<x<3", "3>x>2"),
    ("x>2 and x<3", "2<x<3"),
    ("x<2 or x>3", "(x-2)(x-3)>0"),
    ("all", "x=x"),
    ("none", "{}"),
    ("해가 없다", "x^2+1=0"),
    ("y=2x+1", "2x-y+1=0"),
    ("y=2x+1", "x=(y-1)/2"),
    ("y=2x+1", "2x+1"),
    ("3개", "3 개"),
    ("x > 2", "2x - 4 > 0"),
    ("3x>=6", "x>=2"),
    ("x=2", "2"),
    ("t = 2", "2"),
    ("２，３", "2, 3"),
    ("½", "0.5"),
    ("x != 1", "x<1 or x>1"),
    ("root(8, 3)", "2"),
    ("|-3|", "3"),
    ("a^2a^3", "a^5"),
    ("2/3", "4/6"),
    ("root(2,3)", "root(16,3)/2"),
    ("log(8,2)", "3"),
    ("1500원", "1,500원"),
    ("$3$cm", "30mm"),
    ("2시간 30분", "150분"),
    ("1.5 cm^2", "150 mm²"),
    ("3만원", "30000원"),
]
DIFFERENT = [
    ("50", "50%"),
    ("{2,3}", "(2,3)"),
    ("(2,3)", "(3,2)"),
    ("2, 3", "2"),
    ("x=2", "y=2"),
    ("x>=2", "x>2"),
    ("3", "-3"),
    ("pi", "3.14"),
    ("1/3", "0.33"),
    ("3cm", "3m"),
    ("3cm", "300m"),
    ("24cm²", "24cm³"),
    ("1500원", "1500개"),
    ("2시간 30분", "2.3시간"),
    ("(x-2)(x-3)", "x=2 or x=3"),
    ("y=2x+1", "y=2x+2"),
    ("all", "x>2"),
    ("none", "0"),
    ("x<2 or x>3", "2<x<3"),
    ("sqrt(2)", "1.41421356237309504880"),
    ("root(2,3)", "1.26"),
    ("x=1, y=2", "x=2, y=1"),
    ("x=1, y=2", "x=1, z=2"),
    ("2x", "2y"),
    ("x^2", "x^3"),
    ("2", "x>2"),
    ("a+b", "ab"),
    ("y<2x", "y>2x"),
    ("(1,2)", "(1,2,3)"),
    ("sqrt(5)", "sqrt(2)+sqrt(3)"),
    ("-1, 1", "1"),
    ("2^3", "6"),
    ("x y z w q r s", "1"),
]
UNDECIDED = [
    ("9**9**9", "9"),
    ("1/0", "1/0"),
    ("3개", "3"),
    ("3개", "3명"),
    ("", ""),
    ("약 3", "3"),
    ("(2,3)", "2, 3"),
    ("x<2, x>3", "x<2 or x>3"),
    ("2=3=", "1"),
    ("x^5-x-1=0", "x=1.167"),
    ("(" * 3000, "1"),
]
TABLE: list[tuple[str, str, Verdict]] = [
    *((a, b, "equal") for a, b in EQUAL),
    *((a, b, "different") for a, b in DIFFERENT),
    *((a, b, "undecided") for a, b in UNDECIDED),
]


@pytest.mark.parametrize(("a", "b", "verdict"), TABLE, ids=[f"{a[:40]} | {b[:40]}" for a, b, _ in TABLE])
def test_pairs_have_their_verdict_both_ways(a: str, b: str, verdict: Verdict) -> None:
    assert compare(a, b) == verdict
    assert compare(b, a) == verdict


PAIRS = [tuple(line.split("\t")) for line in TABLE_FILE.read_text(encoding="utf-8").splitlines()[1:]]


VALUES = [pair[1:] for pair in PAIRS if pair[0] in ("number", "expression") and isinstance(parse(pair[1]), Expr)]


@pytest.mark.parametrize(("kind", "a", "b", "verdict"), PAIRS, ids=[f"{a[:40]} | {b[:40]}" for _, a, b, _ in PAIRS])
def test_pairs_of_every_kind_have_their_verdict(kind: str, a: str, b: str, verdict: Verdict) -> None:
    assert {compare(a, b), compare(b, a)} == {verdict}, kind


@pytest.mark.parametrize(("a", "b", "verdict"), VALUES)
def test_verdicts_on_numbers_are_those_of_another_library(a: str, b: str, verdict: Verdict) -> None:
    """Equal values agree to 30 digits wherever mpmath has them, different ones differ somewhere."""
    first, second = parse(a), parse(b)
    assert isinstance(first, Expr)
    assert isinstance(second, Expr)
    names = sorted(symbols(first) | symbols(second))
    apart = []
    for shift in range(4):
        point = {name: Fraction((-1) ** shift * (7 * k + 3 + 5 * shift), 4 + shift) for k, name in enumerate(names)}
        try:
            x, y = value(first, point), value(second, point)
        except (ValueError, ZeroDivisionError, NotImplementedError):
            continue
        apart.append(abs(x - y) > mpmath.mpf(10) ** -30 * (1 + abs(x)))
    if apart and verdict != "undecided":
        assert any(apart) == (verdict == "different")


def test_the_table_is_large_and_has_every_kind() -> None:
    assert len(PAIRS) >= 300
    assert {pair[0] for pair in PAIRS} >= {
        "number", "expression", "equation", "inequality", "set", "interval", "tuple", "matrix", "unit", "form"
    }  # fmt: skip


NUMBERS = st.builds(Fraction, st.integers(-30, 30), st.integers(1, 12))


def _text(value: Fraction) -> str:
    return str(value)


@settings(max_examples=300, deadline=None)
@given(st.lists(NUMBERS, max_size=4), st.lists(NUMBERS, max_size=4), st.randoms(use_true_random=False))
def test_lists_of_numbers_are_equal_exactly_when_they_are_the_same_sets(
    a: list[Fraction], b: list[Fraction], rng: object
) -> None:
    first = "{" + ", ".join(map(_text, a)) + "}"
    second = " or ".join(f"x = {_text(value)}" for value in reversed(b)) if b else "none"
    assert compare(first, second) == ("equal" if set(a) == set(b) else "different")


@settings(max_examples=300, deadline=None)
@given(NUMBERS, NUMBERS, NUMBERS, st.sampled_from(["<", "<=", ">", ">=", "="]))
def test_linear_relations_are_equal_when_both_sides_are_multiplied(
    a: Fraction, b: Fraction, k: Fraction, op: str
) -> None:
    flipped = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "="}
    first = f"({a})x + ({b}) {op} 0"
    second = f"({k * a})x + ({k * b}) {op if k > 0 else flipped[op]} 0"
    if k:
        assert compare(first, second) == "equal"


@settings(max_examples=300, deadline=None)
@given(st.lists(st.integers(-6, 6), min_size=1, max_size=4), NUMBERS.filter(bool))
def test_a_product_equation_is_the_list_of_its_roots(roots: list[int], factor: Fraction) -> None:
    product = "*".join(f"(x-({root}))" for root in roots)
    assert compare(f"({factor})*{product} = 0", ", ".join(map(str, roots))) == "equal"


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=40), st.text(max_size=40))
def test_any_text_has_a_verdict(a: str, b: str) -> None:
    assert compare(a, b) in ("equal", "different", "undecided")
    assert compare(a, b) == compare(b, a)


def test_trees_are_compared_like_texts() -> None:
    nodes: list[Node] = [parse("x = 2 or x = 3"), parse("3, 2")]
    assert compare_nodes(*nodes) == "equal"


_SURDS = st.builds(lambda a, b, m: f"({a}+{b}sqrt({m}))", st.integers(1, 6), st.integers(1, 4), st.integers(2, 7))


@settings(max_examples=40, deadline=None)
@given(_SURDS, _SURDS, st.sampled_from([2, 3, 4]))
def test_the_same_number_written_otherwise_is_never_different(u: str, v: str, n: int) -> None:
    same = [
        (f"root({u},{n})*root({v},{n})", f"root({u}*{v},{n})"),
        (f"ln({u}) + ln({v})", f"ln({u}*{v})"),
        (f"sqrt({u})/sqrt({v})", f"sqrt({u}*{v})/{v}"),
        (f"sqrt({u}) + sqrt({v})", f"sqrt({u} + {v} + 2sqrt({u}*{v}))"),
        (f"log({u}, {v})", f"1/log({v}, {u})"),
    ]
    for a, b in same:
        assert compare(a, b) != "different", (a, b)
        assert compare(f"x = {a}", f"{{{b}}}") != "different", (a, b)
        assert compare(f"x < {a}", f"x < {b}") != "different", (a, b)
