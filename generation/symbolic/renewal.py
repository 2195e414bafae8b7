"""New numbers for the old ones in a tree: signs, zeros, ones, squares and the size of numbers stay as they are."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from math import gcd
from random import Random

from generation.expression.polynomial import extract_square
from generation.expression.tree import (
    Add,
    Call,
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
    rebuild,
    symbols,
    walk,
)

FREE = (2, 3, 5, 6, 7, 10, 11)
"""Square-free radicands of school size."""
LARGEST_POWER = 1_000
MAX_RENEWED = 10**6
"""Numbers above are kept: no item of school arithmetic varies them."""
ATTEMPTS = 12


class Renewal:
    """One renaming of the numbers of an item: equal ones stay equal, different ones different."""

    def __init__(self, rng: Random, *, exponents: bool, most: int = 15) -> None:
        """``most`` bounds the one-digit numbers that stand alone as terms."""
        self.rng = rng
        self.exponents = exponents
        self.most = most
        self.known: dict[tuple[str, Fraction], Fraction] = {}
        self.fractions: dict[tuple[int, int], tuple[int, int]] = {}

    def node(self, node: Node) -> Node:
        """The tree with new numbers."""
        match node:
            case Num(_, _, repeating) if repeating:
                return self.repeating(node)
            case Num(value, decimals):
                return Num(self.whole(value, decimals), decimals)
            case Call("sin" | "cos" | "tan" as name, (Call("degrees", (Num(),)),)):
                return Call(name, (Call("degrees", (Num(self.angle(name)),)),))
            case Call("sin" | "cos" | "tan" as name, (angle,)) if not symbols(angle) and Const("pi") in walk(angle):
                return Call(name, (Div(Const("pi"), Num(180 / self.angle("tan"))),))
            case Call("root", (Num(radicand), Num(degree))) if radicand.denominator == 1:
                return Call("root", self.higher_root(radicand, degree))
            case Call("C" | "P" as name, (Num(of), Num(taken))) if 0 < taken < of:
                return Call(name, self.chosen(of, taken))
            case Pow(base, Num(exponent)):
                return self.power(base, exponent)
            case Call("sqrt", (Num(radicand),)) if radicand.denominator == 1:
                return Call("sqrt", (Num(self.radicand(int(radicand))),))
            case Div(Num(top, 0), Num(bottom, 0), inline=False):
                new_top, new_bottom = self.fraction(int(top), int(bottom))
                return Div(Num(Fraction(new_top)), Num(Fraction(new_bottom)))
            case Div(left, Num(bottom, 0), inline=False):
                return Div(self.node(left), Num(self.bottom(int(bottom))))  # type: ignore[arg-type]
            case Mixed(whole, top, bottom):
                new_top, new_bottom = self.fraction(top, bottom)
                return Mixed(int(self.whole(Fraction(whole), 0)), new_top, new_bottom)
            case Add() | Sub() | Relation():
                return rebuild(node, tuple(self.term(part) for part in children(node)))
            case _:
                parts = children(node)
                return rebuild(node, tuple(self.node(part) for part in parts)) if parts else node

    def term(self, node: Node) -> Node:
        """A term of a sum or a side: numbers that stand alone may be a little larger than coefficients."""
        match node:
            case Num(value, decimals):
                return Num(self.whole(value, decimals, 1, self.most), decimals)
            case Neg(Num(value, decimals)):
                return Neg(Num(self.whole(value, decimals, 1, self.most), decimals))
            case _:
                return self.node(node)

    def whole(self, value: Fraction, decimals: int, low: int = 2, most: int = 9) -> Fraction:
        """A number of about the same size with the same decimals; 0 stays, and 1 where it is a factor."""
        scale = 10**decimals
        size = int(value * scale)
        if (size == 1 and low > 1 and not decimals) or not 0 < size <= MAX_RENEWED:
            return value
        least, largest = (low, most) if size < 10 else (max(2, size // 2), 2 * size)
        return self.once("number", value, lambda: Fraction(self.unrounded(least, largest, decimals), scale))

    def unrounded(self, low: int, high: int, decimals: int) -> int:
        """An integer whose last digit is not 0 where it stands behind a decimal point."""
        while True:
            new = self.rng.randint(low, high)
            if not decimals or new % 10:
                return new

    def repeating(self, number: Num) -> Num:
        """A repeating decimal with other digits, as many before and within the period."""
        scale, nines = 10 ** (number.decimals - number.repeating), 10**number.repeating - 1
        whole = int(number.value)
        digits = (number.value - whole) * scale * nines
        new = digits
        while new == digits or new % nines == 0 or not new % 10:
            new = Fraction(self.rng.randint(1, scale * nines - 1))
        return Num(whole + new / (scale * nines), number.decimals, number.repeating)

    def angle(self, name: str) -> Fraction:
        """A special angle in degrees."""
        return Fraction(self.rng.choice((30, 45, 60) if name == "tan" else (0, 30, 45, 60, 90)))

    def higher_root(self, radicand: Fraction, degree: Fraction) -> tuple[Num, Num]:
        """A root of the third degree or more; one that comes out for one that comes out."""
        base = round(float(radicand) ** (1 / float(degree)))
        if base ** int(degree) != radicand:
            return Num(self.whole(radicand, 0)), Num(degree)
        new_base = self.once("rooted", Fraction(base), lambda: Fraction(self.rng.randint(2, 5)))
        new_degree = self.rng.choice((3, 4, 5) if new_base < 4 else (3, 4))
        return Num(new_base**new_degree), Num(Fraction(new_degree))

    def chosen(self, of: Fraction, taken: Fraction) -> tuple[Num, Num]:
        """How many to choose from, and fewer that are chosen."""
        new_of = self.once("chosen from", of, lambda: Fraction(self.rng.randint(4, 9)))
        return Num(new_of), Num(self.once("chosen", taken, lambda: Fraction(self.rng.randint(2, int(new_of) - 1))))

    def once(self, sort: str, old: Fraction, draw: Callable[[], Fraction]) -> Fraction:
        """The same new number for the same old one, another one for another."""
        if (sort, old) not in self.known:
            taken = {new for (known, _), new in self.known.items() if known == sort}
            new = draw()
            for _ in range(ATTEMPTS):
                if new not in taken:
                    break
                new = draw()
            self.known[sort, old] = new
        return self.known[sort, old]

    def power(self, base: Node, exponent: Fraction) -> Node:
        """A power; its exponent changes only where exponents are what the item is about."""
        new_base = self.node(base)
        new = exponent
        if self.exponents and exponent.denominator == 1 and 2 <= exponent <= MAX_RENEWED:
            bare = new_base.arg if isinstance(new_base, Neg) else new_base
            most = int(max(4 if isinstance(bare, Num) else 7, exponent))
            new = self.once("exponent", exponent, lambda: Fraction(self.rng.randint(2, most)))
            while isinstance(bare, Num) and new > 2 and bare.value ** int(new) > LARGEST_POWER:
                new -= 1
        return Pow(new_base, Num(new))  # type: ignore[arg-type]

    def radicand(self, value: int) -> Fraction:
        """s²m with new s and m: like roots stay like, a square stays one, a root without square factor too."""
        if not 1 < value <= MAX_RENEWED:
            return Fraction(value)
        outside, free = extract_square(value)
        new_free, most = Fraction(1), 12
        if free > 1:
            new_free, most = self.once("radicand", Fraction(free), lambda: Fraction(self.rng.choice(FREE))), 5
        if outside == 1:
            return new_free
        new = self.once("square", Fraction(outside), lambda: Fraction(self.rng.randint(2, max(most, outside))))
        return new * new * new_free

    def bottom(self, value: int) -> Fraction:
        """A denominator under letters."""
        if not 1 < value <= MAX_RENEWED:
            return Fraction(value)
        return self.once("bottom", Fraction(value), lambda: Fraction(self.rng.randint(2, max(6, value))))

    def fraction(self, top: int, bottom: int) -> tuple[int, int]:
        """A fraction that is proper where the old one was, and in lowest terms where the old one was."""
        if not 1 < bottom <= MAX_RENEWED or not 0 < top <= MAX_RENEWED:
            return top, bottom
        new = (top, bottom)
        for _ in range(ATTEMPTS):
            new = self.fractions.get((top, bottom)) or self._fraction(top, bottom)
            if all(new != other for old, other in self.fractions.items() if old != (top, bottom)):
                break
        self.fractions[top, bottom] = new
        return new

    def _fraction(self, top: int, bottom: int) -> tuple[int, int]:
        common = gcd(top, bottom)
        most = max(9, bottom // common)
        sort = "reduced" if common == 1 else "reducible"
        new_bottom = int(self.once(sort, Fraction(bottom), lambda: Fraction(self.rng.randint(2, most))))
        low, high = (1, new_bottom - 1) if top < bottom else (new_bottom + 1, 3 * new_bottom)
        tops = [n for n in range(low, min(high, low + 60) + 1) if gcd(n, new_bottom) == 1]
        new_top = 1 if top == common else self.rng.choice([n for n in tops if n > 1] or tops)
        factor = 1 if common == 1 else self.rng.randint(2, max(9, common))
        return new_top * factor, new_bottom * factor


def about_exponents(node: Node) -> bool:
    """Whether an expression is a product of powers, or of numbers alone: there exponents may change."""
    stack, letters, sums = [node], False, False
    while stack:
        current = stack.pop()
        sums = sums or isinstance(current, Add | Sub)
        letters = letters or isinstance(current, Sym)
        stack.extend(children(current))
    return isinstance(node, Mul | Div | Pow | Neg | Add | Sub) and not (letters and sums)
