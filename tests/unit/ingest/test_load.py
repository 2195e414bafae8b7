from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from ingest.errors import UnreadableSource
from ingest.load import LoadReport, Rejection, load_curriculum, load_notes
from retrieval.adapters.memory import MemoryIndex
from retrieval.bootstrap import load_embedder
from retrieval.embedding import Embedder, Vectors

GOOD = {"id": "1", "statement": "$x^2=25$를 푸시오.", "student_answer": "$x=5$", "standard": "9수02-20"}
SAMPLES = Path(__file__).parents[3] / "ingest" / "samples" / "notes.jsonl"


class CountingEmbedder:
    """Counts the texts that it embeds."""

    def __init__(self, inner: Embedder) -> None:
        self._inner = inner
        self.name, self.dim, self.texts = inner.name, inner.dim, 0

    def embed(self, texts: Sequence[str]) -> Vectors:
        self.texts += len(texts)
        return self._inner.embed(texts)


@pytest.fixture(name="embedder")
def counting_embedder() -> CountingEmbedder:
    return CountingEmbedder(load_embedder())


@pytest.fixture
def index(embedder: CountingEmbedder) -> MemoryIndex:
    return MemoryIndex(embedder)


def write(path: Path, *lines: object) -> Path:
    path.write_text("\n".join(x if isinstance(x, str) else json.dumps(x, ensure_ascii=False) for x in lines), "utf-8")
    return path


def test_second_load_embeds_nothing(index: MemoryIndex, embedder: CountingEmbedder) -> None:
    assert load_curriculum(index) == LoadReport(read=311, added=311)
    assert load_notes(index, "a", SAMPLES) == LoadReport(read=94, added=94)
    assert embedder.texts == 311 + 94
    assert load_curriculum(index) == LoadReport(read=311, unchanged=311)
    assert load_notes(index, "a", SAMPLES) == LoadReport(read=94, unchanged=94)
    assert embedder.texts == 311 + 94


def test_changed_note_replaces(index: MemoryIndex, embedder: CountingEmbedder, tmp_path: Path) -> None:
    load_notes(index, "a", write(tmp_path / "n.jsonl", GOOD, GOOD | {"id": "2"}))
    report = load_notes(index, "a", write(tmp_path / "n.jsonl", GOOD, GOOD | {"id": "2", "text": "음의 근"}))
    assert report == LoadReport(read=2, changed=1, unchanged=1)
    assert (index.count("note", "a"), embedder.texts) == (2, 3)


def test_bad_lines_are_rejected_and_the_others_kept(index: MemoryIndex, tmp_path: Path) -> None:
    path = write(
        tmp_path / "n.jsonl",
        GOOD,
        "{not json",
        GOOD | {"id": "3", "standard": "9수02-99"},
        {key: value for key, value in GOOD.items() if key != "statement"},
        "",
        GOOD | {"id": "4", "student": "김유제"},
        GOOD | {"id": "5", "misconception": 'x" or 1==1'},
        GOOD | {"id": "6", "text": "a\u0000b"},
        GOOD,
        "[" * 100_000,
        '{"id": ' + "9" * 5000 + "}",
        "[1]",
        GOOD | {"id": "7"},
    )
    report = load_notes(index, "a", path)
    assert (report.read, report.added, index.count("note", "a")) == (12, 2, 2)
    assert [(r.line, r.field) for r in report.rejected] == [
        (2, None), (3, "standard"), (4, "statement"), (6, "student"), (7, "misconception"), (8, "text"), (9, "id"),
        (10, None), (11, None), (12, None),
    ]  # fmt: skip
    assert report.rejected[1] == Rejection(3, "standard", "is no achievement standard; near it: [9수02-19], [9수02-09]")
    assert not any("김유제" in rejection.reason for rejection in report.rejected)


def test_file_that_cannot_be_read_is_an_error(index: MemoryIndex, tmp_path: Path) -> None:
    with pytest.raises(UnreadableSource, match="FileNotFoundError"):
        load_notes(index, "a", tmp_path / "none.jsonl")
    (tmp_path / "cp949.jsonl").write_bytes("방정식".encode("cp949"))
    with pytest.raises(UnreadableSource, match="UnicodeDecodeError"):
        load_notes(index, "a", tmp_path / "cp949.jsonl")
    with pytest.raises(ValueError, match="tenant"):
        load_notes(index, " ", SAMPLES)
