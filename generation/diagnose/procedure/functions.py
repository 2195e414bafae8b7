"""Equations with the unknown inside of a function: logarithm, power, root, absolute value, fraction; higher powers.

One function at a time is undone, as a class does it; what was won by squaring, joining logarithms or clearing
denominators is checked at the end (:mod:`generation.diagnose.procedure.roots_checked`).
"""

from __future__ import annotations

from fractions import Fraction
from math import lcm

from generation.diagnose.procedure.equations import ZERO, next_equation_line, polynomial_of
from generation.diagnose.procedure.evaluation import evaluated
from generation.diagnose.procedure.numbers import Next
from generation.expression.errors import NotExactError
from generation.expression.exact import exact, rational_value
from generation.expression.normal import polynomial_tree, ratio_tree
from generation.expression.polynomial import Polynomial
from generation.expression.tree import (
    Call,
    Const,
    Div,
    Expr,
    Logic,
    Mul,
    Neg,
    Node,
    Num,
    Or,
    Pow,
    Relation,
    Sub,
    Sym,
    number,
    product_of,
    sum_of,
    symbols,
    terms,
    walk,
)

MAX_DEGREE = 6
MAX_ROOT = 60
"""Rational roots are tried up to this size of top and bottom."""
TEN = Num(Fraction(10))
_E = Const("e")


def is_inverted(line: Node, name: str) -> bool:
    """Whether the unknown stands inside of a function, an exponent or a denominator somewhere in a line."""
    for part in walk(line):
        match part:
            case Call(_, args) if any(name in symbols(arg) for arg in args):
                return True
            case Pow(_, exponent) if name in symbols(exponent):
                return True
            case Div(_, bottom) if name in symbols(bottom):
                return True
    return False


def next_function_line(line: Logic, name: str) -> Next | None:
    """The line after an equation of this kind. Raises NotExactError for what is not undone here."""
    if isinstance(line, Or):
        return _next_alternative(line, name)
    if not isinstance(line, Relation) or line.op != "=":
        raise NotExactError("only equations are undone here")
    if line.left == Sym(name) and name not in symbols(line.right):
        return _worked_out(line)
    if name not in symbols(line.left):
        return Relation("=", line.right, line.left), "swap-sides"
    if (same := _same_functions(line, name)) is not None:
        return same
    if (joined := _joined_logs(line, name)) is not None:
        return joined
    if _has_denominator(line, name):
        return _cleared(line)
    if name in symbols(line.right):
        return _root_alone(line, name) or _higher(line, name)
    if (moved := _alone(line, name)) is not None:
        return moved
    return _undone(line, name) or _higher(line, name)


def _next_alternative(line: Or, name: str) -> Next | None:
    parts: list[Logic] = []
    for part in line.parts:
        for _ in range(12):
            try:
                found = next_function_line(part, name) if is_inverted(part, name) else next_equation_line(part, name)
            except NotExactError:
                found = next_function_line(part, name)
            if found is None:
                break
            part = found[0]  # type: ignore[assignment]
        parts += part.parts if isinstance(part, Or) else (part,)
    solved = tuple(dict.fromkeys(parts))
    return None if solved == line.parts else ((Or(solved) if len(solved) > 1 else solved[0]), "solve-each")


def _worked_out(line: Relation) -> Next | None:
    found = evaluated(line.right)
    if found is None or not isinstance(found[0], Expr):
        return None
    return Relation("=", line.left, found[0]), found[1]


def _same_functions(line: Relation, name: str) -> Next | None:
    """``log f = log g`` and ``a^f = b^g``: what stands inside is equal."""
    match line:
        case Relation("=", Call("log" | "ln" as a, first), Call("log" | "ln" as b, second)) if (
            a == b and first[1:] == second[1:]
        ):
            return Relation("=", first[0], second[0]), "equal-insides"
        case Relation("=", Pow(base, f), Pow(other, g)) if name in symbols(f) | symbols(g) and not (
            symbols(base) | symbols(other)
        ):
            return _common_base(base, f, other, g)
        case Relation("=", Pow(base, f), right) if name in symbols(f) and name not in symbols(right):
            value, whole = rational_value(base), rational_value(right)
            if value is None or whole is None:
                return None
            exponent = exponent_of(value, whole)
            return None if exponent is None else (Relation("=", f, number(exponent)), "equal-exponents")
        case _:
            return None


def _common_base(base: Expr, f: Expr, other: Expr, g: Expr) -> Next | None:
    first, second = rational_value(base), rational_value(other)
    if first is None or second is None:
        return None
    if first == second:
        return Relation("=", f, g), "equal-exponents"
    for root in (Fraction(p) for p in (2, 3, 5, 6, 7, 10)):
        a, b = exponent_of(root, first), exponent_of(root, second)
        if a is not None and b is not None:
            return Relation("=", _times(a, f), _times(b, g)), "equal-exponents"
    return None


def _times(factor: Fraction, expr: Expr) -> Expr:
    return expr if factor == 1 else Mul(number(factor), expr, implicit=True)


def exponent_of(base: Fraction, value: Fraction) -> Fraction | None:
    """The rational e with base^e = value, with a denominator up to 3; None where there is none."""
    if base <= 0 or value <= 0 or base == 1:
        return None
    for bottom in (1, 2, 3):
        target = value**bottom
        for top in range(-24, 25):
            if base**top == target:
                return Fraction(top, bottom)
    return None


def _joined_logs(line: Relation, name: str) -> Next | None:
    """``log f + log g = c``: one logarithm of the product or quotient."""
    signed = terms(line.left)
    if len(signed) != 2 or name in symbols(line.right):
        return None
    match (signed[0][1], signed[1][1]):
        case (Call("log", first), Call("log", second)) if first[1:] == second[1:] and signed[0][0] > 0:
            inside = Mul(first[0], second[0]) if signed[1][0] > 0 else Div(first[0], second[0])
            return Relation("=", Call("log", (inside, *first[1:])), line.right), "join-logs"
        case _:
            return None


def _has_denominator(line: Relation, name: str) -> bool:
    return any(isinstance(part, Div) and name in symbols(part.right) for part in walk(line))


def _cleared(line: Relation) -> Next:
    difference = exact(Sub(line.left, line.right))
    if difference.polynomial() is not None:
        return Relation("=", ratio_tree(difference), ZERO), "clear-denominators"
    return Relation("=", polynomial_tree(difference.top), ZERO), "clear-denominators"


def _root_alone(line: Relation, name: str) -> Next | None:
    """``√f = g`` with the unknown on both sides: both are squared."""
    match line:
        case Relation("=", Call("sqrt", (inside,)), right):
            return Relation("=", inside, Pow(right, Num(Fraction(2)))), "square-both-sides"
        case Relation("=", left, Call("sqrt", (inside,))):
            return Relation("=", inside, Pow(left, Num(Fraction(2)))), "square-both-sides"
        case _:
            return None


def _alone(line: Relation, name: str) -> Next | None:
    """The one term with the unknown left alone, without its factor."""
    signed = terms(line.left)
    within = [(sign, term) for sign, term in signed if name in symbols(term)]
    if len(within) == 1 and len(signed) > 1:
        rest = [(-sign, term) for sign, term in signed if name not in symbols(term)]
        return Relation("=", sum_of(within), _simple(sum_of([*terms(line.right), *rest]))), "move-terms"
    match line.left:
        case Neg(arg):
            return Relation("=", arg, _simple(Neg(line.right))), "divide"
        case Mul(factor, other) if not symbols(factor) and name in symbols(other):
            return Relation("=", other, _simple(Div(line.right, factor))), "divide"
        case Div(top, factor) if not symbols(factor):
            return Relation("=", top, _simple(Mul(line.right, factor))), "clear-denominators"
        case _:
            return None


def _simple(expr: Expr) -> Expr:
    found = evaluated(expr)
    return expr if found is None else found[0]  # type: ignore[return-value]


def _undone(line: Relation, name: str) -> Next | None:
    right = line.right
    match line.left:
        case Call("log", args):
            base = args[1] if len(args) > 1 else TEN
            return Relation("=", args[0], _simple(Pow(base, right))), "exponential-form"
        case Call("ln", (inside,)):
            return Relation("=", inside, _simple(Pow(_E, right))), "exponential-form"
        case Call("sqrt", (inside,)):
            value = rational_value(right)
            if value is not None and value < 0:
                raise NotExactError("a root is not negative")
            return Relation("=", inside, _simple(Pow(right, Num(Fraction(2))))), "square-both-sides"
        case Call("abs", (inside,)):
            value = rational_value(right)
            if value is None or value < 0:
                raise NotExactError("a size is not negative")
            if value == 0:
                return Relation("=", inside, ZERO), "absolute-value"
            return Or((Relation("=", inside, right), Relation("=", inside, _simple(Neg(right))))), "absolute-value"
        case _:
            return None


def _higher(line: Relation, name: str) -> Next | None:
    """A polynomial of degree three and more: rational factors split off."""
    difference = polynomial_of(Sub(line.left, line.right))
    c = difference.rational_coefficients(name)
    if c is None or not 3 <= len(c) - 1 <= MAX_DEGREE:
        raise NotExactError("no equation that is undone here")
    roots: list[Fraction] = []
    while len(c) > 3 and (root := _rational_root(c)) is not None:
        roots.append(root)
        c = _deflated(c, root)
    if not roots:
        raise NotExactError("no rational root")
    parts: list[Expr] = [polynomial_tree(Polynomial.variable(name) - Polynomial.constant(root)) for root in roots]
    rest = Polynomial({(1, ((name, k),) if k else ()): v for k, v in enumerate(c) if v})
    if line.right == ZERO and line.left == polynomial_tree(difference):
        return Relation("=", product_of([*parts, polynomial_tree(rest)]), ZERO), "factor"
    if line.right != ZERO:
        return Relation("=", polynomial_tree(difference), ZERO), "move-all-left"
    equations = [Relation("=", Sym(name), number(root)) for root in dict.fromkeys(roots)]
    return Or((*equations, Relation("=", polynomial_tree(rest), ZERO))), "zero-product"


def _rational_root(c: list[Fraction]) -> Fraction | None:
    """A root p/q, where p divides the constant and q the leading coefficient, once all are whole; small ones first."""
    scale = lcm(*(value.denominator for value in c))
    whole = [int(value * scale) for value in c]
    if whole[0] == 0:
        return Fraction(0)
    for bottom in _divisors(whole[-1]):
        for top in _divisors(whole[0]):
            for root in (Fraction(top, bottom), Fraction(-top, bottom)):
                if _vanishes(whole, root):
                    return root
    return None


def _divisors(value: int) -> list[int]:
    return [n for n in range(1, MAX_ROOT + 1) if value % n == 0]


def _vanishes(whole: list[int], root: Fraction) -> bool:
    total = 0
    for power, value in enumerate(whole):
        total += value * root.numerator**power * root.denominator ** (len(whole) - 1 - power)
    return total == 0


def _deflated(c: list[Fraction], root: Fraction) -> list[Fraction]:
    """The coefficients after division by x - root, constant first."""
    result: list[Fraction] = []
    carry = Fraction(0)
    for value in reversed(c):
        carry = value + carry * root
        result.append(carry)
    return list(reversed(result[:-1]))
