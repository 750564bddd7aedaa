"""`deprecated` of an operation: what is going away, since when, until when, and what to use."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator

from framework.spec.base import SpecNode


class DeprecationKeys(SpecNode):
    """What is said of an operation that is going away; `use` is the id of another one."""

    text: str | None = None
    """What people are told."""
    since: str | None = None
    """The date since when it is deprecated: `2026-01-31`."""
    sunset: str | None = None
    """The date from which on it may be gone."""
    use: str | None = None
    """The id of the operation that replaces it."""


def _mapping(value: object) -> object:
    if isinstance(value, bool):
        return {} if value else None
    return {"text": value} if isinstance(value, str) else value


DeprecationSpec = Annotated[DeprecationKeys | None, BeforeValidator(_mapping)]
"""`deprecated: Use search.` is short for `{text: Use search.}`, `true` for saying nothing."""
