# Generated from services.yml. Do not edit: change the spec, then run `make generate`.
"""What `desk` asks of other services."""

from framework.runtime import clients
from shared.generated.errors import StoreBusy, TokenExpired, TokenUnknown
from shared.generated.models.models import Account, Token

_GATE_V1_VERIFY_TOKEN = clients.Call[Account](
    "gate.v1.verify_token",
    "POST",
    "/v1/tokens/verify",
    200,
    body=Token,
    result=Account,
    errors=[TokenUnknown, TokenExpired, StoreBusy],
)


class GateClient(clients.Client):
    """The operations of `gate` that `desk` consumes."""

    async def verify_token(self, *, payload: Token) -> Account:
        """Verify token.

        May raise `TokenUnknown`, `TokenExpired`, `StoreBusy`.
        """
        return await self._call(_GATE_V1_VERIFY_TOKEN, payload)
