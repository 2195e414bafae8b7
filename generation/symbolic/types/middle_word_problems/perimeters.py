"""Sides of rectangles and heights of trapezoids from perimeter and area [9수02-04], [9수02-20]."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from generation.symbolic.told import Item, Said, as_text, slips, told_type, value
from generation.symbolic.wordings import wordings

EQUATION, QUADRATIC = "[9수02-04]", "[9수02-20]"


def _is_length(number: Fraction) -> bool:
    return number > 0 and number.denominator == 1


def _longer(rng: Random) -> dict[str, object]:
    width, d = rng.randint(3, 30), rng.randint(1, 12)
    return {"d": d, "p": 4 * width + 2 * d}


def _sides(d: int, p: int, asks_length: bool) -> Item:
    if min(d, p) <= 0 or (p - 2 * d) % 4 or p <= 2 * d:
        raise ValueError("a whole width")
    width = (p - 2 * d) // 4
    key = width + d if asks_length else width
    last = (
        (Said("가로의 길이는", "the length is", f"{width} + {d}"), Said("계산하면", "work it out", str(key)))
        if asks_length
        else ()
    )
    return Item(
        value(f"x + {d}" if asks_length else "x", [f"2*(x + (x + {d})) = {p}"], x="positive"),
        (str(key),),
        (
            Said(f"세로의 길이를 $x$ cm라 하면 가로의 길이는 $(x+{d})$ cm이므로",
                 f"let the width be $x$ cm; then the length is $(x+{d})$ cm", f"2(x + (x + {d})) = {p}"),
            Said("괄호를 풀면", "expand the bracket", f"4x + {2 * d} = {p}"),
            Said("이 방정식을 풀면", "solve it", f"x = {width}"),
            *last,
        ),
        slips(key, width, width + d, Fraction(p - d, 2), Fraction(p - d, 4), p // 4, key + 2, key + 1, fits=_is_length),
        unit="cm",
    )  # fmt: skip


for _id, _ko_asked, _en_asked, _asks_length in (("width", "세로", "width", False), ("length", "가로", "length", True)):

    def _build(d: int, p: int, _asks_length: bool = _asks_length) -> Item:
        return _sides(d, p, _asks_length)

    told_type(
        f"{_id}-from-perimeter",
        standard=EQUATION,
        ko="직사각형의 둘레의 길이",
        en="perimeter of a rectangle",
        draw=_longer,
        says={
            "ko": (
                "가로의 길이가 세로의 길이보다 {d} cm 더 긴 직사각형의 둘레의 길이가 {p} cm일 때, "
                f"이 직사각형의 {_ko_asked}의 길이를 구하시오.",
            ),
            "en": (
                f"A rectangle is {{d}} cm longer than it is wide, and its perimeter is {{p}} cm. Find its {_en_asked}.",
            ),
        },
        reads=wordings(
            "가로의 길이가 세로의 길이보다 {d} cm<만큼|> <더 |>긴 직사각형<의 둘레의 길이가|이 있다. 이 직사각형의 둘레의 길이가> {p} cm일 때, "
            f"<이 직사각형의|직사각형의|> {_ko_asked}의 길이를 구하시오.",
            "둘레의 길이가 {p} cm인 직사각형<에서|이 있다.> 가로의 길이가 세로의 길이보다 {d} cm<만큼|> <더 |><길 때,|길다.> "
            f"<이 직사각형의 |>{_ko_asked}의 길이를 구하시오.",
        ),
    )(_build)


def _times_width(rng: Random) -> dict[str, object]:
    k = rng.randint(2, 5)
    return {"k": k, "p": 2 * (k + 1) * rng.randint(2, 60)}


def _multiple(k: int, p: int, asks_length: bool) -> Item:
    if k < 2 or p <= 0 or p % (2 * (k + 1)):
        raise ValueError("a whole width")
    width = p // (2 * (k + 1))
    key = k * width if asks_length else width
    last = (
        (Said("가로의 길이는", "the length is", f"{k}*{width}"), Said("계산하면", "work it out", str(key)))
        if asks_length
        else ()
    )
    return Item(
        value(f"{k}*x" if asks_length else "x", [f"2*({k}*x + x) = {p}"], x="positive"),
        (str(key),),
        (
            Said(f"세로의 길이를 $x$ cm라 하면 가로의 길이는 ${k}x$ cm이므로",
                 f"let the width be $x$ cm; then the length is ${k}x$ cm", f"2({k}x + x) = {p}"),
            Said("좌변을 정리하면", "collect the left side", f"{2 * (k + 1)}*x = {p}"),
            Said("이 방정식을 풀면", "solve it", f"x = {width}"),
            *last,
        ),
        slips(key, width, k * width, Fraction(p, k + 1), Fraction(p, 2 * k), Fraction(p * k, k + 1), key + 2, key + 1,
              fits=_is_length),
        unit="cm",
    )  # fmt: skip


for _id, _ko_asked, _en_asked, _asks_length in (("width", "세로", "width", False), ("length", "가로", "length", True)):

    def _build_multiple(k: int, p: int, _asks_length: bool = _asks_length) -> Item:
        return _multiple(k, p, _asks_length)

    told_type(
        f"{_id}-from-perimeter-and-multiple",
        standard=EQUATION,
        ko="직사각형의 둘레의 길이와 배",
        en="perimeter and multiple",
        draw=_times_width,
        says={
            "ko": (
                "가로의 길이가 세로의 길이의 {k}배인 직사각형의 둘레의 길이가 {p} cm일 때, "
                f"이 직사각형의 {_ko_asked}의 길이를 구하시오.",
            ),
            "en": (
                "A rectangle is {k} times as long as it is wide, and its perimeter is {p} cm. "
                f"Find its {_en_asked}.",
            ),
        },
        reads=wordings(
            "가로의 길이가 세로의 길이의 {k}배인 직사각형<의 둘레의 길이가|이 있다. 이 직사각형의 둘레의 길이가> {p} cm일 때, "
            f"<이 직사각형의|직사각형의|> {_ko_asked}의 길이를 구하시오.",
        ),
    )(_build_multiple)


def _perimeter_and_area(rng: Random) -> dict[str, object]:
    width, length = sorted(rng.sample(range(2, 26), 2))
    return {"p": 2 * (width + length), "s": width * length}


def _from_area(p: int, s: int, asks_length: bool) -> Item:
    half = p // 2
    width = next((w for w in range(1, half) if w * (half - w) == s and 2 * w < half), None)
    if p % 2 or width is None:
        raise ValueError("whole sides")
    key, other = (half - width, width) if asks_length else (width, half - width)
    name = "x" if asks_length else "y"
    return Item(
        value(name, [f"2*(x + y) = {p}", f"x*y = {s}", "x > y"], x="positive", y="positive"),
        (str(key),),
        (
            Said("가로의 길이를 $x$ cm, 세로의 길이를 $y$ cm라 하면", "let the length be $x$ cm and the width $y$ cm",
                 f"2(x + y) = {p} and x*y = {s} and x > y"),
            Said("첫째 식에서 $y$를 $x$로 나타내면", "from the first equation", f"y = {half} - x and x*y = {s} and x > y"),
            Said("둘째 식에 대입하여 인수분해하면", "put it into the second and factor",
                 f"y = {half} - x and (x - {width})(x - {half - width}) = 0 and x > y"),
            Said("$x>y$이므로", "as $x>y$", f"x = {half - width} and y = {width}"),
            Said("따라서", "so", f"{name} = {key}"),
        ),
        slips(key, other, half, key + 1, key - 1, key + 2, fits=_is_length),
        unit="cm",
    )  # fmt: skip


for _id, _ko_asked, _en_asked, _asks_length in (("width", "세로", "width", False), ("length", "가로", "length", True)):

    def _build_area(p: int, s: int, _asks_length: bool = _asks_length) -> Item:
        return _from_area(p, s, _asks_length)

    told_type(
        f"{_id}-from-perimeter-and-area",
        standard=QUADRATIC,
        ko="직사각형의 둘레의 길이와 넓이",
        en="perimeter and area of a rectangle",
        draw=_perimeter_and_area,
        says={
            "ko": (
                "둘레의 길이가 {p} cm이고 넓이가 ${s} \\text{ cm}^2$인 직사각형이 있다. 가로의 길이가 세로의 길이보다 길 때, "
                f"{_ko_asked}의 길이를 구하시오.",
            ),
            "en": (
                "The perimeter of a rectangle is {p} cm and its area is ${s} \\text{ cm}^2$. It is longer than it is wide. "
                f"Find its {_en_asked}.",
            ),
        },
        reads=wordings(
            "둘레의 길이가 {p} cm<이고|,> 넓이가 ${s} \\text{ cm}^2$인 직사각형<이 있다. 가로의 길이가|의 가로의 길이가|에서 가로의 길이가> "
            f"세로의 길이보다 <더 |>길 때, <이 직사각형의 |>{_ko_asked}의 길이를 구하시오.",
        ),
    )(_build_area)


@told_type(
    "height-of-trapezoid",
    standard=EQUATION,
    ko="사다리꼴의 높이",
    en="height of a trapezoid",
    draw=lambda rng: (lambda a, b, h: {"a": a, "b": b, "s": Fraction((a + b) * h, 2)})(
        rng.randint(2, 12), rng.randint(3, 16), rng.randint(2, 15)
    ),
    says={
        "ko": (
            "윗변의 길이가 {a} cm, 아랫변의 길이가 {b} cm인 사다리꼴의 넓이가 ${s} \\text{ cm}^2$일 때, 이 사다리꼴의 높이를 구하시오.",
            "윗변의 길이가 {a} cm, 아랫변의 길이가 {b} cm이고 넓이가 ${s} \\text{ cm}^2$인 사다리꼴의 높이를 구하시오.",
        ),
        "en": (
            "The parallel sides of a trapezoid are {a} cm and {b} cm long, and its area is ${s} \\text{ cm}^2$. "
            "Find its height.",
        ),
    },
)
def height_of_trapezoid(a: int, b: int, s: int) -> Item:
    if min(a, b, s) <= 0 or a == b:
        raise ValueError("a trapezoid")
    key = Fraction(2 * s, a + b)
    if not _is_length(key):
        raise ValueError("a whole height")
    return Item(
        value("x", [f"1/2*({a} + {b})*x = {s}"], x="positive"),
        (as_text(key),),
        (
            Said("높이를 $x$ cm라 하고 식을 세우면", "let the height be $x$ cm", f"1/2*({a} + {b})*x = {s}"),
            Said("양변에 $2$를 곱하여 정리하면", "multiply both sides by $2$", f"{a + b}*x = {2 * s}"),
            Said("따라서", "so", f"x = {as_text(key)}"),
        ),
        slips(key, Fraction(s, a + b), Fraction(2 * s, a), Fraction(2 * s, b), 2 * key, key + 1, key + 2,
              fits=lambda n: n > 0 and n.denominator <= 2),
        unit="cm",
    )  # fmt: skip
