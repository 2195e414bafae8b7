"""Constants that words imply without writing them: 1/3 in the volume of a cone, 180 in angles, 60 in an hour.

The table is the verifier's own; the problem types of the engine have theirs, so that a constant that one of them has
wrong is found.
"""

from __future__ import annotations

import re
from fractions import Fraction

from generation.expression.tree import Call, Const, Node, walk
from generation.expression.units import conversion
from generation.verify.text.numerals import units_in

_ROUND = (
    r"원의|원주|원에|원을|원이|반지름|지름|부채꼴|원기둥|원뿔|구의|반구|\bcircle|\bcircular|circumference|\bradius|diameter|"
    r"\bsector|\bcylind|\bcone|\bsphere|\bround\b"
)
_POLYGONS = (
    "삼각|triang", "사각|정사각|직사각|마름모|평행사변|quadrilateral|squares?\\b|rectang|rhombus|parallelogram",
    "오각|pentagon", "육각|hexagon", "칠각|heptagon", "팔각|octagon", "구각|nonagon", "십각|decagon",
)  # fmt: skip
_ROWS: tuple[tuple[str, tuple[int, ...]], ...] = (
    (_ROUND, (2,)),
    (r"부채꼴|중심각|\bsector|\barc\b|central angle", (360, 180)),
    (r"(?:원뿔|각뿔|\bcone|pyramid).*(?:부피|volume)|(?:부피|volume).*(?:원뿔|각뿔|\bcone|pyramid)", (3,)),
    (r"구의 ?부피|반구|sphere", (4, 3, 2)),
    (r"구의 ?겉넓이", (4,)),
    (
        r"삼각형의 ?넓이|사다리꼴|마름모의 ?넓이|area.*(?:triangle|trapez|rhombus)|(?:triangle|trapez|rhombus).*area",
        (2,),
    ),
    (r"정삼각형|equilateral", (4, 2)),
    (r"삼각형 \$?\\?(?:mathrm)?\{?ABC\}?\$?에서.*각|세 내각|두 내각|내접하는 사각형", (180,)),
    (r"내각|interior angle|삼각형.*각|angle.*triangle", (180, 2, 360)),
    (r"외각|exterior angle", (360, 180)),
    (r"대각선|diagonals?\b", (3, 2)),
    (r"맞꼭지각|평각|직선 ?위|supplementary|straight (?:line|angle)", (180,)),
    (r"직각|수직|right angle|complementary|right triangle", (90,)),
    (r"둘레|perimeter|border|fence|surround|enclos", (2, 4)),
    (r"정사각|제곱|넓이|겉넓이|\bsquares?\b|\bsquared\b|area", (2,)),
    (r"정육면체|세제곱|부피|\bcub(?:e|es|ed|ic)\b|volume", (3,)),
    (r"정육면체.*겉넓이|surface area of (?:a |the )?cube", (6,)),
    (r"직각삼각형|빗변|피타고라스|대각선의 길이|hypotenuse|right(?:-angled)? triangle|\blegs?\b", (2,)),
    (r"각기둥|각뿔|\bprism|\bpyramid", (3, 2)),
    (
        r"다면체|polyhedr|원주각|inscribed angle|외심|circumcent|중근|double root|판별식|discriminant|분산|variance",
        (2, 4),
    ),
    (r"내심|incent", (90, 2)),
    (r"평행사변형|내접|같은 쪽|parallelogram|inscribed|on one side|이등변|isosceles|수평|평행", (180, 2)),
    (r"무게중심|centroid", (3, 2)),
    (r"동전|\bcoins?\b|참|거짓", (1,)),
    (r"한 자리|one-digit|single digit|자리의? 숫자|\bdigits?\b", (9,)),
    (r"회장.*부회장|반장.*부반장|president and a (?:deputy|vice)", (2,)),
    (r"두 점|거리|\bpoints\b|distance|삼각형.*길이|triangle.*length", (2,)),
    (r"짝수|홀수|연속|\beven\b|\bodd\b|consecutive", (2,)),
    (r"자리|digit", (10, 100, 1000)),
    (r"%|퍼센트|백분율|농도|percent|할인|이자|interest|discount", (100,)),
    (r"할(?:을|의|이)? |[0-9]할", (10,)),
    (r"중점|계급값|midpoint|class mark|halfway|middle", (2,)),
    (r"등차|등비|arithmetic (?:sequence|progression)|geometric (?:sequence|progression)|[nN]th term", (1, 2)),
    (r"연필.*다스|다스|dozen", (12,)),
    (r"일주일|매주|weeks?\b|weekly", (7,)),
    (r"하루|매일|\bday|daily", (24,)),
    (r"1년|일 년|매년|years?\b|yearly|annual|매달|매월", (12,)),
    (r"\bquarters?\b", (25, 4)),
    (r"\bdimes?\b", (10,)),
    (r"\bnickels?\b", (5,)),
    (r"\bpenn(?:y|ies)\b|\bcents?\b", (100,)),
    (r"\bpairs?\b|쌍|켤레|\bboth\b|\beach other\b|왕복|round trip|\bcouple\b|\btwins?\b|\bdouble\b", (2,)),
    (r"\bhalf\b|절반|반으로|\bhalves\b|twice", (2,)),
    (r"부분집합|\bsubsets?\b", (2,)),
    (r"시속|km/h", (60,)),
    (r"닭|오리|\bhens?\b|\bchickens?\b|\bducks?\b", (2,)),
    (r"토끼|돼지|\brabbits?\b|\bpigs?\b|\bcows?\b", (4,)),
    (r"동전|\bcoins?\b", (2,)),
    (r"주사위|\bdice\b|\bdie\b", (6,)),
)
_IMPLIED = tuple(
    (re.compile(pattern, re.IGNORECASE | re.DOTALL), frozenset(map(Fraction, row))) for pattern, row in _ROWS
)
_SIDES = tuple(re.compile(pattern, re.IGNORECASE) for pattern in _POLYGONS)
_CIRCLES = re.compile(_ROUND, re.IGNORECASE)
_ANGLES = re.compile(r"라디안|radian|삼각함수|sin|cos|tan|호도법|주기|period", re.IGNORECASE)
NEUTRAL = frozenset({Fraction(0), Fraction(1)})
"""Numbers that say nothing of their own: a right side of zero, one of each."""


def implied_constants(words: str) -> frozenset[Fraction]:
    """The numbers that a model of these words may have though the words do not write them."""
    found: set[Fraction] = set(NEUTRAL)
    for pattern, row in _IMPLIED:
        if pattern.search(words):
            found |= row
    found |= {Fraction(place + 3) for place, pattern in enumerate(_SIDES) if pattern.search(words)}
    if "°" in words or "circ" in words:
        found.add(Fraction(180))
    named = sorted(units_in(words))
    for one in named:
        for other in named:
            factor = conversion(one, other)
            if factor is not None and factor > 1:
                found.add(factor)
    return frozenset(found)


def circle_is_unsaid(words: str, model: list[Node]) -> bool:
    """Whether the model has π or trigonometry and the words speak of no circle and no angle."""
    has_pi = any(isinstance(part, Const) and part.name == "pi" for node in model for part in walk(node))
    has_angle = any(
        isinstance(part, Call) and part.name in ("sin", "cos", "tan") for node in model for part in walk(node)
    )
    return has_pi and not has_angle and _CIRCLES.search(words) is None and _ANGLES.search(words) is None
