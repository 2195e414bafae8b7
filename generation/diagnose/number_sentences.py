"""Arithmetic between words: ``18 cones x $3 = $54`` is read as the sides ``18*3`` and ``54``, with their units.

What has letters, times of day or ratios is no side, and neither is what goes on to the left or right with a sign.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

MAX_UNIT_WORDS = 2
"""``4 cucumber sandwiches``: more words behind a number are no unit."""
_TOKEN = re.compile(
    r"(?P<number>\d+(?:\.\d+)?|\.\d+)|(?P<operator>[-+*/×÷·^()])|(?P<percent>%)"
    r"|(?P<word>[^\W\d_]+)|(?P<blank>\s+)|(?P<other>.)",
    re.DOTALL,
)
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_MONEY = re.compile(r"[$€£₩]")
_NOTE = re.compile(r"\((?!\s*[-\d.(])[^()\d]*\)")
"""``(driving to the airport)``: a remark inside a number sentence."""
_DURATION = re.compile(r"(\d+)\s*(?:hours?|시간)(?:\s*(?:and\s*)?(\d+)\s*(?:minutes?|분))?", re.IGNORECASE)
_COMPOSITE = re.compile(r"\d+\s*(?:hours?\s*(?:and|[-+])?\s*\d+\s*minutes?|시간\s*[-+]?\s*\d+\s*분)", re.IGNORECASE)
_MINUTES = re.compile(r"(\d+)\s*(?:minutes?|분)", re.IGNORECASE)
_CLOCK = re.compile(r"\d:\d")
_TIMES_SIGN = re.compile(r"(?<=[\d)%])(\s+[xX]\s+|[xX])(?=\s*[\d($.])|(?<=[a-z])\s+[xX]\s+(?=[$\d(])")
_LATEX = {"\\times": "×", "\\cdot": "×", "\\div": "÷", "−": "-", "–": "-"}
_JOINING = frozenset(
    (
        "and", "or", "to", "the", "then", "is", "so", "than", "he", "she", "they", "we", "will", "would", "for", "from",
        "of", "both", "sides", "gives", "get", "by", "in", "on", "at", "that", "which", "equals", "are", "was", "were",
        "has", "have",
    )
)  # fmt: skip
_ENDING = re.compile(r"(?<=[a-z])s$|(?<=[가-힣])(?:이다|입니다|이에요|이므로|이고|이며|씩|을|를|이|가|의|으로|로)$")
"""What may stand behind a unit: a plural, a Korean particle or the end of a sentence."""
_STOPS = ",.:;?!'\""
Token = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Side:
    """One side of an equality as infix text, and the words behind its numbers."""

    text: str
    units: frozenset[str]


def plain(line: str) -> str:
    """A line without thousands commas, currency signs and remarks; hours and minutes together as minutes."""
    text = _THOUSANDS.sub("", _MONEY.sub("", line))
    for written, sign in _LATEX.items():
        text = text.replace(written, sign)
    if _COMPOSITE.search(text):
        text = _DURATION.sub(lambda m: f"({60 * int(m[1]) + int(m[2] or 0)})", text)
        text = _MINUTES.sub(lambda m: m[1], text)
    return _TIMES_SIGN.sub(" × ", _NOTE.sub(" ", text))


def chains(line: str) -> Iterator[list[Side | None]]:
    """The sides between equals signs that follow each other without words; None where a side is no arithmetic."""
    parts = re.split(r"[=≈]", plain(line))
    if len(parts) < 2:
        return
    sides: list[Side | None] = [_end_of(parts[0])]
    for part in parts[1:-1]:
        tokens = _tokens(part)
        read = _Reader(tokens)
        begun = read.side()
        sides.append(begun)
        if begun is None or read.at < len(tokens):
            yield sides
            sides = [_end_of(part)]
    sides.append(_Reader(_tokens(parts[-1])).side())
    yield sides


def _end_of(text: str) -> Side | None:
    """The arithmetic that a text ends with: the longest end that is arithmetic and does not go on to the left."""
    tokens = _tokens(text)
    for start in range(len(tokens)):
        if tokens[start][0] not in ("number", "operator") or (start and not _is_border(tokens[start - 1])):
            continue
        read = _Reader(tokens[start:])
        side = read.side()
        if side is not None and read.at == len(read.tokens):
            return side
    return None


def _is_border(token: Token) -> bool:
    """Whether a number sentence may begin after this: a word or a stop, no sign or digit."""
    kind, text = token
    return (kind == "word" and len(text) > 1) or (kind == "other" and text in _STOPS)


def _tokens(text: str) -> list[Token]:
    if _CLOCK.search(text):
        return [("other", ":")]
    return [(m.lastgroup or "", m[0]) for m in _TOKEN.finditer(text) if m.lastgroup != "blank"]


@dataclass(slots=True)
class _Reader:
    """Reads arithmetic from the first token on, as far as it goes."""

    tokens: list[Token]
    at: int = 0
    text: str = ""
    units: set[str] = field(default_factory=set)
    depth: int = 0
    wants_number: bool = True

    def side(self) -> Side | None:
        """The arithmetic that the tokens begin with; None where there is none, or where it goes on with a letter."""
        end = ""
        while self.at < len(self.tokens):
            kind, word = self.tokens[self.at]
            if self._is_letter(self.at):
                return None
            if kind == "word":
                if self.wants_number or not self._take_word(word):
                    break
            elif not self._take_sign(kind, word):
                break
            if not self.wants_number and not self.depth:
                end = self.text
        behind = self.tokens[self.at][0] if self.at < len(self.tokens) else ""
        if not end or self.wants_number or self.depth or behind in ("operator", "percent", "number"):
            return None
        return Side(end, frozenset(self.units))

    def _take_sign(self, kind: str, sign: str) -> bool:
        """One number, sign or bracket taken, or not."""
        if kind == "number" and self.wants_number:
            self.text, self.wants_number = self.text + sign, False
        elif kind == "percent" and not self.wants_number:
            self.text += "%"
        elif sign == "(":
            self.text, self.depth = self.text + ("(" if self.wants_number else "*("), self.depth + 1
            self.wants_number = True
        elif sign == ")" and self.depth and not self.wants_number:
            self.text, self.depth = self.text + ")", self.depth - 1
        elif kind == "operator" and sign != ")" and not self.wants_number:
            if sign == "/" and self._is_word(self.at + 1):
                self.at += 1  # $6.00/scallop
            else:
                self.text, self.wants_number = self.text + {"×": "*", "·": "*"}.get(sign, sign), True
        elif sign == "-" and (not self.text or self.text[-1] == "("):
            self.text += "-"
        else:
            return False
        self.at += 1
        return True

    def _take_word(self, word: str) -> bool:
        """A word behind a number: ``of`` as a product, a unit inside or at the end; others end the arithmetic."""
        if word.lower() == "of" and self.at + 1 < len(self.tokens) and self.tokens[self.at + 1][0] == "number":
            self.text, self.wants_number, self.at = self.text + "*", True, self.at + 1
            return True
        rest = self.tokens[self.at :]
        if word.lower() in _JOINING:
            return False
        self.units.add(_ENDING.sub("", word.lower()))
        if self._leads_on():
            self.at += 1
            return True
        if len(rest) <= MAX_UNIT_WORDS and all(k == "word" and w.lower() not in _JOINING for k, w in rest):
            self.at = len(self.tokens)
        return False

    def _leads_on(self) -> bool:
        """Whether the words from here lead to a sign: a unit inside of a number sentence."""
        for kind, _ in self.tokens[self.at + 1 : self.at + 4]:
            if kind != "word":
                return kind == "operator"
        return False

    def _is_word(self, place: int) -> bool:
        return place < len(self.tokens) and self.tokens[place][0] == "word" and not self._is_letter(place)

    def _is_letter(self, place: int) -> bool:
        kind, word = self.tokens[place]
        return kind == "word" and len(word) == 1 and word.isascii()
