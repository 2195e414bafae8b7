"""Runs the benchmarks of this folder and prints one table of figures and bars; `make bench` calls it.

A benchmark is a module here with `measure() -> dict[str, object]`, figures by name, each ratio against a reference
measured in the same run, and where it has bars to clear `bars(figures) -> list[Bar]`. Each runs in a process of its
own, one after the other, so that none slows another down and one that fails costs only itself.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import platform
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from tests.benchmarks._bar import Bar, table

HERE = Path(__file__).parent
TIMEOUT_S = 420.0
"""For one benchmark; the whole run is meant to take less than eight minutes on four cores."""


def main() -> None:
    """Run the benchmarks named on the command line, or all; exit with 1 where a bar is not held."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("names", nargs="*", help="modules of tests/benchmarks; all where none is named")
    options.add_argument("--out", type=Path, default=Path("bench.json"))
    options.add_argument("--one", help=argparse.SUPPRESS)
    chosen = options.parse_args()
    if chosen.one:
        print(json.dumps(_measured(chosen.one), ensure_ascii=False))
        return
    results, rows = _run(chosen.names or _all())
    print("\n" + "\n".join(table(rows)))
    failed = sum(row["holds"] is False for row in rows)
    print(f"\n{len(rows)} figures, {failed} bars not held; details in {chosen.out}", flush=True)
    chosen.out.write_text(
        json.dumps({"machine": _machine(), "table": rows, "benchmarks": results}, ensure_ascii=False, indent=2) + "\n",
        encoding="utf-8",
    )
    sys.exit(1 if failed else 0)


def _all() -> list[str]:
    return sorted(path.stem for path in HERE.glob("*.py") if not path.stem.startswith("_"))


def _measured(name: str) -> dict[str, Any]:
    """Figures and rows of one benchmark, in this process."""
    module = importlib.import_module(f"tests.benchmarks.{name}")
    figures = module.measure()
    bars: list[Bar] = module.bars(figures) if hasattr(module, "bars") else []
    return {"figures": figures, "rows": [bar.to_json() for bar in bars]}


def _run(names: list[str]) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    results: dict[str, Any] = {}
    rows: list[dict[str, Any]] = []
    for name in names:
        started = time.monotonic()
        print(f"\n{name}", flush=True)
        outcome = _in_its_own_process(name)
        results[name] = outcome["figures"] | {"seconds": round(time.monotonic() - started, 1)}
        for label, value in results[name].items():
            print(f"  {label}: {value}", flush=True)
        rows += [{"benchmark": name, **row} for row in outcome["rows"]]
    return results, rows


def _in_its_own_process(name: str) -> dict[str, Any]:
    command = [sys.executable, "-m", "tests.benchmarks", "--one", name]
    try:
        done = subprocess.run(command, stdout=subprocess.PIPE, timeout=TIMEOUT_S, check=True, cwd=HERE.parents[1])
        measured: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    except (subprocess.SubprocessError, ValueError, IndexError) as error:
        row = Bar(f"{name} could be measured", 0, least=1, note=type(error).__name__)
        return {"figures": {"failed": str(error)[:300]}, "rows": [row.to_json()]}
    return measured


def _machine() -> dict[str, object]:
    return {"cores": os.cpu_count(), "python": platform.python_version(), "system": platform.machine()}


if __name__ == "__main__":
    main()
