"""What the bank reads from its environment."""

from framework.runtime.settings import ServiceSettings


class Settings(ServiceSettings):
    """Environment of `bank`."""

    database_url: str
