"""Matrices [10공수1-04]."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from generation.expression.tree import Matrix
from generation.problem import Ask, Model
from generation.symbolic.building import nonzero
from generation.symbolic.told import Item, Said, as_text, rational, told_type, value

Rows = tuple[tuple[int, ...], ...]


def rows_of(slot: object) -> Rows:
    """The whole entries of a matrix of two rows and columns. Raises UnfitError."""
    if not isinstance(slot, Matrix) or len(slot.rows) != 2 or any(len(row) != 2 for row in slot.rows):
        raise ValueError("a matrix of two rows and two columns")
    entries = tuple(tuple(rational(entry) for entry in row) for row in slot.rows)
    if any(entry.denominator > 1 for row in entries for entry in row):
        raise ValueError("whole entries")
    return tuple(tuple(int(entry) for entry in row) for row in entries)


def matrix_text(rows: Rows) -> str:
    """``[[1, 2], [3, 4]]``."""
    return "[" + ", ".join("[" + ", ".join(map(str, row)) + "]" for row in rows) + "]"


def _drawn(rng: Random, low: int = -5, high: int = 6) -> str:
    return matrix_text(tuple(tuple(rng.randint(low, high) for _ in range(2)) for _ in range(2)))


def _times(a: Rows, b: Rows) -> Rows:
    return tuple(tuple(sum(a[i][k] * b[k][j] for k in range(2)) for j in range(2)) for i in range(2))


def _each(a: Rows, b: Rows, p: int, q: int) -> Rows:
    return tuple(tuple(p * x + q * y for x, y in zip(r, s, strict=True)) for r, s in zip(a, b, strict=True))


def _matrices(key: Rows, *wrong: Rows) -> tuple[tuple[str], ...]:
    return tuple((matrix_text(w),) for w in dict.fromkeys(wrong) if w != key)


@told_type(
    "entry-of-matrix",
    standard="[10공수1-04-01]",
    ko="행렬의 성분의 합",
    en="entries of a matrix by a rule",
    draw=lambda rng: {"p": rng.randint(2, 6), "q": rng.randint(2, 6)},
    says={
        "ko": (
            "이차정사각행렬 $A$의 제$m$행 제$n$열의 성분이 ${p}m+{q}n$일 때, 행렬 $A$의 모든 성분의 합을 구하시오.",
        ),
        "en": (
            "A square matrix $A$ of order $2$ has ${p}m+{q}n$ in row $m$ and column $n$. Find the sum of all entries of $A$.",
        ),
    },
)
def entry_of_matrix(p: int, q: int) -> Item:
    if min(p, q) < 2:
        raise ValueError("a rule")
    key = 6 * (p + q)
    return Item(
        value(f"sum(sum({p}*m + {q}*n, n, 1, 2), m, 1, 2)"),
        (str(key),),
        (
            Said("네 성분을 차례로 구하여 더하면", "add the four entries",
                 f"({p} + {q}) + ({p} + 2*{q}) + (2*{p} + {q}) + (2*{p} + 2*{q})"),
            Said("따라서", "so", str(key)),
        ),
        tuple((str(w),) for w in dict.fromkeys((4 * (p + q), 3 * (p + q), p + q, 9 * (p + q), key + p))),
    )  # fmt: skip


@told_type(
    "equal-matrices",
    standard="[10공수1-04-01]",
    ko="서로 같은 행렬",
    en="equal matrices",
    draw=lambda rng: {
        "p": rng.randint(2, 5),
        "q": rng.randint(2, 5),
        "s": nonzero(rng, -9, 9),
        "t": nonzero(rng, -9, 9),
        "u": rng.randint(1, 9),
        "v": rng.randint(1, 9),
    },
    says={
        "ko": (
            "두 행렬 $\\begin{pmatrix} {p}a & {u} \\\\ {v} & b+{q} \\end{pmatrix}$, "
            "$\\begin{pmatrix} {s} & {u} \\\\ {v} & {t} \\end{pmatrix}$[이] 서로 같을 때, $a+b$의 값을 구하시오.",
        ),
        "en": (
            "The matrices $\\begin{pmatrix} {p}a & {u} \\\\ {v} & b+{q} \\end{pmatrix}$ and "
            "$\\begin{pmatrix} {s} & {u} \\\\ {v} & {t} \\end{pmatrix}$ are equal. Find $a+b$.",
        ),
    },
)
def equal_matrices(p: int, q: int, s: int, t: int, u: int, v: int) -> Item:
    a, b = Fraction(s, p), Fraction(t - q)
    key = a + b
    if a.denominator > 1 or p < 2 or q < 1:
        raise ValueError("whole numbers")
    wrong = dict.fromkeys((a + t + q, s + b, a - b, Fraction(s * p) + b, key + 1))
    return Item(
        Model(
            Ask("value", of="a + b"),
            {"a": "real", "b": "real"},
            given=(f"[[{p}*a, {u}], [{v}, b + {q}]] = [[{s}, {u}], [{v}, {t}]]",),
        ),
        (as_text(key),),
        (
            Said("대응하는 성분이 같으므로", "entries in the same place are equal", f"{p}a = {s} and b + {q} = {t}"),
            Said("풀면", "solve them", f"a = {as_text(a)} and b = {as_text(b)}"),
            Said("따라서", "so", f"a + b = {as_text(key)}"),
        ),
        tuple((as_text(w),) for w in wrong if w != key),
    )


@told_type(
    "combination-of-matrices",
    standard="[10공수1-04-02]",
    ko="행렬의 덧셈, 뺄셈과 실수배",
    en="sums and multiples of matrices",
    draw=lambda rng: {"a": _drawn(rng), "b": _drawn(rng), "p": rng.randint(2, 4), "q": rng.randint(2, 4)},
    says={
        "ko": ("두 행렬 $A={a}$, $B={b}$에 대하여 ${p}A-{q}B$를 구하시오.",),
        "en": ("Let $A={a}$ and $B={b}$. Find ${p}A-{q}B$.",),
    },
)
def combination_of_matrices(a: Matrix, b: Matrix, p: int, q: int) -> Item:
    first, second = rows_of(a), rows_of(b)
    if min(p, q) < 2 or first == second:
        raise ValueError("two matrices")
    key = _each(first, second, p, -q)
    return Item(
        value(f"{p}*{matrix_text(first)} - {q}*{matrix_text(second)}"),
        (matrix_text(key),),
        (
            Said("각 성분에 실수를 곱하면", "multiply each entry",
                 f"{matrix_text(_each(first, first, p, 0))} - {matrix_text(_each(second, second, q, 0))}"),
            Said("대응하는 성분끼리 빼면", "subtract entry by entry", matrix_text(key)),
        ),
        _matrices(key, _each(first, second, p, q), _each(first, second, p, -1), _each(first, second, q, -p), _each(second, first, q, -p)),
    )  # fmt: skip


@told_type(
    "product-of-matrices",
    standard="[10공수1-04-02]",
    ko="행렬의 곱셈",
    en="product of matrices",
    draw=lambda rng: {"a": _drawn(rng, -3, 4), "b": _drawn(rng, -3, 4)},
    says={
        "ko": ("두 행렬 $A={a}$, $B={b}$에 대하여 $AB$를 구하시오.",),
        "en": ("Let $A={a}$ and $B={b}$. Find $AB$.",),
    },
)
def product_of_matrices(a: Matrix, b: Matrix) -> Item:
    first, second = rows_of(a), rows_of(b)
    key = _times(first, second)
    entrywise = tuple(tuple(x * y for x, y in zip(r, s, strict=True)) for r, s in zip(first, second, strict=True))
    turned = tuple(zip(*second, strict=True))
    if key == _times(second, first) or first == second:
        raise ValueError("matrices that do not commute")
    shown = ", ".join(
        "["
        + ", ".join(f"{_b(first[i][0])}*{_b(second[0][j])} + {_b(first[i][1])}*{_b(second[1][j])}" for j in range(2))
        + "]"
        for i in range(2)
    )
    return Item(
        value(f"{matrix_text(first)}*{matrix_text(second)}"),
        (matrix_text(key),),
        (
            Said("행과 열의 성분을 차례로 곱하여 더하면", "rows times columns", f"[{shown}]"),
            Said("계산하면", "work it out", matrix_text(key)),
        ),
        _matrices(key, entrywise, _times(second, first), _times(first, turned), _each(first, second, 1, 1)),
    )


def _b(number: int) -> str:
    return f"({number})" if number < 0 else str(number)
