"""Reads the definitions of a model: ``{"f(x)": "x^2-8x+7"}``, ``{"a(n)": "2a(n-1)+1", "a(1)": "3"}``."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from generation.expression.errors import ExpressionError, ParseError
from generation.expression.exact import exact, rational_value
from generation.expression.tree import Call, Expr, Relation, Sub, Sym, integer, substitute, symbols, walk
from generation.verify.definitions import Definitions, Function, Sequence

MAX_PARAMETERS = 3
_KEY = re.compile(r"\s*([A-Za-z][A-Za-z0-9_']{0,9})\s*\(([^()]{1,60})\)\s*")
Read = Callable[[str, frozenset[str], frozenset[str]], Expr]
"""Text, names of symbols and names of functions to a tree."""


@dataclass(slots=True)
class _Entry:
    """All definitions of one name."""

    where: str
    parameters: tuple[str, ...] = ()
    body: Expr | None = None
    first: dict[int, Expr] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Defined:
    """The definitions as they are used and as they are written, and what is wrong, each naming its field."""

    definitions: Definitions
    written: tuple[Relation, ...]
    errors: tuple[str, ...]


def defined_names(define: Mapping[str, str]) -> frozenset[str]:
    """The names of functions and sequences."""
    return frozenset(match[1] for key in define if (match := _KEY.fullmatch(key)))


def read_definitions(define: Mapping[str, str], declared: frozenset[str], read: Read) -> Defined:
    """All definitions of a model. Raises BudgetError, or NotExactError for what is not supported."""
    reader = _Reader(declared, read)
    names = defined_names(define)
    for key, text in define.items():
        reader.entry(key, text, names)
    return Defined(reader.definitions(), tuple(reader.written), tuple(reader.errors))


class _Reader:
    def __init__(self, declared: frozenset[str], read: Read) -> None:
        self.declared, self.read = declared, read
        self.entries: dict[str, _Entry] = {}
        self.written: list[Relation] = []
        self.errors: list[str] = []

    def entry(self, key: str, text: str, names: frozenset[str]) -> None:
        where = f"model.define[{key[:40]!r}]"
        match = _KEY.fullmatch(key)
        if match is None:
            self.errors.append(f"{where}: is not written as f(x), f(x, y), a(n) or a(1)")
            return
        name = match[1]
        if name in self.declared:
            self.errors.append(f"{where}: {name} is declared as a symbol too")
            return
        try:
            args = tuple(self.read(part, frozenset(), frozenset()) for part in match[2].split(","))
            parameters, shift, index = _arguments(args)
            body = self.read(text, self.declared | frozenset(parameters), names)
        except ParseError as error:
            self.errors.append(f"{where}: {error}")
            return
        if unknown := sorted(symbols(body) - self.declared - set(parameters)):
            self.errors.append(f"{where}: {', '.join(unknown)} is neither a symbol nor what it depends on")
        self.written.append(Relation("=", Call(name, args), body))
        self._add(where, name, parameters, index, _shifted(body, parameters, shift))

    def _add(self, where: str, name: str, parameters: tuple[str, ...], index: int | None, body: Expr) -> None:
        entry = self.entries.setdefault(name, _Entry(where))
        if (index is None and entry.body is not None) or index in entry.first:
            self.errors.append(f"{where}: is defined twice")
        elif index is None:
            entry.where, entry.parameters, entry.body = where, parameters, body
        else:
            entry.first[index] = body

    def definitions(self) -> Definitions:
        found = Definitions()
        for name, entry in self.entries.items():
            if entry.body is not None and not entry.first and name not in _called(entry.body):
                found.functions[name] = Function(entry.parameters, entry.body)
            elif len(entry.parameters) > 1:
                self.errors.append(f"{entry.where}: a rule with several letters has no first terms and no recursion")
            else:
                self._rule(name, entry)
                found.sequences[name] = Sequence("".join(entry.parameters) or "n", entry.body, entry.first)
        for name in sorted(found.functions):
            if _circular(found.functions, name):
                self.errors.append(f"{self.entries[name].where}: is defined by itself")
        return found

    def _rule(self, name: str, entry: _Entry) -> None:
        """A rule reaches back only, and then needs a first term."""
        for call in walk(entry.body) if entry.body is not None else ():
            if not isinstance(call, Call) or call.name != name:
                continue
            if not entry.first:
                self.errors.append(f'{entry.where}: reaches back and has no first term; add one such as "{name}(1)"')
                return
            if len(call.args) != 1 or (back := reach(call, entry.parameters[0])) is None or back < 1:
                self.errors.append(f"{entry.where}: reaches to a term that is not before it")
                return


def _arguments(args: tuple[Expr, ...]) -> tuple[tuple[str, ...], int, int | None]:
    """Parameters, how far a rule looks ahead (``a(n+1)``), and the index of a first term (``a(1)``)."""
    names = tuple(arg.name for arg in args if isinstance(arg, Sym))
    if len(names) == len(args) == len(set(names)) <= MAX_PARAMETERS:
        return names, 0, None
    if len(args) == 1 and not symbols(args[0]):
        index = rational_value(args[0])
        if index is not None and index.denominator == 1 and abs(index) <= 100:
            return (), 0, int(index)
    if len(args) == 1 and len(symbols(args[0])) == 1:
        (name,) = symbols(args[0])
        shift = exact(Sub(args[0], Sym(name))).rational()
        if shift is not None and shift.denominator == 1 and abs(shift) <= 10:
            return (name,), int(shift), None
    raise ParseError("different letters, or one whole number, stand in the brackets", 0)


def reach(call: Call, index: str) -> int | None:
    """How many terms back a call ``a(n - 2)`` reaches, None where that is no whole number."""
    try:
        distance = exact(Sub(Sym(index), call.args[0])).rational()
    except ExpressionError:
        return None
    return int(distance) if distance is not None and distance.denominator == 1 else None


def _shifted(body: Expr, parameters: tuple[str, ...], shift: int) -> Expr:
    """The rule for a(n), from one for ``a(n + shift)``."""
    if not shift:
        return body
    tree = substitute(body, {parameters[0]: Sub(Sym(parameters[0]), integer(shift))})
    assert isinstance(tree, Expr)
    return tree


def _called(body: Expr) -> frozenset[str]:
    return frozenset(part.name for part in walk(body) if isinstance(part, Call))


def _circular(functions: Mapping[str, Function], start: str) -> bool:
    """Whether a function calls itself, at once or through others."""
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        for called in _called(functions[waiting.pop()].body) & functions.keys():
            if called == start:
                return True
            if called not in seen:
                seen.add(called)
                waiting.append(called)
    return False
