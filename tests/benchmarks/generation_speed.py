"""Items generated, and generated and verified, per second on one core, over all problem types, with five choices.

The reference in the same run is SymPy solving the same models: what it costs to compute the answers alone with a CAS.
"""

from __future__ import annotations

import re
import time
from collections import Counter

import sympy

from generation.problem import Problem
from generation.symbolic.engine import sample_problem
from generation.symbolic.problem_type import PROBLEM_TYPES
from generation.verify.verifier import verify

ITEMS_PER_TYPE = 15


def measure() -> dict[str, object]:
    """Rates per second of process time, warm; and how the verdicts fall."""
    for type_id in PROBLEM_TYPES:
        verify(sample_problem(type_id, 0))
    start = time.process_time()
    problems = [sample_problem(type_id, seed) for type_id in PROBLEM_TYPES for seed in range(1, ITEMS_PER_TYPE + 1)]
    generated_s = time.process_time() - start
    start = time.process_time()
    verdicts = Counter(verify(problem).verdict for problem in problems)
    verified_s = time.process_time() - start
    start = time.process_time()
    for problem in problems:
        _solved_by_sympy(problem)
    sympy_s = time.process_time() - start
    count = len(problems)
    return {
        "types": len(PROBLEM_TYPES),
        "items": count,
        "verdicts": dict(verdicts),
        "generated per second": round(count / generated_s, 1),
        "verified per second": round(count / verified_s, 1),
        "generated and verified per second": round(count / (generated_s + verified_s), 1),
        "generate and verify / SymPy computing the answer alone": round((generated_s + verified_s) / sympy_s, 2),
    }


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
