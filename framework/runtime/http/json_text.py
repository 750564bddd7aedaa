"""Read JSON as RFC 8259 and I-JSON have it: no duplicate keys, NaN, BOM or endless nesting."""

from __future__ import annotations

import json
from typing import NoReturn, cast

from framework import wire


def parse(raw: bytes) -> object:
    """Return the document in `raw`; raise ValueError with a sentence that quotes nothing of it."""
    try:
        document = cast(
            "object",
            json.loads(raw.decode(), object_pairs_hook=_members, parse_constant=_constant),
        )
        _require_shallow(document, wire.BODY_DEPTH)
    except UnicodeDecodeError as error:
        message = "the body is not UTF-8"
        raise ValueError(message) from error
    except json.JSONDecodeError as error:
        message = f"{error.msg} (line {error.lineno}, column {error.colno})"
        raise ValueError(message) from None
    except RecursionError:
        message = f"the body nests deeper than {wire.BODY_DEPTH} levels"
        raise ValueError(message) from None
    return document


def _members(pairs: list[tuple[str, object]]) -> dict[str, object]:
    members = dict(pairs)
    if len(members) < len(pairs):
        message = "an object repeats a key"
        raise ValueError(message)
    return members


def _constant(name: str) -> NoReturn:
    message = f"{name} is not JSON"
    raise ValueError(message)


def _require_shallow(document: object, limit: int) -> None:
    """Raise RecursionError, as the parser does, where arrays and objects nest deeper."""
    level = [document]
    for _ in range(limit):
        level = [child for node in level for child in _children(node)]
    if any(isinstance(node, (dict, list)) for node in level):
        raise RecursionError


def _children(node: object) -> list[object]:
    if isinstance(node, dict):
        return list(cast("dict[str, object]", node).values())
    return cast("list[object]", node) if isinstance(node, list) else []
