"""What a seeded fault is, and the register of all of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from types import MappingProxyType

from generation.problem import Problem
from tests.faults.evaluation import NoValueError, UnreadableError
from tests.faults.siblings import item_of


@dataclass(frozen=True, slots=True)
class Pair:
    """A right item and the same with one fault; ``evidence`` says, from outside of the verifier, why it is one."""

    right: Problem
    broken: Problem
    evidence: str
    source: Problem | str | None = None
    """What both were made from, where the fault is to be like it."""
    in_bank: Problem | None = None
    """An item of the bank; its fingerprint is given to the verifier with the broken item."""


Seed = Callable[[Problem, Random], Pair | None]
"""Breaks a right item; None where it has nothing to break in this way, or where the fault could not be shown."""
Own = Callable[[Random], Pair | None]
"""Makes a right item and its broken twin without an item to start from."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One named way of being wrong."""

    name: str
    seed: Seed | None = None
    own: Own | None = None
    needs_choices: bool = False

    def make(self, rng: Random, items: Sequence[Problem], fruitful: set[str]) -> Pair | None:
        """One attempt, None without evidence; half of them on fresh items of the types that it worked on before."""
        try:
            if self.own is not None:
                return self.own(rng)
            assert self.seed is not None
            is_fresh = fruitful and not self.needs_choices and rng.random() < 0.5
            fresh = item_of(rng.choice(sorted(fruitful)), rng) if is_fresh else None
            return self.seed(fresh or rng.choice(items), rng)
        except (UnreadableError, NoValueError):
            return None


_REGISTER: dict[str, Fault] = {}
FAULTS: Mapping[str, Fault] = MappingProxyType(_REGISTER)
"""All faults by name; filled on import of :mod:`tests.faults.catalogue`."""


def fault(name: str, *, needs_choices: bool = False) -> Callable[[Seed], Seed]:
    """Register the decorated function as a way to break any item, or any with choices."""

    def register(seed: Seed) -> Seed:
        _add(Fault(name, seed=seed, needs_choices=needs_choices))
        return seed

    return register


def own_fault(name: str) -> Callable[[Own], Own]:
    """Register the decorated function as a fault that brings its own items."""

    def register(own: Own) -> Own:
        _add(Fault(name, own=own))
        return own

    return register


def _add(new: Fault) -> None:
    if new.name in _REGISTER:
        raise ValueError(f"two faults are named {new.name}")
    _REGISTER[new.name] = new
