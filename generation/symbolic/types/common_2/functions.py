"""Functions: composition, inverse, rational and irrational functions [10공수2-03]."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import perm
from random import Random

from generation.expression.tree import Expr, Pow, walk
from generation.problem import Ask, Model
from generation.symbolic.building import linear, nonzero
from generation.symbolic.told import Item, Said, as_text, slips, text, told_type, value
from generation.symbolic.types.common_1.polynomials import whole_coefficients


def line_of(f: Expr) -> tuple[int, int]:
    """Slope and intercept, whole, of a linear expression in x. Raises UnfitError."""
    intercept, slope = whole_coefficients(f, 1)
    return slope, intercept


@told_type(
    "number-of-functions",
    standard="[10공수2-03-01]",
    ko="함수의 개수",
    en="number of functions",
    draw=lambda rng: {"m": rng.randint(2, 5), "n": rng.randint(2, 6)},
    says={
        "ko": (
            "집합 $X$의 원소의 개수가 {m}, 집합 $Y$의 원소의 개수가 {n}일 때, $X$에서 $Y$로의 함수의 개수를 구하시오.",
        ),
        "en": ("The set $X$ has {m} elements and the set $Y$ has {n}. How many functions from $X$ to $Y$ are there?",),
    },
)
def number_of_functions(m: int, n: int) -> Item:
    if not 2 <= m <= 6 or not 2 <= n <= 8 or m == n:
        raise ValueError("two small sets")
    key = n**m
    return Item(
        value(f"{n}^{m}"),
        (str(key),),
        (
            Said(f"$X$의 각 원소에 ${n}$가지씩 대응할 수 있으므로", f"{n} values for each element", f"{n}^{m}"),
            Said("따라서", "so", str(key)),
        ),
        slips(key, m**n, m * n, perm(n, m) if n >= m else n + m, m + n, key - n),
    )


@told_type(
    "number-of-one-to-one-functions",
    standard="[10공수2-03-01]",
    ko="일대일함수의 개수",
    en="number of one-to-one functions",
    draw=lambda rng: {"m": rng.randint(2, 4), "n": rng.randint(4, 8)},
    says={
        "ko": (
            "집합 $X$의 원소의 개수가 {m}, 집합 $Y$의 원소의 개수가 {n}일 때, $X$에서 $Y$로의 일대일함수의 개수를 구하시오.",
        ),
        "en": (
            "The set $X$ has {m} elements and the set $Y$ has {n}. How many one-to-one functions from $X$ to $Y$ are there?",
        ),
    },
)
def number_of_one_to_one_functions(m: int, n: int) -> Item:
    if not 2 <= m < n <= 9:
        raise ValueError("a smaller and a larger set")
    key = perm(n, m)
    line = "*".join(str(n - i) for i in range(m))
    return Item(
        value(f"P({n}, {m})"),
        (str(key),),
        (
            Said("서로 다른 원소에 서로 다른 값이 대응하므로", "different elements have different values", line),
            Said("따라서", "so", str(key)),
        ),
        slips(key, n**m, m**n, m * n, key // m, key + n),
    )


def draw_two(rng: Random) -> dict[str, object]:
    f = linear(nonzero(rng, -4, 5, avoid=(1,)), "x", nonzero(rng, -7, 7))
    g = linear(nonzero(rng, -4, 5, avoid=(1,)), "x", nonzero(rng, -7, 7))
    return {"f": f, "g": g, "v": nonzero(rng, -4, 5)}


@told_type(
    "composite-value",
    standard="[10공수2-03-02]",
    ko="합성함수의 함숫값",
    en="value of a composite function",
    draw=draw_two,
    says={
        "ko": ("두 함수 $f(x)={f}$, $g(x)={g}$에 대하여 $g(f({v}))$의 값을 구하시오.",),
        "en": ("Let $f(x)={f}$ and $g(x)={g}$. Find $g(f({v}))$.",),
    },
    reads=(
        "두 함수 $f(x)={f}$, $g(x)={g}$에 대하여 $(g\\circ f)({v})$의 값을 구하시오.",
        "$f(x)={f}$, $g(x)={g}$일 때, $(g\\circ f)({v})$의 값을 구하시오.",
        "함수 $f(x)={f}$, $g(x)={g}$에 대하여 $(g\\circ f)({v})$의 값을 구하시오.",
        "함수 $f(x)={f}$, $g(x)={g}$에 대하여 $g(f({v}))$의 값을 구하시오.",
    ),
)
def composite_value(f: Expr, g: Expr, v: int) -> Item:
    (a, b), (c, d) = line_of(f), line_of(g)
    inner, key = a * v + b, c * (a * v + b) + d
    other = a * (c * v + d) + b
    if key == other:
        raise ValueError("functions that do not commute")
    return Item(
        Model(Ask("value", of=f"g(f({v}))"), {"x": "real"}, define={"f(x)": text(f), "g(x)": text(g)}),
        (str(key),),
        (
            Said(f"$f({v})={inner}$이므로", f"as $f({v})={inner}$", f"g({inner})"),
            Said("따라서", "so", str(key)),
        ),
        slips(key, other, inner * (c * v + d), inner + c * v + d, key + d, -key),
    )


@told_type(
    "value-of-composite",
    standard="[10공수2-03-02]",
    ko="합성함수의 값",
    en="value of a composition",
    draw=lambda rng: draw_two(rng) | {"g": rng.choice((f"x^2 + {rng.randint(1, 5)}", f"x^2 - {rng.randint(1, 5)}"))},
    says={
        "ko": ("두 함수 $f(x)={f}$, $g(x)={g}$에 대하여 $f(g({v}))$의 값을 구하시오.",),
        "en": ("Let $f(x)={f}$ and $g(x)={g}$. Find $f(g({v}))$.",),
    },
    reads=(
        "두 함수 $f(x)={f}$, $g(x)={g}$에 대하여 $(f\\circ g)({v})$의 값을 구하시오.",
        "$f(x)={f}$, $g(x)={g}$일 때, $(f\\circ g)({v})$의 값을 구하시오.",
        "함수 $f(x)={f}$, $g(x)={g}$에 대하여 $(f\\circ g)({v})$의 값을 구하시오.",
        "함수 $f(x)={f}$, $g(x)={g}$에 대하여 $f(g({v}))$의 값을 구하시오.",
    ),
)
def value_of_composite(f: Expr, g: Expr, v: int) -> Item:
    outer, inner = (whole_coefficients(side, degree) for side, degree in ((f, _degree(f)), (g, _degree(g))))
    at, turned = _value_at(inner, v), _value_at(outer, v)
    key, other = _value_at(outer, at), _value_at(inner, turned)
    if key == other or abs(key) > 500:
        raise ValueError("functions that do not commute")
    return Item(
        Model(Ask("value", of=f"f(g({v}))"), {"x": "real"}, define={"f(x)": text(f), "g(x)": text(g)}),
        (str(key),),
        (
            Said(f"$g({v})={at}$이므로", f"as $g({v})={at}$", f"f({at})"),
            Said("따라서", "so", str(key)),
        ),
        slips(key, other, at * turned, at + turned, key + 1, -key),
    )


def _degree(f: Expr) -> int:
    return 2 if any(isinstance(part, Pow) for part in walk(f)) else 1


def _value_at(coefficients: Sequence[int], at: int) -> int:
    return sum(c * at**n for n, c in enumerate(coefficients))


@told_type(
    "constant-of-commuting-functions",
    standard="[10공수2-03-02]",
    ko="합성함수가 서로 같을 조건",
    en="functions that commute",
    draw=lambda rng: {"m": rng.randint(2, 5), "b": rng.randint(1, 9), "n": rng.randint(2, 6)},
    says={
        "ko": ("두 함수 $f(x)={m}x+{b}$, $g(x)={n}x+k$에 대하여 $f(g(x))=g(f(x))$일 때, 상수 $k$의 값을 구하시오.",),
        "en": ("Let $f(x)={m}x+{b}$ and $g(x)={n}x+k$ with $f(g(x))=g(f(x))$. Find the constant $k$.",),
    },
)
def constant_of_commuting_functions(m: int, b: int, n: int) -> Item:
    if min(m, n) < 2 or b < 1 or m == n:
        raise ValueError("two linear functions")
    key = Fraction(b * (n - 1), m - 1)
    if key.denominator > 2:
        raise ValueError("a clean constant")
    return Item(
        Model(
            Ask("value", of="k"),
            {"x": "real", "k": "real"},
            given=("f(g(x)) = g(f(x))",),
            define={"f(x)": f"{m}*x + {b}", "g(x)": f"{n}*x + k"},
        ),
        (as_text(key),),
        (
            Said("두 합성함수의 상수항을 비교하면", "compare the constants of both", f"{m}k + {b} = {n * b} + k"),
            Said("따라서", "so", f"k = {as_text(key)}"),
        ),
        slips(key, Fraction(b * (m - 1), n - 1), b, Fraction(b * n, m), key + 1, -key),
    )


@told_type(
    "value-of-inverse",
    standard="[10공수2-03-03]",
    ko="역함수의 함숫값",
    en="value of an inverse function",
    draw=lambda rng: (lambda a, b, v: {"f": linear(a, "x", b), "w": a * v + b})(
        nonzero(rng, -5, 6, avoid=(1,)), nonzero(rng, -9, 9), nonzero(rng, -6, 6)
    ),
    says={
        "ko": ("함수 $f(x)={f}$의 역함수의 그래프가 점 $({w}, k)$를 지날 때, $k$의 값을 구하시오.",),
        "en": ("The graph of the inverse function of $f(x)={f}$ passes through $({w}, k)$. Find $k$.",),
    },
    reads=(
        "함수 $f(x)={f}$의 역함수를 $f^{-1}(x)$라 할 때, $f^{-1}({w})$의 값을 구하시오.",
        "함수 $f(x)={f}$에 대하여 $f^{-1}({w})$의 값을 구하시오.",
        "함수 $f(x)={f}$의 역함수가 $f^{-1}(x)$일 때, $f^{-1}({w})$의 값을 구하시오.",
    ),
)
def value_of_inverse(f: Expr, w: int) -> Item:
    a, b = line_of(f)
    key = Fraction(w - b, a)
    if key.denominator > 2 or not b:
        raise ValueError("a clean value")
    return Item(
        Model(Ask("value", of="k"), {"x": "real", "k": "real"}, given=(f"f(k) = {w}",), define={"f(x)": text(f)}),
        (as_text(key),),
        (
            Said(
                f"역함수의 성질에 의하여 $f(k)={w}$이므로",
                f"by the meaning of the inverse $f(k)={w}$",
                f"{text(linear(a, 'k', b))} = {w}",
            ),
            Said("따라서", "so", f"k = {as_text(key)}"),
        ),
        slips(key, a * w + b, Fraction(w + b, a), Fraction(1, a * w + b) if a * w + b else key + 1, -key, key + 2),
    )


@told_type(
    "inverse-of-linear-function",
    standard="[10공수2-03-03]",
    ko="역함수 구하기",
    en="inverse of a linear function",
    draw=lambda rng: {"f": linear(nonzero(rng, -5, 6, avoid=(1, -1)), "x", nonzero(rng, -9, 9))},
    says={
        "ko": ("함수 $y={f}$의 역함수를 구하시오.",),
        "en": ("Find the inverse function of $y={f}$.",),
    },
    reads=(
        "함수 $f(x)={f}$의 역함수를 구하시오.",
        "일차함수 $y={f}$의 역함수를 구하시오.",
        "함수 $f(x)={f}$의 역함수 $f^{-1}(x)$를 구하시오.",
        "함수 $f(x)={f}$에 대하여 $f^{-1}(x)$를 구하시오.",
    ),
)
def inverse_of_linear_function(f: Expr) -> Item:
    a, b = line_of(f)
    if abs(a) == 1 or not b:
        raise ValueError("a linear function")

    def line(slope: Fraction, rest: Fraction) -> str:
        return f"y = {text(linear(slope, 'x', rest))}"

    key = line(Fraction(1, a), Fraction(-b, a))
    wrong = (
        line(Fraction(1, a), Fraction(b, a)),
        line(Fraction(-1, a), Fraction(-b, a)),
        line(Fraction(1, a), Fraction(-b)),
        line(Fraction(-a), Fraction(-b)),
    )
    return Item(
        Model(
            Ask("solve", unknowns=("x", "y")), {"x": "real", "y": "real"}, given=("x = f(y)",), define={"f(x)": text(f)}
        ),
        (key,),
        (
            Said("$x$와 $y$를 서로 바꾸면", "exchange $x$ and $y$", f"x = {text(linear(a, 'y', b))}"),
            Said("$y$에 대하여 풀면", "solve for $y$", key),
        ),
        tuple((w,) for w in dict.fromkeys(wrong) if w != key),
    )


def draw_asymptotes(rng: Random) -> dict[str, object]:
    p, q = rng.randint(1, 6), rng.randint(1, 7)
    at = p + nonzero(rng, -4, 4)
    return {"p": p, "q": q, "a": at, "b": q + nonzero(rng, -6, 6)}


@told_type(
    "constant-of-rational-function",
    standard="[10공수2-03-04]",
    ko="유리함수의 그래프",
    en="rational function through a point",
    draw=draw_asymptotes,
    says={
        "ko": ("함수 $y=\\frac{k}{x-{p}}+{q}$의 그래프가 점 $({a}, {b})$[을] 지날 때, 상수 $k$의 값을 구하시오.",),
        "en": ("The graph of $y=\\frac{k}{x-{p}}+{q}$ passes through $({a}, {b})$. Find the constant $k$.",),
    },
)
def constant_of_rational_function(p: int, q: int, a: int, b: int) -> Item:
    if min(p, q) < 1 or a == p or b == q:
        raise ValueError("a point off the asymptotes")
    key = (b - q) * (a - p)
    return Item(
        Model(
            Ask("value", of="k"),
            {"x": "real", "k": "real"},
            given=(f"f({a}) = {b}",),
            define={"f(x)": f"k/(x - {p}) + {q}"},
        ),
        (str(key),),
        (
            Said(f"$x={a}$, $y={b}$[을] 대입하면", f"put $x={a}$ and $y={b}$", f"{b} = k/({a - p}) + {q}"),
            Said("따라서", "so", f"k = {key}"),
        ),
        slips(key, -key, (b + q) * (a - p), (b - q) * (a + p), b * a, key + 1),
    )


@told_type(
    "shifted-hyperbola-value",
    standard="[10공수2-03-04]",
    ko="유리함수의 그래프의 평행이동",
    en="translated hyperbola",
    draw=lambda rng: (lambda d, e: {"k": d * e, "p": (p := rng.randint(1, 6)), "q": nonzero(rng, -6, 6), "r": p + d})(
        nonzero(rng, -4, 4), nonzero(rng, 2, 5)
    ),
    says={
        "ko": (
            "함수 $y=\\frac{{k}}{x}$의 그래프를 $x$축의 방향으로 {p}만큼, $y$축의 방향으로 {q}만큼 평행이동한 그래프가 점 $({r}, c)$를 지날 때, "
            "$c$의 값을 구하시오.",
        ),
        "en": (
            "The graph of $y=\\frac{{k}}{x}$ is translated by {p} along the $x$-axis and by {q} along the $y$-axis. "
            "It then passes through $({r}, c)$. Find $c$.",
        ),
    },
)
def shifted_hyperbola_value(k: int, p: int, q: int, r: int) -> Item:
    if not k or not p or not q or r == p:
        raise ValueError("a translated hyperbola")
    key = Fraction(k, r - p) + q
    if key.denominator > 2:
        raise ValueError("a clean value")
    other = Fraction(k, r + p) + q if r != -p else key + 1
    return Item(
        Model(Ask("value", of=f"f({r} - ({p})) + ({q})"), {"x": "real"}, define={"f(x)": f"{k}/x"}),
        (as_text(key),),
        (
            Said("평행이동한 그래프의 식에 대입하면", "put it into the new equation", f"{k}/({r - p}) + ({q})"),
            Said("따라서", "so", as_text(key)),
        ),
        slips(key, other, Fraction(k, r - p) - q, Fraction(k, r) + q if r else key + 2, -key, key + 1),
    )


@told_type(
    "value-of-irrational-function",
    standard="[10공수2-03-05]",
    ko="무리함수의 그래프",
    en="irrational function through a point",
    draw=lambda rng: (lambda p, r, s, b: {"b": b, "p": p, "q": r * s + b})(
        rng.randint(1, 4), rng.randint(1, 5), 1, rng.randint(1, 6)
    ),
    says={
        "ko": ("함수 $y=\\sqrt{ax}+{b}$의 그래프가 점 $({p}, {q})$[을] 지날 때, 상수 $a$의 값을 구하시오.",),
        "en": ("The graph of $y=\\sqrt{ax}+{b}$ passes through $({p}, {q})$. Find the constant $a$.",),
    },
)
def value_of_irrational_function(b: int, p: int, q: int) -> Item:
    if b < 1 or p < 1 or q <= b:
        raise ValueError("a point of the graph")
    key = Fraction((q - b) ** 2, p)
    if key.denominator > 2:
        raise ValueError("a clean constant")
    return Item(
        Model(
            Ask("value", of="a"),
            {"x": "real", "a": "real"},
            given=(f"f({p}) = {q}",),
            define={"f(x)": f"sqrt(a*x) + {b}"},
        ),
        (as_text(key),),
        (
            Said(
                f"$x={p}$, $y={q}$[을] 대입하면", f"put $x={p}$ and $y={q}$", f"{q} = sqrt({p if p > 1 else ''}a) + {b}"
            ),
            Said("정리하면", "so", f"sqrt({p if p > 1 else ''}a) = {q - b}"),
            Said("따라서", "so", f"a = {as_text(key)}"),
        ),
        slips(
            key, Fraction(q - b, p), Fraction((q + b) ** 2, p), Fraction(q * q, p), Fraction(q * q - b * b, p), key + 1
        ),
    )


@told_type(
    "domain-of-irrational-function",
    standard="[10공수2-03-05]",
    ko="무리함수의 정의역",
    en="domain of an irrational function",
    draw=lambda rng: {
        "f": linear(nonzero(rng, -5, 5, avoid=(1, -1)), "x", nonzero(rng, -12, 12)),
        "b": rng.randint(1, 7),
    },
    says={
        "ko": ("함수 $y=\\sqrt{{f}}+{b}$의 함숫값이 실수가 되도록 하는 실수 $x$의 값의 범위를 구하시오.",),
        "en": ("For which real numbers $x$ is $y=\\sqrt{{f}}+{b}$ a real number?",),
    },
    reads=(
        "함수 $y=\\sqrt{{f}}+{b}$의 정의역을 구하시오.",
        "함수 $y=\\sqrt{{f}}-{b}$의 정의역을 구하시오.",
        "함수 $y=\\sqrt{{f}}$의 정의역을 구하시오.",
        "무리함수 $y=\\sqrt{{f}}+{b}$의 정의역을 구하시오.",
        "무리함수 $y=\\sqrt{{f}}$의 정의역을 구하시오.",
    ),
)
def domain_of_irrational_function(f: Expr, b: int = 1) -> Item:
    a, c = line_of(f)
    end = Fraction(-c, a)
    if b < 1 or not c or end.denominator > 3:
        raise ValueError("a clean end")
    op, turned = (">=", "<=") if a > 0 else ("<=", ">=")
    key = f"x {op} {as_text(end)}"
    wrong = (
        f"x {turned} {as_text(end)}",
        f"x {op} {as_text(-end)}",
        f"x {op[0]} {as_text(end)}",
        f"x {turned} {as_text(-end)}",
    )
    return Item(
        Model(Ask("solve", unknowns=("x",)), {"x": "real"}, given=(f"{text(f)} >= 0",)),
        (key,),
        (
            Said("근호 안이 0 이상이어야 하므로", "what stands under the root is at least 0", f"{text(f)} >= 0"),
            Said("따라서", "so", key),
        ),
        tuple((w,) for w in wrong),
    )
