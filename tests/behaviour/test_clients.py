"""Generated clients against generated services: what one sends, the other takes, and back."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from importlib import import_module
from typing import TYPE_CHECKING, Any
from uuid import UUID

import pytest

from framework.pipeline import contract_of
from framework.runtime.settings import ServiceSettings
from tests.behaviour.asking import asking
from tests.behaviour.projects import GOOD, compiled, generate, importing
from tests.behaviour.recorder import Call, recorder

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from pathlib import Path


pytestmark = pytest.mark.anyio

SCALARS = {
    "text": "ab",
    "int": 4,
    "bool": True,
    "float": 0.5,
    "decimal": Decimal("-1.50"),
    "uuid": UUID(int=10),
    "datetime": dt.datetime(2026, 1, 2, 3, 4, 5, tzinfo=dt.UTC),
    "date": dt.date(2026, 1, 2),
    "time": dt.time(3, 4, 5),
    "duration": dt.timedelta(days=1, hours=2),
    "email": "a+b@example.com",
}


def consuming(source: Path, root: Path, *services: str) -> Path:
    """Compile the project `source` with one more service, `caller`, that consumes all there is."""
    compiled(source, root)
    ids = [
        operation.id
        for service in contract_of(root).services
        if service.name in services
        for router in service.routers
        for operation in router.operations
    ]
    path = root / "services.yml"
    declared = path.read_text("utf-8").replace("services: [{", "services:\n  - {").rstrip("]\n")
    caller = f"\n  - {{name: caller, type: python, consumes: [{', '.join(ids)}]}}\n"
    path.write_text(declared + caller, "utf-8")
    generate(root)
    return root


@pytest.fixture(scope="module")
def parameters(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Compile and import the golden case `parameters` with a caller."""
    root = consuming(GOOD / "parameters", tmp_path_factory.mktemp("asked"), "desk")
    with importing(root):
        yield


@pytest.fixture
async def desk(parameters: None) -> AsyncIterator[tuple[Any, list[Call]]]:
    """Give the client of `desk`, and what its controllers were called with."""
    del parameters
    calls: list[Call] = []
    protocols = import_module("shared.generated.controllers.desk")
    app = import_module("shared.generated.services.desk").create_app(
        ServiceSettings(),
        scalars=recorder(protocols.ScalarsController, calls),
        lists=recorder(protocols.ListsController, calls),
    )
    async with asking(app, "DeskClient") as client:
        yield client, calls


@pytest.mark.parametrize("kind", SCALARS)
async def test_a_parameter_of_a_path_arrives(desk: tuple[Any, list[Call]], kind: str) -> None:
    """Whatever its type, the controller sees the value that the caller gave."""
    client, calls = desk

    await getattr(client, f"by_{kind}")(value=SCALARS[kind])

    assert calls[-1][1] == {"value": SCALARS[kind]}


async def test_queries_and_headers_arrive(desk: tuple[Any, list[Call]]) -> None:
    """So do lists, what has an alias, and what is not given."""
    client, calls = desk
    given = {
        "ids": [1, 2],
        "names": ["a b", "&="],
        "days": [dt.date(2026, 1, 2), dt.date(2026, 1, 3)],
        "at": dt.datetime(2026, 5, 6, 7, 8, tzinfo=dt.timezone(dt.timedelta(hours=2))),
        "price": Decimal("2.50"),
        "blob": b"\x00\xff",
        "sure": True,
        "tags": ["x", "y"],
        "plain_name": "a, b",
        "count": 3,
        "exact": False,
    }

    await client.search(**given)

    arrived = calls[-1][1]
    assert {name: arrived[name] for name in given} == given
    assert arrived["kinds"] is None
    assert arrived["span"] == dt.timedelta(hours=1)


@pytest.mark.parametrize("text", [".", ".."])
async def test_dots_are_refused_before_they_are_sent(
    desk: tuple[Any, list[Call]], text: str
) -> None:
    """They would be taken for a step to another operation."""
    client, calls = desk

    with pytest.raises(ValueError, match="no path can carry"):
        await client.by_text(value=text)

    assert not calls


@pytest.mark.parametrize("text", ["a,b", "", " a"])
async def test_what_no_list_in_a_header_can_carry_is_refused_before_it_is_sent(
    desk: tuple[Any, list[Call]], text: str
) -> None:
    """It would arrive as two items, as none, or as another one."""
    client, calls = desk

    with pytest.raises(ValueError, match="no list in a header can carry"):
        await client.search(ids=[1], tags=[text])

    assert not calls


async def test_cookies_arrive(tmp_path: Path) -> None:
    """All of them in one header, as RFC 6265 asks."""
    calls: list[Call] = []
    with importing(consuming(GOOD / "cookies", tmp_path, "desk")):
        models = import_module("shared.generated.models.models")
        protocol = import_module("shared.generated.controllers.desk").VisitsController
        person = models.Person(id=1, name="n")
        app = import_module("shared.generated.services.desk").create_app(
            ServiceSettings(), visits=recorder(protocol, calls, {"enter": person})
        )
        given = {"person_id": 1, "visit": UUID(int=1), "name": "ada", "known": True}
        async with asking(app, "DeskClient") as client:
            assert await client.enter(**given) == person

    assert {name: calls[-1][1][name] for name in given} == given
