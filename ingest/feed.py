"""What arrives by the API and not in files: the port, and its place among the sources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol

from ingest.readers.row import Row

API_MISTAKES = "api:mistakes"
"""The URL of the source that takes in the mistakes which were posted to the API."""


class Feed(Protocol):
    """Records that are added and never change or go."""

    def keys(self) -> list[str]:
        """A key for each record, the oldest first; listed on every run."""

    def rows(self, keys: Iterable[str]) -> Mapping[str, Row]:
        """The records of these keys. Each row's columns are names of fields, ``id`` among them."""
