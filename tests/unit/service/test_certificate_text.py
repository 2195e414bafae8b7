"""Certificates in words: every sentence that the checks write has its Korean, and nothing else is changed."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import generation.verify
from generation.problem import Answer, Ask, Choice, Model, Problem, Step
from generation.verify.certificate import CheckResult
from generation.verify.checks.registry import CHECKS
from generation.verify.verifier import verify
from service.certificate_text import OUTCOMES, TITLES, code_of, findings, korean, sentence, told

VERIFY = Path(generation.verify.__file__).parent
RIGHT = Problem(
    "이차방정식 $x^2-5x+6=0$을 푸시오.",
    Model(Ask("solve", ("x",)), {"x": "real"}, {}, ("x^2-5x+6=0",)),
    Answer(("2", "3")),
    solution=(Step("인수분해하면", "(x-2)(x-3)=0"), Step("따라서", "x=2 or x=3")),
    choices=(Choice(("2", "3"), True), Choice(("-2", "-3"))),
)
_HANGUL, _ENGLISH = re.compile(r"[가-힣]"), re.compile(r"[A-Za-z]{4,}")


@pytest.mark.parametrize("finding", findings(), ids=lambda finding: str(finding.pattern.pattern)[:60])
def test_a_row_has_a_code_and_its_places_are_filled(finding: object) -> None:
    row = next(row for row in findings() if row is finding)
    places = row.pattern.groups
    said = row.korean.format(*(f"<{place}>" for place in range(places)))
    assert re.fullmatch(r"[a-z]+(\.[a-z-]+)?", row.code)
    assert said.count("<") <= places
    assert _HANGUL.search(said) or said == "model.define: <0>"


def test_every_check_has_a_title_in_both_languages() -> None:
    assert {name for name, _ in CHECKS} | {"worker"} <= set(TITLES)
    for korean_title, english_title in (*TITLES.values(), *OUTCOMES.values()):
        assert _HANGUL.search(korean_title)
        assert not _HANGUL.search(english_title)


@pytest.mark.parametrize(
    ("detail", "said"),
    [
        ("lost: x = 3", "빠진 해가 있습니다: x = 3"),
        ("solutions: x = 2 or x = 3", "해: x = 2 또는 x = 3"),
        ("every value is real", "모든 값이 실수입니다"),
        ("the text asks for solve, the model for expanded", "문장은 해을(를) 묻는데 모델은 전개한 식을(를) 묻습니다"),
        ("not finished within 1 s of processor time", "계산 시간 1초 안에 끝나지 않았습니다"),
        ("not finished within 5 s", "5초 안에 끝나지 않았습니다"),
        ("the number 7 of the text is not in the model", "문장의 수 7이(가) 모델에 없습니다"),
        ("a {strange} sentence", None),
    ],
)
def test_sentences(detail: str, said: str | None) -> None:
    assert korean(detail) == said


def test_what_is_not_listed_is_told_by_its_outcome_and_in_no_other_language() -> None:
    check = CheckResult("answer", "undecided", "something new").to_json()
    assert sentence(check, "ko") == "정답: 판단하지 못함."
    assert sentence(check, "en") == "Answer: undecided. Something new."
    assert code_of(check) == "answer.undecided"


def test_a_certificate_told_is_the_certificate_and_words() -> None:
    for problem in (RIGHT, replace(RIGHT, answer=Answer(("2",))), replace(RIGHT, statement="$x^2-5x+7=0$을 푸시오.")):
        certificate = verify(problem).to_json()
        for language in ("ko", "en"):
            spoken = told(certificate, "ko" if language == "ko" else "en")
            kept = {name: value for name, value in spoken.items() if name not in ("language", "message", "checks")}
            assert kept == {name: value for name, value in certificate.items() if name != "checks"}
            for check, original in zip(spoken["checks"], certificate["checks"], strict=True):
                assert {name: check[name] for name in original} == original
                assert (_ENGLISH if language == "ko" else _HANGUL).search(check["message"]) is None, check["message"]


def _sentences(path: Path) -> Iterator[str]:
    """What the calls of a module that give findings say, ``{}`` for what they fill in."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            at = {"result": 2, "failed": 0, "undecided": 0, "passed": 0}.get(node.func.id)
            if at is not None and len(node.args) > at:
                yield from _texts(node.args[at])


def _texts(node: ast.expr) -> Iterator[str]:
    match node:
        case ast.Constant(str() as text):
            yield text
        case ast.JoinedStr(values):
            yield "".join(part.value if isinstance(part, ast.Constant) else "{}" for part in values)  # type: ignore[misc]
        case ast.IfExp(_, body, orelse):
            yield from _texts(body)
            yield from _texts(orelse)


def test_every_sentence_of_the_checks_has_its_korean() -> None:
    files = [*(VERIFY / "checks").glob("*.py"), *(VERIFY / "kinds").glob("*.py")]
    sentences = {text for path in files for text in _sentences(path) if _ENGLISH.search(text)}
    assert len(sentences) > 60
    assert sorted(text for text in sentences if korean(text) is None) == []
