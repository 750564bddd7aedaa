"""`framework import` in a project: what it writes, what it leaves alone, when it refuses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from framework.cli.main import main

PETSTORE = Path(__file__).parents[2] / "golden" / "import" / "petstore" / "openapi.yaml"
SERVICES = """\
# Ours.
version: 1
services:
  - name: backend   # the first
    type: python-fastapi
    exposes: [rest]
  # and no more

x-last: true
"""


def run(root: Path, *arguments: str) -> int:
    """Run the command line below `root`."""
    return main(["-C", str(root), *arguments])


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a project with one service."""
    (tmp_path / "services.yml").write_text(SERVICES)
    return tmp_path


def test_import_into_a_fresh_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What was imported validates and generates; the report goes to stdout."""
    assert run(tmp_path, "import", str(PETSTORE), "--service", "shop") == 0
    said = capsys.readouterr()

    assert "IMP008" in said.out
    assert said.err.startswith("wrote 3 files for the service `shop`; ")
    assert run(tmp_path, "validate", "--strict") == 0
    assert run(tmp_path, "generate") == 0
    assert (tmp_path / "shared/generated/routers/shop/shop.py").is_file()


def test_service_is_added_to_those_that_are_there(project: Path) -> None:
    """Comments and all that stood in `services.yml` stay."""
    assert run(project, "import", str(PETSTORE), "--service", "shop") == 0
    text = (project / "services.yml").read_text()

    head, tail = SERVICES.split("  # and no more")
    assert text.startswith(head + "  - name: shop\n    type: python-fastapi\n")
    assert text.endswith("  # and no more" + tail)
    assert run(project, "validate", "--strict") == 0


def test_nothing_is_overwritten(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A second import is refused with a sentence; `--force` replaces what it would write."""
    assert run(project, "import", str(PETSTORE), "--service", "shop") == 0
    models = project / "specs/models/shop.yaml"
    text = models.read_text()
    models.write_text("models: {}\n")
    capsys.readouterr()

    assert run(project, "import", str(PETSTORE), "--service", "shop") == 1
    assert "`specs/models/shop.yaml` and 1 more exist already" in capsys.readouterr().err
    assert models.read_text() == "models: {}\n"
    assert run(project, "import", str(PETSTORE), "--service", "shop", "--force") == 0
    assert models.read_text() == text


def test_names_of_the_project_are_not_taken_twice(project: Path) -> None:
    """What an import declares gets other names than what the project has."""
    (project / "specs").mkdir()
    (project / "specs/models.yaml").write_text("models: {Pet: {fields: {id: int}}}\n")

    assert run(project, "import", str(PETSTORE), "--service", "shop") == 0
    assert "  Pet2:\n" in (project / "specs/models/shop.yaml").read_text()


def test_strict_import_writes_nothing_if_something_is_lost(tmp_path: Path) -> None:
    """For whom a loss is an error."""
    assert run(tmp_path, "import", str(PETSTORE), "--strict") == 1
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["nowhere.yaml"], "`nowhere.yaml` cannot be read: No such file or directory"),
        ([str(PETSTORE), "--service", "Shop"], "service `Shop` is not made of"),
        ([str(PETSTORE), "--service", "typing"], "service `typing` is reserved"),
    ],
)
def test_refusals_are_sentences(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], sentence: str
) -> None:
    """They name what is wrong, and nothing is written."""
    assert run(tmp_path, "import", *arguments) == 1
    assert f"error: {sentence}" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_services_that_nothing_can_be_added_to(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A list in one line is the user's business; the sentence says what to write."""
    text = "{version: 1, services: [{name: a, type: python-fastapi}]}\n"
    (tmp_path / "services.yml").write_text(text)

    assert run(tmp_path, "import", str(PETSTORE), "--service", "shop") == 1
    assert "name the service `shop`" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["services.yml"]


def test_schemes_are_added(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Below what is there; where a project has schemes of its own, the user adds them."""
    nasty = PETSTORE.parents[1] / "nasty" / "openapi.yaml"

    assert run(project, "import", str(nasty), "--service", "odd") == 0
    text = (project / "services.yml").read_text()
    assert "x-last: true\n\nauth:\n" in text
    assert text.endswith("  key: {type: apiKey, name: X-Key, in: header}\n")
    assert run(project, "validate") == 0
    (project / "services.yml").write_text(text.replace("  key:", "  lock:"))
    capsys.readouterr()
    assert run(project, "import", str(nasty), "--service", "other") == 1
    assert "and the schemes `o_auth`, `key` under `auth`" in capsys.readouterr().err


def test_report_is_json_for_programs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same findings, with their places."""
    assert run(tmp_path, "import", str(PETSTORE), "--format", "json") == 0

    report = json.loads(capsys.readouterr().out)
    assert {entry["code"] for entry in report} == {"IMP002", "IMP005", "IMP008"}
    assert all(entry["path"].endswith("openapi.yaml") for entry in report)


def test_services_that_cannot_be_read_are_told(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is written beside a `services.yml` that is no text."""
    (project / "services.yml").write_bytes(b"\xff\xfe")

    assert run(project, "import", str(PETSTORE), "--service", "shop") == 1
    assert "`services.yml` is not UTF-8" in capsys.readouterr().err
    assert not (project / "specs").exists()


def test_a_document_without_end_is_refused(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """No more than the limit is ever read."""
    assert run(project, "import", "/dev/zero", "--service", "shop") == 1
    assert "file is larger than" in capsys.readouterr().out
    assert not (project / "specs").exists()
