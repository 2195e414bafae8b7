"""Adapters of the ports :class:`retrieval.index.Index` and :class:`retrieval.embedding.Embedder`."""
