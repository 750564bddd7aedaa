"""One task runs an iterator from begin to end, whatever it does and whoever stops it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from structlog.testing import capture_logs

from framework.runtime.http.streams import pump as pumps
from framework.runtime.http.streams.pump import Pump

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

pytestmark = pytest.mark.anyio


class Source:
    """Numbers, and what became of who yields them."""

    def __init__(self) -> None:
        """Start with nothing yielded."""
        self.yielded = 0
        self.tasks: list[asyncio.Task[object] | None] = []

    async def numbers(self) -> AsyncIterator[int]:
        """Yield 1 to 3, in a block that only its own task can leave."""
        self.tasks.append(asyncio.current_task())
        try:
            async with asyncio.timeout(5):
                for number in (1, 2, 3):
                    self.yielded = number
                    yield number
        finally:
            await asyncio.sleep(0)
            self.tasks.append(asyncio.current_task())


async def test_the_next_item_is_asked_for_when_the_last_was_sent() -> None:
    """Not before, so that nothing piles up; then the end is told."""
    source = Source()
    async with Pump(source.numbers()) as pump:
        assert await pump.next(1) == 1
        await asyncio.sleep(0.01)
        assert source.yielded == 1
        assert [await pump.next(1), await pump.next(1)] == [2, 3]
        with pytest.raises(StopAsyncIteration):
            await pump.next(1)


async def test_ahead_one_item_waits() -> None:
    """The next one is read as soon as one is taken, the one after it is not."""
    source, ended = Source(), list[bool]()
    async with Pump(source.numbers(), ahead=True, ended=lambda: ended.append(True)) as pump:
        assert await pump.next(1) == 1
        await asyncio.sleep(0.01)
        assert source.yielded == 2
        assert [await pump.next(1), await pump.next(1)] == [2, 3]
        await asyncio.sleep(0.01)
        assert ended == [True]


async def test_leaving_closes_in_the_task_that_opened() -> None:
    """Else a timeout or a task group around a `yield` would break."""
    source = Source()
    async with Pump(source.numbers()) as pump:
        await pump.next(1)

    assert len(source.tasks) == 2
    assert source.tasks[0] is source.tasks[1]


async def test_silence_is_no_item_and_no_end() -> None:
    """None after the time that was given, as often as it is asked."""

    async def quiet() -> AsyncIterator[int]:
        await asyncio.sleep(0.05)
        yield 1

    async with Pump(quiet()) as pump:
        assert await pump.next(0.01) is None
        assert await pump.next(1) == 1


async def test_who_does_not_end_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """After a while, with an error in the log; the client has its answer."""
    monkeypatch.setattr(pumps, "CLOSE_SECONDS", 0.05)
    held = asyncio.Event()

    async def stubborn() -> AsyncIterator[int]:
        try:
            yield 1
            await asyncio.Event().wait()
        finally:
            await held.wait()

    with capture_logs() as logs:
        async with Pump(stubborn()) as pump:
            assert await pump.next(1) == 1
            assert await pump.next(0.01) is None
    held.set()
    await asyncio.sleep(0.01)

    assert [entry["log_level"] for entry in logs] == ["error"]


async def test_who_goes_on_after_its_end_is_stopped() -> None:
    """A generator that takes its cancellation for a hiccup yields to nobody."""

    async def deaf() -> AsyncIterator[int]:
        while True:
            try:
                await asyncio.sleep(10)
            except asyncio.CancelledError:
                yield 2

    pump = Pump(deaf())
    async with asyncio.timeout(1), pump:
        assert await pump.next(0.01) is None


async def test_a_fault_while_closing_is_logged() -> None:
    """There is nobody left to tell."""

    async def careless() -> AsyncIterator[int]:
        try:
            yield 1
        finally:
            message = "while closing"
            raise LookupError(message)

    with capture_logs() as logs:
        async with Pump(careless()) as pump:
            await pump.next(1)

    assert [entry["log_level"] for entry in logs] == ["error"]
