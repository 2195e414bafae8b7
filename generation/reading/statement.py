"""From a posted statement to the model: formulas from the text, the question from its words."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from generation.expression.errors import ExpressionError, ParseError
from generation.expression.formulas import segments
from generation.expression.parser import parse
from generation.expression.render import infix
from generation.expression.tree import (
    And,
    Call,
    Collection,
    Const,
    Div,
    Expr,
    Logic,
    Mixed,
    Mul,
    Node,
    Num,
    Pow,
    Relation,
    Sym,
    symbols,
    walk,
)
from generation.problem import Ask, Model
from generation.reading.bare_requests import word_beyond
from generation.reading.blanks import with_proportion, with_unknown
from generation.reading.comparison import read_comparison
from generation.reading.korean_phrases import read_korean_phrase
from generation.reading.phrases import read_phrase
from generation.reading.relations_in_words import read_relation
from generation.reading.sentences import SENTENCES
from generation.reading.wording import Asked, asked_by, quantities_in

_BETWEEN_FORMULAS = frozenset({":", "□", "○", "◯"})
_WORDS = re.compile(r"[A-Za-z가-힣]{2,}")


@dataclass(frozen=True, slots=True)
class Unread:
    """The text could not be read; ``reason`` says what would be right, ``offset`` where the trouble is."""

    reason: str
    offset: int | None = None


@lru_cache(maxsize=1024)
def read(statement: str) -> Model | Unread:
    """The model of a statement with one question whose formulas say everything.

    >>> read("이차방정식 $x^2-5x+6=0$을 푸시오.").ask
    Ask(kind='solve', unknowns=('x',), of=None, form=None, sense=None, event=(), claim=None)
    """
    hidden = next(
        (i for i, c in enumerate(statement) if unicodedata.category(c) in ("Cf", "Cc", "Cs") and c not in "\t\n\r"),
        None,
    )
    if hidden is not None:
        return Unread(f"an invisible character (U+{ord(statement[hidden]):04X}) in the statement; take it out", hidden)
    if (told := SENTENCES.read(statement)) is not None:
        return told.model
    for reader in (read_comparison, read_phrase, read_korean_phrase, read_relation):
        if (model := reader(statement)) is not None:
            return model
    return _read_formulas(with_proportion(with_unknown(statement)))


def _read_formulas(statement: str) -> Model | Unread:
    """The model of a statement whose formulas say everything."""
    nodes: list[Node] = []
    words: list[str] = []
    for segment in segments(statement):
        if not segment.is_formula:
            words.append(segment.text)
            if nodes and (sign := segment.text.strip(" ")) in _BETWEEN_FORMULAS:
                return Unread(f"'{sign}' between two formulas is not read here", segment.offset)
            continue
        text = segment.text.rstrip(" =?□_")
        try:
            nodes.append(parse(text))
        except ParseError as error:
            return Unread(f"the formula '{_short(text)}': {error.message}", segment.offset + error.offset)
        except ExpressionError as error:
            return Unread(f"the formula '{_short(text)}': {error}", segment.offset)
    if not nodes:
        return Unread("there is no mathematics in the statement; write formulas as 2x + 3 = 7 or between $ signs")
    if (quantity := quantities_in(" ".join(words))) is not None:
        return Unread(f"'{quantity}' in the words says something that no formula says; word problems are not read yet")
    if (word := word_beyond(" ".join(words), of_relation=any(isinstance(n, Logic) for n in nodes))) is not None:
        return Unread(f"'{word}' in the words asks for something that no formula says; it is not read yet")
    return _model(_flat(nodes), asked_by(" ".join(words)), bare=not any(_WORDS.search(text) for text in words))


def _flat(nodes: list[Node]) -> list[Node]:
    """Lists such as ``x+y=3, x-y=1`` taken apart."""
    flat: list[Node] = []
    for node in nodes:
        flat.extend(node.items if isinstance(node, Collection) and node.kind == "list" else (node,))
    return flat


def _model(nodes: list[Node], asked: tuple[Asked, ...], *, bare: bool) -> Model | Unread:
    relations = [node for node in nodes if isinstance(node, Logic)]
    expressions = [node for node in nodes if isinstance(node, Expr)]
    if len(relations) + len(expressions) != len(nodes):
        return Unread("sets and pairs in a statement are not read yet")
    if bare and not asked and len(expressions) == 1 and not relations:
        asked = (Asked("value"),)  # "4/5 + 2/3 ="
    if relations and any(a.kind == "solve" for a in asked):
        return _solve(relations, expressions)
    if relations and expressions:
        return _value_under(relations, expressions)
    if relations:
        if any(a.kind in ("value", "solve") for a in asked):
            return _solve(relations, [])
        return Unread("the words do not say what to do with the equation; 'solve' (푸시오) would")
    if len(expressions) != 1:
        return Unread("more than one expression and no equation; write one question a statement")
    return _expression(expressions[0], asked)


def _solve(relations: list[Logic], expressions: list[Expr]) -> Model | Unread:
    given = [part for relation in relations for part in _parts(relation)]
    names = sorted(frozenset().union(*(symbols(relation) for relation in given)))
    if any(not isinstance(expression, Sym) for expression in expressions):
        return _value_under(relations, expressions)
    if not names:
        return Unread("the equation has no unknown")
    unknowns = sorted({e.name for e in expressions if isinstance(e, Sym)} & set(names)) or names
    if len(unknowns) < len(names):
        return Unread("an equation with letters besides the unknown is not read yet")
    ask = Ask("solve", unknowns=tuple(unknowns))
    return Model(ask, symbols=dict.fromkeys(names, "real"), given=tuple(infix(part) for part in given))


def _parts(relation: Logic) -> tuple[Logic, ...]:
    """The relations of a system; a chain ``1 < x < 3`` stays whole."""
    if isinstance(relation, And) and all(isinstance(p, Relation) and p.op == "=" for p in relation.parts):
        return relation.parts
    return (relation,)


def _value_under(relations: list[Logic], expressions: list[Expr]) -> Model | Unread:
    questions = [e for e in expressions if not isinstance(e, Sym)] or expressions
    if len(questions) != 1:
        return Unread("more than one expression to find; write one question a statement")
    question = questions[0]
    if isinstance(question, Const):
        return Unread("a bare constant is no question")
    if isinstance(question, Sym) and all(symbols(r) == {question.name} for r in relations) and len(relations) == 1:
        return _solve(relations, [question])
    given = [part for relation in relations for part in _parts(relation)]
    names = sorted(symbols(question).union(*(symbols(relation) for relation in given)))
    if not symbols(question) <= frozenset().union(*(symbols(relation) for relation in given)):
        return Unread("the expression has a letter whose value is not given")
    ask = Ask("value", of=infix(question))
    return Model(ask, symbols=dict.fromkeys(names, "real"), given=tuple(infix(part) for part in given))


def _expression(expression: Expr, asked: tuple[Asked, ...]) -> Model | Unread:
    names = symbols(expression)
    form = next((a.form for a in asked if a.form), None)
    if not asked:
        return Unread("the words do not say what to do; 계산하시오, 전개하시오, 인수분해하시오, 간단히 하시오 … would")
    domains = dict.fromkeys(sorted(names), "real")
    if names:
        chosen = form or ("expanded" if _is_product_of_sums(expression) else "simplified")
        chosen = "simplified" if chosen in ("lowest_terms", "rationalized") else chosen
        return Model(Ask("form", of=infix(expression), form=chosen), symbols=domains)
    has_root = any(isinstance(n, Call) and n.name == "sqrt" for n in walk(expression))
    if form == "rationalized" or (has_root and form is not None):
        return Model(Ask("form", of=infix(expression), form=form if form == "rationalized" else "simplified"))
    if form == "lowest_terms" or (form == "simplified" and _is_fraction(expression)):
        return Model(Ask("form", of=infix(expression), form="lowest_terms"))
    return Model(Ask("value", of=infix(expression)))


def _is_product_of_sums(expression: Expr) -> bool:
    match expression:
        case Pow(base, _):
            return not isinstance(base, Num | Sym | Mul)
        case Mul(left, right):
            return not (isinstance(left, Num) and isinstance(right, Num))
        case _:
            return False


def _is_fraction(expression: Expr) -> bool:
    match expression:
        case Div(Num(), Num(), False) | Mixed():
            return True
        case _:
            return False


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:37] + "…"
