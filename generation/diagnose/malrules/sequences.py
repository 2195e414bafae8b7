"""Sequences and sums: which term, which number of steps, what a sum may be split into."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from generation.diagnose.malrule import mal_rule
from generation.diagnose.shapes import quotient_of, without_divisor
from generation.expression.tree import Add, Call, Mul, Node, Num, Pow, Sub, Sym, substitute, symbols

ARITHMETIC = ("[12대수03-02]",)
GEOMETRIC = ("[12대수03-03]",)
SIGMA = ("[12대수03-04]",)
WORDS = r"수열|항|sequence|term|sum"
ONE = Num(Fraction(1))


@mal_rule(
    "n-steps-to-nth-term",
    ko="등차수열의 제n항에서 공차를 n번 더함",
    en="adds the difference n times for the n-th term",
    belief_ko="$a_n=a+nd$라고 생각한다.",
    belief_en="believes that the n-th term is a + nd",
    standards=ARITHMETIC,
    example=("첫째항이 3, 공차가 4인 등차수열의 제10항을 구하시오.", "43"),
    of="3+(10-1)*4",
    words=WORDS,
    prior=2.5,
)
def n_steps_to_nth_term(node: Node) -> Iterator[Node]:
    match node:
        case Mul(Sub(n, Num(one)), step) | Mul(step, Sub(n, Num(one))) if one == 1:
            yield Mul(n, step)


@mal_rule(
    "n-factors-to-nth-term",
    ko="등비수열의 제n항에서 공비를 n번 곱함",
    en="multiplies by the ratio n times for the n-th term",
    belief_ko="$a_n=ar^n$이라고 생각한다.",
    belief_en="believes that the n-th term is a·r^n",
    standards=GEOMETRIC,
    example=("첫째항이 3, 공비가 2인 등비수열의 제5항을 구하시오.", "96"),
    of="3*2^(5-1)",
    words=WORDS,
    prior=2.5,
)
def n_factors_to_nth_term(node: Node) -> Iterator[Node]:
    match node:
        case Pow(ratio, Sub(n, Num(one))) if one == 1:
            yield Pow(ratio, n)


@mal_rule(
    "geometric-as-arithmetic",
    ko="등비수열을 등차수열처럼 계산함",
    en="adds the ratio of a geometric sequence",
    belief_ko="공비를 곱하지 않고 더해 나간다.",
    belief_en="adds the ratio again and again instead of multiplying",
    standards=GEOMETRIC,
    example=("첫째항이 3, 공비가 2인 등비수열의 제5항을 구하시오.", "11"),
    of="3*2^(5-1)",
    words=WORDS,
    prior=1.5,
)
def geometric_as_arithmetic(node: Node) -> Iterator[Node]:
    match node:
        case Mul(first, Pow(ratio, Sub() as steps)):
            yield Add(first, Mul(steps, ratio))


@mal_rule(
    "arithmetic-sum-not-halved",
    ko="등차수열의 합에서 2로 나누지 않음",
    en="does not halve the sum of an arithmetic sequence",
    belief_ko="$S_n=n(a+l)$이라고 생각한다.",
    belief_en="believes that the sum is n(a + l)",
    standards=ARITHMETIC,
    example=("첫째항이 3, 끝항이 39, 항수가 10인 등차수열의 합을 구하시오.", "420"),
    of="10*(3+39)/2",
    words=WORDS,
    prior=1.8,
)
def arithmetic_sum_not_halved(node: Node) -> Iterator[Node]:
    rest = without_divisor(node, 2)
    if rest is not None and any(isinstance(part, Add) for part in rest[0]):
        yield quotient_of(*rest)


@mal_rule(
    "geometric-sum-exponent",
    ko="등비수열의 합에서 지수를 n-1로 함",
    en="takes n - 1 for the exponent in the sum of a geometric sequence",
    belief_ko="$S_n=\\frac{a(r^{n-1}-1)}{r-1}$이라고 생각한다.",
    belief_en="carries the n - 1 of the n-th term over to the sum",
    standards=GEOMETRIC,
    example=("첫째항이 3, 공비가 2인 등비수열의 첫째항부터 제5항까지의 합을 구하시오.", "45"),
    of="3*(2^5-1)/(2-1)",
    words=WORDS,
    prior=1.5,
)
def geometric_sum_exponent(node: Node) -> Iterator[Node]:
    match node:
        case Sub(Pow(ratio, Num(n)), Num(one)) if one == 1 and n > 1:
            yield Sub(Pow(ratio, Num(n - 1)), ONE)


@mal_rule(
    "term-for-sum",
    ko="합 대신 마지막 항만 구함",
    en="gives the last term for the sum",
    belief_ko="$S_n$과 $a_n$을 같은 것으로 생각한다.",
    belief_en="takes the last term for the sum of all",
    standards=SIGMA,
    example=("$\\sum_{k=1}^{5} (2k+1)$의 값을 구하시오.", "11"),
    prior=1.5,
)
def term_for_sum(node: Node) -> Iterator[Node]:
    match node:
        case Call("sum", (body, Sym(name), _, last)):
            yield substitute(body, {name: last})


@mal_rule(
    "sum-one-term-short",
    ko="합에서 마지막 항을 빠뜨림",
    en="leaves out the last term of a sum",
    belief_ko="$\\sum_{k=1}^{n}$을 제$n-1$항까지의 합으로 생각한다.",
    belief_en="stops a sum one term early",
    standards=SIGMA,
    example=("$\\sum_{k=1}^{5} (2k+1)$의 값을 구하시오.", "24"),
    prior=1.2,
)
def sum_one_term_short(node: Node) -> Iterator[Node]:
    match node:
        case Call("sum", (body, Sym() as name, first, Num(last))):
            yield Call("sum", (body, name, first, Num(last - 1)))


@mal_rule(
    "sum-of-products-as-product",
    ko="곱의 합을 합의 곱으로 계산함",
    en="takes the sum of products for the product of sums",
    belief_ko="$\\sum a_k b_k=\\sum a_k\\sum b_k$라고 생각한다.",
    belief_en="believes that a sum of products is the product of the sums",
    standards=SIGMA,
    example=("$\\sum_{k=1}^{4} k(k+1)$의 값을 구하시오.", "140"),
    prior=1.8,
)
def sum_of_products_as_product(node: Node) -> Iterator[Node]:
    match node:
        case Call("sum", (Mul(left, right), Sym(name), first, last)) if name in symbols(left) & symbols(right):
            yield Mul(Call("sum", (left, Sym(name), first, last)), Call("sum", (right, Sym(name), first, last)))


@mal_rule(
    "sum-of-squares-as-square",
    ko="제곱의 합을 합의 제곱으로 계산함",
    en="takes the sum of squares for the square of the sum",
    belief_ko="$\\sum k^2=(\\sum k)^2$이라고 생각한다.",
    belief_en="believes that a sum of squares is the square of the sum",
    standards=SIGMA,
    example=("$\\sum_{k=1}^{4} k^2$의 값을 구하시오.", "100"),
    prior=1.8,
)
def sum_of_squares_as_square(node: Node) -> Iterator[Node]:
    match node:
        case Call("sum", (Pow(base, Num() as exponent), Sym() as name, first, last)):
            yield Pow(Call("sum", (base, name, first, last)), exponent)


@mal_rule(
    "constant-summed-once",
    ko="합에서 상수를 한 번만 더함",
    en="adds a constant only once in a sum",
    belief_ko="$\\sum_{k=1}^{n} c=c$라고 생각한다.",
    belief_en="believes that the sum of a constant is the constant",
    standards=SIGMA,
    example=("$\\sum_{k=1}^{5} (2k+3)$의 값을 구하시오.", "33"),
    prior=2.0,
)
def constant_summed_once(node: Node) -> Iterator[Node]:
    match node:
        case Call("sum", (Add(body, constant), Sym() as name, first, last)) if not symbols(constant):
            yield Add(Call("sum", (body, name, first, last)), constant)
        case Call("sum", (Sub(body, constant), Sym() as name, first, last)) if not symbols(constant):
            yield Sub(Call("sum", (body, name, first, last)), constant)
