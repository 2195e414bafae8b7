"""Roots written as ``a√b``, numbers made square [9수01-01], [9수01-10]."""

from __future__ import annotations

from random import Random

from generation.expression.polynomial import extract_square
from generation.problem import Ask, Model
from generation.symbolic.told import Item, Said, form, slips, told_type
from generation.symbolic.types.middle_numbers.whole_numbers import whole
from generation.symbolic.wordings import wordings


def _with_square(rng: Random) -> dict[str, object]:
    return {"n": rng.choice((2, 3, 5, 6, 7, 10, 11, 13, 14, 15)) * rng.randint(2, 15) ** 2}


@told_type(
    "root-as-multiple-of-root",
    standard="[9수01-10]",
    ko="근호가 있는 식의 변형",
    en="root with the square taken out",
    draw=_with_square,
    says={
        "ko": ("$\\sqrt{{n}}$[을] $a\\sqrt{b}$의 꼴로 나타내시오. (단, $b$는 가장 작은 자연수)",),
        "en": ("Simplify $\\sqrt{{n}}$ by taking the largest square out of the root.",),
    },
    reads=wordings("$\\sqrt{{n}}$을 $a\\sqrt{b}$<의|> <꼴로|형태로> <나타내시오.|나타내면?>"),
)
def root_as_multiple_of_root(n: int) -> Item:
    outside, inside = extract_square(whole(n, 8, 3000))
    if outside == 1 or inside == 1:
        raise ValueError("a square to be taken out")
    return Item(
        form(f"sqrt({n})", "simplified"),
        (f"{outside}sqrt({inside})",),
        (
            Said(f"${n}={outside}^2\\times{inside}$이므로", f"as ${n}={outside}^2\\times{inside}$",
                 f"sqrt({outside}^2*{inside})"),
            Said("제곱인 인수를 근호 밖으로 꺼내면", "take the square out", f"{outside}sqrt({inside})"),
        ),
        (
            (f"{outside * outside}sqrt({inside})",),
            (f"{inside}sqrt({outside})",),
            (f"{2 * outside}sqrt({inside})",),
            (f"{outside}sqrt({inside * 2})",),
        ),
    )  # fmt: skip


@told_type(
    "least-factor-for-a-square",
    standard="[9수01-01]",
    ko="제곱인 수 만들기",
    en="least factor that makes a square",
    draw=lambda rng: {"n": rng.randint(2, 500)},
    says={
        "ko": (
            "{n}에 자연수 $x$를 곱하여 어떤 자연수의 제곱이 되도록 할 때, 가장 작은 자연수 $x$의 값을 구하시오.",
            "{n}에 자연수를 곱하여 어떤 자연수의 제곱이 되도록 할 때, 곱해야 하는 가장 작은 자연수를 구하시오.",
        ),
        "en": (
            "Find the least natural number $x$ for which the product of {n} and $x$ is the square of a natural number.",
        ),
    },
    reads=wordings(
        "{n}에 <가능한 한 작은 자연수를|가장 작은 자연수를|자연수를> 곱하여 어떤 자연수의 제곱이 <되도록 하려고 한다.|되게 하려고 한다.|되도록 할 때,> "
        "곱해야 <하는|할> 가장 작은 자연수를 구하시오.",
        "{n}에 자연수 <$x$|$a$>를 곱하여 어떤 자연수의 제곱이 되<도록 할|게 할> 때, <이를 만족하는 |>가장 작은 자연수 <$x$|$a$>의 값을 구하시오.",
    ),
)
def least_factor_for_a_square(n: int) -> Item:
    outside, key = extract_square(whole(n, 6, 1000))
    if key == 1 or outside == 1:
        raise ValueError("a number with a square in it")
    return Item(
        Model(Ask("extremum", of="x", sense="min"), {"x": "natural"}, given=(f"sqrt({n}*x) = floor(sqrt({n}*x))",)),
        (str(key),),
        (
            Said(f"${n}={outside}^2\\times{key}$이므로 모든 소인수의 지수가 짝수가 되려면",
                 f"${n}={outside}^2\\times{key}$, and all exponents have to be even"),
            Said("가장 작은 자연수는", "the least natural number is", str(key)),
        ),
        slips(key, outside, n, key * outside, key * 4, key + 1, key + 2),
    )  # fmt: skip
