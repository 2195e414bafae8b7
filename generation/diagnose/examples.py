"""Worked examples of mal-rules as models.

Where the words of an example are not read here, ``MalRule.of`` says what they stand for: a formula, with definitions
before it (``f(x)=x^2; f(3)``), or a kind of question before a colon (``solve: 2x+6=0``, ``form: x-3``,
``form: lowest_terms: 4/6``, ``min: x^2-4x``, ``truth: 1/3 > 1/5``, ``probability: a+b=7; a=1..6; b=1..6``,
``relation: S=6P``, ``vertex: (x-3)^2+2``).
"""

from __future__ import annotations

from generation.diagnose.malrule import MalRule
from generation.expression.parser import parse
from generation.expression.tree import symbols
from generation.problem import Ask, Model
from generation.reading.statement import Unread, read

_RANGE = ".."


def example_model(rule: MalRule) -> Model | Unread:
    """The model of a mal-rule's worked example."""
    return read(rule.example[0]) if rule.of is None else told_model(rule.of)


def told_model(text: str) -> Model:
    """The model that a text of this kind stands for. Raises ParseError.

    >>> told_model("f(x)=x^2; f(3)").define
    {'f(x)': 'x^2'}
    """
    kind, colon, rest = text.partition(":")
    if not colon:
        return _value(text)
    parts = [part.strip() for part in rest.split(";")]
    match kind:
        case "solve":
            return Model(Ask("solve", _letters(parts[0])), dict.fromkeys(_letters(parts[0]), "real"), given=(parts[0],))
        case "relation":
            left = _letters(parts[0].partition("=")[0])[:1]
            return Model(Ask("solve", left), dict.fromkeys(_letters(parts[0]), "real"), given=(parts[0],))
        case "vertex":
            given = ("f(p + 1) = f(p - 1)", "q = f(p)")
            return Model(Ask("solve", ("p", "q")), dict.fromkeys("xpq", "real"), {"f(x)": parts[0]}, given)
        case "min" | "max":
            return Model(Ask("extremum", of=parts[0], sense=kind), dict.fromkeys(_letters(parts[0]), "real"))
        case "truth":
            return Model(Ask("truth", claim=parts[0]))
        case "probability":
            ranges = dict(part.split("=") for part in parts if _RANGE in part)
            return Model(Ask("probability", event=tuple(p for p in parts if _RANGE not in p)), ranges)
        case "form":
            form, _, of = rest.rpartition(":")
            letters = dict.fromkeys(_letters(of), "real")
            return Model(Ask("form", of=of.strip(), form=form.strip() or "simplified"), letters)
        case _:
            raise ValueError(f"'{kind}' is no kind of example")


def _value(text: str) -> Model:
    *definitions, of = (part.strip() for part in text.split(";"))
    define = dict(part.split("=", 1) for part in definitions)
    return Model(Ask("value", of=of), {}, {head.strip(): body.strip() for head, body in define.items()})


def _letters(text: str) -> tuple[str, ...]:
    return tuple(sorted(symbols(parse(text))))
