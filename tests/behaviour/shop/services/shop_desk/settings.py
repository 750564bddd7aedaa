"""What `shop-desk` reads from its environment."""

from framework.runtime.settings import ServiceSettings


class Settings(ServiceSettings):
    """Environment of `shop-desk`."""

    database_url: str = "sqlite://"
