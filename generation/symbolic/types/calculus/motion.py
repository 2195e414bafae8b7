"""Velocity, acceleration and the way of a point on a line [12미적Ⅰ-02-10, 03-06]."""

from __future__ import annotations

from fractions import Fraction

from generation.problem import Ask, Model
from generation.symbolic.told import Item, Said, as_text, slips, told_type
from generation.symbolic.types.calculus.coefficients import over


@told_type(
    "velocity-of-point",
    standard="[12미적Ⅰ-02-10]",
    ko="수직선 위를 움직이는 점의 속도",
    en="velocity of a point on a line",
    draw=lambda rng: {
        "a": rng.randint(1, 3) + 1,
        "b": rng.randint(2, 9),
        "c": rng.randint(1, 9),
        "k": rng.randint(1, 5),
    },
    says={
        "ko": (
            "수직선 위를 움직이는 점 $\\mathrm{P}$의 시각 $t$에서의 위치가 $x={a}t^2-{b}t+{c}$일 때, 시각 $t={k}$에서의 점 $\\mathrm{P}$의 속도를 구하시오.",
        ),
        "en": ("The position of a point on a line at time $t$ is $x={a}t^2-{b}t+{c}$. Find its velocity at $t={k}$.",),
    },
)
def velocity_of_point(a: int, b: int, c: int, k: int) -> Item:
    if a < 2 or b < 2 or c < 1 or k < 1:
        raise ValueError("a motion")
    key = 2 * a * k - b
    return Item(
        Model(Ask("value", of=f"diff(f(t), t, {k})"), {"t": "real"}, define={"f(t)": f"{a}*t^2 - {b}*t + {c}"}),
        (str(key),),
        (
            Said("위치를 미분하면 속도이므로", "the velocity is the derivative of the position", f"2*{a}*{k} - {b}"),
            Said("따라서", "so", str(key)),
        ),
        slips(key, a * k * k - b * k + c, 2 * a, a * k - b, key + c, 2 * a * k + b),
    )


@told_type(
    "time-of-turning",
    standard="[12미적Ⅰ-02-10]",
    ko="운동 방향이 바뀌는 시각",
    en="time at which a point turns",
    draw=lambda rng: (lambda a, k: {"a": a, "b": 2 * a * k, "c": rng.randint(1, 9)})(
        rng.randint(2, 5), rng.randint(1, 8)
    ),
    says={
        "ko": (
            "수직선 위를 움직이는 점 $\\mathrm{P}$의 시각 $t$ $(t\\ge 0)$에서의 위치가 $x={a}t^2-{b}t+{c}$일 때, 점 $\\mathrm{P}$의 운동 방향이 바뀌는 시각을 구하시오.",
        ),
        "en": (
            "The position of a point on a line at time $t\\ge 0$ is $x={a}t^2-{b}t+{c}$. At what time does the point change its direction?",
        ),
    },
)
def time_of_turning(a: int, b: int, c: int) -> Item:
    if min(a, b) < 2 or c < 1:
        raise ValueError("a motion")
    key = Fraction(b, 2 * a)
    if key.denominator > 2:
        raise ValueError("a clean time")
    return Item(
        Model(
            Ask("value", of="k"),
            {"t": "nonnegative", "k": "nonnegative"},
            given=("diff(f(t), t, k) = 0",),
            define={"f(t)": f"{a}*t^2 - {b}*t + {c}"},
        ),
        (as_text(key),),
        (
            Said("속도가 0이 되는 시각을 $k$라 하면", "the velocity is 0 at time $k$", f"{2 * a}k - {b} = 0"),
            Said("따라서", "so", f"k = {as_text(key)}"),
        ),
        slips(key, Fraction(b, a), 2 * key + 1, Fraction(c, b), key + 1, b),
    )


@told_type(
    "acceleration-of-point",
    standard="[12미적Ⅰ-02-10]",
    ko="수직선 위를 움직이는 점의 가속도",
    en="acceleration of a point on a line",
    draw=lambda rng: {"a": rng.randint(2, 4), "b": rng.randint(2, 9), "c": rng.randint(2, 9), "k": rng.randint(1, 5)},
    says={
        "ko": (
            "수직선 위를 움직이는 점 $\\mathrm{P}$의 시각 $t$에서의 위치가 $x={a}t^3-{b}t^2+{c}t$일 때, 시각 $t={k}$에서의 점 $\\mathrm{P}$의 가속도를 구하시오.",
        ),
        "en": (
            "The position of a point on a line at time $t$ is $x={a}t^3-{b}t^2+{c}t$. Find its acceleration at $t={k}$.",
        ),
    },
)
def acceleration_of_point(a: int, b: int, c: int, k: int) -> Item:
    if min(a, b, c) < 2 or k < 1:
        raise ValueError("a motion")
    key = 6 * a * k - 2 * b
    return Item(
        Model(
            Ask("value", of=f"diff(diff(f(t), t), t, {k})"),
            {"t": "real"},
            define={"f(t)": f"{a}*t^3 - {b}*t^2 + {c}*t"},
        ),
        (str(key),),
        (
            Said(
                "위치를 두 번 미분하면 가속도이므로",
                "the acceleration is the second derivative",
                f"{6 * a}*{k} - {2 * b}",
            ),
            Said("따라서", "so", str(key)),
        ),
        slips(key, 3 * a * k * k - 2 * b * k + c, 6 * a * k - b, 3 * a * k - 2 * b, 6 * a - 2 * b, 6 * a * k),
    )


@told_type(
    "change-of-position",
    standard="[12미적Ⅰ-03-06]",
    ko="위치의 변화량",
    en="change of position",
    draw=lambda rng: {"a": 2 * rng.randint(1, 4), "b": rng.randint(2, 9), "k": rng.randint(2, 6)},
    says={
        "ko": (
            "수직선 위를 움직이는 점 $\\mathrm{P}$의 시각 $t$에서의 속도가 $v={a}t-{b}$일 때, $t=0$에서 $t={k}$까지 점 $\\mathrm{P}$의 위치의 변화량을 구하시오.",
        ),
        "en": (
            "The velocity of a point on a line at time $t$ is $v={a}t-{b}$. Find the change of its position from $t=0$ to $t={k}$.",
        ),
    },
)
def change_of_position(a: int, b: int, k: int) -> Item:
    if a < 2 or b < 2 or k < 1:
        raise ValueError("a motion")
    key = Fraction(a * k * k, 2) - b * k
    return Item(
        Model(Ask("value", of=f"integrate(f(t), t, 0, {k})"), {"t": "real"}, define={"f(t)": f"{a}*t - {b}"}),
        (as_text(key),),
        (
            Said("속도를 적분하면", "integrate the velocity", f"{as_text(Fraction(a, 2))}*{k}^2 - {b}*{k}"),
            Said("따라서", "so", as_text(key)),
        ),
        slips(key, a * k - b, a * k * k - b * k, Fraction(a * k * k, 2) + b * k, -key, key + b),
    )


@told_type(
    "distance-travelled",
    standard="[12미적Ⅰ-03-06]",
    ko="움직인 거리",
    en="distance travelled",
    draw=lambda rng: (lambda a, r: {"a": a, "b": a * r, "k": r + rng.randint(1, 4)})(
        2 * rng.randint(1, 6), rng.randint(1, 6)
    ),
    says={
        "ko": (
            "수직선 위를 움직이는 점 $\\mathrm{P}$의 시각 $t$에서의 속도가 $v={a}t-{b}$일 때, $t=0$에서 $t={k}$까지 점 $\\mathrm{P}$가 움직인 거리를 구하시오.",
        ),
        "en": (
            "The velocity of a point on a line at time $t$ is $v={a}t-{b}$. Find the distance it travels from $t=0$ to $t={k}$.",
        ),
    },
)
def distance_travelled(a: int, b: int, k: int) -> Item:
    turn = Fraction(b, a)
    if a < 2 or b < 2 or turn.denominator > 1 or not 0 < turn < k:
        raise ValueError("a motion that turns")
    back = -over([-b, a], 0, turn)
    forth = over([-b, a], turn, k)
    key = back + forth
    return Item(
        Model(Ask("value", of=f"integrate(|f(t)|, t, 0, {k})"), {"t": "real"}, define={"f(t)": f"{a}*t - {b}"}),
        (as_text(key),),
        (
            Said(
                "속도의 부호가 바뀌는 시각을 기준으로 구간을 나누어 적분하면",
                "integrate up to the time of turning and from there on",
                f"{as_text(back)} + {as_text(forth)}",
            ),
            Said("따라서", "so", as_text(key)),
        ),
        slips(key, forth - back, back, forth, a * k - b, key + 1),
    )
