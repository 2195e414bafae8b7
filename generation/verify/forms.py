"""Whether an expression is written in the form that was asked for; each function gives the fault, or None."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from math import gcd, isqrt

from generation.equivalence.univariate import common_divisor, trimmed
from generation.expression.errors import NotExactError
from generation.expression.exact import exact, rational_value
from generation.expression.normal import polynomial_tree
from generation.expression.polynomial import Polynomial, extract_square
from generation.expression.render import infix
from generation.expression.tree import (
    Add,
    Call,
    Const,
    Div,
    Expr,
    Mixed,
    Neg,
    Num,
    Percent,
    Pow,
    Sub,
    Sym,
    factors,
    symbols,
    terms,
    walk,
)
from generation.verify.irreducible import is_irreducible

LARGEST_POWER = 10**6
"""Larger powers may stand in an answer as they are."""


def fault(form: str, expr: Expr) -> str | None:
    """What keeps an expression from being in a form. Raises NotExactError where the form is not built."""
    if form not in FORMS:
        raise NotExactError(f"the form '{form}' is not verified yet")
    return FORMS[form](expr)


def number_fault(expr: Expr) -> str | None:
    """What keeps a number from being written as an answer: unreduced fractions, roots that are not simplified."""
    if isinstance(expr, Mixed | Percent) or (isinstance(expr, Neg) and isinstance(expr.arg, Mixed)):
        return _literal_fault(expr.arg if isinstance(expr, Neg) else expr)
    return _simplified(expr)


def value_fault(expr: Expr) -> str | None:
    """What keeps a number from being worked out as the answer of a question that asks for its value."""
    for part in walk(expr):
        if isinstance(part, Pow) and not symbols(part):
            value = rational_value(part)
            if value is not None and abs(value) <= LARGEST_POWER:
                return f"the power {infix(part)} is not worked out"
    return number_fault(expr)


def _expanded(expr: Expr) -> str | None:
    """A sum of different monomials, each with one number in front; over one number below is allowed."""
    body = expr.arg if isinstance(expr, Neg) and isinstance(expr.arg, Div) else expr
    if isinstance(body, Div) and isinstance(body.left, Add | Sub) and isinstance(body.right, Num):
        below = exact(body.right).rational() or Fraction(1)
        above = exact(body.left).polynomial()
        if above is None:
            return "a quotient stands where a sum is expected"
        if below.denominator != 1 or below == 1 or gcd(int(below), _common_integer(above)) != 1:
            return f"'{infix(body)}' can be reduced"
        return _sum_fault(body.left)
    return _sum_fault(expr)


def _common_integer(polynomial: Polynomial) -> int:
    """The integer that divides all coefficients; 1 where some are fractions."""
    content = polynomial.content()
    return content.numerator if content.denominator == 1 else 1


def _sum_fault(expr: Expr) -> str | None:
    parts = [part for _, part in terms(expr)]
    keys = set()
    for part in parts:
        if (found := _term_fault(part)) is not None:
            return found
        polynomial = exact(part).polynomial()
        if polynomial is None or len(polynomial.terms) > 1:
            return f"'{infix(part)}' is not a single term"
        if not polynomial.terms and len(parts) > 1:
            return "a term is zero"
        for key in polynomial.terms:
            if key in keys:
                return f"like terms are left: '{infix(part)}' and another"
            keys.add(key)
    return None


def _term_fault(term: Expr) -> str | None:
    """A monomial: at most one number, one root and each letter once; a number below."""
    if isinstance(term, Div) and not term.inline and isinstance(term.right, Call) and term.right.name in ("log", "ln"):
        return _term_fault(term.left) or _term_fault(term.right) or _constant_fault(term)
    if isinstance(term, Div) and not term.inline and not isinstance(term.left, Num):
        if not isinstance(term.right, Num) or term.right.decimals:
            return f"'{infix(term.right)}' stands below a fraction bar"
        number = next((f.value for f in factors(term.left) if isinstance(f, Num)), Fraction(1))
        if term.right.value == 1 or number.denominator != 1 or gcd(int(number), int(term.right.value)) != 1:
            return f"'{infix(term)}' can be reduced"
        return _product_fault(term.left)
    return _product_fault(term)


def _product_fault(term: Expr) -> str | None:
    bases: set[str] = set()
    parts = factors(term)
    for part in parts:
        kind, found = _factor_kind(part)
        if found is not None:
            return found
        if kind in bases:
            return f"'{infix(term)}' is not multiplied out"
        bases.add(kind)
        if len(parts) > 1 and isinstance(part, Num) and part.value in (0, 1):
            return f"the factor {part.value} in '{infix(term)}'"
    return None


def _factor_kind(part: Expr) -> tuple[str, str | None]:
    """What a factor is (``number``, ``root`` or the letter), and its fault."""
    match part:
        case Num() | Div(Num(), Num(), False) | Mixed():
            return "number", _literal_fault(part)
        case Neg():
            return "number", f"the sign in '{infix(part)}' belongs in front"
        case Call("sqrt", (Num() as arg,)):
            return "root", _root_fault(arg)
        case Call("sqrt" | "root" | "log" | "ln", _) | Pow(Const("e"), _):
            return infix(part), _constant_fault(part)
        case Sym(name) | Const(name):
            return name, None
        case Pow(Sym(name) | Const(name), Num(value, 0)) if value >= 2:
            return name, None
        case Pow(Num(base, 0), Num(value, 0)) if value >= 2 and base >= 2:
            return f"power of {base}", None
        case _:
            return "", f"'{infix(part)}' is not written out"


def _literal_fault(part: Expr) -> str | None:
    match part:
        case Div(Num(top, 0), Num(bottom, 0)):
            if bottom == 1 or gcd(int(top), int(bottom)) != 1:
                return f"the fraction {infix(part)} is not in lowest terms"
        case Div():
            return f"'{infix(part)}' has a decimal in a fraction"
        case Mixed(_, top, bottom) if gcd(top, bottom) != 1:
            return f"the mixed number {infix(part)} is not in lowest terms"
        case Percent(arg):
            return number_fault(arg)
    return None


def _constant_fault(part: Expr) -> str | None:
    """A root of higher degree, a logarithm or a power of e that has a plainer value."""
    try:
        value = exact(part).polynomial()
    except NotExactError:
        return None  # a function of letters, or a number without a plainer form that is known
    if value is None or value.unknowns:
        return None
    if value.rational() is not None:
        return f"'{infix(part)}' is {infix(polynomial_tree(value))}"
    plainer = infix(polynomial_tree(value))
    roots = isinstance(part, Call) and part.name in ("sqrt", "root")
    return f"'{infix(part)}' is not simplified: {plainer}" if roots and plainer != infix(part) else None


def _root_fault(arg: Expr) -> str | None:
    if not isinstance(arg, Num) or arg.decimals:
        return f"the radicand '{infix(arg)}' is no whole number"
    outside, inside = extract_square(int(arg.value))
    return f"√{arg.value} is not simplified" if outside != 1 or inside == 1 else None


def _simplified(expr: Expr) -> str | None:
    """Like terms and like roots collected, each base once, nothing to reduce."""
    core = expr.arg if isinstance(expr, Neg) else expr
    if isinstance(core, Div) and symbols(core.right):
        return _quotient_fault(core)
    return _expanded(expr)


def _quotient_fault(quotient: Div) -> str | None:
    """A quotient of polynomials: numerator and denominator simplified and without a common factor."""
    for side in (quotient.left, quotient.right):
        if (found := _expanded(side)) is not None and _factored_fault(side) is not None:
            return found
    top, bottom = exact(quotient.left).polynomial(), exact(quotient.right).polynomial()
    if top is None or bottom is None:
        return "a quotient inside a quotient"
    if _share_a_factor(top, bottom):
        return f"'{infix(quotient)}' can be reduced"
    return None


def _share_a_factor(top: Polynomial, bottom: Polynomial) -> bool:
    if gcd(_common_integer(top), _common_integer(bottom)) > 1:
        return True
    for name in top.variables & bottom.variables:
        if not top.coefficients(name)[0].terms and not bottom.coefficients(name)[0].terms:
            return True
    if len(top.terms) == 1 or len(bottom.terms) == 1:
        return False
    names = sorted(top.variables | bottom.variables)
    if len(names) > 1:
        raise NotExactError("common factors of polynomials in several letters")
    first, second = (p.rational_coefficients(names[0]) for p in (top, bottom))
    if first is None or second is None:
        raise NotExactError("common factors of polynomials with roots as coefficients")
    return len(common_divisor(trimmed(first), trimmed(second))) > 1


def _factored_fault(expr: Expr) -> str | None:
    """A product of irreducible primitive factors, each with its power, and at most one number."""
    core = expr.arg if isinstance(expr, Neg) else expr
    if isinstance(core, Div) and isinstance(core.right, Num) and not isinstance(core.left, Num):
        core = core.left
    seen: list[Polynomial] = []
    numbers = 0
    for part in factors(core):
        base = part.base if isinstance(part, Pow) else part
        if isinstance(part, Pow) and not (isinstance(part.exponent, Num) and part.exponent.value >= 2):
            return f"the power '{infix(part)}'"
        polynomial = exact(base).polynomial()
        if polynomial is None:
            return f"'{infix(part)}' is a quotient"
        if not polynomial.variables:
            numbers += 1
            if numbers > 1 or (polynomial.rational() == 1 and numbers != len(factors(core))):
                return "more than one number among the factors, or a factor 1"
            continue
        if (found := _factor_fault(base, polynomial, seen)) is not None:
            return found
        seen.append(polynomial)
    return None


def _factor_fault(base: Expr, polynomial: Polynomial, seen: list[Polynomial]) -> str | None:
    if (found := _sum_fault(base)) is not None:
        return found
    if polynomial.content() != 1:
        return f"the factor '{infix(base)}' has the number {polynomial.content()} in common"
    if any(polynomial in (other, -other) for other in seen):
        return f"the factor '{infix(base)}' occurs twice; write a power"
    verdict = is_irreducible(polynomial)
    if verdict is None:
        raise NotExactError(f"whether '{infix(base)}' can be factored further")
    return None if verdict else f"the factor '{infix(base)}' can be factored further"


def _lowest_terms(expr: Expr) -> str | None:
    core = expr.arg if isinstance(expr, Neg) else expr
    match core:
        case Num(_, 0):
            return None
        case Div(Num(), Num()):
            return _literal_fault(core)
        case _ if symbols(core):
            return _simplified(expr)
    return f"'{infix(expr)}' is not a fraction in lowest terms"


def _rationalized(expr: Expr) -> str | None:
    for part in walk(expr):
        if isinstance(part, Div) and any(isinstance(inner, Call) for inner in walk(part.right)):
            return f"a root stands below the fraction bar in '{infix(part)}'"
    return _simplified(expr)


def _prime_factored(expr: Expr) -> str | None:
    bases: list[int] = []
    for part in factors(expr):
        base = part.base if isinstance(part, Pow) else part
        if not isinstance(base, Num) or base.decimals or base.value > 10**12 or not _is_prime(int(base.value)):
            return f"'{infix(part)}' is no power of a prime"
        if isinstance(part, Pow) and not (isinstance(part.exponent, Num) and part.exponent.value >= 2):
            return f"the exponent in '{infix(part)}'"
        bases.append(int(base.value))
    return "a prime occurs twice; write a power" if len(set(bases)) < len(bases) else None


def _is_prime(n: int) -> bool:
    return n > 1 and all(n % d for d in range(2, isqrt(n) + 1))


def _vertex(expr: Expr) -> str | None:
    """``a(x - p)^2 + q``, with a left out where it is 1 and q where it is 0."""
    signed = terms(expr)
    if not 1 <= len(signed) <= 2 or (len(signed) == 2 and (symbols(signed[1][1]) or number_fault(signed[1][1]))):
        return "a square and a number are expected"
    parts = factors(signed[0][1])
    square = parts[-1]
    if len(parts) > 2 or (len(parts) == 2 and (symbols(parts[0]) or number_fault(parts[0]) is not None)):
        return "at most one number stands before the square"
    if not (isinstance(square, Pow) and isinstance(square.exponent, Num) and square.exponent.value == 2):
        return "the square of a linear expression is expected"
    inner = exact(square.base).polynomial()
    if inner is None or len(inner.variables) != 1 or inner.total_degree() != 1 or _sum_fault(square.base) is not None:
        return "the square of a linear expression is expected"
    slope = inner.coefficients(next(iter(inner.variables)))[1].rational()
    return None if slope == 1 else "the unknown in the square has the coefficient 1"


FORMS: dict[str, Callable[[Expr], str | None]] = {
    "expanded": _expanded,
    "factored": _factored_fault,
    "simplified": _simplified,
    "lowest_terms": _lowest_terms,
    "rationalized": _rationalized,
    "prime_factored": _prime_factored,
    "vertex": _vertex,
}
"""The forms that are verified; a name that is missing here leaves an item undecided."""
