"""Powers with the unknown in the exponent: all as powers of one t > 0, solved for t, taken back by the logarithm.

t = e^V(x) is above zero and takes each value where V takes its logarithm, so nothing is lost or gained.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from math import gcd, lcm

from generation.equivalence.methods.preimage import preimage, through, through_exponential
from generation.equivalence.methods.scope import Scope, is_special, with_letters
from generation.equivalence.methods.signs import Signs, constant_signs, polynomial_signs
from generation.equivalence.real import Number, sign
from generation.equivalence.realset import RealSet
from generation.expression.errors import BudgetError, NotExactError
from generation.expression.exact import exact
from generation.expression.normal import polynomial_tree
from generation.expression.polynomial import Polynomial
from generation.expression.transcendental import divided, exponential, natural_log, proportion
from generation.expression.tree import Call, Const, Expr, Mul, Pow, Sub, symbols, walk

Solve = Callable[[Expr, Scope], Signs]
MAX_POWER = 24


def base_and_exponent(atom: Expr, name: str) -> tuple[Expr, Expr] | None:
    """Base and exponent of a power with the unknown in the exponent, else None."""
    match atom:
        case Call("exp", (arg,)):
            return Const("e"), arg
        case Pow(base, exponent) if name in symbols(exponent):
            return base, exponent
    return None


def exponential_signs(expr: Expr, atoms: list[Expr], scope: Scope, solve: Solve) -> Signs:
    """The signs of an expression with powers whose exponents hold the unknown."""
    polynomial, letters = with_letters(expr, atoms)
    parts = [base_and_exponent(atom, scope.name) for atom in atoms]
    if len(atoms) == 1 and scope.name not in polynomial.variables and parts[0] is not None:
        return _one_power(polynomial, letters[0], *parts[0], scope, solve)
    logs = [_log(part, scope.name) for part in parts]
    terms = _by_exponent(polynomial, letters, logs, scope.name)
    return _in_one(terms, scope) if terms else constant_signs(0)


def _one_power(polynomial: Polynomial, letter: str, base: Expr, exponent: Expr, scope: Scope, solve: Solve) -> Signs:
    """One power alone: by its value, then by its logarithm."""
    scope.uses("the power as a letter above zero")
    if scope.name in symbols(base):
        inner: Expr = Mul(exponent, Call("ln", (base,)))
        scale = Polynomial.constant(1)
    else:
        inner, scale = exponent, natural_log(_number(base))
    if scale.is_zero:
        raise NotExactError("a power of 1")

    def carry(region: RealSet) -> RealSet:
        exponents = through_exponential(region, natural_log)
        return preimage(exponents, lambda mark: _less(inner, divided(mark, scale), scope, solve, sign(scale)))

    return through(polynomial_signs(polynomial, letter), carry)


def _less(inner: Expr, mark: Number, scope: Scope, solve: Solve, direction: int) -> Signs:
    signs = solve(Sub(inner, polynomial_tree(mark)), scope)
    return signs if direction > 0 else -signs


def _number(expr: Expr) -> Polynomial:
    value = exact(expr).polynomial()
    if value is None or value.unknowns:
        raise NotExactError("other variables occur")
    return value


def _log(part: tuple[Expr, Expr] | None, name: str) -> Polynomial:
    """The logarithm of a power: a polynomial in the unknown."""
    if part is None:
        raise NotExactError("powers beside other functions of the unknown")
    base, exponent = part
    if name in symbols(base) or any(is_special(node, name) for node in walk(exponent)):
        raise NotExactError("a power whose logarithm is no polynomial")
    value = exact(exponent).polynomial()
    if value is None or value.unknowns - {name}:
        raise NotExactError("a power whose logarithm is no polynomial")
    return value * natural_log(_number(base))


def _by_exponent(
    polynomial: Polynomial, letters: list[str], logs: list[Polynomial], name: str
) -> list[tuple[Polynomial, Polynomial]]:
    """The terms as ``(coefficient, V)``: each is a coefficient times e^V, V without a constant."""
    grouped: dict[tuple[int, ...], Polynomial] = {}
    for (radicand, monomial), c in polynomial.terms.items():
        powers = dict(monomial)
        key = tuple(powers.get(letter, 0) for letter in letters)
        rest = tuple(pair for pair in monomial if pair[0] not in letters)
        grouped[key] = grouped.get(key, Polynomial({})) + Polynomial({(radicand, rest): c})
    found: list[tuple[Polynomial, Polynomial]] = []
    for key, coefficient in grouped.items():
        total = Polynomial({})
        for power, log in zip(key, logs, strict=True):
            total = total + log.scaled(Fraction(power))
        constant, *_ = total.coefficients(name)
        _add(found, coefficient * exponential(constant), total - constant)
    return [(coefficient, exponent) for coefficient, exponent in found if not coefficient.is_zero]


def _add(found: list[tuple[Polynomial, Polynomial]], coefficient: Polynomial, exponent: Polynomial) -> None:
    for position, (other, same) in enumerate(found):
        if same == exponent:
            found[position] = (other + coefficient, exponent)
            return
    found.append((coefficient, exponent))


def _in_one(terms: list[tuple[Polynomial, Polynomial]], scope: Scope) -> Signs:
    """After division by the first power: a polynomial in one power, or in the unknown alone."""
    first = terms[0]
    shifted = [(coefficient, exponent - first[1]) for coefficient, exponent in terms]
    unit = next((exponent for _, exponent in shifted if not exponent.is_zero), None)
    if unit is None:
        return polynomial_signs(first[0], scope.name)
    if any(scope.name in coefficient.variables for coefficient, _ in shifted):
        raise NotExactError("the unknown beside powers with it in the exponent")
    scope.uses("all powers as powers of one, a letter above zero")
    ratios = [Fraction(0) if exponent.is_zero else proportion(exponent, unit) for _, exponent in shifted]
    known = [ratio for ratio in ratios if ratio is not None]
    if len(known) < len(ratios):
        raise NotExactError("powers that are not powers of one")
    bottom = lcm(*(ratio.denominator for ratio in known))
    step = Fraction(gcd(*(int(ratio * bottom) for ratio in known)), bottom)
    powers = [int(ratio / step) for ratio in known]
    least = min(powers)
    if max(powers) - least > MAX_POWER:
        raise BudgetError("a power of too high a degree")
    total = Polynomial({})
    for (coefficient, _), power in zip(shifted, powers, strict=True):
        total = total + coefficient * Polynomial.variable("t").power(power - least)
    return _taken_back(polynomial_signs(total, "t"), unit.scaled(step), scope)


def _taken_back(signs: Signs, exponent: Polynomial, scope: Scope) -> Signs:
    """From the signs by t to those by the unknown, where t = e^exponent."""
    scale, plain = _monic(exponent, scope.name)

    def less(mark: Number) -> Signs:
        found = polynomial_signs(plain - divided(mark, scale), scope.name)
        return found if sign(scale) > 0 else -found

    return through(signs, lambda region: preimage(through_exponential(region, natural_log), less))


def _monic(exponent: Polynomial, name: str) -> tuple[Polynomial, Polynomial]:
    """A number and a polynomial whose product this is, the polynomial with rational coefficients where possible."""
    parts = exponent.coefficients(name)
    ratios = [proportion(part, parts[-1]) for part in parts]
    if None in ratios:
        return Polynomial.constant(1), exponent
    x = Polynomial.variable(name)
    plain = Polynomial({})
    for power, ratio in enumerate(ratios):
        plain = plain + x.power(power).scaled(ratio or Fraction(0))
    return parts[-1], plain
