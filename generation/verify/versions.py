"""Who checked: the versions that can change what a certificate says."""

from __future__ import annotations

import hashlib
import platform
from collections.abc import Mapping
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

LIBRARIES = ("mpmath", "sympy")
"""Whose numbers or factors a check relies on."""
CHECKING = ("expression", "equivalence", "diagnose", "verify")
"""The packages of ``generation`` that a verdict depends on."""


@cache
def versions() -> Mapping[str, str]:
    """By name: yuje, its checks, Python and the libraries that take part.

    ``checks`` is a hash of the source of what checks, so that a certificate of other code can be told without anybody
    having to raise a number.
    """
    named = {"yuje": _installed("yuje"), "checks": _source_hash(), "python": platform.python_version()}
    return named | {library: _installed(library) for library in LIBRARIES}


def _source_hash() -> str:
    """Twelve digits; some 20 ms, once."""
    root = Path(__file__).parents[1]
    digest = hashlib.sha256()
    for path in sorted(path for package in CHECKING for path in (root / package).rglob("*.py")):
        digest.update(f"{path.relative_to(root).as_posix()}\0".encode())
        digest.update(path.read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()[:12]


def _installed(distribution: str) -> str:
    try:
        return version(distribution)
    except PackageNotFoundError:  # a source tree that was never installed
        return "unknown"
