"""Which request the words make, and which domains they name."""

from __future__ import annotations

import re

from generation.problem import Ask, Language

Requested = frozenset[tuple[str, str | None]]


def _forms(*names: str) -> Requested:
    return frozenset(("form", name) for name in names)


_SOLVE: Requested = frozenset({("solve", None)})
_VALUE: Requested = frozenset({("value", None)})
_COUNT: Requested = frozenset({("count", None)})
_TRUTH: Requested = frozenset({("truth", None)})
_EXTREMUM: Requested = frozenset({("extremum", None)})
SIMPLE: Requested = _forms("simplified", "expanded", "lowest_terms", "rationalized")
LOWEST: Requested = _forms("lowest_terms", "simplified")
_REQUESTS: tuple[tuple[str, Requested], ...] = (
    (r"소인수분해(?!하면)|prime factor(?!i[sz]ation of\s+[0-9]*\s*is\b)", _forms("prime_factored")),
    (r"(?<!소)인수분해|(?<!prime )\bfactor(?:i[sz]e)?\b(?!\s+(?:pairs?|of)\b)", _forms("factored")),
    (r"전개(?!도)|\bexpand(?!ed)|multiply out", _forms("expanded")),
    (r"기약분수|lowest terms", _forms("lowest_terms") | _VALUE),
    (r"약분|\breduce", LOWEST),
    (r"유리화|rationali[sz]e", _forms("rationalized", "simplified")),
    (r"간단히|간단하게|정리하|동류항|simplif|simplest form|collect like|combine like", SIMPLE),
    (r"완전제곱식|표준형|vertex form|complet\w+ the square", _forms("vertex")),
    (r"최댓값|최솟값|최대(?!공)|최소(?!공)|(?:maximum|minimum)(?! of [0-9])", _EXTREMUM),
    (r"greatest (?!common)|least (?:value|possible)", _EXTREMUM),
    (
        r"(?:두|세) ?(?:근|해) ?중 ?(?:큰|작은|가장)|(?:larger|smaller|largest|smallest|greater) (?:root|solution)",
        _EXTREMUM,
    ),
    (r"(?:[근해]|roots?|solutions?)의? ?개수|number of (?:\w+ )?(?:roots|solutions)", _COUNT | _VALUE),
    (r"[근해]의 ?(?:제곱의 ?)?(?:합|곱|차)|(?:sum|product|difference) of (?:\w+ ){0,3}(?:roots|solutions)", _VALUE),
    (r"(?:큰|작은) ?[근해](?:를|을|은|는)?|(?:larg|small|great)\w+ (?:root|solution)", _VALUE | _EXTREMUM),
    (r"개수|몇 ?개|가짓수|경우의 ?수|how many|how much", _COUNT | _VALUE | _SOLVE),
    (r"확률(?!변수|분포|밀도|질량)|\bprobability\b(?! distribution)", frozenset({("probability", None)})),
    (r"참,? ?거짓|참인지|옳은지|true or false", _TRUTH),
    (
        r"푸시오|푸세요|풀어|풀이하|풀면|풀라|\bsolve|[해근](?:를|을|은|는)|\bsolutions?\b|\broots?\b(?! of [0-9])",
        _SOLVE,
    ),
    (r"계산|comput|calculat|evaluat|work out", _VALUE | SIMPLE | _SOLVE),
    (r"(?<!최댓)(?<!최솟)값|\bvalues?\b|얼마|구하|구해|\bfind\b|what is", _VALUE | _SOLVE),
)
"""A request and the kinds of question that it can mean."""
_COMPILED = tuple((re.compile(pattern, re.IGNORECASE), meant) for pattern, meant in _REQUESTS)
_WEAK = re.compile(r"구하|구해|find|what is", re.IGNORECASE)


_COMPARISON = re.compile(r"compar|symbol|참,? ?거짓|참인지|옳은지|true or false|[<>]", re.IGNORECASE)


def asks_for_truth(words: str) -> bool:
    """Whether the words ask to compare two numbers, or whether a claim is true."""
    return _COMPARISON.search(words) is not None


_SOLUTIONS = re.compile(
    r"의 (?:모든 )?[해근](?=[를을은는의보가이])|[를을] 만족시키|\bsolutions? (?:of|to)\b|\bsatisfy\b|\bfail\b",
    re.IGNORECASE,
)


def asks_for_solutions(words: str) -> bool:
    """Whether the words speak of the solutions of a formula."""
    return _SOLUTIONS.search(words) is not None


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
    (r"음이 아닌 정수|nonnegative integers?|non-negative integers?|0 이상의 정수", frozenset({"nonnegative integer"})),
    (r"음이 아닌(?! 정수)|\bnon-?negative\b(?! integers?)", frozenset({"nonnegative", "natural"})),
    (r"양이 아닌|\bnon-?positive\b", frozenset({"nonpositive"})),
    (r"양의 정수|positive (?:integers?|whole)", frozenset({"natural"})),
    (r"(?<!까지의 )자연수|natural numbers?(?! from)", frozenset({"natural"})),
    (r"(?<!양의 )(?<!아닌 )(?<!이상의 )정수(?! 부분)|(?<!positive )(?<!negative )integers?(?! parts?\b)|"
     r"whole numbers?(?! [0-9])",
     frozenset({"integer", "natural"})),
    (r"(?<!무)유리수|(?<!ir)rational numbers?", frozenset({"rational", "integer", "natural"})),
    (r"양수|양의 (?!정수)|\bpositive\b(?! (?:integers?|whole))", frozenset({"positive", "natural"})),
    (r"음수|음의|(?<!non)(?<!non-)\bnegative\b", frozenset({"negative"})),
)  # fmt: skip
_DOMAINS = tuple((re.compile(pattern, re.IGNORECASE), names) for pattern, names in _DOMAIN_WORDS)


def domain_words(words: str) -> list[tuple[str, frozenset[str]]]:
    """Each domain that the words name, with the declarations that would account for it."""
    hits = [(pattern.search(words), names) for pattern, names in _DOMAINS]
    return [(match[0], names) for match, names in hits if match is not None]
