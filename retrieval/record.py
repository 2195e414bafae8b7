"""Rows as a store keeps them, the same for every adapter."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from typing import Any

from retrieval.hit import Kind
from retrieval.note import WrongAnswerNote
from retrieval.standard import Standard, normalise_code
from retrieval.tokens import VERSION, tokenise
from retrieval.wording import describe


@dataclass(frozen=True, slots=True)
class Record:
    """One row before embedding. ``key`` is the primary key: unique over tenants, made of safe characters."""

    key: str
    id: str
    kind: Kind
    tenant: str
    standard: str
    text: str
    tok: str
    hash: str
    payload: str


def content_hash(row: Standard | WrongAnswerNote) -> str:
    """Changes when anything of the row changes, or the way it is tokenised."""
    body = json.dumps([VERSION, _described(row), asdict(row)], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(body.encode()).hexdigest()


def note_key(tenant: str, note_id: str) -> str:
    """Key of a note: two academies may both call a note ``1``. JSON keeps ``("a", "bc")`` and ``("ab", "c")`` apart."""
    return hashlib.sha256(json.dumps([tenant, note_id]).encode()).hexdigest()[:40]


def record_of(row: Standard | WrongAnswerNote) -> Record:
    """The row that stands for a standard or a note."""
    payload = json.dumps(asdict(row), ensure_ascii=False, sort_keys=True)
    text = _described(row)
    if isinstance(row, Standard):
        return Record(row.code, row.code, "standard", "", row.code, text, tokenise(text), content_hash(row), payload)
    standard = normalise_code(row.standard) if row.standard else ""
    key = note_key(row.tenant, row.id)
    return Record(key, row.id, "note", row.tenant, standard, text, tokenise(text), content_hash(row), payload)


def payload_of(kind: Kind, payload: str) -> Standard | WrongAnswerNote:
    """The standard or note that a row stands for."""
    fields: dict[str, Any] = json.loads(payload)
    return Standard(**fields) if kind == "standard" else WrongAnswerNote(**fields)


def text_of(row: Standard | WrongAnswerNote) -> str:
    """What people read of a hit."""
    return row.text if isinstance(row, Standard) else row.statement


def _described(row: Standard | WrongAnswerNote) -> str:
    return describe(row) if isinstance(row, Standard) else row.searchable
