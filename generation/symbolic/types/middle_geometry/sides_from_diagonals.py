"""The number of sides from the number of diagonals."""

from __future__ import annotations

from random import Random

from generation.symbolic.told import Item, Said, told_type, value


def draw(rng: Random) -> dict[str, object]:
    n = rng.randint(5, 25)
    return {"d": n * (n - 3) // 2}


@told_type(
    "sides-from-diagonals",
    standard="[9수03-05]",
    ko="대각선의 개수가 주어진 다각형",
    en="polygon with a known number of diagonals",
    draw=draw,
    says={
        "ko": ("대각선의 개수가 {d}인 다각형의 변의 개수를 $n$이라 할 때, $n$의 값을 구하시오.",),
        "en": ("A polygon with $n$ sides has {d} diagonals. Find the value of $n$.",),
    },
)
def sides_from_diagonals(d: int) -> Item:
    n = next((n for n in range(4, 60) if n * (n - 3) == 2 * d), None)
    if n is None:
        raise ValueError("a number of diagonals")
    return Item(
        value("n", [f"n*(n - 3)/2 = {d}"], n="natural"),
        (str(n),),
        (
            Said(
                "$n$각형의 대각선의 개수는 $\\frac{n(n-3)}{2}$이므로",
                "there are $\\frac{n(n-3)}{2}$",
                f"n*(n - 3)/2 = {d}",
            ),
            Said("양변에 $2$를 곱하면", "multiply both sides by $2$", f"n*(n - 3) = {2 * d}"),
            Said(
                f"차가 $3$인 두 자연수의 곱이 ${2 * d}$이므로",
                f"two numbers that differ by 3 multiply to {2 * d}",
                f"n = {n}",
            ),
        ),
        wrong=((str(n - 1),), (str(n + 1),), (str(n - 3),), (str(n + 3),)),
    )
