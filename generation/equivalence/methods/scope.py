"""What a method needs to know besides the expression, and the parts of a tree that call for a method."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count

from generation.equivalence.realset import REALS, RealSet
from generation.expression.errors import BudgetError
from generation.expression.exact import exact, rational_value
from generation.expression.polynomial import Polynomial
from generation.expression.tree import Call, Expr, Node, Num, Pow, Sym, children, rebuild, symbols

MAX_SPLITS = 40
"""Cases that one relation is split into, all in all."""


@dataclass(slots=True)
class Scope:
    """The unknown, the numbers that matter, and how many cases were split so far."""

    name: str
    within: RealSet = REALS
    domain: RealSet = REALS
    """Where everything in the relation is defined; only there the signs must be right."""
    splits: int = 0
    methods: list[str] = field(default_factory=list)

    def split(self) -> None:
        """Count one more case. Raises BudgetError above the most."""
        self.splits += 1
        if self.splits > MAX_SPLITS:
            raise BudgetError("a relation of too many cases")

    def uses(self, method: str) -> None:
        """Keep the name of a method for the evidence."""
        if method not in self.methods:
            self.methods.append(method)


POLYNOMIAL_CALLS = frozenset({"mean", "variance"})
"""Functions that exact arithmetic writes out, letters in them or not."""


def is_special(node: Node, name: str) -> bool:
    """Whether a node takes its parts beyond the four operations and powers with whole exponents."""
    if isinstance(node, Call):
        return node.name not in POLYNOMIAL_CALLS and name in symbols(node)
    if not isinstance(node, Pow):
        return False
    if isinstance(node.exponent, Num):
        return node.exponent.value.denominator != 1 and name in symbols(node)
    if name not in symbols(node):
        return False
    if name in symbols(node.exponent):
        return True
    power = rational_value(node.exponent)
    return power is None or power.denominator != 1


def specials(node: Node, name: str) -> list[Expr]:
    """The largest parts that are special, each once, left to right."""
    found: list[Expr] = []
    stack: list[Node] = [node]
    while stack:
        part = stack.pop()
        if is_special(part, name):
            if part not in found:
                found.append(part)  # type: ignore[arg-type]
        else:
            stack.extend(reversed(children(part)))
    return found


def replaced(node: Node, parts: dict[Expr, Expr]) -> Expr:
    """The tree with some of its parts replaced."""
    return _replaced(node, parts, frozenset(map(type, parts)))


def _replaced(node: Node, parts: dict[Expr, Expr], kinds: frozenset[type]) -> Expr:
    if type(node) in kinds and node in parts:  # a look into the table goes through the whole of what it looks for
        return parts[node]  # type: ignore[index]  # its kind is among theirs
    inner = children(node)
    return rebuild(node, tuple(_replaced(part, parts, kinds) for part in inner)) if inner else node  # type: ignore[return-value]


def with_letters(expr: Expr, atoms: list[Expr]) -> tuple[Polynomial, list[str]]:
    """A polynomial with the signs of the expression, and the letters that stand in it for the atoms."""
    taken = symbols(expr)
    free = (f"t_{k}" for k in count())
    letters = [next(letter for letter in free if letter not in taken) for _ in atoms]
    ratio = exact(replaced(expr, {atom: Sym(letter) for atom, letter in zip(atoms, letters, strict=True)}))
    return ratio.top * ratio.bottom, letters
