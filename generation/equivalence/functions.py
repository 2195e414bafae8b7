"""Whether two expressions with functions of letters in them are the same: each function becomes a letter of its own.

``sin x``, ``2^x``, ``ln x``, ``√(x+1)`` are letters; known relations (sin² + cos² = 1, squares of roots, powers of one
base) are used. What is equal so is equal wherever both are defined; nothing is said of what is not.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from generation.expression.binders import written_out
from generation.expression.constants import prime_exponents
from generation.expression.errors import NotExactError
from generation.expression.exact import ONE, Ratio, exact, rational_value
from generation.expression.normal import ratio_tree
from generation.expression.polynomial import Polynomial
from generation.expression.ratios import UNIT, added, divided, is_zero, multiplied, negated, rational
from generation.expression.tree import (
    BINDERS,
    Add,
    Call,
    Const,
    Div,
    Expr,
    Mul,
    Neg,
    Num,
    Percent,
    Pow,
    Sub,
    number,
    symbols,
)

MAX_LETTERS = 20
MAX_ROOT = 10


def same_function(a: Expr, b: Expr) -> bool:
    """Whether two expressions are shown to be equal. Raises NotExactError or UndefinedError where they are not read."""
    letters = _Letters()
    difference = added(letters.value(a), negated(letters.value(b)))
    return is_zero(Ratio(letters.reduced(difference.top), ONE))


@dataclass(slots=True)
class _Letters:
    """The letters given so far, by what they stand for."""

    names: dict[object, str] = field(default_factory=dict)
    squares: dict[str, Polynomial] = field(default_factory=dict)
    """What the square of a letter is."""

    def value(self, expr: Expr) -> Ratio:
        """The expression as a quotient of polynomials in its letters."""
        match expr:
            case Neg(arg):
                return negated(self.value(arg))
            case Percent(arg):
                return multiplied(self.value(arg), rational(Fraction(1, 100)))
            case Add(left, right):
                return added(self.value(left), self.value(right))
            case Sub(left, right):
                return added(self.value(left), negated(self.value(right)))
            case Mul(left, right):
                return multiplied(self.value(left), self.value(right))
            case Div(left, right):
                return divided(self.value(left), self.value(right))
            case Pow(base, exponent) if symbols(expr):
                return self._power(base, exponent)
            case Call(name, args) if symbols(expr):
                return self.value(written_out(expr)) if name in BINDERS else self._function(name, args)
            case _:
                return exact(expr)

    def reduced(self, polynomial: Polynomial) -> Polynomial:
        """With no higher power of a letter whose square is known."""
        for name, square in self.squares.items():
            parts = polynomial.coefficients(name)
            if len(parts) < 3:
                continue
            letter = Polynomial.variable(name)
            total = Polynomial.constant(0)
            for k, part in enumerate(parts):
                power = part * square.power(k // 2) if k > 1 else part
                total = total + (power * letter if k % 2 else power)
            polynomial = total
        return polynomial

    def _letter(self, key: object) -> Polynomial:
        if key not in self.names:
            if len(self.names) >= MAX_LETTERS:
                raise NotExactError("too many functions")
            self.names[key] = f"F({len(self.names)})"
        return Polynomial.variable(self.names[key])

    # -- powers ------------------------------------------------------------------------------------------------

    def _power(self, base: Expr, exponent: Expr) -> Ratio:
        if symbols(exponent):
            if symbols(base):
                raise NotExactError("a power with letters in base and exponent")
            return self._exponential(base, self.value(exponent))
        power = rational_value(exponent)
        if power is None or abs(power) > 64:
            raise NotExactError("a power of this sort")
        return self._raised(self.value(base), power)

    def _raised(self, value: Ratio, power: Fraction) -> Ratio:
        factor = value if power.denominator == 1 else self._root(value, power.denominator)
        if power < 0:
            factor = divided(UNIT, factor)
        result = UNIT
        for _ in range(abs(power.numerator)):
            result = multiplied(result, factor)
        return result

    def _root(self, value: Ratio, degree: int) -> Ratio:
        if degree > MAX_ROOT:
            raise NotExactError("a root of this degree")
        letter = self._letter(("root", degree, _key(value)))
        if degree == 2 and value.bottom == ONE:
            self.squares[next(iter(letter.unknowns))] = value.top
        return Ratio(letter, ONE)

    def _exponential(self, base: Expr, exponent: Ratio) -> Ratio:
        """A product over the terms of the exponent, and over the primes of the base."""
        if exponent.bottom != ONE:
            return Ratio(self._letter(("power", base, _key(exponent))), ONE)
        value = rational_value(base)
        bases: dict[Expr, int] = {Const("e"): 1} if base == Const("e") else {}
        if value is not None and value > 0:
            bases = {number(prime): times for prime, times in prime_exponents(value).items()}
        if not bases and value != 1:
            raise NotExactError("a power of such a number")
        result = UNIT
        for part, times in bases.items():
            for (root, monomial), c in exponent.top.terms.items():
                result = multiplied(result, self._factor(part, Polynomial({(root, monomial): Fraction(1)}), c * times))
        return result

    def _factor(self, base: Expr, unit: Polynomial, c: Fraction) -> Ratio:
        if not unit.unknowns:
            return exact(Pow(base, ratio_tree(Ratio(unit.scaled(c), ONE))))
        letter = Ratio(self._letter(("power", base, _key(Ratio(unit, ONE)), c.denominator)), ONE)
        return self._raised(letter, Fraction(c.numerator))

    # -- functions ---------------------------------------------------------------------------------------------

    def _function(self, name: str, args: tuple[Expr, ...]) -> Ratio:
        if name == "exp":
            return self._exponential(Const("e"), self.value(args[0]))
        if name == "sqrt":
            return self._root(self.value(args[0]), 2)
        if name == "root" and (degree := rational_value(args[1])) is not None and degree.denominator == 1:
            return self._root(self.value(args[0]), int(degree))
        if name == "log":
            base: Expr = args[1] if len(args) == 2 else Num(Fraction(10))
            return divided(self._function("ln", args[:1]), self.value(Call("ln", (base,))))
        if name in ("sin", "cos", "tan"):
            return self._wave(name, self.value(args[0]))
        if not any(symbols(arg) for arg in args):
            return exact(Call(name, args))
        return Ratio(self._letter((name, *(_key(self.value(arg)) for arg in args))), ONE)

    def _wave(self, name: str, angle: Ratio) -> Ratio:
        if name == "tan":
            return divided(self._wave("sin", angle), self._wave("cos", angle))
        negative = _leads_negative(angle.top)
        key = _key(negated(angle) if negative else angle)
        sine, cosine = (Ratio(self._letter((wave, key)), ONE) for wave in ("sin", "cos"))
        self.squares[next(iter(cosine.top.unknowns))] = ONE - sine.top * sine.top
        if name == "cos":
            return cosine
        return negated(sine) if negative else sine


def _key(value: Ratio) -> object:
    return frozenset(value.top.terms.items()), frozenset(value.bottom.terms.items())


def _leads_negative(polynomial: Polynomial) -> bool:
    return bool(polynomial.terms) and min(polynomial.terms.items())[1] < 0
