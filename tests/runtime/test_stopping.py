"""Who lasts hears that the process is to end, and whoever heard it before still does."""

from __future__ import annotations

import asyncio
import signal

import pytest

from framework.runtime.stopping import Stopping

pytestmark = pytest.mark.anyio


async def test_a_signal_is_heard_by_both() -> None:
    """By what is called here, and by the receiver that a server has installed."""
    heard: list[str] = []
    before = signal.signal(signal.SIGTERM, lambda *_: heard.append("server"))
    try:
        stopping = Stopping()
        with stopping.listening(), stopping.calling(lambda: heard.append("stream")):
            signal.raise_signal(signal.SIGTERM)
            await asyncio.sleep(0.01)
        signal.raise_signal(signal.SIGTERM)
    finally:
        signal.signal(signal.SIGTERM, before)

    assert heard == ["server", "stream", "server"]


async def test_two_services_listen_in_one_process() -> None:
    """Whichever ends first, the signal reaches the other one and the server."""
    heard: list[str] = []
    before = signal.signal(signal.SIGTERM, lambda *_: heard.append("server"))
    try:
        first, second = Stopping(), Stopping()
        outer = first.listening()
        outer.__enter__()
        with second.listening(), second.calling(lambda: heard.append("second")):
            outer.__exit__(None, None, None)
            signal.raise_signal(signal.SIGTERM)
            await asyncio.sleep(0.01)
    finally:
        signal.signal(signal.SIGTERM, before)

    assert sorted(heard) == ["second", "server"]


async def test_who_comes_late_is_told_at_once() -> None:
    """A request on a connection that was open when the process was told to end."""
    stopping, heard = Stopping(), list[str]()
    stopping.tell()
    with stopping.calling(lambda: heard.append("late")):
        assert heard == ["late"]
    stopping.tell()

    assert heard == ["late"]


async def test_off_the_main_thread_nothing_is_installed() -> None:
    """Python lets only the main thread receive signals; a server there has limits of its own."""

    async def run() -> object:
        with Stopping().listening():
            return signal.getsignal(signal.SIGTERM)

    before = signal.getsignal(signal.SIGTERM)
    assert await asyncio.to_thread(asyncio.run, run()) is before
