"""How pauses between attempts grow, for calls and for messages."""

from __future__ import annotations

from typing import Literal, TypeAlias

Backoff: TypeAlias = Literal["exponential", "constant"]
_DOUBLINGS = 64  # more than any maximum allows; a float can hold them


def pause_after(failures: int, backoff: Backoff, base: float, longest: float) -> float:
    """Return the pause after so many failures: it doubles from `base` up to `longest`."""
    if backoff == "constant":
        return base
    return min(longest, base * 2.0 ** min(failures - 1, _DOUBLINGS))
