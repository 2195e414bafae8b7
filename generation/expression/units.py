"""Units of school mathematics: their kinds, how they convert, and every way they are written.

Units are kept as written: ``3시간`` and ``3 h`` have different names and convert one to one. To compare amounts, ask
:func:`conversion`; it is None for units that do not measure the same (``cm`` and ``kg``, ``개`` and ``명``).

>>> unit("cm²"), conversion("km", "cm")
(Unit(name='cm^2', kind='area', base='m^2', factor=Fraction(1, 10000)), Fraction(100000, 1))
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Literal

UnitKind = Literal[
    "length", "area", "volume", "time", "weight", "money", "speed", "temperature", "ratio", "counter", "rate"
]


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit; ``factor`` base units are one of it, None where no factor exists (``℃``)."""

    name: str
    kind: UnitKind
    base: str
    """What it is measured in: units convert exactly where their bases are the same."""
    factor: Fraction | None = Fraction(1)


def unit(spelling: str) -> Unit | None:
    r"""The unit that a text names by any spelling (``cm^2``, ``㎠``, ``\text{cm}^2``, ``제곱센티미터``), else None."""
    return _unit(spelling) if len(spelling) <= _MAX_SPELLING else None


def same_kind(a: str, b: str) -> bool:
    """Whether amounts in two units can be compared and added: ``cm`` and ``km``, not ``개`` and ``명``."""
    return conversion(a, b) is not None


def conversion(a: str, b: str) -> Fraction | None:
    """How many ``b`` one ``a`` is; None where they do not measure the same or are not known."""
    first, second = unit(a), unit(b)
    if first is None or second is None or first.base != second.base:
        return None
    if first.factor is None or second.factor is None:
        return Fraction(1) if first == second else None
    return first.factor / second.factor


_MAX_SPELLING = 60

_LENGTHS: dict[str, tuple[str, str]] = {
    "km": ("1000", "킬로미터 ㎞ kilometer kilometers kilometre kilometres"),
    "m": ("1", "미터 meter meters metre metres"),
    "cm": ("1/100", "센티미터 센티 ㎝ centimeter centimeters centimetre centimetres"),
    "mm": ("1/1000", "밀리미터 ㎜ millimeter millimeters millimetre millimetres"),
    "inch": ("127/5000", "inches in 인치"),
    "foot": ("381/1250", "feet ft 피트"),
    "yard": ("1143/1250", "yards yd 야드"),
    "mile": ("201168/125", "miles mi 마일"),
}
"""In metres. Square and cubic ones follow from these."""
_PREFIXES = {"km": "킬로미터", "m": "미터", "cm": "센티미터", "mm": "밀리미터"}
_SQUARED = {"km": "㎢", "m": "㎡", "cm": "㎠", "mm": "㎟"}
_CUBED = {"km": "㎦", "m": "㎥", "cm": "㎤ cc ㏄", "mm": "㎣"}

_MEASURES: dict[tuple[UnitKind, str], dict[str, tuple[str, str]]] = {
    ("length", "m"): _LENGTHS,
    ("area", "m^2"): {
        "a": ("100", "아르"),
        "ha": ("10000", "헥타르 hectare hectares ㏊"),
        "acre": ("316160658/78125", "acres 에이커"),
        "평": ("400/121", ""),
    },
    ("volume", "m^3"): {
        "L": ("1/1000", "l ℓ 리터 liter liters litre litres"),
        "mL": ("1/1000000", "ml ㎖ 밀리리터 milliliter milliliters millilitre millilitres"),
        "dL": ("1/10000", "dl ㎗ 데시리터"),
        "kL": ("1", "kl ㎘ 킬로리터"),
        "gallon": ("473176473/125000000000", "gallons gal 갤런"),
        "quart": ("473176473/500000000000", "quarts qt"),
        "pint": ("473176473/1000000000000", "pints pt"),
    },
    ("time", "s"): {
        "h": ("3600", "hr hrs"),
        "min": ("60", "mins"),
        "s": ("1", "sec secs"),
        "hour": ("3600", "hours"),
        "minute": ("60", "minutes"),
        "second": ("1", "seconds"),
        "day": ("86400", "days"),
        "week": ("604800", "weeks"),
        "시간": ("3600", ""),
        "분": ("60", "분간"),
        "초": ("1", "초간"),
        "일": ("86400", "일간"),
        "주": ("604800", "주일 주간"),
    },
    ("time", "month"): {
        "month": ("1", "months"),
        "year": ("12", "years"),
        "개월": ("1", "달"),
        "년": ("12", "년간"),
    },
    ("weight", "g"): {
        "mg": ("1/1000", "㎎ 밀리그램 milligram milligrams"),
        "g": ("1", "그램 gram grams"),
        "kg": ("1000", "㎏ 킬로그램 kilogram kilograms"),
        "t": ("1000000", "톤 ton tons tonne tonnes"),
        "ounce": ("45359237/1600000", "ounces oz 온스"),
        "pound": ("45359237/100000", "pounds lb lbs 파운드"),
    },
    ("money", "원"): {"원": ("1", "won ₩")},
    ("money", "dollar"): {
        "dollar": ("1", "dollars $"),
        "cent": ("1/100", "cents ¢"),
        "달러": ("1", ""),
        "센트": ("1/100", ""),
    },
    ("ratio", "1"): {"할": ("1/10", ""), "푼": ("1/100", "")},
    ("counter", "살"): {"살": ("1", "세")},
    ("counter", "명"): {"명": ("1", "사람")},
    ("counter", "쪽"): {"쪽": ("1", "페이지")},
    ("counter", "회"): {"회": ("1", "번")},
}
"""By kind and base: canonical name to (base units in one, other spellings). International yard and pound of 1959;
US gallon; a ton is 1000 kg."""
_COUNTERS = """
개 장 마리 권 자루 송이 대 그루 번째 가지 쌍 켤레 병 봉지 상자 조각 묶음 줄 칸 층 점 팀 반 모둠 표 잔 컵 판 통 벌 채 척
알 포기 다발 접시 바퀴 걸음 계단 문제 문항 곡 글자 단 팩 세트 박스 골 승 패 방울 도막 토막 등 위 학년 배 다스 엔 유로
people students pieces items points times pages books boxes cups bottles tickets coins cards
"""
"""Units of themselves, that convert to nothing else."""
_CELSIUS, _FAHRENHEIT = (Unit(name, "temperature", name, None) for name in ("℃", "℉"))
_TEMPERATURES = {"℃": _CELSIUS, "°C": _CELSIUS, "℉": _FAHRENHEIT, "°F": _FAHRENHEIT}


def _power_spellings(name: str, words: list[str], power: int) -> list[str]:
    english = {2: ("square ", "sq "), 3: ("cubic ", "cu ")}[power]
    korean = {2: ("제곱", "평방"), 3: ("세제곱", "입방")}[power]
    latin = [word for word in (name, *words) if word.isascii()]
    spellings = [*(f"{word}^{power}" for word in latin), *(e + word for e in english for word in latin)]
    if name in _PREFIXES:
        spellings += [k + _PREFIXES[name] for k in korean]
        spellings += {2: _SQUARED, 3: _CUBED}[power][name].split()
    return spellings


def _table() -> dict[str, Unit]:
    table = {**_TEMPERATURES}
    table |= {name: Unit(name, "counter", name) for name in _COUNTERS.split()}
    for (kind, base), rows in _MEASURES.items():
        for name, (factor, spellings) in rows.items():
            entry = Unit(name, kind, base, Fraction(factor))
            table |= dict.fromkeys([name, *spellings.split()], entry)
    for name, (factor, words) in _LENGTHS.items():
        for power in (2, 3):
            kind = "area" if power == 2 else "volume"
            entry = Unit(f"{name}^{power}", kind, f"m^{power}", Fraction(factor) ** power)
            table |= dict.fromkeys(_power_spellings(name, words.split(), power), entry)
    return table


SPELLINGS: dict[str, Unit] = _table()
"""Every simple unit by every spelling; compound ones (``km/h``) are put together by :func:`unit`."""
_OFTEN = {"mph": "mile/hour", "kph": "km/h"}
_DRESS = re.compile(r"\\(?:text|textrm|mathrm|mbox|rm)\b|[{}$]")
_SPACE = re.compile(r"(?:\\[,;:! ]|~|\s)+")


@lru_cache(maxsize=512)
def _unit(spelling: str) -> Unit | None:
    plain = _SPACE.sub(" ", _DRESS.sub("", spelling)).strip()
    plain = plain.replace("²", "^2").replace("³", "^3").replace(" ^", "^").replace("^ ", "^")
    plain = _OFTEN.get(plain, plain)
    if (known := _simple(plain)) is not None:
        return known
    top, slash, bottom = plain.replace(" per ", "/").partition("/")
    above, below = _simple(top.strip()), _simple(bottom.strip())
    if not slash or above is None or below is None or above.factor is None or below.factor is None:
        return None
    kind: UnitKind = "speed" if (above.kind, below.base) == ("length", "s") else "rate"
    return Unit(f"{above.name}/{below.name}", kind, f"{above.base}/{below.base}", above.factor / below.factor)


def _simple(plain: str) -> Unit | None:
    known = SPELLINGS.get(plain)
    if known is None and plain.isascii() and len(plain) > 3:
        return SPELLINGS.get(plain.lower())  # "Feet"; symbols keep their case: mg is no Mg
    return known
