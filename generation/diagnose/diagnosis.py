"""From a wrong answer to the misconceptions that produce it, each with the derivation as evidence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from types import MappingProxyType

from generation.diagnose.claims import first_false_line, number_claims
from generation.diagnose.decisions import Decided
from generation.diagnose.derivation import Derivation, NotDerivableError, compare_claims
from generation.diagnose.finish import unfinished
from generation.diagnose.malrule import MAL_RULES, MalRule
from generation.diagnose.procedure.reasons import reason_text
from generation.diagnose.search import Search, one_of_each
from generation.diagnose.worked import UNWORKED, worked_models
from generation.diagnose.working import WrongLine, first_wrong_line, worked_lines
from generation.expression.effort import ExhaustedError, limited
from generation.expression.render import infix, latex
from generation.expression.tree import Node, Relation, Sym
from generation.mistake import Mistake
from generation.problem import AnswerValue, Ask, Language, Model
from generation.reading.answer import read_answer
from generation.reading.answer_unit import other_unit
from generation.reading.sentences import SENTENCES, Told
from generation.reading.statement import Unread, read
from generation.reading.wording import language_of

UNDECIDED: Mapping[str, Decided] = MappingProxyType({})
MAX_CANDIDATES = 5
MAX_WORKING = 60
"""Lines of a working whose number sentences are checked."""
MAX_STEPS = 100_000
"""What one mistake may take; the longest school items take a seventh of it."""
ONLY_EXPLANATION = 0.9
"""Confidence in a misconception that alone explains the answer; a slip of the pen is never excluded."""
SEVERAL_STEPS = 0.6
"""The most that an explanation by several wrong steps may get."""
SAME_STANDARD = 3.0
"""Weight of a mal-rule that belongs to the standard of a told item, against slips in its arithmetic."""
SAME_LINE = 4.0
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
    """A misconception that explains the answer. ``with_`` names the other one where it takes two wrong steps."""

    id: str
    name: str
    belief: str
    confidence: float
    evidence: tuple[EvidenceLine, ...]
    with_: str | None = None


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What is known about a mistake. ``misconceptions`` is empty where nothing explains the answer."""

    language: Language
    model: Model | None
    misconceptions: tuple[Candidate, ...] = ()
    answer_read: bool = False
    answer_is_right: bool = False
    answer_is_unfinished: bool = False
    """The value is right, but not in the form asked for, or not worked out; ``note`` says what is left."""
    first_wrong_line: WrongLine | None = None
    """Where a working was given: its first line that does not follow."""
    note: str = ""
    """Why something is missing: what could not be read or derived, in English."""


def diagnose(mistake: Mistake, counts: Mapping[str, Decided] = UNDECIDED, model: Model | None = None) -> Diagnosis:
    """Explain a mistake by the mal-rules whose derivation ends in the student's answer, best first.

    ``counts`` are what teachers decided before, by mal-rule. ``model`` is the statement's reading where it is known.
    None is found where that would take more than :data:`MAX_STEPS`.
    """
    language = mistake.language or language_of(mistake.statement)
    found = model or read(mistake.statement)
    try:
        with limited(MAX_STEPS):
            return _diagnosed(mistake, language, found, counts)
    except ExhaustedError as error:
        known = None if isinstance(found, Unread) else found
        return Diagnosis(language, known, answer_read=known is not None, note=f"no cause was found: {error}")


def _diagnosed(mistake: Mistake, language: Language, found: Model | Unread, counts: Mapping[str, Decided]) -> Diagnosis:
    if isinstance(found, Unread):
        return _from_number_sentences(mistake, language, f"statement: {found.reason}", counts)
    answer = read_answer(mistake.student_answer, found)
    if isinstance(answer, Unread):
        return Diagnosis(language, found, note=f"student_answer: {answer.reason}")
    told = SENTENCES.read(mistake.statement)
    told = told if told is not None and told.model == found else None
    try:
        searches = _searches(mistake.statement, found, told, answer)
    except NotDerivableError as error:
        if told is not None and told.lines and compare_claims(found, answer, told.lines[-1:]) == "equal":
            unit = other_unit(mistake.statement, mistake.student_answer)
            note = f"the value is right, but {unit}" if unit else ""
            return Diagnosis(
                language, found, answer_read=True, answer_is_right=not unit, answer_is_unfinished=bool(unit), note=note
            )
        return Diagnosis(language, found, answer_read=True, note=f"statement: {error}")
    if compare_claims(found, answer, searches[0].right.answer) == "equal":
        left = unfinished(found, answer) or other_unit(mistake.statement, mistake.student_answer)
        return Diagnosis(
            language,
            found,
            answer_read=True,
            answer_is_right=left is None,
            answer_is_unfinished=left is not None,
            note=f"the value is right, but {left}" if left else "",
        )
    standard = None if told is None else told.standard
    return _explained(mistake, language, found, answer, searches, counts, standard)


def _from_number_sentences(mistake: Mistake, language: Language, note: str, counts: Mapping[str, Decided]) -> Diagnosis:
    """What the arithmetic of the working says where the statement is not read: its first false number sentence."""
    lines = (mistake.working or "").splitlines()[:MAX_WORKING]
    place = first_false_line(lines)
    if place is None:
        return Diagnosis(language, None, note=note)
    false = next((claim for claim in number_claims(lines[place]) if not claim.holds()), None)
    ways: list[Derivation] = []
    if false is not None:
        asked = Model(Ask("value", of=infix(false.left)))
        with suppress(NotDerivableError):
            ways = Search(asked, (infix(false.right),)).one_step()
    ranked = _ranked(ways, frozenset(), (), counts)
    wrong_line = WrongLine(place + 1, lines[place].strip(), tuple(way.mal_rules[0] for _, way in ranked))
    candidates = tuple(_candidates(ranked, language, ONLY_EXPLANATION))
    return Diagnosis(language, None, candidates, first_wrong_line=wrong_line, note=note)


def _explained(
    mistake: Mistake,
    language: Language,
    model: Model,
    answer: tuple[AnswerValue, ...],
    searches: Sequence[Search],
    counts: Mapping[str, Decided],
    standard: str | None,
) -> Diagnosis:
    wrong_line = None
    if mistake.working:
        wrong_line = first_wrong_line(model, mistake.working, answer, mistake.statement) or _false_line(mistake.working)
    worked = worked_lines(mistake)
    causes = wrong_line.mal_rules if wrong_line else ()
    ways, most = one_of_each(way for search in searches for way in search.one_step()), ONLY_EXPLANATION
    for deeper in (searches[1:] or searches) if not ways else ():
        ways, most = deeper.repeated() or deeper.two_steps(lambda d: _passed(d, worked) > 0), SEVERAL_STEPS
        if ways:
            break
    ranked = _ranked(ways, worked, causes, counts, standard)
    return Diagnosis(
        language, model, tuple(_candidates(ranked, language, most)), answer_read=True, first_wrong_line=wrong_line
    )


def _searches(statement: str, model: Model, told: Told | None, answer: tuple[AnswerValue, ...]) -> list[Search]:
    """A search from the model where it is derived, then those from the formulas that a told solution writes down.

    Raises NotDerivableError where there is neither.
    """

    def allowed(rule: MalRule) -> bool:
        return rule.belongs_to(statement)

    lines = told.lines if told is not None and model.ask.kind not in UNWORKED and len(answer) == 1 else ()
    written = [Search(line, answer, allowed) for line in worked_models(lines)]
    try:
        return [Search(model, answer, allowed), *written]
    except NotDerivableError:
        if not written:
            raise
        return written


def _false_line(working: str) -> WrongLine | None:
    """The first line with a false number sentence, where no line could be held against the one before."""
    lines = working.splitlines()[:MAX_WORKING]
    place = first_false_line(lines)
    return None if place is None else WrongLine(place + 1, lines[place].strip(), ())


def _ranked(
    ways: Sequence[Derivation],
    worked: frozenset[str],
    causes: Sequence[str],
    counts: Mapping[str, Decided],
    standard: str | None = None,
) -> list[tuple[float, Derivation]]:
    """The likeliest first: how common the mal-rules are, whether they belong to the item's standard, what teachers
    decided, what the working shows; then the shortest."""
    weighed: list[tuple[float, Derivation]] = []
    for way in ways:
        weight = SAME_LINE ** (_passed(way, worked) + any(rule_id in causes for rule_id in way.mal_rules))
        for rule_id in dict.fromkeys(way.mal_rules):
            weight *= SAME_STANDARD if standard in MAL_RULES[rule_id].standards else 1.0
            weight *= MAL_RULES[rule_id].prior * counts.get(rule_id, Decided()).weight()
        weighed.append((weight, way))
    return sorted(weighed, key=lambda item: (-item[0], len(item[1].lines), item[1].mal_rules))[:MAX_CANDIDATES]


def _passed(way: Derivation, worked: frozenset[str]) -> int:
    """How many of its lines from the first wrong one on, short of the last, stand in the student's working."""
    first_wrong = next(i for i, line in enumerate(way.lines) if line.mal_rule)
    return sum(_stands_in(line.node, worked) for line in way.lines[first_wrong:-1])


def _stands_in(node: Node, worked: frozenset[str]) -> bool:
    """Whether a line is written in the working; of ``x = 7 - 1/3`` the right side is enough."""
    if infix(node) in worked:
        return True
    return isinstance(node, Relation) and isinstance(node.left, Sym) and infix(node.right) in worked


def _candidates(ranked: list[tuple[float, Derivation]], language: Language, most: float) -> Iterator[Candidate]:
    total = sum(weight for weight, _ in ranked)
    for weight, way in ranked:
        rule, other = _named(way)
        yield Candidate(
            rule.id,
            rule.name(language),
            rule.belief(language),
            round(most * weight / total, 3),
            _evidence(way, language),
            None if other is None else other.id,
        )


def _named(way: Derivation) -> tuple[MalRule, MalRule | None]:
    """The mal-rule that a derivation is named by, and the other one where it has two: the commoner comes first."""
    first, *others = sorted(
        (MAL_RULES[rule_id] for rule_id in dict.fromkeys(way.mal_rules)), key=lambda rule: -rule.prior
    )
    return first, others[0] if others else None


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
