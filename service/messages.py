"""Text for users, in Korean and English; the service's only place for it besides the demo and the reports."""

from __future__ import annotations

from typing import Literal

Language = Literal["ko", "en"]

MESSAGES: dict[str, dict[Language, str]] = {
    # Notes of an answer
    "answer_unread": {
        "ko": "학생의 답을 식으로 읽지 못해 오개념을 진단하지 못했습니다. 오답은 그대로 기록했습니다.",
        "en": "The student's answer could not be read as mathematics, so nothing was diagnosed. It was kept as it is.",
    },
    "answer_right": {
        "ko": "학생의 답이 맞습니다.",
        "en": "The student's answer is right.",
    },
    "answer_unfinished": {
        "ko": "값은 맞지만, 단위나 꼴이 문제에서 요구한 것과 다르거나 계산이 남아 있습니다.",
        "en": "The value is right, but its unit or form is not the one asked for, or something is left to work out.",
    },
    "unknown_misconception": {
        "ko": "알려진 오개념으로 이 오답이 설명되지 않습니다.",
        "en": "No known misconception explains this answer.",
    },
    "same_type": {"ko": "같은 유형의 문제를 드립니다.", "en": "These are problems of the same type."},
    "without_target": {
        "ko": "그중 {others}개는 같은 유형이지만 이 오개념이 드러나지 않는 문제입니다.",
        "en": "{others} of them are of the same type but do not show this misconception.",
    },
    "statement_unread": {
        "ko": "문제가 무엇을 묻는지 읽지 못해 유사 문제를 만들지 못했습니다. 한 가지만 묻고 식은 $ 사이에 적어 주세요.",
        "en": "What the problem asks could not be read, so no problems were made. "
        "Ask for one thing only and write formulas between $ signs.",
    },
    "no_problem_type": {
        "ko": "이 구조의 문제 유형이 아직 없어 유사 문제를 만들지 못했습니다.",
        "en": "There is no problem type of this structure yet, so no similar problems were made.",
    },
    "too_few_verified": {
        "ko": "요청한 {wanted}개 중 {given}개만 검증을 통과했습니다. 검증되지 않은 문제는 드리지 않습니다.",
        "en": "Only {given} of the {wanted} problems passed verification. Unverified problems are never given.",
    },
    # Certificates checked again
    "replay.confirmed": {
        "ko": "다시 검증한 결과가 검증서와 모두 같습니다.",
        "en": "Verified again: everything is as the certificate says.",
    },
    "replay.differs": {
        "ko": "검증서와 다른 곳이 있습니다. 이 검증서를 믿지 마십시오. differences를 보십시오.",
        "en": "Something is not as the certificate says; do not rely on it. See differences.",
    },
    # Titles of errors
    "title.invalid-json": {"ko": "JSON이 아닙니다", "en": "The body is not JSON"},
    "title.invalid-input": {"ko": "입력을 고쳐 주십시오", "en": "The input needs correction"},
    "title.unauthenticated": {"ko": "API 키가 필요합니다", "en": "An API key is needed"},
    "title.forbidden": {"ko": "쓸 수 없는 키입니다", "en": "This key may not be used"},
    "title.not-found": {"ko": "없습니다", "en": "Not found"},
    "title.method-not-allowed": {"ko": "쓸 수 없는 메서드입니다", "en": "Method not allowed"},
    "title.too-large": {"ko": "본문이 너무 큽니다", "en": "The body is too large"},
    "title.unsupported-media-type": {"ko": "본문은 JSON이어야 합니다", "en": "The body must be JSON"},
    "title.too-many": {"ko": "요청이 너무 많습니다", "en": "Too many requests"},
    "title.unavailable": {"ko": "지금은 쓸 수 없습니다", "en": "Unavailable for now"},
    "title.not-ready": {"ko": "준비되지 않은 부분이 있습니다", "en": "A part is not ready"},
    "title.internal": {"ko": "서버 오류", "en": "Internal error"},
    "title.bad-request": {"ko": "잘못된 요청입니다", "en": "Bad request"},
    # Details of errors
    "key_missing": {
        "ko": "머리글 Authorization: Bearer yuje_… 에 API 키를 보내십시오.",
        "en": "Send your API key in the header Authorization: Bearer yuje_…",
    },
    "key_unknown": {
        "ko": "모르는 API 키입니다. 키를 확인하거나 새로 발급하십시오(yuje tenant create).",
        "en": "This API key is not known. Check it, or have a new one made (yuje tenant create).",
    },
    "key_revoked": {"ko": "폐지된 키입니다. 새 키를 발급하십시오.", "en": "This key was revoked. Have a new one made."},
    "problem_not_found": {"ko": "이 id의 문제가 없습니다.", "en": "There is no problem with this id."},
    "no_such_page": {
        "ko": "이 주소에는 아무것도 없습니다. /docs를 보십시오.",
        "en": "There is nothing here. See /docs.",
    },
    "method_not_allowed": {"ko": "여기서는 {allowed}만 됩니다.", "en": "Only {allowed} works here."},
    "too_large": {
        "ko": "본문은 {limit}바이트까지입니다. 오답 하나씩 보내십시오.",
        "en": "A body may have {limit} bytes. Send one mistake at a time.",
    },
    "too_large_batch": {
        "ko": "본문은 {limit}바이트까지입니다. 한 번에 더 적은 문제를 보내십시오.",
        "en": "A body may have {limit} bytes. Send fewer problems at a time.",
    },
    "too_many_under_way": {
        "ko": "한 학원의 문제는 한 번에 {limit}개까지 검증합니다. 잠시 뒤 다시 보내십시오.",
        "en": "At most {limit} problems of one academy are verified at a time. Send again in a moment.",
    },
    "not_json_type": {
        "ko": "머리글 Content-Type: application/json 이 필요합니다.",
        "en": "The header Content-Type: application/json is needed.",
    },
    "not_utf8": {"ko": "본문이 UTF-8이 아닙니다.", "en": "The body is not UTF-8."},
    "invalid_json": {
        "ko": "{line}행 {column}열에서 JSON이 깨집니다: {reason}",
        "en": "The JSON breaks at line {line}, column {column}: {reason}",
    },
    "json_too_deep": {"ko": "JSON이 너무 깊습니다.", "en": "The JSON is nested too deeply."},
    "fix_fields": {"ko": "errors에 적힌 항목을 고쳐 다시 보내십시오.", "en": "Correct the fields named in errors."},
    "database_unavailable": {
        "ko": "데이터베이스가 응답하지 않습니다. 잠시 뒤 다시 보내십시오. 아무것도 저장되지 않았습니다.",
        "en": "The database does not answer. Try again in a moment; nothing was stored.",
    },
    "internal": {
        "ko": "처리하지 못했습니다. 아무것도 저장되지 않았습니다. 요청 번호 {request_id}를 알려 주십시오.",
        "en": "This could not be handled; nothing was stored. Please report request {request_id}.",
    },
    "index_unavailable": {
        "ko": "검색 인덱스를 지금 쓸 수 없습니다. /readyz를 보고 잠시 뒤 다시 보내십시오.",
        "en": "The index cannot be searched now. See /readyz, and send it again in a while.",
    },
    "not_ready": {"ko": "parts를 보십시오.", "en": "See parts."},
    # Fields: what is wrong, and what would be right
    "missing": {"ko": "빠졌습니다", "en": "is missing"},
    "missing.remedy": {"ko": "이 항목을 넣으십시오.", "en": "Add this field."},
    "unknown_field": {"ko": "모르는 항목입니다", "en": "is not a known field"},
    "unknown_field.remedy": {"ko": "빼십시오. 쓸 수 있는 항목: {known}", "en": "Remove it. Known fields: {known}"},
    "wrong_type": {"ko": "형이 다릅니다", "en": "has the wrong type"},
    "wrong_type.remedy": {"ko": "{expected}을(를) 넣으십시오.", "en": "Give {expected}."},
    "too_short": {"ko": "비어 있습니다", "en": "is empty"},
    "too_short.remedy": {"ko": "내용을 넣으십시오.", "en": "Give some text."},
    "too_long": {"ko": "너무 깁니다", "en": "is too long"},
    "too_long.remedy": {"ko": "{limit}자까지 됩니다.", "en": "At most {limit} characters are taken."},
    "too_many": {"ko": "{count}개입니다", "en": "has {count} entries"},
    "too_many.remedy": {
        "ko": "{limit}개까지 됩니다. 나누어 보내십시오.",
        "en": "At most {limit} are taken; send them in parts.",
    },
    "no_items": {"ko": "비어 있습니다", "en": "is empty"},
    "no_items.remedy": {"ko": "문제를 하나 이상 넣으십시오.", "en": "Give at least one problem."},
    "wrong_schema": {"ko": "모르는 형식입니다", "en": "is a format that is not known"},
    "wrong_schema.remedy": {
        "ko": "{expected}을(를) 쓰거나 이 항목을 빼십시오.",
        "en": "Use {expected}, or leave the field out.",
    },
    "no_fingerprint": {"ko": "지문(fingerprint)이 아닙니다", "en": "is no fingerprint"},
    "no_fingerprint.remedy": {
        "ko": "검증서의 fingerprint, 곧 0-9와 a-f 64자를 넣으십시오.",
        "en": "Give the fingerprint of a certificate: 64 digits 0-9 and a-f.",
    },
    "not_allowed_value": {"ko": "쓸 수 없는 값입니다", "en": "has a value that is not known"},
    "not_allowed_value.remedy": {"ko": "{expected} 중에서 고르십시오.", "en": "Choose from {expected}."},
    "out_of_range": {"ko": "범위를 벗어났습니다", "en": "is out of range"},
    "out_of_range.remedy": {"ko": "{expected}", "en": "{expected}"},
    "no_text": {
        "ko": "{position}번째 글자({character})는 글이 아닙니다",
        "en": "has a character that is no text ({character} at character {position})",
    },
    "no_text.remedy": {"ko": "그 글자를 빼십시오.", "en": "Remove it."},
    "invisible": {
        "ko": "{position}번째에 보이지 않는 글자({character})가 있습니다",
        "en": "has an invisible character ({character} at character {position})",
    },
    "invisible.remedy": {
        "ko": "그 글자를 빼십시오. 식이 다르게 읽힐 수 있습니다.",
        "en": "Remove it: it could make a formula read differently.",
    },
    "no_mathematics": {"ko": "식이 없습니다", "en": "has no mathematics"},
    "no_mathematics.remedy": {
        "ko": "2x + 3 = 7 처럼 쓰거나 $…$ 사이에 LaTeX로 쓰십시오.",
        "en": "Write a formula such as 2x + 3 = 7, or LaTeX between $ signs.",
    },
    "unreadable_formula": {
        "ko": "{position}번째 글자에서 식을 읽지 못했습니다: {reason}",
        "en": "has a formula that cannot be read at character {position}: {reason}",
    },
    "unreadable_formula.remedy": {
        "ko": "학교 수학의 식이나 LaTeX(\\frac, \\sqrt, \\times, \\div, \\le, \\ge …)만 됩니다.",
        "en": "School formulas and their LaTeX (\\frac, \\sqrt, \\times, \\div, \\le, \\ge …) are read.",
    },
    "unknown_standard": {"ko": "없는 성취기준입니다", "en": "is no achievement standard"},
    "unknown_standard.remedy": {
        "ko": "[9수02-20]처럼 2022 개정 성취기준 코드를 쓰십시오.{near}",
        "en": "Use a code of the 2022 curriculum such as [9수02-20].{near}",
    },
    "near_codes": {"ko": " 비슷한 코드: {codes}", "en": " Near it: {codes}"},
    "not_pseudonym": {"ko": "가명이 아닙니다", "en": "is not a pseudonym"},
    "not_pseudonym.remedy": {
        "ko": "s-1042처럼 영문자, 숫자, . _ : - 로 된 64자까지의 가명을 쓰십시오. 학생 이름은 보내지 마십시오.",
        "en": "Use a pseudonym of letters, digits and . _ : - such as s-1042, at most 64 characters; never a name.",
    },
}


def message(key: str, language: Language, **values: object) -> str:
    """A text with its places filled. Raises KeyError for an unknown key or a place without a value."""
    return MESSAGES[key][language].format(**values)
