"""The engine: deterministic, without duplicates, in the source's words, exposing the misconception."""

from __future__ import annotations

from collections import Counter

import pytest

from generation.diagnose.derivation import wrong_answers
from generation.diagnose.malrule import MAL_RULES
from generation.equivalence.listed import compare_listed
from generation.mistake import Mistake
from generation.pipeline import Grounding, respond
from generation.problem import Ask, Model, Problem
from generation.symbolic.engine import Request, explain, problem_types, propose, recognise, sample_problem
from generation.symbolic.identity import canonical
from generation.verify.verifier import verify

QUADRATIC = Model(Ask("solve", unknowns=("x",)), {"x": "real"}, given=("x^2 - 5x + 6 = 0",))
STATEMENT = "이차방정식 $x^2-5x+6=0$을 푸시오."


def _request(**changes: object) -> Request:
    fields: dict[str, object] = {"model": QUADRATIC, "count": 6, "misconception": "sign-of-roots", "choices": True}
    return Request(**(fields | changes))  # type: ignore[arg-type]


def _shown(problems: list[Problem]) -> list[str]:
    return [problem.sha256() for problem in problems]


def test_the_same_seed_gives_the_same_items_and_another_seed_others() -> None:
    assert _shown(propose(_request(seed=5))) == _shown(propose(_request(seed=5)))
    assert _shown(propose(_request(seed=5))) != _shown(propose(_request(seed=6)))


def test_no_item_twice_and_not_the_source() -> None:
    problems = propose(_request(count=12))
    identities = [canonical(problem.model) for problem in problems]
    assert len(problems) == 12
    assert len(set(identities)) == 12
    assert canonical(QUADRATIC) not in identities


def test_the_misconception_gives_one_of_the_wrong_choices() -> None:
    for problem in propose(_request()):
        targeted = [choice for choice in problem.choices if choice.misconception == "sign-of-roots"]
        assert len(targeted) == 1
        assert not targeted[0].correct
        wrong = [derivation.answer for derivation in wrong_answers(problem.model, "sign-of-roots")]
        assert any(compare_listed(answer, targeted[0].value) == "equal" for answer in wrong)
        assert problem.targets == "sign-of-roots"


def test_five_choices_differ_and_one_is_the_key() -> None:
    for problem in propose(_request(count=8)):
        assert len(problem.choices) == 5
        assert [choice.value for choice in problem.choices if choice.correct] == [problem.answer.values]
        for i, a in enumerate(problem.choices):
            assert all(compare_listed(a.value, b.value) == "different" for b in problem.choices[i + 1 :])


def test_the_key_stands_at_every_place() -> None:
    problems = [sample_problem("two-step-equation", seed) for seed in range(100)]
    places = Counter(next(i for i, c in enumerate(problem.choices) if c.correct) for problem in problems)
    assert set(places) == set(range(5))
    assert max(places.values()) <= 35


def test_the_sources_words_are_kept_and_the_particle_mended() -> None:
    source = "다음 방정식 $x^2-5x+6=0$을 풀고, 그 까닭을 말하시오."
    for problem in propose(_request(statement=source)):
        assert problem.statement.startswith("다음 방정식 $x^2")
        assert problem.statement.endswith("=0$을 풀고, 그 까닭을 말하시오.")


@pytest.mark.parametrize(
    ("of", "form", "source", "ending"),
    [("(x + 4)(x - 4)", "expanded", "$(x+4)(x-4)$를 전개하시오.", {"3": "을", "6": "을", "7": "을", "8": "을"})],
)
def test_particles_follow_the_new_formula(of: str, form: str, source: str, ending: dict[str, str]) -> None:
    model = Model(Ask("form", of=of, form=form), {"x": "real"})
    for problem in propose(Request(model, 6, statement=source)):
        formula, words = problem.statement[1:].split("$")
        assert words[0] == ending.get(formula[-2], "를")


def test_letters_stay_the_sources() -> None:
    model = Model(Ask("solve", unknowns=("t",)), {"t": "real"}, given=("2t + 3 = 11",))
    for problem in propose(Request(model, 4)):
        assert problem.model.ask.unknowns == ("t",)
        assert "t" in problem.model.given[0]
        assert "x" not in problem.statement


def test_signs_of_the_source_stay() -> None:
    for problem in propose(_request()):
        assert " - " in problem.model.given[0]
        assert " + " in problem.model.given[0].split(" - ")[1]


def test_english_items() -> None:
    for problem in propose(_request(language="en")):
        assert "$x^2" in problem.statement
        assert problem.statement.isascii()
        assert all(step.text.isascii() for step in problem.solution)


def test_exhausted_structure_gives_fewer_items_without_repeats() -> None:
    model = Model(Ask("solve", unknowns=("x",)), {"x": "real"}, given=("x^2 = 9",))
    problems = propose(Request(model, 60))
    assert len({canonical(problem.model) for problem in problems}) == len(problems) < 60


def test_a_misconception_that_cannot_show_gives_nothing() -> None:
    assert propose(_request(misconception="inequality-not-flipped")) == []
    assert propose(_request(misconception="no-such-rule")) == []


@pytest.mark.parametrize("given", ["x^5 + x = 3", "sin(x) + x = 1/2", "2x + ="])
def test_what_cannot_be_solved_is_explained(given: str) -> None:
    model = Model(Ask("solve", unknowns=("x",)), {"x": "real"}, given=(given,))
    assert propose(Request(model)) == []
    assert explain(model).startswith("nothing can be proposed: ")


@pytest.mark.parametrize(
    ("statement", "answer"),
    [
        (r"$\lim_{x\to 2}\frac{x^2-4}{x-2}$의 값을 구하시오.", "0"),
        (r"$0.\dot{3}$을 기약분수로 나타내시오.", "3/10"),
        (r"$|x-2|<3$을 푸시오.", "x<5"),
        (r"$x^2-x-6<0$을 푸시오.", "x<-2, x>3"),
        (r"$i^{10}$의 값을 구하시오.", "1"),
        (r"$\sin 30^\circ+\cos 60^\circ$의 값을 구하시오.", "0"),
        (r"$\sin\frac{\pi}{6}+\cos\frac{\pi}{3}$의 값을 구하시오.", "0"),
        (r"$\sqrt[3]{8}$의 값을 구하시오.", "8/3"),
        (r"$2^x=16$을 푸시오.", "8"),
        (r"$x^3-3x^2+2x=0$을 푸시오.", "x=1"),
        (r"${}_5\mathrm{C}_2$의 값을 구하시오.", "20"),
        (r"$\log_2 24-\log_2 3$의 값을 구하시오.", "log_2 21"),
        (r"$\int_0^2 3x^2\,dx$의 값을 구하시오.", "12"),
    ],
)
def test_bare_formulas_of_all_courses_get_items_that_are_released(statement: str, answer: str) -> None:
    outcome = respond(Mistake(statement, answer), lambda *_: Grounding(), propose, verify, count=2, choices=True)
    assert len(outcome.items) == 2, outcome.rejected


def test_explain_names_the_type_or_the_own_structure() -> None:
    assert explain(QUADRATIC) == "problem type quadratic-factoring"
    own = Model(Ask("solve", unknowns=("x",)), {"x": "real"}, given=("3(x - 2) = 2(x + 1) - 5",))
    assert recognise(own) is None
    assert explain(own) == "its own structure with other numbers"
    assert {problem.origin.type for problem in propose(Request(own)) if problem.origin} == {"own-structure"}


def test_at_least_two_types_for_every_standard() -> None:
    counts = Counter(kind.standard for kind in problem_types())
    standards = ("01-05", "02-02", "02-04", "02-08", "02-12", "02-13", "02-19", "02-20", "01-10")
    assert all(counts[f"[9수{code}]"] >= 2 for code in standards)
    assert len({kind.id for kind in problem_types()}) == len(problem_types()) >= 20


def test_distractors_name_mal_rules_that_exist() -> None:
    for kind in problem_types():
        for choice in sample_problem(kind.id, 3).choices:
            assert choice.misconception is None or choice.misconception in MAL_RULES
