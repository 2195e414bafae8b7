"""Sets, composed functions, translations."""

from __future__ import annotations

from collections.abc import Iterator

from generation.diagnose.malrule import mal_rule
from generation.expression.tree import Add, Call, Div, Mul, Node, Num, Pow, Sub, Sym, symbols

SETS = ("[10공수2-02-03]",)
COMPOSED = ("[10공수2-03-02]",)
TRANSLATION = ("[10공수2-01-06]", "[9수02-22]")
SET_WORDS = r"집합|사건|∪|∩|events|n\(|\\cup|\\cap|적어도|또는|union|either|survey|students who"
TRANSLATION_WORDS = r"평행이동|translat|shift|moved"


@mal_rule(
    "union-intersection-ignored",
    ko="합집합의 원소의 개수에서 교집합을 빼지 않음",
    en="does not subtract the intersection from a union",
    belief_ko="$n(A\\cup B)=n(A)+n(B)$라고 생각한다.",
    belief_en="counts what two sets share twice",
    standards=(*SETS, "[12확통02-02]"),
    example=("$n(A)=12$, $n(B)=9$, $n(A\\cap B)=4$일 때, $n(A\\cup B)$를 구하시오.", "21"),
    of="12+9-4",
    words=rf"{SET_WORDS}|확률|probab",
    prior=2.5,
)
def union_intersection_ignored(node: Node) -> Iterator[Node]:
    match node:
        case Sub(Add(a, b), _):
            yield Add(a, b)


@mal_rule(
    "union-intersection-added",
    ko="합집합의 원소의 개수에서 교집합을 더함",
    en="adds the intersection to a union",
    belief_ko="$n(A\\cup B)=n(A)+n(B)+n(A\\cap B)$라고 생각한다.",
    belief_en="adds what two sets share once more",
    standards=SETS,
    example=("$n(A)=12$, $n(B)=9$, $n(A\\cap B)=4$일 때, $n(A\\cup B)$를 구하시오.", "25"),
    of="12+9-4",
    words=SET_WORDS,
)
def union_intersection_added(node: Node) -> Iterator[Node]:
    match node:
        case Sub(Add() as both, shared):
            yield Add(both, shared)


@mal_rule(
    "subsets-as-square",
    ko="부분집합의 개수를 원소의 개수의 제곱으로 구함",
    en="squares the number of elements for the number of subsets",
    belief_ko="원소가 $n$개인 집합의 부분집합은 $n^2$개라고 생각한다.",
    belief_en="believes that a set of n elements has n^2 subsets",
    standards=("[10공수2-02-02]",),
    example=("원소가 5개인 집합의 부분집합의 개수를 구하시오.", "25"),
    of="2^5",
    words=r"부분집합|subset",
    prior=1.5,
)
def subsets_as_square(node: Node) -> Iterator[Node]:
    match node:
        case Pow(Num(two), Num() as n) if two == 2 and n.value != 2:
            yield Pow(n, Num(two))


@mal_rule(
    "composition-order",
    ko="합성함수의 순서를 바꿈",
    en="composes two functions in the wrong order",
    belief_ko="$f(g(a))$를 $g(f(a))$로 계산한다.",
    belief_en="works out g(f(a)) for f(g(a))",
    standards=COMPOSED,
    example=("$f(x)=2x+1$, $g(x)=x^2$일 때, $(f\\circ g)(3)$의 값을 구하시오.", "49"),
    of="f(x)=2x+1; g(x)=x^2; f(g(3))",
    prior=2.0,
)
def composition_order(node: Node) -> Iterator[Node]:
    match node:
        case Call(outer, (Call(inner, (argument,)),)) if len(outer) == len(inner) == 1 and outer != inner:
            yield Call(inner, (Call(outer, (argument,)),))


@mal_rule(
    "composition-as-product",
    ko="합성함수를 두 함수의 곱으로 계산함",
    en="takes a composition for a product",
    belief_ko="$(f\\circ g)(a)=f(a)g(a)$라고 생각한다.",
    belief_en="believes that f(g(a)) is f(a) times g(a)",
    standards=COMPOSED,
    example=("$f(x)=2x+1$, $g(x)=x^2$일 때, $(f\\circ g)(3)$의 값을 구하시오.", "63"),
    of="f(x)=2x+1; g(x)=x^2; f(g(3))",
    prior=1.5,
)
def composition_as_product(node: Node) -> Iterator[Node]:
    match node:
        case Call(outer, (Call(inner, (argument,)),)) if len(outer) == len(inner) == 1:
            yield Mul(Call(outer, (argument,)), Call(inner, (argument,)))


@mal_rule(
    "function-value-of-sum-split",
    ko="함숫값을 합에 분배함",
    en="splits a function of a sum",
    belief_ko="어떤 함수이든 $f(a+b)=f(a)+f(b)$라고 생각한다.",
    belief_en="believes that f(a+b) is f(a) + f(b) for every function",
    standards=("[9수02-14]", "[10공수2-03-01]"),
    example=("$f(x)=x^2+1$일 때, $f(2+3)$의 값을 구하시오.", "15"),
    of="f(x)=x^2+1; f(2+3)",
    prior=1.5,
    source="Matz 1982",
)
def function_value_of_sum_split(node: Node) -> Iterator[Node]:
    match node:
        case Call(name, (Add(left, right),)) if len(name) == 1:
            yield Add(Call(name, (left,)), Call(name, (right,)))


@mal_rule(
    "translation-sign",
    ko="x축 방향의 평행이동에서 부호를 반대로 함",
    en="moves a graph the wrong way along the x-axis",
    belief_ko="$x$축의 방향으로 $p$만큼 평행이동하면 $x$ 대신 $x+p$를 대입한다고 생각한다.",
    belief_en="puts x + p for x to move a graph by p",
    standards=TRANSLATION,
    example=("$y=2x^2$의 그래프를 $x$축의 방향으로 3만큼 평행이동한 그래프의 식을 구하시오.", "2(x+3)^2"),
    of="2(x-3)^2",
    words=TRANSLATION_WORDS,
    prior=2.5,
)
def translation_sign(node: Node) -> Iterator[Node]:
    match node:
        case Pow(Sub(Sym() as letter, shift), exponent):
            yield Pow(Add(letter, shift), exponent)
        case Pow(Add(Sym() as letter, shift), exponent):
            yield Pow(Sub(letter, shift), exponent)
        case Mul(factor, Sub(Sym() as letter, shift)) if not symbols(factor):
            yield Mul(factor, Add(letter, shift))
        case Mul(factor, Add(Sym() as letter, shift)) if not symbols(factor):
            yield Mul(factor, Sub(letter, shift))


@mal_rule(
    "translation-constant-sign",
    ko="y축 방향의 평행이동에서 부호를 반대로 함",
    en="moves a graph the wrong way along the y-axis",
    belief_ko="$y$축의 방향으로 $q$만큼 평행이동하면 식에서 $q$를 뺀다고 생각한다.",
    belief_en="subtracts q to move a graph up by q",
    standards=TRANSLATION,
    example=("$y=3x$의 그래프를 $y$축의 방향으로 4만큼 평행이동한 그래프의 식을 구하시오.", "3x-4"),
    of="3x+4",
    words=TRANSLATION_WORDS,
    prior=1.2,
)
def translation_constant_sign(node: Node) -> Iterator[Node]:
    match node:
        case Add(left, shift) if symbols(left) and not symbols(shift):
            yield Sub(left, shift)
        case Sub(left, shift) if symbols(left) and not symbols(shift):
            yield Add(left, shift)


@mal_rule(
    "inverse-proportion-as-direct",
    ko="반비례를 정비례로 계산함",
    en="takes an inverse proportion for a direct one",
    belief_ko="$y=\\frac{a}{x}$를 $y=ax$로 생각한다.",
    belief_en="multiplies where the quantity is inversely proportional",
    standards=("[9수02-07]",),
    example=("$y$가 $x$에 반비례하고 $xy=12$일 때, $x=3$에서 $y$의 값을 구하시오.", "36"),
    of="12/3",
    words=r"반비례|inverse",
    prior=1.8,
)
def inverse_proportion_as_direct(node: Node) -> Iterator[Node]:
    match node:
        case Div(Mul(x, y), Num() as value):
            yield Mul(Mul(x, y), value)
            yield Div(Mul(y, value), x)
        case Div(constant, Num() as value):
            yield Mul(constant, value)
