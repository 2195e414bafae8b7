"""``targets``: the misconception that the item is to expose, carried out on it, gives a wrong answer."""

from __future__ import annotations

from generation.verify.certificate import CheckResult, Outcome
from generation.verify.checks.choices import compare_claims, read_claim, wrong_answers
from generation.verify.context import Context, result

NAME = "targets"


def check(context: Context) -> CheckResult:
    """Failed where the misconception does not apply or leads to the right answer all the same."""
    target = context.problem.targets
    if target is None:
        return result(NAME, "not_applicable", "no misconception is targeted")
    if not context.reading.is_complete:
        return result(NAME, "undecided", "the problem could not be read")
    verdicts: set[str] = set()
    for values in wrong_answers(context, target):
        verdicts.add(compare_claims(read_claim(values, context), context.reading.answer))
        if "different" in verdicts:
            return result(NAME, "passed", f"{target} leads to a wrong answer")
    if not verdicts:
        return result(NAME, "failed", f"{target} cannot be carried out on this problem")
    outcome: Outcome = "undecided" if "undecided" in verdicts else "failed"
    return result(NAME, outcome, f"{target} leads to the right answer")
