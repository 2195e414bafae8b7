"""`yuje ingest`: the curriculum and notes into the index, and what came of it in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from ingest.errors import IngestError
from ingest.load import LoadReport, load_curriculum, load_notes
from retrieval.errors import RetrievalError
from service.bootstrap import open_index
from service.database.connection import tenant_id_of
from service.errors import DocumentError, ServiceError
from service.settings import Settings


def ingest(settings: Settings, tenant: str | None, files: Sequence[str]) -> Iterator[str]:
    """Load, giving a line for each source. Raises ServiceError where the index or a file cannot be read."""
    if files and not tenant:
        raise DocumentError("notes belong to an academy: give --tenant NAME")
    try:
        with open_index(settings) as index:
            yield _line("curriculum", load_curriculum(index))
            for name in files:
                report = load_notes(index, str(tenant_id_of(tenant or "")), Path(name))
                yield _line(name, report)
                yield from (
                    f"  {name}, line {rejection.line}"
                    + (f", field {rejection.field}" if rejection.field else "")
                    + f": {rejection.reason}"
                    for rejection in report.rejected
                )
    except IngestError as error:
        raise DocumentError(str(error)) from error
    except RetrievalError as error:
        raise ServiceError(
            f"the index in {settings.index_uri} cannot be used: {error}; is yuje serve running?"
        ) from error


def _line(name: str, report: LoadReport) -> str:
    return (
        f"{name}: {report.read} read, {report.added} added, {report.changed} changed, "
        f"{report.unchanged} unchanged, {len(report.rejected)} rejected"
    )
