"""How the engine words items and what mal-rules say of mistakes, by standard: ``retrieval/wordings/generated.txt``.

``python -m generation.wordings`` writes the file anew. Retrieval trains its embedding on it and finds standards by it;
it is a file because retrieval stands below generation.
"""

from __future__ import annotations

import re
from importlib import resources
from pathlib import Path

from generation.diagnose.malrule import MAL_RULES
from generation.symbolic.engine import sample_problem
from generation.symbolic.problem_type import PROBLEM_TYPES
from retrieval.standard import load_standards

_HEAD = (
    "# Written by python -m generation.wordings: items of the problem types, and (!) what mal-rules say of mistakes.\n"
)


def wordings() -> dict[str, list[str]]:
    """Lines by standard, in the order of the notice: an item of each problem type, then each mal-rule in Korean."""
    lines: dict[str, list[str]] = {code: [] for code in load_standards()}
    for name, kind in PROBLEM_TYPES.items():
        statement = sample_problem(name, seed=1, choices=False, language="ko").statement
        lines[kind.standard].append(re.sub(r"\s+", " ", statement))
    for rule in MAL_RULES.values():
        for code in rule.standards:
            if code in lines:
                lines[code].append(f"!{rule.ko}. {rule.belief_ko}")
    return {code: own for code, own in lines.items() if own}


def main() -> None:
    """Write the file."""
    sections = [f"{code}\n" + "".join(f"{line}\n" for line in own) for code, own in wordings().items()]
    target = Path(str(resources.files("retrieval") / "wordings" / "generated.txt"))
    target.write_text(_HEAD + "".join(sections), encoding="utf-8")


if __name__ == "__main__":
    main()
