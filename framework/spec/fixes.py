"""Fixes for findings about a place: each is None where the text makes no sure one possible."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from framework.diagnostics import Fix
from framework.spec.words import INTEGRAL
from framework.syntax import edits
from framework.syntax.edits import source
from framework.syntax.quoting import quote

if TYPE_CHECKING:
    from framework.diagnostics import Edit
    from framework.spec.place import Place

_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_OPEN = "none"  # a slip never opens what `auth` protects
_WORD = re.compile(r"[A-Za-z0-9_]+")
_WHOLE = re.compile(r"-?(0|[1-9][0-9]{0,14})")


def rewritten(place: Place, yaml: str, title: str = "") -> Fix | None:
    """Write `yaml` in place of a scalar."""
    edit = edits.edit_value(place.document, place.path, yaml)
    return _fix(title or f"write `{yaml}`", edit)


def corrected(place: Place, text: str) -> Fix | None:
    """Write another text in place of a scalar."""
    return rewritten(place, quote(text, flow=True), f"write `{text}`")


def renamed(place: Place, name: str) -> Fix | None:
    """Give an entry another key."""
    return _fix(f"write `{name}`", edits.edit_key(place.document, place.path, name))


def removed(place: Place) -> Fix | None:
    """Remove an entry of a mapping or an item of a list."""
    step = place.path[-1]
    title = f"remove `{step}`" if isinstance(step, str) else "remove it"
    return _fix(title, edits.edit_out(place.document, place.path))


def added(place: Place, key: str, yaml: str) -> Fix | None:
    """Add an entry to a mapping."""
    return _fix(f"add `{key}: {yaml}`", edits.edit_in(place.document, place.path, key, yaml))


def guessed(
    place: Place, name: str, meant: str, *, key: bool, part: tuple[int, int] | None
) -> Fix | None:
    """Write the name that was meant where exactly the wrong one is written."""
    if meant in _beside(place) or (meant == _OPEN and name.lower() != _OPEN):
        return None
    span = place.span(key=key, part=part)
    edit = edits.edit_part(place.document, span, name, meant)
    return _fix(f"write `{meant}`", edit)


def _beside(place: Place) -> list[object]:
    """Return the items of the list in which something stands."""
    found = place.document.content
    for step in place.path[:-1]:
        if isinstance(found, dict) and isinstance(step, str):
            found = found.get(step)
        elif isinstance(found, list) and isinstance(step, int):
            found = found[step]
    return [*found] if isinstance(found, list) else []


def respelt(place: Place, type_: str | None) -> Fix | None:
    """Quote a number of a `decimal`; write a quoted whole number of an integer without quotes."""
    raw = source(place.document, place.span())
    if type_ == "decimal" and _NUMBER.fullmatch(raw):
        return rewritten(place, f'"{raw}"')
    inner = raw[1:-1]
    if type_ in INTEGRAL and raw[:1] in {'"', "'"} and _WHOLE.fullmatch(inner):
        return rewritten(place, inner)
    return None


def aliasing(place: Place, name: str, wire: str) -> Fix | None:
    """Give a field another name in Python, and its old one on the wire, if nothing else says it."""
    if _words(place.document.text)[wire] > 1:
        return None
    alias = None if _has(place, "alias") else added(place, "alias", quote(wire, flow=True))
    return together(f"name it `{name}`", renamed(place, name), *((alias,) if alias else ()))


@lru_cache(maxsize=8)  # a file may have thousands of fields to name otherwise
def _words(text: str) -> Counter[str]:
    return Counter(_WORD.findall(text))


def _has(place: Place, key: str) -> bool:
    return place.at(key).span(key=True) != place.span(key=True)


def together(title: str, *fixes: Fix | None) -> Fix | None:
    """Return one fix of several, if all are possible."""
    made = [fix for fix in fixes if fix]
    if len(made) < len(fixes):
        return None
    return Fix(title, tuple(edit for fix in made for edit in fix.edits))


def _fix(title: str, edit: Edit | None) -> Fix | None:
    return Fix(title, (edit,)) if edit else None
