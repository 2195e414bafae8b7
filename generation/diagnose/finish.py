"""Whether an answer of the right value is written to the end: the form that was asked for, nothing left to work out."""

from __future__ import annotations

from math import gcd

from generation.diagnose.procedure.polynomials import factor, spread_terms
from generation.equivalence.listed import listed_node
from generation.expression.errors import ExpressionError
from generation.expression.exact import exact, rational_value
from generation.expression.tree import (
    Add,
    Call,
    Div,
    Expr,
    Mixed,
    Mul,
    Neg,
    Node,
    Num,
    Percent,
    Pow,
    Relation,
    Sub,
    Sym,
    factors,
    symbols,
    terms,
    walk,
)
from generation.problem import AnswerValue, Model


def unfinished(model: Model, answer: tuple[AnswerValue, ...]) -> str | None:
    """What is left to do in an answer whose value is right, in English; None where nothing is, or it cannot be told."""
    try:
        node = listed_node(answer)
        if model.ask.kind == "solve":
            return _unsolved(node, model.ask.unknowns)
        if model.ask.kind not in ("value", "form") or not isinstance(node, Expr):
            return None
        return _left_to_do(node, model.ask.form)
    except ExpressionError:
        return None


def _left_to_do(node: Expr, form: str | None) -> str | None:
    if form == "factored":
        return None if _is_factored(node) else "it can be factored further"
    if form == "prime_factored":
        return None if _is_prime_factored(node) else "not all factors are prime"
    if form == "rationalized" and any(
        isinstance(p, Div) and any(isinstance(q, Call) for q in walk(p.right)) for p in walk(node)
    ):
        return "there is a root in the denominator"
    if form in ("lowest_terms", "rationalized", "simplified") and _is_reducible(node):
        return "the fraction can be reduced"
    if any(isinstance(part, Call) and part.name == "sqrt" and _has_square(part) for part in walk(node)):
        return "a root can be simplified"
    if form == "expanded" and symbols(node) and len(spread_terms(node)) > len(terms(node)):
        return "there are brackets left"
    return "terms can be collected" if _is_collectable(node) else None


def _unsolved(node: Node, unknowns: tuple[str, ...]) -> str | None:
    for part in walk(node):
        alone = isinstance(part, Relation) and Sym(unknowns[0]) in (part.left, part.right)
        if isinstance(part, Relation) and len(unknowns) == 1 and symbols(part) == set(unknowns) and not alone:
            return "the unknown does not stand alone"
    return None


def _is_factored(node: Expr) -> bool:
    """Whether no factor can be factored further; a sum that factors is none."""
    inner = node.arg if isinstance(node, Neg) else node
    for part in factors(inner):
        base = part.base if isinstance(part, Pow) else part
        if isinstance(base, Neg):
            base = base.arg
        if isinstance(base, Add | Sub) and isinstance(factor(base), Mul | Pow | Neg):
            return False
    return True


def _is_prime_factored(node: Expr) -> bool:
    for part in factors(node):
        base = part.base if isinstance(part, Pow) else part
        value = rational_value(base)
        if value is None or value.denominator != 1 or not _is_prime(value.numerator):
            return False
    return True


def _is_prime(value: int) -> bool:
    return 1 < value < 10**8 and all(value % n for n in range(2, int(value**0.5) + 1))


def _is_reducible(node: Expr) -> bool:
    return any(
        isinstance(part, Div)
        and isinstance(part.left, Num)
        and isinstance(part.right, Num)
        and part.left.value.denominator == part.right.value.denominator == 1
        and (gcd(part.left.value.numerator, part.right.value.numerator) > 1 or part.right.value == 1)
        for part in walk(node)
    )


def _has_square(root: Call) -> bool:
    value = rational_value(root.args[0])
    if value is None or value.denominator != 1 or not 0 < value < 10**6:
        return False
    return any(value % (n * n) == 0 for n in range(2, int(value.numerator**0.5) + 1))


def _is_collectable(node: Expr) -> bool:
    """Whether a sum has fewer terms once it is collected, or a product of powers of one letter is left."""
    for part in walk(node):
        if isinstance(part, Add | Sub):
            if not symbols(part) and rational_value(part) is not None:
                return True
            polynomial = exact(part).polynomial()
            if polynomial is not None and len(polynomial.terms) < len(terms(part)):
                return True
        if isinstance(part, Mul) and not isinstance(part.right, Mixed | Percent):
            letters = [f.base if isinstance(f, Pow) else f for f in factors(part)]
            names = [letter.name for letter in letters if isinstance(letter, Sym)]
            if len(set(names)) < len(names):
                return True
            if not symbols(part) and rational_value(part) is not None:
                return True
        if isinstance(part, Pow) and not symbols(part) and rational_value(part) is not None:
            return True
    return False
