"""Tell what would go on for ever that the server is about to stop."""

from __future__ import annotations

import asyncio
import signal
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from types import FrameType

_SIGNALS = (signal.SIGINT, signal.SIGTERM)


class Stopping:
    """Calls who asked for it once the process is told to end.

    A server first waits for all answers, then ends the lifespan: a stream that waited for that
    would wait for ever. Where signals cannot be heard, the server's own limit ends it.
    """

    def __init__(self) -> None:
        """Start with nobody to call."""
        self._callbacks: dict[object, Callable[[], None]] = {}
        self._told = False

    def tell(self) -> None:
        """Call all, and from now on whoever asks."""
        self._told = True
        for call in list(self._callbacks.values()):
            call()

    @contextmanager
    def calling(self, call: Callable[[], None]) -> Generator[None]:
        """Call `call` when the process is told to end within the block, or was before."""
        key = object()
        self._callbacks[key] = call
        if self._told:
            call()
        try:
            yield
        finally:
            del self._callbacks[key]

    @contextmanager
    def listening(self) -> Generator[None]:
        """Hear the signals that end the process within the block; their receivers hear them too."""
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        loop = asyncio.get_running_loop()
        receivers = {number: signal.getsignal(number) for number in _SIGNALS}

        def receive(number: int, frame: FrameType | None) -> None:
            if not loop.is_closed():
                loop.call_soon_threadsafe(self.tell)
            receiver = receivers[signal.Signals(number)]
            if callable(receiver):
                receiver(number, frame)

        heard = [number for number in _SIGNALS if callable(receivers[number])]
        for number in heard:
            signal.signal(number, receive)
        try:
            yield
        finally:
            for number in heard:
                if signal.getsignal(number) is receive:  # else another one listens in front of us
                    signal.signal(number, receivers[number])
