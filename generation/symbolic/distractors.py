"""Wrong choices: first what mal-rules make of the item, then near misses that no mal-rule explains."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache
from random import Random

from generation.diagnose.derivation import wrong_answers
from generation.diagnose.malrule import MAL_RULES
from generation.equivalence.listed import compare_listed
from generation.expression.errors import ExpressionError
from generation.expression.exact import exact, rational_value
from generation.expression.normal import polynomial_tree
from generation.expression.parser import parse
from generation.expression.polynomial import Polynomial
from generation.expression.render import infix
from generation.expression.tree import (
    Add,
    Call,
    Div,
    Expr,
    Mul,
    Neg,
    Node,
    Num,
    Pow,
    Relation,
    RelationOp,
    Sub,
    number,
    replace_each,
    walk,
)
from generation.problem import AnswerValue, Choice, Model
from generation.symbolic.presentation import presented_values
from generation.symbolic.problem_type import PROBLEM_TYPES

CHOICES = 5
SAMPLES_FOR_RULES = 12
MAX_DENOMINATOR = 60
"""A distractor with a larger one would stand out among the choices."""
_TURNED: dict[RelationOp, RelationOp] = {"<": ">", ">": "<", "<=": ">=", ">=": "<=", "=": "=", "!=": "!="}


@cache
def rules_of_type(type_id: str) -> tuple[str, ...]:
    """The mal-rules that give wrong answers on items of a type, found by running them on samples."""
    kind = PROBLEM_TYPES[type_id]
    rng = Random(f"rules of {type_id}")
    found: set[str] = set()
    for _ in range(SAMPLES_FOR_RULES):
        model = kind.model(kind.sample(rng))
        found |= {rule_id for rule_id in MAL_RULES if rule_id not in found and wrong_answers(model, rule_id)}
    return tuple(rule_id for rule_id in MAL_RULES if rule_id in found)


def target_answer(model: Model, key: Sequence[AnswerValue], rule_id: str) -> tuple[AnswerValue, ...] | None:
    """The wrong answer that exposes a misconception on this item, or None where it would not show."""
    for derivation in wrong_answers(model, rule_id):
        if compare_listed(derivation.answer, key) == "different" and _presentable(derivation.answer):
            return derivation.answer
    return None


def five_choices(
    model: Model, key: tuple[AnswerValue, ...], rules: Sequence[str], target: str | None, rng: Random
) -> tuple[Choice, ...] | None:
    """The key and four distractors in random order; None where four different ones cannot be found.

    The targeted mal-rule's answer comes first, then those of ``rules``, the common ones before the rare.
    """
    chosen: list[Choice] = [Choice(key, correct=True)]
    others = [rule_id for rule_id in rules if rule_id != target]
    rng.shuffle(others)
    others.sort(key=lambda rule_id: -MAL_RULES[rule_id].prior)
    for rule_id in ([target] if target else []) + others:
        wrong = target_answer(model, key, rule_id)
        clean = wrong is not None and (rule_id == target or _as_clean(wrong, key))
        if wrong is not None and clean and _is_new(wrong, chosen):
            chosen.append(Choice(presented_values(model, wrong), misconception=rule_id))
        if len(chosen) == CHOICES:
            break
    for near in _near_misses(key):
        if len(chosen) == CHOICES:
            break
        if _presentable(near) and _is_new(near, chosen):
            chosen.append(Choice(presented_values(model, near)))
    if len(chosen) < CHOICES:
        return None
    rng.shuffle(chosen)
    return tuple(chosen)


def _is_new(values: tuple[AnswerValue, ...], chosen: list[Choice]) -> bool:
    return all(compare_listed(values, choice.value) == "different" for choice in chosen)


def _presentable(values: Sequence[AnswerValue]) -> bool:
    texts = [text for value in values for text in ([value] if isinstance(value, str) else value.values())]
    try:
        return bool(texts) and all(_plain(parse(text)) for text in texts)
    except ExpressionError:
        return False


def _as_clean(values: Sequence[AnswerValue], key: Sequence[AnswerValue]) -> bool:
    """Whether a distractor does not stand out: no root, no fraction of another sort than the key has."""
    return _roughness(values) <= max(_roughness(key), 6)


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
    if isinstance(node, Relation):
        return _plain(node.left) and _plain(node.right)
    if not isinstance(node, Expr):
        return False
    value = rational_value(node)
    return value is None or (value.denominator <= MAX_DENOMINATOR and abs(value) < 10_000)


# -- near misses ---------------------------------------------------------------------------------------------


def _near_misses(key: tuple[AnswerValue, ...]) -> Iterator[tuple[AnswerValue, ...]]:
    if len(key) == 1 and isinstance(key[0], str):
        for node in _near_nodes(parse(key[0])):
            yield (infix(node),)
        return
    row = key[0]
    texts = list(row.values()) if len(key) == 1 and not isinstance(row, str) else [str(value) for value in key]
    for shifts in _SHIFTS:
        values = [infix(_simple(Add(_expression(t), number(s)))) for t, s in zip(texts, shifts, strict=False)]
        yield tuple(values) if isinstance(row, str) else (dict(zip(row, values, strict=True)),)
    yield from ((value,) for value in key if len(key) > 1)


_SHIFTS = ((1, 1), (-1, -1), (1, -1), (-1, 1), (2, 0), (0, -2))
"""What is added to the first and second value of a pair."""


def _expression(text: str) -> Expr:
    node = parse(text)
    assert isinstance(node, Expr)
    return node


def _near_nodes(node: Node) -> Iterator[Node]:
    match node:
        case Relation(op, left, right):
            turned = _TURNED[op]
            minus = _simple(Sub(Num(Fraction(0)), right))
            yield from (Relation(turned, left, right), Relation(op, left, minus), Relation(turned, left, minus))
            yield from (Relation(op, left, _simple(Add(right, number(k)))) for k in (1, -1, 2))
        case Mul() | Pow() if any(isinstance(part, Add | Sub) for part in walk(node)):
            yield from _near_products(node)
        case _ if isinstance(node, Expr):
            yield from _near_expressions(node)


def _near_expressions(expr: Expr) -> Iterator[Expr]:
    polynomial = exact(expr).polynomial()
    if polynomial is None:
        return
    value = polynomial.rational()
    literal = expr.arg if isinstance(expr, Neg) else expr
    if value is not None and isinstance(literal, Num) and literal.decimals:
        step = Fraction(1, 10**literal.decimals)
        yield from (_decimal(value + k * step) for k in (1, -1, 10, -10))
        yield from (_decimal(value * 10), _decimal(value / 10))
        return
    if value is not None and value.denominator > 1:
        yield from (number(Fraction(value.numerator + k, value.denominator)) for k in (1, -1, 2, -2))
        yield number(1 / value)
        return
    if len(polynomial.terms) == 1 and polynomial.total_degree() > 1:
        yield from _near_powers(polynomial)
    yield _simple(Sub(Num(Fraction(0)), expr))
    for key, coefficient in polynomial.terms.items():
        for new in (-coefficient, coefficient + 1, coefficient - 1, coefficient * 2):
            if new:
                yield polynomial_tree(Polynomial({**polynomial.terms, key: new}))


def _decimal(value: Fraction) -> Expr:
    """A value whose decimal ends, as a decimal without needless zeros."""
    places = 0
    while (value * 10**places).denominator != 1:
        places += 1
    literal = Num(abs(value), places)
    return literal if value >= 0 else Neg(literal)


def _near_powers(monomial: Polynomial) -> Iterator[Expr]:
    """A monomial with another exponent on its first letter."""
    ((radicand, letters), coefficient) = next(iter(monomial.terms.items()))
    (name, exponent), *rest = letters
    for other in (exponent + 1, exponent - 1, exponent + 2):
        if other > 0:
            yield polynomial_tree(Polynomial({(radicand, ((name, other), *rest)): coefficient}))


def _near_products(expr: Expr) -> Iterator[Expr]:
    """Factored forms with a sign or a number changed."""
    match expr:
        case Mul(left, right, implicit):
            for a, b in ((_flipped(left), right), (left, _flipped(right)), (_flipped(left), _flipped(right))):
                if (a, b) != (left, right):
                    yield Mul(a, b, implicit)
        case Pow(base, exponent):
            yield Pow(_flipped(base), exponent)
            yield Mul(base, _flipped(base), implicit=True)
    for near in replace_each(expr, _one_more):
        if isinstance(near, Expr):
            yield near


def _one_more(node: Node) -> Iterator[Node]:
    """A bracket with its last number, or the number before its last letter, one larger."""
    match node:
        case Add(left, Num(value)):
            yield Add(left, Num(value + 1))
        case Sub(left, Num(value)):
            yield Sub(left, Num(value + 1))
        case Add(left, Mul(Num(value), letter, implicit)):
            yield Add(left, Mul(Num(value + 1), letter, implicit))
        case Sub(left, Mul(Num(value), letter, implicit)):
            yield Sub(left, Mul(Num(value + 1), letter, implicit))


def _flipped(expr: Expr) -> Expr:
    match expr:
        case Add(left, right):
            return Sub(left, right)
        case Sub(left, right):
            return Add(left, right)
        case _:
            return expr


def _simple(expr: Expr) -> Expr:
    polynomial = exact(expr).polynomial()
    return polynomial_tree(polynomial) if polynomial is not None else expr
