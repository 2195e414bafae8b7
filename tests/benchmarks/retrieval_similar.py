"""Notes like a new mistake: ``python -m tests.benchmarks retrieval_similar``.

Every second problem type of the engine with every misconception that its distractors show gives four mistakes on
different numbers: three are notes of one academy, the fourth is looked for. Structure means the problem type, a label
that the search does not know. The share is of the three notes that come among the first five; the misconception is
given, as the diagnosis gives it, or left out.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from generation.symbolic.engine import sample_problem
from generation.symbolic.problem_type import PROBLEM_TYPES
from retrieval.adapters.memory import MemoryIndex
from retrieval.bootstrap import load_embedder
from retrieval.fusion import FUSIONS, Fusion
from retrieval.index import Index
from retrieval.note import WrongAnswerNote
from retrieval.similar import similar_notes
from tests.benchmarks._bar import Bar

TENANT, NOTES, SEEDS = "academy", 3, 8
Label = tuple[str, str]
"""Problem type and misconception."""


def measure() -> dict[str, object]:
    """Shares with the misconception known and unknown, with and without the structure leg."""
    mistakes = _mistakes()
    notes = {f"{kind}/{slip}/{n}": note for (kind, slip), own in mistakes.items() for n, note in enumerate(own[1:])}
    figures: dict[str, object] = {"notes": len(notes), "mistakes looked for": len(mistakes)}
    plain = {**FUSIONS, "note": Fusion()}
    for name, fusions in (("", FUSIONS), (", without the structure leg", plain)):
        index = MemoryIndex(load_embedder(), fusions)
        index.upsert([WrongAnswerNote(id=note_id, tenant=TENANT, **fields) for note_id, fields in notes.items()])
        figures[f"share among the first five{name}"] = _share(index, mistakes, known=True)
        figures[f"share among the first five, misconception unknown{name}"] = _share(index, mistakes, known=False)
    return figures


def bars(figures: dict[str, Any]) -> list[Bar]:
    """The misconception is known where the diagnosis names it."""
    return [
        Bar(
            "similar notes: same misconception and structure, of three, among the first five",
            figures["share among the first five"],
            least=0.85,
            note=f"{figures['mistakes looked for']} mistakes, {figures['notes']} notes",
        )
    ]


def _share(index: Index, mistakes: dict[Label, list[dict[str, str]]], known: bool) -> float:
    found = 0
    for (kind, slip), own in mistakes.items():
        query = f"{own[0]['statement']}\n{own[0]['student_answer']}"
        hits = similar_notes(index, query, tenant=TENANT, misconception=slip if known else None, k=5)
        found += sum(hit.id.startswith(f"{kind}/{slip}/") for hit in hits)
    return round(found / (NOTES * len(mistakes)), 3)


def _mistakes() -> dict[Label, list[dict[str, str]]]:
    """For each label the fields of four notes, the first the one to look for."""
    found: defaultdict[Label, list[dict[str, str]]] = defaultdict(list)
    for name in list(PROBLEM_TYPES)[::2]:
        for seed in range(SEEDS):
            problem = sample_problem(name, seed=seed, choices=True, language="ko")
            for choice in problem.choices:
                own = found[name, choice.misconception or ""]
                if choice.misconception and len(own) <= NOTES:
                    own.append(
                        {
                            "statement": problem.statement,
                            "student_answer": ", ".join(map(str, choice.value)),
                            "correct_answer": ", ".join(map(str, problem.answer.values)),
                            "misconception": choice.misconception,
                            "standard": problem.standard or "",
                        }
                    )
    return {label: own for label, own in found.items() if len({row["statement"] for row in own}) == NOTES + 1}
