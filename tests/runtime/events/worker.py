"""A consumer in a process of its own, for tests that kill it; it writes down what it does.

Arguments: the broker's URL, the stream, the file to write to, the length of a lease in seconds.
A line is `A` (attempted) or `S` (succeeded) and the number of a message, or `R` (ready) and an id.
"""

from __future__ import annotations

import asyncio
import logging
import os
import random
import signal
import sys

import structlog

from framework.runtime.events import Consumers, Event, Pace, RetryPolicy, connect
from tests.runtime.events.bus import Happened

POLICY = RetryPolicy(attempts=4, base=0.2, max=1)
ALWAYS, SOMETIMES, HANGS, KILLS = "always", "sometimes", "hangs", "kills"


def consumers(stream: str, file: int) -> Consumers:
    """Declare a consumer that does what the note of a message says."""
    declared = Consumers("group")

    def note(what: str, message: Happened) -> None:
        os.write(file, f"{what} {message.number}\n".encode())

    @declared.subscribe(Event(stream, Happened), POLICY)
    async def happened(message: Happened) -> None:
        note("A", message)
        await asyncio.sleep(random.random() * 0.02)  # noqa: S311 - a test
        if message.note == KILLS:
            os.kill(os.getpid(), signal.SIGKILL)
        if message.note == HANGS:
            await asyncio.sleep(3)
        luck = 0.1 if message.note == SOMETIMES else 0
        if message.note == ALWAYS or random.random() < luck:  # noqa: S311 - likewise
            raise LookupError(message.number)
        note("S", message)

    return declared


async def main(url: str, stream: str, ledger: str, lease: str) -> None:
    """Consume until SIGTERM."""
    file = os.open(ledger, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    broker = connect(url, service="worker", pace=Pace(lease=float(lease), block=0.1))
    stopped = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stopped.set)
    await broker.start(consumers(stream, file))
    os.write(file, f"R {os.getpid()}\n".encode())
    await stopped.wait()
    await broker.stop(grace=0.2)


if __name__ == "__main__":
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    asyncio.run(main(*sys.argv[1:]))
