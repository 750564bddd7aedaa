"""Exchange contracts with the world: import what others describe, with a report of every loss."""

from framework.exchange.append import names_service, new_services, with_schemes, with_service
from framework.exchange.importing import Imported, Wanted, import_openapi
from framework.exchange.rules import RULES

__all__ = [
    "RULES",
    "Imported",
    "Wanted",
    "import_openapi",
    "names_service",
    "new_services",
    "with_schemes",
    "with_service",
]
