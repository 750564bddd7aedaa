"""The world around the bot: Telegram, the backend and the broker, all really talked to."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from uuid import uuid4

from pydantic import SecretStr

from framework.runtime.context import correlation_id
from framework.runtime.events import Consumers, connect
from framework.runtime.settings import ServiceSettings
from services.tg_bot.main import running
from services.tg_bot.settings import Settings
from services.tg_bot.tests.people import People
from services.tg_bot.tests.serving import serving
from services.tg_bot.tests.telegram import TOKEN, Telegram
from shared.generated.events.channels import COMMAND_RECEIVED
from shared.generated.models.commands import CommandReceived
from shared.generated.services.backend import create_app


class BackendSettings(ServiceSettings):
    """Environment of a backend whose database nobody uses."""

    database_url: str = "sqlite://"


@dataclass(frozen=True, slots=True)
class World:
    """What a test talks to; a message is published with the correlation id of its command."""

    telegram: Telegram
    people: People
    published: asyncio.Queue[tuple[str, CommandReceived]]


@asynccontextmanager
async def world_with_bot() -> AsyncGenerator[World]:
    """Run the bot, and all that it talks to, within the block."""
    broker_url = f"memory://{uuid4().hex}"
    telegram, people = Telegram(), People()
    backend = create_app(BackendSettings(broker_url=broker_url), users=lambda: people)
    async with (
        serving(telegram.app) as telegram_url,
        serving(backend) as backend_url,
        listening(broker_url) as published,
    ):
        settings = Settings(
            telegram_token=SecretStr(TOKEN),
            telegram_api_url=telegram_url,
            backend_url=backend_url,
            broker_url=broker_url,
        )
        async with running(settings):
            yield World(telegram, people, published)


@asynccontextmanager
async def listening(broker_url: str) -> AsyncGenerator[asyncio.Queue[tuple[str, CommandReceived]]]:
    """Give the messages of `command_received` with their correlation ids, as they come."""
    messages = asyncio.Queue[tuple[str, CommandReceived]]()
    consumers = Consumers("test")

    @consumers.subscribe(COMMAND_RECEIVED)
    async def listen(message: CommandReceived) -> None:  # pyright: ignore[reportUnusedFunction] - the decorator keeps it
        await messages.put((correlation_id.get(), message))

    broker = connect(broker_url, service="test")
    await broker.start(consumers)
    yield messages
    await broker.stop()
