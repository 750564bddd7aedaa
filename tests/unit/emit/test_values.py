"""Values of specs as Python expressions of their types."""

from __future__ import annotations

import datetime as dt
from base64 import b64decode
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from pydantic import TypeAdapter

from framework.contract import Listed, Mapped, Nullable, Scalar
from framework.emit.python import Imports, Values
from framework.runtime import types

WRITER = Values({}, {})
NAMESPACE = {"dt": dt, "b64decode": b64decode, "Decimal": Decimal, "UUID": UUID}
TYPES: dict[str, Any] = {
    "datetime": types.DateTime,
    "date": types.Date,
    "time": types.Time,
    "duration": types.Duration,
    "uuid": types.Uuid,
    "bytes": types.Bytes,
    "float": types.Float,
}


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("datetime", "2026-01-02T03:04:05Z"),
        ("datetime", "2026-01-02T03:04:05.000006+05:30"),
        ("date", "2024-02-29"),
        ("time", "03:04:05"),
        ("time", "23:59:59.999999"),
        ("duration", "P1W"),
        ("duration", "P1DT2H3M4.5S"),
        ("duration", "PT0S"),
        ("duration", "PT0.000001S"),
        ("duration", "P999999DT23H59M59.999999S"),
        ("uuid", "ABCDEF00-0000-0000-0000-00000000000a"),
        ("bytes", ""),
        ("bytes", "/wA="),
        ("float", 1),
        ("float", 1e300),
        ("float", -0.1),
    ],
)
def test_a_default_is_what_the_runtime_reads_from_the_same_text(kind: str, value: object) -> None:
    """The expression in the module and the value on the wire are one."""
    written = eval(WRITER.write(Scalar(kind), value, Imports()), dict(NAMESPACE))  # noqa: S307 - the point

    read = TypeAdapter(TYPES[kind]).validate_python(value)
    assert written == read
    assert type(written) is type(read)


@pytest.mark.parametrize("text", ["0", "1.50", "-3", "007", "99999999999999999999.5"])
def test_decimals_are_exact(text: str) -> None:
    """Their digits are kept, as numbers with trailing zeros are different texts."""
    written = eval(WRITER.write(Scalar("decimal"), text, Imports()), dict(NAMESPACE))  # noqa: S307 - as above

    assert written == Decimal(text)


def test_containers_are_written_item_by_item() -> None:
    """Lists, sets, mappings and null, with the imports of what is inside."""
    imports = Imports()
    dates = Listed(Nullable(Scalar("date")))

    assert WRITER.write(dates, ["2026-01-02", None], imports) == "[dt.date(2026, 1, 2), None]"
    assert WRITER.write(Listed(Scalar("int"), as_set=True), [1, 2], imports) == "{1, 2}"
    assert WRITER.write(Listed(Scalar("int"), as_set=True), [], imports) == "set()"
    assert WRITER.write(Mapped(Scalar("decimal")), {"a": "1"}, imports) == "{'a': Decimal(1)}"
    assert str(imports) == "import datetime as dt\nfrom decimal import Decimal"
