"""Verification for the command line: no database, no index."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from typing import Any

from generation.verify.certificate import Certificate
from service.bootstrap import VERIFIERS, open_verifier
from service.certificate_text import told
from service.documents import Document, posed_of
from service.messages import Language, message
from service.posed import Posed
from service.replaying import compared, replays
from service.settings import Settings

AHEAD = 8 * VERIFIERS
"""Items handed to the workers before the first certificate is printed."""


def certified(
    settings: Settings, documents: list[Document], language: Language | None, whole: bool
) -> Iterator[dict[str, Any]]:
    """Certificates in order; ``whole`` puts each beside what it certifies. Raises DocumentError before the first."""
    items = [posed_of(document) for document in documents]
    for document, certificate in zip(documents, _verified(settings, items), strict=True):
        body = certificate.to_json() if language is None else told(certificate.to_json(), language)
        yield {**_beside(document), "certificate": body} if whole else body


def replayed(
    settings: Settings, certificates: list[Document], problems: list[Document] | None, language: Language | None
) -> Iterator[dict[str, Any]]:
    """What came of each certificate, in order. Raises DocumentError before the first."""
    items = replays(certificates, problems)
    for item, again in zip(items, _verified(settings, items), strict=True):
        answer = compared(item, again)
        yield answer if language is None else answer | {"message": message(f"replay.{answer['replay']}", language)}


def _verified(settings: Settings, items: Sequence[Posed]) -> Iterator[Certificate]:
    """Certificates in order, on all cores."""
    waiting: deque[Future[Certificate]] = deque()
    with open_verifier(settings, min(VERIFIERS, max(1, len(items)))) as verifier:
        for item in items:
            waiting.append(verifier.submit(item.problem, item.source, item.bank))
            if len(waiting) > AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def _beside(document: Document) -> dict[str, Any]:
    """What stands in a document besides a certificate; a bare problem as field ``problem``."""
    value: dict[str, Any] = document.value
    if "problem" in value and "statement" not in value:
        return {name: part for name, part in value.items() if name != "certificate"}
    return {"problem": value}
