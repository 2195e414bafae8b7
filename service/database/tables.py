"""The tables. Whoever changes them adds a migration; a test compares both."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    DateTime,
    ForeignKey,
    ForeignKeyConstraint,
    Identity,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    Uuid,
    func,
)

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def tenant_column() -> Column[object]:
    """Whose row it is: what row-level security looks at."""
    return Column("tenant_id", Uuid, ForeignKey("tenants.id"), nullable=False)


def created_column() -> Column[object]:
    """When the row was made."""
    return Column("created", DateTime(timezone=True), server_default=func.now(), nullable=False)


TENANTS = Table(
    "tenants",
    METADATA,
    Column("id", Uuid, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    created_column(),
)

API_KEYS = Table(
    "api_keys",
    METADATA,
    Column("prefix", Text, primary_key=True),
    tenant_column(),
    Column("hash", Text, nullable=False),
    created_column(),
    Column("revoked", DateTime(timezone=True)),
)

# JSON, not JSONB: what was posted and certified keeps the order of its keys.
MISTAKES = Table(
    "mistakes",
    METADATA,
    Column("id", Uuid, primary_key=True),
    tenant_column(),
    Column("statement", Text, nullable=False),
    Column("student_answer", Text, nullable=False),
    Column("correct_answer", Text),
    Column("working", Text),
    Column("standard", Text),
    Column("language", Text, nullable=False),
    Column("student_ref", Text),
    Column("diagnosis", JSON, nullable=False),
    Column("answer_read", Boolean, nullable=False),
    Column("seed", BigInteger, nullable=False),
    created_column(),
    UniqueConstraint("id", "tenant_id"),  # what makes a reference across academies impossible
    Index(None, "tenant_id", "created"),
)

PROBLEMS = Table(
    "problems",
    METADATA,
    Column("id", Uuid, primary_key=True),
    tenant_column(),
    Column("mistake_id", Uuid, nullable=False),
    Column("position", Integer, nullable=False),
    Column("body", JSON, nullable=False),
    Column("sha256", Text, nullable=False),
    created_column(),
    ForeignKeyConstraint(["mistake_id", "tenant_id"], ["mistakes.id", "mistakes.tenant_id"]),
    UniqueConstraint("id", "tenant_id"),
    Index(None, "mistake_id"),
)

CERTIFICATES = Table(
    "certificates",
    METADATA,
    Column("problem_id", Uuid, primary_key=True),
    tenant_column(),
    Column("verdict", Text, nullable=False),
    Column("body", JSON, nullable=False),
    created_column(),
    ForeignKeyConstraint(["problem_id", "tenant_id"], ["problems.id", "problems.tenant_id"]),
    # What was not proved or corroborated is not stored, on any path.
    CheckConstraint("verdict IN ('proved', 'corroborated')", name="verdict"),
)

# A decision is never changed: of those on one candidate of a mistake the last one counts.
DECISIONS = Table(
    "decisions",
    METADATA,
    Column("id", BigInteger, Identity(), primary_key=True),
    tenant_column(),
    Column("mistake_id", Uuid, nullable=False),
    Column("mal_rule", Text, nullable=False),
    Column("confirmed", Boolean, nullable=False),
    created_column(),
    ForeignKeyConstraint(["mistake_id", "tenant_id"], ["mistakes.id", "mistakes.tenant_id"]),
    Index(None, "tenant_id"),
)

AUDIT = Table(
    "audit",
    METADATA,
    Column("id", BigInteger, Identity(), primary_key=True),
    tenant_column(),
    Column("key_prefix", Text),
    Column("event", Text, nullable=False),
    Column("subject", Uuid),
    created_column(),
    Index(None, "tenant_id", "created"),
)
