# Generated from services.yml. Do not edit: change the spec, then run `make generate`.
"""The composition of `reader`."""

from contextlib import AbstractAsyncContextManager

from framework.runtime.clients import address_of, open_client
from framework.runtime.settings import ServiceSettings
from shared.generated.clients.reader import ShopClient


def open_shop_client(settings: ServiceSettings) -> AbstractAsyncContextManager[ShopClient]:
    """Ask `shop` for as long as the context lasts."""
    return open_client(ShopClient, address_of(settings, "shop"))
