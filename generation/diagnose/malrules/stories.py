"""Word problems: what is asked, speeds, work, salt water, percentages of the wrong amount."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from generation.diagnose.malrule import mal_rule
from generation.expression.exact import rational_value
from generation.expression.tree import Add, Div, Expr, Mul, Node, Num, Percent, Relation, Sub, Sym, number, symbols

EQUATIONS = ("[9수02-04]", "[9수02-13]", "[9수02-20]")
ONE = Fraction(1)
HUNDRED = Fraction(100)


@mal_rule(
    "unknown-answered-for-what-is-asked",
    ko="미지수의 값을 그대로 답함",
    en="gives the unknown for what is asked",
    belief_ko="방정식을 풀어 얻은 $x$의 값이 곧 구하는 값이라고 생각한다.",
    belief_en="takes the value of x for the answer, whatever is asked",
    standards=EQUATIONS,
    example=("연속하는 세 자연수의 합이 48일 때, 가장 작은 수를 구하시오.", "16"),
    of="16-1",
    words=r"연속하는|consecutive|가로의 길이를|its length|아버지의 나이를|How old is the father|"
    r"사과와|합하여|닭과 토끼|점짜리 문제|소금물을 섞어|(?:남|여)학생[이은] [^가-힣]*증가|"
    r"rabbits|pears|questions of|are mixed to make|more boys",
    prior=2.0,
)
def unknown_for_what_is_asked(node: Node) -> Iterator[Node]:
    match node:
        case Add(Num() as found, Num()) | Sub(Num() as found, Num()) | Mul(Num(), Num() as found):
            yield found


@mal_rule(
    "other-end-answered",
    ko="가장 작은 수와 가장 큰 수를 바꾸어 답함",
    en="gives the smallest for the largest or the other way round",
    belief_ko="세 수 중 물은 수가 아닌 반대쪽 끝의 수를 답한다.",
    belief_en="answers with the number at the other end",
    standards=EQUATIONS,
    example=("연속하는 세 자연수의 합이 48일 때, 가장 작은 수를 구하시오.", "17"),
    of="16-1",
    words=r"연속하는 세|three consecutive",
    prior=1.5,
)
def other_end_answered(node: Node) -> Iterator[Node]:
    match node:
        case Add(Num() as middle, Num() as step):
            yield Sub(middle, step)
        case Sub(Num() as middle, Num() as step):
            yield Add(middle, step)


@mal_rule(
    "digits-exchanged",
    ko="십의 자리의 숫자와 일의 자리의 숫자를 바꾸어 씀",
    en="writes the number with its digits exchanged",
    belief_ko="처음 수 대신 숫자를 바꾼 수를 답한다.",
    belief_en="answers with the digits in the other order",
    standards=EQUATIONS,
    example=("두 자리 자연수의 처음 수를 구하시오.", "74"),
    of="10*4+7",
    words=r"자리|digit",
    prior=1.8,
)
def digits_exchanged(node: Node) -> Iterator[Node]:
    match node:
        case Add(Mul(Num(ten) as base, Num() as tens), Num() as units) if ten == 10:
            yield Add(Mul(base, units), tens)


@mal_rule(
    "digits-added",
    ko="두 자리 수를 두 숫자의 합으로 나타냄",
    en="takes a number for the sum of its digits",
    belief_ko="십의 자리의 숫자가 $x$, 일의 자리의 숫자가 $y$인 수를 $x+y$라고 생각한다.",
    belief_en="writes the number with the digits x and y as x + y",
    standards=EQUATIONS,
    example=("두 자리 자연수의 처음 수를 구하시오.", "11"),
    of="10*4+7",
    words=r"자리|digit",
    prior=1.2,
)
def digits_added(node: Node) -> Iterator[Node]:
    match node:
        case Add(Mul(Num(ten), Num() as tens), Num() as units) if ten == 10:
            yield Add(tens, units)


def _two_times(node: Node) -> tuple[Expr, Expr, Expr, Expr] | None:
    """The unknown, the two divisors and the right side of ``x/a + x/b = t``."""
    match node:
        case Relation("=", Add(Div(Sym() as x, a), Div(y, b)), right) if x == y and not symbols(right):
            return x, a, b, right
        case _:
            return None


@mal_rule(
    "speeds-averaged",
    ko="왕복에서 두 속력의 평균에 시간을 곱함",
    en="multiplies the time by the mean of two speeds",
    belief_ko="갈 때와 올 때의 속력을 평균 내어 (거리)=(평균)×(시간)으로 구한다.",
    belief_en="works with the mean of the speeds there and back",
    standards=EQUATIONS,
    example=("갈 때는 시속 3 km, 올 때는 시속 4 km로 왕복하는 데 7시간이 걸렸다. 거리를 구하시오.", "49/2"),
    of="solve: x/3+x/4=7",
    words=r"시속|분속|속력|km/h|speed",
    prior=2.0,
)
def speeds_averaged(node: Node) -> Iterator[Node]:
    if (parts := _two_times(node)) is not None:
        x, a, b, hours = parts
        mean = Div(Add(a, b), Num(Fraction(2)))
        yield Relation("=", x, Mul(mean, hours))
        yield Relation("=", x, Div(Mul(mean, hours), Num(Fraction(2))))


@mal_rule(
    "both-ways-answered",
    ko="한쪽 거리 대신 왕복한 거리를 답함",
    en="gives the way there and back for one way",
    belief_ko="구한 거리를 2배 하여 왕복 거리를 답한다.",
    belief_en="doubles the distance that is asked for",
    standards=EQUATIONS,
    example=("갈 때는 시속 3 km, 올 때는 시속 4 km로 왕복하는 데 7시간이 걸렸다. 거리를 구하시오.", "24"),
    of="solve: x/3+x/4=7",
    words=r"시속|분속|km/h",
    prior=1.5,
)
def both_ways_answered(node: Node) -> Iterator[Node]:
    if (parts := _two_times(node)) is not None:
        x, a, b, hours = parts
        half = Div(x, Num(Fraction(2)))
        yield Relation("=", Add(Div(half, a), Div(half, b)), hours)


@mal_rule(
    "times-of-work-combined",
    ko="함께 일할 때 걸리는 날수를 더하거나 평균 냄",
    en="adds the times of two workers, or takes their mean",
    belief_ko="두 사람이 걸리는 날수를 더하거나 그 평균을 함께 걸리는 날수라고 생각한다.",
    belief_en="takes the sum or the mean of the two times for the time together",
    standards=EQUATIONS,
    example=("어떤 일을 하는 데 갑은 10일, 을은 15일이 걸린다. 함께 하면 며칠이 걸리는지 구하시오.", "25"),
    of="solve: x/10+x/15=1",
    words=r"일을|작업|호스|수도꼭지|work|hose",
    prior=2.5,
)
def times_of_work_combined(node: Node) -> Iterator[Node]:
    if (parts := _two_times(node)) is not None and rational_value(parts[3]) == ONE:
        x, a, b, _ = parts
        yield Relation("=", x, Add(a, b))
        yield Relation("=", x, Div(Add(a, b), Num(Fraction(2))))


@mal_rule(
    "meeting-or-overtaking",
    ko="마주 보고 갈 때와 같은 방향으로 갈 때를 혼동함",
    en="takes the difference of the ways for their sum or the other way round",
    belief_ko="반대 방향으로 돌 때 거리의 차를, 같은 방향으로 돌 때 거리의 합을 쓴다.",
    belief_en="exchanges going the same way and going opposite ways",
    standards=EQUATIONS,
    example=("호수를 서로 반대 방향으로 걸을 때, 두 사람이 처음으로 만나는 것은 몇 분 후인지 구하시오.", "120"),
    of="solve: 70x+50x=2400",
    words=r"방향|direction",
    prior=2.0,
)
def meeting_or_overtaking(node: Node) -> Iterator[Node]:
    match node:
        case Relation("=", Add(first, second), right) if symbols(first) == symbols(second) != frozenset():
            yield Relation("=", Sub(first, second), right)
        case Relation("=", Sub(first, second), right) if symbols(first) == symbols(second) != frozenset():
            yield Relation("=", Add(first, second), right)


@mal_rule(
    "time-from-first-start",
    ko="먼저 출발한 사람의 시간을 답함",
    en="gives the time of the one who left first",
    belief_ko="나중에 출발한 사람이 걸린 시간 대신 먼저 출발한 사람이 걸린 시간을 구한다.",
    belief_en="counts the time from the start of the first one",
    standards=EQUATIONS,
    example=("형이 출발한 지 몇 분 후에 동생을 만나는지 구하시오.", "30"),
    of="solve: 60*(10+x)=90*x",
    words=r"출발한 지|follows",
    prior=1.8,
)
def time_from_first_start(node: Node) -> Iterator[Node]:
    match node:
        case Relation("=", Mul(slow, Add(Num() as ahead, Sym() as x)), Mul(fast, y)) if x == y:
            yield Relation("=", Mul(slow, x), Mul(fast, Sub(x, ahead)))


@mal_rule(
    "concentrations-averaged",
    ko="섞은 소금물의 농도를 두 농도의 평균으로 구함",
    en="takes the mean of two concentrations for that of the mixture",
    belief_ko="소금물의 양에 관계없이 두 농도의 평균이 섞은 소금물의 농도라고 생각한다.",
    belief_en="believes that the concentration of a mixture is the mean of the two",
    standards=EQUATIONS,
    example=("5%의 소금물 200 g과 10%의 소금물 300 g을 섞은 소금물의 농도를 구하시오.", "7.5"),
    of="(5%*200+10%*300)/(200+300)*100",
    words=r"소금물|설탕물|salt water",
    prior=2.5,
)
def concentrations_averaged(node: Node) -> Iterator[Node]:
    match node:
        case Mul(Div(Add(Mul(Percent(p), _), Mul(Percent(q), _)), Add()), Num(hundred)) if hundred == HUNDRED:
            yield Div(Add(p, q), Num(Fraction(2)))


@mal_rule(
    "concentrations-added",
    ko="섞은 소금물의 농도를 두 농도의 합으로 구함",
    en="adds two concentrations",
    belief_ko="두 소금물을 섞으면 농도도 더해진다고 생각한다.",
    belief_en="believes that concentrations add up in a mixture",
    standards=EQUATIONS,
    example=("5%의 소금물 200 g과 10%의 소금물 300 g을 섞은 소금물의 농도를 구하시오.", "15"),
    of="(5%*200+10%*300)/(200+300)*100",
    words=r"소금물|설탕물|salt water",
    prior=1.8,
)
def concentrations_added(node: Node) -> Iterator[Node]:
    match node:
        case Mul(Div(Add(Mul(Percent(p), _), Mul(Percent(q), _)), Add()), Num(hundred)) if hundred == HUNDRED:
            yield Add(p, q)


@mal_rule(
    "salt-over-water",
    ko="농도를 구할 때 소금물이 아니라 물의 양으로 나눔",
    en="divides the salt by the water instead of the salt water",
    belief_ko="(농도)=(소금의 양)÷(물의 양)×100이라고 생각한다.",
    belief_en="believes that the concentration is salt over water",
    standards=EQUATIONS,
    example=("물 180 g에 소금 20 g을 녹인 소금물의 농도를 구하시오.", "100/9"),
    of="20/(180+20)*100",
    words=r"소금물|설탕물|salt water",
    prior=2.5,
)
def salt_over_water(node: Node) -> Iterator[Node]:
    match node:
        case Div(Num() as salt, Add(water, other)) if salt == other:
            yield Div(salt, water)
        case Div(Num(salt), Num(whole)) if 0 < salt < whole:
            yield Div(number(salt), number(whole - salt))


@mal_rule(
    "salt-added-to-salt-water",
    ko="소금물의 양에 소금의 양을 또 더함",
    en="adds the salt to the salt water once more",
    belief_ko="소금물의 양에 소금의 양이 들어 있지 않다고 생각한다.",
    belief_en="believes that the amount of salt water leaves out the salt",
    standards=EQUATIONS,
    example=("소금 20 g이 녹아 있는 소금물 180 g의 농도를 구하시오.", "10"),
    of="20/180*100",
    words=r"소금물|설탕물|salt water",
    prior=1.8,
)
def salt_added_again(node: Node) -> Iterator[Node]:
    match node:
        case Div(Num(salt), Num(whole)) if 0 < salt < whole:
            yield Div(number(salt), number(whole + salt))


@mal_rule(
    "new-amount-for-change",
    ko="넣거나 증발시킨 물의 양 대신 소금물의 양을 답함",
    en="gives the salt water afterwards for the water put in or taken out",
    belief_ko="구하는 물의 양을 나중 소금물의 양으로 놓는다.",
    belief_en="takes the unknown for the whole salt water afterwards",
    standards=EQUATIONS,
    example=("10%의 소금물 200 g에 물을 넣어 8%의 소금물을 만들 때, 넣어야 하는 물의 양을 구하시오.", "250"),
    of="solve: 10%*200=8%*(200+x)",
    words=r"소금물|설탕물|salt water",
    prior=1.8,
)
def new_amount_for_change(node: Node) -> Iterator[Node]:
    match node:
        case Relation("=", left, Mul(Percent() as share, Add(_, Sym() as x) | Sub(_, Sym() as x))):
            yield Relation("=", left, Mul(share, x))


def _rate(node: Expr) -> bool:
    match node:
        case Percent(_):
            return True
        case Div(Num(), Num(bottom)):
            return bottom == HUNDRED
        case _:
            return False


@mal_rule(
    "percent-change-alone",
    ko="늘어난 뒤의 양이 아니라 늘어난 양만 답함",
    en="gives the increase for the amount afterwards",
    belief_ko="원가에 $25\\%$의 이익을 붙인 정가를 원가의 $25\\%$라고 생각한다.",
    belief_en="gives the profit for the price",
    standards=(*EQUATIONS, "[9수01-05]"),
    example=("원가가 8000원인 물건에 25%의 이익을 붙인 정가를 구하시오.", "2000"),
    of="8000*(1+25%)",
    prior=2.0,
)
def percent_change_alone(node: Node) -> Iterator[Node]:
    match node:
        case Mul(whole, Add(Num(one), Percent() as rate)) if one == ONE and not symbols(node):
            yield Mul(whole, rate)


@mal_rule(
    "percent-change-turned",
    ko="증가와 감소를 반대로 계산함",
    en="takes an increase for a decrease or the other way round",
    belief_ko="감소한 양을 더하거나 증가한 양을 뺀다.",
    belief_en="adds what is taken away, or takes away what is added",
    standards=(*EQUATIONS, "[9수01-05]"),
    example=("학생 수가 500명에서 8% 감소하였을 때, 학생 수를 구하시오.", "540"),
    of="500*(1-8%)",
    prior=1.5,
)
def percent_change_turned(node: Node) -> Iterator[Node]:
    match node:
        case Mul(whole, Add(Num(one) as unit, Percent() as rate)) if one == ONE and not symbols(node):
            yield Mul(whole, Sub(unit, rate))
        case Mul(whole, Sub(Num(one) as unit, Percent() as rate)) if one == ONE and not symbols(node):
            yield Mul(whole, Add(unit, rate))


@mal_rule(
    "percent-of-the-amount-afterwards",
    ko="변한 뒤의 양에 대한 비율로 처음 양을 구함",
    en="takes the percentage of the amount afterwards",
    belief_ko="$5\\%$ 증가하여 $630$이 되었으면 처음은 $630$에서 그 $5\\%$를 뺀 값이라고 생각한다.",
    belief_en="undoes a rise of 5% by a fall of 5%",
    standards=EQUATIONS,
    example=("작년보다 5% 증가하여 630명이 되었다. 작년의 학생 수를 구하시오.", "598.5"),
    of="solve: x*(1+5/100)=630",
    prior=2.5,
    source="Parker & Leinhardt 1995",
)
def percent_of_amount_afterwards(node: Node) -> Iterator[Node]:
    match node:
        case Relation("=", Mul(Sym() as x, Add(unit, rate)), right) if _rate(rate):
            yield Relation("=", x, Mul(right, Sub(unit, rate)))
        case Relation("=", Mul(Sym() as x, Sub(unit, rate)), right) if _rate(rate):
            yield Relation("=", x, Mul(right, Add(unit, rate)))


@mal_rule(
    "shortage-as-rest",
    ko="부족한 것을 남는 것처럼 더함",
    en="adds what is missing as if it were left over",
    belief_ko="$4$개가 부족하면 $(\\text{전체})=5x+4$라고 식을 세운다.",
    belief_en="writes 5x + 4 where 4 are missing",
    standards=EQUATIONS,
    example=("4권씩 주면 8권이 남고, 5권씩 주면 4권이 부족하다. 학생 수를 구하시오.", "4"),
    of="solve: 4x+8=5x-4",
    words=r"부족|모자|missing",
    prior=2.0,
)
def shortage_as_rest(node: Node) -> Iterator[Node]:
    match node:
        case Relation("=", Add() as left, Sub(more, less)):
            yield Relation("=", left, Add(more, less))
