# Generated from services.yml. Do not edit: change the spec, then run `make generate`.
"""The composition of `till`."""

from contextlib import AbstractAsyncContextManager

from framework.runtime.clients import address_of, open_client
from framework.runtime.settings import ServiceSettings
from shared.generated.clients.till import BankClient


def open_bank_client(settings: ServiceSettings) -> AbstractAsyncContextManager[BankClient]:
    """Ask `bank` for as long as the context lasts."""
    return open_client(BankClient, address_of(settings, "bank"))
