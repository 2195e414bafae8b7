"""Whole items that an attacker would post, as ``yuje.problem/1``: each field is ordinary or only somewhat large.

What they are after lies in how the fields act together: spaces that multiply, definitions that call each other, lists
that are compared each with each, models that nobody can search.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any


def _item(ask: Mapping[str, Any], *, values: Sequence[object] = ("1",), **fields: Any) -> str:
    model = {"symbols": {}, "define": {}, "given": [], "ask": ask}
    model |= {name: fields.pop(name) for name in tuple(fields) if name in model}
    body = {"schema": "yuje.problem/1", "statement": "값을 구하시오.", "model": model, "answer": {"values": values}}
    return json.dumps(body | fields, ensure_ascii=True)


def _solve(*given: str, **fields: Any) -> str:
    return _item({"kind": "solve", "for": ["x"]}, **({"symbols": {"x": "real"}, "given": given} | fields))


def _value(of: str, **fields: Any) -> str:
    return _item({"kind": "value", "of": of}, **fields)


def _counted(given: Sequence[str], symbols: Mapping[str, str], **fields: Any) -> str:
    return _item({"kind": "count", "for": list(symbols)}, given=given, symbols=symbols, **fields)


_LETTERS = "abcdfghjkmnpqrstuvwxyz"
_TRILLION = "1..1000000000000"
_PADDED = "이차방정식 $x^2-5x+6=0$을 푸시오. "

ITEMS: Mapping[str, str] = {
    "a function that calls itself": _value("f(5)", define={"f(x)": "f(x)+1"}),
    "a function that calls itself twice": _value("f(40)", define={"f(x)": "f(x-1)+f(x-2)", "f(0)": "0", "f(1)": "1"}),
    "two functions that call each other": _value("f(2)", define={"f(x)": "g(x)^2+g(x)", "g(x)": "f(x)*f(x+1)"}),
    "functions that double forty times": _value(
        "f_{40}(x)",
        define={f"f_{{{n}}}(x)": f"f_{{{n - 1}}}(x)+f_{{{n - 1}}}(x+1)" for n in range(1, 41)} | {"f_{0}(x)": "x"},
        symbols={"x": "real"},
    ),
    "functions that are squared twenty times": _value(
        "f(f(f(f(f(f(f(f(f(f(x))))))))))", define={"f(x)": "x^2+x+1"}, symbols={"x": "real"}
    ),
    "a sequence at a trillion": _value("a(1000000000000)", define={"a(n)": "2a(n-1)+1", "a(1)": "3"}),
    "a sequence that squares": _value("a(60)", define={"a(n)": "a(n-1)^2+1", "a(1)": "3"}),
    "a sequence that never begins": _value("a(100)", define={"a(n)": "a(n+1)/2", "a(1)": "3"}),
    "two hundred definitions": _value("f(1)", define={f"f_{n}(x)": f"x^{n}" for n in range(199)} | {"f(x)": "x"}),
    "one unknown up to a trillion": _counted(["x^2-x=0"], {"x": _TRILLION}),
    "a domain larger than any": _counted(["x>0"], {"x": "1..1" + "0" * 400}),
    "a domain turned round": _counted(["x>0"], {"x": "1000000000000..1"}),
    "three unknowns up to a thousand": _counted(["a^3+b^3=c^3"], dict.fromkeys("abc", "1..1000")),
    "twenty-two unknowns": _counted(["+".join(_LETTERS) + "=11"], dict.fromkeys(_LETTERS, "0..1")),
    "twenty-two dice": _item(
        {"kind": "probability", "event": ["+".join(_LETTERS) + "=77"]}, symbols=dict.fromkeys(_LETTERS, "1..6"),
        values=["1/6"],
    ),
    "divisors of a large number": _counted(["x*y=" + "9" * 60], {"x": "natural", "y": "natural"}),
    "a sum of four squares": _counted(["a^2+b^2+c^2+d^2=10^12"], dict.fromkeys("abcd", "natural")),
    "Pell's equation": _counted(["x^2-61y^2=1"], {"x": "natural", "y": "natural"}),
    "remainders of huge powers": _value("mod(7^(9^9), 10^9+7)"),
    "a huge power's last digit": _value("mod(7^100000000, 10)"),
    "two hundred unknowns in two hundred equations": _item(
        {"kind": "solve", "for": [f"x_{n}" for n in range(100)]},
        symbols={f"x_{n}": "real" for n in range(100)},
        given=[f"x_{n}+{n + 2}x_{(n * 7 + 3) % 100}-x_{(n * n) % 100}={n}" for n in range(100)],
        values=[{f"x_{n}": "1" for n in range(100)}],
    ),
    "six quadratic equations": _item(
        {"kind": "solve", "for": list("abcdfg")},
        symbols=dict.fromkeys("abcdfg", "real"),
        given=["a^2+b^2=c", "b^2+c*d=3", "c^2-d*f=1", "d^2+f*g=2", "f^2-a*g=5", "g^2+a*b*c=7"],
        values=[dict.fromkeys("abcdfg", "1")],
    ),
    "two hundred inequalities": _solve(*(f"x^3-{n}x+{n}>0" for n in range(200)), values=["x>9"]),
    "two hundred absolute values in one": _solve("+".join(f"|x-{n}|" for n in range(200)) + "=10000"),
    "roots in roots in roots": _solve("sqrt(x+sqrt(2x+sqrt(3x+sqrt(4x+sqrt(5x+6)))))=sqrt(x+1)+sqrt(x+2)+sqrt(x+3)"),
    "a hundred waves": _solve("+".join(f"sin({n}x)" for n in range(1, 100)) + "=1", symbols={"x": "[0, 2pi)"}),
    "many turns of a wave": _solve("sin(10^9x)=1/2", symbols={"x": "[0, 10^9]"}, values=["pi/6"]),
    "a degree of four hundred": _solve("x^400-3x^399+x-1=0", values=["1"]),
    "coefficients of four hundred digits": _solve(f"{'7' * 400}x^5-{'3' * 400}x^2+{'1' * 399}=0"),
    "a tower of exponents": _solve("2^(2^(2^(2^(2^x))))=4", values=["0"]),
    "logarithms in logarithms": _solve("log(log(log(log(x))))=log(log(x+1))", values=["10"]),
    "a factorial of factorials": _value("((((3!)!)!)!)/(((3!)!)!)"),
    "binomials of large numbers": _value("C(100000, 50000)/C(99999, 49999)", values=["2"]),
    "a sum of binomials": _value("sum(C(2000, k)^2, k, 0, 2000)"),
    "sums in sums in sums": _value("sum(sum(sum(sum(i*j*k*l, l, 1, k), k, 1, j), j, 1, i), i, 1, 1000)"),
    "a sum of powers": _value("sum(k^500, k, 1, 10^100)"),
    "a sum without end": _value("sum(1/(k^2+k), k, 1, oo)"),
    "an integral of a high power": _value("integrate((x^2+x+1)^60*(x-1)^60, x, 0, 10^100)"),
    "integrals in integrals": _value("integrate(integrate(integrate(sin(x*y*z), x, 0, y), y, 0, z), z, 0, 1)"),
    "an integral over a pole": _value("integrate(1/((x-1)^9*(x-2)^9*(x-3)^9), x, 0, 10)"),
    "a limit of a long quotient": _value("limit((x^200-1)/(x^199-1), x, 1)", values=["200/199"]),
    "a limit of a tower": _value("limit(x^(x^(x^x)), x, 0)"),
    "a limit of waves of waves": _value("limit(sin(1/sin(1/sin(1/x))), x, 0)"),
    "forty derivatives of a quotient": _value(
        "diff(" * 12 + "1/(x^2+sin(x)+ln(x))" + ", x)" * 12, symbols={"x": "real"}
    ),
    "a matrix of fifty rows": _value(
        "[" + ", ".join("[" + ", ".join(str((r * 7 + c * c) % 10) for c in range(40)) + "]" for r in range(40)) + "]^50"
    ),
    "a product of twenty matrices of letters": _value(
        "*".join(["[[a, b, c], [b, c, a], [c, a, b]]"] * 20), symbols=dict.fromkeys("abc", "real")
    ),
    "a repeating decimal of a long period": _value("0.\\overline{" + "0123456789" * 90 + "}"),
    "products of repeating decimals": _value("*".join(["0.\\overline{" + "142857" * 12 + "}"] * 40)),
    "fractions of large primes": _value("+".join(f"1/{10**12 + n * n + 39}" for n in range(60))),
    "sets in sets": _value("{" * 90 + "1" + "}" * 90, values=["{" * 90 + "1" + "}" * 90]),
    "two hundred values": _solve("x^2=1", values=[f"sqrt({n})+sqrt({n + 1})" for n in range(200)]),
    "two hundred choices": _solve(
        "x^2-5x+6=0",
        values=["2", "3"],
        choices=[
            {"value": [f"sqrt({n})+{n}", f"3^(1/{n})"], "misconception": "sign-of-roots"} for n in range(2, 200)
        ],
    ),
    "choices that are compared each with each": _value(
        "2^0.5",
        values=["sqrt(2)"],
        choices=[{"value": [f"sqrt({n * n * 2})/{n}"], "correct": True} for n in range(1, 150)],
    ),
    "two hundred steps": _solve(
        "x^2-5x+6=0",
        values=["2", "3"],
        solution=[{"text": "따라서", "math": f"(x-2)(x-3)(x^2+{n})=0"} for n in range(1, 200)],
    ),
    "two hundred long steps": _value(
        "(x+1)^60",
        symbols={"x": "real"},
        solution=[{"text": "", "math": f"(x+1)^{n}*(x+1)^{60 - n}"} for n in range(60)] * 3,
    ),
    "steps that are large polynomials": _item(
        {"kind": "form", "of": "(a+b+c)^30", "form": "expanded"},
        symbols=dict.fromkeys("abc", "real"),
        solution=[{"text": "", "math": f"(a+b+c)^{n}*(a+b+c)^{30 - n}"} for n in range(30)] * 6,
    ),
    "a statement of numbers": _solve("x=1", statement=" ".join(str(n) for n in range(1_500))),
    "a statement of formulas": _solve("x^2-5x+6=0", statement=" ".join(f"$x^2-{n}x+6=0$" for n in range(400))),
    "a statement of words for numbers": _solve("x=1", statement="다섯째 두 배 절반 세 개 twice a dozen " * 200),
    "a statement that goes back and forth": _solve("x=1", statement=_PADDED + "1 " * 3_500 + "!"),
    "a statement of commas": _solve("x=1", statement="1,000," * 1_300),
    "a statement of open brackets": _solve("x=1", statement="$(" * 3_900),
    "a statement of spaces": _solve("x=1", statement="x" + " " * 7_900 + "=1"),
    "a statement of units": _solve("x=1", statement="3시간 20분 5 cm 7 kg 1,500원 " * 300),
    "a statement turned round": _solve("x=1", statement="\u202e" + "1=x " * 900 + "\u202c"),
    "a statement of zero widths": _solve("x=1", statement="x\u200b=\u200b1\u2060" * 1_300),
    "a statement of look-alikes": _solve("x=1", statement="$\u0445=1$, $\u0501=\u04cf$ " * 400),
    "a statement of marks": _solve("x=1", statement="x" + "\u0338\u0301" * 3_900),
    "a statement that defines macros": _solve("x=1", statement=r"$\def\a{\a\a}\a$ $\newcommand{\x}[9]{#1#1}$ " * 150),
    "names that look alike": _item(
        {"kind": "solve", "for": ["x"]}, symbols={"x": "real", "\u0445": "real", "ｘ": "real"}, given=["x=1"]
    ),
    "an extremum of a high degree": _item(
        {"kind": "extremum", "of": "x^60-" + "+".join(f"{n}x^{n}" for n in range(1, 60)), "sense": "min"},
        symbols={"x": "real"},
    ),
    "an extremum of many letters": _item(
        {"kind": "extremum", "of": "a^4+b^4+c^4+d^4-a*b*c*d", "sense": "min"},
        symbols=dict.fromkeys("abcd", "real"),
        given=["a+b+c+d=4", "a*b=c*d"],
    ),
    "a factored form of a high degree": _item(
        {"kind": "form", "of": "x^120-1", "form": "factored"}, symbols={"x": "real"}, values=["(x-1)(x+1)"]
    ),
    "primes of a large number": _item(
        {"kind": "form", "of": str((10**30 + 57) * (10**29 + 319)), "form": "prime_factored"},
        values=[f"{10**30 + 57}*{10**29 + 319}"],
    ),
    "a claim about all numbers": _item(
        {"kind": "truth", "claim": "a^2+b^2+c^2>=a*b+b*c+c*a and (a+b+c)^9<=3^8(a^9+b^9+c^9)"},
        symbols=dict.fromkeys("abc", "positive"),
        values=["true"],
    ),
    "a claim about all primes": _item(
        {"kind": "truth", "claim": "n^2+n+41!=p*q"}, symbols=dict.fromkeys("npq", "natural"), values=["true"]
    ),
    "every field as long as it may be": _item(
        {"kind": "solve", "for": ["x"] * 200, "of": "x" * 8_000, "form": "x" * 8_000, "claim": "x" * 8_000},
        symbols={f"x_{n}": "real" * 100 for n in range(200)},
        given=["x+" * 3_999 + "x"] * 50,
        statement="x" * 8_000,
        values=["1" * 8_000] * 25,
    ),
    "an ordinary item with a hundred copies of its equation": _solve(*["x^2-5x+6=0"] * 100, values=["2", "3"]),
}  # fmt: skip
"""By what is unusual in them."""
