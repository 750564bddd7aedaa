"""A world for each test."""

from collections.abc import AsyncGenerator

import pytest

from services.tg_bot.tests.world import World, world_with_bot


@pytest.fixture
def anyio_backend() -> str:
    """Run coroutines on asyncio, as the bot does."""
    return "asyncio"


@pytest.fixture
async def world(anyio_backend: str) -> AsyncGenerator[World]:
    """Run the bot, and all that it talks to."""
    del anyio_backend
    async with world_with_bot() as world:
        yield world
