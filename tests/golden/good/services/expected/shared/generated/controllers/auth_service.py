# Generated from the routers and events of auth-service. Do not edit: change the spec, then run `make generate`.
"""The controllers of `auth-service`: what is written by hand fulfils these Protocols."""

from typing import Protocol

from shared.generated.models.models import Credentials, SignedIn, Token


class LegacyController(Protocol):
    """Answers the operations of `specs/routers/auth-service/legacy.yml`."""

    async def touch(self) -> None:
        """Touch.

        Deprecated.
        """
        ...

    async def sign_out(self) -> None:
        """End the session

        Ends it at once.

        - on this device
        - on all others

        Deprecated: Use nothing instead.
        """
        ...


class RootController(Protocol):
    """Answers the operations of `specs/routers/auth-service/root.yaml`."""

    async def home(self) -> Token:
        """Home."""
        ...


class SessionsController(Protocol):
    """Answers the operations of `specs/routers/auth-service/sessions.yaml`."""

    async def sign_in(self, *, payload: Credentials) -> Token:
        """Sign in.

        May publish `signed_in`, `pinged`.
        """
        ...


class EventsController(Protocol):
    """Takes the events of `auth-service`."""

    async def pinged(self, *, message: SignedIn) -> None:
        """Says that somebody is there.
        Nothing more.
        """
        ...

    async def signed_in(self, *, message: SignedIn) -> None:
        """Take `signed_in`."""
        ...
