"""Who checked: the versions that can change what a certificate says."""

from __future__ import annotations

import platform
from collections.abc import Mapping
from functools import cache
from importlib.metadata import PackageNotFoundError, version

CHECKS = "1"
"""Raised with every change of a check that can change a verdict, so that a stored certificate can be told stale."""
LIBRARIES = ("mpmath", "sympy")
"""Whose numbers or factors a check relies on."""


@cache
def versions() -> Mapping[str, str]:
    """By name: yuje, its checks, Python and the libraries that take part."""
    named = {"yuje": _installed("yuje"), "checks": CHECKS, "python": platform.python_version()}
    return named | {library: _installed(library) for library in LIBRARIES}


def _installed(distribution: str) -> str:
    try:
        return version(distribution)
    except PackageNotFoundError:  # a source tree that was never installed
        return "unknown"
