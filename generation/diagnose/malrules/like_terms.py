"""Like and unlike terms."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from generation.diagnose.malrule import mal_rule
from generation.diagnose.shapes import coefficient_and_letters, multiple_of
from generation.expression.exact import rational_value
from generation.expression.tree import Add, Node, Sub, symbols, terms

LINEAR = ("[9수02-02]", "[9수02-04]", "[9수02-12]")


@mal_rule(
    "combine-unlike-terms",
    ko="동류항이 아닌 항을 더함",
    en="adds terms that are not alike",
    belief_ko="$3x+2$를 $5x$로 계산한다.",
    belief_en="reads 3x + 2 as 5x",
    standards=LINEAR,
    example=("$4x+3+2x$를 간단히 하시오.", "9x"),
    prior=2.0,
    source="Küchemann 1981",
)
def combine_unlike_terms(node: Node) -> Iterator[Node]:
    if not isinstance(node, Add | Sub) or not symbols(node):
        return
    signed = terms(node)
    numbers = [(s, v) for s, t in signed if (v := rational_value(t)) is not None]
    letters = [(s, c) for s, t in signed if (c := coefficient_and_letters(t)) is not None]
    if not numbers or not letters or len(numbers) + len(letters) != len(signed):
        return
    if len({letter for _, (_, letter) in letters}) != 1:
        return
    total = sum((s * v for s, v in numbers), Fraction(0)) + sum((s * c for s, (c, _) in letters), Fraction(0))
    if total:
        yield multiple_of(total, letters[0][1][1])
