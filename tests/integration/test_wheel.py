"""The wheel: complete, and at work from outside the checkout."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("retrieval", "generation", "ingest", "service")
DATA = (
    "retrieval/standards/standards-2022.csv",
    "retrieval/model/model.safetensors",
    "retrieval/model/tokenizer.json",
    "ingest/not_names.txt",
    "ingest/samples/notes.jsonl",
    "ingest/samples/academy/6반.hwpx",
    "service/findings.tsv",
    "service/samples/mistakes.jsonl",
    "service/database/migrations/env.py",
    "service/database/migrations/script.py.mako",
    "service/database/migrations/versions/0001_tenants_mistakes_problems.py",
)
pytestmark = pytest.mark.xdist_group("wheel")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built by the backend that is installed: no network."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    (built,) = folder.glob("yuje-*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel in a folder of its own, without dependencies: those are this environment's."""
    target = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target", str(target)]
    subprocess.run([*command, str(wheel)], check=True)
    return target


def run(installed: Path, folder: Path, *command: str, stdin: str = "") -> str:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("YUJE_", "PYTHON"))}
    done = subprocess.run(
        [sys.executable, *command],
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        cwd=folder,
        env=kept | {"PYTHONPATH": str(installed)},
        timeout=300,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_the_wheel_has_every_module_and_all_data(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    sources = {
        str(file.relative_to(ROOT)) for package in PACKAGES for file in (ROOT / package).rglob("*.py")
    }  # fmt: skip
    assert sources - names == set()
    assert set(DATA) - names == set()
    assert not [name for name in names if name.split("/")[0] not in PACKAGES and ".dist-info/" not in name]


def test_packages_come_from_the_installed_wheel(installed: Path, tmp_path: Path) -> None:
    code = (
        "import importlib, json, pkgutil, sys\n"
        f"for package in {PACKAGES}:\n"
        "    for found in pkgutil.walk_packages(importlib.import_module(package).__path__, package + '.'):\n"
        "        if '.training' not in found.name and 'migrations.env' not in found.name:\n"
        "            importlib.import_module(found.name)\n"
        f"print(json.dumps([m.__file__ for n, m in sys.modules.items() if n.split('.')[0] in {PACKAGES}]))"
    )
    files = json.loads(run(installed, tmp_path, "-W", "error", "-c", code))
    assert len(files) > 50
    assert [file for file in files if not file.startswith(str(installed))] == []


def test_the_console_script_runs_from_elsewhere(installed: Path, tmp_path: Path) -> None:
    script = installed / "bin" / "yuje"
    assert run(installed, tmp_path, str(script), "--version") == "yuje 0.1.0\n"
    assert "Usage: yuje" in run(installed, tmp_path, str(script), "--help")
    mistake = json.dumps({"statement": "$(x+3)^2$을 전개하시오.", "student_answer": "x^2+9"})
    answer = json.loads(run(installed, tmp_path, str(script), "generate", "-", "--count", "2", stdin=mistake))
    assert [item["certificate"]["verdict"] for item in answer["problems"]] == ["proved", "proved"]


def test_migrations_standards_and_model_work_from_the_wheel(installed: Path, tmp_path: Path, data: Path) -> None:
    code = (
        "from pathlib import Path\n"
        "from service.bootstrap import open_services\n"
        "from service.settings import Settings\n"
        f"with open_services(Settings(data=Path({str(data)!r}))) as services:\n"
        "    services.database.ping()\n"
        "    hit = services.index.search('이차방정식을 풀 수 있다', k=1)[0]\n"
        "    print(services.missing, services.index.count('standard'), hit.id)\n"
    )
    assert run(installed, tmp_path, "-c", code) == "{} 311 [9수02-20]\n"
