"""What notifications read from their environment."""

from pathlib import Path

from pydantic import Field

from framework.runtime.settings import ServiceSettings


class Settings(ServiceSettings):
    """Environment of `notifications`."""

    notifications_file: Path = Field(
        default=Path("var/notifications.jsonl"),
        description="where notifications are recorded, a line of JSON for each",
    )
