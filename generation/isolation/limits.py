"""What one computation may take, and what is computed."""

from __future__ import annotations

from dataclasses import dataclass

WALL_FACTOR = 5.0
"""Wall-clock time for each second of processor time: room for a machine on which five processes share a core."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one computation.

    ``timeout_s`` is processor time, so that a busy machine does not change what comes out; ``wall_s`` is the clock's,
    for what waits instead of computing. ``memory_bytes`` bounds the address space of a worker.
    """

    timeout_s: float
    wall_s: float
    memory_bytes: int


@dataclass(frozen=True, slots=True)
class Work:
    """What workers do: ``target`` names, as ``module:function``, what gives the handler for ``argument``.

    The handler takes bytes and gives bytes. The modules of ``preload`` are imported before the first item comes.
    """

    target: str
    argument: str | None = None
    preload: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ended:
    """In place of an answer: why there is none."""

    reason: str
