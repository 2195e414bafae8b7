"""Worked solutions say what a teacher would, in both languages; roots and near misses look like a school book's."""

from __future__ import annotations

import pytest

from generation.expression.parser import parse
from generation.expression.render import infix
from generation.problem import Ask, Model
from generation.symbolic.near_misses import near_misses
from generation.symbolic.presentation import presented
from generation.symbolic.solution import worked_solution


def _solve(*given: str, unknowns: tuple[str, ...] = ("x",)) -> Model:
    return Model(Ask("solve", unknowns=unknowns), dict.fromkeys(unknowns, "real"), given=given)


def _form(of: str, form: str) -> Model:
    return Model(Ask("form", of=of, form=form), dict.fromkeys("abxy", "real"))


@pytest.mark.parametrize(
    ("model", "text", "math"),
    [
        (_solve("3x = 12"), "양변을 $3$으로 나누면", "x = 4"),
        (_solve("-x = 4"), "양변에 $-1$을 곱하면", "x = -4"),
        (_solve("-2x < 6"), "양변을 음수 $-2$로 나누면 부등호의 방향이 바뀌므로", "x > -3"),
        (_solve("x/2 = 5"), "분수를 계수로 나타내면", "1/2x = 5"),
        (_solve("(1/2)x = 5"), "양변에 $2$를 곱하면", "x = 10"),
        (_solve("x/2 + 1 = x/3"), "양변에 분모의 최소공배수 $6$을 곱하면", "3x + 6 = 2x"),
        (_solve("x^2 - 5x + 6 = 0"), "합이 $-5$, 곱이 $6$인 두 수는 $-3$과 $-2$이므로 인수분해하면", None),
        (_solve("x^2 - 5x = 0"), "공통인수 $x$로 묶으면", None),
        (_form("x^2 - 9", "factored"), "제곱의 차는 합과 차의 곱이므로", "(x + 3)(x - 3)"),
        (_form("x^2 + 6x + 9", "factored"), "완전제곱식으로 나타내면", "(x + 3)^2"),
        (_form("6x^2 - 9x", "factored"), "공통인수 $3x$로 묶으면", "3x(2x - 3)"),
        (_form("18/24", "lowest_terms"), "분자와 분모를 최대공약수 $6$으로 나누면", "3/4"),
        (_form("1/2 + 1/3", "simplified"), "분모의 최소공배수 $6$으로 통분하면", "3/6 + 2/6"),
        (_form("a^3*a^4", "simplified"), "밑이 같은 거듭제곱의 곱은 지수끼리 더하므로", "a^7"),
        (_form("(a^3)^4", "simplified"), "거듭제곱의 거듭제곱은 지수끼리 곱하므로", "a^12"),
        (_form("-3(x - 2)", "simplified"), "분배법칙을 이용하여 괄호를 풀면", "-3x + 6"),
        (_form("6/sqrt(3)", "rationalized"), "분모와 분자에 각각 $\\sqrt{3}$을 곱하면", None),
    ],
)
def test_first_step(model: Model, text: str, math: str | None) -> None:
    step = worked_solution(model, "ko")[0]
    assert step.text == text
    assert math is None or step.math == math


def test_the_formula_is_written_out() -> None:
    steps = worked_solution(_solve("x^2 + 3x + 1 = 0"), "en")
    assert [(step.text, step.math) for step in steps] == [
        (
            "put $a=1$, $b=3$ and $c=1$ into the quadratic formula",
            "x = (-3 + sqrt(3^2 - 4*1*1))/(2*1) or x = (-3 - sqrt(3^2 - 4*1*1))/(2*1)",
        ),
        ("work out the root and simplify", "x = (-3 - sqrt(5))/2 or x = (-3 + sqrt(5))/2"),
    ]


def test_a_system_is_added_or_subtracted() -> None:
    steps = worked_solution(_solve("x + y = 7", "x - y = 1", unknowns=("x", "y")), "ko")
    assert steps[0].text in ("두 식을 변끼리 더하면", "첫째 식에서 둘째 식을 변끼리 빼면")
    assert any(step.text.endswith("다른 식에 대입하면") for step in steps)
    assert steps[-1].math in ("x = 4 and y = 3", "y = 3 and x = 4")


@pytest.mark.parametrize(
    ("normal", "school"),
    [
        ("sqrt(5)/2 - 3/2", "(-3 + sqrt(5))/2"),
        ("-sqrt(5)/2 - 3/2", "(-3 - sqrt(5))/2"),
        ("sqrt(5) + 1", "1 + sqrt(5)"),
        ("sqrt(6)/3 + 1/2", "(3 + 2sqrt(6))/6"),
        ("sqrt(12) + 1", "sqrt(12) + 1"),
        ("sqrt(2) + sqrt(3)", "sqrt(2) + sqrt(3)"),
        ("sqrt(7)", "sqrt(7)"),
        ("5 - 3", "5 - 3"),
    ],
)
def test_roots_over_one_bar(normal: str, school: str) -> None:
    assert infix(presented(parse(normal))) == school


@pytest.mark.parametrize(
    ("key", "signed", "near"),
    [
        (("22",), False, [("23",), ("21",), ("24",), ("20",), ("32",), ("12",)]),
        (("-8",), True, [("8",), ("-7",), ("-9",)]),
        (("1/36",), False, [("1/18",), ("1/37",), ("1/35",)]),
        (("40.5",), False, [("40.6",), ("40.4",), ("41.5",), ("39.5",), ("405",), ("4.05",)]),
        (("-7", "7"), True, [("-49", "49"), ("-49/2", "49/2"), ("-14", "14")]),
        (("x < 3",), True, [("x > 3",), ("x < -3",), ("x > -3",)]),
        (({"x": "2", "y": "1"},), True, [({"x": "-2", "y": "1"},), ({"x": "2", "y": "-1"},)]),
        (("(x + 3)^2",), True, [("(x - 3)^2",), ("(x + 3)(x - 3)",)]),
    ],
)
def test_near_misses(key: tuple[str, ...], signed: bool, near: list[object]) -> None:
    assert list(near_misses(key, signed=signed))[: len(near)] == near
