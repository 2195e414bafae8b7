"""Number phrases in English: "three less than a number", "15% of what number is 240", "the sum of 3 and 4".

A small grammar that reads a sentence whole or not at all, so that no quantity is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from generation.expression.errors import ExpressionError
from generation.expression.exact import rational_value
from generation.expression.parser import parse
from generation.expression.render import infix
from generation.expression.tree import (
    Add,
    Call,
    Div,
    Expr,
    Mul,
    Num,
    Percent,
    Pow,
    Relation,
    Sub,
    Sym,
    number,
    symbols,
)
from generation.problem import Ask, Model
from generation.reading.number_words import fraction_word, number_word
from generation.reading.sentences import pieces

MAX_TOKENS = 40
UNKNOWN = Sym("x")
"""The letter for "a number" where the text names none."""
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
_VALUE = re.compile(
    r"^(?:find|what is|calculate|compute|evaluate|work out|determine)(?: the value of)?(?=\s)|^what(?= is)"
)
_EXPRESSION = re.compile(
    r"^(?:write|give)(?: an?| the)?(?: algebraic| mathematical)? expression"
    r"(?: to represent| that represents| which represents| representing| for)(?: the phrase)?"
)
_TWO = Num(Fraction(2))


def product(a: Expr, b: Expr) -> Expr:
    """A product as school writes it: ``2x``, but ``2*3``."""
    return Mul(a, b, implicit=isinstance(b, Sym) and isinstance(a, Num))


def distance(a: Expr, b: Expr) -> Expr:
    """The difference of two numbers, the smaller from the larger; of letters in the order in which they are named."""
    first, second = rational_value(a), rational_value(b)
    return Sub(b, a) if first is not None and second is not None and first < second else Sub(a, b)


class _UnreadError(ValueError):
    """The words are outside of the grammar."""


@dataclass(frozen=True, slots=True)
class _Term:
    """A formula between the words."""

    node: Expr


def read_phrase(statement: str) -> Model | None:
    """The model of a question that consists of one number phrase; None where it says anything else.

    >>> read_phrase("What percent of 40 is 28?").given
    ('x% * 40 = 28',)
    """
    try:
        tokens = _tokens(statement)
        text = " ".join(t if isinstance(t, str) else "#" for t in tokens)
        if (match := _EXPRESSION.match(text)) is not None:
            return _expression_model(_whole(_without(tokens, match[0])))
        if (match := _VALUE.match(text)) is not None and (model := _value(_without(tokens, match[0]))) is not None:
            return model
        return _relation_model(tokens)
    except (_UnreadError, ExpressionError):
        return None


def _value(tokens: list[str | _Term]) -> Model | None:
    try:
        phrase = _whole(tokens)
    except _UnreadError:
        return None  # "what number is …" and "what percent of …" ask for an unknown
    if len(tokens) < 2:
        return None  # a bare formula
    return None if symbols(phrase) else Model(Ask("value", of=infix(phrase)))


def _expression_model(phrase: Expr) -> Model | None:
    names = symbols(phrase)
    return (
        Model(Ask("form", of=infix(phrase), form="simplified"), dict.fromkeys(sorted(names), "real")) if names else None
    )


def _relation_model(tokens: list[str | _Term]) -> Model | None:
    for place, token in enumerate(tokens):
        if token in ("is", "equals"):
            after = tokens[place + 1 :]
            after = after[2:] if after[:2] == ["equal", "to"] else after
            left, right = _whole(tokens[:place]), _whole(after)
            names = symbols(left) | symbols(right)
            if len(names) != 1:
                return None
            return Model(Ask("solve", tuple(names)), dict.fromkeys(names, "real"), given=(_equation(left, right),))
    return None


def _equation(left: Expr, right: Expr) -> str:
    """The side with the unknown first."""
    return infix(Relation("=", left, right) if symbols(left) else Relation("=", right, left))


def _tokens(statement: str) -> list[str | _Term]:
    tokens: list[str | _Term] = []
    for piece in pieces(statement):
        if not piece.is_formula:
            tokens += _WORD.findall(piece.text.lower())
            continue
        node = parse(piece.text.rstrip(" .=?"))
        if not isinstance(node, Expr):
            raise _UnreadError
        tokens.append(_Term(node))
    if len(tokens) > MAX_TOKENS:
        raise _UnreadError
    return tokens


def _without(tokens: list[str | _Term], request: str) -> list[str | _Term]:
    return tokens[len(request.split()) :]


def _whole(tokens: list[str | _Term]) -> Expr:
    reader = _Reader(tokens)
    phrase = reader.phrase()
    if reader.at != len(tokens):
        raise _UnreadError
    return phrase


_BETWEEN: tuple[tuple[tuple[str, ...], Callable[[Expr, Expr], Expr]], ...] = (
    (("less", "than"), lambda a, b: Sub(b, a)),
    (("fewer", "than"), lambda a, b: Sub(b, a)),
    (("subtracted", "from"), lambda a, b: Sub(b, a)),
    (("taken", "from"), lambda a, b: Sub(b, a)),
    (("more", "than"), lambda a, b: Add(b, a)),
    (("added", "to"), lambda a, b: Add(b, a)),
    (("increased", "by"), Add),
    (("plus",), Add),
    (("decreased", "by"), Sub),
    (("reduced", "by"), Sub),
    (("minus",), Sub),
    (("multiplied", "by"), product),
    (("times",), product),
    (("divided", "by"), lambda a, b: Div(a, b, inline=True)),
)
"""Words between two quantities and what they make of them; "three less than a number" is a number minus three."""
_OF_TWO: dict[str, Callable[[Expr, Expr], Expr]] = {
    "sum": Add,
    "total": Add,
    "difference": distance,
    "product": product,
    "quotient": lambda a, b: Div(a, b, inline=True),
}
_MULTIPLES = {"twice": 2, "double": 2, "triple": 3}


class _Reader:
    """Recursive descent over words and formulas."""

    def __init__(self, tokens: list[str | _Term]) -> None:
        self.tokens = tokens
        self.at = 0

    def phrase(self) -> Expr:
        first = self.quantity()
        for words, join in _BETWEEN:
            if self.take(*words):
                return join(first, self.quantity())
        return first

    def quantity(self) -> Expr:
        start = self.at
        self.take("the")
        for word, join in _OF_TWO.items():
            if self.take(word, "of") or self.take(word, "between"):
                first = self.quantity()
                self.must("and")
                return join(first, self.quantity())
        if self.take("square", "root", "of"):
            return Call("sqrt", (self.quantity(),))
        if self.take("square", "of"):
            return Pow(self.quantity(), _TWO)
        self.at = start
        return self.part()

    def part(self) -> Expr:
        """A share of a quantity (``half of``, ``15% of``), a multiple, or one number."""
        word = self.word()
        if word in _MULTIPLES:
            self.at += 1
            return product(number(_MULTIPLES[word]), self.quantity())
        share = self.share()
        if share is None:
            return self.one()
        if self.take("of"):
            return Mul(share, self.quantity())
        return share

    def share(self) -> Expr | None:
        """``half``, ``two thirds``, ``15%``, ``fifteen percent``, ``what percent``; None where none stands here."""
        if self.take("what", "percent") or self.take("what", "percentage"):
            return Percent(UNKNOWN)
        token = self.tokens[self.at] if self.at < len(self.tokens) else None
        if isinstance(token, _Term):
            if isinstance(token.node, Percent):
                self.at += 1
                return token.node
            if self.follows(1, "percent"):
                self.at += 2
                return Percent(token.node)
            if self.follows(1, "of"):
                self.at += 1
                return token.node
            return None
        if token is None:
            return None
        if (value := number_word(token)) is not None and self.follows(1, "percent"):
            self.at += 2
            return Percent(number(value))
        behind = self.tokens[self.at + 1] if self.at + 1 < len(self.tokens) else None
        joined = f"{token}-{behind}" if isinstance(behind, str) else ""
        for words, text in ((2, joined), (1, token)):
            if text and (found := fraction_word(text)) is not None:
                self.at += words
                return found
        return None

    def one(self) -> Expr:
        for article in ("a", "the", "what", "some"):
            if self.take(article, "number"):
                token = self.tokens[self.at] if self.at < len(self.tokens) else None
                if isinstance(token, _Term) and isinstance(token.node, Sym):
                    self.at += 1
                    return token.node
                return UNKNOWN
        if self.at >= len(self.tokens):
            raise _UnreadError
        token = self.tokens[self.at]
        self.at += 1
        if isinstance(token, _Term):
            return token.node
        if (value := number_word(token)) is None:
            raise _UnreadError
        return number(value)

    def word(self) -> str:
        token = self.tokens[self.at] if self.at < len(self.tokens) else None
        return token if isinstance(token, str) else ""

    def follows(self, ahead: int, word: str) -> bool:
        place = self.at + ahead
        return place < len(self.tokens) and self.tokens[place] == word

    def take(self, *words: str) -> bool:
        if self.tokens[self.at : self.at + len(words)] != list(words):
            return False
        self.at += len(words)
        return True

    def must(self, word: str) -> None:
        if not self.take(word):
            raise _UnreadError
