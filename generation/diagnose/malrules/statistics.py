"""Data: mean, median, mode, variance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

from generation.diagnose.malrule import mal_rule
from generation.expression.exact import rational_value
from generation.expression.tree import Add, Call, Div, Expr, Mul, Node, Num, Pow, number

CENTRE = ("[9수04-01]",)
SPREAD = ("[9수04-07]", "[12확통03-03]", "[12확통03-06]")
MEAN_WORDS = r"평균|mean|average"
TWO = Num(Fraction(2))


def _numbers(args: tuple[Expr, ...]) -> list[Fraction] | None:
    values = [rational_value(arg) for arg in args]
    known = [value for value in values if value is not None]
    return known if len(known) == len(values) > 1 else None


@mal_rule(
    "mean-of-means",
    ko="평균의 평균을 전체 평균으로 함",
    en="averages two averages of groups of different sizes",
    belief_ko="두 집단의 크기가 달라도 두 평균의 평균이 전체의 평균이라고 생각한다.",
    belief_en="believes that the mean of two means is the mean of all",
    standards=CENTRE,
    example=("남학생 20명의 평균이 60점, 여학생 30명의 평균이 70점일 때, 전체의 평균을 구하시오.", "65"),
    of="(20*60+30*70)/(20+30)",
    words=MEAN_WORDS,
    prior=2.5,
    source="Pollatsek et al. 1981",
)
def mean_of_means(node: Node) -> Iterator[Node]:
    match node:
        case Div(Add(Mul(a, m), Mul(b, n)), Add(p, q)) if (a, b) == (p, q):
            yield Div(Add(m, n), TWO)
        case Div(Add(Mul(m, a), Mul(n, b)), Add(p, q)) if (a, b) == (p, q):
            yield Div(Add(m, n), TWO)


@mal_rule(
    "median-unsorted",
    ko="자료를 크기순으로 나열하지 않고 가운데 값을 고름",
    en="takes the middle of data that are not in order",
    belief_ko="적힌 순서대로 가운데 있는 값이 중앙값이라고 생각한다.",
    belief_en="believes that the median is the middle of the list as written",
    standards=CENTRE,
    example=("다음 자료의 중앙값을 구하시오. $7, 2, 9, 4, 5$", "9"),
    of="median(7, 2, 9, 4, 5)",
    prior=2.5,
)
def median_unsorted(node: Node) -> Iterator[Node]:
    match node:
        case Call("median", args) if len(args) > 2:
            half = len(args) // 2
            yield args[half] if len(args) % 2 else Div(Add(args[half - 1], args[half]), TWO)


@mal_rule(
    "median-one-of-two-middles",
    ko="자료가 짝수 개일 때 가운데 두 값 중 하나만 고름",
    en="takes one of the two middle values for the median",
    belief_ko="자료가 짝수 개여도 가운데 값은 하나라고 생각한다.",
    belief_en="does not average the two middle values",
    standards=CENTRE,
    example=("다음 자료의 중앙값을 구하시오. $2, 4, 5, 8, 9, 12$", "5"),
    of="median(2, 4, 5, 8, 9, 12)",
    prior=1.5,
)
def median_one_of_two_middles(node: Node) -> Iterator[Node]:
    match node:
        case Call("median", args) if len(args) % 2 == 0 and (values := _numbers(args)) is not None:
            ordered = sorted(values)
            yield number(ordered[len(args) // 2 - 1])
            yield number(ordered[len(args) // 2])


@mal_rule(
    "mode-as-frequency",
    ko="최빈값 대신 그 도수를 답함",
    en="gives how often the mode occurs",
    belief_ko="최빈값은 가장 많이 나온 횟수라고 생각한다.",
    belief_en="takes the highest frequency for the mode",
    standards=CENTRE,
    example=("다음 자료의 최빈값을 구하시오. $3, 8, 8, 8, 5$", "3"),
    of="mode(3, 8, 8, 8, 5)",
    prior=1.8,
)
def mode_as_frequency(node: Node) -> Iterator[Node]:
    match node:
        case Call("mode", args):
            yield Num(Fraction(Counter(args).most_common(1)[0][1]))


@mal_rule(
    "mode-as-largest",
    ko="최빈값 대신 가장 큰 값을 고름",
    en="gives the largest value for the mode",
    belief_ko="최빈값의 '최'를 가장 큰 값으로 이해한다.",
    belief_en="takes the largest value for the most frequent one",
    standards=CENTRE,
    example=("다음 자료의 최빈값을 구하시오. $3, 8, 8, 8, 9$", "9"),
    of="mode(3, 8, 8, 8, 9)",
)
def mode_as_largest(node: Node) -> Iterator[Node]:
    match node:
        case Call("mode", args) if (values := _numbers(args)) is not None:
            yield number(max(values))


@mal_rule(
    "mean-not-divided",
    ko="합을 자료의 개수로 나누지 않음",
    en="does not divide the sum by how many there are",
    belief_ko="평균을 자료의 합이라고 생각한다.",
    belief_en="takes the sum of the data for the mean",
    standards=CENTRE,
    example=("다음 자료의 평균을 구하시오. $4, 6, 11$", "21"),
    of="mean(4, 6, 11)",
    prior=1.2,
)
def mean_not_divided(node: Node) -> Iterator[Node]:
    match node:
        case Call("mean", args) if (values := _numbers(args)) is not None:
            yield number(sum(values, Fraction(0)))


@mal_rule(
    "median-for-mean",
    ko="평균 대신 중앙값을 답함",
    en="gives the median for the mean",
    belief_ko="평균을 크기순으로 나열했을 때 가운데 있는 값이라고 생각한다.",
    belief_en="takes the middle value for the mean",
    standards=CENTRE,
    example=("다음 자료의 평균을 구하시오. $3, 4, 6, 9, 13$", "6"),
    of="mean(3, 4, 6, 9, 13)",
    words=MEAN_WORDS,
    prior=1.5,
)
def median_for_mean(node: Node) -> Iterator[Node]:
    match node:
        case Call("mean", args) if len(args) > 2 and _numbers(args) is not None:
            yield Call("median", args)


@mal_rule(
    "mode-for-mean",
    ko="평균 대신 최빈값을 답함",
    en="gives the mode for the mean",
    belief_ko="평균을 자료에서 가장 많이 나타나는 값이라고 생각한다.",
    belief_en="takes the most frequent value for the mean",
    standards=CENTRE,
    example=("다음 자료의 평균을 구하시오. $2, 2, 5, 6, 10$", "2"),
    of="mean(2, 2, 5, 6, 10)",
    words=MEAN_WORDS,
)
def mode_for_mean(node: Node) -> Iterator[Node]:
    match node:
        case Call("mean", args) if (values := _numbers(args)) is not None:
            (value, most), *others = Counter(values).most_common(2)
            if most > 1 and all(count < most for _, count in others):
                yield number(value)


@mal_rule(
    "mean-of-different-values",
    ko="같은 값을 한 번만 세어 평균을 구함",
    en="counts equal data once for the mean",
    belief_ko="같은 값은 한 번만 더하고 한 번만 센다.",
    belief_en="adds and counts equal values only once",
    standards=CENTRE,
    example=("다음 자료의 평균을 구하시오. $4, 4, 4, 8$", "6"),
    of="mean(4, 4, 4, 8)",
    prior=1.2,
)
def mean_of_different_values(node: Node) -> Iterator[Node]:
    match node:
        case Call("mean", args) if (values := _numbers(args)) is not None:
            distinct = list(dict.fromkeys(values))
            yield number(sum(distinct, Fraction(0)) / len(distinct))


@mal_rule(
    "mean-skips-zeros",
    ko="값이 0인 자료를 세지 않고 평균을 구함",
    en="leaves zeros out of the number of data",
    belief_ko="0은 더해도 달라지지 않으므로 개수에도 넣지 않는다.",
    belief_en="believes that a zero need not be counted",
    standards=CENTRE,
    example=("다음 자료의 평균을 구하시오. $0, 6, 9$", "15/2"),
    of="mean(0, 6, 9)",
    prior=1.5,
    source="Mevarech 1983",
)
def mean_skips_zeros(node: Node) -> Iterator[Node]:
    match node:
        case Call("mean", args) if (values := _numbers(args)) is not None and 0 in values and any(values):
            yield number(sum(values, Fraction(0)) / sum(1 for value in values if value))


@mal_rule(
    "variance-for-deviation",
    ko="표준편차 대신 분산을 답함",
    en="gives the variance for the standard deviation",
    belief_ko="표준편차를 구할 때 제곱근을 취하지 않는다.",
    belief_en="does not take the root of the variance",
    standards=SPREAD,
    example=("다음 자료의 표준편차를 구하시오. $2, 4, 6$", "8/3"),
    of="stdev(2, 4, 6)",
    words=r"표준 ?편차|deviation",
    prior=2.0,
)
def variance_for_deviation(node: Node) -> Iterator[Node]:
    match node:
        case Call("sqrt", (variance,)):
            yield variance
        case Call("stdev", args):
            yield Call("variance", args)


@mal_rule(
    "deviations-not-squared",
    ko="편차를 제곱하지 않고 절댓값의 평균을 구함",
    en="averages the sizes of the deviations",
    belief_ko="분산을 편차의 절댓값의 평균이라고 생각한다.",
    belief_en="takes the mean size of the deviations for the variance",
    standards=SPREAD,
    example=("다음 자료의 분산을 구하시오. $1, 4, 7$", "2"),
    of="variance(1, 4, 7)",
    prior=1.2,
)
def deviations_not_squared(node: Node) -> Iterator[Node]:
    match node:
        case Call("variance" | "stdev", args) if (values := _numbers(args)) is not None:
            mean = sum(values, Fraction(0)) / len(values)
            yield number(sum((abs(value - mean) for value in values), Fraction(0)) / len(values))


@mal_rule(
    "squares-not-averaged",
    ko="분산에서 자료의 개수로 나누지 않음",
    en="does not divide the squared deviations by how many there are",
    belief_ko="분산을 편차의 제곱의 합이라고 생각한다.",
    belief_en="takes the sum of the squared deviations for the variance",
    standards=SPREAD,
    example=("다음 자료의 분산을 구하시오. $1, 4, 7$", "18"),
    of="variance(1, 4, 7)",
    prior=1.5,
)
def squares_not_averaged(node: Node) -> Iterator[Node]:
    match node:
        case Call("variance", args):
            yield Mul(Num(Fraction(len(args))), Call("variance", args))


@mal_rule(
    "variance-scaled-once",
    ko="변량이 a배일 때 분산도 a배로 함",
    en="multiplies the variance by the factor of the data",
    belief_ko="$V(aX)=aV(X)$라고 생각한다.",
    belief_en="believes that the variance of aX is a times the variance of X",
    standards=("[12확통03-02]", "[9수04-07]"),
    example=("$V(X)=5$일 때, $V(3X)$를 구하시오.", "15"),
    of="3^2*5",
    words=r"분산|표준편차|V\(|varian",
    prior=2.0,
)
def variance_scaled_once(node: Node) -> Iterator[Node]:
    match node:
        case Mul(Pow(factor, Num(exponent)), variance) if exponent == 2:
            yield Mul(factor, variance)
