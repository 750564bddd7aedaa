"""`deprecated` of an operation: what is going away, since when, until when, and what to use."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator

from framework.spec.base import SpecNode


class DeprecationKeys(SpecNode):
    """What is said of an operation that is going away; `use` is the id of another one."""

    text: str | None = None
    since: str | None = None
    sunset: str | None = None
    use: str | None = None


def _mapping(value: object) -> object:
    if isinstance(value, bool):
        return {} if value else None
    return {"text": value} if isinstance(value, str) else value


DeprecationSpec = Annotated[DeprecationKeys | None, BeforeValidator(_mapping)]
"""`deprecated: Use search.` is short for `{text: Use search.}`, `true` for saying nothing."""
