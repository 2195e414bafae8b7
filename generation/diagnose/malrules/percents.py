"""Percent and ratio."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from generation.diagnose.malrule import mal_rule
from generation.diagnose.shapes import quotient_parts
from generation.expression.exact import rational_value
from generation.expression.tree import Add, Div, Mul, Node, Num, Percent, Relation, Sub, Sym, number, symbols

RATIOS = ("[9수02-04]", "[9수01-05]")
HUNDRED = Fraction(100)


@mal_rule(
    "percent-sign-ignored",
    ko="백분율을 100으로 나누지 않음",
    en="ignores the percent sign",
    belief_ko="15%를 15로 계산한다.",
    belief_en="multiplies by 15 for 15%",
    standards=RATIOS,
    example=("$20\\%\\times45$를 계산하시오.", "900"),
    prior=1.2,
)
def percent_sign_ignored(node: Node) -> Iterator[Node]:
    match node:
        case Percent(value):
            yield value


@mal_rule(
    "percent-over-ten",
    ko="백분율을 10으로 나눔",
    en="moves the point of a percentage by one place only",
    belief_ko="$5\\%=0.5$라고 생각한다.",
    belief_en="writes 5% as 0.5",
    standards=RATIOS,
    example=("$5\\%\\times80$을 계산하시오.", "40"),
    prior=1.5,
)
def percent_over_ten(node: Node) -> Iterator[Node]:
    match node:
        case Percent(value):
            yield Div(value, Num(Fraction(10)))


@mal_rule(
    "percent-times-the-number-given",
    ko="비율이나 기준량을 구할 때에도 백분율과 수를 곱함",
    en="multiplies percent and number whatever is asked for",
    belief_ko="백분율 문제는 언제나 (백분율)×(수)라고 생각한다.",
    belief_en="believes that every percent question is percent times number",
    standards=RATIOS,
    example=("어떤 수의 15%가 240일 때, 어떤 수를 구하시오.", "36"),
    of="solve: 15%*x=240",
    prior=2.0,
    source="Parker & Leinhardt 1995",
)
def percent_times_the_number_given(node: Node) -> Iterator[Node]:
    match node:
        case Relation("=", Mul(Percent(rate), whole), part) if not symbols(part):
            name = next(iter(symbols(node)), "")
            if symbols(whole) and not symbols(rate):
                yield Relation("=", Sym(name), Mul(Percent(rate), part))
            elif symbols(rate) and not symbols(whole):
                yield Relation("=", Sym(name), Mul(Percent(part), whole))


@mal_rule(
    "percent-smaller-over-larger",
    ko="언제나 작은 수를 큰 수로 나누어 백분율로 함",
    en="puts the smaller number over the larger for every percent question",
    belief_ko="백분율 문제는 모두 $\\frac{(\\text{작은 수})}{(\\text{큰 수})}=\\frac{x}{100}$이라고 생각한다.",
    belief_en="solves every percent question by (smaller)/(larger) = x/100",
    standards=RATIOS,
    example=("$88\\%\\times50$을 계산하시오.", "625/11"),
    prior=1.5,
    source="Parker & Leinhardt 1995",
)
def percent_smaller_over_larger(node: Node) -> Iterator[Node]:
    match node:
        case Mul(Percent(rate), whole) if not symbols(node):
            first, second = rational_value(rate), rational_value(whole)
            if first and second:
                yield number(min(first, second) / max(first, second) * HUNDRED)
        case Relation("=", Mul(Percent(rate), whole), part) if len(symbols(node)) == 1:
            known = [rational_value(side) for side in (rate, whole, part) if not symbols(side)]
            if len(known) == 2 and known[0] and known[1]:
                small, large = sorted(value for value in known if value)
                yield Relation("=", Sym(next(iter(symbols(node)))), number(small / large * HUNDRED))
        case Div(Sub(whole, part), whole_again) if whole == whole_again and not symbols(node):
            yield Div(part, whole)


@mal_rule(
    "percent-of-itself-for-rest",
    ko="남는 부분이 아니라 뺀 부분을 답함",
    en="gives what is taken off for what is left",
    belief_ko="$20\\%$ 할인한 가격을 정가의 $20\\%$라고 생각한다.",
    belief_en="gives the discount for the price",
    standards=RATIOS,
    example=("정가 5000원인 물건을 20% 할인한 가격을 구하시오.", "1000"),
    of="5000*(1-20%)",
    prior=2.0,
)
def taken_off_for_left(node: Node) -> Iterator[Node]:
    match node:
        case Mul(whole, Sub(Num(one), Percent() as rate)) if one == 1:
            yield Mul(whole, rate)


@mal_rule(
    "percent-changes-cancel",
    ko="같은 비율로 올리고 내리면 처음과 같다고 함",
    en="believes that a rise and a fall by one percentage cancel",
    belief_ko="$10\\%$ 올린 뒤 $10\\%$ 내리면 원래 값이 된다고 생각한다.",
    belief_en="takes both percentages of the same amount",
    standards=RATIOS,
    example=("정가 2000원을 10% 올렸다가 10% 내린 가격을 구하시오.", "2000"),
    of="2000*(1+10%)*(1-10%)",
    prior=2.0,
    source="Parker & Leinhardt 1995",
)
def percent_changes_cancel(node: Node) -> Iterator[Node]:
    match node:
        case Mul(Mul(whole, Add(_, Percent(up))), Sub(_, Percent(down))) if up == down:
            yield whole
        case Mul(Mul(whole, Sub(_, Percent(down))), Add(_, Percent(up))) if up == down:
            yield whole


@mal_rule(
    "percent-of-wrong-base",
    ko="두 번째 비율도 처음 값에 대하여 계산함",
    en="takes the second percentage of the first amount",
    belief_ko="두 번 할인하면 할인율을 더하면 된다고 생각한다.",
    belief_en="adds the percentages of two changes in a row",
    standards=RATIOS,
    example=("정가 10000원을 20% 할인하고 다시 10% 할인한 가격을 구하시오.", "7000"),
    of="10000*(1-20%)*(1-10%)",
    prior=2.0,
)
def percent_of_wrong_base(node: Node) -> Iterator[Node]:
    match node:
        case Mul(Mul(whole, Sub(one, Percent(p))), Sub(_, Percent(q))):
            yield Mul(whole, Sub(one, Percent(Add(p, q))))
        case Mul(Mul(whole, Add(one, Percent(p))), Add(_, Percent(q))):
            yield Mul(whole, Add(one, Percent(Add(p, q))))


@mal_rule(
    "proportion-by-difference",
    ko="비례 관계에서 곱하지 않고 같은 만큼 더함",
    en="adds the difference where quantities are proportional",
    belief_ko="한 양이 3 늘면 다른 양도 3 늘어난다고 생각한다.",
    belief_en="keeps the difference instead of the ratio",
    standards=("[9수02-07]", "[9수02-04]"),
    example=("6개에 15원인 물건은 8개에 얼마인지 구하시오.", "17"),
    of="15*8/6",
    words=r"비|개|명|원|ratio|same|each|per|recipe|proportion",
    prior=2.0,
    source="Hart 1981",
)
def proportion_by_difference(node: Node) -> Iterator[Node]:
    match quotient_parts(node):
        case [Num() as value, Num() as many], [Num() as base] if many.value != HUNDRED:
            yield Add(value, Sub(many, base))
            yield Add(many, Sub(value, base))


@mal_rule(
    "ratio-as-digits",
    ko="비의 기호를 지우고 한 수로 읽음",
    en="drops the sign of a ratio and reads one number",
    belief_ko="$3:2=24:x$를 $32=24x$로 읽는다.",
    belief_en="reads 3:2 = 24:x as 32 = 24x",
    standards=("[9수02-04]",),
    example=("$3:2=24:x$일 때, $x$의 값을 구하시오.", "4/3"),
    of="solve: (3)/(2)=(24)/(x)",
    words=r"\d\s*:\s*\d|:\s*[a-z]",
    prior=0.5,
)
def ratio_as_digits(node: Node) -> Iterator[Node]:
    match node:
        case Relation("=", Div(Num(a, 0), Num(b, 0)), Div(c, d)) if symbols(c) | symbols(d) and 0 < b < 10:
            yield Relation("=", Num(a * 10 + b), Mul(c, d))
        case Relation("=", Div(c, d), Div(Num(a, 0), Num(b, 0))) if symbols(c) | symbols(d) and 0 < b < 10:
            yield Relation("=", Mul(c, d), Num(a * 10 + b))


@mal_rule(
    "proportion-multiplied-straight",
    ko="비례식에서 외항끼리, 내항끼리 곱하지 않음",
    en="multiplies the wrong terms of a proportion",
    belief_ko="$a:b=c:d$에서 $ac=bd$라고 생각한다.",
    belief_en="believes that a:b = c:d means ac = bd",
    standards=("[9수02-04]",),
    example=("$3:2=24:x$일 때, $x$의 값을 구하시오.", "36"),
    of="solve: (3)/(2)=(24)/(x)",
    prior=1.8,
)
def proportion_multiplied_straight(node: Node) -> Iterator[Node]:
    match node:
        case Relation("=", Div(a, b), Div(c, d)) if len(symbols(node)) == 1:
            yield Relation("=", Mul(a, c), Mul(b, d))


@mal_rule(
    "proportion-though-not",
    ko="차가 일정한데 비례한다고 생각함",
    en="takes a constant difference for a proportion",
    belief_ko="두 양이 함께 늘어나면 언제나 비례한다고 생각한다.",
    belief_en="believes that what grows together grows in proportion",
    standards=("[9수02-07]",),
    example=(
        "같은 빠르기로 도는 두 사람이 9바퀴, 3바퀴째일 때, 뒷사람이 15바퀴를 돌면 앞사람은 몇 바퀴째인지 구하시오.",
        "45",
    ),
    of="15+(9-3)",
    words=r"바퀴|빠르기|나이|살|laps|equally|older|years old|faster|same (?:speed|rate)",
    prior=2.0,
    source="De Bock et al. 2002",
)
def proportion_though_not(node: Node) -> Iterator[Node]:
    match node:
        case Add(value, Sub(a, b)):
            yield Div(Mul(value, a), b)
