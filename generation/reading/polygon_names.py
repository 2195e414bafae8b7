"""Names of polygons and of the solids over them: 육각형 is a polygon with 6 sides."""

from __future__ import annotations

import re

_DIGITS = "일이삼사오육칠팔구"
_NAMED = re.compile(rf"(?<![가-힣])(정)?(?:([{_DIGITS[1:]}])?(십)([{_DIGITS}])?|([{_DIGITS[2:]}]))(?=각(?:형|기둥|뿔))")


def with_digits(statement: str) -> str | None:
    """The statement with the numbers in names of polygons as digits; None where there are none.

    >>> with_digits("정십이각형의 한 내각의 크기를 구하시오.")
    '정12각형의 한 내각의 크기를 구하시오.'
    """
    found = _NAMED.sub(_number, statement)
    return None if found == statement else found


def _number(match: re.Match[str]) -> str:
    regular, tens, ten, ones, alone = match.groups()
    digit = {sign: place + 1 for place, sign in enumerate(_DIGITS)}
    value = digit[alone] if alone else (digit.get(tens or "일", 1)) * 10 * bool(ten) + (digit[ones] if ones else 0)
    return f"{regular or ''}{value}"
