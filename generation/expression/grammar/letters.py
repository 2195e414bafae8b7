"""What runs of letters are: declared names, functions, units behind a number, or letters side by side."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generation.expression.grammar.cursor import Known
from generation.expression.lexer import VALUE_ENDS, Token
from generation.expression.units import SPELLINGS, unit
from generation.expression.vocabulary import CONSTANTS, FUNCTIONS, MAX_JUXTAPOSED

_ALLOWED = FUNCTIONS.keys() | CONSTANTS
_LATIN = frozenset(spelling for spelling in SPELLINGS if spelling.isascii() and spelling.isalpha())
_SURE = frozenset({"cm", "mm", "km", "kg", "mg", "mL", "ml", "dL", "kL"})
"""Of two letters, and units also where nothing is known about the variables."""
_SINGLE = frozenset({"m", "g", "h", "s", "L"})
"""Of one letter, and units where the variables are declared and this is none of them."""
_NOT_BARE = frozenset({"in", "a", "t", "l"})
"""Too much like words and variables to be units outside of ``\\text``."""


def prepared(tokens: list[Token], known: Known) -> list[Token]:
    """The tokens with runs of letters told apart: ``xy`` is ``x`` times ``y``, ``3 cm`` has a unit.

    A letter is never taken for a unit where it is declared or stands elsewhere: ``3m = 2 + 2m`` is about m.
    """
    allowed = _ALLOWED
    names = known.names
    if any(not name.isalpha() for name in names) or known.functions:
        tokens = _with_digits(tokens, names | known.functions)
    result: list[Token] = []
    for token in tokens:
        if token.kind in _SPECIAL:
            return _specially(tokens, known)
        if token.kind == "name":
            text = token.text
            if len(text) == 1:
                if text in _SINGLE and names and text not in names:
                    return _specially(tokens, known)
            elif text in _LATIN:
                return _specially(tokens, known)
            elif text not in allowed and text not in names and text not in known.functions:
                _split(token, result, names)
                continue
        result.append(token)
    return result


_SPECIAL = frozenset({"upright", "unit", "integral"})


_INSIDE = re.compile(r"([A-Za-z]?)(pi|ln)([A-Za-z]?)")


def _split(token: Token, result: list[Token], names: frozenset[str]) -> None:
    """``xy`` as two letters, ``pir`` as π and r."""
    text = token.text
    if len(text) > MAX_JUXTAPOSED:
        result.append(token)  # refused by the grammar, if it is no name of a letter
        return
    inside = _INSIDE.fullmatch(text)
    whole = inside is not None and not names & set(inside[2])
    parts = [part for part in inside.groups() if part] if inside is not None and whole else list(text)
    at = 0
    for part in parts:
        result.append(Token("name", part, token.offset + at, token.spaced and not at))
        at += len(part)


def _with_digits(tokens: list[Token], names: frozenset[str]) -> list[Token]:
    """Declared names such as ``x1`` put together."""
    result: list[Token] = []
    for token in tokens:
        if token.kind == "num" and not token.spaced and result and result[-1].kind == "name":
            before = result[-1]
            if before.text + token.text in names:
                result[-1] = before._replace(text=before.text + token.text)
                continue
        result.append(token)
    return result


def _specially(tokens: list[Token], known: Known) -> list[Token]:
    """The slow way, where there may be units or differentials."""
    tokens = _Units(tokens, known).run()
    if any(token.kind == "integral" for token in tokens):
        tokens = _differentials(tokens, known)
    result: list[Token] = []
    for token in tokens:
        if token.kind == "name" and len(token.text) > 1 and not _is_name(token.text, known):
            _split(token, result, known.names)
        else:
            result.append(token)
    return result


def _is_name(text: str, known: Known) -> bool:
    return text in _ALLOWED or text in known.names or text in known.functions


class _Units:
    """Finds the units among the names."""

    def __init__(self, tokens: Sequence[Token], known: Known) -> None:
        self.tokens = tokens
        self.known = known
        found = [position for position, token in enumerate(tokens) if self._candidate(position, token)]
        self.letters = {
            letter
            for position, token in enumerate(tokens)
            if token.kind == "name" and position not in found and token.text not in _ALLOWED
            for letter in token.text
        }
        self.units = {position for position in found if self._sure(position, tokens[position])}

    def _candidate(self, position: int, token: Token, per: bool = True) -> bool:
        if position == 0 or token.text in self.known.names or token.text in self.known.functions:
            return False
        if token.kind == "name":
            if token.text not in _LATIN or token.text in _NOT_BARE or self._kind(position + 1) in ("(", "_"):
                return False
        elif token.kind != "upright" or unit(token.text) is None:
            return False
        before = self.tokens[position - 1]
        if before.kind == "/" and position > 1 and per:
            above = self.tokens[position - 2]
            return above.kind == "unit" or self._candidate(position - 2, above, per=False)
        return before.kind in VALUE_ENDS and (before.kind not in ("name", "|") or token.spaced)

    def _sure(self, position: int, token: Token) -> bool:
        if token.kind == "upright" or len(token.text) > MAX_JUXTAPOSED:
            return True
        letters = set(token.text)
        if letters & self.letters or letters & self.known.names or letters & self.known.functions:
            return False
        if self.tokens[position - 1].kind == "/":  # of km/h
            return True
        if len(token.text) == 1:
            return bool(self.known.names) and token.text in _SINGLE
        return bool(self.known.names) or len(token.text) > 2 or token.text in _SURE

    def run(self) -> list[Token]:
        result: list[Token] = []
        at = 0
        while at < len(self.tokens):
            token = self.tokens[at]
            if token.kind == "unit" or at in self.units:
                token, at = self._whole(at, token)
            else:
                if token.kind == "upright":
                    token = token._replace(kind="name")
                at += 1
            result.append(token)
        return result

    def _whole(self, at: int, token: Token) -> tuple[Token, int]:
        """The unit that starts here, with its power and what it is per: ``km/h``, ``cm^2``."""
        spelling, end = self._powered(token.text, at + 1)
        if self._kind(end) == "/" and (end + 1 in self.units or self._kind(end + 1) == "unit"):
            below, after = self._powered(self.tokens[end + 1].text, end + 2)
            if unit(f"{spelling}/{below}") is not None:
                spelling, end = f"{spelling}/{below}", after
        known = unit(spelling)
        assert known is not None
        return token._replace(kind="unit", text=known.name), end

    def _powered(self, spelling: str, end: int) -> tuple[str, int]:
        if self._kind(end) != "^":
            return spelling, end
        braced = self._kind(end + 1) == "{" and self._kind(end + 3) == "}"
        power = self.tokens[end + 2] if braced else self.tokens[end + 1] if end + 1 < len(self.tokens) else None
        if power is None or power.kind != "num" or unit(f"{spelling}^{power.text}") is None:
            return spelling, end
        return f"{spelling}^{power.text}", end + (4 if braced else 2)

    def _kind(self, position: int) -> str:
        return self.tokens[position].kind if position < len(self.tokens) else ""


def _differentials(tokens: list[Token], known: Known) -> list[Token]:
    """``dx`` behind an integral sign as one token: of ``xdx``, of ``d x``."""
    result: list[Token] = []
    open_integrals = 0
    skip = False
    for position, token in enumerate(tokens):
        if skip:
            skip = False
            continue
        open_integrals += token.kind == "integral"
        text = token.text
        after = tokens[position + 1] if position + 1 < len(tokens) else None
        if not open_integrals or token.kind != "name" or (after is not None and _in_fraction(tokens, position)):
            result.append(token)
            continue
        if text == "d" and after is not None and after.kind == "name" and "d" not in known.names:
            result.append(Token("differential", after.text, token.offset, token.spaced))
            skip, open_integrals = True, open_integrals - 1
        elif (variable := _variable(text, known)) is not None:
            if rest := text[: -len(variable) - 1]:
                result.append(token._replace(text=rest))
            result.append(Token("differential", variable, token.offset + len(rest), token.spaced and not rest))
            open_integrals -= 1
        else:
            result.append(token)
    return result


def _in_fraction(tokens: list[Token], position: int) -> bool:
    r"""``{dx}`` of ``\frac{d}{dx}``."""
    return tokens[position - 1].kind == "{" and tokens[position + 1].kind == "}"


def _variable(text: str, known: Known) -> str | None:
    """x of ``dx`` and ``xdx``."""
    if _is_name(text, known) or len(text) < 2 or len(text) > MAX_JUXTAPOSED + 2 or text[-2] != "d":
        return None
    return text[-1]
