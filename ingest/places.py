"""Where sources are: folders, globs and single files on disk, and everything else by URL through fsspec."""

from __future__ import annotations

import glob
import os
import time
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ingest.errors import SourceAway, UnreadableSource
from ingest.readers.kinds import is_taken

MAX_FILE_BYTES = 256 * 1024 * 1024
"""Some 300,000 notes; a larger file is split by who sends it."""
_TRIES, _PAUSE_S = 4, 0.25
"""A file that is being saved is complete a moment later."""


@dataclass(frozen=True, slots=True)
class Place:
    """A file of a source. ``name`` is its path below the source, the same on every machine."""

    name: str
    path: str
    url: str | None = None
    """The source's URL where the file is not on disk."""


class ChangedWhileReadError(Exception):
    """The file was written to while it was read, again and again; the next run takes it."""


def places_of(source: str) -> list[Place]:
    """The files of a source, by name. Raises SourceAway where it cannot be listed or is not there."""
    if "://" in source and not source.startswith("file://"):
        return _remote(source)
    return _local(source.removeprefix("file://"))


def snapshot(place: Place) -> bytes:
    """A file's bytes as they were at one moment.

    Raises ChangedWhileReadError, UnreadableSource for one that is too large, SourceAway where its source went away.
    """
    for attempt in range(_TRIES):
        if attempt:
            time.sleep(_PAUSE_S)
        data = _read_local(place.path) if place.url is None else _read_remote(place)
        if data is not None:
            return data
    raise ChangedWhileReadError(place.name)


def _local(source: str) -> list[Place]:
    path = Path(source).expanduser()
    try:
        if path.is_dir():
            return [_place(one, path) for one in _walk(path)]
        if path.is_file():
            return [Place(_name(path.name), str(path))]
    except OSError as error:
        raise SourceAway(f"{source}: {type(error).__name__}") from error
    if glob.has_magic(source):
        root = _root(source)
        if not root.is_dir():
            raise SourceAway(f"{source}: the folder {root} is not there")
        found = glob.iglob(str(path), recursive=True)
        return [_place(Path(one), root) for one in sorted(found) if is_taken(one) and Path(one).is_file()]
    raise SourceAway(f"{source}: is not there; is the disk mounted?")


def _walk(folder: Path) -> Iterator[Path]:
    def give_up(error: OSError) -> None:
        raise error

    for parent, folders, files in os.walk(folder, onerror=give_up):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(parent) / name for name in sorted(files) if is_taken(name))


def _root(pattern: str) -> Path:
    """The folder of a glob above its first wildcard."""
    parts = Path(pattern).expanduser().parts
    plain = next(index for index, part in enumerate(parts) if glob.has_magic(part))
    return Path(*parts[:plain]) if plain else Path()


def _place(path: Path, root: Path) -> Place:
    return Place(_name(path.relative_to(root).as_posix()), str(path))


def _name(name: str) -> str:
    """A Mac writes Hangul taken apart."""
    return unicodedata.normalize("NFC", name)


def _read_local(path: str) -> bytes | None:
    """``None`` where it changed meanwhile."""
    try:
        with open(path, "rb") as file:
            before = os.fstat(file.fileno())
            if before.st_size > MAX_FILE_BYTES:
                raise UnreadableSource(f"is larger than {MAX_FILE_BYTES >> 20} MiB; split it")
            data = file.read(MAX_FILE_BYTES + 1)
            after, named = os.fstat(file.fileno()), os.stat(path)
    except FileNotFoundError:
        return None  # replaced by a rename just now, or gone: the next try or the next run tells
    except OSError as error:
        raise SourceAway(f"{Path(path).name}: {type(error).__name__}") from error
    same = (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns) and len(data) == after.st_size
    return data if same and (named.st_ino, named.st_dev) == (after.st_ino, after.st_dev) else None


def _filesystem(url: str) -> tuple[Any, str]:
    import fsspec  # slow, and only for what is not on disk

    try:
        found: tuple[Any, str] = fsspec.core.url_to_fs(url)
    except ImportError as error:
        extra = "pip install 'yuje[s3]'" if url.startswith(("s3:", "s3a:")) else "install its fsspec package"
        raise SourceAway(f"{url.partition('://')[0]}:// needs a library: {extra}") from error
    except ValueError as error:
        raise SourceAway(f"{url.partition('://')[0]}:// is no kind of place that is known") from error
    return found


def _remote(url: str) -> list[Place]:
    files, root = _filesystem(url)
    try:
        if glob.has_magic(root):
            found = files.glob(root)
            root = root[: min(root.index(mark) for mark in "*?[" if mark in root)].rpartition("/")[0]
        elif files.isfile(root):
            found, root = [root], root.rpartition("/")[0]
        else:
            files.invalidate_cache()
            found = files.find(root)
            if not found and not files.exists(root):
                raise SourceAway(f"{url}: is not there")
    except SourceAway:
        raise
    except Exception as error:  # each kind of place raises its own errors
        raise SourceAway(f"{url}: {type(error).__name__}") from error
    prefix = root.rstrip("/") + "/"
    return [Place(_name(one.removeprefix(prefix)), one, url) for one in sorted(found) if is_taken(one)]


def _read_remote(place: Place) -> bytes | None:
    files, _ = _filesystem(place.url or "")
    try:
        before = files.info(place.path)
        if (before.get("size") or 0) > MAX_FILE_BYTES:
            raise UnreadableSource(f"is larger than {MAX_FILE_BYTES >> 20} MiB; split it")
        data: bytes = files.cat_file(place.path)
        files.invalidate_cache()
        after = files.info(place.path)
    except UnreadableSource:
        raise
    except FileNotFoundError:
        return None
    except Exception as error:  # as above
        raise SourceAway(f"{place.name}: {type(error).__name__}") from error
    keys = ("size", "ETag", "etag", "LastModified", "created", "mtime")
    return data if all(before.get(key) == after.get(key) for key in keys) else None
