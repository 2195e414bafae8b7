"""Sentences of calculus mean exactly their relations: another word, place or sense is no item that is released."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import pytest

from generation.problem import Answer, Ask, Language, Model, Problem
from generation.symbolic.engine import sample_problem
from generation.verify.verifier import verify

RELEASED = ("proved", "corroborated")


@dataclass(frozen=True)
class Right:
    """An item as it should be."""

    statement: str
    of: str
    key: str
    define: Mapping[str, str]
    given: tuple[str, ...] = ()
    letters: tuple[str, ...] = ("x",)
    language: Language = "ko"

    def problem(
        self,
        statement: str | None = None,
        of: str | None = None,
        given: Sequence[str] | None = None,
        key: str | None = None,
    ) -> Problem:
        model = Model(
            Ask("value", of=of or self.of),
            dict.fromkeys(self.letters, "real"),
            self.define,
            tuple(self.given if given is None else given),
        )
        return Problem(statement or self.statement, model, Answer((key or self.key,)), language=self.language)


CUBIC = {"f(x)": "x^3 - 3x^2 - 9x + 5"}
MOTION = {"f(t)": "t^3 - 6t^2 + 5t"}
SPEED = {"f(t)": "2t - 4"}
PIECES = {"f(x)": "3x^2", "g(x)": "p*x + q"}
ITEMS = {
    "maximum": Right(
        "함수 $f(x)=x^3-3x^2-9x+5$의 극댓값을 구하시오.", "f(p)", "10", CUBIC,
        ("diff(f(x), x, p) = 0", "diff(diff(f(x), x), x, p) < 0"), ("x", "p"),
    ),
    "maximum in English": Right(
        "Find the local maximum of $f(x)=x^3-3x^2-9x+5$.", "f(p)", "10", CUBIC,
        ("diff(f(x), x, p) = 0", "diff(diff(f(x), x), x, p) < 0"), ("x", "p"), "en",
    ),
    "derivative": Right(
        "함수 $f(x)=x^3-3x^2-9x+5$의 $x=2$에서의 미분계수를 구하시오.", "diff(f(x), x, 2)", "-9", CUBIC
    ),
    "mark": Right("함수 $f(x)=x^3-3x^2-9x+5$에 대하여 $f'(2)$의 값을 구하시오.", "diff(f(x), x, 2)", "-9", CUBIC),
    "rate": Right(
        "함수 $f(x)=x^3-3x^2-9x+5$에서 $x$의 값이 $0$에서 $4$까지 변할 때의 평균변화율을 구하시오.",
        "(f(4) - f(0))/(4 - 0)", "-5", CUBIC,
    ),
    "velocity": Right(
        "수직선 위를 움직이는 점 $\\mathrm{P}$의 시각 $t$에서의 위치가 $x=t^3-6t^2+5t$일 때, "
        "시각 $t=1$에서의 점 $\\mathrm{P}$의 속도를 구하시오.",
        "diff(f(t), t, 1)", "-4", MOTION, (), ("t",),
    ),
    "acceleration": Right(
        "The position of a point on a line at time $t$ is $x=t^3-6t^2+5t$. Find its acceleration at $t=1$.",
        "diff(diff(f(t), t), t, 1)", "-6", MOTION, (), ("t",), "en",
    ),
    "distance": Right(
        "수직선 위를 움직이는 점 $\\mathrm{P}$의 시각 $t$에서의 속도가 $v=2t-4$일 때, "
        "$t=0$에서 $t=3$까지 점 $\\mathrm{P}$가 움직인 거리를 구하시오.",
        "integrate(|f(t)|, t, 0, 3)", "5", SPEED, (), ("t",),
    ),
    "smooth": Right(
        "함수 $f(x)$가 $x<2$일 때 $f(x)=3x^2$, $x\\ge 2$일 때 $f(x)=px+q$이다. $f(x)$가 $x=2$에서 미분가능할 때, "
        "상수 $p$, $q$에 대하여 $p+q$의 값을 구하시오.",
        "p + q", "0", PIECES, ("f(2) = g(2)", "diff(f(x), x, 2) = diff(g(x), x, 2)"), ("x", "p", "q"),
    ),
    "area": Right(
        "곡선 $y=x^2-2x$와 $x$축으로 둘러싸인 도형의 넓이를 구하시오.",
        "integrate(|f(x)|, x, 0, 2)", "4/3", {"f(x)": "x^2 - 2x"},
    ),
    "mean value": Right(
        "함수 $f(x)=x^2-3x+1$에 대하여 닫힌구간 $[1, 5]$에서 평균값 정리를 만족시키는 상수 $c$의 값을 구하시오.",
        "c", "3", {"f(x)": "x^2 - 3x + 1"}, ("diff(f(x), x, c) = (f(5) - f(1))/(5 - 1)",), ("x", "c"),
    ),
    "from derivative": Right(
        "다항함수 $f(x)$에 대하여 $f'(x)=3x^2-4x$이고 $f(1)=2$일 때, $f(3)$의 값을 구하시오.",
        "2 + integrate(g(x), x, 1, 3)", "12", {"g(x)": "3x^2 - 4x"},
    ),
    "limit": Right(
        "$\\lim_{x\\to 2} \\frac{x^2+px+q}{x-2}=5$일 때, 상수 $p$, $q$에 대하여 $p+q$의 값을 구하시오.",
        "p + q", "-5", {"f(x)": "x^2 + p*x + q"}, ("f(2) = 0", "diff(f(x), x, 2) = 5"), ("x", "p", "q"),
    ),
    "coefficient": Right(
        "다항식 $(x-4)^5$의 전개식에서 $x^{3}$의 계수를 구하시오.", "diff(diff(diff(f(x), x), x), x, 0)/3!", "160",
        {"f(x)": "(x - 4)^5"},
    ),
    "double root": Right(
        "이차방정식 $2x^2+8x+k=0$이 중근을 가질 때, 실수 $k$의 값을 구하시오.", "k", "8",
        {"f(x)": "2x^2 + 8x + k"}, ("f(x) = 0", "diff(f(x), x) = 0"), ("x", "k"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", ITEMS)
def test_a_sentence_that_says_the_model_is_released(name: str) -> None:
    certificate = verify(ITEMS[name].problem())
    assert certificate.verdict in RELEASED, [(check.name, check.detail) for check in certificate.checks]


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("maximum", "극댓값", "극솟값"),
        ("maximum", "극댓값", "최댓값"),
        ("maximum", "9x", "8x"),
        ("maximum", "극댓값을", "극댓값이 아닌 값을"),
        ("maximum in English", "maximum", "minimum"),
        ("maximum in English", "local maximum", "maximum"),
        ("derivative", "x=2", "x=3"),
        ("derivative", "미분계수", "함숫값"),
        ("derivative", "미분계수를", "미분계수의 2배를"),
        ("mark", "f'(2)", "f(2)"),
        ("mark", "f'(2)", "f'(3)"),
        ("rate", "$0$에서 $4$", "$1$에서 $4$"),
        ("rate", "$0$에서 $4$", "$4$에서 $0$"),
        ("rate", "평균변화율", "순간변화율"),
        ("rate", "평균변화율", "변화량"),
        ("velocity", "속도", "가속도"),
        ("velocity", "속도", "위치"),
        ("velocity", "위치가", "속도가"),
        ("velocity", "t=1", "t=2"),
        ("acceleration", "acceleration", "velocity"),
        ("acceleration", "position of", "velocity of"),
        ("distance", "가 움직인 거리", "의 위치의 변화량"),
        ("distance", "속도가", "위치가"),
        ("distance", "t=3", "t=4"),
        ("distance", "$t=0$에서 $t=3$", "$t=3$에서 $t=0$"),
        ("smooth", "미분가능", "연속"),
        ("smooth", "$x=2$에서 미분", "$x=3$에서 미분"),
        ("smooth", "x\\ge 2", "x\\ge 3"),
        ("smooth", "$p+q$", "$p-q$"),
        ("area", "x^2-2x", "x^2-4x"),
        ("area", "$x$축", "직선 $y=x$"),
        ("area", "넓이", "둘레의 길이"),
        ("mean value", "[1, 5]", "[1, 4]"),
        ("mean value", "[1, 5]", "[5, 1]"),
        ("mean value", "평균값 정리", "롤의 정리"),
        ("from derivative", "f'(x)=", "f(x)="),
        ("from derivative", "$f(3)$", "$f'(3)$"),
        ("from derivative", "$f(3)$", "$f(2)$"),
        ("from derivative", "f(1)=2", "f(2)=1"),
        ("limit", "=5", "=4"),
        ("limit", "x\\to 2", "x\\to 3"),
        ("limit", "$p+q$", "$pq$"),
        ("coefficient", "x^{3}", "x^{2}"),
        ("coefficient", "x-4", "x-3"),
        ("coefficient", "계수를", "계수의 합을"),
        ("double root", "8x", "6x"),
        ("double root", "중근을", "서로 다른 두 실근을"),
        ("double root", "중근을 가질", "중근을 갖지 않을"),
    ],
)
def test_other_words_are_not_released(name: str, old: str, new: str) -> None:
    right = ITEMS[name]
    assert old in right.statement
    assert verify(right.problem(statement=right.statement.replace(old, new))).verdict not in RELEASED


@pytest.mark.parametrize(
    ("name", "of", "given", "key"),
    [
        ("maximum", "f(p)", ("diff(f(x), x, p) = 0", "diff(diff(f(x), x), x, p) > 0"), "-22"),
        ("maximum", "p", ("diff(f(x), x, p) = 0", "diff(diff(f(x), x), x, p) < 0"), "-1"),
        ("maximum", "f(p)", ("diff(f(x), x, p) = 0", "p < 0", "diff(diff(f(x), x), x, p) < 0"), "10"),
        ("derivative", "f(2)", (), "-17"),
        ("derivative", "diff(f(x), x, 3)", (), "0"),
        ("mark", "f(2)", (), "-17"),
        ("rate", "f(4) - f(0)", (), "-20"),
        ("rate", "diff(f(x), x, 4)", (), "15"),
        ("velocity", "f(1)", (), "0"),
        ("velocity", "diff(diff(f(t), t), t, 1)", (), "-6"),
        ("acceleration", "diff(f(t), t, 1)", (), "-4"),
        ("distance", "integrate(f(t), t, 0, 3)", (), "-3"),
        ("distance", "integrate(|f(t)|, t, 0, 2)", (), "4"),
        ("smooth", "p + q", ("f(2) = g(2)", "diff(g(x), x, 2) = 3"), "9"),
        ("area", "integrate(f(x), x, 0, 2)", (), "-4/3"),
        ("area", "integrate(|f(x)|, x, 0, 3)", (), "8/3"),
        ("mean value", "c", ("f(c) = (f(5) - f(1))/(5 - 1)", "c > 1"), "3/2+sqrt(17)/2"),
        ("from derivative", "integrate(g(x), x, 1, 3)", (), "10"),
        ("from derivative", "g(3)", (), "15"),
        ("coefficient", "diff(diff(f(x), x), x, 0)/2!", (), "-640"),
        ("double root", "k", ("f(1) = 0",), "-10"),
        ("limit", "p + q", ("f(2) = 5", "diff(f(x), x, 2) = 0"), "5"),
    ],
)
def test_other_models_are_not_released(name: str, of: str, given: tuple[str, ...], key: str) -> None:
    assert verify(ITEMS[name].problem(of=of, given=given, key=key)).verdict not in RELEASED


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize(
    ("type_id", "sense"), [("maximum-of-continuous-function", "min"), ("minimum-of-continuous-function", "max")]
)
def test_the_other_extreme_of_an_interval_is_not_released(type_id: str, sense: str, language: Language) -> None:
    right = sample_problem(type_id, 3, language=language, choices=False)
    assert verify(right).verdict in RELEASED
    turned = {"최댓값": "최솟값", "최솟값": "최댓값", "maximum": "minimum", "minimum": "maximum"}
    statement = next(right.statement.replace(a, b) for a, b in turned.items() if a in right.statement)
    assert verify(replace(right, statement=statement)).verdict not in RELEASED
    domain = right.model.symbols["x"]
    low = int(domain[1:].split(",")[0])
    wider = replace(right.model, symbols={"x": domain.replace(f"[{low}", f"[{low - 1}")})
    assert verify(replace(right, model=wider)).verdict not in RELEASED


def test_the_same_relations_in_other_writing_are_released() -> None:
    right = ITEMS["maximum"]
    written = ("3*p^2 - 6*p - 9 = 0", "6*p - 6 < 0")
    assert verify(right.problem(given=written)).verdict in RELEASED
    assert verify(right.problem(of="p^3 - 3*p^2 - 9*p + 5")).verdict in RELEASED


def test_a_word_of_calculus_that_no_row_reads_is_a_doubt() -> None:
    right = ITEMS["maximum"]
    for statement in (
        "함수 $f(x)=x^3-3x^2-9x+5$가 가지는 극댓값의 절반을 구하시오.",
        "다음 함수의 극댓값을 생각하자. $f(x)=x^3-3x^2-9x+5$",
    ):
        assert verify(right.problem(statement=statement)).verdict == "undecided"
