"""Training of the shipped embedding: ``python -m retrieval.training --out retrieval/model --seed 7``."""
