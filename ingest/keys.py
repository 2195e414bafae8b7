"""Answer keys against the verifier: a key that it refutes is found before it can ground anything."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import lru_cache
from typing import Protocol

from generation.isolation.limits import Ended, Limits, Work
from generation.isolation.pool import Pool
from generation.isolation.worker import Handler
from generation.problem import Answer, Problem

VERSION = 1
"""Raise when keys are judged anew."""
TIMEOUT_S = 1.0
MEMORY_BYTES = 1 << 30
_REMEMBERED = 20_000
"""Keys of one worker: a class makes its mistakes at the same problems."""


class KeyCheck(Protocol):
    """Says which keys are refuted; what is not understood is not refuted."""

    def refuted(self, keys: Sequence[tuple[str, str]]) -> list[bool]:
        """For each statement with its key."""

    def close(self) -> None:
        """End what was started."""


class IsolatedKeyCheck:
    """The verifier in ``workers`` processes that are killed where a text takes too long. Close it."""

    def __init__(self, workers: int = 1) -> None:
        limits = Limits(TIMEOUT_S, TIMEOUT_S * 5, MEMORY_BYTES)
        self._pool = Pool(Work("ingest.keys:answering"), limits, workers)
        self._known: dict[tuple[str, str], bool] = {}

    def refuted(self, keys: Sequence[tuple[str, str]]) -> list[bool]:
        fresh = list(dict.fromkeys(key for key in keys if key not in self._known))
        asked = [self._pool.submit(json.dumps(key).encode(), batch=id(self)) for key in fresh]
        known = dict(self._known)
        for key, answer in zip(fresh, asked, strict=True):
            body = answer.result()
            known[key] = False if isinstance(body, Ended) else body == b"1"
        self._known = known if len(known) <= _REMEMBERED else {}
        return [known[key] for key in keys]

    def close(self) -> None:
        self._pool.close()


def answering(_: str | None) -> Handler:
    """What a worker does: ``["statement", "key"]`` in, ``1`` or ``0`` out."""
    is_refuted("$1+1$을 계산하시오.", "2")  # imports what is imported late
    return lambda body: b"1" if is_refuted(*json.loads(body)) else b"0"


@lru_cache(maxsize=1024)
def is_refuted(statement: str, key: str) -> bool:
    """Whether the verifier refutes a key, in this process. Only where the words determine the model without a doubt.

    >>> is_refuted("$2x+1=7$을 푸시오.", "x=3"), is_refuted("$2x+1=7$을 푸시오.", "x=4")
    (False, True)
    """
    from generation.reading.answer import read_answer  # these import sympy late, and only workers need them
    from generation.reading.statement import Unread, read
    from generation.verify.verifier import verify

    model = read(statement)
    if isinstance(model, Unread):
        return False
    values = read_answer(key, model)
    if isinstance(values, Unread):
        return False
    # A double root that is named twice is no wrong key.
    once = tuple(value for place, value in enumerate(values) if value not in values[:place])
    certificate = verify(Problem(statement, model, Answer(once)))
    results = {check.name: check for check in certificate.checks}
    sure = results["statement"].outcome == "passed" and not results["statement"].capped
    return sure and "failed" in (results["answer"].outcome, results["unique"].outcome)
