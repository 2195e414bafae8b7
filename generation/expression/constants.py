"""Constants other than square roots of integers: the names under which they stand in a monomial, and their relations.

=========  ====================================================  ==========================
name       stands for                                            exponents
=========  ====================================================  ==========================
``π``      π                                                     any integer
``ℯ``      e^(1/GRAIN)                                           any integer
``ln 2``   the natural logarithm of a prime                      any integer
``ln 3+1√5``  the logarithm of a surd                            any integer
``√2``     2^(1/GRAIN), for each prime                           1 … GRAIN-1, not GRAIN/2
``√(2+1√2)``  the square root of a surd                          1
``㏑10``    the logarithm of a rational that is no prime power    below 0
=========  ====================================================  ==========================

Roots of primes with different exponents below 1 are linearly independent over the rationals (Besicovitch 1940), and
logarithms of primes over the algebraic numbers (Baker 1966). For products of logarithms and for nested roots the
relations here are sound but not complete: that two such numbers differ is shown by enclosing them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import lru_cache

from generation.expression.errors import BudgetError

Monomial = tuple[tuple[str, int], ...]
Key = tuple[int, Monomial]
PI, E = "π", "ℯ"
GRAIN = 2520
"""Roots up to the tenth have whole exponents in this unit."""
RELATED = "√"
"""Names from here on have relations; they sort behind all others, so that the last name of a monomial tells."""
MAX_FACTOR = 100_000
"""Primes are looked for up to here, by trial division."""
_NESTED = re.compile(r"√\((-?[0-9]+)\+([0-9]+)√([0-9]+)\)")
_LOG_OF_SURD = re.compile(r"ln (-?[0-9]+)\+([0-9]+)√([0-9]+)")


def is_constant(name: str) -> bool:
    """Whether a name in a monomial is one of these constants, not a variable."""
    return name[0] > "~" or " " in name


def decisive(names: Iterable[str]) -> bool:
    """Whether numbers of these constants are equal only where they are written alike.

    Square roots and roots of primes are linearly independent, and π alone or e alone is transcendental over them.
    """
    constants = [name for name in names if is_constant(name)]
    if not constants:
        return True
    others = {name for name in constants if root_prime(name) is None}
    return others in (set(), {PI}, {E})


def root_name(prime: int) -> str:
    """The name of prime^(1/GRAIN)."""
    return f"√{prime}"


def nested_name(a: int, b: int, m: int) -> str:
    """The name of √(a + b√m)."""
    return f"√({a}+{b}√{m})"


def log_name(prime: int) -> str:
    """The name of ln p."""
    return f"ln {prime}"


def surd_log_name(a: int, b: int, m: int) -> str:
    """The name of ln(a + b√m)."""
    return f"ln {a}+{b}√{m}"


def ratio_log_name(value: Fraction) -> str:
    """The name of ln of a rational above 1."""
    return f"㏑{value}"


def root_prime(name: str) -> int | None:
    """The prime of ``√p``, else None."""
    return int(name[1:]) if name[0] == "√" and name[1] != "(" else None


def nested(name: str) -> tuple[int, int, int] | None:
    """``(a, b, m)`` of √(a + b√m), else None."""
    return _three(_NESTED, name)


def log_prime(name: str) -> int | None:
    """The prime of ``ln p``, else None."""
    return int(name[3:]) if name.startswith("ln ") and name[3:].isdigit() else None


def surd_log(name: str) -> tuple[int, int, int] | None:
    """``(a, b, m)`` of ln(a + b√m), else None."""
    return _three(_LOG_OF_SURD, name)


def ratio_log(name: str) -> Fraction | None:
    """The rational of ``㏑q``, else None."""
    return Fraction(name[1:]) if name[0] == "㏑" else None


def _three(pattern: re.Pattern[str], name: str) -> tuple[int, int, int] | None:
    match = pattern.fullmatch(name)
    return (int(match[1]), int(match[2]), int(match[3])) if match else None


@lru_cache(maxsize=4096)
def prime_exponents(value: Fraction) -> dict[int, int]:
    """The exponents of the primes in a positive rational. Raises BudgetError where factors are too large to find.

    >>> prime_exponents(Fraction(8, 9))
    {2: 3, 3: -2}
    """
    found: dict[int, int] = {}
    for part, direction in ((value.numerator, 1), (value.denominator, -1)):
        for prime in _primes(part):
            found[prime] = found.get(prime, 0) + direction
    return found


def _primes(value: int) -> Iterator[int]:
    divisor = 2
    while divisor * divisor <= value:
        if divisor > MAX_FACTOR:
            raise BudgetError(f"an integer with prime factors above {MAX_FACTOR}")
        if value % divisor:
            divisor += 1
        else:
            value //= divisor
            yield divisor
    if value > 1:
        yield value


@lru_cache(maxsize=2048)
def reduced(root: int, monomial: Monomial) -> tuple[tuple[Key, Fraction], ...]:
    """A product of constants and variables as a sum in normal form."""
    factor, root, monomial = _roots_merged(root, monomial)
    exponents = dict(monomial)
    for name, exponent in monomial:
        if exponent > 1 and (surd := nested(name)) is not None:
            a, b, m = surd
            exponents[name] -= 2
            return _times_sum(factor, root, exponents, [(Fraction(a), 1, {}), (Fraction(b), m, {})])
        if exponent < 0 and (value := ratio_log(name)) is not None:
            parts = prime_exponents(value)
            largest = max(parts)
            if exponents.get(log_name(largest), 0) > 0:
                exponents[log_name(largest)] -= 1
                exponents[name] += 1
                scale = Fraction(1, parts[largest])
                others = [(-scale * e, 1, {log_name(p): 1, name: -1}) for p, e in parts.items() if p != largest]
                return _times_sum(factor, root, exponents, [(scale, 1, {}), *others])
    return (((root, monomial), factor),)


def _roots_merged(root: int, monomial: Monomial) -> tuple[Fraction, int, Monomial]:
    """Each prime in one place only: below the square root, or with another broken exponent."""
    factor, kept = Fraction(1), []
    for name, exponent in monomial:
        prime = root_prime(name)
        if prime is not None:
            if root % prime == 0:
                root, exponent = root // prime, exponent + GRAIN // 2
            whole, exponent = divmod(exponent, GRAIN)
            factor *= Fraction(prime) ** whole
            if exponent == GRAIN // 2:
                root, exponent = root * prime, 0
        if exponent:
            kept.append((name, exponent))
    return factor, root, tuple(kept)


def _times_sum(
    factor: Fraction, root: int, exponents: dict[str, int], parts: list[tuple[Fraction, int, dict[str, int]]]
) -> tuple[tuple[Key, Fraction], ...]:
    """A product times a sum of ``(coefficient, radicand, exponents)``, each term brought to normal form."""
    total: dict[Key, Fraction] = {}
    for coefficient, radicand, extra in parts:
        outside, inside = times_roots(root, radicand)
        names = {**exponents}
        for name, exponent in extra.items():
            names[name] = names.get(name, 0) + exponent
        monomial = tuple(sorted((name, exponent) for name, exponent in names.items() if exponent))
        for key, c in reduced(inside, monomial):
            total[key] = total.get(key, Fraction(0)) + c * coefficient * outside * factor
    return tuple((key, c) for key, c in total.items() if c)


def times_roots(a: int, b: int) -> tuple[int, int]:
    """√a·√b as (integer, radicand), for square-free a and b; -1 is the square of i.

    >>> times_roots(-2, -6)
    (-2, 3)
    """
    common = _gcd(a, b)
    return (-common if a < 0 and b < 0 else common), a * b // (common * common)


def _gcd(a: int, b: int) -> int:
    while b:
        a, b = b, a % b
    return abs(a)
