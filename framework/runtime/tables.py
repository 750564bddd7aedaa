"""The tables that the framework keeps in a service's database, beside those of the service."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import MetaData, text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection, Table

PREFIX = "framework_"
METADATA = MetaData()
_LOCK = 0x5EC_F1257  # one number for all services: whoever comes second finds the table


def create_tables(connection: Connection, tables: Sequence[Table] | None = None) -> None:
    """Create `tables`, or all of the framework's, where they are missing; others wait meanwhile.

    A service does so when it starts. Where its role must not create tables, a migration does:
    `create_tables(op.get_bind())`.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
    METADATA.create_all(connection, tables)


def include_name(name: str | None, kind: str, _: object) -> bool:
    """Tell whether Alembic should look at something: not at the tables of the framework."""
    return kind != "table" or not (name or "").startswith(PREFIX)
