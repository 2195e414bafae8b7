"""Formulas of school mathematics by the words that name them, for `generation.verify.text.figures`."""

from __future__ import annotations

from generation.verify.text.formula_row import Row
from generation.verify.text.story_rows import STORY_ROWS

_ARITHMETIC = "a=first term; d=difference; n=index"
_GEOMETRIC = "a=first term; r=common ratio; n=index"
_CIRCLE = r"(?<![가-힣])원의|\bcircle"
_BALL = r"(?<!반)구의|\bsphere|\bball\b"
_TWO_ANGLES = "a=first place; b=second place"
_GEOMETRY = (
    Row("부채꼴|sector", "호의 길이|arc length|length of (?:the|its) arc", "r=radius; d=central angle", "2*pi*r*d/360"),
    Row("부채꼴|sector", "넓이|area", "r=radius; d=central angle", "pi*r^2*d/360"),
    Row("부채꼴|sector", "호의 길이|arc length|length of (?:the|its) arc", "r=radius; t=central radians", "r*t"),
    Row("부채꼴|sector", "넓이|area", "r=radius; t=central radians", "r^2*t/2"),
    Row("부채꼴|sector", "넓이|area", "r=radius; l=arc over pi", "pi*r*l/2"),
    Row("부채꼴|sector", "둘레(?:의 길이)?|perimeter", "r=radius; d=central angle", "2*r + 2*pi*r*d/360"),
    Row("부채꼴|sector", "둘레(?:의 길이)?|perimeter", "r=radius; t=central radians", "2*r + r*t"),
    Row("원뿔|cone", "겉넓이|surface area", "r=radius; s=slant", "pi*r^2 + pi*r*s"),
    Row("원뿔|cone", "옆넓이|lateral (?:surface )?area", "r=radius; s=slant", "pi*r*s"),
    Row("원뿔|cone", "부피|volume", "r=radius; h=height", "pi*r^2*h/3"),
    Row("원기둥|cylinder", "겉넓이|surface area", "r=radius; h=height", "2*pi*r^2 + 2*pi*r*h"),
    Row("원기둥|cylinder", "옆넓이|lateral (?:surface )?area", "r=radius; h=height", "2*pi*r*h"),
    Row("원기둥|cylinder", "부피|volume", "r=radius; h=height", "pi*r^2*h"),
    Row(_BALL, "겉넓이|surface area", "r=radius", "4*pi*r^2"),
    Row(_BALL, "부피|volume", "r=radius", "4*pi*r^3/3"),
    Row("정사각뿔|square pyramid", "부피|volume", "a=side; h=height", "a^2*h/3"),
    Row("두 내각|two angles", "나머지 한 내각의 크기|third angle", _TWO_ANGLES, "180 - a - b", "내각|angles"),
    Row(
        "두 내각|two angles",
        "나머지 한 내각에 대한 외각|exterior angle at the third",
        _TWO_ANGLES,
        "a + b",
        "내각|angles",
    ),
    Row(_CIRCLE, "넓이|area", "r=radius", "pi*r^2"),
    Row(_CIRCLE, "넓이|area", "D=diameter", "pi*D^2/4"),
    Row(_CIRCLE, "둘레(?:의 길이)?|원주|circumference", "r=radius", "2*pi*r"),
    Row(_CIRCLE, "둘레(?:의 길이)?|원주|circumference", "D=diameter", "pi*D"),
    Row(
        "각형|polygon",
        "내각의 크기의 합|내각의 합|sum of (?:the |its )?interior angles",
        "n=sides",
        "180*(n - 2)",
    ),
    Row(
        "정[0-9]*각형|정다각형|regular",
        "한 내각|each interior angle|one interior angle",
        "n=sides",
        "180*(n - 2)/n",
        "각형|regular",
    ),
    Row(
        "정[0-9]*각형|정다각형|regular",
        "한 외각|each exterior angle|one exterior angle",
        "n=sides",
        "360/n",
        "각형|regular",
    ),
    Row("각형|polygon", "대각선의 개수|대각선은 모두|number of diagonals|how many diagonals", "n=sides", "n*(n - 3)/2"),
    Row("정다각형|regular", "변의 개수|number of sides|how many sides", "a=interior angle", "360/(180 - a)"),
    Row("정다각형|regular", "변의 개수|number of sides|how many sides", "a=exterior angle", "360/a"),
    Row("직사각형|rectang", "둘레(?:의 길이)?|perimeter", "l=length; w=width", "2*(l + w)"),
    Row("직사각형|rectang", "넓이|area", "l=length; w=width", "l*w"),
    Row("직사각형|rectang", "대각선의 길이|diagonal", "l=length; w=width", "sqrt(l^2 + w^2)"),
    Row(r"정사각형|\bsquare\b", "둘레(?:의 길이)?|perimeter", "a=side", "4*a"),
    Row(r"정사각형|\bsquare\b", "넓이|area", "a=side", "a^2"),
    Row(r"정육면체|\bcube\b", "겉넓이|surface area", "a=side", "6*a^2"),
    Row(r"정육면체|\bcube\b", "부피|volume", "a=side", "a^3"),
    Row("정삼각형|equilateral triangle", "넓이|area", "a=side", "sqrt(3)*a^2/4", "정삼각형|equilateral"),
    Row("정삼각형|equilateral triangle", "높이|height", "a=side", "sqrt(3)*a/2", "정삼각형|equilateral"),
    Row("정삼각형|equilateral triangle", "둘레(?:의 길이)?|perimeter", "a=side", "3*a", "정삼각형|equilateral"),
    Row(r"삼각형|triang", "넓이|area", "b=base; h=height", "b*h/2"),
    Row(r"삼각형|triang", "넓이|area", "b=first side; c=second side; a=included angle", "b*c*sin(a*pi/180)/2"),
    Row(
        r"삼각형|triang",
        "넓이|area",
        "a=first x; b=first y; c=second x; d=second y; f=third x; g=third y",
        "|(c - a)*(g - b) - (f - a)*(d - b)|/2",
    ),
    Row(
        "두 점|points",
        "기울기|slope",
        "a=first x; b=first y; c=second x; d=second y",
        "(d - b)/(c - a)",
    ),
    Row(
        "두 점|between the (?:two )?points",
        "사이의 거리|distance",
        "a=first x; b=first y; c=second x; d=second y",
        "sqrt((c - a)^2 + (d - b)^2)",
        "두 점|points",
    ),
    Row(r"평행사변형|parallelogram", "넓이|area", "b=base; h=height", "b*h"),
    Row("마름모|rhombus", "넓이|area", "p=first diagonal; q=second diagonal", "p*q/2"),
    Row("계급|class", "계급값|class mark", "p=first place; q=second place", "(p + q)/2"),
    Row("중심각|central angle", "원주각의 크기|inscribed angle", "p=first place", "p/2"),
    Row("원주각|inscribed angle", "중심각의 크기|central angle", "p=first place", "2*p"),
    Row("외심|circumcent", "크기|degrees", "p=first place", "2*p"),
    Row("내심|incent", "크기|degrees", "p=first place", "90 + p/2"),
    Row("이등변|isosceles", "밑각의 크기|base angle|∠[BC]의 크기", "t=apex angle", "(180 - t)/2"),
    Row("이등변|isosceles", "꼭지각의 크기|apex angle|∠A의 크기", "t=base angle", "180 - 2*t"),
    Row(
        "평행사변형 ABCD에서 ∠A와 ∠B|parallelogram ABCD the angles at A and B",
        r"A의 크기|A in degrees",
        "p=first ratio; q=second ratio",
        "180*p/(p + q)",
        "평행사변형|parallelogram",
    ),
    Row("무게중심|centroid", r"(?<![A-Z])AG의 길이|length of AG", "m=median", "2/3*m"),
    Row("무게중심|centroid", r"(?<![A-Z])GD의 길이|length of GD", "m=median", "m/3"),
    Row("중점을 각각 M, N|M and N be the midpoints", "MN의 길이|length of MN", "b=side BC", "b/2", "중점|midpoints"),
    Row("중점을 각각 M, N|M and N be the midpoints", "BC의 길이|length of BC", "m=side MN", "2*m", "중점|midpoints"),
    Row(
        r"(?<![가-힣])원의|\bcircle",
        "현의 길이|length of the chord",
        "r=radius; d=distance to chord",
        "2*sqrt(r^2 - d^2)",
    ),
    Row(
        r"(?<![가-힣])원의|\bcircle",
        "접선의 길이|length of (?:a|the) tangent",
        "r=radius; d=distance to centre",
        "sqrt(d^2 - r^2)",
    ),
    Row("올려본|elevation", "높이|height", "d=distance to foot; a=elevation", "d*tan(a*pi/180)"),
    Row(
        "닮|similar",
        "큰 [^.]{0,12}넓이|area of the larger",
        "p=first ratio; q=second ratio; a=smaller area",
        "a*(max(p, q)/min(p, q))^2",
    ),
    Row(
        "닮|similar",
        "작은 [^.]{0,12}넓이|area of the smaller",
        "p=first ratio; q=second ratio; a=larger area",
        "a*(min(p, q)/max(p, q))^2",
    ),
    Row(
        "닮|similar",
        "큰 [^.]{0,12}부피|volume of the larger",
        "p=first ratio; q=second ratio; v=smaller volume",
        "v*(max(p, q)/min(p, q))^3",
    ),
    Row(
        "닮|similar",
        "작은 [^.]{0,12}부피|volume of the smaller",
        "p=first ratio; q=second ratio; v=larger volume",
        "v*(min(p, q)/max(p, q))^3",
    ),
    Row("각기둥|prism", "모서리의 개수|how many edges|edges", "n=sides", "3*n"),
    Row("각기둥|prism", "꼭짓점의 개수|how many vertices|vertices", "n=sides", "2*n"),
    Row("각기둥|prism", "면의 개수|how many faces|faces", "n=sides", "n + 2"),
    Row("각뿔|pyramid", "모서리의 개수|how many edges|edges", "n=sides", "2*n"),
    Row("각뿔|pyramid", "꼭짓점의 개수|how many vertices|vertices", "n=sides", "n + 1"),
    Row("각뿔|pyramid", "면의 개수|how many faces|faces", "n=sides", "n + 1"),
    Row("호도법(?:으로|의 각으로)|in radians", "", "d=degrees", "d*pi/180", "호도법|radians"),
)
_OF_SCALED = r"X ?[+-] ?[0-9]+의 (?:{0})|(?:{1}) of -?[0-9]+X|{2}\(-?[0-9]+X ?[+-] ?[0-9]+\)"
_SCALED_MEAN = "a=scale; b=shift; m=mean of X"
_SCALED_VARIANCE = "a=scale; b=shift; v=variance of X"
_STATISTICS = (
    Row("도수|frequency", "(?<!상대)도수|(?<!relative )(?<!total )frequency", "t=total; F=relative", "t*F"),
    Row("도수|frequency", "상대도수|relative frequency", "t=total; f=frequency", "f/t"),
    Row("도수|frequency", "도수의 총합|total frequency", "f=frequency; F=relative", "f/F"),
    Row("표본평균|sample mean", "표본평균의 분산|variance", "v=variance; n=size", "v/n"),
    Row("표본평균|sample mean", "표본평균의 분산|variance", "s=deviation; n=size", "s^2/n"),
    Row("표본평균|sample mean", "표본평균의 표준편차|standard deviation", "s=deviation; n=size", "s/sqrt(n)"),
    Row("표본평균|sample mean", "표본평균의 표준편차|standard deviation", "v=variance; n=size", "sqrt(v/n)"),
    Row("이항분포|binomial", r"평균|기댓값|\bmean|expect|E\(X\)", "n=trials; p=chance", "n*p"),
    Row("이항분포|binomial", r"분산|variance|V\(X\)", "n=trials; p=chance", "n*p*(1 - p)"),
    Row("이항분포|binomial", "표준편차|standard deviation", "n=trials; p=chance", "sqrt(n*p*(1 - p))"),
    Row(
        r"P\(X ?= ?[0-9]+\) ?= ?[^ ]+.*P\(X ?= ?[0-9]+\)",
        r"평균|기댓값|\bmean|expect|E\(X\)",
        "a=first value; b=second value; c=third value; p=first chance; q=second chance",
        "a*p + b*q + c*(1 - p - q)",
        r"확률변수|random variable",
    ),
    Row(
        "확률변수|random variable",
        r"평균|기댓값|\bmean|expect|E\(X\)",
        "a=first value; b=second value; c=third value; "
        "p=first listed chance; q=second listed chance; s=third listed chance",
        "a*p + b*q + c*s",
    ),
    Row(
        "확률변수|random variable",
        r"분산|variance|V\(X\)",
        "a=first value; b=second value; c=third value; "
        "p=first listed chance; q=second listed chance; s=third listed chance",
        "a^2*p + b^2*q + c^2*s - (a*p + b*q + c*s)^2",
    ),
    Row(
        "확률변수|random variable",
        _OF_SCALED.format("평균|기댓값", "mean|expected value", "E"),
        _SCALED_MEAN,
        "a*m + b",
    ),
    Row("확률변수|random variable", _OF_SCALED.format("분산", "variance", "V"), _SCALED_VARIANCE, "a^2*v + 0*b"),
    Row(
        "확률변수|random variable",
        _OF_SCALED.format("표준편차", "standard deviation", "σ"),
        "a=scale; b=shift; s=deviation of X",
        "|a|*s + 0*b",
    ),
    Row(r"P\(A\)", r"P\(A ?∪ ?B\)", "a=chance of A; b=chance of B; c=chance of both", "a + b - c", "사건|events"),
    Row(r"N\([0-9.]+, ?[0-9.]+\^2\).*P\(Z", "", "c=bound; m=normal mean; s=normal deviation", "(c - m)/s", "p(z"),
)
_SEQUENCES = (
    Row("of an arithmetic", "term number", _ARITHMETIC, "a + (n - 1)*d"),
    Row("of a geometric", "term number", _GEOMETRIC, "a*r^(n - 1)"),
    Row(
        "항이 [^ ]+인 등차수열의 제|In an arithmetic sequence, term number",
        "",
        "m=earlier index; p=earlier term; j=later index; q=later term; k=index asked",
        "p + (k - m)*(q - p)/(j - m)",
        "등차수열의 제|in an arithmetic",
    ),
    Row("등차수열의 제|of the arithmetic", "제 ?[0-9]+ ?항|term number", _ARITHMETIC, "a + (n - 1)*d"),
    Row("등비수열의 제|of the geometric", "제 ?[0-9]+ ?항|term number", _GEOMETRIC, "a*r^(n - 1)"),
    Row("등차수열의 첫째항부터|of the arithmetic", "합|sum of the first", _ARITHMETIC, "n*(2*a + (n - 1)*d)/2"),
    Row("등비수열의 첫째항부터|of the geometric", "합|sum of the first", _GEOMETRIC, "a*(r^n - 1)/(r - 1)"),
)
_NO_WAY_BACK = r"\A(?!.*(?:왕복|돌아오|갔다|않고|\bback\b|\breturn|without))"
_NO_PLACE_KEPT = r"\A(?!.*(?:이웃|맨 |양 ?끝|가운데|next to|front|\bend|middle))"
_UNION, _BOTH = r"n\(A ?∪ ?B\)", r"n\(A ?∩ ?B\)"
_COUNTING = (
    Row(
        rf"{_NO_WAY_BACK}.*(?:[을를] 거쳐 .*가는 (?:경우|방법)의 수|ways can one go from \w+ by \w+ to)",
        "",
        "a=first place; b=second place",
        "a*b",
        "거쳐|one go from",
    ),
    Row("각각 하나씩 (?:골라|택)[가-힣 ]*경우의 수", "", "a=first place; b=second place", "a*b", "각각 하나씩"),
    Row(
        rf"{_NO_PLACE_KEPT}.*(?:[이을를] (?:한 줄|일렬)로 (?:세우|서)는 (?:경우|방법)의 수|can [0-9]+ \w+ line up)",
        "",
        "n=lined up",
        "n!",
        "한 줄로|일렬로|line up",
    ),
    Row("부분집합의 개수|how many subsets does", "", "n=elements", "2^n"),
    Row("부분집합 중|subsets of a set", "", "n=elements; k=held", "2^(n - k)"),
    Row(
        "Y로의 ?함수의 개수|how many functions from",
        "",
        "x=elements of X; y=elements of Y",
        "y^x",
        "함수의 개수|how many functions",
    ),
    Row(
        "일대일 ?함수의 개수|one-to-one functions",
        "",
        "x=elements of X; y=elements of Y",
        "P(y, x)",
        "함수의 개수|one-to-one functions",
    ),
    Row(
        "(?:뽑아|택하여) 일렬로 (?:세우|꽂|나열하)는 경우의 수|can [0-9]+ of [0-9]+ different \\w+ be put in a row",
        "",
        "n=all; r=taken",
        "P(n, r)",
        "일렬로|in a row",
    ),
    Row(
        "중에서 (?:(?!중복을)[가-힣]+ )*[0-9]+(?:명|개)[을를] (?:뽑|택하|고르)는 (?:경우의 |조합의 )수|"
        "be chosen(?:\\?| from [0-9]+ \\w+\\?)",
        "",
        "n=all; r=taken",
        "C(n, r)",
        "중에서|be chosen",
    ),
    Row(
        "중복을 허[락용]하여 [0-9]+개를 택하는|kinds if kinds may be repeated",
        "",
        "n=all; r=taken",
        "H(n, r)",
        "중복을 허|may be repeated",
    ),
    Row(
        "회장 1명과 부회장 1명을 뽑는|회장과 부회장을 (?:각각 )?(?:한|1) ?명씩 뽑는|a president and a deputy",
        "",
        "n=all",
        "n*(n - 1)",
        "회장|a president",
    ),
    Row(
        "1부터 [0-9]+까지의 숫자 중에서 중복을 허[락용]하여 [0-9]+개를 택해 만들 수 있는 [0-9]*자리|"
        "digits from 1 to [0-9]+ if digits may be repeated",
        "",
        "n=digits; r=places",
        "n^r",
        "1부터|digits from",
    ),
    Row(
        "모두 일렬로 나열하는|all of them be put in a row",
        "",
        "a=letters a; b=letters b; c=letters c",
        "(a + b + c)!/(a!*b!*c!)",
    ),
    Row("최단 ?거리로|shortest ways", "", "a=to the right; b=up", "(a + b)!/(a!*b!)", "최단|shortest ways"),
    Row("남학생|boys", "", "a=boys; b=girls; c=boys taken; d=girls taken", "C(a, c)*C(b, d)"),
    Row(_UNION, _UNION, "a=number of A; b=number of B; c=number of both", "a + b - c", "n(a"),
    Row(_BOTH, _BOTH, "a=number of A; b=number of B; c=number of either", "a + b - c", "n(a"),
    Row(
        "또는 [가-힣]+을 좋아하는 학생 수|like at least one",
        "",
        "a=likes one; b=likes another; c=likes both",
        "a + b - c",
        "좋아하는 학생 수|like at least one",
    ),
    Row(
        "어느 것도 좋아하지 않는|like neither",
        "",
        "n=students; a=likes one; b=likes another; c=likes both",
        "n - (a + b - c)",
    ),
)
_CHANCE = (
    Row(
        "동시에 꺼낼 때, [0-9]개 모두 흰 공일 확률|at once. Find the probability that both are white",
        "",
        "a=white; b=black; k=drawn",
        "C(a, k)/C(a + b, k)",
        "모두 흰 공|both are white",
    ),
    Row(
        "한 개씩 두 번 꺼낼 때, 두 공이 모두 흰 공일 확률.*다시 넣지 않|"
        "without putting .* probability that both are white",
        "",
        "a=white; b=black",
        "a/(a + b)*(a - 1)/(a + b - 1)",
        "모두 흰 공|both are white",
    ),
    Row("빨간 공이 나올 확률|probability that it is red", "", "a=red; b=blue", "a/(a + b)"),
    Row(
        "모두 당첨 제비를 뽑을 확률.*다시 넣지 않|without putting it back. Find the probability that both win",
        "",
        "n=lots; w=winning",
        "w/n*(w - 1)/(n - 1)",
        "당첨 제비|both win",
    ),
    Row(
        "적어도 한 개가 (?:당첨 제비|불량품)일 확률|probability that at least one of them is faulty",
        "",
        "n=lots; w=winning; k=drawn",
        "1 - C(n - w, k)/C(n, k)",
        "적어도 한 개|at least one of them",
    ),
)
_GCD = "최대 ?공약수|greatest common (?:divisor|factor)"
_LCM = "최소 ?공배수|(?:least|lowest) common multiple"
_NUMBERS = (
    Row(_GCD, _GCD, "a=first place; b=second place", "gcd(a, b)", "최대|greatest common"),
    Row(_GCD, _GCD, "a=first place; b=second place; c=third place", "gcd(a, b, c)", "최대|greatest common"),
    Row(_LCM, _LCM, "a=first place; b=second place", "lcm(a, b)", "최소|common multiple"),
    Row(_LCM, _LCM, "a=first place; b=second place; c=third place", "lcm(a, b, c)", "최소|common multiple"),
    Row(
        "다시 동시에 출발하는 것은 몇 분 (?:후|뒤)|After how many minutes do they next leave at the same time",
        "",
        "a=first place; b=second place",
        "lcm(a, b)",
        "다시 동시에|at the same time",
    ),
    Row(
        "남김없이 똑같이.*몇 명|shared equally, with nothing left over.*How many students",
        "",
        "a=first place; b=second place",
        "gcd(a, b)",
        "남김없이|shared equally",
    ),
    Row(
        "소수점 아래.*번째 자리의 숫자를 구|digit number .* after the decimal point",
        "",
        "f=decimal fraction; n=decimal place",
        "mod(floor(f*10^n), 10)",
        "소수점 아래|digit number",
    ),
)
ROWS = (*_GEOMETRY, *_STATISTICS, *_SEQUENCES, *_COUNTING, *_CHANCE, *_NUMBERS, *STORY_ROWS)
