"""Formulas of figures and stories that a model tells by an equation: what its unknown comes to.

Rows as in `generation.verify.text.formula_rows`; a key is held against the formula, whatever equation led to it.
"""

from __future__ import annotations

from generation.verify.text.formula_row import Row

_FOUR = "a=first place; b=second place; c=third place; d=fourth place"
_THREE = "a=first place; b=second place; c=third place"
_POINTS = "p=first x; q=first y; s=second x; t=second y; m=first ratio; n=second ratio"
_RIGHT_TRIANGLE = "직각삼각형|right triangle"
_NUMBER_TIMES = r"어떤 수의 [0-9]+배에서 [0-9]+[을를] {} (?:값이|수는|수가) 어떤 수의 [0-9]+배보다 [0-9]+만큼 {}"
_TIMES_NUMBER = r"[0-9]+ times a number {} [0-9]+ is [0-9]+ {} than [0-9]+ times the number"
_TRIANGLES = (
    Row(_RIGHT_TRIANGLE, "빗변의 길이|hypotenuse", "a=first leg; b=second leg", "sqrt(a^2 + b^2)"),
    Row(
        _RIGHT_TRIANGLE,
        "나머지 한 변의 길이|the other leg",
        "h=hypotenuse; a=one leg",
        "sqrt(h^2 - a^2)",
    ),
    Row(
        "삼각형 ABC|triangle ABC",
        "(?:CA|AC)의 길이|length of (?:CA|AC)",
        "a=side BC; p=angle A; q=angle B",
        "a*sin(q*pi/180)/sin(p*pi/180)",
    ),
    Row(
        "삼각형 ABC|triangle ABC",
        "BC의 길이|length of BC",
        "b=side AC; c=side AB; p=angle A",
        "sqrt(b^2 + c^2 - 2*b*c*cos(p*pi/180))",
    ),
    Row(
        "삼각형 ABC와 DEF가 (?:서로 )?닮|triangles ABC and DEF are similar",
        "EF의 길이|length of EF",
        "a=side AB; d=side DE; b=side BC",
        "d*b/a",
        "닮|similar",
    ),
    Row(
        "DE와 BC가 (?:서로 )?평행|DE is parallel to BC",
        "EC의 길이|length of EC",
        "a=side AD; b=side DB; c=side AE",
        "b*c/a",
        "평행|parallel",
    ),
    Row(
        "그림자.*나무의 높이를 구|a stick of .*shadow.*How high is the tree",
        "",
        _THREE,
        "a*c/b",
        "그림자|shadow",
    ),
    Row(
        "다면체|polyhedron",
        "(?<!다)면의 개수|faces",
        "v=vertices; k=edges",
        "2 - v + k",
    ),
    Row("다면체|polyhedron", "꼭짓점의 개수|vertices", "k=edges; f=faces", "2 + k - f"),
    Row("다면체|polyhedron", "모서리의 개수|edges", "v=vertices; f=faces", "v + f - 2"),
    Row(
        "세로의 길이보다 [0-9.]+ ?[a-z]+ (?:더 )?긴|rectangle is [0-9.]+ [a-z]+ longer than it is wide",
        "세로의 길이|width",
        "d=first place; a=area of the rectangle",
        "(sqrt(d^2 + 4*a) - d)/2",
        "직사각형|rectangle",
    ),
    Row(
        "세로의 길이보다 [0-9.]+ ?[a-z]+ (?:더 )?긴|rectangle is [0-9.]+ [a-z]+ longer than it is wide",
        "가로의 길이|its length",
        "d=first place; a=area of the rectangle",
        "(sqrt(d^2 + 4*a) + d)/2",
        "직사각형|rectangle",
    ),
    Row("내분|internally", r"a ?\+ ?b", _POINTS, "(m*(s + t) + n*(p + q))/(m + n)"),
    Row("내분|internally", "a ?- ?b", _POINTS, "(m*(s - t) + n*(p - q))/(m + n)"),
    Row(
        "원의 방정식|equation of the circle",
        "",
        "a=first x; b=first y; r=radius",
        "(x - a)^2 + (y - b)^2 - r^2",
    ),
)
_CHANCES = (
    Row("독립|independent", r"P\(A ?∪ ?B\)", "a=chance of A; b=chance of B", "a + b - a*b"),
    Row("독립|independent", r"P\(A ?∩ ?B\)", "a=chance of A; b=chance of B", "a*b"),
    Row("배반|exclusive", r"P\(A ?∪ ?B\)", "a=chance of A; b=chance of B", "a + b"),
    Row("사건|events", r"P\(B ?\| ?A\)", "a=chance of A; b=chance of B; c=chance of both", "c/a + 0*b"),
    Row("사건|events", r"P\(A ?\| ?B\)", "a=chance of A; b=chance of B; c=chance of both", "c/b + 0*a"),
    Row("사건|events", r"P\(B ?\| ?A\)", "a=chance of A; c=chance of both", "c/a"),
    Row("사건|events", r"P\(A ?\| ?B\)", "b=chance of B; c=chance of both", "c/b"),
    Row(
        "독립.*두 학생 중 한 학생만|independent prob.*exactly one of them",
        "",
        "a=first place; b=second place",
        "a*(1 - b) + (1 - a)*b",
        "독립|independent",
    ),
    Row(
        "확률이 차례(?:대로|로) [0-9/]+, ?[0-9/]+, ?a일|probabilities of all values .* are [0-9/]+, ?[0-9/]+, ?a",
        "",
        "a=first place; b=second place",
        "1 - a - b",
        "확률이 차례|probabilities of all",
    ),
    Row(
        "동전 [0-9]+개를 동시에 던질 때, 적어도 한 개는 앞면|[0-9]+ different coins are thrown.*at least one head",
        "",
        "n=first place",
        "1 - 1/2^n",
        "동전|coins",
    ),
    Row(
        "카드 중.*의 배수이거나 [0-9]+의 배수일 확률|cards numbered.*multiple of [0-9]+ or a multiple of",
        "",
        "n=numbered to; a=first divisor; b=second divisor; u=numbered from",
        "u*(floor(n/a) + floor(n/b) - floor(n/lcm(a, b)))/n",
        "배수|multiple",
    ),
)
_STORIES = (
    Row(
        "원짜리 동전|won coins",
        "",
        "a=first coin; b=second coin; n=coins in all; t=money in all; q=coin asked",
        "(t - n*(a + b - q))/(2*q - a - b)",
    ),
    Row(
        "입장한 어른의 수를|How many adults",
        "",
        "a=price for adults; c=price for children; n=people in all; t=money in all",
        "(t - n*c)/(a - c)",
    ),
    Row(
        "입장한 어린이의 수를|How many children",
        "",
        "a=price for adults; c=price for children; n=people in all; t=money in all",
        "(n*a - t)/(a - c)",
    ),
    Row(_NUMBER_TIMES.format("뺀", "[클크큰]"), "", _FOUR, "(b + d)/(a - c)", "어떤 수"),
    Row(_NUMBER_TIMES.format("더한", "[클크큰]"), "", _FOUR, "(d - b)/(a - c)", "어떤 수"),
    Row(_NUMBER_TIMES.format("뺀", "작"), "", _FOUR, "(b - d)/(a - c)", "어떤 수"),
    Row(_TIMES_NUMBER.format("minus", "more"), "", _FOUR, "(b + c)/(a - d)", "times a number"),
    Row(_TIMES_NUMBER.format("plus", "more"), "", _FOUR, "(c - b)/(a - d)", "times a number"),
    Row(_TIMES_NUMBER.format("minus", "less"), "", _FOUR, "(b - c)/(a - d)", "times a number"),
    Row(
        "남고.*(?:부족|모자).*(?:학생은 모두 몇 명|학생 수를)|are left over.* are missing. How many students",
        "",
        _FOUR,
        "(b + d)/(c - a)",
        "남고|left over",
    ),
    Row(
        "몇 년 후.*나이의 [0-9]+배|나이의 [0-9]+배.*몇 년 후|In how many years will \\w+ be [0-9]+ times as old",
        "",
        _THREE,
        "(a - c*b)/(c - 1)",
        "몇 년 후|how many years",
    ),
    Row(
        "왕복|round trip",
        "거리|distance one way",
        "a=speed there; b=speed back; t=hours in all",
        "t/(1/a + 1/b)",
    ),
    Row(
        r"(?<!반)비례하고|directly proportional",
        "",
        "p=given x; q=given y; x=x asked",
        "q*x/p",
        "비례|proportional",
    ),
    Row("반비례|inversely proportional", "", "p=given x; q=given y; x=x asked", "q*p/x"),
    Row(
        "의 배수 또는 [0-9]+의 배수의 개수|multiples of [0-9]+ or multiples of [0-9]+",
        "",
        "n=numbered to; a=first divisor; b=second divisor; u=numbered from",
        "u*(floor(n/a) + floor(n/b) - floor(n/lcm(a, b)))",
        "배수|multiples",
    ),
    Row(
        "1부터 [0-9]+까지의 자연수가 각각 하나씩 적힌 [0-9]+장의 카드로 만들 수 있는 두 자리|"
        "for the tens and the ones of a number. How many such numbers",
        "",
        "n=numbered to; u=numbered from",
        "u*n*(n - 1)",
        "두 자리|the tens and the ones",
    ),
)
_TWO = "a=first place; b=second place"
_CONSECUTIVE = r"연속하는 세 (?:자연수|정수)의 합이|sum of three consecutive (?:natural numbers|integers|numbers) is"
_APART = r"연속하는 세 (?:짝수|홀수)의 합이|sum of three consecutive (?:even|odd) \w+ is"
_MORE = (
    Row(
        "둘레의 길이가 .*직사각형|rectangle with a perimeter",
        "넓이의 최댓값|largest area",
        "p=first place",
        "p^2/16",
        "직사각형|rectangle",
    ),
    Row("사다리꼴|trapez", "넓이|area", "a=upper side; b=lower side; h=height", "(a + b)*h/2"),
    Row(r"정사각형|\bsquare\b", "대각선의 길이|diagonal", "a=side", "a*sqrt(2)"),
    Row(_CONSECUTIVE, "가장 큰 수|largest", "s=first place", "s/3 + 1", "연속하는|consecutive"),
    Row(_CONSECUTIVE, "가장 작은 수|smallest", "s=first place", "s/3 - 1", "연속하는|consecutive"),
    Row(_APART, "가장 큰 (?:수|짝수|홀수)|largest", "s=first place", "s/3 + 2", "연속하는|consecutive"),
    Row(_APART, "가장 작은 (?:수|짝수|홀수)|smallest", "s=first place", "s/3 - 2", "연속하는|consecutive"),
    Row(
        "이익을 붙여 정가.*할인하여 (?:팔|판매)",
        "판매 가격|판매 ?가",
        "c=first place; p=second place; d=third place",
        "c*(1 + p/100)*(1 - d/100)",
        "정가",
    ),
    Row(
        "갈 때.*올 때.*왕복하는 동안의 평균 속력|there.*back.*average speed",
        "",
        _TWO,
        "2*a*b/(a + b)",
        "평균 속력|average speed",
    ),
    Row("어떤 수의 [0-9]+배보다 [0-9]+만큼 큰 수[가는] [0-9]+", "어떤 수", _THREE, "(c - b)/a", "어떤 수"),
    Row("어떤 수의 [0-9]+배보다 [0-9]+만큼 작은 수[가는] [0-9]+", "어떤 수", _THREE, "(c + b)/a", "어떤 수"),
    Row("[0-9][을를] [0-9]+[으]?로 나눈 몫을|divide [0-9]+ by [0-9]+\\.", "", _TWO, "a/b", "나눈|divide"),
    Row("[0-9]에서 [0-9]+[을를] (?:뺀 (?:값|수)|빼면)", "", _TWO, "a - b", "에서"),
    Row("\\Asubtract [0-9]+ from [0-9]+\\.", "", _TWO, "b - a", "subtract"),
    Row("농도가 [0-9]+%인 소금물 [0-9]+ ?g에 물 [0-9]+ ?g을 (?:더 )?넣", "농도", _THREE, "a*b/(b + c)", "소금물"),
    Row("농도가 [0-9]+%인 소금물 [0-9]+ ?g에서 물 [0-9]+ ?g을 증발", "농도", _THREE, "a*b/(b - c)", "소금물"),
    Row("일에 끝낸다.*함께 하면 며칠", "", _TWO, "a*b/(a + b)", "며칠"),
    Row("단리", "원리합계", "c=first place; r=second place; n=third place", "c*(1 + n*r/100)"),
    Row("복리", "원리합계", "c=first place; r=second place; n=third place", "c*(1 + r/100)^n"),
    Row(
        r"(\w+) has [0-9]+ [^.]*\. (\w+) has [0-9]+ (?:fewer|less) [^.]*than \1\. How many [^?]*does \2 have\?\Z",
        "",
        _TWO,
        "a - b",
        " has ",
    ),
    Row(
        r"(\w+) has [0-9]+ [^.]*\. (\w+) has [0-9]+ more [^.]*than \1\. How many [^?]*does \2 have\?\Z",
        "",
        _TWO,
        "a + b",
        " has ",
    ),
    Row(r"\AThere are [0-9]+ \w+ with [0-9]+ \w+ each\. How many \w+ are there\?", "", _TWO, "a*b", "each"),
    Row(
        r"sold [0-9]+ \w+ on (\w+) and [0-9]+% more on (\w+)\. How many [^?]*on \2\?",
        "",
        _TWO,
        "a*(1 + b/100)",
        "% more",
    ),
    Row(
        "x축에 대하여 대칭이동한 후 직선 y=x에|in the x-axis and then in the line y=x",
        "a ?- ?b",
        "p=first x; q=first y",
        "-q - p",
        "대칭|reflected",
    ),
    Row(
        "x축에 대하여 대칭이동한 후 직선 y=x에|in the x-axis and then in the line y=x",
        r"a ?\+ ?b",
        "p=first x; q=first y",
        "p - q",
        "대칭|reflected",
    ),
)
STORY_ROWS = (*_TRIANGLES, *_CHANCES, *_STORIES, *_MORE)
