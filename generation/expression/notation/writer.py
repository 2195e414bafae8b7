"""What the notations share: how tightly each operation binds, numbers, chains, and where brackets are needed."""

from __future__ import annotations

from fractions import Fraction
from functools import cached_property

from generation.expression.characters import WORDS
from generation.expression.tree import (
    Add,
    And,
    Call,
    Collection,
    Div,
    Everything,
    Expr,
    Interval,
    Matrix,
    Mixed,
    Mul,
    Neg,
    Node,
    Nothing,
    Num,
    Or,
    Percent,
    Pow,
    Quantity,
    Relation,
    Sub,
    Sym,
    walk,
)
from generation.expression.units import SPELLINGS
from generation.expression.vocabulary import CONSTANTS, FUNCTIONS, MAX_JUXTAPOSED

SUM, TERM, QUOTIENT, CHUNK, FACTOR, ATOM = range(1, 7)
"""How tightly an operation binds: + −, × ÷, a fraction bar, side by side, powers, one piece."""
_POSTFIX = frozenset({"factorial", "degrees"})
_LONG = tuple(name for name in CONSTANTS if len(name) > 1)


def digits(value: Num) -> tuple[str, str, str]:
    """A number as written: before the point, behind it, and what repeats."""
    if not value.decimals:
        return str(value.value), "", ""
    scaled = value.value * Fraction(10) ** value.decimals
    text = str(int(scaled)).rjust(value.decimals + 1, "0")
    whole, behind = text[: -value.decimals], text[-value.decimals :]
    split = value.decimals - value.repeating
    return whole, behind[:split], behind[split:]


def binding(expr: Expr) -> int:
    """How tightly the outermost operation binds."""
    match expr:
        case Add() | Sub() | Neg():
            return SUM
        case Mul(_, right, implicit):
            return CHUNK if implicit and not begins_with_digit(right) else TERM
        case Div(_, _, inline):
            return TERM if inline else QUOTIENT
        case Quantity() | Mixed():
            return TERM
        case Pow() | Percent():
            return FACTOR
        case Call(name, _):
            return FACTOR if name in _POSTFIX else ATOM
        case _:
            return ATOM


def begins_with_digit(expr: Expr) -> bool:
    """Whether a factor begins with a digit, so that a sign stands before it."""
    match expr:
        case Num():
            return True
        case Pow(base, _) | Percent(base) | Call("factorial" | "degrees", (base,)):
            return isinstance(base, Num)
    return False


class Writer:
    """Writes a tree; the subclasses know brackets, fractions and signs."""

    plus, minus = " + ", " - "
    braces = "{", "}"
    percent = "%"

    def __init__(self, root: Node) -> None:
        self.root = root

    @cached_property
    def names(self) -> frozenset[str]:
        """The variables of the whole tree, bound ones too."""
        return frozenset(part.name for part in walk(self.root) if isinstance(part, Sym))

    def write(self, node: Node) -> str:
        match node:
            case Relation(op, left, right):
                return self.related(self.write(left), op, self.write(right))
            case And(parts):
                return self.chained(parts) or self.conjunction(parts)
            case Or(parts):
                return self.disjunction([self.joined(part, (Or,)) for part in parts])
            case Collection(kind, items):
                opening, closing = {"list": ("", ""), "set": self.braces, "tuple": ("(", ")")}[kind]
                return opening + ", ".join(self.write(item) for item in items) + closing
            case Interval(low, high, low_closed, high_closed):
                ends = f"{self.write(low)}, {self.write(high)}"
                return f"{'[' if low_closed else '('}{ends}{']' if high_closed else ')'}"
            case Everything():
                return self.word("all")
            case Nothing():
                return self.word("none")
            case _:
                return self.expression(node)

    def expression(self, expr: Expr) -> str:
        match expr:
            case Num():
                return self.number(expr)
            case Add() | Sub():
                return self.sum(expr)
            case Neg(arg):
                return "-" + self.at_least(arg, TERM)
            case Mul(left, right, implicit):
                return self.side_by_side(left, right) if implicit else self.times(left, right)
            case Div():
                return self.quotient(expr)
            case Percent(arg):
                return self.at_least(arg, ATOM) + self.percent
            case Matrix(rows):
                return self.matrix(rows)
            case _:
                return self.special(expr)

    def sum(self, expr: Expr) -> str:
        """Terms from left to right, in a loop: there may be many."""
        terms: list[str] = []
        while isinstance(expr, Add | Sub):
            terms.append((self.plus if isinstance(expr, Add) else self.minus) + self.at_least(expr.right, TERM))
            expr = expr.left
        return "".join([self.write(expr), *reversed(terms)])

    def at_least(self, expr: Expr, level: int) -> str:
        return self.write(expr) if binding(expr) >= level else self.bracket(self.write(expr))

    def joined(self, part: Node, bracketed: tuple[type[Node], ...]) -> str:
        """A part of a disjunction or conjunction."""
        text = self.write(part)
        if not isinstance(part, bracketed) or (isinstance(part, And) and self.chained(part.parts) is not None):
            return text
        return f"({text})"

    def chained(self, parts: tuple[Node, ...]) -> str | None:
        """``2 < x < 3`` where the relations share their sides."""
        previous: Expr | None = None
        for part in parts:
            if not isinstance(part, Relation) or part.op in ("=", "!=") or previous not in (None, part.left):
                return None
            previous = part.right
        text = ""
        for part in parts:
            assert isinstance(part, Relation)
            text = self.related(text or self.write(part.left), part.op, self.write(part.right))
        return text

    def related(self, left: str, op: str, right: str) -> str:
        return left + self.spaced(op) + right

    def together(self, left: str, right: str) -> bool:
        """Whether two texts may touch without their letters being read as one name, unit or word."""
        head = right[0]
        tail = left[-1]
        if not (head.isalpha() and head.isascii() and tail.isalpha() and tail.isascii()):
            return True
        start, end = len(left), 0
        while start and left[start - 1].isascii() and left[start - 1].isalpha():
            start -= 1
        while end < len(right) and right[end].isascii() and right[end].isalpha():
            end += 1
        run = left[start:] + right[:end]
        return (
            end == 1  # xln would be three letters
            and not right[1:2].isdigit()  # qx1 would be qx and 1
            and len(run) <= MAX_JUXTAPOSED
            and run not in FUNCTIONS
            and run not in CONSTANTS
            and run not in WORDS
            and run not in SPELLINGS
            and not any(name in run for name in _LONG)
            and left[start:] not in self.names - set(left[start:])
            and run not in self.names
        )

    def number(self, value: Num) -> str:
        raise NotImplementedError

    def spaced(self, op: str) -> str:
        raise NotImplementedError

    def bracket(self, text: str) -> str:
        raise NotImplementedError

    def times(self, left: Expr, right: Expr) -> str:
        raise NotImplementedError

    def side_by_side(self, left: Expr, right: Expr) -> str:
        raise NotImplementedError

    def quotient(self, expr: Div) -> str:
        raise NotImplementedError

    def matrix(self, rows: tuple[tuple[Expr, ...], ...]) -> str:
        raise NotImplementedError

    def special(self, expr: Expr) -> str:
        raise NotImplementedError

    def conjunction(self, parts: tuple[Node, ...]) -> str:
        raise NotImplementedError

    def disjunction(self, parts: list[str]) -> str:
        raise NotImplementedError

    def word(self, word: str) -> str:
        raise NotImplementedError
