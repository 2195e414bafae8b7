"""Trees written as school writes them: no ``1x``, no ``0x``, no ``+ -3``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from generation.expression.tree import (
    Add,
    Call,
    Div,
    Expr,
    Mul,
    Neg,
    Num,
    Pow,
    Relation,
    RelationOp,
    Sub,
    Sym,
    number,
    sum_of,
)

Value = int | Fraction
Signed = tuple[int, Expr]
"""A sign (1 or -1) and a term that carries no sign of its own."""
FLIPPED: Mapping[RelationOp, RelationOp] = {"<": ">", ">": "<", "<=": ">=", ">=": "<=", "=": "=", "!=": "!="}


def natural(value: int) -> Num:
    """A number without sign."""
    return Num(Fraction(value))


def fraction(top: int, bottom: int) -> Expr:
    """``top/bottom`` as written, not reduced; the sign in front; ``bottom`` 1 gives the integer."""
    size: Expr = natural(abs(top)) if bottom == 1 else Div(natural(abs(top)), natural(bottom))
    return Neg(size) if top < 0 else size


def powers(letters: Iterable[tuple[str, int]]) -> list[Expr]:
    """``[("x", 2), ("y", 1)]`` as factors x^2, y; exponent 0 is left out."""
    return [Pow(Sym(x), natural(n)) if n != 1 else Sym(x) for x, n in letters if n]


def times(*parts: Expr) -> Expr:
    """A product with nothing written between the factors; of none, 1."""
    if not parts:
        return natural(1)
    product = parts[0]
    for part in parts[1:]:
        product = Mul(product, part, implicit=not isinstance(part, Num))
    return product


def written_product(*parts: Expr) -> Expr:
    """A product with signs: ``2 × 3``."""
    product = parts[0]
    for part in parts[1:]:
        product = Mul(product, part)
    return product


def scaled(size: Value, *body: Expr) -> Expr:
    """``size`` (positive) times a body: the 1 is not written; without body the number itself."""
    size = Fraction(size)
    if not body:
        return number(size)
    return times(*body) if size == 1 else times(number(size), *body)


def term(coefficient: Value, *body: Expr) -> list[Signed]:
    """A signed term, or nothing where the coefficient is 0."""
    if not coefficient:
        return []
    return [(1 if coefficient > 0 else -1, scaled(abs(coefficient), *body))]


def total(*terms: list[Signed]) -> Expr:
    """The sum of signed terms; the empty one is 0."""
    return sum_of([signed for part in terms for signed in part])


def monomial(coefficient: Value, letters: Iterable[tuple[str, int]]) -> Expr:
    """``-3x^2y`` and the like."""
    return total(term(coefficient, *powers(letters)))


def linear(a: Value, b: Value, x: str) -> Expr:
    """ax + b."""
    return total(term(a, Sym(x)), term(b))


def quadratic(a: Value, b: Value, c: Value, x: str) -> Expr:
    """ax² + bx + c."""
    return total(term(a, *powers([(x, 2)])), term(b, Sym(x)), term(c))


def square(expr: Expr) -> Expr:
    """expr²."""
    return Pow(expr, natural(2))


def root(radicand: int) -> Expr:
    """√radicand as written."""
    return Call("sqrt", (natural(radicand),))


def surd(coefficient: Value, radicand: int) -> Expr:
    """k√m with its sign; √1 is not written; a fraction as k√m/n."""
    return total(surd_term(coefficient, radicand))


def surd_term(coefficient: Value, radicand: int) -> list[Signed]:
    """k√m as a signed term: ``(2√3)/5`` over one fraction bar."""
    value = Fraction(coefficient)
    if not value or radicand == 1:
        return term(value)
    top = scaled(abs(value.numerator), root(radicand))
    whole = top if value.denominator == 1 else Div(top, natural(value.denominator))
    return [(1 if value > 0 else -1, whole)]


def equation(left: Expr, right: Expr, op: RelationOp = "=") -> Relation:
    """left = right, or another relation."""
    return Relation(op, left, right)


def chain(first: Expr, rest: Sequence[tuple[str, Expr]]) -> Expr:
    """``first`` and then operations from left to right: ``[("+", b), ("-", c)]``."""
    joined = first
    for op, operand in rest:
        if op in "+-":
            joined = Add(joined, operand) if op == "+" else Sub(joined, operand)
        else:
            joined = Mul(joined, operand) if op == "*" else Div(joined, operand, inline=True)
    return joined
