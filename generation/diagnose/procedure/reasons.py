"""What is done from one line of a derivation to the next, in the words of a Korean and an English class."""

from __future__ import annotations

REASONS: dict[str, dict[str, str]] = {
    "start": {"ko": "주어진 식", "en": "the problem"},
    "improper": {"ko": "대분수를 가분수로 고치면", "en": "write the mixed number as an improper fraction"},
    "reduce": {"ko": "약분하면", "en": "reduce the fraction"},
    "power": {"ko": "거듭제곱을 계산하면", "en": "work out the power"},
    "multiply": {"ko": "곱셈을 계산하면", "en": "multiply"},
    "divide-numbers": {"ko": "나눗셈을 계산하면", "en": "divide"},
    "add": {"ko": "덧셈을 계산하면", "en": "add"},
    "subtract": {"ko": "뺄셈을 계산하면", "en": "subtract"},
    "sign": {"ko": "부호를 정리하면", "en": "settle the sign"},
    "evaluate": {"ko": "계산하면", "en": "work it out"},
    "substitute": {"ko": "값을 대입하면", "en": "substitute"},
    "simplify-roots": {"ko": "근호 안의 제곱인 인수를 밖으로 꺼내면", "en": "take square factors out of the roots"},
    "collect-roots": {"ko": "제곱근을 정리하면", "en": "collect the roots"},
    "expand": {"ko": "괄호를 풀면", "en": "expand the brackets"},
    "collect": {"ko": "동류항끼리 모아 정리하면", "en": "collect like terms"},
    "exponent-laws": {"ko": "지수법칙을 이용하여 간단히 하면", "en": "use the laws of exponents"},
    "factor": {"ko": "인수분해하면", "en": "factor"},
    "clear-denominators": {
        "ko": "양변에 분모의 최소공배수를 곱하면",
        "en": "multiply both sides by the common denominator",
    },
    "move-terms": {
        "ko": "미지수는 좌변으로, 상수는 우변으로 이항하면",
        "en": "move the unknown left and the numbers right",
    },
    "move-all-left": {"ko": "모든 항을 좌변으로 이항하여 정리하면", "en": "bring everything to the left side"},
    "divide": {"ko": "양변을 미지수의 계수로 나누면", "en": "divide both sides by the coefficient"},
    "divide-negative": {
        "ko": "양변을 음수로 나누면 부등호의 방향이 바뀌므로",
        "en": "divide both sides by a negative number and turn the sign",
    },
    "swap-sides": {"ko": "좌변과 우변을 바꾸면", "en": "swap the sides"},
    "zero-product": {"ko": "곱이 0이면 인수 중 하나가 0이므로", "en": "a product is zero when a factor is"},
    "every-number": {
        "ko": "항상 참인 식이므로 해는 모든 수",
        "en": "this is always true, so every number is a solution",
    },
    "no-number": {"ko": "참이 될 수 없는 식이므로 해가 없음", "en": "this is never true, so there is no solution"},
    "no-real-root": {
        "ko": "근호 안이 음수이므로 실수인 해가 없음",
        "en": "the number under the root is negative, so there is no real solution",
    },
    "solve-each": {"ko": "각 방정식을 풀면", "en": "solve each equation"},
    "reciprocal": {"ko": "나누는 수의 역수를 곱하면", "en": "multiply by the reciprocal of the divisor"},
    "common-denominator": {"ko": "통분하면", "en": "write both over the common denominator"},
    "square-root": {"ko": "제곱근을 구하면", "en": "take square roots"},
    "formula": {"ko": "근의 공식을 이용하면", "en": "use the quadratic formula"},
    "vertex-value": {"ko": "이차항이 0일 때의 값이므로", "en": "the square is 0 there, so the rest is the value"},
    "complete-square": {"ko": "완전제곱식을 포함한 꼴로 고치면", "en": "complete the square"},
    "read-off": {"ko": "꼭짓점을 읽으면", "en": "read off the vertex"},
    "equal-insides": {"ko": "진수끼리 같으므로", "en": "the numbers under the logarithms are equal"},
    "equal-exponents": {"ko": "밑을 같게 하면 지수끼리 같으므로", "en": "with equal bases the exponents are equal"},
    "join-logs": {"ko": "로그의 성질을 이용하여 하나로 나타내면", "en": "write it as one logarithm"},
    "exponential-form": {"ko": "로그의 정의에 의하여", "en": "by the definition of the logarithm"},
    "square-both-sides": {"ko": "양변을 제곱하면", "en": "square both sides"},
    "absolute-value": {"ko": "절댓값의 뜻에 의하여", "en": "by the meaning of the absolute value"},
    "check-roots": {
        "ko": "처음 식에 대입하여 성립하지 않는 값을 빼면",
        "en": "leave out what does not hold in the equation",
    },
    "turn-quadratic": {
        "ko": "양변에 -1을 곱하면 부등호의 방향이 바뀌므로",
        "en": "multiply by -1 and turn the sign",
    },
    "sign-between": {"ko": "부호가 바뀌는 두 근을 경계로 나누면", "en": "the roots are where the sign changes"},
    "definition": {"ko": "함수의 식에 대입하면", "en": "put it into the function"},
    "integrate": {"ko": "적분하면", "en": "integrate"},
    "leading-terms": {"ko": "분모의 최고차항으로 분모와 분자를 나누면", "en": "divide by the highest power below"},
    "cancel-zero": {"ko": "0이 되는 인수를 약분하면", "en": "cancel the factor that becomes zero"},
    "scale": {"ko": "한 미지수의 계수의 절댓값을 같게 만들면", "en": "make the coefficients of one unknown match"},
    "eliminate": {"ko": "두 식을 더하거나 빼어 한 미지수를 없애면", "en": "add or subtract to eliminate an unknown"},
}


def reason_text(reason: str, language: str) -> str:
    """The words for a reason."""
    return REASONS[reason][language]
