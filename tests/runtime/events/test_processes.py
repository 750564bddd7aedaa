"""What is promised when processes die, freeze and lose their connection: nothing is lost."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from framework.runtime.events import Event
from framework.runtime.events.stream import letters_of
from tests.runtime.events.bus import Bus, Happened
from tests.runtime.events.worker import ALWAYS, HANGS, KILLS, POLICY, SOMETIMES

if TYPE_CHECKING:
    from asyncio.subprocess import Process
    from collections.abc import AsyncGenerator

    from framework.runtime.events import Broker

pytestmark = [pytest.mark.anyio, pytest.mark.slow]

LEASE = 1.0  # seconds
PATIENCE = 60.0  # seconds: how long a busy machine may take to start a process


class Workers:
    """Processes that consume, and what they have written down."""

    def __init__(self, bus: Bus, folder: Path) -> None:
        """Consume the stream of `bus`."""
        self.bus = bus
        self.lease = LEASE
        self._ledger = folder / "ledger"
        self._ledger.touch()
        self.running: list[Process] = []
        self._publisher: Broker | None = None

    async def start(self) -> Process:
        """Start a process; it consumes when this returns."""
        worker = Path(__file__).with_name("worker.py")
        arguments = (
            str(worker),
            self.bus.url,
            self.bus.event.name,
            str(self._ledger),
            str(self.lease),
        )
        environment = os.environ | {"PYTHONPATH": str(Path.cwd())}
        process = await asyncio.create_subprocess_exec(sys.executable, *arguments, env=environment)
        self.running.append(process)
        await self.until("R", process.pid)
        return process

    def done(self, what: str) -> Counter[int]:
        """Count the lines of one kind by the number of their message."""
        return Counter(number for kind, number in self.lines() if kind == what)

    def lines(self) -> list[tuple[str, int]]:
        """Read what was written down, in the order in which it happened."""
        lines = (line.split() for line in self._ledger.read_text().splitlines())
        return [(kind, int(number)) for kind, number in lines]

    async def until(
        self, what: str, number: int, times: int = 1, seconds: float = PATIENCE
    ) -> None:
        """Wait until a message was attempted, or succeeded, so often."""
        async with asyncio.timeout(seconds):
            while self.done(what)[number] < times:  # noqa: ASYNC110 - a file tells nobody
                await asyncio.sleep(0.02)

    async def publish(self, number: int, note: str = "") -> None:
        """Publish a message."""
        if self._publisher is None:
            self._publisher = await self.bus.start()
        await self._publisher.publish(self.bus.event, Happened(number=number, note=note))

    async def close(self) -> None:
        """End all processes."""
        for process in self.running:
            if process.returncode is None:
                process.send_signal(signal.SIGCONT)
                process.kill()
            await process.wait()


@pytest.fixture
async def workers(real: Bus, tmp_path: Path) -> AsyncGenerator[Workers]:
    """Give a folder for processes that consume from a real Redis."""
    workers = Workers(real, tmp_path)
    yield workers
    await workers.close()


async def test_a_message_of_a_killed_process_is_delivered_to_another(workers: Workers) -> None:
    """SIGKILL in the middle of a message loses nothing, and counts as a crash, not a failure."""
    first = await workers.start()
    await workers.publish(1, HANGS)
    await workers.until("A", 1)
    first.kill()
    await first.wait()

    await workers.start()
    await workers.until("A", 1, times=2)
    (held,) = await workers.bus.client.xpending_range(workers.bus.event.name, "group", "-", "+", 9)
    assert held["times_delivered"] == 2
    await workers.bus.settled("group", seconds=PATIENCE)
    assert workers.done("S") == {1: 1}


async def test_a_message_that_kills_its_process_is_given_up(workers: Workers) -> None:
    """After as many deaths as the policy has attempts; those that were beside it are not."""
    await workers.publish(1, KILLS)
    for number in range(2, 10):
        await workers.publish(number)
    for death in range(POLICY.attempts):
        process = await workers.start()
        async with asyncio.timeout(PATIENCE):
            await process.wait()
        assert workers.done("A")[1] == death + 1

    await workers.start()
    await workers.bus.settled("group", letters=1, seconds=PATIENCE)

    assert workers.done("A")[1] == POLICY.attempts
    assert set(workers.done("S")) == set(range(2, 10))
    (letter,) = await workers.bus.letters()
    assert letter["dlq-error-type"] == "CrashedError"
    assert letter["dlq-crashes"] == str(POLICY.attempts)


async def test_a_pause_survives_the_process(workers: Workers) -> None:
    """Killed during the pause between two attempts: the count goes on where it was."""
    for number in range(20):
        await workers.publish(number, ALWAYS)
    for _ in range(3):
        process = await workers.start()
        await asyncio.sleep(1.2)
        process.kill()
        await process.wait()
    await workers.start()
    await workers.bus.settled("group", letters=20, seconds=PATIENCE)

    attempts = workers.done("A")
    letters = await workers.bus.letters()
    crashes = sum(int(letter["dlq-crashes"]) for letter in letters)
    assert sum(attempts.values()) == sum(int(letter["dlq-attempts"]) for letter in letters)
    assert sum(attempts.values()) == 20 * POLICY.attempts + crashes
    assert await workers.bus.remains("group") == {}


async def test_a_frozen_process_loses_its_message_and_does_not_finish_it(
    workers: Workers,
) -> None:
    """SIGSTOP for longer than the lease: another one takes over, the first one is cancelled."""
    frozen = await workers.start()
    await workers.publish(1, HANGS)
    await workers.until("A", 1)
    frozen.send_signal(signal.SIGSTOP)
    await workers.start()
    await workers.until("A", 1, times=2)
    frozen.send_signal(signal.SIGCONT)
    await workers.until("S", 1)

    await workers.bus.settled("group", seconds=PATIENCE)
    await asyncio.sleep(3)
    assert workers.done("S") == {1: 1}


async def test_sigterm_hands_messages_over_at_once(workers: Workers) -> None:
    """What is not finished within the grace goes to another process before any lease runs out."""
    workers.lease = PATIENCE
    first = await workers.start()
    await workers.publish(1, HANGS)
    await workers.until("A", 1)
    await workers.start()

    told = time.monotonic()
    first.terminate()
    await workers.until("A", 1, times=2)

    assert time.monotonic() - told < workers.lease / 2
    assert await first.wait() == 0
    await workers.bus.settled("group", seconds=PATIENCE)


async def test_a_cut_connection_is_opened_again(workers: Workers) -> None:
    """Every connection is cut several times a second: each message is consumed nevertheless."""
    await workers.start()
    for number in range(60):
        await workers.publish(number)
        if number % 6 == 0:
            await workers.bus.client.client_kill_filter(_type="normal", skipme=True)
            await asyncio.sleep(0.1)

    await workers.bus.settled("group", seconds=PATIENCE)
    assert set(workers.done("S")) == set(range(60))


async def test_keys_keep_their_order_while_processes_die(workers: Workers) -> None:
    """Of each key every message is consumed, none before the one that was published before it."""
    event = Event(workers.bus.event.name, Happened, key="note")
    publisher = await workers.bus.start()
    await workers.start()
    for number in range(200):
        await publisher.publish(event, Happened(number=number, note=f"k{number % 10}"))
        if number % 60 == 30:
            await workers.start()
            workers.running[-2].kill()

    async with asyncio.timeout(PATIENCE):
        while len(workers.done("S")) < 200:  # noqa: ASYNC110 - files tell nobody
            await asyncio.sleep(0.1)
    await workers.bus.settled("group", seconds=PATIENCE)
    succeeded = [number for kind, number in workers.lines() if kind == "S"]
    for key in range(10):
        told = [number for number in succeeded if number % 10 == key]
        assert list(dict.fromkeys(told)) == list(range(key, 200, 10))
        assert told == sorted(told)
    assert await workers.bus.remains("group") == {}


async def test_nothing_is_lost(workers: Workers) -> None:
    """500 messages, one in ten fails, 5 fail always, 5 are invalid; workers die all the while."""
    always, invalid = set(range(0, 500, 100)), set(range(1, 500, 100))
    await workers.start()
    await workers.start()
    for number in range(500):
        if number in invalid:
            await workers.bus.client.xadd(workers.bus.event.name, {b"__data__": b"{%d" % number})
        else:
            note = ALWAYS if number in always else SOMETIMES
            await workers.publish(number, note)
        if number % 125 == 124:
            workers.running[number // 125].kill()
            await workers.start()

    # One in ten thousand fails four times by chance alone, so letters are counted when it is over.
    async with asyncio.timeout(60):
        while len(workers.done("S")) + len(await workers.bus.letters()) < 500:  # noqa: ASYNC110 - files and Redis tell nobody
            await asyncio.sleep(0.1)
    letters = await workers.bus.letters()
    await workers.bus.settled("group", letters=len(letters), seconds=PATIENCE)

    succeeded = set(workers.done("S"))
    failed = {int(text) for text in (x["dlq-error-message"] for x in letters) if text.isdecimal()}
    kinds = Counter(letter["dlq-error-type"] for letter in letters)
    assert succeeded | failed == set(range(500)) - invalid
    assert always <= failed
    assert not succeeded & always
    assert kinds["InvalidMessageError"] == len(invalid)
    assert kinds["LookupError"] == len(failed)
    assert kinds["CrashedError"] == 0
    kept = await workers.bus.client.xrange(letters_of(workers.bus.event.name))
    assert {b"{%d" % n for n in invalid} <= {fields[b"__data__"] for _, fields in kept}
    assert await workers.bus.remains("group") == {}
