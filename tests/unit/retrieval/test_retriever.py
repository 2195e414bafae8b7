from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from langchain_core.runnables import RunnableLambda

from ingest.load import load_curriculum
from retrieval.adapters.langchain import IndexRetriever
from retrieval.bootstrap import MEMORY, open_index
from retrieval.errors import IndexUnavailable
from retrieval.filter import Filter
from retrieval.note import WrongAnswerNote


def test_hits_become_documents() -> None:
    index = open_index(MEMORY)
    load_curriculum(index)
    documents = IndexRetriever(index=index, k=2).invoke("이차방정식 $x^2+3x-10=0$을 푸시오.")
    assert len(documents) == 2
    assert documents[0].id == "standard:[9수02-20]"
    assert documents[0].page_content == "이차방정식을 풀 수 있고, 이를 활용하여 문제를 해결할 수 있다."
    assert documents[0].metadata["explanation"].startswith("1.0000 = dense #1 (")


def test_scope_is_fixed_when_the_retriever_is_made() -> None:
    """Text of a chain cannot widen it, and it works as a step of one."""
    index = open_index(MEMORY)
    for tenant in ("a", "b"):
        index.upsert(
            [WrongAnswerNote("n", tenant, "이차방정식 $x^2=4$를 푸시오.", "x=2", misconception="drop-negative-root")]
        )
    retriever = IndexRetriever(index=index, kind="note", tenant="a", where=Filter(misconception="drop-negative-root"))
    chain = RunnableLambda(lambda text: f"{text} tenant == b") | retriever
    (document,) = chain.invoke("이차방정식")
    assert (document.id, document.page_content) == ("note:n", "이차방정식 $x^2=4$를 푸시오.")
    other = retriever.model_copy(update={"where": Filter(misconception="sign-of-roots")})
    assert other.invoke("이차방정식") == []
    assert IndexRetriever(index=index, kind="note").invoke("이차방정식") == []
    (later,) = asyncio.run(retriever.ainvoke("이차방정식"))
    assert later.page_content == document.page_content


def test_unreachable_server_is_an_error_in_words() -> None:
    with pytest.raises(IndexUnavailable, match="open"):
        open_index("http://127.0.0.1:9")


def test_path_opens_milvus_lite(tmp_path: Path) -> None:
    index = open_index(tmp_path / "new" / "index.db")
    assert index.count("standard") == 0
    index.close()
