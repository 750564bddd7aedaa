"""Who calls, and the function that tells."""

from __future__ import annotations

import hmac
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from sqlalchemy.ext.asyncio import AsyncSession


@dataclass(frozen=True, slots=True)
class Identity:
    """Who calls: `subject` names them, `claims` hold what else is known of them.

    The subject stands in the lines that their request logs, unless it is `secret`.
    """

    subject: str
    roles: frozenset[str] = frozenset()
    scopes: frozenset[str] = frozenset()
    claims: Mapping[str, object] = field(default_factory=dict[str, object], repr=False)
    secret: bool = field(default=False, repr=False)


Verifier: TypeAlias = (
    Callable[[str], Awaitable[Identity]] | Callable[[str, AsyncSession], Awaitable[Identity]]
)
"""Tells whose a credential is: `async def verify_bearer(credential: str) -> Identity`.

It raises `Unauthorized` if it is nobody's, `Forbidden` if they may not call. One that takes a
second argument is given a session of its own, which commits before the request is read further.
"""


def matches(credential: str, expected: str) -> bool:
    """Compare a credential with what it should be, in a time that tells nothing of either."""
    return hmac.compare_digest(credential.encode(), expected.encode())
