"""What a client sees of a service, whatever it sends."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.runtime.shop import DOCUMENT, LIMIT

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    import httpx

pytestmark = pytest.mark.anyio
JSON = {"content-type": "application/json"}


@pytest.mark.parametrize(
    ("body", "status", "faults"),
    [
        ('{"name": "a"}', 201, None),
        ('{"name": "a", "count": 1.0}', 201, None),
        ('{"name": "a", "count": 1e2}', 201, None),
        (' \t\r\n{"name": "a"}\n', 201, None),
        ('{"name": "a", "payment": null}', 201, None),
        ('{"name": "a", "payment": {"kind": "cash", "amount": "1.50"}}', 201, None),
        ('{"name": "a", "isGift": true}', 201, None),
        ("", 400, None),
        ("{", 400, None),
        ('{"name": "a"} x', 400, None),
        ('{"name": "a", "name": "b"}', 400, None),
        ('{"name": "a", "x": {"y": 1, "y": 1}}', 400, None),
        ('{"name": "a", "count": NaN}', 400, None),
        ('{"name": "a", "count": -Infinity}', 400, None),
        ('{"name": "\\ud800"}', 400, None),
        ('{"name": "a", "\\ud800": 1}', 400, None),
        ('{"name": "a\tb"}', 400, None),
        ("{'name': 'a'}", 400, None),
        ('\ufeff{"name": "a"}', 400, None),
        ('{"name": "a"}'.encode("utf-16"), 400, None),
        (b'{"name": "\xff"}', 400, None),
        ("[" * 65 + "]" * 65, 400, None),
        ("[" * 900 + "]" * 900, 400, None),
        (
            '{"count": ' + "1" * 1900 + "}",
            422,
            ["/body/name missing", "/body/count less_than_equal"],
        ),
        ("[" * 64 + "]" * 64, 422, ["/body model_type"]),
        ("null", 422, ["/body model_type"]),
        ("{}", 422, ["/body/name missing"]),
        ('{"name": null}', 422, ["/body/name string_type"]),
        ('{"name": ""}', 422, ["/body/name string_too_short"]),
        ('{"name": "a\\u0000"}', 422, ["/body/name string_pattern_mismatch"]),
        ('{"name": 1}', 422, ["/body/name string_type"]),
        ('{"name": "a", "count": "1"}', 422, ["/body/count int_type"]),
        ('{"name": "a", "count": true}', 422, ["/body/count int_type"]),
        ('{"name": "a", "count": 1.5}', 422, ["/body/count int_type"]),
        ('{"name": "a", "count": 1e400}', 422, ["/body/count int_type"]),
        ('{"name": "a", "~/": 1}', 422, ["/body/~0~1 extra_forbidden"]),
        ('{"name": "a", "gift": true}', 422, ["/body/gift extra_forbidden"]),
        ('{"name": "a", "isGift": 1}', 422, ["/body/isGift bool_type"]),
        ('{"name": "a", "tags": ["b", 1]}', 422, ["/body/tags/1 string_type"]),
        ('{"name": "a", "payment": {"kind": "secret"}}', 422, ["/body/payment union_tag_invalid"]),
        ('{"name": "a", "payment": {"kind": "cash"}}', 422, ["/body/payment/amount missing"]),
        (
            '{"name": "a", "payment": {"kind": "cash", "amount": 1, "secret": 2}}',
            422,
            ["/body/payment/amount wire_format", "/body/payment/secret extra_forbidden"],
        ),
    ],
)
async def test_bodies(
    client: httpx.AsyncClient, body: str | bytes, status: int, faults: list[str] | None
) -> None:
    """Malformed is 400, against the contract is 422 with places and rules."""
    response = await client.post("/v1/items", content=body, headers=JSON)

    assert response.status_code == status
    if status != 201:
        assert response.headers["content-type"] == "application/problem+json"
        assert response.json()["status"] == status
    if faults is not None:
        errors = response.json()["errors"]
        assert [f"{error['pointer']} {error['code']}" for error in errors] == faults
        assert not any("secret" in error["detail"] for error in errors)


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"content-type": "application/json"}, 201),
        ({"content-type": "Application/JSON; charset=UTF-8"}, 201),
        ({"content-type": 'application/json;charset="utf-8"'}, 201),
        ({"content-type": "application/json; charset=latin-1"}, 415),
        ({"content-type": "application/merge-patch+json"}, 415),
        ({"content-type": "text/plain"}, 415),
        ({"content-type": "application/json, text/plain"}, 415),
        ({}, 415),
        ({"content-type": "application/json", "content-encoding": "gzip"}, 415),
    ],
)
async def test_media_types(client: httpx.AsyncClient, headers: dict[str, str], status: int) -> None:
    """Only JSON in UTF-8 is taken; the answer tells so."""
    response = await client.post("/v1/items", content=b'{"name": "a"}', headers=headers)

    assert response.status_code == status
    assert response.headers.get("accept") == ("application/json" if status == 415 else None)


@pytest.mark.parametrize("chunked", [False, True])
@pytest.mark.parametrize(("excess", "status"), [(0, 422), (1, 413), (20 * LIMIT, 413)])
async def test_size_limit(
    client: httpx.AsyncClient, excess: int, status: int, *, chunked: bool
) -> None:
    """The limit is exact, whether the length is declared or counted."""
    body = json.dumps({"name": "a" * (LIMIT - len('{"name": ""}') + excess)}).encode()

    async def chunks() -> AsyncIterator[bytes]:
        for start in range(0, len(body), 100):
            yield body[start : start + 100]

    content = chunks() if chunked else body
    response = await client.post("/v1/items", content=content, headers=JSON)

    assert response.status_code == status


@pytest.mark.parametrize(
    ("body", "name"),
    [({}, ""), ({"note": None}, "note"), ({"name": "a", "note": "b"}, "name,note")],
)
async def test_absent_null_and_value_differ(
    client: httpx.AsyncClient, body: dict[str, str | None], name: str
) -> None:
    """A patch tells what was sent from what was not."""
    response = await client.patch("/v1/items/1", json=body)

    assert (response.status_code, response.json()) == (200, {"id": 1, "name": name})


@pytest.mark.parametrize(
    ("query", "headers", "expected"),
    [
        ("", {}, "None None"),
        ("?exact=true&limit=7", {"X-Trace": "t"}, "True t"),
        ("?limit=+5", {}, ["/query/limit int_parsing"]),
        ("?limit=%205", {}, ["/query/limit int_parsing"]),
        ("?limit=1_0", {}, ["/query/limit int_parsing"]),
        ("?limit=5.5", {}, ["/query/limit int_parsing"]),
        ("?limit=", {}, ["/query/limit int_parsing"]),
        ("?limit=0", {}, ["/query/limit greater_than_equal"]),
        ("?limit=101", {}, ["/query/limit less_than_equal"]),
        ("?exact=1", {}, ["/query/exact bool_type"]),
        ("?exact=True&limit=x", {}, ["/query/limit int_parsing", "/query/exact bool_type"]),
        ("?exact=null", {}, ["/query/exact bool_type"]),
    ],
)
async def test_parameters(
    client: httpx.AsyncClient, query: str, headers: dict[str, str], expected: str | list[str]
) -> None:
    """Parameters have one spelling, and faults name their group."""
    response = await client.get(f"/v1/items{query}", headers=headers)

    if isinstance(expected, str):
        assert response.json()["name"] == expected
    else:
        assert response.status_code == 422
        assert [f"{e['pointer']} {e['code']}" for e in response.json()["errors"]] == expected


async def test_path_parameters_are_held_to_their_bounds(client: httpx.AsyncClient) -> None:
    """A referenced field brings its bounds along."""
    assert (await client.get("/v1/items/0")).json()["errors"][0]["pointer"] == "/path/item_id"
    assert (await client.get("/v1/items/1")).json() == {"id": 1, "name": "x"}


@pytest.mark.parametrize(
    ("method", "path", "status", "allow"),
    [
        ("PUT", "/v1/items", 405, "GET, HEAD, OPTIONS, POST"),
        ("PUT", "/v1/items/1", 405, "DELETE, GET, HEAD, OPTIONS, PATCH"),
        ("DELETE", "/v1/items/search", 405, "GET, HEAD, OPTIONS"),
        ("TRACE", "/openapi.json", 405, "GET, HEAD, OPTIONS"),
        ("OPTIONS", "/v1/items/1", 204, "DELETE, GET, HEAD, OPTIONS, PATCH"),
        ("OPTIONS", "/nothing", 404, None),
        ("GET", "/v1/items/", 404, None),
        ("GET", "/v1/items/1/", 404, None),
        ("PUT", "/v1/items/", 404, None),
        ("GET", "/v1", 404, None),
        ("GET", "//v1/items", 404, None),
        ("DELETE", "/v1/items/1", 204, None),
        ("GET", "/v1/items/search", 200, None),
    ],
)
async def test_methods_and_paths(
    client: httpx.AsyncClient, method: str, path: str, status: int, allow: str | None
) -> None:
    """`Allow` is complete, literal paths win, and nothing redirects."""
    response = await client.request(method, f"http://shop{path}")

    assert (response.status_code, response.headers.get("allow")) == (status, allow)
    if status >= 400:
        assert response.json()["type"].startswith("urn:problem:")
        assert response.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("path", ["/v1/items", "/v1/items/1", "/openapi.json", "/health/live"])
async def test_head_is_get_without_its_body(client: httpx.AsyncClient, path: str) -> None:
    """Status and headers are the same, the body is empty."""
    got, head = await client.get(path), await client.head(path)
    own = {"x-request-id", "x-correlation-id"}

    assert head.status_code == got.status_code == 200
    assert [h for h in head.headers.items() if h[0] not in own] == [
        h for h in got.headers.items() if h[0] not in own
    ]
    assert head.content == b"" != got.content


async def test_the_compiled_document_is_served_as_it_is(client: httpx.AsyncClient) -> None:
    """Byte for byte, as JSON; the page that shows it refers to it."""
    response = await client.get("/openapi.json")

    assert (response.content, response.headers["content-type"]) == (DOCUMENT, "application/json")
    assert "/openapi.json" in (await client.get("/docs")).text


@pytest.mark.parametrize("given", ["", "a b", "x" * 65, 'a"b', "é".encode().decode("latin-1")])
async def test_unsafe_ids_are_replaced(client: httpx.AsyncClient, given: str) -> None:
    """What could break a log line or a header is not taken as an id."""
    headers = [(b"X-Request-ID", given.encode("latin-1"))]
    response = await client.get("/health/live", headers=headers)

    assert len(response.headers["x-request-id"]) == 36
    assert response.headers["x-correlation-id"] == response.headers["x-request-id"]


async def test_safe_ids_are_kept_and_named_by_problems(client: httpx.AsyncClient) -> None:
    """The ids of the caller come back, and a problem's instance is the request."""
    ids = {"X-Request-ID": "r-1", "X-Correlation-ID": "c.2"}
    response = await client.get("/nothing", headers=ids)

    assert {name: response.headers[name] for name in ids} == ids
    assert response.headers["x-content-type-options"] == "nosniff"
    assert response.json() == {
        "type": "urn:problem:not_found",
        "title": "There is nothing at this address",
        "status": 404,
        "instance": "urn:request:r-1",
    }
