"""Achievement standards (성취기준) of the 2022 revised curriculum, read from the shipped file."""

from __future__ import annotations

import csv
import difflib
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from types import MappingProxyType

_FILLING = re.compile(r"[\W_\u30fc\u3161]+")
"""Brackets, spaces and all that passes for a dash; ー (U+30FC) and ㅡ (U+3161) count as letters."""
_BANDS = {2: (1, 2), 4: (3, 4), 6: (5, 6), 9: (7, 9), 10: (10, 10), 12: (11, 12)}
_KEY = re.compile(r"(?P<subject>\d{1,2}[^\W\d_]+?[12]?)(?P<unit>\d{2})(?P<number>\d{2})", re.UNICODE)


@dataclass(frozen=True, slots=True)
class Standard:
    """One achievement standard; ``topic`` is empty for high-school courses, whose notice has none."""

    code: str
    course: str
    unit: str
    topic: str
    text: str

    @property
    def description(self) -> str:
        """Course, unit, topic and text as one line."""
        return " ".join(part for part in (self.course, self.unit, self.topic, self.text) if part)


@lru_cache(maxsize=1)
def load_standards() -> Mapping[str, Standard]:
    """All standards by official code, in the order of the notice; read once, on first use."""
    source = resources.files("retrieval") / "standards" / "standards-2022.csv"
    lines = source.read_text(encoding="utf-8-sig").splitlines()
    rows = [
        Standard(row["code"], row["course"], row["area_or_unit"], row["topic"], row["standard"])
        for row in csv.DictReader(lines)
    ]
    standards = {row.code: row for row in rows}
    if len(standards) != len(rows):
        raise ValueError("standards-2022.csv holds a code twice")
    return MappingProxyType(standards)


def normalise_code(text: str) -> str:
    """The official spelling of a code however it was typed; an unknown code keeps its own text, in brackets.

    >>> normalise_code("9수02–20"), normalise_code("12미적I-01-01")
    ('[9수02-20]', '[12미적Ⅰ-01-01]')
    """
    key = _key(text)
    if (code := _codes_by_key().get(key)) is not None:
        return code
    if match := _KEY.fullmatch(key):
        dash = "-" if match["subject"][-1] in "12" else ""
        return f"[{match['subject']}{dash}{match['unit']}-{match['number']}]"
    return f"[{key}]"


def find_standard(code: str) -> Standard | None:
    """The standard that a code means, spelt in any of the usual ways, or ``None``."""
    official = _codes_by_key().get(_key(code))
    return None if official is None else load_standards()[official]


def suggest_standards(code: str, limit: int = 3) -> tuple[str, ...]:
    """Official codes that look most like an unknown one, best first; empty where nothing is near."""
    keys = _codes_by_key()
    near = difflib.get_close_matches(_key(code)[:40], keys, n=limit, cutoff=0.7)
    return tuple(keys[key] for key in near)


def grades_of(code: str) -> tuple[int, int]:
    """First and last school year (1 to 12) that a standard is for; ``(0, 0)`` where the code does not tell.

    The notice counts in bands and names each by its last year: [4수…] is for years 3 and 4, [9수…] for 7 to 9.

    >>> grades_of("[9수02-20]"), grades_of("[10공수1-01-01]"), grades_of("")
    ((7, 9), (10, 10), (0, 0))
    """
    band = re.match(r"\[(\d+)", code)
    return _BANDS.get(int(band[1]) if band else 0, (0, 0))


def _key(text: str) -> str:
    """A code without brackets, dashes and spaces, roman numerals as digits.

    NFKC turns full-width digits into ASCII and Ⅰ (U+2160) into ``I``; only 공수, 기수 and 미적 have numerals.
    """
    plain = _FILLING.sub("", unicodedata.normalize("NFKC", text).upper())
    plain = unicodedata.normalize("NFKC", plain)  # again: without filling, letters may have met that compose
    plain = re.sub(r"(?<=미적)(II|LL)", "2", plain)
    return re.sub(r"(?<=미적)[IL]", "1", plain)


@lru_cache(maxsize=1)
def _codes_by_key() -> Mapping[str, str]:
    return MappingProxyType({_key(code): code for code in load_standards()})
