"""Korean word problems with the equations of their authors: how many keys disagree with their own equation.

The equations are walked by `tests/adapters` with exact fractions; a key counts as right to the places that it is
written with. Every key that disagrees is listed by file and line.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from tests.adapters.korean_word_problems import FOLDER, word_problems
from tests.adapters.python_arithmetic import OutsideError
from tests.benchmarks._bar import Bar


def measure() -> dict[str, object]:
    """Problems with an equation, keys that disagree, and equations that are not read, each by id."""
    if not FOLDER.exists():
        return {"not measured": f"{FOLDER.name} is absent"}
    disagree: list[str] = []
    unread: list[str] = []
    read: Counter[str] = Counter()
    for problem in word_problems():
        try:
            right = problem.key_is_right()
        except OutsideError:
            unread.append(problem.id)
            continue
        read[problem.id.partition("-")[0]] += 1
        if not right:
            disagree.append(problem.id)
    total = sum(read.values())
    return {
        "problems with an equation that is read": total,
        "by file": dict(sorted(read.items())),
        "keys that disagree": len(disagree),
        "keys that disagree, %": round(100 * len(disagree) / total, 2),
        "equations not read": len(unread),
        "disagreeing ids": disagree,
        "unread ids": unread,
    }


def bars(figures: Mapping[str, object]) -> list[Bar]:
    """Told, not judged: the keys are the authors'."""
    share = figures.get("keys that disagree, %")
    read = figures.get("problems with an equation that is read")
    note = f"of {read} with an equation; ids in bench.json"
    figure = float(share) if isinstance(share, int | float) else None
    return [Bar("Korean word problems: keys that disagree with their equation", figure, unit="%", note=note)]
