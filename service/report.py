"""What came of a mistake, for people: plain text for a terminal, Markdown for a file. Both read the API's JSON."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generation.expression.errors import ExpressionError
from generation.expression.parser import parse
from generation.expression.render import latex
from service.certificate_text import sentence, title
from service.messages import Language

Json = Mapping[str, Any]
MARKS = {"passed": "✓", "failed": "✗", "undecided": "?", "not_applicable": "–"}
CIRCLED = "①②③④⑤⑥⑦⑧⑨"
_LABELS: dict[str, dict[Language, str]] = {
    "problem": {"ko": "문제", "en": "Problem"},
    "student": {"ko": "학생의 답", "en": "Student's answer"},
    "key": {"ko": "정답", "en": "Right answer"},
    "misconception": {"ko": "오개념", "en": "Misconception"},
    "unknown": {"ko": "알 수 없음", "en": "unknown"},
    "confidence": {"ko": "확신도", "en": "confidence"},
    "evidence": {"ko": "근거", "en": "Evidence"},
    "standard": {"ko": "성취기준", "en": "Standard"},
    "note": {"ko": "비슷한 오답", "en": "Similar note"},
    "similar": {"ko": "유사 문제", "en": "Similar problem"},
    "choices": {"ko": "보기", "en": "Choices"},
    "solution": {"ko": "풀이", "en": "Solution"},
    "answer": {"ko": "답", "en": "Answer"},
    "checks": {"ko": "검증", "en": "Checks"},
    "remark": {"ko": "알림", "en": "Note"},
    "none": {"ko": "해가 없다", "en": "no solution"},
    "all": {"ko": "해가 무수히 많다", "en": "every number"},
    "wrong": {"ko": "틀린 줄", "en": "wrong line"},
    "title": {"ko": "유제: 오답에서 검증된 유사 문제까지", "en": "Yuje: from mistakes to verified problems"},
}


@dataclass(frozen=True, slots=True)
class Answered:
    """A mistake as it was posted and the API's answer to it."""

    name: str
    posted: Json
    answer: Json

    @property
    def language(self) -> Language:
        """The language of the labels: the mistake's."""
        return "en" if self.answer["language"] == "en" else "ko"

    def label(self, name: str) -> str:
        """A label in that language."""
        return _LABELS[name][self.language]


@dataclass(frozen=True, slots=True)
class Paint:
    """Colour where it is wanted, nothing elsewhere."""

    on: bool

    @staticmethod
    def of_terminal() -> Paint:
        """Colour on a terminal, unless NO_COLOR is set."""
        return Paint(sys.stdout.isatty() and "NO_COLOR" not in os.environ)

    def __call__(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.on else text


BOLD, DIM, RED, GREEN, CYAN = "1", "2", "31", "32", "36"


def print_readable(name: str, made: Json) -> None:
    """Print what the command line made of a mistake; it searches no notes."""
    answer = {**made, "diagnosis": made, "grounding": {"standard": None, "notes": ()}}
    print("\n".join(terminal(Answered(name, made, answer), Paint.of_terminal())), flush=True)


def terminal(answered: Answered, paint: Paint) -> Iterator[str]:
    """Lines for a terminal; formulas as they are in the JSON."""
    answer, posted, label = answered.answer, answered.posted, answered.label
    yield paint(f"── {answered.name} " + "─" * 60, CYAN)
    yield f"{label('problem')}: {_one_line(posted['statement'])}"
    key = f"   ({label('key')} {_one_line(posted['correct_answer'])})" if posted.get("correct_answer") else ""
    yield f"{label('student')}: {paint(_one_line(posted['student_answer']), RED)}{key}"
    yield from _terminal_diagnosis(answered, paint)
    standard = answer["grounding"]["standard"]
    if standard:
        yield f"{label('standard')}: {standard['code']} {standard['text']}"
    for note in answer["grounding"]["notes"]:
        wrong = f"{_one_line(note['statement'])} → {_one_line(note['student_answer'])}"
        yield paint(f"{label('note')}: {wrong}  ({note['misconception'] or label('unknown')})", DIM)
    for number, item in enumerate(answer["problems"], start=1):
        yield from _terminal_item(answered, number, item, paint)
    if answer["note"]:
        yield f"{label('remark')}: {answer['note']}"
    yield ""


def _terminal_diagnosis(answered: Answered, paint: Paint) -> Iterator[str]:
    label = answered.label
    candidates = answered.answer["diagnosis"]["misconceptions"]
    if not candidates:
        yield f"{label('misconception')}: {label('unknown')}"
        return
    best = candidates[0]
    yield (
        f"{label('misconception')}: {paint(best['name'], BOLD)}  "
        f"[{best['id']}, {label('confidence')} {best['confidence']:.2f}]"
    )
    for line in best["evidence"]:
        mark = "✗" if line["wrong"] else " "
        text = f"  {mark} {line['math']}    {line['reason']}"
        yield paint(text, RED) if line["wrong"] else text
    yield from (
        paint(f"    · {other['name']} [{other['id']}, {other['confidence']:.2f}]", DIM) for other in candidates[1:]
    )


def _terminal_item(answered: Answered, number: int, item: Json, paint: Paint) -> Iterator[str]:
    problem, certificate, label = item["problem"], item["certificate"], answered.label
    verdict = certificate["verdict"]
    title, judged = paint(f"{label('similar')} {number}", BOLD), paint(f"[{verdict}]", GREEN)
    yield f"{title} {judged}  {_one_line(problem['statement'])}"
    if problem["choices"]:
        yield (
            "    "
            + f"{label('choices')}: "
            + "  ".join(
                f"{circle} {values_text(choice['value'], answered)}" + ("*" if choice.get("correct") else "")
                for circle, choice in zip(CIRCLED, problem["choices"], strict=False)
            )
        )
    yield from (
        f"    {number}. {step['text']}" + _shown(step["math"]) for number, step in enumerate(problem["solution"], 1)
    )
    unit = problem["answer"].get("unit")
    key = values_text(problem["answer"]["values"], answered)
    yield f"    {label('answer')}: {key}" + (f" {unit}" if unit else "")
    yield paint(f"    {label('checks')}: " + " · ".join(checks_text(certificate, answered.language)), DIM)


def _shown(math: str | None) -> str:
    return f"   {math}" if math else ""


def checks_text(certificate: Json, language: Language) -> list[str]:
    """Every check with its outcome as a mark."""
    return [f"{title(check['name'], language)} {MARKS[check['outcome']]}" for check in certificate["checks"]]


def values_text(values: Sequence[Any], answered: Answered) -> str:
    """An answer in one line."""
    if not values:
        return answered.label("none")
    if list(values) == ["all"]:
        return answered.label("all")
    return ", ".join(_value_text(value) for value in values)


def _value_text(value: Any) -> str:
    if isinstance(value, str):
        return value
    return ", ".join(f"{name}={part}" for name, part in value.items())


def markdown(answered: Sequence[Answered], title_language: Language = "ko") -> str:
    """The whole report; formulas as LaTeX between dollar signs."""
    lines = [f"# {_LABELS['title'][title_language]}", ""]
    for one in answered:
        lines += _markdown_mistake(one)
    return "\n".join(lines) + "\n"


def _markdown_mistake(one: Answered) -> list[str]:
    answer, posted, label = one.answer, one.posted, one.label
    lines = [f"## {one.name}", "", f"**{label('problem')}** {posted['statement']}", ""]
    lines += [f"**{label('student')}** `{_one_line(posted['student_answer'])}`", ""]
    candidates = answer["diagnosis"]["misconceptions"]
    if candidates:
        best = candidates[0]
        lines += [f"**{label('misconception')}** {best['name']} (`{best['id']}`, {best['confidence']:.2f})", ""]
        lines += [f"> {best['belief']}", ""]
        lines += [
            f"{number}. ${line['latex']}$: {line['reason']}" + (f" **← {label('wrong')}**" if line["wrong"] else "")
            for number, line in enumerate(best["evidence"], start=1)
        ]
        lines.append("")
    else:
        lines += [f"**{label('misconception')}** {label('unknown')}", ""]
    if standard := answer["grounding"]["standard"]:
        lines += [f"**{label('standard')}** {standard['code']} {standard['text']}", ""]
    for note in answer["grounding"]["notes"]:
        lines.append(f"- {label('note')}: {_one_line(note['statement'])} → `{_one_line(note['student_answer'])}`")
    lines.append("")
    for number, item in enumerate(answer["problems"], start=1):
        lines += _markdown_item(one, number, item)
    if answer["note"]:
        lines += [f"_{answer['note']}_", ""]
    return lines


def _markdown_item(one: Answered, number: int, item: Json) -> list[str]:
    problem, certificate, label = item["problem"], item["certificate"], one.label
    lines = [f"### {label('similar')} {number} ({certificate['verdict']})", "", problem["statement"], ""]
    for circle, choice in zip(CIRCLED, problem["choices"], strict=False):
        why = f" (`{choice['misconception']}`)" if choice.get("misconception") else ""
        right = f" **{label('answer')}**" if choice.get("correct") else ""
        lines.append(f"- {circle} {values_latex(choice['value'], one)}{right}{why}")
    lines += ["", f"**{label('solution')}**", ""]
    lines += [
        f"{step}. {line['text']}" + (f" {formula(line['math'])}" if line["math"] else "")
        for step, line in enumerate(problem["solution"], start=1)
    ]
    lines += ["", f"**{label('answer')}** {values_latex(problem['answer']['values'], one)}", ""]
    lines += [f"| | {label('checks')} |", "|---|---|"]
    lines += [
        f"| {MARKS[check['outcome']]} | {_cell(sentence(check, one.language))} |" for check in certificate["checks"]
    ]
    return [*lines, ""]


def values_latex(values: Sequence[Any], answered: Answered) -> str:
    """An answer with its formulas as LaTeX."""
    if not values or list(values) == ["all"]:
        return values_text(values, answered)
    parts = [
        formula(value) if isinstance(value, str) else ", ".join(formula(f"{n} = {v}") for n, v in value.items())
        for value in values
    ]
    return ", ".join(parts)


def formula(infix: str) -> str:
    """LaTeX between dollar signs; as code where the text is no formula of the parser's."""
    try:
        return f"${latex(parse(infix))}$"
    except ExpressionError:
        return f"`{infix}`"


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _cell(text: str) -> str:
    return _one_line(text).replace("|", "\\|")
