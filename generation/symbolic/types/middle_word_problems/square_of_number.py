"""A natural number from its square."""

from __future__ import annotations

from random import Random

from generation.symbolic.told import Item, Said, told_type, value


def draw(rng: Random) -> dict[str, object]:
    x, k = rng.randint(3, 15), rng.randint(2, 9)
    return {"k": k, "c": x * x - k * x}


@told_type(
    "square-of-number",
    standard="[9수02-20]",
    ko="수에 대한 이차방정식의 활용",
    en="natural number and its square",
    draw=draw,
    says={
        "ko": (
            "어떤 자연수의 제곱은 그 수의 {k}배보다 {c}만큼 크다고 한다. 이 자연수를 구하시오.",
            "어떤 자연수를 제곱한 수는 그 수의 {k}배보다 {c}만큼 크다. 이 자연수를 구하시오.",
        ),
        "en": ("The square of a natural number is {c} more than {k} times the number. Find the number.",),
    },
)
def square_of_number(k: int, c: int) -> Item:
    if min(k, c) <= 0:
        raise ValueError("numbers above zero")
    key = next((x for x in range(1, 200) if x * x == k * x + c), None)
    if key is None:
        raise ValueError("a natural number")
    other = k - key
    wrong = {-other, key + 1, key + k, key - 1, c} - {key, 0}
    inner = f"(x {'-' if key > 0 else '+'} {abs(key)})(x + {-other})"
    return Item(
        value("x", [f"x^2 = {k}*x + {c}"], x="natural"),
        (str(key),),
        (
            Said("그 수를 $x$라 하고 식을 세우면", "let the number be $x$", f"x^2 = {k}x + {c}"),
            Said("이항하여 인수분해하면", "collect and factor", f"{inner} = 0"),
            Said("$x$는 자연수이므로", "$x$ is a natural number", f"x = {key}"),
        ),
        tuple((str(w),) for w in sorted(wrong)),
    )
