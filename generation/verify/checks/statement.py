"""``statement``: formulas, numbers and the request of the text against the model."""

from __future__ import annotations

import re
from math import gcd

from generation.expression.errors import ExpressionError
from generation.expression.exact import exact, rational_value
from generation.expression.render import infix
from generation.expression.tree import (
    Add,
    Call,
    Collection,
    Div,
    Expr,
    Logic,
    Mixed,
    Mul,
    Neg,
    Node,
    Num,
    Pow,
    Relation,
    Sub,
    Sym,
    children,
    symbols,
    walk,
)
from generation.verify.certificate import CheckResult
from generation.verify.context import Context, result
from generation.verify.matching import occurs_in
from generation.verify.text.accounting import check_numbers, other_signs
from generation.verify.text.angles import misplaced_angles
from generation.verify.text.asymptotes import asymptotes_asked
from generation.verify.text.calculus.reading import Told, told, unread
from generation.verify.text.events import joined_otherwise, other_total, turned_event
from generation.verify.text.figures import named_formula
from generation.verify.text.functions import exchanged_functions
from generation.verify.text.gaps import gaps
from generation.verify.text.implied import circle_is_unsaid
from generation.verify.text.literals import literals
from generation.verify.text.neutral import other_words
from generation.verify.text.numerals import Mention, digits_in
from generation.verify.text.operations import sense_is_said, sense_is_turned, unused_operations
from generation.verify.text.requests import (
    SIMPLE,
    Requested,
    agrees,
    asks_for_solutions,
    asks_for_truth,
    requested,
)
from generation.verify.text.restrictions import check_domains, states_domain
from generation.verify.text.sets import set_asked
from generation.verify.text.sides import Findings, Sides, mention_of, sides_of
from generation.verify.text.twists import negated, twists
from generation.verify.text.whole_sentences import value_asked

NAME = "statement"

MAX_STATEMENT = 10_000


def check(context: Context) -> CheckResult:
    """Passed uncapped only where the formulas are the model and the words say nothing else."""
    if len(context.problem.statement) > MAX_STATEMENT:
        return result(NAME, "undecided", f"a statement of more than {MAX_STATEMENT} characters")
    if not context.reading.is_complete:
        return result(NAME, "undecided", "the model could not be read")
    findings = Findings()
    if (said := told(context)) is not None:
        _told(said, findings)
        check_domains(context, sides_of(context), findings)
        return _result(findings)
    statement, language = context.problem.statement, context.problem.language
    readers = (set_asked, asymptotes_asked, value_asked)
    asked = next((found for reader in readers if (found := reader(statement, language)) is not None), None)
    if asked is not None:
        (findings.caps if asked.agrees(context) else findings.failures).append(f"the words ask for the {asked}")
        return _result(findings)
    sides = sides_of(context)
    findings.doubts += [*sides.text.unread, *gaps(context.problem.statement)]
    _request(context, sides, findings)
    _meanings(context, sides, findings)
    check_domains(context, sides, findings)
    findings.doubts += unread(sides.text.words, sides.text.formulas, sides.matched.model_alone)
    if not findings.doubts:  # with a formula unread, what is missing is no evidence
        _contents(context, sides, findings)
        _figure(context, sides, findings)
    return _result(findings)


def _told(said: Told, findings: Findings) -> None:
    """A sentence that is read whole, formulas and words."""
    if said.agrees:
        findings.caps.append(f"the words say: {said.meaning}")
    else:
        found = findings.failures if said.is_sure else findings.doubts
        found.append(f"the words say {said.meaning}, the model says something else")


def _result(findings: Findings) -> CheckResult:
    if findings.failures:
        return result(NAME, "failed", findings.failures[0], *findings.failures[1:], *findings.doubts)
    if findings.doubts:
        return result(NAME, "undecided", findings.doubts[0], *findings.doubts[1:])
    if findings.caps:
        detail = "the numbers are accounted for, the words are not proved"
        return result(NAME, "passed", detail, *findings.caps, capped=True)
    return result(NAME, "passed", "the formulas of the text are the model")


def _request(context: Context, sides: Sides, findings: Findings) -> None:
    ask, words, bare = context.problem.model.ask, sides.text.words, sides.is_bare
    for twist in twists(words, context.problem, context.reading, bare=bare):
        findings.doubts.append(f"'{twist}' may turn the request around")
    if not bare and (word := negated(words, context.problem, context.reading)) is not None:
        strict = ask.kind in ("count", "probability", "truth", "extremum", "form")
        (findings.doubts if strict else findings.caps).append(f"'{word}' may turn the request around")
    relations = any(isinstance(formula, Logic) for formula in sides.text.formulas)
    if not bare and ask.kind == "solve" and not relations and asks_for_solutions(words):
        findings.doubts.append("the text speaks of solutions of what is no relation")
    if bare and ask.kind == "solve" and (name := _unnamed(context, sides)) is not None:
        findings.doubts.append(f"the text does not say that {name} is to be found")
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


def _unnamed(context: Context, sides: Sides) -> str | None:
    """The one unknown of a bare request with several letters, where the text does not name it and it is not x."""
    unknowns = context.problem.model.ask.unknowns
    letters = frozenset[str]().union(*(symbols(logic) for logic in context.reading.given))
    if len(unknowns) != 1 or letters <= set(unknowns) or (unknowns == ("x",) and not letters & {"y", "z"}):
        return None
    (name,) = unknowns
    named = Sym(name) in sides.text.formulas or re.search(rf"\b{name}\b", sides.text.words)
    solved = re.search(rf"(?<![A-Za-z0-9\\+*/-]){name}\s*=", context.problem.statement)  # y = ax + b
    return None if named or solved else name


def _meanings(context: Context, sides: Sides, findings: Findings) -> None:
    """Functions and comparisons that the words name against those of the model."""
    called = any(isinstance(part, Call) for formula in sides.text.formulas for part in walk(formula))
    if not (sides.is_bare and called):
        for exchanged in exchanged_functions(sides.text.words, context.reading.written):
            (findings.failures if exchanged.is_sure else findings.doubts).append(str(exchanged))
    turned = turned_event(sides.text.words, context.reading.event)
    if turned is not None and not sides.is_bare:
        what, is_sure = turned
        (findings.failures if is_sure else findings.doubts).append(what)
    counted = list(context.reading.relations) if context.problem.model.ask.kind == "count" else []
    if not sides.is_bare and (total := other_total(sides.text.words, counted)) is not None:
        findings.failures.append(total)
    spanned = [*context.reading.given, *context.reading.event] if context.reading.domains else []
    if not sides.is_bare and (joined := joined_otherwise(sides.text.words, spanned)) is not None:
        findings.doubts.append(joined)


def _says_by_function(meant: Requested, sides: Sides) -> bool:
    """Whether a chance is asked for, or an extreme that a function of the model is: the greatest common divisor."""
    if meant == frozenset({("probability", None)}):
        return True
    calls = {node.name for formula in sides.model for node in walk(formula) if isinstance(node, Call)}
    return ("extremum", None) in meant and bool(calls & {"gcd", "lcm", "max", "min", "floor", "ceil"})


_TOLD = frozenset({("solve", None), ("value", None), ("count", None)})
"""Requests that word problems make in each other's words: "how many", "what is the solution"."""


def _simplest(context: Context, findings: Findings) -> None:
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


def _contents(context: Context, sides: Sides, findings: Findings) -> None:
    words, model, matched = sides.text.words, sides.model, sides.matched
    findings.caps += [f"'{infix(node)}' is taken for what the words mean" for node in sides.graphs.trusted]
    for text_side, model_side in matched.loose:
        findings.caps.append(f"'{infix(text_side)}' of the text is written '{infix(model_side)}' in the model")
    mentions = [*digits_in(words), *(m for node in sides.graphs.mentions if (m := mention_of(node)) is not None)]
    parts: list[Node] = list(sides.graphs.parts)
    for node in matched.text_alone:
        _text_alone(node, context, sides, mentions, parts, findings)
    alone: list[Node] = [node for node in matched.model_alone if not isinstance(node, Sym)]
    formulas = list(sides.text.formulas)
    if missing := _letters_missing(matched.model_alone, formulas):
        findings.caps.append(f"the letter asked for, {', '.join(missing)}, does not stand in the text")
    check_numbers(context, sides, mentions, alone, parts, findings)
    if context.problem.model.ask.kind == "form" and (strange := _not_said(alone, mentions)) is not None:
        findings.failures.append(f"'{infix(strange)}' is to be written differently, the text does not have it")
    if other_signs(alone, sides):
        findings.doubts.append("the model's list has other negative numbers than the text")
    if circle_is_unsaid(words, alone):
        findings.doubts.append("the model has π, the text speaks of nothing round")
    if not sides.is_bare:
        for word in unused_operations(words, context.problem.model.ask, model):
            findings.doubts.append(f"'{word}' is not what the model does")
    if rest := other_words(words):
        findings.caps.append("words beyond a bare request: " + ", ".join(rest[:12]))


def _not_said(alone: list[Node], mentions: list[Mention]) -> Expr | None:
    """A calculation of the model alone whose value the text does not name."""
    said = {mention.values[0] for mention in mentions}
    constants = [node for node in alone if isinstance(node, Expr) and not symbols(node)]
    return next((node for node in constants if (value := rational_value(node)) is not None and value not in said), None)


def _letters_missing(alone: tuple[Node, ...], formulas: list[Node]) -> list[str]:
    """Letters that are asked for alone and never occur in the text."""
    seen = frozenset[str]().union(*(symbols(formula) for formula in formulas))
    return sorted({node.name for node in alone if isinstance(node, Sym)} - seen)


def _text_alone(
    node: Node, context: Context, sides: Sides, mentions: list[Mention], parts: list[Node], findings: Findings
) -> None:
    """A formula of the text without partner: a letter, a number, a domain, a part of a relation, or a contradiction."""
    if isinstance(node, Sym):
        if node.name not in context.reading.domains:
            findings.caps.append(f"the letter {node.name} of the text is not in the model")
        return
    if (mention := mention_of(node)) is not None:
        mentions.append(mention)
        return
    if isinstance(node, Logic) and any(
        states_domain([node, *sides.text.formulas], name, context) for name in symbols(node)
    ):
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


def _coordinates(node: Collection, sides: Sides, mentions: list[Mention], parts: list[Node]) -> bool:
    """Whether the model has each coordinate of a point of the text, numbers with their signs."""
    numbers, inside = [], []
    for item in node.items:
        if isinstance(item, Expr) and (mention := mention_of(item)) is not None:
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


def _figure(context: Context, sides: Sides, findings: Findings) -> None:
    """Where the words name a figure, what is asked of it and its lengths, the model must be its formula."""
    asked = _worked_out(context)
    _angles(context, findings)
    if asked is None or (named := named_formula(context.problem.statement)) is None:
        return
    if symbols(asked) != symbols(named.formula):
        return  # of another kind than what is asked
    try:
        difference, formula = exact(asked), exact(named.formula)
        agrees_with = difference.equals(formula)
        if symbols(named.formula) and not agrees_with:
            agrees_with = difference.equals(exact(Neg(named.formula)))
    except ExpressionError as error:
        findings.doubts.append(f"{named.what}: {infix(named.formula)}, which could not be compared: {error}")
        return
    if agrees_with:
        findings.caps.append(f"{named.what} is {infix(named.formula)}, as in the model")
    else:
        findings.failures.append(f"{named.what}: {infix(named.formula)}, the model has {infix(asked)}")


def _angles(context: Context, findings: Findings) -> None:
    """The key for a letter in angles that the words place beside each other."""
    of, answer = context.reading.of, context.reading.answer
    key = rational_value(answer[0]) if len(answer) == 1 and isinstance(answer[0], Expr) else None
    if isinstance(of, Sym) and key is not None:
        misplaced = misplaced_angles(context.problem.statement, key, of.name)
        if misplaced is not None:
            findings.failures.append(misplaced)


def _worked_out(context: Context) -> Expr | None:
    """What the model has as value: its expression, or the key that its relations lead to."""
    reading, kind = context.reading, context.problem.model.ask.kind
    if kind == "value" and not reading.given and reading.of is not None and not symbols(reading.of):
        return reading.of
    key = reading.answer[0] if len(reading.answer) == 1 else None
    if kind == "solve" and isinstance(key, Relation) and key.op == "=" and len(symbols(key)) == 2:
        return Sub(key.left, key.right)
    return (
        key
        if kind in ("value", "count", "probability", "extremum") and isinstance(key, Expr) and not symbols(key)
        else None
    )
