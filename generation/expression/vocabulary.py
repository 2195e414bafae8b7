"""The names of the allow-list: functions, constants, and how many letters may stand side by side."""

from __future__ import annotations

FUNCTIONS = {
    "sqrt": (1, 1), "root": (2, 2), "abs": (1, 1), "log": (1, 2), "ln": (1, 1), "sin": (1, 1), "cos": (1, 1),
    "tan": (1, 1), "exp": (1, 1), "gcd": (2, 6), "lcm": (2, 6), "C": (2, 2), "P": (2, 2), "H": (2, 2),
    "factorial": (1, 1), "floor": (1, 1), "ceil": (1, 1), "mod": (2, 2), "max": (2, 10), "min": (2, 10),
    "sum": (4, 4), "product": (4, 4), "limit": (3, 4), "diff": (2, 3), "integrate": (2, 4),
    "mean": (1, 60), "median": (1, 60), "mode": (1, 60), "variance": (1, 60), "stdev": (1, 60),
}  # fmt: skip
"""Name to least and most arguments. ``C``, ``P`` and ``H`` are combinations, permutations, and combinations with
repetition; ``max``, ``min`` and what computes with data take numbers."""
BARE = frozenset({"log", "ln", "sin", "cos", "tan"})
"""Functions that are also written without parentheses: ``log 100``, ``sin 30°``."""
SELECTIONS = frozenset({"C", "P", "H"})
CONSTANTS = frozenset({"pi", "oo", "e", "i"})
MAX_JUXTAPOSED = 3
"""``abc`` is a product; a longer run of letters is a word, not mathematics."""
