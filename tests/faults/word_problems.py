"""Word problems with quantities: what the answer is counted in is a part of what is right."""

from __future__ import annotations

from generation.problem import Ask, Model
from tests.faults.templates import Numbers, Template, ints, one, only, solve


def _value(of: str) -> Model:
    return Model(Ask("value", of=of))


def _less(n: Numbers) -> int:
    return n["p"] - n["p"] * n["d"] // 100


WORD_PROBLEMS: tuple[Template, ...] = (
    Template(
        "price of two sorts",
        ints(p=(300, 900), n=(2, 9), q=(200, 900)),
        "한 개에 {p}원인 사과 {n}개와 {q}원짜리 귤 1개를 샀다. 내야 할 돈은 얼마인지 구하시오.",
        "An apple costs {p} won. Find the price of {n} apples and 1 orange for {q} won.",
        lambda n: _value(f"{n['p']}*{n['n']} + {n['q']}"),
        lambda n: one(n["p"] * n["n"] + n["q"]),
        ("원", "won"),
        ("개", "만원", "apples", "dollars", "천원", "%"),
    ),
    Template(
        "distance from speed and time",
        ints(v=(40, 120), t=(2, 9)),
        "시속 {v}km로 {t}시간 동안 달린 거리를 구하시오.",
        "A car goes {v} km per hour for {t} hours. Find the distance.",
        lambda n: _value(f"{n['v']}*{n['t']}"),
        lambda n: one(n["v"] * n["t"]),
        ("km", "km"),
        ("시간", "m", "hours", "cm", "km/h", "hour", "시속"),
    ),
    Template(
        "time from distance and speed",
        ints(v=(40, 90), t=(2, 9)),
        "{s}km의 거리를 시속 {v}km로 달릴 때 걸리는 시간을 구하시오. (단위: 시간)",
        "How many hours does it take to go {s} km at {v} km per hour? Answer in hours.",
        lambda n: _value(f"{n['s']}/{n['v']}"),
        lambda n: None if n["s"] % n["v"] else one(n["s"] // n["v"]),
        ("시간", "hours"),
        ("km", "분", "minutes", "m", "초"),
        follow=lambda n: {"s": n["v"] * n["t"]},
    ),
    Template(
        "perimeter",
        ints(a=(2, 40), b=(2, 40)),
        "가로가 {a}cm, 세로가 {b}cm인 직사각형의 둘레의 길이를 구하시오.",
        "A rectangle is {a} cm long and {b} cm wide. Find its perimeter.",
        lambda n: _value(f"2*({n['a']} + {n['b']})"),
        lambda n: one(2 * (n["a"] + n["b"])),
        ("cm", "cm"),
        ("cm^2", "m", "mm", "㎠", "cm²"),
    ),
    Template(
        "area",
        ints(a=(2, 40), b=(2, 40)),
        "가로가 {a}cm, 세로가 {b}cm인 직사각형의 넓이를 구하시오.",
        "A rectangle is {a} cm long and {b} cm wide. Find its area.",
        lambda n: _value(f"{n['a']}*{n['b']}"),
        lambda n: one(n["a"] * n["b"]),
        ("cm^2", "cm^2"),
        ("cm", "m^2", "cm^3", "m"),
    ),
    Template(
        "price with a discount",
        ints(k=(10, 90), d=(1, 9)),
        "정가가 {p}원인 물건을 {d}% 할인하여 판다. 판매 가격을 구하시오.",
        "The price of a thing is {p} won. It is sold with {d}% off. Find what is paid.",
        lambda n: _value(f"{n['p']}*(1 - {n['d']}/100)"),
        lambda n: one(_less(n)),
        ("원", "won"),
        ("%", "만원", "percent"),
        follow=lambda n: {"p": 100 * n["k"], "d": 5 * n["d"]},
    ),
    Template(
        "age",
        ints(a=(31, 50), b=(5, 14), k=(2, 2)),
        "현재 아버지의 나이는 {a}세, 아들의 나이는 {b}세이다. "
        "아버지의 나이가 아들의 나이의 2배가 되는 것은 몇 년 후인지 구하시오.",
        "A father is {a} years old, his son {b} years. In how many years is the father 2 times as old as his son?",
        lambda n: solve("x", "natural", f"{n['a']} + x = 2*({n['b']} + x)"),
        lambda n: only([x for x in range(1, 60) if n["a"] + x == 2 * (n["b"] + x)]),
        ("년", "years"),
        ("세", "개월", "months"),
    ),
    Template(
        "shared weight",
        ints(n=(2, 9), w=(2, 30)),
        "설탕 {s}kg을 {n}개의 봉지에 똑같이 나누어 담았다. 한 봉지에 담은 설탕의 무게를 구하시오.",
        "{s} kg of sugar are shared equally among {n} bags. Find the weight in one bag.",
        lambda n: _value(f"{n['s']}/{n['n']}"),
        lambda n: None if n["s"] % n["n"] else one(n["s"] // n["n"]),
        ("kg", "kg"),
        ("개", "g", "봉지", "bags", "t"),
        follow=lambda n: {"s": n["n"] * n["w"]},
    ),
)
"""Items in which the numbers are quantities."""
