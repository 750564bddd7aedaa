"""The page, built as for production and used in a real browser, in front of the real backend."""

import json
import os
import shutil
import sys
from collections.abc import Generator
from pathlib import Path

import pytest

from tests.e2e.serving import free_port, run, serving

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
FRONTEND = ROOT / "services" / "frontend"

pytestmark = pytest.mark.slow


@pytest.fixture
def chromium() -> str:
    """Find the browser, which CI promises."""
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if found := shutil.which(name):
            return found
    assert os.environ.get("CI") != "true", "no Chromium on PATH"
    pytest.skip("no Chromium on PATH")


@pytest.fixture
def backend(tmp_path: Path) -> Generator[str]:
    """Serve the backend on a fresh database."""
    env = {
        "DATABASE_URL": f"sqlite:///{tmp_path}/backend.db",
        "BROKER_URL": "memory://",
    }
    run(sys.executable, "-m", "services.backend.migrate", cwd=ROOT, env=env)
    uvicorn = (sys.executable, "-m", "uvicorn", "--factory", "services.backend.main:create")
    port = free_port()
    with serving(*uvicorn, "--port", str(port), cwd=ROOT, port=port, env=env) as url:
        yield url


@pytest.fixture
def frontend(backend: str) -> Generator[str]:
    """Build the page; serve what was built."""
    run("npm", "ci", cwd=FRONTEND)
    run("npm", "run", "build", cwd=FRONTEND)
    vite = (FRONTEND / "node_modules" / ".bin" / "vite", "preview", "--strictPort")
    port = free_port()
    env = {"BACKEND_URL": backend}
    with serving(*vite, "--port", str(port), cwd=FRONTEND, port=port, env=env) as url:
        yield url


def test_people_register_on_the_page(chromium: str, frontend: str) -> None:
    """Who registers is listed, letter by letter; who may not is told why, and where."""
    run("npm", "ci", cwd=HERE)
    shown = json.loads(run("node", "drive_people.mjs", chromium, frontend, cwd=HERE))
    said = {"error": "", "status": "", "name": "", "email": ""}

    assert shown["faults"] == []
    assert shown["registered"] == said | {"status": "<b>Ada</b> & Co. is registered."}
    assert shown["duplicate"] == said | {"error": "E-mail address is already registered"}
    assert shown["invalid"]["name"]
    assert shown["invalid"]["email"]
    assert shown["people"] == [["<b>Ada</b> & Co.", "ada@example.com", "member"]]
