"""Words that say nothing of their own: a statement of only such words says what its formulas say."""

from __future__ import annotations

import re

_PRIME_PRODUCT = re.compile(r"product of (?:its |the |powers of )*prime(?:s| factors| numbers)?", re.IGNORECASE)
_PARTICLES = (
    "(?:을|를|이|가|은|는|의|에|로|으로|와|과|에서|에게|까지|부터|이고|이며|일|인|이다|라|이라|이라고|라고|라면|이면|면|식)"
    "?"
)
_NOUNS = (
    "다음|아래|위|주어진|방정식|[일이삼]차방정식|연립방정식|연립[일이]차방정식|부등식|[일이]차부등식|연립부등식|연립일차부등식|"
    "분수방정식|등식|식|다항식|[일이]차식|단항식|분수식|분수|기약분수|값|해|근|해집합|문제|분모|괄호|거듭제곱|제곱근|모든|각|때|"
    "경우|대한|대하여|대해|관한|만족하는|만족시키는|만족할|다음과|같을|같은|함께|동류항|가장|간단한|꼴|자연수|정수|실수|유리수|"
    "양수|단|그|이때|x|y|미지수|지수법칙|곱셈|공식|곱셈공식|나눗셈|덧셈|뺄셈|사칙|혼합|혼합계산|근호|무리수|상수|함수|수열|"
    "계산|전개|인수분해|유리화|약분|소인수분해|정리|풀이|해가|해일|근이|근일"
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
    "like|give|your|answer|exact|exactly|multiply|by|using|with|each|such|let|be|integer|integers|natural|numbers|number|"
    "which|satisfies|satisfy|satisfying|x|y|are|determine|please|over|rationals|constant|constants|function|variable|variables|"
    "result|calculation|simplified|problem|math|mathematical|arithmetic|unknown"
)
_NEUTRAL = re.compile(
    rf"(?:(?:{_NOUNS}){_PARTICLES}|{_VERBS}|{_PARTICLES}|[은는을를이가의에]?(?:{_ENGLISH}))", re.IGNORECASE
)
_ONE_SOLUTION = re.compile(r"한 (?:해|근)(?=[가이])")
_SPLIT = re.compile(r"[\s.,;:?!()\[\]{}\"'“”‘’·…*_#<>\-–—/~□=]+")


def other_words(words: str) -> list[str]:
    """The words outside the vocabulary of bare requests: a statement with any says more than its formulas."""
    text = _ONE_SOLUTION.sub("해", _PRIME_PRODUCT.sub(" ", words))
    return [token for token in _SPLIT.split(text) if token and not _NEUTRAL.fullmatch(token)]
