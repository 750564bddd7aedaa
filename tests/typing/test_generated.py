"""What the compiler writes is as clean as code that people write: types, style, no suppressions."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.behaviour.projects import CASES, compiled

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent
SUPPRESSION = re.compile(r"#\s*(noqa|type:\s*ignore|pyright:|mypy:|ruff:|fmt:)")


@pytest.fixture(scope="module")
def projects(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Compile every good case into a folder of its own; return the folder of all of them."""
    folder = tmp_path_factory.mktemp("projects")
    for case in CASES:
        compiled(case, folder / case.name)
    return folder


def run(folder: Path, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a tool of this environment in `folder`."""
    return subprocess.run(
        [str(BIN / command[0]), *command[1:]],
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_ruff_finds_nothing_under_the_settings_that_are_shipped(projects: Path) -> None:
    """All rules, but those that `shared/generated/ruff.toml` names with a reason."""
    style = run(projects, "ruff", "check", "--no-cache", ".")
    layout = run(projects, "ruff", "format", "--no-cache", "--check", ".")

    assert style.returncode == 0, style.stdout
    assert layout.returncode == 0, layout.stdout


def test_nothing_is_suppressed(projects: Path) -> None:
    """No comment tells a tool to look away; texts of specs are no comments."""
    found = [
        f"{path.relative_to(projects)}: {line}"
        for path in projects.rglob("*.py")
        for line in path.read_text("utf-8").splitlines()
        if SUPPRESSION.search(line)
    ]

    assert not found


@pytest.mark.slow
def test_pyright_finds_nothing(projects: Path) -> None:
    """Strict mode, every case with imports of its own."""
    environments = [{"root": case.name, "extraPaths": [str(ROOT)]} for case in CASES]
    settings = {
        "typeCheckingMode": "strict",
        "pythonVersion": "3.11",
        "include": [case.name for case in CASES],
        "executionEnvironments": environments,
    }
    (projects / "pyrightconfig.json").write_text(json.dumps(settings), "utf-8")

    done = run(projects, "pyright", "--pythonpath", sys.executable, "--stats")

    assert done.returncode == 0, done.stdout
    checked = re.search(r"Total files checked: (\d+)", done.stdout)
    assert checked
    assert int(checked[1]) == len([*projects.glob("*/shared/**/*.py")])


@pytest.mark.slow
def test_mypy_finds_nothing(projects: Path, tmp_path: Path) -> None:
    """Strict mode, all cases in one process: each as a package of its own name."""
    for case in CASES:
        for path in projects.glob(f"{case.name}/shared/**/*.py"):
            copy = tmp_path / path.relative_to(projects)
            copy.parent.mkdir(parents=True, exist_ok=True)
            text = path.read_text("utf-8")
            own = text.replace("from shared.generated", f"from {case.name}.shared.generated")
            copy.write_text(own, "utf-8")

    done = run(
        tmp_path,
        *("mypy", "--strict", "--python-version=3.11", "--explicit-package-bases"),
        *(f"--config-file={os.devnull}", "--no-incremental", "."),
        MYPYPATH=os.pathsep.join((str(tmp_path), str(ROOT))),
    )

    assert done.returncode == 0, done.stdout
    assert f"{len([*tmp_path.rglob('*.py')])} source files" in done.stdout
