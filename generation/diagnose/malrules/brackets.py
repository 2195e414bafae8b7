"""Brackets: a factor or a sign in front of a sum."""

from __future__ import annotations

from collections.abc import Iterator

from generation.diagnose.malrule import mal_rule
from generation.diagnose.shapes import is_sum
from generation.expression.tree import Add, Mul, Neg, Node, Sub, sum_of, terms

LINEAR = ("[9수02-02]", "[9수02-04]", "[9수02-12]")


@mal_rule(
    "sign-not-distributed",
    ko="괄호 앞의 음의 부호를 첫 항에만 적용함",
    en="applies the minus before a bracket to the first term only",
    belief_ko="$-(a-b)$를 $-a-b$로 푼다.",
    belief_en="reads -(a - b) as -a - b",
    standards=LINEAR,
    example=("$5x-(2x-3)$을 간단히 하시오.", "3x-3"),
    prior=3.0,
    source="Payne & Squibb 1990",
)
def sign_not_distributed(node: Node) -> Iterator[Node]:
    match node:
        case Sub(left, Add() | Sub() as bracket):
            (sign, first), *rest = terms(bracket)
            yield sum_of([*terms(left), (-sign, first), *rest])
        case Neg(Add() | Sub() as bracket):
            (sign, first), *rest = terms(bracket)
            yield sum_of([(-sign, first), *rest])
        case Sub(left, Mul(factor, Add() | Sub() as bracket)) if not is_sum(factor):
            (sign, first), *rest = terms(bracket)
            opened = [(-sign, Mul(factor, first))] + [(s, Mul(factor, t)) for s, t in rest]
            yield sum_of([*terms(left), *opened])
        case Neg(Mul(factor, Add() | Sub() as bracket)) | Mul(Neg(factor), Add() | Sub() as bracket) if not is_sum(
            factor
        ):
            (sign, first), *rest = terms(bracket)
            yield sum_of([(-sign, Mul(factor, first))] + [(s, Mul(factor, t)) for s, t in rest])


@mal_rule(
    "distribute-first-only",
    ko="분배법칙을 첫 항에만 적용함",
    en="multiplies only the first term of a bracket",
    belief_ko="$k(a+b)$를 $ka+b$로 푼다.",
    belief_en="reads k(a + b) as ka + b",
    standards=LINEAR,
    example=("$3(2x+5)$를 간단히 하시오.", "6x+5"),
    prior=3.0,
    source="Payne & Squibb 1990",
)
def distribute_first_only(node: Node) -> Iterator[Node]:
    match node:
        case Mul(factor, Add() | Sub() as bracket) if not is_sum(factor):
            (sign, first), *rest = terms(bracket)
            yield sum_of([(sign, Mul(factor, first)), *rest])
