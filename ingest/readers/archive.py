"""What XLSX, DOCX and HWPX have in common: a ZIP of XML. Bounded before a library opens it."""

from __future__ import annotations

import io
import zipfile

from ingest.errors import UnreadableSource

MAX_PARTS = 10_000
MAX_BYTES = 512 * 1024 * 1024
"""Of all parts together, unpacked: a workbook of 300,000 rows has some 200 MB."""
_HEAD = 4096


def check_archive(data: bytes, kind: str) -> None:
    """Raise UnreadableSource for what is no ZIP, unpacks to too much, or declares entities in its XML."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_BYTES:
                raise UnreadableSource(f"unpacks to more than {MAX_PARTS} parts or {MAX_BYTES >> 20} MiB; split it")
            for part in parts:
                if part.filename.endswith((".xml", ".rels", ".hpf")):
                    with archive.open(part) as opened:
                        # Office files have none; entities that grow are the one thing that has.
                        if b"<!DOCTYPE" in opened.read(_HEAD):
                            raise UnreadableSource(f"is no plain {kind}: {part.filename[:60]} has a DOCTYPE")
    except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise UnreadableSource(f"is no {kind}, or damaged; open it where it was made and save it again") from error
