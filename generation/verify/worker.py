"""What a worker process does: questions in, certificates out."""

from __future__ import annotations

import importlib
from collections.abc import Sequence

from generation.isolation.worker import Handler
from generation.problem import Answer, Ask, Model, Problem
from generation.verify.checks.registry import CHECKS, Check
from generation.verify.verifier import unverified, verify
from generation.verify.wire import question, read_question, reply

_FIRST = Problem(
    "$x^2-5x+6=0$을 푸시오.",
    Model(Ask("solve", ("x",)), {"x": "real"}, {}, ("x^2-5x+6=0",)),
    Answer(("2", "3")),
)


def answering(checks: str | None) -> Handler:
    """The handler, warm: what is imported late is imported now. ``checks`` as in :class:`IsolatedVerifier`."""
    chosen = _load(checks)
    _answer(question(_FIRST, _FIRST.statement, ()), CHECKS)
    return lambda body: _answer(body, chosen)


def _answer(body: bytes, checks: Sequence[tuple[str, Check]]) -> bytes:
    problem, source, bank = read_question(body)
    try:
        certificate = verify(problem, source, bank, checks)
    except Exception as error:  # noqa: BLE001 - a fault of a check must not be read as a verdict; its text stays here
        certificate = unverified(problem, f"a check failed to run: {type(error).__name__}", source, bank)
    return reply(certificate)


def _load(checks: str | None) -> Sequence[tuple[str, Check]]:
    if checks is None:
        return CHECKS
    module, _, name = checks.partition(":")
    loaded: Sequence[tuple[str, Check]] = getattr(importlib.import_module(module), name)
    return loaded
