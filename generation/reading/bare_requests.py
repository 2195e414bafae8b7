"""Words of bare requests: a statement of only such words says what its formulas say, and nothing else.

``$2^3\\times 3^2$의 약수의 개수를 구하시오.`` is no question for the value of its formula; what the words add is
told by sentences (:mod:`generation.reading.sentences`) or not read at all.
"""

from __future__ import annotations

import re

_PARTICLE = (
    "(?:을|를|이|가|은|는|의|에|로|으로|와|과|에서|도|만|이고|이며|이다|인|일|이라|라|이라고|라고|이라면|"
    "이면|면|이므로|인가|일까요?)?"
)
_NOUNS = (
    "다음|아래|위|주어진|다음과|방정식|[일이삼사]차방정식|연립방정식|연립[일이]차방정식|부등식|[일이]차부등식|연립부등식|"
    "연립[일이]차부등식|절대부등식|분수방정식|분수식|유리식|무리식|등식|비례식|식|수식|다항식|단항식|[일이삼사]차식|지수방정식|로그방정식|"
    "삼각방정식|지수부등식|로그부등식|지수|로그|분수|기약분수|가분수|대분수|소수|순환소수|복소수|허수|복소수의|값|해|근|해집합|실근|답|정답|결과|"
    "문제|물음|분모|괄호|거듭제곱|제곱근|근호|무리수|모든|각|각각|때|경우|대한|대하여|대해|관한|같은|같을|같은지|함께|동류항|가장|"
    "간단한|간단히|꼴|형태|그|이때|이|미지수|지수법칙|곱셈|공식|곱셈공식|나눗셈|덧셈|뺄셈|사칙|혼합|혼합계산|사칙계산|상수|문자|"
    "함수|일차함수|이차함수|유리화|약분|통분|전개|인수분해|소인수분해|정리|풀이|계산|수|어떤|알맞은|안|빈칸|□|두|세|의해|즉|단|단위|"
    "실수|극한|극한값|함숫값|적분|정적분|부정적분|행렬|삼각함수|시그마|수열|인수|범위|"
    "조건|모두|바르게|먼저|차례대로|차례로|이용|근의|인수|활용|근삿값|만족|만족하는|만족시키는|만족할"
)
_VERBS = (
    r"(?:푸|구하|계산하|전개하|인수분해하|소인수분해하|유리화하|약분하|통분하|정리하|나타내|나타내어지|하|쓰|적으|풀이하|답하|써|"
    r"풀|풀어|풀어서|구해|계산해|나타내|고치|바꾸)"
    r"(?:시오|세요|십시오|여라|어라|라|여|고|면|어|여서|어서|하시오|보시오|보세요|보아라|주세요|줘|봐|요|다|자|는|은|ㄴ)?|"
    r"푼|풀면|풀어라|써라|한|하여라|해라|해|보시오|보세요|봅시다|주세요|이용하여|이용해|사용하여|활용하여|얼마|얼마인가|얼마인지|무엇|무엇인가|"
    r"얼마입니까|무엇입니까|쓰고|이유|있는"
)
_ENGLISH = (
    "solve|solves|solving|the|following|equation|equations|quadratic|cubic|inequality|inequalities|system|simultaneous|of|for|find|"
    "value|values|expand|factor|factors|factorise|factorize|factored|completely|fully|simplify|simplified|expression|"
    "expressions|polynomial|polynomials|evaluate|compute|computing|calculate|work|out|reduce|reduced|fraction|fractions|fractional|"
    "mixed|number|decimal|whole|improper|proper|to|its|it|in|on|lowest|terms|term|simple|simplest|form|write|writing|express|"
    "rewrite|as|a|an|given|that|this|if|when|where|and|or|then|rationalize|rationalise|denominator|is|are|what|all|real|complex|"
    "solution|solutions|root|roots|collect|combine|combining|like|give|your|you|my|answer|answers|exact|exactly|final|multiply|add|subtract|"
    "divide|addition|subtraction|multiplication|division|multiplying|adding|subtracting|dividing|simplifying|expanding|by|using|"
    "with|each|such|let|be|x|y|which|satisfies|satisfy|satisfying|determine|please|constant|constants|function|variable|variables|"
    "result|resulting|calculation|problem|problems|math|mathematical|mathematics|arithmetic|unknown|missing|linear|operation|operations|order|"
    "from|do|can|could|provide|provided|show|check|first|second|one|unsimplified|leave|will|get|how|would|want|set|up|we|i|me|us|"
    "step|steps|possible|equal|equals|have|has|into|expanded|standard|property|distributive|use|"
    "so|at|question|exercise|both|sides|isolate|equivalent|say|about"
)
_RESULTS = rf"(?:합|곱|차|몫){_PARTICLE}|product|sum|difference|quotient"
"""What a formula is called; behind an equation they ask for something else than its solutions."""
_BARE = re.compile(
    rf"(?:{_NOUNS}){_PARTICLE}|{_VERBS}|{_PARTICLE}|[은는을를이가의에]?(?:{_ENGLISH})|[a-z]", re.IGNORECASE
)
_BARE_OR_RESULT = re.compile(f"{_BARE.pattern}|{_RESULTS}", re.IGNORECASE)
_NO_LETTER = re.compile(r"[^A-Za-z가-힣]+")


def word_beyond(words: str, *, of_relation: bool = False) -> str | None:
    """The first word that a bare request has no use for; None where the formulas say everything.

    ``of_relation`` says that an equation or inequality is among the formulas.

    >>> word_beyond("의 약수의 개수를 구하시오.")
    '약수의'
    """
    known = _BARE if of_relation else _BARE_OR_RESULT
    return next((word for word in _NO_LETTER.split(words) if word and not known.fullmatch(word)), None)
