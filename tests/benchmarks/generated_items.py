"""Items of all problem types: right by an independent judge, distinct, clean, well worded, and fast enough.

One request of 100 per type, in parallel processes. The judge is `tests/acceptance/independent.py`, which shares no code
with engine or verifier; no CAS takes part.
"""

from __future__ import annotations

import json
import re
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from fractions import Fraction
from itertools import chain
from random import Random
from typing import Any

from generation.problem import Problem
from generation.symbolic.engine import Request, propose, sample_problem
from generation.symbolic.identity import canonical
from generation.symbolic.problem_type import PROBLEM_TYPES
from generation.symbolic.recognition import recognise
from generation.verify.verifier import verify
from tests.acceptance.independent import fault
from tests.acceptance.solutions import NotJudgedError
from tests.benchmarks._bar import Bar
from tests.benchmarks._korean_reading import particle_errors

PER_REQUEST = 100
JUDGED_PER_TYPE = 75
JUDGED = 20_000
CLEAN = 10_000
SENTENCES_PER_TYPE = 6
PROCESSES = 4
WALKED = 1_000
"""Draws of a type without a new item, at the least, after which the walk through it has seen all that exist."""
_MIDDLE, _HIGH = (10**4, 10**9, 10**4), (10**7, 10**10, 10**4)
"""Largest denominator, whole number and radicand of an answer, for middle and for high school."""


def measure() -> dict[str, object]:
    """Counts over all types, then rates of one warm process."""
    with ProcessPoolExecutor(PROCESSES) as pool:
        parts = list(pool.map(_of_type, PROBLEM_TYPES, chunksize=4))
    judged = sum(part["judged"] for part in parts)
    items = sum(part["items"] for part in parts)
    return {
        "types": len(parts),
        "items judged": judged,
        "items that are wrong": list(chain.from_iterable(part["wrong"] for part in parts)),
        "types that are not judged": sorted({part["type"] for part in parts if part["not judged"]}),
        "items of requests of 100": items,
        "duplicates within a request": sum(part["duplicates"] for part in parts),
        "types with fewer than 100": {part["type"]: part["items"] for part in parts if part["items"] < PER_REQUEST},
        "types that give fewer than exist": {
            part["type"]: [part["items"], part["existing"]] for part in parts if part["items"] < part["existing"]
        },
        "answers that are not clean": list(chain.from_iterable(part["unclean"] for part in parts)),
        "clean answers in percent": round(100 * (1 - sum(len(part["unclean"]) for part in parts) / items), 2),
        "statements read": sum(part["statements"] for part in parts),
        "particle errors": list(chain.from_iterable(part["particles"] for part in parts)),
        **_rates(),
    }


def bars(figures: dict[str, Any]) -> list[Bar]:
    """What the engine promises of every item."""
    fewer = figures["types with fewer than 100"]
    return [
        Bar("items judged by an independent check", figures["items judged"], least=JUDGED),
        Bar("of these, wrong", len(figures["items that are wrong"]), most=0),
        Bar("types not judged", len(figures["types that are not judged"]), most=0, note=f"of {figures['types']}"),
        Bar("duplicates within requests of 100", figures["duplicates within a request"], most=0),
        Bar("types that give neither 100 nor all that exist", len(figures["types that give fewer than exist"]), most=0,
            note=f"{len(fewer)} types have fewer than 100 items, counted by a walk through their draws; in bench.json"),
        Bar("clean answers", figures["clean answers in percent"], least=99, unit="%",
            note=f"of {figures['items of requests of 100']}"),
        Bar("Korean particle errors", len(figures["particle errors"]), most=0,
            note=f"in {figures['statements read']} statements"),
        Bar("items generated and verified per CPU second", figures["generated and verified per second"], least=150,
            note="one core, all types, five choices"),
        Bar("99th percentile of a request for 5, verified", figures["p99 of a request for 5"], most=250, unit="ms",
            note=f"CPU time, {figures['requests for 5']} requests over all types, warm"),
    ]  # fmt: skip


def _of_type(type_id: str) -> dict[str, Any]:
    """One request of 100, judged."""
    source = sample_problem(type_id, 7, choices=False)
    found = propose(Request(source.model, count=PER_REQUEST, statement=source.statement, seed=7))
    result: dict[str, Any] = {"type": type_id, "items": len(found), "judged": 0, "not judged": 0, "wrong": []}
    bodies = [problem.to_json() for problem in found]
    for body in bodies[:JUDGED_PER_TYPE]:
        try:
            reason = fault(body)
        except NotJudgedError:
            result["not judged"] += 1
            continue
        result["judged"] += 1
        if reason is not None:
            result["wrong"].append(f"{type_id}: {json.dumps(body['model'])} {body['answer']['values']}: {reason}")
    models = {json.dumps([body["model"], body["answer"]["values"]], sort_keys=True) for body in bodies}
    unclean = [body for body in bodies if not _clean(body)]
    statements = [sample_problem(type_id, 100 + seed, choices=False).statement for seed in range(SENTENCES_PER_TYPE)]
    return result | {
        "existing": PER_REQUEST if len(found) >= PER_REQUEST else _existing(type_id, source),
        "duplicates": len(bodies) - len(models),
        "unclean": [f"{type_id}: {body['answer']['values']}" for body in unclean],
        "statements": len(statements),
        "particles": [f"{type_id}: {error}" for text in statements for error in particle_errors(text)],
    }


def _existing(type_id: str, source: Problem) -> int:
    """How many items other than the source a type has, found by drawing until nothing new comes; at most 100."""
    kind, rng = PROBLEM_TYPES[type_id], Random(f"walk through {type_id}")
    known = {canonical(source.model)}
    without = 0
    while without < max(WALKED, 40 * len(known)) and len(known) <= PER_REQUEST:
        before = len(known)
        known.add(canonical(kind.model(kind.sample(rng))))
        without = 0 if len(known) > before else without + 1
    return len(known) - 1


def _clean(body: dict[str, Any]) -> bool:
    """By the policy for the school of the standard, read off the text of the key."""
    denominator, whole, radicand = _MIDDLE if str(body["standard"]).startswith("[9") else _HIGH
    values = body["answer"]["values"]
    for text in chain.from_iterable([value] if isinstance(value, str) else value.values() for value in values):
        below = [int(n) for n in re.findall(r"/\s*(\d+)", text)]
        inside = [int(n) for n in re.findall(r"sqrt\((\d+)\)", text)]
        numbers = [Fraction(n) for n in re.findall(r"\d+(?:\.\d+)?", text)]
        places = [len(n) for n in re.findall(r"\.(\d+)", text)]
        if max(below, default=0) > denominator or max(inside, default=0) > radicand:
            return False
        if max(numbers, default=0) > whole or max(places, default=0) > 6:
            return False
    return True


def _rates() -> dict[str, object]:
    for type_id in PROBLEM_TYPES:
        source = sample_problem(type_id, 0)
        verify(source)
        recognise(source.model)
    start = time.process_time()
    verdicts = [verify(sample_problem(type_id, seed)).verdict for type_id in PROBLEM_TYPES for seed in (1, 2)]
    seconds = time.process_time() - start
    requests = sorted(_request_for_five(sample_problem(type_id, 3)) for type_id in PROBLEM_TYPES)
    return {
        "generated and verified per second": round(len(verdicts) / seconds, 1),
        "items that the verifier does not release": sum(v not in ("proved", "corroborated") for v in verdicts),
        "requests for 5": len(requests),
        "median of a request for 5": _percentile(requests, 50),
        "p99 of a request for 5": _percentile(requests, 99),
    }


def _request_for_five(source: Problem) -> float:
    """Milliseconds of CPU time."""
    start = time.process_time()
    for problem in propose(Request(source.model, count=5, statement=source.statement, choices=True, seed=3)):
        verify(problem)
    return 1_000 * (time.process_time() - start)


def _percentile(ascending: Sequence[float], percent: int) -> float:
    return round(ascending[min(len(ascending) - 1, len(ascending) * percent // 100)], 1)
