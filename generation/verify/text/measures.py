"""Quantities that words give a number to: "반지름의 길이가 8 cm", "radius 8 cm", in a statement without LaTeX."""

from __future__ import annotations

import re
from functools import lru_cache

NUMBER = r"(-?[0-9]+(?:\.[0-9]+)?(?:/[0-9]+)?)"
_RADIANS = r"(-?[0-9.]*(?:/[0-9]+)?π(?:/[0-9]+)?)"
_WHOLE = re.compile(r"(?<![0-9.A-Za-z/])-?[0-9]+(?:\.[0-9]+)?(?:/[0-9]+)?")
_N = NUMBER
_IS = r"(?:의 ?길이|의 ?크기)?(?:가|이|는|은)? ?"
_OF = r"s?(?: length)?(?:,| is| of| measures| measuring| =)* ?"
_PAIR = rf"\({_N}, ?{_N}\)"
_ANY = r"-?[0-9](?:[0-9./]*[0-9])?"
_COUNTER = "(?:명|개|권|장|송이|마리|대|가지|종류|곡|편)"
_TWO = "2|two"

_PATTERNS: dict[str, str] = {
    "radius": rf"반지름{_IS}{_N}|\bradius{_OF}{_N}",
    "diameter": rf"(?<!반)지름{_IS}{_N}|\bdiameter{_OF}{_N}",
    "arc over pi": rf"호{_IS}{_N}π|an arc of length {_N}π",
    "height": rf"높이{_IS}{_N}|(?<!slant )\bheight{_OF}{_N}",
    "slant": rf"모선{_IS}{_N}|slant height{_OF}{_N}",
    "central angle": rf"중심각{_IS}{_N} ?(?:°|도)|central angle{_OF}{_N} ?(?:°|degrees)",
    "central radians": (
        rf"중심각{_IS}{_RADIANS}|central angle{_OF}{_RADIANS}|중심각{_IS}{_N} ?라디안|central angle{_OF}{_N} ?radians"
    ),
    "side": rf"한 변{_IS}{_N}|한 모서리{_IS}{_N}|\b(?:base edge|edge|side)(?: lengths?)?{_OF}{_N}",
    "length": rf"가로{_IS}{_N}|\blength{_OF}{_N}|{_N} ?\w+ long",
    "upper side": rf"윗변{_IS}{_N}|parallel sides{_OF}{_N}",
    "lower side": rf"아랫변{_IS}{_N}|parallel sides{_OF}{_ANY}[^0-9.]*?{_N}",
    "width": rf"세로{_IS}{_N}|\bwidth{_OF}{_N}|{_N} ?\w+ wide",
    "base": rf"밑변{_IS}{_N}|\bbase{_OF}{_N}",
    "sides": rf"변의 개수{_IS}{_N}|{_N} ?각형|{_N} ?각기둥|{_N} ?각뿔|{_N} sides",
    "first place": rf"\A\D*?{_N}",
    "second place": rf"\A\D*?{_ANY}\D+?{_N}",
    "fourth place": rf"\A\D*?{_ANY}\D+?{_ANY}\D+?{_ANY}\D+?{_N}",
    "third place": rf"\A\D*?{_ANY}\D+?{_ANY}\D+?{_N}",
    "first diagonal": rf"두 대각선{_IS}{_N}|diagonals of [^.0-9]*? are {_N}",
    "second diagonal": rf"두 대각선{_IS}{_ANY}[^0-9.]*?{_N}|diagonals of [^.0-9]*? are {_ANY}[^0-9.]*?{_N}",
    "first ratio": rf"{_N} ?: ?{_ANY}",
    "second ratio": rf"{_ANY} ?: ?{_N}",
    "smaller area": rf"작은 [^.0-9]*?넓이{_IS}{_N}|area of the smaller (?:one|triangle|figure) is {_N}",
    "larger area": rf"큰 [^.0-9]*?넓이{_IS}{_N}|area of the larger (?:one|triangle|figure) is {_N}",
    "smaller volume": rf"작은 [^.0-9]*?부피{_IS}{_N}|volume of the smaller (?:one|solid|figure) is {_N}",
    "larger volume": rf"큰 [^.0-9]*?부피{_IS}{_N}|volume of the larger (?:one|solid|figure) is {_N}",
    "apex angle": rf"꼭지각{_IS}{_N}|apex angle[^.0-9]*? is {_N}|AB ?= ?AC인 이등변삼각형 ABC에서 ∠A ?= ?{_N}",
    "base angle": rf"밑각{_IS}{_N}|base angle[^.0-9]*? is {_N}|AB ?= ?AC인 이등변삼각형 ABC에서 ∠[BC] ?= ?{_N}",
    "interior angle": rf"한 내각{_IS}{_N}|each interior angle[^.0-9]*? (?:measures|is) {_N}",
    "exterior angle": rf"한 외각{_IS}{_N}|each exterior angle[^.0-9]*? (?:measures|is) {_N}",
    "distance to chord": rf"현까지의 거리{_IS}{_N}|chord [^.]*?is {_N} ?\w* away from the centre",
    "distance to centre": (
        rf"중심에서 {_N} ?\w* 떨어진|중심까지의 거리{_IS}{_N}|point is {_N} ?\w* away from the centre"
    ),
    "distance to foot": rf"밑에서 {_N} ?\w* 떨어진|ground {_N} ?\w* from the foot",
    "elevation": rf"올려본 ?각{_IS}{_N}|angle of elevation of {_N}",
    "first side": rf"두 변{_IS}{_N}|two sides of a triangle are {_N}",
    "second side": rf"두 변{_IS}{_ANY}[^0-9.]*?{_N}|two sides of a triangle are {_ANY}[^0-9.]*?{_N}",
    "included angle": rf"끼인 ?각{_IS}{_N}|angle between them is {_N}",
    "median": rf"중선 AD{_IS}{_N}|median AD has length {_N}|AD ?= ?{_N}",
    **{f"side {name}": rf"(?<![A-Z]){name} ?= ?{_N}" for name in ("AB", "AC", "AD", "AE", "BC", "DB", "DE")},
    "angle A": rf"∠A ?= ?{_N} ?°",
    "angle B": rf"∠B ?= ?{_N} ?°",
    "first leg": rf"직각을 낀 두 변{_IS}(?:각각 )?{_N}|legs of a right triangle are {_N}",
    "second leg": rf"직각을 낀 두 변{_IS}(?:각각 )?{_ANY}[^0-9.]*?{_N}|legs of a right triangle are {_ANY} and {_N}",
    "hypotenuse": rf"빗변{_IS}{_N}|hypotenuse{_OF}{_N}",
    "one leg": rf"(?<!나머지 )한 변{_IS}{_N}|one leg{_OF}{_N}",
    "vertices": rf"꼭짓점의 개수가 {_N}|{_N} vertices",
    "edges": rf"모서리의 개수가 {_N}|{_N} edges",
    "faces": rf"(?<!다)면의 개수가 {_N}|{_N} faces",
    "area of the rectangle": rf"직사각형의 넓이가 {_N}|its area is {_N}",
    "first coin": rf"{_N}원짜리 동전과|coins of {_N} won",
    "second coin": rf"원짜리 동전과 {_N}원짜리|coins of {_ANY} won and {_N} won",
    "coins in all": rf"(?:합하여|모두) {_N}개|holds {_N} coins",
    "money in all": rf"모두 {_N}원|worth {_N} won|pays {_N} won",
    "coin asked": rf"{_N}원짜리 동전의 개수를|How many {_N} won coins",
    "price for adults": rf"어른[이은] {_N}원|{_N} won for an adult",
    "price for children": rf"어린이[가는] {_N}원|{_N} won for a child",
    "people in all": rf"합하여 {_N}명|group of {_N} people",
    "speed there": rf"갈 때에?는 시속 {_N}|at {_N} ?km/h on the way there",
    "speed back": rf"올 때에?는 시속 {_N}|{_N} ?km/h on the way back",
    "hours in all": rf"모두 {_N}시간|takes {_N} hours",
    "given x": rf"x={_N}일 때,? ?y={_ANY}이|when x={_N}\. Find",
    "given y": rf"x={_ANY}일 때,? ?y={_N}이|y={_N} when x={_ANY}\. Find",
    "x asked": rf"x={_N}일 때,? ?y의 값|Find y when x={_N}",
    "numbered from": rf"\b{_N}부터|from {_N} to",
    "numbered to": rf"\b{_ANY}부터 {_N}까지|from {_ANY} to {_N}",
    "first divisor": rf"\A.*?{_N}의 배수|\A.*?multiples? of {_N}",
    "second divisor": rf"의 배수(?:이거나| 또는) {_N}의 배수|or (?:a multiple|multiples) of {_N}",
    "side MN": rf"(?<![A-Z])MN ?= ?{_N}",
    "degrees": rf"{_N} ?°",
    "total": rf"도수의 총합{_IS}{_N}|학생 {_N}명을 조사한|total frequency is {_N}",
    "frequency": rf"(?<!상대)도수(?:가|는) {_N}|(?<!relative )(?<!total )\bfrequency(?: of| is)? {_N}",
    "relative": rf"상대도수(?:가|는) {_N}|relative frequency(?: of| is)? {_N}",
    "size": rf"크기가 {_N}인|sample of size {_N}",
    "variance": rf"(?:모|집단의 )분산이 {_N}|with variance {_N}",
    "deviation": rf"(?:모|집단의 )표준편차가 {_N}|with standard deviation {_N}",
    "trials": rf"B\({_N},",
    "chance": rf"B\({_ANY}, ?{_N}\)",
    "first value": rf"(?:값이|the values|X가) {_N}, ?{_ANY}(?:,| and) ?{_ANY}",
    "second value": rf"(?:값이|the values|X가) {_ANY}, ?{_N}(?:,| and) ?{_ANY}",
    "third value": rf"(?:값이|the values|X가) {_ANY}, ?{_ANY}(?:,| and) ?{_N}",
    "first listed chance": rf"(?:확률이 차례로|the probabilities) {_N}, ?{_ANY}(?:,| and) ?{_ANY}",
    "second listed chance": rf"(?:확률이 차례로|the probabilities) {_ANY}, ?{_N}(?:,| and) ?{_ANY}",
    "third listed chance": rf"(?:확률이 차례로|the probabilities) {_ANY}, ?{_ANY}(?:,| and) ?{_N}",
    "scale": rf"{_N}X ?[+-]",
    "shift": rf"[0-9]X ?\+? ?{_N}|[0-9]X (- [0-9]+)",
    "mean of X": rf"X의 (?:평균|기댓값)이 {_N}|(?:mean|expected value) of a random variable X is {_N}|E\(X\) ?= ?{_N}",
    "variance of X": rf"X의 분산이 {_N}|variance of a random variable X is {_N}|V\(X\) ?= ?{_N}",
    "deviation of X": (
        rf"X의 표준편차가 {_N}|standard deviation of a random variable X is {_N}|(?:σ|\\sigma)\(X\) ?= ?{_N}"
    ),
    "decimal place": rf"소수점 아래 {_N}번째|digit number {_N}",
    "decimal fraction": rf"{_N}[을를] 소수로|decimal point of {_N}",
    "first chance": rf"P\(X ?= ?{_ANY}\) ?= ?{_N}",
    "second chance": rf"P\(X ?= ?{_ANY}\) ?= ?{_ANY}.*?P\(X ?= ?{_ANY}\) ?= ?{_N}",
    "chance of A": rf"P\(A\) ?= ?{_N}",
    "chance of B": rf"P\(B\) ?= ?{_N}",
    "chance of both": rf"P\(A ?∩ ?B\) ?= ?{_N}",
    "first term": rf"첫째항이 {_N}|first term (?:of an? \w+ sequence )?(?:is )?{_N}",
    "difference": rf"공차가 {_N}|common difference (?:is )?{_N}",
    "common ratio": rf"공비가 {_N}|common ratio (?:is )?{_N}",
    "index": rf"제 ?{_N} ?항|term number {_N}|first {_N} terms",
    "earlier index": rf"제{_N}항이 {_ANY}, 제|term number {_N} is {_ANY} and",
    "earlier term": rf"제{_ANY}항이 {_N}, 제|term number {_ANY} is {_N} and",
    "later index": rf"항이 {_ANY}, 제{_N}항이 {_ANY}인|is {_ANY} and term number {_N} is",
    "later term": rf"항이 {_ANY}, 제{_ANY}항이 {_N}인|is {_ANY} and term number {_ANY} is {_N}\.",
    "index asked": rf"수열의 제{_N}항|Find term number {_N}",
    "bound": rf"P\(X ?(?:\\le|≤|<=) ?{_N}\) ?= ?P\(Z ?(?:\\le|≤|<=) ?c\)",
    "normal mean": rf"N\({_N},",
    "normal deviation": rf"N\({_ANY}, ?{_N}\^2\)",
    "number of A": rf"n\(A\) ?= ?{_N}",
    "number of B": rf"n\(B\) ?= ?{_N}",
    "number of either": rf"n\(A ?∪ ?B\) ?= ?{_N}",
    "number of both": rf"n\(A ?∩ ?B\) ?= ?{_N}",
    "elements": rf"원소의 개수가 {_N}인 집합|a set of {_N} elements|a set with {_N} elements",
    "held": rf"특정한 원소 {_N}개를 (?:모두 )?포함하는|hold {_N} given elements",
    "elements of X": rf"X의 원소의 개수가 {_N}|X has {_N} elements",
    "elements of Y": rf"Y의 원소의 개수가 {_N}|Y has {_N}",
    "all": (
        rf"{_N}{_COUNTER}(?:의 [가-힣]+)? ?중에서|[가-힣] {_N}{_COUNTER} ?중에서|서로 다른 {_N}{_COUNTER}에서|"
        rf"{_N}종류의 [가-힣]+ 중에서|\bof {_N} (?:different )?\w+ be|\bof {_N} different \w+|"
        rf"from {_N} (?:students|kinds|people)"
    ),
    "lined up": rf"{_N}명의 [가-힣]+[이을를] (?:한 줄|일렬)|[가-힣] {_N}명[이을를] (?:한 줄|일렬)|can {_N} \w+ line up",
    "taken": (
        rf"(?:중에서|에서)(?: 중복을 허[락용]하여)?(?: [가-힣]+)*? {_N}{_COUNTER}[을를]|"
        rf"can {_N} of|can {_N} \w+ be chosen|({_TWO}) representatives"
    ),
    "digits": rf"1부터 {_N}까지의 숫자|digits from 1 to {_N}",
    "places": rf"{_N}개를 택해 만들 수 있는|numbers of {_N} digits",
    "letters a": rf"문자 a가 {_N}개|{_N} letters? a",
    "letters b": rf"문자 b가 {_N}개|{_N} letters? b",
    "letters c": rf"문자 c가 {_N}개|{_N} letters? c",
    "to the right": rf"오른쪽으로 {_N}칸|{_N} blocks to the right",
    "up": rf"위쪽으로 {_N}칸|{_N} blocks up",
    "boys": rf"남학생 {_N}명과 여학생 {_ANY}명 중에서|\bof {_N} boys",
    "girls": rf"남학생 {_ANY}명과 여학생 {_N}명 중에서|\bof {_N} girls",
    "boys taken": rf"중에서 남학생 {_N}명과 여학생|{_N} of {_ANY} boys",
    "girls taken": rf"중에서 남학생 {_ANY}명과 여학생 {_N}명|{_N} of {_ANY} girls",
    "likes one": rf"\A[^.]*?좋아하는 학생이 {_N}명|{_N} like \w+, ",
    "likes another": rf"좋아하는 학생이 {_ANY}명, [^.]*?좋아하는 학생이 {_N}명|like \w+, {_N} like",
    "likes both": rf"모두 좋아하는 학생이 {_N}명|{_N} like both",
    "students": rf"학생 {_N}명 중|of {_N} students",
    "white": rf"흰 공 {_N}개|holds {_N} white",
    "black": rf"검은 공 {_N}개|{_N} black",
    "red": rf"빨간 공 {_N}개|holds {_N} red",
    "blue": rf"파란 공 {_N}개|{_N} blue",
    "lots": rf"{_N}개의 (?:제비|제품) 중에|\bof {_N} (?:lots|products)",
    "winning": rf"(?:당첨 제비|불량품)[가이]? {_N}개|(?:lots|products) {_N} (?:win|are faulty)",
    "drawn": rf"임의로 {_N}개를 동시에|임의로 {_N}개의 공을 동시에|({_TWO}) (?:balls are drawn|are taken) at once",
    "first x": rf"{_PAIR}",
    "first y": rf"\({_ANY}, ?{_N}\)",
    "second x": rf"\({_ANY}, ?{_ANY}\)[^(]*\({_N},",
    "second y": rf"\({_ANY}, ?{_ANY}\)[^(]*\({_ANY}, ?{_N}\)",
    "third x": rf"\({_ANY}, ?{_ANY}\)[^(]*\({_ANY}, ?{_ANY}\)[^(]*\({_N},",
    "third y": rf"\({_ANY}, ?{_ANY}\)[^(]*\({_ANY}, ?{_ANY}\)[^(]*\({_ANY}, ?{_N}\)",
}
_LATEX: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), new)
    for pattern, new in (
        (r"\\[dt]?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}", r"\1/\2"),
        (r"\\(?:mathrm|text|rm|overline|mathit)\s*\{\s*([^{}]*?)\s*\}", r"\1"),
        (r"\\(?:mathrm|text|rm|overline|mathit)\s*\{\s*([^{}]*?)\s*\}", r"\1"),
        (r"\^\s*\{?\s*\\circ\s*\}?|\\degree", "°"),
        (r"(?<=m)\^\{?2\}?", "²"),
        (r"(?<=m)\^\{?3\}?", "³"),
        (r"\\angle\s*", "∠"),
        (r"\\cap", "∩"),
        (r"\\cup", "∪"),
        (r"\\pi(?![a-z])", "π"),
        (r"\\[,;:! ]|[${}]", ""),
        (r"\s+", " "),
    )
)
_IN_WORDS = {"two": "2"}
_PI = re.compile("π")


def plain(statement: str) -> str:
    """The statement with its formulas as school infix text."""
    for pattern, new in _LATEX:
        statement = pattern.sub(new, statement)
    return statement


def numbers(text: str) -> list[tuple[int, int]]:
    """Where the numbers stand in a plain text, π among them."""
    return [match.span() for match in _WHOLE.finditer(text)] + [match.span() for match in _PI.finditer(text)]


def measure(name: str, text: str) -> tuple[str, tuple[int, int]] | None:
    """The number that a plain text gives to a quantity, and where it stands."""
    match = _compiled(name).search(text)
    if match is None:
        return None
    place = next(place for place, group in enumerate(match.groups(), 1) if group is not None)
    found = _IN_WORDS.get(match[place].lower(), match[place])
    return re.sub(r"(?<=[0-9])π", "*pi", found).replace("π", "pi"), match.span(place)


@lru_cache(maxsize=len(_PATTERNS))
def _compiled(name: str) -> re.Pattern[str]:
    return re.compile(_PATTERNS[name], re.IGNORECASE)
