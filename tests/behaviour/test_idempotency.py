"""A key names a request: what came twice is done once, whatever happens in between."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
from sqlalchemy import func, select, text, update

from framework import wire
from framework.runtime.idempotency import keys as keeping
from framework.runtime.idempotency.table import KEYS
from framework.runtime.tables import create_tables, include_name
from tests.behaviour.bank import bank, composed, migrate, postgres, running
from tests.behaviour.conftest import client_of
from tests.behaviour.projects import importing

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    import httpx
    from sqlalchemy.ext.asyncio import AsyncEngine

pytestmark = pytest.mark.anyio
ROOT = Path(__file__).parents[2]
PAYMENT = {"amount": 7, "note": "for you"}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Compile and import the case while this module runs."""
    root = bank(tmp_path_factory.mktemp("bank"))
    with importing(root):
        yield root


@pytest.fixture(params=["sqlite", "postgresql"])
async def url(request: pytest.FixtureRequest, project: Path, tmp_path: Path) -> AsyncIterator[str]:
    """Give an empty database of each kind."""
    del project
    mode("")
    if request.param == "sqlite":
        await migrate(f"sqlite:///{tmp_path}/bank.db")
        yield f"sqlite:///{tmp_path}/bank.db"
        return
    try:
        async with postgres() as address:
            await migrate(address)
            yield address
    except OSError:
        pytest.skip("no PostgreSQL here")


@pytest.fixture
async def app(url: str) -> AsyncIterator[Any]:
    """Run the bank."""
    async with running(url) as app:
        yield app


@pytest.fixture
async def client(app: Any) -> AsyncIterator[httpx.AsyncClient]:  # noqa: ANN401 - any ASGI app
    """Give a client of the bank."""
    async with client_of(app) as client:
        yield client


def mode(how: str) -> None:
    """Say how the next payments go."""
    import_module("services.bank.controllers.payments").MODE["pay"] = how


def keyed(key: str) -> dict[str, str]:
    """Return the header of a key."""
    return {"Idempotency-Key": key}


async def pay(client: httpx.AsyncClient, key: str, **more: object) -> httpx.Response:
    """Ask for a payment."""
    return await client.post("/v1/payments", json={**PAYMENT, **more}, headers=keyed(key))


def engine_of(app: Any) -> AsyncEngine:  # noqa: ANN401 - any ASGI app
    """Return the database of the bank."""
    engine: AsyncEngine = app.state.resources.engine
    return engine


async def count(app: Any, table: str = "payments") -> int:  # noqa: ANN401 - any ASGI app
    """Return how many rows others see."""
    async with engine_of(app).connect() as connection:
        rows = await connection.execute(text(f"SELECT count(*) FROM {table}"))  # noqa: S608 - a name of ours
        return int(rows.scalar_one())


async def kept(app: Any) -> int:  # noqa: ANN401 - any ASGI app
    """Return how many answers are kept."""
    return await count(app, KEYS.name)


def told(app: Any) -> list[str]:  # noqa: ANN401 - any ASGI app
    """Replace the broker by one that remembers; return what it was told."""
    names: list[str] = []

    async def publish(event: Any, _: object) -> None:  # noqa: ANN401 - of the imported project
        names.append(event.name)

    app.state.resources.broker.publish = publish
    return names


def is_replay(response: httpx.Response) -> bool:
    """Tell whether an answer says that it was given before."""
    return response.headers.get("Idempotency-Replayed") == "true"


async def test_what_comes_again_is_answered_again(
    app: Any,  # noqa: ANN401 - any ASGI app
    client: httpx.AsyncClient,
) -> None:
    """Status, body, `Location` and media type; one payment and one event."""
    events = told(app)
    first = await pay(client, "a")
    again = await pay(client, "a")

    assert (first.status_code, again.status_code) == (201, 201)
    assert first.content == again.content
    for name in ("content-type", "location", "content-length"):
        assert first.headers[name] == again.headers[name]
    assert (is_replay(first), is_replay(again)) == (False, True)
    assert (await count(app), await kept(app), events) == (1, 1, ["payment_made"])


async def test_answers_without_a_body_are_kept_too(client: httpx.AsyncClient) -> None:
    """A DELETE that comes again says that it was done, and not that there is nothing."""
    await pay(client, "a")
    first = await client.delete("/v1/payments/1", headers=keyed("b"))
    again = await client.delete("/v1/payments/1", headers=keyed("b"))
    other = await client.delete("/v1/payments/1", headers=keyed("c"))

    assert [r.status_code for r in (first, again, other)] == [204, 204, 404]
    assert (again.content, is_replay(again)) == (b"", True)


async def test_a_key_is_one_request(client: httpx.AsyncClient) -> None:
    """With another body, path or query it is refused, and nothing is done."""
    await pay(client, "a")
    await pay(client, "b")
    change = {"json": {"note": "x"}, "headers": keyed("c")}
    await client.patch("/v1/payments/1", **change)
    others = [
        await pay(client, "a", amount=8),
        await client.post(
            "/v1/payments",
            content=b'{"note": "for you", "amount": 7}',
            headers={**keyed("a"), "content-type": "application/json"},
        ),
        await client.patch("/v1/payments/2", **change),
        await client.patch("/v1/payments/1?loud=true", **change),
    ]

    for other in others:
        assert other.status_code == 422
        assert other.headers["content-type"] == wire.PROBLEM_MEDIA_TYPE
        assert other.json()["type"] == "urn:problem:idempotency_key_reused"
    assert (await client.get("/v1/payments/2")).json()["note"] == "for you"
    assert is_replay(await client.patch("/v1/payments/1", **change))


async def test_operations_have_keys_of_their_own(
    app: Any,  # noqa: ANN401 - any ASGI app
    client: httpx.AsyncClient,
) -> None:
    """The same key elsewhere is another one; without a key everything is done."""
    await pay(client, "a")
    for headers in (keyed("a"), {}, {}):
        changed = await client.patch("/v1/payments/1", json={"note": "x"}, headers=headers)
        assert (changed.status_code, is_replay(changed)) == (200, False)

    assert await kept(app) == 2


@pytest.mark.parametrize("key", ["", "a b", "é", "a" * 256, "\t", "a,\x7f"])
async def test_keys_are_what_the_document_says(client: httpx.AsyncClient, key: str) -> None:
    """Anything else is a fault of the request, with its place."""
    headers = [(b"Idempotency-Key", key.encode())]
    response = await client.post("/v1/payments", json=PAYMENT, headers=headers)

    assert response.status_code == 422
    assert response.json()["errors"][0]["pointer"] == "/header/Idempotency-Key"


async def test_a_key_that_is_required_has_to_be_there_once(
    app: Any,  # noqa: ANN401 - any ASGI app
    client: httpx.AsyncClient,
) -> None:
    """None, or two, is a fault; the longest one will do."""
    none = await client.post("/v1/payments", json=PAYMENT)
    two = await client.post(
        "/v1/payments", json=PAYMENT, headers=[("Idempotency-Key", "a"), ("Idempotency-Key", "b")]
    )
    assert [r.json()["errors"][0]["code"] for r in (none, two)] == ["missing", "repeated"]
    assert (none.status_code, two.status_code, await count(app)) == (422, 422, 0)

    assert (await pay(client, "~" * 255)).status_code == 201


@pytest.mark.parametrize(("how", "status"), [("refuse", 409), ("crash", 500)])
async def test_what_failed_may_be_tried_again(
    app: Any,  # noqa: ANN401 - any ASGI app
    client: httpx.AsyncClient,
    how: str,
    status: int,
) -> None:
    """Neither a problem nor a fault is kept: the same key does it when it goes."""
    events = told(app)
    mode(how)
    failed = [await pay(client, "a"), await pay(client, "a")]
    assert [response.status_code for response in failed] == [status, status]
    assert (await count(app), await kept(app), events) == (0, 0, [])

    mode("")
    done = await pay(client, "a")
    assert (done.status_code, is_replay(done), await count(app)) == (201, False, 1)


async def test_a_race_is_won_once(
    app: Any,  # noqa: ANN401 - any ASGI app
    client: httpx.AsyncClient,
) -> None:
    """Of twenty equal requests at a time one is done; the others wait for it and say the same."""
    events = told(app)
    answers = await asyncio.gather(*(pay(client, "a") for _ in range(20)))

    assert {response.status_code for response in answers} == {201}
    assert len({response.content for response in answers}) == 1
    assert sorted(map(is_replay, answers)) == [False] + [True] * 19
    assert (await count(app), await kept(app), events) == (1, 1, ["payment_made"])


async def test_who_waited_for_a_failure_does_it(
    app: Any,  # noqa: ANN401 - any ASGI app
    client: httpx.AsyncClient,
) -> None:
    """If the first one is refused, the next in line is done, and the rest are told."""
    mode("refuse once")
    answers = await asyncio.gather(*(pay(client, "a") for _ in range(10)))

    assert sorted(response.status_code for response in answers) == [201] * 9 + [409]
    assert await count(app) == 1


async def test_keys_in_a_race_do_not_mix(
    app: Any,  # noqa: ANN401 - any ASGI app
    client: httpx.AsyncClient,
) -> None:
    """Five keys, four requests each: five payments."""
    amounts = [1, 2, 3, 4, 5] * 4
    answers = await asyncio.gather(*(pay(client, f"k{n}", amount=n) for n in amounts))

    assert [response.json()["amount"] for response in answers] == amounts
    assert await count(app) == 5


async def test_answers_outlive_the_process(url: str) -> None:
    """Another process on the same database says what the first one said."""
    answers = []
    for _ in range(2):
        async with running(url) as app, client_of(app) as client:
            answers.append(await pay(client, "a"))

    assert (answers[0].content, is_replay(answers[1])) == (answers[1].content, True)


CRASH = """
import asyncio, sys
sys.path[:0] = sys.argv[1:3]
from tests.behaviour.bank import running
from tests.behaviour.conftest import client_of
from tests.behaviour.test_idempotency import mode, pay

async def main():
    async with running(sys.argv[3]) as app, client_of(app) as client:
        mode("die")
        await pay(client, "a")

asyncio.run(main())
"""


@pytest.mark.slow
async def test_a_process_that_dies_leaves_nothing(project: Path, url: str) -> None:
    """Killed before the commit: no payment and no key, so that the next try is the first one."""
    command = [sys.executable, "-c", CRASH, str(project), str(ROOT), url]
    died = await asyncio.to_thread(subprocess.run, command, check=False, capture_output=True)
    assert died.returncode == 9, died.stderr

    async with running(url) as app, client_of(app) as client:
        assert (await count(app), await kept(app)) == (0, 0)
        done = await pay(client, "a")
        assert (done.status_code, is_replay(done), await count(app)) == (201, False, 1)


async def test_keys_expire_and_are_swept(
    app: Any,  # noqa: ANN401 - any ASGI app
    client: httpx.AsyncClient,
) -> None:
    """After the window a key is as good as new; what expired goes, some at a time."""
    for number in range(40):
        await client.post("/v1/payments/sweep", headers=keyed(str(number)))
    assert await kept(app) == 40
    past = datetime.now(UTC) - timedelta(seconds=1)
    async with engine_of(app).begin() as connection:
        await connection.execute(update(KEYS).values(expires_at=past))

    again = await client.post("/v1/payments/sweep", headers=keyed("0"))
    assert (again.status_code, is_replay(again)) == (204, False)
    assert await kept(app) == 40 - 16
    for number in range(3):
        await client.post("/v1/payments/sweep", headers=keyed(f"new {number}".replace(" ", "")))
    assert await kept(app) == 4


async def test_the_window_is_a_setting(url: str) -> None:
    """A day if nothing is said."""
    for given, seconds in (({}, 86_400), ({"idempotency_window": 60}, 60)):
        async with running(url, **given) as app, client_of(app) as client:
            await pay(client, uuid4().hex)
            async with engine_of(app).connect() as connection:
                newest = await connection.scalar(select(func.max(KEYS.c.expires_at)))
        assert newest
        if seconds == 60:
            continue
        left = newest - datetime.now(UTC)
        assert timedelta(seconds=seconds - 60) < left <= timedelta(seconds=seconds)


async def test_a_controller_may_begin_anew(
    app: Any,  # noqa: ANN401 - any ASGI app
    client: httpx.AsyncClient,
) -> None:
    """It rolls back, the claim with it, and succeeds all the same: the answer is kept."""
    mode("begin anew")
    first = await pay(client, "a")
    again = await pay(client, "a")

    assert (first.status_code, is_replay(again), await count(app)) == (201, True, 0)


async def test_what_is_not_known_is_not_done_again(
    app: Any,  # noqa: ANN401 - any ASGI app
    client: httpx.AsyncClient,
) -> None:
    """A controller that commits by itself and fails then: the key says so, and pays no more."""
    mode("commit and crash")
    await pay(client, "a")
    mode("")
    again = await pay(client, "a")

    assert (again.status_code, await count(app)) == (500, 1)


async def test_answers_have_a_bound(
    app: Any,  # noqa: ANN401 - any ASGI app
    client: httpx.AsyncClient,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """One that cannot be kept undoes the work, rather than to let it be done twice."""
    monkeypatch.setattr(keeping, "MOST_BYTES", 10)
    failed = await pay(client, "a")

    assert (failed.status_code, await count(app), await kept(app)) == (500, 0, 0)


async def test_the_table_comes_by_itself(url: str) -> None:
    """However many processes start at once; Alembic does not look at it."""
    apps = [composed(url) for _ in range(5)]
    await asyncio.gather(*(app.state.resources.keys.prepare() for app in apps))
    assert await kept(apps[0]) == 0
    async with engine_of(apps[0]).begin() as connection:
        await connection.run_sync(create_tables)  # what a migration does
    for app in apps:
        await engine_of(app).dispose()

    names = [(KEYS.name, "table"), ("payments", "table"), (KEYS.name, "column"), (None, "schema")]
    assert [include_name(name, kind, {}) for name, kind in names] == [False, True, True, True]


async def test_a_database_that_is_away_at_first_is_asked_again(
    project: Path, tmp_path: Path
) -> None:
    """The service starts, and makes the table when it is needed."""
    del project
    folder = tmp_path / "later"
    folder.write_text("in the way")
    with pytest.raises(OSError, match="later"):
        composed(f"sqlite:///{folder}/bank.db")
    folder.unlink()
    url = f"sqlite:///{folder}/bank.db"
    app = composed(url)
    folder.rmdir()
    async with app.router.lifespan_context(app), client_of(app) as client:
        folder.mkdir()
        await migrate(url)
        assert (await pay(client, "a")).status_code == 201
        assert is_replay(await pay(client, "a"))
