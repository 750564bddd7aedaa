"""Events: what is told, by whom, to whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from framework.contract.types import Extensions, Named


@dataclass(frozen=True, slots=True)
class Event:
    """An event; publishers and subscribers are names of services."""

    name: str
    constant: str
    description: str
    message: Named
    key: str | None
    publishers: tuple[str, ...]
    subscribers: tuple[str, ...]
    origin: str
    extensions: Extensions = ()
    message_extensions: Extensions = ()
