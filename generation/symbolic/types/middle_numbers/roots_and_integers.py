"""Square roots between integers [9수01-07, 08, 09]."""

from __future__ import annotations

from math import isqrt
from random import Random

from generation.expression.polynomial import extract_square
from generation.problem import Ask, Model
from generation.symbolic.told import Item, Said, solve, told_type, value
from generation.symbolic.types.middle_numbers.whole_numbers import whole


def draw_square(rng: Random) -> dict[str, object]:
    root = rng.randint(2, 25)
    return {"n": root * root if rng.random() < 0.4 else rng.randint(2, 60)}


@told_type(
    "square-roots-of-number",
    standard="[9수01-07]",
    ko="제곱근",
    en="square roots of a number",
    draw=draw_square,
    says={
        "ko": ("{n}의 제곱근을 구하시오.", "{n}의 제곱근을 모두 구하시오."),
        "en": ("Find both square roots of {n}.",),
    },
)
def square_roots_of_number(n: int) -> Item:
    outside, inside = extract_square(whole(n, 2, 1000))
    root = str(outside) if inside == 1 else f"sqrt({inside})" if outside == 1 else f"{outside}*sqrt({inside})"
    wrong = [(root,), (f"-{root}",), (f"-{n}", str(n)), (str(n),)]
    return Item(
        solve([f"x^2 = {n}"], "x"),
        (f"-{root}", root),
        (
            Said(f"제곱하여 ${n}$[이] 되는 수이므로", f"the numbers whose square is ${n}$", f"x^2 = {n}"),
            Said("따라서", "so", f"x = -{root} or x = {root}"),
        ),
        tuple(wrong),
    )


def draw_bounds(rng: Random) -> dict[str, object]:
    low = rng.randint(1, 7)
    return {"a": low, "b": low + rng.randint(1, 3)}


@told_type(
    "naturals-under-root",
    standard="[9수01-07]",
    ko="제곱근의 대소 관계",
    en="order of square roots",
    draw=draw_bounds,
    says={
        "ko": (
            "${a}<\\sqrt{x}<{b}$[을] 만족하는 자연수 $x$의 개수를 구하시오.",
            "부등식 ${a}<\\sqrt{x}<{b}$[을] 만족시키는 자연수 $x$의 개수를 구하시오.",
        ),
        "en": ("How many natural numbers $x$ satisfy ${a}<\\sqrt{x}<{b}$?",),
    },
)
def naturals_under_root(a: int, b: int) -> Item:
    if not 0 < a < b <= 15:
        raise ValueError("two small bounds")
    key = b * b - a * a - 1
    wrong = {key + 1, key + 2, b - a, b * b - a * a - 2, b * b - a} - {key}
    return Item(
        Model(Ask("count", unknowns=("x",)), {"x": "natural"}, given=(f"{a} < sqrt(x) < {b}",)),
        (str(key),),
        (
            Said("각 변을 제곱하면", "square each side", f"{a * a} < x < {b * b}"),
            Said("자연수 $x$의 개수는", "so the number of natural $x$ is", str(key)),
        ),
        tuple((str(w),) for w in sorted(wrong) if w > 0),
    )


def draw_naturals(rng: Random) -> dict[str, object]:
    return {"n": rng.randint(10, 120)}


@told_type(
    "irrational-roots",
    standard="[9수01-08]",
    ko="무리수",
    en="irrational numbers",
    draw=draw_naturals,
    says={
        "ko": (
            "{n} 이하의 자연수 $x$ 중에서 $\\sqrt{x}$가 무리수인 것의 개수를 구하시오.",
            "$x$가 {n} 이하의 자연수일 때, $\\sqrt{x}$가 무리수가 되도록 하는 $x$의 개수를 구하시오.",
        ),
        "en": ("For how many natural numbers $x$ up to {n} is $\\sqrt{x}$ irrational?",),
    },
)
def irrational_roots(n: int) -> Item:
    squares = isqrt(whole(n, 5, 400))
    key = n - squares
    wrong = {squares, key + 1, key - 1, n - squares + 2, n} - {key}
    return Item(
        Model(Ask("count", unknowns=("x",)), {"x": f"1..{n}"}, given=("sqrt(x) != floor(sqrt(x))",)),
        (str(key),),
        (
            Said(f"$\\sqrt{{x}}$가 유리수가 되는 것은 $x$가 제곱수일 때이고 그 개수는 ${squares}$이므로",
                 f"$\\sqrt{{x}}$ is rational for the ${squares}$ square numbers", f"{n} - {squares}"),
            Said("따라서", "so", str(key)),
        ),
        tuple((str(w),) for w in sorted(wrong)),
    )  # fmt: skip


def draw_multiplier(rng: Random) -> dict[str, object]:
    return {
        "n": rng.choice(
            (
                8,
                12,
                18,
                20,
                24,
                27,
                28,
                32,
                40,
                44,
                45,
                48,
                50,
                52,
                54,
                56,
                60,
                63,
                72,
                75,
                80,
                84,
                90,
                96,
                98,
                108,
                112,
                120,
                126,
                135,
                140,
                150,
            )
        )
    }


@told_type(
    "least-natural-for-integer-root",
    standard="[9수01-08]",
    ko="제곱근이 자연수가 되는 조건",
    en="least factor that makes a root whole",
    draw=draw_multiplier,
    says={
        "ko": (
            "$\\sqrt{{n}x}$가 자연수가 되도록 하는 가장 작은 자연수 $x$의 값을 구하시오.",
            "$\\sqrt{{n}x}$가 자연수가 되게 하는 가장 작은 자연수 $x$를 구하시오.",
        ),
        "en": ("Find the least natural number $x$ for which $\\sqrt{{n}x}$ is a natural number.",),
    },
)
def least_natural_for_integer_root(n: int) -> Item:
    outside, key = extract_square(whole(n, 6, 500))
    if key == 1 or outside == 1:
        raise ValueError("a number with a square in it")
    wrong = {key * 4, n, outside, key * outside, key + 1} - {key}
    return Item(
        Model(Ask("extremum", of="x", sense="min"), {"x": "natural"}, given=(f"sqrt({n}*x) = floor(sqrt({n}*x))",)),
        (str(key),),
        (
            Said(f"${n}={outside}^2\\times{key}$이므로 근호 안이 제곱수가 되려면" if outside > 1 else "",
                 f"${n}={outside}^2\\times{key}$, so for a square number under the root"),
            Said("가장 작은 자연수는", "the least natural number is", str(key)),
        ),
        tuple((str(w),) for w in sorted(wrong)[:4]),
    )  # fmt: skip


def draw_radicand(rng: Random) -> dict[str, object]:
    return {"n": rng.choice([n for n in range(2, 60) if isqrt(n) ** 2 != n])}


@told_type(
    "integer-and-decimal-part",
    standard="[9수01-09]",
    ko="무리수의 정수 부분과 소수 부분",
    en="integer part and decimal part",
    draw=draw_radicand,
    says={
        "ko": (
            "$\\sqrt{{n}}$의 정수 부분을 $a$, 소수 부분을 $b$라 할 때, $a-b$의 값을 구하시오.",
            "$\\sqrt{{n}}$의 정수 부분이 $a$, 소수 부분이 $b$일 때, $a-b$의 값을 구하시오.",
        ),
        "en": ("Let $a$ be the integer part and $b$ the decimal part of $\\sqrt{{n}}$. Find $a-b$.",),
    },
)
def integer_and_decimal_part(n: int) -> Item:
    whole_part = isqrt(whole(n, 2, 400))
    outside, inside = extract_square(n)
    if inside == 1:
        raise ValueError("no square number")
    root = f"sqrt({inside})" if outside == 1 else f"{outside}*sqrt({inside})"
    key = f"{2 * whole_part} - {root}"
    wrong = {f"{root} - {2 * whole_part}", f"{whole_part} - {root}", root, f"{2 * whole_part + 2} - {root}"}
    return Item(
        value("a - b", [f"a = floor(sqrt({n}))", f"b = sqrt({n}) - a"], a="real", b="real"),
        (key,),
        (
            Said(f"${whole_part}<\\sqrt{{{n}}}<{whole_part + 1}$이므로",
                 f"as ${whole_part}<\\sqrt{{{n}}}<{whole_part + 1}$", f"a = {whole_part} and b = sqrt({n}) - {whole_part}"),
            Said("따라서", "so", f"a - b = {key}"),
        ),
        tuple((w,) for w in sorted(wrong)),
    )  # fmt: skip


def draw_roots(rng: Random) -> dict[str, object]:
    low = rng.choice([n for n in range(2, 30) if isqrt(n) ** 2 != n])
    return {"a": low, "b": low + rng.randint(15, 90)}


@told_type(
    "integers-between-roots",
    standard="[9수01-09]",
    ko="두 무리수 사이의 정수",
    en="integers between two roots",
    draw=draw_roots,
    says={
        "ko": (
            "$\\sqrt{{a}}<x<\\sqrt{{b}}$[을] 만족하는 정수 $x$의 개수를 구하시오.",
            "두 수 $\\sqrt{{a}}$[와] $\\sqrt{{b}}$ 사이에 있는 정수의 개수를 구하시오.",
        ),
        "en": ("How many integers lie between $\\sqrt{{a}}$ and $\\sqrt{{b}}$?",),
    },
)
def integers_between_roots(a: int, b: int) -> Item:
    if not 1 < a < b < 400 or isqrt(a) ** 2 == a or isqrt(b) ** 2 == b:
        raise ValueError("two irrational roots")
    low, high = isqrt(a) + 1, isqrt(b)
    key = high - low + 1
    if key < 2:
        raise ValueError("some integers between")
    wrong = {key + 1, key - 1, key + 2, b - a - 1} - {key}
    return Item(
        Model(Ask("count", unknowns=("x",)), {"x": "integer"}, given=(f"sqrt({a}) < x < sqrt({b})",)),
        (str(key),),
        (
            Said(f"${low - 1}<\\sqrt{{{a}}}<{low}$이고 ${high}<\\sqrt{{{b}}}<{high + 1}$이므로 정수는 ${low}$부터 ${high}$까지이다.",
                 f"the integers run from ${low}$ to ${high}$"),
            Said("따라서 개수는", "so their number is", str(key)),
        ),
        tuple((str(w),) for w in sorted(wrong)),
    )  # fmt: skip
