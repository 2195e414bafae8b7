"""Sentences with slots: told problems are read by the sentences they are written with.

A sentence is a statement with a name in braces for everything that changes: ``반지름의 길이가 {r} cm인 원의 넓이를
구하시오.`` It is compared word by word, apart from blanks, punctuation, particles behind a slot and the ending of the
request, and where none fits so, by its skeleton (:mod:`generation.reading.stems`); numbers and formulas stand in the
slots, with or without dollar signs.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generation.expression.formulas import segments
from generation.problem import Model
from generation.reading.stems import Skeleton, skeleton
from generation.reading.written_plain import respelled

MAX_SENTENCE = 1_000
MAX_FORMULA = 160
"""Characters of one formula in a told problem."""
SLOT = re.compile(r"(?<![A-Za-z^_}])\{([a-z_][a-z0-9_]*)\}(?:\[([가-힣]+)\])?")
"""A name in braces. Braces right behind a letter, ``^`` or ``_`` belong to LaTeX: a slot there is ``\\sqrt{{n}}``."""
_MARK = 777_000
_MARKED = re.compile(rf"{_MARK // 1000}([0-9]{{3}})")
_UNIT_BEHIND = re.compile(r"\s*((?:[kcm]?m|[km]?g|[mk]?L)(?:\^\{?[23]\}?|[²³])?(?:/(?:s|h|min))?|%|°)(?![A-Za-z])")
_LETTER_UNIT = re.compile(r" ?[gmL](?=[가-힣\s])")
"""A unit behind a formula between dollar signs that would be read as a letter."""
_UNIT_ALONE = re.compile(r"[kcm]?m\^\{[23]\}")
_UPRIGHT = re.compile(r"\\(?:mathrm|text|rm)\s*\{([^{}]{1,12})\}|(?<!\\)\\[,;:! ]")
_WRITTEN = tuple(
    (re.compile(pattern), sign)
    for pattern, sign in (
        (r"\^\\circ|\^\{\\circ\}|\\degree", "°"), ("²", "^{2}"), ("³", "^{3}"), (r"\^([0-9A-Za-z])(?![0-9])", r"^{\1}"),
        (r"_([0-9]+|[A-Za-z])", r"_{\1}"), (r"\\%", "%"), ("[′’]", "'"),
        ("π", r"\\pi"), (r"\\pi\s+(?=[kcm]?m(?![A-Za-z]))", r"\\pi"), (r"\\displaystyle|\\limits", ""),
        (r"\\[dt]frac", r"\\frac"), (r"\\cup(?![a-z])", "∪"), (r"\\cap(?![a-z])", "∩"), (r"\\circ(?![a-z])", "∘"),
        (r"\\mid(?![a-z])", "|"), (r"\\leq?(?![a-z])|<=|≦", "≤"), (r"\\geq?(?![a-z])|>=|≧", "≥"),
        (r"\\alpha(?![a-z])", "α"), (r"\\beta(?![a-z])", "β"), (r"\\theta(?![a-z])", "θ"), (r"\\sigma(?![a-z])", "σ"),
        (r"\\[cl]?dots(?![a-z])|⋯|…|\.{3}", "…"), ("−", "-"), (r"(?:^|(?<=[=∪∩,-]))\{([^{}]+)\}", r"\\{\1\\}"),
        (r"\\angle\s*|∠\s*", "∠"), (r"\\overline\s*\{([^{}]*)\}", r"\1"),
    )
)  # fmt: skip
_LENGTH = re.compile(r"(?<=[0-9})])[kcm]?m(?=,|$)")
_SEGMENT = r"((?:[^,()]|\([^()]*\))+)"
"""What stands alone between commas."""
_PART = r"((?:\\\{[^{}]*\\\}|[^,=<>;])+)"
"""What stands beside something else between commas."""
_BLANKS = re.compile(r"(\\[A-Za-z]+)\s+(?=[A-Za-z])|\s+")
"""Blanks say nothing, but for the one that ends a command: ``\\le x``."""
_SPACE = re.compile(r"[\s.,?!:;·]+")
_AFTER_SLOT = re.compile(r"^(?:으로|로|을|를|은|는|과|와|이(?=고|며|면|라|므로|다)|[이가](?!고|며|면|라|므로|다))")
_REQUEST = re.compile(
    r"(?:구하시오|구하여라|구하세요|구해라|구하라|구하십시오|구해보세요|구해주세요|구하면|구해보시오|"
    r"인지구하시오|인지구하세요|인지구하여라|인가|입니까|인가요|일까요|이냐|인지쓰시오|쓰시오|얼마인가|얼마입니까)$"
)
_TOPIC = re.compile(r"(?:을|를|은|는|이|가)(?:모두|각각)?$")
_DO = re.compile(r"(?:푸시오|풀어라|푸세요|풀이하시오|풀면)$|(?:하시오|하여라|하세요|해라|하면)$")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a statement: words, or a formula with the place of its text."""

    is_formula: bool
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence taken apart: its words, and for each formula between them a pattern with its slots."""

    words: tuple[str, ...]
    formulas: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]
    skeleton: Skeleton
    counted: tuple[int, ...]
    """Which of the formulas the skeleton counts."""

    def is_worded_as(self, pieces: list[Piece]) -> bool:
        """Whether a statement has these words around as many formulas."""
        return _words(pieces) == self.words

    def fillings(self, pieces: list[Piece]) -> dict[str, str] | None:
        """What stands in the slots of a statement of this wording; None where a formula differs."""
        return _filled(self.formulas, _formulas(pieces))

    def loose_fillings(self, pieces: list[Piece]) -> Iterator[dict[str, str]]:
        """What may stand in the slots of a statement of this skeleton, whatever the order of clauses and the unit."""
        theirs, counted = skeleton(_read(pieces))
        order = self.skeleton.order_of(theirs)
        if order is None:
            return
        formulas = _formulas(pieces)
        patterns = [self.formulas[place] for place in self.counted]
        for texts in _in_other_units([formulas[counted[place]] for place in order]):
            if (found := _filled(patterns, texts)) is not None:
                yield found


def _in_other_units(formulas: list[str]) -> Iterator[list[str]]:
    """The formulas, and where all their lengths have one unit, the same in cm and without a unit."""
    yield formulas
    if len({unit for text in formulas for unit in _LENGTH.findall(text)}) == 1:
        yield [_LENGTH.sub("cm", text) for text in formulas]
        yield [_LENGTH.sub("", text) for text in formulas]


Slotted = tuple[re.Pattern[str], tuple[str, ...]]


def _filled(patterns: Sequence[Slotted], formulas: Sequence[str]) -> dict[str, str] | None:
    found: dict[str, str] = {}
    for (pattern, names), text in zip(patterns, formulas, strict=True):
        match = pattern.fullmatch(text)
        if match is None:
            return None
        for name, value in zip(names, match.groups(), strict=True):
            if found.setdefault(name, value) != value:
                return None
    return found


def _formulas(pieces: list[Piece]) -> list[str]:
    return [text for is_formula, text in _read(pieces) if is_formula]


def sentence(template: str) -> Sentence:
    """A template taken apart; slots are ``{name}``, with ``[을]`` behind one for a particle."""
    names: list[str] = []

    def marked(match: re.Match[str]) -> str:
        names.append(match[1])
        mark = str(_MARK + len(names))
        outside = template.count("$", 0, match.start()) % 2 == 0
        return (f"${mark}$" if outside else mark) + (match[2] or "")

    parts = pieces(re.sub(r"(\$)\[([가-힣]+)\]", r"\1\2", SLOT.sub(marked, template)))
    formulas = tuple(_pattern(text, names) for is_formula, text in _read(parts) if is_formula)
    if sum(len(slots) for _, slots in formulas) != len(names):
        raise ValueError(f"a slot of {template!r} is not read as mathematics")
    bones, counted = skeleton(_read(parts))
    if any(slots and place not in counted for place, (_, slots) in enumerate(formulas)):
        raise ValueError(f"a slot of {template!r} stands in a name")
    return Sentence(_words(parts), formulas, bones, tuple(counted))


def _pattern(formula: str, names: list[str]) -> tuple[re.Pattern[str], tuple[str, ...]]:
    slots = [names[int(number) - 1] for number in _MARKED.findall(formula)]
    if len(slots) == 1:
        before, _, after = _MARKED.split(formula)
        return re.compile(f"{re.escape(before)}(.+){re.escape(after)}", re.DOTALL), tuple(slots)
    segments_ = [_segment(text) for text in _apart(formula)]
    return re.compile(",".join(segments_), re.DOTALL), tuple(slots)


def _segment(text: str) -> str:
    parts = _MARKED.split(text)[::2]
    return (_SEGMENT if len(parts) == 2 and not any(parts) else _PART).join(re.escape(part) for part in parts)


def pieces(text: str) -> list[Piece]:
    """Words and formulas of a statement in order; inside plain words, bare numbers and formulas count too."""
    found: list[Piece] = []
    for segment in segments(text):
        end = segment.offset + len(segment.text)
        if segment.is_formula and text[segment.offset : segment.offset + 1] == "$":
            found.append(Piece(True, segment.text, segment.offset, text.index("$", segment.offset + 1) + 1))
        elif segment.is_formula:
            found.append(Piece(True, segment.text, segment.offset, end))
        elif "$" in text:
            unit = _LETTER_UNIT.match(segment.text) if found else None
            start = segment.offset + (unit.end() if unit else 0)
            if unit is not None:
                found.append(Piece(False, unit[0], segment.offset, start))
            found += [
                Piece(s.is_formula, s.text, start + s.offset, start + s.offset + len(s.text))
                for s in segments(text[start:end])
            ]
        else:
            found.append(Piece(False, segment.text, segment.offset, end))
    return found


def _read(parts: list[Piece]) -> Iterator[tuple[bool, str]]:
    """The pieces' texts; a unit behind a formula belongs to it, and formulas with a comma between them are one."""
    before = ""
    for part in parts:
        text = part.text
        if part.is_formula:
            bare = _bare(text)
            before = (before.removesuffix(",") if _UNIT_ALONE.fullmatch(bare) else before) + bare
            continue
        if before and text.strip() in ("'", "′", "’"):
            before += "'"  # f'(2) in plain words
            continue
        if before and (match := _UNIT_BEHIND.match(text)) is not None:
            before, text = before + _bare(match[1]), text[match.end() :]
            if not text:
                continue
        if before and not text.strip(" ,"):
            before += ","
            continue
        if before:
            yield True, before
        before = ""
        yield False, text
    if before:
        yield True, before.rstrip(",")


def _bare(formula: str) -> str:
    """A formula without blanks and upright letters; squares, cubes and degrees each written in one way."""
    text = _UPRIGHT.sub(lambda match: match[1] or "", formula.replace("\\left", "").replace("\\right", ""))
    for spelling, sign in _WRITTEN:
        text = spelling.sub(sign, text)
    return _BLANKS.sub(lambda match: match[1] + " " if match[1] else "", text)


def _apart(formula: str) -> Iterator[str]:
    """A bare formula taken apart at the commas outside of brackets."""
    depth, start = 0, 0
    for place, sign in enumerate(formula):
        depth += (sign in "([{") - (sign in ")]}")
        if sign == "," and depth == 0:
            yield formula[start:place]
            start = place + 1
    yield formula[start:]


def _words(parts: list[Piece]) -> tuple[str, ...]:
    """What stands before, between and behind the formulas, without blanks, particles and the request's ending."""
    words = [""]
    after_formula = False
    for is_formula, content in _read(parts):
        if is_formula:
            words.append("")
            after_formula = True
            continue
        text = _SPACE.sub("", content).lower()
        if after_formula:
            text = _AFTER_SLOT.sub("", text)
        words[-1] += text
        after_formula = False
    words[-1] = _DO.sub("하", _TOPIC.sub("", _REQUEST.sub("", words[-1])))
    return tuple(words)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a told problem means, the formulas of its worked solution, and the standard it belongs to."""

    model: Model
    lines: tuple[str, ...] = ()
    standard: str | None = None


Reader = Callable[[Mapping[str, str]], Reading | None]
"""Tells what is meant by what stands in the slots; None where it does not fit."""


_Known = tuple[str, str, Sentence, Reader]
"""A type, its template, the template taken apart, and the reader."""


@dataclass(frozen=True, slots=True)
class Told:
    """A statement that was read by a sentence: which problem type it is of, its slots, and its model."""

    type_id: str
    template: str
    slots: Mapping[str, str]
    model: Model
    lines: tuple[str, ...] = ()
    """The formulas of its worked solution."""
    standard: str | None = None


class Sentences:
    """All sentences by which told problems are read."""

    def __init__(self) -> None:
        self._by_words: dict[tuple[str, ...], list[_Known]] = defaultdict(list)
        self._further: dict[tuple[str, ...], list[_Known]] = defaultdict(list)
        self._by_skeleton: dict[tuple[object, ...], list[_Known]] = defaultdict(list)

    def add(self, type_id: str, template: str, reader: Reader, *, further: bool = False) -> None:
        """Let a type's problems be read by one more sentence. Raises ValueError for a template without meaning.

        ``further`` wordings, which the type itself does not use, come after the sentences of all types.
        """
        taken = sentence(template)
        (self._further if further else self._by_words)[taken.words].append((type_id, template, taken, reader))
        self._by_skeleton[taken.skeleton.key].append((type_id, template, taken, reader))

    def read(self, statement: str) -> Told | None:
        """The first type that has the statement's words and whose slots fit.

        Where none has exactly its words, the types that have them up to particles, fillers, synonyms and the order of
        clauses, if all of these mean the same model.
        """
        if len(statement) > MAX_SENTENCE:
            return None
        spellings = (statement, *respelled(statement))
        return next((told for text in spellings if (told := self._read(text)) is not None), None)

    def _read(self, statement: str) -> Told | None:
        parts = pieces(statement)
        if any(part.is_formula and len(part.text) > MAX_FORMULA for part in parts):
            return None
        words = _words(parts)
        for known in (*self._by_words.get(words, ()), *self._further.get(words, ())):
            if (slots := known[2].fillings(parts)) is not None and (told := _told(known, slots)) is not None:
                return told
        bones, _ = skeleton(_read(parts))
        loosely = [
            told
            for known in self._by_skeleton.get(bones.key, ())
            for slots in known[2].loose_fillings(parts)
            if (told := _told(known, slots)) is not None
        ]
        return loosely[0] if loosely and all(told.model == loosely[0].model for told in loosely) else None


def _told(known: _Known, slots: Mapping[str, str]) -> Told | None:
    type_id, template, _, reader = known
    reading = reader(slots)
    return None if reading is None else Told(type_id, template, slots, reading.model, reading.lines, reading.standard)


SENTENCES = Sentences()
"""Filled by the problem types when they are loaded."""
