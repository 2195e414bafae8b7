"""Wrong answers that come from a line of a worked solution: where a told problem's formula is written down.

The model of a told problem says what the words ask for (a term by its recursion, a coefficient by its definition);
students go wrong in the formula they put the numbers into, which stands in the worked solution.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice

from generation.diagnose.derivation import Derivation, derive, wrong_answers
from generation.equivalence.listed import compare_listed
from generation.expression.errors import ExpressionError
from generation.expression.parser import parse
from generation.expression.render import infix
from generation.expression.tree import Div, Expr, Neg, Node, Num, Relation, Sym, symbols, walk
from generation.problem import Ask, Model

MAX_LINES = 3
"""Lines of one solution that are looked at; students write the formula down first."""
UNWORKED = ("form", "truth")
"""Questions whose answer is no number that a line could have for its value."""
MAX_PARTS = 40
"""Parts of a line's tree."""


@lru_cache(maxsize=4096)
def worked_models(lines: tuple[str, ...]) -> tuple[Model, ...]:
    """What the first lines ask for that are formulas in numbers, or equations in one letter, for the answer."""
    last = _read(lines[-1]) if lines else None
    if last is not None and (curve := _curve(last)) is not None:
        equations = (_equation(line, curve, last) for line in lines)
        return tuple(
            islice((model for model in equations if model is not None and _answers(model, infix(last))), MAX_LINES)
        )
    answer = _right_side(last) if last is not None else None
    if answer is None or symbols(answer):
        return ()
    asked = (model for line in lines if (model := _asked(line)) is not None)
    return tuple(islice((model for model in asked if _answers(model, infix(answer))), MAX_LINES))


def all_wrong_answers(model: Model, lines: Sequence[str], mal_rule_id: str) -> Iterator[Derivation]:
    """The wrong answers that a mal-rule gives on a model, then those it gives on the lines of its worked solution."""
    yield from wrong_answers(model, mal_rule_id)
    for line in worked_models(tuple(lines)) if model.ask.kind not in UNWORKED else ():
        yield from wrong_answers(line, mal_rule_id)


def lines_of(maths: Iterable[str | None]) -> tuple[str, ...]:
    """The formulas of a solution's steps, without steps that are words alone."""
    return tuple(math for math in maths if math is not None)


def _read(line: str) -> Node | None:
    try:
        return parse(line)
    except ExpressionError:
        return None


def _right_side(node: Node) -> Expr | None:
    """An expression itself, of ``x = 7`` what x is."""
    node = node.right if isinstance(node, Relation) and node.op == "=" else node
    return node if isinstance(node, Expr) else None


def _curve(last: Node) -> str | None:
    """The letter that a last line ``y = 2x + 3`` tells by others."""
    match last:
        case Relation("=", Sym(name), right) if symbols(right) and name not in symbols(right):
            return name
        case _:
            return None


def _equation(line: str, name: str, last: Node) -> Model | None:
    node = _read(line)
    if (
        not isinstance(node, Relation)
        or node == last
        or symbols(node) != symbols(last)
        or len(list(walk(node))) > MAX_PARTS
    ):
        return None
    return Model(Ask("solve", (name,)), dict.fromkeys(sorted(symbols(node)), "real"), given=(line,))


def _asked(line: str) -> Model | None:
    node = _read(line)
    if node is None or len(list(walk(node))) > MAX_PARTS:
        return None
    letters = symbols(node)
    if isinstance(node, Relation) and node.op == "=" and not isinstance(node.left, Sym):
        return (
            Model(Ask("solve", tuple(letters)), dict.fromkeys(letters, "real"), given=(line,))
            if len(letters) == 1
            else None
        )
    formula = _right_side(node)
    if formula is None or symbols(formula) or _is_number(formula):
        return None
    return Model(Ask("value", of=infix(formula)))


def _answers(model: Model, answer: str) -> bool:
    try:
        return compare_listed(derive(model).answer, (answer,)) == "equal"
    except ExpressionError:
        return False


def _is_number(node: Node) -> bool:
    match node:
        case Num() | Div(Num(), Num()):
            return True
        case Neg(arg):
            return _is_number(arg)
        case _:
            return False
