"""All solutions of a small system, by elimination on values and numeric roots; letters and their domains.

A domain is a list of values, or an interval with what kind of number may stand in it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import product

from tests.acceptance.calculus_by_points import MP, polynomial, roots_by_scan, roots_of_polynomial
from tests.acceptance.school_arithmetic import NoValueError, Value, compared, minus, over, same, times
from tests.acceptance.school_text import Relation, Statement, expression

FAR = 10**6
_PROBES = ((Fraction(3), Fraction(7, 2)), (Fraction(-5, 3), Fraction(11)), (Fraction(2, 7), Fraction(-4)))
Point = dict[str, Value]


class NotJudgedError(ValueError):
    """The oracle has no way to judge this."""


@dataclass(frozen=True, slots=True)
class Domain:
    """What a letter may stand for."""

    kind: str = "real"
    low: Value = Fraction(-FAR)
    high: Value = Fraction(FAR)
    closed: tuple[bool, bool] = (False, False)
    values: tuple[Fraction, ...] = ()

    def has(self, number: Value) -> bool:
        """Whether a number lies in it."""
        if self.kind == "list":
            return any(same(number, value) for value in self.values)
        if self.kind == "complex":
            return True
        if isinstance(number, MP.mpc):
            return False
        if self.kind in ("natural", "integer") and not (isinstance(number, Fraction) and number.denominator == 1):
            return False
        if self.kind == "rational" and not isinstance(number, Fraction):
            return False
        above = compared(number, ">=" if self.closed[0] else ">", self.low)
        return above and compared(number, "<=" if self.closed[1] else "<", self.high)

    def members(self, most: int) -> list[Fraction]:
        """The whole numbers of it, at most that many, or its list."""
        if self.kind == "list":
            return list(self.values)
        if self.kind == "natural":
            return [Fraction(n) for n in range(1, most + 1)]
        if self.kind == "integer":
            return [Fraction(n) for n in range(-(most // 2), most // 2 + 1)]
        raise NotJudgedError(f"members of {self.kind}")

    @property
    def discrete(self) -> bool:
        """Whether its members can be gone through."""
        return self.kind in ("list", "natural", "integer")


def domain(text: str) -> Domain:
    """Read a domain as models write it."""
    if text in ("real", "rational", "integer", "complex"):
        return Domain(text)
    if text == "natural":
        return Domain(text, Fraction(1), Fraction(FAR), (True, False))
    if text in ("positive", "nonnegative"):
        return Domain("real", Fraction(0), Fraction(FAR), (text == "nonnegative", False))
    if found := re.fullmatch(r"(-?\d+)\.\.(-?\d+)", text):
        return Domain("list", values=tuple(Fraction(n) for n in range(int(found[1]), int(found[2]) + 1)))
    if text.startswith("{"):
        return Domain("list", values=tuple(expression(part).at({}) for part in text[1:-1].split(",")))
    if found := re.fullmatch(r"([(\[])(.+),(.+)([)\]])", text):
        low, high = expression(found[2]).at({}), expression(found[3]).at({})
        return Domain("real", low, high, (found[1] == "[", found[4] == "]"))
    raise NotJudgedError(f"the domain {text}")


@dataclass(frozen=True, slots=True)
class Equation:
    """A function of letters that must be zero."""

    at: Callable[[Mapping[str, Value]], Value]
    letters: frozenset[str]


def equations(statements: Sequence[Statement]) -> tuple[list[Equation], list[Statement]]:
    """The plain equations among some statements, and the others."""
    found: list[Equation] = []
    others: list[Statement] = []
    for each in statements:
        if len(each.parts) == 1 and all(set(relation.signs) == {"="} for relation in each.parts[0]):
            for relation in each.parts[0]:
                found += _equations_of(relation)
        else:
            others.append(each)
    return found, others


def _equations_of(relation: Relation) -> Iterator[Equation]:
    for left, right in zip(relation.terms, relation.terms[1:], strict=False):
        shape = _shape(left.at, left.letters)
        if shape is None:
            yield Equation(lambda env, a=left, b=right: minus(a.at(env), b.at(env)), left.letters | right.letters)  # type: ignore[misc]
            continue
        for i, j in product(range(shape[0]), range(shape[1])):
            yield Equation(
                lambda env, a=left, b=right, i=i, j=j: minus(a.at(env)[i][j], b.at(env)[i][j]),  # type: ignore[misc]
                left.letters | right.letters,
            )


def _shape(at: Callable[[Mapping[str, Value]], Value], letters: frozenset[str]) -> tuple[int, int] | None:
    try:
        value = at(dict.fromkeys(letters, Fraction(3)))
    except ArithmeticError:
        return None
    return (len(value), len(value[0])) if isinstance(value, tuple) else None


def solutions(given: Sequence[Statement], domains: Mapping[str, Domain], wanted: Sequence[str] = ()) -> list[Point]:
    """All points at which everything given holds, over the letters that it speaks of and those wanted."""
    letters = sorted(frozenset(wanted).union(*(each.letters for each in given)))
    equal, _ = equations(given)
    found = [point for point in _solved(equal, letters, domains) if all(each.holds(point) for each in given)]
    found = [point for point in found if all(domains[name].has(point[name]) for name in letters)]
    return _different(found)


def _different(points: list[Point]) -> list[Point]:
    kept: list[Point] = []
    for point in points:
        if not any(all(same(point[name], other[name]) for name in point) for other in kept):
            kept.append(point)
    return kept


def _solved(equal: Sequence[Equation], letters: Sequence[str], domains: Mapping[str, Domain]) -> list[Point]:
    if not letters:
        return [{}]
    equal = [each for each in map(_narrowed, equal) if each.letters]
    if not equal and not any(domains[name].discrete for name in letters):
        return _free(letters, domains)
    alone = next((each for each in equal if len(each.letters) == 1), None)
    if alone is not None:
        (name,) = alone.letters
        points = []
        for root in roots(alone, name, domains[name]):
            rest = [_with(each, name, lambda env, root=root: root, frozenset()) for each in equal if each is not alone]  # type: ignore[misc]
            others = [letter for letter in letters if letter != name]
            points += [{**point, name: root} for point in _solved(rest, others, domains)]
        return points
    for each in equal:
        for name in sorted(each.letters):
            if (slope := _slope(each, name)) is not None:
                value = _resolved(each, name, slope)
                left = each.letters - {name}
                rest = [_with(other, name, value, left) for other in equal if other is not each]
                others = [letter for letter in letters if letter != name]
                return [{**point, name: value(point)} for point in _solved(rest, others, domains)]
    if all(domains[name].discrete for name in letters) and len(letters) <= 3:
        most = 2000 if len(letters) == 1 else 60
        return [
            dict(zip(letters, values, strict=True))
            for values in product(*(domains[name].members(most) for name in letters))
        ]
    raise NotJudgedError(f"the system in {', '.join(letters)}")


def _with(
    equation: Equation, name: str, value: Callable[[Mapping[str, Value]], Value], letters: frozenset[str]
) -> Equation:
    if name not in equation.letters:
        return equation
    return Equation(lambda env: equation.at({**env, name: value(env)}), equation.letters - {name} | letters)


def _free(letters: Sequence[str], domains: Mapping[str, Domain]) -> list[Point]:
    """Some points of letters that nothing is said about."""
    points = [{name: probe[k % 2] + k for k, name in enumerate(letters)} for probe in _PROBES]
    return [point for point in points if all(domains[name].has(value) for name, value in point.items())]


def _narrowed(equation: Equation) -> Equation:
    """The equation with only those letters that it really depends on."""
    real = frozenset(name for name in equation.letters if _depends(equation, name))
    idle = dict.fromkeys(equation.letters - real, Fraction(1))
    return Equation(lambda env: equation.at({**idle, **env}), real) if idle else equation


def _depends(equation: Equation, name: str) -> bool:
    for probe in _PROBES:
        point = {letter: probe[k % 2] + k for k, letter in enumerate(sorted(equation.letters))}
        try:
            if not same(equation.at(point), equation.at({**point, name: point[name] + 1})):
                return True
        except (ArithmeticError, TypeError):
            return True
    return False


def _slope(equation: Equation, name: str) -> Fraction | None:
    """The slope in a letter where it is a fraction and the same everywhere, not zero."""
    slopes = set()
    for probe in _PROBES:
        others = {letter: probe[k % 2] + k for k, letter in enumerate(sorted(equation.letters - {name}))}
        try:
            zero, one, three = (equation.at({**others, name: Fraction(n)}) for n in (0, 1, 3))
            if not all(isinstance(value, Fraction) for value in (zero, one, three)) or three - zero != 3 * (one - zero):
                return None
        except (ArithmeticError, TypeError):
            return None
        slopes.add(one - zero)
    return slopes.pop() if len(slopes) == 1 and 0 not in slopes else None


def _resolved(equation: Equation, name: str, slope: Fraction) -> Callable[[Mapping[str, Value]], Value]:
    return lambda env: over(times(Fraction(-1), equation.at({**env, name: Fraction(0)})), slope)


def roots(equation: Equation, name: str, where: Domain) -> list[Value]:
    """All zeros of an equation in one letter, in its domain."""

    def function(x: Value) -> Value:
        return equation.at({name: x})

    coefficients = polynomial(function)
    if coefficients is not None:
        if not any(coefficients):
            raise NotJudgedError("an equation that always holds")
        return [root for root in roots_of_polynomial(coefficients) if where.has(root)]
    if where.discrete:
        return [value for value in where.members(2000) if _zero(function, value)]
    if where.kind == "complex":
        raise NotJudgedError("complex roots of what is no polynomial")
    found = roots_by_scan(function, float(where.low), float(where.high))
    ends = [end for end, closed in zip((where.low, where.high), where.closed, strict=True) if closed]
    found += [end for end in ends if _zero(function, end)]
    return [root for root in map(_snapped(function), found) if where.has(root)]


def _snapped(function: Callable[[Value], Value]) -> Callable[[Value], Value]:
    def snap(root: Value) -> Value:
        near = Fraction(float(root)).limit_denominator(5000)
        return near if abs(float(root) - near) < 1e-12 and _zero(function, near) else root

    return snap


def _zero(function: Callable[[Value], Value], x: Value) -> bool:
    try:
        return same(function(x), Fraction(0))
    except (NoValueError, ZeroDivisionError):
        return False
