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
    scheme: Literal["bearer"] | None = None
    in_: Literal["header"] | None = Field(default=None, alias="in")
    name: str | None = None
    description: str | None = None
    verify: str | None = None
