"""Arrangements and combinations with repetition, and the binomial theorem [12확통01]."""

from __future__ import annotations

from functools import partial
from math import comb, factorial
from random import Random

from generation.expression.tree import Add, Expr, Num, Pow, Sub, Sym
from generation.problem import Ask, Model
from generation.symbolic.told import Item, Said, slips, text, told_type, value

_counts = partial(slips, fits=lambda number: number > 0)


def draw_digits(rng: Random) -> dict[str, object]:
    return {"n": rng.randint(3, 9), "r": rng.randint(2, 5)}


@told_type(
    "numbers-with-repeated-digits",
    standard="[12확통01-01]",
    ko="중복순열",
    en="arrangements with repetition",
    draw=draw_digits,
    says={
        "ko": (
            "$1$부터 {n}까지의 숫자 중에서 중복을 허락하여 {r}개를 택해 만들 수 있는 {r}자리 자연수의 개수를 구하시오.",
        ),
        "en": ("How many numbers of {r} digits can be made of the digits from $1$ to {n} if digits may be repeated?",),
    },
)
def numbers_with_repeated_digits(n: int, r: int) -> Item:
    if not 2 <= n <= 9 or not 2 <= r <= 5 or n == r:
        raise ValueError("digits")
    key = n**r
    arranged = factorial(n) // factorial(n - r) if n >= r else 0
    return Item(
        value(f"{n}^{r}"),
        (str(key),),
        (
            Said(f"각 자리에 ${n}$가지의 숫자가 올 수 있으므로", f"{n} digits for each place", f"{n}^{r}"),
            Said("따라서", "so", str(key)),
        ),
        _counts(key, r**n, arranged, comb(n + r - 1, r), n * r, comb(n, r)),
    )


LETTERS = ("a", "b", "c")


def draw_letters(rng: Random) -> dict[str, object]:
    return {"p": rng.randint(2, 4), "q": rng.randint(2, 4), "r": rng.randint(2, 3)}


@told_type(
    "arrangements-of-equal-letters",
    standard="[12확통01-01]",
    ko="같은 것이 있는 순열",
    en="arrangements with equal things",
    draw=draw_letters,
    says={
        "ko": (
            "문자 $a$가 {p}개, 문자 $b$가 {q}개, 문자 $c$가 {r}개 있다. 이 문자를 모두 일렬로 나열하는 경우의 수를 구하시오.",
        ),
        "en": (
            "There are {p} letters $a$, {q} letters $b$ and {r} letters $c$. In how many ways can all of them be put in a row?",
        ),
    },
)
def arrangements_of_equal_letters(p: int, q: int, r: int) -> Item:
    if min(p, q, r) < 2 or p + q + r > 10:
        raise ValueError("a few letters")
    n = p + q + r
    key = factorial(n) // (factorial(p) * factorial(q) * factorial(r))
    return Item(
        value(f"({p} + {q} + {r})!/({p}!*{q}!*{r}!)"),
        (str(key),),
        (
            Said(
                f"모두 ${n}$개이고 같은 문자가 있으므로", f"{n} letters, some of them equal", f"{n}!/({p}!*{q}!*{r}!)"
            ),
            Said("따라서", "so", str(key)),
        ),
        _counts(key, factorial(n), factorial(n) // factorial(p), factorial(n) // (p * q * r), key * 2, key // 2),
    )


def draw_grid(rng: Random) -> dict[str, object]:
    m, n = rng.sample(range(2, 7), 2)
    return {"m": m, "n": n}


@told_type(
    "shortest-ways",
    standard="[12확통01-01]",
    ko="최단 거리로 가는 경우의 수",
    en="shortest ways through a grid",
    draw=draw_grid,
    says={
        "ko": (
            "바둑판 모양의 도로망에서 오른쪽으로 {m}칸, 위쪽으로 {n}칸 떨어진 지점까지 최단 거리로 가는 경우의 수를 구하시오.",
        ),
        "en": (
            "In a grid of streets, how many shortest ways lead to a point {m} blocks to the right and {n} blocks up?",
        ),
    },
)
def shortest_ways(m: int, n: int) -> Item:
    if not min(m, n) > 1 or max(m, n) > 10 or m == n:
        raise ValueError("a grid")
    key = comb(m + n, m)
    return Item(
        value(f"({m} + {n})!/({m}!*{n}!)"),
        (str(key),),
        (
            Said(
                f"오른쪽 ${m}$번, 위쪽 ${n}$번을 일렬로 나열하는 경우의 수이므로",
                f"{m} steps right and {n} steps up in a row",
                f"{m + n}!/({m}!*{n}!)",
            ),
            Said("따라서", "so", str(key)),
        ),
        _counts(key, m * n, m + n, factorial(m) * factorial(n), comb(m + n + 1, m), 2 ** (m + n)),
    )


def draw_equation(rng: Random) -> dict[str, object]:
    return {"n": rng.randint(4, 15)}


@told_type(
    "nonnegative-integer-solutions",
    standard="[12확통01-02]",
    ko="음이 아닌 정수해의 개수",
    en="number of nonnegative integer solutions",
    draw=draw_equation,
    says={
        "ko": (
            "방정식 $x+y+z={n}$[을] 만족시키는 음이 아닌 정수 $x$, $y$, $z$의 순서쌍 $(x, y, z)$의 개수를 구하시오.",
        ),
        "en": ("How many triples $(x, y, z)$ of nonnegative integers satisfy $x+y+z={n}$?",),
    },
)
def nonnegative_integer_solutions(n: int) -> Item:
    if not 2 <= n <= 30:
        raise ValueError("a small sum")
    key = comb(n + 2, 2)
    domain = f"0..{n}"
    return Item(
        Model(Ask("count", unknowns=("x", "y", "z")), dict.fromkeys("xyz", domain), given=(f"x + y + z = {n}",)),
        (str(key),),
        (
            Said(
                f"서로 다른 $3$개에서 ${n}$개를 택하는 중복조합의 수와 같으므로",
                f"as many as choices of {n} of 3 kinds",
                f"C({n + 2}, 2)",
            ),
            Said("따라서", "so", str(key)),
        ),
        _counts(key, comb(n - 1, 2), comb(n + 2, 3), comb(n, 3), comb(n + 3, 3), n * 3),
    )


def draw_fruit(rng: Random) -> dict[str, object]:
    return {"n": rng.randint(3, 5), "r": rng.randint(4, 9)}


@told_type(
    "choices-with-repetition",
    standard="[12확통01-02]",
    ko="중복조합",
    en="combinations with repetition",
    draw=draw_fruit,
    says={
        "ko": (
            "서로 다른 {n}종류의 음료수 중에서 중복을 허락하여 {r}개를 택하는 경우의 수를 구하시오. "
            "(단, 각 종류의 음료수는 충분히 많다.)",
            "서로 다른 {n}개에서 중복을 허락하여 {r}개를 택하는 중복조합의 수를 구하시오.",
        ),
        "en": ("In how many ways can {r} drinks be chosen from {n} kinds if kinds may be repeated?",),
    },
)
def choices_with_repetition(n: int, r: int) -> Item:
    if not 2 <= n <= 9 or not 2 <= r <= 12:
        raise ValueError("a few kinds")
    key = comb(n + r - 1, r)
    return Item(
        value(f"H({n}, {r})"),
        (str(key),),
        (
            Said("중복조합의 수이므로", "a combination with repetition", f"C({n} + {r} - 1, {r})"),
            Said("따라서", "so", str(key)),
        ),
        _counts(key, n**r if n**r < 10**6 else n * r, comb(r, n), comb(n + r, r), comb(n + r - 1, n), n * r),
    )


@told_type(
    "coefficient-of-binomial-power",
    standard="[12확통01-03]",
    ko="이항정리",
    en="binomial theorem",
    draw=lambda rng: {"f": f"(x {rng.choice('+-')} {rng.randint(1, 4)})^{rng.randint(4, 8)}", "k": rng.randint(2, 5)},
    says={
        "ko": (
            "{f}의 전개식에서 $x^{{k}}$의 계수를 구하시오.",
            "다항식 {f}의 전개식에서 $x^{{k}}$의 계수를 구하시오.",
        ),
        "en": ("Find the coefficient of $x^{{k}}$ in the expansion of {f}.",),
    },
)
def coefficient_of_binomial_power(f: Expr, k: int) -> Item:
    match f:
        case Pow(Add(Sym("x"), Num(a)), Num(n)):
            constant, power = int(a), int(n)
        case Pow(Sub(Sym("x"), Num(a)), Num(n)):
            constant, power = -int(a), int(n)
        case _:
            raise ValueError("a power of x and a number")
    if not 1 < k < power <= 12 or not constant:
        raise ValueError("a power in the middle")
    key = comb(power, k) * constant ** (power - k)
    taken = "f(x)"
    for step in range(k):
        taken = f"diff({taken}, x{', 0' if step == k - 1 else ''})"
    shown = str(constant) if constant > 0 else f"({constant})"
    wrong = dict.fromkeys(
        (comb(power, k), comb(power, k) * constant**k, -key, constant ** (power - k), comb(power, k) * abs(constant))
    )
    return Item(
        Model(Ask("value", of=f"{taken}/{k}!"), {"x": "real"}, define={"f(x)": text(f)}),
        (str(key),),
        (
            Said("이항정리에 의하여", "by the binomial theorem", f"C({power}, {k})*{shown}^{power - k}"),
            Said("따라서", "so", str(key)),
        ),
        tuple((str(w),) for w in wrong if w != key),
    )


@told_type(
    "sum-of-binomial-coefficients",
    standard="[12확통01-03]",
    ko="이항계수의 합",
    en="sum of binomial coefficients",
    draw=lambda rng: {"n": rng.randint(4, 12)},
    says={
        "ko": ("$\\sum_{k=1}^{{n}} {}_{{n}}\\mathrm{C}_{k}$의 값을 구하시오.",),
        "en": ("Find the value of $\\sum_{k=1}^{{n}} {}_{{n}}\\mathrm{C}_{k}$.",),
    },
)
def sum_of_binomial_coefficients(n: int) -> Item:
    if not 3 <= n <= 14:
        raise ValueError("a small number")
    key = 2**n - 1
    return Item(
        value(f"sum(C({n}, k), k, 1, {n})"),
        (str(key),),
        (
            Said("모든 이항계수의 합에서 첫 항을 빼면", "all coefficients less the first", f"2^{n} - 1"),
            Said("따라서", "so", str(key)),
        ),
        _counts(key, 2**n, 2 ** (n - 1), 2 ** (n - 1) - 1, 2 ** (n + 1) - 1, n * n),
    )
