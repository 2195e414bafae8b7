"""Systems with powers and logarithms of the unknowns: turned into polynomial systems, every solution kept.

An equation between two powers says that their logarithms are equal, one between logarithms that products are; what is
left with powers is written in letters t = bˣ above zero, with logarithms in letters s = log x. Each step keeps all
solutions; what it may add is thrown out when the solutions are put back into the original equations.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import lcm

from generation.equivalence.methods.exponentials import base_and_exponent
from generation.equivalence.methods.logarithms import argument_and_base
from generation.equivalence.methods.scope import replaced
from generation.equivalence.real import Number, sign
from generation.expression.errors import NotExactError
from generation.expression.exact import exact
from generation.expression.normal import polynomial_tree
from generation.expression.polynomial import Polynomial
from generation.expression.transcendental import divided, exponential, natural_log, proportion
from generation.expression.tree import Call, Expr, Pow, Relation, Sub, Sym, children, number, product_of, symbols
from generation.verify.systems import Row, eliminate

MAX_POWER = 12
_ONE = Polynomial.constant(1)


def solve_by_letters(equations: Sequence[Relation], names: frozenset[str]) -> list[Row]:
    """Rows among which every solution is. Raises NotExactError where it is no such system, or BudgetError."""
    differences: list[Expr] = [Sub(relation.left, relation.right) for relation in equations]
    plain = [_plain(difference, names) for difference in differences]
    if None not in plain:
        return _rows([p for p in plain if p is not None], names)
    return _Letters(differences, names).rows()


def _rows(polynomials: list[Polynomial], names: frozenset[str]) -> list[Row]:
    branches = eliminate(polynomials, names)
    if any(branch.free for branch in branches):
        raise NotExactError("infinitely many solutions of equations with powers or logarithms")
    return [branch.bound for branch in branches]


def _atoms(node: Expr, names: frozenset[str]) -> list[Expr]:
    """The largest powers and logarithms that hold unknowns."""
    if isinstance(node, Call | Pow) and _log_form(node, names) is not None:
        return [node]
    found: list[Expr] = []
    for part in children(node):
        assert isinstance(part, Expr)
        found += [atom for atom in _atoms(part, names) if atom not in found]
    return found


def _log_form(node: Expr, names: frozenset[str]) -> tuple[str, Expr, Expr | None] | None:
    """``("power", base, exponent)`` or ``("log", argument, base)``; bases hold no unknown."""
    for name in sorted(names & symbols(node)):
        if (power := base_and_exponent(node, name)) is not None and not names & symbols(power[0]):
            return "power", power[0], power[1]
    if (log := argument_and_base(node)) is not None and names & symbols(log[0]):
        return ("log", *log) if log[1] is None or not names & symbols(log[1]) else None
    return None


def _as_polynomial(expr: Expr) -> Polynomial:
    value = exact(expr).polynomial()
    if value is None:
        raise NotExactError("a fraction of unknowns in an exponent or below a logarithm")
    return value


def _power_log(base: Expr, exponent: Expr | None) -> Polynomial:
    assert exponent is not None
    below = _as_polynomial(base)
    if below.unknowns:
        raise NotExactError("a letter as a base")
    return _as_polynomial(exponent) * natural_log(below)


def _base_log(base: Expr | None) -> Polynomial:
    return _ONE if base is None else natural_log(_as_polynomial(base))


# -- one equation without letters ------------------------------------------------------------------------------


def _plain(difference: Expr, names: frozenset[str]) -> Polynomial | None:
    """A polynomial that is zero at every solution of one equation; None where letters are needed."""
    atoms = _atoms(difference, names)
    letters = {atom: Sym(f"t_{k}") for k, atom in enumerate(atoms)}
    polynomial = exact(replaced(difference, dict(letters))).top
    if not atoms:
        return polynomial
    if polynomial.unknowns & names:
        return None
    kinds = {form[0] for atom in atoms if (form := _log_form(atom, names)) is not None}
    if kinds == {"log"}:
        return _gathered(polynomial, atoms, letters, names)
    if kinds == {"power"} and len(polynomial.terms) == 2:
        return _two_powers(polynomial, atoms, letters, names)
    return None


def _gathered(
    polynomial: Polynomial, atoms: list[Expr], letters: dict[Expr, Sym], names: frozenset[str]
) -> Polynomial | None:
    """Σ nⱼ log uⱼ = c as a product of powers of the arguments."""
    if polynomial.total_degree() > 1:
        return None
    factors = []
    for atom in atoms:
        form = _log_form(atom, names)
        assert form is not None
        factors.append((_as_polynomial(form[1]), divided(_number(polynomial, letters[atom]), _base_log(form[2]))))
    constant = _without(polynomial, [letter.name for letter in letters.values()])
    ratios = [proportion(factor, factors[0][1]) for _, factor in factors]
    if None in ratios:
        return None
    bottom = lcm(*(ratio.denominator for ratio in ratios if ratio is not None))
    limit = exponential(divided(-constant, factors[0][1]).scaled(Fraction(bottom)))
    above, below = _ONE, limit
    for (argument, _), ratio in zip(factors, ratios, strict=True):
        power = int((ratio or Fraction(0)) * bottom)
        if abs(power) > MAX_POWER:
            return None
        above, below = (above * argument.power(power), below) if power > 0 else (above, below * argument.power(-power))
    return above - below


def _number(polynomial: Polynomial, letter: Sym) -> Polynomial:
    return polynomial.coefficients(letter.name)[1]


def _without(polynomial: Polynomial, letters: list[str]) -> Polynomial:
    for letter in letters:
        polynomial = polynomial.coefficients(letter)[0]
    return polynomial


def _two_powers(
    polynomial: Polynomial, atoms: list[Expr], letters: dict[Expr, Sym], names: frozenset[str]
) -> Polynomial | None:
    """c·eᵁ = d·eⱽ as U - V = ln(d/c)."""
    sides: list[tuple[Polynomial, Polynomial]] = []
    by_letter = {letter.name: atom for atom, letter in letters.items()}
    for (radicand, monomial), c in polynomial.terms.items():
        exponent = Polynomial({})
        for name, power in monomial:
            if name in by_letter:
                form = _log_form(by_letter[name], names)
                assert form is not None
                exponent = exponent + _power_log(form[1], form[2]).scaled(Fraction(power))
        rest = tuple(pair for pair in monomial if pair[0] not in by_letter)
        sides.append((Polynomial({(radicand, rest): c}), exponent))
    (before, first), (behind, second) = sides
    ratio = divided(-behind, before)
    if sign(ratio) < 0:
        return _ONE  # a number above zero is none below zero: no solution
    return _over_one_number(first - second - natural_log(ratio), names)


def _over_one_number(polynomial: Polynomial, names: frozenset[str]) -> Polynomial:
    """Divided by the number before one of its unknowns: rational coefficients where there is a common measure."""
    groups = _by_unknowns(polynomial, names)
    scale = next((part for group, part in sorted(groups.items()) if group), None)
    if scale is None:
        return polynomial
    total = Polynomial({})
    for group, part in groups.items():
        total = total + Polynomial({(1, group): Fraction(1)}) * divided(part, scale)
    return total


def _by_unknowns(polynomial: Polynomial, names: frozenset[str]) -> dict[tuple[tuple[str, int], ...], Polynomial]:
    groups: dict[tuple[tuple[str, int], ...], Polynomial] = {}
    for (radicand, monomial), c in polynomial.terms.items():
        outer = tuple(pair for pair in monomial if pair[0] in names)
        inner = tuple(pair for pair in monomial if pair[0] not in names)
        groups[outer] = groups.get(outer, Polynomial({})) + Polynomial({(radicand, inner): c})
    return groups


# -- a whole system with letters -------------------------------------------------------------------------------


class _Letters:
    """One letter above zero for each unknown: t = e^(unit·x); or s = ln x / scale where logarithms occur."""

    def __init__(self, differences: list[Expr], names: frozenset[str]) -> None:
        self.names = names
        atoms = [atom for difference in differences for atom in _atoms(difference, names)]
        self.forms = {atom: form for atom in atoms if (form := _log_form(atom, names)) is not None}
        kinds = {form[0] for form in self.forms.values()}
        if len(kinds) != 1:
            raise NotExactError("powers beside logarithms of unknowns")
        self.powers = kinds == {"power"}
        self.units = self._units()
        self.scale = next((_base_log(form[2]) for form in self.forms.values()), _ONE) if not self.powers else _ONE
        trees = {atom: self._written(atom) for atom in self.forms}
        self.polynomials = [exact(replaced(difference, dict(trees))).top for difference in differences]
        if any(polynomial.unknowns & names for polynomial in self.polynomials):
            raise NotExactError("unknowns beside powers or logarithms of them")

    def _exponent(self, atom: Expr) -> dict[tuple[tuple[str, int], ...], Polynomial]:
        form = self.forms[atom]
        groups = _by_unknowns(_power_log(form[1], form[2]), self.names)
        if any(len(group) > 1 or (group and group[0][1] != 1) for group in groups):
            raise NotExactError("an exponent that is not linear in the unknowns")
        return groups

    def _units(self) -> dict[str, Number]:
        units: dict[str, Number] = {}
        for name in self.names if self.powers else ():
            slopes = [
                part for atom in self.forms for group, part in self._exponent(atom).items() if group[:1] == ((name, 1),)
            ]
            ratios = [proportion(slope, slopes[0]) for slope in slopes]
            if not slopes or None in ratios:
                raise NotExactError("powers that are not powers of one")
            units[name] = slopes[0].scaled(Fraction(1, lcm(*(r.denominator for r in ratios if r is not None))))
        return units

    def _written(self, atom: Expr) -> Expr:
        _, first, second = self.forms[atom]
        if not self.powers:
            argument = exact(first).polynomial()
            name = first.name if isinstance(first, Sym) else None
            if argument is None or name is None:
                raise NotExactError("a logarithm of more than one unknown")
            factor = polynomial_tree(divided(self.scale, _base_log(second)))
            return product_of([factor, Sym(f"s_{name}")])
        factors: list[Expr] = []
        for group, part in self._exponent(atom).items():
            if not group:
                factors.append(polynomial_tree(exponential(part)))
            else:
                power = proportion(part, self.units[group[0][0]])
                assert power is not None
                factors.append(Pow(Sym(f"s_{group[0][0]}"), number(power)))
        return product_of(factors)

    def rows(self) -> list[Row]:
        """The solutions in the unknowns."""
        found = _rows(self.polynomials, frozenset(f"s_{name}" for name in self.names))
        return [back for row in found if (back := self._back(row)) is not None]

    def _back(self, row: Row) -> Row | None:
        result: Row = {}
        for letter, value in row.items():
            name = letter.removeprefix("s_")
            if not self.powers:
                result[name] = exponential(value * self.scale)
            elif sign(value) <= 0:
                return None
            else:
                result[name] = divided(natural_log(value), self.units[name])
        return result
