"""Text to tokens: school infix, LaTeX and a table of Unicode mathematics; everything else is refused by offset."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generation.expression.errors import BudgetError, ParseError

MAX_TEXT = 4_000
MAX_DIGITS = 40
"""No school number is longer; it keeps exact arithmetic on one literal cheap."""


@dataclass(frozen=True, slots=True)
class Token:
    """``kind`` is ``num``, ``name``, ``word``, ``vulgar`` or the operator itself."""

    kind: str
    text: str
    offset: int
    spaced: bool
    """Whether white space stood before it (``3 1/2`` against ``31/2``)."""


CHARACTERS = {
    **{chr(0xFF01 + i): chr(0x21 + i) for i in range(94)},  # full-width ASCII: ０１２＋＝ｘ
    "　": " ", "\u00a0": " ", "\u2009": " ", "\t": " ", "\n": " ", "\r": " ",
    "×": "*", "∙": "*", "⋅": "*", "·": "*", "∗": "*",
    "−": "-", "‐": "-", "‑": "-", "–": "-", "—": "-", "➖": "-",
    "≤": "≤", "≦": "≤", "⩽": "≤", "≥": "≥", "≧": "≥", "⩾": "≥",
    "∣": "|", "｜": "|", "∕": "/", "⁄": "/", "′": "'", "’": "'",
}  # fmt: skip
"""Characters that mean the same as another one."""

SUPERSCRIPTS = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789", strict=True))
VULGAR = {
    "½": "1/2", "⅓": "1/3", "⅔": "2/3", "¼": "1/4", "¾": "3/4", "⅕": "1/5", "⅖": "2/5", "⅗": "3/5",
    "⅘": "4/5", "⅙": "1/6", "⅚": "5/6", "⅛": "1/8", "⅜": "3/8", "⅝": "5/8", "⅞": "7/8",
}  # fmt: skip

OPERATORS = {
    "**": "^", "<=": "<=", "=<": "<=", ">=": ">=", "=>": ">=", "!=": "!=", "≤": "<=", "≥": ">=", "≠": "!=",
    "+": "+", "-": "-", "*": "*", "/": "/", "÷": "÷", "^": "^", "=": "=", "<": "<", ">": ">", "(": "(", ")": ")",
    "[": "[", "]": "]", "{": "{", "}": "}", "|": "|", ",": ",", ";": ",", "!": "!", "%": "%", "√": "√", "_": "_",
    "'": "'", "°": "°", "π": "pi", "±": "±", "∓": "∓", "∞": "oo",
}  # fmt: skip

COMMANDS = {
    "times": "*", "cdot": "*", "ast": "*", "div": "÷", "le": "<=", "leq": "<=", "leqq": "<=", "leqslant": "<=",
    "ge": ">=", "geq": ">=", "geqq": ">=", "geqslant": ">=", "lt": "<", "gt": ">", "ne": "!=", "neq": "!=",
    "pm": "±", "mp": "∓", "pi": "pi", "infty": "oo", "left": "", "right": "", "quad": "", "qquad": "",
    "displaystyle": "", "mathrm": "",
    "frac": "frac", "dfrac": "frac", "tfrac": "frac", "sqrt": "sqrt", "lvert": "|", "rvert": "|", "vert": "|",
    "log": "log", "ln": "ln", "sin": "sin", "cos": "cos", "tan": "tan", "degree": "°", "circ": "°",
    "land": "and", "lor": "or", "emptyset": "none", "varnothing": "none",
}  # fmt: skip
"""The LaTeX commands that are understood, each as a token; the empty ones only move ink."""

WORDS = {
    "또는": "or", "혹은": "or", "or": "or", "이고": "and", "그리고": "and", "and": "and",
    "모든 실수": "all", "모든 수": "all", "all real numbers": "all", "all": "all",
    "해가 없다": "none", "해는 없다": "none", "해가 없음": "none", "해 없음": "none", "없다": "none", "없음": "none",
    "no solution": "none", "none": "none",
}  # fmt: skip
_WORD = re.compile("|".join(rf"{re.escape(w)}(?![A-Za-z가-힣])" for w in sorted(WORDS, key=len, reverse=True)))
_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?|\.[0-9]+")
_NAME = re.compile(r"[A-Za-z]+")
_COMMAND = re.compile(r"\\(?:([A-Za-z]+)|(.))", re.DOTALL)
_TEXT = re.compile(r"\s*\{\s*([^{}]*?)\s*\}")
_SPACING = frozenset(",;:! ")
KIND_OF_COMMAND = {"log": "name", "ln": "name", "sin": "name", "cos": "name", "tan": "name", "pi": "name", "oo": "name"}


def tokenize(text: str) -> list[Token]:
    """The tokens of a text, each with its offset. Raises ParseError or BudgetError."""
    if len(text) > MAX_TEXT:
        raise BudgetError(f"an expression of {len(text)} characters; at most {MAX_TEXT} are read")
    return _Lexer(text).run()


class _Lexer:
    """Walks once over the text; one method per sort of token."""

    def __init__(self, text: str) -> None:
        self.raw = text
        self.text = "".join(CHARACTERS.get(c, c) for c in text)  # one for one, so that offsets stay
        self.at = 0
        self.spaced = False
        self.tokens: list[Token] = []

    def run(self) -> list[Token]:
        while self.at < len(self.text):
            char = self.text[self.at]
            if char == " ":
                self.spaced, self.at = True, self.at + 1
            elif char == "\\":
                self._command()
            elif char in SUPERSCRIPTS:
                self._superscript()
            elif char in VULGAR:
                self._emit("vulgar", VULGAR[char], 1)
            elif match := _NUMBER.match(self.text, self.at):
                self._number(match)
            elif match := _WORD.match(self.text, self.at):
                self._emit("word", WORDS[match[0]], len(match[0]))
            elif match := _NAME.match(self.text, self.at):
                self._emit("name", match[0], len(match[0]))
            else:
                self._operator()
        return self.tokens

    def _emit(self, kind: str, text: str, width: int) -> None:
        self.tokens.append(Token(kind, text, self.at, self.spaced))
        self.spaced, self.at = False, self.at + width

    def _number(self, match: re.Match[str]) -> None:
        if len(match[0]) > MAX_DIGITS:
            raise BudgetError(f"a number of {len(match[0])} digits; at most {MAX_DIGITS} are read")
        self._emit("num", match[0], len(match[0]))

    def _superscript(self) -> None:
        end = self.at
        while end < len(self.text) and self.text[end] in SUPERSCRIPTS:
            end += 1
        digits = "".join(SUPERSCRIPTS[c] for c in self.text[self.at : end])
        self._emit("^", "^", 0)
        self._emit("num", digits, end - self.at)

    def _operator(self) -> None:
        for width in (2, 1):
            symbol = self.text[self.at : self.at + width]
            if symbol in OPERATORS:
                kind = OPERATORS[symbol]
                self._emit("name" if kind in KIND_OF_COMMAND else kind, kind, width)
                return
        char = self.raw[self.at]
        shown = f"'{char}'" if char.isprintable() else f"U+{ord(char):04X}"
        raise ParseError(f"{shown} is not mathematics that can be read here", self.at)

    def _command(self) -> None:
        match = _COMMAND.match(self.text, self.at)
        if match is None:
            raise ParseError("a lone backslash", self.at)
        name, sign = match[1], match[2]
        width = len(match[0])
        if sign is not None:
            self._sign_command(sign, width)
        elif name in ("text", "textrm", "mbox"):
            self._text_command(width)
        elif name in ("begin", "end"):
            self._environment(name, width)
        elif name in COMMANDS:
            kind = COMMANDS[name]
            if kind in ("and", "or", "none"):
                self._emit("word", kind, width)
            elif kind:
                self._emit(KIND_OF_COMMAND.get(kind, kind), kind, width)
            else:
                self.at += width
        else:
            raise ParseError(f"the LaTeX command \\{name} is not understood", self.at)

    def _sign_command(self, sign: str, width: int) -> None:
        if sign in _SPACING:
            self.spaced, self.at = True, self.at + width
        elif sign in "{}":
            self._emit("set" + sign, sign, width)
        elif sign == "%":
            self._emit("%", "%", width)
        elif sign == "\\":
            self._emit("row", sign, width)
        else:
            raise ParseError(f"the LaTeX command \\{sign} is not understood", self.at)

    def _text_command(self, width: int) -> None:
        match = _TEXT.match(self.text, self.at + width)
        if match is None or match[1] not in WORDS:
            raise ParseError("words inside \\text are not mathematics", self.at)
        self._emit("word", WORDS[match[1]], match.end() - self.at)

    def _environment(self, name: str, width: int) -> None:
        match = _TEXT.match(self.text, self.at + width)
        if match is None or match[1] not in ("cases", "aligned"):
            raise ParseError(f"only the environments cases and aligned are understood after \\{name}", self.at)
        self._emit(name, match[1], match.end() - self.at)
