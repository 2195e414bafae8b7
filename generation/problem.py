"""The vocabulary of an item: ``yuje.problem/1`` as frozen dataclasses.

The same shape is used by every engine, the API, the verifier, the bank and the golden set. JSON is read and
written at the edges by :mod:`generation.schema`; nothing in here parses mathematics.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

SCHEMA = "yuje.problem/1"

AskKind = Literal["solve", "value", "form", "extremum", "count", "probability", "truth"]
Language = Literal["ko", "en"]
AnswerValue = str | Mapping[str, str]
"""One value of an answer: an expression, or for several unknowns a mapping from unknown to expression."""


@dataclass(frozen=True, slots=True)
class Ask:
    """What the model asks for; which fields matter depends on ``kind``."""

    kind: AskKind
    unknowns: tuple[str, ...] = ()
    """``for`` in JSON: the unknowns of ``solve`` and ``count``."""
    of: str | None = None
    form: str | None = None
    sense: Literal["max", "min"] | None = None
    event: tuple[str, ...] = ()
    claim: str | None = None


@dataclass(frozen=True, slots=True)
class Model:
    """The formal reading of a statement: symbols with domains, definitions, relations and the question."""

    ask: Ask
    symbols: Mapping[str, str] = field(default_factory=dict)
    define: Mapping[str, str] = field(default_factory=dict)
    given: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """The key. ``values`` follows ``ask.kind``; ``unit`` is written as in the statement or ``None``."""

    values: tuple[AnswerValue, ...]
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One line of a worked solution: what is done, in words, and the line it leads to."""

    text: str
    math: str | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the five choices: the key, or a distractor with the mal-rule that produces it."""

    value: tuple[AnswerValue, ...]
    correct: bool = False
    misconception: str | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a problem comes from, so that it can be traced and reproduced."""

    engine: str
    model: str | None = None
    source: str | None = None
    grounding: tuple[str, ...] = ()
    type: str | None = None
    """The problem type (유형) of the symbolic engine."""
    moved: tuple[str, ...] = ()
    """Where another difficulty was asked for: the features that moved, as ``steps 3 → 4``."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One item, whole."""

    statement: str
    model: Model
    answer: Answer
    language: Language = "ko"
    standard: str | None = None
    solution: tuple[Step, ...] = ()
    choices: tuple[Choice, ...] = ()
    targets: str | None = None
    """The misconception (mal-rule id) that this item would expose."""
    origin: Origin | None = None
    id: str | None = None

    def to_json(self) -> dict[str, Any]:
        """The problem as ``yuje.problem/1``; keys in the order of the design, absent optional ones as null."""
        ask: dict[str, Any] = {"kind": self.model.ask.kind}
        if self.model.ask.unknowns:
            ask["for"] = list(self.model.ask.unknowns)
        for name in ("of", "form", "sense", "claim"):
            if (value := getattr(self.model.ask, name)) is not None:
                ask[name] = value
        if self.model.ask.event:
            ask["event"] = list(self.model.ask.event)
        body: dict[str, Any] = {"schema": SCHEMA}
        if self.id is not None:
            body["id"] = self.id
        body |= {
            "language": self.language,
            "standard": self.standard,
            "statement": self.statement,
            "model": {
                "symbols": dict(self.model.symbols),
                "define": dict(self.model.define),
                "given": list(self.model.given),
                "ask": ask,
            },
            "answer": {"values": _values_json(self.answer.values), "unit": self.answer.unit},
            "solution": [{"text": step.text, "math": step.math} for step in self.solution],
            "choices": [_choice_json(choice) for choice in self.choices],
            "targets": self.targets,
            "origin": None,
        }
        if self.origin is not None:
            body["origin"] = {
                "engine": self.origin.engine,
                "model": self.origin.model,
                "source": self.origin.source,
                "grounding": list(self.origin.grounding),
                "type": self.origin.type,
                "moved": list(self.origin.moved),
            }
        return body

    def sha256(self) -> str:
        """Hash of all that a certificate speaks of: everything but ``id`` and ``origin``."""
        body = self.to_json()
        body.pop("id", None)
        body.pop("origin")
        text = json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(text.encode()).hexdigest()


def _values_json(values: tuple[AnswerValue, ...]) -> list[Any]:
    return [value if isinstance(value, str) else dict(value) for value in values]


def _choice_json(choice: Choice) -> dict[str, Any]:
    body: dict[str, Any] = {"value": _values_json(choice.value)}
    if choice.correct:
        body["correct"] = True
    if choice.misconception is not None:
        body["misconception"] = choice.misconception
    return body
