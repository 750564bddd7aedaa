"""Pages over HTTP: whole walks, changes on the way, and cursors that nobody gave out."""

from __future__ import annotations

import json
from importlib import import_module
from typing import TYPE_CHECKING, Any

import pytest

from framework import wire
from framework.runtime.clients import each
from framework.runtime.pages.cursors import Cursors
from framework.runtime.settings import SettingsExit
from tests.behaviour.asking import asking
from tests.behaviour.conftest import client_of
from tests.behaviour.oracle import accepts
from tests.behaviour.projects import importing
from tests.behaviour.shelf import composed, running, shelf

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from pathlib import Path

    import httpx

pytestmark = pytest.mark.anyio
ITEMS = [("pen", 1), ("cup", 3), ("pot", 9), ("pin", 1), ("jar", 3), ("cup", 3), ("bag", 2)]
KEY, OLD = "k" * 32, "o" * 32


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Compile and import the case while this module runs."""
    root = shelf(tmp_path_factory.mktemp("shelf"))
    with importing(root):
        yield root


@pytest.fixture
async def app(project: Path, tmp_path: Path) -> AsyncIterator[Any]:
    """Run the shop."""
    del project
    async with running(f"sqlite:///{tmp_path}/shop.db", cursor_keys=f"{KEY},{OLD}") as app:
        yield app


@pytest.fixture
async def client(app: Any) -> AsyncIterator[httpx.AsyncClient]:  # noqa: ANN401 - any ASGI app
    """Give a client of a shop with a few items."""
    async with client_of(app) as client:
        for name, weight in ITEMS:
            await create(client, name, weight)
        yield client


async def create(client: httpx.AsyncClient, name: str, weight: int) -> None:
    """Put an item on the shelf."""
    response = await client.post("/v1/items", json={"name": name, "weight": weight})
    assert response.status_code == 201


async def walk(client: httpx.AsyncClient, path: str, **query: object) -> AsyncIterator[Any]:
    """Yield each page, from the first to the last."""
    cursor: str | None = None
    while True:
        asked = query if cursor is None else query | {"cursor": cursor}
        response = await client.get(path, params={key: str(value) for key, value in asked.items()})
        assert response.status_code == 200, response.text
        yield response.json()
        cursor = response.json()["next_cursor"]
        if cursor is None:
            return


@pytest.mark.parametrize("limit", [1, 2, 3, 6, 7, 8, 100])
async def test_a_walk_meets_each_item_once_and_in_order(
    client: httpx.AsyncClient, limit: int
) -> None:
    """Whatever the size of pages, equal ones in the order included; the last page says so."""
    pages = [page async for page in walk(client, "/v1/items", limit=limit)]

    assert [len(page["items"]) for page in pages[:-1]] == [limit] * (len(pages) - 1)
    items = [(item["name"], item["weight"], item["id"]) for page in pages for item in page["items"]]
    expected = [(name, weight, number) for number, (name, weight) in enumerate(ITEMS, start=1)]
    assert items == sorted(expected, key=lambda item: (-item[1], item[0], item[2]))
    assert pages[-1]["next_cursor"] is None


async def test_what_is_inserted_meanwhile_moves_nothing(client: httpx.AsyncClient) -> None:
    """An item before the position does not push others to the next page, as an offset would."""
    pages = walk(client, "/v1/items", limit=3)
    first = await anext(pages)
    await create(client, "new", 10)
    rest = [item["id"] async for page in pages for item in page["items"]]

    assert [item["id"] for item in first["items"]] + rest == [3, 2, 6, 5, 7, 1, 4]


async def test_filters_and_cursors_go_together(client: httpx.AsyncClient) -> None:
    """Only what is asked for is on the pages."""
    found = walk(client, "/v1/items", limit=1, lightest=3)

    assert [page["items"][0]["weight"] async for page in found] == [9, 3, 3, 3]


async def test_positions_may_come_from_anywhere(client: httpx.AsyncClient) -> None:
    """A controller that asks no database says where a page ends by itself."""
    pages = [page async for page in walk(client, "/v1/items/4/notes", limit=3)]

    assert [len(page["items"]) for page in pages] == [3, 3, 1]
    assert pages[2]["items"] == [{"text": "4: note 6"}]


async def test_offsets_count_all(client: httpx.AsyncClient) -> None:
    """A page in the middle, one beyond the end, and one of what is filtered."""
    middle = await client.get("/v1/items/names", params={"limit": 2, "offset": 3})
    beyond = await client.get("/v1/items/names", params={"offset": 2**31 - 1})
    filtered = await client.get("/v1/items/names", params={"prefix": "p"})

    assert middle.json() == {
        "items": [{"id": 5, "name": "jar"}, {"id": 1, "name": "pen"}],
        "total": 7,
    }
    assert beyond.json() == {"items": [], "total": 7}
    assert filtered.json()["total"] == 3


@pytest.mark.parametrize(
    ("path", "query", "pointer"),
    [
        ("/v1/items", {"limit": "0"}, "/query/limit"),
        ("/v1/items", {"limit": "101"}, "/query/limit"),
        ("/v1/items", {"limit": "many"}, "/query/limit"),
        ("/v1/items", {"cursor": ""}, "/query/cursor"),
        ("/v1/items", {"cursor": "a" * 31}, "/query/cursor"),
        ("/v1/items", {"cursor": "a" * 2052}, "/query/cursor"),
        ("/v1/items", {"cursor": "\0" * 32}, "/query/cursor"),
        ("/v1/items/names", {"offset": "-1"}, "/query/offset"),
        ("/v1/items/names", {"offset": str(2**31)}, "/query/offset"),
    ],
)
async def test_what_the_document_forbids_is_a_fault_of_the_request(
    client: httpx.AsyncClient, path: str, query: dict[str, str], pointer: str
) -> None:
    """422, with the place."""
    response = await client.get(path, params=query)

    assert response.status_code == 422
    assert [error["pointer"] for error in response.json()["errors"]] == [pointer]


async def test_clients_walk_through_all_pages(
    app: Any,  # noqa: ANN401 - any ASGI app
    client: httpx.AsyncClient,
) -> None:
    """A generated client takes what the operation takes; `each` asks for page after page."""
    del client
    asked: list[str | None] = []
    async with asking(app, "ShopClient", "reader") as shop:

        async def page(cursor: str | None) -> Any:  # noqa: ANN401 - of the imported project
            asked.append(cursor)
            return await shop.list_items(limit=3, cursor=cursor)

        weights = [item.weight async for item in each(page)]

    assert weights == [9, 3, 3, 3, 2, 1, 1]
    assert asked[0] is None
    assert len(set(asked)) == 3


async def test_a_cursor_nobody_gave_out_is_refused(client: httpx.AsyncClient) -> None:
    """Made up, changed, of another operation, of another key: the documented problem, at once."""
    page = await anext(walk(client, "/v1/items", limit=1))
    notes = await anext(walk(client, "/v1/items/4/notes", limit=1))
    given: str = page["next_cursor"]
    forged = [
        "a" * 32,
        "_" * 2048,
        ("A" if given[0] != "A" else "B") + given[1:],
        given[:-4],
        given + "ICAg",
        notes["next_cursor"],
        Cursors(["x" * 32]).write("shop.v1.list_items", ("mark", 9, "pot", 3)),
    ]

    for cursor in forged:
        response = await client.get("/v1/items", params={"cursor": cursor})
        assert response.status_code == 400, cursor
        assert response.headers["content-type"] == wire.PROBLEM_MEDIA_TYPE
        assert response.json()["type"] == "urn:problem:invalid_cursor"


async def test_a_cursor_older_than_the_order_is_refused(client: httpx.AsyncClient) -> None:
    """It was ours once; the page that it meant is no more."""
    stale = [
        ("/v1/items", "shop.v1.list_items", ("mark", 9, "pot", 3)),
        ("/v1/items", "shop.v1.list_items", (1,)),
        ("/v1/items/4/notes", "shop.v1.list_notes", ("text",)),
        ("/v1/items/4/notes", "shop.v1.list_notes", (True,)),
        ("/v1/items/4/notes", "shop.v1.list_notes", (1, 2)),
    ]
    for path, operation, position in stale:
        cursor = Cursors([KEY]).write(operation, position)
        response = await client.get(path, params={"cursor": cursor})
        assert (response.status_code, response.json()["type"]) == (
            400,
            "urn:problem:invalid_cursor",
        )


async def test_keys_are_rotated_without_breaking_walks(client: httpx.AsyncClient) -> None:
    """A cursor of the second key is taken; what is given out is signed by the first."""
    page = await anext(walk(client, "/v1/items/1/notes", limit=3))
    old = Cursors([OLD]).write("shop.v1.list_notes", (2,))
    response = await client.get("/v1/items/1/notes", params={"cursor": old, "limit": "2"})

    assert [note["text"] for note in response.json()["items"]] == ["1: note 3", "1: note 4"]
    assert page["next_cursor"] == Cursors([KEY]).write("shop.v1.list_notes", (2,))


async def test_pages_are_what_the_document_says(
    app: Any,  # noqa: ANN401 - any ASGI app
    client: httpx.AsyncClient,
) -> None:
    """Each answer is an instance of its component, and each cursor of its pattern."""
    del app
    document = (await client.get("/openapi.json")).json()
    components = {"components": document["components"]}

    for path, name in [("/v1/items?limit=1", "ItemPage"), ("/v1/items/names", "ItemBriefPage")]:
        page = (await client.get(path)).json()
        assert accepts({"$ref": f"#/components/schemas/{name}", **components}, page)
        assert not accepts(
            {"$ref": f"#/components/schemas/{name}", **components}, {**page, "items": 1}
        )
    paged = document["paths"]["/v1/items"]["get"]
    cursor = next(p["schema"] for p in paged["parameters"] if p["name"] == "cursor")
    page = (await client.get("/v1/items?limit=1")).json()
    assert accepts(cursor, page["next_cursor"])
    assert not accepts(cursor, page["next_cursor"] + "=")


async def test_the_next_page_is_a_link(client: httpx.AsyncClient) -> None:
    """Of the document, with what stands in the path."""
    document = (await client.get("/openapi.json")).json()
    links = document["paths"]["/v1/items/{item_id}/notes"]["get"]["responses"]["200"]["links"]

    assert links["next_page"] == {
        "operationId": "shop.v1.list_notes",
        "parameters": {
            "cursor": "$response.body#/next_cursor",
            "item_id": "$request.path.item_id",
        },
    }


def test_production_asks_for_the_keys(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A service with cursors does not start without them, and says which variable to set."""
    del project
    url = f"sqlite:///{tmp_path}/shop.db"
    served = {"environment": "production", "broker_url": "redis://127.0.0.1:6379/0"}
    with pytest.raises(SettingsExit) as stopped:
        composed(url, **served)

    assert stopped.value.code == 2
    assert capsys.readouterr().err.startswith("settings: `CURSOR_KEYS` (secrets")
    assert composed(url, **served, cursor_keys=KEY)


def test_keys_come_from_the_environment(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With commas between them; one that is too short is refused without being shown."""
    del project
    settings = import_module("services.shop.settings").Settings
    monkeypatch.setenv("DATABASE_URL", "sqlite://")
    monkeypatch.setenv("CURSOR_KEYS", f"{KEY}, {OLD}")
    assert settings.load().cursor_keys == (KEY, OLD)

    monkeypatch.setenv("CURSOR_KEYS", f"{KEY},short")
    with pytest.raises(SettingsExit):
        settings.load()
    said = capsys.readouterr().err
    assert "`CURSOR_KEYS` (" in said
    assert "short" not in said.replace("too short", "")


async def test_an_answer_that_breaks_the_contract_is_a_fault_of_the_service(
    project: Path,
    app: Any,  # noqa: ANN401 - any ASGI app
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """More items than a page may have, or a position too long for a cursor: 500, nothing leaks."""
    del project
    pages = import_module("framework.runtime.pages")
    note = import_module("shared.generated.models.items").Note
    controller = import_module("services.shop.controllers.items").ItemsController
    faulty = [
        pages.CursorPage([note(text="secret")] * 101),
        pages.CursorPage([], end=("secret" * 400,)),
        pages.CursorPage([], end=(None,)),
    ]
    async with client_of(app) as client:
        for page in faulty:
            monkeypatch.setattr(controller, "list_notes", lambda *_, p=page, **__: _later(p))
            response = await client.get("/v1/items/1/notes")
            assert response.status_code == 500
            assert "secret" not in json.dumps(response.json())


async def _later(value: object) -> object:
    return value
