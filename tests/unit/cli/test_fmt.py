"""`framework fmt`: which files it rewrites, what it says, and what it leaves alone."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from framework.cli.main import main
from framework.write.errors import WriteError
from framework.write.rewrite import Rewriting, rewrite

if TYPE_CHECKING:
    from pathlib import Path

CANONICAL = "errors:\n  gone: {status: 404, title: Gone}\n"
OTHER = "errors: {gone: {title: 'Gone', status: 404}}\n"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a project with a file in the form, one in another, and one that does not parse."""
    (tmp_path / "specs").mkdir()
    (tmp_path / "services.yml").write_text("version: 1\n\nservices: []\n")
    (tmp_path / "specs/errors.yaml").write_text(OTHER)
    (tmp_path / "specs/models.yaml").write_text("enums:\n  A: {values: [a]}\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_rewrites_what_is_in_another_form(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The names go to stdout; what is in the form already is not even touched; modes stay."""
    models, errors = root / "specs/models.yaml", root / "specs/errors.yaml"
    os.utime(models, (1, 1))
    errors.chmod(0o640)

    assert main(["fmt"]) == 0

    assert errors.read_text() == CANONICAL
    assert (models.stat().st_mtime, errors.stat().st_mode & 0o777) == (1, 0o640)
    said = capsys.readouterr()
    assert (said.out, said.err) == ("specs/errors.yaml\n", "1 file formatted, 2 unchanged\n")
    assert main(["fmt", "--check"]) == 0
    assert [path.name for path in (root / "specs").iterdir() if path.name.startswith(".")] == []


@pytest.mark.parametrize("option", ["--check", "--diff"])
def test_tells_without_writing(root: Path, capsys: pytest.CaptureFixture[str], option: str) -> None:
    """CI gets exit code 1 and the names, or the change."""
    assert main(["fmt", option]) == 1

    said = capsys.readouterr()
    assert (root / "specs/errors.yaml").read_text() == OTHER
    assert said.err == "1 file would be formatted, 2 unchanged\n"
    assert ("+  gone: {status: 404, title: Gone}\n" in said.out) == (option == "--diff")


def test_broken_file_is_left_alone(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It gets a diagnostic and exit code 1; the others are formatted."""
    (root / "specs/models.yaml").write_text("enums: [\n")

    assert main(["fmt"]) == 1

    assert (root / "specs/models.yaml").read_text() == "enums: [\n"
    assert (root / "specs/errors.yaml").read_text() == CANONICAL
    said = capsys.readouterr()
    assert "error[SPEC003]" in said.out
    assert said.err == "1 file formatted, 1 unchanged, 1 error\n"


def test_windows_files_are_normalised(root: Path) -> None:
    """A byte order mark and carriage returns go, even where that is all there is to do."""
    errors = root / "specs/errors.yaml"
    errors.write_bytes(b"\xef\xbb\xbf" + CANONICAL.replace("\n", "\r\n").encode())

    assert main(["fmt", "--check"]) == 1
    assert main(["fmt"]) == 0
    assert errors.read_bytes() == CANONICAL.encode()


@pytest.mark.parametrize(("paths", "code"), [(["specs/models.yaml"], 0), (["specs"], 1)])
def test_paths_choose(root: Path, paths: list[str], code: int) -> None:
    """Files and folders, from wherever the command is run."""
    assert main(["-C", str(root), "fmt", "--check", *paths]) == code


@pytest.mark.parametrize("path", ["nothing.yaml", "README.md", "/"])
@pytest.mark.usefixtures("root")
def test_other_files_are_refused(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Nobody formats a compose file by accident."""
    assert main(["fmt", path]) == 2
    assert "is no spec file" in capsys.readouterr().err


def test_changed_file_is_not_replaced(root: Path) -> None:
    """What was read is compared with what is there; then nothing at all is replaced."""
    first = Rewriting("services.yml", (root / "services.yml").read_bytes(), b"new")
    second = Rewriting("specs/errors.yaml", b"as it was", b"new")

    with pytest.raises(WriteError, match="changed meanwhile"):
        rewrite([first, second], root)

    assert (root / "services.yml").read_text() == "version: 1\n\nservices: []\n"
    assert sorted(path.name for path in root.iterdir()) == ["services.yml", "specs"]


def test_links_stay_links(root: Path) -> None:
    """The file behind is replaced; one outside the project is refused."""
    real = root / "real.yaml"
    real.write_text(OTHER)
    (root / "specs/errors.yaml").unlink()
    (root / "specs/errors.yaml").symlink_to(real)

    assert main(["fmt"]) == 0
    assert (root / "specs/errors.yaml").is_symlink()
    assert real.read_text() == CANONICAL


def test_fault_of_ours_writes_nothing(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """If the new text meant something else, the file stays, and it is said whose fault that is."""
    monkeypatch.setattr("framework.layout.text.print_file", lambda _file: "errors: {}\n")

    assert main(["fmt", "specs/errors.yaml"]) == 70

    assert (root / "specs/errors.yaml").read_text() == OTHER
    said = capsys.readouterr().err
    assert "`specs/errors.yaml`: the canonical form means something else" in said
    assert "fault of the framework" in said
