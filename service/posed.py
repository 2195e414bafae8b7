"""A problem as it is given for verification: the problem, what it was made from, and what it must not repeat."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generation.problem import Problem
from generation.schema import SchemaError, read_model, read_problem, read_text
from generation.verify.compared import Source

MAX_BANK = 10_000
"""Fingerprints of one item."""
_FINGERPRINT = re.compile(r"[0-9a-f]{64}")
_FIELDS = ("problem", "source", "bank", "certificate", "mistake")
"""``mistake`` is what the API says of a stored problem; it is passed over."""


@dataclass(frozen=True, slots=True)
class Posed:
    """What a certificate is made for; ``certificate`` is the one it had before, where it has one."""

    problem: Problem
    source: Source = None
    bank: tuple[str, ...] = ()
    certificate: Mapping[str, Any] | None = None


def read_posed(value: object) -> Posed:
    """An item from JSON: a bare problem, or ``{"problem", "source", "bank", "certificate"}``. Raises SchemaError."""
    if not isinstance(value, Mapping) or "problem" not in value or "statement" in value:
        return Posed(read_problem(value))
    for name in value:
        if name not in _FIELDS:
            raise SchemaError(str(name)[:60], "unknown_field", known=", ".join(_FIELDS))
    certificate = value.get("certificate")
    if certificate is not None and not isinstance(certificate, Mapping):
        raise SchemaError("certificate", "wrong_type", expected="an object", found="something else")
    return Posed(
        read_problem(value["problem"], "problem"),
        _source(value.get("source")),
        _bank(value.get("bank")),
        certificate,
    )


def _source(value: object) -> Source:
    """The text of a statement, a problem, or ``{"model": …}``."""
    if value is None:
        return None
    if isinstance(value, Mapping):
        if set(value) == {"model"}:
            return read_model(value["model"], "source.model")
        return read_problem(value, "source")
    return read_text(value, "source")


def _bank(value: object) -> tuple[str, ...]:
    if value is None:
        return ()
    if not isinstance(value, list):
        raise SchemaError("bank", "wrong_type", expected="a list", found="something else")
    if len(value) > MAX_BANK:
        raise SchemaError("bank", "too_many", count=len(value), limit=MAX_BANK)
    for position, fingerprint in enumerate(value):
        if not isinstance(fingerprint, str) or not _FINGERPRINT.fullmatch(fingerprint):
            raise SchemaError(f"bank[{position}]", "no_fingerprint")
    return tuple(value)
