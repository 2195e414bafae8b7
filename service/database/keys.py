"""API keys ``yuje_<prefix>_<secret>``: shown once, stored as a hash."""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
import uuid
from dataclasses import dataclass

from sqlalchemy import insert, select
from sqlalchemy.dialects.postgresql import insert as upsert

from service.database.connection import Database, tenant_id_of
from service.database.tables import API_KEYS, TENANTS

_KEY = re.compile(r"yuje_(?P<prefix>[0-9a-f]{12})_(?P<secret>[A-Za-z0-9_-]{43})")
_NO_HASH = "0" * 64


@dataclass(frozen=True, slots=True)
class Caller:
    """Who a key belongs to."""

    tenant_id: uuid.UUID
    key_prefix: str
    revoked: bool = False


def create_key(database: Database, tenant: str) -> str:
    """A new key for a tenant, who is created where missing. The key cannot be read again."""
    tenant_id = tenant_id_of(tenant)
    prefix, secret = secrets.token_hex(6), secrets.token_urlsafe(32)
    with database.owner_session(tenant_id) as session:
        session.execute(upsert(TENANTS).values(id=tenant_id, name=tenant).on_conflict_do_nothing())
        session.execute(insert(API_KEYS).values(prefix=prefix, tenant_id=tenant_id, hash=_hash(secret)))
    return f"yuje_{prefix}_{secret}"


def find_caller(database: Database, key: str) -> Caller | None:
    """Whose key this is; ``None`` where nobody's. A revoked key is still known to have been somebody's."""
    match = _KEY.fullmatch(key)
    if match is None:
        return None
    with database.key_session(match["prefix"]) as session:
        row = session.execute(select(API_KEYS).where(API_KEYS.c.prefix == match["prefix"])).one_or_none()
    # Compared also where the prefix is unknown: the time taken does not tell which prefixes exist.
    same = hmac.compare_digest(_hash(match["secret"]), row.hash if row is not None else _NO_HASH)
    if row is None or not same:
        return None
    return Caller(row.tenant_id, row.prefix, row.revoked is not None)


def _hash(secret: str) -> str:
    """Plain SHA-256: the secret has 256 random bits, so that there is nothing a slow hash would protect."""
    return hashlib.sha256(secret.encode()).hexdigest()
