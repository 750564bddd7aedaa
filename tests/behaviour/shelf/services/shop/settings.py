"""What the shop reads from its environment."""

from framework.runtime.settings import ServiceSettings


class Settings(ServiceSettings):
    """Environment of `shop`."""

    database_url: str
