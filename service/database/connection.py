"""Connections: the owner's for migrations and new tenants, the application's for everything else."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from sqlalchemy import URL, Connection, create_engine, event, func, make_url, select, text
from sqlalchemy.exc import ArgumentError, SQLAlchemyError
from sqlalchemy.orm import Session, SessionTransaction

from service.database.embedded import EmbeddedPostgres
from service.database.migrate import migrate
from service.errors import DatabaseUnavailable, SettingsError

APP_ROLE = "yuje_app"
_NAMESPACE = uuid.UUID("5f0c3f0e-6c0b-5d0e-9d0c-2b7a1f6f8e21")


def tenant_id_of(name: str) -> uuid.UUID:
    """A tenant's id follows from its name, so that nobody needs to list tenants to find one."""
    return uuid.uuid5(_NAMESPACE, name)


class Database:
    """Transactions in which one tenant's rows exist and no others.

    ``owner`` may create tables. ``app`` runs under a role that owns nothing and is no superuser, so that row-level
    security holds for every statement, also for one that forgets its tenant.
    """

    def __init__(self, owner: URL, app: URL) -> None:
        # hide_parameters: an error's text must not carry a student's.
        self._owner = create_engine(owner, pool_size=1, pool_pre_ping=True, hide_parameters=True)
        self._app = create_engine(app, pool_size=10, max_overflow=30, pool_pre_ping=True, hide_parameters=True)

    def prepare(self) -> None:
        """Migrate, then make sure that the application's role is as weak as it should be."""
        try:
            migrate(self._owner)
            with self._app.connect() as connection:
                _check_role(connection)
        except SQLAlchemyError as error:
            raise DatabaseUnavailable(f"PostgreSQL cannot be used: {_first_line(error)}") from error

    @contextmanager
    def session(self, tenant_id: uuid.UUID | None) -> Iterator[Session]:
        """One transaction of one tenant, committed at the end, rolled back on an error.

        It connects with the first statement, not before. Without a tenant no row is seen.
        """
        with Session(self._app) as session:
            _set_on_begin(session, "yuje.tenant", str(tenant_id or ""))
            yield session
            session.commit()

    @contextmanager
    def key_session(self, prefix: str) -> Iterator[Session]:
        """One transaction that sees the key of this prefix and nothing else."""
        with Session(self._app) as session:
            _set_on_begin(session, "yuje.key_prefix", prefix)
            yield session

    @contextmanager
    def owner_session(self, tenant_id: uuid.UUID) -> Iterator[Session]:
        """One transaction that may create this tenant and its keys; for the command line."""
        with Session(self._owner) as session:
            _set_on_begin(session, "yuje.tenant", str(tenant_id))
            yield session
            session.commit()

    @contextmanager
    def night_session(self) -> Iterator[Session]:
        """One transaction that sees which academies have sources to be taken in, and nothing else."""
        with Session(self._app) as session:
            _set_on_begin(session, "yuje.night", "on")
            yield session

    @contextmanager
    def locked(self, keys: Mapping[str, int]) -> Iterator[bool]:
        """Whether the advisory lock of two keys is ours; it is held on a connection of its own, and ends with it."""
        with self._app.connect() as connection:
            is_ours = connection.execute(text("SELECT pg_try_advisory_lock(:one, :two)"), keys).scalar_one()
            connection.commit()
            try:
                yield bool(is_ours)
            finally:
                if is_ours:
                    connection.execute(text("SELECT pg_advisory_unlock(:one, :two)"), keys)
                    connection.commit()

    def ping(self) -> None:
        """Raise SQLAlchemyError where the database does not answer."""
        with self._app.connect() as connection:
            connection.execute(text("SELECT 1"))

    def close(self) -> None:
        """Close all connections."""
        self._app.dispose()
        self._owner.dispose()


def urls_of(server: EmbeddedPostgres) -> tuple[URL, URL]:
    """Owner's and application's connection to an embedded server."""
    return server.url(), server.url(APP_ROLE)


def urls_from(text_url: str) -> tuple[URL, URL]:
    """The same for any PostgreSQL: the URL's user owns the tables, the application takes its weak role at once.

    Raises SettingsError for text that is no URL of a PostgreSQL.
    """
    try:
        url = make_url(text_url)
    except ArgumentError as error:
        raise SettingsError("YUJE_DATABASE_URL must look like postgresql://user:password@host:5432/name") from error
    if url.get_backend_name() != "postgresql":
        raise SettingsError("YUJE_DATABASE_URL must begin with postgresql://")
    owner = url.set(drivername="postgresql+psycopg")
    # Given at connection time, so that even RESET ROLE leads back to the weak role.
    return owner, owner.update_query_dict({"options": f"-c role={APP_ROLE}"}, append=True)


def fingerprint(owner: URL) -> str:
    """Names a database without its secrets, to tell whether a key was made for it."""
    return hashlib.sha256(owner.render_as_string(hide_password=True).encode()).hexdigest()[:16]


def _set_on_begin(session: Session, name: str, value: str) -> None:
    def begin(_: Session, __: SessionTransaction, connection: Connection) -> None:
        connection.execute(select(func.set_config(name, value, True)))

    event.listen(session, "after_begin", begin)


def _check_role(connection: Connection) -> None:
    user, strong, owns = connection.execute(
        text(
            "SELECT current_user, (SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user), "
            "EXISTS (SELECT FROM pg_class WHERE relowner = (SELECT oid FROM pg_roles WHERE rolname = current_user))"
        )
    ).one()
    if user != APP_ROLE or strong or owns:
        raise DatabaseUnavailable(
            f"the application would run as {user!r}; it must be {APP_ROLE!r}, own nothing and not pass row-level "
            "security, or one academy could see another's data"
        )


def _first_line(error: SQLAlchemyError) -> str:
    lines = str(getattr(error, "orig", None) or error).strip().splitlines()
    return lines[0][:200] if lines else type(error).__name__
