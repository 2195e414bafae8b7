"""Every notation that is read, each with what it means in plain infix text; and what is refused, with its place."""

from __future__ import annotations

from fractions import Fraction

import pytest

from generation.expression.errors import ParseError
from generation.expression.parser import parse
from generation.expression.render import infix
from generation.expression.tree import Call, Collection, Const, Interval, Matrix, Mul, Num, Quantity, Sym, symbols

SAME = [
    # functions
    (r"\log_2 8", "log(8, 2)"), ("log_2 8", "log(8, 2)"), ("log_2(8)", "log(8, 2)"),
    (r"\log_{2} 8", "log(8, 2)"),
    (r"\log 100", "log(100)"), (r"\ln x", "ln(x)"), (r"\log_2 3 \log_3 2", "log(3, 2)log(2, 3)"),
    (r"\log_{2} 3 \times 4", "log(3, 2)*4"), ("log_10 5", "log(5, 10)"), ("log_a b", "log(b, a)"),
    ("sin 30°", "sin(30°)"), (r"\sin 30^\circ", "sin(30°)"), (r"\sin 30^{\circ}", "sin(30°)"),
    ("sin(30도)", "sin(30°)"),
    (r"\sin 2x \cos x", "sin(2x)cos(x)"), (r"\sin^2 x + \cos^{2} x", "sin(x)^2 + cos(x)^2"),
    ("sin²x", "sin(x)^2"),
    (r"\sin\frac{\pi}{6}", "sin(pi/6)"), (r"\exp(x)", "exp(x)"), (r"\max(1, 2)", "max(1, 2)"),
    ("e^x", "e^x"),
    (r"\operatorname{lcm}(4, 6)", "lcm(4, 6)"), ("floor(2.5) + ceil(x)", "floor(2.5) + ceil(x)"),
    ("⌊2.5⌋", "floor(2.5)"),
    (r"\lceil x \rceil", "ceil(x)"), ("mod(17, 5)", "mod(17, 5)"), ("|x|", "abs(x)"),
    (r"\left|x-1\right|", "abs(x - 1)"),
    (r"\lvert x \rvert y", "abs(x)y"), ("||x| - 1|", "abs(abs(x) - 1)"),
    ("|x||y|", "abs(x)*abs(y)".replace("*", " ")),
    # roots and powers
    (r"\sqrt[3]{8}", "root(8, 3)"), ("∛8", "root(8, 3)"), ("³√8", "root(8, 3)"),
    ("2 ³√8", "2root(8, 3)"),
    ("2√3", "2sqrt(3)"), ("8^(2/3)", "8^(2/3)"), (r"8^{\frac{2}{3}}", "8^(2/3)"), ("x⁻¹", "x^-1"),
    ("2ⁿ", "2^n"),
    ("2^3^2", "2^(3^2)"), (r"x^{-2}", "x^-2"),
    # selections
    ("5!", "5!"), (r"{}_{5}C_{2}", "C(5, 2)"), (r"{}_{5}\mathrm{C}_{2}", "C(5, 2)"),
    ("_nC_k", "C(n, k)"), ("₅C₂", "C(5, 2)"),
    (r"\binom{n}{k}", "C(n, k)"), (r"{}_{5}\mathrm{P}_{2}", "P(5, 2)"), ("_3H_2", "H(3, 2)"),
    (r"2{}_{n+1}C_{2}", "2C(n + 1, 2)"),
    # sums, limits, derivatives, integrals
    (r"\sum_{k=1}^{n} k^2 + 1", "sum(k^2, k, 1, n) + 1"),
    (r"\sum_{k=1}^{10} (2k+1)", "sum(2k + 1, k, 1, 10)"),
    (r"\sum_{i=1}^{n} i", "sum(i, i, 1, n)"), (r"\prod_{k=1}^{4} k", "product(k, k, 1, 4)"),
    ("∑_{k=1}^{n} k", "sum(k, k, 1, n)"),
    (r"\sum\limits_{k=1}^n 2^k", "sum(2^k, k, 1, n)"),
    (r"\sum_{n=1}^{\infty} \frac{1}{2^n}", "sum(1/2^n, n, 1, oo)"),
    (r"\lim_{x \to 1} \frac{x^2-1}{x-1}", "limit((x^2 - 1)/(x - 1), x, 1)"),
    (r"\lim_{n\to\infty} \frac{1}{n}", "limit(1/n, n, oo)"),
    (r"\lim_{x \to 1+} x", "limit(x, x, 1, 1)"), (r"\lim_{x \to 1^{+}} x", "limit(x, x, 1, 1)"),
    (r"\lim_{x \to 1^-} x", "limit(x, x, 1, -1)"), (r"\lim_{x \to 1-0} x", "limit(x, x, 1, -1)"),
    ("diff(x^2, x, 3)", "diff(x^2, x, 3)"),
    (r"\int_0^1 x^2 dx", "integrate(x^2, x, 0, 1)"), (r"\int 2x\,dx", "integrate(2x, x)"),
    (r"\int xdx", "integrate(x, x)"),
    (r"\int_{-1}^{1} (x+1)\,\mathrm{d}x", "integrate(x + 1, x, -1, 1)"),
    (r"\frac{d}{dx}(x^2+1)", "diff(x^2 + 1, x)"),
    # brackets and lists
    ("3 - [2 - {1 - (x + 1)}]", "3 - (2 - (1 - (x + 1)))"), (r"5x-\{2y-(x-y)\}", "5x - (2y - (x - y))"),
    ("x = 2 또는 x = 3", "x = 2 or x = 3"), (r"x=2 \text{ 또는 } x=3", "x = 2 or x = 3"),
    ("x = 1 이고 y = 2", "x = 1 and y = 2"),
    ("해가 없다", "none"), ("해가 없습니다", "none"), ("∅", "none"), (r"\varnothing", "none"), ("모든 실수", "all"),
    ("2 또는 3", "2, 3"),
    ("(x = 1 or x = 2) and y = 3", "(x = 1 or x = 2) and y = 3"),
    (r"\begin{cases} x+y=3 \\ x-y=1 \end{cases}", "x + y = 3 and x - y = 1"),
    # numbers, letters, characters
    ("100만", "1000000"), ("3억 5000만", "350000000"), ("1만 5천", "15000"), ("1.5만", "15000"),
    ("3만 2000", "32000"),
    ("１２＋３", "12 + 3"), ("2×3÷4", "2*3 ÷ 4"), ("x≤3", "x <= 3"), ("½", "1/2"), ("3½", "3 1/2"),
    ("𝑥²", "x^2"), ("3 − 5", "3 - 5"),
    ("x₁ + x₂", "x_1 + x_2"), ("2π", "2pi"), ("50 %", "50%"), ("50퍼센트", "50%"), (r"1{,}500", "1500"),
    (r"2\frac{1}{3}", "2 1/3"),
    ("θ + α", r"\theta + \alpha"), (r"2\pi r", "2pi r"), (r"\mathrm{A} + 1", "A + 1"),
    (r"x \leq 3", "x <= 3"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "meaning"), SAME, ids=[text for text, _ in SAME])
def test_notation_means(text: str, meaning: str) -> None:
    assert parse(text) == parse(meaning)


DECIMALS = [
    (r"0.\dot{3}", Fraction(1, 3)), (r"0.\overline{12}", Fraction(12, 99)),
    (r"0.1\dot{2}3\dot{4}", Fraction(1233, 9990)),
    ("0.3̇", Fraction(1, 3)), ("0.1̇23̇", Fraction(123, 999)), (r"1.\dot2", Fraction(11, 9)),
    (r"0.1\overline{6}", Fraction(1, 6)),
    (r"0.\dot{9}", Fraction(1)), ("0.1̅2̅", Fraction(12, 99)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "value"), DECIMALS)
def test_repeating_decimals(text: str, value: Fraction) -> None:
    tree = parse(text)
    assert isinstance(tree, Num)
    assert tree.value == value
    assert tree.repeating


AMOUNTS = [
    ("24 cm^2", "24", "cm^2"), ("24cm²", "24", "cm^2"), (r"24\text{cm}^2", "24", "cm^2"),
    (r"24\,\mathrm{cm}^{2}", "24", "cm^2"),
    ("24π cm^2", "24pi", "cm^2"), ("24㎠", "24", "cm^2"), ("1500원", "1500", "원"),
    ("1,500원", "1500", "원"), ("3만원", "30000", "원"),
    ("5 km/h", "5", "km/h"), (r"5\text{km/h}", "5", "km/h"), ("3 hours", "3", "hour"),
    ("2.5kg", "2.5", "kg"), ("1/2 kg", "1/2", "kg"),
    ("3개", "3", "개"), ("5 권", "5", "권"), ("20℃", "20", "℃"), ("3제곱미터", "3", "m^2"),
    ("700원/개", "700", "원/개"), ('3 "h"', "3", "h"),
    (r"2\sqrt{3} cm", "2sqrt(3)", "cm"), ("2x cm", "2x", "cm"), ("2 1/2 kg", "2 1/2", "kg"),
    (r"3\text{m}", "3", "m"), ("12명", "12", "명"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "number", "unit"), AMOUNTS)
def test_amounts(text: str, number: str, unit: str) -> None:
    assert parse(text) == Quantity(parse(number), unit)  # type: ignore[arg-type]


def test_amounts_in_two_units_are_sums() -> None:
    assert parse("3시간 20분") == parse("3시간 + 20분") == parse("3시간20분")
    assert parse("2 × 3시간 20분") == parse("2*(3시간 + 20분)")
    assert parse("1m 20cm", frozenset({"x"})) == parse('1 "m" + 20 cm')
    with pytest.raises(ParseError):
        parse("20분 3시간")


VARIABLES = [
    ("3m = 2 + 2m", {"m"}), ("3m = 2 + 2m", set()), ("3m", set()), ("2km + k", set()),
    ("5cm", {"c", "m"}), ("4g", {"g"}),
    ("2h", set()), ("3abc", set()), ("60t", {"t"}), ("limit((3h + h^2)/h, h, 0)", {"x"}),
    ("7s + s", {"x"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), VARIABLES)
def test_a_variable_is_never_taken_for_a_unit(text: str, names: set[str]) -> None:
    tree = parse(text, frozenset(names))
    assert not any(word in infix(tree) for word in ('"', " cm"))
    assert symbols(tree) or "limit" in text


def test_a_declared_variable_wins() -> None:
    assert parse("i", frozenset({"i"})) == Sym("i")
    assert parse("i") == Const("i")
    assert parse("e^2", frozenset({"e"})) != parse("e^2")
    assert parse("3m", frozenset({"x"})) == Quantity(Num(Fraction(3)), "m")
    assert parse("c1 + x2", frozenset({"c1", "x2"})) == parse("c_1 + x_2", frozenset()) or symbols(
        parse("c1 + x2", frozenset({"c1", "x2"}))
    ) == {"c1", "x2"}
    assert parse("C(x)", frozenset({"C"})) == Mul(Sym("C"), Sym("x"), implicit=True)
    assert parse("C(5, 2)", frozenset({"C"})) == Call("C", (Num(Fraction(5)), Num(Fraction(2))))


def test_subscripts() -> None:
    assert parse("a_{ij} + a_{12}") == parse(r"a_{ij} + a_{12}\,") != parse("a_ij + a_12")
    assert symbols(parse("a_{ij} + a_{12} + x_1")) == {"a_ij", "a_12", "x_1"}


def test_intervals_sets_tuples_matrices() -> None:
    one, three = Num(Fraction(1)), Num(Fraction(3))
    assert parse("(1, 3]") == Interval(one, three, low_closed=False, high_closed=True)
    assert parse("[1, oo)") == Interval(one, Const("oo"), low_closed=True, high_closed=False)
    assert parse("(1, oo)") == Interval(one, Const("oo"), low_closed=False, high_closed=False)
    assert parse("[1, 3]") == Interval(one, three, low_closed=True, high_closed=True)
    assert parse("(1, 3)") == Collection("tuple", (one, three))
    assert parse("{1, 3}") == parse(r"\{1, 3\}") == Collection("set", (one, three))
    assert parse("[[1, 3], [3, 1]]") == Matrix(((one, three), (three, one)))
    assert parse(r"\begin{pmatrix} 1 & 3 \\ 3 & 1 \end{pmatrix}") == Matrix(((one, three), (three, one)))
    assert parse("{}") == Collection("set", ())


REFUSED = [
    ("2 ♥ 3", 2), ("x + ？?", 4), (r"1 + \foo{2}", 4), ("3만큼", 1), ("0.3̇4", 4), ("[x]", 0),
    ("[1]*9", 0), (r"\sin^{-1} x", 4),
    (r"\sin x / 2", 7), (r"\log_12 8", 5), ("|a|b|c|", 0), (r"\frac{dy}{dx}", 0),
    (r"\frac{d^2y}{dx^2}", 0), ("6 ÷ 2(1+2)", 2), ("1/2 3", 4),
    ("sum(k, 3, 1, 2)", 0), ("limit(x, x, 0, 2)", 0), ("integrate(x, x, 1)", 0), ("[[1, 2], [3]]", 1),
    ("3cm 2", 4), ("1\u200b2", 1),
    ("theta + 1", 0), ("약 3", 0), ("2x=6에서 x", 4), (r"\text{hello}", 0), ("x = {2, 3}", 4), ("C(5)", 0),
    ("sqrt 2", 0), ("3 : 2", 2),
    (r"\log(x+1)^2", 9), ("x^2^", 4),
]  # fmt: skip


@pytest.mark.parametrize(("text", "offset"), REFUSED, ids=[text for text, _ in REFUSED])
def test_everything_else_is_refused_with_its_place(text: str, offset: int) -> None:
    with pytest.raises(ParseError) as refused:
        parse(text)
    assert refused.value.offset == offset
