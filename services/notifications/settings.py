"""What notifications read from their environment."""

from pathlib import Path

from framework.runtime.settings import ServiceSettings


class Settings(ServiceSettings):
    """Environment of `notifications`."""

    notifications_file: Path = Path("var/notifications.jsonl")
