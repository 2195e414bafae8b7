"""Errors of this package.

ServiceError
├── SettingsError         a variable of the environment is unknown or has a bad value
├── DocumentError         a file given on the command line is not what was expected; says line and field
└── DatabaseUnavailable   PostgreSQL could not be started, reached, or is not safe to use
"""

from __future__ import annotations


class ServiceError(Exception):
    """Root of this package's errors; the message is meant for the person at the terminal."""


class SettingsError(ServiceError):
    """A setting is unknown or bad; the message names it and what would be right."""


class DocumentError(ServiceError):
    """Input that is not what was expected; the message names file, line and field, and what would be right."""


class DatabaseUnavailable(ServiceError):  # noqa: N818 - reads as what it is
    """PostgreSQL could not be started or reached, or its role could see every academy's rows."""
