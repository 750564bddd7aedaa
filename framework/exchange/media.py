"""Choose the JSON among the media types of a body."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from framework.exchange.keywords import mapping
from framework.exchange.rules import BODY, NOT_SAID

if TYPE_CHECKING:
    from framework.exchange.losses import Losses
    from framework.syntax import Json, Path

_JSON = re.compile(r"application/([a-z0-9.+-]*\+)?json( *;.*)?|\*/\*|application/\*", re.IGNORECASE)
_TOLD = frozenset({"schema"})


def json_schema(content: Json, at: Path, losses: Losses) -> tuple[Json, Path] | None:
    """Return the schema of the JSON that a body may be, with its place; report all other types."""
    types = mapping(content)
    chosen = next((name for name in types if name.lower() == "application/json"), None)
    chosen = chosen or next((name for name in types if _JSON.fullmatch(name)), None)
    for name in types:
        if name != chosen:
            losses.say(BODY, (*at, name), f"media type `{name[:80]}`", "left out")
    if chosen is None:
        return None
    where = (*at, chosen)
    said = mapping(types[chosen])
    for key in said:
        if key not in _TOLD and not key.startswith("x-"):
            losses.say(NOT_SAID, (*where, key), f"`{key}` of a body")
    return said.get("schema", True), (*where, "schema")
