"""The search for derivations with one or two mal-rules that end in a student's answer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import islice

from generation.diagnose.derivation import Derivation, compare_claims, derive, next_wrong_steps
from generation.diagnose.malrule import MAL_RULES, MalRule
from generation.diagnose.rewriting import MAX_PLACES
from generation.equivalence.values import Verdict
from generation.expression.errors import ExpressionError
from generation.expression.exact import rational_value
from generation.expression.parser import parse
from generation.expression.tree import Expr, walk
from generation.problem import AnswerValue, Model

MAX_FIRST = 16
"""First wrong steps that are gone on from, the commonest before the others."""
MAX_SECOND = 300
"""Second wrong steps that are carried to an answer, over all first ones."""
MAX_LINES = 300
"""Lines of all derivations with a second wrong step together; a line takes a tenth of a millisecond and more."""
MAX_REPEATED = 4
"""One belief carried out again and again: ``2^9·3^4·5^6`` has it three times."""
MAX_BRANCHES = 12
"""Ways of repeating a mal-rule that are followed further at each step."""
MAX_CHANCE = 0.1
"""Two different slips explain an answer only where fewer than this share of answers of its size would be explained."""
Allowed = Callable[[MalRule], bool]
Answer = tuple[AnswerValue, ...]


class Search:
    """All wrong ways of one item, found once; asked for those that end in an answer."""

    def __init__(self, model: Model, answer: Answer, allowed: Allowed = lambda rule: rule.words is None) -> None:
        self.model = model
        self.answer = answer
        self.allowed = allowed
        self.right = derive(model)
        self.verdicts: dict[str, Verdict] = {}
        steps = (d for d in next_wrong_steps(model, self.right) if allowed(MAL_RULES[d.mal_rules[0]]))
        self.first = [d for d in steps if self.compared(d.answer, self.right.answer) != "equal"]

    def one_step(self) -> list[Derivation]:
        """The first derivation of each mal-rule that ends in the answer by one wrong step."""
        return one_of_each(d for d in self.first if self._hits(d))

    def repeated(self) -> list[Derivation]:
        """Derivations in which one mal-rule is carried out two to four times; none of an item with long lines."""
        if self._is_long():
            return []
        return one_of_each(
            d for rule_id in dict.fromkeys(d.mal_rules[0] for d in self.first) for d in self._again(rule_id)
        )

    def two_steps(self, passing: Callable[[Derivation], bool] = lambda d: False) -> list[Derivation]:
        """Derivations with two different mal-rules, the commonest first.

        Where a good share of all answers of this size would be explained too, only those that ``passing`` says the
        student's working goes through. None of an item with long lines.
        """
        if self._is_long():
            return []
        hits: list[Derivation] = []
        reached: set[str] = set()
        lines = 0
        for second in islice(self._second(), MAX_SECOND):
            lines += len(second.lines) - _wrong_place(second)
            if lines > MAX_LINES:
                break
            reached.add(str(second.answer))
            if self._hits(second):
                hits.append(second)
        if self._chance(reached) > MAX_CHANCE:
            hits = [d for d in hits if passing(d)]
        return one_of_each(sorted(hits, key=lambda d: -_prior(d)))

    def _is_long(self) -> bool:
        return any(sum(1 for _ in walk(line.node)) > MAX_PLACES for line in self.right.lines)

    def _second(self) -> Iterator[Derivation]:
        ordered = sorted(self.first, key=lambda d: -_prior(d))
        for first in _different(ordered)[:MAX_FIRST]:
            for second in next_wrong_steps(self.model, first, _wrong_place(first)):
                rule = MAL_RULES[second.mal_rules[-1]]
                if second.mal_rules[0] != rule.id and self.allowed(rule):
                    yield second

    def _again(self, rule_id: str) -> Iterator[Derivation]:
        reached = [d for d in self.first if d.mal_rules == (rule_id,)]
        for _ in range(MAX_REPEATED - 1):
            reached = [
                d
                for before in reached[:MAX_BRANCHES]
                for d in next_wrong_steps(self.model, before, _wrong_place(before), only=rule_id)
            ]
            hit = next((d for d in reached if self._hits(d)), None)
            if hit is not None:
                yield hit
                return

    def _hits(self, derivation: Derivation) -> bool:
        key = str(derivation.answer)
        if key not in self.verdicts:
            self.verdicts[key] = self.compared(derivation.answer, self.answer)
        return self.verdicts[key] == "equal"

    def compared(self, a: Answer, b: Answer) -> Verdict:
        """Two answers to the item's question against each other."""
        return compare_claims(self.model, a, b)

    def _chance(self, reached: set[str]) -> float:
        """The share of whole numbers of the answer's size that two slips reach; 0 for answers that are none."""
        value = _whole(self.answer)
        if value is None:
            return 0.0
        size = max(abs(value), 10)
        numbers = {_whole((text[2:-3],)) for text in reached if text.endswith("',)")}
        return sum(1 for n in numbers if n is not None and abs(n) <= size) / (2 * size + 1)


def one_of_each(found: Iterable[Derivation]) -> list[Derivation]:
    """The first derivation of each set of mal-rules."""
    unique: dict[frozenset[str], Derivation] = {}
    for derivation in found:
        unique.setdefault(frozenset(derivation.mal_rules), derivation)
    return list(unique.values())


def _different(found: Sequence[Derivation]) -> list[Derivation]:
    """Derivations whose wrong lines differ."""
    return list({d.lines[_wrong_place(d)].node: d for d in reversed(found)}.values())[::-1]


def _wrong_place(derivation: Derivation) -> int:
    """Where the last wrong line stands."""
    return max(place for place, line in enumerate(derivation.lines) if line.mal_rule is not None)


def _prior(derivation: Derivation) -> float:
    weight = 1.0
    for rule_id in derivation.mal_rules:
        weight *= MAL_RULES[rule_id].prior
    return weight


def _whole(answer: Answer) -> int | None:
    if len(answer) != 1 or not isinstance(answer[0], str):
        return None
    try:
        node = parse(answer[0])
        value = rational_value(node) if isinstance(node, Expr) else None
    except ExpressionError:
        return None
    return None if value is None or value.denominator != 1 else int(Fraction(value))
