"""Wrong answers that come from a line of a worked solution: where a told problem's formula is written down.

The model of a told problem says what the words ask for (a term by its recursion, a coefficient by its definition);
students go wrong in the formula they put the numbers into, which stands in the worked solution.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice

from generation.diagnose.derivation import Derivation, wrong_answers
from generation.equivalence.listed import compare_listed
from generation.expression.errors import ExpressionError
from generation.expression.parser import parse
from generation.expression.render import infix
from generation.expression.tree import Div, Expr, Neg, Node, Num, Relation, symbols, walk
from generation.problem import Ask, Model

MAX_LINES = 3
"""Lines of one solution that are looked at; students write the formula down first."""
UNWORKED = ("form", "truth")
"""Questions whose answer is no number that a line could have for its value."""
MAX_PARTS = 40
"""Parts of a line's tree."""


@lru_cache(maxsize=4096)
def worked_models(lines: tuple[str, ...]) -> tuple[Model, ...]:
    """What the first lines that are formulas of the answer in numbers ask for: their value."""
    answer = _value(lines[-1]) if lines else None
    if answer is None:
        return ()
    formulas = (
        line for line in lines if _is_formula_of_numbers(line) and compare_listed((line,), (answer,)) == "equal"
    )
    return tuple(Model(Ask("value", of=line)) for line in islice(formulas, MAX_LINES))


def all_wrong_answers(model: Model, lines: Sequence[str], mal_rule_id: str) -> Iterator[Derivation]:
    """The wrong answers that a mal-rule gives on a model, then those it gives on the lines of its worked solution."""
    yield from wrong_answers(model, mal_rule_id)
    for line in worked_models(tuple(lines)) if model.ask.kind not in UNWORKED else ():
        yield from wrong_answers(line, mal_rule_id)


def lines_of(maths: Iterable[str | None]) -> tuple[str, ...]:
    """The formulas of a solution's steps, without steps that are words alone."""
    return tuple(math for math in maths if math is not None)


def _value(line: str) -> str | None:
    """What a last line says the answer is: the line, or its right side."""
    try:
        node = parse(line)
    except ExpressionError:
        return None
    node = node.right if isinstance(node, Relation) and node.op == "=" else node
    return infix(node) if isinstance(node, Expr) and not symbols(node) else None


def _is_formula_of_numbers(line: str) -> bool:
    try:
        node = parse(line)
    except ExpressionError:
        return False
    return isinstance(node, Expr) and not _is_number(node) and not symbols(node) and len(list(walk(node))) <= MAX_PARTS


def _is_number(node: Node) -> bool:
    match node:
        case Num() | Div(Num(), Num()):
            return True
        case Neg(arg):
            return _is_number(arg)
        case _:
            return False
