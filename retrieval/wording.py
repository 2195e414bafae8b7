"""How items of a standard are usually worded: ``wordings/*.txt``, written for this project.

The text of a standard is terse ("이차방정식을 풀 수 있고, …") and items look quite different. So a standard is
stored with example wordings (found by BM25), and the shipped embedding is trained on more of them.

File format: a line with a code in brackets, then one wording a line. ``@name`` stands for a sampled formula, number
or letter, see :mod:`retrieval.sampling`; a line that starts with ``!`` is a mistake's description.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib import resources
from types import MappingProxyType

from retrieval.sampling import fill
from retrieval.standard import Standard, load_standards


@lru_cache(maxsize=1)
def load_wordings() -> Mapping[str, tuple[str, ...]]:
    """Wordings by standard; raises ``ValueError`` for a code that is none, so that a typo is seen at once."""
    wordings: dict[str, list[str]] = {}
    folder = resources.files("retrieval") / "wordings"
    for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if not file.name.endswith(".txt"):
            continue
        lines: list[str] | None = None
        for line in file.read_text(encoding="utf-8").splitlines():
            if line.startswith("["):
                if line.strip() not in load_standards():
                    raise ValueError(f"{file.name}: {line} is no standard")
                lines = wordings.setdefault(line.strip(), [])
            elif line.strip() and not line.startswith("#"):
                if lines is None:
                    raise ValueError(f"{file.name}: a wording before the first code")
                lines.append(line.removeprefix("!").strip())
    return MappingProxyType({code: tuple(lines) for code, lines in wordings.items()})


def describe(standard: Standard, wordings: Sequence[str] | None = None) -> str:
    """A standard with one example of each of its wordings; always the same text."""
    rng = random.Random(standard.code)
    own = load_wordings().get(standard.code, ()) if wordings is None else wordings
    return "\n".join([standard.description, *(fill(wording, rng) for wording in own)])
