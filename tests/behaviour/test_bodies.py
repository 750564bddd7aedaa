"""What generated operations do with bodies: read them strictly, tell three kinds of nothing."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    import httpx

pytestmark = pytest.mark.anyio
ITEMS = "/v1/items"


def seen() -> Any:  # noqa: ANN401 - whatever the controller was given last
    """Return what the controller was given last."""
    return import_module("services.shop_desk.controllers.items").SEEN[-1]


def pointers(answer: httpx.Response) -> set[tuple[str, str]]:
    """Return the places and codes that a 422 names."""
    assert answer.status_code == 422, answer.text
    return {(error["pointer"], error["code"]) for error in answer.json()["errors"]}


async def test_a_creation_gets_defaults_and_the_names_of_code(client: httpx.AsyncClient) -> None:
    """What is absent has its default, an alias counts on the wire only, MISSING is no value."""
    answer = await client.post(ITEMS, json={"name": "plain", "itemColor": "green"})

    assert answer.status_code == 201, answer.text
    assert seen().model_dump(by_alias=False) == {
        "name": "plain",
        "nick": None,
        "size": "small",
        "color": "green",
        "maker": None,
    }


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"id": 1}, ("/body/id", "extra_forbidden")),
        ({"color": "red"}, ("/body/color", "extra_forbidden")),
        ({"maker": {"name": "m", "x": 1}}, ("/body/maker/x", "extra_forbidden")),
        (
            {"contact": {"kind": "phone", "number": "1", "address": "a@b.co"}},
            ("/body/contact/address", "extra_forbidden"),
        ),
        ({"contact": {"kind": "fax"}}, ("/body/contact", "union_tag_invalid")),
        ({"contact": {}}, ("/body/contact", "union_tag_not_found")),
        ({"contact": {"kind": "mail"}}, ("/body/contact/address", "missing")),
        ({"name": 1}, ("/body/name", "string_type")),
        ({"name": ""}, ("/body/name", "string_too_short")),
        ({"name": "n" * 21}, ("/body/name", "string_too_long")),
        ({"size": "huge"}, ("/body/size", "enum")),
        ({"note": None}, ("/body/note", "string_type")),
        ({"maker": None, "nick": 5}, ("/body/nick", "string_type")),
    ],
)
async def test_a_creation_is_closed(
    client: httpx.AsyncClient, change: dict[str, object], fault: tuple[str, str]
) -> None:
    """Each fault is named by its place in the body, those of nested models too."""
    answer = await client.post(ITEMS, json={"name": "closed", **change})

    assert pointers(answer) == {fault}


@pytest.mark.parametrize(
    ("body", "given"),
    [
        ({}, {}),
        ({"nick": None}, {"nick": None}),
        ({"nick": "n"}, {"nick": "n"}),
        ({"itemColor": "red"}, {"color": "red"}),
        ({"maker": {"name": "m"}}, {"maker": {"name": "m"}}),
        ({"maker": None, "note": "x"}, {"maker": None, "note": "x"}),
    ],
)
async def test_a_change_tells_absent_from_null_from_a_value(
    client: httpx.AsyncClient, body: dict[str, object], given: dict[str, object]
) -> None:
    """A PATCH gives the controller exactly what was sent; no default is applied."""
    answer = await client.patch(f"{ITEMS}/3", json=body)

    assert answer.status_code == 200, answer.text
    assert seen() == given


async def test_a_change_takes_null_only_where_the_spec_says_so(client: httpx.AsyncClient) -> None:
    """`optional` is absence, not null."""
    answer = await client.patch(f"{ITEMS}/3", json={"name": None, "size": None, "note": None})

    assert {pointer for pointer, _ in pointers(answer)} == {
        "/body/name",
        "/body/size",
        "/body/note",
    }


async def test_a_union_arrives_as_its_member(client: httpx.AsyncClient) -> None:
    """The discriminator decides on the class, and the answer is that member again."""
    answer = await client.post(f"{ITEMS}/contacts", json={"kind": "phone", "number": "123"})

    assert answer.json() == {"kind": "phone", "number": "123"}
    assert type(seen()).__name__ == "Phone"


async def test_a_list_of_models_is_a_body(client: httpx.AsyncClient) -> None:
    """Faults in a list are counted by place."""
    good = await client.put(ITEMS, json=[{"name": "a"}, {"name": "b"}])
    bad = await client.put(ITEMS, json=[{"name": "a"}, {"nick": "b"}])

    assert (good.status_code, good.json()) == (202, {"name": "2 items"})
    assert pointers(bad) == {("/body/1/name", "missing")}


@pytest.mark.parametrize(
    ("content", "kind", "status"),
    [
        (b"{", "application/json", 400),
        (b"", "application/json", 400),
        (b'{"name": NaN}', "application/json", 400),
        (b'{"name": "a", "name": "b"}', "application/json", 400),
        (b'{"name": "\\ud800"}', "application/json", 400),
        (b"name=a", "application/x-www-form-urlencoded", 415),
        (b"null", "application/json", 422),
        (b"[]", "application/json", 422),
    ],
)
async def test_a_body_that_is_no_json_object_is_a_problem(
    client: httpx.AsyncClient, content: bytes, kind: str, status: int
) -> None:
    """Malformed, of another type, or not what the contract says: a problem document each."""
    answer = await client.post(ITEMS, content=content, headers={"Content-Type": kind})

    assert answer.status_code == status
    assert answer.headers["Content-Type"] == "application/problem+json"
