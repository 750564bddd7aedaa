"""The one check of who calls: before bodies, before parameters, before a handshake."""

from __future__ import annotations

from traceback import format_tb
from typing import TYPE_CHECKING, Annotated, cast

import structlog
from fastapi import Depends
from starlette.requests import HTTPConnection  # noqa: TC002 - FastAPI reads annotations

from framework.runtime.auth.identity import Identity
from framework.runtime.auth.problems import Refusal
from framework.runtime.context import subject
from framework.runtime.problems import FrameworkProblem, InternalError
from framework.runtime.resources import resources_of
from framework.runtime.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from framework.runtime.auth.scheme import Scheme

log = structlog.stdlib.get_logger(__name__)
_IDENTITY, _SCHEME = "framework.identity", "framework.scheme"
_LONGEST_SUBJECT = 256


async def authenticate(connection: HTTPConnection, scheme: str | None) -> None:
    """Let in who has a credential of `scheme`, for all that follows on this connection.

    Call it before anything of a request is read, or before a handshake is accepted; None lets
    everybody in. Raises Unauthorized, Forbidden, ServiceUnavailable: answer them as they are.
    """
    connection.scope[_IDENTITY], connection.scope[_SCHEME] = None, scheme
    if scheme is None:
        return
    try:
        identity = await _verified(connection, resources_of(connection).auth[scheme])
    except Refusal as refusal:
        challenge(connection, refusal)
        raise
    connection.scope[_IDENTITY] = identity
    if not identity.secret:
        subject.set(identity.subject[:_LONGEST_SUBJECT])


def challenge(connection: HTTPConnection, refusal: Refusal) -> None:
    """Let a refusal tell how to call, wherever in the work on a connection it was raised."""
    scheme: str | None = connection.scope.get(_SCHEME)
    if scheme is not None:
        resources = resources_of(connection)
        refusal.challenge = resources.auth[scheme].challenge(resources.name, refusal.code)


def identity_of(connection: HTTPConnection) -> Identity | None:
    """Return who calls; None where anybody may."""
    return cast("Identity | None", connection.scope.get(_IDENTITY))


async def _verified(connection: HTTPConnection, scheme: Scheme) -> Identity:
    credential = scheme.credential(connection)
    verify = cast("Callable[..., Awaitable[object]]", scheme.verify)
    try:
        if not scheme.takes_session:
            return _sure(await verify(credential))
        # A unit of its own: no connection is held while a slow caller sends the rest.
        async with UnitOfWork(resources_of(connection).engine, None) as unit:
            return _sure(await verify(credential, unit.session()))
    except FrameworkProblem:
        raise
    except Exception as error:  # noqa: BLE001 - whatever it is, nobody is let in
        # Its text may quote the credential: the log has where it was raised, and what.
        place = "".join(format_tb(error.__traceback__))
        log.error("a verifier failed", error=type(error).__name__, place=place)  # noqa: TRY400 - see above
        raise InternalError from None


def _sure(identity: object) -> Identity:
    """Return what a verifier gave if that is somebody: anything else lets nobody in."""
    if not isinstance(identity, Identity) or not identity.subject:
        message = f"a verifier returned {type(identity).__name__}, not an Identity with a subject"
        raise TypeError(message)
    return identity


async def _caller(connection: HTTPConnection) -> Identity:
    identity = identity_of(connection)
    if identity is None:
        message = (
            "a controller asks for the `Caller` of an operation with `auth: none`: ask for "
            "`MaybeCaller`, or move the operation to a router of its own"
        )
        raise RuntimeError(message)
    return identity


Caller = Annotated[Identity, Depends(_caller)]
"""Who calls: for controllers of which every operation is protected."""

MaybeCaller = Annotated[Identity | None, Depends(identity_of)]
"""Who calls, or None where anybody may: for controllers that also have `auth: none`."""
