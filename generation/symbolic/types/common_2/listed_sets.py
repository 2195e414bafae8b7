"""Sets given by their elements: operations and subsets [10공수2-02-02, 03]."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from random import Random

from generation.expression.exact import rational_value
from generation.expression.tree import Collection, Expr, Node, Sym
from generation.problem import AnswerValue, Ask, Model
from generation.symbolic.told import Item, Said, UnfitError, slips, told_type, value

Elements = frozenset[int]


def listed(elements: Iterable[int]) -> str:
    """``{1, 2, 3}``."""
    return "{" + ", ".join(map(str, sorted(elements))) + "}"


def elements_of(node: Node) -> Elements:
    """The whole numbers of a set. Raises UnfitError."""
    if not isinstance(node, Collection) or node.kind != "set":
        raise UnfitError("a set")
    values = [rational_value(item) if isinstance(item, Expr) else None for item in node.items]
    if any(value is None or value.denominator > 1 for value in values) or len(set(values)) < len(values):
        raise UnfitError("different whole numbers")
    return frozenset(int(value) for value in values if value is not None)


def size_of(node: Node) -> int:
    """How many different numbers and letters a set has. Raises UnfitError."""
    if not isinstance(node, Collection) or node.kind != "set":
        raise UnfitError("a set")
    if all(isinstance(item, Sym) for item in node.items) and len(set(node.items)) == len(node.items):
        return len(node.items)
    return len(elements_of(node))


def draw_two(rng: Random) -> dict[str, object]:
    numbers = rng.sample(range(1, 13), 8)
    both, first = rng.randint(1, 3), rng.randint(2, 3)
    a, b = numbers[: both + first], numbers[first : first + both + rng.randint(1, 2)]
    return {"a": listed(a), "b": listed(b)}


def _item(key: Elements, line: tuple[str, str], wrong: Iterable[Elements]) -> Item:
    if not key or len(key) > 12:
        raise UnfitError("a set with elements")
    found = dict.fromkeys(w for w in wrong if w != key and w)
    return Item(
        Model(Ask("solve", unknowns=("x",)), {"x": "integer"}, given=(_listing(key),)),
        _values(key),
        (Said(*line, listed(key)),),
        tuple(_values(w) for w in found),
    )


def _listing(elements: Elements) -> str:
    return " or ".join(f"x = {n}" for n in sorted(elements))


def _values(elements: Elements) -> tuple[AnswerValue, ...]:
    return tuple(str(n) for n in sorted(elements))


def _operation(
    id: str, sign: str, ko: str, en: str, words: tuple[str, str], apply: Callable[[Elements, Elements], Elements]
) -> None:
    """A type: the elements of what an operation makes of two listed sets."""

    @told_type(
        id,
        standard="[10공수2-02-03]",
        ko=ko,
        en=en,
        draw=draw_two,
        says={
            "ko": (f"두 집합 $A={{a}}$, $B={{b}}$에 대하여 ${sign}$[을] 구하시오.",),
            "en": (f"Let $A={{a}}$ and $B={{b}}$. Find ${sign}$.",),
        },
        reads=(
            f"두 집합 $A={{a}}$, $B={{b}}$에 대하여 집합 ${sign}$의 원소를 모두 구하시오.",
            f"$A={{a}}$, $B={{b}}$일 때, ${sign}$를 구하시오.",
            f"집합 $A={{a}}$, $B={{b}}$에 대하여 ${sign}$를 구하시오.",
        ),
    )
    def build(a: Node, b: Node) -> Item:
        first, second = elements_of(a), elements_of(b)
        if first == second:
            raise UnfitError("two different sets")
        others = (first | second, first & second, first - second, second - first, first ^ second)
        return _item(apply(first, second), words, others)


_operation(
    "union-of-listed-sets",
    "A\\cup B",
    "합집합",
    "union of two sets",
    ("$A$에 속하거나 $B$에 속하는 원소를 모두 쓰면", "all elements of $A$ or of $B$"),
    frozenset.union,
)
_operation(
    "intersection-of-listed-sets",
    "A\\cap B",
    "교집합",
    "intersection of two sets",
    ("$A$에도 속하고 $B$에도 속하는 원소를 모두 쓰면", "the elements of both $A$ and $B$"),
    frozenset.intersection,
)
_operation("difference-of-listed-sets", "A-B", "차집합", "difference of two sets",
           ("$A$에 속하지만 $B$에는 속하지 않는 원소를 모두 쓰면", "the elements of $A$ that are not in $B$"),
           frozenset.difference)  # fmt: skip


def draw_inside(rng: Random) -> dict[str, object]:
    whole = range(1, rng.randint(6, 9) + 1)
    return {"u": listed(whole), "a": listed(rng.sample(whole, rng.randint(2, len(whole) - 2)))}


@told_type(
    "complement-of-listed-set",
    standard="[10공수2-02-03]",
    ko="여집합",
    en="complement of a set",
    draw=draw_inside,
    says={
        "ko": ("전체집합 $U={u}$의 부분집합 $A={a}$에 대하여 $A^C$을 구하시오.",),
        "en": ("The universal set is $U={u}$ and $A={a}$ is a subset of it. Find $A^C$.",),
    },
    reads=(
        "전체집합이 $U={u}$일 때, 집합 $A={a}$에 대하여 $A^C$을 구하시오.",
        "전체집합 $U={u}$에 대하여 $A={a}$일 때, $A^C$을 구하시오.",
        "전체집합 $U={u}$의 부분집합 $A={a}$의 여집합을 구하시오.",
    ),
)
def complement_of_listed_set(u: Node, a: Node) -> Item:
    whole, inside = elements_of(u), elements_of(a)
    if not inside < whole:
        raise UnfitError("a subset")
    key = whole - inside
    line = ("$U$의 원소 중에서 $A$에 속하지 않는 원소를 모두 쓰면", "the elements of $U$ that are not in $A$")
    return _item(key, line, (inside, whole, key - {max(key)}, key | {min(inside)}))


def draw_one(rng: Random) -> dict[str, object]:
    return {"a": listed(rng.sample(range(1, 16), rng.randint(3, 6)))}


@told_type(
    "subsets-of-listed-set",
    standard="[10공수2-02-02]",
    ko="부분집합의 개수",
    en="number of subsets of a set",
    draw=draw_one,
    says={
        "ko": ("집합 $A={a}$의 부분집합의 개수를 구하시오.",),
        "en": ("How many subsets does the set $A={a}$ have?",),
    },
    reads=("집합 {a}의 부분집합의 개수를 구하시오.", "집합 $A={a}$에 대하여 $A$의 부분집합의 개수를 구하시오."),
)
def subsets_of_listed_set(a: Node) -> Item:
    n = size_of(a)
    if not 2 < n <= 10:
        raise UnfitError("a few elements")
    key = 2**n
    return Item(
        value(f"2^{n}"),
        (str(key),),
        (
            Said("각 원소를 넣거나 넣지 않는 두 가지 경우가 있으므로", "each element is in or out", f"2^{n}"),
            Said("따라서", "so", str(key)),
        ),
        slips(key, key - 1, n * n, 2 * n, key // 2, n),
    )  # fmt: skip


@told_type(
    "proper-subsets-of-listed-set",
    standard="[10공수2-02-02]",
    ko="진부분집합의 개수",
    en="number of proper subsets",
    draw=draw_one,
    says={
        "ko": ("집합 $A={a}$의 진부분집합의 개수를 구하시오.",),
        "en": ("How many proper subsets does the set $A={a}$ have?",),
    },
    reads=("집합 {a}의 진부분집합의 개수를 구하시오.",),
)
def proper_subsets_of_listed_set(a: Node) -> Item:
    n = size_of(a)
    if not 2 < n <= 10:
        raise UnfitError("a few elements")
    key = 2**n - 1
    return Item(
        value(f"2^{n} - 1"),
        (str(key),),
        (
            Said("부분집합의 개수에서 자기 자신을 빼면", "all subsets but the set itself", f"2^{n} - 1"),
            Said("따라서", "so", str(key)),
        ),
        slips(key, key + 1, key - 1, n * n - 1, 2 * n - 1, 2 ** (n - 1)),
    )
