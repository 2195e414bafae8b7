"""Facts that words claim of the numbers of a problem: sums, means, lists, coefficients."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from fractions import Fraction

from generation.equivalence.relations import difference_of
from generation.expression.errors import ExpressionError
from generation.expression.exact import exact, rational_value
from generation.expression.render import infix
from generation.expression.tree import (
    Add,
    Call,
    Expr,
    Mul,
    Node,
    Pow,
    Relation,
    Sub,
    Sym,
    symbols,
    walk,
)
from generation.expression.tree import Collection as Several
from generation.verify.reasons.sources import periods
from generation.verify.reasons.words import (
    FORMULA,
    Around,
    FalseWordsError,
    Said,
    data_of,
    matched,
    relations_in,
    values,
    whole,
)

_LISTED = re.compile(rf"정수 ?(?:는|{FORMULA}는) {FORMULA}(?!부터)|the (?:integers|natural numbers) are {FORMULA}")
_FROM_TO = re.compile(
    rf"{FORMULA}부터 {FORMULA}까지의? ?정수|정수는 {FORMULA}부터 {FORMULA}까지|from {FORMULA} to {FORMULA}"
)
_PAIRS = re.compile(rf"순서쌍은 {FORMULA}|the pairs are {FORMULA}")
_REMAINDER = re.compile(
    rf"{FORMULA}[을를] {FORMULA}(?:으로|로) 나눈 나머지|remainder of {FORMULA} divided by {FORMULA}"
)
_MEAN = re.compile(rf"평균은 {FORMULA}|the mean is {FORMULA}")
_DEVIATIONS = re.compile(rf"편차는 (?:차례대로 )?{FORMULA}|the deviations are {FORMULA}")
_SORTED = re.compile(rf"크기순으로 나열하면 {FORMULA}|in order of size:? {FORMULA}")
_FREQUENCY = re.compile(rf"{FORMULA}의 도수가 {FORMULA}|{FORMULA} occurs {FORMULA} times")
_ROOTS = re.compile(rf"sum of the roots is {FORMULA} and their product {FORMULA}")
_VERTEX = re.compile(rf"꼭짓점의 {FORMULA}좌표는 {FORMULA}|vertex is at {FORMULA}")
_CONSTANT = re.compile(rf"나머지 상수는 {FORMULA}|leaves the constant {FORMULA}")
_DISTANCE = re.compile(rf"거리는 {FORMULA}|is {FORMULA} away")
_BASE = re.compile(rf"밑 {FORMULA}|base {FORMULA}")
_ABOVE_ONE = re.compile(rf"밑 {FORMULA}[은는이가] {FORMULA}보다 [크커]|base {FORMULA} is larger than {FORMULA}")
_MULTIPLES = re.compile(rf"{FORMULA}의 배수|multiples? of {FORMULA}")
_PERIOD = re.compile(rf"순환마디는 {FORMULA}|block that repeats is {FORMULA}")
_PERIOD_LENGTH = re.compile(rf"숫자의 개수는 {FORMULA}|of {FORMULA} digits")
_IS_EQUAL = re.compile(
    rf"(?:대입한 값|판별식|좌표)[이가] {FORMULA}|확률의 합은 {FORMULA}|=\s?{FORMULA}이므로|"
    rf"value at {FORMULA} is {FORMULA}|discriminant (?:of the equation of both )?is {FORMULA}|coordinate {FORMULA}|"
    rf"probabilities add up to {FORMULA}"
)
_CONSTANTS_OF_LAWS = (
    (Fraction(0), re.compile(rf"곱이 {FORMULA}이면 인수 중 하나가 {FORMULA}")),
    (
        Fraction(0),
        re.compile(rf"{FORMULA}[을를] 대입하면 {FORMULA}이므로 인수|value at {FORMULA} is {FORMULA}, so divide"),
    ),
    (Fraction(0), re.compile(rf"이차항이 {FORMULA}일 때|square is {FORMULA} there")),
    (Fraction(0), re.compile(rf"홀수 차수의 항의 정적분은 {FORMULA}")),
    (Fraction(0), re.compile(rf"극값을 갖는 (?:두 )?점에서 미분계수가 {FORMULA}")),
    (Fraction(0), re.compile(rf"근호 안이 {FORMULA} 이상|under the root is at least {FORMULA}")),
    (Fraction(0), re.compile(rf"분모가 {FORMULA}으로 가므로 분자도 {FORMULA}으로")),
    (Fraction(1), re.compile(rf"각 지수에 {FORMULA}[을를] 더하|add {FORMULA} to each exponent")),
)
_SUM_OF_ROOTS = Add(Sym("alpha"), Sym("beta"))
_PRODUCT_OF_ROOTS = Mul(Sym("alpha"), Sym("beta"), implicit=True)


def sum_and_product(four: list[Expr]) -> list[Node]:
    """Two numbers with this sum and product."""
    values = [rational_value(node) for node in four]
    if len(values) != 4 or None in values:
        return []
    total, product, a, b = values
    if a + b != total or a * b != product:  # type: ignore[operator]
        raise FalseWordsError(f"{a} and {b} have not the sum {total} and the product {product}")
    return list(four)


def of_two(two: tuple[Node | None, ...], function: Callable[[int, int], int], step: Said, around: Around) -> list[Node]:
    """Two numbers whose divisor or multiple is the line."""
    a, b, found = whole(two[0]), whole(two[1]), whole(around.line)
    if a is None or b is None or found is None:
        return []
    if function(a, b) != found:
        raise FalseWordsError(f"the {function.__name__} of {a} and {b} is {function(a, b)}, not {found}")
    return [shown for node in two for shown in _claimed(step, node, around.numbers)]


def about_roots(step: Said, around: Around) -> list[Node]:
    """The sum and the product of the roots of the quadratic equation of the problem."""
    found = list(quadratics([*around.stated, *around.bodies]))
    sums, products = {-b / a for _, b, a in found}, {c / a for c, _, a in found}
    shown: list[Node] = []
    for node in step.formulas:
        if isinstance(node, Relation) and node.left in (_SUM_OF_ROOTS, _PRODUCT_OF_ROOTS):
            shown += _claimed(step, node, sums if node.left == _SUM_OF_ROOTS else products)
    for total, product in matched(_ROOTS, step):
        shown += _claimed(step, total, sums) + _claimed(step, product, products)
    return shown


def _claimed(step: Said, node: Node | None, expected: Collection[Fraction | None]) -> list[Node]:
    """A number, or the right side of an equation, where it is one of those; else it is noted as without a source."""
    if node is None or not expected:
        return []
    value = node.right if isinstance(node, Relation) else node
    if _has_value(value, expected):
        return [node]
    step.denied.append(infix(value))
    return []


def _has_value(node: Node | None, expected: Collection[Fraction | None]) -> bool:
    return isinstance(node, Expr) and not symbols(node) and rational_value(node) in expected


def quadratics(nodes: list[Node]) -> Iterator[tuple[Fraction, Fraction, Fraction]]:
    """The coefficients, lowest first, of the quadratic polynomials in one letter of formulas and their sides."""
    sides = [side for part in relations_in(nodes) for side in (part, part.left, part.right)]
    for node in (*nodes, *sides):
        names = symbols(node)
        if len(names) != 1 or not isinstance(node, Relation | Add | Sub | Mul | Pow):
            continue
        try:
            top = difference_of(node).top if isinstance(node, Relation) else exact(node).polynomial()
        except ExpressionError:
            continue
        found = None if top is None else top.rational_coefficients(next(iter(names)))
        if found is not None and len(found) == 3:
            yield found[0], found[1], found[2]


def about_vertex(step: Said, around: Around) -> list[Node]:
    """Where the quadratic function of the problem turns, and its value there."""
    found = list(quadratics([*around.stated, *around.bodies]))
    turns, lowest = {-b / (2 * a) for _, b, a in found}, {c - b * b / (4 * a) for c, b, a in found}
    shown: list[Node] = []
    for nodes in matched(_VERTEX, step):
        shown += _claimed(step, nodes[-1], turns)
    for (node,) in matched(_CONSTANT, step):
        shown += _claimed(step, node, lowest)
    return shown + [node for node in step.formulas if isinstance(node, Pow) and _is_square_at(node, turns)]


def _is_square_at(power: Pow, turns: set[Fraction]) -> bool:
    """``(x + 5)^2`` for a vertex at -5."""
    found = list(quadratics([power]))
    return any(-b / (2 * a) in turns and b * b == 4 * a * c for c, b, a in found)


def about_base(step: Said, around: Around) -> list[Node]:
    """The base of powers or logarithms."""
    parts = [part for node in (*around.stated, *around.before) for part in walk(node)]
    of_powers = [part.base for part in parts if isinstance(part, Pow) and symbols(part.exponent)]
    of_logarithms = [part.args[1] for part in parts if isinstance(part, Call) and part.name == "log" and part.args[1:]]
    bases = {rational_value(base) for base in (*of_powers, *of_logarithms) if not symbols(base)} - {None}
    shown = [found for (node,) in matched(_BASE, step) for found in _claimed(step, node, bases)]
    return shown + [found for _, one in matched(_ABOVE_ONE, step) for found in _claimed(step, one, {Fraction(1)})]


def about_multiples(step: Said, around: Around) -> list[Node]:
    """Multiples of a number that the problem asks about."""
    parts = [part for node in around.stated for part in walk(node)]
    divisors = {rational_value(part.args[1]) for part in parts if isinstance(part, Call) and part.name == "mod"} - {
        None
    }
    named = [node for (node,) in matched(_MULTIPLES, step) if isinstance(node, Expr)]
    return [shown for node in named for shown in _claimed(step, node, divisors)]


def about_constants(step: Said, around: Around) -> list[Node]:
    """Numbers of laws that are always the same, and what an equation is said to be equal to."""
    shown: list[Node] = []
    for value, pattern in _CONSTANTS_OF_LAWS:
        for nodes in matched(pattern, step):
            numbers = [node for node in nodes if isinstance(node, Expr)]
            shown += [found for node in numbers for found in _claimed(step, node, {value})]
    relations = [] if around.line is None else relations_in([around.line])
    sides = {rational_value(side) for part in relations for side in (part.left, part.right) if not symbols(side)}
    for nodes in matched(_IS_EQUAL, step):
        shown += _claimed(step, nodes[-1], sides - {None})
    return shown


def about_distance(step: Said, around: Around) -> list[Node]:
    """A distance whose square the line has."""
    parts = walk(around.line) if around.line is not None else ()
    squared = {rational_value(part.base) for part in parts if isinstance(part, Pow) and not symbols(part)}
    return [shown for (node,) in matched(_DISTANCE, step) for shown in _claimed(step, node, squared)]


def about_integers(step: Said, around: Around) -> list[Node]:
    """The formulas that list the integers that solve the problem, or name the first and the last of them."""
    shown: list[Node] = []
    for found in matched(_LISTED, step) if around.solutions else ():
        if values(found[-1]) != around.solutions:
            raise FalseWordsError(f"the integers are {', '.join(map(str, around.solutions))}")
        shown += [node for node in found if node is not None]
    for ends in matched(_FROM_TO, step) if around.solutions else ():
        if [whole(end) for end in ends] != [around.solutions[0], around.solutions[-1]]:
            raise FalseWordsError(f"the integers run from {around.solutions[0]} to {around.solutions[-1]}")
        shown += [node for node in ends if node is not None]
    return shown


def about_pairs(step: Said, around: Around) -> list[Node]:
    """The formulas that list the pairs which solve the problem."""
    shown: list[Node] = []
    for found in matched(_PAIRS, step) if around.pairs else ():
        nodes = [node for node in found if node is not None]
        listed = [part for node in nodes for part in walk(node) if isinstance(part, Several) and part.kind == "tuple"]
        if {tuple(values(pair)) for pair in listed} != around.pairs or len(listed) != len(around.pairs):
            raise FalseWordsError("these are not the pairs")
        shown += nodes
    return shown


def about_remainder(step: Said, around: Around) -> list[Node]:
    """The digits of a repeating decimal are counted off by the length of its period."""
    found = [period for node in around.stated for period in periods(node)]
    digits, lengths = [digits for digits, _ in found], [length for _, length in found]
    shown: list[Node] = []
    for total, divisor in matched(_REMAINDER, step) if lengths else ():
        if isinstance(divisor, Expr) and rational_value(divisor) not in lengths:
            raise FalseWordsError(f"the period has not {rational_value(divisor)} digits")
        shown += [
            node for node in (total, divisor) if node is not None and _has_value(node, [*around.numbers, *lengths])
        ]
    for pattern, expected in ((_PERIOD, digits), (_PERIOD_LENGTH, lengths)):
        for (node,) in matched(pattern, step):
            shown += _claimed(step, node, expected)
    return shown


def about_data(step: Said, around: Around) -> list[Node]:
    """Mean, deviations, order and frequencies of a list."""
    data = data_of(around)
    shown: list[Node] = []
    if not data:
        return shown
    mean = sum(data, Fraction(0)) / len(data)
    for pattern, expected in (
        (_MEAN, [mean]),
        (_DEVIATIONS, [value - mean for value in data]),
        (_SORTED, sorted(data)),
    ):
        for (formula,) in matched(pattern, step):
            if values(formula) != expected:
                raise FalseWordsError(f"it is {', '.join(map(str, expected))}")
            shown += [formula] if formula is not None else []
    for pair in matched(_FREQUENCY, step):
        value, count = (rational_value(node) if isinstance(node, Expr) else None for node in pair)
        if value is not None and count is not None and data.count(value) != count:
            raise FalseWordsError(f"{value} occurs {data.count(value)} times")
        shown += [node for node in pair if node is not None]
    return shown


def _are_proportional(a: list[Fraction], b: list[Fraction]) -> bool:
    return all(p * b[-1] == q * a[-1] for p, q in zip(a, b, strict=True))


def coefficients(step: Said, around: Around) -> list[Node]:
    """``a = 1, b = 2, c = -6`` for the quadratic formula are those of the equation, or of a multiple of it."""
    named = {
        node.left.name: rational_value(node.right)
        for node in relations_in(node for node in step.formulas if node is not None)
        if isinstance(node.left, Sym) and not symbols(node.right)
    }
    claimed = [value for name in "cba" if (value := named.get(name)) is not None]
    if len(claimed) < 3:
        return []
    for relation in relations_in(around.before):
        names = symbols(relation)
        found = difference_of(relation).top.rational_coefficients(next(iter(names))) if len(names) == 1 else None
        if found is not None and len(found) == 3 and _are_proportional(claimed, found):
            return [node for node in step.formulas if node is not None]
    raise FalseWordsError("these are not the coefficients of the equation")


FACTS: tuple[Callable[[Said, Around], list[Node]], ...] = (
    about_integers,
    about_pairs,
    about_data,
    about_remainder,
    about_roots,
    about_vertex,
    about_base,
    about_multiples,
    about_distance,
    about_constants,
)
"""Each gives the formulas of a step whose numbers it has found to be what the words say."""
