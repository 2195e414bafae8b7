"""Every kind of question; a new one is a file beside this one and a row here."""

from __future__ import annotations

from generation.problem import AskKind
from generation.verify.kinds import count, extremum, form, probability, solve, truth, value
from generation.verify.kinds.kind import Kind

KINDS: dict[AskKind, Kind] = {
    kind.name: kind
    for kind in (solve.KIND, value.KIND, form.KIND, extremum.KIND, count.KIND, probability.KIND, truth.KIND)
}
