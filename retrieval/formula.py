"""Formulas as shapes: what a formula looks like, without its numbers and letters.

``$x^2-5x+6=0$`` and ``y²−7y+10=0`` get the same shape. This serves finding, not mathematics: nothing is
parsed into an expression, and what is not understood is passed over. A shape is made of lower-case letters and digits
only, so that every analyzer of every store keeps it whole.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_SUPERSCRIPTS = {ord(c): f"^{p}" for c, p in zip("⁰¹²³⁴⁵⁶⁷⁸⁹ⁿˣ", "0123456789nx", strict=True)}
_CHARACTERS = _SUPERSCRIPTS | {
    ord(c): to
    for chars, to in (
        ("−–—‐‑‒", "-"), ("×·∙⋅", "*"), ("≤≦⩽", "≤"), ("≥≧⩾", "≥"), ("∣｜", "|"), ("∶：", ":"),
        ("½", "1/2"), ("⅓", "1/3"), ("¼", "1/4"), ("¾", "3/4"), ("℃", " "), ("°˚", "°"), ("′’", "'"),
    )
    for c in chars
}  # fmt: skip
_COMMANDS = {
    "times": "*", "cdot": "*", "ast": "*", "div": "÷", "pm": "+", "mp": "-", "le": "≤", "leq": "≤",
    "leqq": "≤", "leqslant": "≤", "ge": "≥", "geq": "≥", "geqq": "≥", "geqslant": "≥", "ne": "≠",
    "neq": "≠", "lt": "<", "gt": ">", "pi": "π", "infty": "∞", "circ": "°", "cup": "∪", "cap": "∩",
    "subset": "∪", "in": "∪", "sum": "∑", "int": "∫", "lim": "lim", "log": "log", "ln": "log",
    "sin": "sin", "cos": "cos", "tan": "tan", "sqrt": "√", "dot": "̇", "overline": " ", "vec": "→",
    "to": " ", "rightarrow": " ", "cdots": " ", "ldots": " ", "alpha": "a", "beta": "b",
    "theta": "x", "angle": "∠", "triangle": "∠", "parallel": "∠", "left": "", "right": "",
    "dfrac": "/", "tfrac": "/", "mathrm": "", "text": "", "quad": " ", "qquad": " ",
}  # fmt: skip
_SYMBOLS = {
    "+": "s", "-": "s", "*": "m", "÷": "q", "/": "f", "=": "e", "<": "l", ">": "l", "≤": "l",
    "≥": "l", "≠": "k", "(": "o", ")": "c", "[": "o", "]": "c", "|": "b", "√": "r", "π": "x",
    "∞": "y", "∪": "8", "∩": "8", "∑": "4", "∫": "j", "!": "5", ":": "6", "'": "7", "°": "g",
    "→": "a", "∠": "0", "⊞": "z", "̇": "i",
}  # fmt: skip
_FUNCTIONS = {"sin": "h", "cos": "h", "tan": "h", "log": "1", "ln": "1", "lim": "i", "sqrt": "r"}

_DISPLAY = re.compile(r"\$\$?(.+?)\$\$?|\\\((.+?)\\\)|\\\[(.+?)\\\]", re.DOTALL)
_FRACTION = re.compile(r"\\[dt]?frac\s*(?:\{([^{}]*)\}|(\d))\s*(?:\{([^{}]*)\}|(\d))")
_LEXEME = re.compile(
    r"\s+|(?P<repeating>\d+\.\d*(?:\d\u0307)+\d*)|(?P<number>\d+(?:\.\d+)?)|(?P<word>[A-Za-z]+)|(?P<power>\^)"
    r"|(?P<subscript>_(?:\{[^{}]*\}|\w))|(?P<symbol>[-+*÷/=<>≤≥≠()\[\]|√π∞∪∩∑∫!:'°→∠⊞̇])|(?P<brace>[{}])|(?P<break>.)",
    re.DOTALL,
)
_OPERATORS = frozenset("smqfelkr2p3b1hji4587za9")


def split_formulas(text: str) -> tuple[str, list[str]]:
    """The words of a text without its formulas, and the formulas' shapes.

    >>> split_formulas("이차방정식 $x^2-5x+6=0$을 푸시오.")
    ('이차방정식  을 푸시오.', ['v2svsnen'])
    """
    shapes: list[str] = []

    def take(match: re.Match[str]) -> str:
        source = next(group for group in match.groups() if group is not None)
        shapes.extend(shape for shape, _ in _shapes(_plain(source), inside=True))
        return " "

    rest = _DISPLAY.sub(take, _characters(text))
    words: list[str] = []
    position = 0
    for shape, (start, end) in _shapes(rest, inside=False):
        shapes.append(shape)
        words.append(rest[position:start])
        position = end
    return " ".join([*words, rest[position:]]), shapes


def _characters(text: str) -> str:
    """Unicode mathematics in one spelling; NFKC after the table, since it would make ``x²`` into ``x2``."""
    return unicodedata.normalize("NFKC", text.translate(_CHARACTERS)).translate(_CHARACTERS)


def _plain(latex: str) -> str:
    """LaTeX as infix text, as far as the shape needs it."""
    latex = re.sub(r"\\(?:begin|end)\{(?:cases|array|aligned)\}|\\{1,2}(?=\s|$)|\\\\|[,;&]", " ; ", latex)
    latex = re.sub(r"\\begin\{[pbv]?matrix\}.*?\\end\{[pbv]?matrix\}", "⊞", latex, flags=re.DOTALL)
    for _ in range(4):  # fractions inside fractions; four levels are more than any school item has
        latex = _FRACTION.sub(lambda m: f"{_group(m[1] or m[2] or '')}/{_group(m[3] or m[4] or '')}", latex)
    latex = re.sub(r"\\dot\{?(\d)\}?", "\\1̇", latex)
    return re.sub(r"\\([A-Za-z]+)", lambda m: _COMMANDS.get(m[1], " "), latex)


def _group(part: str) -> str:
    return part if re.fullmatch(r"\s*-?[\w.]*\s*", part) else f"({part})"


def _shapes(text: str, inside: bool) -> Iterator[tuple[str, tuple[int, int]]]:
    """Shapes of the formulas in plain text with their places.

    ``inside``: between dollar signs, where a lone ``x`` is a formula too; outside it needs an operator.
    """
    run: list[str] = []
    letters: dict[str, str] = {}
    start = end = 0
    for match in _LEXEME.finditer(text):
        symbol = _symbol(match, letters, text)
        if symbol is None:
            yield from _finished(run, inside, start, end)
            run = []
            continue
        if symbol:
            start = start if run else match.start()
            end = match.end()
            run.append(symbol)
    yield from _finished(run, inside, start, end)


def _finished(run: list[str], inside: bool, start: int, end: int) -> Iterator[tuple[str, tuple[int, int]]]:
    shape = "".join(run)
    for number, power in (("pn", "p"), ("p2", "2"), ("p3", "3")):
        shape = shape.replace(number, power)
    shape = re.sub(r"n(?=[vwut])", "", shape)  # 5x and x have one shape: a coefficient is a number
    is_formula = inside or (set(shape) & _OPERATORS and set(shape) & set("nvwutd"))
    if is_formula and shape.strip("oc") and shape != "n":
        yield shape, (start, end)


def _symbol(match: re.Match[str], letters: dict[str, str], text: str) -> str | None:
    """A lexeme's symbol; empty for what does not matter, ``None`` for what ends a formula."""
    kind = match.lastgroup
    lexeme = match[0]
    if kind in (None, "brace"):
        return ""
    if kind == "number":
        after_power = text[: match.start()].rstrip("{ ").endswith("^")
        return lexeme if after_power and lexeme in "23" else "d" if "." in lexeme else "n"
    fixed = {"repeating": "di", "power": "p", "subscript": "9"}
    if kind in fixed:
        return fixed[kind]
    if kind == "symbol":
        return _SYMBOLS[lexeme]
    return _word(lexeme, match.end(), letters, text) if kind == "word" else None


def _word(word: str, end: int, letters: dict[str, str], text: str) -> str | None:
    if word in _FUNCTIONS:
        return _FUNCTIONS[word]
    if len(word) > 4 or (len(word) > 1 and word.lower() in _ENGLISH):
        return None
    following = text[end : end + 1]
    if word in ("f", "g", "h") and following in ("(", "'", "°"):
        return "a"
    return "".join("t" if letter.isupper() else _unknown(letter, letters) for letter in word)


def _unknown(letter: str, letters: dict[str, str]) -> str:
    return letters.setdefault(letter, "vwu"[len(letters)] if len(letters) < 3 else "t")


_ENGLISH = {
    "of", "is", "in", "to", "the", "and", "or", "for", "if", "at", "by", "on", "be", "as", "an",
    "it", "we", "he", "she", "do", "so", "no", "not", "from", "with", "when", "what", "find", "cm",
    "mm", "km", "kg", "ml", "min", "hour", "set", "sum", "two", "one", "six", "ten", "add", "all",
    "has", "its", "are", "was", "how", "many", "more", "than", "let", "per", "each", "both",
}  # fmt: skip
"""Short words that would pass for products of letters."""
