"""Words that change what is asked of the same formulas: the reciprocal, the opposite, rounded, not a solution.

Where formulas say all that the model says, such a word is a doubt, unless the model does what it says.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from generation.expression.tree import Call, Div, Mixed, Neg, Node, Num, Percent, Relation, walk
from generation.problem import Problem
from generation.verify.reading import Reading


@dataclass(frozen=True, slots=True)
class Item:
    """What a twist is looked for in: the item, its model as written, and its key."""

    problem: Problem
    reading: Reading

    def has_call(self, *names: str) -> bool:
        """Whether the model uses a function."""
        return any(isinstance(p, Call) and p.name in names for node in self.reading.written for p in walk(node))

    def key(self) -> list[Node]:
        """The key's trees, one for each expression in it."""
        values = self.reading.answer
        return [tree for value in values for tree in ([value] if isinstance(value, Node) else list(value.values()))]


Done = Callable[[Item], bool]
_RISE = re.compile(r"([a-z])\([^()]+\) - \1\([^()]+\)")


def _never(_: Item) -> bool:
    return False


def _is_decimal(item: Item) -> bool:
    """A decimal that ends, as the key is written."""
    return all(isinstance(node.arg if isinstance(node, Neg) else node, Num) for node in item.key())


def _is_fraction(item: Item) -> bool:
    bare = [node.arg if isinstance(node, Neg) else node for node in item.key()]
    return all(isinstance(node, Div | Mixed) or (isinstance(node, Num) and not node.decimals) for node in bare)


def _is_percent(item: Item) -> bool:
    shown = item.problem.answer.unit in ("%", "percent", "퍼센트") or any(
        isinstance(node, Percent) for node in item.key()
    )
    return shown or any(isinstance(p, Percent) for node in item.reading.written for p in walk(node))


def _divides_one(item: Item) -> bool:
    of = item.reading.of
    return isinstance(of, Div) and isinstance(of.left, Num) and of.left.value == 1


def _is_negated(item: Item) -> bool:
    """A minus that the model puts before what the text has; one that stands in the text is none of the model's."""
    of = (item.problem.model.ask.of or "").replace(" ", "")
    return isinstance(item.reading.of, Neg) and of not in item.problem.statement.replace(" ", "")


def _rounds(item: Item) -> bool:
    return item.has_call("floor", "ceil", "round", "mod")


def _is_absolute(item: Item) -> bool:
    return item.has_call("abs")


def _is_difference(item: Item) -> bool:
    """How much more a function is at one place than at another."""
    return _RISE.fullmatch(item.problem.model.ask.of or "") is not None


def _excludes(item: Item) -> bool:
    return any(isinstance(p, Relation) and p.op == "!=" for node in item.reading.written for p in walk(node))


_NEGATION = (
    r"(?<!음이 )(?<!양이 )(?<!(?<![0-9])0이 )아닌|아닐|아니|(?<!크지 )(?<!작지 )(?<!넘지 )않[는은을]|"
    r"틀린|옳지|(?<!if )\bnot\b|n['’]t\b|\bexcept\b|"
    r"\bincorrect\b|(?<!true or )\bfalse\b|\bfails?\b|\bviolat|\bwithout\b|\bunless\b|\bneither\b|\bcannot\b"
)
_ROWS: tuple[tuple[str, Done], ...] = (
    (
        r"[해근][가이] 아닌|만족(?:시키|하)지 (?:않|못)|\bnot (?:a |the )?(?:solution|root)|\bnot satisf|\bthat fail\b",
        _excludes,
    ),
    (r"[해근]의 (?:절댓값|절대값)|absolute values? of (?:the |all |its |both )*(?:solution|root)", _never),
    (r"역수|\breciprocals?\b|multiplicative inverse|\binverse of\b", _divides_one),
    (
        r"부호를|부호가 ?반대|반수|\bopposites?\b(?! (?:side|angle|direction))|additive inverse|negative of|"
        r"opposite sign",
        _is_negated,
    ),
    (r"절댓값|절대값|absolute value", _is_absolute),
    (r"제곱(?!근|식|수|꼴)(?<!완전제곱)(?<!거듭제곱)", _never),
    (r"\bsquares? of\b|\bcubes? of\b|(?<![0-9] )\b(?:squared|cubed)\b", _never),
    (
        r"소수(?:로|점)|(?<!or )\bas an? (?:\w+ )?decimal\b(?! or)|\bin decimal|"
        r"(?<!or )(?<!or a )decimal (?:form|places?)\b(?! or)",
        _is_decimal,
    ),
    (r"분수로|\bas an? (?:\w+ )?fraction\b(?! or)|\bin fraction", _is_fraction),
    (r"백분율|퍼센트로|as a percent|in percent", _is_percent),
    (
        r"반올림|올림|버림|어림|정수 부분|소수 부분|\bround(?:ed|ing)?\b|nearest|truncat|"
        r"approximate (?:value|answer|solution)|estimate|integer part",
        _rounds,
    ),
    (_NEGATION, _excludes),
    (r"0이 아닌|\bnon-?zero\b", _excludes),
    (r"만큼 (?:큰|작은)|보다 [^.]{0,12}(?:큰|작은) (?:수|값)|\b(?:more|less|greater|fewer) than\b", _never),
    (r"증가", _is_difference),
    (r"더한|뺀|곱한|나눈|감소|\b(?:added to(?! itself)|subtracted|increased|decreased|minus|plus)\b", _never),
    (
        r"약수의 (?:개수|합)|약수는 (?:모두 )?몇|공약수|공배수|"
        r"\bnumber of (?:\w+ )?divisors|how many (?:\w+ )?divisors",
        lambda item: item.problem.model.ask.kind != "value" or item.has_call("gcd", "lcm", "mod", "sum", "product"),
    ),
    (r"자릿수|자리의 숫자|\bdigits?\b|\blast digit\b|나머지|몫|remainder|quotient", _rounds),
    (r"평균|중앙값|\bmean of\b|\baverage\b|\bmedian\b", lambda item: item.has_call("mean", "median")),
    (r"거꾸로|순서를 바꾸|바꾸어|\bswapp?ed\b|\breverse|\breplac", _never),
    (r"양변|\bboth sides\b", lambda _: True),
)  # fmt: skip
_NEGATED = re.compile(_NEGATION, re.IGNORECASE)
_ALWAYS = 5
"""The first rows ask for another number whatever else the text says."""
_TWISTS = tuple((re.compile(pattern, re.IGNORECASE), done) for pattern, done in _ROWS)


def negated(words: str, problem: Problem, reading: Reading) -> str | None:
    """A word that may turn the request around, unless the model leaves something out as well."""
    match = _NEGATED.search(words)
    return match[0] if match and not _excludes(Item(problem, reading)) else None


def twists(words: str, problem: Problem, reading: Reading, *, bare: bool = True) -> list[str]:
    """The words that ask for something else than the formulas, apart from what the model does."""
    item = Item(problem, reading)
    found = []
    for pattern, done in _TWISTS if bare else _TWISTS[:_ALWAYS]:
        match = pattern.search(words)
        if match is not None and not done(item):
            found.append(match[0].strip())
    return found
