"""Runs every benchmark of this folder and prints ratios; `make bench` calls it and keeps `bench.json`.

A benchmark is a module here with `measure() -> dict[str, object]`: figures by name, each ratio against a
reference measured in the same run.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import platform
import sys
from pathlib import Path

HERE = Path(__file__).parent


def main() -> None:
    """Run the benchmarks named on the command line, or all of them."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("names", nargs="*", help="modules of tests/benchmarks; all where none is named")
    options.add_argument("--out", type=Path, default=Path("bench.json"))
    chosen = options.parse_args()
    names = chosen.names or sorted(p.stem for p in HERE.glob("*.py") if not p.stem.startswith("_"))
    results: dict[str, object] = {
        "machine": {"cores": os.cpu_count(), "python": platform.python_version(), "system": platform.machine()}
    }
    for name in names:
        print(f"\n{name}", flush=True)
        figures = importlib.import_module(f"tests.benchmarks.{name}").measure()
        for label, value in figures.items():
            print(f"  {label}: {value}", flush=True)
        results[name] = figures
    chosen.out.write_text(json.dumps(results, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    print(f"\nwritten to {chosen.out}", file=sys.stderr)


if __name__ == "__main__":
    main()
