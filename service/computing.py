"""Diagnosis and engine in bounded processes, for text from outside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from generation.diagnose.decisions import Decided
from generation.diagnose.diagnosis import Diagnosis
from generation.diagnose.diagnosis import diagnose as diagnose_here
from generation.mistake import Mistake
from generation.problem import Problem
from generation.reading.wording import language_of
from generation.symbolic.engine import Request
from generation.symbolic.engine import propose as propose_here
from service.bounded import BoundedPool, OutOfBoundsError
from service.settings import Settings


class Computing:
    """The same answers as in this process, or honest ones where that would take too long."""

    def __init__(self, pool: BoundedPool) -> None:
        self._pool = pool

    def diagnose(self, mistake: Mistake, counts: Mapping[str, Decided] | None = None) -> Diagnosis:
        """The diagnosis; nothing known, with the reason, where it takes too much. ``counts`` as in :func:`diagnose`."""
        try:
            return self._pool.call(diagnose_here, mistake, dict(counts or {}))
        except OutOfBoundsError as error:
            language = mistake.language or language_of(mistake.statement)
            return Diagnosis(language, None, note=f"statement: {error}")

    def propose(self, request: Request) -> Sequence[Problem]:
        """The engine's problems; none where it takes too much."""
        try:
            return self._pool.call(propose_here, request)
        except OutOfBoundsError:
            return ()


@contextmanager
def open_computing(settings: Settings, workers: int) -> Iterator[Computing]:
    """Diagnosis and engine in ``workers`` processes."""
    with BoundedPool(workers, settings.compute_timeout_s, warm="generation.symbolic.recognition:prepare") as pool:
        yield Computing(pool)
