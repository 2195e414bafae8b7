"""Normal distributions [12확통03-04]: their symmetry."""

from __future__ import annotations

from random import Random

from generation.symbolic.told import Item, Said, slips, told_type, value


def draw(rng: Random) -> dict[str, object]:
    m = rng.randint(20, 90)
    return {"m": m, "a": m + rng.choice((-1, 1)) * rng.randint(2, 15)}


@told_type(
    "mirrored-place-of-normal",
    standard="[12확통03-04]",
    ko="정규분포 곡선의 대칭성",
    en="symmetry of a normal distribution",
    draw=draw,
    says={
        "ko": (
            "확률변수 $X$가 평균이 ${m}$인 정규분포를 따르고 $\\mathrm{P}(X\\le {a})=\\mathrm{P}(X\\ge k)$일 때, 상수 $k$의 값을 구하시오.",
            "평균이 ${m}$인 정규분포를 따르는 확률변수 $X$에 대하여 $\\mathrm{P}(X\\le {a})=\\mathrm{P}(X\\ge k)$를 만족시키는 상수 $k$의 값을 구하시오.",
        ),
        "en": (
            "$X$ has a normal distribution with mean ${m}$ and $\\mathrm{P}(X\\le {a})=\\mathrm{P}(X\\ge k)$. Find the constant $k$.",
        ),
    },
)
def mirrored_place_of_normal(m: int, a: int) -> Item:
    if m < 2 or a < 1 or a == m:
        raise ValueError("a place beside the mean")
    key = 2 * m - a
    return Item(
        value("k", [f"{m} - {a} = k - {m}"], k="real"),
        (str(key),),
        (
            Said(
                "정규분포 곡선은 평균에 대하여 대칭이므로",
                "the curve is symmetrical about the mean",
                f"{m} - {a} = k - {m}",
            ),
            Said("따라서", "so", f"k = {key}"),
        ),
        slips(key, a, m, abs(m - a), m + a, key + 2 * (a - m)),
    )
