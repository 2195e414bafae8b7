"""Conditions on the roots of a quadratic equation, conjugate numbers [10공수1-02-01, 02]."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from generation.expression.exact import exact
from generation.expression.normal import polynomial_tree
from generation.expression.tree import Relation
from generation.problem import Ask, Model
from generation.symbolic.building import nonzero, quadratic
from generation.symbolic.told import Item, Said, UnfitError, as_text, text, told_type, value

TURNED = {">": "<", "<": ">", ">=": "<=", "<=": ">="}


def leading(e: Relation) -> tuple[int, int]:
    """a and b of ``ax^2 + bx + k = 0``. Raises UnfitError."""
    p = exact(e.left).polynomial()
    parts = [] if p is None or e.op != "=" or text(e.right) != "0" else p.coefficients("x")
    if len(parts) != 3 or text(polynomial_tree(parts[0])) != "k":
        raise UnfitError("an equation with the constant k")
    middle, lead = parts[1].rational(), parts[2].rational()
    if not middle or lead is None or lead < 1 or max(middle.denominator, lead.denominator) > 1:
        raise UnfitError("whole coefficients")
    return int(lead), int(middle)


def _condition(id: str, op: str, ko: str, words_ko: str, words_en: str, shown: tuple[str, str]) -> None:
    """A type: for which k the roots are of a kind."""

    @told_type(
        id,
        standard="[10공수1-02-02]",
        ko=ko,
        en=words_en,
        draw=lambda rng: {"e": f"{text(quadratic(rng.choice((1, 1, 2, 3)), 2 * nonzero(rng, -8, 8), 0, 'x'))} + k = 0"},
        says={
            "ko": (f"이차방정식 {{e}}[이] {words_ko} 가질 때, 실수 $k$의 값의 범위를 구하시오.",),
            "en": (f"The quadratic equation {{e}} has {words_en}. Find the range of the real number $k$.",),
        },
        reads=(
            f"$x$에 대한 이차방정식 {{e}}[이] {words_ko} 갖도록 하는 실수 $k$의 값의 범위를 구하시오.",
            f"이차방정식 {{e}}[이] {words_ko} 갖도록 하는 실수 $k$의 값의 범위를 구하시오.",
            f"이차방정식 {{e}}[이] {words_ko} 가지도록 하는 실수 $k$의 값의 범위를 구하시오.",
        ),
    )
    def build(e: Relation) -> Item:
        a, middle = leading(e)
        end = Fraction(middle * middle, 4 * a)
        if end.denominator > 4:
            raise ValueError("a clean end")
        turned = TURNED[op]
        line = f"({middle})^2 - 4*{a}*k {op} 0" if middle < 0 else f"{middle}^2 - 4*{a}*k {op} 0"
        key = f"k {turned} {as_text(end)}"
        strict = turned[0] if len(turned) == 2 else turned + "="
        wrong = (f"k {op} {as_text(end)}", f"k {strict} {as_text(end)}", f"k {turned} {as_text(-end)}",
                 f"k {turned} {as_text(4 * end)}", f"k {op} {as_text(-end)}")  # fmt: skip
        return Item(
            Model(Ask("solve", unknowns=("k",)), {"k": "real"}, given=(line,)),
            (key,),
            (
                Said(f"판별식의 값이 {shown[0]} 하므로", f"the discriminant is {shown[1]}", line),
                Said("따라서", "so", key),
            ),
            tuple((w,) for w in wrong),
        )  # fmt: skip


_condition(
    "range-for-two-real-roots",
    ">",
    "서로 다른 두 실근을 가질 조건",
    "서로 다른 두 실근을",
    "two different real roots",
    ("양수이어야", "positive"),
)
_condition(
    "range-for-complex-roots",
    "<",
    "서로 다른 두 허근을 가질 조건",
    "서로 다른 두 허근을",
    "two different imaginary roots",
    ("음수이어야", "negative"),
)
_condition("range-for-real-roots", ">=", "실근을 가질 조건", "실근을", "real roots", ("음수가 아니어야", "not negative"))  # fmt: skip


def draw_complex(rng: Random) -> dict[str, object]:
    return {"a": nonzero(rng, -9, 9), "b": rng.randint(2, 9)}


def _conjugate(id: str, sign: str) -> None:
    """A type: the conjugate of a number written with this sign."""

    @told_type(
        id,
        standard="[10공수1-02-01]",
        ko="켤레복소수",
        en="conjugate of a complex number",
        draw=draw_complex,
        says={
            "ko": (f"복소수 ${{a}}{sign}{{b}}i$의 켤레복소수를 구하시오.",),
            "en": (f"Find the complex conjugate of ${{a}}{sign}{{b}}i$.",),
        },
        reads=(
            f"${{a}}{sign}{{b}}i$의 켤레복소수를 구하시오.",
            f"복소수 $z={{a}}{sign}{{b}}i$의 켤레복소수를 구하시오.",
        ),
    )
    def build(a: int, b: int) -> Item:
        if not a or b < 2:
            raise ValueError("a complex number")
        other = "-" if sign == "+" else "+"
        key = f"{a} {other} {b}i"
        wrong = (
            f"{-a} {sign} {b}i",
            f"{-a} {other} {b}i",
            f"{a} {sign} {b}i",
            f"{b} {other} {a}i" if a > 0 else f"{b} + {-a}i",
        )
        return Item(
            value(f"{a} {other} {b}*i"),
            (key,),
            (Said("허수부분의 부호를 바꾸면", "change the sign of the imaginary part", key),),
            tuple((w,) for w in wrong if w != key),
        )


_conjugate("conjugate-of-sum", "+")
_conjugate("conjugate-of-difference", "-")
