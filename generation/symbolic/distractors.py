"""The five choices: the key, what mal-rules make of the item, and near misses where those are too few."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from functools import cache
from random import Random

from generation.diagnose.malrule import MAL_RULES, MalRule
from generation.diagnose.worked import all_wrong_answers
from generation.equivalence.listed import compare_listed
from generation.expression.errors import ExpressionError, NotExactError
from generation.expression.exact import exact, rational_value
from generation.expression.parser import parse
from generation.expression.tree import (
    Add,
    And,
    Call,
    Div,
    Expr,
    Logic,
    Mul,
    Neg,
    Node,
    Num,
    Pow,
    Relation,
    Sub,
    Sym,
    children,
    terms,
    walk,
)
from generation.problem import AnswerValue, Choice, Model
from generation.symbolic.near_misses import near_misses
from generation.symbolic.presentation import presented_values
from generation.symbolic.problem_type import PROBLEM_TYPES, ProblemType

CHOICES = 5
SAMPLES_FOR_RULES = 12
MAX_DENOMINATOR = 60
FAR, NEAR = 3, 4
"""Values beyond three times the largest of the key (but at least 12) come last among the choices."""
MAX_NUMBER = 10_000
"""A distractor with a larger one would stand out among the choices."""


@cache
def rules_of_type(type_id: str) -> tuple[str, ...]:
    """The mal-rules that give wrong answers on items of a type, found by running them on samples."""
    kind = PROBLEM_TYPES[type_id]
    rng = Random(f"rules of {type_id}")
    found: set[str] = set()
    candidates = [rule.id for rule in MAL_RULES.values() if _belongs(rule, kind)]
    for _ in range(SAMPLES_FOR_RULES):
        draw = kind.sample(rng)
        model, lines = kind.model(draw), draw.lines
        found |= {
            rule
            for rule in candidates
            if rule not in found and next(all_wrong_answers(model, lines, rule), None) is not None
        }
    return tuple(rule_id for rule_id in MAL_RULES if rule_id in found)


def _belongs(rule: MalRule, kind: ProblemType) -> bool:
    """Whether a mal-rule may explain answers to items of a type: by the type's sentences, or else its standard."""
    if kind.telling is None:
        return rule.belongs_to_standard(kind.standard)
    return any(rule.belongs_to(text) for texts in kind.telling.says.values() for text in texts)


def target_answer(
    model: Model, key: Sequence[AnswerValue], rule_id: str, lines: Sequence[str] = ()
) -> tuple[AnswerValue, ...] | None:
    """The wrong answer that exposes a misconception on this item, or None where it would not show.

    Where a mal-rule leads to several, those with logarithms where the key has some come first, then those that are
    written out to the end.
    """
    logs = _has_logarithm(key)
    wrong = (d.answer for d in all_wrong_answers(model, lines, rule_id) if _differs(d.answer, key))
    shown = [answer for answer in wrong if _presentable(answer)]
    return min(shown, key=lambda answer: (_has_logarithm(answer) != logs, not _tidy(answer, model)), default=None)


def _differs(a: Sequence[AnswerValue], b: Sequence[AnswerValue]) -> bool:
    return compare_listed(a, b) == "different"


def _has_logarithm(values: Sequence[AnswerValue]) -> bool:
    return any("log" in text for text in _texts(values))


def five_choices(
    model: Model,
    key: tuple[AnswerValue, ...],
    rules: Sequence[str],
    target: str | None,
    rng: Random,
    tempting: Sequence[tuple[AnswerValue, ...]] = (),
    lines: Sequence[str] = (),
    standard: str | None = None,
) -> tuple[Choice, ...] | None:
    """The key and four distractors in random order; None where four different ones cannot be found.

    The targeted mal-rule's answer comes first, then those of ``rules``, the common ones before the rare, then what
    is ``tempting`` by the type itself, then near misses. Where the type itself has tempting answers, these come before
    slips that belong to other standards than the item's.
    """
    chosen: list[Choice] = [Choice(key, correct=True)]
    others = [rule_id for rule_id in rules if rule_id != target]
    rng.shuffle(others)
    others.sort(key=lambda rule_id: -MAL_RULES[rule_id].prior)
    foreign = [rule_id for rule_id in others if tempting and standard not in MAL_RULES[rule_id].standards]
    own = [rule_id for rule_id in others if rule_id not in foreign]
    odd: list[tuple[str, tuple[AnswerValue, ...]]] = []

    def choose(rule_ids: Sequence[str]) -> None:
        for rule_id in rule_ids:
            wrong = target_answer(model, key, rule_id, lines) if len(chosen) < CHOICES else None
            if wrong is None or (rule_id != target and not (_as_clean(wrong, key) and _tidy(wrong, model))):
                continue
            if rule_id != target and not _could_be(wrong, model):
                continue
            if rule_id != target and _stands_out(wrong, key):
                odd.append((rule_id, wrong))
            elif _is_new(wrong, chosen):
                chosen.append(Choice(presented_values(model, wrong), misconception=rule_id))

    def choose_near(answers: Iterable[tuple[AnswerValue, ...]]) -> None:
        for near in answers:
            if len(chosen) < CHOICES and _presentable(near) and _is_new(near, chosen):
                chosen.append(Choice(presented_values(model, near)))

    choose([*([target] if target else []), *own])
    choose_near(tempting)
    choose(foreign)
    choose_near(near_misses(key, signed=_signed(model)))
    for rule_id, wrong in odd:
        if len(chosen) < CHOICES and _is_new(wrong, chosen):
            chosen.append(Choice(presented_values(model, wrong), misconception=rule_id))
    if len(chosen) < CHOICES:
        return None
    rng.shuffle(chosen)
    return tuple(chosen)


def _is_new(values: tuple[AnswerValue, ...], chosen: list[Choice]) -> bool:
    return all(compare_listed(values, choice.value) == "different" for choice in chosen)


def _presentable(values: Sequence[AnswerValue]) -> bool:
    texts = [text for value in values for text in ([value] if isinstance(value, str) else value.values())]
    try:
        nodes = [parse(text) for text in texts]
        return bool(nodes) and (len(nodes) == 1 or not isinstance(nodes[0], Logic)) and all(map(_plain, nodes))
    except ExpressionError:
        return False


def _as_clean(values: Sequence[AnswerValue], key: Sequence[AnswerValue]) -> bool:
    """Whether a distractor does not stand out: no root, no fraction of another sort than the key has."""
    return _roughness(values) <= max(_roughness(key), 6)


def _stands_out(values: Sequence[AnswerValue], key: Sequence[AnswerValue]) -> bool:
    """Whether a student would tell it from the others by its looks: halves beside pairs of whole numbers, or values far
    from all others. One number alone may be of any sort."""
    if len(key) < 2 and not any(isinstance(value, Mapping) for value in key):
        return False
    sizes = [abs(value) for value in _numbers(key)]
    if not sizes or len(sizes) != len(_texts(key)):
        return False
    most = FAR * max([*sizes, Fraction(NEAR)])
    return _roughness(values) > _roughness(key) or any(abs(value) > most for value in _numbers(values))


def _could_be(values: Sequence[AnswerValue], model: Model) -> bool:
    """Whether an answer is one to the question at all: no probability beyond 1, no count below 0 or broken."""
    numbers = _numbers(values)
    if model.ask.kind == "probability":
        return all(0 <= value <= 1 for value in numbers)
    return model.ask.kind != "count" or all(value >= 0 and value.denominator == 1 for value in numbers)


def _texts(values: Sequence[AnswerValue]) -> list[str]:
    return [text for value in values for text in ([value] if isinstance(value, str) else value.values())]


def _numbers(values: Sequence[AnswerValue]) -> list[Fraction]:
    """The rational ones among the values."""
    found: list[Fraction] = []
    for text in _texts(values):
        node = parse(text)
        value = rational_value(node) if isinstance(node, Expr) else None
        if value is not None:
            found.append(value)
    return found


def _roughness(values: Sequence[AnswerValue]) -> int:
    """The largest denominator, and 1,000 for a square root."""
    worst = 1
    for value in values:
        for text in [value] if isinstance(value, str) else value.values():
            for node in walk(parse(text)):
                if isinstance(node, Call):
                    worst = max(worst, 1000)
                elif isinstance(node, Div) and isinstance(node.right, Num):
                    worst = max(worst, int(node.right.value))
    return worst


def _plain(node: Node) -> bool:
    if isinstance(node, And) and not _is_interval(node):
        return False
    if isinstance(node, Logic):
        return all(_plain(side) for side in _sides(node))
    if not isinstance(node, Expr):
        return False
    value = rational_value(node)
    if value is None:
        return True
    decimal = isinstance(node.arg if isinstance(node, Neg) else node, Num)
    return (decimal or value.denominator <= MAX_DENOMINATOR) and abs(value) < MAX_NUMBER


def _is_interval(node: And) -> bool:
    """``a < x < b`` with a below b; values of several unknowns are none of its business."""
    if all(isinstance(part, Relation) and part.op == "=" for part in node.parts):
        return True
    match node.parts:
        case (Relation("<" | "<=", low, Sym(first)), Relation("<" | "<=", Sym(second), high)) if first == second:
            below, above = rational_value(low), rational_value(high)
            return below is None or above is None or below < above
        case _:
            return False


def _tidy(values: Sequence[AnswerValue], model: Model) -> bool:
    """Whether a student would stop there: sums collected, and for factoring a product of sums."""
    for value in values:
        for text in [value] if isinstance(value, str) else value.values():
            node = parse(text)
            if not all(isinstance(part, Expr) and _collected(part) for part in _sides(node)):
                return False
            if model.ask.form == "factored" and not any(isinstance(part, Add | Sub) for part in walk(node)):
                return False
            if model.ask.form == "factored" and not isinstance(node, Mul | Pow | Neg):
                return False
    return True


def _sides(node: Node) -> list[Node]:
    """What stands on the sides of relations; everything else as it is."""
    return [side for part in children(node) for side in _sides(part)] if isinstance(node, Logic) else [node]


def _collected(expr: Expr) -> bool:
    """Whether every sum in an expression has as many terms as its collected form, and none is a bare product."""
    for part in walk(expr):
        if isinstance(part, Add | Sub):
            try:
                polynomial = exact(part).polynomial()
            except NotExactError:
                return False
            if polynomial is not None and len(polynomial.terms) != len(terms(part)):
                return False
        if isinstance(part, Mul) and not part.implicit and isinstance(part.right, Num):
            return False
    return True


def _signed(model: Model) -> bool:
    """Whether signs matter in an item: a minus sign stands in it, or it is solved."""
    return model.ask.kind == "solve" or "-" in (model.ask.of or "")
