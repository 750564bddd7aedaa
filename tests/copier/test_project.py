"""A project made of the template works on a machine that has Python and nothing else."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.copier.conftest import commit, git, render

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.slow

SERVERS = {"redis-server", "docker", "psql", "postgres", "pg_ctl", "node", "npm"}
KEPT = ("HOME", "LANG", "TMPDIR", "SSL_CERT_FILE", "PIP_CONFIG_FILE", "PIP_CERT", "PIP_FIND_LINKS")


@pytest.fixture(scope="session")
def bare(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return an environment without servers on PATH, and without what this run has set."""
    tools = tmp_path_factory.mktemp("bin")
    for folder in os.environ["PATH"].split(os.pathsep):
        for program in Path(folder).glob("*"):
            link = tools / program.name
            if program.name not in SERVERS and not link.is_symlink():
                link.symlink_to(program)
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    return {**kept, "PATH": str(tools), "PYTHON": sys.executable}


@pytest.fixture
def make(tmp_path: Path, bare: dict[str, str]) -> Callable[..., str]:
    """Return a function that runs make in the project and returns what it printed."""

    def run(*targets: str) -> str:
        done = subprocess.run(
            ["make", *targets],
            cwd=tmp_path / "shop",
            check=False,
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            env=bare,
            timeout=600,
        )
        assert done.returncode == 0, done.stdout
        return done.stdout

    return run


@pytest.mark.parametrize("modules", ["", "backend", "tg_bot", "notifications", "frontend"])
def test_project_passes_its_own_checks(
    template: Path, tmp_path: Path, make: Callable[..., str], modules: str
) -> None:
    """It installs, compiles without drift, lints, type-checks, tests and shows itself."""
    chosen = {"modules": modules} if modules else {}
    project = render(str(template), tmp_path / "shop", project_name="My Shop", **chosen)

    make("setup")
    commit(project)
    make("check")
    assert "Stopped cleanly" in make("demo")
    make("drift")
    make("generate")
    assert git(project, "status", "--porcelain") == ""


def test_all_modules_work_together(
    template: Path, tmp_path: Path, make: Callable[..., str]
) -> None:
    """With every module chosen the checks pass as well, and the fuzzer finds nothing."""
    render(
        str(template),
        tmp_path / "shop",
        project_name="My Shop",
        modules="backend, tg_bot, notifications, frontend",
    )

    make("check")
    assert re.search(r"\ncontract: backend: \d{3,} cases, 0 failures$", make("contract").rstrip())
