"""Which files are read, and what is said of those that are not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from framework.syntax import read_specs

if TYPE_CHECKING:
    from pathlib import Path


def said(root: Path) -> dict[str, list[str]]:
    """Return the codes for each path that is looked at."""
    return {
        reading.path: [finding.code for finding in reading.diagnostics]
        for reading in read_specs(root)
    }


@pytest.mark.parametrize(
    ("path", "codes"),
    [
        ("specs/models.yaml", []),
        ("specs/models/shop/users.yml", []),
        ("specs/errors.yml", []),
        ("specs/events/a.yaml", []),
        ("specs/routers/backend/users.yaml", []),
        ("specs/routers/users.yaml", ["SPEC009"]),
        ("specs/routers/a/b/c.yaml", ["SPEC009"]),
        ("specs/model/users.yaml", ["SPEC009"]),
        ("specs/models/users.json", ["SPEC009"]),
        ("specs/models/README.md", ["SPEC009"]),
    ],
)
def test_each_visible_file_is_a_spec_or_an_error(
    tmp_path: Path, path: str, codes: list[str]
) -> None:
    """A misnamed file is never left out in silence."""
    (tmp_path / path).parent.mkdir(parents=True)
    (tmp_path / path).write_text("models: {}\n")

    assert said(tmp_path) == {path: codes}


def test_drafts_are_ignored(tmp_path: Path) -> None:
    """Dot files and dot folders are nobody's business."""
    (tmp_path / "specs/.drafts").mkdir(parents=True)
    (tmp_path / "specs/.drafts/a.yaml").write_text("x")
    (tmp_path / "specs/.models.yaml.swp").write_text("x")

    assert said(tmp_path) == {}


def test_folders_links_and_large_files_are_refused(tmp_path: Path) -> None:
    """What cannot be read, leaves the project or is too large is said to be."""
    project = tmp_path / "project"
    (project / "specs/models.yaml").mkdir(parents=True)
    (tmp_path / "outside.yaml").write_text("models: {}\n")
    (project / "specs/errors.yaml").symlink_to(tmp_path / "outside.yaml")
    (project / "specs/events.yaml").write_bytes(b"#" * (8 * 1024 * 1024 + 1))
    (project / "services.yml").symlink_to(project / "nowhere")

    odd = ("errors", "events", "models")
    assert said(project) == {f"specs/{name}.yaml": ["SPEC001"] for name in odd}
