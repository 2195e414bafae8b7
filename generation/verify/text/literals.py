"""The numbers written in a model, and which of them the numbers of the text account for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from generation.expression.errors import ExpressionError
from generation.expression.exact import rational_value
from generation.expression.tree import (
    Add,
    Call,
    Collection,
    Div,
    Expr,
    Mixed,
    Mul,
    Node,
    Num,
    Pow,
    Sub,
    children,
    factors,
    symbols,
    terms,
)
from generation.verify.text.numerals import Mention


@dataclass(frozen=True, slots=True)
class Literal:
    """A number of the model; a fraction or mixed number is one value and also the ``parts`` it is written with."""

    value: Fraction
    parts: tuple[Fraction, ...] = ()
    is_exponent: bool = False


def literals(node: Node) -> Iterator[Literal]:
    """Every number written in a tree, without signs."""
    match node:
        case Num(value):
            yield Literal(value)
        case Mixed(whole, top, bottom):
            yield Literal(whole + Fraction(top, bottom), (Fraction(whole), Fraction(top), Fraction(bottom)))
        case Div(Num(top), Num(bottom)) if bottom:
            yield Literal(top / bottom, (top, bottom))
        case Pow(base, Num(exponent)):
            yield from literals(base)
            yield Literal(exponent, is_exponent=True)
        case _:
            for part in children(node):
                yield from literals(part)


def tallies(nodes: Iterable[Node]) -> frozenset[Fraction]:
    """How many addends or arguments stand together: "three numbers", "the 5 prices" may be told as well as counted."""
    found: set[int] = set()
    stack = list(nodes)
    while stack:
        node = stack.pop()
        parts = tuple(_addends(node)) if isinstance(node, Add | Sub) else children(node)
        if isinstance(node, Add | Sub | Call | Collection):
            found.add(len(parts))
        stack.extend(parts)
    return frozenset(Fraction(n) for n in found if n > 1)


def _addends(node: Expr) -> list[Expr]:
    """The terms of a sum, however they are grouped."""
    if isinstance(node, Add | Sub):
        return [*_addends(node.left), *_addends(node.right)]
    return [node]


def repeats(nodes: Iterable[Node]) -> frozenset[Fraction]:
    """How many equal addends or factors stand together: ``m + m`` is twice m, ``m*m`` its square."""
    found: set[int] = set()
    stack = list(nodes)
    while stack:
        node = stack.pop()
        if isinstance(node, Add | Mul):
            operands: list[Expr] = [term for _, term in terms(node)] if isinstance(node, Add) else factors(node)
            found |= {operands.count(operand) for operand in operands}
        stack.extend(children(node))
    return frozenset(Fraction(n) for n in found if n > 1)


def results(nodes: Iterable[Node]) -> frozenset[Fraction]:
    """What the calculations inside the trees come to: a text may state a sum that the model works out."""
    found: set[Fraction] = set()
    stack = list(nodes)
    while stack:
        node = stack.pop()
        if isinstance(node, Add | Sub | Mul | Div) and not symbols(node):
            try:
                value = rational_value(node)
            except ExpressionError:
                value = None
            if value is not None:
                found.add(value)
        if isinstance(node, Add):
            known = [term.value for term in _addends(node) if isinstance(term, Num)]
            found.add(sum(known, Fraction(0)))
        stack.extend(children(node))
    return frozenset(found)


@dataclass(slots=True)
class Account:
    """Mentions and literals crossed off against each other."""

    spare: list[Literal]
    used: set[Fraction] = field(default_factory=set)
    """Values of the model that the text has named."""
    named: set[Fraction] = field(default_factory=set)
    """What the text has named, as a whole."""
    owed: list[Literal] = field(default_factory=list)
    """Parts of fractions whose other part the text has named: these it must name too."""
    unmatched: list[Mention] = field(default_factory=list)
    again: list[Mention] = field(default_factory=list)
    """Mentions that repeat a number of the text."""

    def settle(self, mentions: Sequence[Mention]) -> None:
        """Cross off every mention; exact partners first, so that no number takes another's place."""
        waiting = list(mentions)
        for take in (_as_written, _by_value, _by_parts):
            waiting = [mention for mention in waiting if not self._crossed(mention, take(mention, self.spare))]
        for mention in waiting:
            repeated = self.names(mention) and not mention.multiple
            (self.again if repeated else self.unmatched).append(mention)

    def left(self) -> list[Fraction]:
        """The numbers of the model that no mention accounts for."""
        over: list[Fraction] = []
        for literal in self.spare:
            if any(literal is part for part in self.owed):
                over.append(literal.value)
            elif literal.value not in self.used:
                over += [part for part in literal.parts or (literal.value,) if part not in self.used]
        return over

    def _crossed(self, mention: Mention, taken: tuple[list[Literal], list[Literal]] | None) -> bool:
        if taken is None:
            return False
        gone, back = taken
        for literal in gone:
            self.spare.remove(literal)
            self.used |= {literal.value} if back else {literal.value, *literal.parts}
        self.spare += back
        self.owed += back
        self.named |= {*mention.values[:1], *(literal.value for literal in gone)}
        self.used |= {*mention.values, *mention.parts}
        return True

    def names(self, mention: Mention) -> bool:
        """Whether the text has named such a number before."""
        return any(value in self.named for value in mention.values)


Taken = tuple[list[Literal], list[Literal]]
"""Literals that are crossed off, and what is left of them."""


def _as_written(mention: Mention, spare: list[Literal]) -> Taken | None:
    for literal in spare:
        same = literal.parts == mention.parts if mention.parts else not literal.parts
        if same and literal.value == mention.values[0] and not (mention.multiple and literal.is_exponent):
            return [literal], []
    return None


def _by_value(mention: Mention, spare: list[Literal]) -> Taken | None:
    for value in mention.values:
        for literal in spare:
            if mention.multiple and literal.is_exponent:
                continue  # a square is not twice
            if literal.value == value:
                return [literal], []
            if value in literal.parts and not mention.parts:
                return [literal], [Literal(part) for part in literal.parts if part != value]
    return None


def _by_parts(mention: Mention, spare: list[Literal]) -> Taken | None:
    """``2/3`` of the text as a factor 2 and a divisor 3 of the model."""
    if not mention.parts:
        return None
    gone: list[Literal] = []
    back: list[Literal] = []
    for part in mention.parts:
        if part == 1:
            continue
        found = next((lit for lit in spare if lit not in gone and (lit.value == part or part in lit.parts)), None)
        if found is None:
            return None
        gone.append(found)
        if found.value != part:
            rest = list(found.parts)
            rest.remove(part)
            back += [Literal(other) for other in rest]
    return gone, back
