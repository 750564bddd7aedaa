"""Say which name was meant, or which ones there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.spec.near import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONGEST_LIST = 8


def did_you_mean(name: str, known: Iterable[str]) -> str | None:
    """Return the help for an unknown name: the nearest known one, or all if they are few."""
    names = list(dict.fromkeys(known))
    meant = nearest(name, names)
    if meant:
        return f"did you mean `{meant}`?"
    if len(names) == 1:
        return f"the only one is `{names[0]}`"
    return f"use one of {', '.join(names)}" if 0 < len(names) <= _LONGEST_LIST else None
