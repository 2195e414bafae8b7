"""Whether the key of an item is right, judged from its JSON alone and without any code of `generation`.

Keys are put into the relations, roots are found again and counted by other ways, finite spaces are gone through,
extrema are scanned, claims are tried at many points. :func:`fault` says what is wrong; what it cannot judge raises
NotJudgedError.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import product
from typing import Any

from tests.acceptance.calculus_by_points import GRID, MP, derivative, lowest
from tests.acceptance.school_arithmetic import NoValueError, Value, minus, over, same, times, wide
from tests.acceptance.school_text import Definitions, Statement, Term, expression, statement
from tests.acceptance.shapes import misshapen
from tests.acceptance.solutions import Domain, Equation, NotJudgedError, Point, domain, equations, roots, solutions

_SPOTS = (Fraction(7, 3), Fraction(-5, 11), Fraction(19, 6), Fraction(2, 17), Fraction(-13, 4), Fraction(5))
_RELATION = re.compile(r"<|>|=")
_SPACE = 300_000
"""Points of a finite space that are gone through."""
_LINE = [Fraction(n, 4) for n in range(-4 * 120, 4 * 120 + 1)] + [
    Fraction(s * n) for n in (150, 500, 1_000, 10_000, 10**6) for s in (1, -1)
]


class Item:
    """A model read once."""

    def __init__(self, body: Mapping[str, Any]) -> None:
        model = body["model"]
        self.ask = model["ask"]
        self.key: list[Any] = body["answer"]["values"]
        self.defined = Definitions.of(model["define"])
        self.domains = {name: domain(text) for name, text in model["symbols"].items()}
        self.given = [statement(text, self.defined) for text in model["given"]]

    def term(self, text: str) -> Term:
        """Read an expression of the model."""
        return expression(text, self.defined)

    def statement(self, text: str) -> Statement:
        """Read relations of the model."""
        return statement(text, self.defined)


def fault(body: Mapping[str, Any]) -> str | None:
    """What is wrong with the key, None where it is right. Raises NotJudgedError."""
    item = Item(body)
    judge = {
        "value": _value,
        "form": _form,
        "solve": _solve,
        "count": _count,
        "probability": _probability,
        "extremum": _extremum,
        "truth": _truth,
    }[item.ask["kind"]]
    try:
        return judge(item)
    except NoValueError as error:
        return f"no value: {error}"


def _only(item: Item) -> str:
    if len(item.key) != 1 or not isinstance(item.key[0], str):
        raise NotJudgedError("a key of one text")
    return str(item.key[0])


# -- values and forms ----------------------------------------------------------------------------------------


def _value(item: Item) -> str | None:
    asked = item.ask["of"]
    if found := re.fullmatch(r"integrate\((.+), ([a-z])\)", asked):
        parts = item.term(f"[[{found[1]}, {found[2]}]]").letters
        if parts and asked.count("integrate") == 1 and not re.search(r", -?\d+$", found[1]):
            return _antiderivative(item, found[1], found[2])
    of, key = item.term(asked), item.term(_only(item))
    if not item.given:
        return _identical(of, key, item.domains)
    points = solutions(item.given, item.domains)
    if not points:
        return "what is given has no solution"
    for point in points:
        if not same(of.at(point), key.at(point)):
            return f"{asked} is {of.at(point)} at {point}"
    return None


def _antiderivative(item: Item, integrand: str, name: str) -> str | None:
    key, function = item.term(_only(item)), item.term(integrand)
    if key.letters != {name, "C"}:
        return "no constant of integration"
    for spot in _SPOTS:
        if derivative(lambda x: key.at({name: x, "C": Fraction(2)}), spot) != function.at({name: spot}):
            return f"the derivative differs at {spot}"
        if key.at({name: spot, "C": Fraction(5)}) - key.at({name: spot, "C": Fraction(2)}) != 3:
            return "C is no constant that is added"
    return None


def _identical(of: Term, key: Term, domains: Mapping[str, Domain]) -> str | None:
    """Equal wherever the first has a value."""
    letters = sorted(of.letters | key.letters)
    if not letters:
        return None if same(of.at({}), key.at({})) else f"it is {of.at({})}"
    agreed = 0
    for k in range(len(_SPOTS)):
        point = {name: _SPOTS[(k + 2 * j) % len(_SPOTS)] + j for j, name in enumerate(letters)}
        try:
            expected = of.at(point)
        except (NoValueError, ZeroDivisionError):
            continue
        if not same(expected, key.at(point)):
            return f"it is {expected} at {point}"
        agreed += 1
    if agreed < 2:
        raise NotJudgedError("hardly a point with a value")
    return None


def _form(item: Item) -> str | None:
    of, text = item.term(item.ask["of"]), _only(item)
    return _identical(of, item.term(text), item.domains) or misshapen(text, item.ask["form"])


# -- solutions -------------------------------------------------------------------------------------------------


def _solve(item: Item) -> str | None:
    unknowns = item.ask["for"]
    texts = [entry for entry in item.key if isinstance(entry, str)]
    if len(texts) == 1 and (_RELATION.search(texts[0]) or texts[0] == "all"):
        if len(unknowns) == 1 and (item.statement(texts[0]).letters if texts[0] != "all" else set()) <= set(unknowns):
            return _solved_set(item, unknowns[0], texts[0])
        return _same_curve(item, texts[0])
    found = solutions(item.given, item.domains, unknowns)
    keys = [
        {unknowns[0]: item.term(entry).at({})}
        if isinstance(entry, str)
        else {name: item.term(text).at({}) for name, text in entry.items()}
        for entry in item.key
    ]
    if len(keys) != len(found):
        return f"{len(found)} solutions"
    for key in keys:
        if set(key) != set(unknowns) or not any(
            all(same(point[name], key[name]) for name in unknowns) for point in found
        ):
            return f"{key} is none of {found}"
    for j, key in enumerate(keys):
        if any(all(same(key[name], other[name]) for name in unknowns) for other in keys[:j]):
            return f"{key} twice"
    return None


def _solved_set(item: Item, name: str, text: str) -> str | None:
    """The set of a key against the relations, at many points and close to every end."""
    claimed = item.statement(text) if text != "all" else None
    others = sorted(frozenset().union(*(each.letters for each in item.given)) - {name})
    lines = _points_near(item, name, claimed)
    if others:
        return _range_of(item, name, others, claimed)
    for point in lines:
        if not item.domains[name].has(point):
            continue
        env = {name: point}
        right = all(each.holds(env) for each in item.given)
        if right != (claimed is None or claimed.holds(env)):
            return f"wrong at {point}"
    return None


def _points_near(item: Item, name: str, claimed: Statement | None) -> list[Value]:
    """Points of a line, and those at and beside every end of the key and of the relations."""
    ends: list[Value] = []
    for each in [*item.given, *([claimed] if claimed else [])]:
        for relation in (relation for part in each.parts for relation in part):
            for left, right in zip(relation.terms, relation.terms[1:], strict=False):
                if left.letters | right.letters == {name}:
                    ends += _ends(left, right, name, item.domains[name])
    beside = [
        end + side * Fraction(1, 10**6) if isinstance(end, Fraction) else end + side * MP.mpf("1e-6")
        for end in ends
        for side in (-1, 1)
    ]
    return [*_LINE, *ends, *beside]


def _ends(left: Term, right: Term, name: str, where: Domain) -> list[Value]:
    try:
        return roots(Equation(lambda env: minus(left.at(env), right.at(env)), frozenset({name})), name, where)
    except NotJudgedError:
        return []


def _range_of(item: Item, name: str, others: list[str], claimed: Statement | None) -> str | None:
    """The values of a letter that depends on another one by an equation."""
    if len(others) != 1 or claimed is None:
        raise NotJudgedError("a range over several letters")
    (other,) = others
    equal, rest = equations(item.given)
    points = _points_near(item, name, claimed)
    for point in [*points[: len(_LINE) : 3], *points[len(_LINE) :]]:
        if not item.domains[name].has(point):
            continue
        (link,) = [each for each in equal if name in each.letters]
        sources = roots(_fixed(link, name, point), other, item.domains[other])
        right = any(all(each.holds({name: point, other: source}) for each in rest) for source in sources)
        if right != claimed.holds({name: point}):
            return f"wrong at {point}"
    return None


def _fixed(equation: Any, name: str, value: Value) -> Any:
    return Equation(lambda env: equation.at({**env, name: value}), equation.letters - {name})


def _same_curve(item: Item, text: str) -> str | None:
    """An equation as a key: its difference of sides is a fixed multiple of the given one's."""
    (given,), _ = equations(item.given)
    (mine,), _ = equations([item.statement(text)])
    ratios: list[Value] = []
    for k in range(len(_SPOTS)):
        point = {
            name: _SPOTS[(k + 2 * j) % len(_SPOTS)] + j for j, name in enumerate(sorted(given.letters | mine.letters))
        }
        a, b = given.at(point), mine.at(point)
        if b == 0 or a == 0:
            if not same(a, b):
                return f"another curve at {point}"
            continue
        ratios.append(over(a, b))
    if len(ratios) < 3:
        raise NotJudgedError("hardly a point beside the curve")
    if not all(same(ratio, ratios[0]) for ratio in ratios):
        return "another curve"
    left, _, right = text.partition("=")
    if len(item.ask["for"]) == 1 and (left.strip() != item.ask["for"][0] or item.ask["for"][0] in right):
        return "not solved for the unknown"
    return None


# -- finite spaces ---------------------------------------------------------------------------------------------


def _space(item: Item, names: Sequence[str], most: int) -> list[Point]:
    members = [item.domains[name].members(most) for name in names]
    if math.prod(map(len, members)) > _SPACE:
        raise NotJudgedError("a space too large to go through")
    space = (dict(zip(names, values, strict=True)) for values in product(*members))
    return [point for point in space if all(each.holds(point) for each in item.given)]


def _count(item: Item) -> str | None:
    unknowns = item.ask["for"]
    claimed = item.term(_only(item)).at({})
    if all(item.domains[name].discrete for name in unknowns):
        found = len(_space(item, unknowns, {1: 2000, 2: 120}.get(len(unknowns), 60)))
    else:
        found = len(solutions(item.given, item.domains, unknowns))
    return None if claimed == found else f"{found} of them"


def _probability(item: Item) -> str | None:
    space = _space(item, list(item.domains), 0)
    events = [item.statement(text) for text in item.ask["event"]]
    if not space:
        return "an empty space"
    good = sum(all(event.holds(point) for event in events) for point in space)
    found = Fraction(good, len(space))
    return None if same(item.term(_only(item)).at({}), found) else f"it is {found}"


# -- extrema and claims ------------------------------------------------------------------------------------------


def _extremum(item: Item) -> str | None:
    of, key = item.term(item.ask["of"]), item.term(_only(item)).at({})
    sign = Fraction(-1 if item.ask["sense"] == "max" else 1)
    letters = sorted(of.letters.union(*(each.letters for each in item.given)))
    if all(item.domains[name].discrete for name in letters):
        values = [of.at(point) for point in _space(item, letters, 2000 if len(letters) == 1 else 120)]
        best = min(values, key=lambda value: sign * value) if values else None
        return None if best is not None and same(best, key) else f"it is {best}"
    name, rest = _one_letter(item, letters)

    def reached(x: Value) -> Value | None:
        point = {name: x, **rest(x)}
        if not all(item.domains[letter].has(value) for letter, value in point.items()):
            return None
        if not all(each.holds(point) for each in item.given):
            return None
        try:
            return times(sign, of.at(point))
        except (NoValueError, ZeroDivisionError):
            return None

    return _scanned(reached, item.domains[name], wide(times(sign, key)))


def _one_letter(item: Item, letters: list[str]) -> tuple[str, Any]:
    """The letter that is free, and how the others follow from it."""
    if len(letters) == 1:
        return letters[0], lambda x: {}
    (equation,), _ = equations(item.given)
    name, other = letters
    one, zero = (equation.at({name: Fraction(2), other: Fraction(n)}) for n in (1, 0))
    if (
        len(letters) != 2
        or equation.at({name: Fraction(5), other: Fraction(1)}) - equation.at({name: Fraction(5), other: Fraction(0)})
        != one - zero
    ):
        raise NotJudgedError("an extremum in several letters")
    return name, lambda x: {other: minus(Fraction(0), over(equation.at({name: x, other: Fraction(0)}), one - zero))}


def _scanned(reached: Any, where: Domain, key: Value) -> str | None:
    low, high = float(where.low), float(where.high)
    points = [Fraction(x) for x in GRID if low < x < high and abs(x) < 1e4]
    if high - low < 1e5:
        points = [Fraction(low) + Fraction(high - low) * k / 2000 for k in range(1, 2000)]
    points = [float(x) for x in points]  # type: ignore[misc]
    ends = [end for end, closed in zip((where.low, where.high), where.closed, strict=True) if closed]
    samples = [(x, y) for x in [*points, *ends] if (y := reached(x)) is not None]
    if not samples:
        return "no point at all"
    x, best = min(samples, key=lambda sample: float(sample[1]))
    if not any(x is end for end in ends):
        step = max(abs(float(x)) * 0.011, (high - low) / 1000 if high - low < 1e5 else 1 / 8)
        at = lowest(
            lambda p: value if (value := reached(p)) is not None else MP.inf, max(low, x - step), min(high, x + step)
        )
        best = min((value for value in (best, reached(at)) if value is not None), key=float)
    return None if abs(wide(best) - key) < 1e-9 * (1 + abs(key)) else f"the extremum is {float(best)} up to its sign"


def _truth(item: Item) -> str | None:
    claim, claimed = item.statement(item.ask["claim"]), _only(item)
    letters = sorted(claim.letters.union(*(each.letters for each in item.given)))
    if len(letters) != 1:
        raise NotJudgedError("a claim in several letters")
    (name,) = letters
    points = [point for point in _points_near(item, name, claim) if item.domains[name].has(point)]
    left_out = [x for x in points if all(each.holds({name: x}) for each in item.given) and not claim.holds({name: x})]
    true = not left_out
    return None if claimed == ("true" if true else "false") else f"it is {true}, see {left_out[:1]}"
