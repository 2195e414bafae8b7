"""Which language an answer is written in."""

from __future__ import annotations

from starlette.requests import Request

from service.messages import Language

_SPOKEN: tuple[Language, ...] = ("ko", "en")


def preferred(accept_language: str) -> Language | None:
    """The most wanted of Korean and English in an Accept-Language header, or ``None``.

    >>> preferred("de, ko;q=0.4, en-GB;q=0.7")
    'en'
    """
    best: tuple[float, Language] | None = None
    for part in accept_language[:500].split(","):
        tag, _, parameters = part.strip().partition(";")
        language = tag.strip().lower().partition("-")[0]
        weight = _weight(parameters)
        for spoken in _SPOKEN:
            if language == spoken and weight > 0 and (best is None or weight > best[0]):
                best = (weight, spoken)
    return best[1] if best else None


def language_for(request: Request) -> Language:
    """The header's language; English without one, as for a program."""
    return preferred(request.headers.get("accept-language", "")) or "en"


def _weight(parameters: str) -> float:
    name, _, value = parameters.strip().partition("=")
    if name.strip() != "q":
        return 1.0
    try:
        return float(value)
    except ValueError:
        return 0.0
