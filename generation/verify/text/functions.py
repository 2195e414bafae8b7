"""Words that name a function ("least common multiple", "median", "in a row") against the one that the model calls."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from generation.expression.tree import Call, Node, walk

_FAMILIES = (
    frozenset({"gcd", "lcm"}),
    frozenset({"mean", "median", "mode", "variance", "stdev"}),
    frozenset({"max", "min"}),
    frozenset({"C", "P", "H"}),
)
_REPEATED = r"중복 ?조합|중복을 허[락용]|may be repeated|repetitions? (?:is|are) allowed|combinations? with repetition"
_IN_ORDER = (
    r"일렬로|한 줄로|줄을 세|나열하|순열|회장[^.]{0,12}부회장|반장[^.]{0,12}부반장|일대일 ?함수|\bin a (?:row|line)\b|"
    r"\bline up\b|\barrange|permutation|president[^.]{0,30}(?:deputy|vice)|one-to-one function"
)
_CHOSEN = (
    r"뽑는|뽑아|뽑을|택하는|택할|고르는|선택하는|조합의 수|동시에 꺼낼|대표|\bchosen?\b|\bchoose|\bselect|combination|"
    r"\bat once\b|representatives"
)
_ROWS: tuple[tuple[str, str], ...] = (
    ("gcd", r"최대 ?공약수|greatest common (?:divisor|factor)|highest common factor|\bGC[DF]\b|\bHCF\b"),
    ("gcd", r"남김없이 똑같이|똑같이 [^.]{0,20}남김없이|shared equally[^.]*nothing left over|as many \w+ as possible"),
    ("lcm", r"최소 ?공배수|(?:least|lowest) common multiple|\bLCM\b"),
    ("lcm", r"다시 동시에|다시 함께|(?:again|next) [^.]{0,30}(?:together|at the same time)"),
    ("median", r"중앙값|\bmedian\b"),
    ("mode", r"최빈값|\bmode\b"),
    ("variance", r"분산|\bvariance\b"),
    ("stdev", r"표준 ?편차|standard deviation"),
    ("mean", r"평균|\bmean\b|\baverage\b"),
    (
        "max",
        r"가장 (?:큰|많은|긴|높은)|최댓값|최대(?!공| 공)|maximum|"
        r"\b(?:largest|greatest|biggest|highest)\b(?! common)",
    ),
    (
        "min",
        r"가장 (?:작은|적은|짧은|낮은)|최솟값|최소(?!공| 공)|minimum|\b(?:smallest|least|lowest)\b(?! common)",
    ),
)
_COMPILED = tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in _ROWS)
_COUNTS = tuple(re.compile(pattern, re.IGNORECASE) for pattern in (_REPEATED, _IN_ORDER, _CHOSEN))


@dataclass(frozen=True, slots=True)
class Exchanged:
    """What the words name and what the model calls instead; ``is_sure`` where the words name one thing only."""

    named: frozenset[str]
    called: frozenset[str]
    is_sure: bool

    def __str__(self) -> str:
        return f"the words name {', '.join(sorted(self.named))}, the model has {', '.join(sorted(self.called))}"


def exchanged_functions(words: str, model: Iterable[Node]) -> list[Exchanged]:
    """Where the model calls another function of a family than the words name; nothing where they name none of it."""
    calls = _calls(model)
    found = []
    for family in _FAMILIES:
        called = frozenset(calls & family)
        if not called:
            continue
        named = _counting(words, calls) if "C" in family else _named(words) & family
        if named and called != named:
            found.append(Exchanged(named, called, len(named) == 1 and not called & named))
    return found


def _named(words: str) -> frozenset[str]:
    return frozenset(name for name, pattern in _COMPILED if pattern.search(words))


def _counting(words: str, calls: frozenset[str]) -> frozenset[str]:
    """Choices, arrangements or choices with repetition; an arrangement may be written as a choice times a factorial."""
    repeated, in_order, chosen = (pattern.search(words) is not None for pattern in _COUNTS)
    if repeated:
        return frozenset({"P", "H"} if in_order else {"H"})
    if in_order:
        return frozenset({"C"} if "factorial" in calls and "C" in calls else {"P"})
    return frozenset({"C"} if chosen else ())


def _calls(model: Iterable[Node]) -> frozenset[str]:
    """The functions called; the root of a variance is a standard deviation."""
    found: set[str] = set()
    for node in model:
        for part in walk(node):
            if isinstance(part, Call):
                found.add(part.name)
                if part.name == "sqrt" and any(isinstance(p, Call) and p.name == "variance" for p in walk(part)):
                    found.add("stdev")
    if "stdev" in found and "sqrt" in found:
        found.discard("variance")
    return frozenset(found)
