"""The shipped sample notes are right mathematics: every key is computed again, every student's answer is wrong.

The reading of formulas here is for the project's own file only; it is no parser for text from outside.
"""

from __future__ import annotations

import json
import re
from importlib import resources
from typing import Any

import pytest
import sympy

NOTES = [
    json.loads(line)
    for line in (resources.files("ingest") / "samples" / "notes.jsonl").read_text(encoding="utf-8").splitlines()
]
SYMBOLS = {name: sympy.Symbol(name, real=True) for name in "axy"}


def read(latex: str) -> Any:
    """An expression or relation of the samples."""
    text = re.sub(r"\\left|\\right|\s", "", latex).replace("\\le", "<=").replace("\\ge", ">=").replace("\\times", "*")
    text = re.sub(r"\\frac\{([^{}]*)\}\{([^{}]*)\}", r"((\1)/(\2))", text)
    text = re.sub(r"\\sqrt\{([^{}]*)\}", r"sqrt(\1)", text).replace("{", "(").replace("}", ")").replace("^", "**")
    text = re.sub(r"(?<=[\dxya)])(?=[xya(]|sqrt)(?<!sqrt)", "*", text)
    if "\\div" in text:
        left, right = text.split("\\div")
        return read_plain(f"{left}/({right})" if re.search("[a-z]", right) else text.replace("\\div", "/"))
    return read_plain(text)


def read_plain(text: str) -> Any:
    if "=" in text and not re.search("[<>]", text):
        left, right = text.split("=")
        return sympy.Eq(read_plain(left), read_plain(right), evaluate=False)
    return sympy.sympify(text, locals=SYMBOLS, rational=True)


def formulas(text: str) -> list[str]:
    return re.findall(r"\$([^$]+)\$", text)


def assignments(answer: str) -> list[tuple[str, Any]]:
    return [(str(equation.lhs), equation.rhs) for equation in map(read, formulas(answer))]


def right_answer(note: dict[str, str], answer: str) -> bool:
    """Whether an answer is the answer, by substituting, solving or comparing."""
    asked = formulas(note["statement"])
    if "cases" in asked[0]:
        body = re.sub(r"\\(begin|end)\{cases\}", "", asked[0])
        values = {SYMBOLS[name]: value for name, value in assignments(answer)}
        return all(sympy.simplify(e.lhs.subs(values) - e.rhs.subs(values)) == 0 for e in map(read, body.split(r"\\")))
    if "방정식" in note["statement"]:
        equation = read(asked[0])
        roots = set(sympy.solve(sympy.expand(equation.lhs - equation.rhs), SYMBOLS["x"]))
        return roots == {value for _, value in assignments(answer)}
    if "부등식" in note["statement"]:
        question, claimed = read(asked[0]).as_set(), read(formulas(answer)[0]).as_set()
        return bool(question == claimed)
    expression = read(asked[-1])
    if len(asked) == 2:
        expression = expression.subs(SYMBOLS["x"], read(asked[0]).rhs)
    return bool(sympy.simplify(sympy.expand(expression - read(formulas(answer)[0]))) == 0)


@pytest.mark.parametrize("note", NOTES, ids=[note["id"] for note in NOTES])
def test_key_is_right_and_student_is_wrong(note: dict[str, str]) -> None:
    assert right_answer(note, note["correct_answer"])
    assert not right_answer(note, note["student_answer"])


def test_samples_cover_the_standards_and_misconceptions() -> None:
    assert len(NOTES) == 94
    assert len({note["id"] for note in NOTES}) == 94
    assert {note["misconception"] for note in NOTES} == {
        None, "add-fractions-across", "sign-not-distributed", "distribute-first-only", "square-of-sum", "sign-of-roots",
        "drop-negative-root", "move-term-keeps-sign", "inequality-not-flipped", "combine-unlike-terms",
        "multiply-exponents-in-product", "add-exponents-in-power", "sqrt-of-sum", "cancel-terms", "invert-dividend",
        "divide-by-subtracting-coefficient", "left-to-right", "subtract-negative-as-subtract", "negative-base-power",
        "add-coefficients-of-radicals",
    }  # fmt: skip
