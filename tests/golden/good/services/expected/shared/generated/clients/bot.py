# Generated from services.yml. Do not edit: change the spec, then run `make generate`.
"""What `bot` asks of other services."""

from framework.runtime import clients
from shared.generated.models.models import Credentials, Token

_AUTH_SERVICE_V1_SIGN_IN = clients.Call[Token](
    "auth-service.v1.sign_in", "POST", "/v1/sessions", 201, body=Credentials, result=Token
)


class AuthServiceClient(clients.Client):
    """The operations of `auth-service` that `bot` consumes."""

    async def sign_in(self, *, payload: Credentials) -> Token:
        """Sign in.

        May publish `signed_in`, `pinged`.
        """
        return await self._call(_AUTH_SERVICE_V1_SIGN_IN, payload)
