"""Polynomials in one variable with rational coefficients: gcd, Sturm's count, and exact real roots.

Coefficients are lists of Fractions by power, the constant first, without leading zeros; ``[]`` is zero.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations, pairwise
from math import gcd, lcm

from generation.equivalence.real import Number, ascending, sign
from generation.expression.effort import spend
from generation.expression.errors import BudgetError, NotExactError
from generation.expression.polynomial import Polynomial

Coefficients = list[Fraction]
MAX_DEGREE = 24


def trimmed(p: Coefficients) -> Coefficients:
    """Without leading zeros."""
    end = len(p)
    while end and not p[end - 1]:
        end -= 1
    return p[:end]


def evaluate(p: Coefficients, x: Fraction) -> Fraction:
    """The value at x, by Horner's rule."""
    spend(len(p))
    total = Fraction(0)
    for coefficient in reversed(p):
        total = total * x + coefficient
    return total


def derivative(p: Coefficients) -> Coefficients:
    """The derivative."""
    return [c * k for k, c in enumerate(p)][1:]


def times(p: Coefficients, q: Coefficients) -> Coefficients:
    """The product."""
    if not p or not q:
        return []
    spend(len(p) * len(q))
    result = [Fraction(0)] * (len(p) + len(q) - 1)
    for i, a in enumerate(p):
        for j, b in enumerate(q):
            result[i + j] += a * b
    return trimmed(result)


def divide(p: Coefficients, q: Coefficients) -> tuple[Coefficients, Coefficients]:
    """Quotient and remainder; ``q`` is not zero."""
    spend(len(p) * len(q))
    rest = list(p)
    quotient = [Fraction(0)] * max(len(p) - len(q) + 1, 0)
    for at in range(len(quotient) - 1, -1, -1):
        factor = rest[at + len(q) - 1] / q[-1]
        quotient[at] = factor
        for k, coefficient in enumerate(q):
            rest[at + k] -= factor * coefficient
    return trimmed(quotient), trimmed(rest)


def common_divisor(p: Coefficients, q: Coefficients) -> Coefficients:
    """The greatest common divisor with leading coefficient 1."""
    while q:
        p, q = q, divide(p, q)[1]
        q = primitive(q)
    return [c / p[-1] for c in p] if p else []


def primitive(p: Coefficients) -> Coefficients:
    """Scaled by a positive rational to coprime integers."""
    if not p:
        return []
    bottom = lcm(*(c.denominator for c in p))
    whole = [c.numerator * (bottom // c.denominator) for c in p]
    top = gcd(*whole)
    return [Fraction(k // top) for k in whole]


def square_free(p: Coefficients) -> Coefficients:
    """The product of the distinct irreducible factors, with coprime integer coefficients."""
    if len(p) - 1 > MAX_DEGREE:
        raise BudgetError(f"a polynomial of degree above {MAX_DEGREE}")
    if len(p) <= 2:
        return primitive(p)
    return primitive(divide(p, common_divisor(p, derivative(p)))[0])


def sturm_chain(p: Coefficients) -> list[Coefficients]:
    """Sturm's sequence of a square-free polynomial of degree ≥ 1."""
    chain = [p, primitive(derivative(p))]
    while len(chain[-1]) > 1:
        rest = divide(chain[-2], chain[-1])[1]
        if not rest:
            break
        chain.append(primitive([-c for c in rest]))
    return chain


def count_real_roots(p: Coefficients) -> int:
    """The number of distinct real roots, by Sturm's theorem; ``p`` is not zero."""
    p = square_free(p)
    if len(p) < 2:
        return 0
    chain = sturm_chain(p)
    bound = _root_bound(p)
    return _variations(chain, -bound) - _variations(chain, bound)


def isolate(p: Coefficients, width: Fraction) -> list[tuple[Fraction, Fraction]]:
    """Intervals ``(a, b]`` narrower than ``width``, each with one real root of the square-free ``p``, in order."""
    chain = sturm_chain(p)
    bound = _root_bound(p)
    open_ = [(-bound, _variations(chain, -bound), bound, _variations(chain, bound))]
    found: list[tuple[Fraction, Fraction]] = []
    while open_:
        low, at_low, high, at_high = open_.pop()
        if at_low == at_high:
            continue
        if at_low - at_high == 1 and high - low < width:
            found.append((low, high))
            continue
        middle = (low + high) / 2
        at_middle = _variations(chain, middle)
        open_ += [(middle, at_middle, high, at_high), (low, at_low, middle, at_middle)]
    return found


def real_roots(p: Coefficients) -> list[Number]:
    """The distinct real roots, exact and ascending: rationals, quadratic surds, and roots of these.

    Raises NotExactError where a real root is none of them; ``p`` is not zero.
    """
    rest = square_free(p)
    if len(rest) == 3:
        return quadratic_roots(rest)
    roots: list[Number] = []
    for root in rational_roots(rest):
        roots.append(Polynomial.constant(root))
        rest = divide(rest, [-root, Fraction(1)])[0]
    rest = primitive(rest)
    while len(rest) > 3 and (factor := _quadratic_factor(rest)) is not None:
        roots += quadratic_roots(factor)
        rest = primitive(divide(rest, factor)[0])
    if len(rest) == 3:
        roots += quadratic_roots(rest)
    elif len(rest) > 3 and count_real_roots(rest):
        try:
            roots += _by_power(rest)
        except NotExactError:
            return ascending(_by_power(square_free(p)))
    return ascending(roots)


def _by_power(p: Coefficients) -> list[Number]:
    """The real roots of q((x - h)^k) by those of q. Raises NotExactError for other polynomials."""
    center = -p[-2] / (p[-1] * (len(p) - 1))
    shifted = _moved(p, center)
    step = gcd(*(k for k, c in enumerate(shifted) if c))
    if step < 2:
        raise NotExactError("a real root that is neither rational nor a quadratic surd")
    from generation.expression.algebraic import rational_power  # roots of higher degree are rare

    found: list[Number] = []
    for power in real_roots(shifted[::step]):
        side = sign(power)
        if side >= 0 or step % 2:
            root = rational_power(power if side >= 0 else -power, Fraction(1, step))
            found += [root, -root] if step % 2 == 0 else [root if side >= 0 else -root]
    return [root + Polynomial.constant(center) for root in found]


def _moved(p: Coefficients, h: Fraction) -> Coefficients:
    """p(x + h), by Horner's rule."""
    result: Coefficients = []
    for coefficient in reversed(p):
        result = times(result, [h, Fraction(1)])
        result = [(result[0] if result else Fraction(0)) + coefficient, *result[1:]]
    return result


def rational_roots(p: Coefficients) -> list[Fraction]:
    """The rational roots of a square-free polynomial: with integers, each is some k over the leading coefficient."""
    p = primitive(p)
    if len(p) < 2:
        return []
    if len(p) == 2:
        return [-p[0] / p[1]]
    leading = abs(p[-1])
    found = []
    for low, high in isolate(p, 1 / leading):
        first = int((low * leading).__floor__())
        for k in range(first, int((high * leading).__ceil__()) + 1):
            root = Fraction(k) / leading
            if low < root <= high and not evaluate(p, root):
                found.append(root)
    return found


def quadratic_roots(p: Coefficients) -> list[Number]:
    """The real roots of ``ax² + bx + c`` by the formula; none where the discriminant is negative."""
    c, b, a = p
    discriminant = b * b - 4 * a * c
    if discriminant < 0:
        return []
    middle = Polynomial.constant(-b / (2 * a))
    offset = Polynomial.square_root(discriminant).scaled(1 / (2 * a))
    return ascending([middle - offset, middle + offset])


def _quadratic_factor(p: Coefficients) -> Coefficients | None:
    """A rational quadratic with two real roots that divides ``p`` (square-free, no rational root), if any.

    Sum and product of its roots are integers over the leading coefficient, so narrow enclosures give few candidates.
    """
    leading = abs(p[-1])
    bound = _root_bound(p)
    enclosures = isolate(p, 1 / (leading * (4 * bound + 4)))
    for (a, b), (c, d) in combinations(enclosures, 2):
        products = [u * v for u in (a, b) for v in (c, d)]
        for total in _grid(a + c, b + d, leading):
            for product in _grid(min(products), max(products), leading):
                candidate = [product, -total, Fraction(1)]
                if not divide(p, candidate)[1]:
                    return candidate
    return None


def _grid(low: Fraction, high: Fraction, leading: Fraction) -> list[Fraction]:
    first, last = int((low * leading).__ceil__()), int((high * leading).__floor__())
    return [Fraction(k) / leading for k in range(first, last + 1)]


def _root_bound(p: Coefficients) -> Fraction:
    """Cauchy's bound, as an integer: every real root lies strictly inside."""
    return Fraction(int(1 + max(abs(c / p[-1]) for c in p[:-1])) + 1)


def _variations(chain: list[Coefficients], x: Fraction) -> int:
    signs = [value > 0 for p in chain if (value := evaluate(p, x))]
    return sum(a != b for a, b in pairwise(signs))
