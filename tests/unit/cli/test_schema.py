"""`framework schema` as a user meets it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from framework.cli.main import main

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def project(root: Path, models: str = "models: {User: {fields: {id: int}}}") -> str:
    """Write a project, and return its root as an argument."""
    (root / "specs").mkdir()
    (root / "services.yml").write_text("version: 1\nservices: []\n", "utf-8")
    (root / "specs/models.yaml").write_text(models, "utf-8")
    return str(root)


def test_one_kind_is_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As JSON, with the names of the project."""
    assert main(["-C", project(tmp_path), "schema", "models"]) == 0

    offered = json.loads(capsys.readouterr().out)["definitions"]["type"]["anyOf"][0]["enum"]
    assert {"User", "User.id"} <= {*offered}


def test_all_are_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Into a folder that need not exist, the same as `generate` writes."""
    root = project(tmp_path)
    assert main(["-C", root, "schema", "--write", str(tmp_path / "own" / "schemas")]) == 0
    assert main(["-C", root, "generate"]) == 0

    written = {path.name: path.read_text() for path in (tmp_path / "own/schemas").iterdir()}
    generated = tmp_path / "shared/generated/schemas"
    assert written == {path.name: path.read_text() for path in generated.iterdir()}
    assert len(written) == 5
    assert not capsys.readouterr().out


def test_specs_may_have_errors(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """That is when people need the schemas most: what could be read is offered."""
    root = project(tmp_path, "models: {User: {fields: {id: Nothing}}, Broken: {colour: red}}")

    assert main(["-C", root, "schema", "router"]) == 0
    assert '"list[User]"' in capsys.readouterr().out


def test_kinds_are_listed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Wrong usage is told with what there is."""
    root = project(tmp_path)

    assert main(["-C", root, "schema", "model"]) == 2
    assert main(["-C", root, "schema"]) == 2
    assert "models, errors, events, router, services" in capsys.readouterr().err


def test_a_folder_that_cannot_be_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file in its place is no fault of ours."""
    taken = tmp_path / "taken"
    taken.write_text("")

    assert main(["-C", project(tmp_path), "schema", "--write", str(taken)]) == 1
    assert "cannot be written" in capsys.readouterr().err
