"""The pipeline with ports of the test's own: only verified problems leave, within bounds, and it says why fewer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from generation.diagnose.diagnosis import Diagnosis
from generation.expression.errors import BudgetError
from generation.mistake import Mistake
from generation.pipeline import ROUNDS, Grounding, Outcome, Verify, respond
from generation.problem import Answer, Ask, Model, Problem
from generation.symbolic.engine import Request
from generation.verify.certificate import Certificate, Verdict
from retrieval.standard import load_standards

MISTAKE = Mistake("$(x+3)^2$을 전개하시오.", "x^2+9")


class Engine:
    """Numbers its problems from 1; knows how many it can make of each misconception."""

    def __init__(self, stock: dict[str | None, int] | None = None) -> None:
        self.asked: list[Request] = []
        self._stock = stock
        self._made = 0

    def __call__(self, request: Request) -> Sequence[Problem]:
        self.asked.append(request)
        left = request.count if self._stock is None else min(request.count, self._stock.get(request.misconception, 0))
        if self._stock is not None:
            self._stock[request.misconception] = self._stock.get(request.misconception, 0) - left
        made = range(self._made + 1, self._made + left + 1)
        self._made += left
        model = Model(Ask("value", of="1"))
        return [Problem(f"problem {n}", model, Answer(("1",)), targets=request.misconception) for n in made]


def judge(*refused: int, verdict: Verdict = "refuted") -> Verify:
    def verify(problem: Problem, source: str | None = None) -> Certificate:
        assert source == MISTAKE.statement
        number = int(problem.statement.split()[1])
        return Certificate(verdict if number in refused else "proved", (), problem.sha256())

    return verify


def nothing(mistake: Mistake, diagnosis: Diagnosis) -> Grounding:
    return Grounding()


def statements(outcome: Outcome) -> list[str]:
    return [item.problem.statement for item in outcome.items]


def test_what_is_refused_is_counted_and_replaced() -> None:
    engine = Engine()
    outcome = respond(MISTAKE, nothing, engine, judge(1, 3), count=3, seed=9)
    assert statements(outcome) == ["problem 2", "problem 4", "problem 5"]
    assert (outcome.rejected, outcome.shortage) == ({"refuted": 2}, None)
    assert [request.count for request in engine.asked] == [3, 2]
    assert [request.misconception for request in engine.asked] == ["square-of-sum", "square-of-sum"]
    assert engine.asked[0].seed == 9
    assert engine.asked[1].seed != 9


@pytest.mark.parametrize("verdict", ["refuted", "undecided"])
def test_nothing_unverified_leaves_and_the_engine_is_not_asked_forever(verdict: Verdict) -> None:
    engine = Engine()
    outcome = respond(MISTAKE, nothing, engine, judge(*range(1, 1000), verdict=verdict), count=3)
    misconceptions = len(outcome.diagnosis.misconceptions)
    assert (outcome.items, outcome.shortage) == ((), "too_few_verified")
    assert outcome.rejected == {verdict: 3 * ROUNDS * (misconceptions + 1)}
    assert len(engine.asked) == ROUNDS * (misconceptions + 1)


def test_where_one_misconception_runs_dry_problems_without_one_follow() -> None:
    engine = Engine({"square-of-sum": 1, None: 5})
    outcome = respond(MISTAKE, nothing, engine, judge(), count=3)
    assert [item.problem.targets for item in outcome.items] == ["square-of-sum", None, None]


def test_an_engine_without_the_type_gives_none_and_it_is_said() -> None:
    outcome = respond(MISTAKE, nothing, Engine({}), judge())
    assert (outcome.items, outcome.rejected, outcome.shortage) == ((), {}, "no_problem_type")


def test_an_engine_beyond_its_bounds_gives_none() -> None:
    def beyond(request: Request) -> Sequence[Problem]:
        raise BudgetError("too large")

    assert respond(MISTAKE, nothing, beyond, judge()).shortage == "no_problem_type"


def test_the_same_problem_twice_is_handed_out_once() -> None:
    same = Problem("problem 1", Model(Ask("value", of="1")), Answer(("1",)))
    outcome = respond(MISTAKE, nothing, lambda request: [same], judge(), count=2)
    assert statements(outcome) == ["problem 1"]
    assert outcome.shortage == "too_few_verified"


def test_a_statement_that_cannot_be_read_gives_no_problems() -> None:
    engine = Engine()
    outcome = respond(replace(MISTAKE, statement="풀어 보시오."), nothing, engine, judge())
    assert (outcome.items, outcome.shortage, engine.asked) == ((), "statement_unread", [])


def test_nothing_asked_for_is_no_shortage() -> None:
    outcome = respond(MISTAKE, nothing, Engine(), judge(), count=0)
    assert (outcome.items, outcome.shortage) == ((), None)


def test_ids_follow_from_problem_and_mistake() -> None:
    def ids(source: str | None) -> list[str | None]:
        outcome = respond(MISTAKE, nothing, Engine(), judge(), count=2, source=source)
        return [item.problem.id for item in outcome.items]

    assert ids("mistake:1") == ids("mistake:1")
    assert not set(ids("mistake:1")) & set(ids("mistake:2"))
    assert len(set(ids(None))) == 2


def test_the_engine_is_told_what_grounds_the_problem() -> None:
    engine = Engine()
    standard = load_standards()["[9수02-19]"]
    respond(
        replace(MISTAKE, standard="9수02–19", language="en"),
        lambda mistake, diagnosis: Grounding(standard),
        engine,
        judge(),
        choices=True,
        source="mistake:1",
    )
    request = engine.asked[0]
    assert (request.standard, request.language, request.choices) == ("[9수02-19]", "en", True)
    assert (request.source, request.grounding) == ("mistake:1", ("standard:[9수02-19]",))
