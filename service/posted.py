"""A mistake as an academy posts it: the model of the body, and what is wrong with a body, field by field."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError

from generation.expression.errors import ExpressionError, ParseError
from generation.expression.formulas import Segment, segments
from generation.expression.parser import parse
from generation.mistake import Mistake
from generation.schema import SchemaError
from retrieval.note import LIMITS
from retrieval.standard import find_standard, suggest_standards

WORKING_LIMIT = 8_000
"""Characters of the working: a page of lines."""
_TEXT_CONTROLS = frozenset("\t\n\r")


def _text(limit: int, least: int = 1) -> StringConstraints:
    return StringConstraints(min_length=least, max_length=limit)


class PostedMistake(BaseModel):
    """One wrong answer. Formulas as plain text (`2x + 3 = 7`) or LaTeX between dollar signs."""

    model_config = ConfigDict(
        extra="forbid",
        strict=True,
        frozen=True,
        json_schema_extra={
            "example": {
                "statement": "이차방정식 $x^2-5x+6=0$을 푸시오.",
                "student_answer": "x=-2 또는 x=-3",
                "correct_answer": "x=2 또는 x=3",
                "standard": "[9수02-20]",
                "language": "ko",
                "student_ref": "s-1042",
            }
        },
    )

    statement: Annotated[str, _text(LIMITS["statement"])]
    student_answer: Annotated[str, _text(LIMITS["student_answer"])]
    correct_answer: Annotated[str, _text(LIMITS["correct_answer"])] | None = None
    working: Annotated[str, _text(WORKING_LIMIT, 0)] | None = None
    standard: Annotated[str, _text(LIMITS["standard"])] | None = None
    language: Literal["ko", "en"] | None = None
    student_ref: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9._:-]{1,64}$")] | None = None
    """A pseudonym, never a name: names stay in the academy."""

    def to_mistake(self) -> Mistake:
        """The mistake, its standard in the official spelling."""
        standard = find_standard(self.standard) if self.standard else None
        return Mistake(
            statement=self.statement,
            student_answer=self.student_answer,
            correct_answer=self.correct_answer,
            working=self.working,
            standard=standard.code if standard else None,
            language=self.language,
        )


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a field: a key of :mod:`service.messages` and what fills its places."""

    name: str
    key: str
    values: Mapping[str, object] = field(default_factory=dict)


class FaultyBodyError(Exception):
    """The body has faults."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__(f"{len(faults)} faults")
        self.faults = faults


def read_posted(body: object) -> PostedMistake:
    """The mistake of a parsed JSON body. Raises FaultyBodyError naming every fault."""
    try:
        posted = PostedMistake.model_validate(body)
    except ValidationError as error:
        raise FaultyBodyError(faults_of(error.errors(include_url=False), PostedMistake)) from None
    faults = [*_text_faults(posted), *_standard_faults(posted)] or list(_statement_faults(posted.statement))
    if faults:
        raise FaultyBodyError(faults)
    return posted


def faults_of(errors: list[Any], model: type[BaseModel], where: str = "") -> list[Fault]:
    """Pydantic's errors as faults; ``where`` goes before the field."""
    return [_fault(error, model, where) for error in errors]


def fault_of(error: SchemaError) -> Fault:
    """What is wrong with a problem as a fault."""
    values = dict(error.values)
    if "expected" in values:
        values["expected"] = _JSON_WORDS.get(str(values["expected"]), values["expected"])
    return Fault(error.field or "body", error.code, values)


def _fault(error: Mapping[str, Any], model: type[BaseModel], where: str) -> Fault:
    path = ".".join(part if part.isprintable() else "?" for part in map(str, error["loc"]))[:80]
    name = f"{where}{path}" or "body"
    context = error.get("ctx", {})
    match error["type"]:
        case "missing":
            return Fault(name, "missing")
        case "extra_forbidden":
            return Fault(name, "unknown_field", {"known": ", ".join(model.model_fields)})
        case "string_too_short":
            return Fault(name, "too_short")
        case "string_too_long":
            return Fault(name, "too_long", {"limit": context["max_length"]})
        case "literal_error":
            return Fault(name, "not_allowed_value", {"expected": context["expected"]})
        case "string_pattern_mismatch":
            return Fault(name, "not_pseudonym")
        case "string_unicode":
            return Fault(name, "no_text", {"character": "U+D800–U+DFFF", "position": "?"})
        case "greater_than_equal" | "less_than_equal":
            bound = context.get("ge", context.get("le"))
            return Fault(name, "out_of_range", {"expected": f"{'≥' if 'ge' in context else '≤'} {bound}"})
        case kind:
            return Fault(name, "wrong_type", {"expected": _EXPECTED.get(kind, "JSON")})


_EXPECTED = {
    "string_type": '"…" (string)',
    "model_type": "{…} (object)",
    "dict_type": "{…} (object)",
    "bool_parsing": "true/false",
    "int_parsing": "1, 2, 3 … (integer)",
    "int_parsing_size": "1, 2, 3 … (integer)",
    "int_from_float": "1, 2, 3 … (integer)",
}

_JSON_WORDS = {
    "a string": '"…" (string)',
    "an object": "{…} (object)",
    "a list": "[…] (list)",
    "true or false": "true/false",
}


def _text_faults(posted: PostedMistake) -> Iterator[Fault]:
    for name in ("statement", "student_answer", "correct_answer", "working", "standard"):
        text: str | None = getattr(posted, name)
        for position, character in enumerate(text or "", start=1):
            if (kind := _trouble(character, name)) is not None:
                yield Fault(name, kind, {"character": f"U+{ord(character):04X}", "position": position})
                break
        if name in ("statement", "student_answer") and not (text or "").strip():
            yield Fault(name, "too_short")


def _trouble(character: str, name: str) -> str | None:
    category = unicodedata.category(character)
    if category in ("Cc", "Cs") and character not in _TEXT_CONTROLS:
        return "no_text"
    # Answers are read as a whole, and refused by the parser; in a statement it would cut a formula in two.
    return "invisible" if category == "Cf" and name == "statement" else None


def _standard_faults(posted: PostedMistake) -> Iterator[Fault]:
    if posted.standard is not None and find_standard(posted.standard) is None:
        yield Fault("standard", "unknown_standard", {"suggestions": suggest_standards(posted.standard)})


def _statement_faults(statement: str) -> Iterator[Fault]:
    """A statement without mathematics, or with a formula outside the allow-list.

    In plain text what looks like a formula may be none, as in "(단, x는 자연수)"; there one readable formula is enough.
    """
    found = [segment for segment in segments(statement) if segment.is_formula]
    if not found:
        yield Fault("statement", "no_mathematics")
        return
    faults = [_formula_fault(statement, segment) for segment in found]
    for segment, fault in zip(found, faults, strict=True):
        is_marked = statement[segment.offset] in "$\\" or "\\" in segment.text
        if fault is not None and (is_marked or None not in faults):
            yield fault
            return


def _formula_fault(statement: str, segment: Segment) -> Fault | None:
    text = segment.text.rstrip(" =?□_")
    start = statement.find(segment.text, segment.offset)
    try:
        parse(text)
    except ParseError as error:
        position, reason = start + error.offset + 1, error.message
    except ExpressionError as error:
        position, reason = start + 1, str(error)
    else:
        return None
    return Fault("statement", "unreadable_formula", {"position": position, "reason": reason})
