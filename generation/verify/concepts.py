"""What an item uses, and the first standard that teaches it: notation in what a student sees, methods that it takes.

Read from the texts of the standards (see :mod:`generation.verify.curriculum`): each row is the earliest standard whose
text, or whose terms and symbols in the notice, bring the thing in. What no row knows is not judged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generation.equivalence.relations import difference_of
from generation.expression.errors import ExpressionError
from generation.expression.exact import rational_value
from generation.expression.polynomial import Polynomial
from generation.expression.tree import (
    Add,
    Call,
    Const,
    Div,
    Expr,
    Matrix,
    Mixed,
    Mul,
    Neg,
    Node,
    Num,
    Percent,
    Pow,
    Relation,
    Sub,
    Sym,
    symbols,
    walk,
)
from generation.problem import Ask
from generation.verify.reading import Reading, conjuncts


@dataclass(frozen=True, slots=True)
class Concept:
    """A notation or a method, and the first standard that teaches it."""

    name: str
    standard: str


NEGATIVE = Concept("negative numbers", "[9수01-03]")
FRACTION = Concept("fractions", "[4수01-09]")
MIXED = Concept("mixed numbers", "[4수01-10]")
DECIMAL = Concept("decimals", "[4수01-12]")
PERCENT = Concept("percent", "[6수02-03]")
REPEATING = Concept("repeating decimals", "[9수01-06]")
LETTER = Concept("letters for numbers", "[9수01-01]")
EXPRESSION = Concept("expressions with letters", "[9수02-01]")
POWER = Concept("powers", "[9수01-01]")
POWER_LAWS = Concept("letters as exponents", "[9수02-08]")
REAL_EXPONENT = Concept("exponents that are no natural number", "[12대수01-02]")
INEQUALITY_SIGN = Concept("inequalities with a letter", "[9수01-04]")
PRODUCT_OF_SUMS = Concept("products of polynomials", "[9수02-19]")
MONOMIAL_TIMES_SUM = Concept("products of monomials and polynomials", "[9수02-10]")
ROOTS_MULTIPLIED = Concept("products of square roots", "[9수01-10]")
RADIAN = Concept("angles in radians", "[12대수02-01]")
TRIGONOMETRIC_FUNCTION = Concept("trigonometric functions", "[12대수02-02]")
ABSOLUTE_LINEAR = Concept("an absolute value around an expression with a letter", "[10공수1-02-10]")
MATRIX = Concept("matrices", "[10공수1-04-01]")

CALLS = {
    "sqrt": Concept("square roots", "[9수01-07]"),
    "root": Concept("roots of higher degree", "[12대수01-01]"),
    "abs": Concept("absolute values", "[9수01-03]"),
    "log": Concept("logarithms", "[12대수01-04]"),
    "ln": Concept("natural logarithms", "[12미적Ⅱ-02-01]"),
    "exp": Concept("the number e", "[12미적Ⅱ-02-01]"),
    **dict.fromkeys(("sin", "cos", "tan"), Concept("trigonometric ratios", "[9수03-16]")),
    "gcd": Concept("greatest common divisors", "[6수01-04]"),
    "lcm": Concept("least common multiples", "[6수01-05]"),
    "factorial": Concept("factorials", "[10공수1-03-02]"),
    "P": Concept("permutations", "[10공수1-03-02]"),
    "C": Concept("combinations", "[10공수1-03-03]"),
    "sum": Concept("the sign Σ", "[12대수03-04]"),
    "limit": Concept("limits", "[12미적Ⅰ-01-01]"),
    "diff": Concept("derivatives", "[12미적Ⅰ-02-01]"),
    "integrate": Concept("integrals", "[12미적Ⅰ-03-01]"),
    "mean": Concept("averages", "[6수04-01]"),
    **dict.fromkeys(("median", "mode"), Concept("medians and modes", "[9수04-01]")),
    **dict.fromkeys(("variance", "stdev"), Concept("variance and standard deviation", "[9수04-07]")),
    **dict.fromkeys(("conj", "re", "im"), Concept("complex numbers", "[10공수1-02-01]")),
}
CONSTANTS = {
    "pi": Concept("the number π", "[9수03-06]"),
    "e": Concept("the number e", "[12미적Ⅱ-02-01]"),
    "i": Concept("complex numbers", "[10공수1-02-01]"),
    "oo": Concept("infinity", "[12미적Ⅰ-01-01]"),
}

FORMS = {
    "factored": Concept("factoring", "[9수02-19]"),
    "prime_factored": Concept("prime factorization", "[9수01-01]"),
    "rationalized": Concept("rationalizing a denominator", "[9수01-10]"),
    "vertex": Concept("completing the square", "[9수02-20]"),
    "lowest_terms": Concept("reducing fractions", "[6수01-06]"),
}
SYSTEM = Concept("systems of linear equations", "[9수02-13]")
QUADRATIC_SYSTEM = Concept("systems with quadratic equations", "[10공수1-02-08]")
EQUATION = Concept("linear equations", "[9수02-03]")
INEQUALITY = Concept("linear inequalities", "[9수02-11]")
SQUARE = Concept("numbers whose square is given", "[9수01-07]")
QUADRATIC = Concept("quadratic equations", "[9수02-20]")
QUADRATIC_INEQUALITY = Concept("quadratic inequalities", "[10공수1-02-11]")
HIGHER = Concept("equations of degree three and more", "[10공수1-02-07]")

WORDS = {
    r"(?<!소)인수분해|\bfactor\w* (?:the )?(?:left|right|quadratic|expression|polynomial|trinomial)": FORMS["factored"],
    r"소인수|prime factor": FORMS["prime_factored"],
    r"유리화|rationali[sz]": FORMS["rationalized"],
    r"근의 ?공식|quadratic formula": QUADRATIC,
    r"절댓값|absolute value": CALLS["abs"],
    r"경우의 수|in how many ways": Concept("counting of cases", "[9수04-05]"),
    r"확률|\bprobability": Concept("probabilities", "[9수04-06]"),
    r"빗변|hypotenuse|대각선의 길이를|length of (?:its|the) diagonal": Concept("the Pythagorean theorem", "[9수03-15]"),
    r"부채꼴|\bsector\b": Concept("sectors", "[9수03-06]"),
    r"각뿔의 부피|원뿔의|\bcone\b|volume of a (?:square )?pyramid|구의 (?:겉넓이|부피)|\bsphere\b": Concept(
        "volumes and surfaces of solids", "[9수03-08]"
    ),
    r"외심|내심|circumcent|incent": Concept("the centres of a triangle", "[9수03-10]"),
    r"닮음|닮은|similar (?:triangle|solid|figure)|are similar": Concept("similar figures", "[9수03-12]"),
    r"무게중심|centroid": Concept("the centroid", "[9수03-14]"),
    r"(?<![가-힣])현의|현까지|\bchord\b|접선의 길이|length of a tangent": Concept("chords and tangents", "[9수03-18]"),
    r"원주각|inscribed (?:angle|quadrilateral|in a circle)": Concept("inscribed angles", "[9수03-19]"),
    r"도수분포표|계급값|frequency table|class mark": Concept("frequency tables", "[9수04-02]"),
    r"상대도수|relative frequency": Concept("relative frequencies", "[9수04-03]"),
    r"중앙값|최빈값|\bmedian of\b|\bmode of\b": Concept("medians and modes", "[9수04-01]"),
    r"확률변수|random variable": Concept("random variables", "[12확통03-01]"),
    r"이항분포|binomial distribution": Concept("binomial distributions", "[12확통03-03]"),
    r"정규분포|normal distribution": Concept("normal distributions", "[12확통03-04]"),
    r"표본평균|sample mean": Concept("sample means", "[12확통03-06]"),
    r"등차수열|arithmetic (?:sequence|progression)": Concept("arithmetic sequences", "[12대수03-02]"),
    r"등비수열|geometric (?:sequence|progression)": Concept("geometric sequences", "[12대수03-03]"),
    r"역함수|inverse function": Concept("inverse functions", "[10공수2-03-03]"),
    r"합성함수|composite function": Concept("composite functions", "[10공수2-03-02]"),
    r"이차함수|quadratic function": Concept("quadratic functions", "[9수02-21]"),
    r"일차함수|linear function": Concept("linear functions", "[9수02-15]"),
    r"정비례|반비례|(?:directly|inversely) proportional": Concept("proportionality", "[9수02-07]"),
    r"순서쌍|ordered pair": Concept("ordered pairs", "[9수02-05]"),
    r"완전제곱식": FORMS["factored"],
    r"complet\w+ the square": FORMS["vertex"],
    r"원의 방정식|나타내는 원|원 \$x\^2|equation of (?:a|the) circle|circle \$x\^2": Concept(
        "the equation of a circle", "[10공수2-01-04]"
    ),
    r"직선 [^.]{0,60}사이의 거리|distance (?:between|of|from) [^.]{0,60}\blines?\b": Concept(
        "distances of points and lines", "[10공수2-01-03]"
    ),
    r"판별식|discriminant": Concept("the discriminant", "[10공수1-02-02]"),
    r"근과 ?계수|vieta|sum of the roots": Concept("roots and coefficients", "[10공수1-02-03]"),
    r"나머지 ?정리|인수 ?정리|조립제법|(?:remainder|factor) theorem|synthetic": Concept(
        "the remainder theorem", "[10공수1-01-02]"
    ),
    r"가감법|대입법|연립|\belimination\b|system of": SYSTEM,
    r"로그|logarithm": CALLS["log"],
    r"미분|도함수|derivative|differentia(?:t|bl)": CALLS["diff"],
    r"적분|integral\b|integrat(?:e|ion|ing)\b": CALLS["integrate"],
    r"켤레|복소수|허수|complex (?:number|conjugate)|imaginary": CONSTANTS["i"],
    r"피타고라스|pythagor": Concept("the Pythagorean theorem", "[9수03-15]"),
    r"삼각비|trigonometric ratio": CALLS["sin"],
    r"사인법칙|코사인법칙|law of (?:co)?sines|(?:co)?sine rule": Concept("the laws of sines", "[12대수02-03]"),
    r"라디안|호도법|radian": RADIAN,
    r"순열|permutation": CALLS["P"],
    r"(?<!동류항끼리 )조합|combinations? of \d|\bcombinatorial": CALLS["C"],
    r"행렬|\bmatri(?:x|ces)\b": MATRIX,
    r"순환소수|(?:repeating|recurring) decimal": REPEATING,
    r"표준편차|분산(?!한)|standard deviation|\bvariance": CALLS["stdev"],
    r"연속(?:이|일|인|함수)|\bcontinuous\b": CALLS["limit"],
    r"로피탈|l'h[oô]pital": Concept("L'Hôpital's rule", "[12미적Ⅱ-02-01]"),
}
"""Words of statements and worked solutions that name a method."""
_WORDS = [(re.compile(pattern, re.IGNORECASE), concept) for pattern, concept in WORDS.items()]


def named(text: str) -> Iterator[Concept]:
    """The methods that a text names."""
    return (concept for pattern, concept in _WORDS if pattern.search(text))


# -- notation --------------------------------------------------------------------------------------------------


def notation(node: Node) -> Iterator[Concept]:
    """What stands in a formula that a student sees or writes."""
    for part in walk(node):
        match part:
            case Num(_, decimals, repeating):
                if decimals:
                    yield REPEATING if repeating else DECIMAL
            case Sym():
                yield LETTER
            case Const(name) if name in CONSTANTS:
                yield CONSTANTS[name]
            case Neg():
                yield NEGATIVE
            case Mixed():
                yield MIXED
            case Percent():
                yield PERCENT
            case Matrix():
                yield MATRIX
            case Pow(base, exponent):
                yield from _power(base, exponent)
            case Call(name, args):
                yield from _call(name, args)
            case Relation(op, left, right) if op not in ("=", "!=") and symbols(left) | symbols(right):
                yield from _inequality(left, right)
            case Add() | Sub() | Mul() | Div():
                yield from _operation(part)


def _inequality(left: Expr, right: Expr) -> Iterator[Concept]:
    yield INEQUALITY_SIGN
    if any(isinstance(side, Add | Sub | Mul) and symbols(side) for side in (left, right)):
        yield INEQUALITY


def _operation(part: Add | Sub | Mul | Div) -> Iterator[Concept]:
    if isinstance(part, Div) and not part.inline:
        yield FRACTION
    if isinstance(part, Sub) and not symbols(part) and (value := rational_value(part)) is not None and value < 0:
        yield NEGATIVE
    named_only = isinstance(part, Add | Sub) and all(
        isinstance(side, Sym | Add | Sub) for side in (part.left, part.right)
    )
    if not named_only and (_in_base(part.left) or _in_base(part.right)):
        yield EXPRESSION
    if isinstance(part, Mul) and _is_lettered_sum(part.left) and _is_lettered_sum(part.right):
        yield PRODUCT_OF_SUMS
    if isinstance(part, Mul | Div) and _has_root(part.left) and _has_root(part.right):
        yield ROOTS_MULTIPLIED


def _in_base(node: Expr) -> bool:
    """Whether a letter stands anywhere but in an exponent: ``2^a`` asks for a number, ``2x`` is an expression."""
    if isinstance(node, Pow):
        return _in_base(node.base)
    if isinstance(node, Mul):
        return _in_base(node.left) or _in_base(node.right)
    return bool(symbols(node))


def _is_lettered_sum(node: Expr) -> bool:
    while isinstance(node, Neg | Pow):
        node = node.arg if isinstance(node, Neg) else node.base
    if isinstance(node, Mul):
        return _is_lettered_sum(node.left) or _is_lettered_sum(node.right)
    return isinstance(node, Add | Sub) and bool(symbols(node))


def _is_letter_times_sum(node: Node) -> bool:
    if not isinstance(node, Mul):
        return False
    pairs = ((node.left, node.right), (node.right, node.left))
    return any(_is_lettered_sum(a) and bool(symbols(b)) for a, b in pairs)


def _has_root(node: Expr) -> bool:
    return any(isinstance(part, Call) and part.name == "sqrt" for part in walk(node))


def _power(base: Expr, exponent: Expr) -> Iterator[Concept]:
    yield POWER
    if symbols(exponent):
        if not isinstance(exponent, Sym) or symbols(base):
            yield POWER_LAWS
    elif (value := rational_value(exponent)) is None or value < 1 or value.denominator != 1:
        yield REAL_EXPONENT
    elif value > 1 and isinstance(base, Add | Sub) and symbols(base):
        yield PRODUCT_OF_SUMS


def _call(name: str, args: tuple[Expr, ...]) -> Iterator[Concept]:
    if name in CALLS:
        yield CALLS[name]
    if name == "abs" and symbols(args[0]) and not isinstance(args[0], Sym):
        yield ABSOLUTE_LINEAR
    if name in ("sin", "cos", "tan"):
        if symbols(args[0]) and not (isinstance(args[0], Sym) and args[0].name.isupper()):  # tan A: A is an angle
            yield TRIGONOMETRIC_FUNCTION
        elif any(isinstance(part, Const) and part.name == "pi" for part in walk(args[0])):
            yield RADIAN


# -- methods ---------------------------------------------------------------------------------------------------


def methods(reading: Reading, ask: Ask) -> Iterator[Concept]:
    """What it takes to answer: the form asked for, and the degree of what is solved."""
    if ask.form in FORMS:
        yield FORMS[ask.form]
    if ask.form == "expanded" and reading.of is not None and any(map(_is_letter_times_sum, walk(reading.of))):
        yield MONOMIAL_TIMES_SUM
    if any(domain.complex for domain in reading.domains.values()):
        yield CONSTANTS["i"]
    if ask.kind != "solve" or any(reading.domains[name].integral for name in ask.unknowns if name in reading.domains):
        return  # whole numbers can be tried
    relations = [part for logic in reading.given for part in conjuncts(logic) if isinstance(part, Relation)]
    for relation in relations:
        if not _tells_the_rest(relation, relations):
            yield from _solving(relation, ask)
    if len(ask.unknowns) > 1 and any(len(symbols(relation) & set(ask.unknowns)) > 1 for relation in relations):
        yield SYSTEM


def _tells_the_rest(relation: Relation, relations: list[Relation]) -> bool:
    """``q = f(p)`` where nothing else is known of q: worked out once p is found."""
    others = frozenset().union(*(symbols(other) for other in relations if other is not relation))
    match relation:
        case Relation("=", Sym(name), right):
            return name not in others and name not in symbols(right) and bool(symbols(right) & others)
        case _:
            return False


def _solving(relation: Relation, ask: Ask) -> Iterator[Concept]:
    difference = _polynomial(relation)
    if difference is None:
        return
    degree = max((difference.degree(name) for name in ask.unknowns), default=0)
    if len(ask.unknowns) > 1:
        if difference.total_degree() > 1:
            yield QUADRATIC_SYSTEM
    elif relation.op in ("=", "!="):
        if degree > 2:
            yield HIGHER
        elif degree == 2:
            yield QUADRATIC if difference.coefficients(ask.unknowns[0])[1].terms else SQUARE
    elif degree > 1:
        yield QUADRATIC_INEQUALITY
    else:
        yield INEQUALITY


def _polynomial(relation: Relation) -> Polynomial | None:
    try:
        return difference_of(relation).top
    except ExpressionError:
        return None  # what is not computed is not judged here
