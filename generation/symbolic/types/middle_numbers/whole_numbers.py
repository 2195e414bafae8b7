"""Primes, divisors and multiples of small numbers, by counting."""

from __future__ import annotations

from collections.abc import Mapping
from math import prod

from generation.symbolic.told import Slot, UnfitError, rational, text

LIMIT = 10_000


def whole(slot: object, low: int = 2, high: int = LIMIT) -> int:
    """A slot as a whole number. Raises UnfitError where it is none or out of bounds."""
    if not isinstance(slot, int) or not low <= slot <= high:
        raise UnfitError(f"a whole number from {low} to {high}")
    return slot


def whole_product(slot: Slot, low: int = 6, high: int = 20_000) -> int:
    """The number that a product of powers of primes is, primes in order. Raises UnfitError for anything else."""
    number = rational(slot)
    if isinstance(slot, int) or number.denominator > 1 or not low <= number <= high:
        raise UnfitError("a product of powers of primes")
    if text(slot) != power_text(prime_powers(int(number))):
        raise UnfitError("primes in order, each once")
    return int(number)


def prime_powers(number: int) -> dict[int, int]:
    """The exponent of each prime, primes in order."""
    found: dict[int, int] = {}
    prime = 2
    while number > 1:
        while number % prime == 0:
            number //= prime
            found[prime] = found.get(prime, 0) + 1
        prime += 1
    return found


def power_text(powers: Mapping[int, int]) -> str:
    """``2^3*5`` of the exponents of the primes."""
    return "*".join(f"{prime}^{n}" if n > 1 else str(prime) for prime, n in powers.items())


def divisor_count(number: int) -> int:
    """How many divisors a number has."""
    return prod(n + 1 for n in prime_powers(number).values())


def factored_text(number: int) -> str:
    """``$60=2^{2}\\times 3\\times 5$`` for the words of a solution."""
    powers = power_text(prime_powers(number)).replace("*", "\\times ")
    return f"${number}$" if powers == str(number) else f"${number}={powers}$"
