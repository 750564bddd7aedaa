"""What a consumer with a database is promised: commit, its events, then the acknowledgement."""

from collections.abc import AsyncGenerator, Callable
from pathlib import Path
from typing import Annotated, Protocol

import pytest
from faststream import Depends
from sqlalchemy import text
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.event import listens_for
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from structlog.typing import EventDict

from framework.runtime.events import (
    ConsumerError,
    Consumers,
    Event,
    Publisher,
    RetryPolicy,
    Session,
    publisher,
)
from tests.runtime.events.bus import Bus, Happened, until

pytestmark = pytest.mark.anyio


SCHEMA = (
    "CREATE TABLE number (n INTEGER PRIMARY KEY)",
    "INSERT INTO number VALUES (-1), (1), (2)",
    "CREATE TABLE note (n INTEGER REFERENCES number DEFERRABLE INITIALLY DEFERRED)",
)


class Controller(Protocol):
    """What a generated consumer calls."""

    async def happened(self, *, message: Happened) -> None:
        """Take the message."""
        ...


class Events(Publisher):
    """What the consumers under test publish."""

    async def noted(self, message: Happened) -> None:
        """Say that a number was noted."""
        await self.publish(Event(f"{message.note}_noted", Happened), message)


class Notes:
    """A controller that writes and publishes, and fails for negative numbers after both."""

    def __init__(
        self, session: Session, events: Annotated[Events, Depends(publisher(Events))]
    ) -> None:
        """Take what FastStream injects."""
        self.session = session
        self.events = events

    async def happened(self, *, message: Happened) -> None:
        """Note the number."""
        await self.session.execute(text("INSERT INTO note VALUES (:n)"), {"n": message.number})
        await self.events.noted(message)
        if message.number < 0:
            raise LookupError


def create_consumers(bus: Bus, provide: Callable[..., Controller]) -> Consumers:
    """Declare consumers in the shape of generated code."""
    consumers = Consumers("notes")
    Controlled = Annotated[Controller, Depends(provide)]  # noqa: N806 - an alias, as generated

    @consumers.subscribe(bus.event, RetryPolicy(attempts=1))
    async def happened(message: Happened, controller: Controlled) -> None:
        await controller.happened(message=message)

    return consumers


@pytest.fixture
async def engine(tmp_path: Path) -> AsyncGenerator[AsyncEngine]:
    """Give a database of notes; a note of 13 fails, but not before COMMIT."""
    engine = create_async_engine(f"sqlite+aiosqlite:///{tmp_path / 'notes.db'}")

    @listens_for(engine.sync_engine, "connect")
    def check_foreign_keys(connection: DBAPIConnection, _: object) -> None:
        connection.cursor().execute("PRAGMA foreign_keys = ON")

    async with engine.begin() as connection:
        for statement in SCHEMA:
            await connection.execute(text(statement))
    yield engine
    await engine.dispose()


async def notes(engine: AsyncEngine) -> list[int]:
    """Read the notes in the database."""
    async with engine.connect() as connection:
        return list((await connection.execute(text("SELECT n FROM note"))).scalars())


async def publish(bus: Bus, *numbers: int) -> None:
    """Publish numbers with the name of the stream as their note."""
    broker = await bus.start()
    for number in numbers:
        await broker.publish(bus.event, Happened(number=number, note=bus.event.name))


async def test_success_commits_publishes_and_acknowledges(bus: Bus, engine: AsyncEngine) -> None:
    """After success the row is there, the event is out, and nothing is pending."""
    broker = await bus.start(create_consumers(bus, Notes), engine=engine)
    await publish(bus, 1, 2)
    noted: list[int] = []
    await bus.start(listening(bus, noted))

    await until(lambda: sorted(noted) == [1, 2])

    await broker.stop()
    assert sorted(await notes(engine)) == [1, 2]
    assert await bus.pending("notes") == 0


async def test_failure_rolls_back_and_publishes_nothing(bus: Bus, engine: AsyncEngine) -> None:
    """A consumer that raises leaves no row and no event behind, but a dead letter."""
    noted: list[int] = []
    await bus.start(listening(bus, noted))
    broker = await bus.start(create_consumers(bus, Notes), engine=engine)

    await publish(bus, -1, 2)
    await until(lambda: noted == [2])

    await bus.settled("notes", letters=1)
    await broker.stop()
    assert await notes(engine) == [2]


async def test_a_failing_commit_is_a_failure(bus: Bus, engine: AsyncEngine) -> None:
    """A message whose COMMIT fails is given up; no row and no event of it is seen."""
    noted: list[int] = []
    await bus.start(listening(bus, noted))
    broker = await bus.start(create_consumers(bus, Notes), engine=engine)

    await publish(bus, 13, 2)  # the foreign key, checked at COMMIT, has no 13
    await until(lambda: noted == [2])

    await bus.settled("notes", letters=1)
    await broker.stop()
    assert await notes(engine) == [2]


async def test_a_session_without_a_database_is_a_clear_failure(
    bus: Bus, logs: list[EventDict]
) -> None:
    """A service that has no database says so for each message that asks for a session."""
    broker = await bus.start(create_consumers(bus, Notes))

    await publish(bus, 1)
    await until(lambda: any(line["event"] == "message is given up" for line in logs))

    await broker.stop()
    (failure,) = [line for line in logs if line["log_level"] == "error"]
    assert "no database" in str(failure["exc_info"])


async def test_a_parameter_that_nothing_provides_is_refused_at_start(bus: Bus) -> None:
    """The sentence names the event and the parameter."""

    class Greedy:
        def __init__(self, limit: int) -> None:
            self.limit = limit

        async def happened(self, *, message: Happened) -> None:
            """Never called."""

    with pytest.raises(ConsumerError, match=rf"{bus.event.name}.*nothing provides `limit`"):
        await bus.start(create_consumers(bus, Greedy))


def listening(bus: Bus, noted: list[int]) -> Consumers:
    """Declare a consumer of what the controller publishes."""
    consumers = Consumers("listener")

    @consumers.subscribe(Event(f"{bus.event.name}_noted", Happened))
    async def heard(message: Happened, _: Annotated[None, Depends(lambda: None)]) -> None:
        noted.append(message.number)

    return consumers
