"""Write what the program prints today into the READMEs: the examples and the table of coverage.

``python docs/refresh.py`` rewrites them, ``--check`` only says whether they are as the program prints.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGES = (ROOT / "README.md", ROOT / "README.ko.md")
EXAMPLES = ["generate", "docs/examples/mistakes.jsonl", "--count", "1", "--choices", "--seed", "7", "--text"]
_EXAMPLES = re.compile(rf"(?<=\$ yuje {re.escape(' '.join(EXAMPLES))}\n).*?(?=\n```)", re.DOTALL)
_COVERAGE = re.compile(r"(?<=<!-- yuje coverage --markdown -->\n).*?(?=\n<!-- end -->)", re.DOTALL)


def printed(*arguments: str) -> str:
    """What a command of the program prints."""
    command = [sys.executable, "-m", "service.cli", *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    return done.stdout.strip()


def refreshed(page: str, examples: str, coverage: str) -> str:
    """The page with both places filled. Raises ValueError where one is missing."""
    for place, text in ((_EXAMPLES, examples), (_COVERAGE, coverage)):
        page, count = place.subn(lambda _, text=text: text, page)  # type: ignore[misc]
        if count != 1:
            raise ValueError(f"the page needs one place like {place.pattern}")
    return page


def main(check: bool) -> int:
    """1 where a page is not fresh and only checked."""
    examples, coverage = printed(*EXAMPLES), printed("coverage", "--markdown")
    stale = []
    for page in PAGES:
        old = page.read_text(encoding="utf-8")
        new = refreshed(old, examples, coverage)
        if new != old:
            stale.append(page.name)
        if not check:
            page.write_text(new, encoding="utf-8")
    if stale:
        print(f"{'not fresh, run python docs/refresh.py' if check else 'written'}: {', '.join(stale)}")
    return int(check and bool(stale))


if __name__ == "__main__":
    sys.exit(main("--check" in sys.argv[1:]))
