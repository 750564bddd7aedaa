"""What the backend promises about people, over HTTP."""

import asyncio
from typing import Any

import pytest
from httpx import AsyncClient, Response

from shared.generated.models.users import UserRegistered

pytestmark = pytest.mark.anyio

ADA = {"email": "ada@example.com", "name": "Ada Lovelace"}
GRACE = {"email": "grace@example.com", "name": "Grace Hopper", "role": "admin"}


async def register(client: AsyncClient, person: dict[str, Any]) -> dict[str, Any]:
    """Register somebody who is welcome."""
    answer = await client.post("/v1/users", json=person)
    assert answer.status_code == 201
    created: dict[str, Any] = answer.json()
    return created


def problem(answer: Response) -> tuple[int, str]:
    """Read the status and the type of a problem document."""
    assert answer.headers["content-type"] == "application/problem+json"
    return answer.status_code, answer.json()["type"]


async def test_a_registered_person_can_be_read(client: AsyncClient) -> None:
    """What was sent is kept, defaults included."""
    answer = await client.post("/v1/users", json=ADA)
    created = answer.json()

    assert answer.status_code == 201
    assert created == created | ADA | {"role": "member", "telegram_id": None}
    assert (await client.get(f"/v1/users/{created['id']}")).json() == created


async def test_the_largest_telegram_id_is_kept(client: AsyncClient) -> None:
    """The database holds every number that the contract admits."""
    created = await register(client, ADA | {"telegram_id": 2**63 - 1})

    assert created["telegram_id"] == 2**63 - 1


async def test_registration_is_published(
    client: AsyncClient, registered: asyncio.Queue[UserRegistered]
) -> None:
    """Whoever listens hears of the person just as the client does."""
    created = await register(client, ADA)

    async with asyncio.timeout(5):
        message = await registered.get()
    assert message.model_dump(mode="json") == {"user": created}


async def test_an_address_is_registered_once(
    client: AsyncClient, registered: asyncio.Queue[UserRegistered]
) -> None:
    """Of two who register with one address at once, one is told so, and one event is published."""
    answers = await asyncio.gather(*(client.post("/v1/users", json=ADA) for _ in range(2)))
    (refused,) = (answer for answer in answers if answer.status_code != 201)

    assert problem(refused) == (409, "urn:problem:email_taken")
    await register(client, GRACE)
    async with asyncio.timeout(5):
        emails = [(await registered.get()).user.email for _ in range(2)]
    assert emails == [ADA["email"], GRACE["email"]]


async def test_update_changes_only_what_is_given(client: AsyncClient) -> None:
    """A field that is absent keeps its value, even one that has a default."""
    created = await register(client, GRACE)
    updated = (await client.patch(f"/v1/users/{created['id']}", json={"name": "Amazing"})).json()

    assert updated.pop("updated_at") > created.pop("updated_at")
    assert updated == created | {"name": "Amazing"}


async def test_update_without_content_changes_nothing(client: AsyncClient) -> None:
    """An empty update leaves the person as they are."""
    created = await register(client, ADA)

    assert (await client.patch(f"/v1/users/{created['id']}", json={})).json() == created


async def test_update_does_not_take_null_for_absent(client: AsyncClient) -> None:
    """`null` is a value, and a name has none of that kind."""
    created = await register(client, ADA)
    answer = await client.patch(f"/v1/users/{created['id']}", json={"name": None})

    assert answer.status_code == 422
    assert (await client.get(f"/v1/users/{created['id']}")).json() == created


async def test_update_respects_the_addresses_of_others(client: AsyncClient) -> None:
    """One's own address may be given again, another person's may not be taken."""
    ada, grace = await register(client, ADA), await register(client, GRACE)
    own = await client.patch(f"/v1/users/{ada['id']}", json={"email": ada["email"]})
    taken = await client.patch(f"/v1/users/{ada['id']}", json={"email": grace["email"]})

    assert own.status_code == 200
    assert problem(taken) == (409, "urn:problem:email_taken")


async def test_a_forgotten_person_is_gone(client: AsyncClient) -> None:
    """Nobody gets the number of a person who was forgotten, and the address is free again."""
    created = await register(client, ADA)
    answer = await client.delete(f"/v1/users/{created['id']}")

    assert (answer.status_code, answer.content) == (204, b"")
    assert (await register(client, ADA))["id"] > created["id"]


@pytest.mark.parametrize("method", ["GET", "PATCH", "DELETE"])
async def test_nobody_is_found_under_a_wrong_number(client: AsyncClient, method: str) -> None:
    """Whatever is asked about a person whom nobody knows, the answer names the number."""
    json = {"name": "Nobody"} if method == "PATCH" else None
    answer = await client.request(method, "/v1/users/404", json=json)

    assert problem(answer) == (404, "urn:problem:user_not_found")
    assert answer.json()["user_id"] == 404


async def test_people_are_listed_page_by_page(client: AsyncClient) -> None:
    """Pages follow each other by id, whoever changed last, and a role narrows them."""
    people = [await register(client, ADA | {"email": f"{n}@example.com"}) for n in range(3)]
    grace = await register(client, GRACE)
    first = f"/v1/users/{people[0]['id']}"
    people[0] = (await client.patch(first, json={"name": "Changed"})).json()

    async def listed(**query: str | int) -> object:
        return (await client.get("/v1/users", params=query)).json()

    assert await listed() == [*people, grace]
    assert await listed(limit=2) == people[:2]
    assert await listed(limit=2, after=people[1]["id"]) == [people[2], grace]
    assert await listed(role="admin") == [grace]
