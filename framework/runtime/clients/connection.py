"""Connections to other services of the project: pooled, direct, and with bounds on what comes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import httpx

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping

_LIMITS = httpx.Limits(max_connections=100, max_keepalive_connections=20)


def connection(
    url: str,
    *,
    headers: Mapping[str, str] | None = None,
    timeout: httpx.Timeout | None = None,
    transport: httpx.AsyncBaseTransport | None = None,
) -> httpx.AsyncClient:
    """Return connections to the service at `url`; each of them opens when it is needed first.

    Credentials go to the service and nowhere else: proxies of the environment are not asked, though
    its certificates are trusted. `transport` stands in for the network in tests.
    """
    direct = transport or httpx.AsyncHTTPTransport(limits=_LIMITS)
    return httpx.AsyncClient(base_url=url, headers=headers, timeout=timeout, transport=direct)


async def bounded(chunks: AsyncIterator[bytes], most: int) -> bytes | None:
    """Return all that `chunks` bring; None as soon as it is more than `most` bytes."""
    content = bytearray()
    async for chunk in chunks:
        content += chunk
        if len(content) > most:
            return None
    return bytes(content)
