"""Sentences of calculus and what each of them means: the whole sentence has to fit, word for word.

``<f:graph>`` is a place for a formula of that kind, kept under the name f; :mod:`.slots` has the kinds. Meanings are
formulas in these names. ``U`` is what the sentence leaves without a name.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from generation.verify.text.calculus import conditions
from generation.verify.text.calculus.slots import Filled

Asks = Literal["value", "solve", "max", "min"]


@dataclass(frozen=True, slots=True)
class Row:
    """One meaning: relations and what is asked for, with the sentences that say it."""

    ko: tuple[str, ...]
    en: tuple[str, ...]
    of: str
    given: tuple[str, ...] = ()
    also: tuple[tuple[str, ...], ...] = ()
    """Other relations that say the same."""
    asks: Asks = "value"
    holds: Callable[[Filled], bool] = conditions.always
    """What has to hold of the formulas for the sentence to make sense."""
    fills: Callable[[Filled], bool] = conditions.always
    """Puts in what the sentence only describes, as the ends of an area."""


_FN = "(?:(?:다항|[일이삼사]차)?함수|곡선|포물선)"
_FIND = "(?:구하시오|구하여라|구하라|구하세요|구해 보시오)"
_VALUE = f"(?:의 값)?[을를] {_FIND}"
_ASKED = f"(?:상수|실수) {{0}}(?:, {{0}})?(?:, {{0}})?에 대하여 <E:expression>{_VALUE}".format("<:letter>")
_CONSTANT = f"(?:상수|실수) <E:letter>{_VALUE}"
_PIECES_KO = "함수 <:named>[가이] <A:below>일 때 <f:polynomial>, <A:from>일 때 <g:polynomial>이다. <:named>[가이]"
_PIECES_EN = "Let <f:polynomial> for <A:below> and <g:polynomial> for <A:from>."
_EVERYWHERE = "(?:모든 실수(?: <:letter>)?에서|실수 전체의 집합에서|<A:at>에서)"
_MOVES = "수직선 위를 움직이는 점 <:letter>의 시각 <:letter>(?: <:since>)?에서의 {}[가이] <f:polynomial>일 때,"
_MOVES_EN = "The {} of a point on a line at time <:time> is <f:polynomial>."
_FIND_EN = "Find(?: the constant)? <E:expression>"
_EXTREME_EN = "The function <f:polynomial> has a local {} <V:number> at <A:at>. Find <E:expression>."

_D = "diff(f(x), x, {})"
_DD = "diff(diff(f(x), x), x, {})"


def _extreme(name_ko: str, name_en: str, sign: str) -> tuple[Row, Row]:
    """The value of a local extreme, and constants of a function that has one."""
    value = Row(
        (f"{_FN} <f:polynomial>의 {name_ko}[을를] {_FIND}",),
        (f"Find the local {name_en}(?: value)? of <f:polynomial>",),
        "f(U)",
        (_D.format("U") + " = 0", f"{_DD.format('U')} {sign} 0"),
    )
    constants = Row(
        (f"함수 <f:polynomial>[가이] <A:at>에서 {name_ko} <V:number>[을를] 가질 때, {_ASKED}",),
        (_EXTREME_EN.format(name_en),),
        "E",
        (_D.format("A") + " = 0", "f(A) = V", f"{_DD.format('A')} {sign} 0"),
    )
    return value, constants


def _greatest(ko: str, en: str, asks: Asks) -> Row:
    """The greatest or smallest value over a closed interval."""
    return Row(
        (
            f"닫힌구간 <AB:interval>에서 {_FN} <f:polynomial>의 {ko}[을를] {_FIND}",
            f"{_FN} <f:polynomial>의 닫힌구간 <AB:interval>에서의 {ko}[을를] {_FIND}",
        ),
        (f"Find the {en}(?: value)? of <f:polynomial> on the (?:closed )?interval <AB:interval>",),
        "f(x)",
        asks=asks,
        holds=conditions.rising,
    )


_BOTH = ("diff(f(x), x, A) = 0", "diff(f(x), x, B) = 0")
_BOTH_SIGNS = ("diff(diff(f(x), x), x, A) < 0", "diff(diff(f(x), x), x, B) > 0")

ROWS: tuple[Row, ...] = (
    Row(
        (f"{_FN} <f:graph>의 <A:at>에서의 미분계수{_VALUE}", f"{_FN} <f:graph>에 대하여 <A:at>에서의 미분계수{_VALUE}"),
        ("Find the derivative of <f:graph> at <A:at>", "Let <f:graph>. Find the derivative at <A:at>"),
        _D.format("A"),
    ),
    Row(
        (f"{_FN} <f:graph>에서 <:letter>의 값이 <A:number>에서 <B:number>까지 변할 때의 평균변화율{_VALUE}",),
        ("Find the average rate of change of <f:graph> as <:letter> changes from <A:number> to <B:number>",),
        "(f(B) - f(A))/(B - A)",
        holds=conditions.rising,
    ),
    Row(
        (f"{_FN} <f:graph>[을를] 미분하시오", f"{_FN} <f:graph>의 도함수[을를] {_FIND}"),
        ("Differentiate <f:graph>", "Find the derivative of <f:graph>"),
        "diff(f(x), x)",
    ),
    Row(
        (f"{_PIECES_KO} {_EVERYWHERE} 미분가능할 때, (?:{_ASKED}|{_CONSTANT})",),
        (
            f"{_PIECES_EN} The function is differentiable (?:at <A:at>|everywhere). {_FIND_EN}",
        ),
        "E",
        ("f(A) = g(A)", "diff(f(x), x, A) = diff(g(x), x, A)"),
    ),
    Row(
        (f"{_PIECES_KO} {_EVERYWHERE} 연속일 때, (?:{_ASKED}|{_CONSTANT})",),
        (
            f"{_PIECES_EN} The function is continuous (?:at <A:at>|everywhere). {_FIND_EN}",
        ),
        "E",
        ("f(A) = g(A)",),
    ),
    Row(
        (
            "함수 <:named>[가이] <A:besides>일 때 <f:graph>이고 <AK:image>이다. "
            f"<:named>[가이] <A:at>에서 연속일 때, {_CONSTANT}",
        ),
        (
            f"Let <f:graph> for <A:besides> and <AK:image>. The function is continuous at <A:at>. {_FIND_EN}",
        ),
        "E",
        ("K = limit(f(x), x, A)",),
    ),
    Row(
        (f"<fAK:limit>일 때, {_ASKED}",),
        ("Given <fAK:limit>, find <E:expression>",),
        "E",
        ("f(A) = 0", "diff(f(x), x, A) = K"),
        also=(("limit(f(x)/(x - A), x, A) = K",),),
        holds=conditions.polynomial,
    ),
    Row(
        (f"{_FN} <f:polynomial> 위의 점 <AB:point>에서의 접선의 방정식[을를] {_FIND}",),
        ("Find the equation of the tangent to the curve <f:polynomial> at the point <AB:point>",),
        "",
        ("y - B = diff(f(x), x, A)*(x - A)",),
        asks="solve",
        holds=conditions.on_graph,
    ),
    Row(
        (f"{_FN} <f:polynomial>의 접선의 기울기가 <M:number>일 때, 접점의 <:letter>좌표[을를] {_FIND}",),
        (
            "A tangent to the curve <f:polynomial> has the slope <M:number>. "
            "Find the <:letter>-coordinate of its point of contact",
        ),
        "U",
        ("diff(f(x), x, U) = M",),
    ),
    Row(
        (f"{_FN} <f:polynomial>에 대하여 닫힌구간 <AB:interval>에서 평균값 정리를 만족시키는 {_CONSTANT}",),
        ("Find the constant <E:letter> of the mean value theorem for <f:polynomial> on the interval <AB:interval>",),
        "E",
        ("diff(f(x), x, E) = (f(B) - f(A))/(B - A)",),
        also=(("diff(f(x), x, E) = (f(B) - f(A))/(B - A)", "A < E", "E < B"),),
        holds=conditions.rising,
    ),
    Row(
        (f"{_FN} <f:polynomial>에 대하여 닫힌구간 <AB:interval>에서 롤의 정리를 만족시키는 {_CONSTANT}",),
        ("Find the constant <E:letter> of Rolle's theorem for <f:polynomial> on the interval <AB:interval>",),
        "E",
        ("diff(f(x), x, E) = 0",),
        also=(("diff(f(x), x, E) = 0", "A < E", "E < B"),),
        holds=conditions.equal_ends,
    ),
    *_extreme("극댓값", "maximum", "<"),
    *_extreme("극솟값", "minimum", ">"),
    Row(
        (f"함수 <f:polynomial>[가이] <A:at>에서 극댓값을 갖고,? <B:at>에서 극솟값을 가질 때, {_ASKED}",),
        (
            "The function <f:polynomial> has a local maximum at <A:at> and a local minimum at <B:at>. "
            "Find <E:expression>",
        ),
        "E",
        (*_BOTH, *_BOTH_SIGNS),
    ),
    Row(
        (f"{_MOVES.format('위치')} (?:시각 )?<A:at>(?:일 때|에서)의 점 <:letter>의 속도[을를] {_FIND}",),
        (f"{_MOVES_EN.format('position')} Find its velocity at (?:time )?<A:at>",),
        _D.format("A"),
    ),
    Row(
        (f"{_MOVES.format('위치')} (?:시각 )?<A:at>(?:일 때|에서)의 점 <:letter>의 가속도[을를] {_FIND}",),
        (f"{_MOVES_EN.format('position')} Find its acceleration at (?:time )?<A:at>",),
        _DD.format("A"),
    ),
    Row(
        (f"{_MOVES.format('위치')} 점 <:letter>의 운동 방향이 바뀌는 시각[을를] {_FIND}",
         f"{_MOVES.format('위치')} 점 <:letter>[가이] 운동 방향을 바꾸는 시각[을를] {_FIND}"),
        (f"{_MOVES_EN.format('position')} At what time does (?:it|the point) (?:turn|change its direction)",),
        "U",
        (_D.format("U") + " = 0",),
        holds=conditions.turns_once,
    ),
    Row(
        (f"{_MOVES.format('속도')} <A:at>에서 <B:at>까지 점 <:letter>의 위치의 변화량[을를] {_FIND}",),
        (f"{_MOVES_EN.format('velocity')} Find the change of its position from <A:at> to <B:at>",),
        "integrate(f(x), x, A, B)",
        holds=conditions.rising,
    ),
    Row(
        (f"{_MOVES.format('속도')} <A:at>에서 <B:at>까지 점 <:letter>[가이] 움직인 거리[을를] {_FIND}",),
        (f"{_MOVES_EN.format('velocity')} Find the distance it travels from <A:at> to <B:at>",),
        "integrate(abs(f(x)), x, A, B)",
        holds=conditions.rising,
    ),
    Row(
        (f"다항함수 <:named>에 대하여 <f:derivative>이고 <AB:image>일 때, <C:call>{_VALUE}",),
        ("(?:A|The) polynomial <:named> has <f:derivative> and <AB:image>. Find <C:call>",),
        "B + integrate(f(x), x, A, C)",
        holds=conditions.polynomial,
    ),
    Row(
        (f"{_FN} <f:polynomial>[과와] <:letter>축으로 둘러싸인 (?:도형|부분)의 넓이[을를] {_FIND}",),
        ("Find the area (?:between the curve|bounded by the curve) <f:polynomial> and the <:letter>-axis",),
        "integrate(abs(f(x)), x, A, B)",
        fills=conditions.ends_of_area,
    ),
    Row(
        (
            f"{_FN} <f:polynomial>[과와] (?:직선|곡선) <g:polynomial>(?:으로|로) 둘러싸인 "
            f"(?:도형|부분)의 넓이[을를] {_FIND}",
        ),
        ("Find the area (?:between|bounded by) the curve <f:polynomial> and the (?:line|curve) <g:polynomial>",),
        "integrate(abs(f(x) - g(x)), x, A, B)",
        fills=conditions.ends_of_area,
    ),
    _greatest("최댓값", "maximum", "max"),
    _greatest("최솟값", "minimum", "min"),
    Row(
        (f"방정식 <f:zeros>[은는이가] 열린구간 <E:unit>에서 적어도 하나의 실근을 가질 때, 자연수 <E:letter>{_VALUE}",),
        ("The equation <f:zeros> has a real root in the open interval <E:unit>. Find the natural number <E:letter>",),
        "E",
        ("f(E) < 0", "f(E + 1) > 0"),
        also=(("f(E)*f(E + 1) < 0",),),
        holds=conditions.crosses_once,
    ),
    *(
        Row(
            (
                f"(?:<:letter>에 대한 )?이차방정식 <f:equation>[이가] {ko} 가질 때, "
                f"(?:실수 )?<E:letter>의 값의 범위를 {_FIND}",
            ),
            (f"The quadratic equation <f:equation> has {en}. Find the range of the real number <E:letter>",),
            "",
            (f"D {sign} 0",),
            asks="solve",
            fills=conditions.discriminant,
        )
        for ko, en, sign in (
            ("서로 다른 두 실근을", "two different real roots", ">"),
            ("서로 다른 두 허근을", "two different imaginary roots", "<"),
            ("실근을", "real roots", ">="),
        )
    ),
    Row(
        (f"(?:<:letter>에 대한 )?이차방정식 <f:equation>[이가] 중근을 (?:가질 때,|갖도록 하는) {_CONSTANT}",),
        (
            "The quadratic equation <f:equation> has a (?:repeated|double) root. "
            "Find the (?:real number|constant) <E:letter>",
        ),
        "E",
        ("f(U) = 0", "diff(f(x), x, U) = 0"),
        also=(("D = 0",), ("D/4 = 0",)),
        fills=conditions.discriminant,
    ),
    Row(
        (f"(?:이차식 )?<f:body>[이가] 완전제곱식이 (?:될 때,|되도록 하는) {_CONSTANT}",),
        ("Find the (?:real number|constant) <E:letter> for which <f:body> is a perfect square",),
        "E",
        ("f(U) = 0", "diff(f(x), x, U) = 0"),
        also=(("D = 0",), ("D/4 = 0",)),
        fills=conditions.discriminant,
    ),
    Row(
        (f"(?:다항식 )?<f:expansion>의 전개식에서 <N:power>의 계수[을를] {_FIND}",),
        ("Find the coefficient of <N:power> in the expansion of <f:expansion>",),
        "K",
        fills=conditions.coefficient,
    ),
)  # fmt: skip
