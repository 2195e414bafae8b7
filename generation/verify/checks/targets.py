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
    wrong = [read_claim(values, context) for values in wrong_answers(context, target)]
    if not wrong:
        return result(NAME, "failed", f"{target} cannot be carried out on this problem")
    verdicts = [compare_claims(values, context.reading.answer) for values in wrong]
    if "different" in verdicts:
        return result(NAME, "passed", f"{target} leads to a wrong answer")
    outcome: Outcome = "undecided" if "undecided" in verdicts else "failed"
    return result(NAME, outcome, f"{target} leads to the right answer")
