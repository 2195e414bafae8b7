"""Rows as a store keeps them, the same for every adapter."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from retrieval.bank import BankProblem
from retrieval.embedding import Embedder, Vectors
from retrieval.hit import Kind, Row
from retrieval.note import WrongAnswerNote
from retrieval.standard import Standard, grades_of, normalise_code
from retrieval.structure import signature
from retrieval.tokens import VERSION, tokenise
from retrieval.wording import describe


@dataclass(frozen=True, slots=True)
class Record:
    """One row before embedding. ``key`` is the primary key: unique over tenants, made of safe characters.

    ``structure`` is the signature of the statement's formulas, see :mod:`retrieval.structure`. ``grade_from`` and
    ``grade_to`` are school years, both 0 where nothing tells them. ``mark`` is empty for a row that may ground.
    """

    key: str
    id: str
    kind: Kind
    tenant: str
    standard: str
    misconception: str
    language: str
    grade_from: int
    grade_to: int
    mark: str
    text: str
    tok: str
    structure: str
    hash: str
    payload: str


@dataclass(frozen=True, slots=True)
class Prepared:
    """A row with its vector, ready to be stored; it may come from another process."""

    record: Record
    vector: Vectors


def prepare(rows: Sequence[Row], embedder: Embedder) -> list[Prepared]:
    """Rows tokenised and embedded, in their order."""
    records = [record_of(row) for row in rows]
    vectors = embedder.embed([record.text for record in records])
    return [Prepared(record, vector) for record, vector in zip(records, vectors, strict=True)]


def content_hash(row: Row) -> str:
    """Changes when anything of the row changes, or the way it is tokenised."""
    body = json.dumps([VERSION, _described(row), asdict(row)], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(body.encode()).hexdigest()


def row_key(tenant: str, row_id: str) -> str:
    """Key of a tenant's row: two academies may both call a note ``1``.

    JSON keeps ``("a", "bc")`` and ``("ab", "c")`` apart.
    """
    return hashlib.sha256(json.dumps([tenant, row_id]).encode()).hexdigest()[:40]


def record_of(row: Row) -> Record:
    """The row that stands for a standard, a note or a problem of the bank."""
    code = row.code if isinstance(row, Standard) else normalise_code(row.standard) if row.standard else ""
    grade_from, grade_to = grades_of(code)
    if isinstance(row, WrongAnswerNote) and row.grade is not None:
        grade_from = grade_to = row.grade
    is_standard = isinstance(row, Standard)
    text = _described(row)
    return Record(
        key=row.code if isinstance(row, Standard) else row_key(row.tenant, row.id),
        id=row.code if isinstance(row, Standard) else row.id,
        kind="standard" if is_standard else "note" if isinstance(row, WrongAnswerNote) else "bank",
        tenant="" if isinstance(row, Standard) else row.tenant,
        standard=code,
        misconception="" if isinstance(row, Standard) else row.misconception or "",
        language="ko" if isinstance(row, Standard) else row.language,
        grade_from=grade_from,
        grade_to=grade_to,
        mark=(row.mark or "") if isinstance(row, WrongAnswerNote) else "",
        text=text,
        tok=tokenise(text),
        structure="" if isinstance(row, Standard) else signature(row.statement),
        hash=content_hash(row),
        payload=json.dumps(asdict(row), ensure_ascii=False, sort_keys=True),
    )


def payload_of(kind: Kind, payload: str) -> Row:
    """The standard, note or problem that a row stands for."""
    fields: dict[str, Any] = json.loads(payload)
    types: dict[Kind, type[Row]] = {"standard": Standard, "note": WrongAnswerNote, "bank": BankProblem}
    return types[kind](**fields)


def text_of(row: Row) -> str:
    """What people read of a hit."""
    return row.text if isinstance(row, Standard) else row.statement


def _described(row: Row) -> str:
    return describe(row) if isinstance(row, Standard) else row.searchable
