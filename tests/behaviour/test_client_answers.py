"""What the callers of generated services get: models, problems, and sentences about addresses."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from importlib import import_module
from typing import TYPE_CHECKING, Any

import pytest

from framework.runtime.clients import AddressError, UnexpectedAnswerError
from framework.runtime.settings import ServiceSettings, SettingsExit
from tests.behaviour.asking import asking

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from starlette.applications import Starlette

pytestmark = pytest.mark.anyio


@pytest.fixture
async def till(desk: Starlette) -> AsyncIterator[Any]:
    """Give the client through which `till` asks the shop."""
    async with asking(desk, "ShopDeskClient", "till") as client:
        yield client


async def test_bodies_arrive_and_results_come_back(till: Any) -> None:  # noqa: ANN401 - compiled in the test
    """Models go out and models come in."""
    models = import_module("shared.generated.models.items")
    seen = import_module("services.shop_desk.controllers.items").SEEN
    item = models.ItemCreate(name="told", size="large", maker=models.Maker(name="m"))

    stored = await till.store_item(payload=item)

    assert seen[-1] == item
    assert isinstance(stored, models.ItemRead)
    assert stored in await till.list_items()
    assert await till.remove_item(item_id=stored.id) is None


async def test_problems_are_raised_on_the_other_side(till: Any) -> None:  # noqa: ANN401 - compiled in the test
    """With the members and the types that the spec gives them."""
    errors = import_module("shared.generated.errors")

    with pytest.raises(errors.ItemGone) as gone:
        await till.read_item(item_id=3)

    assert gone.value.item_id == 3
    assert gone.value.price == Decimal("1.50")
    assert gone.value.since == dt.datetime(2026, 1, 2, tzinfo=dt.UTC)
    assert gone.value.photo == b"\xff\x00"


async def test_faults_of_the_other_side_are_told_apart(till: Any) -> None:  # noqa: ANN401 - compiled in the test
    """Its 500 is no problem that the operation lists."""
    models = import_module("shared.generated.models.items")
    item = models.ItemCreate(name="unlisted", size="large", maker=models.Maker(name="m"))

    with pytest.raises(UnexpectedAnswerError) as failed:
        await till.store_item(payload=item)

    assert (failed.value.status, failed.value.problem) == (500, "urn:problem:internal_error")


def test_an_address_is_asked_for(desk: Starlette) -> None:
    """Settings without the address, or with a wrong one, are a sentence at start-up."""
    del desk
    opened = import_module("shared.generated.services.till").open_shop_desk_client

    class Settings(ServiceSettings):
        shop_desk_url: str = "shop-desk:8000"

    with pytest.raises(AddressError, match="add `shop_desk_url: str` to the settings"):
        opened(ServiceSettings())
    with pytest.raises(SettingsExit):
        opened(Settings())
