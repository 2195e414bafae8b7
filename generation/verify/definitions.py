"""What a model defines: functions are put in where they are called, terms of sequences are computed one by one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from generation.expression.errors import BudgetError, NotExactError, UndefinedError
from generation.expression.exact import exact, rational_value
from generation.expression.normal import ratio_tree
from generation.expression.tree import (
    Call,
    Expr,
    Node,
    Sym,
    bound,
    children,
    integer,
    product_of,
    rebuild,
    substitute,
    sum_of,
    symbols,
    walk,
)

MAX_NODES = 4_000
"""Of one tree after functions are put in; a formula of a school item has some 30."""
MAX_DEPTH = 30
"""Functions inside functions."""
MAX_INDEX = 1_000
"""Of a term that is computed."""
MAX_SUMMANDS = 200
MAX_WORK = 50_000
"""Parts of all trees that are put together for one item."""
MAX_BITS = 20_000
"""Of a number among the terms of a sequence."""


@dataclass(frozen=True, slots=True)
class Function:
    """``f(x) = x^2 - 8x + 7``."""

    parameters: tuple[str, ...]
    body: Expr


@dataclass(frozen=True, slots=True)
class Sequence:
    """First terms by index, and a rule that gives a(n) from terms before, or from n alone."""

    index: str
    rule: Expr | None
    first: Mapping[int, Expr]


@dataclass(slots=True)
class Definitions:
    """All definitions of a model; terms once computed are kept."""

    functions: dict[str, Function] = field(default_factory=dict)
    sequences: dict[str, Sequence] = field(default_factory=dict)
    _terms: dict[tuple[str, int], Expr] = field(default_factory=dict, init=False)
    _computing: set[tuple[str, int]] = field(default_factory=set, init=False)
    _work: int = field(default=0, init=False)

    @property
    def names(self) -> frozenset[str]:
        """Names of everything defined."""
        return frozenset(self.functions) | frozenset(self.sequences)

    def expand(self, node: Node, depth: int = 0) -> Node:
        """The tree with every function put in and every term with a number for its index computed.

        Raises UndefinedError for a term that there is not, BudgetError, or NotExactError.
        """
        if not self.names:
            return node
        if depth > MAX_DEPTH:
            raise BudgetError(f"functions inside functions, more than {MAX_DEPTH} deep")
        if isinstance(node, Call) and (name := bound(node)) is not None:
            if any(name in symbols(f.body) - set(f.parameters) for f in self.functions.values()):
                raise NotExactError(f"the letter {name} is bound here and stands in a definition")
            if self._over_terms(node, name):
                return self._unrolled(node, name, depth)
        parts = tuple(self.expand(part, depth) for part in children(node))
        if isinstance(node, Call) and node.name in self.names:
            args = tuple(part for part in parts if isinstance(part, Expr))
            return self._function(node, args, depth) if node.name in self.functions else self._term(node, args)
        return rebuild(node, parts) if parts else node

    def _function(self, call: Call, args: tuple[Expr, ...], depth: int) -> Node:
        function = self.functions[call.name]
        if len(args) != len(function.parameters):
            raise UndefinedError(f"{call.name} is defined with {len(function.parameters)} arguments, not {len(args)}")
        times = Counter(part.name for part in walk(function.body) if isinstance(part, Sym))
        size = _size(function.body)
        size += sum(times[name] * _size(arg) for name, arg in zip(function.parameters, args, strict=True))
        self._work += size
        if size > MAX_NODES or self._work > MAX_WORK:
            raise BudgetError(f"an expression of more than {MAX_NODES} parts after its functions are put in")
        body = substitute(function.body, dict(zip(function.parameters, args, strict=True)))
        expanded = self.expand(body, depth + 1)
        if (size := _size(expanded)) > MAX_NODES:
            raise BudgetError(f"an expression of {size} parts after its functions are put in")
        return expanded

    # -- sequences ---------------------------------------------------------------------------------------------

    def _term(self, call: Call, args: tuple[Expr, ...]) -> Expr:
        """The term as a number or expression; a call with a letter for its index stays."""
        if len(args) != 1:
            raise UndefinedError(f"{call.name} is a sequence and has one index, not {len(args)}")
        if symbols(args[0]):
            return Call(call.name, args)
        index = rational_value(args[0])
        if index is None or index.denominator != 1:
            raise UndefinedError(f"the index of {call.name} is a whole number")
        return self.term(call.name, int(index))

    def term(self, name: str, index: int) -> Expr:
        """One term of a sequence, computed from the first ones upwards. Raises as :meth:`expand`."""
        sequence = self.sequences[name]
        if index > MAX_INDEX:
            raise BudgetError(f"a term with an index above {MAX_INDEX}")
        start = min(sequence.first, default=index)
        if index < start or (sequence.rule is None and index not in sequence.first):
            raise UndefinedError(f"{name}({index}) is not defined")
        for position in range(start, index + 1):  # upwards, so that no recursion is deep
            if sequence.rule is not None or position == index:
                self._compute(name, position)
        return self._terms[name, index]

    def _compute(self, name: str, index: int) -> None:
        key = (name, index)
        if key in self._terms:
            return
        if key in self._computing:
            raise UndefinedError(f"{name}({index}) is defined by itself")
        sequence = self.sequences[name]
        if index in sequence.first:
            definition = sequence.first[index]
        else:
            assert sequence.rule is not None
            replaced = substitute(sequence.rule, {sequence.index: integer(index)})
            assert isinstance(replaced, Expr)
            definition = replaced
        self._computing.add(key)
        try:
            expanded = self.expand(definition)
        finally:
            self._computing.discard(key)
        assert isinstance(expanded, Expr)
        value = exact(expanded)
        if any(c.numerator.bit_length() > MAX_BITS for c in (*value.top.terms.values(), *value.bottom.terms.values())):
            raise BudgetError(f"a term of more than {MAX_BITS} bits")
        self._terms[key] = ratio_tree(value)

    # -- sums over terms ---------------------------------------------------------------------------------------

    def _over_terms(self, node: Call, name: str) -> bool:
        """Whether a sum or product runs over terms of a sequence, which have to be computed one by one."""
        return node.name in ("sum", "product") and any(
            isinstance(part, Call) and self._reaches_sequence(part.name) and name in symbols(part)
            for part in walk(node.args[0])
        )

    def _reaches_sequence(self, name: str) -> bool:
        if name not in self.functions:
            return name in self.sequences
        return any(
            self._reaches_sequence(part.name)
            for part in walk(self.functions[name].body)
            if isinstance(part, Call) and part.name in self.names
        )

    def _unrolled(self, node: Call, name: str, depth: int) -> Node:
        first, last = (rational_value(end) if not symbols(end) else None for end in node.args[2:])
        if first is None or last is None or first.denominator != 1 or last.denominator != 1:
            raise NotExactError(f"a {node.name} over terms of a sequence without numbers for its ends")
        if last - first >= MAX_SUMMANDS:
            raise BudgetError(f"a {node.name} of more than {MAX_SUMMANDS} terms of a sequence")
        terms: list[Expr] = []
        for k in range(int(first), int(last) + 1):
            part = self.expand(substitute(node.args[0], {name: integer(k)}), depth + 1)
            assert isinstance(part, Expr)
            terms.append(part)
        return sum_of([(1, term) for term in terms]) if node.name == "sum" else product_of(terms)


def _size(node: Node) -> int:
    return sum(1 for _ in walk(node))
