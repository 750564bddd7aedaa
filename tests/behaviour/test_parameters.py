"""What generated operations take from path, query and headers: as the document says, or 422."""

from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal
from importlib import import_module
from typing import TYPE_CHECKING, Any
from urllib.parse import quote
from uuid import UUID

import pytest

from framework.runtime.settings import ServiceSettings
from tests.behaviour.conftest import client_of
from tests.behaviour.oracle import Validator
from tests.behaviour.projects import GOOD, compiled, importing
from tests.behaviour.recorder import Call, recorder
from tests.behaviour.samples import NUMBERS, SPELT, TEXTS

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    import httpx

pytestmark = pytest.mark.anyio
CALLS: list[Call] = []
NEEDED = {"ids": "1"}
SHORT = {
    "text": "string",
    "int": "int",
    "bool": "bool",
    "float": "float",
    "decimal": "decimal",
    "uuid": "uuid",
    "datetime": "datetime",
    "date": "date",
    "time": "time",
    "duration": "duration",
    "email": "email",
    "enum": "string",
    "choice": "string",
}
TOO_LONG = f"{'a' * 65}@b.co"  # what `format: email` refuses, and no pattern counts


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Any]]:
    """Compile and import the golden case `parameters`; give its OpenAPI document."""
    root = compiled(GOOD / "parameters", tmp_path_factory.mktemp("parameters"))
    with importing(root):
        path = root / "shared" / "generated" / "openapi" / "desk.json"
        yield json.loads(path.read_text("utf-8"))


@pytest.fixture(scope="module")
async def client(document: dict[str, Any]) -> AsyncIterator[httpx.AsyncClient]:
    """Run the service with controllers that only remember."""
    del document
    protocols = import_module("shared.generated.controllers.desk")
    create_app = import_module("shared.generated.services.desk").create_app
    app = create_app(
        ServiceSettings(),
        scalars=recorder(protocols.ScalarsController, CALLS),
        lists=recorder(protocols.ListsController, CALLS),
    )
    async with client_of(app) as client:
        yield client


def given() -> dict[str, Any]:
    """Return the arguments of the last call."""
    return CALLS[-1][1]


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("text/ab", "ab"),
        ("int/4", 4),
        ("bool/true", True),
        ("float/0.5", 0.5),
        ("float/2", 2.0),
        ("decimal/-1.50", Decimal("-1.50")),
        ("uuid/00000000-0000-0000-0000-00000000000A", UUID(int=10)),
        (
            "datetime/2026-01-02T05:04:05%2B02:00",
            dt.datetime(2026, 1, 2, 3, 4, 5, tzinfo=dt.UTC),
        ),
        ("date/2026-01-02", dt.date(2026, 1, 2)),
        ("time/03:04:05", dt.time(3, 4, 5)),
        ("duration/P1DT2H", dt.timedelta(days=1, hours=2)),
        ("email/a@example.com", "a@example.com"),
        ("enum/small", "small"),
        ("choice/b", "b"),
    ],
)
async def test_a_path_parameter_arrives_as_its_type(
    client: httpx.AsyncClient, path: str, value: object
) -> None:
    """Controllers see Python values, never text that stands for them."""
    answer = await client.get(f"/scalars/{path}")

    assert answer.status_code == 204, answer.text
    assert given() == {"value": value}
    assert type(given()["value"]) is type(value) or path.startswith("enum")


async def test_a_reference_takes_type_and_bounds_of_its_field(client: httpx.AsyncClient) -> None:
    """`Thing.id` is at least 1, `Thing.name` no longer than 8."""
    good = await client.get("/scalars/reference/1/name")
    low = await client.get("/scalars/reference/0/name")
    long = await client.get("/scalars/reference/1/much-longer")

    assert good.status_code == 204
    assert [answer.json()["errors"][0]["pointer"] for answer in (low, long)] == [
        "/path/value",
        "/path/name",
    ]


@pytest.mark.parametrize("kind", SHORT)
async def test_a_path_takes_what_its_schema_says(
    client: httpx.AsyncClient, document: dict[str, Any], kind: str
) -> None:
    """For samples at and beyond the edges: 204 where the published schema fits, else 422."""
    (parameter,) = document["paths"][f"/scalars/{kind}/{{value}}"]["get"]["parameters"]
    validator = Validator({**parameter["schema"], "components": document["components"]})
    texts = [*SPELT.get(SHORT[kind], "").split(), *TEXTS, "small", "true", "True", "yes", "+1"]
    texts += [json.dumps(number) for number in NUMBERS]
    for text in texts:
        if text in {"", ".", "..", TOO_LONG} or "/" in text:
            continue  # the others are no segments of a path
        answer = await client.get(f"/scalars/{kind}/{quote(text, safe='')}")

        published = validator.is_valid(as_json(text, kind))
        assert answer.status_code == (204 if published else 422), text


def as_json(text: str, kind: str) -> object:
    """Return the JSON value that text in an address stands for."""
    if kind not in {"int", "float", "bool"}:
        return text
    try:
        value = json.loads(text)
    except ValueError:
        return text
    # `1.0` spells no integer where there is only text, and JSON's words are lower case.
    return text if kind == "int" and isinstance(value, float) else value


async def test_what_is_absent_has_its_default(client: httpx.AsyncClient) -> None:
    """Defaults arrive as Python values; what is optional is None."""
    answer = await client.get("/lists", params=NEEDED)

    assert answer.status_code == 204, answer.text
    assert given() == {
        "ids": [1],
        "sizes": ["small"],
        "names": None,
        "kinds": None,
        "days": [dt.date(2026, 1, 2)],
        "at": dt.datetime(2026, 1, 2, 3, 4, 5, tzinfo=dt.UTC),
        "price": Decimal("1.50"),
        "span": dt.timedelta(hours=1),
        "key": UUID("00000000-0000-4000-8000-000000000000"),
        "blob": None,
        "link": None,
        "fixed": None,
        "version": None,
        "sure": None,
        "n": -1,
        "tags": None,
        "plain_name": "a, b",
        "count": None,
        "exact": True,
    }


async def test_lists_and_headers_arrive_item_by_item(client: httpx.AsyncClient) -> None:
    """A repeated key is a list; headers go by `X-Name` or their alias."""
    query = [("ids", "1"), ("ids", "2"), ("sizes", "large"), ("kinds", "a"), ("kinds", "b")]
    headers = [("X-Tags", "a"), ("X-Tags", "b"), ("X-Plain-Name", "me"), ("X-Count", "7")]

    answer = await client.get("/lists", params=query, headers=[*headers, ("x-exact", "false")])

    assert answer.status_code == 204, answer.text
    expected = {"ids": [1, 2], "sizes": ["large"], "kinds": ["a", "b"], "tags": ["a", "b"]}
    expected |= {"plain_name": "me", "count": 7, "exact": False}
    assert {name: given()[name] for name in expected} == expected


@pytest.mark.parametrize(
    ("lines", "tags"),
    [
        (["a, b"], ["a", "b"]),
        (["a,b ,\tc", "d"], ["a", "b", "c", "d"]),
        ([" a , , b,"], ["a", "b"]),
        (["two words"], ["two words"]),
        ([""], []),
    ],
)
async def test_a_list_in_a_header_is_separated_by_commas(
    client: httpx.AsyncClient, lines: list[str], tags: list[str]
) -> None:
    """Whoever forwards a request may join its lines: one with commas and several are the same."""
    answer = await client.get("/lists", params=NEEDED, headers=[("X-Tags", each) for each in lines])

    assert answer.status_code == 204, answer.text
    assert given()["tags"] == tags


async def test_items_of_a_list_in_a_header_are_published_as_they_can_arrive(
    client: httpx.AsyncClient, document: dict[str, Any]
) -> None:
    """What the schema of an item allows arrives as one item, what it forbids never does."""
    found = {p["name"]: p for p in document["paths"]["/lists"]["get"]["parameters"]}
    item = Validator(found["X-Tags"]["schema"]["items"])
    for text in ["a", "a b", "", " ", "a,b", " a", "a ", ",", "a;b", '"a', "é", "\t"]:
        wired = [("X-Tags", text.encode("latin-1"))]
        answer = await client.get("/lists", params=NEEDED, headers=wired)

        assert answer.status_code == 204, answer.text
        assert item.is_valid(text) == (given()["tags"] == [text]), text


async def test_constants_are_read_as_what_they_are(client: httpx.AsyncClient) -> None:
    """A number and a truth value, spelt as in JSON."""
    query = {**NEEDED, "version": "1", "sure": "true", "fixed": "yes_please"}

    answer = await client.get("/lists", params=query)

    assert answer.status_code == 204, answer.text
    assert (given()["version"], given()["sure"], given()["fixed"]) == (1, True, "yes_please")
    assert type(given()["version"]) is int


@pytest.mark.parametrize(
    ("query", "pointer"),
    [
        ([], "/query/ids"),
        ([("ids", "x")], "/query/ids/0"),
        ([("ids", "1"), ("ids", "1.0")], "/query/ids/1"),
        ([("ids", str(i)) for i in range(4)], "/query/ids"),
        ([*NEEDED.items(), ("sizes", "small"), ("sizes", "small")], "/query/sizes"),
        ([*NEEDED.items(), ("sizes", "SMALL")], "/query/sizes/0"),
        ([*NEEDED.items(), ("names", "long")], "/query/names/0"),
        ([*NEEDED.items(), ("at", "2026-01-02T03:04:05")], "/query/at"),
        ([*NEEDED.items(), ("fixed", "no")], "/query/fixed"),
        ([*NEEDED.items(), ("version", "2")], "/query/version"),
        ([*NEEDED.items(), ("version", "true")], "/query/version"),
        ([*NEEDED.items(), ("sure", "1")], "/query/sure"),
        ([*NEEDED.items(), ("n", "2147483648")], "/query/n"),
        ([*NEEDED.items(), ("n", "")], "/query/n"),
    ],
)
async def test_a_query_beyond_the_contract_is_refused(
    client: httpx.AsyncClient, query: list[tuple[str, str]], pointer: str
) -> None:
    """The fault names the parameter, and the item of a list."""
    answer = await client.get("/lists", params=query)

    assert answer.status_code == 422, answer.text
    assert [error["pointer"] for error in answer.json()["errors"]] == [pointer]


async def test_a_fault_of_a_header_names_its_wire_name(client: httpx.AsyncClient) -> None:
    """People find what they sent."""
    answer = await client.get("/lists", params=NEEDED, headers={"X-Count": "many"})

    assert answer.status_code == 422, answer.text
    assert answer.json()["errors"][0]["pointer"].lower() == "/header/x-count"
