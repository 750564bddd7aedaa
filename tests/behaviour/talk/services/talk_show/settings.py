"""What `talk-show` reads from its environment."""

from framework.runtime.settings import ServiceSettings


class Settings(ServiceSettings):
    """Environment of `talk-show`."""

    database_url: str = "sqlite://"
