"""Systems of polynomial equations by elimination, exactly: the verifier's own way to their solutions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from generation.equivalence.real import Number
from generation.equivalence.relations import at, roots_of
from generation.expression.enclosure import vanishes
from generation.expression.errors import BudgetError, NotExactError
from generation.expression.normal import polynomial_tree
from generation.expression.polynomial import Key, Polynomial, inverse_number
from generation.expression.render import infix
from generation.verify.resultant import in_one_unknown

MAX_BRANCHES = 64
Row = dict[str, Number]


@dataclass(frozen=True, slots=True)
class Eliminated:
    """Solutions so far: unknowns bound to polynomials in the ``free`` ones; a complete row has none free."""

    bound: dict[str, Polynomial] = field(default_factory=dict)
    free: frozenset[str] = frozenset()


def shown_row(row: Row) -> str:
    """A row for people: ``x = 1, y = 2``."""
    return ", ".join(f"{name} = {infix(polynomial_tree(row[name]))}" for name in sorted(row))


def eliminate(equations: Sequence[Polynomial], names: frozenset[str], budget: int = MAX_BRANCHES) -> list[Eliminated]:
    """Every real solution of ``equations = 0`` as branches; an empty list proves that there is none.

    Raises NotExactError where elimination gets stuck, BudgetError where it branches too far.
    """
    system = reduced(equations)
    if any(not p.unknowns and not vanishes(p) for p in system):
        return []  # a non-zero number = 0
    if not system:
        return [Eliminated({}, names)]
    if (choice := _linear_choice(system)) is not None:
        position, name, value = choice
        rest = [substituted(p, name, value) for k, p in enumerate(system) if k != position]
        branches = eliminate(rest, names - {name}, budget)
        return [Eliminated({**b.bound, name: _closed(value, b.bound)}, b.free) for b in branches]
    for p in system:
        if len(p.unknowns) == 1:
            name = next(iter(p.unknowns))
            return _by_roots(system, p, name, names, budget)
    if (consequence := in_one_unknown(system)) is not None:
        return _by_roots(system, *consequence, names, budget)
    raise NotExactError("a system that elimination does not solve")


def _by_roots(
    system: list[Polynomial], p: Polynomial, name: str, names: frozenset[str], budget: int
) -> list[Eliminated]:
    found: list[Eliminated] = []
    for root in roots_of(p, name):
        rest = [at(q, name, root) for q in system if q is not p]
        for branch in eliminate(rest, names - {name}, budget // 2):
            found.append(Eliminated({**branch.bound, name: root}, branch.free))
        if len(found) > budget:
            raise BudgetError("a system with too many solutions")
    return found


def reduced(equations: Sequence[Polynomial]) -> list[Polynomial]:
    """Gaussian elimination with every monomial as an unknown of its own; zero rows are dropped.

    It needs rational coefficients; systems with others come back as they are.
    """
    rows = [p for p in equations if not p.is_zero]
    if any(root != 1 for p in rows for root, _ in p.terms):
        return rows
    done: list[Polynomial] = []
    while rows:
        key = max((key for p in rows for key in p.terms), key=_rank)
        pivot = next(p for p in rows if key in p.terms)
        pivot = pivot.scaled(1 / pivot.terms[key])
        rest = [p for p in rows if key not in p.terms or p.scaled(1 / p.terms[key]) != pivot]
        rows = [q for p in rest if not (q := _cleared(p, pivot, key)).is_zero]
        done = [_cleared(p, pivot, key) for p in done] + [pivot]
    return done


def _rank(key: Key) -> tuple[int, int, tuple[tuple[str, int], ...]]:
    """Mixed products first, then high powers: what is left tends to be linear or in one unknown."""
    monomial = key[1]
    return (len(monomial), sum(exponent for _, exponent in monomial), monomial)


def _cleared(p: Polynomial, pivot: Polynomial, key: Key) -> Polynomial:
    return p - pivot.scaled(p.terms[key]) if key in p.terms else p


def _linear_choice(system: list[Polynomial]) -> tuple[int, str, Polynomial] | None:
    """An equation that gives one unknown as a polynomial in the others; the shortest such polynomial."""
    best: tuple[int, str, Polynomial] | None = None
    for position, p in enumerate(system):
        for name in sorted(p.unknowns):
            if p.degree(name) != 1:
                continue
            rest, slope = p.coefficients(name)
            if slope.variables:
                continue
            value = -(rest * inverse_number(slope))
            if best is None or len(value.terms) < len(best[2].terms):
                best = (position, name, value)
    return best


def substituted(p: Polynomial, name: str, value: Polynomial) -> Polynomial:
    """The polynomial with another one put in for a variable."""
    return at(p, name, value)


def _closed(value: Polynomial, bound: dict[str, Polynomial]) -> Polynomial:
    for name in sorted(value.variables & bound.keys()):
        value = substituted(value, name, bound[name])
    return value


def determinant_evidence(rows: Sequence[Polynomial], names: Sequence[str]) -> str | None:
    """The rank of a linear system, as evidence; None where it is not linear."""
    if any(p.total_degree() > 1 or any(root != 1 for root, _ in p.terms) for p in rows):
        return None
    matrix = [[p.terms.get((1, ((n, 1),)), Fraction(0)) for n in names] for p in rows]
    constants = [p.terms.get((1, ()), Fraction(0)) for p in rows]
    plain = _rank_of([list(row) for row in matrix])
    extended = _rank_of([[*row, c] for row, c in zip(matrix, constants, strict=True)])
    return f"rank {plain} of the coefficients, rank {extended} with the constants, {len(names)} unknowns"


def _rank_of(matrix: list[list[Fraction]]) -> int:
    rank = 0
    for column in range(len(matrix[0]) if matrix else 0):
        pivot = next((k for k in range(rank, len(matrix)) if matrix[k][column]), None)
        if pivot is None:
            continue
        matrix[rank], matrix[pivot] = matrix[pivot], matrix[rank]
        for k in range(rank + 1, len(matrix)):
            factor = matrix[k][column] / matrix[rank][column]
            matrix[k] = [a - factor * b for a, b in zip(matrix[k], matrix[rank], strict=True)]
        rank += 1
    return rank
