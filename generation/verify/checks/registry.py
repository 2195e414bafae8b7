"""The checks in the order of the certificate; a new check is a file beside this one and a row here."""

from __future__ import annotations

from collections.abc import Callable

from generation.verify.certificate import CheckResult
from generation.verify.checks import (
    answer,
    choices,
    domain,
    form,
    level,
    novelty,
    parse,
    solution,
    statement,
    targets,
    unique,
    unit,
)
from generation.verify.context import Context

Check = Callable[[Context], CheckResult]

CHECKS: tuple[tuple[str, Check], ...] = (
    (parse.NAME, parse.check),
    (statement.NAME, statement.check),
    (answer.NAME, answer.check),
    (unique.NAME, unique.check),
    (domain.NAME, domain.check),
    (form.NAME, form.check),
    (unit.NAME, unit.check),
    (solution.NAME, solution.check),
    (choices.NAME, choices.check),
    (targets.NAME, targets.check),
    (level.NAME, level.check),
    (novelty.NAME, novelty.check),
)
