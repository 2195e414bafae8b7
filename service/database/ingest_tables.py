"""The tables of ingestion, beside :mod:`service.database.tables`."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    DateTime,
    ForeignKeyConstraint,
    Identity,
    Index,
    Integer,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
    Uuid,
    false,
    func,
)

from service.database.tables import METADATA, created_column, tenant_column

SOURCES = Table(
    "ingest_sources",
    METADATA,
    Column("id", Uuid, primary_key=True),
    tenant_column(),
    Column("url", Text, nullable=False),
    Column("mapping", JSON, nullable=False),
    Column("roster", Text),  # the path of the file; names stay in it
    Column("is_forgotten", Boolean, server_default=false(), nullable=False),
    created_column(),
    UniqueConstraint("tenant_id", "url"),
    UniqueConstraint("id", "tenant_id"),
)

FILES = Table(
    "ingest_files",
    METADATA,
    Column("source_id", Uuid, nullable=False),
    Column("key", Text, nullable=False),
    tenant_column(),
    Column("name", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("settings", Text, nullable=False),
    Column("records", Integer, nullable=False),
    Column("rejected", Integer, nullable=False),
    PrimaryKeyConstraint("source_id", "key"),
    ForeignKeyConstraint(["source_id", "tenant_id"], ["ingest_sources.id", "ingest_sources.tenant_id"]),
    Index(None, "tenant_id"),
)

RECORDS = Table(
    "ingest_records",
    METADATA,
    tenant_column(),
    Column("id", Text, nullable=False),
    Column("source_id", Uuid, nullable=False),
    Column("file_key", Text, nullable=False),
    Column("raw_hash", Text, nullable=False),
    Column("content_hash", Text, nullable=False),
    Column("state", Text, nullable=False),
    PrimaryKeyConstraint("tenant_id", "id"),
    ForeignKeyConstraint(["source_id", "file_key"], ["ingest_files.source_id", "ingest_files.key"]),
    CheckConstraint("state IN ('writing', 'stored', 'removing')", name="state"),
    Index(None, "source_id", "file_key"),
)

LETTERS = Table(
    "ingest_letters",
    METADATA,
    Column("id", BigInteger, Identity(), primary_key=True),
    tenant_column(),
    Column("source_id", Uuid, nullable=False),
    Column("file_key", Text, nullable=False),
    Column("row", Integer),
    Column("part", Text, nullable=False),
    Column("field", Text),
    Column("reason", Text, nullable=False),
    Column("raw", Text, nullable=False),
    created_column(),
    ForeignKeyConstraint(["source_id", "file_key"], ["ingest_files.source_id", "ingest_files.key"]),
    Index(None, "tenant_id", "id"),
    Index(None, "source_id", "file_key"),
)

RUNS = Table(
    "ingest_runs",
    METADATA,
    Column("id", BigInteger, Identity(), primary_key=True),
    tenant_column(),
    Column("started", DateTime(timezone=True), server_default=func.now(), nullable=False),
    Column("ended", DateTime(timezone=True)),
    Column("report", JSON, nullable=False),
    Index(None, "tenant_id", "id"),
)
