"""What would be sent: one line of JSON for each notification, in place of a mail server."""

import asyncio
import json
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Notification:
    """A message to one person."""

    to: str
    subject: str
    text: str


class Outbox:
    """A file of notifications, which only grows."""

    def __init__(self, file: Path) -> None:
        """Write to `file`; the first notification makes it."""
        self._file = file

    async def record(self, notification: Notification) -> None:
        """Append `notification`; it is in the file when this returns."""
        await asyncio.to_thread(self._append, json.dumps(asdict(notification), ensure_ascii=False))

    def _append(self, line: str) -> None:
        self._file.parent.mkdir(parents=True, exist_ok=True)
        with self._file.open("a", encoding="utf-8") as file:
            file.write(f"{line}\n")
