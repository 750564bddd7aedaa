"""Typed clients: what generated clients are made of, and what their callers catch."""

from framework.runtime.clients.address import AddressError, address_of
from framework.runtime.clients.call import Call, cookie, header, path, query
from framework.runtime.clients.client import Client
from framework.runtime.clients.credentials import CredentialError, credentials_of
from framework.runtime.clients.errors import (
    CallError,
    CircuitOpenError,
    UnexpectedAnswerError,
    UnreachableError,
)
from framework.runtime.clients.opening import Clients, open_client
from framework.runtime.clients.pages import each
from framework.runtime.clients.retries import Retry

__all__ = [
    "AddressError",
    "Call",
    "CallError",
    "CircuitOpenError",
    "Client",
    "Clients",
    "CredentialError",
    "Retry",
    "UnexpectedAnswerError",
    "UnreachableError",
    "address_of",
    "cookie",
    "credentials_of",
    "each",
    "header",
    "open_client",
    "path",
    "query",
]
