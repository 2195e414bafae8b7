"""Number sentences in a student's words, each checked: ``18 cones x $3 = $54`` claims that 18·3 is 54.

What cannot be read says nothing, so that no right line is called wrong.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from generation.diagnose.number_sentences import Side, chains, plain
from generation.diagnose.procedure.equations import polynomial_of
from generation.expression.errors import ExpressionError
from generation.expression.exact import rational_value
from generation.expression.formulas import formulas
from generation.expression.parser import parse
from generation.expression.tree import Add, Div, Expr, Mul, Num, Pow, Relation, Sub, Sym, symbols, walk

MAX_LINE = 2_000
_ROUNDED = re.compile(r"round|about|approx|≈|약|반올림", re.IGNORECASE)
_CARRIED_ON = re.compile(
    r"simplif|combin|both sides|dividing|subtracting|multiplying|adding|expanding|정리|이항|양변|나누면|빼면|더하면",
    re.IGNORECASE,
)
"""Words that say that an equation follows from the one before."""


@dataclass(frozen=True, slots=True)
class Claim:
    """That two number sentences have one value."""

    left: Expr
    right: Expr
    rounded: bool = False

    def holds(self) -> bool:
        """Whether it is true, up to rounding as far as the right side is written; so too where it cannot be told."""
        try:
            first, second = rational_value(self.left), rational_value(self.right)
        except ExpressionError:
            return True
        if first is None or second is None or first == second:
            return True
        if not isinstance(self.right, Num):
            return False
        may_be_rounded = first.denominator > 1 and (self.rounded or any(isinstance(p, Div) for p in walk(self.left)))
        return may_be_rounded and abs(first - second) < Fraction(1, 10**self.right.decimals)


def number_claims(line: str) -> list[Claim]:
    """The claims of one line, left to right; of ``a = b = c`` both equalities."""
    if len(line) > MAX_LINE:
        return []
    found: list[Claim] = []
    rounded = _ROUNDED.search(line) is not None
    for sides in chains(line):
        converted = _changes_units([side.units for side in sides if side is not None and side.units])
        for a, b in pairwise(sides):
            if a is None or b is None or (converted and a.units != b.units):
                continue  # 120 minutes = 120/60 = 2 hours
            if (claim := _claim(a, b, rounded)) is not None:
                found.append(claim)
    return found


def first_false_line(lines: Sequence[str]) -> int | None:
    """The first line (from 0) with a false number sentence, or whose equation does not follow from the one before
    although the words say so (``subtracting 6 from both sides gives 2x = 24``). None where all hold.
    """
    before: Fraction | None = None
    announced: int | None = None
    for place, line in enumerate(lines):
        if any(not claim.holds() for claim in number_claims(line)):
            return place
        says_so = place if _CARRIED_ON.search(line) else announced
        if (solved := _solution(line)) is not None:
            value, rounding = solved
            if before is not None and says_so is not None and abs(before - value) > rounding:
                return says_so
            before = value
        announced = place if says_so == place and line.rstrip().endswith(":") else None
    return None


def _claim(a: Side, b: Side, rounded: bool) -> Claim | None:
    """The claim of two sides, one of which has something to work out."""
    try:
        left, right = parse(a.text), parse(b.text)
    except ExpressionError:
        return None
    if isinstance(left, Expr) and isinstance(right, Expr) and (_is_work(left) or _is_work(right)):
        return Claim(left, right, rounded)
    return None


def _is_work(expr: Expr) -> bool:
    return any(isinstance(part, Add | Sub | Mul | Div | Pow) for part in walk(expr))


def _changes_units(units: list[frozenset[str]]) -> bool:
    return any(not (a <= b or b <= a) for a, b in pairwise(units))


def _solution(line: str) -> tuple[Fraction, Fraction] | None:
    """The solution of the line's last linear equation in one letter, and how much it may be rounded."""
    for text in reversed(formulas(plain(line)) if len(line) <= MAX_LINE else []):
        try:
            node = parse(text.strip(" .,"))
            if not isinstance(node, Relation) or node.op != "=" or len(symbols(node)) != 1:
                continue
            name = next(iter(symbols(node)))
            c = polynomial_of(Sub(node.left, node.right)).rational_coefficients(name)
        except ExpressionError:
            continue
        if c is not None and len(c) == 2:
            places = max((n.decimals for n in walk(node) if isinstance(n, Num)), default=0)
            alone = Sym(name) in (node.left, node.right)
            return -c[0] / c[1], Fraction(1, 10**places) if alone and places else Fraction(0)
    return None
