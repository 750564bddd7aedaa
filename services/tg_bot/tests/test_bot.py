"""What people see of the bot, at Telegram; and what others hear of what people said."""

import asyncio
from datetime import UTC, datetime

import pytest

from services.tg_bot.tests.telegram import SENT_AT
from services.tg_bot.tests.world import World
from shared.generated.models.commands import CommandReceived

pytestmark = pytest.mark.anyio


async def ask(world: World, text: str) -> str:
    """Send `text` as the person number 7; return what the bot answers to them."""
    await world.telegram.say(text, person=7)
    chat, answer = await world.telegram.answer()
    assert chat == 7
    return answer


async def test_the_bot_greets(world: World) -> None:
    """Who starts the bot reads what it can do."""
    assert await ask(world, "/start") == (
        "Hello, Ada Lovelace!\n"
        "/register <email> [name] registers you, /people lists who is registered."
    )


async def test_a_person_registers(world: World) -> None:
    """The backend hears the address, the name and who that is at Telegram."""
    answer = await ask(world, "/register ada@example.com Countess of Lovelace")

    assert answer == "Countess of Lovelace, you are registered as number 1."
    (ada,) = world.people.known
    assert (ada.email, ada.telegram_id) == ("ada@example.com", 7)


async def test_the_name_at_telegram_is_the_default(world: World) -> None:
    """Who gives no name is registered under the one that Telegram shows."""
    answer = await ask(world, "/register ada@example.com")

    assert answer == "Ada Lovelace, you are registered as number 1."


async def test_people_are_listed(world: World) -> None:
    """The list has everybody by number and name, and keeps their addresses to itself."""
    assert await ask(world, "/people") == "Nobody yet."

    await ask(world, "/register ada@example.com")
    await ask(world, "/register grace@example.com Grace Hopper")

    assert await ask(world, "/people") == "1. Ada Lovelace\n2. Grace Hopper"


async def test_an_address_is_asked_for(world: World) -> None:
    """Who forgets the address is told what to send."""
    answer = await ask(world, "/register")

    assert answer == "Please send your e-mail address too: /register <email> [name]"


async def test_an_address_is_registered_once(world: World) -> None:
    """The backend's 409 becomes a sentence."""
    await ask(world, "/register ada@example.com")

    answer = await ask(world, "/register ada@example.com")

    assert answer == "This e-mail address is already registered."


async def test_what_is_invalid_is_refused(world: World) -> None:
    """An address or a name outside the contract becomes a sentence, too."""
    advice = "Please check the e-mail address and the name."

    assert await ask(world, "/register nonsense") == advice
    assert await ask(world, f"/register ada@example.com {'x' * 81}") == advice


async def test_each_command_is_published(world: World) -> None:
    """Others hear of every command once, as it was sent, whatever comes of it."""
    await ask(world, "/start")
    await world.telegram.say("/start", edited=True)
    await ask(world, "/register nonsense")

    async with asyncio.timeout(5):
        published = [(await world.published.get())[1] for _ in range(2)]
    sent_at = datetime.fromtimestamp(SENT_AT, UTC)
    assert published == [
        CommandReceived(command="start", argument="", chat_id=7, received_at=sent_at),
        CommandReceived(command="register", argument="nonsense", chat_id=7, received_at=sent_at),
    ]


async def test_a_command_is_followed_by_one_id(world: World) -> None:
    """What is published and what the backend is asked carry the same correlation id."""
    await ask(world, "/register ada@example.com")

    async with asyncio.timeout(5):
        published_with, _ = await world.published.get()
    assert world.people.correlation_ids == [published_with]
