"""Certificates checked again: the verifier's work is done once more, and what it finds is compared with what stands.

A certificate is JSON that anybody can have edited, and so is the problem beside it. Nothing of it is believed: the
problem is verified afresh, and every entry has to come out as it stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generation.verify.certificate import SCHEMA, Certificate
from service.documents import Document, posed_of
from service.errors import DocumentError
from service.posed import Posed

TOLD = frozenset({"language", "message", "code"})
"""Entries that say the others in words."""


def replays(certificates: list[Document], problems: list[Document] | None) -> list[Posed]:
    """What is checked again: certificates with their problems beside them, or in a file of their own, in order.

    Raises DocumentError.
    """
    if problems is None:
        return [posed for document in certificates for posed in _with_problem(document)]
    if len(problems) != len(certificates):
        raise DocumentError(
            f"{len(certificates)} certificates and {len(problems)} problems; give one problem for each, in order"
        )
    pairs = zip(problems, certificates, strict=True)
    return [_beside(posed_of(problem), certificate) for problem, certificate in pairs]


def compared(posed: Posed, again: Certificate) -> dict[str, Any]:
    """A certificate beside the one made now: ``confirmed``, or ``differs`` with every entry that came out otherwise.

    Other versions of what checked are told and are no difference: what counts is what they find.
    """
    stands = posed.certificate or {}
    now = again.to_json()
    differences = list(_differences("", _without_words(stands), now))
    versions = [difference for difference in differences if difference["field"].startswith("versions")]
    findings = [difference for difference in differences if not difference["field"].startswith("versions")]
    return {
        "replay": "differs" if findings else "confirmed",
        "verdict": now["verdict"],
        "problem_sha256": now["problem_sha256"],
        "differences": findings,
        "other_versions": versions,
    }


def _with_problem(document: Document) -> Iterator[Posed]:
    """A document with a problem and its certificate, or what ``yuje generate`` and the API answer to a mistake."""
    value = document.value
    if isinstance(value, Mapping) and isinstance(value.get("problems"), list) and "certificate" not in value:
        for item in value["problems"]:
            yield _certified(posed_of(Document(item, document.file, document.line)), document)
        return
    if isinstance(value, Mapping) and value.get("schema") == SCHEMA:
        raise document.refuse(
            "this certificate has no problem beside it; give the problem's file too, as in "
            "yuje verify problem.json --replay certificate.json"
        )
    yield _certified(posed_of(document), document)


def _beside(posed: Posed, document: Document) -> Posed:
    value = document.value
    if isinstance(value, Mapping) and "certificate" in value and value.get("schema") != SCHEMA:
        value = value["certificate"]
    return _certified(Posed(posed.problem, posed.source, posed.bank, value), document)


def _certified(posed: Posed, document: Document) -> Posed:
    """The same where it has a certificate that can be compared. Raises DocumentError."""
    certificate = posed.certificate
    if not isinstance(certificate, Mapping):
        raise document.refuse("field certificate is missing; give the certificate to check again")
    if certificate.get("schema") != SCHEMA:
        raise document.refuse(f"field certificate.schema must be {SCHEMA!r}")
    compared = certificate.get("compared_with")
    if isinstance(compared, Mapping):
        for name, given in (("source", posed.source), ("bank", posed.bank)):
            if compared.get(f"{name}_sha256") is not None and not given:
                raise document.refuse(
                    f"this certificate compared the problem with a {name}; give it as field {name} beside the problem"
                )
    return posed


def _without_words(certificate: Mapping[str, Any]) -> dict[str, Any]:
    kept = {name: value for name, value in certificate.items() if name not in TOLD}
    if isinstance(checks := kept.get("checks"), list):
        kept["checks"] = [
            {name: value for name, value in check.items() if name not in TOLD} if isinstance(check, Mapping) else check
            for check in checks
        ]
    return kept


def _differences(field: str, stands: object, now: object) -> Iterator[dict[str, Any]]:
    """Every entry that is not the same, with the path that leads to it."""
    if isinstance(stands, Mapping) and isinstance(now, Mapping):
        for name in (*now, *(name for name in stands if name not in now)):
            at = f"{field}.{name}" if field else str(name)
            yield from _differences(at, stands.get(name), now.get(name))
    elif field == "checks" and isinstance(stands, list) and isinstance(now, list):
        yield from _differences(field, _by_name(stands), _by_name(now))
    elif type(stands) is not type(now) or stands != now:
        yield {"field": field, "stands": stands, "now": now}


def _by_name(checks: list[Any]) -> dict[str, Any]:
    """Checks by name, so that a check that is missing shifts no other; one that stands twice gets a number."""
    named: dict[str, Any] = {}
    for position, check in enumerate(checks):
        name = str(check.get("name")) if isinstance(check, Mapping) else "?"
        named[name if name not in named else f"{name}#{position}"] = check
    return named
