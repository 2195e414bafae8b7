"""One reader for each kind of file: bytes in, rows out.

A reader is a module with ``read(data: bytes, columns: Columns) -> Iterator[Row | BadRow]``; it raises
:class:`ingest.errors.UnreadableSource` for a file that is wholly wrong. `ingest.readers.kinds` names them by suffix.
"""
