"""What the backend reads from its environment."""

from framework.runtime.settings import ServiceSettings


class Settings(ServiceSettings):
    """Environment of `backend`."""

    database_url: str = "sqlite+aiosqlite:///var/backend.db"
