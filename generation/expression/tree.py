"""The immutable expression tree.

It keeps what was written: ``2/4`` is a :class:`Div` of two numbers, ``5-(-3)`` a :class:`Sub` of a :class:`Neg`,
so that forms can be judged and wrong procedures can be carried out where a student would. Values are computed
from it in :mod:`generation.expression.exact`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Literal

from generation.expression.effort import spend

RelationOp = Literal["=", "!=", "<", "<=", ">", ">="]


@dataclass(frozen=True, slots=True)
class Num:
    """A number as written: a natural number or a decimal; negative ones are ``Neg(Num)``."""

    value: Fraction
    decimals: int = 0
    """Digits after the decimal point as written (``0.50`` has 2)."""
    repeating: int = 0
    """How many of these digits, the last ones, repeat for ever (``0.1\\dot{6}`` has 2 decimals, 1 repeating)."""

    # Trees are looked up all the time: the hash of a Fraction takes a modular inverse, its == asks an abstract class.
    def __hash__(self) -> int:
        return hash((self.value.numerator, self.value.denominator, self.decimals))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Num):
            return NotImplemented
        a, b = self.value, other.value
        return (
            (a is b or (a.numerator == b.numerator and a.denominator == b.denominator))
            and self.decimals == other.decimals
            and self.repeating == other.repeating
        )


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
    """A function of the allow-list (``sqrt``, ``abs``, ``log`` …) or one that the model defines (``f(x)``, ``a(n)``).

    Those of :data:`BINDERS` bind the variable that is their second argument: ``sum(k^2, k, 1, n)``.
    """

    name: str
    args: tuple[Expr, ...]


@dataclass(frozen=True, slots=True)
class Percent:
    """``50%``."""

    arg: Expr


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit: ``24 cm^2``, ``1500원``. ``3시간 20분`` is the sum of two."""

    arg: Expr
    unit: str
    """The canonical name in :mod:`generation.expression.units`."""


@dataclass(frozen=True, slots=True)
class Matrix:
    """A matrix, row by row; all rows are equally long."""

    rows: tuple[tuple[Expr, ...], ...]


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
class Interval:
    """``[0, 2pi)``: the numbers between two ends; an open end may be infinite. ``(1, 3)`` is a tuple until a domain
    or the kind of an answer says that it is an interval."""

    low: Expr
    high: Expr
    low_closed: bool
    high_closed: bool


@dataclass(frozen=True, slots=True)
class Everything:
    """``all``, ``모든 실수``: every value of the domain."""


@dataclass(frozen=True, slots=True)
class Nothing:
    """``none``, ``해가 없다``: no value."""


Expr = Num | Sym | Const | Neg | Add | Sub | Mul | Div | Pow | Mixed | Call | Percent | Quantity | Matrix
Logic = Relation | And | Or
Node = Expr | Logic | Collection | Interval | Everything | Nothing

BINDERS = {"sum": (4,), "product": (4,), "limit": (3, 4), "diff": (3,), "integrate": (4,)}
"""Calls whose second argument is a variable that has no meaning outside, by number of arguments.

``sum(f, k, first, last)``, ``product(f, k, first, last)``, ``limit(f, x, point)`` and from one side
``limit(f, x, point, 1)`` (from above) or ``-1`` (from below), ``diff(f, x, point)`` (the derivative's value there),
``integrate(f, x, from, to)``. ``diff(f, x)`` and ``integrate(f, x)`` leave x free.
"""


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
    parts = _CHILDREN.get(type(node))
    return () if parts is None else parts(node)


def _pair(node: Any) -> tuple[Node, ...]:
    return node.left, node.right


_CHILDREN: dict[type, Callable[[Any], tuple[Node, ...]]] = {
    Neg: lambda node: (node.arg,),
    Percent: lambda node: (node.arg,),
    Quantity: lambda node: (node.arg,),
    Add: _pair,
    Sub: _pair,
    Mul: _pair,
    Div: _pair,
    Pow: lambda node: (node.base, node.exponent),
    Relation: _pair,
    Interval: lambda node: (node.low, node.high),
    Call: lambda node: node.args,
    And: lambda node: node.parts,
    Or: lambda node: node.parts,
    Collection: lambda node: node.items,
    Matrix: lambda node: tuple(entry for row in node.rows for entry in row),
}
"""By type: this is the innermost loop of everything that looks at trees."""


def rebuild(node: Node, parts: tuple[Node, ...]) -> Node:
    """The same kind of node with other parts."""
    spend(1)
    match node:
        case Neg() | Percent() | Add() | Sub() | Pow():
            return type(node)(*parts)  # type: ignore[arg-type]
        case And() | Or():
            return type(node)(parts)  # type: ignore[arg-type]
        case Quantity(_, unit):
            return Quantity(parts[0], unit)  # type: ignore[arg-type]
        case Matrix(rows):
            width = len(rows[0])
            return Matrix(tuple(parts[k : k + width] for k in range(0, len(parts), width)))  # type: ignore[misc]
        case Interval(_, _, low_closed, high_closed):
            return Interval(parts[0], parts[1], low_closed, high_closed)  # type: ignore[arg-type]
        case Mul(_, _, implicit):
            return Mul(parts[0], parts[1], implicit)  # type: ignore[arg-type]
        case Div(_, _, inline):
            return Div(parts[0], parts[1], inline)  # type: ignore[arg-type]
        case Call(name, _):
            return Call(name, parts)  # type: ignore[arg-type]
        case Relation(op, _, _):
            return Relation(op, *parts)  # type: ignore[arg-type]
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


def bound(node: Node) -> str | None:
    """The variable that a node binds in its first argument, None where it binds none."""
    if isinstance(node, Call) and len(node.args) in BINDERS.get(node.name, ()) and isinstance(node.args[1], Sym):
        return node.args[1].name
    return None


def substitute(node: Node, values: dict[str, Expr]) -> Node:
    """The tree with free symbols replaced by expressions; bound variables are renamed where they would catch one."""
    if isinstance(node, Sym):
        return values.get(node.name, node)
    parts = children(node)
    if not parts:
        return node
    node = _at_variable(node, values)
    if (name := bound(node)) is not None:
        return _substitute_outside(node, name, values)
    return rebuild(node, tuple(substitute(part, values) for part in parts))


def _at_variable(node: Node, values: dict[str, Expr]) -> Node:
    """``diff(f, x)`` as ``diff(f, x, x)`` where something with x, or something for x, is put in."""
    if isinstance(node, Call) and node.name == "diff" and len(node.args) == 2:
        name = node.args[1]
        if any(Sym(key) == name or symbols(name) & symbols(value) for key, value in values.items()):
            return Call("diff", (*node.args, name))
    return node


def _substitute_outside(node: Node, name: str, values: dict[str, Expr]) -> Node:
    body, _, *ends = children(node)
    inner = {key: value for key, value in values.items() if key != name}
    caught = (symbols(body) - {name}).union(*(symbols(value) for value in inner.values()))
    variable = name
    while variable in caught:
        variable += "_"
    if variable != name:
        inner = {**inner, name: Sym(variable)}
    rest = tuple(substitute(end, values) for end in ends)
    return rebuild(node, (substitute(body, inner), Sym(variable), *rest))


def symbols(node: Node) -> frozenset[str]:
    """Names of the free variables in a tree."""
    if isinstance(node, Sym):
        return frozenset((node.name,))
    found: set[str] = set()
    stack: list[Node] = [node]
    while stack:
        current = stack.pop()
        kind = type(current)
        if isinstance(current, Sym):
            found.add(current.name)
        elif kind is Call and (name := bound(current)) is not None:
            body, _, *ends = children(current)
            found |= symbols(body) - {name}
            stack.extend(ends)
        elif (parts := _CHILDREN.get(kind)) is not None:
            stack.extend(parts(current))
    return frozenset(found)


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
