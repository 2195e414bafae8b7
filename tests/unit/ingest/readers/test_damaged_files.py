"""Damaged files of every kind give rows or a reason, never another error, never a wait."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.columns import Columns
from ingest.errors import UnreadableSource
from ingest.isolated_reading import BoundedReader
from ingest.readers.kinds import read_rows
from ingest.readers.row import BadRow, Row
from tests.adapters.academy_files import SAMPLES, WRITERS

COPIES = 15


@pytest.fixture(scope="module")
def reader() -> Iterator[BoundedReader]:
    bounded = BoundedReader(timeout_s=30.0)
    yield bounded
    bounded.close()


def damaged(data: bytes, draw: random.Random) -> bytes:
    """Bytes changed, cut out, doubled, or cut off."""
    out = bytearray(data)
    for _ in range(draw.randint(1, 8)):
        at = draw.randrange(len(out))
        kind = draw.random()
        if kind < 0.5:
            out[at] = draw.randrange(256)
        elif kind < 0.7:
            del out[at : at + draw.randint(1, 64)]
        elif kind < 0.9:
            out[at:at] = out[at : at + draw.randint(1, 64)]
        else:
            del out[max(at, 8) :]
    return bytes(out)


@pytest.mark.parametrize("name", list(WRITERS))
def test_damaged_documents(name: str, tmp_path: Path, reader: BoundedReader) -> None:
    WRITERS[name](tmp_path / name, SAMPLES)  # type: ignore[operator]
    whole = (tmp_path / name).read_bytes()
    draw = random.Random(name)
    for _ in range(COPIES):
        try:
            rows = reader.read(name, damaged(whole, draw), Columns())
        except UnreadableSource:
            continue
        assert all(isinstance(row, Row | BadRow) for row in rows)
    assert len(reader.read(name, whole, Columns())) == len(SAMPLES)


@pytest.mark.parametrize("name", ["a.csv", "a.jsonl", "a.json", "a.md", "a.txt"])
@given(
    data=st.one_of(
        st.binary(max_size=200), st.text(alphabet='문제학생답:정|{}[]",\n1.) $x\\-', max_size=120).map(str.encode)
    )
)
@settings(max_examples=80)
def test_any_text(name: str, data: bytes) -> None:
    with suppress(UnreadableSource):
        for row in read_rows(name, data, Columns()):
            assert isinstance(row, Row | BadRow)


def test_a_reader_that_hangs_or_dies_costs_its_file_only(tmp_path: Path) -> None:
    WRITERS["2반.xlsx"](tmp_path / "a.xlsx", SAMPLES)  # type: ignore[operator]
    data = (tmp_path / "a.xlsx").read_bytes()
    hasty = BoundedReader(timeout_s=0.01)
    try:
        with pytest.raises(UnreadableSource, match="takes more than"):
            hasty.read("a.xlsx", data, Columns())
    finally:
        hasty.close()
    small = BoundedReader(memory_bytes=1)
    try:
        with pytest.raises(UnreadableSource):
            small.read("a.xlsx", data, Columns())
    finally:
        small.close()
    again = BoundedReader()
    try:
        assert len(again.read("a.xlsx", data, Columns())) == len(SAMPLES)
        assert again._child is not None
        again._child.kill()
        again._child.join()
        with pytest.raises(UnreadableSource, match="could not be read to its end"):
            again.read("a.xlsx", data, Columns())
        assert len(again.read("a.xlsx", data, Columns())) == len(SAMPLES)
    finally:
        again.close()
