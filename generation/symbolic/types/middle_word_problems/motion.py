"""Distance, speed and time: two ways, two speeds, catching up, around a lake [9수02-04]."""

from __future__ import annotations

from fractions import Fraction
from math import lcm
from random import Random

from generation.symbolic.told import Item, Said, as_text, slips, told_type, value
from generation.symbolic.wordings import wordings

STANDARD = "[9수02-04]"
SPEEDS = (2, 3, 4, 5, 6, 8, 10, 12, 15, 20)


def _is_whole(number: Fraction) -> bool:
    return number > 0 and number.denominator == 1


def _times(k: int, name: str = "x") -> str:
    return name if k == 1 else f"{k}{name}"


def _mountain(rng: Random) -> dict[str, object]:
    a, b = sorted(rng.sample((2, 3, 4, 5, 6), 2))
    distance = lcm(a, b) * rng.randint(1, 4)
    return {"a": a, "b": b, "t": distance // a + distance // b}


def _two_ways(a: int, b: int, t: int) -> tuple[Item, int]:
    if a == b or min(a, b, t) <= 0:
        raise ValueError("two speeds and a time")
    key = Fraction(t * a * b, a + b)
    if not _is_whole(key) or key > 300:
        raise ValueError("whole kilometres")
    both = lcm(a, b)
    item = Item(
        value("x", [f"x/{a} + x/{b} = {t}"], x="positive"),
        (as_text(key),),
        (
            Said("거리를 $x$ km라 하면 (시간)=(거리)÷(속력)이므로", "let the distance be $x$ km; time is distance over speed",
                 f"x/{a} + x/{b} = {t}"),
            Said(f"양변에 ${both}$[을] 곱하면", f"multiply both sides by ${both}$",
                 f"{_times(both // a)} + {_times(both // b)} = {both * t}"),
            Said("따라서", "so", f"x = {as_text(key)}"),
        ),
        slips(key, 2 * key, Fraction(t * (a + b), 2), Fraction(t * (a + b), 4), t * a, t * b, key + 1, key + 2, fits=_is_whole),
        unit="km",
    )  # fmt: skip
    return item, int(key)


@told_type(
    "up-and-down-one-way",
    standard=STANDARD,
    ko="등산에서의 거리, 속력, 시간",
    en="distance up a mountain",
    draw=_mountain,
    says={
        "ko": (
            "등산을 하는데 올라갈 때는 시속 {a} km로, 내려올 때는 같은 길을 시속 {b} km로 걸어서 모두 {t}시간이 걸렸다. "
            "올라간 거리를 구하시오.",
        ),
        "en": (
            "A hiker walks up a path at {a} km/h and down the same path at {b} km/h, {t} hours in all. "
            "Find the length of the path.",
        ),
    },
    reads=wordings(
        "등산을 하는데 올라갈 때는 시속 {a} km로<,|> 내려올 때는 같은 <길을|등산로를> 시속 {b} km로 걸어<서|> <모두|총|> {t}시간이 걸렸다. "
        "<올라간 거리를|등산로의 길이를|등산로의 거리를> 구하시오.",
        "<산을|등산로를> <올라갈 때는|올라갈 때에는> 시속 {a} km로<,|> <내려올 때는|내려올 때에는> 같은 길을 시속 {b} km로 걸어<서|> "
        "<모두|총|> {t}시간이 걸렸다. <올라간 거리를|등산로의 길이를> 구하시오.",
    ),
)
def up_and_down(a: int, b: int, t: int) -> Item:
    return _two_ways(a, b, t)[0]


def _later(rng: Random) -> dict[str, object]:
    slow, fast = rng.choice(
        ((3, 6), (4, 8), (4, 12), (3, 12), (5, 10), (5, 15), (6, 12), (6, 10), (4, 6), (4, 10), (3, 15))
    )
    distance = Fraction(rng.randint(1, 24), 2)
    return {"a": slow, "b": fast, "m": distance * (fast - slow) / (slow * fast) * 60}


@told_type(
    "distance-from-difference-of-times",
    standard=STANDARD,
    ko="시간 차에 대한 일차방정식의 활용",
    en="distance from a difference of times",
    draw=_later,
    says={
        "ko": (
            "집에서 학교까지 가는데 시속 {a} km로 걸어가면 시속 {b} km로 자전거를 타고 가는 것보다 {m}분이 더 걸린다. "
            "집에서 학교까지의 거리를 구하시오.",
        ),
        "en": (
            "The way to school takes {m} minutes more on foot, at {a} km/h, than by bicycle, at {b} km/h. "
            "Find the distance to school in km.",
        ),
    },
    reads=wordings(
        "<집에서 학교까지|집과 학교 사이를> <가는데|가는 데> 시속 {a} km로 걸어<서 |>가면 시속 {b} km로 자전거를 타고 <가는 것보다|갈 때보다> "
        "{m}분<이|> 더 걸린다<고 한다|>. <집에서 학교까지의|집과 학교 사이의> 거리를 구하시오.",
    ),
)
def later_on_foot(a: int, b: int, m: int) -> Item:
    if not 0 < a < b or m <= 0 or Fraction(m).denominator != 1:
        raise ValueError("a slow and a fast way")
    key = Fraction(m * a * b, 60 * (b - a))
    if (2 * key).denominator != 1 or key > 30:
        raise ValueError("a distance")
    both = lcm(a, b)
    hours = Fraction(m, 60)
    key_text = as_text(key)
    return Item(
        value("x", [f"x/{a} - x/{b} = {m}/60"], x="positive"),
        (key_text,),
        (
            Said(f"거리를 $x$ km라 하면 시간의 차가 ${m}$분이므로", f"let the distance be $x$ km; the times differ by ${m}$ minutes",
                 f"x/{a} - x/{b} = {m}/60"),
            Said(f"양변에 ${both}$[을] 곱하면", f"multiply both sides by ${both}$",
                 f"{_times(both // a)} - {_times(both // b)} = {as_text(both * hours)}"),
            Said("따라서", "so", f"x = {key_text}"),
        ),
        slips(key, hours * (b - a), hours * a, hours * b, key * 2, key + 1, key + 2, key + 3, key / 2,
              fits=lambda n: n > 0 and n.denominator <= 2),
        unit="km",
    )  # fmt: skip


def _behind(rng: Random) -> dict[str, object]:
    slow, fast = sorted(rng.sample(range(40, 251, 10), 2))
    return {"d": rng.randint(4, 20), "a": slow, "b": fast}


@told_type(
    "minutes-until-caught-up",
    standard=STANDARD,
    ko="따라잡는 문제",
    en="catching up",
    draw=_behind,
    says={
        "ko": (
            "동생이 집을 출발한 지 {d}분 후에 형이 동생을 따라나섰다. 동생은 분속 {a} m로 걷고, 형은 분속 {b} m로 따라갈 때, "
            "형은 출발한 지 몇 분 후에 동생을 만나는지 구하시오.",
        ),
        "en": (
            "A brother leaves {d} minutes after his sister and follows her. She walks {a} m a minute, he goes {b} m a minute. "
            "How many minutes after he leaves does he catch up with her?",
        ),
    },
    reads=wordings(
        "<동생이 집을|동생이 집에서> 출발한 지 {d}분 후에 <형|언니|누나>이 동생을 따라나섰다. 동생은 분속 {a} m로 <걷고|걸어가고>, "
        "<형|언니|누나>은 분속 {b} m로 <따라갈 때|뛰어갈 때|자전거를 타고 갈 때>, <형|언니|누나>이 출발한 지 몇 분 후에 동생을 만나는지 구하시오.",
        "동생이 분속 {a} m로 <집을|집에서> 출발한 지 {d}분 후에 형이 분속 {b} m로 동생을 따라갔다. "
        "형이 출발한 지 몇 분 후에 동생을 만나는지 구하시오.",
        "동생이 집을 출발한 지 {d}분 후에 형이 동생을 따라나섰다. 동생은 분속 {a} m로 <걷고|걸어가고>, "
        "형은 분속 {b} m로 <따라갈 때|뛰어갈 때>, 형이 동생을 만나는 것은 형이 출발한 지 몇 분 후인지 구하시오.",
    ),
)
def caught_up(d: int, a: int, b: int) -> Item:
    if not 0 < a < b or d <= 0:
        raise ValueError("a faster follower")
    key = Fraction(d * a, b - a)
    if not _is_whole(key) or key > 120:
        raise ValueError("whole minutes")
    return Item(
        value("x", [f"{a}*({d} + x) = {b}*x"], x="positive"),
        (as_text(key),),
        (
            Said(f"뒤에 출발한 사람이 $x$분 동안 갈 때 앞사람은 $({d}+x)$분 동안 가고 두 거리가 같으므로",
                 f"in $x$ minutes of the one behind the other goes $({d}+x)$ minutes; the distances are equal",
                 f"{a}({d} + x) = {b}x"),
            Said("괄호를 풀면", "expand the bracket", f"{a * d} + {a}x = {b}x"),
            Said("따라서", "so", f"x = {as_text(key)}"),
        ),
        slips(key, key + d, Fraction(d * a, b), Fraction(d * b, b - a), Fraction(d * a, a + b), key + 5, key - 1,
              fits=_is_whole),
        unit={"ko": "분", "en": "minutes"},
    )  # fmt: skip


def _lake(rng: Random) -> dict[str, object]:
    a, b = rng.sample(range(40, 160, 5), 2)
    return {"w": (a + b) * rng.randint(5, 40), "a": max(a, b), "b": min(a, b)}


def _around(w: int, a: int, b: int, opposite: bool) -> Item:
    if a == b or min(w, a, b) <= 0 or (not opposite and a < b):
        raise ValueError("two speeds")
    key = Fraction(w, a + b if opposite else a - b)
    if not _is_whole(key) or key > 200:
        raise ValueError("whole minutes")
    sign, word, joined = ("+", "합", "add up") if opposite else ("-", "차", "differ by")
    return Item(
        value("x", [f"{a}*x {sign} {b}*x = {w}"], x="positive"),
        (as_text(key),),
        (
            Said(f"$x$분 동안 걸은 두 거리의 {word}가 호수의 둘레의 길이와 같으므로".replace("합가", "합이"),
                 f"the distances of $x$ minutes {joined} the way around", f"{a}x {sign} {b}x = {w}"),
            Said("정리하면", "collect", f"{a + b if opposite else a - b}*x = {w}"),
            Said("따라서", "so", f"x = {as_text(key)}"),
        ),
        slips(key, Fraction(w, abs(a - b)), Fraction(w, a + b), Fraction(w, a), Fraction(w, b), 2 * key, key / 2, key + 5,
              fits=_is_whole),
        unit={"ko": "분", "en": "minutes"},
    )  # fmt: skip


for _id, _ko, _en, _way_en, _opposite in (
    ("opposite", "반대", "in opposite directions", "in opposite directions", True),
    ("same", "같은", "in the same direction", "in the same direction", False),
):

    def _build(w: int, a: int, b: int, _opposite: bool = _opposite) -> Item:
        return _around(w, a, b, _opposite)

    def _draw(rng: Random, _opposite: bool = _opposite) -> dict[str, object]:
        drawn = _lake(rng)
        a, b = int(str(drawn["a"])), int(str(drawn["b"]))
        return drawn if _opposite else {**drawn, "w": (a - b) * rng.randint(15, 120)}

    told_type(
        f"around-a-lake-{_id}",
        standard=STANDARD,
        ko=f"호수를 {_ko} 방향으로 도는 문제",
        en=f"around a lake {_en}",
        draw=_draw,
        says={
            "ko": (
                "둘레의 길이가 {w} m인 호수의 둘레를 갑과 을이 같은 지점에서 동시에 출발하여 "
                f"{'서로 반대' if _opposite else '같은'} 방향으로 걸었다. 갑은 분속 {{a}} m, 을은 분속 {{b}} m로 걸을 때, "
                "두 사람은 출발한 지 몇 분 후에 처음으로 만나는지 구하시오.",
            ),
            "en": (
                "Two people start at the same place and walk around a lake, {w} m around, "
                f"{_way_en}, at {{a}} m and {{b}} m a minute. After how many minutes do they first meet?",
            ),
        },
        reads=wordings(
            "둘레의 길이가 {w} m인 <호수의 둘레를|호수 둘레를|호수를|트랙을> <갑과 을이|두 사람이> 같은 지점에서 동시에 출발하여 "
            f"<서로 {_ko}|{_ko}> 방향으로 <걸었다.|걷고 있다.|걷는다.> 갑은 분속 {{a}} m<, |로, |로 걷고, >을은 분속 {{b}} m로 걸을 때, "
            "두 사람은 출발한 지 몇 분 후에 처음으로 만나는지 구하시오.",
        ),
    )(_build)
