"""What is published for a scalar is what is accepted: JSON Schema and pydantic agree."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError as SchemaError
from jsonschema.validators import extend
from pydantic import Field, TypeAdapter, ValidationError

from framework import wire
from framework.runtime import types

if TYPE_CHECKING:
    from collections.abc import Iterator

TYPES: dict[str, Any] = {
    "string": types.String,
    "int": types.Int,
    "int32": types.Int32,
    "int64": types.Int64,
    "float": types.Float,
    "decimal": Annotated[Decimal, types.DecimalText()],
    "bool": types.Bool,
    "datetime": types.DateTime,
    "date": types.Date,
    "time": types.Time,
    "duration": types.Duration,
    "uuid": types.Uuid,
    "email": types.Email,
    "url": types.Url,
    "bytes": types.Bytes,
    "json": types.Json,
    "cursor": types.CursorText,
    "idempotency key": types.IdempotencyKey,
    "last event id": types.LastEventId,
}


def _pattern(_: object, pattern: str, value: object, __: object) -> Iterator[SchemaError]:
    """Read `$` as ECMA 262 and Rust do: Python's lets a line feed follow."""
    if isinstance(value, str) and not re.search(re.sub(r"\$$", r"\\Z", pattern), value):
        yield SchemaError("pattern")


Schema = extend(Draft202012Validator, {"pattern": _pattern})
FORMATS = FormatChecker(formats=())


@FORMATS.checks("email")
def _email(value: object) -> bool:
    """Count what the pattern of an address cannot: the octets before the @ (RFC 5321)."""
    return not isinstance(value, str) or len(value.partition("@")[0]) <= 64


VALIDATORS = {name: Schema(schema, format_checker=FORMATS) for name, schema in wire.SCHEMAS.items()}
ADAPTERS: dict[str, TypeAdapter[Any]] = {name: TypeAdapter(kind) for name, kind in TYPES.items()}


def accepts(adapter: TypeAdapter[Any], raw: str) -> bool:
    """Tell whether the runtime takes `raw`."""
    try:
        adapter.validate_json(raw, strict=True)
    except ValidationError:
        return False
    return True


EDGES = [
    *(n + d for n in (0, 2**31, -(2**31), 2**53, -(2**53), 2**63, -(2**63)) for d in (-1, 0, 1)),
    *(10**309, 1e308, -1.7976931348623157e308, 0.5, 1.0, -0.0, 1e15, 9e18, 2.0**63),
    *("", "\0", "a\0b", "1", "1\n", "é", "\U0001f600"),
    *(None, True, False, [], {}, {"a\0": 1}, [1, "\0"], {"a": [1e300]}),
]
SPELT = [
    *("2024-02-29", "2023-02-29", "1900-02-29", "2000-02-29", "1000-01-01", "2999-12-31"),
    *("0999-12-31", "3000-01-01", "2024-04-31", "2024-1-1", "2024-01-01\n"),
    *("2024-01-01T00:00:00Z", "2024-01-01T00:00:00", "2024-01-01t00:00:00z"),
    *("1000-01-01T00:00:00+23:59", "2999-12-31T23:59:59-23:59", "2999-12-31T23:59:59.999999Z"),
    *("2024-01-01T23:59:60Z", "2024-01-01T24:00:00Z", "2024-01-01T00:00:00.1234567Z"),
    *("2024-01-01T00:00:00+24:00", "2024-01-01T00:00:00-00:00", "2024-01-01 00:00:00Z"),
    *("12:30:00", "12:30:00.5", "12:30", "24:00:00", "12:30:00Z"),
    *("P", "PT", "PT0S", "P1D", "P1DT", "P1DT24H", "PT36H", "PT1H5S", "PT0.5S", "P1W", "P1M"),
    *("P99999W", "P100000W", "P999999DT23H59M59.999999S", "PT999999H999999M999999.9S", "-PT1S"),
    *("0", "-0", "00", "01", "1.", ".5", "1.5", "1e3", "+1", "NaN", "Infinity", "1_0", " 1"),
    *("123456789012345678.0123456789", "1234567890123456789", "0.12345678901"),
    *("12345678-1234-1234-1234-123456789abc", "12345678-1234-1234-1234-123456789ABC"),
    *("{12345678-1234-1234-1234-123456789abc}", "12345678123412341234123456789abc"),
    *(
        "a@b.co",
        f"{'a' * 64}@b.co",
        f"{'a' * 65}@b.co",
        "a@b",
        "a..b@c.de",
        "o'brien@x.org",
        "a@-b.de",
        "a@b.c",
        "ü@b.de",
        "a@b.xn--p1ai",
    ),
    *("http://localhost", "https://a.b/c?d=e#f", "ftp://a.b", "https://u:p@a.b", "https://a b"),
    *("https://a.b/%zz", "https://a.b/%20", "https://a.b:99999/", "HTTPS://a.b"),
    *("QQ==", "QR==", "QUI=", "QUJD", "QUJ", "QQ", "Q===", "QUJD\n", "QU-_"),
]
PATTERNED = sorted({str(s["pattern"]) for s in wire.SCHEMAS.values() if "pattern" in s})
near = st.tuples(st.sampled_from(SPELT), st.integers(0, 40), st.text(max_size=2)).map(
    lambda cut: cut[0][: cut[1]] + cut[2] + cut[0][cut[1] + 1 :]
)
scalars = st.one_of(
    st.integers(-(2**70), 2**70),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(st.characters(codec="utf-8"), max_size=8),
    near.filter(lambda text: not re.search("[\ud800-\udfff]", text)),
    st.one_of([st.from_regex(p[:-1] + r"\Z") for p in PATTERNED]),
    st.sampled_from([*EDGES, *SPELT]),
)
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=4,
)


@pytest.mark.parametrize("name", wire.SCHEMAS)
def test_edges_are_accepted_exactly_as_published(name: str) -> None:
    """For every scalar, the values at its edges fall on the same side in schema and runtime."""
    raws = {json.dumps(value) for value in [*EDGES, *SPELT]}
    accepted = {raw for raw in raws if accepts(ADAPTERS[name], raw)}

    assert accepted == {raw for raw in raws if VALIDATORS[name].is_valid(json.loads(raw))}
    assert accepted < raws
    assert len(accepted) >= 2


@settings(deadline=None, suppress_health_check=list(HealthCheck))
@given(values)
@example([[1e400]])
def test_any_value_is_accepted_exactly_as_published(value: object) -> None:
    """Every scalar's type and schema agree on matching values and on near misses."""
    raw = json.dumps(value)
    for name, adapter in ADAPTERS.items():
        assert accepts(adapter, raw) == VALIDATORS[name].is_valid(json.loads(raw)), name


@settings(deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_what_is_written_can_be_read_again(data: st.DataObject) -> None:
    """A value that was read is written in a form that the schema allows and that reads the same."""
    name = data.draw(st.sampled_from([n for n, s in wire.SCHEMAS.items() if "pattern" in s]))
    text = data.draw(st.from_regex(str(wire.SCHEMAS[name]["pattern"])[:-1] + r"\Z"))
    adapter = ADAPTERS[name]
    if not VALIDATORS[name].is_valid(text):
        return  # longer than the type allows
    value = adapter.validate_json(json.dumps(text), strict=True)
    written = adapter.dump_json(value)

    assert VALIDATORS[name].is_valid(json.loads(written))
    assert adapter.validate_json(written, strict=True) == value


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("int", "5", 5),
        ("int", "-5", -5),
        ("int", "+5", None),
        ("int", " 5", None),
        ("int", "1_0", None),
        ("int", "5.5", None),
        ("int", "05", None),
        ("int", "\u0665", None),
        ("int", "9007199254740992", None),
        ("int64", "9223372036854775807", 2**63 - 1),
        ("float", "1.5e3", 1500.0),
        ("float", "1", 1.0),
        ("float", "nan", None),
        ("float", "1_0", None),
        ("float", " 1", None),
        ("float", "1e999", None),
        ("bool", "true", True),
        ("bool", "false", False),
        ("bool", "True", None),
        ("bool", "1", None),
        ("bool", "on", None),
        ("string", "a\0", None),
        ("datetime", "2024-01-01T00:00:00+02:00", datetime(2023, 12, 31, 22, tzinfo=UTC)),
        ("datetime", "1704067200", None),
        ("uuid", "urn:uuid:12345678-1234-1234-1234-123456789abc", None),
        ("decimal", "1.50", Decimal("1.50")),
        ("decimal", "1e3", None),
    ],
)
def test_text_is_taken_only_in_its_canonical_spelling(
    name: str, text: str, expected: object
) -> None:
    """In path, query and header a scalar has one spelling."""
    try:
        value = ADAPTERS[name].validate_python(text)
    except ValidationError:
        value = None

    assert value == expected
    assert type(value) is type(expected)


@pytest.mark.parametrize(
    ("name", "value", "written"),
    [
        (
            "datetime",
            datetime(2024, 1, 1, 2, tzinfo=timezone(timedelta(hours=2))),
            "2024-01-01T00:00:00Z",
        ),
        ("date", date(2024, 1, 1), "2024-01-01"),
        ("time", time(12, 30), "12:30:00"),
        ("duration", timedelta(days=1, seconds=90, microseconds=500_000), "P1DT1M30.5S"),
        ("duration", timedelta(0), "PT0S"),
        ("uuid", UUID(int=1), "00000000-0000-0000-0000-000000000001"),
        ("decimal", Decimal("1E+3"), "1000"),
        ("decimal", Decimal("-1.10"), "-1.10"),
        ("bytes", b"\0\xff", "AP8="),
        ("int", 5.0, 5),
        ("bool", True, True),
    ],
)
def test_python_objects_are_taken_and_written(name: str, value: object, written: object) -> None:
    """What a controller or a database row gives is taken, and written in one form."""
    adapter = ADAPTERS[name]

    assert json.loads(adapter.dump_json(adapter.validate_python(value))) == written


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("datetime", datetime(2024, 1, 1)),  # noqa: DTZ001 - the promise is about naive ones
        ("datetime", datetime(999, 1, 1, tzinfo=UTC)),
        ("date", datetime(2024, 1, 1, tzinfo=UTC)),
        ("time", time(12, tzinfo=UTC)),
        ("duration", timedelta(seconds=-1)),
        ("duration", timedelta.max),
        ("decimal", Decimal("NaN")),
        ("decimal", Decimal("0.12345678901")),
        ("decimal", Decimal(10) ** 18),
        ("decimal", 0.1),
        ("float", float("inf")),
        ("bool", 1),
        ("int", True),
        ("json", float("nan")),
        ("json", {1: 2}),
        ("json", object()),
    ],
)
def test_python_objects_that_cannot_be_written_are_refused(name: str, value: object) -> None:
    """Nothing is sent that the schema would not allow."""
    with pytest.raises(ValidationError):
        ADAPTERS[name].validate_python(value)


@pytest.mark.parametrize("text", ["0", "-0.00", "9999999999.99", "10000000000", "1.005", "-1"])
@pytest.mark.parametrize("signed", [True, False])
def test_decimals_hold_the_digits_they_declare(text: str, *, signed: bool) -> None:
    """`decimal_pattern` and `DecimalText` of the same digits accept the same."""
    adapter: TypeAdapter[Decimal] = TypeAdapter(
        Annotated[Decimal, types.DecimalText(max_digits=12, decimal_places=2, signed=signed)]
    )
    pattern = wire.decimal_pattern(12, 2, signed=signed)

    assert accepts(adapter, f'"{text}"') == bool(re.search(pattern, text))


@pytest.mark.parametrize(
    ("given", "kept"),
    [("3.5000000000", "3.50"), ("0E-10", "0.00"), ("-7.000", "-7.00"), ("3.5", "3.5")],
)
def test_zeros_that_a_database_fills_up_with_are_dropped(given: str, kept: str) -> None:
    """A column of a larger scale holds the same number; only digits that say something count."""
    adapter: TypeAdapter[Decimal] = TypeAdapter(
        Annotated[Decimal, types.DecimalText(max_digits=12, decimal_places=2)]
    )

    assert str(adapter.validate_python(Decimal(given))) == kept
    with pytest.raises(ValidationError):
        adapter.validate_python(Decimal("3.5010000000"))


@pytest.mark.parametrize("least", range(8))
@pytest.mark.parametrize("most", [*range(8), None])
def test_base64_pattern_counts_bytes(least: int, most: int | None) -> None:
    """The pattern of a length matches the base64 of exactly that many bytes."""
    if most is not None and most < least:
        return
    pattern = re.compile(wire.base64_pattern(least, most))
    for length in range(10):
        fits = least <= length and (most is None or length <= most)
        assert bool(pattern.fullmatch(b64encode(bytes(length)).decode())) == fits


@pytest.mark.parametrize(
    ("raw", "fits"),
    [
        ("[]", True),
        ("[1, 2]", True),
        ("[1, 1.0]", False),
        ("[1, true]", True),
        ("[[1], [true]]", True),
        ('[{"a": 1, "b": 2}, {"b": 2, "a": 1}]', False),
        ('[{"a": 1}, {"a": 1, "b": null}]', True),
        ('["a", "A"]', True),
        ("[null, null]", False),
    ],
)
def test_unique_items_are_unique_as_json(raw: str, *, fits: bool) -> None:
    """`UniqueItems` refuses what `uniqueItems` refuses."""
    adapter: TypeAdapter[list[Any]] = TypeAdapter(Annotated[list[Any], types.UniqueItems()])

    assert accepts(adapter, raw) == fits
    assert Schema({"uniqueItems": True}).is_valid(json.loads(raw)) == fits


def test_unique_items_look_before_a_set_swallows() -> None:
    """A set is refused when its JSON list repeats an item."""
    adapter: TypeAdapter[set[int]] = TypeAdapter(Annotated[set[types.Int], types.UniqueItems()])

    assert accepts(adapter, "[1, 2]")
    assert not accepts(adapter, "[1, 1]")
    assert not accepts(adapter, "[1, true]")
    assert not accepts(adapter, "[[]]")
    assert adapter.validate_python({1, 2}) == {1, 2}


def test_bounds_of_a_field_narrow_those_of_its_type() -> None:
    """Bounds, lengths and patterns of a field come on top of the type's own."""
    age: TypeAdapter[int] = TypeAdapter(Annotated[types.Int, Field(ge=1, le=9)])
    code: TypeAdapter[str] = TypeAdapter(
        Annotated[types.String, Field(min_length=2), types.Pattern("^a")]
    )

    assert [accepts(age, raw) for raw in ("0", "1", "1.0", "10", "true")] == [
        *(False, True, True, False, False)
    ]
    assert [accepts(code, json.dumps(text)) for text in ("a", "ab", "ba", "ab\0")] == [
        *(False, True, False, False)
    ]


@pytest.mark.parametrize("name", wire.SCHEMAS)
def test_every_type_can_be_nullable_and_in_a_list(name: str) -> None:
    """`T | None` is a type like `T`: the metadata is hashable, and null is taken."""
    adapter: TypeAdapter[Any] = TypeAdapter(list[TYPES[name] | None])

    assert accepts(adapter, "[null]")
    assert adapter.dump_json([None]) == b"[null]"


@pytest.mark.parametrize("name", wire.SCHEMAS)
def test_patterns_hold_in_every_engine(name: str) -> None:
    """Patterns are anchored, ASCII only, and without look-around or back-references."""
    pattern = wire.SCHEMAS[name].get("pattern")
    if pattern is None:
        return
    assert isinstance(pattern, str)
    assert pattern.startswith("^")
    assert pattern.endswith("$")
    assert not re.search(r"\(\?|\\[dswb1-9]", pattern)
    TypeAdapter(Annotated[str, Field(pattern=pattern)]).rebuild(force=True)  # Rust compiles it
