"""Sine, cosine and tangent of the unknown on a bounded stretch: by the cosine of one angle.

Everything is written as A(c) + B(c)·s with c = cos θ and s = sin θ. Where it is zero, A² = B²(1 - c²): so the zeros of
that polynomial in c give every candidate angle, and each is put back exactly. Between zeros and gaps the sign cannot
change; it is taken at one point by enclosing the value.
"""

from __future__ import annotations

from fractions import Fraction
from math import lcm

from generation.equivalence.methods.scope import Scope, is_special, with_letters
from generation.equivalence.methods.signs import Signs, constant_signs, marked_signs
from generation.equivalence.real import Number, ascending, floor, sign
from generation.equivalence.relations import at, roots_of
from generation.expression import angles
from generation.expression.circular import cosine, sine
from generation.expression.constants import PI
from generation.expression.enclosure import Bounds, enclose, vanishes
from generation.expression.errors import BudgetError, NotExactError
from generation.expression.exact import ONE, exact
from generation.expression.polynomial import Polynomial
from generation.expression.transcendental import divided, proportion
from generation.expression.tree import Call, Expr, walk

MAX_MULTIPLE = 6
MAX_TURNS = 60
_ZERO = Polynomial({})
_PI = Polynomial.variable(PI)


def angle_of(atom: Expr) -> Expr | None:
    """The angle below a sine, cosine or tangent, else None."""
    return atom.args[0] if isinstance(atom, Call) and atom.name in ("sin", "cos", "tan") else None


def periodic_signs(expr: Expr, atoms: list[Expr], scope: Scope) -> Signs:
    """The signs of an expression in sines, cosines and tangents, within the bounds of the scope."""
    scope.uses("everything by the cosine and sine of one angle, on the given stretch")
    slopes, shifts = zip(*(_linear(angle_of(atom), scope.name) for atom in atoms), strict=True)
    unit, multiples = _common(list(slopes))
    polynomial, letters = with_letters(expr, atoms)
    if scope.name in polynomial.variables:
        raise NotExactError("the unknown beside functions of angles")
    bottom = ONE
    for letter, atom, shift, multiple in zip(letters, atoms, shifts, multiples, strict=True):
        assert isinstance(atom, Call)
        above, below = _by_one(atom.name, multiple, shift)
        degree = polynomial.degree(letter)
        if degree:
            polynomial, bottom = _fraction_put_in(polynomial, letter, above, below), bottom * below
    return _Circle(polynomial, bottom, unit, scope).signs()


def _linear(angle: Expr | None, name: str) -> tuple[Number, Number]:
    if angle is None or any(is_special(part, name) for part in walk(angle)):
        raise NotExactError("an angle that is not linear in the unknown")
    value = exact(angle).polynomial()
    parts = value.coefficients(name) if value is not None else []
    if len(parts) != 2 or any(part.unknowns for part in parts):
        raise NotExactError("an angle that is not linear in the unknown")
    return parts[1], parts[0]


def _common(slopes: list[Number]) -> tuple[Number, list[int]]:
    """An angle θ = unit·x above zero slope of which all others are whole multiples."""
    base = slopes[0] if sign(slopes[0]) > 0 else -slopes[0]
    ratios = [proportion(slope, base) for slope in slopes]
    known = [ratio for ratio in ratios if ratio is not None]
    if len(known) < len(ratios):
        raise NotExactError("angles without a common measure")
    bottom = lcm(*(ratio.denominator for ratio in known))
    multiples = [int(ratio * bottom) for ratio in known]
    if max(map(abs, multiples)) > MAX_MULTIPLE:
        raise BudgetError("too high a multiple of an angle")
    return base.scaled(Fraction(1, bottom)), multiples


def _by_one(name: str, multiple: int, shift: Number) -> tuple[Polynomial, Polynomial]:
    """Numerator and denominator of sin, cos or tan of nθ + shift, in c and s."""
    turn = angles.turns(shift)
    sin_shift, cos_shift = angles.sine(turn), angles.cosine(turn)
    cos_n, sin_n = _multiple(multiple)
    sin_ = sin_n * cos_shift + cos_n * sin_shift
    cos_ = cos_n * cos_shift - sin_n * sin_shift
    if name == "tan":
        return sin_, cos_
    return (sin_ if name == "sin" else cos_), ONE


def _multiple(n: int) -> tuple[Polynomial, Polynomial]:
    """cos nθ and sin nθ."""
    c, s = Polynomial.variable("c"), Polynomial.variable("s")
    cos_, sin_ = ONE, _ZERO
    for _ in range(abs(n)):
        cos_, sin_ = _reduced(cos_ * c - sin_ * s), _reduced(sin_ * c + cos_ * s)
    return cos_, (sin_ if n > 0 else -sin_)


def _reduced(polynomial: Polynomial) -> Polynomial:
    """With s² as 1 - c²."""
    parts = polynomial.coefficients("s")
    s, square = Polynomial.variable("s"), ONE - Polynomial.variable("c").power(2)
    total = _ZERO
    for power, part in enumerate(parts):
        term = part * square.power(power // 2)
        total = total + (term * s if power % 2 else term)
    return total


def _fraction_put_in(polynomial: Polynomial, letter: str, above: Polynomial, below: Polynomial) -> Polynomial:
    """A fraction for a letter, times an even power of what is below, so that signs stay."""
    parts = polynomial.coefficients(letter)
    most = len(parts) - 1 + (len(parts) - 1) % 2
    total = _ZERO
    for power, part in enumerate(parts):
        total = total + part * above.power(power) * below.power(most - power)
    return _reduced(total)


class _Circle:
    """A polynomial in c = cos θ and s = sin θ with θ = unit·x."""

    def __init__(self, polynomial: Polynomial, bottom: Polynomial, unit: Number, scope: Scope) -> None:
        self.polynomial = _reduced(polynomial)
        self.bottom = _reduced(bottom)
        self.unit = unit
        self.scope = scope

    def signs(self) -> Signs:
        """The signs between the bounds; everywhere where there is no zero at all."""
        if self.polynomial.is_zero:
            return constant_signs(0)
        if not self.polynomial.unknowns:
            return constant_signs(sign(self.polynomial))
        zeros = self._angles(self.polynomial)
        gaps = self._angles(self.bottom) if self.bottom.unknowns else []
        if not zeros and not gaps:
            return constant_signs(self._sign_in_cell(Fraction(0)))
        bounds = self.scope.within.bounds
        if bounds is None:
            raise NotExactError("infinitely many angles; a bounded domain is needed")
        at_zero, at_gap = self._listed(zeros, bounds), self._listed(gaps, bounds)
        marks = ascending([*at_zero, *at_gap, *bounds])
        return marked_signs(marks, lambda mark: self._at(mark, at_zero), self._sign_in_cell)

    def _at(self, mark: Number, zeros: list[Number]) -> int:
        if mark in zeros:
            return 0
        return self._refined(lambda bits: enclose(mark, bits))

    def _sign_in_cell(self, x: Fraction) -> int:
        return self._refined(lambda bits: (x, x))

    def _refined(self, place: object) -> int:
        """The sign at a number given by its bounds, by enclosing ever closer."""
        bits = 64
        while bits <= 1_024:
            low, high = self._enclosed(place(bits), bits)  # type: ignore[operator]
            if low > 0 or high < 0:
                return 1 if low > 0 else -1
            bits *= 2
        raise NotExactError("a value too close to zero to tell its sign")

    def _enclosed(self, x: Bounds, bits: int) -> Bounds:
        low, high = enclose(self.unit, bits)
        ends = [u * v for u in (low, high) for v in x]
        angle = min(ends), max(ends)
        known = {"c": cosine(angle, bits), "s": sine(angle, bits)}
        total = Fraction(0), Fraction(0)
        for (radicand, monomial), coefficient in self.polynomial.terms.items():
            number = tuple(pair for pair in monomial if pair[0] not in known)
            value = enclose(Polynomial({(radicand, number): coefficient}), bits)
            for name, power in monomial:
                for _ in range(power if name in known else 0):
                    products = [a * b for a in value for b in known[name]]
                    value = min(products), max(products)
            total = total[0] + value[0], total[1] + value[1]
        return total

    def _angles(self, polynomial: Polynomial) -> list[Fraction]:
        """The zeros as parts of π from -1 (not included) to 1. Raises NotExactError where one is no such part."""
        a, b = (*polynomial.coefficients("s"), _ZERO)[:2]
        norm = a if b.is_zero else a * a - b * b * (ONE - Polynomial.variable("c").power(2))
        found: set[Fraction] = set()
        for value in roots_of(norm, "c") if norm.unknowns else []:
            if sign(value * value - ONE) > 0:
                continue
            found |= self._at_cosine(value, a, b)
        return sorted(found)

    def _at_cosine(self, value: Number, a: Polynomial, b: Polynomial) -> set[Fraction]:
        """The angles with this cosine at which A + Bs is zero."""
        part = angles.angle_of_cosine(value)
        if part is None:
            raise NotExactError("an angle without an exact value")
        plain, factor = at(a, "c", value), at(b, "c", value)
        candidates = {part, -part} if part not in (0, 1) else {part}
        return {angle for angle in candidates if vanishes(plain + factor * angles.sine(angle))}

    def _listed(self, parts: list[Fraction], bounds: tuple[Number, Number]) -> list[Number]:
        """Every number between the bounds whose angle is one of these, up to whole turns."""
        period = divided(_PI.scaled(Fraction(2)), self.unit)
        low, high = bounds
        result: list[Number] = []
        for part in parts:
            start = divided(_PI.scaled(part), self.unit) if part else _ZERO
            first = floor(divided(low - start, period)) if not (low - start).is_zero else 0
            last = floor(divided(high - start, period)) if not (high - start).is_zero else 0
            if last - first > MAX_TURNS:
                raise BudgetError("too many turns")
            result += [start + period.scaled(Fraction(k)) for k in range(first, last + 1)]
        return [x for x in ascending(result) if sign(x - low) >= 0 and sign(high - x) >= 0]
