"""`auth` of `services.yml`: how callers prove who they are, and who tells."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from framework.spec.base import SpecNode

NONE = "none"
"""What an operation says that anybody may call."""


class SchemeSpec(SpecNode):
    """A way in: a bearer token, or a key in a header; `verify` is the operation that knows it."""

    type: Literal["http", "apiKey"]
    """`http` for a bearer token, `apiKey` for a key in a header."""
    scheme: Literal["bearer"] | None = None
    """Of `http`: how the token is sent."""
    in_: Literal["header"] | None = Field(default=None, alias="in")
    """Of `apiKey`: where the key is."""
    name: str | None = None
    """Of `apiKey`: the header, such as `X-API-Key`."""
    description: str | None = None
    """How callers get what they have to show."""
    verify: str | None = None
    """The id of the operation that knows whether it is right."""
