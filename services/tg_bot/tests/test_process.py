"""What whoever runs the bot may rely on: it ends when it is told to, and keeps its token secret."""

import asyncio
import os
import signal
import sys
from asyncio.subprocess import PIPE, STDOUT, Process

import pytest

from services.tg_bot.main import main
from services.tg_bot.tests.serving import serving
from services.tg_bot.tests.telegram import TOKEN, Telegram


async def start(telegram_url: str, token: str) -> Process:
    """Start the bot as its container does."""
    env = {
        "TELEGRAM_TOKEN": token,
        "TELEGRAM_API_URL": telegram_url,
        "BROKER_URL": "memory://",
        "LOG_LEVEL": "debug",
    }
    main = (sys.executable, "-m", "services.tg_bot.main")
    return await asyncio.create_subprocess_exec(
        *main, env=os.environ | env, stdout=PIPE, stderr=STDOUT
    )


async def ended(process: Process) -> tuple[int | None, str]:
    """Wait for the end; return the exit code and all that was printed."""
    async with asyncio.timeout(30):
        printed, _ = await process.communicate()
    return process.returncode, printed.decode()


@pytest.mark.anyio
async def test_the_bot_stops_cleanly() -> None:
    """SIGTERM ends it with code 0, and even its most talkative log lacks the token."""
    telegram = Telegram()
    async with serving(telegram.app) as url:
        process = await start(url, TOKEN)
        await telegram.say("/start")
        await telegram.answer()
        process.send_signal(signal.SIGTERM)
        code, printed = await ended(process)

    assert code == 0, printed
    assert "Traceback" not in printed
    assert TOKEN not in printed


@pytest.mark.anyio
async def test_a_wrong_token_is_one_sentence() -> None:
    """A bot that Telegram does not know does not start, and does not tell the token either."""
    wrong = TOKEN.replace("A", "B")
    async with serving(Telegram().app) as url:
        code, printed = await ended(await start(url, wrong))

    assert code == 1
    assert printed.splitlines()[-1] == (
        "tg_bot: Telegram knows no bot of this TELEGRAM_TOKEN; ask @BotFather for one"
    )
    assert "Traceback" not in printed
    assert wrong not in printed


def test_a_telegram_that_is_away_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    """The address that does not answer is named, without the token behind it."""
    monkeypatch.setenv("TELEGRAM_TOKEN", TOKEN)
    monkeypatch.setenv("TELEGRAM_API_URL", "http://127.0.0.1:1")
    monkeypatch.setenv("BROKER_URL", "memory://")

    with pytest.raises(SystemExit, match=r"^tg_bot: no answer from http://127\.0\.0\.1:1: ") as end:
        main()
    assert TOKEN not in str(end.value)
