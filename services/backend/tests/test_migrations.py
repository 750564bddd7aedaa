"""The migrations lead to exactly the tables that the code works with, and back."""

import pytest
from alembic import command

from services.backend import migrate


@pytest.mark.usefixtures("database_url")
def test_migrations_match_the_tables() -> None:
    """After all migrations, none would be generated from the code."""
    migrate.main()

    command.check(migrate.CONFIG)


@pytest.mark.usefixtures("database_url")
def test_migrations_can_be_taken_back() -> None:
    """The way down leads to an empty database, from which the way up works again."""
    migrate.main()
    command.downgrade(migrate.CONFIG, "base")
    migrate.main()

    command.check(migrate.CONFIG)


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("mysql://root@127.0.0.1/test", "`DATABASE_URL` is not valid"),
        ("postgresql://postgres@127.0.0.1:1/test", "the database does not answer"),
    ],
)
def test_a_wrong_database_is_one_sentence(
    url: str, sentence: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever migrates is told what is wrong, without a traceback."""
    monkeypatch.setenv("DATABASE_URL", url)

    with pytest.raises(SystemExit, match=f"^migrate: {sentence}"):
        migrate.main()
