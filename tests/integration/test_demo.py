"""The demonstration: all samples over HTTP, a report, a key for its owner only, and nothing left running."""

from __future__ import annotations

import os
import re
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from service.demo import read_samples

pytestmark = pytest.mark.xdist_group("service")


def run_demo(data: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "service.cli", "demo"],
        capture_output=True,
        encoding="utf-8",
        env=os.environ | {"YUJE_DATA": str(data)},
        timeout=600,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_the_demonstration_shows_every_sample_and_runs_again(data: Path) -> None:
    shown = run_demo(data)
    samples = read_samples()
    assert re.findall(r"^── (\S+) ─", shown, re.MULTILINE) == [sample["id"] for sample in samples]
    assert f"{len(samples)} mistakes, {len(samples)} of {len(samples)} diagnosed as the samples expect" in shown
    assert "\x1b[" not in shown
    given = len(re.findall(r"^(?:유사 문제|Similar problem) \d \[(?:proved|corroborated)\]", shown, re.MULTILINE))
    first = "(?:검증: 식 읽기 ✓ · 문장과 모델 ✓ · 정답|Checks: Reading ✓ · Statement against model ✓ · Answer) ✓ "
    assert given == len(re.findall(rf"^    {first}", shown, re.MULTILINE))
    assert given >= 2 * len(samples)
    assert f"{given} problems handed out" in shown
    report = (data / "demo" / "report.md").read_text(encoding="utf-8")
    assert report.startswith("# 유제: 오답에서 검증된 유사 문제까지\n\n## sample-01\n")
    assert len(re.findall(r"^### (?:유사 문제|Similar problem) ", report, re.MULTILINE)) == given

    key_file = data / "demo" / "api-key"
    assert stat.S_IMODE(key_file.stat().st_mode) == 0o600
    key = key_file.read_text()
    assert not (data / "postgres" / "postmaster.pid").exists()

    again = run_demo(data)
    assert " 0 notes loaded, 0 changed, " in again
    assert key_file.read_text() == key
    strip = re.compile(r"\[\d\d:\d\d:\d\d\].*\n")
    problems = re.compile(r"^(?:유사 문제|Similar problem) .*$", re.MULTILINE)
    assert problems.findall(strip.sub("", again)) == problems.findall(strip.sub("", shown))

    key_file.unlink()
    run_demo(data)
    assert key_file.read_text() != key
