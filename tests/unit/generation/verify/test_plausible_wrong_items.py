"""Items whose model and key agree on something else than the words say, as a hurried author writes them.

Each stands beside its right twin, which is released.
"""

from __future__ import annotations

import pytest

from generation.problem import Answer, Ask, Language, Model, Problem
from generation.verify.text.gaps import gaps
from generation.verify.verifier import verify

RELEASED = ("proved", "corroborated")
COINS = {"a": "0..1", "b": "0..1", "c": "0..1"}
DICE = {"x": "1..6", "y": "1..6"}


def _value(of: str, key: str, *given: str, **symbols: str) -> tuple[Model, str]:
    return Model(Ask("value", of=of), symbols, {}, given), key


def _count(key: str, given: str, symbols: dict[str, str]) -> tuple[Model, str]:
    return Model(Ask("count", tuple(symbols)), symbols, {}, (given,)), key


def _chance(key: str, event: str, symbols: dict[str, str]) -> tuple[Model, str]:
    return Model(Ask("probability", event=(event,)), symbols), key


def _largest(of: str, key: str, domain: str) -> tuple[Model, str]:
    return Model(Ask("extremum", of=of, sense="max"), {"x": domain}), key


def _equation(equation: str, key: str) -> tuple[Model, str]:
    return Model(Ask("solve", ("x", "y")), {"x": "real", "y": "real"}, {}, (equation,)), key


ANGLE = r"\overline{\mathrm{AB}}=18$, $\overline{\mathrm{DE}}=30$, $\overline{\mathrm{BC}}=15$일 때, "
SIMILAR = (
    r"두 삼각형 $\mathrm{ABC}$와 $\mathrm{DEF}$가 서로 닮음이고 점 $\mathrm{A}$, $\mathrm{B}$, $\mathrm{C}$가 각각 점 "
    r"$\mathrm{D}$, $\mathrm{E}$, $\mathrm{F}$에 대응한다. $" + ANGLE + r"$\overline{\mathrm{EF}}$의 길이를 구하시오."
)
TICKETS = (
    "어느 박물관의 입장료는 어른이 $4500$원, 어린이가 $4000$원이다. 어른과 어린이를 합하여 $9$명이 입장하고 모두 "
    "$38000$원을 냈을 때, 입장한 어른의 수를 구하시오."
)
PRICES = ("x + y = 9", "4500*x + 4000*y = 38000")
REFLECTED = (
    "점 $(1, 8)$을 $x$축에 대하여 대칭이동한 후 직선 $y=x$에 대하여 대칭이동한 점의 좌표를 $(a, b)$라 할 때, "
    "$a-b$의 값을 구하시오."
)
ITEMS: tuple[tuple[str, tuple[Model, str], tuple[Model, str]], ...] = (
    (r"Two parallel lines are cut by a third line. Two alternate angles are $(4x+5)^\circ$ and $101^\circ$. Find $x$.",
     _value("x", "24", "4x + 5 = 101", x="real"), _value("x", "37/2", "4x + 5 + 101 = 180", x="real")),
    (r"원에 내접하는 사각형 $\mathrm{ABCD}$에서 $\angle\mathrm{A}=(4x+12)^\circ$, $\angle\mathrm{C}=72^\circ$일 때, "
     "$x$의 값을 구하시오.",
     _value("x", "24", "4x + 12 + 72 = 180", x="real"), _value("x", "15", "4x + 12 = 72", x="real")),
    ("서로 다른 두 개의 주사위를 동시에 던질 때, 나오는 눈의 수의 차가 $3$인 경우의 수를 구하시오.",
     _count("6", "|x - y| = 3", DICE), _count("3", "x - y = 3", DICE)),
    ("$1$부터 $66$까지의 자연수 중에서 $4$의 배수이면서 $3$의 배수인 수의 개수를 구하시오.",
     _count("5", "mod(x, 4) = 0 and mod(x, 3) = 0", {"x": "1..66"}),
     _count("33", "mod(x, 4) = 0 or mod(x, 3) = 0", {"x": "1..66"})),
    ("직각을 낀 두 변의 길이가 $13$, $12$인 직각삼각형에서 빗변의 길이를 구하시오.",
     _value("x", "sqrt(313)", "x^2 = 13^2 + 12^2", x="positive"), _value("x", "5", "x^2 = 13^2 - 12^2", x="positive")),
    (SIMILAR, _value("x", "25", "18/30 = 15/x", x="positive"), _value("x", "9", "18/30 = x/15", x="positive")),
    (REFLECTED, _value("a - b", "-9", "a = -(8)", "b = 1", a="real", b="real"),
     _value("a - b", "9", "a = 8", "b = -(1)", a="real", b="real")),
    ("서로 다른 동전 $3$개를 동시에 던질 때, 적어도 한 개는 앞면이 나올 확률을 구하시오.",
     _chance("7/8", "a + b + c >= 1", COINS), _chance("3/8", "a + b + c = 1", COINS)),
    ("둘레의 길이가 $16$ cm인 직사각형의 넓이의 최댓값을 구하시오.",
     _largest("x*(16/2 - x)", "16", "(0, 8)"), _largest("x*(16 - x)", "64", "(0, 16)")),
    ("원가가 $10000$원인 물건에 $20$%의 이익을 붙여 정가를 정하고, 정가에서 $10$%를 할인하여 팔았다. "
     "판매 가격을 구하시오.",
     _value("10000*(1 + 20/100)*(1 - 10/100)", "10800"), _value("10000*(1 + 20/100 - 10/100)", "11000")),
    ("연속하는 세 자연수의 합이 $48$일 때, 가장 큰 수를 구하시오.",
     _value("x + 1", "17", "(x - 1) + x + (x + 1) = 48", x="natural"),
     _value("x", "16", "(x - 1) + x + (x + 1) = 48", x="natural")),
    ("어느 날 아침 기온은 영하 $5$도이고 낮 기온은 아침보다 $8$도 높다. 낮 기온은 몇 도인지 구하시오.",
     _value("-5 + 8", "3"), _value("5 + 8", "13")),
    ("어떤 수의 $2$배보다 $3$만큼 큰 수가 $11$이다. 어떤 수를 구하시오.",
     _value("x", "4", "2*x + 3 = 11", x="real"), _value("x", "5/2", "2*(x + 3) = 11", x="real")),
    ("Subtract $12$ from $5$.", _value("5 - 12", "-7"), _value("12 - 5", "7")),
    ("윗변의 길이가 $4$ cm, 아랫변의 길이가 $6$ cm, 높이가 $5$ cm인 사다리꼴의 넓이를 구하시오.",
     _value("(4 + 6)*5/2", "25"), _value("(4 + 6)*5", "50")),
    (r"다음 수 중에서 가장 큰 수를 구하시오. $-\frac{4}{3}, -\frac{11}{5}, -4, -8$",
     _value("max(-4/3, -11/5, -4, -8)", "-4/3"), _value("max(4/3, -11/5, -4, -8)", "4/3")),
    (TICKETS, _value("x", "4", *PRICES, x="natural", y="natural"),
     _value("y", "5", *PRICES, x="natural", y="natural")),
    ("중심이 점 $(4, 1)$이고 반지름의 길이가 $3$인 원의 방정식을 구하시오.",
     _equation("(x - 4)^2 + (y - 1)^2 = 3^2", "(x - 4)^2 + (y - 1)^2 = 9"),
     _equation("(x - 4)^2 + (y - 1)^2 = 3", "(x - 4)^2 + (y - 1)^2 = 3")),
    ("정$6$각형의 한 내각의 크기를 구하시오.", _value("180*(6 - 2)/6", "120"), _value("180*(6 - 2)", "720")),
    (r"$n(A)=9$, $n(B)=7$, $n(A\cup B)=12$일 때, $n(A\cap B)$의 값을 구하시오.",
     _value("x", "4", "12 = 9 + 7 - x", x="real"), _value("x", "28", "x = 9 + 7 + 12", x="real")),
    ("Tom has $12$ marbles. Ann has $5$ fewer than Tom. How many marbles does Ann have?",
     _value("12 - 5", "7"), _value("12 + 5", "17")),
)  # fmt: skip


@pytest.mark.parametrize(("statement", "right", "wrong"), ITEMS, ids=[item[0][:50] for item in ITEMS])
def test_what_words_do_not_say_is_not_released(
    statement: str, right: tuple[Model, str], wrong: tuple[Model, str]
) -> None:
    language: Language = "ko" if any("가" <= letter <= "힣" for letter in statement) else "en"
    good, bad = (Problem(statement, model, Answer((key,)), language) for model, key in (right, wrong))
    assert verify(good).verdict in RELEASED, [check for check in verify(good).checks if check.outcome != "passed"]
    certificate = verify(bad)
    assert certificate.verdict not in RELEASED
    assert next(check for check in certificate.checks if check.outcome in ("failed", "undecided")).name == "statement"


@pytest.mark.parametrize(
    ("statement", "is_released"),
    [
        ("$0=2x-2y+4$을 푸시오.", False),
        ("$2x-2y+4=0$을 $y$에 대하여 푸시오.", True),
        ("Solve $2x-2y+4=0$ for $y$.", True),
        ("일차방정식 $2x-2y+4=0$을 $y=ax+b$의 꼴로 나타내시오.", True),
    ],
)
def test_one_of_several_letters_is_found_only_where_the_text_names_it(statement: str, is_released: bool) -> None:
    language: Language = "en" if statement.startswith("Solve") else "ko"
    model = Model(Ask("solve", ("y",)), {"x": "real", "y": "real"}, {}, ("2x - 2y + 4 = 0",))
    verdict = verify(Problem(statement, model, Answer(("y = x + 2",)), language)).verdict
    assert (verdict in RELEASED) is is_released


@pytest.mark.parametrize(
    "statement", [r"$(-3+3i)(-3+5i)$를 계산하시오. (단, )", "소금물 $600$ g을 만들었다.  %의 소금물의 양을 구하시오."]
)
def test_a_condition_or_percentage_that_is_gone_is_a_gap(statement: str) -> None:
    assert gaps(statement)


def test_a_percentage_that_is_asked_for_is_no_gap() -> None:
    assert gaps("소금물의 농도는 몇 %인지 구하시오.") == []
