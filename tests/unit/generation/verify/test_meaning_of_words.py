"""What words name: formulas, functions, comparisons and units, by tables of sentences."""

from __future__ import annotations

import re

import pytest

from generation.expression.exact import exact
from generation.expression.parser import parse, parse_expression
from generation.problem import Answer, Ask, Language, Model, Problem
from generation.verify.text.events import turned_event
from generation.verify.text.figures import named_formula
from generation.verify.text.formula_row import Row
from generation.verify.text.formula_rows import ROWS
from generation.verify.text.functions import exchanged_functions
from generation.verify.text.gaps import gaps
from generation.verify.text.units import asked_unit, needed_unit
from generation.verify.verifier import verify

FORMULAS = (
    ("두 대각선의 길이가 $6$ cm, $10$ cm인 마름모의 넓이를 구하시오.", "30"),
    ("The diagonals of a rhombus are $6$ cm and $10$ cm long. Find its area.", "30"),
    ("한 밑각의 크기가 $35^\\circ$인 이등변삼각형의 꼭지각의 크기를 구하시오.", "110"),
    ("The apex angle of an isosceles triangle is $98^\\circ$. Find each base angle in degrees.", "41"),
    ("반지름의 길이가 $5$ cm인 원의 중심에서 현까지의 거리가 $3$ cm일 때, 이 현의 길이를 구하시오.", "8"),
    ("A point is $13$ cm away from the centre of a circle with radius $12$ cm. "
     "Find the length of a tangent from it.", "5"),
    ("닮음비가 $2:3$인 두 삼각형이 있다. 작은 삼각형의 넓이가 $8$ cm²일 때, 큰 삼각형의 넓이를 구하시오.", "18"),
    ("Two similar solids have lengths in the ratio $1:2$. The volume of the smaller one is $2$ cm³. "
     "Find the volume of the larger one.", "16"),
    ("$13$각기둥의 모서리의 개수를 구하시오.", "39"),
    ("Find the area of the triangle with vertices $(0, 0)$, $(4, 0)$ and $(0, -3)$.", "6"),
    ("두 변의 길이가 $4$ cm, $6$ cm이고 그 끼인각의 크기가 $30^\\circ$인 삼각형의 넓이를 구하시오.", "6"),
    ("도수의 총합이 $50$인 도수분포표에서 상대도수가 $0.12$인 계급의 도수를 구하시오.", "6"),
    ("The total frequency is $25$. Find the relative frequency of a class with frequency $8$.", "8/25"),
    ("A class with frequency $12$ has the relative frequency $0.2$. Find the total frequency.", "60"),
    ("모분산이 $84$인 모집단에서 크기가 $7$인 표본을 임의추출할 때, 표본평균의 분산을 구하시오.", "12"),
    ("A sample of size $16$ is drawn from a population with standard deviation $4$. "
     "Find the standard deviation of the sample mean.", "1"),
    ("확률변수 $X$가 이항분포 $\\mathrm{B}(400, \\frac{1}{4})$를 따를 때, $X$의 평균을 구하시오.", "100"),
    ("첫째항이 $1$, 공차가 $4$인 등차수열의 제$28$항을 구하시오.", "109"),
    ("Find the sum of the first $7$ terms of the geometric sequence with first term $3$ and common ratio $-2$.", "129"),
    ("How many subsets does a set of $7$ elements have?", "128"),
    ("집합 $X$의 원소의 개수가 $2$, 집합 $Y$의 원소의 개수가 $5$일 때, $X$에서 $Y$로의 함수의 개수를 구하시오.", "25"),
    ("$6$명의 학생 중에서 $2$명을 뽑아 일렬로 세우는 경우의 수를 구하시오.", "30"),
    ("서로 다른 $5$종류의 음료수 중에서 중복을 허락하여 $2$개를 택하는 경우의 수를 구하시오.", "15"),
    ("In how many ways can two representatives be chosen from $15$ students?", "105"),
    ("A bag holds $3$ white and $6$ black balls. Two balls are drawn at once. "
     "Find the probability that both are white.", "1/12"),
    ("반지름의 길이가 $2$이고 중심각의 크기가 $\\frac{5}{4}\\pi$인 부채꼴의 넓이를 구하시오.", "5/2pi"),
    ("Find the arc length of a sector with radius $6$ and central angle $\\frac{\\pi}{3}$.", "2pi"),
    ("확률변수 $X$의 분산이 $6$일 때, 확률변수 $-5X-6$의 분산을 구하시오.", "150"),
    ("The mean of a random variable $X$ is $2$. Find the mean of $2X+9$.", "13"),
    ("A random variable $X$ takes the values $0$, $3$ and $7$ with the probabilities $\\frac{1}{2}$, $\\frac{1}{8}$ "
     "and $\\frac{3}{8}$. Find $\\mathrm{E}(X)$.", "3"),
    ("집에서 학교까지 가는 길이 $5$가지, 학교에서 도서관까지 가는 길이 $7$가지일 때, "
     "집에서 학교를 거쳐 도서관까지 가는 경우의 수를 구하시오.", "35"),
    ("두 점 $\\mathrm{A}(5, 3)$, $\\mathrm{B}(-3, -3)$ 사이의 거리를 구하시오.", "10"),
    ("두 수 $42$, $60$의 최대공약수를 구하시오.", "6"),
    ("직각을 낀 두 변의 길이가 각각 $5$, $12$인 직각삼각형의 빗변의 길이를 구하시오.", "13"),
    ("A right triangle has hypotenuse $29$ and one leg $21$. Find the other leg.", "20"),
    ("In the triangle $\\mathrm{ABC}$, $\\overline{\\mathrm{AB}}=2$, $\\overline{\\mathrm{AC}}=6$ and "
     "$\\angle\\mathrm{A}=120^\\circ$. Find the length of $\\overline{\\mathrm{BC}}$.", "2sqrt(13)"),
    ("두 사건 $A$, $B$가 서로 독립이고 $\\mathrm{P}(A)=\\frac{1}{6}$, $\\mathrm{P}(B)=\\frac{1}{3}$일 때, "
     "$\\mathrm{P}(A\\cup B)$의 값을 구하시오.", "4/9"),
    ("For two events $A$ and $B$, $\\mathrm{P}(A)=\\frac{1}{2}$, $\\mathrm{P}(B)=\\frac{2}{5}$ and "
     "$\\mathrm{P}(A\\cap B)=\\frac{1}{5}$. Find $\\mathrm{P}(A|B)$.", "1/2"),
    ("$n(A)=9$, $n(B)=7$, $n(A\\cup B)=12$일 때, $n(A\\cap B)$의 값을 구하시오.", "4"),
    ("저금통에 $50$원짜리 동전과 $500$원짜리 동전이 합하여 $26$개 들어 있고, 그 금액은 모두 $7150$원이다. "
     "$50$원짜리 동전의 개수를 구하시오.", "13"),
    ("학생들에게 공책을 한 명에게 $8$권씩 나누어 주면 $18$권이 남고, $10$권씩 나누어 주면 $24$권이 모자란다. "
     "학생 수를 구하시오.", "21"),
    ("The point $(a, b)$ divides the segment from $\\mathrm{A}(3, -5)$ to $\\mathrm{B}(-2, -15)$ internally "
     "in the ratio $4:1$. Find $a+b$.", "-14"),
    ("$y$는 $x$에 반비례하고, $x=-8$일 때 $y=-3$이다. $x=-3$일 때 $y$의 값을 구하시오.", "-8"),
    ("Find the equation of the circle with centre $(-4, 1)$ and radius $3$.", "(x + 4)^2 + (y - 1)^2 - 9"),
    ("$1$부터 $66$까지의 자연수 중에서 $4$의 배수 또는 $3$의 배수의 개수를 구하시오.", "33"),
)  # fmt: skip


@pytest.mark.parametrize(("statement", "value"), FORMULAS)
def test_words_name_a_formula(statement: str, value: str) -> None:
    named = named_formula(statement)
    assert named is not None
    assert exact(named.formula).equals(exact(parse_expression(value)))


@pytest.mark.parametrize(
    "statement",
    [
        "반지름의 길이가 $5$ cm인 원의 넓이의 $3$배를 구하시오.",
        "Find the area of a circle with radius $5$ cm and one with radius $7$ cm.",
        "학생 $10$명 중에서 특정한 한 명을 포함하여 $3$명을 뽑는 경우의 수를 구하시오. ($7$명은 여학생)",
        "How many subsets of a set of $5$ elements contain a given element?",
        "집합 $X$의 원소의 개수가 $2$, 집합 $Y$의 원소의 개수가 $5$이다. $f(1)=2$인 $Y$로의 함수의 개수는?",
        "$2x+3=7$을 푸시오.",
        "집에서 학교를 거쳐 도서관까지 가는 길이 $5$가지, $7$가지일 때, 왕복하는 경우의 수를 구하시오.",
        "$5$명의 학생을 특정한 두 명이 이웃하도록 한 줄로 세우는 경우의 수를 구하시오.",
        "반지름의 길이가 $3$인 원의 넓이를 구하시오. (단, 원주율은 $\\pi$로 한다.)",
    ],
)
def test_words_that_say_more_name_no_formula(statement: str) -> None:
    assert named_formula(statement) is None


FUNCTIONS = (
    ("$12$와 $16$의 최대공약수를 구하시오.", "gcd(12, 16)", "lcm(12, 16)"),
    ("Find the least common multiple of $4$ and $6$.", "lcm(4, 6)", "gcd(4, 6)"),
    ("$12$ pencils and $16$ erasers are shared equally, with nothing left over, among as many students as possible.",
     "gcd(12, 16)", "lcm(12, 16)"),
    ("두 버스가 동시에 출발한 후, 다시 동시에 출발하는 것은 몇 분 후인지 구하시오.", "lcm(10, 25)", "gcd(10, 25)"),
    ("다음 자료의 중앙값을 구하시오.", "median(1, 2, 6)", "mean(1, 2, 6)"),
    ("Find the standard deviation of the data.", "sqrt(variance(1, 3, 5))", "variance(1, 3, 5)"),
    ("다음 중 가장 큰 수를 구하시오.", "max(1, 2)", "min(1, 2)"),
    ("$6$명 중에서 $2$명을 뽑아 일렬로 세우는 경우의 수를 구하시오.", "P(6, 2)", "C(6, 2)"),
    ("$6$명 중에서 $2$명을 뽑아 일렬로 세우는 경우의 수를 구하시오.", "C(6, 2)*2!", "H(6, 2)"),
    ("In how many ways can two representatives be chosen?", "C(6, 2)", "P(6, 2)"),
    ("중복을 허락하여 $6$개를 택하는 경우의 수를 구하시오.", "H(5, 6)", "C(5, 6)"),
)  # fmt: skip


@pytest.mark.parametrize(("words", "right", "wrong"), FUNCTIONS)
def test_words_name_a_function(words: str, right: str, wrong: str) -> None:
    assert exchanged_functions(words, [parse_expression(right)]) == []
    assert [found.is_sure for found in exchanged_functions(words, [parse_expression(wrong)])] == [True]


def test_two_named_functions_leave_a_doubt() -> None:
    (found,) = exchanged_functions("평균이 $5$인 자료의 분산을 구하시오.", [parse_expression("mean(1, 2, 3)")])
    assert not found.is_sure


EVENTS = (
    ("눈의 수의 합이 $7$ 이상일 확률을 구하시오.", "x + y >= 7", "x + y < 7"),
    ("눈의 수의 합이 $7$ 이상일 확률을 구하시오.", "7 <= x + y", "7 > x + y"),
    ("Find the probability that the sum is less than $7$.", "x + y < 7", "x + y >= 7"),
    ("Find the probability of at least one head.", "x + y > 0", "x + y <= 0"),
    ("Two different dice are thrown. Find the probability that the sum is $7$.", "x + y = 7", "x + y != 7"),
    ("두 개의 주사위를 던질 때, 눈의 수의 합이 6일 확률을 구하시오.", "x + y = 6", "x + y = 2"),
    ("Two dice are thrown. Find the probability that the sum is 6.", "x + y = 6", "x + y = 2"),
    ("Two dice are thrown. In how many ways is the sum 1?", "x + y = 1", "x + y = 2"),
    ("합이 $7$이 아닐 확률을 구하시오.", "x + y != 7", "x + y < 7"),
)


@pytest.mark.parametrize(("words", "right", "wrong"), EVENTS)
def test_words_compare(words: str, right: str, wrong: str) -> None:
    names = frozenset({"x", "y"})
    assert turned_event(words, [parse(right, names)]) is None
    assert turned_event(words, [parse(wrong, names)]) is not None


@pytest.mark.parametrize(
    ("whole", "torn"),
    [
        ("Find the volume of a cylinder with base radius $6$ cm and height $3$ cm.", "$3$"),
        ("반지름의 길이가 $4$ cm인 원의 둘레를 구하시오.", "$4$"),
        ("$1$부터 $21$까지의 자연수 중에서 $3$의 배수의 개수를 구하시오.", "$1$"),
        ("원 $x^2+y^2=2$를 $x$축의 방향으로 $3$만큼 평행이동한 원의 방정식을 구하시오.", "$x^2+y^2=2$"),
        ("눈의 수의 합이 $6$인 경우의 수를 구하시오.", "$6$"),
        ("남학생 $2$명과 여학생 $2$명을 뽑는 경우의 수를 구하시오.", "$2$"),
        ("두 그래프의 교점의 좌표가 $(4, 4)$일 때, $a+b$의 값을 구하시오.", "$a+b$"),
        ("In the triangle $ABC$, $a=3$, $b=2$. Find $c$.", "$a=3$"),
        ("다음 중 가장 큰 수를 구하시오. $1, 2, 3$", "$1, 2, 3$"),
        ("Find the maximum of $f(x)=3^x-1$ for $0\\le x\\le 3$.", "$0\\le x\\le 3$"),
        ("$-2\\le x\\le 3$일 때, 이차함수 $y=x^2-2x-6$의 최댓값을 구하시오.", "$-2\\le x\\le 3$"),
        ("첫째항이 $3$, 공차가 $4$인 등차수열의 첫째항부터 제$11$항까지의 합을 구하시오.", "$11$"),
        ("평행이동한 점의 좌표가 $(-1, 6)$일 때, $a+b$의 값을 구하시오.", "$(-1, 6)$"),
    ],
)
def test_a_formula_that_fell_out_leaves_a_gap(whole: str, torn: str) -> None:
    assert gaps(whole) == []
    assert gaps(whole.replace(torn, "", 1)) != []


@pytest.mark.parametrize(
    "statement",
    [
        "몇 cm인지 구하시오.",
        "갑, 을 두 사람이 제비를 한 개씩 뽑는다.",
        "She finishes 3 episodes and has 10 left.",
        "다음 방정식을 푸시오. $x=2$",
        "의자가 세 개 있다.",
    ],
)
def test_whole_sentences_have_no_gap(statement: str) -> None:
    assert gaps(statement) == []


UNITS = (
    ("반지름의 길이가 $5$ cm인 원의 넓이를 구하시오.", "cm^2", True),
    ("A rectangle is $3$ cm longer than it is wide, and its area is $28 \\text{ cm}^2$. Find its width.", "cm", True),
    ("A round trip takes $6$ hours in all, at $30$ km/h. Find the distance one way.", "km", True),
    ("작은 원뿔의 부피가 $54$ cm³일 때, 큰 원뿔의 부피를 구하시오.", "cm^3", True),
    ("나무에서 $20$ m 떨어져 있다. 이 나무의 높이는 몇 m인지 구하시오.", "m", False),
    ("A square has a side of $3$ cm. What is its area in square centimetres?", "cm^2", False),
)


@pytest.mark.parametrize(("statement", "unit", "needed"), UNITS)
def test_words_ask_for_a_unit(statement: str, unit: str, needed: bool) -> None:
    asked, needs = asked_unit(statement), needed_unit(statement)
    assert asked is not None
    assert asked.name == unit
    assert (needs is not None) == needed


def _item(statement: str, of: str, key: str, unit: str | None, standard: str | None, language: Language) -> Problem:
    return Problem(statement, Model(Ask("value", of=of)), Answer((key,), unit), language, standard=standard)


def test_a_key_without_its_unit_is_refused_under_a_standard_only() -> None:
    statement = "반지름의 길이가 $5$ cm인 원의 넓이를 구하시오."
    assert verify(_item(statement, "pi*5^2", "25pi", "cm^2", "[9수03-06]", "ko")).verdict == "corroborated"
    assert verify(_item(statement, "pi*5^2", "25pi", None, "[9수03-06]", "ko")).verdict == "refuted"
    assert verify(_item(statement, "pi*5^2", "25pi", None, None, "ko")).verdict == "corroborated"


def test_coins_are_not_counted_in_won() -> None:
    statement = "$100$원짜리 동전이 $12$개, $500$원짜리 동전이 $3$개 있다. 동전의 개수를 구하시오."
    wrong = verify(_item(statement, "12 + 3", "15", "원", None, "ko"))
    assert any(check.name == "unit" and check.outcome == "failed" for check in wrong.checks)


def test_a_number_of_things_is_not_measured_in_degrees() -> None:
    statement = "한 내각의 크기가 $160^\\circ$인 정다각형의 변의 개수를 구하시오."
    wrong = verify(_item(statement, "360/(180 - 160)", "18", "도", None, "ko"))
    assert any(check.name == "unit" and check.outcome == "failed" for check in wrong.checks)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.figure[:30]}: {row.formula}")
def test_rows_are_found_by_plain_words(row: Row) -> None:
    assert all(re.fullmatch(r"[a-z가-힣0-9 (,'%-]+", word) for word in row.words)
