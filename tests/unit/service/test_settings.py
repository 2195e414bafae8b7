"""Settings: defaults, every variable, and what is wrong with a bad one."""

from __future__ import annotations

from pathlib import Path

import pytest

from service.errors import SettingsError
from service.settings import Settings, read_settings


def test_nothing_set_gives_the_defaults() -> None:
    settings = read_settings({"PATH": "/bin"})
    assert settings == Settings()
    assert (settings.host, settings.port, settings.index_uri) == ("127.0.0.1", 8321, ".yuje/milvus.db")


def test_every_setting_is_read() -> None:
    settings = read_settings(
        {
            "YUJE_DATA": "/tmp/y",
            "YUJE_DATABASE_URL": "postgres://u:p@db/yuje",
            "YUJE_MILVUS_URI": "http://milvus:19530",
            "YUJE_EMBEDDING": "BAAI/bge-m3",
            "YUJE_HOST": "0.0.0.0",
            "YUJE_PORT": "80",
            "YUJE_LOG_LEVEL": "DEBUG",
            "YUJE_VERIFY_TIMEOUT_S": "2.5",
            "YUJE_COMPUTE_TIMEOUT_S": "30",
        }
    )
    assert settings == Settings(
        Path("/tmp/y"),
        "postgresql://u:p@db/yuje",
        "http://milvus:19530",
        "BAAI/bge-m3",
        "0.0.0.0",
        80,
        "debug",
        2.5,
        30.0,
    )


@pytest.mark.parametrize(
    ("variable", "value", "message"),
    [
        ("YUJE_PROT", "80", "YUJE_PROT is not a setting; did you mean YUJE_PORT?"),
        ("YUJE_COLOUR_OF_THE_SKY", "blue",
         "YUJE_COLOUR_OF_THE_SKY is not a setting; known are YUJE_DATA, YUJE_DATABASE_URL, YUJE_MILVUS_URI, "
         "YUJE_EMBEDDING, YUJE_HOST, YUJE_PORT, YUJE_LOG_LEVEL, YUJE_VERIFY_TIMEOUT_S, YUJE_COMPUTE_TIMEOUT_S, "
         "YUJE_INGEST_WORKERS, YUJE_RAY_ADDRESS"),
        ("YUJE_PORT", "http", "YUJE_PORT must be a port from 1 to 65535"),
        ("YUJE_PORT", "65536", "YUJE_PORT must be a port from 1 to 65535"),
        ("YUJE_PORT", "８０", "YUJE_PORT must be a port from 1 to 65535"),
        ("YUJE_HOST", " ", "YUJE_HOST is empty; leave it out for the default"),
        ("YUJE_LOG_LEVEL", "loud", "YUJE_LOG_LEVEL must be one of debug, info, warning, error"),
        ("YUJE_VERIFY_TIMEOUT_S", "nan", "YUJE_VERIFY_TIMEOUT_S must be seconds from 0.1 to 600"),
        ("YUJE_VERIFY_TIMEOUT_S", "0", "YUJE_VERIFY_TIMEOUT_S must be seconds from 0.1 to 600"),
        ("YUJE_DATABASE_URL", "mysql://u:secret@h/d",
         "YUJE_DATABASE_URL must look like postgresql://user:password@host:5432/name"),
        ("YUJE_MILVUS_URI", "/var/milvus",
         "YUJE_MILVUS_URI must be an address such as http://host:19530, or a path that ends in .db"),
        ("YUJE_INGEST_WORKERS", "0", "YUJE_INGEST_WORKERS must be a number of processes from 1 to 64"),
        ("YUJE_DATA", __file__, "YUJE_DATA must be a folder, and is a file"),
    ],
)  # fmt: skip
def test_a_bad_setting_is_named_without_its_value(variable: str, value: str, message: str) -> None:
    with pytest.raises(SettingsError) as caught:
        read_settings({variable: value})
    assert str(caught.value) == message
