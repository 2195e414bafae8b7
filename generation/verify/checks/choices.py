"""``choices``: exactly one is right and equals the key, all differ in value, each distractor has its mal-rule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from generation.diagnose.worked import all_wrong_answers, lines_of
from generation.equivalence.answers import Verdict, compare_nodes, matching
from generation.equivalence.values import compare_values
from generation.expression.errors import ExpressionError
from generation.expression.parser import parse, parse_expression
from generation.expression.tree import And, Collection, Expr, Node, Nothing, Or, Relation, Sym, symbols
from generation.problem import AnswerValue
from generation.verify.certificate import CheckResult, Outcome
from generation.verify.context import Context, result
from generation.verify.reading import Value

NAME = "choices"
MAX_CHOICES = 10


def check(context: Context) -> CheckResult:
    """Failed with the pair or the distractor that is wrong."""
    choices = context.problem.choices
    if not choices:
        return result(NAME, "not_applicable", "no choices")
    if not context.reading.is_complete:
        return result(NAME, "undecided", "the problem could not be read")
    if len(choices) > MAX_CHOICES:
        return result(NAME, "undecided", f"more than {MAX_CHOICES} choices")
    right = [position for position, choice in enumerate(choices) if choice.correct]
    if len(right) != 1:
        return result(NAME, "failed", f"{len(right)} choices are marked as right")
    if len(choices) < 2:
        return result(NAME, "failed", "a single choice is no choice")
    for finding in (_shapes(context), _values_differ(context), _key(context, right[0]), _distractors(context)):
        if finding is not None:
            return finding
    return result(NAME, "passed", f"{len(choices)} different choices, one right")


def _shapes(context: Context) -> CheckResult | None:
    """A choice is of the key's sort: no letters where the key has numbers, as many unknowns as the key."""
    letters = {name for value in context.reading.answer for name in _letters(value)}
    asked = context.problem.model.ask
    allowed = letters | set(context.problem.model.symbols) if asked.kind == "form" else letters
    for position, values in enumerate(context.reading.choices):
        strange = sorted({name for value in values for name in _letters(value)} - allowed - set(asked.unknowns))
        bare = [
            value for value in values if isinstance(value, Expr) and asked.kind != "form" and symbols(value) - letters
        ]
        if strange or bare:
            return result(NAME, "failed", f"choice {position + 1} has letters where the answer has none")
        if asked.kind != "solve" and (len(values) != 1 or not isinstance(values[0], Expr)):
            return result(NAME, "failed", f"choice {position + 1} is not one expression")
    return None


def _letters(value: Value) -> frozenset[str]:
    if isinstance(value, Mapping):
        return frozenset[str]().union(*(symbols(part) for part in value.values()))
    return symbols(value)


def _values_differ(context: Context) -> CheckResult | None:
    doubt: CheckResult | None = None
    for (k, a), (m, b) in combinations(enumerate(context.reading.choices), 2):
        verdict = compare_claims(a, b)
        if verdict == "equal":
            return result(NAME, "failed", f"choices {k + 1} and {m + 1} have the same value")
        if verdict == "undecided":
            doubt = result(NAME, "undecided", f"whether choices {k + 1} and {m + 1} differ")
    return doubt


def _key(context: Context, right: int) -> CheckResult | None:
    verdict = compare_claims(context.reading.choices[right], context.reading.answer)
    if verdict == "different":
        return result(NAME, "failed", f"choice {right + 1} is marked as right and is not the answer")
    if verdict == "undecided":
        return result(NAME, "undecided", f"whether choice {right + 1} is the answer")
    return None


def _distractors(context: Context) -> CheckResult | None:
    for position, choice in enumerate(context.problem.choices):
        if choice.misconception is None:
            continue
        if choice.correct:
            return result(NAME, "failed", f"choice {position + 1} is right and names a misconception")
        verdicts: set[Verdict] = set()
        for wrong in wrong_answers(context, choice.misconception):
            verdicts.add(compare_claims(context.reading.choices[position], read_claim(wrong, context)))
            if "equal" in verdicts:
                break
        if "equal" in verdicts:
            continue
        outcome: Outcome = "undecided" if "undecided" in verdicts else "failed"
        detail = f"choice {position + 1} is not what {choice.misconception} leads to"
        return result(NAME, outcome, detail)
    return None


def wrong_answers(context: Context, misconception: str) -> Iterator[tuple[AnswerValue, ...]]:
    """The answers that a misconception leads to, by its mal-rule on the model, then on the solution's lines.

    Raises ExpressionError.
    """
    lines = lines_of(step.math for step in context.problem.solution)
    return (found.answer for found in all_wrong_answers(context.problem.model, lines, misconception))


def read_claim(values: Sequence[AnswerValue], context: Context) -> list[Value]:
    """The values of an answer as trees. Raises ExpressionError."""
    names = frozenset(context.problem.model.symbols)
    return [
        parse(value, names)
        if isinstance(value, str)
        else {name: parse_expression(text, names) for name, text in value.items()}
        for value in values
    ]


def compare_claims(a: Sequence[Value], b: Sequence[Value]) -> Verdict:
    """Whether two lists of answer values claim the same."""
    if all(isinstance(value, Mapping) for value in (*a, *b)) and (a or b):
        rows_a = [value for value in a if isinstance(value, Mapping)]
        rows_b = [value for value in b if isinstance(value, Mapping)]
        return matching(rows_a, rows_b, _compare_rows)
    return compare_nodes(_node(a), _node(b))


def _compare_rows(a: Mapping[str, Expr], b: Mapping[str, Expr]) -> Verdict:
    if a.keys() != b.keys():
        return "different"
    verdicts = [compare_values(a[name], b[name]) for name in a]
    if "different" in verdicts:
        return "different"
    return "undecided" if "undecided" in verdicts else "equal"


def _node(values: Sequence[Value]) -> Node:
    """A list of values as one tree: bare values as a list, relations joined by 'or'."""
    nodes = [_row(value) if isinstance(value, Mapping) else value for value in values]
    if not nodes:
        return Nothing()
    if len(nodes) == 1:
        return nodes[0]
    logic = [node for node in nodes if isinstance(node, Relation | And | Or)]
    return Or(tuple(logic)) if len(logic) == len(nodes) else Collection("list", tuple(nodes))


def _row(value: Mapping[str, Expr]) -> Node:
    relations = tuple(Relation("=", Sym(name), expr) for name, expr in value.items())
    if not relations:
        raise ExpressionError("an answer without values")
    return relations[0] if len(relations) == 1 else And(relations)
