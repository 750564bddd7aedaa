"""What the backend reads from its environment."""

from pydantic import Field

from framework.runtime.settings import ServiceSettings


class Settings(ServiceSettings):
    """Environment of `backend`."""

    database_url: str = Field(
        default="sqlite:///var/backend.db",
        description="where people are kept: `sqlite:///...` or `postgresql://...`",
    )
