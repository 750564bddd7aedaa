"""How the composition of a service makes its schemes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.contract import names, sent_schemes
from framework.emit.python import literal

if TYPE_CHECKING:
    from framework.contract import Scheme, Service, Verification
    from framework.emit.python import Imports

_RUNTIME = "framework.runtime.auth"


def scheme_call(scheme: Scheme, imports: Imports) -> str:
    """Return the call that makes a scheme: what carries its credentials, and who knows them."""
    made = "bearer" if scheme.bearer else "api_key"
    imports.add(f"{_RUNTIME}.{made}")
    verification = scheme.verification
    if verification is None:
        known = f"controllers[{literal(names.verifier(scheme.name))}]"
    else:
        imports.add(f"{_RUNTIME}.verified_by")
        imports.add("framework.runtime.clients.address_of")
        known = _verified_by(verification)
    header = "" if scheme.bearer else f"{literal(scheme.header)}, "
    return f"{made}({header}{known})"


def _verified_by(verification: Verification) -> str:
    url = f"address_of(settings, {literal(verification.service)})"
    keywords = {
        "service": verification.service,
        "path": verification.path,
        "credential": verification.credential,
        "refusals": list(verification.refusals),
        "secret": verification.secret,
    }
    said = ", ".join(f"{key}={literal(value)}" for key, value in keywords.items() if value)
    return f"verified_by({url}, {said})"


def credentials_call(service: Service, target: str, imports: Imports) -> str:
    """Return the call that gives what `service` shows to `target`; "" if that asks for nothing."""
    schemes = sent_schemes(service).get(target)
    if not schemes:
        return ""
    imports.add("framework.runtime.clients.credentials_of")
    headers = {scheme.name: None if scheme.bearer else scheme.header for scheme in schemes}
    return f"credentials_of(settings, {literal(target)}, {literal(headers)})"
