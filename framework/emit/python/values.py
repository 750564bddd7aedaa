"""How a JSON value of a spec is written as a Python value of its type."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, cast

from framework.contract import Kind, Listed, Mapped, Named, Nullable, Scalar
from framework.emit.python.escape import literal

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from framework.contract import EnumType, Reference, Type
    from framework.emit.python.imports import Imports

_DURATION = re.compile(
    r"P(?:(?P<weeks>[0-9.]+)W)?(?:(?P<days>[0-9.]+)D)?"
    r"(?:T(?:(?P<hours>[0-9.]+)H)?(?:(?P<minutes>[0-9.]+)M)?(?:(?P<seconds>[0-9.]+)S)?)?"
)


class Values:
    """Writes values; knows the members of enums and what references stand for."""

    def __init__(self, enums: Mapping[str, EnumType], references: Mapping[str, Reference]) -> None:
        """Look declared names up in `enums` and `references`."""
        self._enums = enums
        self._references = references

    def write(self, type_: Type, value: object, imports: Imports) -> str:
        """Return the Python expression for the JSON `value` of `type_`."""
        match type_:
            case Nullable(inner=inner):
                return "None" if value is None else self.write(inner, value, imports)
            case Scalar(kind=kind):
                return scalar_value(kind, value, imports)
            case Listed(item=item, as_set=as_set):
                items = [self.write(item, each, imports) for each in cast("list[object]", value)]
                return _set(items) if as_set else f"[{', '.join(items)}]"
            case Mapped(value=inner):
                pairs = cast("dict[str, object]", value).items()
                written = (f"{literal(k)}: {self.write(inner, v, imports)}" for k, v in pairs)
                return f"{{{', '.join(written)}}}"
            case Named():
                return self._named(type_, value, imports)
            case _:
                return literal(value)

    def _named(self, type_: Named, value: object, imports: Imports) -> str:
        if type_.kind is Kind.ENUM:
            members = {member.value: member.name for member in self._enums[type_.name].members}
            return f"{imports.add_named(type_)}.{members[str(value)]}"
        if type_.kind is Kind.REFERENCE:
            return self.write(self._references[type_.name].type, value, imports)
        return literal(value)


def scalar_value(kind: str, value: object, imports: Imports) -> str:
    """Return the Python expression for a JSON value of one of the language's own types."""
    writer = _WRITERS.get(kind)
    if writer is None or not isinstance(value, (str, int, float)):
        return literal(value)
    return writer(str(value), imports)


def _set(items: list[str]) -> str:
    return f"{{{', '.join(items)}}}" if items else "set()"


def _decimal(text: str, imports: Imports) -> str:
    imports.add("decimal.Decimal")
    whole = text.isascii() and text.isdecimal()
    return f"Decimal({int(text) if whole else literal(text)})"


def _uuid(text: str, imports: Imports) -> str:
    imports.add("uuid.UUID")
    return f"UUID({literal(text)})"


def _bytes(text: str, imports: Imports) -> str:
    imports.add("base64.b64decode")
    return f"b64decode({literal(text)})"


def _float(text: str, _imports: Imports) -> str:
    return repr(float(text))


def _datetime(text: str, imports: Imports) -> str:
    imports.add_module("datetime as dt")
    value = dt.datetime.fromisoformat(text).astimezone(dt.UTC)
    parts = ", ".join(map(str, (*value.timetuple()[:6], *_micro(value.microsecond))))
    return f"dt.datetime({parts}, tzinfo=dt.UTC)"


def _date(text: str, imports: Imports) -> str:
    imports.add_module("datetime as dt")
    value = dt.date.fromisoformat(text)
    return f"dt.date({value.year}, {value.month}, {value.day})"


def _time(text: str, imports: Imports) -> str:
    imports.add_module("datetime as dt")
    value = dt.time.fromisoformat(text)
    parts = (value.hour, value.minute, value.second, *_micro(value.microsecond))
    return f"dt.time({', '.join(map(str, parts))})"


def _duration(text: str, imports: Imports) -> str:
    imports.add_module("datetime as dt")
    found = _DURATION.fullmatch(text)
    units = found.groupdict() if found else {}
    parts = (f"{unit}={_number(count)}" for unit, count in units.items() if count)
    return f"dt.timedelta({', '.join(parts)})"


def _micro(microsecond: int) -> tuple[int, ...]:
    return (microsecond,) if microsecond else ()


def _number(text: str) -> str:
    return str(int(text)) if text.isdigit() else repr(float(text))


_WRITERS: dict[str, Callable[[str, Imports], str]] = {
    "decimal": _decimal,
    "uuid": _uuid,
    "bytes": _bytes,
    "float": _float,
    "datetime": _datetime,
    "date": _date,
    "time": _time,
    "duration": _duration,
}
