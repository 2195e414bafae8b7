"""What asks for something else than its formulas is not read by them."""

import pytest

from generation.problem import Model
from generation.reading.statement import Unread, read


@pytest.mark.parametrize(
    "statement",
    [
        "$2^4\\times 3^5$의 자릿수를 구하시오.",
        "이차방정식 $x^2-5x+6=0$의 두 근 중 큰 근의 부호를 구하시오.",
        "부등식 $x<5$의 자연수 해를 구하시오.",
        "정육면체의 부피가 64일 때 겉넓이를 구하시오.",
        "두 개의 주사위를 던질 때, 눈의 수의 합이 5 이하일 것 같은지 말하시오.",
        "A square has a perimeter of 72 cm. What is the length of one side?",
        "What is the cube of 5?",
        "List all factor pairs of 32.",
    ],
)
def test_words_that_ask_for_something_else(statement: str) -> None:
    assert isinstance(read(statement), Unread)


@pytest.mark.parametrize(
    "statement",
    [
        "다음 일차방정식을 풀어라. $2x+3=7$",
        "다음 식을 간단히 하시오: $3(x-1)+2x$",
        "$x^2-5x+6$을 인수분해하여라.",
        "이차방정식 $x^2-5x+6=0$의 두 근을 구하시오.",
        "연립부등식 $x-1>0$, $x<5$의 해를 구하시오.",
        "Find the product: (x+2)(x+3)",
        "Solve the following equation and check your answer: 2x+3=7",
    ],
)
def test_bare_requests(statement: str) -> None:
    assert isinstance(read(statement), Model)
