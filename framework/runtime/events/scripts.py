"""What happens in one step inside Redis, so that neither a crash nor a race can come between.

All scripts of delivery take the same keys, which share one slot of a cluster, and can be repeated
when their answer was lost. Time is the server's.
"""

from __future__ import annotations

from pathlib import Path

_FOLDER = Path(__file__).with_name("lua")


def _script(*parts: str) -> str:
    return "\n".join((_FOLDER / f"{part}.lua").read_text("utf-8") for part in parts)


JOIN = _script("named", "delivery", "join")
TAKE = _script("named", "delivery", "take")
ACK = _script("named", "delivery", "ack")
RETRY = _script("named", "delivery", "retry")
BURY = _script("named", "delivery", "bury")
HOLD = _script("named", "delivery", "hold")
FORGET = _script("named", "delivery", "forget")
TRIM = _script("named", "trim")
