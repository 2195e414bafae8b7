"""Faults of the model itself: systems without or with too many solutions, domains lost, equations that say nothing."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from random import Random

from generation.problem import Answer, AnswerValue, Ask, Language, Model, Problem
from tests.faults.fault import Pair, own_fault
from tests.faults.oracle import disagreement

_SYSTEM = {"ko": "연립방정식 ${a}, {b}$를 푸시오.", "en": "Solve the system ${a}, {b}$."}
_EQUATION = {"ko": "방정식 ${a}$을 푸시오.", "en": "Solve the equation ${a}$."}


def _language(rng: Random) -> Language:
    return "en" if rng.random() < 0.5 else "ko"


def _nonzero(rng: Random, size: int) -> int:
    return rng.choice([n for n in range(-size, size + 1) if n])


def linear(a: int, b: int, c: int) -> str:
    """``ax + by = c`` without signs in a row."""
    return f"{a}x {'+' if b > 0 else '-'} {abs(b)}y = {c}"


def _system(rng: Random, equations: tuple[str, str], key: tuple[AnswerValue, ...], language: Language) -> Problem:
    model = Model(Ask("solve", ("x", "y")), {"x": "real", "y": "real"}, {}, equations)
    return Problem(_SYSTEM[language].format(a=equations[0], b=equations[1]), model, Answer(key), language)


def _pair_of_systems(rng: Random, *, contradictory: bool) -> Pair | None:
    x, y = rng.randint(-6, 6), rng.randint(-6, 6)
    a, b, c, d, k = (_nonzero(rng, 7) for _ in range(5))
    if a * d == b * c or k == 1:
        return None
    first, second = linear(a, b, a * x + b * y), linear(c, d, c * x + d * y)
    shift = _nonzero(rng, 9) if contradictory else 0
    parallel = linear(k * a, k * b, k * (a * x + b * y) + shift)
    row: AnswerValue = {"x": str(x), "y": str(y)}
    other: AnswerValue = {"x": str(x + b), "y": str(y - a)}
    if contradictory:
        keys: list[tuple[AnswerValue, ...]] = [(row,), ("all",)]
    else:
        keys = [(row,), (row, other), ("none",), ()]
    language = _language(rng)
    right = _system(rng, (first, second), (row,), language)
    order = (first, parallel) if rng.random() < 0.5 else (parallel, first)
    broken = _system(rng, order, rng.choice(keys), language)
    evidence = disagreement(broken.model.given, ("x", "y"), broken.answer.values, (row, other), (_third(x, y, a, b),))
    return None if evidence is None else Pair(right, broken, evidence)


def _third(x: int, y: int, a: int, b: int) -> AnswerValue:
    return {"x": str(x + 2 * b), "y": str(y - 2 * a)}


@own_fault("contradictory system")
def contradictory_system(rng: Random) -> Pair | None:
    """Parallel lines with a solution, or everything, as the key."""
    return _pair_of_systems(rng, contradictory=True)


@own_fault("dependent system")
def dependent_system(rng: Random) -> Pair | None:
    """The same line twice with one solution, two, or none as the key."""
    return _pair_of_systems(rng, contradictory=False)


@own_fault("equation without an unknown left")
def empty_equation(rng: Random) -> Pair | None:
    """``2x + 6 = 2(x + 3)`` answered with a number, ``2x + 5 = 2(x + 3)`` with a number or all."""
    a, b, n, shift = _nonzero(rng, 9), _nonzero(rng, 9), rng.randint(-9, 9), rng.choice((0, 0, 1, -1, 3))
    language = _language(rng)
    sides = f"{a}x {'+' if a * b > 0 else '-'} {abs(a * b)}", f"{a}(x {'+' if b > 0 else '-'} {abs(b)})"
    equation = f"{sides[0]} = {sides[1]}" + (f" + {shift}" if shift > 0 else f" - {-shift}" if shift else "")
    keys: list[tuple[AnswerValue, ...]] = [(str(n),), ("0",), ("none",) if not shift else ("all",), ("x >= 0",)]
    right_key: tuple[AnswerValue, ...] = ("none",) if shift else ("all",)
    model = Model(Ask("solve", ("x",)), {"x": "real"}, {}, (equation,))
    right = Problem(_EQUATION[language].format(a=equation), model, Answer(right_key), language)
    broken = replace(right, answer=Answer(rng.choice(keys)))
    evidence = disagreement(model.given, ("x",), broken.answer.values)
    return None if evidence is None else Pair(right, broken, evidence)


_WITH_DOMAIN: dict[str, tuple[tuple[str, str], ...]] = {
    "natural": (
        ("자연수 $x$에 대하여 ${a}$의 해를 구하시오.", "Solve ${a}$ for the natural number $x$."),
        ("$x$가 자연수일 때, ${a}$을 푸시오.", "Solve ${a}$, where $x$ is a positive integer."),
        ("${a}$을 푸시오. (단, $x$는 자연수)", "Solve ${a}$, given that $x$ is a natural number."),
    ),
    "integer": (
        ("${a}$의 정수해를 모두 구하시오.", "Find all integer solutions of ${a}$."),
        ("${a}$을 푸시오. (단, $x$는 정수이다.)", "Solve ${a}$ for integers $x$."),
    ),
    "positive": (
        ("${a}$을 푸시오. (단, $x>0$)", "Solve ${a}$, where $x>0$."),
        ("양수 $x$에 대하여 ${a}$을 푸시오.", "Solve ${a}$ for positive $x$."),
        ("${a}$의 양의 해를 구하시오.", "Find the positive solution of ${a}$."),
        ("${a}$의 양의 근을 구하시오.", "Find the positive root of ${a}$."),
    ),
    "nonnegative": (
        ("${a}$을 푸시오. (단, $x \\ge 0$)", "Solve ${a}$, where $x \\ge 0$."),
        ("음이 아닌 수 $x$에 대하여 ${a}$을 푸시오.", "Solve ${a}$ for nonnegative $x$."),
    ),
    "(-oo, 0)": (
        ("${a}$의 음의 근을 구하시오.", "Find the negative root of ${a}$."),
        ("${a}$을 푸시오. (단, $x<0$)", "Solve ${a}$, where $x<0$."),
    ),
    "[2, oo)": (
        ("${a}$을 푸시오. (단, $x \\ge 2$)", "Solve ${a}$, where $x \\ge 2$."),
        ("2 이상인 $x$에 대하여 ${a}$을 푸시오.", "Solve ${a}$ for $x$ at least 2."),
        ("${a}$의 해 중 2보다 작지 않은 것을 구하시오.", "Find the solution of ${a}$ that is not less than 2."),
    ),
    "(2, oo)": (
        ("2보다 큰 $x$에 대하여 ${a}$을 푸시오.", "Solve ${a}$ for $x$ greater than 2."),
        ("2를 초과하는 $x$에 대하여 ${a}$을 푸시오.", "Solve ${a}$ for $x$ exceeding 2."),
    ),
}
_CONTAINS = {
    "natural": lambda v: v > 0 and v.denominator == 1,
    "integer": lambda v: v.denominator == 1,
    "positive": lambda v: v > 0,
    "nonnegative": lambda v: v >= 0,
    "(-oo, 0)": lambda v: v < 0,
    "[2, oo)": lambda v: v >= 2,
    "(2, oo)": lambda v: v > 2,
}


def _with_domain(rng: Random) -> tuple[Problem, list[Fraction], str] | None:
    """A quadratic equation with two rational roots of which the domain has one."""
    domain = rng.choice(sorted(_WITH_DOMAIN))
    p, q, s = rng.randint(-9, 9), rng.randint(-9, 9), rng.choice((1, 1, 2, 3))
    roots = sorted({Fraction(p, s), Fraction(q)})
    inside = [root for root in roots if _CONTAINS[domain](root)]
    if len(roots) != 2 or len(inside) != 1:
        return None
    b, c = -(p + q * s), p * q
    terms = [f"{s}x^2" if s > 1 else "x^2"] + [f"{n:+d}{x}" for n, x in ((b, "x"), (c, "")) if n]
    equation = "".join(terms).replace("+1x", "+x").replace("-1x", "-x") + "=0"
    language = _language(rng)
    words = rng.choice(_WITH_DOMAIN[domain])[language == "en"]
    model = Model(Ask("solve", ("x",)), {"x": domain}, {}, (equation,))
    return Problem(words.format(a=equation), model, Answer((str(inside[0]),)), language), roots, domain


@own_fault("answer outside of the domain")
def outside(rng: Random) -> Pair | None:
    """Both roots claimed, or the one that the domain rules out; the model has the domain."""
    made = _with_domain(rng)
    if made is None:
        return None
    right, roots, domain = made
    wrong = next(root for root in roots if str(root) != right.answer.values[0])
    key = rng.choice([(str(wrong),), tuple(str(root) for root in roots)])
    return Pair(right, replace(right, answer=Answer(key)), f"{wrong} is not in {domain}")


@own_fault("domain dropped from the model")
def dropped(rng: Random) -> Pair | None:
    """The text restricts the unknown, the model does not, and the key has the root that is ruled out."""
    made = _with_domain(rng)
    if made is None:
        return None
    right, roots, domain = made
    model = replace(right.model, symbols={"x": "real"})
    broken = replace(right, model=model, answer=Answer(tuple(str(root) for root in roots)))
    return Pair(right, broken, f"one of {', '.join(map(str, roots))} is not in {domain}, which the text asks for")


@own_fault("domain in the model that the text does not have")
def added(rng: Random) -> Pair | None:
    """The text asks for all roots, the model for one domain's, and the key has only these."""
    made = _with_domain(rng)
    if made is None:
        return None
    right, roots, domain = made
    language, equation = right.language, right.model.given[0]
    statement = _EQUATION[language].format(a=equation)
    whole = replace(right, statement=statement, model=replace(right.model, symbols={"x": "real"}),
                    answer=Answer(tuple(str(root) for root in roots)))  # fmt: skip
    return Pair(whole, replace(right, statement=statement), f"the text asks for {roots}, the key has {domain} only")
