"""``unit``: a unit that the key claims stands in the statement."""

from __future__ import annotations

import re

from generation.verify.certificate import CheckResult
from generation.verify.context import Context, result

NAME = "unit"
_UNIT = re.compile(r"(?=.*[A-Za-z가-힣㎀-㏟%°℃℉′″원])[A-Za-z가-힣㎀-㏟%°℃℉′″²³·/^0-9 ]{1,20}")
_LETTER = "[A-Za-z가-힣]"


def check(context: Context) -> CheckResult:
    """Failed where the unit of the key is not the statement's."""
    unit = context.problem.answer.unit
    if unit is None:
        return result(NAME, "not_applicable", "no unit is claimed")
    bare = unit.strip()
    if not _UNIT.fullmatch(bare) or bare in context.problem.model.symbols:
        return result(NAME, "failed", "what is claimed is no unit")
    starts = rf"(?<!{_LETTER})" if bare[0].isascii() and bare[0].isalpha() else ""
    ends = "(?![A-Za-z])" if bare[-1].isascii() and bare[-1].isalpha() else ""
    if re.search(starts + re.escape(bare) + ends, context.problem.statement):
        return result(NAME, "passed", f"the statement has the unit {bare}")
    return result(NAME, "failed", f"the unit {bare} does not stand in the statement")
