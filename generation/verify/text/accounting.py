"""The numbers of the text outside of its formulas against those that the model has left, as multisets."""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction

from generation.expression.exact import rational_value
from generation.expression.render import infix
from generation.expression.tree import (
    Call,
    Expr,
    Node,
    Num,
    Relation,
    Sym,
    symbols,
)
from generation.verify.context import Context
from generation.verify.domains import Domain
from generation.verify.matching import written
from generation.verify.text.implied import implied_constants
from generation.verify.text.literals import Account, Literal, literals, repeats, results, tallies
from generation.verify.text.number_words import numbers_in_words
from generation.verify.text.numerals import Mention, digits_in
from generation.verify.text.sides import Findings, Sides, computes, mention_of


def check_numbers(
    context: Context,
    sides: Sides,
    mentions: list[Mention],
    alone: list[Node],
    parts: list[Node],
    findings: Findings,
) -> None:
    """Numbers outside of matched formulas, as multisets, against those of the relations that no formula states."""
    words = sides.text.words
    spoken = numbers_in_words(words)
    written = {literal.value for node in sides.text.formulas for literal in literals(node)}
    ends = {Fraction(end) for domain in context.reading.domains.values() for end in _ends(domain)}
    ranges = [Literal(end) for end in sorted(ends - written)]
    account = Account([*(literal for node in alone for literal in literals(node)), *ranges])
    account.settle([Mention(str(lit.value), (lit.value,), lit.parts) for node in parts for lit in literals(node)])
    account.settle([*mentions, *(mention for mention in spoken if not mention.counts)])
    account.settle([mention for mention in spoken if mention.counts])
    explained = [mention for mention in account.unmatched if _explained(mention, sides, findings)]
    findings.caps += [f"'{mention.text}' stands in the text again" for mention in account.again]
    for mention in [*explained, *account.again]:
        if account.spare and not mention.in_words:
            findings.doubts.append(f"'{mention.text}' is not in the model, {account.spare[0].value} is")
    _left_over(account, sides, alone, bool(mentions or spoken), findings)


def _ends(domain: Domain) -> list[int]:
    """The ends of a finite range that the model declares, as in "from 1 to 40"."""
    if (domain.first, domain.last) == (0, 1):
        return []  # heads or tails, yes or no
    return [end for end in (domain.first, domain.last) if end is not None and domain.last is not None]


def _explained(mention: Mention, sides: Sides, findings: Findings) -> bool:
    """Whether a number of the text without a partner in the model says nothing new; else it is a finding."""
    told = not sides.is_bare
    values = frozenset(mention.values)
    if mention.multiple and values & repeats(sides.model):
        return True
    if mention.counts:
        findings.caps.append(f"the number word '{mention.text}'")
    elif told and _counts(mention) and values & tallies(sides.model):
        findings.caps.append(f"'{mention.text}' counts what is spoken of")
    elif (told and mention.values[0] == 1) or mention.labels:
        findings.caps.append(f"'{mention.text}' is no quantity of the model")
    elif told and mention.values[0] in results(sides.model):
        findings.caps.append(f"'{mention.text}' is worked out in the model")
    elif not told and _told_again(mention, sides):
        findings.caps.append(f"'{mention.text}' stands in the words and in the formula")
    elif mention.in_words:
        findings.doubts.append(f"the number word '{mention.text}' of the text is not in the model")
        return False
    else:
        findings.failures.append(f"the number {mention.values[0]} of the text is not in the model")
        return False
    return True


def _counts(mention: Mention) -> bool:
    """Whether a number may say how many others there are; 2 in digits is as likely one of them."""
    return not mention.multiple and not mention.parts and (mention.in_words or mention.values[0] > 2)


def _told_again(mention: Mention, sides: Sides) -> bool:
    """Whether the words tell every number of the formulas, and this is one of them."""
    formulas = [node for node in sides.text.formulas if computes(node)]
    account = Account([literal for node in formulas for literal in literals(node)])
    told = [m for node in sides.text.formulas if (m := mention_of(node)) is not None]
    account.settle([*digits_in(sides.text.words), *told])
    return account.names(mention) and not account.left()


def _left_over(account: Account, sides: Sides, alone: list[Node], numbered: bool, findings: Findings) -> None:
    """Numbers of the model that the text does not write: implied by its words, or a failure."""
    if left := account.left():
        implied = implied_constants(sides.text.words) | (_STRUCTURAL if sides.graphs.trusted else frozenset())
        for value in left:
            if value not in implied:
                findings.failures.append(f"the number {value} of the model is not in the text")
    for node in alone:
        if any(node is trusted for trusted in sides.graphs.trusted):
            continue
        is_told = numbered or any(not computes(formula) for formula in sides.matched.text_alone)
        if is_told or stands_in_sides(node, sides) or _gathers(node, sides) or _is_kind(node, sides.text.words):
            findings.caps.append(f"'{infix(node)}' is not written in the text")
        else:
            findings.failures.append(f"'{infix(node)}' of the model is not in the text")


def _gathers(node: Node, sides: Sides) -> bool:
    """Whether a function of the model is taken of formulas of the text, as a greatest common divisor is."""
    said = [written(formula) for formula in sides.text.formulas]
    return isinstance(node, Call) and all(written(arg) in said for arg in node.args)


def other_signs(alone: list[Node], sides: Sides) -> bool:
    """Whether a function of the model is taken of other negative numbers than the text lists."""
    lists = [node for node in alone if isinstance(node, Call) and node.name in _OF_LISTS]
    if len(lists) != 1 or sides.is_bare:
        return False
    return _negative(lists[0].args) != _negative(sides.text.formulas)


def _negative(nodes: Iterable[Node]) -> list[Fraction]:
    values = [rational_value(node) for node in nodes if isinstance(node, Expr) and not symbols(node)]
    return sorted(value for value in values if value is not None and value < 0)


def _is_kind(node: Node, words: str) -> bool:
    """Whether a relation says in symbols which kind of number the words count."""
    kinds = {
        "< 0": r"음의|음수|negative",
        "> 0": r"양의|양수|positive",
        "mod = 0": r"정수(?!가 아닌)|자연수|(?<!not )(?<!no )integer|natural",
        "mod != 0": r"정수가 아닌|(?:not|no) integers?",
    }
    match node:
        case Relation("<" | ">" as op, Sym(), Num(value)) if not value:
            kind = f"{op} 0"
        case Relation("=" | "!=" as op, Call("mod", (Sym(), Num(one))), Num(value)) if one == 1 and not value:
            kind = f"mod {op} 0"
        case _:
            return False
    return re.search(kinds[kind], words, re.IGNORECASE) is not None


_OF_LISTS = frozenset({"max", "min", "mean", "median", "mode", "variance", "stdev"})
_STRUCTURAL = frozenset({Fraction(2)})
"""Squares in relations between values of functions."""


def stands_in_sides(node: Node, sides: Sides) -> bool:
    """Whether both sides of a relation stand in the text, or one and the words place the unknown beside it."""
    if not isinstance(node, Relation):
        return False
    if isinstance(node.right, Call) and node.right == Call("floor", (node.left,)):
        whole = re.search(r"자연수|정수|natural|integer|whole", sides.text.words) is not None
        return whole and any(written(formula) == written(node.left) for formula in sides.text.formulas)
    between = re.search(r"between|사이", sides.text.words) is not None
    formulas = list(sides.text.formulas)
    ends = [any(written(formula) == written(end) for formula in formulas) for end in (node.left, node.right)]
    return all(ends) or (between and any(ends) and isinstance(node.left if ends[1] else node.right, Sym))
