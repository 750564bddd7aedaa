"""What notifications promise: whoever registers is told, and that is recorded."""

import asyncio
import json
from collections.abc import AsyncGenerator, Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar
from uuid import uuid4

import pytest
from structlog.testing import capture_logs

from framework.runtime.events import Broker, connect
from services.notifications.main import create
from shared.generated.events.channels import USER_REGISTERED
from shared.generated.models.users import Role, UserRead, UserRegistered

pytestmark = pytest.mark.anyio

T = TypeVar("T")


@pytest.fixture
def anyio_backend() -> str:
    """Run coroutines on asyncio, as the service does."""
    return "asyncio"


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the file of notifications, in a folder that nobody has made yet."""
    path = tmp_path / "var" / "notifications.jsonl"
    monkeypatch.setenv("NOTIFICATIONS_FILE", str(path))
    return path


@pytest.fixture
async def broker(
    file: Path, monkeypatch: pytest.MonkeyPatch, anyio_backend: str
) -> AsyncGenerator[Broker]:
    """Run the service; give the broker that it listens to."""
    del file, anyio_backend
    url = f"memory://{uuid4().hex}"
    monkeypatch.setenv("BROKER_URL", url)
    app = create()
    async with app.router.lifespan_context(app):
        broker = connect(url, service="test")
        await broker.start()
        yield broker
        await broker.stop()


async def test_whoever_registers_is_welcomed(broker: Broker, file: Path) -> None:
    """Each person makes one line, in their own letters; events without a key have no order."""
    for name in ("José", "Ada"):
        await broker.publish(USER_REGISTERED, registered(name))
    lines = await eventually(2, lambda: file.read_text().splitlines() if file.exists() else [])

    assert sorted(map(json.loads, lines), key=lambda line: line["text"]) == [
        {"to": "person@example.com", "subject": "Welcome", "text": f"Welcome, {name}!"}
        for name in ("Ada", "José")
    ]


async def test_the_log_tells_of_a_person_by_number_only(broker: Broker) -> None:
    """One line is logged for each notification, without a name or an address."""
    with capture_logs() as logs:
        await broker.publish(USER_REGISTERED, registered("Ada"))
        (line,) = await eventually(
            1, lambda: [line for line in logs if line["event"] == "notification_recorded"]
        )

    assert line["user_id"] == 7
    assert not {"Ada", "person@example.com"} & {*line.values()}


def registered(name: str) -> UserRegistered:
    """Make the message about a person of this name."""
    now = datetime.now(UTC)
    user = UserRead(
        id=7,
        email="person@example.com",
        name=name,
        role=Role.MEMBER,
        telegram_id=None,
        created_at=now,
        updated_at=now,
    )
    return UserRegistered(user=user)


async def eventually(count: int, look: Callable[[], list[T]]) -> list[T]:
    """Look until there are `count` things to see; return them."""
    async with asyncio.timeout(5):
        seen = look()
        while len(seen) < count:
            await asyncio.sleep(0.01)
            seen = look()
    return seen
