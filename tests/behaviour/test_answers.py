"""What generated operations answer: statuses, headers, problems, and nothing undeclared."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    import httpx

pytestmark = pytest.mark.anyio
ITEMS = "/v1/items"


async def test_what_was_created_has_an_address(client: httpx.AsyncClient) -> None:
    """201, `Location`, and the read variant: without what is written only."""
    answer = await client.post(ITEMS, json={"name": "made", "secret": "s"})

    assert answer.status_code == 201
    assert answer.headers["Location"] == f"{ITEMS}/{answer.json()['id']}"
    assert answer.json() == {
        "id": answer.json()["id"],
        "name": "made",
        "nick": None,
        "size": "large",
        "itemColor": "blue",
        "maker": None,
    }


async def test_many_is_a_list(client: httpx.AsyncClient) -> None:
    """`many: true` answers an array of what was committed."""
    await client.post(ITEMS, json={"name": "listed"})

    names = [item["name"] for item in (await client.get(ITEMS)).json()]

    assert "listed" in names


async def test_no_content_has_no_body(client: httpx.AsyncClient) -> None:
    """An operation without a response answers 204."""
    answer = await client.delete(f"{ITEMS}/1")

    assert (answer.status_code, answer.content) == (204, b"")


@pytest.mark.parametrize(
    ("path", "name"), [("/", "greeting"), ("/v1/kinds", "kinds"), ("/v1/items2", "items2")]
)
async def test_literal_paths_win_over_templates(
    client: httpx.AsyncClient, path: str, name: str
) -> None:
    """A router at the root answers `/`; its template takes what no literal path has."""
    assert (await client.get(path)).json() == {"name": name}
    assert isinstance((await client.get(ITEMS)).json(), list)


async def test_a_listed_problem_is_answered_with_its_members(client: httpx.AsyncClient) -> None:
    """Members go by their wire names and types, and those without a value are absent."""
    full = await client.get(f"{ITEMS}/3")
    bare = await client.get(f"{ITEMS}/2")

    assert full.status_code == 404
    assert full.headers["Content-Type"] == "application/problem+json"
    assert {key: value for key, value in full.json().items() if key != "instance"} == {
        "type": "urn:problem:item_gone",
        "title": "The item is gone",
        "status": 404,
        "itemId": 3,
        "price": "1.50",
        "since": "2026-01-02T00:00:00Z",
        "photo": "/wA=",
    }
    assert bare.json().keys() == {"type", "title", "status", "instance", "itemId", "price"}
    assert bare.json()["price"] == "100"


async def test_a_listed_problem_undoes_the_work(client: httpx.AsyncClient) -> None:
    """What an operation did before it raised is rolled back."""
    answer = await client.post(ITEMS, json={"name": "taken"})

    assert answer.status_code == 409
    assert answer.json()["detail"] == "try another"
    assert "taken" not in [item["name"] for item in (await client.get(ITEMS)).json()]


async def test_an_unlisted_problem_is_a_fault_of_the_service(client: httpx.AsyncClient) -> None:
    """An operation answers only with what it lists; the rest is 500 and tells nothing."""
    answer = await client.post(ITEMS, json={"name": "unlisted"})

    assert answer.status_code == 500
    assert answer.json()["type"] == "urn:problem:internal_error"
    assert "gone" not in answer.text


async def test_an_answer_that_the_contract_forbids_does_not_leave(
    client: httpx.AsyncClient,
) -> None:
    """What a controller returns is held to the model, and literal paths to their operation."""
    answer = await client.get(f"{ITEMS}/best")

    assert answer.status_code == 500
    assert "not a number" not in answer.text


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/v2/none", 404),
        ("GET", "/v1/items/1/", 404),
        ("POST", "/v1/items/1", 405),
        ("GET", "/v1/items/0", 422),
        ("GET", "/v1/items/x", 422),
        ("GET", "/v1/items/1.0", 422),
    ],
)
async def test_what_no_operation_takes_is_a_problem(
    client: httpx.AsyncClient, method: str, path: str, status: int
) -> None:
    """Unknown paths and methods, and parameters beyond their bounds."""
    answer = await client.request(method, path)

    assert answer.status_code == status
    assert answer.json()["status"] == status


async def test_the_compiled_document_is_served_byte_for_byte(
    client: httpx.AsyncClient, shop: Path
) -> None:
    """What clients read is what the compiler wrote, and people find it."""
    compiled = shop / "shared" / "generated" / "openapi" / "shop_desk.json"

    served = await client.get("/openapi.json")
    docs = await client.get("/docs")

    assert served.content == compiled.read_bytes()
    assert served.headers["Content-Type"] == "application/json"
    assert docs.status_code == 200
    assert "/openapi.json" in docs.text
