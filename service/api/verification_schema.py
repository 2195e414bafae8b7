"""What `POST /v1/verify` takes and gives, for OpenAPI."""

from __future__ import annotations

from typing import Any

_TEXT = {"type": "string", "maxLength": 8000}
_OPTIONAL = {"type": ["string", "null"], "maxLength": 8000}
_TEXTS = {"type": "array", "items": _TEXT, "maxItems": 200}
_NAMED = {"type": "object", "additionalProperties": _TEXT, "maxProperties": 200}
_VALUES = {
    "type": "array",
    "maxItems": 200,
    "items": {"oneOf": [_TEXT, _NAMED]},
    "description": "Expressions; for several unknowns {name: expression}; [] where there is none, ['all'] for all",
}


def _object(required: tuple[str, ...], **properties: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": list(required),
        "properties": properties,
    }


_MODEL = _object(
    ("ask",),
    symbols={**_NAMED, "description": "Name to domain: real, integer, natural, rational, 1..6, [0, 2pi) …"},
    define={**_NAMED, "description": "Functions and sequences: {'f(x)': 'x^2 - 8x + 7'}"},
    given={**_TEXTS, "description": "Relations with =, !=, <, <=, >, >="},
    ask=_object(
        ("kind",),
        kind={"enum": ["solve", "value", "form", "extremum", "count", "probability", "truth"]},
        **{"for": _TEXTS, "of": _OPTIONAL, "form": _OPTIONAL, "sense": {"enum": ["max", "min", None]}},
        event=_TEXTS,
        claim=_OPTIONAL,
    ),
)
PROBLEM = _object(
    ("statement", "model", "answer"),
    schema={"const": "yuje.problem/1"},
    id=_OPTIONAL,
    language={"enum": ["ko", "en"], "default": "ko"},
    standard=_OPTIONAL,
    statement={**_TEXT, "description": "Markdown with LaTeX between dollar signs"},
    model=_MODEL,
    answer=_object(("values",), values=_VALUES, unit=_OPTIONAL),
    solution={"type": "array", "maxItems": 200, "items": _object(("text",), text=_TEXT, math=_OPTIONAL)},
    choices={
        "type": "array",
        "maxItems": 200,
        "items": _object(("value",), value=_VALUES, correct={"type": "boolean"}, misconception=_OPTIONAL),
    },
    targets=_OPTIONAL,
    origin={"type": ["object", "null"], "description": "Where the problem comes from; not part of what is certified"},
)
_ITEM = _object(
    ("problem",),
    problem=PROBLEM,
    source={
        "oneOf": [_OPTIONAL, PROBLEM, _object(("model",), model=_MODEL)],
        "description": "What the problem was made from and must not repeat: a statement, a problem, or a model",
    },
    bank={
        "type": "array",
        "maxItems": 10_000,
        "items": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
        "description": "Fingerprints of certificates whose problems it must not repeat",
    },
    certificate={"type": "object", "description": "An earlier certificate; passed over"},
    mistake={"description": "As in the answer of /v1/problems; passed over"},
)
_ONE = {"oneOf": [PROBLEM, _ITEM]}

EXAMPLE: dict[str, Any] = {
    "statement": "이차방정식 $x^2-5x+6=0$을 푸시오.",
    "model": {"symbols": {"x": "real"}, "given": ["x^2-5x+6=0"], "ask": {"kind": "solve", "for": ["x"]}},
    "answer": {"values": ["2", "3"]},
    "solution": [
        {"text": "좌변을 인수분해하면", "math": "(x-2)(x-3)=0"},
        {"text": "따라서", "math": "x=2 or x=3"},
    ],
}
_LOST_ROOT = {**EXAMPLE, "answer": {"values": ["2"]}, "solution": []}
_BATCH = {
    "items": [
        {"problem": EXAMPLE, "source": "이차방정식 $x^2-7x+12=0$을 푸시오."},
        {"problem": _LOST_ROOT},
    ]
}
REQUEST_BODY: dict[str, Any] = {
    "required": True,
    "content": {
        "application/json": {
            "schema": {
                "oneOf": [
                    *_ONE["oneOf"],
                    _object(("items",), items={"type": "array", "items": _ONE, "minItems": 1, "maxItems": 200}),
                ],
                "example": EXAMPLE,
            },
            "examples": {
                "one": {"summary": "One problem", "value": EXAMPLE},
                "batch": {"summary": "Two, the first compared with its source", "value": _BATCH},
            },
        }
    },
}

_CHECK = _object(
    ("name", "outcome", "detail", "evidence", "capped", "code", "message"),
    name={"type": "string", "examples": ["parse", "statement", "answer", "unique"]},
    outcome={"enum": ["passed", "failed", "undecided", "not_applicable"]},
    detail={"type": "string", "description": "In English, the same in every language of the answer"},
    evidence={"type": "array", "items": {"type": "string"}},
    capped={"type": "boolean", "description": "Passed, but keeps the verdict from being 'proved'"},
    code={"type": "string", "description": "What was found, for programs"},
    message={"type": "string", "description": "What was found, in the language of Accept-Language"},
)
CERTIFICATE = _object(
    ("schema", "verdict", "checks", "problem_sha256", "fingerprint", "compared_with", "versions"),
    schema={"const": "yuje.certificate/1"},
    verdict={"enum": ["proved", "corroborated", "undecided", "refuted"]},
    checks={"type": "array", "items": _CHECK},
    problem_sha256={"type": "string"},
    fingerprint={
        "type": ["string", "null"],
        "description": "The same for problems that differ in names and order only",
    },
    compared_with={"type": "object"},
    versions={"type": "object", "additionalProperties": {"type": "string"}},
    language={"enum": ["ko", "en"]},
    message={"type": "string"},
)
_FAULT = _object(("field", "message", "remedy"), field=_TEXT, message=_TEXT, remedy=_TEXT)
_FAULT["additionalProperties"] = True
_RESULT = {
    "oneOf": [
        _object(("certificate",), certificate=CERTIFICATE),
        _object(("errors",), errors={"type": "array", "items": _FAULT}),
    ]
}
RESPONSE: dict[str, Any] = {
    "description": "One certificate; for a batch `results` in the order of its items, and `counts`",
    "content": {
        "application/json": {
            "schema": {
                "oneOf": [
                    _object(("certificate",), certificate=CERTIFICATE),
                    _object(
                        ("results", "counts"),
                        results={"type": "array", "items": _RESULT},
                        counts={"type": "object", "additionalProperties": {"type": "integer"}},
                    ),
                ]
            }
        }
    },
}
