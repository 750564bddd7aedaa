"""What the bot reads from its environment."""

from pydantic import SecretStr

from framework.runtime.settings import ServiceSettings


class Settings(ServiceSettings):
    """Environment of `tg_bot`."""

    telegram_token: SecretStr
    telegram_api_url: str = "https://api.telegram.org"
    backend_url: str = "http://127.0.0.1:8000"
