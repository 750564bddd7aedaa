"""Guess which name was meant, when a diagnostic is about to be made and only then."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONGEST_LIST = 8
_MOST_COMPARED = 2_000


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Return the one of `known` that is most like `name`, if one is at all."""
    names = list(dict.fromkeys(known))
    folded = {candidate.lower().replace("-", "_"): candidate for candidate in reversed(names)}
    same = folded.get(name.lower().replace("-", "_"))
    if same:
        return same
    found = get_close_matches(name, names[:_MOST_COMPARED], n=1)
    return found[0] if found else None


def did_you_mean(name: str, known: Iterable[str]) -> str | None:
    """Return the help for an unknown name: the nearest known one, or all if they are few."""
    names = list(dict.fromkeys(known))
    meant = nearest(name, names)
    if meant:
        return f"did you mean `{meant}`?"
    if len(names) == 1:
        return f"the only one is `{names[0]}`"
    return f"use one of {', '.join(names)}" if 0 < len(names) <= _LONGEST_LIST else None
