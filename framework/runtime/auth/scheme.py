"""Where a credential travels, and what it may look like."""

from __future__ import annotations

import inspect
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from framework import wire
from framework.runtime.auth.problems import Unauthorized

if TYPE_CHECKING:
    from starlette.requests import HTTPConnection

    from framework.runtime.auth.identity import Verifier

_TOKEN = re.compile(wire.BEARER[1:-1])
_KEY = re.compile(wire.VISIBLE[1:-1])


@dataclass(frozen=True, slots=True)
class Scheme:
    """A way in: the header that carries the credential, and who knows whose it is."""

    header: str
    is_bearer: bool
    verify: Verifier
    takes_session: bool

    def credential(self, connection: HTTPConnection) -> str:
        """Return what a request carries; raise Unauthorized if that is nothing, or no credential.

        A header that repeats is refused: whoever stands before us may have read the other one.
        """
        sent = connection.headers.getlist(self.header)
        if len(sent) > 1:
            raise Unauthorized(f"`{self.header}` is sent more than once")
        credential = _token(sent) if self.is_bearer else next(iter(sent), None)
        if credential is None:
            raise Missing(f"send {self._wanted}")
        pattern = _TOKEN if self.is_bearer else _KEY
        if len(credential) > wire.CREDENTIAL_LENGTH or not pattern.fullmatch(credential):
            raise Unauthorized(f"what `{self.header}` carries is not {self._wanted}")
        return credential

    def challenge(self, realm: str, code: str | None) -> str:
        """Return how to call (RFC 9110); `code` says what was wrong with a token (RFC 6750)."""
        if not self.is_bearer:
            return f'ApiKey realm="{realm}", header="{self.header}"'
        return f'Bearer realm="{realm}"' + (f', error="{code}"' if code else "")

    async def aclose(self) -> None:
        """Close what the verifier holds, if it holds something."""
        close = getattr(self.verify, "aclose", None)
        if close is not None:
            await close()

    @property
    def _wanted(self) -> str:
        return (
            "a bearer token in `Authorization`" if self.is_bearer else f"a key in `{self.header}`"
        )


class Missing(Unauthorized, named="unauthorized"):
    """There is no credential of the scheme at all, of which RFC 6750 says nothing more."""

    code = ""


def bearer(verify: Verifier) -> Scheme:
    """Return the scheme of bearer tokens (RFC 6750)."""
    return Scheme("Authorization", is_bearer=True, verify=verify, takes_session=_asks(verify))


def api_key(header: str, verify: Verifier) -> Scheme:
    """Return the scheme of keys in `header`."""
    return Scheme(header, is_bearer=False, verify=verify, takes_session=_asks(verify))


def _asks(verify: Verifier) -> bool:
    """Tell whether a verifier takes a session beside the credential."""
    return len(inspect.signature(verify).parameters) > 1


def _token(sent: list[str]) -> str | None:
    """Return what stands behind `Bearer`; None if the header has another word, or is not there."""
    word, _, token = next(iter(sent), "").partition(" ")
    return token.strip(" ") if word.lower() == "bearer" else None
