"""Sets [10공수2-02-01, 02, 03]."""

from __future__ import annotations

from functools import partial

from generation.problem import Ask, Model
from generation.symbolic.told import Item, Said, slips, told_type, value

_counts = partial(slips, fits=lambda number: number >= 0)


@told_type(
    "elements-of-set-of-multiples",
    standard="[10공수2-02-01]",
    ko="집합의 원소의 개수",
    en="elements of a set",
    draw=lambda rng: {"n": rng.randint(20, 99), "k": rng.randint(3, 9)},
    says={
        "ko": ("집합 $A$가 {n} 이하의 자연수 중에서 {k}의 배수를 원소로 가질 때, $A$의 원소의 개수를 구하시오.",),
        "en": (
            "The set $A$ consists of all natural numbers up to {n} that are multiples of {k}. How many elements does it have?",
        ),
    },
)
def elements_of_set_of_multiples(n: int, k: int) -> Item:
    key = n // k
    if not 2 <= k < n <= 200 or key < 3:
        raise ValueError("several multiples")
    return Item(
        Model(Ask("count", unknowns=("x",)), {"x": f"1..{n}"}, given=(f"mod(x, {k}) = 0",)),
        (str(key),),
        (
            Said(
                f"가장 큰 원소는 ${k}\\times{key}={k * key}$이므로",
                f"the largest element is ${k}\\times{key}={k * key}$",
            ),
            Said("따라서", "so", str(key)),
        ),
        _counts(key, key + 1, key - 1, n - k, k, n - key),
    )


@told_type(
    "elements-of-set-of-divisors",
    standard="[10공수2-02-01]",
    ko="약수의 집합",
    en="set of divisors",
    draw=lambda rng: {
        "n": rng.choice(
            (
                12,
                16,
                18,
                20,
                24,
                28,
                30,
                32,
                36,
                40,
                42,
                45,
                48,
                50,
                54,
                56,
                60,
                63,
                64,
                72,
                75,
                80,
                84,
                90,
                96,
                100,
                108,
                120,
            )
        )
    },
    says={
        "ko": ("집합 $A$가 {n}의 양의 약수를 모두 원소로 가질 때, $A$의 원소의 개수를 구하시오.",),
        "en": ("The elements of the set $A$ are all positive divisors of {n}. How many elements does it have?",),
    },
)
def elements_of_set_of_divisors(n: int) -> Item:
    divisors = [d for d in range(1, n + 1) if n % d == 0] if 2 < n <= 500 else []
    key = len(divisors)
    if key < 4:
        raise ValueError("a number with several divisors")
    return Item(
        Model(Ask("count", unknowns=("x",)), {"x": f"1..{n}"}, given=(f"mod({n}, x) = 0",)),
        (str(key),),
        (
            Said(
                f"{n}의 양의 약수를 작은 것부터 차례로 세면", f"count the positive divisors of {n} from the smallest on"
            ),
            Said("따라서", "so", str(key)),
        ),
        _counts(key, key - 1, key - 2, key + 1, key // 2, key + 2),
    )


@told_type(
    "number-of-subsets",
    standard="[10공수2-02-02]",
    ko="부분집합의 개수",
    en="number of subsets",
    draw=lambda rng: {"n": rng.randint(3, 10)},
    says={
        "ko": ("원소의 개수가 {n}인 집합의 부분집합의 개수를 구하시오.",),
        "en": ("How many subsets does a set of {n} elements have?",),
    },
    reads=("원소가 {n}개인 집합의 부분집합의 개수를 구하시오.",),
)
def number_of_subsets(n: int) -> Item:
    if not 2 < n <= 12:
        raise ValueError("a few elements")
    key = 2**n
    return Item(
        value(f"2^{n}"),
        (str(key),),
        (
            Said("각 원소를 넣거나 넣지 않는 두 가지 경우가 있으므로", "each element is in or out", f"2^{n}"),
            Said("따라서", "so", str(key)),
        ),
        _counts(key, key - 1, n * n, 2 * n, key // 2, 2 * key),
    )


@told_type(
    "subsets-with-elements",
    standard="[10공수2-02-02]",
    ko="특정한 원소를 포함하는 부분집합의 개수",
    en="subsets that hold given elements",
    draw=lambda rng: {"n": rng.randint(5, 10), "k": rng.randint(2, 3)},
    says={
        "ko": ("원소의 개수가 {n}인 집합의 부분집합 중에서 특정한 원소 {k}개를 모두 포함하는 것의 개수를 구하시오.",),
        "en": ("How many subsets of a set of {n} elements hold {k} given elements?",),
    },
)
def subsets_with_elements(n: int, k: int) -> Item:
    if not 2 <= k < n - 1 <= 11:
        raise ValueError("some of the elements")
    key = 2 ** (n - k)
    return Item(
        value(f"2^({n} - {k})"),
        (str(key),),
        (
            Said("특정한 원소를 제외한 나머지로 부분집합을 만들면", "subsets of the other elements", f"2^{n - k}"),
            Said("따라서", "so", str(key)),
        ),
        _counts(key, 2**n, 2**k, 2**n - 2**k, key - 1, 2 ** (n - k + 1)),
    )


@told_type(
    "elements-of-union",
    standard="[10공수2-02-03]",
    ko="합집합의 원소의 개수",
    en="elements of a union",
    draw=lambda rng: (lambda a, b, c: {"a": a + c, "b": b + c, "c": c})(
        rng.randint(3, 20), rng.randint(3, 20), rng.randint(2, 12)
    ),
    says={
        "ko": (
            "두 집합 $A$, $B$에 대하여 $n(A)={a}$, $n(B)={b}$, $n(A\\cap B)={c}$일 때, $n(A\\cup B)$를 구하시오.",
            "학생 중에서 수학을 좋아하는 학생이 {a}명, 과학을 좋아하는 학생이 {b}명, 수학과 과학을 모두 좋아하는 학생이 {c}명일 때, 수학 또는 "
            "과학을 좋아하는 학생 수를 구하시오.",
        ),
        "en": ("For the sets $A$ and $B$, $n(A)={a}$, $n(B)={b}$ and $n(A\\cap B)={c}$. Find $n(A\\cup B)$.",),
    },
    reads=(
        "전체집합 $U$의 두 부분집합 $A$, $B$에 대하여 $n(A)={a}$, $n(B)={b}$, $n(A\\cap B)={c}$일 때, $n(A\\cup B)$를 구하시오.",
        "두 집합 $A$, $B$에 대하여 $n(A)={a}$, $n(B)={b}$, $n(A\\cap B)={c}$일 때, $n(A\\cup B)$의 값을 구하시오.",
    ),
)
def elements_of_union(a: int, b: int, c: int) -> Item:
    if not 0 < c < min(a, b):
        raise ValueError("two sets that overlap")
    key = a + b - c
    return Item(
        value(f"{a} + {b} - {c}"),
        (str(key),),
        (
            Said(
                "두 집합의 원소의 개수의 합에서 교집합의 원소의 개수를 빼면",
                "add both and take away what is in both",
                f"{a} + {b} - {c}",
            ),
            Said("따라서", "so", str(key)),
        ),
        _counts(key, a + b, a + b + c, a + b - 2 * c, abs(a - b) + c, c),
    )


@told_type(
    "elements-of-neither",
    standard="[10공수2-02-03]",
    ko="여집합의 원소의 개수",
    en="elements of neither set",
    draw=lambda rng: (lambda a, b, c, d: {"u": a + b + c + d, "a": a + c, "b": b + c, "c": c})(
        rng.randint(3, 12), rng.randint(3, 12), rng.randint(2, 8), rng.randint(2, 10)
    ),
    says={
        "ko": (
            "학생 {u}명 중에서 축구를 좋아하는 학생이 {a}명, 농구를 좋아하는 학생이 {b}명, 축구와 농구를 모두 좋아하는 학생이 {c}명이다. 축구와 "
            "농구 중 어느 것도 좋아하지 않는 학생 수를 구하시오.",
        ),
        "en": (
            "Of {u} students {a} like football, {b} like basketball and {c} like both. How many like neither of the two?",
        ),
    },
)
def elements_of_neither(u: int, a: int, b: int, c: int) -> Item:
    key = u - (a + b - c)
    if not 0 < c < min(a, b) or key <= 0:
        raise ValueError("two sets inside of all")
    return Item(
        value(f"{u} - ({a} + {b} - {c})"),
        (str(key),),
        (
            Said(
                "적어도 하나를 좋아하는 학생 수를 빼면",
                "take away those who like at least one",
                f"{u} - ({a} + {b} - {c})",
            ),
            Said("따라서", "so", str(key)),
        ),
        _counts(key, abs(u - a - b), a + b - c, u - a - b + 2 * c, u - c, key + c),
    )
