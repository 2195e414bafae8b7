"""The built wheel, installed into an empty environment outside the checkout, works there."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("retrieval", "generation", "ingest", "service")
DATA = (
    "retrieval/standards/standards-2022.csv",
    "retrieval/model/model.safetensors",
    "retrieval/glossary.txt",
    "ingest/samples/notes.jsonl",
    "service/samples/mistakes.jsonl",
    "service/database/migrations/versions/0001_tenants_mistakes_problems.py",
)


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment with the wheel in it. Dependencies come from this one by path, the checkout does not."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True, text=True)
    (wheel,) = folder.glob("yuje-*.whl")
    environment = folder / "environment"
    venv.create(environment, with_pip=False)
    site = next(environment.glob("lib/python*/site-packages"))
    into = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", "--python", str(environment)]
    subprocess.run(
        [*into, "install", "--no-deps", "--no-index", str(wheel)], check=True, capture_output=True, text=True
    )
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return environment


def _run(environment: Path, *command: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    outside = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    return subprocess.run(
        [str(environment / "bin" / command[0]), *command[1:]],
        cwd=environment,
        env=outside,
        input=stdin,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("package", PACKAGES)
def test_packages_come_from_the_wheel(installed: Path, package: str) -> None:
    shown = _run(installed, "python", "-c", f"import {package}; print({package}.__file__)")
    assert shown.returncode == 0, shown.stderr
    assert Path(shown.stdout.strip()).is_relative_to(installed)


def test_every_module_imports(installed: Path) -> None:
    code = (
        "import pkgutil, importlib\n"
        f"for name in {PACKAGES!r}:\n"
        "    package = importlib.import_module(name)\n"
        "    for module in pkgutil.walk_packages(package.__path__, name + '.'):\n"
        "        skipped = ('migrations.env', 'training', '__main__')\n"
        "        if not any(part in module.name for part in skipped):\n"
        "            importlib.import_module(module.name)\n"
    )
    done = _run(installed, "python", "-c", code)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("path", DATA)
def test_data_is_in_the_wheel(installed: Path, path: str) -> None:
    site = next(installed.glob("lib/python*/site-packages"))
    assert (site / path).stat().st_size > 0


def test_help(installed: Path) -> None:
    shown = _run(installed, "yuje", "--help")
    assert shown.returncode == 0, shown.stderr
    assert "generate" in shown.stdout


def test_generate(installed: Path) -> None:
    mistake = {"statement": "이차방정식 $x^2-9x+20=0$을 푸시오.", "student_answer": "x=-4 또는 x=-5"}
    done = _run(installed, "yuje", "generate", "-", "--count", "2", "--seed", "3", stdin=json.dumps(mistake))
    assert done.returncode == 0, done.stderr
    answered = json.loads(done.stdout)
    assert answered["misconceptions"][0]["id"] == "sign-of-roots"
    assert [item["certificate"]["verdict"] for item in answered["problems"]] == ["proved", "proved"]
