"""Faces, edges and vertices [9수03-07]."""

from __future__ import annotations

from random import Random

from generation.symbolic.told import Item, Said, told_type, value


def draw_prism(rng: Random) -> dict[str, object]:
    return {"n": rng.randint(3, 100)}


@told_type(
    "edges-of-prism",
    standard="[9수03-07]",
    ko="각기둥의 모서리의 개수",
    en="edges of a prism",
    draw=draw_prism,
    says={
        "ko": ("{n}각기둥의 모서리의 개수를 구하시오.",),
        "en": ("How many edges does a prism have whose base is a polygon with {n} sides?",),
    },
)
def edges_of_prism(n: int) -> Item:
    if not 3 <= n <= 100:
        raise ValueError("a prism")
    wrong = {2 * n, n + 2, 3 * n - 1, n + 1, 3 * n + 2}
    return Item(
        value(f"3*{n}"),
        (str(3 * n),),
        (
            Said("두 밑면과 옆면에 모서리가 각각 밑면의 변의 개수만큼 있으므로", "as many on each base and between them as the base has sides",
                 f"3*{n}"),
            Said("따라서", "so", str(3 * n)),
        ),
        tuple((str(w),) for w in sorted(wrong)),
    )  # fmt: skip


@told_type(
    "edges-of-pyramid",
    standard="[9수03-07]",
    ko="각뿔의 모서리의 개수",
    en="edges of a pyramid",
    draw=draw_prism,
    says={
        "ko": ("{n}각뿔의 모서리의 개수를 구하시오.",),
        "en": ("How many edges does a pyramid have whose base is a polygon with {n} sides?",),
    },
)
def edges_of_pyramid(n: int) -> Item:
    if not 3 <= n <= 100:
        raise ValueError("a pyramid")
    wrong = {3 * n, n + 1, 2 * n + 1, n + 2} - {2 * n}
    return Item(
        value(f"2*{n}"),
        (str(2 * n),),
        (
            Said(
                "밑면과 옆면에 모서리가 각각 밑면의 변의 개수만큼 있으므로",
                "as many around the base as to the apex",
                f"2*{n}",
            ),
            Said("따라서", "so", str(2 * n)),
        ),
        tuple((str(w),) for w in sorted(wrong)),
    )


def draw_solid(rng: Random) -> dict[str, object]:
    n, pyramid = rng.randint(3, 25), rng.random() < 0.5
    return {"v": n + 1 if pyramid else 2 * n, "e": 2 * n if pyramid else 3 * n}


@told_type(
    "faces-by-euler",
    standard="[9수03-07]",
    ko="다면체의 면의 개수",
    en="faces of a polyhedron",
    draw=draw_solid,
    says={
        "ko": ("꼭짓점의 개수가 {v}, 모서리의 개수가 {e}인 볼록한 다면체의 면의 개수를 구하시오.",),
        "en": ("A convex polyhedron has {v} vertices and {e} edges. How many faces does it have?",),
    },
)
def faces_by_euler(v: int, e: int) -> Item:
    key = 2 - v + e
    if v < 4 or key < 4 or 2 * e < 3 * v or 2 * e < 3 * key:
        raise ValueError("a polyhedron")
    wrong = {e - v, key + 1, key - 1, e + v - 2, key - 4 + 2} - {key}
    return Item(
        value("f", [f"{v} - {e} + f = 2"], f="natural"),
        (str(key),),
        (
            Said(
                "(꼭짓점의 개수)-(모서리의 개수)+(면의 개수)=2이므로",
                "vertices minus edges plus faces is 2",
                f"{v} - {e} + f = 2",
            ),
            Said("따라서", "so", f"f = {key}"),
        ),
        tuple((str(w),) for w in sorted(wrong)),
    )
