"""Logarithms of the unknown: to one base, then as a letter, or gathered into one logarithm.

On the domain every argument is above zero, and there the logarithm is increasing: a sum of multiples of logarithms is
above a number exactly where the product of the powers is above the power of the base.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from math import lcm

from generation.equivalence.methods.preimage import preimage, through, through_logarithm
from generation.equivalence.methods.scope import Scope, is_special, with_letters
from generation.equivalence.methods.signs import Signs, polynomial_signs
from generation.equivalence.real import Number, sign
from generation.equivalence.realset import RealSet
from generation.equivalence.relations import at
from generation.expression.errors import BudgetError, NotExactError
from generation.expression.exact import ONE, Ratio, exact
from generation.expression.normal import polynomial_tree
from generation.expression.polynomial import Polynomial
from generation.expression.transcendental import divided, exponential, natural_log, proportion
from generation.expression.tree import Call, Expr, Num, Sub, symbols, walk

Solve = Callable[[Expr, Scope], Signs]
MAX_POWER = 12
_TEN: Expr = Num(Fraction(10))


def argument_and_base(atom: Expr) -> tuple[Expr, Expr | None] | None:
    """Argument and base of a logarithm, None for the natural base; None for what is no logarithm."""
    match atom:
        case Call("ln", (arg,)):
            return arg, None
        case Call("log", (arg,)):
            return arg, _TEN
        case Call("log", (arg, base)):
            return arg, base
    return None


def logarithm_signs(expr: Expr, atoms: list[Expr], scope: Scope, solve: Solve) -> Signs:
    """The signs of an expression with logarithms of the unknown, on its domain."""
    polynomial, letters = with_letters(expr, atoms)
    gathered = _Gathered(scope, solve)
    for letter, atom in zip(letters, atoms, strict=True):
        polynomial = gathered.put_in(polynomial, letter, atom)
    used = [letter for letter in gathered.arguments if letter in polynomial.variables]
    if not used:
        return polynomial_signs(polynomial, scope.name)
    if scope.name in polynomial.variables:
        return _factor_apart(polynomial, used, gathered)
    if len(used) == 1:
        return gathered.one(polynomial, used[0])
    return gathered.linear(polynomial, used)


def _factor_apart(polynomial: Polynomial, used: list[str], gathered: _Gathered) -> Signs:
    """A logarithm times a polynomial in the unknown."""
    if len(used) == 1:
        parts = polynomial.coefficients(used[0])
        present = [part for part in parts if not part.is_zero]
        if len(present) == 1:
            signs = polynomial_signs(present[0], gathered.scope.name)
            factor = gathered.one(Polynomial.variable(used[0]), used[0])
            for _ in range(len(parts) - 1):
                signs = signs * factor
            return signs
    raise NotExactError("the unknown beside logarithms of it")


class _Gathered:
    """The logarithms, each a multiple of the scale: letters for those of different arguments."""

    def __init__(self, scope: Scope, solve: Solve) -> None:
        self.scope = scope
        self.solve = solve
        self.scale: Polynomial | None = None
        self.arguments: dict[str, Expr | Ratio] = {}

    def put_in(self, polynomial: Polynomial, letter: str, atom: Expr) -> Polynomial:
        """The polynomial with a logarithm written by letters of this collection."""
        parts = argument_and_base(atom)
        if parts is None:
            raise NotExactError("logarithms beside other functions of the unknown")
        argument, base = parts
        if base is not None and self.scope.name in symbols(base):
            below = self._written(base)
            top = self._number_or_written(argument)
            # top/below: multiplying by the square of what is below keeps the sign
            parts_by_power = polynomial.coefficients(letter)
            degree = len(parts_by_power) - 1
            total = Polynomial({})
            even = degree + degree % 2
            for power, part in enumerate(parts_by_power):
                total = total + part * top.power(power) * below.power(even - power)
            return total
        log_of_base = natural_log(_number(base)) if base is not None else ONE
        if self.scale is None:
            self.scale = log_of_base if sign(log_of_base) > 0 else -log_of_base
        value = self._number_or_written(argument) * divided(self.scale, log_of_base)
        return at(polynomial, letter, value)

    def _number_or_written(self, argument: Expr) -> Polynomial:
        if self.scope.name in symbols(argument):
            return self._written(argument)
        if self.scale is None:
            self.scale = ONE
        return divided(natural_log(_number(argument)), self.scale)

    def _written(self, argument: Expr) -> Polynomial:
        """ln(argument)/scale by letters, numbers and powers taken out of the argument where they may be."""
        if self.scale is None:
            self.scale = ONE
        if any(is_special(part, self.scope.name) for part in walk(argument)):
            return Polynomial.variable(self._letter(argument))
        ratio = exact(argument)
        content = ratio.top.content() / ratio.bottom.content()
        plain = Ratio(ratio.top.scaled(1 / ratio.top.content()), ratio.bottom.scaled(1 / ratio.bottom.content()))
        power, plain = self._root_of_power(plain)
        own = Polynomial.variable(self._letter(plain)).scaled(Fraction(power))
        return own + divided(natural_log(Polynomial.constant(content)), self.scale)

    def _root_of_power(self, ratio: Ratio) -> tuple[int, Ratio]:
        """``(k, u)`` for an argument uᵏ with u one letter that is above zero wherever all is defined."""
        x = Polynomial.variable(self.scope.name)
        if ratio.bottom == ONE and len(ratio.top.terms) == 1:
            ((_, monomial), c) = next(iter(ratio.top.terms.items()))
            if c == 1 and len(monomial) == 1 and monomial[0][1] > 1:
                positive = polynomial_signs(x, self.scope.name).above
                if (self.scope.domain - positive).is_empty:
                    return monomial[0][1], Ratio(x, ONE)
        return 1, ratio

    def _letter(self, argument: Expr | Ratio) -> str:
        for letter, known in self.arguments.items():
            if known == argument:
                return letter
        letter = f"u_{len(self.arguments)}"
        self.arguments[letter] = argument
        return letter

    def one(self, polynomial: Polynomial, letter: str) -> Signs:
        """One logarithm alone: by its value, then by its argument."""
        self.scope.uses("the logarithm as a letter")
        argument, scale = self.arguments[letter], self.scale
        assert scale is not None

        def less(mark: Number) -> Signs:
            if isinstance(argument, Ratio):
                top = argument.top - mark * argument.bottom
                return polynomial_signs(top * argument.bottom, self.scope.name)
            return self.solve(Sub(argument, polynomial_tree(mark)), self.scope)

        def carry(region: RealSet) -> RealSet:
            return preimage(through_logarithm(region, lambda mark: exponential(mark * scale)), less)

        return through(polynomial_signs(polynomial, letter), carry)

    def linear(self, polynomial: Polynomial, letters: list[str]) -> Signs:
        """A sum of multiples of logarithms: one logarithm of a product of powers."""
        self.scope.uses("the logarithms gathered into one")
        assert self.scale is not None
        if polynomial.total_degree() > 1 and any(polynomial.degree(letter) > 1 for letter in letters):
            raise NotExactError("products of different logarithms")
        rest, factors = polynomial, []
        for letter in letters:
            rest, factor, *_ = rest.coefficients(letter)
            if factor.unknowns:
                raise NotExactError("products of different logarithms")
            factors.append(factor)
        known = [ratio for factor in factors if (ratio := proportion(factor, factors[0])) is not None]
        if len(known) < len(factors):
            raise NotExactError("logarithms with factors that have no common measure")
        bottom = lcm(*(ratio.denominator for ratio in known))
        powers = [int(ratio * bottom) for ratio in known]
        if sum(map(abs, powers)) > MAX_POWER:
            raise BudgetError("logarithms with too large factors")
        limit = exponential((divided(-rest, factors[0]) * self.scale).scaled(Fraction(bottom)))
        product = self._product_less(letters, powers, limit)
        signs = polynomial_signs(product, self.scope.name)
        return signs if sign(factors[0]) > 0 else -signs

    def _product_less(self, letters: list[str], powers: list[int], limit: Polynomial) -> Polynomial:
        """A polynomial with the signs of the product of the powers of the arguments less a number."""
        top, bottom = ONE, ONE
        for letter, power in zip(letters, powers, strict=True):
            argument = self.arguments[letter]
            if not isinstance(argument, Ratio):
                raise NotExactError("logarithms of other functions of the unknown")
            above, below = (argument.top, argument.bottom) if power > 0 else (argument.bottom, argument.top)
            top, bottom = top * above.power(abs(power)), bottom * below.power(abs(power))
        return (top - limit * bottom) * bottom


def _number(expr: Expr) -> Polynomial:
    value = exact(expr).polynomial()
    if value is None or value.unknowns:
        raise NotExactError("other variables occur")
    return value
