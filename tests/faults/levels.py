"""Faults of level: an item of a standard that has not taught what it takes, or with an answer that no grade writes."""

from __future__ import annotations

import re
from dataclasses import replace
from random import Random

from generation.problem import Answer, Ask, Model, Problem
from tests.faults.edits import bare
from tests.faults.fault import Pair, fault, own_fault

_ELEMENTARY = ("[2수01-05]", "[4수01-03]", "[4수01-09]", "[6수01-01]", "[6수01-08]")
_FIRST = ("[9수01-03]", "[9수01-05]", "[9수02-02]", "[9수02-04]", "[9수02-07]")
_SECOND = ("[9수01-06]", "[9수02-08]", "[9수02-10]", "[9수02-12]", "[9수02-13]", "[9수02-15]")


_LETTERED, _SIGN = r"\d[a-z][+\d-]*", r"(?:[<>]|\\[lg]eq?(?![a-z])) ?"


def _untaught(problem: Problem) -> list[tuple[str, tuple[str, ...]]]:
    """What the item takes, as its text shows it, with standards of grades before that one."""
    model, ask = problem.model, problem.model.ask
    text = " ; ".join([*model.given, ask.of or ""])
    key = str(problem.answer.values)
    found: list[tuple[str, tuple[str, ...]]] = []
    shown = " ".join(re.findall(r"\$[^$]*\$", problem.statement))
    if re.search(r"(?<![A-Za-z\\])[a-z](?![A-Za-z])", shown):
        found.append(("letters", _ELEMENTARY))
    if "'-" in key or re.search(r"\(-|^-", text):
        found.append(("negative numbers", _ELEMENTARY))
    if "sqrt" in text + key:
        found.append(("square roots", _ELEMENTARY + _FIRST + _SECOND))
    if ask.kind == "solve" and "^2" in text:
        found.append(("a quadratic equation", _ELEMENTARY + _FIRST + _SECOND))
    if re.search(rf"{_LETTERED}{_SIGN}|{_SIGN}{_LETTERED}", shown) or (
        ask.kind == "solve" and re.search(r"[<>]", text)
    ):
        found.append(("an inequality", _ELEMENTARY + _FIRST))
    if len(ask.unknowns) > 1 and ask.kind == "solve":
        found.append(("a system", _ELEMENTARY + _FIRST))
    if ask.form == "factored":
        found.append(("factoring", _ELEMENTARY + _FIRST + _SECOND))
    if ask.form == "expanded" and re.search(r"[a-z][^()]*\)\(|\)\^2", text):
        found.append(("products of sums", _ELEMENTARY + _FIRST + _SECOND))
    return found


@fault("method that the standard has not taught")
def untaught(problem: Problem, rng: Random) -> Pair | None:
    """The item under the code of an earlier grade."""
    found = _untaught(problem)
    if not found:
        return None
    what, codes = rng.choice(found)
    right = replace(bare(problem), solution=problem.solution if rng.random() < 0.5 else ())
    code = rng.choice(codes)
    return Pair(right, replace(right, standard=code), f"{what} under {code}")


_HIGH = (
    ("value", "log(8, 2)", "3", "로그", ("[9수02-20]", "[10공수1-02-02]", "[10공수2-03-05]")),
    ("value", "(1 + i)^2", "2i", "복소수", ("[9수02-20]", "[9수01-10]")),
    ("value", "sin(pi/6)", "1/2", "호도법", ("[9수03-16]", "[10공수1-01-01]")),
    ("value", "diff(x^2, x, 3)", "6", "미분계수", ("[12대수01-04]", "[10공수1-02-06]")),
    ("value", "integrate(x, x, 0, 2)", "2", "정적분", ("[12대수03-04]", "[10공수1-02-06]")),
    ("value", "limit((x^2 - 1)/(x - 1), x, 1)", "2", "극한", ("[12대수03-04]", "[10공수2-03-04]")),
    ("value", "sum(k, k, 1, 10)", "55", "시그마", ("[10공수2-03-01]", "[9수02-21]")),
    ("value", "P(5, 2)", "20", "순열", ("[9수04-05]", "[9수02-20]")),
    ("value", "C(5, 2)", "10", "조합", ("[9수04-05]", "[9수02-20]")),
    ("value", "2^(-3)", "1/8", "음의 지수", ("[9수02-08]", "[9수01-05]")),
    ("value", "root(27, 3)", "3", "세제곱근", ("[9수01-07]", "[10공수1-01-01]")),
    ("value", "8^(1/3)", "2", "유리수 지수", ("[9수01-07]", "[10공수2-03-05]")),
)
_HOME = {
    "로그": "[12대수01-04]", "복소수": "[10공수1-02-01]", "호도법": "[12대수02-01]", "미분계수": "[12미적Ⅰ-02-01]",
    "정적분": "[12미적Ⅰ-03-03]", "극한": "[12미적Ⅰ-01-02]", "시그마": "[12대수03-04]", "순열": "[10공수1-03-02]",
    "조합": "[10공수1-03-03]", "음의 지수": "[12대수01-02]", "세제곱근": "[12대수01-01]",
    "유리수 지수": "[12대수01-02]",
}  # fmt: skip


@own_fault("high-school method under an earlier standard")
def untaught_high(rng: Random) -> Pair | None:
    """Logarithms, derivatives, complex numbers and the like, each under a code that comes before them."""
    _, of, key, what, codes = rng.choice(_HIGH)
    n = rng.randint(0, 40)
    shown, result = (of, key) if not n else (f"{of} + {n}", f"{key} + {n}")
    if n and "i" not in key:
        result = str(int(key) + n) if "/" not in key else f"{int(key[0]) + n * int(key[2:])}/{key[2:]}"
    elif n:
        result = f"{n} + {key}"
    names = {letter: "real" for letter in "xk" if f", {letter}," in of}
    model = Model(Ask("value", of=shown), names)
    right = Problem(f"${shown}$의 값을 구하시오.", model, Answer((result,)), standard=_HOME[what])
    code = rng.choice(codes)
    return Pair(right, replace(right, standard=code), f"{what} under {code}")


@own_fault("answer that no grade would write")
def unclean(rng: Random) -> Pair | None:
    """A sum of fractions with a denominator in the millions, a product with a dozen digits, many decimals."""
    kind = rng.randrange(3)
    right = Problem("$2+3$을 계산하시오.", Model(Ask("value", of="2+3")), Answer(("5",)), standard="[9수01-05]")
    a, b, c, d = (rng.randint(100, 999) for _ in range(4))
    if kind == 0:
        of, top, bottom = f"{a}/9973 + {b}/9967", a * 9967 + b * 9973, 9973 * 9967
        key = f"{top}/{bottom}"
    elif kind == 1:
        of, key = f"{a}{b}*{c}{d}{d}", str(int(f"{a}{b}") * int(f"{c}{d}{d}"))
    else:
        of = f"0.00{a}*0.00{b}7"
        whole = a * (b * 10 + 7)
        key = f"0.{whole:011d}".rstrip("0")
    broken = Problem(f"${of}$을 계산하시오.", Model(Ask("value", of=of)), Answer((key,)), standard="[9수01-05]")
    return Pair(right, broken, f"{key} is no answer for a lesson")
