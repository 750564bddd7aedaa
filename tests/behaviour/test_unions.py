"""Unions over HTTP, told apart by texts, numbers and truth values."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

import pytest

from framework.runtime.settings import ServiceSettings
from tests.behaviour.conftest import client_of
from tests.behaviour.projects import GOOD, compiled, importing
from tests.behaviour.recorder import Call, recorder

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    import httpx

pytestmark = pytest.mark.anyio
CALLS: list[Call] = []


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, object]]:
    """Compile and import the golden case `unions`; give what its controller answers."""
    with importing(compiled(GOOD / "unions", tmp_path_factory.mktemp("unions"))):
        channels = import_module("shared.generated.models.channels")
        yield {
            "toggle": channels.Off(is_on=False),
            "send_many": [channels.Second(version=2, number=5)],
            "add_channel": channels.PostChannelRead(kind="post", id=1, city="Bern"),
        }


@pytest.fixture(scope="module")
async def client(answers: dict[str, object]) -> AsyncIterator[httpx.AsyncClient]:
    """Run the service with a controller that remembers."""
    protocols = import_module("shared.generated.controllers.shop")
    create_app = import_module("shared.generated.services.shop").create_app
    app = create_app(
        ServiceSettings(),
        contacts=recorder(protocols.ContactsController, CALLS, answers),
        events=recorder(protocols.EventsController, CALLS),
    )
    async with client_of(app) as client:
        yield client


@pytest.mark.parametrize(
    ("method", "path", "body", "kind", "answer"),
    [
        ("PUT", "/switch", {"is_on": True}, "On", {"is_on": False}),
        ("PUT", "/switch", {"is_on": False, "reason": "r"}, "Off", {"is_on": False}),
        (
            "POST",
            "/channels",
            {"kind": "post", "city": "Bern"},
            "PostChannelCreate",
            {"kind": "post", "id": 1, "city": "Bern"},
        ),
    ],
)
async def test_a_member_is_found_and_answered(
    client: httpx.AsyncClient,
    method: str,
    path: str,
    body: dict[str, object],
    kind: str,
    answer: dict[str, object],
) -> None:
    """The controller gets the class that the constant names."""
    answered = await client.request(method, f"/contacts{path}", json=body)

    assert answered.json() == answer
    assert type(CALLS[-1][1]["payload"]).__name__ == kind


async def test_numbers_tell_members_of_a_list_apart(client: httpx.AsyncClient) -> None:
    """1.0 is 1, as in JSON Schema; true is not."""
    body: list[dict[str, object]] = [{"version": 1.0, "text": "a"}, {"version": 2, "number": 3}]

    good = await client.post("/contacts/many", json=body)
    bad = await client.post("/contacts/many", json=[{"version": True, "text": "a"}])

    assert good.json() == [{"version": 2, "number": 5}]
    assert [type(each).__name__ for each in cast("list[object]", CALLS[-1][1]["payload"])] == [
        "First",
        "Second",
    ]
    assert bad.status_code == 422
    assert bad.json()["errors"][0]["pointer"] == "/body/0"


@pytest.mark.parametrize("value", [1, 0, "true", None, 1.0])
async def test_a_truth_value_is_no_number(client: httpx.AsyncClient, value: object) -> None:
    """Python takes True and 1 for equal, the contract does not."""
    answer = await client.put("/contacts/switch", json={"is_on": value})

    assert answer.status_code == 422, answer.text
