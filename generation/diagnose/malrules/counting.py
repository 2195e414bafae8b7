"""Counting: order, addition or multiplication, repetition, what is counted twice."""

from __future__ import annotations

from collections.abc import Iterator

from generation.diagnose.malrule import mal_rule
from generation.expression.exact import rational_value
from generation.expression.tree import Add, Call, Div, Mul, Node, Num, Pow, Sub, integer

PERMUTATIONS = ("[10공수1-03-02]", "[9수04-05]")
COMBINATIONS = ("[10공수1-03-03]", "[9수04-05]")
RULES = ("[10공수1-03-01]", "[9수04-05]")
REPEATED = ("[12확통01-01]",)
WAYS = r"경우의 수|방법의 수|가지|개수|ways|how many"


@mal_rule(
    "ordered-for-unordered",
    ko="조합을 순열로 계산함",
    en="counts an order that does not matter",
    belief_ko="뽑는 순서가 상관없는데 순서까지 센다.",
    belief_en="takes permutations where a choice without order is asked for",
    standards=COMBINATIONS,
    example=("5명 중에서 대표 2명을 뽑는 경우의 수를 구하시오.", "20"),
    of="C(5, 2)",
    prior=3.0,
    source="Batanero et al. 1997",
)
def ordered_for_unordered(node: Node) -> Iterator[Node]:
    match node:
        case Call("C", args):
            yield Call("P", args)
        case Div(Call("P") as ordered, _):
            yield ordered


@mal_rule(
    "unordered-for-ordered",
    ko="순열을 조합으로 계산함",
    en="ignores an order that matters",
    belief_ko="역할이나 순서가 다른데 같은 것으로 센다.",
    belief_en="takes combinations where the order matters",
    standards=PERMUTATIONS,
    example=("5명 중에서 회장과 부회장을 1명씩 뽑는 경우의 수를 구하시오.", "10"),
    of="P(5, 2)",
    prior=2.5,
    source="Batanero et al. 1997",
)
def unordered_for_ordered(node: Node) -> Iterator[Node]:
    match node:
        case Call("P", args):
            yield Call("C", args)


@mal_rule(
    "ways-added",
    ko="잇달아 일어나는 경우의 수를 더함",
    en="adds the ways of steps that follow each other",
    belief_ko="두 사건이 함께 일어나는 경우의 수를 합의 법칙으로 구한다.",
    belief_en="adds where both choices are made",
    standards=RULES,
    example=("티셔츠 4벌과 바지 3벌을 짝지어 입는 경우의 수를 구하시오.", "7"),
    of="4*3",
    words=WAYS,
    prior=2.5,
)
def ways_added(node: Node) -> Iterator[Node]:
    match node:
        case Mul(Num() | Call() as a, Num() | Call() as b):
            yield Add(a, b)


@mal_rule(
    "ways-multiplied",
    ko="동시에 일어나지 않는 경우의 수를 곱함",
    en="multiplies the ways of alternatives",
    belief_ko="둘 중 하나만 일어나는 경우의 수를 곱의 법칙으로 구한다.",
    belief_en="multiplies where only one of the choices is made",
    standards=RULES,
    example=("버스 노선 4개 또는 지하철 노선 3개로 가는 방법의 수를 구하시오.", "12"),
    of="4+3",
    words=WAYS,
    prior=2.0,
)
def ways_multiplied(node: Node) -> Iterator[Node]:
    match node:
        case Add(Num() | Call() as a, Num() | Call() as b):
            yield Mul(a, b)


@mal_rule(
    "repetition-forbidden",
    ko="중복을 허락하는데 한 번씩만 쓰는 것으로 셈",
    en="counts without repetition where it is allowed",
    belief_ko="한 번 쓴 것은 다시 쓸 수 없다고 생각한다.",
    belief_en="believes that nothing may be used twice",
    standards=REPEATED,
    example=("숫자 1, 2, 3, 4를 중복하여 써서 만들 수 있는 두 자리 자연수의 개수를 구하시오.", "12"),
    of="4^2",
    words=WAYS,
    prior=1.8,
)
def repetition_forbidden(node: Node) -> Iterator[Node]:
    match node:
        case Pow(Num(n), Num(r)) if 2 <= r <= n:
            yield Call("P", (Num(n), Num(r)))


@mal_rule(
    "repetition-allowed",
    ko="서로 다른 것을 뽑는데 중복을 허락하여 셈",
    en="counts with repetition where it is not allowed",
    belief_ko="매번 같은 개수 중에서 고를 수 있다고 생각한다.",
    belief_en="has the same number of choices at every step",
    standards=PERMUTATIONS,
    example=("5명 중에서 회장과 부회장을 1명씩 뽑는 경우의 수를 구하시오.", "25"),
    of="P(5, 2)",
    prior=2.0,
)
def repetition_allowed(node: Node) -> Iterator[Node]:
    match node:
        case Call("P", (n, r)):
            yield Pow(n, r)


@mal_rule(
    "power-turned-over",
    ko="중복순열에서 밑과 지수를 바꿈",
    en="swaps base and exponent when repetition is allowed",
    belief_ko="$n^r$과 $r^n$ 중 어느 것인지 구별하지 못한다.",
    belief_en="takes r^n for n^r",
    standards=REPEATED,
    example=("서로 다른 편지 3통을 우체통 5개에 넣는 경우의 수를 구하시오.", "243"),
    of="5^3",
    words=WAYS,
    prior=1.8,
)
def power_turned_over(node: Node) -> Iterator[Node]:
    match node:
        case Pow(Num() as n, Num() as r) if n.value != r.value:
            yield Pow(r, n)


@mal_rule(
    "factorials-cancelled",
    ko="계승의 나눗셈에서 수를 먼저 나눔",
    en="divides the numbers under factorials",
    belief_ko="$\\frac{n!}{m!}=\\left(\\frac{n}{m}\\right)!$라고 생각한다.",
    belief_en="believes that n!/m! is (n/m)!",
    standards=PERMUTATIONS,
    example=("$\\frac{6!}{3!}$의 값을 구하시오.", "2"),
    prior=1.5,
)
def factorials_cancelled(node: Node) -> Iterator[Node]:
    match node:
        case Div(Call("factorial", (Num(n),)), Call("factorial", (Num(m),))) if m and (n / m).denominator == 1:
            yield Call("factorial", (Num(n / m),))


@mal_rule(
    "factorial-of-sum-split",
    ko="계승을 합이나 차에 분배함",
    en="splits the factorial of a sum or difference",
    belief_ko="$(n-m)!=n!-m!$이라고 생각한다.",
    belief_en="believes that (n - m)! is n! - m!",
    standards=PERMUTATIONS,
    example=("$(5-2)!$의 값을 구하시오.", "118"),
    prior=1.2,
)
def factorial_of_sum_split(node: Node) -> Iterator[Node]:
    match node:
        case Call("factorial", (Add() | Sub() as inner,)):
            yield type(inner)(Call("factorial", (inner.left,)), Call("factorial", (inner.right,)))


@mal_rule(
    "factorial-as-product",
    ko="계승을 그 앞의 수와의 곱으로만 계산함",
    en="multiplies a factorial by one number only",
    belief_ko="$n!=n(n-1)$이라고 생각한다.",
    belief_en="believes that n! is n(n-1)",
    standards=PERMUTATIONS,
    example=("$5!$의 값을 구하시오.", "20"),
)
def factorial_as_product(node: Node) -> Iterator[Node]:
    match node:
        case Call("factorial", (Num(n),)) if n > 3:
            yield Mul(Num(n), Num(n - 1))


@mal_rule(
    "circle-not-turned",
    ko="원형으로 배열할 때 돌려서 같은 것을 나누지 않음",
    en="counts turned arrangements around a table separately",
    belief_ko="원탁에 둘러앉는 경우의 수를 $n!$이라고 생각한다.",
    belief_en="takes n! for the arrangements around a table",
    standards=("[12확통01-01]",),
    example=("6명이 원탁에 둘러앉는 경우의 수를 구하시오.", "720"),
    of="factorial(6-1)",
    words=r"원탁|둘러|원형|round|circle",
    prior=2.5,
)
def circle_not_turned(node: Node) -> Iterator[Node]:
    match node:
        case Call("factorial", (Sub(n, Num(one)),)) if one == 1:
            yield Call("factorial", (n,))


@mal_rule(
    "equal-things-told-apart",
    ko="같은 것이 있는 순열에서 같은 것을 나누지 않음",
    en="tells equal things apart when arranging them",
    belief_ko="같은 문자도 서로 다른 것으로 센다.",
    belief_en="does not divide by the orders of equal things",
    standards=REPEATED,
    example=("문자 a, a, a, b, b를 일렬로 나열하는 경우의 수를 구하시오.", "120"),
    of="factorial(5)/(factorial(3)*factorial(2))",
    prior=2.0,
)
def equal_things_told_apart(node: Node) -> Iterator[Node]:
    match node:
        case Div(Call("factorial") as all_orders, Mul(Call("factorial"), Call("factorial")) | Call("factorial")):
            yield all_orders


@mal_rule(
    "combination-repetition-ignored",
    ko="중복조합을 조합으로 계산함",
    en="takes combinations without repetition where it is allowed",
    belief_ko="${}_n\\mathrm{H}_r={}_n\\mathrm{C}_r$라고 생각한다.",
    belief_en="ignores that a kind may be chosen again",
    standards=("[12확통01-02]",),
    example=("서로 다른 4종류의 과일에서 중복을 허락하여 3개를 고르는 경우의 수를 구하시오.", "4"),
    of="C(4+3-1, 3)",
    words=r"중복|repet|kinds",
    prior=2.0,
)
def combination_repetition_ignored(node: Node) -> Iterator[Node]:
    match node:
        case Call("C", (Sub(Add(n, r), Num(one)), taken)) if one == 1 and r == taken:
            yield Call("C", (n, taken))


@mal_rule(
    "binomial-coefficient-lost",
    ko="이항정리에서 이항계수를 곱하지 않음",
    en="leaves out the binomial coefficient",
    belief_ko="항의 계수에 ${}_n\\mathrm{C}_r$를 곱하지 않는다.",
    belief_en="forgets in how many ways a term arises",
    standards=("[12확통01-03]", "[12확통03-03]"),
    example=("$(x+2)^5$의 전개식에서 $x^2$의 계수를 구하시오.", "8"),
    of="C(5, 3)*2^3",
    prior=2.0,
)
def binomial_coefficient_lost(node: Node) -> Iterator[Node]:
    match node:
        case Mul(Call("C"), rest):
            yield rest


@mal_rule(
    "power-in-term-forgotten",
    ko="이항정리에서 상수의 거듭제곱을 곱하지 않음",
    en="takes the binomial coefficient alone for the coefficient of a term",
    belief_ko="전개식의 계수는 이항계수와 같다고 생각한다.",
    belief_en="forgets the power of the other term",
    standards=("[12확통01-03]",),
    example=("$(x+2)^5$의 전개식에서 $x^2$의 계수를 구하시오.", "10"),
    of="C(5, 3)*2^3",
    words=r"전개식|계수|coefficient|expansion",
    prior=2.2,
)
def power_in_term_forgotten(node: Node) -> Iterator[Node]:
    match node:
        case Mul(Call("C") as ways, Pow()):
            yield ways


@mal_rule(
    "counted-from-difference",
    ko="처음과 끝을 모두 셀 때 1을 더하지 않음",
    en="counts from one number to another one too few",
    belief_ko="$a$부터 $b$까지의 자연수는 $b-a$개라고 생각한다.",
    belief_en="believes that there are b - a numbers from a to b",
    standards=RULES,
    example=("8부터 25까지의 자연수의 개수를 구하시오.", "17"),
    of="25-8+1",
    words=WAYS,
    prior=1.8,
)
def counted_from_difference(node: Node) -> Iterator[Node]:
    match node:
        case Add(Sub(last, first), one) if rational_value(one) == 1 and first != integer(0):
            yield Sub(last, first)


@mal_rule(
    "line-up-as-square",
    ko="한 줄로 서는 경우의 수를 사람 수의 제곱으로 구함",
    en="squares the number of people who line up",
    belief_ko="$n$명이 한 줄로 서는 경우의 수를 $n\\times n$이라고 생각한다.",
    belief_en="takes n times n for the ways to line up n people",
    standards=("[9수04-05]",),
    example=("5명의 학생을 한 줄로 세우는 경우의 수를 구하시오.", "25"),
    of="5!",
    words=r"줄로|일렬|line up",
    prior=2.2,
)
def line_up_as_square(node: Node) -> Iterator[Node]:
    match node:
        case Call("factorial", (Num() as n,)):
            yield Mul(n, n)


@mal_rule(
    "card-used-twice",
    ko="뽑은 카드를 다시 쓸 수 있다고 함",
    en="uses a card twice",
    belief_ko="십의 자리에 쓴 카드를 일의 자리에도 쓸 수 있다고 생각한다.",
    belief_en="believes that the card for the tens may be used again",
    standards=("[9수04-05]",),
    example=("1부터 4까지의 자연수가 각각 하나씩 적힌 카드로 만들 수 있는 두 자리 자연수의 개수를 구하시오.", "16"),
    of="4*3",
    words=r"카드.*자리|cards.*tens",
    prior=2.2,
)
def card_used_twice(node: Node) -> Iterator[Node]:
    match node:
        case Mul(Num() as n, Num() as rest) if rest.value == n.value - 1:
            yield Mul(n, n)
