"""Operations over WebSockets: what comes in, and what goes out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from framework.contract.auth import Scheme
    from framework.contract.http import Parameter, Problem
    from framework.contract.models import Presence
    from framework.contract.types import Extensions, Type


@dataclass(frozen=True, slots=True)
class Socket:
    """An operation with `method: WEBSOCKET`; `receives` or `sends` is None where nothing travels.

    `path` is the whole path, `route` the part below the router's prefix.
    """

    id: str
    name: str
    path: str
    route: str
    summary: str
    description: str
    parameters: tuple[Parameter, ...]
    receives: Type | None
    sends: Type | None
    problems: tuple[Problem, ...]
    extensions: Extensions
    auth: Scheme | None = None

    def parameters_that(self, *presences: Presence) -> tuple[Parameter, ...]:
        """Return the parameters whose presence is one of `presences`."""
        return tuple(p for p in self.parameters if p.field.presence in presences)
