# Generated from specs/errors/items.yaml. Do not edit: change the spec, then run `make generate`.
"""The problems that operations answer with (RFC 9457)."""

from typing import ClassVar

from framework.runtime.problems import Problem
from framework.runtime.types import String
from shared.generated.models.items import ItemId

__all__ = [
    "Busy",
    "ItemGone",
    "NoSuchShop",
]


class Busy(Problem):
    """Try later."""

    type: ClassVar[str] = "urn:problem:busy"
    title: ClassVar[str] = "Too busy"
    status: ClassVar[int] = 503
    retryable: ClassVar[bool] = True


class ItemGone(Problem):
    """Item is gone"""

    type: ClassVar[str] = "urn:problem:item_gone"
    title: ClassVar[str] = "Item is gone"
    status: ClassVar[int] = 404

    def __init__(
        self, *, item_id: ItemId, hint: String | None = None, detail: str | None = None
    ) -> None:
        """Say what the problem is about; `detail` is for the person who reads it."""
        super().__init__(detail, item_id=item_id, hint=hint)
        self.item_id = item_id
        self.hint = hint


class NoSuchShop(Problem):
    """No such shop"""

    type: ClassVar[str] = "urn:problem:no_such_shop"
    title: ClassVar[str] = "No such shop"
    status: ClassVar[int] = 404
