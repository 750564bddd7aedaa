"""How the language's own types and their bounds are written in annotations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.emit.python.escape import literal
from framework.emit.python.values import scalar_value
from framework.emit.references import is_unsigned

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.contract import Bounds, Scalar
    from framework.emit.python.imports import Imports

_RUNTIME = "framework.runtime.types"
_NAMES = {
    "string": "String",
    "cursor": "CursorText",
    "idempotency key": "IdempotencyKey",
    "last event id": "LastEventId",
    "int": "Int",
    "int32": "Int32",
    "int64": "Int64",
    "float": "Float",
    "bool": "Bool",
    "datetime": "DateTime",
    "date": "Date",
    "time": "Time",
    "duration": "Duration",
    "uuid": "Uuid",
    "email": "Email",
    "url": "Url",
    "bytes": "Bytes",
    "json": "Json",
}
_COMPARED = ("ge", "gt", "le", "lt", "multiple_of")
_MEASURED = ("min_length", "max_length")


def scalar(type_: Scalar, imports: Imports) -> tuple[str, list[str]]:
    """Return the bare name of a scalar and the metadata that its bounds become."""
    if type_.kind == "decimal":
        imports.add("decimal.Decimal")
        imports.add(f"{_RUNTIME}.DecimalText")
        digits = [*_keywords(type_.bounds, ("max_digits", "decimal_places"))]
        if is_unsigned(type_.bounds):
            digits.append("signed=False")
        return "Decimal", [f"DecimalText({', '.join(digits)})", *metadata(type_, imports)]
    imports.add(f"{_RUNTIME}.{_NAMES[type_.kind]}")
    return _NAMES[type_.kind], metadata(type_, imports)


def metadata(type_: Scalar, imports: Imports) -> list[str]:
    """Return what stands behind the name in `Annotated[...]` for the bounds of a scalar."""
    bounds = type_.bounds
    found: list[str] = []
    keywords = [*_compared(type_, imports), *_keywords(bounds, _MEASURED)]
    if keywords:
        imports.add("pydantic.Field")
        found.append(f"Field({', '.join(keywords)})")
    if type_.kind == "decimal" and bounds.multiple_of is not None:
        # `Field(multiple_of=...)` is typed for numbers of the other kinds only.
        imports.add("annotated_types.MultipleOf")
        found.append(f"MultipleOf({scalar_value(type_.kind, bounds.multiple_of, imports)})")
    if bounds.pattern is not None:
        imports.add(f"{_RUNTIME}.Pattern")
        found.append(f"Pattern({literal(bounds.pattern)})")
    return found


def _compared(type_: Scalar, imports: Imports) -> Iterator[str]:
    for key in _COMPARED:
        value = getattr(type_.bounds, key)
        if value is not None and not (type_.kind == "decimal" and key == "multiple_of"):
            yield f"{key}={scalar_value(type_.kind, value, imports)}"


def _keywords(bounds: Bounds, keys: tuple[str, ...]) -> Iterator[str]:
    for key in keys:
        value = getattr(bounds, key)
        if value is not None:
            yield f"{key}={literal(value)}"
