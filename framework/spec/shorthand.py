"""Which mappings may be written as the bare text of one of their keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.spec.models import FieldKeys
from framework.spec.routers import PayloadKeys, RequestKeys, ResponseKeys
from framework.spec.services import ConsumedKeys

if TYPE_CHECKING:
    from framework.spec.base import SpecNode

SHORT: dict[type[SpecNode], str] = {
    FieldKeys: "type",
    PayloadKeys: "model",
    RequestKeys: "model",
    ResponseKeys: "model",
    ConsumedKeys: "operation",
}
"""`id: int` is `id: {type: int}`, `request: User` is `request: {model: User}`."""
