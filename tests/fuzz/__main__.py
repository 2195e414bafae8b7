"""Coverage-guided fuzzing of the parser with atheris: ``make fuzz``, minutes in ``MINUTES``.

Starts from the corpus, keeps what reaches new code, minimises it and writes it back. An input that raises anything but
ParseError or BudgetError, or that takes more than 100 ms, is kept in ``crashes`` and ends the run.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.fuzz.arcs import least
from tests.fuzz.parser_inputs import CORPUS, SEEDS, keep, kept, read, words

SLOWEST_S = 0.1


def main() -> None:
    """Fuzz, then minimise what was found."""
    minutes = float(os.environ.get("MINUTES", "5"))
    folder = Path(tempfile.mkdtemp(prefix="fuzz-"))
    found, crashes = folder / "found", folder / "crashes"
    for path in (found, crashes):
        path.mkdir()

    for position, text in enumerate([*SEEDS, *(kept() if CORPUS.exists() else [])]):
        (found / f"seed-{position}").write_text(text, "utf-8")
    dictionary = folder / "words"
    dictionary.write_text("".join(f'"{_escaped(word)}"\n' for word in words()), "ascii")
    options = [f"-artifact_prefix={crashes}/", "-max_len=400", "-timeout=5", "-print_final_stats=1"]
    failed = _run([str(found), f"-max_total_time={round(60 * minutes)}", f"-dict={dictionary}", *options])
    inputs = [path.read_bytes().decode("utf-8", "ignore") for path in found.iterdir()]
    keep(least(read, inputs))
    print(f"{len(kept())} inputs kept in {CORPUS}")
    if failed or any(crashes.iterdir()):
        sys.exit(f"an input that breaks the parser lies in {crashes}")


def _run(arguments: list[str]) -> bool:
    return subprocess.run([sys.executable, "-m", "tests.fuzz", "worker", *arguments], check=False).returncode != 0


def _escaped(word: str) -> str:
    return "".join(f"\\x{byte:02X}" for byte in word.encode())


def worker() -> None:
    """One run of libFuzzer."""
    import atheris  # installed by make fuzz only

    for name in [name for name in sys.modules if name.startswith(("generation", "tests.fuzz.parser_inputs"))]:
        del sys.modules[name]  # to be imported again, instrumented
    with atheris.instrument_imports(include=["generation.expression"]):
        from tests.fuzz.parser_inputs import read

    def one(data: bytes) -> None:
        text = data.decode("utf-8", "ignore")
        start = time.process_time()
        read(text)
        if time.process_time() - start > SLOWEST_S:
            start = time.process_time()  # once more: the first time may have paid for something else
            read(text)
            if (taken := time.process_time() - start) > SLOWEST_S:
                raise TimeoutError(f"{taken:.3f} s for {text!r}")

    atheris.Setup([sys.argv[0], *sys.argv[2:]], one)
    with contextlib.suppress(KeyboardInterrupt):
        atheris.Fuzz()


if __name__ == "__main__":
    worker() if sys.argv[1:2] == ["worker"] else main()
