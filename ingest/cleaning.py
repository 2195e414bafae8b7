"""From a row to what the index keeps: columns to fields, personal data out, checked."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from importlib import import_module

from ingest.columns import Columns, Field
from ingest.privacy import VERSION as PRIVACY_VERSION
from ingest.privacy import Redactor
from ingest.readers.row import Row
from retrieval.bank import BankProblem
from retrieval.errors import InvalidNote
from retrieval.note import LIMITS, WrongAnswerNote
from retrieval.standard import find_standard, suggest_standards

VERSION = f"1.{PRIVACY_VERSION}"
"""Raise the first number when other records come of the same rows: all are then made anew."""
_LETTERS: tuple[Field, ...] = ("statement", "student_answer", "correct_answer", "standard", "misconception", "language")
_BESIDE: tuple[Field, ...] = ("unit", "grade", "text", "working", "solution")
_GRADE = re.compile(r"(?P<school>초|중|고|grade|year)[가-힣\s]*(?P<year>\d{1,2})", re.IGNORECASE)
_FIRST_YEAR = {"초": 0, "중": 6, "고": 9}
_HANGUL = re.compile("[가-힣]")
_MAL_RULE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

Record = WrongAnswerNote | BankProblem


@dataclass(frozen=True, slots=True)
class Identified:
    """A row with the id and hash that its record has; neither tells what it holds.

    Ids begin with ``n-`` (note) or ``b-`` (problem of the bank). ``is_named``: by a number of its own.
    """

    row: Row
    id: str
    raw_hash: str
    is_named: bool = False


@dataclass(frozen=True, slots=True)
class Rejection:
    """Why a row is no record: the field where one is to blame, and what would be right. It repeats no text."""

    reason: str
    field: str | None = None


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A record, or why there is none, and what was removed from its texts."""

    record: Record | Rejection
    redacted: Mapping[str, int] = field(default_factory=dict)


def fields_of(row: Row, columns: Columns) -> dict[Field, list[str]]:
    """Texts of a row by field, in the order of the columns."""
    found: dict[Field, list[str]] = {}
    for column, text in row.fields.items():
        target = columns.field_of(column.partition("#")[0])
        if target not in (None, "nothing") and text.strip():
            found.setdefault(target, []).append(text.strip())
    return found


def identify(row: Row, columns: Columns, scope: str, settings: str) -> Identified:
    """The row's id within ``scope`` (its file) and its hash.

    ``settings`` (mapping, roster, versions) are part of the hash. A row with a number of its own keeps its id when it
    is edited; others are known by what they hold.
    """
    texts = fields_of(row, columns)
    told = {name: text for name, text in texts.items() if name not in ("student", "id")}
    content = json.dumps([told, row.verified], ensure_ascii=False, sort_keys=True)
    own = texts.get("id")
    named = json.dumps([scope, row.part, own] if own else [scope, content], ensure_ascii=False)
    key = hashlib.sha256(named.encode(errors="replace")).hexdigest()[:24]
    kind = "n" if "student_answer" in texts else "b"
    hashed = json.dumps([settings, content, texts.get("student")], ensure_ascii=False)
    return Identified(row, f"{kind}-{key}", hashlib.sha256(hashed.encode(errors="replace")).hexdigest(), bool(own))


def clean(identified: Identified, tenant: str, columns: Columns, redactor: Redactor) -> Cleaned:
    """The note or bank problem of a row."""
    texts = fields_of(identified.row, columns)
    students = [name for text in texts.get("student", []) for name in re.split(r"[,/·;]", text)]
    removed: Counter[str] = Counter({"name": len(texts["student"])} if "student" in texts else {})

    def redacted(names: Iterable[Field], *, pseudonyms: bool) -> dict[Field, str]:
        told: dict[Field, str] = {}
        for name in names:
            if name in texts:
                done = redactor.redact("\n".join(texts[name]), students, pseudonyms=pseudonyms)
                removed.update(done.removed)
                told[name] = done.text
        return told

    told = redacted(_LETTERS, pseudonyms=False) | redacted(_BESIDE, pseudonyms=True)
    try:
        record = _record(identified, tenant, told)
    except InvalidNote as error:
        record = Rejection(error.reason, error.field)
    return Cleaned(record, dict(removed))


def _record(identified: Identified, tenant: str, told: Mapping[Field, str]) -> Record | Rejection:
    if "statement" not in told:
        return Rejection("is missing; which column holds the problem? map it with --map COLUMN=statement", "statement")
    standard = None
    if "standard" in told:
        if (found := find_standard(told["standard"][:64])) is None:
            near = ", ".join(suggest_standards(told["standard"]))
            return Rejection("is no achievement standard" + (f"; near it: {near}" if near else ""), "standard")
        standard = found.code
    language = told.get("language", "").lower() or _language(identified.row)
    if language not in ("ko", "en"):
        return Rejection("must be ko or en", "language")
    misconception, beside = _misconception(told)
    note = WrongAnswerNote(
        id=identified.id,
        tenant=tenant,
        statement=told["statement"],
        student_answer=told.get("student_answer", "-"),
        correct_answer=told.get("correct_answer"),
        standard=standard,
        misconception=misconception,
        language="ko" if language == "ko" else "en",
        text=_text({**told, "misconception": beside}),
        grade=_grade(told.get("grade", "")),
        mark=None if identified.row.verified else "unverified",
    )
    return note if "student_answer" in told else _bank_problem(note, verified=identified.row.verified)


def _language(row: Row) -> str:
    """Told by any letter of the row, its headings too: a statement may be a formula alone."""
    return "ko" if any(_HANGUL.search(f"{column}{text}") for column, text in row.fields.items()) else "en"


def _bank_problem(note: WrongAnswerNote, *, verified: bool) -> BankProblem | Rejection:
    """A row without a student's answer is a problem of the academy's own."""
    if note.correct_answer is None:
        return Rejection("is missing, as is correct_answer; a record needs one of them", "student_answer")
    if not verified:
        return Rejection("a PDF's text layer loses formulas; send a problem with its key in another form", "statement")
    return BankProblem(
        note.id, note.tenant, note.statement, note.correct_answer, note.standard, note.misconception, note.language
    )


def _misconception(told: Mapping[Field, str]) -> tuple[str | None, str]:
    """A mal-rule's id, by id or by its name in Korean; otherwise the teacher's words."""
    text = told.get("misconception", "").strip()
    if text in _mal_rules():
        return _mal_rules()[text], ""
    return (text, "") if _MAL_RULE.fullmatch(text) and len(text) <= LIMITS["misconception"] else (None, text)


@lru_cache(maxsize=1)
def _mal_rules() -> Mapping[str, str]:
    from generation.diagnose.malrule import MAL_RULES

    import_module("generation.diagnose.malrules")  # slow: all of them, which fill the table
    return {name: rule.id for rule in MAL_RULES.values() for name in (rule.id, rule.ko)}


def _text(told: Mapping[Field, str]) -> str:
    """What stands beside the problem, the most telling first; what does not fit any more is left out."""
    whole = ""
    names: tuple[tuple[Field, str], ...] = (
        ("misconception", ""), ("text", ""), ("unit", ""), ("grade", ""), ("working", "학생 풀이: "),
        ("solution", "풀이: "),
    )  # fmt: skip
    for name, label in names:
        if told.get(name):
            longer = f"{whole}\n{label}{told[name]}".strip()
            whole = longer if len(longer) <= LIMITS["text"] else whole
    return whole


def _grade(text: str) -> int | None:
    """The school year: 중3 is 9. A bare number could be of any school."""
    match = _GRADE.search(text)
    if match is None:
        return None
    year = int(match["year"]) + _FIRST_YEAR.get(match["school"], 0)
    return year if 1 <= year <= 12 else None


def marked(record: Record, *, key_is_refuted: bool) -> Record | Rejection:
    """What becomes of a record whose key the verifier refutes: a note is marked, a problem is not taken."""
    if not key_is_refuted:
        return record
    if isinstance(record, WrongAnswerNote):
        return replace(record, mark="key-refuted")
    return Rejection("is refuted by the verifier; correct the key in the source", "correct_answer")
