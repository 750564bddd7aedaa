"""What operations say of who may call them, and the operations that know credentials."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.spec import NONE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import Operation, View
    from framework.spec import Declared, Place, SchemeSpec

SCHEME_HEADER = "authorization"


def said_auth(operation: Operation) -> str | None:
    """Return what protects an operation: what it says itself, else what its router says."""
    return operation.spec.auth or operation.router.spec.auth


def auth_uses(view: View) -> Iterator[tuple[str, Place]]:
    """Yield each `auth` of a router or an operation that says something."""
    for router in view.specs.routers:
        if router.spec.auth is not None:
            yield router.spec.auth, router.place.at("auth")
    for operation in view.operations:
        if operation.spec.auth is not None:
            yield operation.spec.auth, operation.place.at("auth")


def protected(view: View) -> Iterator[tuple[Operation, Declared[SchemeSpec]]]:
    """Yield each operation that a declared scheme protects."""
    for operation in view.operations:
        scheme = view.specs.schemes.get(said_auth(operation) or NONE)
        if scheme is not None:
            yield operation, scheme


def header_of(scheme: SchemeSpec) -> str:
    """Return the header that carries the credentials of a scheme, in lower case."""
    return (scheme.name or "").lower() if scheme.type == "apiKey" else SCHEME_HEADER


def verifiers(view: View) -> Iterator[tuple[Declared[SchemeSpec], Operation]]:
    """Yield each scheme that names an operation which knows its credentials."""
    known = {operation.id: operation for operation in view.operations}
    for scheme in view.specs.schemes.values():
        operation = known.get(scheme.spec.verify or "")
        if operation is not None:
            yield scheme, operation
