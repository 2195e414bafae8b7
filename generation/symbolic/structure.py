"""The structure of a model: its trees with the numbers taken out, loosely to find the type, closely to keep it."""

from __future__ import annotations

from collections.abc import Sequence

from generation.expression.errors import ExpressionError
from generation.expression.parser import parse
from generation.expression.tree import (
    Add,
    Call,
    Collection,
    Const,
    Div,
    Mixed,
    Mul,
    Neg,
    Node,
    Num,
    Pow,
    Relation,
    Sub,
    Sym,
    children,
)
from generation.problem import AnswerValue, Model
from generation.symbolic.identity import functions_of

Signature = str


def loose(model: Model) -> Signature | None:
    """Kind, form and shape without signs, sizes and letters; None where the model cannot be read."""
    return _of_model(model, exact_signs=False)


def close(model: Model) -> Signature | None:
    """The same with signs, ones and the direction of inequalities kept."""
    return _of_model(model, exact_signs=True)


def nature(values: Sequence[AnswerValue]) -> Signature:
    """The loose shape of an answer: whole numbers, fractions, roots, a square or a product."""
    texts = [text for value in values for text in ([value] if isinstance(value, str) else value.values())]
    letters: dict[str, str] = {}
    return ";".join(_shape(parse(text), letters, signs=False) for text in texts)


def _of_model(model: Model, *, exact_signs: bool) -> Signature | None:
    names = frozenset(model.symbols)
    texts = model.given if model.ask.kind == "solve" else (*model.given, model.ask.of or "0")
    letters: dict[str, str] = {}
    try:
        trees = [_shape(parse(text, names, functions_of(model)), letters, exact_signs) for text in texts]
    except ExpressionError:
        return None
    asked = f"{model.ask.kind}:{model.ask.form}"
    if not letters and asked in ("value:None", "form:simplified"):
        asked = "number"  # 'work out' and 'simplify' a number ask for the same
    return f"{asked}:{';'.join(trees)}"


def _shape(node: Node, letters: dict[str, str], signs: bool) -> str:
    match node:
        case Num(value, decimals):
            size = "0" if value == 0 else "1" if signs and value == 1 else "n"
            return size + "." * bool(decimals)
        case Sym(name):
            return letters.setdefault(name, f"v{len(letters)}")
        case Const(name):
            return name
        case Mixed():
            return "mixed"
        case Neg(arg):
            return ("-" if signs else "") + _shape(arg, letters, signs)
        case Pow(base, Num(exponent)):
            return f"({_shape(base, letters, signs)})^{exponent if signs and exponent < 3 else 'k'}"
        case Mul(Num(), right, True) if not signs and not isinstance(right, Num | Call | Add | Sub):
            return _shape(right, letters, signs)  # 3x and x are alike
        case Relation(op, left, right):
            kind = "=" if op == "=" else op if signs else "<"
            return f"{_shape(left, letters, signs)}{kind}{_shape(right, letters, signs)}"
        case _:
            inner = ",".join(_shape(child, letters, signs) for child in children(node))
            return f"{_label(node, signs)}({inner})"


def _label(node: Node, signs: bool) -> str:
    match node:
        case Sub() if not signs:
            return "Add"
        case Call(name, _):
            return name
        case Collection(kind, _):
            return kind
        case Add() | Sub() | Mul() | Div():
            return type(node).__name__ + ("÷" if isinstance(node, Div) and node.inline else "")
        case _:
            return type(node).__name__
