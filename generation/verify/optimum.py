"""The greatest or least value of an expression over everything that the domains and the given relations allow."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from generation.equivalence.real import Number, number_value
from generation.equivalence.realset import RealSet
from generation.equivalence.relations import denominators, difference_of, solution_set
from generation.expression.errors import NotExactError
from generation.expression.exact import Ratio, exact
from generation.expression.normal import polynomial_tree, ratio_tree
from generation.expression.polynomial import Polynomial
from generation.expression.ratios import added
from generation.expression.render import infix
from generation.expression.tree import (
    Div,
    Expr,
    Logic,
    Mul,
    Num,
    Pow,
    Relation,
    RelationOp,
    Sym,
    number,
    substitute,
    symbols,
)
from generation.verify.composed import value_range
from generation.verify.domains import Domain
from generation.verify.integers import best_integer
from generation.verify.linear import values_under_inequalities
from generation.verify.quadratics import best_of_quadratic, values_on_a_curve
from generation.verify.ranges import stretches

MAX_ELIMINATED = 4


@dataclass(frozen=True, slots=True)
class Optimum:
    """The bound of all values, None where there is none, and whether it is a value itself."""

    bound: Number | None
    attained: bool
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """What is to be made as great as possible (1) or as small (-1), under which conditions."""

    of: Expr
    given: tuple[Logic, ...]
    domains: Mapping[str, Domain]
    direction: int

    @property
    def names(self) -> list[str]:
        """All unknowns."""
        return sorted(symbols(self.of).union(*(symbols(logic) for logic in self.given)))


def optimum(question: Question) -> Optimum:
    """The extremum over the reals or over infinitely many integers. Raises ExpressionError where it is not found."""
    evidence: list[str] = []
    question = _eliminated(question, evidence)
    names = question.names
    if not names:
        return Optimum(number_value(question.of), True, tuple(evidence))
    if any(question.domains[name].complex or question.domains[name].rational for name in names):
        raise NotExactError("an extremum over rational or complex numbers")
    if len(names) == 1:
        return _of_one(question, names[0], evidence)
    if any(question.domains[name].integral for name in names):
        raise NotExactError("an extremum over several integers that are not bounded")
    return _of_several(question, names, evidence)


def _of_one(question: Question, name: str, evidence: list[str]) -> Optimum:
    domain = question.domains[name]
    reals = _allowed(question, name)
    if domain.integral:
        best = best_integer(question.of, name, reals, question.direction, evidence)
        return Optimum(best, best is not None, tuple(evidence))
    if reals.is_empty:
        raise NotExactError("nothing fulfils the given relations")
    values = value_range(question.of, name, reals, evidence)
    return _end_of(values, question.direction, evidence)


def _allowed(question: Question, name: str) -> RealSet:
    reals = question.domains[name].reals
    for logic in question.given:
        reals &= solution_set(logic, name)
    return reals


def _end_of(values: RealSet, direction: int, evidence: list[str]) -> Optimum:
    parts = list(stretches(values))
    if not parts:
        raise NotExactError("an expression that has no value")
    evidence.append(f"the values: {values.describe('k')}")
    last = parts[-1] if direction > 0 else parts[0]
    bound, attained = (last.high, last.with_high) if direction > 0 else (last.low, last.with_low)
    return Optimum(bound, attained, tuple(evidence))


def _of_several(question: Question, names: list[str], evidence: list[str]) -> Optimum:
    try:
        values = values_under_inequalities(question.of, question.given, question.domains, names, evidence)
        return _end_of(values, question.direction, evidence)
    except NotExactError:
        pass  # not linear
    if len(names) == 2 and not question.given and all(question.domains[n].name == "positive" for n in names):
        return _of_two_positive(question, names, evidence)
    if any(question.domains[name].name != "real" for name in names):
        raise NotExactError("an extremum over several unknowns that are restricted")
    if question.given:
        values = values_on_a_curve(question.of, question.given, names, evidence)
        return _end_of(values, question.direction, evidence)
    bound = best_of_quadratic(question.of, names, question.direction, evidence)
    return Optimum(bound, bound is not None, tuple(evidence))


def _of_two_positive(question: Question, names: list[str], evidence: list[str]) -> Optimum:
    """An expression of the product or the quotient of two positive numbers alone, which takes every positive value."""
    first, second = (Sym(name) for name in names)
    letter = Sym("t") if "t" not in names else Sym("s")
    for value in (Div(letter, first), Mul(letter, first)):
        of = ratio_tree(exact(_put(question.of, second.name, value)))
        if symbols(of) == {letter.name}:
            evidence.append(f"with {second.name} = {infix(value)}")
            values = value_range(of, letter.name, question.domains[first.name].reals, evidence)
            return _end_of(values, question.direction, evidence)
    raise NotExactError("an extremum over two positive numbers")


# -- elimination by equations ----------------------------------------------------------------------------------


def _eliminated(question: Question, evidence: list[str]) -> Question:
    """Without unknowns that an equation gives by the others."""
    for _ in range(MAX_ELIMINATED):
        if len(question.names) < 2:
            return question
        found = next(filter(None, (_solved(logic, question) for logic in question.given)), None)
        if found is None:
            return _square_eliminated(question, evidence)
        logic, name, value = found
        evidence.append(f"from {infix(logic)}: {name} = {infix(value)}")
        rest = [_put(other, name, value) for other in question.given if other is not logic]
        conditions = _inside(value, question.domains[name])
        domains = {key: domain for key, domain in question.domains.items() if key != name}
        given = (*(other for other in rest if isinstance(other, Logic)), *conditions)
        of = _put(question.of, name, value)
        assert isinstance(of, Expr)
        question = Question(of, given, domains, question.direction)
    return question


def _square_eliminated(question: Question, evidence: list[str]) -> Question:
    """Without an unknown of which only the square occurs, and that square is given: it is what is not negative."""
    for logic in question.given:
        for name in sorted(symbols(logic)):
            if (square := _square_of(logic, name, question)) is None:
                continue
            evidence.append(f"from {infix(logic)}: {name}^2 = {infix(ratio_tree(square))}")
            polynomial = exact(question.of).polynomial()
            assert polynomial is not None
            total = exact(polynomial_tree(polynomial.coefficients(name)[0]))
            for k, part in enumerate(polynomial.coefficients(name)[2::2]):
                power = Pow(ratio_tree(square), number(Fraction(k + 1)))
                total = added(total, exact(Mul(polynomial_tree(part), power)))
            condition = Relation(">=", ratio_tree(square), Num(Fraction(0)))
            given = (*(other for other in question.given if other is not logic), condition)
            domains = {key: domain for key, domain in question.domains.items() if key != name}
            return Question(ratio_tree(total), given, domains, question.direction)
    return question


def _square_of(logic: Logic, name: str, question: Question) -> Ratio | None:
    """The square of a real unknown that occurs in one equation and otherwise in even powers of what is asked."""
    alone = not any(name in symbols(other) for other in question.given if other is not logic)
    if not isinstance(logic, Relation) or logic.op != "=" or not alone or question.domains[name].name != "real":
        return None
    equation, asked = difference_of(logic).polynomial(), exact(question.of).polynomial()
    if equation is None or asked is None or any(not part.is_zero for part in asked.coefficients(name)[1::2]):
        return None
    parts = equation.coefficients(name)
    if len(parts) != 3 or not parts[1].is_zero or parts[2].unknowns:
        return None
    return exact(Div(polynomial_tree(-parts[0]), polynomial_tree(parts[2])))


def _put(node: Expr | Logic, name: str, value: Expr) -> Expr | Logic:
    tree = substitute(node, {name: value})
    assert isinstance(tree, Expr | Logic)
    return tree


def _solved(logic: Logic, question: Question) -> tuple[Relation, str, Expr] | None:
    """An unknown by the others: linear, with a factor that is no zero where the others are allowed to be."""
    if not isinstance(logic, Relation) or logic.op != "=" or any(True for _ in denominators(logic)):
        return None
    polynomial = difference_of(logic).polynomial()
    if polynomial is None or len(polynomial.unknowns) < 2:
        return None
    for name in sorted(polynomial.unknowns & symbols(question.of) or polynomial.unknowns):
        parts = polynomial.coefficients(name)
        if question.domains[name].integral or len(parts) != 2 or not _never_zero(parts[1], question.domains):
            continue
        return logic, name, ratio_tree(exact(Div(polynomial_tree(-parts[0]), polynomial_tree(parts[1]))))
    return None


def _never_zero(factor: Polynomial, domains: Mapping[str, Domain]) -> bool:
    """A number, or one unknown to which zero is not allowed."""
    if not factor.unknowns:
        return True
    if len(factor.unknowns) > 1 or len(factor.terms) != 1:
        return False
    (name,) = factor.unknowns
    return not domains[name].complex and not domains[name].reals.contains(Polynomial.constant(0))


def _inside(value: Expr, domain: Domain) -> Sequence[Logic]:
    """That an expression lies in a domain of reals."""
    if domain.rational or domain.complex:
        raise NotExactError("an extremum over rational or complex numbers")
    if domain.reals.is_everything:
        return ()
    parts = list(stretches(domain.reals))
    if len(parts) != 1:
        raise NotExactError("a domain of several parts")
    conditions: list[Logic] = []
    if (low := parts[0].low) is not None:
        conditions.append(Relation(">=" if parts[0].with_low else ">", value, polynomial_tree(low)))
    if (high := parts[0].high) is not None:
        conditions.append(Relation("<=" if parts[0].with_high else "<", value, polynomial_tree(high)))
    return conditions


# -- a second way ----------------------------------------------------------------------------------------------


def beaten(question: Question, bound: Number) -> bool | None:
    """Whether some value lies beyond the bound, by solving that inequality; None where that is not told."""
    names = question.names
    if len(names) != 1 or question.domains[names[0]].integral:
        return None
    op: RelationOp = ">" if question.direction > 0 else "<"
    try:
        return not (
            _allowed(question, names[0]) & solution_set(Relation(op, question.of, polynomial_tree(bound)), names[0])
        ).is_empty
    except NotExactError:
        return None
