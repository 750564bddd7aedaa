"""Compile every project under `golden/` and compare all that came out.

A case is a folder: `specs/` and `services.yml` go in; `expected/` holds each artefact and
`diagnostics.txt` what was said, `fixed.diff` what fixes would change.
`GOLDEN=update pytest tests/test_golden.py` rewrites the expectations; the review of that diff is
the test's real assertion.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from framework import schemas
from framework.cli.difference import difference
from framework.diagnostics import render_text
from framework.fixes import mend
from framework.pipeline import compile_project
from framework.write.format import find_ruff, format_python

CASES = sorted(path.parent for path in Path(__file__).parent.glob("golden/**/services.yml"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}/{case.name}")
def test_output_is_golden(case: Path) -> None:
    """The artefacts and the diagnostics are exactly the recorded ones."""
    actual = outputs(case)
    if os.environ.get("GOLDEN") == "update":
        record(case / "expected", actual)

    assert actual == recorded(case / "expected")


def outputs(case: Path) -> dict[str, str]:
    """Compile a case into file name -> text."""
    result = compile_project(case)
    files = {
        str(artefact.path): artefact.text
        for artefact in result.artefacts
        if schemas.FOLDER not in artefact.path.parents  # the language again: tests/unit/schemas
    }
    python = {path: text for path, text in files.items() if path.endswith(".py")}
    files |= format_python(find_ruff(), python)
    said = render_text(result.diagnostics, result.sources)
    fixed = "".join(difference(path, *both) for path, both in mend(case).files.items())
    told = {"diagnostics.txt": said, "fixed.diff": fixed}
    return files | {name: text for name, text in told.items() if text}


def recorded(folder: Path) -> dict[str, str]:
    """Read back an `expected/` folder."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes().decode() for path in files}


def record(folder: Path, files: dict[str, str]) -> None:
    """Replace an `expected/` folder."""
    shutil.rmtree(folder, ignore_errors=True)
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(text.encode())
