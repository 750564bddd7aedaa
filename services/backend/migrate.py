"""Bring the database to the newest schema: `python -m services.backend.migrate`."""

from pathlib import Path

from alembic import command
from alembic.config import Config

CONFIG = Config(Path(__file__).with_name("alembic.ini"))


def main() -> None:
    """Apply the migrations that the database of the settings lacks."""
    command.upgrade(CONFIG, "head")


if __name__ == "__main__":
    main()
