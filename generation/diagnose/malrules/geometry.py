"""Lengths, areas, volumes, angles, similar figures, right triangles."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from generation.diagnose.malrule import mal_rule
from generation.diagnose.shapes import quotient_of, without_divisor
from generation.expression.exact import rational_value
from generation.expression.tree import Add, Call, Const, Div, Expr, Mul, Node, Num, Pow, Sub, factors, product_of

CIRCLE = ("[9수03-06]",)
SOLIDS = ("[9수03-08]",)
SIMILAR = ("[9수03-12]",)
RIGHT = ("[9수03-15]",)
POLYGONS = ("[9수03-05]",)
INSCRIBED = ("[9수03-19]",)
ROUND = r"원|호의|부채꼴|구의|circle|sector|arc|sphere|cylinder|cone"
PI = Const("pi")
TWO = Num(Fraction(2))
TRIANGLES = r"삼각형|피타고라스|빗변|대각선|높이|right triangle|hypotenuse|Pythag|leg"


def _without_factor(node: Node, value: int) -> Expr | None:
    """A product without its first factor of this value."""
    if not isinstance(node, Mul):
        return None
    parts = factors(node)
    for place, part in enumerate(parts):
        if isinstance(part, Num) and part.value == value:
            return product_of([*parts[:place], *parts[place + 1 :]])
    return None


@mal_rule(
    "circumference-for-area",
    ko="원의 넓이 대신 둘레를 구함",
    en="finds the circumference instead of the area",
    belief_ko="원의 넓이를 $2\\pi r$라고 생각한다.",
    belief_en="takes 2πr for the area of a circle",
    standards=CIRCLE,
    example=("반지름의 길이가 6인 원의 넓이를 구하시오.", "12pi"),
    of="pi*6^2",
    words=ROUND,
    prior=2.0,
)
def circumference_for_area(node: Node) -> Iterator[Node]:
    match node:
        case Mul(Const("pi"), Pow(r, Num(exponent))) if exponent == 2:
            yield Mul(Mul(TWO, PI), r)


@mal_rule(
    "area-for-circumference",
    ko="원의 둘레 대신 넓이를 구함",
    en="finds the area instead of the circumference",
    belief_ko="원의 둘레를 $\\pi r^2$이라고 생각한다.",
    belief_en="takes πr² for the length around a circle",
    standards=CIRCLE,
    example=("반지름의 길이가 6인 원의 둘레의 길이를 구하시오.", "36pi"),
    of="2*pi*6",
    words=ROUND,
    prior=2.0,
)
def area_for_circumference(node: Node) -> Iterator[Node]:
    match node:
        case Mul(Mul(Num(two), Const("pi")), r) if two == 2:
            yield Mul(PI, Pow(r, TWO))


@mal_rule(
    "diameter-for-radius",
    ko="반지름 대신 지름을 넣음",
    en="puts the diameter where the radius belongs",
    belief_ko="원의 공식에 지름을 그대로 넣어도 된다고 생각한다.",
    belief_en="does not halve the diameter before using a formula with the radius",
    standards=CIRCLE,
    example=("지름의 길이가 10인 원의 넓이를 구하시오.", "100pi"),
    of="pi*(10/2)^2",
    words=ROUND,
    prior=2.5,
)
def diameter_for_radius(node: Node) -> Iterator[Node]:
    match node:
        case Pow(Div(Num() as diameter, Num(two)), exponent) if two == 2:
            yield Pow(diameter, exponent)
        case Mul(Const("pi"), Pow(Num() as r, Num(exponent))) if exponent == 2:
            yield Mul(PI, Pow(Mul(TWO, r), Num(exponent)))
        case Mul(Mul(Num(two), Const("pi")), Num() as r) if two == 2:
            yield Mul(Mul(Mul(TWO, PI), TWO), r)


@mal_rule(
    "radius-for-diameter",
    ko="지름 대신 반지름을 넣음",
    en="puts the radius where the diameter belongs",
    belief_ko="원의 둘레를 $\\pi r$라고 생각한다.",
    belief_en="takes πr for the length around a circle",
    standards=CIRCLE,
    example=("반지름의 길이가 6인 원의 둘레의 길이를 구하시오.", "6pi"),
    of="2*pi*6",
    words=ROUND,
    prior=1.8,
)
def radius_for_diameter(node: Node) -> Iterator[Node]:
    match node:
        case Mul(Num(two), Const("pi")) if two == 2:
            yield PI


@mal_rule(
    "sector-over-half-turn",
    ko="부채꼴에서 360 대신 180으로 나눔",
    en="divides the angle of a sector by 180",
    belief_ko="한 바퀴를 $180^\\circ$로 생각한다.",
    belief_en="takes 180 degrees for a whole turn",
    standards=CIRCLE,
    example=("반지름의 길이가 6, 중심각의 크기가 $60^\\circ$인 부채꼴의 호의 길이를 구하시오.", "4pi"),
    of="2*pi*6*60/360",
    words=ROUND,
    prior=1.2,
)
def sector_over_half_turn(node: Node) -> Iterator[Node]:
    match node:
        case Div(top, Num(turn)) if turn == 360:
            yield Div(top, Num(Fraction(180)))


@mal_rule(
    "triangle-half-missing",
    ko="삼각형의 넓이에서 2로 나누지 않음",
    en="leaves out the half of a triangle's area",
    belief_ko="삼각형의 넓이를 (밑변)×(높이)라고 생각한다.",
    belief_en="takes base times height for the area of a triangle",
    standards=("[9수03-05]", "[9수03-17]"),
    example=("밑변의 길이가 8, 높이가 5인 삼각형의 넓이를 구하시오.", "40"),
    of="1/2*8*5",
    words=r"삼각형|사다리꼴|마름모|triang|trapez|rhombus|kite",
    prior=2.5,
)
def triangle_half_missing(node: Node) -> Iterator[Node]:
    if (rest := without_divisor(node, 2)) is not None:
        yield quotient_of(*rest)


@mal_rule(
    "cone-third-missing",
    ko="뿔의 부피에서 3으로 나누지 않음",
    en="leaves out the third of a cone's or pyramid's volume",
    belief_ko="뿔의 부피를 (밑넓이)×(높이)라고 생각한다.",
    belief_en="takes base times height for the volume of a cone or pyramid",
    standards=SOLIDS,
    example=("밑면의 반지름의 길이가 3, 높이가 7인 원뿔의 부피를 구하시오.", "63pi"),
    of="1/3*pi*3^2*7",
    words=r"뿔|cone|pyramid",
    prior=2.5,
)
def cone_third_missing(node: Node) -> Iterator[Node]:
    if (rest := without_divisor(node, 3)) is not None:
        yield quotient_of(*rest)


@mal_rule(
    "sphere-area-for-volume",
    ko="구의 부피 대신 겉넓이를 구함",
    en="finds the surface of a sphere instead of the volume",
    belief_ko="구의 부피를 $4\\pi r^2$이라고 생각한다.",
    belief_en="takes 4πr² for the volume of a sphere",
    standards=SOLIDS,
    example=("반지름의 길이가 6인 구의 부피를 구하시오.", "144pi"),
    of="4/3*pi*6^3",
    words=r"구|sphere|ball",
    prior=1.8,
)
def sphere_area_for_volume(node: Node) -> Iterator[Node]:
    match node:
        case Mul(Mul(Div(Num(four), Num(three)), Const("pi")), Pow(r, Num(exponent))) if (
            four == 4 and three == exponent == 3
        ):
            yield Mul(Mul(Num(four), PI), Pow(r, TWO))


@mal_rule(
    "one-base-only",
    ko="기둥의 겉넓이에서 밑면을 하나만 더함",
    en="adds only one base to the surface of a prism or cylinder",
    belief_ko="밑면이 두 개임을 잊는다.",
    belief_en="forgets that a prism has two bases",
    standards=SOLIDS,
    example=("밑면의 반지름의 길이가 3, 높이가 5인 원기둥의 겉넓이를 구하시오.", "39pi"),
    of="2*(pi*3^2)+2*pi*3*5",
    words=r"기둥|겉넓이|cylinder|prism|surface",
    prior=2.0,
)
def one_base_only(node: Node) -> Iterator[Node]:
    match node:
        case Add(base, side) if (one := _without_factor(base, 2)) is not None:
            yield Add(one, side)


@mal_rule(
    "area-ratio-not-squared",
    ko="닮은 도형의 넓이의 비를 닮음비로 계산함",
    en="uses the ratio of lengths for areas",
    belief_ko="길이의 비가 $m:n$이면 넓이의 비도 $m:n$이라고 생각한다.",
    belief_en="believes that areas are in the ratio of the lengths",
    standards=SIMILAR,
    example=("닮음비가 $2:3$인 두 도형에서 작은 도형의 넓이가 20일 때, 큰 도형의 넓이를 구하시오.", "30"),
    of="20*(3/2)^2",
    words=r"닮|similar|scale|확대|enlarg",
    prior=2.5,
    source="De Bock et al. 2002",
)
def area_ratio_not_squared(node: Node) -> Iterator[Node]:
    match node:
        case Pow(Div() as ratio, Num(exponent)) if exponent == 2:
            yield ratio


@mal_rule(
    "volume-ratio-not-cubed",
    ko="닮은 도형의 부피의 비를 닮음비나 넓이의 비로 계산함",
    en="uses the ratio of lengths or areas for volumes",
    belief_ko="부피의 비도 닮음비 또는 닮음비의 제곱이라고 생각한다.",
    belief_en="believes that volumes are in the ratio of the lengths, or of the areas",
    standards=SIMILAR,
    example=("닮음비가 $2:3$인 두 입체도형에서 작은 것의 부피가 16일 때, 큰 것의 부피를 구하시오.", "36"),
    of="16*(3/2)^3",
    words=r"닮|similar|scale|확대|enlarg",
    prior=2.0,
    source="De Bock et al. 2002",
)
def volume_ratio_not_cubed(node: Node) -> Iterator[Node]:
    match node:
        case Pow(Div() as ratio, Num(exponent)) if exponent == 3:
            yield ratio
            yield Pow(ratio, TWO)


@mal_rule(
    "leg-as-hypotenuse",
    ko="직각을 낀 변을 구하면서 제곱을 더함",
    en="adds the squares although a leg is asked for",
    belief_ko="피타고라스 정리에서는 언제나 두 변의 제곱을 더한다고 생각한다.",
    belief_en="believes that one always adds the squares",
    standards=RIGHT,
    example=("빗변의 길이가 13, 한 변의 길이가 5인 직각삼각형의 나머지 변의 길이를 구하시오.", "√194"),
    of="sqrt(13^2-5^2)",
    words=TRIANGLES,
    prior=2.5,
)
def leg_as_hypotenuse(node: Node) -> Iterator[Node]:
    match node:
        case Call("sqrt", (Sub(Pow() as a, Pow() as b),)):
            yield Call("sqrt", (Add(a, b),))


@mal_rule(
    "hypotenuse-as-leg",
    ko="빗변을 구하면서 제곱을 뺌",
    en="subtracts the squares although the hypotenuse is asked for",
    belief_ko="빗변이 아닌 변을 구할 때처럼 제곱의 차를 구한다.",
    belief_en="subtracts the squares as for a leg",
    standards=RIGHT,
    example=("직각을 낀 두 변의 길이가 6, 8인 직각삼각형의 빗변의 길이를 구하시오.", "√28"),
    of="sqrt(6^2+8^2)",
    words=TRIANGLES,
    prior=1.5,
)
def hypotenuse_as_leg(node: Node) -> Iterator[Node]:
    match node:
        case Call("sqrt", (Add(Pow() as a, Pow() as b),)):
            first, second = rational_value(a), rational_value(b)
            if first is not None and second is not None and first != second:
                yield Call("sqrt", (Sub(a, b) if first > second else Sub(b, a),))


@mal_rule(
    "pythagoras-without-squares",
    ko="피타고라스 정리에서 변의 길이를 그대로 더하거나 뺌",
    en="adds or subtracts the sides themselves in a right triangle",
    belief_ko="빗변의 길이를 두 변의 길이의 합이라고 생각한다.",
    belief_en="takes the sum of the legs for the hypotenuse",
    standards=RIGHT,
    example=("직각을 낀 두 변의 길이가 6, 8인 직각삼각형의 빗변의 길이를 구하시오.", "14"),
    of="sqrt(6^2+8^2)",
    words=TRIANGLES + "|거리|distance",
    prior=1.2,
)
def pythagoras_without_squares(node: Node) -> Iterator[Node]:
    match node:
        case Call("sqrt", (Add(Pow(a), Pow(b)),)):
            yield Add(a, b)
        case Call("sqrt", (Sub(Pow(a), Pow(b)),)):
            yield Sub(a, b)


@mal_rule(
    "angle-sum-of-n-triangles",
    ko="n각형의 내각의 합에서 2를 빼지 않음",
    en="counts n triangles in a polygon of n sides",
    belief_ko="$n$각형의 내각의 합을 $180^\\circ\\times n$이라고 생각한다.",
    belief_en="takes 180n for the sum of the angles",
    standards=POLYGONS,
    example=("팔각형의 내각의 크기의 합을 구하시오.", "1440"),
    of="180*(8-2)",
    words=r"각형|내각|polygon|interior",
    prior=2.0,
)
def angle_sum_of_n_triangles(node: Node) -> Iterator[Node]:
    match node:
        case Mul(Num(half), Sub(n, Num(two))) if half == 180 and two == 2:
            yield Mul(Num(half), n)


@mal_rule(
    "exterior-for-interior",
    ko="내각 대신 외각을 구함",
    en="gives the exterior angle for the interior one",
    belief_ko="정다각형의 한 내각의 크기를 $\\frac{360^\\circ}{n}$라고 생각한다.",
    belief_en="takes 360/n for the interior angle of a regular polygon",
    standards=POLYGONS,
    example=("정오각형의 한 내각의 크기를 구하시오.", "72"),
    of="180-360/5",
    words=r"각형|내각|외각|polygon|interior|exterior",
    prior=1.8,
)
def exterior_for_interior(node: Node) -> Iterator[Node]:
    match node:
        case Sub(Num(half), Div() as angle) if half == 180:
            yield angle


@mal_rule(
    "diagonals-counted-twice",
    ko="대각선을 두 번씩 세고 2로 나누지 않음",
    en="counts every diagonal twice",
    belief_ko="한 꼭짓점에서 그은 대각선의 개수에 꼭짓점의 개수를 곱하면 된다고 생각한다.",
    belief_en="multiplies the diagonals from one corner by the corners",
    standards=POLYGONS,
    example=("칠각형의 대각선의 개수를 구하시오.", "28"),
    of="7*(7-3)/2",
    words=r"대각선|diagonal|악수|handshake|경기",
    prior=2.0,
)
def diagonals_counted_twice(node: Node) -> Iterator[Node]:
    rest = without_divisor(node, 2)
    if rest is not None and any(isinstance(part, Sub) for part in rest[0]):
        yield quotient_of(*rest)


@mal_rule(
    "inscribed-as-central",
    ko="원주각을 중심각과 같다고 함",
    en="takes the inscribed angle for the central one",
    belief_ko="같은 호에 대한 원주각과 중심각의 크기가 같다고 생각한다.",
    belief_en="believes that inscribed and central angles are equal",
    standards=INSCRIBED,
    example=("한 호에 대한 중심각의 크기가 $100^\\circ$일 때, 원주각의 크기를 구하시오.", "100"),
    of="100/2",
    words=r"원주각|중심각|inscribed|central",
    prior=2.0,
)
def inscribed_as_central(node: Node) -> Iterator[Node]:
    match node:
        case Div(Num() as angle, Num(two)) if two == 2:
            yield angle
        case Mul(Num(two), Num() as angle) if two == 2:
            yield angle


@mal_rule(
    "inscribed-doubled",
    ko="원주각을 구하면서 중심각을 2배로 함",
    en="doubles the central angle for the inscribed one",
    belief_ko="원주각이 중심각의 2배라고 생각한다.",
    belief_en="believes that the inscribed angle is twice the central one",
    standards=INSCRIBED,
    example=("한 호에 대한 중심각의 크기가 $80^\\circ$일 때, 원주각의 크기를 구하시오.", "160"),
    of="80/2",
    words=r"원주각|중심각|inscribed|central",
    prior=1.5,
)
def inscribed_doubled(node: Node) -> Iterator[Node]:
    match node:
        case Div(Num() as angle, Num(two)) if two == 2:
            yield Mul(TWO, angle)
        case Mul(Num(two), Num() as angle) if two == 2:
            yield Div(angle, TWO)
