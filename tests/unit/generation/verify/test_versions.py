"""A certificate tells which code checked: another source is another version."""

from __future__ import annotations

import importlib.util
import shutil
from pathlib import Path

import generation.verify.versions as own


def checks_of(generation: Path) -> str:
    spec = importlib.util.spec_from_file_location("versions_elsewhere", generation / "verify" / "versions.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return str(module.versions()["checks"])


def test_another_source_of_what_checks_is_another_version(tmp_path: Path) -> None:
    original = Path(own.__file__).parents[1]
    copy = tmp_path / "generation"
    for package in (*own.CHECKING, "symbolic"):
        shutil.copytree(original / package, copy / package, ignore=shutil.ignore_patterns("__pycache__"))
    before = checks_of(copy)
    (copy / "symbolic" / "engine.py").write_text("", encoding="utf-8")
    assert checks_of(copy) == before
    (copy / "expression" / "units.py").write_text("", encoding="utf-8")
    assert checks_of(copy) != before


def test_a_version_for_everything_that_takes_part() -> None:
    versions = own.versions()
    assert list(versions) == ["yuje", "checks", "python", "mpmath", "sympy"]
    assert all(versions.values())
    assert len(versions["checks"]) == 12
