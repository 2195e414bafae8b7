"""Filters as Milvus' filter language writes them, made from typed values only."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence

from retrieval.filter import Filter
from retrieval.hit import Kind

ALL = 'key != ""'
"""Keeps every row. Without a filter Lite counts the whole collection, whatever the partition."""


def condition(kind: Kind, tenant: str | None, where: Filter, fields: Collection[str]) -> str:
    """The filter of a search, over those fields that the collection has.

    The tenant stands in it although the collection or partition is the tenant's own: two locks, one door.
    """
    parts: list[tuple[str, str]] = []
    if kind != "standard":
        parts.append(("tenant", f"tenant == {quoted(tenant)}"))
    if where.standard is not None:
        parts.append(("standard", f"standard == {quoted(where.code)}"))
    if where.misconception is not None:
        parts.append(("misconception", f"misconception == {quoted(where.misconception)}"))
    if where.language is not None:
        parts.append(("language", f"language == {quoted(where.language)}"))
    if where.grade is not None:
        parts.append(("grade_from", f"grade_from <= {where.grade:d} and grade_to >= {where.grade:d}"))
    if where.grounding:
        parts.append(("mark", 'mark == ""'))
    return " and ".join(part for field, part in parts if field in fields) or ALL


def keys_in(keys: Sequence[str]) -> str:
    """The rows of some keys."""
    return f"key in {quoted(list(keys))}"


def quoted(value: object) -> str:
    """A value as the filter language writes it; quotes and backslashes cannot leave the string."""
    return json.dumps(value, ensure_ascii=False)
