"""One angle of a regular polygon [9수03-05]."""

from __future__ import annotations

from random import Random

from generation.symbolic.told import Item, Said, told_type, value

WHOLE_ANGLES = (5, 6, 8, 9, 10, 12, 15, 18, 20)
"""Numbers of sides for which the angles are whole numbers of degrees."""


def draw(rng: Random) -> dict[str, object]:
    return {"n": rng.choice(WHOLE_ANGLES)}


def _polygon(n: int) -> None:
    if not 3 <= n <= 60 or 360 % n:
        raise ValueError("a regular polygon with whole angles")


@told_type(
    "interior-angle-of-regular-polygon",
    standard="[9수03-05]",
    ko="정다각형의 한 내각의 크기",
    en="interior angle of a regular polygon",
    draw=draw,
    says={
        "ko": ("정{n}각형의 한 내각의 크기를 구하시오.",),
        "en": ("How many degrees is one interior angle of a regular polygon with {n} sides?",),
    },
)
def interior_angle_of_regular_polygon(n: int) -> Item:
    _polygon(n)
    key = 180 - 360 // n
    wrong = dict.fromkeys((360 // n, 180 * (n - 2), key + 360 // n // 2, 180 * n // (n + 1), key - 10))
    return Item(
        value(f"180*({n} - 2)/{n}"),
        (str(key),),
        (
            Said("한 외각의 크기를 180°에서 빼면", "take one exterior angle from 180°", f"180 - 360/{n}"),
            Said("따라서", "so", str(key)),
        ),
        tuple((str(w),) for w in wrong if w != key and w > 0),
        unit={"ko": "도", "en": "degrees"},
    )


@told_type(
    "exterior-angle-of-regular-polygon",
    standard="[9수03-05]",
    ko="정다각형의 한 외각의 크기",
    en="exterior angle of a regular polygon",
    draw=draw,
    says={
        "ko": ("정{n}각형의 한 외각의 크기를 구하시오.",),
        "en": ("How many degrees is one exterior angle of a regular polygon with {n} sides?",),
    },
)
def exterior_angle_of_regular_polygon(n: int) -> Item:
    _polygon(n)
    key = 360 // n
    wrong = dict.fromkeys((180 - key, 180 // n, 2 * key, key + 12, key // 2))
    return Item(
        value(f"360/{n}"),
        (str(key),),
        (
            Said("외각의 크기의 합은 360°이므로", "the exterior angles add up to 360°", f"360/{n}"),
            Said("따라서", "so", str(key)),
        ),
        tuple((str(w),) for w in wrong if w != key and w > 0),
        unit={"ko": "도", "en": "degrees"},
    )
