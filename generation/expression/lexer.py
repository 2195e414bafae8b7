"""Text to tokens: school infix, LaTeX and a table of Unicode mathematics; everything else is refused by offset."""

from __future__ import annotations

import re
from typing import NamedTuple

from generation.expression import numerals
from generation.expression.characters import (
    CHARACTERS,
    COMMAND_ALIASES,
    COMMAND_NAMES,
    COMMAND_WORDS,
    COMMANDS,
    ENVIRONMENTS,
    IN_WORDS,
    INK,
    NAMED,
    OPERATORS,
    SIGNS,
    SUBSCRIPTS,
    SUPERSCRIPTS,
    UPRIGHT,
    VULGAR,
    WORDS,
)
from generation.expression.errors import BudgetError, ParseError
from generation.expression.units import unit

MAX_TEXT = 4_000


class Token(NamedTuple):
    """``kind`` is ``num``, ``name``, ``word``, ``vulgar``, ``unit``, ``upright`` or the operator itself."""

    kind: str
    text: str
    offset: int
    spaced: bool
    """Whether white space stood before it (``3 1/2`` against ``31/2``)."""


_TABLE = str.maketrans(CHARACTERS)
_PLAIN = re.compile(
    r"([0-9]+(?:\.[0-9]+)?|\.[0-9]+)|([A-Za-z]+)|([ \t\r\n]+)|(\*\*|[<>!]=|=[<>]|[-+*/^=<>()\[\]{}|,;!%_'&])"
)
_NUM, _NAME, _SPACE = 1, 2, 3
_WORD = re.compile("|".join(rf"{re.escape(w)}(?![A-Za-z가-힣])" for w in sorted(WORDS, key=len, reverse=True)))
_LATIN_WORDS = frozenset(word.split()[0] for word in WORDS if word.isascii())
_COMMAND = re.compile(r"\\(?:([A-Za-z]+)|(.))", re.DOTALL)
_BRACED = re.compile(r"\s*\{\s*~?\s*([^{}]*?)\s*\}")
_SPACING = frozenset(",;:! ")
_UNIT_WORD = re.compile(r"(?:[가-힣]+|[㎀-㏟℃℉ℓ])")
_PER = re.compile(r"\s*/\s*([가-힣]+|[㎀-㏟ℓ])")
_POWER = re.compile(r"\s*\^\s*(?:\{\s*([23])\s*\}|([23]))|([²³])")
_QUOTED = re.compile(r'"([^"]{1,40})"')
_BAR = re.compile(r"\s*(?:\||\\vert\b)")
_BARS = {"left": "|(", "right": ")|"}


def tokenize(text: str) -> list[Token]:
    """The tokens of a text, each with its offset. Raises ParseError or BudgetError."""
    if len(text) > MAX_TEXT:
        raise BudgetError(f"an expression of {len(text)} characters; at most {MAX_TEXT} are read")
    return _Lexer(text).run()


class _Lexer:
    """Walks once over the text; one method per sort of token."""

    def __init__(self, text: str) -> None:
        self.raw = text
        plain = text.isascii()
        self.text = text if plain else text.translate(_TABLE)  # one for one, so that offsets stay
        self.ordinary = plain and "\\" not in text and "{,}" not in text
        self.at = 0
        self.spaced = False
        self.tokens: list[Token] = []

    def run(self) -> list[Token]:
        text, end, tokens = self.text, len(self.text), self.tokens
        while self.at < end:
            match = _PLAIN.match(text, self.at)
            if match is None:
                self._other()
            elif (group := match.lastindex) == _SPACE:
                self.spaced, self.at = True, match.end()
            elif group == _NUM:
                self._number(match)
            elif group == _NAME:
                self._name(match[0])
            else:
                symbol = match[0]
                tokens.append(Token(OPERATORS[symbol], symbol, self.at, self.spaced))
                self.spaced, self.at = False, match.end()
        return tokens

    def _emit(self, kind: str, text: str, end: int) -> None:
        self.tokens.append(Token(kind, text, self.at, self.spaced))
        self.spaced, self.at = False, end

    # -- numbers, names, words -------------------------------------------------------------------------------------

    def _number(self, match: re.Match[str]) -> None:
        digits, end = match[0], match.end()
        if not self.ordinary and (found := self._special_number()) is not None:
            digits, end = found
        if len(digits) > numerals.MAX_DIGITS:
            raise BudgetError(f"a number of {len(digits)} digits; at most {numerals.MAX_DIGITS} are read")
        self._emit("num", digits, end)

    def _special_number(self) -> tuple[str, int] | None:
        text, at = self.text, self.at
        if (found := numerals.repeating(text, at)) is not None:
            return found
        if (found := numerals.scaled(text, at)) is not None and self._number_ends(found[1]):
            return found
        found = numerals.grouped(text, at)
        return found if found is not None and ("{,}" in text[at : found[1]] or self._unit_follows(found[1])) else None

    def _number_ends(self, at: int) -> bool:
        """Whether no other Korean word goes on here (``3만큼`` is no number)."""
        return not "가" <= self.text[at : at + 1] <= "힣" or self._unit_follows(at)

    def _unit_follows(self, at: int) -> bool:
        rest = self.text[at:].lstrip(" ")
        if match := _UNIT_WORD.match(rest):
            return unit(match[0]) is not None
        match = re.match(r"\\(?:text|mathrm|textrm)", rest)
        inside = _BRACED.match(rest, match.end()) if match else None
        return inside is not None and unit(inside[1]) is not None

    def _name(self, name: str) -> None:
        if name in _LATIN_WORDS and (match := _WORD.match(self.text, self.at)):
            self._word(match[0], match.end())
        else:
            self._emit("name", name, self.at + len(name))

    def _word(self, word: str, end: int) -> None:
        kind = WORDS[word]
        self._emit(kind if kind in ("%", "°") else "word", kind, end)

    # -- everything that is not plain --------------------------------------------------------------------------------

    def _other(self) -> None:
        text, at = self.text, self.at
        char = text[at]
        if char == "\\":
            self._command()
        elif char in SUPERSCRIPTS:
            self._raised()
        elif char in SUBSCRIPTS:
            self._run(SUBSCRIPTS, "_")
        elif char in VULGAR:
            self._emit("vulgar", VULGAR[char], at + 1)
        elif char in NAMED:
            self._emit("name", NAMED[char], at + 1)
        elif char in SIGNS:
            self._emit("word", SIGNS[char], at + 1)
        elif match := _WORD.match(text, at):
            self._word(match[0], match.end())
        elif match := _UNIT_WORD.match(text, at):
            self._unit(match)
        elif match := _QUOTED.match(text, at):
            self._quoted(match)
        elif char in OPERATORS:
            self._emit(OPERATORS[char], char, at + 1)
        else:
            self._refuse()

    def _refuse(self) -> None:
        char = self.raw[self.at]
        shown = f"'{char}'" if char.isprintable() else f"U+{ord(char):04X}"
        raise ParseError(f"{shown} is not mathematics that can be read here", self.at)

    def _raised(self) -> None:
        """``x²``; ``³√8`` where nothing stands before it."""
        text, at = self.text, self.at
        if text[at + 1 : at + 2] == "√" and text[at] in "²³⁴⁵⁶⁷⁸⁹" and (self.spaced or not self._value_before()):
            self._emit("radical", SUPERSCRIPTS[text[at]], at + 2)
        else:
            self._run(SUPERSCRIPTS, "^")

    def _run(self, table: dict[str, str], kind: str) -> None:
        """Small characters in a row, as if in braces behind ``^`` or ``_``."""
        start, text = self.at, self.text
        end = start
        while end < len(text) and text[end] in table:
            end += 1
        inner = tokenize("".join(table[c] for c in text[start:end]))
        self._emit(kind, kind, start)
        if len(inner) == 1:
            self._emit(inner[0].kind, inner[0].text, end)
            return
        self._emit("{", text[start], start)
        self.tokens += [token._replace(offset=start + token.offset) for token in inner]
        self._emit("}", text[end - 1], end)

    def _value_before(self) -> bool:
        return bool(self.tokens) and self.tokens[-1].kind in VALUE_ENDS

    # -- units -----------------------------------------------------------------------------------------------------

    def _unit(self, match: re.Match[str]) -> None:
        if not self._value_before():
            self._refuse()
        if (per := _PER.match(self.text, match.end())) and unit(f"{match[0]}/{per[1]}") is not None:
            self._unit_token(f"{match[0]}/{per[1]}", per.end())
        elif unit(match[0]) is not None:
            self._unit_token(match[0], match.end())
        else:
            self._refuse()

    def _unit_token(self, spelling: str, end: int) -> None:
        known = unit(spelling)
        assert known is not None
        self._emit("unit", known.name, end)

    def _quoted(self, match: re.Match[str]) -> None:
        if unit(match[1]) is None:
            raise ParseError("only units stand in quotation marks", self.at)
        self._unit_token(match[1], match.end())

    # -- LaTeX -------------------------------------------------------------------------------------------------------

    def _command(self) -> None:
        match = _COMMAND.match(self.text, self.at)
        if match is None:
            raise ParseError("a lone backslash", self.at)
        name, sign, end = match[1], match[2], match.end()
        if sign is not None:
            self._sign_command(sign, end)
        elif name in COMMANDS:
            self._emit(COMMANDS[name], name, end)
        elif name in COMMAND_NAMES or name in COMMAND_ALIASES:
            self._emit("name", COMMAND_ALIASES.get(name, name), end)
        elif name in _BARS and (bar := _BAR.match(self.text, end)):
            self._emit(_BARS[name], "|", bar.end())
        elif name in INK:
            self.at = end
        elif name in IN_WORDS:
            self._text_command(end)
        elif name in UPRIGHT:
            self._upright(end)
        elif name in COMMAND_WORDS:
            self._emit("word", COMMAND_WORDS[name], end)
        elif name in ("begin", "end"):
            self._environment(name, end)
        else:
            raise ParseError(f"the LaTeX command \\{name} is not understood", self.at)

    def _sign_command(self, sign: str, end: int) -> None:
        if sign in _SPACING:
            self.spaced, self.at = True, end
        elif sign in "{}":
            self._emit("set" + sign, sign, end)
        elif sign == "%":
            self._emit("%", "%", end)
        elif sign == "\\":
            self._emit("row", sign, end)
        else:
            raise ParseError(f"the LaTeX command \\{sign} is not understood", self.at)

    def _text_command(self, end: int) -> None:
        match = _BRACED.match(self.text, end)
        if match is not None and match[1] in WORDS:
            self._word(match[1], match.end())
        elif match is not None and unit(match[1]) is not None:
            self._spelled_unit(match[1], match.end())
        else:
            raise ParseError("words inside \\text are not mathematics", self.at)

    def _spelled_unit(self, spelling: str, end: int) -> None:
        power = _POWER.match(self.text, end)
        if power is not None:
            raised = f"{spelling}^{power[1] or power[2] or SUPERSCRIPTS[power[3]]}"
            if unit(raised) is not None:
                spelling, end = raised, power.end()
        self._unit_token(spelling, end)

    def _upright(self, end: int) -> None:
        r"""``\mathrm{cm}^2`` is a unit, ``\mathrm{C}`` and ``\mathrm{lcm}`` are names."""
        match = _BRACED.match(self.text, end)
        if match is None or not match[1]:
            raise ParseError("letters are expected in braces here", self.at)
        inside = match[1]
        if self._value_before() and unit(inside) is not None and len(inside) > 1:
            self._spelled_unit(inside, match.end())
        elif inside.isascii() and inside.isalpha():
            self._emit("upright", inside, match.end())
        else:
            raise ParseError(f"'{inside[:20]}' is no name and no unit", self.at)

    def _environment(self, name: str, end: int) -> None:
        match = _BRACED.match(self.text, end)
        if match is None or match[1] not in ENVIRONMENTS:
            raise ParseError(f"only {', '.join(sorted(ENVIRONMENTS))} are understood after \\{name}", self.at)
        self._emit(name, match[1], match.end())


VALUE_ENDS = frozenset({"num", "vulgar", "name", "upright", ")", "}", "]", "|", ")|", "!", "%", "°", "unit", "word"})
"""What a number or an expression ends with, so that a unit may follow."""
