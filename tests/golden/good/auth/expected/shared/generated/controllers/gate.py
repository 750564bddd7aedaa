# Generated from the routers and events of gate. Do not edit: change the spec, then run `make generate`.
"""The controllers of `gate`: what is written by hand fulfils these Protocols."""

from typing import Protocol

from shared.generated.models.models import Account, Token


class TokensController(Protocol):
    """Answers the operations of `specs/routers/gate/tokens.yaml`."""

    async def revoke_token(self) -> None:
        """Revoke token."""
        ...

    async def verify_token(self, *, payload: Token) -> Account:
        """Verify token.

        May raise `TokenUnknown`, `TokenExpired`, `StoreBusy`.
        """
        ...
