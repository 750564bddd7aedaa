"""The golden case `pages` with the services of `shelf/`, on a database of its own."""

from __future__ import annotations

import shutil
from contextlib import asynccontextmanager
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from framework.runtime.database import create_engine
from tests.behaviour.projects import GOOD, compiled

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

SHELF = Path(__file__).parent / "shelf"


def shelf(root: Path) -> Path:
    """Compile the case below `root`, put its services beside it, and return `root`."""
    compiled(GOOD / "pages", root)
    shutil.copytree(SHELF, root, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__"))
    return root


@asynccontextmanager
async def running(url: str, **settings: object) -> AsyncIterator[Any]:
    """Give the application on empty tables at `url`; its project has to be imported."""
    await empty(url)
    app = composed(url, **settings)
    async with app.router.lifespan_context(app):
        yield app


def composed(url: str, **settings: object) -> Any:  # noqa: ANN401 - of the imported project
    """Compose the application on the database at `url`."""
    read = import_module("services.shop.settings").Settings
    return import_module("services.shop.main").create(read(database_url=url, **settings))


async def empty(url: str) -> None:
    """Make the tables, without rows."""
    metadata = import_module("services.shop.storage").Base.metadata
    engine = create_engine(url, service="test")
    async with engine.begin() as connection:
        await connection.run_sync(metadata.drop_all)
        await connection.run_sync(metadata.create_all)
    await engine.dispose()
