"""Linear equations [9수02-04], inequalities [9수02-12], systems [9수02-13], quadratics [9수02-20]."""

from __future__ import annotations

from fractions import Fraction
from math import gcd, isqrt, lcm
from random import Random

from generation.expression.normal import polynomial_tree
from generation.expression.polynomial import Polynomial, extract_square
from generation.expression.render import infix
from generation.expression.tree import Div, Expr, Mul, Neg, Num, Pow, Relation, RelationOp, Sym, integer, number
from generation.symbolic.building import equation, linear, minus, nonzero, plus, quadratic
from generation.symbolic.problem_type import Draw, problem_type

LINEAR, INEQUALITY, SYSTEM, QUADRATIC = "[9수02-04]", "[9수02-12]", "[9수02-13]", "[9수02-20]"
EQUATION_KO, EQUATION_EN = "일차방정식", "linear equation"
OPS: tuple[RelationOp, ...] = ("<", "<=", ">", ">=")
TURNED: dict[RelationOp, RelationOp] = {"<": ">", ">": "<", "<=": ">=", ">=": "<="}


def _root(relation: Relation, value: Fraction | int) -> Draw:
    return Draw((relation,), (infix(number(value)),), ("x",))


@problem_type("coefficient-equation", "solve", ko=EQUATION_KO, en=EQUATION_EN, standard=LINEAR)
def coefficient_equation(rng: Random) -> Draw:
    a, x = nonzero(rng, -9, 9, avoid=(1, -1)), nonzero(rng, -9, 9)
    return _root(equation(linear(a, "x"), integer(a * x)), x)


@problem_type("two-step-equation", "solve", ko=EQUATION_KO, en=EQUATION_EN, standard=LINEAR)
def two_step_equation(rng: Random) -> Draw:
    a, b, x = nonzero(rng, -9, 9, avoid=(1,)), nonzero(rng, -12, 12), nonzero(rng, -9, 9)
    while a * x + b == 0:
        b = nonzero(rng, -12, 12)
    return _root(equation(linear(a, "x", b), integer(a * x + b)), x)


@problem_type("both-sides-equation", "solve", ko=EQUATION_KO, en=EQUATION_EN, standard=LINEAR)
def both_sides_equation(rng: Random) -> Draw:
    a, c, b, x = nonzero(rng, -9, 9), nonzero(rng, -9, 9), nonzero(rng, -12, 12), nonzero(rng, -9, 9)
    while c == a or (a - c) * x + b == 0:
        c, b = nonzero(rng, -9, 9), nonzero(rng, -12, 12)
    return _root(equation(linear(a, "x", b), linear(c, "x", (a - c) * x + b)), x)


@problem_type("bracket-equation", "solve", ko=EQUATION_KO, en=EQUATION_EN, standard=LINEAR)
def bracket_equation(rng: Random) -> Draw:
    k, b, x, c = (
        nonzero(rng, -6, 6, avoid=(1, -1)),
        nonzero(rng, -8, 8),
        nonzero(rng, -9, 9),
        rng.choice((0, 0, 1, 2, 3, -2)),
    )
    while c == k:
        c = 0
    product = Mul(integer(abs(k)), linear(1, "x", b), implicit=True)
    left: Expr = product if k > 0 else Neg(product)
    return _root(equation(left, linear(c, "x", k * (x + b) - c * x)), x)


@problem_type("minus-bracket-equation", "solve", ko=EQUATION_KO, en=EQUATION_EN, standard=LINEAR)
def minus_bracket_equation(rng: Random) -> Draw:
    k, c, x = rng.randint(1, 4), nonzero(rng, -8, 8), nonzero(rng, -9, 9)
    slope = 1 if k > 1 else rng.choice((2, 3))
    a = rng.choice([n for n in range(2, 10) if n != k * slope])
    bracket = linear(slope, "x", c)
    product = Mul(integer(k), bracket, implicit=True) if k > 1 else bracket
    return _root(equation(minus(linear(a, "x"), product), integer(a * x - k * (slope * x + c))), x)


@problem_type("fraction-equation", "solve", ko=EQUATION_KO, en=EQUATION_EN, standard=LINEAR)
def fraction_equation(rng: Random) -> Draw:
    d, n, b, t = rng.randint(2, 6), rng.choice((1, 1, 1, 2, 3)), nonzero(rng, -9, 9), nonzero(rng, -4, 4)
    while gcd(n, d) != 1 or n * t + b == 0:
        n, b = rng.choice((1, 2, 3)), nonzero(rng, -9, 9)
    return _root(equation(linear(Fraction(n, d), "x", b), integer(n * t + b)), d * t)


@problem_type("number-less-fraction-equation", "solve", ko=EQUATION_KO, en=EQUATION_EN, standard=LINEAR)
def number_less_fraction_equation(rng: Random) -> Draw:
    d, b, t = rng.randint(2, 6), rng.randint(1, 12), nonzero(rng, -9, 9)
    while b == t:
        b = rng.randint(1, 12)
    return _root(equation(minus(integer(b), linear(Fraction(1, d), "x")), integer(b - t)), d * t)


@problem_type("number-less-multiple-equation", "solve", ko=EQUATION_KO, en=EQUATION_EN, standard=LINEAR)
def number_less_multiple_equation(rng: Random) -> Draw:
    a, b, x = rng.randint(2, 9), rng.randint(1, 12), nonzero(rng, -9, 9)
    while b == a * x:
        b = rng.randint(1, 12)
    return _root(equation(minus(integer(b), linear(a, "x")), integer(b - a * x)), x)


@problem_type("fractions-both-sides-equation", "solve", ko=EQUATION_KO, en=EQUATION_EN, standard=LINEAR)
def fractions_both_sides_equation(rng: Random) -> Draw:
    b, d = rng.sample((2, 3, 4, 5, 6), 2)
    common = lcm(b, d)
    slope = Fraction(1, b) - Fraction(1, d)
    x = common * nonzero(rng, -3, 3)
    constant = -slope * x
    left = plus(Div(Sym("x"), integer(b)), number(constant))
    return _root(equation(left, Div(Sym("x"), integer(d))), x)


# -- inequalities --------------------------------------------------------------------------------------------


def _inequality(left: Expr, op: RelationOp, right: Expr, slope: int, bound: int) -> Draw:
    solved = Relation(op if slope > 0 else TURNED[op], Sym("x"), integer(bound))
    return Draw((Relation(op, left, right),), (infix(solved),), ("x",))


@problem_type("coefficient-inequality", "solve", ko="일차부등식", en="linear inequality", standard=INEQUALITY)
def coefficient_inequality(rng: Random) -> Draw:
    a, x, op = nonzero(rng, -9, 9, avoid=(1, -1)), nonzero(rng, -9, 9), rng.choice(OPS)
    return _inequality(linear(a, "x"), op, integer(a * x), a, x)


@problem_type("two-step-inequality", "solve", ko="일차부등식", en="linear inequality", standard=INEQUALITY)
def two_step_inequality(rng: Random) -> Draw:
    a, b, x, op = nonzero(rng, -7, 7, avoid=(1,)), nonzero(rng, -9, 9), nonzero(rng, -8, 8), rng.choice(OPS)
    while a * x + b == 0:
        b = nonzero(rng, -9, 9)
    return _inequality(linear(a, "x", b), op, integer(a * x + b), a, x)


@problem_type("both-sides-inequality", "solve", ko="일차부등식", en="linear inequality", standard=INEQUALITY)
def both_sides_inequality(rng: Random) -> Draw:
    a, c, b, x = nonzero(rng, -7, 7), nonzero(rng, -7, 7), nonzero(rng, -9, 9), nonzero(rng, -8, 8)
    while c == a or (a - c) * x + b == 0:
        c, b = nonzero(rng, -7, 7), nonzero(rng, -9, 9)
    return _inequality(linear(a, "x", b), rng.choice(OPS), linear(c, "x", (a - c) * x + b), a - c, x)


@problem_type("bracket-inequality", "solve", ko="일차부등식", en="linear inequality", standard=INEQUALITY)
def bracket_inequality(rng: Random) -> Draw:
    k, c, b, x = rng.randint(2, 5), rng.randint(3, 9), nonzero(rng, -6, 6), nonzero(rng, -7, 7)
    while c == k:
        c = rng.randint(3, 9)
    left = Mul(integer(k), linear(1, "x", b), implicit=True)
    return _inequality(left, rng.choice(OPS), linear(c, "x", k * (x + b) - c * x), k - c, x)


@problem_type("number-less-multiple-inequality", "solve", ko="일차부등식", en="linear inequality", standard=INEQUALITY)
def number_less_multiple_inequality(rng: Random) -> Draw:
    a, b, x = rng.randint(2, 7), rng.randint(1, 12), nonzero(rng, -8, 8)
    while b == a * x:
        b = rng.randint(1, 12)
    return _inequality(minus(integer(b), linear(a, "x")), rng.choice(OPS), integer(b - a * x), -a, x)


# -- systems -------------------------------------------------------------------------------------------------


def _xy(a: int, b: int) -> Expr:
    return polynomial_tree(Polynomial.variable("x").scaled(Fraction(a)) + Polynomial.variable("y").scaled(Fraction(b)))


def _system(rows: tuple[Relation, Relation], x: int, y: int) -> Draw:
    return Draw(rows, ({"x": str(x), "y": str(y)},), ("x", "y"))


@problem_type("elimination-system", "solve", ko="연립방정식", en="system of equations", standard=SYSTEM)
def elimination_system(rng: Random) -> Draw:
    x, y = nonzero(rng, -7, 7), nonzero(rng, -7, 7)
    a, c, b = rng.randint(1, 5), rng.randint(1, 5), nonzero(rng, -4, 4)
    d = rng.choice((b, -b))
    while a * d == b * c or x == y:
        a, x = rng.randint(1, 6), nonzero(rng, -7, 7)
    rows = (equation(_xy(a, b), integer(a * x + b * y)), equation(_xy(c, d), integer(c * x + d * y)))
    return _system(rows, x, y)


@problem_type("scaled-elimination-system", "solve", ko="연립방정식", en="system of equations", standard=SYSTEM)
def scaled_elimination_system(rng: Random) -> Draw:
    x, y = nonzero(rng, -6, 6), nonzero(rng, -6, 6)
    while x == y:
        y = nonzero(rng, -6, 6)
    while True:
        a, c, b, d = rng.randint(2, 5), rng.randint(1, 5), nonzero(rng, -4, 4), nonzero(rng, -4, 4)
        if a * d != b * c and abs(b) != abs(d) and a != c:
            break
    rows = (equation(_xy(a, b), integer(a * x + b * y)), equation(_xy(c, d), integer(c * x + d * y)))
    return _system(rows, x, y)


@problem_type("substitution-system", "solve", ko="연립방정식", en="system of equations", standard=SYSTEM)
def substitution_system(rng: Random) -> Draw:
    x, y, m = nonzero(rng, -6, 6), nonzero(rng, -6, 6), rng.choice((1, 1, 2, 3, -1))
    a, b = rng.randint(1, 5), nonzero(rng, -4, 4)
    while x == y or a + b * m == 0 or y - m * x == 0:
        x, y, b = nonzero(rng, -6, 6), nonzero(rng, -6, 6), nonzero(rng, -4, 4)
    rows = (equation(Sym("y"), linear(m, "x", y - m * x)), equation(_xy(a, b), integer(a * x + b * y)))
    return _system(rows, x, y)


# -- quadratics ----------------------------------------------------------------------------------------------


def _roots(relation: Relation, *values: Expr) -> Draw:
    return Draw((relation,), tuple(infix(value) for value in values), ("x",))


@problem_type("quadratic-factoring", "solve", ko="이차방정식", en="quadratic equation", standard=QUADRATIC)
def quadratic_factoring(rng: Random) -> Draw:
    p, q = sorted((nonzero(rng, -9, 9), nonzero(rng, -9, 9)))
    while p == q or p + q == 0:
        p, q = sorted((nonzero(rng, -9, 9), nonzero(rng, -9, 9)))
    return _roots(equation(quadratic(1, -p - q, p * q, "x"), integer(0)), integer(p), integer(q))


@problem_type("quadratic-zero-root", "solve", ko="이차방정식", en="quadratic equation", standard=QUADRATIC)
def quadratic_zero_root(rng: Random) -> Draw:
    a, x = rng.choice((1, 1, 2, 3)), nonzero(rng, -9, 9)
    low, high = sorted((0, x))
    relation = equation(quadratic(a, 0, 0, "x"), linear(a * x, "x"))
    if rng.random() < 0.4:
        relation = equation(quadratic(a, -a * x, 0, "x"), integer(0))
    return _roots(relation, integer(low), integer(high))


@problem_type("quadratic-leading-coefficient", "solve", ko="이차방정식", en="quadratic equation", standard=QUADRATIC)
def quadratic_leading(rng: Random) -> Draw:
    a, p = rng.choice((2, 3)), nonzero(rng, -6, 6)
    n = nonzero(rng, -7, 7)
    while gcd(n, a) != 1 or Fraction(n, a) == -p or a * p + n == 0:
        n, p = nonzero(rng, -7, 7), nonzero(rng, -6, 6)
    low, high = sorted((Fraction(n, a), Fraction(p)))
    return _roots(equation(quadratic(a, -a * p - n, n * p, "x"), integer(0)), number(low), number(high))


@problem_type("quadratic-square", "solve", ko="이차방정식", en="quadratic equation", standard=QUADRATIC)
def quadratic_square(rng: Random) -> Draw:
    a, r = rng.choice((1, 1, 1, 2, 3, 5)), rng.randint(2, 12)
    left = quadratic(a, 0, 0, "x")
    return _roots(equation(left, integer(a * r * r)), integer(-r), integer(r))


@problem_type("quadratic-shifted-square", "solve", ko="이차방정식", en="quadratic equation", standard=QUADRATIC)
def quadratic_shifted_square(rng: Random) -> Draw:
    p, r = nonzero(rng, -8, 8), rng.randint(2, 9)
    left = Pow(linear(1, "x", -p), Num(Fraction(2)))
    return _roots(equation(left, integer(r * r)), integer(p - r), integer(p + r))


@problem_type("quadratic-formula", "solve", ko="이차방정식", en="quadratic equation", standard=QUADRATIC)
def quadratic_formula(rng: Random) -> Draw:
    while True:
        a, b, c = rng.choice((1, 1, 1, 2)), nonzero(rng, -7, 7), nonzero(rng, -7, 7)
        d = b * b - 4 * a * c
        if d > 0 and isqrt(d) ** 2 != d and extract_square(d)[1] < 50 and gcd(a, gcd(b, c)) == 1:
            break
    root = Polynomial.square_root(Fraction(d))
    values = [(Polynomial.constant(-b) + r).scaled(Fraction(1, 2 * a)) for r in (-root, root)]
    return _roots(equation(quadratic(a, b, c, "x"), integer(0)), *(polynomial_tree(v) for v in values))


@problem_type("quadratic-product-equals", "solve", ko="이차방정식", en="quadratic equation", standard=QUADRATIC)
def quadratic_product_equals(rng: Random) -> Draw:
    p, q, m = nonzero(rng, -6, 6), nonzero(rng, -6, 6), rng.randint(1, 4)
    p, q = min(p, q), max(p, q)
    while q - p < 2:
        q += 1
    left = Mul(linear(1, "x", -(p + m)), linear(1, "x", -(q - m)), implicit=True)
    value = (p - (p + m)) * (p - (q - m))
    while value == 0 or 0 in (p + m, q - m):
        return quadratic_product_equals(rng)
    return _roots(equation(left, integer(value)), integer(p), integer(q))
