"""Logarithms: their laws, base and number, and the domain."""

from __future__ import annotations

from collections.abc import Iterator

from generation.diagnose.malrule import mal_rule
from generation.expression.tree import (
    Add,
    Call,
    Collection,
    Div,
    Expr,
    Mul,
    Node,
    Num,
    Or,
    Pow,
    Relation,
    Sub,
    Sym,
    symbols,
)

LAWS = ("[12대수01-04]",)
EQUATIONS = ("[12대수01-08]",)


def _two(first: Node, second: Node) -> tuple[Expr, Expr, tuple[Expr, ...]] | None:
    """The numbers of two logarithms with one base, and the base where it is written."""
    match (first, second):
        case (Call("log" | "ln" as a, left), Call("log" | "ln" as b, right)) if a == b and left[1:] == right[1:]:
            return left[0], right[0], left[1:]
        case _:
            return None


@mal_rule(
    "log-numbers-added",
    ko="로그의 합을 진수의 합의 로그로 계산함",
    en="takes a sum of logarithms for the logarithm of the sum",
    belief_ko="$\\log_a M+\\log_a N=\\log_a(M+N)$이라고 생각한다.",
    belief_en="believes that log M + log N is log(M + N)",
    standards=LAWS,
    example=("$\\log_6 4+\\log_6 9$의 값을 구하시오.", "log(13, 6)"),
    prior=2.5,
    source="Liang & Wood 2005",
)
def log_numbers_added(node: Node) -> Iterator[Node]:
    if isinstance(node, Add | Sub) and (pair := _two(node.left, node.right)) is not None:
        yield Call("log", (type(node)(pair[0], pair[1]), *pair[2]))


@mal_rule(
    "log-distributed",
    ko="로그를 합에 분배함",
    en="splits the logarithm of a sum",
    belief_ko="$\\log_a(M+N)=\\log_a M+\\log_a N$이라고 생각한다.",
    belief_en="believes that log(M + N) is log M + log N",
    standards=LAWS,
    example=("$\\log_2(8+8)$의 값을 구하시오.", "6"),
    prior=2.5,
    source="Liang & Wood 2005",
)
def log_distributed(node: Node) -> Iterator[Node]:
    match node:
        case Call("log" | "ln" as name, (Add(left, right), *base)):
            yield Add(Call(name, (left, *base)), Call(name, (right, *base)))
        case Call("log" | "ln" as name, (Sub(left, right), *base)):
            yield Sub(Call(name, (left, *base)), Call(name, (right, *base)))


@mal_rule(
    "log-difference-as-quotient",
    ko="로그의 차를 로그의 몫으로 계산함",
    en="takes a difference of logarithms for their quotient",
    belief_ko="$\\log_a M-\\log_a N=\\frac{\\log_a M}{\\log_a N}$이라고 생각한다.",
    belief_en="believes that log M - log N is log M / log N",
    standards=LAWS,
    example=("$\\log_2 32-\\log_2 2$의 값을 구하시오.", "5"),
    prior=1.5,
)
def log_difference_as_quotient(node: Node) -> Iterator[Node]:
    if isinstance(node, Sub) and _two(node.left, node.right) is not None:
        yield Div(node.left, node.right)


@mal_rule(
    "log-quotient-as-difference",
    ko="로그의 몫을 로그의 차로 계산함",
    en="takes a quotient of logarithms for their difference",
    belief_ko="$\\frac{\\log_a M}{\\log_a N}=\\log_a M-\\log_a N$이라고 생각한다.",
    belief_en="believes that log M / log N is log M - log N",
    standards=LAWS,
    example=("$\\frac{\\log_2 27}{\\log_2 3}$의 값을 구하시오.", "log(9, 2)"),
    prior=1.8,
)
def log_quotient_as_difference(node: Node) -> Iterator[Node]:
    if isinstance(node, Div) and _two(node.left, node.right) is not None:
        yield Sub(node.left, node.right)


@mal_rule(
    "log-product-as-sum",
    ko="로그의 곱을 로그의 합으로 계산함",
    en="takes a product of logarithms for their sum",
    belief_ko="$\\log_a M\\times\\log_a N=\\log_a MN$이라고 생각한다.",
    belief_en="believes that log M times log N is log(MN)",
    standards=LAWS,
    example=("$\\log_2 4\\times\\log_2 8$의 값을 구하시오.", "5"),
    prior=1.8,
)
def log_product_as_sum(node: Node) -> Iterator[Node]:
    if isinstance(node, Mul) and _two(node.left, node.right) is not None:
        yield Add(node.left, node.right)


@mal_rule(
    "log-power-outside",
    ko="로그 전체의 거듭제곱을 진수의 거듭제곱으로 착각함",
    en="brings the exponent of a whole logarithm to the front",
    belief_ko="$(\\log_a M)^k=k\\log_a M$이라고 생각한다.",
    belief_en="believes that (log M)^k is k log M",
    standards=LAWS,
    example=("$(\\log_2 8)^2$의 값을 구하시오.", "6"),
    prior=1.8,
)
def log_power_outside(node: Node) -> Iterator[Node]:
    match node:
        case Pow(Call("log" | "ln") as logarithm, Num() as exponent):
            yield Mul(exponent, logarithm)


@mal_rule(
    "log-base-swapped",
    ko="로그의 밑과 진수를 바꿈",
    en="swaps base and number of a logarithm",
    belief_ko="$\\log_a b$를 $\\log_b a$로 읽는다.",
    belief_en="reads log_a b as log_b a",
    standards=LAWS,
    example=("$\\log_2 8$의 값을 구하시오.", "1/3"),
    prior=1.5,
)
def log_base_swapped(node: Node) -> Iterator[Node]:
    match node:
        case Call("log", (value, base)) if not symbols(node):
            yield Call("log", (base, value))


@mal_rule(
    "log-as-quotient",
    ko="로그를 진수와 밑의 나눗셈으로 계산함",
    en="divides the number by the base instead of taking a logarithm",
    belief_ko="$\\log_a b=\\frac{b}{a}$라고 생각한다.",
    belief_en="believes that log_a b is b/a",
    standards=LAWS,
    example=("$\\log_2 16$의 값을 구하시오.", "8"),
    prior=1.5,
)
def log_as_quotient(node: Node) -> Iterator[Node]:
    match node:
        case Call("log", (value, base)) if not symbols(node):
            yield Div(value, base)


@mal_rule(
    "exponential-form-inverted",
    ko="로그를 지수로 고칠 때 밑과 지수를 바꿈",
    en="swaps base and exponent when writing a logarithm as a power",
    belief_ko="$\\log_a x=b$에서 $x=b^a$이라고 생각한다.",
    belief_en="believes that log_a x = b means x = b^a",
    standards=EQUATIONS,
    example=("방정식 $\\log_2 x=3$을 푸시오.", "9"),
    prior=1.8,
)
def exponential_form_inverted(node: Node) -> Iterator[Node]:
    match node:
        case Relation("=", Call("log", (inside, base)), value) if symbols(inside) and not symbols(value):
            yield Relation("=", inside, Pow(value, base))


@mal_rule(
    "log-crossed-out",
    ko="로그의 합을 로그 없이 진수의 합으로 풂",
    en="crosses out the logarithms of a sum",
    belief_ko="$\\log_a f+\\log_a g=c$에서 로그를 지우고 $f+g=c$로 푼다.",
    belief_en="solves f + g = c for log f + log g = c",
    standards=EQUATIONS,
    example=("방정식 $\\log_2 x+\\log_2 (x-2)=3$을 푸시오.", "5/2"),
    prior=1.2,
)
def log_crossed_out(node: Node) -> Iterator[Node]:
    match node:
        case Relation("=", Add(left, right), value) if symbols(node) and (pair := _two(left, right)) is not None:
            yield Relation("=", Add(pair[0], pair[1]), value)


@mal_rule(
    "unknown-exponent-as-factor",
    ko="지수에 있는 미지수를 곱하는 수로 생각함",
    en="takes an unknown exponent for a factor",
    belief_ko="$a^x=b$에서 $x=\\frac{b}{a}$라고 생각한다.",
    belief_en="solves a^x = b as ax = b",
    standards=EQUATIONS,
    example=("방정식 $2^x=16$을 푸시오.", "8"),
    prior=1.5,
)
def unknown_exponent_as_factor(node: Node) -> Iterator[Node]:
    match node:
        case Relation("=", Pow(base, exponent), right) if symbols(exponent) and not symbols(base):
            yield Relation("=", Mul(base, exponent), right)


@mal_rule(
    "extraneous-root-kept",
    ko="처음 식에서 성립하지 않는 값을 버리지 않음",
    en="keeps values that the equation itself does not have",
    belief_ko="양변을 제곱하거나 진수 조건, 분모 조건이 있어도 구한 값은 모두 해라고 생각한다.",
    belief_en="believes that every value found is a solution, after squaring or where logarithms have a domain",
    standards=("[12대수01-08]", "[10공수2-03-05]", "[10공수2-03-04]"),
    example=("방정식 $\\log_2 x+\\log_2 (x-2)=3$을 푸시오.", "4, -2"),
    prior=2.5,
)
def extraneous_root_kept(node: Node) -> Iterator[Node]:
    match node:
        case Or(parts):
            values = [part.right for part in parts if isinstance(part, Relation) and isinstance(part.left, Sym)]
            if len(values) == len(parts) and not any(symbols(value) for value in values):
                yield Collection("list", tuple(values))
