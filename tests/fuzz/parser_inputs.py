"""What the fuzzer feeds the parser: an input's first character chooses what is declared, the rest is the text."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterable
from pathlib import Path

from generation.expression.characters import COMMAND_NAMES, COMMANDS, OPERATORS, WORDS
from generation.expression.errors import BudgetError, ParseError
from generation.expression.parser import parse
from generation.expression.render import infix, latex
from generation.expression.tree import Const, Node, Sym, walk
from generation.expression.vocabulary import FUNCTIONS

CORPUS = Path(__file__).parent / "corpus" / "parser.jsonl"
_NONE: frozenset[str] = frozenset()
DECLARED = {
    "n": (_NONE, _NONE),
    "x": (frozenset({"x", "y", "n"}), _NONE),
    "f": (frozenset({"x", "n", "x1"}), frozenset({"f", "a"})),
    "u": (frozenset({"m", "theta"}), frozenset({"g"})),
}
SEEDS = [
    "nx^2 + 3x - 4 = 0", "n(2x+1)/3 - (x-2)/4 = 1", r"n\frac{1}{2}x + \sqrt{3} \le 5(x-1)^2", "n2 1/2 ÷ 3",
    "n|x-1|^2", "n3.14, 2, {1, 2}", "n(1, 3]", "n[2, oo)", "n[[1, 2], [3, 4]]",
    r"n\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}", r"n\begin{cases} x + y = 3 \\ x - y = 1 \end{cases}",
    "nx = 2 또는 x = 3", "n해가 없다", "n모든 실수", "n∅", "nx = ±2", r"n0.\dot{3} + 0.1\overline{12}", "n0.3̇",
    "n100만",
    "n3억 5000만", "n1,500원", "n24 cm^2", "n3시간 20분", "u3m = 2 + 2m", "x3m", r"n5\,\text{km/h}",
    r"n7\,\mathrm{cm}^{2}", 'n3 "h"', "n50%", "n5!", "nC(5, 2)", r"n{}_{5}\mathrm{C}_{2}", "n₅C₂",
    r"n\binom{5}{2}", "nlog_2 8", r"n\log_{2} 8", "nsin 30°", r"n\sin^{2} 60^{\circ}", "nroot(8, 3)",
    r"n\sqrt[3]{8}", "n³√8", "ff(2) + f'(2)", "fa_{n+1} = 2a_n + 1", "fx1 + 2", "fx1 q x1", "nsum(k^2, k, 1, n)",
    r"n\sum_{k=1}^{n} k^2", "nlimit(x, x, 0, 1)", r"n\lim_{x \to 1+} \frac{1}{x}", r"n\int_{0}^{1} x^2\,dx",
    r"f\frac{d}{dx}(x^2)", r"n\left|x\right|", "n⌊2.5⌋", "n2√3", "n3 - [2 - {1 - (x + 1)}]", "u2θ + α",
    "n1 < x <= 3 and x != 2", "n(x = 1 or x = 2) and y = 3", "nx₁ + x²", "n２＋３＝５",
]  # fmt: skip


def read(given: str) -> Node | None:
    """Parse an input, write it and read that. Anything raised here is a defect; None is what the parser refuses."""
    names, functions = DECLARED.get(given[:1], DECLARED["n"])
    try:
        node = parse(given[1:], names, functions)
    except (ParseError, BudgetError):
        return None
    constants = {part.name for part in walk(node) if isinstance(part, Const)}
    names |= {part.name for part in walk(node) if isinstance(part, Sym)} - constants
    for write in (infix, latex):
        written = write(node)
        with contextlib.suppress(BudgetError):  # more brackets than were typed
            again = parse(written, names, functions)
            assert write(again) == written, (given, written, write(again))
    return node


def words() -> Iterable[str]:
    """Pieces that inputs are put together from."""
    yield from (
        "\\" + name for name in (*COMMANDS, *COMMAND_NAMES, "text", "mathrm", "begin", "end", "dot", "overline")
    )
    yield from (*OPERATORS, *WORDS, *FUNCTIONS, "cases", "pmatrix", "원", "시간", "분", "cm", "만", "억", "{}_{")


def kept() -> list[str]:
    """The inputs of the corpus."""
    return [json.loads(line) for line in CORPUS.read_text("utf-8").splitlines()]


def keep(inputs: Iterable[str]) -> None:
    """Write the corpus."""
    CORPUS.write_text("".join(json.dumps(text, ensure_ascii=True) + "\n" for text in sorted(set(inputs))), "utf-8")
