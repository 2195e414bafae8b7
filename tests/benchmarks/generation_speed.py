"""Items generated, and generated and verified, per second on one core, over all problem types, with five choices.

The reference in the same run is SymPy solving the same models: what it costs to compute the answers alone with a CAS.
"""

from __future__ import annotations

import re
import time
from collections import Counter
from typing import Any

import sympy

from generation.problem import Problem
from generation.symbolic.engine import sample_problem
from generation.symbolic.problem_type import PROBLEM_TYPES
from generation.verify.verifier import verify
from tests.benchmarks._bar import Bar

ITEMS_PER_TYPE = 2


def measure() -> dict[str, object]:
    """Rates per second of process time, warm; how the verdicts fall, and the types that give nothing or are refused."""
    sampled, failed = _sampled(range(1))
    for problem in sampled:
        verify(problem)
    start = time.process_time()
    problems, more_failed = _sampled(range(1, ITEMS_PER_TYPE + 1))
    generated_s = time.process_time() - start
    start = time.process_time()
    verdicts = [verify(problem).verdict for problem in problems]
    verified_s = time.process_time() - start
    refused = Counter(
        str(problem.origin and problem.origin.type)
        for problem, verdict in zip(problems, verdicts, strict=True)
        if verdict not in ("proved", "corroborated")
    )
    count = len(problems)
    return {
        "types": len(PROBLEM_TYPES),
        "items": count,
        "verdicts": dict(Counter(verdicts)),
        "types that give no item": dict(failed | more_failed),
        "types with items refused": dict(refused),
        "generated per second": round(count / generated_s, 1),
        "verified per second": round(count / verified_s, 1),
        "generated and verified per second": round(count / (generated_s + verified_s), 1),
        **_beside_sympy(problems),
    }


def bars(figures: dict[str, Any]) -> list[Bar]:
    """Every type gives items, and the verifier releases them."""
    released = sum(figures["verdicts"].get(verdict, 0) for verdict in ("proved", "corroborated"))
    return [
        Bar("problem types that give no item", len(figures["types that give no item"]), most=0,
            note=f"of {figures['types']}; by name in bench.json"),
        Bar("items of the engine that the verifier releases", round(100 * released / figures["items"], 1), unit="%",
            note=f"of {figures['items']}; the others are never handed out"),
        Bar("items generated and verified per CPU second", figures["generated and verified per second"],
            note="one core"),
        Bar("generating and verifying / SymPy computing the answer alone", figures[_BESIDE], unit="times",
            note="items whose model SymPy solves"),
    ]  # fmt: skip


def _sampled(seeds: range) -> tuple[list[Problem], dict[str, str]]:
    problems: list[Problem] = []
    failed: dict[str, str] = {}
    for type_id in PROBLEM_TYPES:
        try:
            problems += [sample_problem(type_id, seed) for seed in seeds]
        except (ValueError, TypeError, ArithmeticError, LookupError) as error:
            failed[type_id] = f"{type(error).__name__}: {error}"[:100]
    return problems, failed


_BESIDE = "generate and verify / SymPy computing the answer alone"


def _beside_sympy(problems: list[Problem]) -> dict[str, object]:
    """The ratio over the items whose model SymPy can solve as it stands: the others have no reference."""
    solvable: list[Problem] = []
    sympy_s = 0.0
    for problem in problems:
        if problem.model.define or problem.model.ask.kind not in ("solve", "form", "value"):
            continue
        if problem.model.ask.kind != "solve" and problem.model.given:
            continue
        start = time.process_time()
        try:
            _solved_by_sympy(problem)
        except Exception:  # noqa: BLE001 - whatever it cannot do is left out on both sides
            continue
        sympy_s += time.process_time() - start
        solvable.append(problem)
    start = time.process_time()
    for problem in solvable:
        assert problem.origin is not None
        assert problem.origin.type is not None
        sample_problem(problem.origin.type, ITEMS_PER_TYPE + 1)
        verify(problem)
    own_s = time.process_time() - start
    return {"items that SymPy solves": len(solvable), _BESIDE: round(own_s / sympy_s, 2)}


def _solved_by_sympy(problem: Problem) -> object:
    """The answer alone, by the CAS. The text is our own, generated in this process."""
    ask = problem.model.ask
    if ask.kind != "solve":
        expression = _sympy(ask.of or "0")
        return sympy.factor(expression) if ask.form == "factored" else sympy.simplify(sympy.expand(expression))
    relations = []
    for text in problem.model.given:
        for op, build in (("<=", sympy.Le), (">=", sympy.Ge), ("<", sympy.Lt), (">", sympy.Gt), ("=", sympy.Eq)):
            if op in text:
                left, right = text.split(op)
                relations.append(build(_sympy(left), _sympy(right)))
                break
    return sympy.solve(relations, [sympy.Symbol(name) for name in ask.unknowns])


def _sympy(text: str) -> sympy.Expr:
    from sympy.parsing.sympy_parser import (  # trusted text only: it runs code
        convert_xor,
        implicit_multiplication,
        parse_expr,
        standard_transformations,
    )

    plain = text.replace("÷", "/")
    for whole, fraction in _mixed_numbers(plain):
        plain = plain.replace(whole, fraction)
    return parse_expr(plain, transformations=(*standard_transformations, convert_xor, implicit_multiplication))


def _mixed_numbers(text: str) -> list[tuple[str, str]]:
    return [(m[0], f"({m[1]}+{m[2]})") for m in re.finditer(r"(\d+) (\d+/\d+)", text)]
