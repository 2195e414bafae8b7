"""From a wrong answer to the misconceptions that produce it, each with the derivation as evidence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generation.diagnose.compounds import compound_explanations
from generation.diagnose.derivation import Derivation, NotDerivableError, derive, wrong_answers
from generation.diagnose.malrule import MAL_RULES, MalRule
from generation.diagnose.procedure.reasons import reason_text
from generation.diagnose.working import WrongLine, first_wrong_line
from generation.equivalence.listed import compare_listed
from generation.expression.errors import ExpressionError
from generation.expression.formulas import formulas
from generation.expression.parser import parse
from generation.expression.render import infix, latex
from generation.mistake import Mistake
from generation.problem import AnswerValue, Language, Model
from generation.reading.answer import read_answer
from generation.reading.statement import Unread, read
from generation.reading.wording import language_of

MAX_CANDIDATES = 5
ONLY_EXPLANATION = 0.9
"""Confidence of a single candidate of ordinary prior: another slip may always lead to the same answer."""
SEVERAL_STEPS = 0.3
"""Confidence shared by explanations that repeat one wrong step."""
SAME_LINE = 2.0
"""Weight of each line of the student's own working that a derivation passes through."""


@dataclass(frozen=True, slots=True)
class EvidenceLine:
    """One line of the evidence; ``wrong`` marks the step that the misconception explains."""

    infix: str
    latex: str
    reason: str
    wrong: bool


@dataclass(frozen=True, slots=True)
class Candidate:
    """A misconception that explains the answer."""

    id: str
    name: str
    belief: str
    confidence: float
    evidence: tuple[EvidenceLine, ...]


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What is known about a mistake. ``misconceptions`` is empty where nothing explains the answer."""

    language: Language
    model: Model | None
    misconceptions: tuple[Candidate, ...] = ()
    answer_read: bool = False
    answer_is_right: bool = False
    first_wrong_line: WrongLine | None = None
    """Where a working was given: its first line that does not follow."""
    note: str = ""
    """Why something is missing: what could not be read or derived, in English."""


def diagnose(mistake: Mistake) -> Diagnosis:
    """Explain a mistake by the mal-rules whose derivation ends in the student's answer, best first."""
    language = mistake.language or language_of(mistake.statement)
    model = read(mistake.statement)
    if isinstance(model, Unread):
        return Diagnosis(language, None, note=f"statement: {model.reason}")
    answer = read_answer(mistake.student_answer, model)
    if isinstance(answer, Unread):
        return Diagnosis(language, model, note=f"student_answer: {answer.reason}")
    try:
        right = derive(model)
    except NotDerivableError as error:
        return Diagnosis(language, model, answer_read=True, note=f"statement: {error}")
    if compare_listed(answer, right.answer) == "equal":
        return Diagnosis(language, model, answer_read=True, answer_is_right=True, note=_form_note(model))
    wrong_line = first_wrong_line(model, mistake.working, answer) if mistake.working else None
    ranked = _ranked(list(_explanations(model, answer)), mistake, wrong_line)
    candidates = tuple(_candidates(ranked, language, ONLY_EXPLANATION))
    if not candidates:
        several = [
            (1.0, MAL_RULES[derivation.mal_rules[0]], derivation)
            for derivation in compound_explanations(model, answer)
            if len(set(derivation.mal_rules)) == 1  # two different slips explain a third of all wrong integers: a guess
        ]
        candidates = tuple(_candidates(several, language, SEVERAL_STEPS))
    return Diagnosis(language, model, candidates, answer_read=True, first_wrong_line=wrong_line)


def _form_note(model: Model) -> str:
    return "the value is right; its form was not compared" if model.ask.kind == "form" else ""


def _explanations(model: Model, answer: tuple[AnswerValue, ...]) -> Iterator[tuple[MalRule, Derivation]]:
    """Every mal-rule with the first of its derivations that ends in the answer."""
    for rule in MAL_RULES.values():
        for derivation in wrong_answers(model, rule.id):
            if compare_listed(answer, derivation.answer) == "equal":
                yield rule, derivation
                break


def _ranked(
    found: list[tuple[MalRule, Derivation]], mistake: Mistake, wrong_line: WrongLine | None
) -> list[tuple[float, MalRule, Derivation]]:
    worked = _worked_lines(mistake)
    causes = wrong_line.mal_rules if wrong_line else ()
    weighed = [
        (rule.prior * SAME_LINE ** (_shared(derivation, worked) + (rule.id in causes)), rule, derivation)
        for rule, derivation in found
    ]
    return sorted(weighed, key=lambda item: (-item[0], len(item[2].lines), item[1].id))[:MAX_CANDIDATES]


def _worked_lines(mistake: Mistake) -> frozenset[str]:
    """The formulas of the student's working, and of an answer written as a chain, in one notation."""
    lines: set[str] = set()
    for text in formulas(mistake.working or "") + formulas(mistake.student_answer):
        for piece in (text, *text.split("=")):
            try:
                lines.add(infix(parse(piece)))
            except ExpressionError:
                continue  # a line of the working that cannot be read says nothing
    return frozenset(lines)


def _shared(derivation: Derivation, worked: frozenset[str]) -> int:
    first_wrong = next(i for i, line in enumerate(derivation.lines) if line.mal_rule)
    return sum(infix(line.node) in worked for line in derivation.lines[first_wrong:-1])


def _candidates(
    ranked: list[tuple[float, MalRule, Derivation]], language: Language, most: float
) -> Iterator[Candidate]:
    total = sum(weight for weight, _, _ in ranked)
    for weight, rule, derivation in ranked:
        share = most * weight / total
        yield Candidate(
            rule.id, rule.name(language), rule.belief(language), round(share, 3), _evidence(derivation, language)
        )


def _evidence(derivation: Derivation, language: Language) -> tuple[EvidenceLine, ...]:
    return tuple(
        EvidenceLine(
            infix(line.node),
            latex(line.node).replace(r"\text{ or }", r"\text{ 또는 }" if language == "ko" else r"\text{ or }"),
            MAL_RULES[line.mal_rule].name(language) if line.mal_rule else reason_text(line.reason, language),
            line.mal_rule is not None,
        )
        for line in derivation.lines
    )
