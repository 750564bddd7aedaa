"""Projects of tiny services, made for a test, and a look at what they leave running."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

ECHO = """
import os

async def serve(scope, receive, send):
    if scope["type"] == "lifespan":
        while True:
            event = (await receive())["type"]
            print("{name}:", event, flush=True)
            await send({{"type": event + ".complete"}})
            if event == "lifespan.shutdown":
                return
    print("{name}: asked for", scope["path"], flush=True)
    body = os.environ.get("BROKER_URL", "").encode()
    await send({{"type": "http.response.start", "status": {status}, "headers": []}})
    await send({{"type": "http.response.body", "body": body}})

def create():
    print("{name}: pid", os.getpid(), flush=True)
    return serve
"""


class Project:
    """A folder with `services.yml` and services in Python."""

    def __init__(self, root: Path) -> None:
        """Begin without services."""
        self.root = root
        self._declared: list[str] = []

    def add(self, name: str, type_: str = "python-fastapi", **modules: str) -> Project:
        """Add a service, and the text of each of its modules."""
        self._declared.append(f"  - {{name: {name}, type: {type_}}}\n")
        (self.root / "services.yml").write_text("version: 1\nservices:\n" + "".join(self._declared))
        folder = self.root / "services" / name.replace("-", "_")
        folder.mkdir(parents=True)
        for module, text in modules.items():
            (folder / f"{module}.py").write_text(text)
        return self

    def add_asgi(self, name: str, status: int = 200, **modules: str) -> Project:
        """Add a service that says what happens to it and answers each request with `status`."""
        return self.add(name, main=ECHO.format(name=name, status=status), **modules)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Give an empty project."""
    return Project(tmp_path)


@pytest.fixture
def environment() -> Mapping[str, str]:
    """Give this process's environment, without a broker and with one that nobody needs to reach."""
    return {
        **{key: value for key, value in os.environ.items() if not key.endswith("_URL")},
        "REDIS_URL": "redis://127.0.0.1:1/0",
        "PYTHONPATH": str(Path(__file__).parents[2]),
    }


@pytest.fixture
def alive() -> Callable[[int], bool]:
    """Tell whether a process lives."""

    def check(pid: int) -> bool:
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return False
        return True

    return check
