"""What a problem was compared with, by hash: without it nobody could repeat the check of novelty."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection
from dataclasses import asdict, dataclass
from typing import Any, Literal

from generation.problem import Answer, Model, Problem

Source = Problem | Model | str | None
"""What a problem was made from: a whole problem, its model, or its text."""


@dataclass(frozen=True, slots=True)
class ComparedWith:
    """The source and the bank of a certificate.

    A source problem has the hash that is its own certificate's ``problem_sha256``; a model that of its JSON with sorted
    keys and no blanks, in UTF-8; a text that of its UTF-8. A bank has that of its fingerprints, sorted, each once, a
    line feed between them.
    """

    source_kind: Literal["problem", "model", "text"] | None = None
    source_sha256: str | None = None
    bank_size: int = 0
    bank_sha256: str | None = None

    def to_json(self) -> dict[str, Any]:
        """The entry of the certificate."""
        return asdict(self)


def compared_with(source: Source, bank: Collection[str]) -> ComparedWith:
    """What a certificate states of a source and a bank. Raises UnicodeEncodeError for text with lone surrogates."""
    fingerprints = sorted(set(bank))
    bank_sha256 = _sha256("\n".join(fingerprints)) if fingerprints else None
    match source:
        case None:
            return ComparedWith(None, None, len(fingerprints), bank_sha256)
        case Problem():
            return ComparedWith("problem", source.sha256(), len(fingerprints), bank_sha256)
        case Model():
            return ComparedWith("model", _sha256(_canonical(source)), len(fingerprints), bank_sha256)
        case str():
            return ComparedWith("text", _sha256(source), len(fingerprints), bank_sha256)


def _canonical(model: Model) -> str:
    body = Problem("", model, Answer(())).to_json()["model"]
    return json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
