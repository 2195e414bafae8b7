"""The immutable expression tree.

It keeps what was written: ``2/4`` is a :class:`Div` of two numbers, ``5-(-3)`` a :class:`Sub` of a :class:`Neg`,
so that forms can be judged and wrong procedures can be carried out where a student would. Values are computed
from it in :mod:`generation.expression.exact`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

RelationOp = Literal["=", "!=", "<", "<=", ">", ">="]


@dataclass(frozen=True, slots=True)
class Num:
    """A number as written: a natural number or a decimal; negative ones are ``Neg(Num)``."""

    value: Fraction
    decimals: int = 0
    """Digits after the decimal point as written (``0.50`` has 2)."""


@dataclass(frozen=True, slots=True)
class Sym:
    """A variable."""

    name: str


@dataclass(frozen=True, slots=True)
class Const:
    """A constant: ``pi``, ``e``, ``i`` or ``oo``."""

    name: str


@dataclass(frozen=True, slots=True)
class Neg:
    """A negative sign."""

    arg: Expr


@dataclass(frozen=True, slots=True)
class Add:
    """A sum of two."""

    left: Expr
    right: Expr


@dataclass(frozen=True, slots=True)
class Sub:
    """A difference."""

    left: Expr
    right: Expr


@dataclass(frozen=True, slots=True)
class Mul:
    """A product of two; ``implicit`` where nothing was written between them (``2x``)."""

    left: Expr
    right: Expr
    implicit: bool = False


@dataclass(frozen=True, slots=True)
class Div:
    """A quotient; ``inline`` where it was written with ``÷`` instead of a fraction bar."""

    left: Expr
    right: Expr
    inline: bool = False


@dataclass(frozen=True, slots=True)
class Pow:
    """A power."""

    base: Expr
    exponent: Expr


@dataclass(frozen=True, slots=True)
class Mixed:
    """A mixed number such as ``3 1/2``."""

    whole: int
    numerator: int
    denominator: int


@dataclass(frozen=True, slots=True)
class Call:
    """A function of the allow-list (``sqrt``, ``abs``, ``log`` …) or one that the model defines."""

    name: str
    args: tuple[Expr, ...]


@dataclass(frozen=True, slots=True)
class Percent:
    """``50%``."""

    arg: Expr


@dataclass(frozen=True, slots=True)
class Relation:
    """An equation or inequality between two expressions."""

    op: RelationOp
    left: Expr
    right: Expr


@dataclass(frozen=True, slots=True)
class And:
    """Relations that hold together: a chain ``2 < x < 3``, or a system."""

    parts: tuple[Logic, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Alternatives: ``x = 2 or x = 3``."""

    parts: tuple[Logic, ...]


@dataclass(frozen=True, slots=True)
class Collection:
    """Several values: ``list`` (``2, 3``), ``set`` (``{2, 3}``), ``tuple`` (``(2, 3)``)."""

    kind: Literal["list", "set", "tuple"]
    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Everything:
    """``all``, ``모든 실수``: every value of the domain."""


@dataclass(frozen=True, slots=True)
class Nothing:
    """``none``, ``해가 없다``: no value."""


Expr = Num | Sym | Const | Neg | Add | Sub | Mul | Div | Pow | Mixed | Call | Percent
Logic = Relation | And | Or
Node = Expr | Logic | Collection | Everything | Nothing


def integer(value: int) -> Expr:
    """An integer as a tree: ``Num`` or ``Neg(Num)``."""
    return Num(Fraction(value)) if value >= 0 else Neg(Num(Fraction(-value)))


def number(value: Fraction | int) -> Expr:
    """A rational as a tree: integer or fraction in lowest terms, the sign in front."""
    value = Fraction(value)
    if value.denominator == 1:
        return integer(value.numerator)
    magnitude = Div(Num(Fraction(abs(value.numerator))), Num(Fraction(value.denominator)))
    return magnitude if value > 0 else Neg(magnitude)


def children(node: Node) -> tuple[Node, ...]:
    """The direct parts of a node, left to right."""
    match node:
        case Neg(arg) | Percent(arg):
            return (arg,)
        case Add(left, right) | Sub(left, right) | Relation(_, left, right):
            return (left, right)
        case Mul(left, right) | Div(left, right) | Pow(left, right):
            return (left, right)
        case Call(_, args):
            return args
        case And(parts) | Or(parts):
            return parts
        case Collection(_, items):
            return items
        case _:
            return ()


def rebuild(node: Node, parts: tuple[Node, ...]) -> Node:
    """The same kind of node with other parts."""
    match node:
        case Neg():
            return Neg(*parts)  # type: ignore[arg-type]
        case Percent():
            return Percent(*parts)  # type: ignore[arg-type]
        case Add():
            return Add(*parts)  # type: ignore[arg-type]
        case Sub():
            return Sub(*parts)  # type: ignore[arg-type]
        case Mul(_, _, implicit):
            return Mul(parts[0], parts[1], implicit)  # type: ignore[arg-type]
        case Div(_, _, inline):
            return Div(parts[0], parts[1], inline)  # type: ignore[arg-type]
        case Pow():
            return Pow(*parts)  # type: ignore[arg-type]
        case Call(name, _):
            return Call(name, parts)  # type: ignore[arg-type]
        case Relation(op, _, _):
            return Relation(op, *parts)  # type: ignore[arg-type]
        case And():
            return And(parts)  # type: ignore[arg-type]
        case Or():
            return Or(parts)  # type: ignore[arg-type]
        case Collection(kind, _):
            return Collection(kind, parts)
        case _:
            return node


def walk(node: Node) -> Iterator[Node]:
    """The node and all below it, parents first."""
    stack = [node]
    while stack:
        current = stack.pop()
        yield current
        stack.extend(reversed(children(current)))


def replace_each(node: Node, rewrite: Callable[[Node], Iterator[Node]]) -> Iterator[Node]:
    """Every tree that comes from rewriting exactly one place (the root included) by one of ``rewrite``'s results."""
    yield from rewrite(node)
    parts = children(node)
    for position, part in enumerate(parts):
        for new in replace_each(part, rewrite):
            yield rebuild(node, (*parts[:position], new, *parts[position + 1 :]))


def substitute(node: Node, values: dict[str, Expr]) -> Node:
    """The tree with symbols replaced by expressions."""
    if isinstance(node, Sym):
        return values.get(node.name, node)
    parts = children(node)
    if not parts:
        return node
    return rebuild(node, tuple(substitute(part, values) for part in parts))


def symbols(node: Node) -> frozenset[str]:
    """Names of the variables in a tree."""
    return frozenset(n.name for n in walk(node) if isinstance(n, Sym))


def terms(expr: Expr) -> list[tuple[int, Expr]]:
    """The signed terms of a sum as written, left to right: ``a-b+c`` gives ``[(1,a), (-1,b), (1,c)]``.

    What stands in parentheses after a sign stays whole: ``a-(b+c)`` gives ``[(1,a), (-1,b+c)]``.
    """
    match expr:
        case Add(left, right):
            return [*terms(left), (1, right)]
        case Sub(left, right):
            return [*terms(left), (-1, right)]
        case Neg(arg) if not isinstance(arg, Add | Sub | Neg):
            return [(-1, arg)]
        case _:
            return [(1, expr)]


def sum_of(signed: Sequence[tuple[int, Expr]]) -> Expr:
    """The sum of signed terms; the empty sum is 0."""
    if not signed:
        return Num(Fraction(0))
    sign, first = signed[0]
    total: Expr = first if sign > 0 else Neg(first)
    for sign, term in signed[1:]:
        total = Add(total, term) if sign > 0 else Sub(total, term)
    return total


def factors(expr: Expr) -> list[Expr]:
    """The factors of a product, left to right; a leading sign stays on the first."""
    if isinstance(expr, Mul):
        return factors(expr.left) + factors(expr.right)
    return [expr]


def product_of(parts: Sequence[Expr]) -> Expr:
    """The product of factors, written without signs where school does; the empty product is 1."""
    if not parts:
        return Num(Fraction(1))
    product = parts[0]
    for part in parts[1:]:
        product = Mul(product, part, implicit=not isinstance(part, Num | Neg | Mixed))
    return product
