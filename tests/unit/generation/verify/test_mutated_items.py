"""One change to a proved item, anywhere, and it is proved no more."""

from __future__ import annotations

import re
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from generation.equivalence.answers import compare
from generation.problem import Answer, Ask, Model, Problem, Step
from generation.verify.verifier import verify

ITEMS = [
    Problem(
        "이차방정식 $x^2-5x+6=0$을 푸시오.",
        Model(Ask("solve", ("x",)), {"x": "real"}, {}, ("x^2-5x+6=0",)),
        Answer(("2", "3")),
        solution=(Step("", "(x-2)(x-3)=0"), Step("", "x=2 or x=3")),
    ),
    Problem(
        "일차부등식 $3x-4<2x+7$을 푸시오.",
        Model(Ask("solve", ("x",)), {"x": "real"}, {}, ("3x-4<2x+7",)),
        Answer(("x<11",)),
        solution=(Step("", "3x-2x<7+4"), Step("", "x<11")),
    ),
    Problem(
        "연립방정식 $3x+2y=12, x-y=-1$을 푸시오.",
        Model(Ask("solve", ("x", "y")), {"x": "real", "y": "real"}, {}, ("3x+2y=12", "x-y=-1")),
        Answer(({"x": "2", "y": "3"},)),
    ),
    Problem(
        "$\\frac{3}{4}-\\frac{2}{5}$를 계산하시오.",
        Model(Ask("value", of="3/4-2/5")),
        Answer(("7/20",)),
        solution=(Step("", "15/20-8/20"), Step("", "7/20")),
    ),
    Problem(
        "$(2x+3)(x-5)$를 전개하시오.",
        Model(Ask("form", of="(2x+3)(x-5)", form="expanded"), {"x": "real"}),
        Answer(("2x^2-7x-15",)),
        solution=(Step("", "2x^2-10x+3x-15"), Step("", "2x^2-7x-15")),
    ),
    Problem(
        "$6x^2+7x-3$을 인수분해하시오.",
        Model(Ask("form", of="6x^2+7x-3", form="factored"), {"x": "real"}),
        Answer(("(2x+3)(3x-1)",)),
    ),
]
_NUMBER = re.compile(r"(?<![\\0-9])[0-9]+")
_SIGN = re.compile(r"[+\-<](?=[0-9a-z({\\])")


def changed(text: str, position: int, shift: int) -> str:
    """The text with one number or sign changed."""
    spots = [*_NUMBER.finditer(text), *_SIGN.finditer(text)]
    if not spots:
        return text
    spot = spots[position % len(spots)]
    new = str(int(spot[0]) + shift) if spot[0].isdigit() else {"+": "-", "-": "+", "<": ">"}[spot[0]]
    return text[: spot.start()] + new + text[spot.end() :]


def mutate(problem: Problem, place: str, position: int, shift: int) -> Problem:
    model = problem.model
    if place == "statement":
        return replace(problem, statement=changed(problem.statement, position, shift))
    if place == "model" and model.given:
        k = position % len(model.given)
        relations = (*model.given[:k], changed(model.given[k], position, shift), *model.given[k + 1 :])
        return replace(problem, model=replace(model, given=relations))
    if place == "model":
        return replace(
            problem, model=replace(model, ask=replace(model.ask, of=changed(model.ask.of or "", position, shift)))
        )
    if place == "solution" and problem.solution:
        k = position % len(problem.solution)
        step = Step("", changed(problem.solution[k].math or "", position // 2, shift))
        return replace(problem, solution=(*problem.solution[:k], step, *problem.solution[k + 1 :]))
    values = list(problem.answer.values)
    k = position % len(values)
    value = values[k]
    values[k] = (
        changed(value, position // 2, shift)
        if isinstance(value, str)
        else {name: changed(text, 0, shift) for name, text in value.items()}
    )
    return replace(problem, answer=Answer(tuple(values)))


@settings(max_examples=600, deadline=None)
@given(
    st.sampled_from(ITEMS),
    st.sampled_from(["statement", "model", "answer", "solution"]),
    st.integers(0, 40),
    st.integers(1, 7),
)
def test_a_changed_number_or_sign_is_never_proved(problem: Problem, place: str, position: int, shift: int) -> None:
    mutant = mutate(problem, place, position, shift)
    if mutant == problem or _same_line(problem, mutant):
        return
    assert verify(mutant).verdict in ("refuted", "undecided"), mutant


@settings(max_examples=200, deadline=None)
@given(st.sampled_from([p for p in ITEMS if p.model.given]), st.integers(0, 40), st.integers(1, 7))
def test_a_changed_relation_makes_the_old_answer_wrong(problem: Problem, position: int, shift: int) -> None:
    k = position % len(problem.model.given)
    old = problem.model.given[k]
    new = changed(old, position, shift)
    statement = problem.statement.replace(old, new)
    given_ = (*problem.model.given[:k], new, *problem.model.given[k + 1 :])
    mutant = replace(problem, statement=statement, model=replace(problem.model, given=given_), solution=())
    certificate = verify(mutant)
    assert certificate.check("statement").outcome == "passed"
    assert certificate.verdict in ("refuted", "undecided"), mutant


def _same_line(problem: Problem, mutant: Problem) -> bool:
    """A line of the solution that says the same all the same, such as ``-10x`` moved by nothing."""
    pairs = zip(problem.solution, mutant.solution, strict=True)
    return problem.solution != mutant.solution and all(
        a == b or compare(a.math or "", b.math or "") == "equal" for a, b in pairs
    )


def test_the_items_are_proved_before_they_are_changed() -> None:
    assert [verify(problem).verdict for problem in ITEMS] == ["proved"] * len(ITEMS)
