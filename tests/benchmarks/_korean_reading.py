"""Whether the particles of a Korean sentence fit what they follow, by how numbers, letters and signs are read aloud.

A rule check of its own: it looks at the text as it stands on paper and shares no code with `generation`.
"""

from __future__ import annotations

import re

_AFTER_CONSONANT = {
    "을",
    "은",
    "과",
    "이",
    "으로",
    "이므로",
    "이고",
    "이며",
    "이라",
    "이다",
    "이면",
    "일",
    "이나",
    "이라고",
    "인",
}
_AFTER_VOWEL = {"를", "는", "와", "가", "로", "므로"}
_FORMULA = re.compile(r"\$([^$]+)\$(?:(?P<unit>cm|km|kg|mm|m|g|%)(?![a-z]))?(?P<tail>[가-힣]*)")
_TAILS = re.compile(r"(을|를|은|는|과|와|이|가|으로|로|이므로|므로)(?:부터|써|서|의|만)?$")
_WORD = re.compile(r"([가-힣]*[가-힣])(을|를|으로|와)(?=[\s,.]|$)")
_WHOLE_WORDS = ("마을", "가을", "노을", "고을")
_DIGITS = dict(zip("0123456789", "영일이삼사오육칠팔구", strict=True))
_ZEROS = ("", "십", "백", "천", "만", "만", "만", "만", "억", "억", "억", "억", "조")
_LETTERS = dict(zip("abcdefghijklmnopqrstuvwxyz", "이비씨디이프지치이이이엘엠엔오피큐알스티유이유스이트", strict=True))
"""The last syllable of each letter's name: 에이, 비, 씨, …, 더블유, 엑스, 와이, 제트."""
_COMMANDS = {"pi": "이", "infty": "대", "circ": "도", "theta": "타", "alpha": "파", "beta": "타", "sigma": "마"}


def particle_errors(statement: str) -> list[str]:
    """The places where a particle does not fit what it follows."""
    found = []
    for match in _FORMULA.finditer(statement):
        tail = _TAILS.match(match["tail"])
        if tail is None:
            continue
        last = "터" if match["unit"] in ("cm", "km", "mm", "m") else "램" if match["unit"] else _last_syllable(match[1])
        if last is not None and not _fits(last, tail[1]):
            found.append(match[0])
    for match in _WORD.finditer(re.sub(r"\$[^$]+\$", " ", statement)):
        if match[0] not in _WHOLE_WORDS and not _fits(match[1][-1], match[2]):
            found.append(match[0])
    return found


def _fits(syllable: str, particle: str) -> bool:
    final = (ord(syllable) - ord("가")) % 28
    if particle in ("으로", "로"):
        return (particle == "으로") == (final not in (0, 8))
    return (particle in _AFTER_CONSONANT) == (final != 0)


def _last_syllable(latex: str) -> str | None:
    """How a formula ends when read aloud; None where that is not plain."""
    text = re.sub(r"\\(?:right|left|,|;|!|quad)|\s", lambda m: " " if m[0].isspace() else "", latex).rstrip(" .")
    while True:
        if fraction := re.search(r"\\d?frac\{((?:[^{}]|\{[^{}]*\})*)\}\{(?:[^{}]|\{[^{}]*\})*\}$", text):
            text = fraction[1]
        elif re.search(r"\^\\circ$|\^\{\\circ\}$", text):
            return "도"
        elif re.search(r"[A-Z]\^(?:\{C\}|C)$", text):
            return "합"  # the complement: 여집합
        elif re.search(r"\^(?:\{[^{}]*\}|[0-9a-z])$", text):
            return "곱"
        elif command := re.search(r"\\([a-z]+)$", text):
            return _COMMANDS.get(command[1])
        elif text.endswith("\\}") or "\\end{" in text[-16:]:
            return None
        elif text[-1:] in ")}|]":
            text = text[:-1].rstrip(" \\")
        elif text.endswith("!"):
            return "얼"
        elif text.endswith("%"):
            return "트"
        elif number := re.search(r"(\d+(?:\.\d+)?)$", text):
            return _number(number[1])
        elif text and text[-1].isalpha():
            return _LETTERS.get(text[-1].lower())
        else:
            return None


def _number(text: str) -> str:
    zeros = len(text) - len(text.rstrip("0"))
    if "." in text or not zeros or zeros == len(text):
        return _DIGITS[text[-1]]
    return _ZEROS[min(zeros, 12)]
