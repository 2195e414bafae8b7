"""Equations of Word (OMML) as LaTeX: the elements that school mathematics uses.

Written here because what converts OMML is either part of a large converter or not kept. What is not known is
passed through by its text, so that nothing of an equation is lost without a trace.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_CHARACTERS = {
    "×": r"\times ", "÷": r"\div ", "≤": r"\le ", "≥": r"\ge ", "≠": r"\ne ", "±": r"\pm ", "∓": r"\mp ",
    "π": r"\pi ", "∞": r"\infty ", "·": r"\cdot ", "⋅": r"\cdot ", "∙": r"\cdot ", "α": r"\alpha ", "β": r"\beta ",
    "γ": r"\gamma ", "θ": r"\theta ", "∠": r"\angle ", "△": r"\triangle ", "°": r"^{\circ}", "∪": r"\cup ",
    "∩": r"\cap ", "∈": r"\in ", "⊂": r"\subset ", "→": r"\to ", "−": "-", "–": "-", "′": "'", "⋯": r"\cdots ",
    "…": r"\ldots ", "∥": r"\parallel ", "⊥": r"\perp ", "%": r"\%", "\u2061": "", "\u200b": "", "\u2009": " ",
    "<": "<", ">": ">", "#": r"\#", "&": r"\&",
}  # fmt: skip
_LARGE = {"∑": r"\sum", "∫": r"\int", "∏": r"\prod", "⋃": r"\bigcup", "⋂": r"\bigcap"}
_ACCENTS = {"\u0305": r"\overline", "\u0304": r"\overline", "¯": r"\overline", "\u20d7": r"\vec", "→": r"\vec",
            "\u0302": r"\hat", "^": r"\hat", "\u0307": r"\dot", "˙": r"\dot", "\u0303": r"\tilde"}  # fmt: skip
_FUNCTIONS = frozenset({"sin", "cos", "tan", "log", "ln", "lim", "max", "min", "sec", "csc", "cot", "exp"})
_DEEPEST = 60


def latex_of(equation: Any, depth: int = 0) -> str:
    """LaTeX of an ``m:oMath`` element of lxml, without dollar signs."""
    if depth > _DEEPEST:
        return ""
    return (
        "".join(_one(child, depth + 1) for child in equation).strip()
        if depth == 0
        else "".join(_one(child, depth + 1) for child in equation)
    )


def _one(element: Any, depth: int) -> str:
    name = element.tag.removeprefix(M) if isinstance(element.tag, str) else ""
    if name.endswith("Pr"):
        return ""
    if name == "r":
        return _run(element)
    if (writer := _WRITERS.get(name)) is not None:
        return writer(element, depth)
    return latex_of(element, depth)


def _run(element: Any) -> str:
    text = "".join(part.text or "" for part in element.iter(f"{M}t"))
    if text.strip() in _FUNCTIONS:
        return f"\\{text.strip()} "
    if any("가" <= letter <= "힣" for letter in text):
        return rf"\text{{{text}}}"
    return "".join(_CHARACTERS.get(letter, letter) for letter in text)


def _part(element: Any, name: str, depth: int) -> str:
    found = element.find(M + name)
    return "" if found is None else latex_of(found, depth).strip()


def _value(element: Any, properties: str, name: str) -> str | None:
    """An attribute of the properties: ``None`` where it is not said."""
    found = element.find(f"{M}{properties}/{M}{name}")
    return None if found is None else str(found.get(f"{M}val", ""))


def _fraction(element: Any, depth: int) -> str:
    top, bottom = _part(element, "num", depth), _part(element, "den", depth)
    if _value(element, "fPr", "type") == "noBar":
        return rf"\binom{{{top}}}{{{bottom}}}"
    return rf"\frac{{{top}}}{{{bottom}}}"


def _root(element: Any, depth: int) -> str:
    degree = _part(element, "deg", depth)
    return (rf"\sqrt[{degree}]" if degree else r"\sqrt") + f"{{{_part(element, 'e', depth)}}}"


def _scripted(element: Any, depth: int) -> str:
    base, below, above = (_part(element, name, depth) for name in ("e", "sub", "sup"))
    is_one = len(base) == 1 or base.isdigit() or (base.startswith(r"\left") and base.count(r"\left") == 1)
    base = base if is_one or (base.startswith("\\") and base[1:].isalpha()) else f"{{{base}}}"
    return base + (f"_{{{below}}}" if below else "") + (f"^{{{above}}}" if above else "")


def _before(element: Any, depth: int) -> str:
    below, above = _part(element, "sub", depth), _part(element, "sup", depth)
    return (
        f"{{}}_{{{below}}}^{{{above}}}{_part(element, 'e', depth)}"
        if above
        else (f"{{}}_{{{below}}}{_part(element, 'e', depth)}")
    )


def _brackets(element: Any, depth: int) -> str:
    left, right = _value(element, "dPr", "begChr"), _value(element, "dPr", "endChr")
    between = _value(element, "dPr", "sepChr") or "|"
    inside = between.join(latex_of(part, depth).strip() for part in element.findall(f"{M}e"))
    left, right = ("(" if left is None else left), (")" if right is None else right)
    if left == "{" and not right:
        return rf"\begin{{cases}}{_rows(inside)}\end{{cases}}"
    if r"\begin{matrix}" in inside and (left, right) == ("(", ")"):
        return inside.replace("{matrix}", "{pmatrix}")
    return rf"\left{_delimiter(left)}{inside}\right{_delimiter(right)}"


def _rows(inside: str) -> str:
    return inside.replace(r"\begin{array}{l}", "").replace(r"\end{array}", "").strip()


def _delimiter(character: str) -> str:
    return {"": ".", "{": r"\{", "}": r"\}", "⌊": r"\lfloor ", "⌋": r"\rfloor ", "∣": "|"}.get(character, character)


def _large(element: Any, depth: int) -> str:
    sign = _LARGE.get(_value(element, "naryPr", "chr") or "∫", r"\int")
    below, above = _part(element, "sub", depth), _part(element, "sup", depth)
    limits = (f"_{{{below}}}" if below else "") + (f"^{{{above}}}" if above else "")
    return f"{sign}{limits} {_part(element, 'e', depth)}"


def _function(element: Any, depth: int) -> str:
    return f"{_part(element, 'fName', depth)} {_part(element, 'e', depth)}"


def _limit(element: Any, depth: int) -> str:
    return f"{_part(element, 'e', depth).strip()}_{{{_part(element, 'lim', depth)}}}"


def _accent(element: Any, depth: int) -> str:
    mark = _ACCENTS.get(_value(element, "accPr", "chr") or "\u0302", r"\hat")
    return f"{mark}{{{_part(element, 'e', depth)}}}"


def _bar(element: Any, depth: int) -> str:
    over = _value(element, "barPr", "pos") == "top"
    return (r"\overline" if over else r"\underline") + f"{{{_part(element, 'e', depth)}}}"


def _matrix(element: Any, depth: int) -> str:
    rows = [
        " & ".join(latex_of(cell, depth).strip() for cell in row.findall(f"{M}e")) for row in element.findall(f"{M}mr")
    ]
    return r"\begin{matrix}" + r" \\ ".join(rows) + r"\end{matrix}"


def _array(element: Any, depth: int) -> str:
    rows = [latex_of(row, depth).strip().replace("&", "") for row in element.findall(f"{M}e")]
    return r"\begin{array}{l}" + r" \\ ".join(rows) + r"\end{array}"


_WRITERS: Mapping[str, Callable[[Any, int], str]] = {
    "f": _fraction, "rad": _root, "sSup": _scripted, "sSub": _scripted, "sSubSup": _scripted, "sPre": _before,
    "d": _brackets, "nary": _large, "func": _function, "limLow": _limit, "acc": _accent, "bar": _bar,
    "m": _matrix, "eqArr": _array,
}  # fmt: skip
