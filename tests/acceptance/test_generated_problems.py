"""Every generated item is right, by a path of its own: exact evaluation of its text at many points.

Nothing of the engine's construction, of the derivations or of the verifier is used to judge: the small evaluator
below reads the text of model, statement and key and computes with fractions, or with 60 digits where a root stands.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal, localcontext
from fractions import Fraction
from itertools import pairwise

import pytest

from generation.expression.formulas import formulas
from generation.problem import AnswerValue, Language, Problem
from generation.symbolic.engine import sample_problem
from generation.symbolic.problem_type import PROBLEM_TYPES
from generation.verify.verifier import verify

PROBLEMS_PER_TYPE = 36
VERIFIED_PER_TYPE = 9
DIGITS = 60
TOLERANCE = Decimal(10) ** -40
POINTS = (Fraction(3), Fraction(-2), Fraction(5, 7), Fraction(-11, 3), Fraction(17, 2))
LINE = [Fraction(n, 4) for n in range(-4 * 120, 4 * 120 + 1)]
"""Points at which both sides of an inequality are compared; every bound lies on them or between two of them."""
Number = Fraction | Decimal
TYPES = sorted(type_id for type_id, kind in PROBLEM_TYPES.items() if kind.telling is None)
"""Types of one formula; told types are judged in tests of their own."""
assert PROBLEMS_PER_TYPE * len(TYPES) >= 2_000
assert VERIFIED_PER_TYPE * len(TYPES) >= 500


# -- the independent reading -----------------------------------------------------------------------------------

_TOKEN = re.compile(r"\s*(?:(\d+(?:\.\d+)?)|(sqrt|[a-z])|(.))")
_MIXED = re.compile(r"(\d+) (\d+/\d+)")
_RELATION = re.compile(r"<=|>=|<|>|=")


class Evaluator:
    """Computes the value of school infix text at one point, while reading it."""

    def __init__(self, text: str, at: Mapping[str, Number], *, decimal: bool) -> None:
        text = _MIXED.sub(r"(\1+\2)", text.strip())
        self.tokens = [m.group(1) or m.group(2) or m.group(3) for m in _TOKEN.finditer(text)]
        self.at, self.decimal, self.position = at, decimal, 0

    def value(self) -> Number:
        result = self.sum()
        assert self.position == len(self.tokens), self.tokens[self.position :]
        return result

    def next(self) -> str:
        return self.tokens[self.position] if self.position < len(self.tokens) else ""

    def take(self) -> str:
        self.position += 1
        return self.tokens[self.position - 1]

    def sum(self) -> Number:
        total = self.signed()
        while self.next() in ("+", "-"):
            sign = self.take()
            term = self.signed()
            total = total + term if sign == "+" else total - term  # type: ignore[operator]
        return total

    def signed(self) -> Number:
        if self.next() == "-":
            self.take()
            return -self.signed()
        return self.product()

    def product(self) -> Number:
        total = self.bar()
        while self.next() in ("*", "÷"):
            operator = self.take()
            factor = self.bar()
            total = total * factor if operator == "*" else total / factor  # type: ignore[operator]
        return total

    def bar(self) -> Number:
        """Fractions with ``/`` hold tighter than ÷; a coefficient such as ``1/2`` stands before its letter."""
        total = self.chunk()
        while self.next() == "/":
            self.take()
            total = total / self.power()  # type: ignore[operator]
            total = total * self.chunk() if self.begins_factor() else total  # type: ignore[operator]
        return total

    def begins_factor(self) -> bool:
        token = self.next()
        return token == "(" or token.isalpha()

    def chunk(self) -> Number:
        total = self.power()
        while self.begins_factor():
            total = total * self.power()  # type: ignore[operator]
        return total

    def power(self) -> Number:
        base = self.atom()
        if self.next() == "^":
            self.take()
            return base ** int(self.atom())
        return base

    def atom(self) -> Number:
        token = self.take()
        if token == "(":
            inner = self.sum()
            assert self.take() == ")"
            return inner
        if token == "sqrt":
            inner = self.atom()
            assert isinstance(inner, Decimal)
            return inner.sqrt()
        if token.isalpha():
            return self.number(Fraction(self.at[token]))
        return self.number(Fraction(token))

    def number(self, value: Fraction) -> Number:
        return Decimal(value.numerator) / Decimal(value.denominator) if self.decimal else value


def computed(text: str, at: Mapping[str, Number] | None = None, *, decimal: bool = False) -> Number:
    """The value of an expression at a point."""
    with localcontext() as context:
        context.prec = DIGITS
        return Evaluator(text, at or {}, decimal=decimal or "sqrt" in text).value()


def equal(a: Number, b: Number) -> bool:
    """Exactly equal for fractions, to 40 digits where a root was taken."""
    if isinstance(a, Fraction) and isinstance(b, Fraction):
        return a == b
    with localcontext() as context:
        context.prec = DIGITS
        return abs(as_decimal(a) - as_decimal(b)) < TOLERANCE


def as_decimal(value: Number) -> Decimal:
    return value if isinstance(value, Decimal) else Decimal(value.numerator) / Decimal(value.denominator)


def sides(relation: str) -> tuple[str, str, str]:
    """Left side, sign, right side of a relation with one sign."""
    (sign,) = _RELATION.findall(relation)
    left, right = re.split(re.escape(sign), relation)
    return left, sign, right


def difference(relation: str, at: Mapping[str, Number], *, decimal: bool = False) -> Number:
    left, _, right = sides(relation)
    a, b = computed(left, at, decimal=decimal), computed(right, at, decimal=decimal)
    return a - b  # type: ignore[operator]


def holds(relation: str, at: Mapping[str, Number]) -> bool:
    gap = difference(relation, at)
    return {"<": gap < 0, "<=": gap <= 0, ">": gap > 0, ">=": gap >= 0, "=": gap == 0}[sides(relation)[1]]


def coefficients(relation: str, name: str) -> tuple[Fraction, Fraction, Fraction]:
    """c, b, a of left minus right as ax² + bx + c, from its values at 0, 1 and -1; checked at two more points."""
    zero, one, minus_one, five, half = (
        Fraction(difference(relation, {name: Fraction(n)})) for n in (0, 1, -1, 5, Fraction(1, 2))
    )
    a, b, c = (one + minus_one) / 2 - zero, (one - minus_one) / 2, zero
    assert (five, half) == (25 * a + 5 * b + c, a / 4 + b / 2 + c), "of degree above 2"
    return c, b, a


# -- right or wrong ------------------------------------------------------------------------------------------------


def confirm(problem: Problem) -> None:
    """Fails unless the key is the whole and only answer of the model."""
    kind = problem.model.ask.kind
    if kind != "solve":
        confirm_expression(problem)
    elif len(problem.model.ask.unknowns) == 2:
        confirm_system(problem)
    elif sides(problem.model.given[0])[1] == "=":
        confirm_equation(problem)
    else:
        confirm_inequality(problem)


def confirm_expression(problem: Problem) -> None:
    (key,) = problem.answer.values
    of = problem.model.ask.of
    assert isinstance(key, str)
    assert of is not None
    points = POINTS if problem.model.symbols else POINTS[:1]
    for point in points:
        at = dict.fromkeys(problem.model.symbols, point)
        assert equal(computed(of, at), computed(key, at)), (of, key)
    confirm_form(problem, key)


def confirm_form(problem: Problem, key: str) -> None:
    match problem.model.ask.form:
        case "expanded" | "simplified":
            assert "(" not in key.replace("sqrt(", ""), key
            assert "*" not in key, key
            assert key != problem.model.ask.of
        case "factored":
            assert re.search(r"\([^()]+\)(\^2|\()?", key), key
            assert " + " not in re.sub(r"\([^()]*\)", "", key)
        case "lowest_terms":
            top, _, bottom = key.lstrip("-").partition("/")
            assert Fraction(int(top), int(bottom)).denominator == int(bottom)
        case "rationalized":
            assert "sqrt" not in key.partition("/")[2], key
    radicands = [int(n) for n in re.findall(r"sqrt\((\d+)\)", key)]
    assert all(n % (d * d) for n in radicands for d in range(2, 40)), key


def confirm_equation(problem: Problem) -> None:
    (relation,), (name,) = problem.model.given, problem.model.ask.unknowns
    keys = [key for key in problem.answer.values if isinstance(key, str)]
    rooted = any("sqrt" in key for key in keys)
    values = [computed(key, decimal=rooted) for key in keys]
    for value in values:
        left, _, right = sides(relation)
        at = {name: value}
        if rooted:
            assert isinstance(value, Decimal)
            with localcontext() as context:
                context.prec = DIGITS
                constant, linear, square = (as_decimal(n) for n in coefficients(relation, name))
                assert abs(square * value * value + linear * value + constant) < TOLERANCE
        else:
            assert equal(computed(left, at), computed(right, at)), (relation, value)
    c, b, a = coefficients(relation, name)
    roots = 1 if a == 0 else 1 + (b * b - 4 * a * c > 0)
    assert len(values) == roots, relation
    assert all(as_decimal(low) < as_decimal(high) for low, high in pairwise(values)), "ascending and different"


def confirm_system(problem: Problem) -> None:
    (solution,) = problem.answer.values
    assert not isinstance(solution, str)
    at = {name: computed(value) for name, value in solution.items()}
    assert all(holds(relation, at) for relation in problem.model.given)
    rows = []
    for relation in problem.model.given:
        origin, x, y = (
            Fraction(difference(relation, {"x": Fraction(p), "y": Fraction(q)})) for p, q in ((0, 0), (1, 0), (0, 1))
        )
        rows.append((x - origin, y - origin))
    (a, b), (c, d) = rows
    assert a * d != b * c, "exactly one solution"


def confirm_inequality(problem: Problem) -> None:
    (relation,), (name,), (key,) = problem.model.given, problem.model.ask.unknowns, problem.answer.values
    assert isinstance(key, str)
    for point in LINE:
        assert holds(relation, {name: point}) == holds(key, {name: point}), (relation, key, point)


def infix_of(latex: str) -> list[str]:
    """The relations or the expression of a statement's LaTeX as infix texts."""
    text = re.sub(r"\\begin\{cases\}|\\end\{cases\}|\\left|\\right", "", latex)
    text = re.sub(r"(\d+)\\frac\{(\d+)\}\{(\d+)\}", r"(\1+\2/\3)", text)
    while (fraction := re.search(r"\\frac\{([^{}]*)\}\{([^{}]*)\}", text)) or "\\sqrt" in text:
        if fraction:
            text = text[: fraction.start()] + f"(({fraction[1]})/({fraction[2]}))" + text[fraction.end() :]
        text = re.sub(r"\\sqrt\{([^{}]*)\}", r"sqrt(\1)", text)
    text = text.replace(r"\times", "*").replace(r"\div", "÷").replace(r"\le", "<=").replace(r"\ge", ">=")
    rows = text.replace("{", "(").replace("}", ")").split(r"\\")
    return [row.strip() for row in rows]


def confirm_statement(problem: Problem) -> None:
    """The statement's formula has the values of the model's, whatever the letters stand for."""
    (latex,) = [formula for formula in formulas(problem.statement) if len(formula) > 1]
    written = infix_of(latex)
    meant = list(problem.model.given) or [problem.model.ask.of or ""]
    assert len(written) == len(meant)
    for mine, theirs in zip(written, meant, strict=True):
        for first, second in ((POINTS[0], POINTS[3]), (POINTS[2], POINTS[1])):
            at = dict(zip(("x", "y"), (first, second), strict=True)) | dict.fromkeys("abt", first)
            if not problem.model.given:
                assert equal(computed(mine, at), computed(theirs, at)), (mine, theirs)
                continue
            assert sides(mine)[1] == sides(theirs)[1]
            assert equal(difference(mine, at), difference(theirs, at)), (mine, theirs)


@pytest.mark.parametrize("type_id", TYPES)
def test_answers_hold_by_an_independent_path(type_id: str) -> None:
    statements = set()
    for seed in range(PROBLEMS_PER_TYPE):
        problem = sample_problem(type_id, seed, choices=False)
        confirm(problem)
        confirm_statement(problem)
        statements.add(problem.statement)
    assert len(statements) > PROBLEMS_PER_TYPE // 3, "the parameters hardly vary"


def rendered(values: tuple[AnswerValue, ...]) -> str:
    return str([value if isinstance(value, str) else sorted(value.items()) for value in values])


@pytest.mark.parametrize("type_id", TYPES)
def test_whole_items_are_proved(type_id: str) -> None:
    for seed in range(VERIFIED_PER_TYPE):
        language: Language = "ko" if seed % 2 else "en"
        problem = sample_problem(type_id, 1_000 + seed, language=language)
        certificate = verify(problem)
        assert certificate.verdict == "proved", (problem.statement, certificate.to_json())
        assert problem.solution
        assert len({rendered(choice.value) for choice in problem.choices}) == 5
        assert [choice.correct for choice in problem.choices].count(True) == 1


@pytest.mark.parametrize(
    ("text", "at", "value"),
    [
        ("12x^2 ÷ 3x", {"x": Fraction(5)}, Fraction(20)),
        ("-2^4", {}, Fraction(-16)),
        ("(-2)^4", {}, Fraction(16)),
        ("1/2x - 3", {"x": Fraction(4)}, Fraction(-1)),
        ("2/3 ÷ 3/8", {}, Fraction(16, 9)),
        ("(x + 1)/2", {"x": Fraction(4)}, Fraction(5, 2)),
        ("5 - (-3)*2", {}, Fraction(11)),
        ("3 1/2 - 1 1/3", {}, Fraction(13, 6)),
    ],
)
def test_the_evaluator_itself(text: str, at: dict[str, Number], value: Fraction) -> None:
    assert computed(text, at) == value


def test_a_wrong_key_does_not_pass() -> None:
    problem = sample_problem("quadratic-factoring", 1, choices=False)
    wrong = Problem(problem.statement, problem.model, type(problem.answer)((problem.answer.values[0],)))
    with pytest.raises(AssertionError):
        confirm(wrong)
