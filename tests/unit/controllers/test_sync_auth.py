"""`framework sync` in a project with schemes: what verifies, and where others answer."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from framework.controllers import sync
from framework.pipeline import compile_project
from framework.write.apply import apply
from framework.write.plan import plan

ROOT = Path(__file__).parents[3]
BIN = Path(sys.executable).parent
BOOT = """
import asyncio, importlib, httpx

async def ask(name, method, path, **headers):
    app = importlib.import_module(f"services.{name}.main").create()
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
        print((await client.request(method, path, headers=headers)).status_code)

asyncio.run(ask("gate", "DELETE", "/v1/tokens", authorization="Bearer x"))
asyncio.run(ask("desk", "DELETE", "/notes", **{"x-machine-key": "x"}))
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Compile the golden case `auth`, and write its first code."""
    case = ROOT / "tests" / "golden" / "good" / "auth"
    shutil.copytree(case, tmp_path, dirs_exist_ok=True, ignore=shutil.ignore_patterns("expected"))
    apply(plan(compile_project(tmp_path).artefacts, tmp_path).changes, tmp_path)
    sync(tmp_path)
    return tmp_path


def run(root: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run a tool of this environment in the project."""
    path = os.pathsep.join((str(root), str(ROOT)))
    return subprocess.run(
        [str(BIN / command[0]), *command[1:]],
        cwd=root,
        env={**os.environ, "PYTHONPATH": path, "MYPYPATH": path},
        capture_output=True,
        text=True,
        check=False,
    )


def test_who_verifies_gets_a_function_to_fill_in(project: Path) -> None:
    """And only who does; it lets nobody in until somebody writes it."""
    found = sorted(path.parent.name for path in project.glob("services/*/auth.py"))
    booted = run(project, "python", "-c", BOOT)

    assert found == ["desk", "gate"]
    assert "verify_machine_key" in (project / "services/desk/auth.py").read_text("utf-8")
    assert [line for line in booted.stdout.splitlines() if line.isdigit()] == ["500", "500"], booted


def test_who_asks_another_service_gets_a_setting(project: Path) -> None:
    """Its address, on loopback until the environment says another."""
    settings = {
        path.parent.name: path.read_text("utf-8") for path in project.glob("*/*/settings.py")
    }

    assert "gate_url: str" in settings["desk"]
    assert "http://127.0.0.1:8000" in settings["desk"]
    assert "gate_url" not in settings["gate"] + settings["open_desk"]


def test_who_is_asked_for_a_credential_gets_a_setting(project: Path) -> None:
    """A secret without a default: one for each service and scheme."""
    settings = (project / "services/bot/settings.py").read_text("utf-8")

    for name in ("gate_bearer", "desk_bearer", "desk_machine_key"):
        assert f"{name}: SecretStr = Field(description=" in " ".join(settings.split())


@pytest.mark.slow
def test_it_is_clean_by_the_rules_of_a_new_project(project: Path) -> None:
    """Formatted, and typed strictly."""
    template = (ROOT / "templates" / "project" / "pyproject.toml.jinja").read_text("utf-8")
    rules = template[template.index("[tool.ruff]") : template.index("[tool.mypy]")]
    (project / "pyproject.toml").write_text(rules, "utf-8")
    config = f"--config-file={os.devnull}"

    style = run(project, "ruff", "check", "--no-cache", "services")
    layout = run(project, "ruff", "format", "--no-cache", "--check", "services")
    types = run(project, "mypy", "--strict", "--explicit-package-bases", config, "services")

    assert style.returncode == 0, style.stdout
    assert layout.returncode == 0, layout.stdout
    assert types.returncode == 0, types.stdout
