"""Resolve schemes, and put them where operations name them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from framework.contract.auth import Scheme, Verification
from framework.contract.models import Presence
from framework.contract.resolve.extensions import extensions_of
from framework.contract.types import Named

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from framework.contract.http import Operation, Router
    from framework.contract.models import Field, Model
    from framework.contract.types import Type
    from framework.spec import SpecSet

_CLIENT_ERRORS = range(400, 500)


def resolve_schemes(
    specs: SpecSet, routers: Iterable[Router], models: Mapping[str, Model]
) -> tuple[Scheme, ...]:
    """Return the schemes in the order of `services.yml`."""
    known = {o.id: (o, router.service) for router in routers for o in router.operations}
    return tuple(
        Scheme(
            name=name,
            bearer=declared.spec.type == "http",
            header=declared.spec.name or "Authorization",
            description=declared.spec.description or "",
            verification=_verification(*known[declared.spec.verify], models)
            if declared.spec.verify
            else None,
            extensions=extensions_of(declared.spec),
        )
        for name, declared in specs.schemes.items()
    )


def protected(
    specs: SpecSet, routers: Iterable[Router], schemes: Iterable[Scheme]
) -> tuple[Router, ...]:
    """Return the routers with the scheme of each operation filled in.

    A service that has the verifying operation does not call itself: it knows the credentials.
    """
    named = {scheme.name: scheme for scheme in schemes}
    said = {(entry.service, entry.tag): entry.spec for entry in specs.routers}
    found: list[Router] = []
    for router in routers:
        spec = said[router.service, router.name]
        auth = {name: keys.auth or spec.auth or "" for name, keys in spec.handlers.items()}
        operations = (
            replace(o, auth=_seen_by(router, named.get(auth[o.name]))) for o in router.operations
        )
        sockets = (
            replace(s, auth=_seen_by(router, named.get(auth[s.name]))) for s in router.sockets
        )
        found.append(replace(router, operations=tuple(operations), sockets=tuple(sockets)))
    return tuple(found)


def _seen_by(router: Router, scheme: Scheme | None) -> Scheme | None:
    own = scheme and scheme.verification and scheme.verification.service == router.service
    return replace(scheme, verification=None) if scheme and own else scheme


def _verification(operation: Operation, service: str, models: Mapping[str, Model]) -> Verification:
    taken = _fields(operation.body, models)
    answered = _fields(operation.result, models)
    refusals = (p.urn for p in operation.problems if p.status in _CLIENT_ERRORS)
    return Verification(
        service=service,
        path=operation.path,
        credential=next(f.wire for f in taken if f.presence is Presence.REQUIRED),
        refusals=tuple(refusals),
        secret=any(field.sensitive for field in answered if field.wire == "subject"),
    )


def _fields(type_: Type | None, models: Mapping[str, Model]) -> tuple[Field, ...]:
    return models[type_.name].fields if isinstance(type_, Named) else ()
