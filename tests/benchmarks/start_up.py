"""How long `yuje --help` takes, against a bare interpreter and against `import sympy`, in the same run."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

from tests.benchmarks._bar import Bar

ROUNDS = 9


def measure() -> dict[str, float]:
    """Medians in seconds of nine runs each, and the ratios."""
    beside = Path(sys.executable).parent / "yuje"
    yuje = str(beside) if beside.exists() else shutil.which("yuje") or "yuje"
    help_s = _median_s([yuje, "--help"])
    bare_s = _median_s([sys.executable, "-c", "pass"])
    sympy_s = _median_s([sys.executable, "-c", "import sympy"])
    verifier_s = _median_s([sys.executable, "-c", "import generation.verify.verifier"])
    return {
        "yuje --help, s": round(help_s, 3),
        "yuje --help / bare interpreter": round(help_s / bare_s, 2),
        "yuje --help / import sympy": round(help_s / sympy_s, 2),
        "import of the verifier / import sympy": round(verifier_s / sympy_s, 2),
    }


def bars(figures: dict[str, float]) -> list[Bar]:
    """Importing the verifier must not cost more than importing SymPy."""
    ratio = figures["import of the verifier / import sympy"]
    return [Bar("import of the verifier / import sympy", ratio, most=1.2, unit="times")]


def _median_s(command: list[str]) -> float:
    times: list[float] = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        times.append(time.perf_counter() - start)
    return median(times)
