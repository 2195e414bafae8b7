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


class SchemaError(ValueError):
    """``field`` is a path such as ``model.given[0]``; ``reason`` says what is wrong and what would be right."""

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(f"{field}: {reason}" if field else reason)
        self.field = field
        self.reason = reason


def read_problem(value: object) -> Problem:
    """A problem from parsed ``yuje.problem/1``. Raises SchemaError."""
    top = _Fields("", value)
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
        raise SchemaError("schema", f"must be {SCHEMA!r}")
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


class _Fields:
    """One JSON object, with the path that leads to it."""

    def __init__(self, path: str, value: object) -> None:
        if not isinstance(value, Mapping):
            raise SchemaError(path, f"must be an object, not {_kind(value)}")
        self._path, self._value = path, value

    def only(self, *names: str) -> None:
        for name in self._value:
            if name not in names:
                raise SchemaError(self.at(str(name)[:60]), f"is not a field here; known are {', '.join(names)}")

    def at(self, name: str) -> str:
        return f"{self._path}.{name}" if self._path else name

    def get(self, name: str) -> object:
        return self._value.get(name)

    def fields(self, name: str) -> _Fields:
        if name not in self._value:
            raise SchemaError(self.at(name), "is missing")
        return _Fields(self.at(name), self._value[name])

    def text(self, name: str, default: str | None = None) -> str:
        if name not in self._value:
            if default is None:
                raise SchemaError(self.at(name), "is missing")
            return default
        return _text(self.at(name), self._value[name])

    def optional_text(self, name: str) -> str | None:
        value = self._value.get(name)
        return None if value is None else _text(self.at(name), value)

    def one_of(self, name: str, allowed: Sequence[str], default: str | None = None) -> str:
        value = self.text(name, default)
        if value not in allowed:
            raise SchemaError(self.at(name), f"must be one of {', '.join(allowed)}")
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
        raise SchemaError(fields.at("values"), "is missing")
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
        raise SchemaError(fields.at("correct"), f"must be true or false, not {_kind(correct)}")
    if fields.get("value") is None:
        raise SchemaError(fields.at("value"), "is missing")
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
        raise SchemaError(path, f"must be a list, not {_kind(value)}")
    if len(value) > MAX_ITEMS:
        raise SchemaError(path, f"has {len(value)} entries; at most {MAX_ITEMS} are read")
    return tuple(read(f"{path}[{i}]", item) for i, item in enumerate(value))


def _texts(path: str, value: object) -> dict[str, str]:
    if not isinstance(value, Mapping):
        raise SchemaError(path, f"must be an object, not {_kind(value)}")
    if len(value) > MAX_ITEMS:
        raise SchemaError(path, f"has {len(value)} entries; at most {MAX_ITEMS} are read")
    return {_text(path, name): _text(f"{path}.{str(name)[:60]}", item) for name, item in value.items()}


def _text(path: str, value: object) -> str:
    if not isinstance(value, str):
        raise SchemaError(path, f"must be a string, not {_kind(value)}")
    if len(value) > MAX_TEXT:
        raise SchemaError(path, f"has {len(value)} characters; at most {MAX_TEXT} are read")
    for offset, char in enumerate(value):
        if char in _UNSTORABLE or "\ud800" <= char <= "\udfff":
            raise SchemaError(path, f"has a character that is no text (U+{ord(char):04X} at character {offset + 1})")
    return value


def _kind(value: object) -> str:
    """What a JSON value is, in JSON's words."""
    names = {bool: "true or false", str: "a string", type(None): "null", list: "a list", dict: "an object"}
    return names.get(type(value), "a number")
