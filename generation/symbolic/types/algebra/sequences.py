"""Arithmetic, geometric and recursive sequences [12대수03-01, 02, 03, 06]."""

from __future__ import annotations

from fractions import Fraction

from generation.problem import Ask, Model
from generation.symbolic.building import nonzero
from generation.symbolic.told import Item, Said, as_text, slips, told_type, value


def _rule(a: str, first: str) -> dict[str, str]:
    return {"a(n)": a, "a(1)": first}


@told_type(
    "term-of-sequence",
    standard="[12대수03-01]",
    ko="수열의 항",
    en="term of a sequence",
    draw=lambda rng: {"p": rng.randint(2, 6), "q": rng.randint(1, 9), "k": rng.randint(4, 12)},
    says={
        "ko": (
            "수열의 일반항이 $a_n={p}n^2-{q}$일 때, 제{k}항을 구하시오.",
            "일반항이 $a_n={p}n^2-{q}$인 수열의 제{k}항을 구하시오.",
        ),
        "en": ("The general term of a sequence is $a_n={p}n^2-{q}$. Find term number {k}.",),
    },
)
def term_of_sequence(p: int, q: int, k: int) -> Item:
    if p < 2 or q < 1 or k < 2:
        raise ValueError("a sequence")
    key = p * k * k - q
    return Item(
        Model(Ask("value", of=f"a({k})"), {"n": "natural"}, define={"a(n)": f"{p}*n^2 - {q}"}),
        (str(key),),
        (
            Said(f"$n={k}$[을] 대입하면", f"put $n={k}$", f"{p}*{k}^2 - {q}"),
            Said("따라서", "so", str(key)),
        ),
        slips(key, 2 * p * k - q, (p * k) ** 2 - q, p * k * k + q, p * (k - 1) ** 2 - q, key + p),
    )


@told_type(
    "index-of-term",
    standard="[12대수03-01]",
    ko="몇 번째 항인지 구하기",
    en="index of a term",
    draw=lambda rng: (lambda p, q, k: {"p": p, "q": q, "w": p * k + q})(
        rng.randint(2, 9), rng.randint(1, 12), rng.randint(6, 30)
    ),
    says={
        "ko": ("수열의 일반항이 $a_n={p}n+{q}$일 때, {w}[은] 이 수열의 제 몇 항인지 구하시오.",),
        "en": ("The general term of a sequence is $a_n={p}n+{q}$. Which term is {w}?",),
    },
)
def index_of_term(p: int, q: int, w: int) -> Item:
    if p < 2 or q < 1 or (w - q) % p or w <= q:
        raise ValueError("a term")
    key = (w - q) // p
    return Item(
        Model(Ask("value", of="k"), {"k": "natural"}, given=(f"a(k) = {w}",), define={"a(n)": f"{p}*n + {q}"}),
        (str(key),),
        (
            Said(f"$a_k={w}$이라 하면", f"with $a_k={w}$", f"{p}k + {q} = {w}"),
            Said("따라서", "so", f"k = {key}"),
        ),
        slips(key, key + 1, key - 1, Fraction(w + q, p), w - q, p * w + q),
    )


@told_type(
    "term-of-arithmetic-sequence",
    standard="[12대수03-02]",
    ko="등차수열의 일반항",
    en="term of an arithmetic sequence",
    draw=lambda rng: {"a": rng.randint(-9, 12), "d": nonzero(rng, -6, 7), "k": rng.randint(8, 30)},
    says={
        "ko": (
            "첫째항이 {a}, 공차가 {d}인 등차수열의 제{k}항을 구하시오.",
            "첫째항이 {a}이고 공차가 {d}인 등차수열의 제{k}항을 구하시오.",
        ),
        "en": ("Find term number {k} of the arithmetic sequence with first term {a} and common difference {d}.",),
    },
    reads=(
        "등차수열 $\\{a_n\\}$에서 첫째항이 {a}, 공차가 {d}일 때, $a_{{k}}$의 값을 구하시오.",
        "첫째항이 {a}, 공차가 {d}인 등차수열 $\\{a_n\\}$에서 $a_{{k}}$의 값을 구하시오.",
        "첫째항이 {a}, 공차가 {d}인 등차수열 $\\{a_n\\}$의 제{k}항을 구하시오.",
        "등차수열 $\\{a_n\\}$에서 $a_1={a}$, 공차가 {d}일 때, $a_{{k}}$의 값을 구하시오.",
    ),
)
def term_of_arithmetic_sequence(a: int, d: int, k: int) -> Item:
    if k < 4 or not d or not a or abs(d) == 1:
        raise ValueError("an arithmetic sequence")
    key = a + (k - 1) * d
    return Item(
        Model(Ask("value", of=f"a({k})"), {"n": "natural"}, define=_rule(f"a(n-1) + ({d})", str(a))),
        (str(key),),
        (
            Said("등차수열의 일반항에 대입하면", "by the formula for the general term", f"{a} + ({k} - 1)*({d})"),
            Said("따라서", "so", str(key)),
        ),
        slips(key, a + k * d, a + (k + 1) * d, a * d * (k - 1), a - (k - 1) * d, (a + d) * (k - 1)),
    )


@told_type(
    "sum-of-arithmetic-sequence",
    standard="[12대수03-02]",
    ko="등차수열의 합",
    en="sum of an arithmetic sequence",
    draw=lambda rng: {"a": rng.randint(-6, 12), "d": nonzero(rng, -5, 6), "n": rng.randint(8, 25)},
    says={
        "ko": ("첫째항이 {a}, 공차가 {d}인 등차수열의 첫째항부터 제{n}항까지의 합을 구하시오.",),
        "en": (
            "Find the sum of the first {n} terms of the arithmetic sequence with first term {a} and common difference {d}.",
        ),
    },
    reads=(
        "첫째항이 {a}, 공차가 {d}인 등차수열의 첫째항부터 제{n}항까지의 합 $S_{{n}}$의 값을 구하시오.",
        "첫째항이 {a}, 공차가 {d}인 등차수열의 $S_{{n}}$의 값을 구하시오.",
        "등차수열 $\\{a_n\\}$에서 첫째항이 {a}, 공차가 {d}일 때, 첫째항부터 제{n}항까지의 합을 구하시오.",
    ),
)
def sum_of_arithmetic_sequence(a: int, d: int, n: int) -> Item:
    if n < 4 or not d or not a:
        raise ValueError("an arithmetic sequence")
    key = Fraction(n * (2 * a + (n - 1) * d), 2)
    return Item(
        value(f"sum({signed(a)} + (k - 1)*{signed(d)}, k, 1, {n})"),
        (as_text(key),),
        (
            Said(
                "등차수열의 합의 공식에 대입하면",
                "by the formula for the sum",
                f"{n}*(2*{signed(a)} + ({n} - 1)*{signed(d)})/2",
            ),
            Said("따라서", "so", as_text(key)),
        ),
        slips(
            key,
            Fraction(n * (2 * a + n * d), 2),
            n * (2 * a + (n - 1) * d),
            Fraction(n * (a + (n - 1) * d), 2),
            key + a,
            a + (n - 1) * d,
        ),
    )


def signed(number: int) -> str:
    """A number behind a sign: negative ones in brackets."""
    return f"({number})" if number < 0 else str(number)


@told_type(
    "term-of-geometric-sequence",
    standard="[12대수03-03]",
    ko="등비수열의 일반항",
    en="term of a geometric sequence",
    draw=lambda rng: {
        "a": rng.choice((2, 3, 4, 5, -2, -3)),
        "r": rng.choice((2, 3, -2, -3, 4)),
        "k": rng.randint(4, 7),
    },
    says={
        "ko": (
            "첫째항이 {a}, 공비가 {r}인 등비수열의 제{k}항을 구하시오.",
            "첫째항이 {a}이고 공비가 {r}인 등비수열의 제{k}항을 구하시오.",
        ),
        "en": ("Find term number {k} of the geometric sequence with first term {a} and common ratio {r}.",),
    },
    reads=(
        "첫째항이 {a}, 공비가 {r}인 등비수열 $\\{a_n\\}$의 제{k}항을 구하시오.",
        "등비수열 $\\{a_n\\}$에서 첫째항이 {a}, 공비가 {r}일 때, $a_{{k}}$의 값을 구하시오.",
        "첫째항이 {a}, 공비가 {r}인 등비수열 $\\{a_n\\}$에서 $a_{{k}}$의 값을 구하시오.",
        "등비수열 $\\{a_n\\}$에서 $a_1={a}$, 공비가 {r}일 때, $a_{{k}}$의 값을 구하시오.",
    ),
)
def term_of_geometric_sequence(a: int, r: int, k: int) -> Item:
    if abs(r) < 2 or abs(a) < 2 or not 3 <= k <= 8 or abs(a * r ** (k - 1)) > 9000:
        raise ValueError("a geometric sequence")
    key = a * r ** (k - 1)
    return Item(
        Model(Ask("value", of=f"a({k})"), {"n": "natural"}, define=_rule(f"{signed(r)}*a(n-1)", str(a))),
        (str(key),),
        (
            Said(
                "등비수열의 일반항에 대입하면",
                "by the formula for the general term",
                f"{signed(a)}*{signed(r)}^({k} - 1)",
            ),
            Said("따라서", "so", str(key)),
        ),
        slips(key, a * r**k, a + (k - 1) * r, -key, a * r * (k - 1), a * r ** (k - 2)),
    )


@told_type(
    "sum-of-geometric-sequence",
    standard="[12대수03-03]",
    ko="등비수열의 합",
    en="sum of a geometric sequence",
    draw=lambda rng: {"a": rng.randint(2, 7), "r": rng.choice((2, 3, 4, -2, -3)), "n": rng.randint(4, 8)},
    says={
        "ko": ("첫째항이 {a}, 공비가 {r}인 등비수열의 첫째항부터 제{n}항까지의 합을 구하시오.",),
        "en": (
            "Find the sum of the first {n} terms of the geometric sequence with first term {a} and common ratio {r}.",
        ),
    },
    reads=(
        "등비수열 $\\{a_n\\}$에서 첫째항이 {a}, 공비가 {r}일 때, 첫째항부터 제{n}항까지의 합을 구하시오.",
        "첫째항이 {a}, 공비가 {r}인 등비수열의 $S_{{n}}$의 값을 구하시오.",
    ),
)
def sum_of_geometric_sequence(a: int, r: int, n: int) -> Item:
    if abs(r) < 2 or a < 2 or not 3 <= n <= 9:
        raise ValueError("a geometric sequence")
    key = Fraction(a * (r**n - 1), r - 1)
    if abs(key) > 9000:
        raise ValueError("a small sum")
    return Item(
        value(f"sum({a}*{signed(r)}^(k - 1), k, 1, {n})"),
        (as_text(key),),
        (
            Said(
                "등비수열의 합의 공식에 대입하면", "by the formula for the sum", f"{a}*({signed(r)}^{n} - 1)/({r} - 1)"
            ),
            Said("따라서", "so", as_text(key)),
        ),
        slips(
            key,
            Fraction(a * (r ** (n - 1) - 1), r - 1),
            a * r ** (n - 1),
            a * (r**n - 1),
            -key,
            Fraction(a * (r ** (n + 1) - 1), r - 1),
        ),
    )


@told_type(
    "recursive-sequence",
    standard="[12대수03-06]",
    ko="수열의 귀납적 정의",
    en="recursive sequence",
    draw=lambda rng: {"a": rng.randint(1, 5), "p": rng.randint(2, 3), "q": nonzero(rng, -4, 5), "k": rng.randint(4, 6)},
    says={
        "ko": (
            "수열 $\\{a_n\\}$이 $a_1={a}$, $a_{n+1}={p}a_n+{q}$ ($n=1, 2, 3, \\cdots$)로 정의될 때, 제{k}항을 구하시오.",
        ),
        "en": ("A sequence is defined by $a_1={a}$ and $a_{n+1}={p}a_n+{q}$. Find term number {k}.",),
    },
)
def recursive_sequence(a: int, p: int, q: int, k: int) -> Item:
    if p < 2 or q < 1 or not 3 <= k <= 7:
        raise ValueError("a recursion")
    terms = [a]
    while len(terms) <= k:
        terms.append(p * terms[-1] + q)
    key = terms[k - 1]
    if key > 9000 or len(set(terms)) < k:
        raise ValueError("a few small terms")
    return Item(
        Model(Ask("value", of=f"a({k})"), {"n": "natural"}, define=_rule(f"{p}*a(n-1) + {q}", str(a))),
        (str(key),),
        (
            Said("앞의 항부터 차례로 구하여 바로 앞의 항을 대입하면", "find the terms one after the other and put the last one in",
                 f"{p}*{terms[k - 2]} + {q}"),
            Said("따라서", "so", str(key)),
        ),
        slips(key, terms[k - 2], terms[k], a * p ** (k - 1) + q, a + (k - 1) * q, key + q),
    )  # fmt: skip


@told_type(
    "sum-by-steps",
    standard="[12대수03-06]",
    ko="귀납적으로 정의된 수열의 항",
    en="sequence with growing steps",
    draw=lambda rng: {"a": rng.randint(1, 9), "p": rng.randint(2, 5), "k": rng.randint(5, 12)},
    says={
        "ko": (
            "수열 $\\{a_n\\}$이 $a_1={a}$, $a_{n+1}=a_n+{p}n$ ($n=1, 2, 3, \\cdots$)으로 정의될 때, 제{k}항을 구하시오.",
        ),
        "en": ("A sequence is defined by $a_1={a}$ and $a_{n+1}=a_n+{p}n$. Find term number {k}.",),
    },
)
def sum_by_steps(a: int, p: int, k: int) -> Item:
    if p < 2 or a < 1 or not 3 <= k <= 20:
        raise ValueError("a recursion")
    key = a + p * k * (k - 1) // 2
    return Item(
        Model(Ask("value", of=f"a({k})"), {"n": "natural"}, define=_rule(f"a(n-1) + {p}*(n - 1)", str(a))),
        (str(key),),
        (
            Said("각 단계에서 더한 값을 모두 더하면", "add what each step adds", f"{a} + {p}*{k}*({k} - 1)/2"),
            Said("따라서", "so", str(key)),
        ),
        slips(key, a + p * k * (k + 1) // 2, a + p * (k - 1), a + p * k, key + p, p * k * (k - 1) // 2),
    )
