"""Isolation of academies on the real PostgreSQL, below the API: what a forgotten WHERE would show."""

from __future__ import annotations

import uuid

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import insert, select, text
from sqlalchemy.exc import IntegrityError, ProgrammingError

from generation.mistake import Mistake
from ingest.ledger import Entry, FileState, Letter
from service.database.connection import APP_ROLE, Database, tenant_id_of, urls_from
from service.database.embedded import EmbeddedPostgres
from service.database.ingest_tables import FILES, LETTERS, RECORDS, RUNS, SOURCES
from service.database.keys import Caller, create_key, find_caller
from service.database.ledger import StoredLedger, academies_with_sources
from service.database.migrate import migrate
from service.database.records import Posted, add_mistake
from service.database.tables import API_KEYS, AUDIT, CERTIFICATES, DECISIONS, METADATA, MISTAKES, PROBLEMS, TENANTS
from service.errors import DatabaseUnavailable
from service.settings import Settings

pytestmark = pytest.mark.xdist_group("service")
INGESTION = (SOURCES, FILES, RECORDS, LETTERS, RUNS)
TABLES = (TENANTS, API_KEYS, MISTAKES, PROBLEMS, CERTIFICATES, DECISIONS, AUDIT, *INGESTION)


def caller_named(database: Database, name: str) -> Caller:
    caller = find_caller(database, create_key(database, name))
    assert caller is not None
    return caller


def keep(database: Database, caller: Caller, verdict: str = "proved") -> uuid.UUID:
    """A mistake with a problem and its certificate; gives the problem's id."""
    mistake_id, problem_id = uuid.uuid4(), uuid.uuid4()
    posted = Posted(mistake_id, Mistake("$1+1$", "3"), "ko", None, {}, True, 0)
    with database.session(caller.tenant_id) as session:
        add_mistake(session, caller, posted)
        own = {"tenant_id": caller.tenant_id}
        session.execute(
            insert(PROBLEMS).values(id=problem_id, mistake_id=mistake_id, position=0, body={}, sha256="0", **own)
        )
        session.execute(insert(CERTIFICATES).values(problem_id=problem_id, verdict=verdict, body={}, **own))
        session.execute(
            insert(DECISIONS).values(mistake_id=mistake_id, mal_rule="left-to-right", confirmed=True, **own)
        )
    _ingest(database, caller)
    return problem_id


def _ingest(database: Database, caller: Caller) -> None:
    """A row in each table of ingestion."""
    ledger = StoredLedger(database, caller.tenant_id)
    source = ledger.add_source("/notes", {}, None)
    ledger.finish(source.id, FileState("k", "a.csv", "0", "0"), [Letter("is bad")])
    ledger.intend(source.id, "k", [Entry("n-1", "0", "0")])
    ledger.begin()


@pytest.fixture(scope="module")
def two(database: Database) -> tuple[Caller, Caller]:
    ours, theirs = caller_named(database, "ours"), caller_named(database, "theirs")
    keep(database, ours)
    keep(database, theirs)
    return ours, theirs


def test_every_table_shows_an_academy_its_own_rows_only(database: Database, two: tuple[Caller, Caller]) -> None:
    for caller in two:
        with database.session(caller.tenant_id) as session:
            for table in TABLES:
                column = table.c.id if table is TENANTS else table.c.tenant_id
                assert set(session.scalars(select(column))) == {caller.tenant_id}, table.name


def test_without_a_tenant_nothing_is_seen(database: Database, two: tuple[Caller, Caller]) -> None:
    with database.session(None) as session:
        for table in TABLES:
            assert session.execute(select(table)).all() == [], table.name
    with database._app.connect() as connection:
        assert connection.execute(select(MISTAKES)).all() == []


def test_the_nightly_run_sees_which_academies_have_sources_and_nothing_else(
    database: Database, two: tuple[Caller, Caller]
) -> None:
    create_key(database, "without sources")
    assert academies_with_sources(database) == [(two[0].tenant_id, "ours"), (two[1].tenant_id, "theirs")]
    with database.night_session() as session:
        for table in set(TABLES) - {SOURCES, TENANTS}:
            assert session.execute(select(table)).all() == [], table.name


def test_the_tenant_ends_with_its_transaction(database: Database, two: tuple[Caller, Caller]) -> None:
    with database._app.connect() as connection:
        connection.execute(text("SELECT set_config('yuje.tenant', :own, true)"), {"own": str(two[0].tenant_id)})
        assert len(connection.execute(select(MISTAKES)).all()) == 1
        connection.commit()
        assert connection.execute(select(MISTAKES)).all() == []


def test_rows_cannot_be_written_for_another_academy(database: Database, two: tuple[Caller, Caller]) -> None:
    ours, theirs = two
    with pytest.raises(ProgrammingError, match="row-level security"), database.session(ours.tenant_id) as session:
        session.execute(insert(AUDIT).values(tenant_id=theirs.tenant_id, event="forged"))


def test_a_problem_cannot_hang_on_another_academys_mistake(database: Database, two: tuple[Caller, Caller]) -> None:
    ours, theirs = two
    with database.session(theirs.tenant_id) as session:
        their_mistake = session.scalars(select(MISTAKES.c.id)).first()
    hung = {"id": uuid.uuid4(), "tenant_id": ours.tenant_id, "mistake_id": their_mistake, "position": 0}
    refused = pytest.raises(IntegrityError, match="fk_problems_mistake_id_tenant_id_mistakes")
    with refused, database.session(ours.tenant_id) as session:
        session.execute(insert(PROBLEMS).values(body={}, sha256="0", **hung))


@pytest.mark.parametrize("verdict", ["undecided", "refuted"])
def test_what_was_not_proved_cannot_be_stored(database: Database, two: tuple[Caller, Caller], verdict: str) -> None:
    with database.session(two[0].tenant_id) as session:
        before = len(session.execute(select(PROBLEMS)).all())
    with pytest.raises(IntegrityError, match="ck_certificates_verdict"):
        keep(database, two[0], verdict)
    with database.session(two[0].tenant_id) as session:
        assert len(session.execute(select(PROBLEMS)).all()) == before


def test_a_key_is_seen_by_its_prefix_only(database: Database, two: tuple[Caller, Caller]) -> None:
    with database.key_session(two[0].key_prefix) as session:
        assert session.scalars(select(API_KEYS.c.prefix)).all() == [two[0].key_prefix]
        assert session.execute(select(TENANTS)).all() == []


def test_keys_are_stored_as_hashes(database: Database) -> None:
    key = create_key(database, "hashed")
    with database.session(tenant_id_of("hashed")) as session:
        row = session.execute(select(API_KEYS)).one()
    assert key.split("_", 2)[2] not in str(row)
    assert len(row.hash) == 64


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE mistakes SET statement = ''",
        "DELETE FROM certificates",
        "UPDATE decisions SET confirmed = false",
        "TRUNCATE mistakes",
        "DROP TABLE mistakes",
        "ALTER TABLE mistakes DISABLE ROW LEVEL SECURITY",
        "CREATE TABLE extra (id int)",
        "UPDATE api_keys SET revoked = NULL",
        "SET ROLE postgres",
    ],
)
def test_the_application_can_read_and_add_and_nothing_else(
    database: Database, two: tuple[Caller, Caller], statement: str
) -> None:
    with pytest.raises(ProgrammingError), database.session(two[0].tenant_id) as session:
        session.execute(text(statement))


def test_a_database_by_url_takes_the_weak_role_and_keeps_it(settings: Settings, two: tuple[Caller, Caller]) -> None:
    server = EmbeddedPostgres(settings.data / "postgres")  # the same server again, as by the URL of its owner
    database = Database(*urls_from(server.url().render_as_string(hide_password=False)))
    try:
        database.prepare()
        with database.session(two[0].tenant_id) as session:
            assert session.scalars(text("SELECT current_user")).one() == APP_ROLE
            session.execute(text("RESET ROLE"))
            assert session.scalars(text("SELECT current_user")).one() == APP_ROLE
            assert set(session.scalars(select(MISTAKES.c.tenant_id))) == {two[0].tenant_id}
    finally:
        database.close()


def test_it_does_not_start_under_a_role_that_sees_everything(settings: Settings, database: Database) -> None:
    owner = EmbeddedPostgres(settings.data / "postgres").url()
    strong = Database(owner, owner)
    try:
        with pytest.raises(DatabaseUnavailable, match="the application would run as 'postgres'"):
            strong.prepare()
    finally:
        strong.close()


def test_the_migrations_make_the_tables(database: Database) -> None:
    migrate(database._owner)  # a second time: nothing to do
    with database._owner.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), METADATA) == []
