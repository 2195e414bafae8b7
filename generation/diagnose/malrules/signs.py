"""Signs of terms when like terms are collected."""

from __future__ import annotations

from collections.abc import Iterator

from generation.diagnose.malrule import mal_rule
from generation.expression.errors import ExpressionError
from generation.expression.exact import exact
from generation.expression.normal import ratio_tree
from generation.expression.tree import Add, Expr, Node, Sub, sum_of, symbols, terms


@mal_rule(
    "negative-terms-make-positive",
    ko="음의 동류항끼리 모을 때 부호를 양으로 바꿈",
    en="collects two negative like terms into a positive one",
    belief_ko="$-12-6$처럼 음의 항이 두 개 있으면 합의 부호가 양이 된다고 생각한다.",
    belief_en="believes that two negative terms make a positive one when they are collected, as in -12 - 6 = 18",
    standards=("[9수02-02]", "[9수02-04]", "[9수02-12]"),
    example=("$3(6x-4)+2(3x-3)$을 간단히 하시오.", "24x+18"),
    source="Bush 2011",
)
def negative_terms_make_positive(node: Node) -> Iterator[Node]:
    if not isinstance(node, Add | Sub) or not symbols(node):
        return
    signed = terms(node)
    for later in range(1, len(signed)):
        for earlier in range(later):
            first, second = signed[earlier], signed[later]
            if first[0] < 0 and second[0] < 0 and _alike(first[1], second[1]):
                total = ratio_tree(exact(Add(first[1], second[1])))
                rest = [term for position, term in enumerate(signed) if position not in (earlier, later)]
                yield sum_of([*rest[:earlier], (1, total), *rest[earlier:]])


def _alike(a: Expr, b: Expr) -> bool:
    """Whether both are one term with the same letters and a positive coefficient."""
    try:
        first, second = exact(a).polynomial(), exact(b).polynomial()
    except ExpressionError:
        return False
    if first is None or second is None or len(first.terms) != 1:
        return False
    positive = all(c > 0 for p in (first, second) for c in p.terms.values())
    return positive and first.terms.keys() == second.terms.keys()
