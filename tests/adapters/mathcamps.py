"""MathCAMPS items (gpoesia/mathcamps, MIT) from their symbolic form to ``yuje.problem/1``.

The symbolic form is read with Python's ``ast`` and worked out with fractions, so that which keys are right does not
rest on the verifier. ``mathcamps_wrong.csv`` lists by id the items that are wrong as published, each with its reason.
"""

from __future__ import annotations

import ast
import csv
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from pathlib import Path

from generation.problem import Answer, AnswerValue, Ask, Model, Problem
from tests.adapters.python_arithmetic import OutsideError, evaluated, parsed, solved, unknowns

FILE = Path(__file__).parents[3] / "shared/data/mathcamps/originals-half.jsonl"
WRONG = Path(__file__).with_name("mathcamps_wrong.csv")
Key = Fraction | str | tuple[tuple[Fraction, Fraction], ...] | Mapping[str, Fraction]
"""A value, a comparison sign, factor pairs, or the solution of a system."""
_STATEMENT = re.compile(r"\[\[(var|question) (\S+) = (.*)\]\]")
_BINARY = re.compile(r"\d+\.\d{11,}")
"""What binary arithmetic left over, as in 721.1099999999999."""
_PAIR = re.compile(r"\((\d+), (\d+)\)")
_ASSIGNED = re.compile(r"(\w): (-?\d+(?:/\d+)?)")
_OPERATORS: dict[type[ast.operator], str] = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.Pow: "^"}


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the file; ``equations`` have a number on the left, ``definitions`` a letter."""

    id: str
    standard: str
    statement: str
    published: str
    definitions: tuple[tuple[str, ast.expr], ...]
    equations: tuple[tuple[Fraction, ast.expr], ...]
    questions: tuple[str, ...]

    @property
    def half(self) -> str:
        """``tuning`` or ``held out``, by parity of the number in the id; only the first half was looked at."""
        return "held out" if int(self.id.split("-")[-2]) % 2 else "tuning"

    @property
    def values(self) -> dict[str, Fraction]:
        """The definitions, worked out in order."""
        found: dict[str, Fraction] = {}
        for name, node in self.definitions:
            found[name] = evaluated(node, found)
        return found


def items(path: Path = FILE) -> list[Item]:
    """Every item of the file."""
    with path.open(encoding="utf-8") as lines:
        return [_item(json.loads(line)) for line in lines]


def _item(row: Mapping[str, str]) -> Item:
    def as_meant(match: re.Match[str]) -> str:
        return match[0] if match[0] in row["statement"] else repr(round(float(match[0]), 10))

    parts = _STATEMENT.findall(_BINARY.sub(as_meant, row["symbolic"]))
    variables = [(name, parsed(text)) for kind, name, text in parts if kind == "var"]
    questions = [
        question for kind, _, text in parts if kind == "question" for question in re.findall(r"'([^']*)'", text)
    ]
    return Item(
        row["id"],
        row["standard"],
        row["statement"],
        row["answer"],
        tuple((name, node) for name, node in variables if name.isalpha()),
        tuple((Fraction(name), node) for name, node in variables if not name.isalpha()),
        tuple(questions),
    )


@lru_cache(maxsize=1)
def wrong_as_published() -> Mapping[str, str]:
    """Id to reason, of the items whose key or text disagrees with their symbolic form."""
    with WRONG.open(encoding="utf-8", newline="") as file:
        return {row["id"]: row["reason"] for row in csv.DictReader(file)}


# -- the key, independently ------------------------------------------------------------------------------------


def right_key(item: Item) -> Key:
    """What the symbolic form says. Raises OutsideError."""
    asked = item.questions[0]
    if " _ " in asked:
        first, second = (evaluated(parsed(side), {}) for side in asked.split(" _ "))
        return "<" if first < second else ">" if first > second else "="
    if asked.isdigit():
        number = int(asked)
        return tuple(
            (Fraction(d), Fraction(number, d)) for d in range(1, number + 1) if d * d <= number and number % d == 0
        )
    if len(item.questions) == 2:
        return _crossed(item)
    if item.equations:
        (target, node) = item.equations[0]
        _, roots = solved(target, node, item.values)
        fitting = [root for root in roots if root > 0] if len(roots) > 1 else roots
        if len(fitting) != 1:
            raise OutsideError("no single solution")
        return fitting[0]
    return evaluated(parsed(asked), item.values)


def _crossed(item: Item) -> Mapping[str, Fraction]:
    """Two linear equations in two unknowns by Cramer's rule, the coefficients read off at three points."""
    first, second = sorted(item.questions)
    rows = []
    for target, node in item.equations:
        constant = evaluated(node, {first: Fraction(0), second: Fraction(0)})
        a = evaluated(node, {first: Fraction(1), second: Fraction(0)}) - constant
        b = evaluated(node, {first: Fraction(0), second: Fraction(1)}) - constant
        rows.append((a, b, target - constant))
    (a, b, e), (c, d, f) = rows
    determinant = a * d - b * c
    return {first: (e * d - b * f) / determinant, second: (a * f - e * c) / determinant}


def published_key(item: Item) -> Key:
    """The key of the file. Raises OutsideError."""
    text = item.published.strip()
    if text in ("<", ">", "="):
        return text
    if text.startswith("["):
        return tuple((Fraction(a), Fraction(b)) for a, b in _PAIR.findall(text))
    if text.startswith("{"):
        return {name: Fraction(value) for name, value in _ASSIGNED.findall(text)}
    try:
        return Fraction(text)
    except ValueError as error:
        raise OutsideError(f"{text[:40]!r} is no key") from error


# -- the problem -----------------------------------------------------------------------------------------------


def problem_of(item: Item, key: Key | None = None) -> Problem:
    """The item as a problem with this key; with the published one where none is given."""
    key = published_key(item) if key is None else key
    return Problem(item.statement, _model(item, key), _answer(item, key), "en", id=item.id)


def _answer(item: Item, key: Key) -> Answer:
    if isinstance(key, str):
        return Answer(("true",))
    if isinstance(key, tuple):
        return Answer(tuple({"a": str(a), "b": str(b)} for a, b in key))
    if isinstance(key, Mapping):
        return Answer(({name: str(value) for name, value in key.items()},))
    return Answer((str(key) if "/" in item.published else shown(key),))


def shown(value: Fraction) -> AnswerValue:
    """A decimal where it ends, else a fraction."""
    scaled = value * 10**14
    if value.denominator > 1 and scaled.denominator == 1 and set(_primes(value.denominator)) <= {2, 5}:
        digits = f"{abs(scaled.numerator):015d}"
        return ("-" if value < 0 else "") + f"{digits[:-14]}.{digits[-14:]}".rstrip("0")
    return str(value)


def _primes(number: int) -> list[int]:
    found, divisor = [], 2
    while divisor * divisor <= number:
        while number % divisor == 0:
            found.append(divisor)
            number //= divisor
        divisor += 1
    return [*found, number] if number > 1 else found


def _model(item: Item, key: Key) -> Model:
    asked = item.questions[0]
    if isinstance(key, str):
        left, right = asked.split(" _ ")
        return Model(Ask("truth", claim=f"{left} {key} {right}"))
    if isinstance(key, tuple):
        symbols = {"a": f"1..{asked}", "b": f"1..{asked}"}
        return Model(Ask("solve", ("a", "b")), symbols, {}, (f"a*b = {asked}", "a <= b"))
    if isinstance(key, Mapping):
        return Model(Ask("solve", tuple(sorted(key))), dict.fromkeys(sorted(key), "real"), {}, _equations(item))
    if item.equations:
        (name,) = unknowns(item.equations[0][1], item.values)
        even = re.search(r"\*\* [2468]\b", ast.unparse(item.equations[0][1])) is not None
        return Model(Ask("solve", (name,)), {name: "positive" if even else "real"}, {}, _equations(item))
    if len(item.definitions) == 1 and asked == item.definitions[0][0]:
        return Model(Ask("value", of=infix(item.definitions[0][1])))
    given = tuple(f"{name} = {infix(node)}" for name, node in item.definitions)
    return Model(Ask("value", of=infix(parsed(asked))), {name: "real" for name, _ in item.definitions}, {}, given)


def _equations(item: Item) -> tuple[str, ...]:
    return tuple(f"{shown(target)} = {infix(node)}" for target, node in item.equations)


def infix(node: ast.expr) -> str:
    """The expression in the notation of models; every operation in parentheses but the outermost."""
    text = _infix(node)
    return text[1:-1] if isinstance(node, ast.BinOp) and not isinstance(node.op, ast.Mod) else text


def _infix(node: ast.expr) -> str:
    match node:
        case ast.Constant(value):
            return repr(value)
        case ast.Name(name):
            return name
        case ast.UnaryOp(ast.USub(), operand):
            return f"(-{_infix(operand)})"
        case ast.BinOp(left, ast.Mod(), right):
            return f"mod({infix(left)}, {infix(right)})"
        case ast.BinOp(left, op, right) if type(op) in _OPERATORS:
            return f"({_infix(left)} {_OPERATORS[type(op)]} {_infix(right)})"
        case _:
            raise OutsideError(f"{ast.unparse(node)[:60]!r} is no arithmetic")
