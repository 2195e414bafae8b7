"""Settings from the environment. Entry points read them once; nothing below looks at the environment."""

from __future__ import annotations

import difflib
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from service.errors import SettingsError

PREFIX = "YUJE_"
_LEVELS = ("debug", "info", "warning", "error")


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that can be set; the variable of ``verify_timeout_s`` is ``YUJE_VERIFY_TIMEOUT_S``."""

    data: Path = Path(".yuje")
    """Folder of the embedded state: PostgreSQL, Milvus Lite, the demo's key and report."""
    database_url: str | None = None
    """A PostgreSQL of one's own; without it the embedded one in ``data`` is started."""
    milvus_uri: str | None = None
    """A Milvus of one's own, or a path ending in .db for Milvus Lite; without it ``data``/milvus.db."""
    embedding: str | None = None
    """A sentence-transformers model, by name (`BAAI/bge-m3`) or folder, in place of the one that ships."""
    host: str = "127.0.0.1"
    port: int = 8321
    log_level: str = "info"
    verify_timeout_s: float = 1.0
    """Processor time for one problem before its worker is killed; school items take milliseconds."""

    compute_timeout_s: float = 10.0
    """Time for one diagnosis or one call of the engine; the slowest sample takes 2 s."""

    ingest_workers: int = 2
    """Processes (or actors of Ray) that clean, check and embed in a large run of ingestion."""
    ray_address: str | None = None
    """A Ray cluster for large runs of ingestion, or ``local``; needs the extra ``ray``."""

    @property
    def index_uri(self) -> str:
        """Where the index is."""
        return self.milvus_uri or str(self.data / "milvus.db")


def read_settings(environment: Mapping[str, str]) -> Settings:
    """The settings of an environment. Raises SettingsError for an unknown ``YUJE_*`` variable or a bad value."""
    readers: dict[str, Callable[[str], Any]] = {
        "data": _folder,
        "database_url": _database_url,
        "milvus_uri": _milvus_uri,
        "embedding": _text,
        "host": _text,
        "port": _port,
        "log_level": _level,
        "verify_timeout_s": _seconds,
        "compute_timeout_s": _seconds,
        "ingest_workers": _workers,
        "ray_address": _text,
    }
    variables = {PREFIX + field.name.upper(): field.name for field in fields(Settings)}
    values: dict[str, Any] = {}
    for variable, value in environment.items():
        if not variable.startswith(PREFIX):
            continue
        if (name := variables.get(variable)) is None:
            raise SettingsError(_unknown(variable, list(variables)))
        try:
            values[name] = readers[name](value)
        except ValueError as error:
            # The value is not repeated: it may hold a password.
            raise SettingsError(f"{variable} {error}") from None
    return Settings(**values)


def _unknown(variable: str, known: list[str]) -> str:
    near = difflib.get_close_matches(variable, known, n=1)
    meant = f"did you mean {near[0]}?" if near else f"known are {', '.join(known)}"
    return f"{variable} is not a setting; {meant}"


def _text(value: str) -> str:
    if not value.strip():
        raise ValueError("is empty; leave it out for the default")
    return value.strip()


def _folder(value: str) -> Path:
    path = Path(_text(value)).expanduser()
    if path.exists() and not path.is_dir():
        raise ValueError("must be a folder, and is a file")
    return path


def _database_url(value: str) -> str:
    url = _text(value)
    if not url.startswith(("postgresql://", "postgres://", "postgresql+psycopg://")):
        raise ValueError("must look like postgresql://user:password@host:5432/name")
    return url.replace("postgres://", "postgresql://", 1)


def _milvus_uri(value: str) -> str:
    uri = _text(value)
    if not uri.startswith(("http://", "https://", "tcp://", "unix:")) and not uri.endswith(".db"):
        raise ValueError("must be an address such as http://host:19530, or a path that ends in .db")
    return uri


def _port(value: str) -> int:
    if not value.isascii() or not value.isdigit() or not 1 <= int(value) <= 65_535:
        raise ValueError("must be a port from 1 to 65535")
    return int(value)


def _workers(value: str) -> int:
    if not value.isascii() or not value.isdigit() or not 1 <= int(value) <= 64:
        raise ValueError("must be a number of processes from 1 to 64")
    return int(value)


def _level(value: str) -> str:
    if value.lower() not in _LEVELS:
        raise ValueError(f"must be one of {', '.join(_LEVELS)}")
    return value.lower()


def _seconds(value: str) -> float:
    try:
        seconds = float(value)
    except ValueError:
        seconds = math.nan
    if not 0.1 <= seconds <= 600:
        raise ValueError("must be seconds from 0.1 to 600")
    return seconds
