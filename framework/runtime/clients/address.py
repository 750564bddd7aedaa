"""Where another service answers, according to the settings of the one that asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.runtime.settings import SettingsExit

if TYPE_CHECKING:
    from framework.runtime.settings import ServiceSettings


class AddressError(TypeError):
    """The settings do not say where another service answers; the sentence says what to add."""


def address_of(settings: ServiceSettings, service: str) -> str:
    """Return the URL of `service`: the setting `auth_service_url` for `auth-service`.

    Raises AddressError when the settings have no such field, SettingsExit when it holds no address.
    """
    field = f"{service.replace('-', '_')}_url"
    url: object = getattr(settings, field, None)
    if not isinstance(url, str):
        message = f"`{service}` is consumed: add `{field}: str` to the settings"
        raise AddressError(message)
    if not url.startswith(("http://", "https://")):
        raise SettingsExit([f"`{field.upper()}` (where `{service}` answers) is no http:// address"])
    return url.rstrip("/")
