"""The index offered to LangChain as a retriever.

Written here, over the port: langchain-milvus' own hybrid needs explicit parameters on Milvus Lite, knows no
tenants' partitions and ties the chain to one store.
"""

from __future__ import annotations

from typing import Any

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever

from retrieval.filter import EVERYTHING, Filter
from retrieval.hit import Hit, Kind


class IndexRetriever(BaseRetriever):
    """Hits of :meth:`retrieval.index.Index.search` as documents.

    ``index`` is any :class:`retrieval.index.Index`. Scope, filter and number are fixed when the retriever is made,
    so that text of a chain cannot widen them.
    """

    index: Any  # a Protocol, which pydantic cannot check
    kind: Kind = "standard"
    tenant: str | None = None
    where: Filter = EVERYTHING
    k: int = 5

    def _get_relevant_documents(self, query: str, *, run_manager: CallbackManagerForRetrieverRun) -> list[Document]:
        hits = self.index.search(query, kind=self.kind, tenant=self.tenant, where=self.where, k=self.k)
        return [_document(hit) for hit in hits]


def _document(hit: Hit) -> Document:
    metadata = {"kind": hit.kind, "id": hit.id, "score": hit.score, "explanation": hit.explain()}
    return Document(page_content=hit.text, id=f"{hit.kind}:{hit.id}", metadata=metadata)
