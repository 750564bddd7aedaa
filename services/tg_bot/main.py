"""The bot as a process: `python -m services.tg_bot.main`."""

import asyncio
import logging
import signal
import sys
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

import structlog
from telegram.error import InvalidToken, TelegramError
from telegram.ext import ApplicationBuilder

from framework.runtime.logs import configure_logging
from services.tg_bot.backend import Backend
from services.tg_bot.bot import apologise, listeners
from services.tg_bot.commands import Commands
from services.tg_bot.settings import Settings
from shared.generated.services.tg_bot import open_backend_client, open_publisher

log = structlog.stdlib.get_logger(__name__)


@asynccontextmanager
async def running(settings: Settings) -> AsyncGenerator[None]:
    """Answer commands within the block; what has arrived when it ends is still answered.

    Raises `TelegramError` when Telegram refuses the bot or does not answer.
    """
    token, url = settings.telegram_token.get_secret_value(), f"{settings.telegram_api_url}/bot"
    async with (
        open_publisher(settings) as events,
        open_backend_client(settings) as backend,
        ApplicationBuilder().token(token).base_url(url).build() as bot,
    ):
        bot.add_handlers(listeners(Commands(Backend(backend)), events))
        bot.add_error_handler(apologise)
        assert bot.updater  # noqa: S101 - an application has one unless it is built without
        await bot.updater.start_polling()
        await bot.start()
        log.info("listening", bot=bot.bot.username)
        try:
            yield
        finally:
            await bot.updater.stop()
            await bot.stop()


async def serve(settings: Settings) -> None:
    """Answer commands until the process is asked to stop."""
    asked = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, asked.set)
    async with running(settings):
        await asked.wait()


def main() -> None:
    """Run the bot that the environment describes."""
    settings = Settings.load()
    configure_logging(settings.log_level, "tg_bot")
    # At its lower levels the library logs the token, and what people write.
    logging.getLogger("telegram").setLevel(logging.WARNING)
    try:
        asyncio.run(serve(settings))
    except InvalidToken:  # its own text repeats the token
        sys.exit("tg_bot: Telegram knows no bot of this TELEGRAM_TOKEN; ask @BotFather for one")
    except TelegramError as error:
        sys.exit(f"tg_bot: no answer from {settings.telegram_api_url}: {error}")


if __name__ == "__main__":
    main()
