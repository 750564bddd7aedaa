"""Add a service to the text of `services.yml`, and leave all else as it is."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from framework.layout import print_spec
from framework.syntax import Document, read
from framework.syntax.document import Collection

if TYPE_CHECKING:
    from collections.abc import Mapping

    from framework.syntax import Json

_DASH = re.compile(r"( *)- ")
_PATH = "services.yml"


def new_services(entry: dict[str, Json], schemes: Mapping[str, Json]) -> str:
    """Return the text of a `services.yml` with one service and its schemes."""
    auth: dict[str, Json] = {"auth": {**schemes}} if schemes else {}
    return print_spec({"version": 1, **auth, "services": [entry]}, "services")


def with_schemes(text: str, schemes: Mapping[str, Json]) -> str | None:
    """Return the text with those schemes added that it lacks; None where that cannot be done."""
    content = _content(text)
    known = content.get("auth")
    if known is None and "auth" not in content and content:
        printed = new_services({}, schemes).splitlines(keepends=True)
        block = [*takewhile(lambda line: not line.startswith("services:"), printed[1:])]
        added = f"{text.rstrip()}\n\n{''.join(block).strip()}\n"
        return added if _content(added) == {**content, "auth": {**schemes}} else None
    return text if isinstance(known, dict) and schemes.keys() <= known.keys() else None


def names_service(text: str, name: str) -> bool:
    """Tell whether the text lists a service of that name."""
    services = _services(text)
    return any(isinstance(s, dict) and s.get("name") == name for s in services or ())


def with_service(text: str, entry: dict[str, Json]) -> str | None:
    """Return the text with `entry` after the last service; None where that cannot be told."""
    reading = read(_PATH, text.encode())
    services = _services(text)
    if reading.document is None or not services:
        return None
    lines = text.splitlines(keepends=True)
    last = _last(reading.document, len(services))
    found = _DASH.match(lines[last[0]]) if last else None
    if last is None or found is None:
        return None
    end = last[1]
    while end > last[0] + 1 and (not lines[end - 1].strip() or lines[end - 1].lstrip()[:1] == "#"):
        end -= 1
    added = [f"{found[1]}{line}\n" for line in _item(entry)]
    before = "".join(lines[:end])
    result = before + ("" if before.endswith("\n") else "\n") + "".join([*added, *lines[end:]])
    return result if _services(result) == [*services, entry] else None


def _item(entry: dict[str, Json]) -> list[str]:
    """Return the lines of a service, its dash in the first column."""
    lines = new_services(entry, {}).splitlines()
    return [line.removeprefix("  ") for line in lines[lines.index("services:") + 1 :]]


def _services(text: str) -> list[Json] | None:
    services = _content(text).get("services")
    return services if isinstance(services, list) else None


def _content(text: str) -> dict[str, Json]:
    document = read(_PATH, text.encode()).document
    content = document.content if document else None
    return content if isinstance(content, dict) else {}


def _last(document: Document, count: int) -> tuple[int, int] | None:
    """Return the first line of the last service, and the line behind it, from 0."""
    top = document.positions
    listed = top.items.get("services") if isinstance(top, Collection) else None
    item = listed.items.get(count - 1) if isinstance(listed, Collection) else None
    if not isinstance(item, Collection):
        return None
    line, _, end, column = item.mark
    return line, end if column == 0 else end + 1
