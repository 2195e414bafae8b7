"""Problem types told in words: what stands in the slots of a sentence decides model, key and worked solution.

One file of :mod:`generation.symbolic.types` holds one such type: how slots are drawn, what follows from them, and the
sentences in Korean and English. The same sentences read posted problems.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from random import Random

from generation.expression.errors import ExpressionError
from generation.expression.exact import exact
from generation.expression.normal import polynomial_tree
from generation.expression.parser import parse, parse_expression
from generation.expression.render import infix, latex
from generation.expression.tree import Expr, Mul, Neg, Node, Num, children, number, rebuild, substitute
from generation.expression.tree import symbols as letters
from generation.problem import AnswerValue, Ask, Language, Model
from generation.reading.sentences import SENTENCES, SLOT, Reading
from generation.symbolic.particles import ending, particle
from generation.symbolic.problem_type import Draw, ProblemType, add_type

Slot = int | Fraction | Node
"""What stands in a slot: a number, or a formula as a tree."""
Slots = Mapping[str, Slot]


_PARTICLE = re.compile(r"\$([^$]+)\$\[([가-힣]+)\]")
_READ_LAST = re.compile(r"[0-9]+|[A-Za-z]")


class UnfitError(ValueError):
    """What stands in the slots makes no item of the type."""


@dataclass(frozen=True, slots=True)
class Said:
    """A line of the worked solution in both languages, ``$6$[을]`` with a particle that fits; ``math`` stands in it."""

    ko: str
    en: str
    math: Node | str | None = None

    def words(self, language: Language) -> str:
        """The line's words."""
        return with_particles(self.ko) if language == "ko" else self.en


@dataclass(frozen=True, slots=True)
class Item:
    """What follows from the slots. The key is computed from the slots, never from the model."""

    model: Model
    key: tuple[AnswerValue, ...]
    steps: tuple[Said, ...] = ()
    """Without any, the derivation of the model is the solution."""
    wrong: tuple[tuple[AnswerValue, ...], ...] = ()
    """Tempting wrong answers that no mal-rule gives, for the choices."""
    unit: Mapping[Language, str] | str | None = None

    @property
    def lines(self) -> tuple[str, ...]:
        """The formulas of the worked solution."""
        return tuple(text(said.math) for said in self.steps if said.math is not None)

    def unit_in(self, language: Language) -> str | None:
        """The unit as the statement of that language writes it."""
        return self.unit[language] if isinstance(self.unit, Mapping) else self.unit


Build = Callable[..., Item]


@dataclass(frozen=True, slots=True)
class Telling:
    """The sentences of a type and what makes an item of their slots."""

    says: Mapping[Language, tuple[str, ...]]
    build: Build
    standard: str

    def item(self, slots: Slots) -> Item:
        """The item of these slots. Raises UnfitError."""
        try:
            return self.build(**slots)
        except (ValueError, TypeError, AttributeError, ZeroDivisionError, ExpressionError) as error:
            raise UnfitError(str(error)) from None

    def item_of(self, texts: Mapping[str, str]) -> Item:
        """The item of slots as they stand in a posted problem. Raises UnfitError or ExpressionError."""
        return self.item({name: plain(parse(text)) for name, text in texts.items()})

    def reading_of(self, texts: Mapping[str, str]) -> Reading | None:
        """The model and the worked formulas of a posted problem, None where its slots do not fit."""
        try:
            item = self.item_of(texts)
        except (UnfitError, ExpressionError):
            return None
        return Reading(item.model, item.lines, self.standard)


def told_type(
    id: str,
    *,
    standard: str,
    ko: str,
    en: str,
    draw: Callable[[Random], Mapping[str, object]],
    says: Mapping[Language, Sequence[str]],
    reads: Sequence[str] = (),
) -> Callable[[Build], Build]:
    """Register the decorated function, which makes an :class:`Item` of the slots, as a problem type.

    ``draw`` gives the slots (numbers, trees, or formulas as text); it is called again where they do not fit.
    ``says`` are the sentences by language, with ``{name}`` for a slot and ``[을]`` for a particle behind it; outside of
    dollar signs a slot brings its own. ``reads`` are further wordings by which posted problems are known.
    """

    def register(build: Build) -> Build:
        telling = Telling({language: tuple(texts) for language, texts in says.items()}, build, standard)

        def sample(rng: Random) -> Draw:
            for _ in range(200):
                slots = {name: as_slot(value) for name, value in draw(rng).items()}
                try:
                    item = telling.item(slots)
                except UnfitError:
                    continue
                return Draw((), item.key, tuple(item.model.symbols), item, slots)
            raise ValueError(f"{id}: no slots that fit in 200 draws")

        add_type(ProblemType(id, "told", ko, en, standard, sample, telling))
        for text in (text for texts in telling.says.values() for text in texts):
            SENTENCES.add(id, text, telling.reading_of)
        for text in reads:
            SENTENCES.add(id, text, telling.reading_of, further=True)
        return build

    return register


def as_slot(value: object) -> Slot:
    """A number or tree as it is, whole numbers without a denominator; text is read as a formula."""
    if isinstance(value, Fraction) and value.denominator == 1:
        return int(value)
    return plain(parse(value)) if isinstance(value, str) else value  # type: ignore[return-value]


def plain(node: Node) -> Slot:
    """Numbers as int or Fraction, everything else as a tree; ``2/4`` and ``0.50`` stay trees, as they are written."""
    try:
        value = exact(node).rational() if isinstance(node, Expr) else None
    except ExpressionError:
        return node
    if value is None or infix(number(value)) != infix(node):
        return node
    return int(value) if value.denominator == 1 else value


def tree(slot: Slot | str) -> Node:
    """What stands in a slot as a tree."""
    if isinstance(slot, str):
        return parse(slot)
    return number(slot) if isinstance(slot, int | Fraction) else slot


def text(slot: Slot | str) -> str:
    """What stands in a slot as school infix text."""
    return slot if isinstance(slot, str) else infix(tree(slot))


def as_text(number: int | Fraction) -> str:
    """A computed number as a key: whole numbers without a denominator."""
    return text(int(number) if number == int(number) else number)


def rational(slot: Slot) -> Fraction:
    """The number in a slot, also one written as a decimal. Raises ValueError where it is none."""
    node = tree(slot)
    found = exact(node).rational() if isinstance(node, Expr) else None
    if found is None:
        raise UnfitError("a number")
    return found


def slips(
    key: Fraction | int, *wrong: Fraction | int, fits: Callable[[Fraction], bool] = lambda _: True
) -> tuple[tuple[str], ...]:
    """Tempting wrong numbers: each once, never the key, and only those that an answer of this kind could be.

    >>> slips(6, 8, Fraction(3, 2), 6, -1, fits=lambda number: number > 0)
    (('8',), ('3/2',))
    """
    found = dict.fromkeys(map(Fraction, wrong))
    return tuple((as_text(number),) for number in found if number != key and fits(number))


def decimal_text(number: Fraction) -> str:
    """A number as a decimal. Raises UnfitError where it does not end."""
    for places in range(7):
        scaled = number * 10**places
        if scaled.denominator == 1:
            return infix(decimal_number(int(scaled), places))
    raise UnfitError("a decimal that ends")


def decimal_number(scaled: int, places: int) -> Expr:
    """``decimal_number(-25, 1)`` is -2.5."""
    magnitude = Num(Fraction(abs(scaled), 10**places), places)
    return Neg(magnitude) if scaled < 0 else magnitude


def tex(slot: Slot | str) -> str:
    """What stands in a slot as LaTeX, without dollar signs."""
    return latex(tree(slot))


def put(template: str, **slots: Slot | str) -> str:
    """Infix text with slots put in; sums, fractions and negative numbers get parentheses.

    >>> put("{a}*x + {b}", a=2, b=-3)
    '2*x + (-3)'
    """
    return SLOT.sub(lambda match: _bracketed(slots[match[1]]), template)


def _bracketed(slot: Slot | str) -> str:
    node = tree(slot)
    return infix(node) if isinstance(node, Num) or len(infix(node)) == 1 else f"({infix(node)})"


def placed(expression: Expr, **values: int | Fraction) -> Expr:
    """An expression with numbers put in for letters, and times signs where ``4(-1)`` would come out."""
    found = _with_times(substitute(expression, {name: number(value) for name, value in values.items()}))
    assert isinstance(found, Expr)
    return found


def _with_times(node: Node) -> Node:
    parts = tuple(_with_times(part) for part in children(node))
    if isinstance(node, Mul) and not letters(node.right):
        left, right = parts
        assert isinstance(left, Expr)
        assert isinstance(right, Expr)
        return Mul(left, right)
    return rebuild(node, parts) if parts else node


def tidy(slot: Slot | str) -> str:
    """The normal form of an expression as infix text: collected, reduced, roots simplified."""
    expression = tree(slot)
    polynomial = exact(expression).polynomial() if isinstance(expression, Expr) else None
    if polynomial is None:
        raise UnfitError("no normal form")
    return infix(polynomial_tree(polynomial))


def value(of: str | Node, given: Sequence[str] = (), **symbols: str) -> Model:
    """The model of 'what is the value of …'."""
    return Model(Ask("value", of=text(of)), symbols=symbols, given=tuple(given))


def solve(given: Sequence[str], *unknowns: str, **symbols: str) -> Model:
    """The model of 'solve …'; unknowns are real unless ``symbols`` says otherwise."""
    domains = dict.fromkeys(unknowns, "real") | symbols
    return Model(Ask("solve", unknowns=unknowns), symbols=domains, given=tuple(given))


def form(of: str | Node, form: str, **symbols: str) -> Model:
    """The model of 'write … as …'."""
    names = dict.fromkeys(sorted(letters(parse_expression(text(of)))), "real") | symbols
    return Model(Ask("form", of=text(of), form=form), symbols=names)


def told_statement(template: str, slots: Slots) -> str:
    """A sentence with its slots filled and its particles made to fit.

    >>> told_statement("{a}[을] {b}[으로] 나누시오.", {"a": 6, "b": 2})
    '$6$을 $2$로 나누시오.'
    """
    result, at, inside, last = "", 0, False, None
    for match in SLOT.finditer(template):
        between = template[at : match.start()]
        result += between
        inside ^= between.count("$") % 2 == 1
        last = tree(slots[match[1]])
        written = latex(last)
        result += written if inside else f"${written}$"
        if match[2]:
            result += particle(match[2], ending(last))
        at = match.end()
    return with_particles(result + template[at:])


def with_particles(filled: str) -> str:
    """``$…$[을]``: the particle goes by what the formula ends in.

    >>> with_particles("$6$[을] $2$[으로] 나누면")
    '$6$을 $2$로 나누면'
    """

    def fit(match: re.Match[str]) -> str:
        try:
            node = parse(match[1])
        except ExpressionError:
            node = parse(_READ_LAST.findall(match[1])[-1])
        return f"${match[1]}${particle(match[2], ending(node))}"

    return _PARTICLE.sub(fit, filled)
