"""Find the name that a misspelt one was meant to be, when a diagnostic is about to be made."""

from __future__ import annotations

from difflib import SequenceMatcher, get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_MOST_COMPARED = 2_000
_NEAR = 0.7  # a letter lost of four; for help, less is enough
_APART = 0.12  # by how much the next best has to be worse


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Return the one of `known` that is most like `name`, if one is at all."""
    names = list(dict.fromkeys(known))
    same = next((x for x in names if _folded(x) == _folded(name)), None)
    found = [same] if same else get_close_matches(name, names[:_MOST_COMPARED], n=1)
    return found[0] if found else None


def sole(name: str, known: Iterable[str]) -> str | None:
    """Return the one of `known` that is near to `name` while no other is as near."""
    names = list(dict.fromkeys(known))
    same = [x for x in names if _folded(x) == _folded(name)]
    found = same or get_close_matches(name, names[:_MOST_COMPARED], n=2, cutoff=_NEAR)
    if len(found) > 1 and (same or _likeness(name, found[0]) - _likeness(name, found[1]) < _APART):
        return None
    return found[0] if found else None


def _folded(name: str) -> str:
    return name.lower().replace("-", "_")


def _likeness(name: str, other: str) -> float:
    return SequenceMatcher(None, other, name).ratio()
