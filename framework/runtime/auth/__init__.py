"""Who calls: what services verify by, what controllers ask for, and the one check of all routes."""

from framework.runtime.auth.check import Caller, MaybeCaller, authenticate, identity_of
from framework.runtime.auth.identity import Identity, Verifier, matches
from framework.runtime.auth.problems import Forbidden, Unauthorized
from framework.runtime.auth.remote import verified_by
from framework.runtime.auth.scheme import Scheme, api_key, bearer

__all__ = [
    "Caller",
    "Forbidden",
    "Identity",
    "MaybeCaller",
    "Scheme",
    "Unauthorized",
    "Verifier",
    "api_key",
    "authenticate",
    "bearer",
    "identity_of",
    "matches",
    "verified_by",
]
