"""Roots, rational exponents, exponential equations and functions [12대수01-01, 02, 03, 06, 07, 08]."""

from __future__ import annotations

from fractions import Fraction

from generation.expression.tree import Expr
from generation.problem import Ask, Model
from generation.symbolic.building import linear, nonzero
from generation.symbolic.told import Item, Said, as_text, slips, solve, text, told_type, value
from generation.symbolic.types.common_2.functions import line_of

POWERS = {2: range(2, 9), 3: range(2, 6), 5: range(2, 5), 7: range(2, 4), 10: range(2, 5)}


def _small(base: int, exponent: Fraction | int) -> Fraction:
    """A power with a whole exponent. Raises ValueError where it is large or not whole."""
    whole = Fraction(exponent)
    if whole.denominator > 1 or abs(whole) > 9:
        raise ValueError("a small whole exponent")
    found = Fraction(base) ** int(whole)
    if max(found.numerator, found.denominator) > 2000:
        raise ValueError("a small power")
    return found


@told_type(
    "sum-of-roots",
    standard="[12대수01-01]",
    ko="거듭제곱근의 계산",
    en="roots of higher index",
    draw=lambda rng: {"a": rng.choice((8, 27, 64, 125)), "b": rng.choice((16, 81, 256, 625))},
    says={
        "ko": ("$\\sqrt[3]{{a}}+\\sqrt[4]{{b}}$의 값을 구하시오.",),
        "en": ("Find the value of $\\sqrt[3]{{a}}+\\sqrt[4]{{b}}$.",),
    },
)
def sum_of_roots(a: int, b: int) -> Item:
    first, second = round(a ** (1 / 3)), round(b ** (1 / 4))
    if first**3 != a or second**4 != b or min(first, second) < 2:
        raise ValueError("a cube and a fourth power")
    key = first + second
    return Item(
        value(f"root({a}, 3) + root({b}, 4)"),
        (str(key),),
        (
            Said(
                f"${a}={first}^3$, ${b}={second}^4$이므로",
                f"as ${a}={first}^3$ and ${b}={second}^4$",
                f"{first} + {second}",
            ),
            Said("따라서", "so", str(key)),
        ),
        slips(key, first * second, first + second**2, abs(first - second) or 1, key + 1, first**2 + second),
    )


@told_type(
    "product-of-roots",
    standard="[12대수01-01]",
    ko="거듭제곱근의 성질",
    en="product of roots",
    draw=lambda rng: (
        lambda p, n, k: {"n": n, "a": p**k, "b": p ** (n * rng.randint(1, 2) - k) if n > k else p ** (n + k)}
    )(rng.choice((2, 3, 5)), rng.choice((3, 4)), rng.randint(1, 2)),
    says={
        "ko": ("$\\sqrt[{n}]{{a}}\\times\\sqrt[{n}]{{b}}$의 값을 구하시오.",),
        "en": ("Find the value of $\\sqrt[{n}]{{a}}\\times\\sqrt[{n}]{{b}}$.",),
    },
)
def product_of_roots(n: int, a: int, b: int) -> Item:
    key = round((a * b) ** (1 / n))
    if n not in (3, 4, 5) or key**n != a * b or key < 2 or min(a, b) < 2 or round(a ** (1 / n)) ** n == a:
        raise ValueError("two roots with a whole product")
    return Item(
        value(f"root({a}, {n})*root({b}, {n})"),
        (str(key),),
        (
            Said("거듭제곱근의 성질에 의하여", "put both under one root", f"root({a * b}, {n})"),
            Said("따라서", "so", str(key)),
        ),
        slips(key, a * b, key * key, key + 1, a + b, key * n),
    )


@told_type(
    "rational-exponent-value",
    standard="[12대수01-02]",
    ko="유리수 지수",
    en="rational exponent",
    draw=lambda rng: (lambda p, n: {"a": p**n, "q": Fraction(rng.choice((-2, -1, 1, 2, 3)), n)})(
        rng.choice((2, 3, 4, 5)), rng.choice((2, 3, 4))
    ),
    says={
        "ko": ("${a}^{{q}}$의 값을 구하시오.",),
        "en": ("Find the value of ${a}^{{q}}$.",),
    },
)
def rational_exponent_value(a: int, q: Fraction) -> Item:
    if not isinstance(q, Fraction) or q.denominator == 1:
        raise ValueError("a fraction as exponent")
    n = q.denominator
    root = round(a ** (1 / n))
    if root**n != a or not 2 <= root <= 9:
        raise ValueError("a power")
    key = _small(root, q.numerator)
    return Item(
        value(f"{a}^({q})"),
        (as_text(key),),
        (
            Said(f"${a}={root}^{n}$이므로", f"as ${a}={root}^{n}$", f"{root}^({q.numerator})"),
            Said("따라서", "so", as_text(key)),
        ),
        slips(key, a * q, 1 / key, -key, Fraction(root * q.numerator), key + 1),
    )


@told_type(
    "rational-exponents-combined",
    standard="[12대수01-02]",
    ko="유리수 지수의 계산",
    en="calculation with rational exponents",
    draw=lambda rng: {
        "p": rng.choice((2, 3, 5)),
        "q": Fraction(rng.choice((1, 2, 4, 5)), 3),
        "r": Fraction(rng.choice((1, 2, 4, 5, 7)), 3),
    },
    says={
        "ko": ("${p}^{{q}}\\times {p}^{{r}}$의 값을 구하시오.",),
        "en": ("Find the value of ${p}^{{q}}\\times {p}^{{r}}$.",),
    },
)
def rational_exponents_combined(p: int, q: Fraction, r: Fraction) -> Item:
    if not isinstance(q, Fraction) or not isinstance(r, Fraction) or not 2 <= p <= 9:
        raise ValueError("two fractions as exponents")
    total = q + r
    key = _small(p, total)
    if q.denominator == 1 or total < 1:
        raise ValueError("a whole sum")
    return Item(
        value(f"{p}^({q})*{p}^({r})"),
        (as_text(key),),
        (
            Said("지수법칙에 의하여 지수를 더하면", "add the exponents", f"{p}^({q} + {r})"),
            Said("따라서", "so", as_text(key)),
        ),
        slips(key, p * total, key * p, key + p, key * key, (p * p) ** int(total) if total < 4 else key + 1),
    )


@told_type(
    "power-of-a-power",
    standard="[12대수01-03]",
    ko="지수법칙",
    en="laws of exponents",
    draw=lambda rng: (
        lambda n: {
            "p": rng.choice((2, 3, 5, 6, 7)),
            "q": Fraction(rng.choice((1, 2, 3, 4)), n),
            "k": n * rng.randint(1, 2),
        }
    )(rng.choice((2, 3, 4))),
    says={
        "ko": ("$({p}^{{q}})^{{k}}$의 값을 구하시오.",),
        "en": ("Find the value of $({p}^{{q}})^{{k}}$.",),
    },
)
def power_of_a_power(p: int, q: Fraction, k: int) -> Item:
    if not isinstance(q, Fraction) or q.denominator == 1 or not 2 <= k <= 12:
        raise ValueError("a fraction and a whole exponent")
    key = _small(p, q * k)
    if key < 2:
        raise ValueError("a power")
    return Item(
        value(f"({p}^({q}))^{k}"),
        (as_text(key),),
        (
            Said("지수법칙에 의하여 지수를 곱하면", "multiply the exponents", f"{p}^({q}*{k})"),
            Said("따라서", "so", as_text(key)),
        ),
        slips(key, p * q * k, key * p, key + p, p**k if p**k < 3000 else key + 1, key - 1),
    )


@told_type(
    "sum-of-inverse-powers",
    standard="[12대수01-03]",
    ko="곱셈 공식과 지수법칙",
    en="powers and identities",
    draw=lambda rng: {"s": rng.randint(3, 12)},
    says={
        "ko": ("양수 $a$에 대하여 $a+a^{-1}={s}$일 때, $a^2+a^{-2}$의 값을 구하시오.",),
        "en": ("The positive number $a$ satisfies $a+a^{-1}={s}$. Find $a^2+a^{-2}$.",),
    },
)
def sum_of_inverse_powers(s: int) -> Item:
    if not 3 <= s <= 40:
        raise ValueError("a sum above two")
    key = s * s - 2
    return Item(
        Model(Ask("value", of="a^2 + a^(-2)"), {"a": "positive"}, given=(f"a + a^(-1) = {s}",)),
        (str(key),),
        (
            Said("양변을 제곱하여 정리하면", "square both sides", f"{s}^2 - 2"),
            Said("따라서", "so", str(key)),
        ),
        slips(key, s * s, s * s + 2, 2 * s, s * s - 1, s - 2),
    )


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
