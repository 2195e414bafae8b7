from __future__ import annotations

from pathlib import Path

import pytest

from ingest.load import load_curriculum
from retrieval.adapters.langchain import IndexRetriever
from retrieval.bootstrap import MEMORY, open_index
from retrieval.errors import IndexUnavailable


def test_hits_become_documents() -> None:
    index = open_index(MEMORY)
    load_curriculum(index)
    documents = IndexRetriever(index=index, k=2).invoke("이차방정식 $x^2+3x-10=0$을 푸시오.")
    assert len(documents) == 2
    assert documents[0].id == "standard:[9수02-20]"
    assert documents[0].page_content == "이차방정식을 풀 수 있고, 이를 활용하여 문제를 해결할 수 있다."
    assert documents[0].metadata["explanation"].startswith("0.0328 = dense #1 (")


def test_unreachable_server_is_an_error_in_words() -> None:
    with pytest.raises(IndexUnavailable, match="open"):
        open_index("http://127.0.0.1:9")


def test_path_opens_milvus_lite(tmp_path: Path) -> None:
    index = open_index(tmp_path / "new" / "index.db")
    assert index.count("standard") == 0
    index.close()
