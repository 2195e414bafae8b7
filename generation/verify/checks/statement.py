"""``statement``: formulas, numbers and the request of the text against the model."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from math import gcd

from generation.equivalence.realset import RealSet
from generation.equivalence.relations import solution_set
from generation.expression.errors import ExpressionError
from generation.expression.exact import exact, rational_value
from generation.expression.render import infix
from generation.expression.tree import (
    BINDERS,
    Add,
    Call,
    Collection,
    Const,
    Div,
    Expr,
    Logic,
    Mixed,
    Mul,
    Neg,
    Node,
    Num,
    Percent,
    Pow,
    Quantity,
    Relation,
    Sub,
    Sym,
    children,
    substitute,
    symbols,
    walk,
)
from generation.verify.certificate import CheckResult
from generation.verify.context import Context, result
from generation.verify.defining import defined_names
from generation.verify.domains import Domain
from generation.verify.matching import Matched, flattened, match, occurs_in, written
from generation.verify.text.cutting import Cut, cut
from generation.verify.text.figures import named_formula
from generation.verify.text.graphs import Graphs, match_graphs
from generation.verify.text.implied import circle_is_unsaid, implied_constants
from generation.verify.text.literals import Account, Literal, literals, repeats, results, tallies
from generation.verify.text.neutral import other_words
from generation.verify.text.number_words import numbers_in_words
from generation.verify.text.numerals import Mention, digits_in, fraction_mention, percent_values
from generation.verify.text.operations import sense_is_said, sense_is_turned, unused_operations
from generation.verify.text.requests import SIMPLE, Requested, agrees, asks_for_truth, domain_words, requested
from generation.verify.text.twists import negated, twists

NAME = "statement"
MAX_STATEMENT = 10_000


@dataclass(slots=True)
class _Findings:
    """What contradicts (failures), what could not be told (doubts), what keeps the text from being a proof (caps)."""

    failures: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    caps: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Sides:
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
        return paired or any(_computes(node) and occurs_in(node, self.model) for node in self.matched.text_alone)


def check(context: Context) -> CheckResult:
    """Passed uncapped only where the formulas are the model and the words say nothing else."""
    if len(context.problem.statement) > MAX_STATEMENT:
        return result(NAME, "undecided", f"a statement of more than {MAX_STATEMENT} characters")
    if not context.reading.is_complete:
        return result(NAME, "undecided", "the model could not be read")
    findings = _Findings()
    sides = _sides(context)
    findings.doubts += sides.text.unread
    _request(context, sides, findings)
    _domains(context, sides, findings)
    if not findings.doubts:  # with a formula unread, what is missing is no evidence
        _contents(context, sides, findings)
        _figure(context, sides, findings)
    if findings.failures:
        return result(NAME, "failed", findings.failures[0], *findings.failures[1:], *findings.doubts)
    if findings.doubts:
        return result(NAME, "undecided", findings.doubts[0], *findings.doubts[1:])
    if findings.caps:
        detail = "the numbers are accounted for, the words are not proved"
        return result(NAME, "passed", detail, *findings.caps, capped=True)
    return result(NAME, "passed", "the formulas of the text are the model")


def _sides(context: Context) -> _Sides:
    model = context.problem.model
    asked = (model.ask.of or "").strip()
    text = cut(context.problem.statement, frozenset(model.symbols), defined_names(model.define), asked)
    nodes = flattened(list(context.reading.written))
    formulas = [_right_side(formula, frozenset(model.symbols)) for formula in text.formulas]
    graphs = match_graphs(
        formulas, nodes[: len(model.define)], nodes[len(model.define) :], text.words, frozenset(model.symbols)
    )
    sides = _Sides(text, nodes, _matched(graphs.text, graphs.model), graphs)
    if not sides.matched.model_alone or (whole := _in_one(context)) is None:
        return sides
    matched = _matched(formulas, [whole])
    return sides if matched.model_alone else _Sides(text, [whole], matched)


def _matched(formulas: list[Node], model: list[Node]) -> Matched:
    """Formulas with partners; a bare number has one only where it is all that the model says."""
    numbers = [node for node in formulas if not _computes(node) and not isinstance(node, Sym) and node not in model]
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


def _right_side(formula: Node, names: frozenset[str]) -> Node:
    """``p = 5*3`` with a letter that the model does not have names what is worked out: ``5*3``."""
    if isinstance(formula, Relation) and formula.op == "=" and isinstance(formula.left, Sym):
        return formula if formula.left.name in names or symbols(formula.right) else formula.right
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


def _computes(node: Node) -> bool:
    """Whether a formula is more than a number or a letter."""
    return isinstance(node, Logic) or (not isinstance(node, Sym) and not _is_literal(node))


# -- the request -----------------------------------------------------------------------------------------------


def _request(context: Context, sides: _Sides, findings: _Findings) -> None:
    ask, words, bare = context.problem.model.ask, sides.text.words, sides.is_bare
    for twist in twists(words, context.problem, context.reading, bare=bare):
        findings.doubts.append(f"'{twist}' may turn the request around")
    if not bare and (word := negated(words, context.problem, context.reading)) is not None:
        strict = ask.kind in ("count", "probability", "truth", "extremum", "form")
        (findings.doubts if strict else findings.caps).append(f"'{word}' may turn the request around")
    if sense_is_turned(words, ask):
        findings.failures.append("the text asks for the other extreme")
    meant = requested(words, context.problem.language)
    if (ask.kind == "truth" and asks_for_truth(words)) or sense_is_said(words, ask):
        return
    if meant is None:
        findings.caps.append("the words make no request that is known")
    elif not agrees(ask, meant):
        if ask.kind == "value" and meant <= SIMPLE | {("value", None)}:
            _simplest(context, findings)
            return
        wanted = " or ".join(sorted(form or kind for kind, form in meant))
        constant = ask.kind == "value" and not any(symbols(formula) for formula in sides.text.formulas)
        if not bare and ask.kind == "value" and _says_by_function(meant, sides):
            findings.caps.append("what is asked for is worked out as a value")
            return
        told = (constant and meant <= _TOLD) or (not bare and ask.kind in ("value", "solve") and meant <= _TOLD)
        found = findings.caps if told else findings.failures
        found.append(f"the text asks for {wanted}, the model for {ask.form or ask.kind}")


def _says_by_function(meant: Requested, sides: _Sides) -> bool:
    """Whether a chance is asked for, or an extreme that a function of the model is: the greatest common divisor."""
    if meant == frozenset({("probability", None)}):
        return True
    calls = {node.name for formula in sides.model for node in walk(formula) if isinstance(node, Call)}
    return ("extremum", None) in meant and bool(calls & {"gcd", "lcm", "max", "min", "floor", "ceil"})


_TOLD = frozenset({("solve", None), ("value", None), ("count", None)})
"""Requests that word problems make in each other's words: "how many", "what is the solution"."""


def _simplest(context: Context, findings: _Findings) -> None:
    """The text asks for simplest form, the model for a value: the same where the key is a number in lowest terms."""
    for value in context.reading.answer:
        node = value.arg if isinstance(value, Neg) else value
        match node:
            case Num():
                continue
            case Div(Num(top), Num(bottom)) if top.denominator == bottom.denominator == 1 and bottom > 1:
                if gcd(int(top), int(bottom)) == 1:
                    continue
            case Mixed(_, numerator, denominator) if gcd(numerator, denominator) == 1 and numerator < denominator:
                continue
        findings.failures.append("the text asks for simplest form, the model for a value and the key is not in it")


# -- the domains -----------------------------------------------------------------------------------------------


def _domains(context: Context, sides: _Sides, findings: _Findings) -> None:
    if context.problem.model.ask.kind == "form" or not context.reading.domains:
        return
    declared = {domain.name for domain in context.reading.domains.values()}
    named = domain_words(sides.text.words)
    for word, names in named:
        if names & declared or _limits(context, names):
            continue
        if not sides.is_bare and _key_is(context, names):
            findings.caps.append(f"'{word.strip()}' holds for the key")
        else:
            findings.failures.append(f"the text restricts to '{word.strip()}', the model does not")
    for name, domain in context.reading.domains.items():
        stated = any(domain.name in names for _, names in named) or _states(list(sides.text.formulas), name, context)
        if domain.name == "real" or stated:
            continue
        unsaid = f"that {name} is {domain.name} is not said in the text"
        if sides.is_bare and not named and _loses_solutions(context, name):
            findings.failures.append(f"{unsaid}, and changes the solution")
        else:
            findings.caps.append(unsaid)


_KEYS: dict[str, Callable[[Fraction], bool]] = {
    "natural": lambda value: value.denominator == 1 and value > 0,
    "integer": lambda value: value.denominator == 1,
    "rational": lambda value: True,
    "positive": lambda value: value > 0,
    "nonnegative": lambda value: value >= 0,
}


def _key_is(context: Context, names: frozenset[str]) -> bool:
    """Whether every number of the key lies in one of the domains."""
    trees = [
        tree for value in context.reading.answer for tree in (value.values() if isinstance(value, Mapping) else [value])
    ]
    values = [rational_value(tree) if isinstance(tree, Expr) else None for tree in trees]
    return any(all(value is not None and holds(value) for value in values) for n in names if (holds := _KEYS.get(n)))


def _limits(context: Context, names: frozenset[str]) -> bool:
    """Whether relations of the model say that its unknown is positive or not negative, as in ``x > 0``."""
    signs = {"positive": ">", "nonnegative": ">=", "negative": "<", "nonpositive": "<="}
    wanted = {signs[name] for name in names if name in signs}
    for relation in context.reading.relations:
        zero = isinstance(relation.right, Num) and relation.right.value == 0 and isinstance(relation.left, Sym)
        if zero and relation.op in wanted:
            return True
    sums = [
        part
        for node in context.reading.written
        for part in walk(node)
        if isinstance(part, Call) and part.name in BINDERS
    ]
    if sums and names & {"natural", "integer"}:
        return True
    ranges = [domain for domain in context.reading.domains.values() if domain.first is not None]
    return bool(names & {"natural", "integer", "nonnegative integer"}) and any((d.first or 0) >= 0 for d in ranges)


def _states(formulas: list[Node], name: str, context: Context) -> bool:
    """Whether formulas of the text describe the domain of a symbol, as in ``단, x > 0``."""
    if (domain := context.reading.domains.get(name)) is None:
        return False
    relations = [f for f in formulas if isinstance(f, Logic) and symbols(f) == {name}]
    sets = [found for relation in relations if (found := _set_of(relation, name)) is not None]
    return any(found == domain.reals for found in [*sets, *_joined(sets)])


def _set_of(relation: Logic, name: str) -> RealSet | None:
    try:
        return solution_set(relation, name)
    except ExpressionError:
        return None


def _joined(sets: list[RealSet]) -> list[RealSet]:
    """Chains come apart in two relations: ``-3 <= x`` and ``x <= 4``."""
    return [first & second for place, first in enumerate(sets) for second in sets[place + 1 :]]


def _loses_solutions(context: Context, name: str) -> bool:
    """Whether the relations have real solutions outside of the domain that only the model declares."""
    domain = context.reading.domains[name]
    reals = None
    for logic in context.reading.given:
        if symbols(logic) == {name}:
            found = solution_set(logic, name)
            reals = found if reals is None else reals & found
    if reals is None:
        return False
    points = reals.points()
    if points is None:
        return domain.integral or domain.rational or (reals & domain.reals) != reals
    return any(not domain.contains(point) for point in points)


# -- formulas and numbers --------------------------------------------------------------------------------------


def _contents(context: Context, sides: _Sides, findings: _Findings) -> None:
    words, model, matched = sides.text.words, sides.model, sides.matched
    findings.caps += [f"'{infix(node)}' is taken for what the words mean" for node in sides.graphs.trusted]
    for text_side, model_side in matched.loose:
        findings.caps.append(f"'{infix(text_side)}' of the text is written '{infix(model_side)}' in the model")
    mentions = [*digits_in(words), *(m for node in sides.graphs.mentions if (m := _mention(node)) is not None)]
    parts: list[Node] = list(sides.graphs.parts)
    for node in matched.text_alone:
        _text_alone(node, context, sides, mentions, parts, findings)
    alone: list[Node] = [node for node in matched.model_alone if not isinstance(node, Sym)]
    formulas = list(sides.text.formulas)
    if missing := _letters_missing(matched.model_alone, formulas):
        findings.caps.append(f"the letter asked for, {', '.join(missing)}, does not stand in the text")
    _numbers(context, sides, mentions, alone, parts, findings)
    if circle_is_unsaid(words, alone):
        findings.doubts.append("the model has π, the text speaks of nothing round")
    if not sides.is_bare:
        for word in unused_operations(words, context.problem.model.ask, model):
            findings.doubts.append(f"'{word}' is not what the model does")
    if rest := other_words(words):
        findings.caps.append("words beyond a bare request: " + ", ".join(rest[:12]))


def _letters_missing(alone: tuple[Node, ...], formulas: list[Node]) -> list[str]:
    """Letters that are asked for alone and never occur in the text."""
    seen = frozenset[str]().union(*(symbols(formula) for formula in formulas))
    return sorted({node.name for node in alone if isinstance(node, Sym)} - seen)


def _text_alone(
    node: Node, context: Context, sides: _Sides, mentions: list[Mention], parts: list[Node], findings: _Findings
) -> None:
    """A formula of the text without partner: a letter, a number, a domain, a part of a relation, or a contradiction."""
    if isinstance(node, Sym):
        if node.name not in context.reading.domains:
            findings.caps.append(f"the letter {node.name} of the text is not in the model")
        return
    if (mention := _mention(node)) is not None:
        mentions.append(mention)
        return
    if isinstance(node, Logic) and any(_states([node, *sides.text.formulas], name, context) for name in symbols(node)):
        return
    if isinstance(node, Expr | Logic) and occurs_in(node, sides.model):
        parts.append(node)
        findings.caps.append(f"'{infix(node)}' of the text is a part of the model")
        return
    if isinstance(node, Collection) and (occurs_in(node, sides.model) or _names_symbols(node, context)):
        return
    if isinstance(node, Collection) and node.kind == "tuple" and _coordinates(node, sides, mentions, parts):
        findings.caps.append(f"'{infix(node)}' of the text is a point")
        return
    if isinstance(node, Expr) and (inside := _equal_part(node, sides.model)) is not None:
        parts.append(inside)
        findings.caps.append(f"'{infix(node)}' of the text is written '{infix(inside)}' in the model")
        return
    findings.failures.append(f"'{infix(node)}' of the text is not in the model")


def _names_symbols(node: Collection, context: Context) -> bool:
    """``(a, b)`` with letters of the model gives them a place and says nothing else."""
    return all(isinstance(item, Sym) and item.name in context.reading.domains for item in node.items)


def _coordinates(node: Collection, sides: _Sides, mentions: list[Mention], parts: list[Node]) -> bool:
    """Whether the model has each coordinate of a point of the text, numbers with their signs."""
    numbers, inside = [], []
    for item in node.items:
        if isinstance(item, Expr) and (mention := _mention(item)) is not None:
            if not occurs_in(item, sides.model):
                return False
            numbers.append(mention)
        elif isinstance(item, Expr) and occurs_in(item, sides.model):
            inside.append(item)
        elif isinstance(item, Sym) and item in sides.text.formulas:
            continue  # a name for what is asked
        else:
            return False
    mentions += numbers
    parts += inside
    return True


def _equal_part(node: Expr, model: list[Node]) -> Node | None:
    """A part of the model that is the same calculation with the same numbers, grouped or ordered differently."""
    numbers = sorted(literal.value for literal in literals(node))
    if len(numbers) < 2 and not symbols(node):
        return None
    stack: list[Node] = list(model)
    while stack:
        part = stack.pop()
        if isinstance(part, Add | Sub | Mul | Div | Pow) and symbols(part) == symbols(node):
            try:
                if sorted(literal.value for literal in literals(part)) == numbers and exact(part).equals(exact(node)):
                    return part
            except ExpressionError:
                return None
        stack.extend(children(part))
    return None


def _mention(node: Node) -> Mention | None:
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


def _is_literal(node: Node) -> bool:
    return _mention(node) is not None


def _numbers(
    context: Context,
    sides: _Sides,
    mentions: list[Mention],
    alone: list[Node],
    parts: list[Node],
    findings: _Findings,
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
    return [end for end in (domain.first, domain.last) if end is not None and domain.last is not None]


def _explained(mention: Mention, sides: _Sides, findings: _Findings) -> bool:
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


def _told_again(mention: Mention, sides: _Sides) -> bool:
    """Whether the words tell every number of the formulas, and this is one of them."""
    formulas = [node for node in sides.text.formulas if _computes(node)]
    account = Account([literal for node in formulas for literal in literals(node)])
    told = [m for node in sides.text.formulas if (m := _mention(node)) is not None]
    account.settle([*digits_in(sides.text.words), *told])
    return account.names(mention) and not account.left()


def _left_over(account: Account, sides: _Sides, alone: list[Node], numbered: bool, findings: _Findings) -> None:
    """Numbers of the model that the text does not write: implied by its words, or a failure."""
    if left := account.left():
        implied = implied_constants(sides.text.words) | (_STRUCTURAL if sides.graphs.trusted else frozenset())
        for value in left:
            if value not in implied:
                findings.failures.append(f"the number {value} of the model is not in the text")
    for node in alone:
        if any(node is trusted for trusted in sides.graphs.trusted):
            continue
        is_told = numbered or any(not _computes(formula) for formula in sides.matched.text_alone)
        if is_told or _stands_in_sides(node, sides):
            findings.caps.append(f"'{infix(node)}' is not written in the text")
        else:
            findings.failures.append(f"'{infix(node)}' of the model is not in the text")


_STRUCTURAL = frozenset({Fraction(2)})
"""Squares in relations between values of functions."""


def _stands_in_sides(node: Node, sides: _Sides) -> bool:
    """Whether both sides of a relation stand in the text, or one and the words place the unknown beside it."""
    if not isinstance(node, Relation):
        return False
    between = re.search(r"between|사이", sides.text.words) is not None
    formulas = list(sides.text.formulas)
    ends = [any(written(formula) == written(end) for formula in formulas) for end in (node.left, node.right)]
    return all(ends) or (between and any(ends) and isinstance(node.left if ends[1] else node.right, Sym))


# -- figures ---------------------------------------------------------------------------------------------------


def _figure(context: Context, sides: _Sides, findings: _Findings) -> None:
    """Where the words name a figure, what is asked of it and its lengths, the model must be its formula."""
    of = context.reading.of
    if context.problem.model.ask.kind != "value" or context.reading.given or of is None or symbols(of):
        return
    named = named_formula(sides.text.words)
    if named is None:
        return
    if not exact(of).equals(exact(named.formula)):
        findings.failures.append(f"{named.what}: {infix(named.formula)}, the model has {infix(of)}")
    else:
        findings.caps.append(f"{named.what} is {infix(named.formula)}, as in the model")
