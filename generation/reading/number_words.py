"""Numbers in English words: ``fifteen``, ``twenty-five``, ``two-fifths``."""

from __future__ import annotations

from fractions import Fraction

from generation.expression.tree import Expr, number

_ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_PARTS = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "hundredth": 100,
}  # fmt: skip
NUMBERS = {word: value for value, word in enumerate(_ONES)} | {
    word: 10 * (place + 2) for place, word in enumerate(_TENS)
}


def number_word(word: str) -> int | None:
    """The value of ``seven`` or ``twenty-five``.

    >>> number_word("twenty-five")
    25
    """
    if word in NUMBERS:
        return NUMBERS[word]
    tens, _, ones = word.partition("-")
    if tens in _TENS and ones in _ONES[1:10]:
        return NUMBERS[tens] + NUMBERS[ones]
    return 100 if word == "hundred" else None


def fraction_word(word: str) -> Expr | None:
    """The value of ``half`` or ``two-fifths``; None for other words."""
    top, _, part = word.rpartition("-")
    bottom = _PARTS.get(part) or _PARTS.get(part.removesuffix("s"))
    above = number_word(top) if top else 1
    return None if bottom is None or not above else number(Fraction(above, bottom))
