"""Exponential and logarithmic functions, equations and inequalities with powers [12대수01-06, 07, 08]."""

from __future__ import annotations

from fractions import Fraction

from generation.expression.tree import Expr
from generation.problem import Ask, Model
from generation.symbolic.building import linear, nonzero
from generation.symbolic.told import Item, Said, as_text, slips, solve, text, told_type
from generation.symbolic.types.common_2.functions import line_of


@told_type(
    "exponential-equation",
    standard="[12대수01-08]",
    ko="지수방정식",
    en="exponential equation",
    draw=lambda rng: (lambda p, a, b, x: {"p": p, "f": linear(a, "x", b), "n": p ** (a * x + b)})(
        rng.choice((2, 3, 5)), rng.randint(1, 3), rng.randint(-4, 3), rng.randint(1, 3)
    ),
    says={
        "ko": ("방정식 ${p}^{{f}}={n}$[을] 푸시오.", "지수방정식 ${p}^{{f}}={n}$[을] 푸시오."),
        "en": ("Solve the equation ${p}^{{f}}={n}$.",),
    },
)
def exponential_equation(p: int, f: Expr, n: int) -> Item:
    a, b = line_of(f)
    exponent = next((k for k in range(1, 12) if p**k == n), None)
    if exponent is None or a == 0 or not 2 <= p <= 10:
        raise ValueError("a power")
    key = Fraction(exponent - b, a)
    if key.denominator > 2 or (a == 1 and b == 0):
        raise ValueError("a clean solution")
    return Item(
        solve([f"{p}^({text(f)}) = {n}"], "x"),
        (as_text(key),),
        (
            Said("밑을 같게 하면", "write both sides with one base", f"{p}^({text(f)}) = {p}^{exponent}"),
            Said("지수를 비교하면", "compare the exponents", f"{text(f)} = {exponent}"),
            Said("따라서", "so", f"x = {as_text(key)}"),
        ),
        slips(key, Fraction(exponent + b, a), Fraction(n - b, a * p), exponent, key + 1, -key)[:4],
    )


@told_type(
    "exponential-inequality",
    standard="[12대수01-08]",
    ko="지수부등식",
    en="exponential inequality",
    draw=lambda rng: (lambda p, a, b, x: {"p": p, "f": linear(a, "x", b), "n": p ** (a * x + b)})(
        rng.choice((2, 3, 5)), rng.randint(1, 3), rng.randint(-4, 3), rng.randint(1, 3)
    ),
    says={
        "ko": ("부등식 ${p}^{{f}}<{n}$[을] 푸시오.", "지수부등식 ${p}^{{f}}<{n}$[을] 푸시오."),
        "en": ("Solve the inequality ${p}^{{f}}<{n}$.",),
    },
)
def exponential_inequality(p: int, f: Expr, n: int) -> Item:
    a, b = line_of(f)
    exponent = next((k for k in range(1, 12) if p**k == n), None)
    if exponent is None or a < 1 or not 2 <= p <= 10 or (a == 1 and b == 0):
        raise ValueError("a power")
    end = Fraction(exponent - b, a)
    if end.denominator > 2:
        raise ValueError("a clean end")
    key = f"x < {as_text(end)}"
    wrong = (
        f"x > {as_text(end)}",
        f"x < {as_text(Fraction(exponent + b, a))}",
        f"x <= {as_text(end)}",
        f"x < {exponent}",
        f"x < {as_text(-end)}",
    )
    return Item(
        solve([f"{p}^({text(f)}) < {n}"], "x"),
        (key,),
        (
            Said("밑을 같게 하면", "write both sides with one base", f"{p}^({text(f)}) < {p}^{exponent}"),
            Said(f"밑 ${p}$[이] 1보다 크므로", f"as the base ${p}$ is larger than 1", f"{text(f)} < {exponent}"),
            Said("따라서", "so", key),
        ),
        tuple((w,) for w in dict.fromkeys(wrong) if w != key),
    )


@told_type(
    "value-of-exponential-function",
    standard="[12대수01-06]",
    ko="지수함수의 함숫값",
    en="value of an exponential function",
    draw=lambda rng: {"a": rng.choice((2, 3, 4, 5)), "b": rng.randint(1, 9), "v": rng.randint(2, 4)},
    says={
        "ko": ("함수 $f(x)={a}^x+{b}$에 대하여 $f({v})$의 값을 구하시오.",),
        "en": ("Let $f(x)={a}^x+{b}$. Find $f({v})$.",),
    },
)
def value_of_exponential_function(a: int, b: int, v: int) -> Item:
    if not 2 <= a <= 9 or b < 1 or not 2 <= v <= 4:
        raise ValueError("a small power")
    key = a**v + b
    return Item(
        Model(Ask("value", of=f"f({v})"), {"x": "real"}, define={"f(x)": f"{a}^x + {b}"}),
        (str(key),),
        (
            Said(f"$x={v}$[을] 대입하면", f"put $x={v}$", f"{a}^{v} + {b}"),
            Said("따라서", "so", str(key)),
        ),
        slips(key, a * v + b, a ** (v + b) if v + b < 5 else a**v - b, a**v, v**a + b, key + 1),
    )


@told_type(
    "value-of-logarithmic-function",
    standard="[12대수01-06]",
    ko="로그함수의 함숫값",
    en="value of a logarithmic function",
    draw=lambda rng: (lambda p, k, b: {"p": p, "b": b, "v": p**k})(
        rng.choice((2, 3, 5)), rng.randint(2, 4), rng.randint(1, 9)
    ),
    says={
        "ko": ("함수 $f(x)=\\log_{{p}} x+{b}$에 대하여 $f({v})$의 값을 구하시오.",),
        "en": ("Let $f(x)=\\log_{{p}} x+{b}$. Find $f({v})$.",),
    },
)
def value_of_logarithmic_function(p: int, b: int, v: int) -> Item:
    exponent = next((k for k in range(1, 10) if p**k == v), None)
    if exponent is None or b < 1:
        raise ValueError("a power of the base")
    key = exponent + b
    return Item(
        Model(Ask("value", of=f"f({v})"), {"x": "positive"}, define={"f(x)": f"log(x, {p}) + {b}"}),
        (str(key),),
        (
            Said(f"$x={v}$[을] 대입하면", f"put $x={v}$", f"log({v}, {p}) + {b}"),
            Said("따라서", "so", str(key)),
        ),
        slips(key, exponent, v + b, exponent * b, key + 1, exponent - b),
    )


@told_type(
    "maximum-of-exponential",
    standard="[12대수01-07]",
    ko="지수함수의 최댓값",
    en="maximum of an exponential function",
    draw=lambda rng: {"a": rng.choice((2, 3)), "b": rng.randint(1, 9), "l": rng.randint(-2, 0), "h": rng.randint(1, 4)},
    says={
        "ko": ("${l}\\le x\\le {h}$에서 함수 $f(x)={a}^x-{b}$의 최댓값을 구하시오.",),
        "en": ("Find the maximum of $f(x)={a}^x-{b}$ for ${l}\\le x\\le {h}$.",),
    },
)
def maximum_of_exponential(a: int, b: int, l: int, h: int) -> Item:  # noqa: E741 - the slot's name
    if not 2 <= a <= 5 or b < 1 or not l < h <= 5 or l < -4:
        raise ValueError("a small power")
    key = a**h - b
    return Item(
        Model(Ask("extremum", of="f(x)", sense="max"), {"x": f"[{l}, {h}]"}, define={"f(x)": f"{a}^x - {b}"}),
        (str(key),),
        (
            Said(
                f"밑 ${a}$[이] 1보다 커서 $x$의 값이 커지면 함숫값도 커지므로",
                f"the base ${a}$ is larger than 1, so the values grow",
                f"{a}^{h} - {b}",
            ),
            Said("따라서", "so", str(key)),
        ),
        slips(key, Fraction(a) ** l - b, a * h - b, a**h + b, a**h, key + 1),
    )


@told_type(
    "shifted-exponential-through-point",
    standard="[12대수01-07]",
    ko="지수함수의 그래프의 평행이동",
    en="translated exponential graph",
    draw=lambda rng: {
        "a": rng.choice((2, 3, 5)),
        "p": rng.randint(1, 4),
        "q": nonzero(rng, -6, 6),
        "r": rng.randint(3, 7),
    },
    says={
        "ko": (
            "함수 $y={a}^x$의 그래프를 $x$축의 방향으로 {p}만큼, $y$축의 방향으로 {q}만큼 평행이동한 그래프가 점 $({r}, k)$를 지날 때, $k$의 값을 "
            "구하시오.",
        ),
        "en": (
            "The graph of $y={a}^x$ is translated by {p} along the $x$-axis and by {q} along the $y$-axis. It then passes "
            "through $({r}, k)$. Find $k$.",
        ),
    },
)
def shifted_exponential_through_point(a: int, p: int, q: int, r: int) -> Item:
    if not 2 <= a <= 5 or not p or not q or not 0 < r - p <= 4:
        raise ValueError("a small power")
    key = a ** (r - p) + q
    return Item(
        Model(Ask("value", of=f"f({r} - ({p})) + ({q})"), {"x": "real"}, define={"f(x)": f"{a}^x"}),
        (str(key),),
        (
            Said("평행이동한 그래프의 식에 대입하면", "put it into the new equation", f"{a}^{r - p} + ({q})"),
            Said("따라서", "so", str(key)),
        ),
        slips(
            key, a ** (r - p) - q, a * (r - p) + q, Fraction(a) ** r + q if r < 5 else key + 2, key + 1, a ** (r - p)
        ),
    )
