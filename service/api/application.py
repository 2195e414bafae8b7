"""The application: routes, errors and what they work with."""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractContextManager, asynccontextmanager
from importlib.metadata import PackageNotFoundError, version

from fastapi import FastAPI
from starlette.concurrency import run_in_threadpool

from service.api import documentation, health, ingestion, mistakes, search, verification
from service.api.lingering import LingeringClose
from service.api.problem_details import handle_errors
from service.api.request_log import RequestLog
from service.bootstrap import Services, open_services
from service.settings import Settings

Opened = Callable[[Settings], AbstractContextManager[Services]]


def create_app(settings: Settings, opened: Opened = open_services) -> FastAPI:
    """The application; what it works with is opened at its start and closed at its end.

    ``opened`` gives the parts: another composition for tests, or parts that are open already.
    """

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        parts = opened(settings)
        app.state.services = await run_in_threadpool(parts.__enter__)
        try:
            yield
        finally:
            await run_in_threadpool(parts.__exit__, None, None, None)

    app = FastAPI(
        title="Yuje",
        description="Similar mathematics problems from a student's mistake, each one proved right.",
        version=installed_version(),
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        lifespan=lifespan,
        # Its log records carry the messages of exceptions, and those may quote a student.
        telemetry={"tracing": False, "metrics": False, "logs": False, "auto_configure": False},
    )
    app.state.under_way = Counter[str]()
    app.include_router(mistakes.router)
    app.include_router(verification.router)
    app.include_router(search.router)
    app.include_router(ingestion.router)
    app.include_router(health.router)
    app.include_router(documentation.router)
    handle_errors(app)
    app.add_middleware(RequestLog)
    app.add_middleware(LingeringClose)
    return app


def installed_version() -> str:
    """The version of the installed distribution."""
    try:
        return version("yuje")
    except PackageNotFoundError:  # a source tree that was never installed
        return "0"
