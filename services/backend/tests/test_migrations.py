"""The migrations lead to exactly the tables that the code works with, and back."""

import pytest
from alembic import command

from services.backend import migrate

pytestmark = pytest.mark.usefixtures("database_url")


def test_migrations_match_the_tables() -> None:
    """After all migrations, none would be generated from the code."""
    migrate.main()

    command.check(migrate.CONFIG)


def test_migrations_can_be_taken_back() -> None:
    """The way down leads to an empty database, from which the way up works again."""
    migrate.main()
    command.downgrade(migrate.CONFIG, "base")
    migrate.main()

    command.check(migrate.CONFIG)
