"""Brings a database up to the tables of this version."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine, text

import service.database.migrations

LOCK = 8_321_001
"""Key of the advisory lock: two processes that start at once migrate one after the other."""


def migrate(engine: Engine) -> None:
    """Run what is missing, in one transaction, as the owner of the tables."""
    config = Config()
    config.set_main_option("script_location", str(Path(service.database.migrations.__file__).parent).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    with engine.begin() as connection:
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": LOCK})
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
