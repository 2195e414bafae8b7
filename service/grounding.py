"""What grounds a mistake: the achievement standard, and notes of the same academy like it."""

from __future__ import annotations

import logging
import uuid

from generation.diagnose.diagnosis import Diagnosis
from generation.diagnose.malrule import MAL_RULES
from generation.mistake import Mistake
from generation.pipeline import Grounding
from retrieval.errors import IndexUnavailable
from retrieval.index import Index
from retrieval.similar import similar_notes
from retrieval.standard import Standard, find_standard

NOTES = 3
_LOG = logging.getLogger(__name__)


class Grounder:
    """Looks for one tenant. Without an index, or where it fails, the standard is told from what is shipped."""

    def __init__(self, index: Index | None, tenant_id: uuid.UUID | None) -> None:
        self._index = index
        self._tenant = str(tenant_id) if tenant_id else None

    def __call__(self, mistake: Mistake, diagnosis: Diagnosis) -> Grounding:
        standard = _known_standard(mistake, diagnosis)
        if self._index is None:
            return Grounding(standard)
        try:
            if standard is None:
                standard = _nearest_standard(self._index, mistake)
            query = f"{mistake.statement}\n{mistake.student_answer}"
            misconception = diagnosis.misconceptions[0].id if diagnosis.misconceptions else None
            notes = similar_notes(self._index, query, tenant=self._tenant, misconception=misconception, k=NOTES)
        except IndexUnavailable:
            _LOG.warning("search unavailable", exc_info=True)
            return Grounding(standard)
        return Grounding(standard, tuple(notes), searched=True)


def _known_standard(mistake: Mistake, diagnosis: Diagnosis) -> Standard | None:
    """The posted one; else the one that the misconception belongs to."""
    if mistake.standard and (posted := find_standard(mistake.standard)):
        return posted
    for candidate in diagnosis.misconceptions[:1]:
        for code in MAL_RULES[candidate.id].standards:
            return find_standard(code)
    return None


def _nearest_standard(index: Index, mistake: Mistake) -> Standard | None:
    """The best hit. Only middle-school standards have a type here, yet any may be the mistake's."""
    for hit in index.search(mistake.statement, kind="standard", k=1):
        if isinstance(hit.payload, Standard):
            return hit.payload
    return None
