"""School infix text as functions of its letters, for tests: read once, computed at many points.

It shares no code with `generation`. Numbers stay fractions as long as they can; floats stay floats, so that scans are
fast; everything else has 50 digits. What it does not know raises UnreadableError.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from tests.acceptance.calculus_by_points import MP, derivative, integral, limit
from tests.acceptance.school_arithmetic import (
    FUNCTIONS,
    NoValueError,
    Value,
    compared,
    factorial,
    minus,
    number,
    over,
    plus,
    times,
    to_power,
    whole,
)

Env = Mapping[str, Value]
Function = Callable[[Env], Value]


class UnreadableError(ValueError):
    """The text has something that this reader does not know."""


@dataclass(frozen=True, slots=True)
class Term:
    """A function of letters; ``derived`` remembers what a derivative without a point was taken of."""

    at: Function
    letters: frozenset[str]
    derived: tuple[Term, str, int] | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """A chain such as ``0 < x <= 3``: terms and the signs between them."""

    terms: tuple[Term, ...]
    signs: tuple[str, ...]

    @property
    def letters(self) -> frozenset[str]:
        """The letters it speaks of."""
        return frozenset().union(*(term.letters for term in self.terms))

    def holds(self, env: Env) -> bool:
        """Whether it holds; false where a side has no value."""
        try:
            values = [term.at(env) for term in self.terms]
        except (NoValueError, ZeroDivisionError, OverflowError):
            return False
        return all(compared(a, sign, b) for a, sign, b in zip(values, self.signs, values[1:], strict=False))


@dataclass(frozen=True, slots=True)
class Statement:
    """Relations joined by ``or``, each part joined by ``and``."""

    parts: tuple[tuple[Relation, ...], ...]

    @property
    def letters(self) -> frozenset[str]:
        """The letters it speaks of."""
        return frozenset().union(*(relation.letters for part in self.parts for relation in part))

    def holds(self, env: Env) -> bool:
        """Whether one of the parts holds as a whole."""
        return any(all(relation.holds(env) for relation in part) for part in self.parts)


@dataclass(slots=True)
class Definitions:
    """The functions and sequences of a model: parameters and body, and values given one by one."""

    bodies: dict[str, tuple[tuple[str, ...], Term]] = field(default_factory=dict)
    single: dict[tuple[str, Value], Term] = field(default_factory=dict)
    names: frozenset[str] = frozenset()

    @classmethod
    def of(cls, define: Mapping[str, str]) -> Definitions:
        """Read ``{"f(x)": "x^2", "a(1)": "3"}``."""
        found = cls(names=frozenset(head.partition("(")[0] for head in define))
        for head, body in define.items():
            name, _, inside = head.rstrip(")").partition("(")
            term = expression(body, found)
            if re.fullmatch(r"\d+", inside):
                found.single[name, Fraction(inside)] = term
            else:
                found.bodies[name] = (tuple(part.strip() for part in inside.split(",")), term)
        return found

    def call(self, name: str, args: list[Value], env: Env) -> Value:
        """The value of a defined function."""
        if len(args) == 1 and (name, args[0]) in self.single:
            return self.single[name, args[0]].at(env)
        parameters, body = self.bodies[name]
        if self.single and any(own == name for own, _ in self.single) and not 0 < args[0] < 1000:
            raise NoValueError("before the first term")
        return body.at({**env, **dict(zip(parameters, args, strict=True))})

    def parameters_left(self, name: str, seen: frozenset[str] = frozenset()) -> frozenset[str]:
        """The letters of a body that are no parameters."""
        if name not in self.bodies or name in seen:
            return frozenset()
        parameters, body = self.bodies[name]
        return body.letters - set(parameters)


def expression(text: str, defined: Definitions | None = None) -> Term:
    """Read an expression."""
    reader = _Reader(text, defined or Definitions())
    term = reader.sum()
    reader.end()
    return term


def statement(text: str, defined: Definitions | None = None) -> Statement:
    """Read relations joined by ``and`` and ``or``."""
    reader = _Reader(text, defined or Definitions())
    parts = [[reader.relation()]]
    while reader.next() in ("or", "and", ","):
        if reader.take() == "or":
            parts.append([])
        parts[-1].append(reader.relation())
    reader.end()
    return Statement(tuple(tuple(part) for part in parts))


# -- the reader ------------------------------------------------------------------------------------------------

_WORDS = (  # noqa: SIM905 - one line is read at a glance
    "integrate variance median limit stdev floor mean mode diff sqrt root gcd lcm log max min mod sin cos tan sum abs "
    "and or pi oo"
).split()
_TOKEN = re.compile(
    rf"\s*(?:(\d+\.(?:\d*\d\u0307)+|\d+(?:\.\d+)?)|({'|'.join(_WORDS)}|[A-Za-z])|(<=|>=|!=|[-+*/÷^=<>(),|!'%\[\]]))"
)
_MIXED = re.compile(r"(?<![\d.])(\d+) (\d+/\d+)")
_SIGNS = ("=", "!=", "<", "<=", ">", ">=")


def _tokens(text: str) -> list[str]:
    text, found, at = _MIXED.sub(r"(\1+\2)", text).rstrip(), [], 0
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            raise UnreadableError(f"{text[at:]!r}")
        found.append(match[1] or match[2] or match[3])
        at = match.end()
    return found


class _Reader:
    def __init__(self, text: str, defined: Definitions) -> None:
        self.tokens, self.at, self.bars, self.defined = _tokens(text), 0, 0, defined

    def next(self, ahead: int = 0) -> str:
        return self.tokens[self.at + ahead] if self.at + ahead < len(self.tokens) else ""

    def take(self, expected: str | None = None) -> str:
        token = self.next()
        if not token or (expected is not None and token != expected):
            raise UnreadableError(f"{token!r} where {expected!r} belongs")
        self.at += 1
        return token

    def end(self) -> None:
        if self.next():
            raise UnreadableError(f"{self.next()!r} is left over")

    def relation(self) -> Relation:
        terms, signs = [self.sum()], []
        while self.next() in _SIGNS:
            signs.append(self.take())
            terms.append(self.sum())
        if not signs:
            raise UnreadableError("no relation")
        return Relation(tuple(terms), tuple(signs))

    def sum(self) -> Term:
        total = self.signed()
        while self.next() in ("+", "-"):
            sign = self.take()
            total = _joined(plus if sign == "+" else minus, total, self.signed())
        return total

    def signed(self) -> Term:
        if self.next() == "-":
            self.take()
            return _joined(lambda a: times(Fraction(-1), a), self.signed())
        return self.product()

    def product(self) -> Term:
        total = self.bar()
        while self.next() in ("*", "÷"):
            total = _joined(times if self.take() == "*" else over, total, self.signed_factor())
        return total

    def signed_factor(self) -> Term:
        return self.signed() if self.next() == "-" else self.bar()

    def bar(self) -> Term:
        """A fraction bar ties tighter than ``÷``; ``1/2x`` is half of x."""
        total = self.run()
        while self.next() == "/":
            self.take()
            total = _joined(over, total, self.power())
            if self.begins_factor():
                total = _joined(times, total, self.run())
        return total

    def begins_factor(self) -> bool:
        token = self.next()
        return (
            token in ("(", "[") or (token.isalpha() and token not in ("or", "and")) or (token == "|" and not self.bars)
        )

    def run(self) -> Term:
        total = self.power()
        while self.begins_factor():
            total = _joined(times, total, self.power())
        return total

    def power(self) -> Term:
        base = self.atom()
        while self.next() == "!":
            self.take()
            base = _joined(factorial, base)
        if self.next() == "%":
            self.take()
            base = _joined(lambda a: over(a, Fraction(100)), base)
        if self.next() == "^":
            self.take()
            negative = self.next() == "-" and self.take() == "-"
            exponent = self.power()
            base = _joined(
                to_power, base, _joined(lambda a: times(Fraction(-1), a), exponent) if negative else exponent
            )
        return base

    def atom(self) -> Term:
        token = self.take()
        if token[0].isdigit():
            value = number(token)
            return Term(lambda env: value, frozenset())
        if token == "(":
            bars, self.bars = self.bars, 0
            inner = self.sum()
            self.bars = bars
            self.take(")")
            return Term(inner.at, inner.letters)
        if token == "|":
            self.bars += 1
            inner = self.sum()
            self.bars -= 1
            self.take("|")
            return _joined(abs, inner)
        if token == "[":
            return self.matrix()
        if token.isalpha():
            return self.named(token)
        raise UnreadableError(f"{token!r}")

    def matrix(self) -> Term:
        rows = []
        while True:
            self.take("[")
            rows.append(self.listed("]"))
            if self.next() == ",":
                self.take()
                continue
            self.take("]")
            break
        letters = frozenset().union(*(term.letters for row in rows for term in row))
        return Term(lambda env: tuple(tuple(term.at(env) for term in row) for row in rows), letters)

    def listed(self, closing: str) -> list[Term]:
        bars, self.bars = self.bars, 0
        terms = [self.sum()]
        while self.next() == ",":
            self.take()
            terms.append(self.sum())
        self.bars = bars
        self.take(closing)
        return terms

    def named(self, name: str) -> Term:
        if name in self.defined.names and self.next() in ("(", "'"):
            return self.defined_call(name)
        if name in _BINDERS and self.next() == "(":
            self.take()
            return _BINDERS[name](self.listed(")"))
        if name in FUNCTIONS and self.next() == "(":
            self.take()
            return _joined(FUNCTIONS[name], *self.listed(")"))
        if name in ("pi", "oo"):
            return Term(lambda env: MP.inf if name == "oo" else MP.pi + 0, frozenset())
        if len(name) > 1:
            raise UnreadableError(f"the name {name!r}")
        if name == "i":
            return Term(lambda env: env.get("i", MP.mpc(0, 1)), frozenset())
        return Term(lambda env: _letter(env, name), frozenset({name}))

    def defined_call(self, name: str) -> Term:
        order = 0
        while self.next() == "'":
            self.take()
            order += 1
        self.take("(")
        args, defined = self.listed(")"), self.defined
        letters = frozenset().union(*(arg.letters for arg in args)) | defined.parameters_left(name)

        def at(env: Env) -> Value:
            values = [arg.at(env) for arg in args]
            if order:
                return derivative(lambda x: defined.call(name, [x], env), values[0], order)
            return defined.call(name, values, env)

        return Term(at, letters)


def _letter(env: Env, name: str) -> Value:
    try:
        return env[name]
    except KeyError:
        raise UnreadableError(f"the letter {name}") from None


def _joined(function: Callable[..., Value], *terms: Term) -> Term:
    letters = frozenset().union(*(term.letters for term in terms))
    if len(terms) == 1:
        (one,) = terms
        return Term(lambda env: function(one.at(env)), letters)
    return Term(lambda env: function(*[term.at(env) for term in terms]), letters)


def _bound(terms: list[Term], letter: Term) -> tuple[str, frozenset[str]]:
    (name,) = letter.letters
    return name, terms[0].letters - {name}


def _sum(terms: list[Term]) -> Term:
    body, letter, low, high = terms
    name, letters = _bound(terms, letter)

    def at(env: Env) -> Value:
        total: Value = Fraction(0)
        for n in range(whole(low.at(env)), whole(high.at(env)) + 1):
            total = plus(total, body.at({**env, name: Fraction(n)}))
        return total

    return Term(at, letters | low.letters | high.letters)


def _diff(terms: list[Term]) -> Term:
    body, letter, *point = terms
    name, letters = _bound(terms, letter)
    order = 1
    if (before := body.derived) is not None and before[1] == name:
        body, order = before[0], before[2] + 1
    where = point[0] if point else letter

    def at(env: Env) -> Value:
        return derivative(lambda x: body.at({**env, name: x}), where.at(env), order)

    return Term(at, letters | where.letters, None if point else (body, name, order))


def _integrate(terms: list[Term]) -> Term:
    if len(terms) != 4:
        raise UnreadableError("an integral without limits")
    body, letter, low, high = terms
    name, letters = _bound(terms, letter)

    def at(env: Env) -> Value:
        return integral(lambda x: body.at({**env, name: x}), low.at(env), high.at(env))

    return Term(at, letters | low.letters | high.letters)


def _limit(terms: list[Term]) -> Term:
    body, letter, point, *_ = terms
    name, letters = _bound(terms, letter)
    return Term(lambda env: limit(lambda x: body.at({**env, name: x}), point.at(env)), letters | point.letters)


_BINDERS: dict[str, Callable[[list[Term]], Term]] = {
    "sum": _sum, "diff": _diff, "integrate": _integrate, "limit": _limit,
}  # fmt: skip
