"""The manifest is a record that people merge: stable to write, careful to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from framework.write.errors import WriteError
from framework.write.manifest import Manifest, is_inside, read_manifest

if TYPE_CHECKING:
    from pathlib import Path

A, B = "a" * 64, "b" * 64
MANIFEST = Manifest("ruff 1.2.3", {"shared/generated/b.py": B, "compose.yaml": A}, {"b.py": A})


def put(root: Path, text: str | bytes) -> None:
    """Write the manifest of a project."""
    file = root / "shared" / "generated" / "manifest.json"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode() if isinstance(text, str) else text)


def test_the_text_is_sorted_with_a_line_for_each_file() -> None:
    """A merge of two branches conflicts only where both changed the same file."""
    assert MANIFEST.text() == (
        "{\n"
        '  "files": {\n'
        f'    "compose.yaml": "{A}",\n'
        f'    "shared/generated/b.py": "{B}"\n'
        "  },\n"
        '  "formatter": "ruff 1.2.3",\n'
        '  "raw": {\n'
        f'    "b.py": "{A}"\n'
        "  }\n"
        "}\n"
    )


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    """Text and value carry the same."""
    put(tmp_path, MANIFEST.text())

    assert read_manifest(tmp_path) == MANIFEST


def test_a_project_without_a_manifest_owns_nothing(tmp_path: Path) -> None:
    """The first run finds none."""
    assert read_manifest(tmp_path) == Manifest()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "null",
        "{}",
        "<<<<<<< ours",
        b"\xff\xfe",
        "[" * 100_000,
        '{"files": [], "formatter": "", "raw": {}}',
        '{"files": {"a": 1}, "formatter": "", "raw": {}}',
        '{"files": {"a": "short"}, "formatter": "", "raw": {}}',
        f'{{"files": {{"../a": "{A}"}}, "formatter": "", "raw": {{}}}}',
        f'{{"files": {{"/etc/passwd": "{A}"}}, "formatter": "", "raw": {{}}}}',
    ],
)
def test_damage_is_a_sentence(tmp_path: Path, text: str | bytes) -> None:
    """Nothing is deleted on the word of a manifest that does not make sense."""
    put(tmp_path, text)

    with pytest.raises(WriteError, match=r"^`shared/generated/manifest.json` is damaged: restore"):
        read_manifest(tmp_path)


def test_a_manifest_that_cannot_be_read_is_a_sentence(tmp_path: Path) -> None:
    """As where a folder stands in its place."""
    (tmp_path / "shared" / "generated" / "manifest.json").mkdir(parents=True)

    with pytest.raises(
        WriteError, match=r"^cannot read `shared/generated/manifest.json`: is a dir"
    ):
        read_manifest(tmp_path)


@pytest.mark.parametrize(
    ("path", "inside"),
    [
        ("a.py", True),
        ("shared/generated/..a/b.py", True),
        ("", False),
        ("/a", False),
        ("a//b", False),
        ("a/", False),
        ("./a", False),
        ("a/../b", False),
        ("..", False),
        ("a\\b", False),
        ("c:a", False),
        ("a\0b", False),
    ],
)
def test_paths_that_stay_inside(path: str, inside: object) -> None:
    """Whatever the system, a path of ours cannot climb or start elsewhere."""
    assert is_inside(path) == inside
