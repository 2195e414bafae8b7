"""What the verifier has to know of one kind of question, and how a kind reports."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generation.expression.exact import Ratio
from generation.expression.polynomial import Polynomial
from generation.expression.tree import Expr
from generation.problem import AskKind, Model
from generation.verify.certificate import Outcome

if TYPE_CHECKING:  # the context reads a problem by its kind
    from generation.verify.context import Context


@dataclass(frozen=True, slots=True)
class Finding:
    """How a check came out for one kind of question; the check puts its name on it."""

    outcome: Outcome
    detail: str = ""
    evidence: tuple[str, ...] = ()


def passed(detail: str, *evidence: str) -> Finding:
    """The check holds, on this evidence."""
    return Finding("passed", detail, evidence)


def failed(detail: str, *evidence: str) -> Finding:
    """The check does not hold, with the counter-evidence."""
    return Finding("failed", detail, evidence)


def undecided(detail: str, *evidence: str) -> Finding:
    """The check could not be carried out."""
    return Finding("undecided", detail, evidence)


Judge = Callable[["Context"], Finding]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of question. The functions may raise ExpressionError where their methods do not reach."""

    name: AskKind
    faults: Callable[[Model], list[str]]
    """What the model lacks for this kind, naming field and remedy; read before anything else."""
    answer: Judge
    """Whether what the key claims follows from the model."""
    unique: Judge
    """Whether the key has all of it, each once; evidence of its own for none and all."""
    domain: Judge
    """Whether what the key claims lies where the model puts it."""
    value: Callable[[Context], Ratio | Polynomial | None]
    """The value that a worked solution leads to; None where it leads to solutions."""
    words: Mapping[str, Expr] = field(default_factory=dict)
    """Words that an answer may be, besides mathematics."""
