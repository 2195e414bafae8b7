"""Sampled numbers, letters and formulas for wordings: what matters is their look, not their meaning."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

_PLACE = re.compile(r"@([a-z]+)")
Sampler = Callable[[Random], str]


def fill(wording: str, rng: Random) -> str:
    """A wording with its places filled; raises ``KeyError`` for an unknown name.

    >>> fill("$@x^2=@n$", Random(1))
    '$x^2=11$'
    """
    return _PLACE.sub(lambda match: SAMPLERS[match[1]](rng), wording)


def _number(rng: Random) -> str:
    return str(rng.randint(2, 12))


def _signed(rng: Random) -> str:
    """``+3`` or ``-3``: a term that follows another."""
    return f"{rng.choice('+-')}{rng.randint(1, 9)}"


def _coefficient(rng: Random) -> str:
    return rng.choice(("", "", "2", "3", "4", "5"))


def _fraction(rng: Random) -> str:
    return rf"\frac{{{rng.randint(1, 9)}}}{{{rng.randint(2, 9)}}}"


def _negative(rng: Random) -> str:
    return f"(-{rng.randint(2, 9)})"


def _letter(rng: Random) -> str:
    return rng.choice("xxxay")


def _linear(rng: Random) -> str:
    return f"{_coefficient(rng)}x{_signed(rng)}"


def _linear_two(rng: Random) -> str:
    return f"{_coefficient(rng)}x{rng.choice('+-')}{_coefficient(rng)}y"


def _quadratic(rng: Random) -> str:
    return f"{_coefficient(rng)}x^2{rng.choice('+-')}{rng.randint(2, 9)}x{_signed(rng)}"


def _cubic(rng: Random) -> str:
    return (
        f"{_coefficient(rng)}x^3{rng.choice('+-')}{rng.randint(2, 9)}x^2{rng.choice(('', '+x', '-2x'))}{_signed(rng)}"
    )


def _product(rng: Random) -> str:
    return f"({_linear(rng)})({_linear(rng)})"


def _surd(rng: Random) -> str:
    return rf"{rng.choice(('', '', '2', '3'))}\sqrt{{{rng.choice((2, 3, 5, 6, 8, 12, 18, 20, 27, 50))}}}"


def _power(rng: Random) -> str:
    return f"{rng.choice('axyb')}^{rng.randint(2, 9)}"


SAMPLERS: dict[str, Sampler] = {
    "n": _number,
    "m": lambda rng: str(rng.randint(11, 99)),
    "s": _signed,
    "k": _coefficient,
    "q": _fraction,
    "g": _negative,
    "d": lambda rng: f"{rng.randint(0, 9)}.{rng.randint(1, 99)}",
    "x": _letter,
    "lin": _linear,
    "ltwo": _linear_two,
    "quad": _quadratic,
    "cub": _cubic,
    "prod": _product,
    "surd": _surd,
    "pow": _power,
    "ineq": lambda rng: rng.choice((r"<", r">", r"\le", r"\ge")) + " ",
    "pm": lambda rng: rng.choice("+-"),
}
"""By the name used in ``wordings/*.txt``. ``@ltwo`` must not be written ``@lin2``: names end at a digit."""
