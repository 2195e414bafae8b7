"""Random arithmetic written three ways: school infix, LaTeX and Python; no part of the parser is used."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

LETTERS = ("x", "y")
_DOT = "\u0307"


class Text(NamedTuple):
    """One expression in three notations."""

    infix: str
    latex: str
    python: str


def expression(rng: Random, depth: int = 2) -> Text:
    """A sum of one to three terms, with signs in front of them."""
    sign = rng.choice(["", "", "-"])
    total = _prefixed(sign, _term(rng, depth))
    for _ in range(rng.randrange(3)):
        space = rng.choice(["", " "])
        operator = rng.choice("+-")
        term = _prefixed(rng.choice(["", "", "", "-"]), _term(rng, depth))
        total = Text(*(left + space + operator + space + right for left, right in zip(total, term, strict=True)))
    return total


def _prefixed(sign: str, text: Text) -> Text:
    return Text(*(sign + part for part in text))


def _term(rng: Random, depth: int) -> Text:
    total = _quotient(rng, depth)
    for _ in range(rng.choice([0, 0, 1, 1, 2])):
        times = rng.random() < 0.5
        part = _quotient(rng, depth) if times else _divisor(rng, depth)
        if rng.random() < 0.15:
            part = _prefixed("-", part)
        if times:
            signs, after = ("*", r" \times ", "*"), part
        else:
            signs, after = (" ÷ ", r" \div ", "/"), part._replace(python=f"({part.python})")
        total = Text(*(left + sign + right for left, sign, right in zip(total, signs, after, strict=True)))
    return total


def _divisor(rng: Random, depth: int) -> Text:
    """What is divided by: a fraction bar binds tighter than ÷, and so do letters behind a number."""
    above = _factor(rng, depth, first=True)
    kind = rng.random()
    if kind < 0.2:
        return Text(f"3{above.infix}", f"3{above.latex}", f"3*{above.python}") if above.infix[0] in LETTERS else above
    if kind < 0.4:
        below = _factor(rng, depth, first=True)
        latex = rf"\frac{{{above.latex}}}{{{below.latex}}}"
        return Text(f"{above.infix}/{below.infix}", latex, f"{above.python}/{below.python}")
    return above


def _quotient(rng: Random, depth: int) -> Text:
    above = _chunk(rng, depth)
    if rng.random() < 0.7:
        return above
    below = _factor(rng, depth, first=True)
    return Text(
        f"{above.infix}/{below.infix}", rf"\frac{{{above.latex}}}{{{below.latex}}}", f"{above.python}/{below.python}"
    )


def _chunk(rng: Random, depth: int) -> Text:
    """Factors side by side, which bind tighter than signs."""
    if rng.random() < 0.1:
        return _mixed(rng)
    parts = [_factor(rng, depth, first=True)]
    for _ in range(rng.choice([0, 0, 1, 1, 2])):
        parts.append(_factor(rng, depth, first=False))
    if len(parts) == 1:
        return parts[0]
    infix, latex = "".join(part.infix for part in parts), "".join(part.latex for part in parts)
    return Text(infix, latex, f"({'*'.join(part.python for part in parts)})")


def _mixed(rng: Random) -> Text:
    whole, top = rng.randint(1, 9), rng.randint(1, 4)
    bottom = rng.randint(top + 1, 9)
    return Text(f"{whole} {top}/{bottom}", rf"{whole}\frac{{{top}}}{{{bottom}}}", f"({whole}+{top}/{bottom})")


def _factor(rng: Random, depth: int, *, first: bool) -> Text:
    base = _number(rng) if first and rng.random() < 0.6 else _letter_or_group(rng, depth)
    if rng.random() < 0.25:
        exponent = rng.choice(["2", "3", "2", "-1", "-2", "(1+1)", "0"])
        braced = exponent.strip("()")
        return Text(f"{base.infix}^{exponent}", f"{base.latex}^{{{braced}}}", f"{base.python}**{exponent}")
    return base


def _letter_or_group(rng: Random, depth: int) -> Text:
    if depth == 0 or rng.random() < 0.55:
        letter = rng.choice(LETTERS)
        return Text(letter, letter, letter)
    inner = expression(rng, depth - 1)
    left, right = rng.choice([("(", ")"), (r"\left(", r"\right)")])
    return Text(f"({inner.infix})", f"{left}{inner.latex}{right}", f"({inner.python})")


def _number(rng: Random) -> Text:
    kind = rng.random()
    if kind < 0.7:
        text = str(rng.randint(0, 20))
        return Text(text, text, text)
    if kind < 0.85:
        text = f"{rng.randint(0, 9)}.{rng.randint(0, 99)}"
        return Text(text, text, text)
    whole, before, period = rng.randint(0, 9), rng.choice(["", "1", "05"]), str(rng.randint(1, 98))
    dots = period + _DOT if len(period) == 1 else period[0] + _DOT + period[1] + _DOT
    latex = rf"\overline{{{period}}}" if rng.random() < 0.5 else "".join(rf"\dot{{{digit}}}" for digit in period)
    top = int(f"{whole}{before}{period}") - int(f"{whole}{before}")
    bottom = (10 ** len(period) - 1) * 10 ** len(before)
    return Text(f"{whole}.{before}{dots}", f"{whole}.{before}{latex}", f"({top}/{bottom})")
