"""Formulas of high school that are remembered wrongly: sequences, subsets, statistics,
points that are moved, quadrants."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from generation.diagnose.malrule import mal_rule
from generation.expression.exact import rational_value
from generation.expression.tree import (
    Add,
    And,
    Call,
    Expr,
    Mul,
    Neg,
    Node,
    Num,
    Pow,
    Relation,
    Sub,
    Sym,
    substitute,
    symbols,
)

POINTS = ("[10공수2-01-06]", "[10공수2-01-07]")


@mal_rule(
    "ratio-root-not-taken",
    ko="공비의 거듭제곱을 공비로 답함",
    en="gives a power of the ratio for the ratio",
    belief_ko="$r^3=8$에서 $8$을 공비라고 답한다.",
    belief_en="takes the quotient of two terms for the ratio although they are some steps apart",
    standards=("[12대수03-03]",),
    example=("첫째항이 3, 제4항이 24인 등비수열의 공비를 구하시오.", "8"),
    of="root(8, 3)",
    words=r"공비|common ratio",
    prior=2.0,
)
def ratio_root_not_taken(node: Node) -> Iterator[Node]:
    match node:
        case Call("root", (power, Num())) if not symbols(power):
            yield power


@mal_rule(
    "difference-over-all-terms",
    ko="공차를 구할 때 간격의 수 대신 항의 번호로 나눔",
    en="divides by the index instead of the number of steps",
    belief_ko="$a_k=a+kd$로 놓고 공차를 구한다.",
    belief_en="takes k steps from the first term to the k-th",
    standards=("[12대수03-02]",),
    example=("첫째항이 2, 제5항이 22인 등차수열의 공차를 구하시오.", "4"),
    of="solve: 2+(5-1)*d=22",
    words=r"공차|common difference",
    prior=2.0,
)
def difference_over_all_terms(node: Node) -> Iterator[Node]:
    match node:
        case Relation("=", Add(first, Mul(Sub(n, Num(one)), Sym() as step)), right) if one == 1:
            yield Relation("=", Add(first, Mul(n, step)), right)


@mal_rule(
    "subsets-without-empty-set",
    ko="부분집합에서 공집합이나 자기 자신을 빠뜨림",
    en="leaves out the empty set or the set itself",
    belief_ko="공집합(또는 자기 자신)은 부분집합이 아니라고 생각한다.",
    belief_en="believes that the empty set, or the set itself, is no subset",
    standards=("[10공수2-02-02]",),
    example=("원소가 4개인 집합의 부분집합의 개수를 구하시오.", "15"),
    of="2^4",
    words=r"부분집합|subset",
    prior=2.0,
)
def subsets_without_empty_set(node: Node) -> Iterator[Node]:
    match node:
        case Pow(Num(two), Num(n)) if two == 2 and n > 2:
            yield Sub(node, Num(Fraction(1)))


@mal_rule(
    "subsets-twice-elements",
    ko="부분집합의 개수를 원소의 개수의 2배로 구함",
    en="doubles the number of elements for the number of subsets",
    belief_ko="원소가 $n$개인 집합의 부분집합은 $2n$개라고 생각한다.",
    belief_en="believes that a set of n elements has 2n subsets",
    standards=("[10공수2-02-02]",),
    example=("원소가 5개인 집합의 부분집합의 개수를 구하시오.", "10"),
    of="2^5",
    words=r"부분집합|subset",
    prior=2.5,
)
def subsets_twice_elements(node: Node) -> Iterator[Node]:
    match node:
        case Pow(Num(two) as base, Num(n) as exponent) if two == 2 and n > 2:
            yield Mul(base, exponent)


@mal_rule(
    "mean-shift-dropped",
    ko="$aX+b$의 평균에서 $b$를 더하지 않음",
    en="drops the constant in the mean of aX + b",
    belief_ko="$\\mathrm{E}(aX+b)=a\\mathrm{E}(X)$라고 생각한다.",
    belief_en="believes that adding a constant does not change a mean",
    standards=("[12확통03-02]",),
    example=("확률변수 $X$의 평균이 5일 때, $2X+1$의 평균을 구하시오.", "10"),
    of="2*5+1",
    words=r"[0-9]X",
    prior=2.0,
)
def mean_shift_dropped(node: Node) -> Iterator[Node]:
    match node:
        case Add(Mul(Num(), Num()) as scaled, Num()):
            yield scaled


@mal_rule(
    "binomial-variance-as-mean",
    ko="이항분포의 분산을 평균으로 구함",
    en="gives the mean of a binomial distribution for its variance",
    belief_ko="$\\mathrm{V}(X)=np$라고 기억한다.",
    belief_en="remembers np for the variance",
    standards=("[12확통03-03]",),
    example=("확률변수 $X$가 이항분포 $\\mathrm{B}(36, \\frac{1}{3})$을 따를 때, $X$의 분산을 구하시오.", "12"),
    of="36*(1/3)*(2/3)",
    words=r"이항분포|binomial",
    prior=2.0,
)
def binomial_variance_as_mean(node: Node) -> Iterator[Node]:
    match node:
        case Mul(Mul(n, p), q) if _is_share(p) and _is_share(q):
            yield Mul(n, p)


def _is_share(node: Expr) -> bool:
    value = rational_value(node)
    return value is not None and 0 < value < 1


@mal_rule(
    "mean-of-squares-as-variance",
    ko="분산에서 평균의 제곱을 빼지 않음",
    en="takes the mean of the squares for the variance",
    belief_ko="$\\mathrm{V}(X)=\\mathrm{E}(X^2)$이라고 생각한다.",
    belief_en="forgets to subtract the square of the mean",
    standards=("[12확통03-02]",),
    example=("$\\mathrm{E}(X^2)=19$, $\\mathrm{E}(X)=4$일 때, $X$의 분산을 구하시오.", "19"),
    of="19-4^2",
    words=r"분산|variance|V\(|\\mathrm\{V\}",
    prior=2.0,
)
def mean_of_squares_as_variance(node: Node) -> Iterator[Node]:
    match node:
        case Sub(squares, Pow(_, Num(two))) if two == 2 and not symbols(squares):
            yield squares


@mal_rule(
    "variance-mean-not-squared",
    ko="분산에서 평균을 제곱하지 않고 뺌",
    en="subtracts the mean instead of its square",
    belief_ko="$\\mathrm{V}(X)=\\mathrm{E}(X^2)-\\mathrm{E}(X)$라고 기억한다.",
    belief_en="remembers E(X^2) - E(X) for the variance",
    standards=("[12확통03-02]",),
    example=("$\\mathrm{E}(X^2)=19$, $\\mathrm{E}(X)=4$일 때, $X$의 분산을 구하시오.", "15"),
    of="19-4^2",
    words=r"분산|variance|V\(|\\mathrm\{V\}",
    prior=1.5,
)
def variance_mean_not_squared(node: Node) -> Iterator[Node]:
    match node:
        case Sub(squares, Pow(mean, Num(two))) if two == 2 and not symbols(squares):
            yield Sub(squares, mean)


@mal_rule(
    "sign-of-other-quadrant",
    ko="사분면에 따른 부호를 반대로 함",
    en="takes the sign of another quadrant",
    belief_ko="제곱근을 구할 때 사분면에 따른 삼각함수의 부호를 생각하지 않는다.",
    belief_en="takes a square root without asking for the sign in the quadrant",
    standards=("[12대수02-02]",),
    example=("$\\theta$가 제2사분면의 각이고 $\\sin\\theta=\\frac{3}{5}$일 때, $\\cos\\theta$의 값을 구하시오.", "4/5"),
    of="-sqrt(1-(3/5)^2)",
    words=r"사분면|quadrant",
    prior=2.5,
)
def sign_of_other_quadrant(node: Node) -> Iterator[Node]:
    match node:
        case Neg(Call("sqrt", (Sub(Num(one), Pow()),)) as size) if one == 1:
            yield size
        case Call("sqrt", (Sub(Num(one), Pow()),)) if one == 1:
            yield Neg(node)


@mal_rule(
    "other-coordinate-reflected",
    ko="대칭이동에서 다른 좌표의 부호를 바꿈",
    en="changes the sign of the wrong coordinate",
    belief_ko="$x$축에 대하여 대칭이동하면 $x$좌표의 부호가 바뀐다고 생각한다.",
    belief_en="believes that the x-coordinate changes its sign in a reflection in the x-axis",
    standards=POINTS,
    example=("점 $(3, -2)$를 $x$축에 대하여 대칭이동한 점의 좌표를 구하시오.", "(-3, -2)"),
    of="solve: x=3 and y=-(-2)",
    words=r"대칭|reflect",
    prior=2.5,
)
def other_coordinate_reflected(node: Node) -> Iterator[Node]:
    match node:
        case And((Relation("=", x, Neg(a)), Relation("=", y, b))) if not isinstance(b, Neg) or isinstance(a, Neg):
            yield And((Relation("=", x, a), Relation("=", y, Neg(b))))
        case And((Relation("=", x, a), Relation("=", y, Neg(b)))):
            yield And((Relation("=", x, Neg(a)), Relation("=", y, b)))


@mal_rule(
    "point-translated-backwards",
    ko="점의 평행이동에서 이동한 만큼 뺌",
    en="subtracts the translation from the coordinates of a point",
    belief_ko="점을 $x$축의 방향으로 $a$만큼 평행이동하면 $x$좌표에서 $a$를 뺀다고 생각한다.",
    belief_en="subtracts for a point, as in the equation of a graph",
    standards=POINTS,
    example=("점 $(1, 4)$를 $x$축으로 2만큼, $y$축으로 -3만큼 평행이동한 점의 좌표를 구하시오.", "(-1, 7)"),
    of="solve: x=1+2 and y=4+(-3)",
    words=r"평행이동|translat",
    prior=2.5,
)
def point_translated_backwards(node: Node) -> Iterator[Node]:
    match node:
        case And((Relation("=", x, Add(a, b)), Relation("=", y, Add(c, d)))):
            yield And((Relation("=", x, Sub(a, b)), Relation("=", y, Sub(c, d))))


@mal_rule(
    "value-for-inverse-value",
    ko="역함수의 함숫값 대신 함숫값을 구함",
    en="gives a value of the function for a value of its inverse",
    belief_ko="$f^{-1}(a)$의 값을 $f(a)$로 구한다.",
    belief_en="puts the number into the function instead of solving f(k) = a",
    standards=("[10공수2-03-03]",),
    example=("함수 $f(x)=2x-5$에 대하여 $f^{-1}(3)$의 값을 구하시오.", "1"),
    of="solve: 2k-5=3",
    words=r"역함수|inverse|\^\{-1\}",
    prior=2.5,
)
def value_for_inverse_value(node: Node) -> Iterator[Node]:
    match node:
        case Relation("=", left, right) if len(symbols(left)) == 1 and not symbols(right) and not isinstance(left, Sym):
            letter = next(iter(symbols(left)))
            found = substitute(left, {letter: right})
            if isinstance(found, Expr):
                yield Relation("=", Sym(letter), found)
