"""Chances: combining, complements, drawing without putting back, conditions, expected values."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from generation.diagnose.malrule import mal_rule
from generation.expression.exact import rational_value
from generation.expression.tree import Add, Call, Div, Expr, Mul, Node, Num, Sub, number

CHANCE = ("[9수04-06]", "[12확통02-01]")
PRODUCT = ("[12확통02-06]", "[9수04-06]")
CONDITION = ("[12확통02-04]",)
EXPECTED = ("[12확통03-02]",)
WORDS = r"확률|사건|events|P\(|probab|chance|likely"


def _chance(node: Node) -> Fraction | None:
    value = rational_value(node) if isinstance(node, Expr) else None
    return value if value is not None and 0 < value < 1 else None


@mal_rule(
    "chances-added",
    ko="함께 일어날 확률을 더함",
    en="adds chances where both events happen",
    belief_ko="두 사건이 모두 일어날 확률을 두 확률의 합이라고 생각한다.",
    belief_en="adds the chances of two events that must both happen",
    standards=PRODUCT,
    example=("두 사건이 서로 독립이고 확률이 $\\frac12$, $\\frac13$일 때, 모두 일어날 확률을 구하시오.", "5/6"),
    of="1/2*(1/3)",
    words=WORDS,
    prior=2.5,
)
def chances_added(node: Node) -> Iterator[Node]:
    match node:
        case Mul(Div() as a, Div() as b) if _chance(a) and _chance(b):
            yield Add(a, b)


@mal_rule(
    "chances-multiplied",
    ko="둘 중 하나가 일어날 확률을 곱함",
    en="multiplies chances where one of the events happens",
    belief_ko="두 사건 중 하나가 일어날 확률을 두 확률의 곱이라고 생각한다.",
    belief_en="multiplies the chances of alternatives",
    standards=("[12확통02-02]", "[9수04-06]"),
    example=("주사위를 던져 2의 눈 또는 5의 눈이 나올 확률을 구하시오.", "1/36"),
    of="1/6+1/6",
    words=WORDS,
    prior=2.0,
)
def chances_multiplied(node: Node) -> Iterator[Node]:
    match node:
        case Add(Div() as a, Div() as b) if _chance(a) and _chance(b):
            yield Mul(a, b)


@mal_rule(
    "overlap-counted-twice",
    ko="두 사건에 모두 속하는 경우를 두 번 셈",
    en="counts what belongs to both events twice",
    belief_ko="'또는'이 있으면 겹치는 경우가 있어도 두 확률을 더하기만 하면 된다고 생각한다.",
    belief_en="adds the chances of two events although they overlap",
    standards=("[9수04-06]", "[12확통02-02]"),
    example=("주사위 한 개를 던질 때, 짝수의 눈이 나오거나 3의 배수의 눈이 나올 확률을 구하시오.", "5/6"),
    of="3/6+2/6-1/6",
    words=WORDS,
    prior=3.0,
)
def overlap_counted_twice(node: Node) -> Iterator[Node]:
    match node:
        case Sub(Add(Div() as a, Div() as b), Div() as both) if _chance(a) and _chance(b) and _chance(both):
            yield Add(a, b)


@mal_rule(
    "complement-forgotten",
    ko="여사건의 확률을 1에서 빼지 않음",
    en="gives the chance of the complement",
    belief_ko="'적어도 하나'의 확률에서 여사건의 확률을 그대로 답한다.",
    belief_en="stops at the chance that the event does not happen",
    standards=("[12확통02-03]", "[9수04-06]"),
    example=("동전을 3번 던질 때, 앞면이 적어도 한 번 나올 확률을 구하시오.", "1/8"),
    of="1-(1/2)^3",
    words=WORDS,
    prior=2.5,
)
def complement_forgotten(node: Node) -> Iterator[Node]:
    match node:
        case Sub(Num(one), rest) if one == 1 and _chance(rest) is not None:
            yield rest


@mal_rule(
    "complement-taken",
    ko="여사건의 확률을 구함",
    en="gives the chance that the event does not happen",
    belief_ko="사건과 여사건을 바꾸어 센다.",
    belief_en="counts the cases in which the event fails",
    standards=CHANCE,
    example=("주사위 두 개를 던져 눈의 합이 7이 될 확률을 구하시오.", "30/36"),
    of="probability: a+b=7; a=1..6; b=1..6",
    asks=("probability",),
)
def complement_taken(node: Node) -> Iterator[Node]:
    match node:
        case Div(Num(a), Num(n)) if 0 < a < n:
            yield Div(Num(n - a), Num(n))


@mal_rule(
    "odds-for-probability",
    ko="전체가 아니라 나머지 경우의 수로 나눔",
    en="divides by the other cases instead of all",
    belief_ko="확률을 (일어나는 경우의 수)÷(일어나지 않는 경우의 수)라고 생각한다.",
    belief_en="takes the odds for the probability",
    standards=CHANCE,
    example=("주사위 두 개를 던져 눈의 합이 7이 될 확률을 구하시오.", "6/30"),
    of="probability: a+b=7; a=1..6; b=1..6",
    asks=("probability",),
    prior=2.0,
)
def odds_for_probability(node: Node) -> Iterator[Node]:
    match node:
        case Div(Num(a), Num(n)) if 0 < a < n:
            yield Div(Num(a), Num(n - a))


@mal_rule(
    "unordered-outcomes",
    ko="순서가 다른 두 경우를 한 가지로 셈",
    en="takes outcomes in another order for one equally likely case",
    belief_ko="두 주사위의 (2, 5)와 (5, 2)를 한 가지로 센다.",
    belief_en="takes (2, 5) and (5, 2) of two dice for one case",
    standards=CHANCE,
    example=("주사위 두 개를 던져 눈의 합이 7이 될 확률을 구하시오.", "3/21"),
    of="probability: a+b=7; a=1..6; b=1..6",
    asks=("probability",),
    prior=1.5,
    source="Lecoutre 1992",
)
def unordered_outcomes(node: Node) -> Iterator[Node]:
    match node:
        case Div(Num(a), Num(n)) if n == 36 and a % 2 == 0:
            yield Div(Num(a / 2), Num(Fraction(21)))
            yield Div(Num(a / 2), Num(n))
        case Div(Num(a), Num(n)) if n == 36 and a > 1:
            yield Div(Num((a + 1) / 2), Num(n))


@mal_rule(
    "put-back-though-not",
    ko="꺼낸 것을 다시 넣지 않는데 전체의 수를 그대로 둠",
    en="keeps the total although nothing is put back",
    belief_ko="두 번째에도 처음과 같은 확률이라고 생각한다.",
    belief_en="believes that the second draw has the chances of the first",
    standards=(*CONDITION, "[9수04-06]"),
    example=("흰 공 3개와 검은 공 4개에서 꺼낸 공을 다시 넣지 않고 2번 꺼낼 때, 모두 흰 공일 확률을 구하시오.", "9/49"),
    of="3/7*(2/6)",
    words=WORDS,
    prior=2.5,
)
def put_back_though_not(node: Node) -> Iterator[Node]:
    match node:
        case Mul(Div(Num(a), Num(n)) as first, Div(Num(b), Num(m))) if m == n - 1:
            yield Mul(first, Div(Num(a) if b == a - 1 else Num(b), Num(n)))


@mal_rule(
    "total-kept-one-less",
    ko="꺼낸 것을 다시 넣는데 하나 줄여서 셈",
    en="counts one less although everything is put back",
    belief_ko="다시 넣어도 두 번째에는 하나가 줄어든다고 생각한다.",
    belief_en="takes one away although it is put back",
    standards=("[12확통02-05]", "[9수04-06]"),
    example=("흰 공 3개와 검은 공 4개에서 꺼낸 공을 다시 넣고 2번 꺼낼 때, 모두 흰 공일 확률을 구하시오.", "1/7"),
    of="3/7*(3/7)",
    words=WORDS,
    prior=1.8,
)
def total_kept_one_less(node: Node) -> Iterator[Node]:
    match node:
        case Mul(Div(Num(a), Num(n)) as first, Div(Num(b), Num(m))) if (a, n) == (b, m) and n > a > 1:
            yield Mul(first, Div(Num(a - 1), Num(n - 1)))


@mal_rule(
    "condition-ignored",
    ko="조건부확률에서 조건을 무시하고 전체로 나눔",
    en="divides by all cases although a condition is given",
    belief_ko="$P(B|A)$를 $P(A\\cap B)$라고 생각한다.",
    belief_en="takes the chance of both for the chance under a condition",
    standards=CONDITION,
    example=("주사위를 던져 나온 눈이 짝수일 때, 그 눈이 4 이상일 확률을 구하시오.", "1/3"),
    of="(2/6)/(3/6)",
    words=WORDS,
    prior=2.5,
)
def condition_ignored(node: Node) -> Iterator[Node]:
    match node:
        case Div(Div() as both, Div() as condition) if _chance(both) and _chance(condition):
            yield both


@mal_rule(
    "condition-turned-over",
    ko="조건부확률에서 조건과 사건을 바꿈",
    en="swaps event and condition",
    belief_ko="$P(A|B)=P(B|A)$라고 생각한다.",
    belief_en="believes that P(A|B) is P(B|A)",
    standards=CONDITION,
    example=(
        "환자의 비율이 $\\frac{1}{10}$, 환자의 양성률이 $\\frac{4}{5}$, 다른 사람의 양성률이 $\\frac{1}{5}$일 때, "
        "양성인 사람이 환자일 확률을 구하시오.",
        "4/5",
    ),
    of="(1/10*(4/5))/(1/10*(4/5)+9/10*(1/5))",
    words=WORDS,
    prior=2.0,
    source="Falk 1986",
)
def condition_turned_over(node: Node) -> Iterator[Node]:
    match node:
        case Div(Mul(p, q) as both, Add(Mul() as first, Mul())) if both == first and _chance(p) and _chance(q):
            yield q


@mal_rule(
    "order-of-successes-forgotten",
    ko="독립시행에서 일어나는 순서의 수를 곱하지 않음",
    en="forgets in how many orders the successes may come",
    belief_ko="$p^r(1-p)^{n-r}$만 구하고 ${}_n\\mathrm{C}_r$를 곱하지 않는다.",
    belief_en="takes one order of successes for all",
    standards=("[12확통02-05]", "[12확통03-03]"),
    example=("동전을 5번 던질 때, 앞면이 2번 나올 확률을 구하시오.", "1/32"),
    of="C(5, 2)*(1/2)^2*(1/2)^3",
    words=WORDS,
    prior=2.0,
)
def order_of_successes_forgotten(node: Node) -> Iterator[Node]:
    match node:
        case Mul(Mul(Call("C"), p), q):
            yield Mul(p, q)


@mal_rule(
    "expected-value-unweighted",
    ko="기댓값에서 확률을 곱하지 않고 평균을 냄",
    en="averages the values without their chances",
    belief_ko="기댓값을 나올 수 있는 값의 평균이라고 생각한다.",
    belief_en="takes the mean of the possible values for the expected value",
    standards=EXPECTED,
    example=("$X$가 0, 1, 5일 확률이 각각 $\\frac12$, $\\frac14$, $\\frac14$일 때, $X$의 평균을 구하시오.", "2"),
    of="0*(1/2)+1*(1/4)+5*(1/4)",
    words=r"기댓값|평균|expect|mean",
    prior=1.8,
)
def expected_value_unweighted(node: Node) -> Iterator[Node]:
    values = _weighted(node)
    if len(values) > 1:
        yield number(sum(values, Fraction(0)) / len(values))


def _weighted(node: Node) -> list[Fraction]:
    """The values of a sum of value times chance; empty where it is none."""
    match node:
        case Add(left, Mul(value, chance)) if _chance(chance) is not None:
            before = _weighted(left)
            own = rational_value(value)
            return [*before, own] if before and own is not None else []
        case Mul(value, chance) if _chance(chance) is not None and (own := rational_value(value)) is not None:
            return [own]
        case _:
            return []


@mal_rule(
    "one-colour-over-other",
    ko="전체가 아니라 다른 색의 공의 개수로 나눔",
    en="divides by the other colour instead of all",
    belief_ko="확률을 (그 색의 개수)÷(다른 색의 개수)라고 생각한다.",
    belief_en="divides by the number of the other colour",
    standards=("[9수04-06]",),
    example=("주머니에 흰 공 3개, 검은 공 5개가 있다. 공 한 개를 꺼낼 때, 흰 공이 나올 확률을 구하시오.", "3/5"),
    of="3/(3+5)",
    words=r"확률|probab",
    prior=2.5,
)
def one_colour_over_other(node: Node) -> Iterator[Node]:
    match node:
        case Div(Num() as part, Add(Num() as a, Num() as b)) if part in (a, b):
            yield Div(part, b if part == a else a)
