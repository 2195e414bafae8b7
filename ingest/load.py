"""Loading of the achievement standards into the index: only what is new or has changed is embedded again."""

from __future__ import annotations

import logging
from dataclasses import dataclass

from retrieval.index import Index
from retrieval.record import content_hash
from retrieval.standard import load_standards

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What a load did. ``read`` = ``added`` + ``changed`` + ``unchanged``."""

    read: int = 0
    added: int = 0
    changed: int = 0
    unchanged: int = 0


def load_curriculum(index: Index) -> LoadReport:
    """Put the shipped achievement standards into the index."""
    standards = list(load_standards().values())
    stored = index.hashes("standard")
    fresh = [standard for standard in standards if stored.get(standard.code) != content_hash(standard)]
    if fresh:
        index.upsert(fresh)
        index.flush()
    changed = sum(standard.code in stored for standard in fresh)
    report = LoadReport(len(standards), len(fresh) - changed, changed, len(standards) - len(fresh))
    _log.info("loaded", extra={"what": "curriculum", "added": report.added, "changed": changed})
    return report
