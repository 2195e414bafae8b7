"""A statement cut into its formulas and the words around them.

Between dollar signs everything is a formula. In plain text a word is one only where it is a letter of the model, a name
of a function, or a letter beside an operator: "had 5" and "90 m" are words with a number, ``2x + 3`` is not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generation.expression.errors import ExpressionError
from generation.expression.formulas import segments
from generation.expression.parser import parse
from generation.expression.tree import Node
from generation.expression.vocabulary import FUNCTIONS, MAX_JUXTAPOSED
from generation.verify.matching import flattened
from generation.verify.text.labels import without_labels

HIDDEN = "가"
"""Stands for a letter that is no mathematics: the reader of plain formulas stops there."""
_WIDE = re.compile(r"\s{9,}")
"""Patterns that begin with spaces would try each of them."""
_BARE_NUMBER = re.compile(r"[0-9][0-9,.\s]*(?:\\?%|°|\^\{?\\circ\}?|\\degree)?")
_MONEY = re.compile(r"(?<![^\s(\[\"'“‘])\$(?=\s?[0-9])")
_WORD = re.compile(r"\\?[A-Za-z]+(?:['’][A-Za-z]+)*")
_UNIT = re.compile(r"(?<=[0-9])(\s?)(km|cm|mm|m|kg|mg|g|mL|ml|L|l|h|s|min)((?:\^\{?[23]\}?|[²³])?)(?![A-Za-z0-9^(²³])")
_TIMES = re.compile(r"(?<=[0-9)] )[xX](?= [0-9(])")
_CAPITAL = re.compile(r"\b[A-Z]-(?=[A-Z][a-z])")
_HYPHEN = re.compile(rf"(?<=[0-9{HIDDEN}])[-‐–](?={HIDDEN})|(?<={HIDDEN})[-‐–](?=[0-9{HIDDEN}])")
_LISTED = re.compile(r"(?m)^\s*[1-9][.)]\s+(?=\S)|(?<=[:.])\s+[1-9][.)]\s+(?=[0-9A-Za-z(-])")
_FORM_BEHIND = re.compile(r"\s*(?:의 )?(?:꼴|형태)")
_FORM_BEFORE = re.compile(r"\b(?:in|of) the form\s*\Z", re.IGNORECASE)
_BLANK = re.compile(r"\s+_+\s+|\s*(?:□|_{2,}|\\square|\\Box|\\_+)\s*")
_OPERATOR = "+-*/^=<>≤≥×÷·−"
_OPEN_FUNCTIONS = ("sqrt", "log", "ln", "sin", "cos", "tan")
_ARTICLES = {"a", "A", "I"}
_SHORT = """
an and or of is if in to for the by as at be it we so on no not are its all has let one two out set sum get put how add
use was who why yes up do am my me he she his her him had can may now new per day ran cut box big toy red ice
"""
_SHORT_WORDS = frozenset(_SHORT.split())


@dataclass(frozen=True, slots=True)
class Cut:
    """The words with a blank for each formula, the formulas with lists taken apart, and why others were not read."""

    words: str
    formulas: tuple[Node, ...]
    unread: tuple[str, ...] = ()


def cut(statement: str, names: frozenset[str], functions: frozenset[str], asked: str = "") -> Cut:
    """Cut a statement; a bare number is a word unless it is ``asked`` for, as it belongs to what stands around it."""
    text = _WIDE.sub(lambda match: "\n" if "\n" in match[0] else " ", statement)
    text = _LISTED.sub(lambda match: " " * len(match[0]), text)
    words: list[str] = []
    formulas: list[Node] = []
    unread: list[str] = []
    pieces = _pieces(text, names, asked)
    for place, (is_formula, piece) in enumerate(pieces):
        if not is_formula or (_BARE_NUMBER.fullmatch(piece) and piece.strip() != asked):
            words.append(piece)
            continue
        if _is_pattern(piece, pieces[place - 1 : place], pieces[place + 1 : place + 2], names):
            words.append(" ")
            continue
        parts = [part for label in without_labels(piece.rstrip(" =?□_")) for part in _BLANK.split(label)]
        words.append(" ")
        for part in parts:
            if _BARE_NUMBER.fullmatch(part) and part.strip() != asked:
                words.append(f" {part} ")
                continue
            try:
                formulas.append(parse(part, names, functions))
                words.append(" ")
            except ExpressionError as error:
                unread.append(f"the formula '{part[:60]}' could not be read: {error}")
    return Cut("".join(words), tuple(flattened(formulas)), tuple(unread))


def _is_pattern(
    piece: str, before: list[tuple[bool, str]], behind: list[tuple[bool, str]], names: frozenset[str]
) -> bool:
    """Whether a formula only shows the form to write in, with letters of its own: "in the form a+bi"."""
    shows = any(_FORM_BEHIND.match(text) for _, text in behind) or any(_FORM_BEFORE.search(text) for _, text in before)
    return shows and not set(re.findall(r"(?<![A-Za-z\\])[a-z](?![a-z])", piece)) <= names


def _pieces(text: str, names: frozenset[str], asked: str) -> list[tuple[bool, str]]:
    """Stretches of the text, and whether each is a formula."""
    if "$" in text and len(_MONEY.findall(text)) == text.count("$"):
        text = text.replace("$", " ")
    if any(mark in text for mark in ("$", "\\(", "\\[")):
        return [(segment.is_formula, segment.text) for segment in segments(text)]
    masked = _masked(text, names)
    found: list[tuple[bool, str]] = []
    at = 0
    for segment in segments(masked):
        if not segment.is_formula:
            continue
        start, end = _trimmed(masked, segment.offset, segment.offset + len(segment.text))
        if "!" not in asked and masked[end - 1 : end] == "!":
            end -= 1  # "he loses 14!"
        if re.search(r"[0-9A-Za-z½⅓⅔¼¾]", masked[start:end]):
            found += [(False, text[at:start]), (True, masked[start:end])]
            at = end
    return [*found, (False, text[at:])]


def _masked(text: str, names: frozenset[str]) -> str:
    """The text, as long as before, with every word and unit hidden that is no mathematics."""

    def hidden(match: re.Match[str]) -> str:
        return match[0] if _is_mathematics(match, text, names) else HIDDEN * len(match[0])

    def without_unit(match: re.Match[str]) -> str:
        return match[0] if _is_factor(match, text, names) else match[1] + HIDDEN * (len(match[0]) - len(match[1]))

    masked = _WORD.sub(hidden, _UNIT.sub(without_unit, _CAPITAL.sub(HIDDEN * 2, text))).replace("\n", HIDDEN)
    if "x" not in names:
        masked = _TIMES.sub("×", masked)
    return _HYPHEN.sub(HIDDEN, masked)


def _is_factor(match: re.Match[str], text: str, names: frozenset[str]) -> bool:
    """Whether the letters of a unit are variables: where an operator stands on one side of number and letter."""
    if not names or (len(match[2]) > 1 and not set(match[2]) <= names):
        return False
    before, behind = text[: match.start()].rstrip("0123456789. "), text[match.end() :].lstrip(" ")
    return before[-1:] in tuple(_OPERATOR) or behind[:1] in tuple(_OPERATOR)


def _is_mathematics(match: re.Match[str], text: str, names: frozenset[str]) -> bool:
    word = match[0]
    if word.startswith("\\") or (len(word) > 1 and (word in names or word == "pi") and word not in FUNCTIONS):
        return True
    if len(word) > 1 and word not in FUNCTIONS and not set(word) <= names:
        return False  # most words; the others have to be looked at with what stands beside them
    before, behind = text[: match.start()].rstrip(" "), text[match.end() :].lstrip(" ")
    beside = before[-1:] in tuple(_OPERATOR + "(|") or behind[:1] in tuple(_OPERATOR + ")|")
    touching = text[match.start() - 1 : match.start()].isdigit() or text[match.end() : match.end() + 1] == "^"
    if word in FUNCTIONS and len(word) > 1:
        return behind[:1] == "(" or word in _OPEN_FUNCTIONS
    if len(word) == 1:
        is_article = word in _ARTICLES and not touching and behind[:1] not in tuple(_OPERATOR + ")'")
        is_times = word in "xX" and before[-1:].isdigit() and behind[:1].isdigit()
        return not is_article and (word in names or touching or beside or is_times)
    is_word = len(word) > MAX_JUXTAPOSED or word.lower() in _SHORT_WORDS
    return set(word) <= names and (touching or (beside and not is_word))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Without brackets that close or open nothing, and without operators at the end."""
    while start < end:
        run = text[start:end]
        if run[-1] in "+-*/^,.:_|(< >=×÷" and not (run[-1] == "|" and run.count("|") % 2 == 0):
            end -= 1
        elif run[0] in "*/^,.:=)× ÷" or (run[0] in "+-" and run[1:2] == " ") or (run[0] == "|" and run.count("|") % 2):
            start += 1
        elif run[-1] == ")" and run.count(")") > run.count("("):
            end -= 1
        elif run[0] == "(" and run.count("(") > run.count(")"):
            start += 1
        else:
            break
    return start, end
