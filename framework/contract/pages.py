"""Pages: how an operation hands out a list that is too long for one answer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from framework.contract.types import Named


class Paging(Enum):
    """What tells where a page begins: a place in an order, or a number of items."""

    CURSOR = "cursor"
    OFFSET = "offset"


@dataclass(frozen=True, slots=True)
class Page:
    """The pages of an operation: `item` is what they list, `model` what travels."""

    by: Paging
    item: Named
    model: Named
