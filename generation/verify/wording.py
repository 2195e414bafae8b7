"""Words of a statement: which request they make, which domains they name, and whether they say nothing else."""

from __future__ import annotations

import re
from fractions import Fraction

from generation.problem import Ask, Language

Requested = frozenset[tuple[str, str | None]]


def _forms(*names: str) -> Requested:
    return frozenset(("form", name) for name in names)


_SOLVE: Requested = frozenset({("solve", None)})
_VALUE: Requested = frozenset({("value", None)})
_SIMPLE = _forms("simplified", "expanded", "lowest_terms", "rationalized")
_REQUESTS: tuple[tuple[str, Requested], ...] = (
    (r"소인수분해|prime factor", _forms("prime_factored")),
    (r"(?<!소)인수분해|(?<!prime )\bfactor(?:i[sz]e)?\b", _forms("factored")),
    (r"전개|\bexpand|multiply out", _forms("expanded")),
    (r"기약분수|lowest terms", _forms("lowest_terms") | _VALUE),
    (r"약분|\breduce", _forms("lowest_terms", "simplified")),
    (r"유리화|rationali[sz]e", _forms("rationalized", "simplified")),
    (r"간단히|간단하게|정리하|동류항|simplif|simplest form|collect like|combine like", _SIMPLE),
    (r"완전제곱식|표준형|vertex form|complet\w+ the square", _forms("vertex")),
    (r"최댓값|최솟값|최대|최소|maximum|minimum|greatest|least value", frozenset({("extremum", None)})),
    (
        r"(?:[근해]|roots?|solutions?)의? ?개수|number of (?:\w+ )?(?:roots|solutions)",
        frozenset({("count", None), *_VALUE}),
    ),
    (r"[근해]의 ?(?:제곱의 ?)?(?:합|곱|차)|(?:sum|product|difference) of (?:\w+ ){0,3}(?:roots|solutions)", _VALUE),
    (r"(?:큰|작은) ?[근해](?:를|을|은|는)?|(?:larg|small|great)\w+ (?:root|solution)", _VALUE),
    (r"개수|몇 ?개|가짓수|경우의 수|how many", frozenset({("count", None), ("value", None), ("solve", None)})),
    (r"확률|probability", frozenset({("probability", None)})),
    (r"푸시오|푸세요|풀어|풀이하|풀면|풀라|\bsolve|[해근](?:를|을|은|는)|\bsolutions?\b|\broots?\b", _SOLVE),
    (r"계산|comput|calculat|evaluat|work out", _VALUE | _SIMPLE),
    (r"(?<!최댓)(?<!최솟)값|\bvalues?\b|얼마|구하|구해|\bfind\b|what is", _VALUE | _SOLVE),
)
"""A request and the kinds of question that it can mean."""
_COMPILED = tuple((re.compile(pattern, re.IGNORECASE), meant) for pattern, meant in _REQUESTS)
_WEAK = re.compile(r"구하|구해|find|what is", re.IGNORECASE)


def requested(words: str, language: Language) -> Requested | None:
    """What the words ask for: the last request in Korean, where the verb ends the sentence, the first in English.

    A verb that only says 'find' yields to any other. None where no request is known.
    """
    hits = [(match, meant) for pattern, meant in _COMPILED for match in pattern.finditer(words)]
    strong = [hit for hit in hits if not _WEAK.fullmatch(hit[0][0])] or hits
    if not strong:
        return None
    if language == "ko":
        return max(strong, key=lambda hit: (hit[0].end(), len(hit[0][0])))[1]
    return min(strong, key=lambda hit: (hit[0].start(), -len(hit[0][0])))[1]


def agrees(ask: Ask, meant: Requested) -> bool:
    """Whether a model's question is among the meant ones."""
    return (ask.kind, ask.form if ask.kind == "form" else None) in meant


_DOMAIN_WORDS = (
    (r"양의 정수|positive (?:integers?|whole)", frozenset({"natural"})),
    (r"자연수|natural numbers?", frozenset({"natural"})),
    (r"(?<!양의 )정수|(?<!positive )integers?|whole numbers?", frozenset({"integer", "natural"})),
    (r"(?<!무)유리수|(?<!ir)rational numbers?", frozenset({"rational"})),
    (r"양수|양의 (?!정수)|\bpositive\b(?! (?:integers?|whole))", frozenset({"positive", "natural"})),
    (r"음수|음의|(?<!non)\bnegative\b", frozenset({"negative"})),
)


def domain_words(words: str) -> list[tuple[str, frozenset[str]]]:
    """Each domain that the words name, with the declarations that would account for it."""
    hits = [(re.search(pattern, words, re.IGNORECASE), names) for pattern, names in _DOMAIN_WORDS]
    return [(match[0], names) for match, names in hits if match is not None]


_NEGATED = re.compile(r"아닌|아니|않는|않은|틀린|옳지|\bnot\b|\bexcept\b|\bincorrect\b|\bfalse\b", re.IGNORECASE)


def negation(words: str) -> str | None:
    """A word that may turn the request around."""
    match = _NEGATED.search(words)
    return match[0] if match else None


_PRIME_PRODUCT = re.compile(r"product of (?:its |the |powers of )*prime(?:s| factors| numbers)?", re.IGNORECASE)


_NUMBER = re.compile(
    r"(?<![A-Za-z0-9_.])([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(\.[0-9]+)?(\s*(?:%|퍼센트|percent))?([십백천만억])?"
)
_SCALES = {"십": 10, "백": 100, "천": 1000, "만": 10_000, "억": 100_000_000}


def numbers_in(words: str) -> list[frozenset[Fraction]]:
    """For each number in digits, the values by which a model may account for it (``10%``: 10, 1/10, 9/10, 11/10)."""
    found = []
    for match in _NUMBER.finditer(words):
        value = Fraction(match[1].replace(",", "") + (match[2] or ""))
        if match[3]:
            found.append(percent_values(value))
        elif match[4]:
            found.append(frozenset({value * _SCALES[match[4]]}))
        else:
            found.append(frozenset({value}))
    return found


def percent_values(value: Fraction) -> frozenset[Fraction]:
    """What may stand in a model for so many percent."""
    part = value / 100
    return frozenset({value, part, 1 - part, 1 + part, 100 - value, 100 + value})


_COUNT_WORDS = {
    "한": 1, "하나": 1, "두": 2, "둘": 2, "세": 3, "셋": 3, "네": 4, "넷": 4, "다섯": 5, "여섯": 6, "일곱": 7,
    "여덟": 8, "아홉": 9, "열": 10, "절반": 2, "one": 1, "two": 2, "twice": 2, "double": 2, "half": 2,
    "three": 3, "triple": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "dozen": 12,
}  # fmt: skip


def count_words(words: str) -> list[tuple[str, Fraction]]:
    """Numbers written as words, with their values."""
    tokens = re.findall(r"[A-Za-z]+|[가-힣]+", words)
    return [(token, Fraction(_COUNT_WORDS[token.lower()])) for token in tokens if token.lower() in _COUNT_WORDS]


_PARTICLES = (
    "(?:을|를|이|가|은|는|의|에|로|으로|와|과|에서|에게|까지|부터|이고|이며|일|인|이다|라|이라|이라고|라고|라면|이면|면|식)"
    "?"
)
_NOUNS = (
    "다음|아래|위|주어진|방정식|[일이삼]차방정식|연립방정식|연립[일이]차방정식|부등식|[일이]차부등식|연립부등식|연립일차부등식|"
    "분수방정식|등식|식|다항식|[일이]차식|단항식|분수식|분수|기약분수|값|해|근|해집합|문제|분모|괄호|거듭제곱|제곱근|모든|각|때|"
    "경우|대한|대하여|대해|관한|만족하는|만족시키는|만족할|다음과|같을|같은|함께|동류항|가장|간단한|꼴|자연수|정수|실수|유리수|"
    "양수|단|그|이때|x|y|미지수|지수법칙|곱셈|공식|곱셈공식|나눗셈|덧셈|뺄셈|사칙|혼합|혼합계산|근호|무리수|"
    "계산|전개|인수분해|유리화|약분|소인수분해|정리|풀이"
)
_VERBS = (
    r"(?:푸|구하|계산하|전개하|인수분해하|소인수분해하|유리화하|약분하|정리하|나타내|하|쓰|적으|간단히|간단하게|풀이하|답하)"
    r"(?:시오|세요|여라|십시오|라|여|고|면|어라|여서|어서)?|풀어라|풀어|풀면|푼|푸는|써라|써|나타내어라|나타내어|하여라|하여|해라|"
    r"풀어보시오|보시오|보세요|이용하여|사용하여|구해|구한|주세요"
)
_ENGLISH = (
    "solve|the|following|equation|equations|quadratic|linear|cubic|inequality|inequalities|system|simultaneous|of|for|find|value|"
    "values|expand|factor|factorise|factorize|factored|completely|fully|simplify|expression|expressions|polynomial|evaluate|"
    "compute|calculate|work|out|reduce|fraction|fractions|to|its|it|in|lowest|terms|term|simplest|form|write|as|a|an|given|that|"
    "if|when|where|and|then|rationalize|rationalise|denominator|is|what|all|real|solution|solutions|root|roots|collect|combine|"
    "like|give|your|answer|exact|exactly|multiply|by|using|with|each|such|let|be|integer|integers|natural|numbers|"
    "which|satisfies|satisfy|satisfying|x|y|are|determine|please|over|rationals"
)
_NEUTRAL = re.compile(
    rf"(?:(?:{_NOUNS}){_PARTICLES}|{_VERBS}|{_PARTICLES}|[은는을를이가의에]?(?:{_ENGLISH}))", re.IGNORECASE
)
_SPLIT = re.compile(r"[\s.,;:?!()\[\]{}\"'“”‘’·…*_#<>\-–—/~□=]+")


def other_words(words: str) -> list[str]:
    """The words outside the vocabulary of bare requests: a statement with any says more than its formulas."""
    tokens = [token for token in _SPLIT.split(_PRIME_PRODUCT.sub(" ", words)) if token]
    return [token for token in tokens if not _NEUTRAL.fullmatch(token)]
