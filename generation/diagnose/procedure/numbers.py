"""Arithmetic, one operation at a time, in the order of operations; square roots simplified, then collected."""

from __future__ import annotations

from fractions import Fraction
from math import gcd, lcm

from generation.expression.exact import exact, rational_value
from generation.expression.normal import ratio_tree
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
    Sub,
    children,
    number,
    rebuild,
    walk,
)

Next = tuple[Node, str]
"""The following line and the reason for it."""
_REASON_OF = {
    Add: "add",
    Sub: "subtract",
    Mul: "multiply",
    Div: "divide-numbers",
    Pow: "power",
    Mixed: "improper",
    Neg: "sign",
}
MAX_DECIMALS = 8


def next_number_line(expr: Expr) -> Next | None:
    """The line after ``expr``, a number to be worked out; None where it is worked out."""
    if any(isinstance(node, Call) and node.name == "sqrt" for node in walk(expr)):
        return _next_root_line(expr)
    return _evaluate_first(expr)


def is_number_literal(expr: Node) -> bool:
    """Whether nothing is left to work out: an integer, a decimal or a fraction in lowest terms."""
    match expr:
        case Neg(arg):
            return not isinstance(arg, Neg) and is_number_literal(arg)
        case Num():
            return True
        case Div(Num(top, 0), Num(bottom, 0), False):
            return bottom > 1 and gcd(top.numerator, bottom.numerator) == 1
        case _:
            return False


def _evaluate_first(node: Expr) -> Next | None:
    """The leftmost innermost operation whose parts are numbers, replaced by its value."""
    if is_number_literal(node):
        return None
    parts = children(node)
    if (joined := _joined_fractions(node) or _inverted_divisor(node)) is not None:
        return joined
    reducible_fraction = isinstance(node, Div) and all(isinstance(part, Num) for part in parts)
    if not reducible_fraction:
        for position, part in enumerate(parts):
            if isinstance(part, Expr) and (found := _evaluate_first(part)) is not None:
                return rebuild(node, (*parts[:position], found[0], *parts[position + 1 :])), found[1]
    value = rational_value(node)
    if value is None:
        return None
    reason = "reduce" if reducible_fraction and not _inline(node) else _REASON_OF.get(type(node), "evaluate")
    return number_like(value, node), reason


def _joined_fractions(node: Node) -> Next | None:
    """A sum or difference of two fractions: first over the common denominator, then as one."""
    if not isinstance(node, Add | Sub):
        return None
    (a, b), (c, d) = (_written_fraction(side) or (0, 0) for side in (node.left, node.right))
    if not (b and d) or b == d == 1:
        return None
    if b == d:
        total = Fraction(a + c if isinstance(node, Add) else a - c, b)
        return number(total), "add" if isinstance(node, Add) else "subtract"
    common = lcm(b, d)
    left, right = _over(a * common // b, common), _over(c * common // d, common)
    return rebuild(node, (left, right)), "common-denominator"


def _inverted_divisor(node: Node) -> Next | None:
    """A quotient of fractions as the product with the divisor turned over."""
    if not isinstance(node, Div) or (_written_fraction(node) is not None):
        return None
    first, second = _written_fraction(node.left), _written_fraction(node.right)
    if first is None or second is None or not second[0] or first[1] == second[1] == 1:
        return None
    top, bottom = second
    turned = _over(bottom if top > 0 else -bottom, abs(top)) if abs(top) > 1 else number(Fraction(bottom, top))
    return Mul(node.left, turned), "reciprocal"


def _written_fraction(node: Node) -> tuple[int, int] | None:
    match node:
        case Div(Num(top, 0), Num(bottom, 0), False) if top.denominator == bottom.denominator == 1 and bottom:
            return top.numerator, bottom.numerator
        case Num(value, 0):
            return value.numerator, 1
        case Neg(arg) if (inner := _written_fraction(arg)) is not None:
            return -inner[0], inner[1]
        case _:
            return None


def _over(top: int, bottom: int) -> Expr:
    tree = Div(Num(Fraction(abs(top))), Num(Fraction(bottom)))
    return tree if top >= 0 else Neg(tree)


def _inline(node: Expr) -> bool:
    return isinstance(node, Div) and node.inline


def number_like(value: Fraction, written: Node) -> Expr:
    """A value as a decimal where ``written`` has decimals and it ends, else as a fraction."""
    if any(isinstance(n, Num) and n.decimals for n in walk(written)) or isinstance(written, Percent):
        for places in range(MAX_DECIMALS + 1):
            if (value * 10**places).denominator == 1:
                literal = Num(abs(value), places)
                return literal if value >= 0 else Neg(literal)
    return number(value)


def _next_root_line(expr: Expr) -> Next | None:
    simplified = _with_simple_roots(expr)
    if simplified != expr:
        return simplified, "simplify-roots"
    final = ratio_tree(exact(expr))
    return None if final == expr else (final, "collect-roots")


def _with_simple_roots(node: Expr) -> Expr:
    match node:
        case Call("sqrt", (Num() as radicand,)):
            return ratio_tree(exact(Call("sqrt", (radicand,))))
        case _:
            parts = tuple(_with_simple_roots(part) if isinstance(part, Expr) else part for part in children(node))
            return rebuild(node, parts) if parts else node  # type: ignore[return-value]
