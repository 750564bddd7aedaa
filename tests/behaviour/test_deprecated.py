"""What callers are told of operations that are going away."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from importlib import import_module
from typing import TYPE_CHECKING, Any

import pytest

from framework.runtime.settings import ServiceSettings
from tests.behaviour.conftest import client_of
from tests.behaviour.projects import GOOD, compiled, importing
from tests.behaviour.recorder import recorder

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from pathlib import Path

    import httpx

pytestmark = pytest.mark.anyio
ANSWERS: dict[str, object] = {name: [] for name in ("list_notes", "all_notes", "some_notes")}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Compile and import the golden case `deprecated`."""
    root = compiled(GOOD / "deprecated", tmp_path_factory.mktemp("deprecated"))
    with importing(root):
        yield root


@pytest.fixture(scope="module")
async def client(root: Path) -> AsyncIterator[httpx.AsyncClient]:
    """Run it."""
    del root
    protocol = import_module("shared.generated.controllers.desk").NotesController
    create_app = import_module("shared.generated.services.desk").create_app
    async with client_of(
        create_app(ServiceSettings(), notes=recorder(protocol, [], ANSWERS))
    ) as client:
        yield client


async def test_answers_say_since_and_until_when(client: httpx.AsyncClient) -> None:
    """In the formats of RFC 9745 and RFC 8594: the day's first second, and its last."""
    answer = await client.get("/v1/notes/all/of/them")

    assert answer.status_code == 200
    since = datetime.fromtimestamp(int(answer.headers["Deprecation"].removeprefix("@")), UTC)
    assert since == datetime(2025, 12, 31, tzinfo=UTC)
    gone = parsedate_to_datetime(answer.headers["Sunset"])
    assert gone == datetime(2028, 2, 29, 23, 59, 59, tzinfo=UTC)


@pytest.mark.parametrize("path", ["", "/some/of/them", "/none/of/them", "/kept/of/them"])
async def test_nothing_is_said_without_a_date(client: httpx.AsyncClient, path: str) -> None:
    """A text alone is for people who read the document."""
    answer = await client.get(f"/v1/notes{path}")

    assert answer.is_success
    assert not {"deprecation", "sunset"} & {name.lower() for name in answer.headers}


async def test_what_is_internal_is_routed(client: httpx.AsyncClient) -> None:
    """It is marked for readers of the document and works as any other operation."""
    answer = await client.delete("/v1/notes")

    assert answer.status_code == 204
    assert "Sunset" in answer.headers


def test_the_document_says_it_to_tools_and_people(root: Path) -> None:
    """An `x-...` key of the spec goes before the one that is derived."""
    text = (root / "shared" / "generated" / "openapi" / "desk.json").read_text("utf-8")
    paths: dict[str, Any] = json.loads(text)["paths"]
    operation = paths["/v1/notes/all/of/them"]["get"]

    assert operation["deprecated"] is True
    assert operation["description"].endswith(
        "Deprecated (since 2025-12-31; gone after 2028-02-29; use `desk.v1.list_notes`)."
    )
    assert operation["x-deprecated-since"] == "2025-12-31"
    assert operation["x-sunset"] == "2028-03-01"
    assert operation["x-superseded-by"] == "desk.v1.list_notes"
    assert not operation["responses"]["200"]["headers"]["Sunset"].get("required")
    assert paths["/v1/notes"]["delete"]["x-internal"] is True
    assert "deprecated" not in paths["/v1/notes/kept/of/them"]["get"]
