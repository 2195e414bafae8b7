from __future__ import annotations

from ingest.load import LoadReport, load_curriculum
from retrieval.adapters.memory import MemoryIndex
from tests.adapters.ingestion import HashedEmbedder


def test_second_load_embeds_nothing() -> None:
    embedder = HashedEmbedder()
    index = MemoryIndex(embedder)
    assert load_curriculum(index) == LoadReport(read=311, added=311)
    assert embedder.texts == 311
    assert load_curriculum(index) == LoadReport(read=311, unchanged=311)
    assert embedder.texts == 311
