"""How the constants of a term are written: what stands above the fraction bar, and what below."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from generation.expression.constants import GRAIN, PI, E, log_prime, nested, ratio_log, root_prime, surd_log
from generation.expression.tree import Add, Call, Const, Expr, Num, Pow, number, product_of


def written(constants: Sequence[tuple[str, int]]) -> tuple[list[Expr], list[Expr]]:
    """The factors above and below the bar for constants with their exponents, roots of one degree in one."""
    above: list[Expr] = []
    below: list[Expr] = []
    roots: dict[int, int] = {}
    for name, exponent in constants:
        if (prime := root_prime(name)) is not None:
            power = Fraction(exponent, GRAIN)
            roots[power.denominator] = roots.get(power.denominator, 1) * prime**power.numerator
        elif name == E:
            above.append(_power(Const("e"), Fraction(exponent, GRAIN)))
        else:
            (above if exponent > 0 else below).append(_power(_base(name), Fraction(abs(exponent))))
    radicals: list[Expr] = [Call("root", (_natural(value), _natural(n))) for n, value in sorted(roots.items())]
    return _joined([*radicals, *above], below)


def _joined(above: list[Expr], below: list[Expr]) -> tuple[list[Expr], list[Expr]]:
    """``ln 3`` over ``ln 2`` as the logarithm of 3 to the base 2."""
    for first in above:
        for second in below:
            match first, second:
                case Call("ln", (number_,)), Call("ln", (base,)):
                    joined = [Call("log", (number_, base)) if part is first else part for part in above]
                    return joined, [part for part in below if part is not second]
    return above, below


def _power(base: Expr, exponent: Fraction) -> Expr:
    return base if exponent == 1 else Pow(base, number(exponent))


def _base(name: str) -> Expr:
    if name == PI:
        return Const("pi")
    if (surd := nested(name)) is not None:
        return Call("sqrt", (_sum(*surd),))
    if (prime := log_prime(name)) is not None:
        return Call("ln", (_natural(prime),))
    if (surd := surd_log(name)) is not None:
        return Call("ln", (_sum(*surd),))
    value = ratio_log(name)
    assert value is not None
    return Call("ln", (number(value),))


def _sum(a: int, b: int, m: int) -> Expr:
    root = Call("sqrt", (_natural(m),))
    return Add(number(a), root if b == 1 else product_of([_natural(b), root]))


def _natural(value: int) -> Expr:
    return Num(Fraction(value))
