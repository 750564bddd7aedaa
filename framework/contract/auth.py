"""Who may call an operation: what proves it, and who knows whose it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from framework.contract.types import Extensions


@dataclass(frozen=True, slots=True)
class Verification:
    """An operation of another service that tells whose a credential is.

    `credential` is the field of its request that takes it; `refusals` are the types of the
    problems by which it says that it is nobody's. `secret` tells that subjects stay out of logs.
    """

    service: str
    path: str
    credential: str
    refusals: tuple[str, ...]
    secret: bool


@dataclass(frozen=True, slots=True)
class Scheme:
    """A way in: a bearer token in `Authorization`, or a key in another header.

    Without `verification` the service that is called knows its credentials itself.
    """

    name: str
    bearer: bool
    header: str
    description: str
    verification: Verification | None = None
    extensions: Extensions = ()
