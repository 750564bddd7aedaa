"""Controllers written against the generated Protocols are checked like any other code of people."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.behaviour.shelf import shelf

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent
WRONG = {
    "an item that is none of the page's": (
        "found.map(ItemRead.model_validate)",
        "found.map(ItemBrief.model_validate)",
    ),
    "a page of the other kind": ("OffsetPage([Mail(", "CursorPage([Mail("),
    "a position of other types": ("(last,) = page.after(int)", "(last,) = page.after(int, str)"),
}


def check(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run a type checker in `folder`."""
    return subprocess.run(
        [str(BIN / command[0]), *command[1:]],
        cwd=folder,
        env={**os.environ, "MYPYPATH": os.pathsep.join((str(folder), str(ROOT)))},
        capture_output=True,
        text=True,
        check=False,
    )


def mypy(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run mypy as a project of the template does."""
    settings = ("--strict", "--explicit-package-bases", "--no-incremental")
    return check(folder, "mypy", *settings, f"--config-file={os.devnull}", "services")


@pytest.mark.slow
def test_controllers_of_pages_are_clean(tmp_path: Path) -> None:
    """Strict mode of both checkers, with nothing suppressed."""
    settings = {"typeCheckingMode": "strict", "include": ["services"], "extraPaths": [str(ROOT)]}
    (shelf(tmp_path) / "pyrightconfig.json").write_text(json.dumps(settings), "utf-8")

    for done in (mypy(tmp_path), check(tmp_path, "pyright", "--pythonpath", sys.executable)):
        assert done.returncode == 0, done.stdout


@pytest.mark.slow
@pytest.mark.parametrize("what", WRONG)
def test_a_wrong_page_is_a_type_error(tmp_path: Path, what: str) -> None:
    """What a page holds and where it ends is known to the checker."""
    right, wrong = WRONG[what]
    path = shelf(tmp_path) / "services/shop/controllers/items.py"
    text = path.read_text("utf-8")
    assert right in text
    path.write_text(text.replace(right, wrong), "utf-8")

    assert mypy(tmp_path).returncode == 1
