"""What a service shows to other services, so that they know it; the settings hold it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pydantic import SecretStr

from framework import wire
from framework.runtime.settings import SettingsExit

if TYPE_CHECKING:
    from collections.abc import Mapping

    from framework.runtime.settings import ServiceSettings


class CredentialError(TypeError):
    """The settings do not hold what another service asks for; the sentence says what to add."""


def credentials_of(
    settings: ServiceSettings, service: str, schemes: Mapping[str, str | None]
) -> dict[str, str]:
    """Return the headers that make this service known to `service`.

    `schemes` says which header carries the key of a scheme, None that it is a bearer token. Of
    `auth-service` and `bearer` the setting is `auth_service_bearer`. Raises CredentialError when
    the settings have no such field, SettingsExit when it holds nothing that a header can.
    """
    found: dict[str, str] = {}
    for scheme, header in schemes.items():
        secret = _secret(settings, service, scheme, wire.VISIBLE if header else wire.BEARER)
        found[header or "Authorization"] = secret if header else f"Bearer {secret}"
    return found


def _secret(settings: ServiceSettings, service: str, scheme: str, pattern: str) -> str:
    field = f"{service}_{scheme}".replace("-", "_")
    said: object = getattr(settings, field, None)
    if not isinstance(said, SecretStr):
        message = f"`{service}` asks for `{scheme}`: add `{field}: SecretStr` to the settings"
        raise CredentialError(message)
    secret = said.get_secret_value().strip()
    if not re.fullmatch(pattern[1:-1], secret):
        sentence = f"`{field.upper()}` (what makes us known to `{service}`) is no credential"
        raise SettingsExit([sentence])
    return secret
