"""Numbered cards: counting [9수04-05] and probability [9수04-06]."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from generation.problem import Ask, Model
from generation.symbolic.told import Item, Said, Slot, as_text, told_type, value
from generation.symbolic.types.middle_data.samples import numbers


def draw_cards(rng: Random) -> dict[str, object]:
    return {"n": rng.randint(4, 9)}


@told_type(
    "two-digit-numbers-of-cards",
    standard="[9수04-05]",
    ko="카드로 만든 두 자리 자연수",
    en="two-digit numbers from cards",
    draw=draw_cards,
    says={
        "ko": (
            "$1$부터 {n}까지의 자연수가 각각 하나씩 적힌 {n}장의 카드로 만들 수 있는 두 자리 자연수의 개수를 구하시오.",
        ),
        "en": (
            "Cards numbered from $1$ to {n}, one of each, are laid side by side for the tens and the ones of a number. "
            "How many such numbers can be made?",
        ),
    },
    reads=(
        "{data}의 숫자가 각각 적힌 {n}장의 카드 중에서 2장을 뽑아 만들 수 있는 두 자리 자연수의 개수를 구하시오.",
        "{data}[이] 각각 적힌 {n}장의 카드 중에서 2장을 뽑아 만들 수 있는 두 자리 자연수의 개수를 구하시오.",
        "{data}의 숫자가 각각 하나씩 적힌 {n}장의 카드 중에서 2장을 뽑아 만들 수 있는 두 자리 자연수의 개수를 구하시오.",
        "1부터 {n}까지의 자연수가 각각 하나씩 적힌 {n}장의 카드 중에서 2장을 뽑아 만들 수 있는 두 자리 자연수의 개수를 구하시오.",
    ),
)
def two_digit_numbers_of_cards(n: int, data: Slot | None = None) -> Item:
    if not 3 <= n <= 9 or (data is not None and numbers(data) != list(range(1, n + 1))):
        raise ValueError("cards of one digit")
    key = n * (n - 1)
    wrong = {n * n, n * (n - 1) // 2, 2 * n, n * (n + 1), 2 * n - 1} - {key}
    return Item(
        Model(Ask("count", unknowns=("x", "y")), {"x": f"1..{n}", "y": f"1..{n}"}, given=("x != y",)),
        (str(key),),
        (
            Said(f"십의 자리에는 ${n}$가지, 일의 자리에는 그것을 제외한 ${n - 1}$가지가 올 수 있으므로",
                 f"${n}$ cards for the tens and ${n - 1}$ for the ones", f"{n}*{n - 1}"),
            Said("따라서", "so", str(key)),
        ),
        tuple((str(w),) for w in sorted(wrong)),
    )  # fmt: skip


def draw_roads(rng: Random) -> dict[str, object]:
    m, n = rng.sample(range(2, 8), 2)
    return {"m": m, "n": n}


@told_type(
    "ways-by-two-roads",
    standard="[9수04-05]",
    ko="길을 택하는 경우의 수",
    en="ways by two roads",
    draw=draw_roads,
    says={
        "ko": (
            "집에서 학교까지 가는 길이 {m}가지, 학교에서 도서관까지 가는 길이 {n}가지일 때, 집에서 학교를 거쳐 도서관까지 가는 "
            "경우의 수를 구하시오.",
            "티셔츠 {m}벌과 바지 {n}벌이 있다. 티셔츠와 바지를 각각 하나씩 골라 입는 경우의 수를 구하시오.",
        ),
        "en": (
            "There are {m} roads from home to school and {n} roads from school to the library. "
            "In how many ways can one go from home by school to the library?",
        ),
    },
)
def ways_by_two_roads(m: int, n: int) -> Item:
    if min(m, n) < 2 or m == n:
        raise ValueError("several roads")
    key = m * n
    wrong = {m + n, key + 1, key - 1, 2 * (m + n), m**n if m**n < 1000 else m + n + 1} - {key}
    return Item(
        value(f"{m}*{n}"),
        (str(key),),
        (
            Said(
                "두 선택이 잇달아 일어나므로 곱의 법칙에 의하여", "one choice after the other, so multiply", f"{m}*{n}"
            ),
            Said("따라서", "so", str(key)),
        ),
        tuple((str(w),) for w in sorted(wrong)),
    )


@told_type(
    "ways-to-line-up",
    standard="[9수04-05]",
    ko="한 줄로 서는 경우의 수",
    en="ways to line up",
    draw=lambda rng: {"n": rng.randint(3, 7)},
    says={
        "ko": (
            "학생 {n}명이 한 줄로 서는 경우의 수를 구하시오.",
            "{n}명의 학생을 한 줄로 세우는 경우의 수를 구하시오.",
        ),
        "en": ("In how many ways can {n} students line up?",),
    },
    reads=(
        "{n}명의 학생이 한 줄로 서는 경우의 수를 구하시오.",
        "{n}명의 학생이 일렬로 서는 경우의 수를 구하시오.",
        "{n}명이 한 줄로 서는 경우의 수를 구하시오.",
        "{n}명을 한 줄로 세우는 경우의 수를 구하시오.",
        "{n}명의 학생을 일렬로 세우는 경우의 수를 구하시오.",
        "{n}명이 일렬로 서는 경우의 수를 구하시오.",
        "{n}명을 일렬로 세우는 경우의 수를 구하시오.",
        "서로 다른 {n}권의 책을 책꽂이에 한 줄로 꽂는 경우의 수를 구하시오.",
    ),
)
def ways_to_line_up(n: int) -> Item:
    if not 3 <= n <= 8:
        raise ValueError("a few students")
    key = 1
    for k in range(2, n + 1):
        key *= k
    line = "*".join(str(k) for k in range(n, 0, -1))
    wrong = {n * n, n * (n + 1) // 2, key // n, key * 2, 2**n} - {key}
    return Item(
        value(f"{n}!"),
        (str(key),),
        (
            Said("앞에서부터 한 명씩 세우면", "one after the other from the front", line),
            Said("따라서", "so", str(key)),
        ),
        tuple((str(w),) for w in sorted(wrong)),
    )


def _chosen(n: int, key: int, wrong: set[int], of: str, ko: str, en: str, line: str) -> Item:
    if not 4 <= n <= 20:
        raise ValueError("a few students")
    return Item(
        value(of),
        (str(key),),
        (Said(ko, en, line), Said("따라서", "so", str(key))),
        tuple((str(w),) for w in sorted(wrong - {key})),
    )


@told_type(
    "ways-to-choose-two",
    standard="[9수04-05]",
    ko="대표를 뽑는 경우의 수",
    en="ways to choose two",
    draw=lambda rng: {"n": rng.randint(4, 15)},
    says={
        "ko": (
            "{n}명의 학생 중에서 대표 2명을 뽑는 경우의 수를 구하시오.",
            "학생 {n}명 중에서 대표 2명을 뽑는 경우의 수를 구하시오.",
        ),
        "en": ("In how many ways can two representatives be chosen from {n} students?",),
    },
    reads=(
        "{n}명 중에서 대표 2명을 뽑는 경우의 수를 구하시오.",
        "{n}명의 후보 중에서 대표 2명을 뽑는 경우의 수를 구하시오.",
        "{n}명의 학생 중에서 청소 당번 2명을 뽑는 경우의 수를 구하시오.",
        "{n}명 중에서 2명의 대표를 뽑는 경우의 수를 구하시오.",
        "{n}명의 학생 중에서 2명의 대표를 뽑는 경우의 수를 구하시오.",
        "{n}명 중에서 자격이 같은 대표 2명을 뽑는 경우의 수를 구하시오.",
    ),
)
def ways_to_choose_two(n: int) -> Item:
    return _chosen(
        n, n * (n - 1) // 2, {n * (n - 1), n * n // 2, 2 * n, n * (n + 1) // 2}, f"C({n}, 2)",
        "뽑는 순서는 상관이 없으므로", "the order does not matter", f"({n}*{n - 1})/2",
    )  # fmt: skip


@told_type(
    "ways-to-choose-two-offices",
    standard="[9수04-05]",
    ko="자격이 다른 대표를 뽑는 경우의 수",
    en="ways to fill two offices",
    draw=lambda rng: {"n": rng.randint(4, 15)},
    says={
        "ko": ("{n}명의 학생 중에서 회장과 부회장을 한 명씩 뽑는 경우의 수를 구하시오.",),
        "en": ("In how many ways can a president and a deputy be chosen from {n} students?",),
    },
    reads=(
        "{n}명의 학생 중에서 회장 1명과 부회장 1명을 뽑는 경우의 수를 구하시오.",
        "{n}명의 학생 중에서 회장 1명, 부회장 1명을 뽑는 경우의 수를 구하시오.",
        "{n}명의 후보 중에서 회장과 부회장을 각각 1명씩 뽑는 경우의 수를 구하시오.",
        "{n}명의 학생 중에서 회장, 부회장을 각각 1명씩 뽑는 경우의 수를 구하시오.",
        "{n}명의 학생 중에서 반장 1명과 부반장 1명을 뽑는 경우의 수를 구하시오.",
    ),
)
def ways_to_choose_two_offices(n: int) -> Item:
    return _chosen(
        n, n * (n - 1), {n * (n - 1) // 2, n * n, 2 * n, n + n - 1}, f"P({n}, 2)",
        "회장과 부회장을 차례로 뽑으면", "first the president, then the deputy", f"{n}*{n - 1}",
    )  # fmt: skip


def draw_multiple(rng: Random) -> dict[str, object]:
    return {"n": rng.randint(10, 50), "k": rng.randint(3, 9)}


@told_type(
    "chance-of-a-multiple",
    standard="[9수04-06]",
    ko="배수의 확률",
    en="probability of a multiple",
    draw=draw_multiple,
    says={
        "ko": (
            "$1$부터 {n}까지의 자연수가 각각 하나씩 적힌 카드 중에서 한 장을 뽑을 때, 카드에 적힌 수가 {k}의 배수일 확률을 구하시오.",
            "$1$부터 {n}까지의 자연수가 각각 하나씩 적힌 공 중에서 한 개를 꺼낼 때, 공에 적힌 수가 {k}의 배수일 확률을 구하시오.",
        ),
        "en": (
            "One of the cards numbered from $1$ to {n} is drawn. Find the probability that its number is a multiple of {k}.",
        ),
    },
    reads=(
        "1부터 {n}까지의 자연수가 각각 하나씩 적힌 {n}장의 카드 중에서 한 장을 뽑을 때, {k}의 배수가 나올 확률을 구하시오.",
        "1부터 {n}까지의 자연수가 각각 하나씩 적힌 {n}장의 카드 중에서 한 장을 뽑을 때, {k}의 배수가 적힌 카드가 나올 확률을 구하시오.",
        "1부터 {n}까지의 자연수가 각각 하나씩 적힌 {n}장의 카드 중에서 한 장을 뽑을 때, 카드에 적힌 수가 {k}의 배수일 확률을 구하시오.",
        "1부터 {n}까지의 자연수가 각각 하나씩 적힌 카드 중에서 한 장을 뽑을 때, {k}의 배수가 나올 확률을 구하시오.",
        "한 개의 주사위를 던질 때, {k}의 배수의 눈이 나올 확률을 구하시오.",
        "주사위 한 개를 던질 때, {k}의 배수의 눈이 나올 확률을 구하시오.",
    ),
)
def chance_of_a_multiple(k: int, n: int = 6) -> Item:
    count = n // k
    if not (2 <= k < n <= 100) or count < 2:
        raise ValueError("several multiples")
    key = Fraction(count, n)
    wrong = dict.fromkeys((Fraction(k, n), Fraction(1, k), 1 - key, Fraction(count + 1, n), Fraction(1, count)))
    return Item(
        Model(Ask("probability", event=(f"mod(x, {k}) = 0",)), {"x": f"1..{n}"}),
        (as_text(key),),
        (
            Said(
                f"모든 경우의 수는 ${n}$, ${k}$의 배수는 ${count}$개이므로",
                f"${count}$ of ${n}$ numbers are multiples",
                f"{count}/{n}",
            ),
            Said("따라서 확률은", "so the probability is", as_text(key)),
        ),
        tuple((as_text(w),) for w in wrong if w != key and 0 < w < 1),
    )


_BAGS = tuple(
    text.format(one, other)
    for one, other in (("흰", "검은"), ("검은", "흰"), ("빨간", "파란"), ("파란", "빨간"), ("노란", "파란"), ("빨간", "노란"))
    for text in (
        "주머니에 {0} 공 {{a}}개, {1} 공 {{b}}개가 들어 있다. 이 주머니에서 공 한 개를 꺼낼 때, {0} 공이 나올 확률을 구하시오.",
        "주머니에 {0} 공 {{a}}개, {1} 공 {{b}}개가 들어 있다. 이 주머니에서 한 개의 공을 꺼낼 때, {0} 공일 확률을 구하시오.",
        "주머니에 {0} 공 {{a}}개와 {1} 공 {{b}}개가 들어 있다. 이 주머니에서 공 한 개를 꺼낼 때, {0} 공이 나올 확률을 구하시오.",
        "주머니 속에 {0} 공 {{a}}개, {1} 공 {{b}}개가 들어 있다. 이 주머니에서 공 한 개를 꺼낼 때, {0} 공이 나올 확률을 구하시오.",
        "주머니에 {1} 공 {{b}}개, {0} 공 {{a}}개가 들어 있다. 이 주머니에서 공 한 개를 꺼낼 때, {0} 공이 나올 확률을 구하시오.",
        "{0} 공 {{a}}개, {1} 공 {{b}}개가 들어 있는 주머니에서 공 한 개를 꺼낼 때, {0} 공이 나올 확률을 구하시오.",
        "상자 안에 {0} 공 {{a}}개와 {1} 공 {{b}}개가 들어 있다. 공을 한 개 꺼낼 때, {0} 공이 나올 확률을 구하시오.",
        "상자 안에 {1} 공 {{b}}개와 {0} 공 {{a}}개가 들어 있다. 공을 한 개 꺼낼 때, {0} 공이 나올 확률을 구하시오.",
        "{1} 공 {{b}}개와 {0} 공 {{a}}개가 들어 있는 주머니에서 공 한 개를 꺼낼 때, {0} 공이 나올 확률을 구하시오.",
    )
)  # fmt: skip
"""A bag of balls in two colours, either of which is asked for."""


def draw_balls(rng: Random) -> dict[str, object]:
    a, b = rng.sample(range(2, 12), 2)
    return {"a": a, "b": b}


@told_type(
    "chance-of-a-colour",
    standard="[9수04-06]",
    ko="공을 꺼내는 확률",
    en="probability of a colour",
    draw=draw_balls,
    says={
        "ko": (
            "주머니 속에 모양과 크기가 같은 빨간 공 {a}개와 파란 공 {b}개가 들어 있다. 이 주머니에서 한 개의 공을 꺼낼 때, 빨간 공이 "
            "나올 확률을 구하시오.",
        ),
        "en": (
            "A bag holds {a} red balls and {b} blue balls. One ball is drawn. Find the probability that it is red.",
        ),
    },
    reads=(
        *_BAGS,
        "빨간 공 {a}개와 파란 공 {b}개가 들어 있는 주머니에서 한 개의 공을 꺼낼 때, 빨간 공이 나올 확률을 구하시오.",
        "주머니 속에 빨간 공 {a}개와 파란 공 {b}개가 들어 있다. 이 주머니에서 한 개의 공을 꺼낼 때, 빨간 공이 나올 확률을 구하시오.",
    ),
)
def chance_of_a_colour(a: int, b: int) -> Item:
    if min(a, b) < 1 or a == b or a + b > 60:
        raise ValueError("two colours")
    key = Fraction(a, a + b)
    wrong = dict.fromkeys((Fraction(a, b), Fraction(b, a + b), Fraction(1, a + b), Fraction(1, 2), Fraction(b, a)))
    return Item(
        value(f"{a}/({a} + {b})"),
        (as_text(key),),
        (
            Said("공은 모두 몇 개인지 세어 확률을 나타내면", "of all balls these are red", f"{a}/({a} + {b})"),
            Said("따라서", "so", as_text(key)),
        ),
        tuple((as_text(w),) for w in wrong if w != key and 0 < w < 1),
    )


@told_type(
    "chance-of-at-least-one-head",
    standard="[9수04-06]",
    ko="적어도 하나는 앞면일 확률",
    en="probability of at least one head",
    draw=lambda rng: {"n": rng.randint(3, 6)},
    says={
        "ko": ("서로 다른 동전 {n}개를 동시에 던질 때, 적어도 한 개는 앞면이 나올 확률을 구하시오.",),
        "en": ("{n} different coins are thrown. Find the probability of at least one head.",),
    },
    reads=(
        "동전 {n}개를 동시에 던질 때, 적어도 한 개는 앞면이 나올 확률을 구하시오.",
        "서로 다른 동전 {n}개를 동시에 던질 때, 적어도 하나는 앞면이 나올 확률을 구하시오.",
        "서로 다른 {n}개의 동전을 동시에 던질 때, 적어도 한 개는 앞면이 나올 확률을 구하시오.",
        "동전을 {n}번 던질 때, 적어도 한 번은 앞면이 나올 확률을 구하시오.",
    ),
)
def chance_of_at_least_one_head(n: int) -> Item:
    if not 3 <= n <= 8:
        raise ValueError("a few coins")
    key = 1 - Fraction(1, 2**n)
    wrong = dict.fromkeys(
        (1 - key, Fraction(n, 2**n), Fraction(1, n), Fraction(n - 1, n), Fraction(1, 2), Fraction(2**n - 2, 2**n))
    )
    names = "abcdefgh"[:n]
    return Item(
        Model(Ask("probability", event=(f"{' + '.join(names)} >= 1",)), dict.fromkeys(names, "0..1")),
        (as_text(key),),
        (
            Said("모두 뒷면이 나올 확률을 1에서 빼면", "1 less the probability of tails only", f"1 - 1/{2**n}"),
            Said("따라서", "so", as_text(key)),
        ),
        tuple((as_text(w),) for w in wrong if w != key and 0 < w < 1),
    )
