r"""Numbers as they are written: decimals, repeating decimals, thousands with commas, ``100만``.

The text of a number is plain (``12.5``), or has the digits that repeat in brackets (``0.1(6)``).
"""

from __future__ import annotations

import re
from fractions import Fraction

from generation.expression.errors import BudgetError, ParseError
from generation.expression.tree import Num

MAX_DIGITS = 40
"""No school number is longer; it keeps exact arithmetic on one literal cheap."""

_DOT, _BAR = "\u0307", "\u0305"
_LATEX_DOTS = re.compile(
    r"([0-9]*)\.([0-9]*)\s*\\dot\s*(?:\{\s*([0-9])\s*\}|([0-9]))"
    r"(?:([0-9]*)\s*\\dot\s*(?:\{\s*([0-9])\s*\}|([0-9])))?"
)
_LATEX_BAR = re.compile(r"([0-9]*)\.([0-9]*)\s*\\overline\s*\{\s*([0-9]+)\s*\}")
_DOTS = re.compile(rf"([0-9]*)\.([0-9]*)([0-9]){_DOT}(?:([0-9]*)([0-9]){_DOT})?")
_BARS = re.compile(rf"([0-9]*)\.([0-9]*?)((?:[0-9]{_BAR})+)")
_MARKS = re.compile(rf"[0-9]*\.[0-9]*\s*(?:\\dot|\\overline|{_DOT}|{_BAR})")
_GROUPED = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?![0-9,.])|[0-9]{1,3}(?:\{,\}[0-9]{3})+(?![0-9])")
_SCALES = {"억": 10**8, "만": 10**4, "천": 1000, "백": 100}
_SCALED = re.compile(r"([0-9]+(?:\.[0-9]+)?)\s?(천|백)?(억|만)|([0-9]+(?:\.[0-9]+)?)\s?(천|백)")


def repeating(text: str, at: int) -> tuple[str, int] | None:
    r"""A repeating decimal here (``0.1\dot{6}``, ``0.\overline{12}``, ``0.3̇``) as ``0.1(6)``, and where it ends."""
    if _MARKS.match(text, at) is None:
        return None
    if match := _LATEX_DOTS.match(text, at):
        first, middle, last = match[3] or match[4], match[5], match[6] or match[7]
        period = first if last is None else first + middle + last
    elif match := _DOTS.match(text, at):
        middle, last = match[4], match[5]
        period = match[3] if last is None else match[3] + middle + last
    elif match := _LATEX_BAR.match(text, at):
        period = match[3]
    elif match := _BARS.match(text, at):
        period = match[3].replace(_BAR, "")
    else:
        raise ParseError("a repeating decimal that cannot be read", at)
    if text[match.end() : match.end() + 1].isdigit() or repeating_mark(text, match.end()):
        raise ParseError("nothing stands behind the digits that repeat", match.end())
    return f"{match[1] or '0'}.{match[2]}({period})", match.end()


def repeating_mark(text: str, at: int) -> bool:
    """Whether a mark over a digit stands here."""
    return text.startswith((_DOT, _BAR, r"\dot", r"\overline"), at)


def grouped(text: str, at: int) -> tuple[str, int] | None:
    """Digits in groups of three (``1,500``), and where they end; whether it is one number, what follows has to say."""
    match = _GROUPED.match(text, at)
    return (match[0].replace("{", "").replace("}", "").replace(",", ""), match.end()) if match else None


def scaled(text: str, at: int) -> tuple[str, int] | None:
    """``100만``, ``3억 5000만``, ``1만 5천`` here as digits, and where it ends."""
    total, least, end = Fraction(0), 10**16, at
    while match := _SCALED.match(text, end if end == at else _skip(text, end)):
        count, inner, outer = match[1] or match[4], match[2] or match[5], match[3]
        scale = _SCALES.get(inner, 1) * _SCALES.get(outer, 1)
        unit = _SCALES[outer or inner]
        value = Fraction(count) * scale
        if value >= least or value.denominator != 1:
            return None
        total, least, end = total + value, unit, match.end()
    if end == at:
        return None
    if rest := re.compile(r" ?([0-9]{1,4})(?![0-9.,만억천백])").match(text, end):
        if int(rest[1]) >= least:
            return None
        total, end = total + int(rest[1]), rest.end()
    return str(total), end


def _skip(text: str, at: int) -> int:
    return at + 1 if text[at : at + 1] == " " else at


def number(text: str, offset: int) -> Num:
    """The number that a token's text is. Raises BudgetError."""
    if len(text) > MAX_DIGITS:
        raise BudgetError(f"a number of {len(text)} digits; at most {MAX_DIGITS} are read")
    whole, dot, decimals = text.partition(".")
    if not dot:
        return Num(Fraction(int(text)))
    if not text.endswith(")"):
        return Num(Fraction(int(whole + decimals), 10 ** len(decimals)), len(decimals))
    before, _, period = decimals[:-1].partition("(")
    digits = len(before) + len(period)
    value = Fraction(int(whole + before or "0")) + Fraction(int(period), 10 ** len(period) - 1)
    return Num(value / 10 ** len(before), digits, len(period))
