"""Which collection holds what, behind which alias, and which one is searched.

An alias (``standards``, ``notes``, ``bank``) stands before a collection whose name ends with the generation that it was
filled with. A new generation is built beside the old one, then the alias is switched.

Rows of academies: on a server one collection of each kind, a partition an academy. Milvus Lite's BM25 looks at every
key of a collection whatever the partition (2,000 of 100,000 rows: 38 ms, in a collection of 2,000: 14 ms, all with a
filter: 136 ms), so there each academy has a collection and an alias of its own.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from threading import RLock
from typing import Any

from retrieval.adapters.milvus_schema import PROPERTY, Filled, filled_of, schema_and_indexes
from retrieval.hit import Kind

_BASES: Mapping[Kind, str] = {"standard": "standards", "note": "notes", "bank": "bank"}
_NAME = re.compile(r"(?P<alias>(?P<base>standards|notes|bank)(?:_[0-9a-f]{32})?)__[0-9a-f]{8}")
_DEFAULT_PARTITION = "_default"
MAX_PARTITIONS = 1_000
"""Own partitions of academies on a server, which takes 1,024; the academies after these share ``_SHARED`` more."""
_SHARED = 16


@dataclass(frozen=True, slots=True)
class Target:
    """A collection with what it was filled with; ``filled`` is ``None`` for one that says nothing of itself."""

    name: str
    filled: Filled | None
    fields: frozenset[str]


class Collections:
    """The collections at one Milvus, looked up once and remembered. Failures of the client pass through."""

    def __init__(self, client: Any, filled: Filled, separate: bool, max_partitions: int) -> None:
        self._client = client
        self._filled = filled
        self._separate = separate
        self._max_partitions = max_partitions
        self._targets: dict[str, Target] = {}
        self._partitions: dict[tuple[str, str], str] = {}
        self._lock = RLock()

    def alias(self, kind: Kind, tenant: str | None) -> str:
        """The alias that a tenant's rows of a kind stand behind."""
        base = _BASES[kind]
        return f"{base}_{_digest(tenant or '')}" if self._separate and kind != "standard" else base

    def aliases(self) -> Iterator[tuple[str, Kind]]:
        """Every alias that has a collection, with its kind."""
        kinds = {base: kind for kind, base in _BASES.items()}
        names = (_NAME.fullmatch(name) for name in self._client.list_collections())
        yield from sorted({(match["alias"], kinds[match["base"]]) for match in names if match})

    def serving(self, alias: str) -> Target | None:
        """The collection that an alias stands before, loaded; ``None`` where there is none."""
        if (known := self._targets.get(alias)) is not None:
            return known
        if not self._client.has_collection(alias):
            return None
        described = self._client.describe_collection(alias)
        name = described["collection_name"]
        self._client.load_collection(name)
        fields = frozenset(field["name"] for field in described["fields"])
        self._targets[alias] = Target(name, filled_of(described.get("properties") or {}), fields)
        return self._targets[alias]

    def serving_or_new(self, alias: str) -> Target:
        """The same; where there is none, one of the present generation is made."""
        with self._lock:
            if (target := self.serving(alias)) is not None:
                return target
            name = self.create(alias)
            self._client.create_alias(name, alias)
        target = self.serving(alias)
        assert target is not None
        return target

    def create(self, alias: str) -> str:
        """A collection of the present generation for an alias, not yet behind it; one left half filled is kept."""
        name = f"{alias}__{self._filled.generation}"
        if not self._client.has_collection(name):
            schema, indexes = schema_and_indexes(self._client, self._filled.dim)
            # Strong: a row is found by the search that follows its upsert.
            self._client.create_collection(
                name, schema=schema, consistency_level="Strong", properties={PROPERTY: self._filled.to_json()}
            )
            # sync=False: the client sleeps half a second an index before it first asks whether it is there.
            self._client.create_index(name, indexes, sync=False)
        self._client.load_collection(name)
        return name

    def switch(self, alias: str, name: str) -> None:
        """Put an alias before another collection and drop the one that it stood before."""
        old = self.serving(alias)
        self._client.alter_alias(name, alias)
        self.forget(alias)
        if old is not None and old.name != name:
            self._client.drop_collection(old.name)

    def drop_left_over(self) -> None:
        """Drop what a switch that was broken off left: collections of old whose alias stands before a present one."""
        for name in self._client.list_collections():
            if (match := _NAME.fullmatch(name)) is None or (target := self.serving(match["alias"])) is None:
                continue
            if target.name != name and not self.is_outdated(target):
                self._client.drop_collection(name)

    def forget(self, alias: str) -> None:
        """Look it up anew next time."""
        self._targets.pop(alias, None)

    def is_outdated(self, target: Target) -> bool:
        """Whether a collection was filled with anything else than what is used now."""
        return target.filled != self._filled

    def is_one_tenants(self, kind: Kind) -> bool:
        """Whether a whole collection is one academy's, or standards."""
        return self._separate or kind == "standard"

    def partition(self, name: str, kind: Kind, tenant: str | None, create: bool = False) -> str | None:
        """The partition of a tenant in a collection; ``None`` where there is none and none is to be made."""
        if kind == "standard" or self._separate:
            return _DEFAULT_PARTITION
        digest = _digest(tenant or "")
        own, shared = f"t_{digest}", f"shared_{int(digest, 16) % _SHARED}"
        if (known := self._partitions.get((name, own))) is not None:
            return known
        with self._lock:
            existing = set(self._client.list_partitions(name))
            found = next((partition for partition in (own, shared) if partition in existing), None)
            if found is None and create:
                is_full = sum(partition.startswith("t_") for partition in existing) >= self._max_partitions
                found = shared if is_full else own
                self._client.create_partition(name, found)
        if found is not None:
            self._partitions[name, own] = found
        return found


def _digest(tenant: str) -> str:
    """Names take letters, digits and ``_`` only; a hash cannot be made to name another's."""
    return hashlib.sha256(tenant.encode()).hexdigest()[:32]
