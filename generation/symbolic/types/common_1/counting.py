"""Rules of counting, permutations and combinations [10공수1-03]."""

from __future__ import annotations

from functools import partial
from math import comb, factorial, perm

from generation.problem import Ask, Model
from generation.symbolic.told import Item, Said, slips, told_type, value

_counts = partial(slips, fits=lambda number: number > 0)


@told_type(
    "multiples-of-either",
    standard="[10공수1-03-01]",
    ko="합의 법칙",
    en="rule of sum",
    draw=lambda rng: {"n": rng.randint(20, 99), "m": rng.choice((2, 3, 4, 5)), "k": rng.choice((3, 5, 6, 7, 8))},
    says={
        "ko": ("$1$부터 {n}까지의 자연수 중에서 {m}의 배수 또는 {k}의 배수의 개수를 구하시오.",),
        "en": ("How many of the natural numbers from $1$ to {n} are multiples of {m} or multiples of {k}?",),
    },
    reads=(
        "1부터 {n}까지의 자연수가 각각 적힌 {n}장의 카드 중에서 한 장을 뽑을 때, {m}의 배수 또는 {k}의 배수가 나올 경우의 수를 구하시오.",
        "1부터 {n}까지의 자연수가 각각 하나씩 적힌 {n}장의 카드 중에서 한 장을 뽑을 때, {m}의 배수 또는 {k}의 배수가 나오는 경우의 수를 구하시오.",
    ),
)
def multiples_of_either(n: int, m: int, k: int) -> Item:
    both = sum(x % m == 0 and x % k == 0 for x in range(1, n + 1))
    if min(m, k) < 2 or m % k == 0 or k % m == 0 or not both or n > 200:
        raise ValueError("multiples that overlap")
    key = n // m + n // k - both
    return Item(
        Model(Ask("count", unknowns=("x",)), {"x": f"1..{n}"}, given=(f"mod(x, {m}) = 0 or mod(x, {k}) = 0",)),
        (str(key),),
        (
            Said(f"{m}의 배수는 ${n // m}$개, {k}의 배수는 ${n // k}$개, 모두의 배수는 ${both}$개이므로",
                 f"{n // m} multiples of {m}, {n // k} of {k} and {both} of both", f"{n // m} + {n // k} - {both}"),
            Said("따라서", "so", str(key)),
        ),
        _counts(key, n // m + n // k, key - both, both, key + 1, key - 1),
    )  # fmt: skip


@told_type(
    "pairs-below-a-sum",
    standard="[10공수1-03-01]",
    ko="부등식을 만족시키는 순서쌍의 개수",
    en="pairs below a sum",
    draw=lambda rng: {"a": rng.choice((1, 2, 3)) + 1, "n": rng.randint(6, 16)},
    says={
        "ko": ("부등식 $x+{a}y\\le {n}$[을] 만족시키는 자연수 $x$, $y$의 순서쌍 $(x, y)$의 개수를 구하시오.",),
        "en": ("How many pairs $(x, y)$ of natural numbers satisfy $x+{a}y\\le {n}$?",),
    },
)
def pairs_below_a_sum(a: int, n: int) -> Item:
    rows = [n - a * y for y in range(1, n) if n - a * y > 0]
    if not 2 <= a <= 5 or not 2 <= len(rows) <= 10:
        raise ValueError("a few pairs")
    key = sum(rows)
    return Item(
        Model(Ask("count", unknowns=("x", "y")), {"x": "natural", "y": "natural"}, given=(f"x + {a}*y <= {n}",)),
        (str(key),),
        (
            Said(f"$y=1$부터 $y={len(rows)}$까지 $x$의 개수를 차례로 더하면", f"add the numbers of $x$ for $y=1$ to $y={len(rows)}$",
                 " + ".join(map(str, rows))),
            Said("따라서", "so", str(key)),
        ),
        _counts(key, sum(r + 1 for r in rows), sum(rows) + n, len(rows), key - 1, sum(max(r - 1, 0) for r in rows)),
    )  # fmt: skip


@told_type(
    "permutations-of-some",
    standard="[10공수1-03-02]",
    ko="순열",
    en="permutations",
    draw=lambda rng: {"n": rng.randint(5, 9), "r": rng.randint(2, 4)},
    says={
        "ko": (
            "서로 다른 {n}권의 책 중에서 {r}권을 택하여 일렬로 꽂는 경우의 수를 구하시오.",
            "{n}명의 학생 중에서 {r}명을 뽑아 일렬로 세우는 경우의 수를 구하시오.",
        ),
        "en": ("In how many ways can {r} of {n} different books be put in a row?",),
    },
    reads=(
        "{n}명의 학생 중에서 {r}명을 뽑아 한 줄로 세우는 경우의 수를 구하시오.",
        "서로 다른 {n}개에서 {r}개를 택하여 일렬로 나열하는 경우의 수를 구하시오.",
        "서로 다른 {n}개에서 {r}개를 택하는 순열의 수를 구하시오.",
        "서로 다른 {n}개의 문자 중에서 {r}개를 택하여 일렬로 나열하는 경우의 수를 구하시오.",
        "{n}명 중에서 {r}명을 뽑아 일렬로 세우는 경우의 수를 구하시오.",
    ),
)
def permutations_of_some(n: int, r: int) -> Item:
    if not 2 <= r < n <= 12:
        raise ValueError("some of all")
    key = perm(n, r)
    line = "*".join(str(n - i) for i in range(r))
    return Item(
        value(f"P({n}, {r})"),
        (str(key),),
        (
            Said(f"서로 다른 ${n}$개에서 ${r}$개를 택하는 순열의 수이므로", f"permutations of {r} out of {n}", line),
            Said("따라서", "so", str(key)),
        ),
        _counts(key, comb(n, r), n**r, factorial(r), n * r, perm(n, r) // (n - r + 1)),
    )


@told_type(
    "equation-of-permutations",
    standard="[10공수1-03-02]",
    ko="순열의 수가 주어질 때",
    en="equation of permutations",
    draw=lambda rng: (lambda n: {"p": n * (n - 1)})(rng.randint(4, 30)),
    says={
        "ko": ("${}_n\\mathrm{P}_2={p}$[을] 만족시키는 자연수 $n$의 값을 구하시오.",),
        "en": ("Find the natural number $n$ with ${}_n\\mathrm{P}_2={p}$.",),
    },
)
def equation_of_permutations(p: int) -> Item:
    key = next((n for n in range(2, 200) if n * (n - 1) == p), None)
    if key is None:
        raise ValueError("a number of pairs")
    return Item(
        value("n", ["n*(n - 1) = " + str(p)], n="natural"),
        (str(key),),
        (
            Said("순열의 뜻에 따라", "by the meaning of permutations", f"n(n - 1) = {p}"),
            Said("$n$은 자연수이므로", "as $n$ is a natural number", f"n = {key}"),
        ),
        _counts(key, key - 1, key + 1, p // 2, key + 2, 2 * key),
    )


@told_type(
    "combinations-of-some",
    standard="[10공수1-03-03]",
    ko="조합",
    en="combinations",
    draw=lambda rng: {"n": rng.randint(5, 12), "r": rng.randint(2, 4)},
    says={
        "ko": (
            "서로 다른 {n}개의 과일 중에서 {r}개를 택하는 경우의 수를 구하시오.",
            "{n}명의 학생 중에서 청소 당번 {r}명을 뽑는 경우의 수를 구하시오.",
        ),
        "en": ("In how many ways can {r} of {n} different fruits be chosen?",),
    },
    reads=(
        "서로 다른 {n}권의 책 중에서 {r}권을 택하는 경우의 수를 구하시오.",
        "{n}명 중에서 대표 {r}명을 뽑는 경우의 수를 구하시오.",
        "{n}명의 학생 중에서 대표 {r}명을 뽑는 경우의 수를 구하시오.",
        "서로 다른 {n}개의 공 중에서 {r}개를 뽑는 경우의 수를 구하시오.",
        "서로 다른 {n}개에서 {r}개를 택하는 조합의 수를 구하시오.",
        "서로 다른 {n}개 중에서 {r}개를 택하는 조합의 수를 구하시오.",
        "서로 다른 {n}개에서 {r}개를 택하는 경우의 수를 구하시오.",
        "서로 다른 {n}개의 공에서 {r}개의 공을 택하는 경우의 수를 구하시오.",
        "{n}명의 학생 중에서 {r}명을 뽑는 경우의 수를 구하시오.",
        "{n}명 중에서 {r}명을 뽑는 경우의 수를 구하시오.",
        "{n}명 중에서 {r}명의 대표를 뽑는 경우의 수를 구하시오.",
        "{n}명의 학생 중에서 {r}명의 대표를 뽑는 경우의 수를 구하시오.",
    ),
)
def combinations_of_some(n: int, r: int) -> Item:
    if not 2 <= r < n <= 15:
        raise ValueError("some of all")
    key = comb(n, r)
    top = "*".join(str(n - i) for i in range(r))
    return Item(
        value(f"C({n}, {r})"),
        (str(key),),
        (
            Said(
                f"서로 다른 ${n}$개에서 ${r}$개를 택하는 조합의 수이므로",
                f"combinations of {r} out of {n}",
                f"({top})/{r}!",
            ),
            Said("따라서", "so", str(key)),
        ),
        _counts(key, perm(n, r), n * r, comb(n - 1, r), comb(n, r - 1), key * 2),
    )


@told_type(
    "committee-of-two-groups",
    standard="[10공수1-03-03]",
    ko="두 집단에서 뽑는 조합",
    en="committee of two groups",
    draw=lambda rng: {"m": rng.randint(4, 8), "n": rng.randint(4, 8), "p": rng.randint(2, 3), "q": rng.randint(2, 3)},
    says={
        "ko": ("남학생 {m}명과 여학생 {n}명 중에서 남학생 {p}명과 여학생 {q}명을 뽑는 경우의 수를 구하시오.",),
        "en": ("In how many ways can {p} of {m} boys and {q} of {n} girls be chosen?",),
    },
)
def committee_of_two_groups(m: int, n: int, p: int, q: int) -> Item:
    if not (2 <= p < m <= 10 and 2 <= q < n <= 10):
        raise ValueError("some of each")
    key = comb(m, p) * comb(n, q)
    return Item(
        value(f"C({m}, {p})*C({n}, {q})"),
        (str(key),),
        (
            Said("곱의 법칙에 의하여", "by the rule of product", f"{comb(m, p)}*{comb(n, q)}"),
            Said("따라서", "so", str(key)),
        ),
        _counts(key, comb(m, p) + comb(n, q), comb(m + n, p + q), perm(m, p) + perm(n, q), m * n, key * 2),
    )
