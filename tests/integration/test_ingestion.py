"""`yuje ingest` as a user runs it, on the sample folder with a file of every kind; runs killed with SIGKILL."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

from tests.adapters.korean_word_problems import FOLDER

pytestmark = pytest.mark.xdist_group("service")
SAMPLES = Path(str(resources.files("ingest"))) / "samples" / "academy"
NOTES_OF_EACH = 4


def yuje(*arguments: str, data: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("YUJE_")}
    return subprocess.run(
        [sys.executable, "-m", "service.cli", *arguments],
        capture_output=True, encoding="utf-8", timeout=300, check=False,
        env=kept | {"YUJE_DATA": str(data)} | environment,
    )  # fmt: skip


def objects(done: subprocess.CompletedProcess[str]) -> list[dict[str, Any]]:
    assert done.stderr == ""
    return [json.loads(line) for line in done.stdout.splitlines()]


def told(report: dict[str, Any], *names: str) -> tuple[Any, ...]:
    return tuple(report[name] for name in names)


@pytest.fixture
def academy(data: Path) -> Path:
    assert yuje("tenant", "create", "academy", data=data).returncode == 0
    return data


def test_the_sample_folder_with_a_file_of_every_kind(academy: Path, tmp_path: Path) -> None:
    folder = tmp_path / "notes"
    shutil.copytree(SAMPLES, folder)
    kinds = {path.suffix for path in folder.iterdir()}
    assert kinds == {".csv", ".xlsx", ".jsonl", ".md", ".docx", ".hwpx", ".hwp", ".pdf"}

    shown = yuje("ingest", "plan", "--tenant", "academy", str(folder), data=academy)
    assert shown.returncode == 0
    assert "학생 답 → student_answer" in shown.stdout
    assert "이름 → student: looked for in the other columns, not kept" in shown.stdout
    assert "김민수" not in shown.stdout

    added = yuje(
        "ingest", "add", "--tenant", "academy", "--roster", str(folder / "roster.csv"), str(folder), data=academy
    )
    assert (added.returncode, added.stdout) == (0, f"{folder}: added\n")
    (first,) = objects(yuje("ingest", "run", data=academy))
    assert told(first, "status", "files", "files_unreadable", "new", "unverified", "key_refuted") == (
        "done",
        9,
        0,
        35,
        4,
        1,
    )
    assert first["redacted"] == {"email": 1, "name": 4, "phone": 1}
    (again,) = objects(yuje("ingest", "run", data=academy))
    assert told(again, "status", "files_skipped", "unchanged", "embedded") == ("done", 9, 35, 0)

    found = yuje(
        "search", "--kind", "note", "--tenant", "academy", "--text", "-k", "20", "제곱근을 밖으로", data=academy
    )
    assert r"$\sqrt{50}$을 간단히 하시오." in found.stdout
    assert "민수" not in found.stdout


@pytest.mark.skipif(not FOLDER.exists(), reason="../shared/data/korean-word-problems is absent")
def test_real_korean_problems(academy: Path) -> None:
    """Problems without a student's answer: the academy's bank. Only the smaller file, which is read as a whole."""
    done = yuje("ingest", "run", "--tenant", "academy", str(FOLDER / "jkc-2021.json"), data=academy)
    (report,) = objects(done)
    assert told(report, "status", "read") == ("done", 3000)
    assert report["new"] + report["rejected"] + report["repeated"] == 3000
    assert report["rejected"] < 60
    assert report["embedded"] == report["new"]


@pytest.mark.parametrize("kills", [3])
def test_runs_killed_by_the_kernel_leave_the_same_index(kills: int) -> None:
    from tests.benchmarks.ingestion_kills import measure

    figures = measure(kills)
    assert figures["records that differ"] == 0
    assert figures["comparisons"] == 1
    assert figures["records in the last"] != 0
