"""Answers that take two wrong steps: a second mal-rule carried out on what the first one leads to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generation.diagnose.continuation import model_at
from generation.diagnose.derivation import Derivation, NotDerivableError, derive, wrong_answers
from generation.diagnose.malrule import MAL_RULES
from generation.equivalence.listed import compare_listed
from generation.problem import AnswerValue, Model

MAX_CONTINUED = 60
"""First wrong steps that are gone on from; a linear equation with brackets has some 40."""
MAX_FOUND = 5
MAX_REPEATED = 4
MAX_BRANCHES = 12
"""Ways of repeating a mal-rule that are followed further at each step."""


def compound_explanations(model: Model, answer: tuple[AnswerValue, ...]) -> list[Derivation]:
    """Derivations with several wrong steps that end in the answer; at most five, in a fixed order.

    One mal-rule carried out again and again (up to four times: one belief) comes before two different ones. For the
    diagnosis of answers that no single wrong step explains.
    """
    try:
        if compare_listed(derive(model).answer, answer) != "different":
            return []
    except NotDerivableError:
        return []
    found = [*_throughout(model, answer), *sorted(_mixed(model, answer), key=lambda d: -_prior(d))]
    unique = {frozenset(derivation.mal_rules): derivation for derivation in reversed(found)}
    return [d for d in found if unique[frozenset(d.mal_rules)] is d][:MAX_FOUND]


def _throughout(model: Model, answer: tuple[AnswerValue, ...]) -> Iterator[Derivation]:
    """One mal-rule wherever it applies, in two to four steps."""
    for rule_id in MAL_RULES:
        reached = wrong_answers(model, rule_id)
        for _ in range(MAX_REPEATED - 1):
            reached = [d for first in reached[:MAX_BRANCHES] for d in _continued(model, first, rule_id)]
            hit = next((d for d in reached if compare_listed(d.answer, answer) == "equal"), None)
            if hit is not None:
                yield hit
                break


def _mixed(model: Model, answer: tuple[AnswerValue, ...]) -> Iterator[Derivation]:
    for first in _first_steps(model):
        for rule_id in MAL_RULES:
            if rule_id in first.mal_rules:
                continue
            yield from (d for d in _continued(model, first, rule_id) if compare_listed(d.answer, answer) == "equal")


def _continued(model: Model, first: Derivation, rule_id: str) -> list[Derivation]:
    """The derivation gone on from its last wrong line with one more wrong step."""
    position = max(i for i, line in enumerate(first.lines) if line.mal_rule is not None)
    following = model_at(model, first.lines[position].node)
    if following is None:
        return []
    return [
        replace(
            second,
            lines=(*first.lines[: position + 1], *second.lines[1:]),
            mal_rules=(*first.mal_rules, *second.mal_rules),
        )
        for second in wrong_answers(following, rule_id)
    ]


def _first_steps(model: Model) -> list[Derivation]:
    """Commonest mal-rules first, up to the budget."""
    ordered = sorted(MAL_RULES.values(), key=lambda rule: (-rule.prior, rule.id))
    steps = [derivation for rule in ordered for derivation in wrong_answers(model, rule.id)]
    return steps[:MAX_CONTINUED]


def _prior(derivation: Derivation) -> float:
    weight = 1.0
    for rule_id in derivation.mal_rules:
        weight *= MAL_RULES[rule_id].prior
    return weight
