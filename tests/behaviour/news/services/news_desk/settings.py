"""What `news-desk` reads from its environment."""

from framework.runtime.settings import ServiceSettings


class Settings(ServiceSettings):
    """Environment of `news-desk`."""

    database_url: str = "sqlite://"
