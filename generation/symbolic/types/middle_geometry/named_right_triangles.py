"""Right triangles with their corners named [9수03-15]."""

from __future__ import annotations

from generation.symbolic.told import Item, Said, Slot, UnfitError, told_type, value
from generation.symbolic.types.middle_geometry.lengths_and_areas import whole
from generation.symbolic.types.middle_geometry.right_triangles import draw_leg, root_text


@told_type(
    "leg-of-named-triangle",
    standard="[9수03-15]",
    ko="직각삼각형 $\\mathrm{ABC}$의 변의 길이",
    en="leg of a right triangle ABC",
    draw=draw_leg,
    says={
        "ko": (
            "$\\angle\\mathrm{C}$가 직각인 직각삼각형 $\\mathrm{ABC}$에서 빗변 $\\mathrm{AB}$의 길이가 {c}이고 "
            "$\\overline{\\mathrm{BC}}={a}$일 때, $\\overline{\\mathrm{AC}}$의 길이를 구하시오.",
        ),
        "en": (
            "The right triangle $\\mathrm{ABC}$ has its right angle at $\\mathrm{C}$, the hypotenuse $\\mathrm{AB}$ of length "
            "{c}, and $\\overline{\\mathrm{BC}}={a}$. Find the length of $\\overline{\\mathrm{AC}}$.",
        ),
    },
    reads=(
        "$\\angle\\mathrm{C}=90^\\circ$인 직각삼각형 $\\mathrm{ABC}$에서 $\\overline{\\mathrm{AB}}={c}$, $\\overline{\\mathrm{BC}}={a}$일 때, "
        "$\\overline{\\mathrm{AC}}$의 길이를 구하시오.",
        "$\\angle\\mathrm{C}=90^\\circ$인 직각삼각형 $\\mathrm{ABC}$에서 $\\overline{\\mathrm{AB}}={c}$, $\\overline{\\mathrm{AC}}={a}$일 때, "
        "$\\overline{\\mathrm{BC}}$의 길이를 구하시오.",
        "$\\angle\\mathrm{B}=90^\\circ$인 직각삼각형 $\\mathrm{ABC}$에서 $\\overline{\\mathrm{AC}}={c}$, $\\overline{\\mathrm{AB}}={a}$일 때, "
        "$\\overline{\\mathrm{BC}}$의 길이를 구하시오.",
        "$\\angle\\mathrm{B}=90^\\circ$인 직각삼각형 $\\mathrm{ABC}$에서 $\\overline{\\mathrm{AC}}={c}$, $\\overline{\\mathrm{BC}}={a}$일 때, "
        "$\\overline{\\mathrm{AB}}$의 길이를 구하시오.",
        "$\\angle\\mathrm{A}=90^\\circ$인 직각삼각형 $\\mathrm{ABC}$에서 $\\overline{\\mathrm{BC}}={c}$, $\\overline{\\mathrm{AB}}={a}$일 때, "
        "$\\overline{\\mathrm{AC}}$의 길이를 구하시오.",
    ),
)
def leg_of_named_triangle(a: Slot, c: Slot) -> Item:
    leg, hypotenuse = whole(a, c)
    if leg >= hypotenuse:
        raise UnfitError("a leg and a hypotenuse")
    square = hypotenuse**2 - leg**2
    key = root_text(square)
    wrong = (
        str(hypotenuse - leg),
        root_text(hypotenuse**2 + leg**2),
        str(square),
        root_text(hypotenuse - leg),
        str(hypotenuse + leg),
    )
    return Item(
        value(f"sqrt({hypotenuse}^2 - {leg}^2)"),
        (key,),
        (
            Said("피타고라스 정리에 의하여", "by the theorem of Pythagoras", f"sqrt({hypotenuse}^2 - {leg}^2)"),
            Said("따라서", "so", key),
        ),
        tuple((text,) for text in dict.fromkeys(wrong) if text != key),
    )  # fmt: skip
