# Generated from specs/errors/items.yaml. Do not edit: change the spec, then run `make generate`.
"""The problems that operations answer with (RFC 9457)."""

from typing import ClassVar

from framework.runtime.problems import Problem

__all__ = [
    "ItemGone",
]


class ItemGone(Problem):
    """Item is gone"""

    type: ClassVar[str] = "urn:problem:item_gone"
    title: ClassVar[str] = "Item is gone"
    status: ClassVar[int] = 404
