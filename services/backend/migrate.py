"""Bring the database to the newest schema: `python -m services.backend.migrate`."""

import sys
from pathlib import Path

from alembic import command
from alembic.config import Config

from framework.runtime.database import DatabaseUrlError
from framework.runtime.logs import configure_logging
from services.backend.settings import Settings

CONFIG = Config(Path(__file__).with_name("alembic.ini"))


def main() -> None:
    """Apply the migrations that the database of the settings lacks; exit with why that fails."""
    configure_logging(Settings.load().log_level, "backend")
    try:
        command.upgrade(CONFIG, "head")
    except DatabaseUrlError as error:
        sys.exit(f"migrate: `DATABASE_URL` is not valid: {error}")
    except OSError as error:
        sys.exit(f"migrate: the database does not answer: {error}")


if __name__ == "__main__":
    main()
