"""The API behind uvicorn."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn
from fastapi import FastAPI

from service.api.application import create_app
from service.errors import ServiceError
from service.logs import configure_logging
from service.settings import Settings

START_TIMEOUT_S = 120.0
STOP_TIMEOUT_S = 30.0


def serve(settings: Settings, host: str | None, port: int | None) -> None:
    """Serve until interrupted; log lines are JSON on stderr."""
    configure_logging(settings.log_level)
    app = create_app(settings)
    uvicorn.run(
        app,
        host=host or settings.host,
        port=port or settings.port,
        log_config=None,  # its lines go through our formatter
        access_log=False,  # the request log has them, without the texts of addresses
        ws="none",
        server_header=False,
    )


@contextmanager
def listening(app: FastAPI) -> Iterator[str]:
    """The application on a free port of the loopback, in a thread of its own; gives its address.

    Raises ServiceError where it does not start.
    """
    listener = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(app, log_config=None, access_log=False, ws="none"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, name="yuje-api")
    thread.start()
    try:
        deadline = time.monotonic() + START_TIMEOUT_S
        while not server.started:
            if not thread.is_alive() or time.monotonic() > deadline:
                raise ServiceError("the API did not start")
            time.sleep(0.01)
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(STOP_TIMEOUT_S)
        listener.close()
