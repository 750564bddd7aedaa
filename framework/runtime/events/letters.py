"""What a dead letter says: the message as it came, and why it was given up."""

from __future__ import annotations

import hashlib
import traceback
from datetime import UTC, datetime
from itertools import islice
from pathlib import PurePath
from typing import TYPE_CHECKING

from framework.runtime.events.errors import InvalidMessageError

if TYPE_CHECKING:
    from framework.runtime.events.consuming import Told
    from framework.runtime.events.port import Delivery, Letter

LONGEST_MESSAGE = 2000
LONGEST_TRACEBACK = 4000
MOST_FIELDS = 1000  # of a message; ours have two, and a script cannot take more than 8,000 values
_FRAMES = 6


def letter(
    delivery: Delivery, told: Told, error: BaseException, who: tuple[str, str, int]
) -> Letter:
    """Return the fields of the dead letter: those of the message, then ours, `dlq-...`.

    `who` gave it up: the group, the consumer, and how often it had failed.
    """
    group, consumer, failures = who
    now = datetime.now(UTC)
    first = delivery.first_failed
    said: dict[str, str] = {
        "dlq-stream": delivery.stream,
        "dlq-group": group,
        "dlq-consumer": consumer,
        "dlq-id": delivery.id.decode(),
        "dlq-message-id": told.message_id,
        "dlq-correlation-id": told.correlation_id,
        "dlq-error-type": type(error).__name__,
        "dlq-error-message": _text(error)[:LONGEST_MESSAGE],
        "dlq-traceback-digest": digest(error),
        "dlq-traceback": _traceback(error),
        "dlq-attempts": str(failures + delivery.crashes),
        "dlq-crashes": str(delivery.crashes),
        "dlq-first-attempt": _time(datetime.fromtimestamp(first / 1000, UTC) if first else now),
        "dlq-last-attempt": _time(now),
    }
    fields = [part for field in islice(delivery.fields.items(), MOST_FIELDS) for part in field]
    ours = (part.encode(errors="backslashreplace") for field in said.items() for part in field)
    return (*fields, *ours)


def digest(error: BaseException) -> str:
    """Return what is the same for every failure in the same place, whatever it says.

    Frames of libraries are left out: an upgrade of theirs is no other fault.
    """
    frames = ((PurePath(f.filename), f.name) for f in traceback.extract_tb(error.__traceback__))
    places = (f"{path.name}:{name}" for path, name in frames if "site-packages" not in path.parts)
    text = "|".join((type(error).__qualname__, *places))
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _text(error: BaseException) -> str:
    try:
        return str(error)
    except Exception:  # noqa: BLE001 - an error that cannot tell itself is told without words
        return ""


def _traceback(error: BaseException) -> str:
    if isinstance(error, InvalidMessageError):
        return ""  # where our code noticed it helps nobody
    return "".join(traceback.format_exception(error, limit=-_FRAMES))[-LONGEST_TRACEBACK:]


def _time(moment: datetime) -> str:
    return moment.isoformat(timespec="milliseconds")
