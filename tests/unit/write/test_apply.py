"""Changes are applied all or none, whatever the disk does."""

from __future__ import annotations

import errno
import io
import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from framework.write import apply as writer
from framework.write.apply import apply
from framework.write.change import Action, Change
from framework.write.errors import WriteError

if TYPE_CHECKING:
    from collections.abc import Callable

    Reader = Callable[[], dict[str, str]]

CHANGES = (
    Change(Action.UPDATE, "shared/generated/a.py", "s", "new a"),
    Change(Action.CREATE, "shared/generated/deep/er/b.py", "s", "new b"),
    Change(Action.RESTORE, "shared/generated/link.py", "s", "new link"),
    Change(Action.DELETE, "shared/generated/gone/c.py"),
    Change(Action.UPDATE, "shared/generated/manifest.json", "s", "new manifest"),
)
WRITES = sum(change.text is not None for change in CHANGES)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a project in which every kind of change has something to do."""
    zone = tmp_path / "shared" / "generated"
    (zone / "gone" / "__pycache__").mkdir(parents=True)
    (zone / "gone" / "__pycache__" / "c.cpython-311.pyc").write_text("")
    (zone / "a.py").write_text("old a")
    (zone / "gone" / "c.py").write_text("old c")
    (zone / "manifest.json").write_text("old manifest")
    (zone / "link.py").symlink_to("a.py")
    return tmp_path


def tree(root: Path) -> dict[str, str]:
    """Return everything below `root`: folders, links with their targets, files with their texts."""
    return {
        path.relative_to(root).as_posix(): (
            f"-> {path.readlink()}"
            if path.is_symlink()
            else "folder"
            if path.is_dir()
            else path.read_text()
        )
        for path in sorted(root.rglob("*"))
    }


def test_all_changes_are_made(root: Path) -> None:
    """Files are written, links replaced, orphans deleted with the folders they leave empty."""
    apply(CHANGES, root)

    assert tree(root) == {
        "shared": "folder",
        "shared/generated": "folder",
        "shared/generated/a.py": "new a",
        "shared/generated/deep": "folder",
        "shared/generated/deep/er": "folder",
        "shared/generated/deep/er/b.py": "new b",
        "shared/generated/link.py": "new link",
        "shared/generated/manifest.json": "new manifest",
    }


def test_new_files_have_the_usual_mode(root: Path) -> None:
    """The user's umask decides who may read compiled files, as with any other file."""
    (root / "plain").write_text("")

    apply(CHANGES, root)

    modes = {stat.S_IMODE((root / c.path).stat().st_mode) for c in CHANGES if c.text is not None}
    assert modes == {stat.S_IMODE((root / "plain").stat().st_mode)}


@pytest.mark.parametrize("fails_at", range(WRITES))
def test_a_failing_rename_changes_nothing(
    root: Path, monkeypatch: pytest.MonkeyPatch, fails_at: int
) -> None:
    """Whichever replacement fails, those before it are taken back and no temporary stays."""
    before = tree(root)
    original = Path.replace
    calls: list[Path] = []

    def failing(source: Path, target: Path) -> Path:
        calls.append(source)
        if len(calls) > fails_at:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return original(source, target)

    monkeypatch.setattr(Path, "replace", failing)

    with pytest.raises(WriteError, match=r"^cannot replace `shared/generated/.*`: input/output"):
        apply(CHANGES, root)

    assert tree(root) == before


@pytest.mark.parametrize("fails_at", range(WRITES))
def test_a_full_disk_changes_nothing(
    root: Path, monkeypatch: pytest.MonkeyPatch, fails_at: int
) -> None:
    """Nothing is replaced before everything is on disk."""
    before = tree(root)
    original = os.fdopen
    calls: list[int] = []

    class Full(io.FileIO):
        """A file on a disk without space."""

        def write(self, _content: object) -> int:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def opening(file: int, mode: str) -> object:
        calls.append(file)
        return Full(file, mode) if len(calls) > fails_at else original(file, mode)

    monkeypatch.setattr(writer.os, "fdopen", opening)

    with pytest.raises(WriteError, match=r"^cannot write `.*`: no space left on device$"):
        apply(CHANGES, root)

    assert tree(root) == before


@pytest.mark.parametrize("at", range(WRITES))
def test_an_interrupt_changes_nothing(root: Path, monkeypatch: pytest.MonkeyPatch, at: int) -> None:
    """Control-C, even just after a file was replaced, leaves the tree as it was."""
    before = tree(root)
    original = Path.replace
    calls: list[Path] = []

    def interrupted(source: Path, target: Path) -> Path:
        calls.append(source)
        replaced = original(source, target)
        if len(calls) > at:
            raise KeyboardInterrupt
        return replaced

    monkeypatch.setattr(Path, "replace", interrupted)

    with pytest.raises(KeyboardInterrupt):
        apply(CHANGES, root)

    assert tree(root) == before


def test_a_read_only_folder_is_a_sentence(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that cannot be made stops the run before anything is written."""
    before = tree(root)

    def refused(path: Path, *, exist_ok: bool = False) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS), str(path), exist_ok)

    monkeypatch.setattr(Path, "mkdir", refused)

    with pytest.raises(WriteError, match=r"`shared/generated/deep/er/b.py`: read-only file system"):
        apply(CHANGES, root)

    assert tree(root) == before


def test_a_read_only_file_is_respected(root: Path) -> None:
    """Who took the write permission away meant it."""
    (root / "shared/generated/a.py").chmod(0o444)
    before = tree(root)

    with pytest.raises(WriteError, match=r"`shared/generated/a.py` is read-only: make it writable"):
        apply(CHANGES, root)

    assert tree(root) == before


def test_a_folder_in_the_place_of_a_file_is_a_sentence(root: Path) -> None:
    """It may hold somebody's work, so it is not removed."""
    (root / "shared/generated/deep/er/b.py").mkdir(parents=True)

    with pytest.raises(WriteError, match="is a folder where a file has to be"):
        apply(CHANGES, root)


def test_links_out_of_the_project_are_not_followed(
    root: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Neither is written nor deleted what lies behind such a link."""
    outside = tmp_path_factory.mktemp("outside")
    (outside / "c.py").write_text("theirs")
    (root / "shared/generated/deep").symlink_to(outside)

    with pytest.raises(WriteError, match="is a link that leads out of the project: remove it"):
        apply(CHANGES, root)
    with pytest.raises(WriteError, match="is a link that leads out of the project: remove it"):
        apply([Change(Action.DELETE, "shared/generated/deep/c.py")], root)

    assert tree(outside) == {"c.py": "theirs"}


def test_a_link_within_the_project_is_followed(root: Path) -> None:
    """Where the folder lies is the user's choice."""
    (root / "elsewhere").mkdir()
    (root / "shared/generated/deep").symlink_to(root / "elsewhere")

    apply(CHANGES, root)

    assert (root / "elsewhere/er/b.py").read_text() == "new b"


def test_a_folder_with_anything_in_it_stays(root: Path) -> None:
    """Only what the compiler leaves empty goes."""
    (root / "shared/generated/gone/mine.txt").write_text("x")

    apply(CHANGES, root)

    assert (root / "shared/generated/gone/mine.txt").exists()
