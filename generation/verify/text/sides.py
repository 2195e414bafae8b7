"""The text of an item beside the formulas of its model: what matched, and what the check found so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from generation.expression.exact import rational_value
from generation.expression.render import infix
from generation.expression.tree import (
    Call,
    Const,
    Div,
    Expr,
    Logic,
    Mixed,
    Neg,
    Node,
    Num,
    Percent,
    Quantity,
    Relation,
    Sym,
    substitute,
    symbols,
    walk,
)
from generation.verify.context import Context
from generation.verify.defining import defined_names
from generation.verify.matching import Matched, flattened, match, occurs_in
from generation.verify.text.cutting import Cut, cut
from generation.verify.text.graphs import Graphs, match_graphs
from generation.verify.text.literals import literals
from generation.verify.text.naming import with_logarithms, with_names, without_listed
from generation.verify.text.numerals import Mention, fraction_mention, percent_values


@dataclass(slots=True)
class Findings:
    """What contradicts (failures), what could not be told (doubts), what keeps the text from being a proof (caps)."""

    failures: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    caps: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Sides:
    """The text, cut, beside the formulas of the model, and what matched."""

    text: Cut
    model: list[Node]
    matched: Matched
    graphs: Graphs = field(default_factory=lambda: Graphs([], [], [], [], []))

    @property
    def is_bare(self) -> bool:
        """Whether formulas of the text say what the model says, so that the words may only ask."""
        if self.graphs.trusted:
            return False
        alone = self.matched.model_alone
        paired = any(not isinstance(n, Sym) and not any(n is other for other in alone) for n in self.model)
        return paired or any(computes(node) and occurs_in(node, self.model) for node in self.matched.text_alone)


def sides_of(context: Context) -> Sides:
    model = context.problem.model
    asked = (model.ask.of or "").strip()
    text = cut(context.problem.statement, frozenset(model.symbols), defined_names(model.define), asked)
    nodes = flattened(list(context.reading.written))
    formulas = with_names(list(text.formulas), frozenset(model.symbols), nodes)
    formulas = [_right_side(formula, frozenset(model.symbols), model.ask.kind) for formula in formulas]
    nodes = with_logarithms(formulas, nodes)
    listed = [value for domain in context.reading.domains.values() for value in domain.listed]
    formulas = without_listed(formulas, listed)
    graphs = match_graphs(
        formulas, nodes[: len(model.define)], nodes[len(model.define) :], text.words, frozenset(model.symbols)
    )
    sides = Sides(text, nodes, _matched(graphs.text, graphs.model), graphs)
    if not sides.matched.model_alone or (whole := _in_one(context)) is None:
        return sides
    matched = _matched(formulas, [whole])
    return sides if matched.model_alone else Sides(text, [whole], matched)


def _matched(formulas: list[Node], model: list[Node]) -> Matched:
    """Formulas with partners; a bare number has one only where it is all that the model says."""
    numbers = [node for node in formulas if not computes(node) and not isinstance(node, Sym) and node not in model]
    found = match([node for node in formulas if not any(node is number for number in numbers)], model)
    apart = [(a, b) for a, b in found.loose if not symbols(a) and _written_numbers(a) != _written_numbers(b)]
    return Matched(
        tuple(pair for pair in found.loose if pair not in apart),
        (*found.text_alone, *(a for a, _ in apart), *numbers),
        (*found.model_alone, *(b for _, b in apart)),
    )


def _written_numbers(node: Node) -> list[Fraction]:
    """The numbers in a calculation: one of the same value with others is another calculation."""
    numbers = sorted(number for literal in literals(node) for number in literal.parts or (literal.value,))
    turns = any(isinstance(part, Const) and part.name == "pi" for part in walk(node))
    return [number for number in numbers if number != 180] if turns else numbers


def _right_side(formula: Node, names: frozenset[str], kind: str) -> Node:
    """``p = 5*3`` with a letter that the model does not have names what is worked out: ``5*3``."""
    if isinstance(formula, Relation) and formula.op == "=" and isinstance(formula.left, Sym):
        named = formula.left.name in names or (symbols(formula.right) and kind not in ("form", "extremum"))
        return formula if named else formula.right
    return formula


def _in_one(context: Context) -> Expr | None:
    """The value asked for with all that leads to it put in: ``n = 27``, ``n + 15`` as ``27 + 15``."""
    reading = context.reading
    if context.problem.model.ask.kind != "value" or reading.of is None or not reading.given:
        return None
    whole: Node = reading.of
    steps: dict[str, Expr] = {}
    for relation in reading.given:
        if not (isinstance(relation, Relation) and relation.op == "=" and isinstance(relation.left, Sym)):
            return None
        if relation.left.name in steps:
            return None
        steps[relation.left.name] = relation.right
    for _ in steps:
        whole = substitute(whole, steps)
    return whole if isinstance(whole, Expr) and not symbols(whole) else None


def computes(node: Node) -> bool:
    """Whether a formula is more than a number or a letter."""
    return isinstance(node, Logic) or (not isinstance(node, Sym) and not is_literal(node))


def mention_of(node: Node) -> Mention | None:
    """A formula that is a number as it stands, nothing to work out, as a number of the text."""
    bare = node.arg if isinstance(node, Neg) else node
    match bare:
        case Percent(arg) if (share := rational_value(arg)) is not None:
            return Mention(infix(node), percent_values(share))
        case Call("degrees", (Num(value),)) | Quantity(Num(value), _):
            return Mention(infix(node), (value,))
        case Div(Num(top), Num(bottom), False) if bottom:
            return fraction_mention(infix(node), top, bottom)
        case Mixed(whole, top, bottom):
            return Mention(infix(node), (whole + Fraction(top, bottom),))
        case Num(value):
            return Mention(infix(node), (value,))
        case _:
            return None


def is_literal(node: Node) -> bool:
    return mention_of(node) is not None
