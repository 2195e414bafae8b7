"""The READMEs show what the program prints."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def test_examples_and_coverage_are_what_the_program_prints() -> None:
    script = Path(__file__).parents[2] / "docs" / "refresh.py"
    done = subprocess.run([sys.executable, str(script), "--check"], capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
