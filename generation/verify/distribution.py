"""How often an expression takes each value over a finite space: tuples counted without going through them.

Values are combined, not tuples: the sum of ten dice is a convolution of ten short tables. Where symbols stand in
several parts of an expression, their cases are gone through and the rest is combined in each. Arithmetic is that of
:mod:`generation.expression.exact`, so that nothing but the tree is shared with the enumeration.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import product
from math import prod

from generation.expression.errors import BudgetError, NotExactError, UndefinedError
from generation.expression.exact import exact
from generation.expression.tree import (
    Add,
    And,
    Expr,
    Logic,
    Mul,
    Node,
    Relation,
    Sub,
    Sym,
    bound,
    children,
    number,
    rebuild,
    symbols,
)
from generation.verify.spaces import Space

MAX_WORK = 60_000
"""Pairs of values combined in one item; some 0.2 s."""
COST_OF_CALL = 6
"""Of what the exact arithmetic works out, in units of a sum."""
_Value = Fraction | int | None
"""None where the expression is undefined."""
_Fixed = Mapping[str, int | Fraction]
_COMPARE: dict[str, Callable[[Fraction | int], bool]] = {
    "=": lambda d: d == 0,
    "!=": lambda d: d != 0,
    "<": lambda d: d < 0,
    "<=": lambda d: d <= 0,
    ">": lambda d: d > 0,
    ">=": lambda d: d >= 0,
}


def count_by_distribution(space: Space, logics: Sequence[Logic]) -> int | None:
    """The number of tuples that fulfil all relations; None where every tuple would have to be gone through.

    ``space`` has the symbols of the relations, no others. Raises NotExactError or BudgetError.
    """
    try:
        return _Tables(space).holding(And(tuple(logics)), {}) if len(space) > 1 else None
    except _UnpartedError:
        return None


class _UnpartedError(ArithmeticError):
    """Nothing is left to combine: all symbols stand in several parts at once."""


class _Tables:
    def __init__(self, space: Space) -> None:
        self.space = space
        self._left = MAX_WORK

    def holding(self, logic: Logic, fixed: _Fixed) -> int:
        """The number of assignments of the symbols not yet fixed for which the relations hold."""
        total = 0
        parts = children(logic)
        for case in self._cases(parts, fixed):
            if isinstance(logic, Relation):
                total += self._fulfilled(logic, case)
            else:
                held = [self.holding(part, case) for part in logic.parts]
                sizes = [self._size(part, case) for part in logic.parts]
                missed = prod(size - count for size, count in zip(sizes, held, strict=True))
                total += prod(held) if isinstance(logic, And) else prod(sizes) - missed
        return total

    def _fulfilled(self, relation: Relation, case: _Fixed) -> int:
        compare, total = _COMPARE[relation.op], 0
        right = self._table(relation.right, case)
        for a, often in self._table(relation.left, case).items():
            for b, times in right.items():
                self._spend()
                if a is not None and b is not None and compare(a - b):
                    total += often * times
        return total

    def _table(self, expr: Expr, fixed: _Fixed) -> Counter[_Value]:
        """How many assignments of the symbols not yet fixed give each value."""
        if isinstance(expr, Sym):
            return Counter([fixed[expr.name]] if expr.name in fixed else self.space[expr.name])
        if bound(expr) is not None:
            raise NotExactError("bound variables are not counted over")
        parts = [part for part in children(expr) if isinstance(part, Expr)]
        total: Counter[_Value] = Counter()
        for case in self._cases(parts, fixed):
            tables = [self._table(part, case) for part in parts]
            for combined in product(*(table.items() for table in tables)):
                self._spend(1 if isinstance(expr, Add | Sub | Mul) else COST_OF_CALL)
                total[_applied(expr, [value for value, _ in combined])] += prod(often for _, often in combined)
        return total

    def _cases(self, parts: Sequence[Node], fixed: _Fixed) -> Iterator[_Fixed]:
        """The assignments of the symbols that stand in more than one part."""
        seen: Counter[str] = Counter()
        for part in parts:
            seen.update(symbols(part) - fixed.keys())
        shared = sorted(name for name, times in seen.items() if times > 1)
        if len(shared) == len(self.space):
            raise _UnpartedError
        for values in product(*(self.space[name] for name in shared)):
            self._spend()
            yield {**fixed, **dict(zip(shared, values, strict=True))}

    def _size(self, node: Node, fixed: _Fixed) -> int:
        return prod(len(self.space[name]) for name in symbols(node) - fixed.keys())

    def _spend(self, cost: int = 1) -> None:
        self._left -= cost
        if self._left < 0:
            raise BudgetError("more values than can be combined")


def _applied(expr: Expr, values: list[_Value]) -> _Value:
    """The value of an operation on values."""
    known = [value for value in values if value is not None]
    if len(known) < len(values):
        return None
    match expr:
        case Add():
            return known[0] + known[1]
        case Sub():
            return known[0] - known[1]
        case Mul():
            return known[0] * known[1]
    tree = rebuild(expr, tuple(number(value) for value in known))
    assert isinstance(tree, Expr)
    try:
        value = exact(tree).rational()
    except UndefinedError:
        return None
    if value is None:
        raise NotExactError("a value that is not rational")
    return value
