"""Items of the engine to break, and others of the same type to mix them with."""

from __future__ import annotations

from functools import lru_cache
from random import Random

from generation.problem import Language, Problem
from generation.symbolic.engine import problem_types, sample_problem

LANGUAGES: tuple[Language, ...] = ("ko", "en")


@lru_cache(maxsize=4)
def engine_items(per_type: int) -> tuple[Problem, ...]:
    """So many items of every problem type in each language, without choices."""
    return tuple(item for kind in problem_types() for item in items_of(kind.id, per_type, choices=False))


def items_of(type_id: str, count: int, *, choices: bool) -> tuple[Problem, ...]:
    """So many items of one type in each language; choices make an item a hundred times as dear."""
    made = (_item(type_id, seed, language, choices) for seed in range(count) for language in LANGUAGES)
    return tuple(item for item in made if item is not None)


@lru_cache(maxsize=4_096)
def _item(type_id: str, seed: int, language: Language, choices: bool = False) -> Problem | None:
    try:
        return sample_problem(type_id, seed, language=language, choices=choices)
    except ValueError:
        return None


def item_of(type_id: str, rng: Random) -> Problem | None:
    """Some item of a problem type."""
    return _item(type_id, rng.randrange(600), rng.choice(LANGUAGES))


def sibling(problem: Problem, rng: Random) -> Problem | None:
    """Another item of the same problem type and language."""
    if problem.origin is None or problem.origin.type is None:
        return None
    return _item(problem.origin.type, rng.randrange(40), problem.language)
