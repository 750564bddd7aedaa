"""How a type is written for people who call or implement: Python types without their bounds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.contract import Choice, Listed, Mapped, Named, Nullable, Scalar
from framework.emit.python.escape import literal

if TYPE_CHECKING:
    from framework.contract import Type
    from framework.emit.python.imports import Imports

_NAMES = {
    "string": "str",
    "cursor": "str",
    "idempotency key": "str",
    "last event id": "str",
    "email": "str",
    "url": "str",
    "int": "int",
    "int32": "int",
    "int64": "int",
    "float": "float",
    "bool": "bool",
    "bytes": "bytes",
    "decimal": "decimal.Decimal",
    "datetime": "datetime.datetime",
    "date": "datetime.date",
    "time": "datetime.time",
    "duration": "datetime.timedelta",
    "uuid": "uuid.UUID",
    "json": "framework.runtime.types.Json",
}


def plain(type_: Type, imports: Imports) -> str:
    """Return the Python type that values of `type_` have."""
    match type_:
        case Nullable(inner=inner):
            return f"{plain(inner, imports)} | None"
        case Scalar(kind=kind):
            module, _, name = _NAMES[kind].rpartition(".")
            if module:
                imports.add(_NAMES[kind])
            return name
        case Choice(values=values):
            imports.add("typing.Literal")
            return f"Literal[{', '.join(map(literal, values))}]"
        case Named():
            return imports.add_named(type_)
        case Listed(item=item, as_set=as_set):
            return f"{'set' if as_set else 'list'}[{plain(item, imports)}]"
        case Mapped(value=value):
            return f"dict[str, {plain(value, imports)}]"
