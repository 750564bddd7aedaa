"""What services and resources may be called."""

from __future__ import annotations

from keyword import iskeyword

from framework.check.names import is_service, package

_RESERVED = frozenset({"shared", "framework", "none", "internet"})
_IMPORTED = frozenset(
    {"collections", "contextlib", "datetime", "decimal", "enum", "fastapi", "faststream"}
    | {"pathlib", "pydantic", "services", "specs", "starlette", "typing", "uuid"}
    | {"broker", "database"}  # what `access` means by these is a resource
)


def service_fault(name: str) -> str | None:
    """Return why a service cannot have this name, if it cannot."""
    taken = name in _IMPORTED or iskeyword(package(name))
    return resource_fault(name) or ("is reserved" if taken else None)


def resource_fault(name: str) -> str | None:
    """Return why a resource cannot have this name, if it cannot."""
    if not is_service(name):
        return "is not made of up to 128 small letters, digits, `-` and `_`, with a letter first"
    return "is reserved" if name in _RESERVED else None
