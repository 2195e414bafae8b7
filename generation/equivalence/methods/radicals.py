"""Roots of the unknown: moved to one side and raised, with the conditions that keep extraneous roots out.

For t = √u: A + Bt is above zero where neither A nor Bt is below zero and one is above, or where the one above zero
has the larger square. For odd degrees A + Bt and Aⁿ + Bⁿu have the same sign.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from generation.equivalence.methods.preimage import preimage, through, through_root
from generation.equivalence.methods.scope import Scope, is_special, replaced, with_letters
from generation.equivalence.methods.signs import Signs, polynomial_signs
from generation.equivalence.realset import RealSet
from generation.expression.errors import NotExactError
from generation.expression.exact import exact, rational_value
from generation.expression.normal import polynomial_tree
from generation.expression.polynomial import Polynomial
from generation.expression.tree import Call, Expr, Pow, Sub, number, walk

Solve = Callable[[Expr, Scope], Signs]
Roots = dict[str, tuple[int, Polynomial]]


def root_and_power(atom: Expr) -> tuple[Expr, int, int] | None:
    """``(u, n, p)`` for a part that is the p-th power of the n-th root of u, else None."""
    match atom:
        case Call("sqrt", (arg,)):
            return arg, 2, 1
        case Call("root", (arg, degree)):
            value = rational_value(degree)
            return (arg, int(value), 1) if value is not None and value.denominator == 1 and value >= 2 else None
        case Pow(base, exponent):
            value = rational_value(exponent)
            broken = value is not None and value.denominator > 1
            return (base, value.denominator, value.numerator) if value is not None and broken else None
    return None


def radical_signs(expr: Expr, atoms: list[Expr], scope: Scope, solve: Solve) -> Signs:
    """The signs of an expression in which the unknown stands under roots."""
    scope.uses("both sides raised, with the signs that the sides must have")
    plain: dict[Expr, Expr] = {}
    for atom in atoms:
        parts = root_and_power(atom)
        if parts is None:
            raise NotExactError("roots beside other functions of the unknown")
        root: Expr = Call("root", (parts[0], number(parts[1])))
        plain[atom] = root if parts[2] == 1 else Pow(root, number(Fraction(parts[2])))
    roots: list[Expr] = list({root.base if isinstance(root, Pow) else root: None for root in plain.values()})
    polynomial, letters = with_letters(replaced(expr, plain), roots)
    if len(roots) == 1 and scope.name not in polynomial.variables:
        return _one_root(polynomial, letters[0], roots[0], scope, solve)
    known: Roots = {}
    for letter, root in zip(letters, roots, strict=True):
        radicand, degree, _ = root_and_power(root) or (root, 0, 0)
        if any(is_special(part, scope.name) for part in walk(radicand)):
            raise NotExactError("roots below roots beside the unknown")
        value = exact(radicand).polynomial()
        if value is None:
            raise NotExactError("the root of a fraction beside the unknown")
        known[letter] = (degree, value)
    return _signs(polynomial, known, scope)


def _one_root(polynomial: Polynomial, letter: str, root: Expr, scope: Scope, solve: Solve) -> Signs:
    """A polynomial in one root alone: its signs by the root, then by what stands under it."""
    radicand, degree, _ = root_and_power(root) or (root, 0, 0)

    def carry(region: RealSet) -> RealSet:
        return preimage(through_root(region, degree), lambda mark: solve(Sub(radicand, polynomial_tree(mark)), scope))

    return through(polynomial_signs(polynomial, letter), carry)


def _signs(polynomial: Polynomial, roots: Roots, scope: Scope) -> Signs:
    letter = next((letter for letter in roots if letter in polynomial.variables), None)
    if letter is None:
        return polynomial_signs(polynomial, scope.name)
    scope.split()
    degree, radicand = roots[letter]
    parts = [Polynomial({}) for _ in range(degree)]
    for power, part in enumerate(polynomial.coefficients(letter)):
        parts[power % degree] = parts[power % degree] + part * radicand.power(power // degree)
    if any(not part.is_zero for part in parts[2:]):
        raise NotExactError("several powers of one root beside the unknown")
    a, b = parts[0], parts[1]
    if b.is_zero:
        return _signs(a, roots, scope)
    if degree % 2:
        return _signs(a.power(degree) + b.power(degree) * radicand, roots, scope)
    plain, factor = _signs(a, roots, scope), _signs(b, roots, scope)
    under = polynomial_signs(radicand, scope.name)
    larger = _signs(a.power(degree) - b.power(degree) * radicand, roots, scope)
    return _sum_signs(plain, factor * under, larger).inside(under.where(">="))


def _sum_signs(a: Signs, b: Signs, larger: Signs) -> Signs:
    """The signs of a sum of two, by the signs of each and whether the first is larger in magnitude."""
    above = (a.above & b.where(">=")) | (a.zero & b.above)
    above |= (a.above & b.below & larger.above) | (a.below & b.above & larger.below)
    below = (a.below & b.where("<=")) | (a.zero & b.below)
    below |= (a.below & b.above & larger.above) | (a.above & b.below & larger.below)
    zero = (a.zero & b.zero) | (((a.above & b.below) | (a.below & b.above)) & larger.zero)
    return Signs(below, zero, above)
