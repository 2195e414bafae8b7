"""``statement``: formulas, numbers and the request of the text against the model."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from fractions import Fraction

from generation.equivalence.relations import solution_set
from generation.expression.errors import ExpressionError
from generation.expression.exact import rational_value
from generation.expression.formulas import segments
from generation.expression.parser import parse
from generation.expression.render import infix
from generation.expression.tree import Div, Expr, Logic, Mixed, Neg, Node, Num, Percent, Sym, symbols, walk
from generation.verify.certificate import CheckResult
from generation.verify.context import Context, result
from generation.verify.matching import flattened, match, occurs_in
from generation.verify.wording import (
    agrees,
    count_words,
    domain_words,
    negation,
    numbers_in,
    other_words,
    percent_values,
    requested,
)

NAME = "statement"
MAX_STATEMENT = 10_000
_BARE_NUMBER = re.compile(r"[0-9][0-9,.\s]*%?")
STRUCTURAL = frozenset(Fraction(n) for n in (0, 1, 2, 10, 100, 1000, 60))
"""Numbers that a model may add by itself: neutral elements, odd and even, percent, units of time and length."""


@dataclass(slots=True)
class _Findings:
    """What contradicts (failures), what could not be told (doubts), what keeps the text from being a proof (caps)."""

    failures: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    caps: list[str] = field(default_factory=list)


def check(context: Context) -> CheckResult:
    """Passed uncapped only where the formulas are the model and the words say nothing else."""
    if len(context.problem.statement) > MAX_STATEMENT:
        return result(NAME, "undecided", f"a statement of more than {MAX_STATEMENT} characters")
    if not context.reading.is_complete:
        return result(NAME, "undecided", "the model could not be read")
    findings = _Findings()
    words, formulas = _cut(context.problem.statement, (context.problem.model.ask.of or "").strip(), findings)
    _request(context, words, findings)
    _domains(context, words, formulas, findings)
    if not findings.doubts:  # with a formula unread, what is missing is no evidence
        _contents(context, words, formulas, findings)
    if findings.failures:
        return result(NAME, "failed", findings.failures[0], *findings.failures[1:], *findings.doubts)
    if findings.doubts:
        return result(NAME, "undecided", findings.doubts[0], *findings.doubts[1:])
    if findings.caps:
        detail = "the numbers are accounted for, the words are not proved"
        return result(NAME, "passed", detail, *findings.caps, capped=True)
    return result(NAME, "passed", "the formulas of the text are the model")


def _cut(statement: str, asked: str, findings: _Findings) -> tuple[str, list[Node]]:
    words: list[str] = []
    formulas: list[Node] = []
    for segment in segments(statement):
        if not segment.is_formula or (_BARE_NUMBER.fullmatch(segment.text) and segment.text.strip() != asked):
            words.append(segment.text)  # a number belongs to the words around it: 6,800원, 5백
            continue
        text = segment.text.rstrip(" =?□_")
        try:
            formulas.append(parse(text))
            words.append(" ")
        except ExpressionError as error:
            findings.doubts.append(f"the formula '{text[:60]}' could not be read: {error}")
    return "".join(words), flattened(formulas)


def _request(context: Context, words: str, findings: _Findings) -> None:
    ask = context.problem.model.ask
    if (negated := negation(words)) is not None:
        findings.doubts.append(f"'{negated}' may turn the request around")
    meant = requested(words, context.problem.language)
    if meant is None:
        findings.caps.append("the words make no request that is known")
    elif not agrees(ask, meant):
        wanted = " or ".join(sorted(form or kind for kind, form in meant))
        findings.failures.append(f"the text asks for {wanted}, the model for {ask.form or ask.kind}")


def _domains(context: Context, words: str, formulas: list[Node], findings: _Findings) -> None:
    if context.problem.model.ask.kind == "form" or not context.reading.domains:
        return
    declared = {domain.name for domain in context.reading.domains.values()}
    named = domain_words(words)
    for word, names in named:
        if not names & declared:
            findings.failures.append(f"the text restricts to '{word.strip()}', the model does not")
    for name, domain in context.reading.domains.items():
        stated = any(domain.name in names for _, names in named) or _states(formulas, name, context)
        if domain.name != "real" and not stated:
            findings.caps.append(f"that {name} is {domain.name} is not said in the text")


def _states(formulas: list[Node], name: str, context: Context) -> bool:
    """Whether formulas of the text describe the domain of a symbol, as in ``단, x > 0``."""
    if (domain := context.reading.domains.get(name)) is None:
        return False
    relations = [f for f in formulas if isinstance(f, Logic) and symbols(f) == {name}]
    try:
        return any(solution_set(relation, name) == domain.reals for relation in relations)
    except ExpressionError:
        return False


def _contents(context: Context, words: str, formulas: list[Node], findings: _Findings) -> None:
    reading = context.reading
    model = flattened([*reading.given, *([reading.of] if reading.of is not None else [])])
    matched = match(formulas, model)
    for text_side, model_side in matched.loose:
        findings.caps.append(f"'{infix(text_side)}' of the text is written '{infix(model_side)}' in the model")
    numbers = numbers_in(words)
    for node in matched.text_alone:
        _text_alone(node, context, model, numbers, findings)
    left_over: list[Node] = [node for node in matched.model_alone if not isinstance(node, Sym)]
    missing = symbols_missing(matched.model_alone, formulas)
    if missing:
        findings.caps.append(f"the letter asked for, {', '.join(missing)}, does not stand in the text")
    _numbers(words, numbers, left_over, findings)
    rest = other_words(words)
    if rest:
        findings.caps.append("words beyond a bare request: " + ", ".join(rest[:12]))


def symbols_missing(alone: tuple[Node, ...], formulas: list[Node]) -> list[str]:
    """Letters that are asked for alone and never occur in the text."""
    seen = frozenset[str]().union(*(symbols(formula) for formula in formulas))
    return sorted({node.name for node in alone if isinstance(node, Sym)} - seen)


def _text_alone(
    node: Node, context: Context, model: list[Node], numbers: list[frozenset[Fraction]], findings: _Findings
) -> None:
    """A formula of the text without partner: a letter, a number, a domain, a part of a relation, or a contradiction."""
    if isinstance(node, Sym):
        if node.name not in context.reading.domains:
            findings.caps.append(f"the letter {node.name} of the text is not in the model")
        return
    if isinstance(node, Percent) and (share := rational_value(node.arg)) is not None:
        numbers.append(percent_values(share))
        return
    if _is_literal(node) and isinstance(node, Expr) and (value := rational_value(node)) is not None:
        numbers.append(frozenset({abs(value), value}))
        return
    if isinstance(node, Logic) and any(_states([node], name, context) for name in symbols(node)):
        return
    if occurs_in(node, model):
        findings.caps.append(f"'{infix(node)}' of the text is a part of the model")
        return
    findings.failures.append(f"'{infix(node)}' of the text is not in the model")


def _is_literal(node: Node) -> bool:
    """A number as it stands, nothing to work out: by its value alone, a calculation would pass for another's number."""
    match node:
        case Neg(arg):
            return _is_literal(arg)
        case Num() | Mixed() | Div(Num(), Num(), False):
            return True
        case _:
            return False


def _numbers(words: str, numbers: list[frozenset[Fraction]], alone: list[Node], findings: _Findings) -> None:
    """Numbers outside of matched formulas, as multisets, against those of the relations that no formula states."""
    available = [value for node in alone for value in literals(node)]
    spare = list(available)
    accounted: set[Fraction] = set()
    for values in numbers:
        hit = next((value for value in spare if value in values), None)
        if hit is None:
            shown = str(min(values, key=lambda v: (abs(v.denominator), v)))
            findings.failures.append(f"the number {shown} of the text is not in the model")
            continue
        spare.remove(hit)
        accounted |= values
    for word, value in count_words(words):
        if value in spare:
            spare.remove(value)
            accounted.add(value)
        else:
            findings.caps.append(f"the number word '{word}'")
    for value in spare:
        if value not in accounted and value not in STRUCTURAL:
            findings.failures.append(f"the number {value} of the model is not in the text")
    for node in alone:
        if numbers or count_words(words):
            findings.caps.append(f"'{infix(node)}' is not written in the text")
        else:
            findings.failures.append(f"'{infix(node)}' of the model is not in the text")


def literals(node: Node) -> list[Fraction]:
    """Every number written in a tree, without signs."""
    found: list[Fraction] = []
    for part in walk(node):
        if isinstance(part, Num):
            found.append(part.value)
        elif isinstance(part, Mixed):
            found.append(part.whole + Fraction(part.numerator, part.denominator))
    return found
