"""What a certificate says, in the reader's language: a sentence for the verdict and one for each check.

The verifier writes `detail` in English, the same for everybody, so that certificates can be compared. `findings.tsv`
has each of its sentences with a code for programs and the Korean for people. What is not in it is told by the check's
outcome alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from service.messages import Language

FINDINGS = Path(__file__).with_name("findings.tsv")
TITLES: dict[str, tuple[str, str]] = {
    "parse": ("식 읽기", "Reading"),
    "statement": ("문장과 모델", "Statement against model"),
    "answer": ("정답", "Answer"),
    "unique": ("빠짐없는 답", "Completeness"),
    "domain": ("범위", "Domain"),
    "form": ("답의 꼴", "Form"),
    "unit": ("단위", "Unit"),
    "solution": ("풀이", "Worked solution"),
    "choices": ("보기", "Choices"),
    "targets": ("겨냥한 오개념", "Targeted misconception"),
    "level": ("배운 범위", "Level"),
    "novelty": ("새로움", "Novelty"),
    "worker": ("검증 과정", "Verification"),
}
OUTCOMES: dict[str, tuple[str, str]] = {
    "passed": ("통과", "passed"),
    "failed": ("오류", "failed"),
    "undecided": ("판단하지 못함", "undecided"),
    "not_applicable": ("해당 없음", "not applicable"),
}
VERDICTS: dict[str, tuple[str, str]] = {
    "proved": (
        "증명됨: 문장이 모델을 정하고, 모델에서 답이 나옵니다.",
        "Proved: the statement determines the model, and the answer follows from it.",
    ),
    "corroborated": (
        "뒷받침됨: 모델에서 답이 나옵니다. 문장의 낱말은 교사가 확인해야 합니다.",
        "Corroborated: the answer follows from the model; a teacher has to confirm the words.",
    ),
    "undecided": (
        "판단하지 못함: 마치지 못한 검사가 있습니다. 맞다는 뜻도 틀리다는 뜻도 아닙니다.",
        "Undecided: a check could not be carried out; this says neither right nor wrong.",
    ),
    "refuted": ("반증됨: 틀린 곳이 있습니다.", "Refuted: something in it is wrong."),
}
WORDS = {
    "real": "실수", "integer": "정수", "natural": "자연수", "rational": "유리수", "complex": "복소수",
    "positive": "양수", "nonnegative": "0 이상의 수", "nonnegative integer": "음이 아닌 정수",
    "none": "없음", "all": "모든 수", "true": "참", "false": "거짓",
    "solve": "해", "value": "값", "form": "식의 꼴", "extremum": "최댓값·최솟값", "count": "개수",
    "probability": "확률", "truth": "참·거짓", "the number of solutions": "해의 개수", "the probability": "확률",
    "expanded": "전개한 식", "factored": "인수분해한 식", "simplified": "간단히 한 식", "lowest_terms": "기약분수",
    "rationalized": "분모의 유리화", "vertex": "표준형", "prime_factored": "소인수분해",
    "largest": "최댓값", "smallest": "최솟값",
    "greatest": "최댓값", "least": "최솟값", "max": "최댓값", "min": "최솟값",
    "division by zero": "0으로 나눔",
}  # fmt: skip
"""What stands in the places of findings, where it is a word."""
_PLACE = re.compile(r"\{\}")


@dataclass(frozen=True, slots=True)
class Finding:
    """A row of `findings.tsv`."""

    code: str
    pattern: re.Pattern[str]
    korean: str


def told(certificate: Mapping[str, Any], language: Language) -> dict[str, Any]:
    """A certificate's JSON with ``language``, ``message`` and for each check ``code`` and ``message``."""
    checks = [
        {**check, "code": code_of(check), "message": sentence(check, language)} for check in certificate["checks"]
    ]
    verdict = VERDICTS[certificate["verdict"]][language == "en"]
    return {**certificate, "checks": checks, "language": language, "message": verdict}


def sentence(check: Mapping[str, Any], language: Language) -> str:
    """One check in a sentence."""
    is_english = language == "en"
    headline = f"{title(check['name'], language)}: {OUTCOMES[check['outcome']][is_english]}"
    found = check["detail"] if is_english else korean(check["detail"])
    return f"{headline}. {found[0].upper()}{found[1:]}." if found else f"{headline}."


def title(name: str, language: Language) -> str:
    """What a check is called."""
    return TITLES.get(name, (name, name))[language == "en"]


def code_of(check: Mapping[str, Any]) -> str:
    """What was found, for programs: ``unique.lost``, or check and outcome where the sentence is not listed."""
    found = _found(check["detail"])
    return found[0].code if found else f"{check['name']}.{check['outcome']}"


@lru_cache(maxsize=4096)
def korean(detail: str) -> str | None:
    """The verifier's sentence in Korean; ``None`` where it is not listed."""
    if detail in WORDS:
        return WORDS[detail]
    found = _found(detail)
    if found is None:
        return None
    finding, values = found
    return finding.korean.format(*(korean(value) or value.replace(" or ", " 또는 ") for value in values))


@lru_cache(maxsize=4096)
def _found(detail: str) -> tuple[Finding, tuple[str, ...]] | None:
    for finding in findings():
        if (match := finding.pattern.fullmatch(detail)) is not None:
            return finding, match.groups()
    return None


@cache
def findings() -> tuple[Finding, ...]:
    """All rows; those with the most words of their own first, as they say most."""
    rows = [line.split("\t") for line in FINDINGS.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    rows.sort(key=lambda row: (row[1].count("{}") > 0, -len(_PLACE.sub("", row[1]))))
    return tuple(Finding(code, _pattern(english), korean) for code, english, korean in rows)


def _pattern(english: str) -> re.Pattern[str]:
    return re.compile("(.+?)".join(map(re.escape, _PLACE.split(english))), re.DOTALL)
