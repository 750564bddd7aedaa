"""Ask another service whose a credential is."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

import httpx
import structlog

from framework import wire
from framework.runtime.auth.identity import Identity
from framework.runtime.auth.problems import ServiceUnavailable, Unauthorized
from framework.runtime.clients.breaker import Breaker
from framework.runtime.clients.connection import bounded, connection
from framework.runtime.context import correlation_id

if TYPE_CHECKING:
    from collections.abc import Sequence

log = structlog.stdlib.get_logger(__name__)
_TIMEOUT = httpx.Timeout(2.0)
_LONGEST = 5.0  # seconds, however slowly an answer drips
_LARGEST = 65_536
_SUCCESS, _CLIENT_ERRORS = range(200, 300), range(400, 500)
_OWN = ("subject", "roles", "scopes")
# The framework's own: the credential is all that could violate the contract of the request.
_VIOLATED = f"{wire.PROBLEM_PREFIX}validation_failed"


def verified_by(
    url: str,
    *,
    service: str,
    path: str,
    credential: str,
    refusals: Sequence[str] = (),
    secret: bool = False,
) -> Remote:
    """Return the verifier that posts each credential to `path` of the service at `url`."""
    return Remote(service, url, path, credential, frozenset({*refusals, _VIOLATED}), secret)


@dataclass(slots=True)
class Remote:
    """A verifier over HTTP; its connections are pooled, and opened when they are needed first."""

    service: str
    url: str
    path: str
    credential: str
    refusals: frozenset[str]
    secret: bool
    _client: httpx.AsyncClient | None = field(default=None, repr=False)
    _breaker: Breaker = field(default_factory=Breaker, repr=False)

    async def __call__(self, credential: str) -> Identity:
        """Return whose `credential` is; raise Unauthorized, or ServiceUnavailable."""
        if not self._breaker.admits():
            raise self._unavailable("it rests after failing")
        try:
            async with asyncio.timeout(_LONGEST):
                status, raw = await self._post({self.credential: credential})
        except (httpx.HTTPError, TimeoutError) as error:
            self._breaker.note(failed=True)
            raise self._unavailable(type(error).__name__) from None
        # Whatever the answer is, it is one: no credential can make the others wait.
        self._breaker.note(failed=False)
        document = _object(raw)
        if status in _SUCCESS:
            identity = _identity(document, secret=self.secret)
            if identity is not None:
                return identity
        elif status in _CLIENT_ERRORS and document.get("type") in self.refusals:
            raise Unauthorized("the credential is not known")
        raise self._unavailable(f"status {status}")

    async def aclose(self) -> None:
        """Close the connections; the next call opens new ones."""
        client, self._client = self._client, None
        if client is not None:
            await client.aclose()

    async def _post(self, body: dict[str, str]) -> tuple[int, bytes]:
        """Send `body`; return the status and, if it is small, the body of the answer."""
        headers = {"Accept-Encoding": "identity", "X-Correlation-ID": correlation_id.get()}
        async with self._opened().stream("POST", self.path, json=body, headers=headers) as answer:
            return answer.status_code, await bounded(answer.aiter_raw(), _LARGEST) or b""

    def _opened(self) -> httpx.AsyncClient:
        if self._client is None:
            self._client = connection(self.url, timeout=_TIMEOUT)
        return self._client

    def _unavailable(self, reason: str) -> ServiceUnavailable:
        """Log what is wrong, never with what; tell the caller that it is not them."""
        log.error("credentials cannot be verified", by=self.service, reason=reason)
        return ServiceUnavailable(f"`{self.service}` cannot tell who calls")


def _object(raw: bytes) -> dict[str, object]:
    try:
        document: object = json.loads(raw)
    except (ValueError, RecursionError):
        return {}
    return cast("dict[str, object]", document) if isinstance(document, dict) else {}


def _identity(document: dict[str, object], *, secret: bool) -> Identity | None:
    """Return who a document describes; None if it is not what the contract says."""
    subject = document.get("subject")
    lists = [document.get(name, []) for name in ("roles", "scopes")]
    if not isinstance(subject, str) or not subject or not all(map(_are_texts, lists)):
        return None
    roles, scopes = (frozenset(cast("list[str]", names)) for names in lists)
    claims = {name: value for name, value in document.items() if name not in _OWN}
    return Identity(subject, roles, scopes, claims, secret)


def _are_texts(value: object) -> bool:
    return isinstance(value, list) and all(
        isinstance(item, str) for item in cast("list[object]", value)
    )
