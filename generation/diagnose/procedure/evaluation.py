"""The value of anything that has an exact one: where no procedure says how, one line goes straight to it."""

from __future__ import annotations

from generation.diagnose.procedure.numbers import Next, is_number_literal, next_number_line
from generation.expression.errors import BudgetError, NotExactError, UndefinedError
from generation.expression.exact import exact
from generation.expression.normal import ratio_tree
from generation.expression.tree import Expr


def next_value_line(expr: Expr) -> Next | None:
    """The line after an expression without letters: one operation where there is one to do, else its value."""
    try:
        found = next_number_line(expr)
    except (UndefinedError, BudgetError):
        raise
    except NotExactError:
        found = None
    if found is not None or is_number_literal(expr):
        return found
    return evaluated(expr)


def evaluated(expr: Expr) -> Next | None:
    """An expression in its normal form; None where it is in it, or has none here."""
    try:
        value = exact(expr)
        final = ratio_tree(value)
        return None if final == expr or not exact(final).equals(value) else (final, "evaluate")
    except (UndefinedError, BudgetError):
        raise
    except NotExactError:
        return None
