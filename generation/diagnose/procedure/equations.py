"""Equations and inequalities in one unknown: linear by moving terms, quadratic by factoring, roots or formula."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from math import lcm

from generation.diagnose.procedure.numbers import Next, is_number_literal, next_number_line
from generation.diagnose.procedure.polynomials import factor, spread_terms
from generation.expression.errors import NotExactError
from generation.expression.exact import exact, rational_value
from generation.expression.normal import polynomial_tree
from generation.expression.polynomial import Polynomial
from generation.expression.tree import (
    Call,
    Everything,
    Expr,
    Logic,
    Mul,
    Neg,
    Node,
    Nothing,
    Num,
    Or,
    Pow,
    Relation,
    RelationOp,
    Sub,
    Sym,
    factors,
    number,
    sum_of,
    symbols,
    terms,
)

TURNED: dict[RelationOp, RelationOp] = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "=", "!=": "!="}
ZERO = Num(Fraction(0))
MAX_LINES_OF_PART = 12
_HOLDS: dict[RelationOp, Callable[[Fraction], bool]] = {
    "=": lambda v: v == 0,
    "!=": lambda v: v != 0,
    "<": lambda v: v < 0,
    "<=": lambda v: v <= 0,
    ">": lambda v: v > 0,
    ">=": lambda v: v >= 0,
}


def next_equation_line(line: Logic, name: str) -> Next | None:
    """The line after an equation or inequality in ``name``; None where it is solved.

    Raises NotExactError for what is neither linear nor quadratic.
    """
    if isinstance(line, Or):
        return _next_alternative(line, name)
    if not isinstance(line, Relation):
        raise NotExactError("chains of inequalities are not derived")
    if line.left == Sym(name) and name not in symbols(line.right):
        return _finished_side(line)
    difference = polynomial_of(Sub(line.left, line.right))
    degree = difference.degree(name)
    if degree == 0 and (value := difference.rational()) is not None:
        return (Everything(), "every-number") if _HOLDS[line.op](value) else (Nothing(), "no-number")
    if degree == 1:
        return _next_linear(line, name)
    if degree == 2 and line.op == "=":
        return _next_quadratic(line, name, difference)
    raise NotExactError("neither linear nor quadratic in the unknown")


def polynomial_of(expr: Expr) -> Polynomial:
    """The polynomial that an expression is. Raises NotExactError where it is none."""
    polynomial = exact(expr).polynomial()
    if polynomial is None:
        raise NotExactError("the unknown stands in a denominator")
    return polynomial


def _next_alternative(line: Or, name: str) -> Next | None:
    """All alternatives solved at once: each is a line's work."""
    solved = tuple(_solved(part, name) for part in line.parts)
    return None if solved == line.parts else (Or(tuple(dict.fromkeys(solved))), "solve-each")


def _solved(part: Logic, name: str) -> Logic:
    for _ in range(MAX_LINES_OF_PART):
        following = next_equation_line(part, name)
        if following is None:
            return part
        part = following[0]  # type: ignore[assignment]  # a line of an equation is a relation or alternatives
        if isinstance(part, Or):
            raise NotExactError("alternatives inside alternatives")
    raise NotExactError("an alternative that is not solved in a few lines")


def _finished_side(line: Relation) -> Next | None:
    if is_number_literal(line.right):
        return None
    following = next_number_line(line.right)
    if following is None:
        return None
    side, reason = following
    return Relation(line.op, line.left, side), reason  # type: ignore[arg-type]


# -- linear --------------------------------------------------------------------------------------------------


def _next_linear(line: Relation, name: str) -> Next | None:
    spread = Relation(line.op, sum_of(spread_terms(line.left)), sum_of(spread_terms(line.right)))
    if _has_brackets(line.left) or _has_brackets(line.right):
        return spread, "expand"
    left, right = polynomial_of(line.left), polynomial_of(line.right)
    common = lcm(*(c.denominator for p in (left, right) for c in p.terms.values()), 1)
    whole = all(p.degree(name) < 1 or _is_whole(p.coefficients(name)[1]) for p in (left, right))
    if common > 1 and not whole and (name in right.variables or not _is_term(left, name)):
        scaled = [polynomial_tree(p.scaled(Fraction(common))) for p in (left, right)]
        return Relation(line.op, scaled[0], scaled[1]), "clear-denominators"
    collected = Relation(line.op, polynomial_tree(left), polynomial_tree(right))
    if collected != line:
        return collected, "collect"
    if not left.variables and right.variables and _is_term(right, name):
        return Relation(TURNED[line.op], line.right, line.left), "swap-sides"
    if not _is_term(left, name) or name in right.variables:
        return moved(line, name), "move-terms"
    return _divided(line, left.coefficients(name)[1].rational(), right)


def _is_whole(coefficient: Polynomial) -> bool:
    value = coefficient.rational()
    return value is not None and value.denominator == 1


def _has_brackets(expr: Expr) -> bool:
    return len(spread_terms(expr)) > len(terms(expr)) or any(_holds_sum(term) for _, term in terms(expr))


def _holds_sum(term: Expr) -> bool:
    return len(spread_terms(term)) > 1


def _is_term(p: Polynomial, name: str) -> bool:
    return len(p.terms) == 1 and p.degree(name) == 1


def moved(line: Relation, name: str) -> Relation:
    """Terms with the unknown left, the others right, signs turned where they cross, nothing collected."""
    left, right = terms(line.left), terms(line.right)
    unknown = [t for t in left if name in symbols(t[1])] + [(-s, t) for s, t in right if name in symbols(t)]
    known = [t for t in right if not symbols(t[1])] + [(-s, t) for s, t in left if not symbols(t)]
    return Relation(line.op, sum_of(unknown), sum_of([t for t in known if t[1] != ZERO]))


def _divided(line: Relation, coefficient: Fraction | None, right: Polynomial) -> Next | None:
    value = right.rational()
    if coefficient is None or value is None:
        raise NotExactError("coefficients with roots are not derived")
    name = Sym(next(iter(symbols(line.left))))
    turned = coefficient < 0 and line.op not in ("=", "!=")
    op = TURNED[line.op] if turned else line.op
    return Relation(op, name, number(value / coefficient)), "divide-negative" if turned else "divide"


# -- quadratic -----------------------------------------------------------------------------------------------


def _next_quadratic(line: Relation, name: str, difference: Polynomial) -> Next | None:
    if (squared := _next_square(line, name)) is not None:
        return squared
    if line.right == ZERO:
        linear = [part for part in _bases(line.left) if name in symbols(part)]
        repeated = any(isinstance(part, Pow) for part in factors(line.left))
        if len(linear) > 1 or repeated:
            unique = list(dict.fromkeys(linear))
            roots = [Relation("=", part, ZERO) for part in unique]
            return (Or(tuple(roots)) if len(roots) > 1 else roots[0]), "zero-product"
        if line.left == polynomial_tree(difference):
            factored = factor(line.left)
            if any(len(_bases(part)) >= 1 and polynomial_of(part).degree(name) == 1 for part in _bases(factored)):
                return Relation("=", factored, ZERO), "factor"
            return _formula(difference, name)
    if not difference.coefficients(name)[1].is_zero or difference.coefficients(name)[0].is_zero:
        return Relation("=", polynomial_tree(difference), ZERO), "move-all-left"
    parts = difference.coefficients(name)
    lead, constant = parts[2].rational(), parts[0].rational()
    if lead is None or constant is None:
        raise NotExactError("coefficients with roots are not derived")
    return Relation("=", Pow(Sym(name), Num(Fraction(2))), number(-constant / lead)), "move-terms"


def _bases(expr: Expr) -> list[Expr]:
    """The factors of a product with repeated ones once: ``2(x-1)^2`` gives ``2`` and ``x-1``."""
    inner = expr.arg if isinstance(expr, Neg) else expr
    return [part.base if isinstance(part, Pow) else part for part in factors(inner)]


def _next_square(line: Relation, name: str) -> Next | None:
    """``a(x-p)^2 = q``: divide, then the two square roots."""
    square = line.left
    value = rational_value(line.right)
    if value is None or line.right == ZERO:
        return None
    match square:
        case Pow(base, Num(exponent)) if exponent == 2 and polynomial_of(base).degree(name) == 1:
            if value < 0:
                raise NotExactError("the square of a real number is not negative")
            root = Call("sqrt", (number(value),))
            plus, minus = Relation("=", base, root), Relation("=", base, Neg(root))
            return Or((_simple_right(plus, name), _simple_right(minus, name))), "square-root"
        case Mul(Num(coefficient), Pow(base, Num(exponent)) as power) if exponent == 2 and name in symbols(base):
            return Relation("=", power, number(value / coefficient)), "divide"
        case _:
            return None


def _simple_right(line: Relation, name: str) -> Relation:
    right = polynomial_tree(polynomial_of(line.right))
    offset = polynomial_of(line.left)
    parts = offset.coefficients(name)
    if parts[1].rational() == 1 and line.left != Sym(name):
        return Relation("=", Sym(name), polynomial_tree(polynomial_of(right) - parts[0]))
    return Relation("=", line.left, right)


def _formula(difference: Polynomial, name: str) -> Next | None:
    c = difference.rational_coefficients(name)
    if c is None:
        raise NotExactError("coefficients with roots are not derived")
    discriminant = c[1] * c[1] - 4 * c[2] * c[0]
    if discriminant < 0:
        return Nothing(), "no-real-root"
    root = Polynomial.square_root(discriminant)
    solutions: list[Logic] = []
    for signed in (-root, root):
        value = (Polynomial.constant(-c[1]) + signed).scaled(1 / (2 * c[2]))
        solutions.append(Relation("=", Sym(name), polynomial_tree(value)))
    return (Or(tuple(solutions)) if solutions[0] != solutions[1] else solutions[0]), "formula"


def solved_value(line: Node, name: str) -> Expr | None:
    """The value in a line ``name = value``, else None."""
    match line:
        case Relation("=", Sym(found), value) if found == name and name not in symbols(value):
            return value
        case _:
            return None
