"""Problems from outside: JSON to the frozen dataclasses, every error naming the field and what would be right."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar, cast

from generation.problem import (
    SCHEMA,
    Answer,
    AnswerValue,
    Ask,
    AskKind,
    Choice,
    Language,
    Model,
    Origin,
    Problem,
    Step,
)

MAX_TEXT = 8_000
"""Characters of one text; a long worked item has some 1,500."""
MAX_ITEMS = 200
"""Entries of one list or mapping."""
ASK_KINDS = ("solve", "value", "form", "extremum", "count", "probability", "truth")
_UNSTORABLE = frozenset(map(chr, (*range(9), 11, 12, *range(14, 32), 127)))
_T = TypeVar("_T")


REASONS = {
    "missing": "is missing",
    "unknown_field": "is not a field here; known are {known}",
    "wrong_type": "must be {expected}, not {found}",
    "wrong_schema": "must be {expected!r}",
    "not_allowed_value": "must be one of {expected}",
    "too_long": "has {count} characters; at most {limit} are read",
    "too_many": "has {count} entries; at most {limit} are read",
    "no_fingerprint": "must be a certificate's fingerprint, 64 digits 0-9 and a-f",
    "no_text": "has a character that is no text ({character} at character {position})",
}
"""What can be wrong with a field, by code."""


class SchemaError(ValueError):
    """``field`` is a path such as ``model.given[0]``; ``reason`` says what is wrong and what would be right.

    ``code`` is one of :data:`REASONS`, ``values`` fill its places.
    """

    def __init__(self, field: str, code: str, **values: object) -> None:
        self.field = "".join(letter if letter.isprintable() else "?" for letter in field)
        self.code, self.values = code, values
        self.reason = REASONS[code].format(**values)
        super().__init__(f"{self.field}: {self.reason}" if self.field else self.reason)


def read_problem(value: object, path: str = "") -> Problem:
    """A problem from parsed ``yuje.problem/1``; ``path`` leads to it. Raises SchemaError."""
    top = _Fields(path, value)
    top.only(
        "schema",
        "id",
        "language",
        "standard",
        "statement",
        "model",
        "answer",
        "solution",
        "choices",
        "targets",
        "origin",
    )
    if top.text("schema", SCHEMA) != SCHEMA:
        raise SchemaError(top.at("schema"), "wrong_schema", expected=SCHEMA)
    return Problem(
        statement=top.text("statement"),
        model=_model(top.fields("model")),
        answer=_answer(top.fields("answer")),
        language=cast(Language, top.one_of("language", ("ko", "en"), "ko")),
        standard=top.optional_text("standard"),
        solution=top.each("solution", _step),
        choices=top.each("choices", _choice),
        targets=top.optional_text("targets"),
        origin=None if top.get("origin") is None else _origin(top.fields("origin")),
        id=top.optional_text("id"),
    )


def read_model(value: object, path: str = "") -> Model:
    """A model alone. Raises SchemaError."""
    return _model(_Fields(path, value))


def read_text(value: object, path: str) -> str:
    """A text that can be stored and hashed. Raises SchemaError."""
    return _text(path, value)


class _Fields:
    """One JSON object, with the path that leads to it."""

    def __init__(self, path: str, value: object) -> None:
        if not isinstance(value, Mapping):
            raise SchemaError(path, "wrong_type", expected="an object", found=_kind(value))
        self._path, self._value = path, value

    def only(self, *names: str) -> None:
        for name in self._value:
            if name not in names:
                raise SchemaError(self.at(str(name)[:60]), "unknown_field", known=", ".join(names))

    def at(self, name: str) -> str:
        return f"{self._path}.{name}" if self._path else name

    def get(self, name: str) -> object:
        return self._value.get(name)

    def fields(self, name: str) -> _Fields:
        if name not in self._value:
            raise SchemaError(self.at(name), "missing")
        return _Fields(self.at(name), self._value[name])

    def text(self, name: str, default: str | None = None) -> str:
        if name not in self._value:
            if default is None:
                raise SchemaError(self.at(name), "missing")
            return default
        return _text(self.at(name), self._value[name])

    def optional_text(self, name: str) -> str | None:
        value = self._value.get(name)
        return None if value is None else _text(self.at(name), value)

    def one_of(self, name: str, allowed: Sequence[str], default: str | None = None) -> str:
        value = self.text(name, default)
        if value not in allowed:
            raise SchemaError(self.at(name), "not_allowed_value", expected=", ".join(allowed))
        return value

    def each(self, name: str, read: Callable[[str, object], _T]) -> tuple[_T, ...]:
        value = self._value.get(name)
        return () if value is None else _each(self.at(name), value, read)

    def texts(self, name: str) -> dict[str, str]:
        value = self._value.get(name)
        return {} if value is None else _texts(self.at(name), value)


def _model(fields: _Fields) -> Model:
    fields.only("symbols", "define", "given", "ask")
    ask = fields.fields("ask")
    ask.only("kind", "for", "of", "form", "sense", "event", "claim")
    sense = None if ask.get("sense") is None else ask.one_of("sense", ("max", "min"))
    return Model(
        ask=Ask(
            kind=cast(AskKind, ask.one_of("kind", ASK_KINDS)),
            unknowns=ask.each("for", _text),
            of=ask.optional_text("of"),
            form=ask.optional_text("form"),
            sense=cast(Any, sense),
            event=ask.each("event", _text),
            claim=ask.optional_text("claim"),
        ),
        symbols=fields.texts("symbols"),
        define=fields.texts("define"),
        given=fields.each("given", _text),
    )


def _answer(fields: _Fields) -> Answer:
    fields.only("values", "unit")
    if fields.get("values") is None:
        raise SchemaError(fields.at("values"), "missing")
    return Answer(fields.each("values", _answer_value), fields.optional_text("unit"))


def _answer_value(path: str, value: object) -> AnswerValue:
    if isinstance(value, Mapping):
        return _texts(path, value)
    return _text(path, value)


def _step(path: str, value: object) -> Step:
    fields = _Fields(path, value)
    fields.only("text", "math")
    return Step(fields.text("text"), fields.optional_text("math"))


def _choice(path: str, value: object) -> Choice:
    fields = _Fields(path, value)
    fields.only("value", "correct", "misconception")
    correct = fields.get("correct")
    if correct is not None and not isinstance(correct, bool):
        raise SchemaError(fields.at("correct"), "wrong_type", expected="true or false", found=_kind(correct))
    if fields.get("value") is None:
        raise SchemaError(fields.at("value"), "missing")
    return Choice(fields.each("value", _answer_value), bool(correct), fields.optional_text("misconception"))


def _origin(fields: _Fields) -> Origin:
    fields.only("engine", "model", "source", "grounding", "type", "moved")
    return Origin(
        engine=fields.text("engine"),
        model=fields.optional_text("model"),
        source=fields.optional_text("source"),
        grounding=fields.each("grounding", _text),
        type=fields.optional_text("type"),
        moved=fields.each("moved", _text),
    )


def _each(path: str, value: object, read: Callable[[str, object], _T]) -> tuple[_T, ...]:
    if not isinstance(value, list | tuple):
        raise SchemaError(path, "wrong_type", expected="a list", found=_kind(value))
    if len(value) > MAX_ITEMS:
        raise SchemaError(path, "too_many", count=len(value), limit=MAX_ITEMS)
    return tuple(read(f"{path}[{i}]", item) for i, item in enumerate(value))


def _texts(path: str, value: object) -> dict[str, str]:
    if not isinstance(value, Mapping):
        raise SchemaError(path, "wrong_type", expected="an object", found=_kind(value))
    if len(value) > MAX_ITEMS:
        raise SchemaError(path, "too_many", count=len(value), limit=MAX_ITEMS)
    return {_text(path, name): _text(f"{path}.{str(name)[:60]}", item) for name, item in value.items()}


def _text(path: str, value: object) -> str:
    if not isinstance(value, str):
        raise SchemaError(path, "wrong_type", expected="a string", found=_kind(value))
    if len(value) > MAX_TEXT:
        raise SchemaError(path, "too_long", count=len(value), limit=MAX_TEXT)
    for offset, char in enumerate(value):
        if char in _UNSTORABLE or "\ud800" <= char <= "\udfff":
            raise SchemaError(path, "no_text", character=f"U+{ord(char):04X}", position=offset + 1)
    return value


def _kind(value: object) -> str:
    """What a JSON value is, in JSON's words."""
    names = {bool: "true or false", str: "a string", type(None): "null", list: "a list", dict: "an object"}
    return names.get(type(value), "a number")
