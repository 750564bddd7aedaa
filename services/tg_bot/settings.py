"""What the bot reads from its environment."""

from typing import Annotated

from pydantic import Field, SecretStr

from framework.runtime.settings import ServiceSettings


class Settings(ServiceSettings):
    """Environment of `tg_bot`."""

    telegram_token: Annotated[SecretStr, Field(description="who the bot is, from @BotFather")]
    telegram_api_url: str = Field(
        default="https://api.telegram.org", description="where Telegram answers bots"
    )
    backend_url: str = Field(
        default="http://127.0.0.1:8000", description="where the backend answers"
    )
