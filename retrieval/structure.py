"""Structure of formulas: what makes ``x^2-5x+6=0`` near ``y²−7y+10=0``, whatever the numbers and letters.

A shape (see :mod:`retrieval.formula`) spells a formula as it is written. Its canonical form forgets in which order
terms and sides stand, so that ``6-5x+x^2=0`` and ``0=x^2-5x+6`` have one. The canonical forms of an item's formulas
are its signature, a field of its own in the store.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from retrieval.formula import split_formulas

_TRAITS = {
    "r": "root", "f": "fraction", "b": "absolute", "h": "trig", "1": "log", "j": "integral",
    "4": "sum", "5": "factorial", "6": "ratio", "7": "prime", "8": "set", "a": "function",
    "z": "matrix", "9": "sequence", "g": "degree", "q": "division", "d": "decimal", "y": "infinity",
    "x": "pi", "0": "figure",
}  # fmt: skip
_RELATIONS = "elk"
_WHOLE_LIMIT = 26
"""Symbols of the longest formula whose whole shape is a token: longer ones are hardly ever met twice."""
_MAX_DEPTH = 8
"""Brackets inside brackets that are put in order; deeper ones stay as written."""
MAX_SIGNATURE = 2_000
"""Characters of a signature: a worked item has some 200."""


def signature(text: str) -> str:
    """Canonical forms of the formulas of a text, sorted, separated by spaces; empty without a formula.

    >>> signature("이차방정식 $6-5x+x^2=0$을 푸시오.") == signature("y²−7y+10=0")
    True
    """
    shapes = sorted(canonical(shape) for shape in split_formulas(text)[1])
    joined = " ".join(shapes)
    return joined if len(joined) <= MAX_SIGNATURE else joined[:MAX_SIGNATURE].rpartition(" ")[0]


def likeness(one: str, other: str) -> float:
    """How alike two signatures are: shared structure tokens over all of theirs, 0 to 1; 0 where one is empty.

    >>> likeness("en v2svsn", "en v2svsn"), likeness("", "")
    (1.0, 0.0)
    """
    first, second = _token_set(one), _token_set(other)
    return len(first & second) / len(first | second) if first and second else 0.0


def structure_tokens(shapes: list[str]) -> list[str]:
    """Tokens of shapes: the whole (``fz``), runs of three symbols (``fy``) and traits (``fx``)."""
    tokens: list[str] = []
    for shape in map(canonical, shapes):
        if len(shape) <= _WHOLE_LIMIT:
            tokens.append(f"fz{shape}")
        marked = f"0{shape}0"
        tokens.extend(f"fy{marked[i : i + 3]}" for i in range(len(marked) - 2))
        tokens.extend(f"fx{trait}" for trait in _traits(shape))
    if (relations := sum("e" in shape for shape in shapes)) > 1:
        tokens.append("fxsystem")
        tokens.append(f"fxsystem{min(relations, 3)}")
    return tokens


@lru_cache(maxsize=4096)
def canonical(shape: str) -> str:
    """A shape with terms and sides in one order and unknowns named anew; the same for its own result.

    >>> canonical("nsvsv2en"), canonical("v2svsnen")
    ('v2svsnen', 'v2svsnen')
    """
    return _renamed(_ordered(shape, _MAX_DEPTH) if _is_balanced(shape) else shape)


def _is_balanced(shape: str) -> bool:
    """Whether every bracket has its other half: a formula that was cut off stays as it is written."""
    level = 0
    for symbol in shape:
        level += (symbol == "o") - (symbol == "c")
        if level < 0:
            return False
    return level == 0


def _ordered(shape: str, depth: int) -> str:
    if depth == 0:
        return shape
    relations = [symbol for symbol, level in _levels(shape) if level == 0 and symbol in _RELATIONS]
    sides = [_ordered_sum(side, depth) for side in _split(shape, _RELATIONS)]
    if len(sides) == 2:
        sides.sort(key=_rank)
    return "".join(side + relation for side, relation in zip(sides, [*relations, ""], strict=True))


def _ordered_sum(side: str, depth: int) -> str:
    terms = [_with_ordered_brackets(term, depth) for term in _split(side, "s")]
    return "s".join(sorted((term for term in terms if term), key=_rank))


def _with_ordered_brackets(term: str, depth: int) -> str:
    """A term whose outermost brackets hold their contents in order."""
    result, start, level = [], 0, 0
    for place, symbol in enumerate(term):
        if symbol == "o":
            level += 1
            if level == 1:
                result.append(term[start : place + 1])
                start = place + 1
        elif symbol == "c":
            level -= 1
            if level == 0:
                result.append(_ordered(term[start:place], depth - 1))
                start = place
    return "".join([*result, term[start:]])


def _levels(shape: str) -> Iterator[tuple[str, int]]:
    """Each symbol with the number of brackets that are open around it."""
    level = 0
    for symbol in shape:
        level -= symbol == "c"
        yield symbol, level
        level += symbol == "o"


def _split(shape: str, separators: str) -> list[str]:
    parts, start = [], 0
    for place, (symbol, level) in enumerate(_levels(shape)):
        if level == 0 and symbol in separators:
            parts.append(shape[start:place])
            start = place + 1
    return [*parts, shape[start:]]


def _rank(part: str) -> tuple[bool, int, str, str]:
    """Numbers last, longer before shorter, powers before lower ones; which unknown is which counts last."""
    blind = re.sub(r"[vwu]", "v", part)
    return (not re.search(r"[vwuta]", part), -len(part), _descending(blind), part)


def _descending(text: str) -> str:
    return "".join(chr(0x7F - ord(symbol)) if symbol.isascii() else symbol for symbol in text)


def _renamed(shape: str) -> str:
    """The unknowns as ``v``, ``w``, ``u`` in the order in which they come."""
    names: dict[str, str] = {}
    for letter in re.findall(r"[vwu]", shape):
        names.setdefault(letter, "vwu"[len(names) % 3])
    return re.sub(r"[vwu]", lambda match: names[match[0]], shape)


@lru_cache(maxsize=8192)  # the rows of a search, again and again
def _token_set(structure: str) -> frozenset[str]:
    return frozenset(structure_tokens(structure.split()))


def _traits(shape: str) -> Iterator[str]:
    unknowns = sum(letter in shape for letter in "vwu")
    relation = "eq" if "e" in shape else "ineq" if "l" in shape else "expr"
    degree = 3 if "v3" in shape else 2 if any(f"{letter}2" in shape for letter in "vwu") else min(unknowns, 1)
    surd = "root" if "r" in shape else "frac" if "f" in shape else ""
    # Alone only what is not in most items: the rest tells nothing and costs BM25 time.
    if relation == "ineq":
        yield relation
    if unknowns > 1:
        yield f"unknowns{unknowns}"
    yield f"{relation}deg{degree}unknowns{unknowns}{surd}"
    yield from (name for symbol, name in _TRAITS.items() if symbol in shape)
    if "co" in shape:
        yield "product"
    if "c2" in shape or "c3" in shape:
        yield "bracketpower"
    if "os" in shape:
        yield "signed"
    if shape.startswith("we") or "wev" in shape:
        yield "graph"
