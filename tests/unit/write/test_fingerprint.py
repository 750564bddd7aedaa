"""The fast path says that nothing changed only if nothing did."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from framework.write import fingerprint
from framework.write.fingerprint import inputs, make_private, remember, unchanged
from framework.write.lock import locked

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from framework.write.plan import Plan


@pytest.fixture
def root(tmp_path: Path, generated: Callable[[Mapping[str, str]], Plan]) -> Path:
    """Return a project that was generated and remembered."""
    (tmp_path / "specs" / "models").mkdir(parents=True)
    (tmp_path / "specs" / "models" / "a.yaml").write_text("models: {}\n")
    (tmp_path / "services.yml").write_text("version: 1\n")
    generated({"shared/generated/a.py": "x = 1\n", "compose.yaml": "a: 1\n"})
    remember(tmp_path, inputs(tmp_path))
    return tmp_path


def test_nothing_changed(root: Path) -> None:
    """The same bytes everywhere need no compiler, whatever the times of the files."""
    for path in root.rglob("*.y*ml"):
        os.utime(path, (1, 1))

    assert unchanged(root)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("specs/models/a.yaml", "models: {} "),
        ("specs/models/a.yaml", None),
        ("specs/models/b.yaml", ""),
        ("specs/notes.txt", ""),
        ("services.yml", "version: 2\n"),
        ("services.yaml", ""),
        ("shared/generated/a.py", "x = 2\n"),
        ("shared/generated/a.py", None),
        ("shared/generated/manifest.json", "{}"),
        ("shared/generated/manifest.json", None),
        ("compose.yaml", "a: 2\n"),
        (".framework/cache.json", None),
        (".framework/cache.json", "[" * 100_000),
        (".framework/cache.json", "[]"),
    ],
)
def test_any_change_is_seen(root: Path, path: str, text: str | None) -> None:
    """Inputs, outputs, the manifest and the memory itself: touched once, doubted."""
    if text is None:
        (root / path).unlink()
    else:
        (root / path).write_text(text)

    assert not unchanged(root)


def test_a_check_believes_checks_only(root: Path) -> None:
    """What `generate` took on trust from the manifest is looked at once by a check."""
    assert not unchanged(root, checked=True)

    remember(root, inputs(root), checked=True)
    assert unchanged(root, checked=True)
    assert unchanged(root)


@pytest.mark.parametrize("path", ["shared/generated/a.py", "shared/generated/b.py", "services.yml"])
def test_a_check_sees_any_change(root: Path, path: str) -> None:
    """An edit, a file that nobody owns, another spec."""
    remember(root, inputs(root), checked=True)
    (root / path).write_text("version: 3\n")

    assert not unchanged(root, checked=True)


def test_a_renamed_spec_is_seen(root: Path) -> None:
    """The path is part of what a spec says."""
    (root / "specs/models/a.yaml").rename(root / "specs/models/c.yaml")

    assert not unchanged(root)


def test_a_linked_folder_of_specs_is_doubted(
    root: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """What lies behind a link is not followed, so it cannot be vouched for."""
    (root / "specs/linked").symlink_to(tmp_path_factory.mktemp("specs"))

    assert not unchanged(root)


@pytest.mark.parametrize("name", ["emit/new.py", "emit/templates/router.py.j2"])
def test_a_changed_compiler_is_seen(
    root: Path, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory, name: str
) -> None:
    """A new or edited source or template of the compiler may compile differently."""
    package = tmp_path_factory.mktemp("package")
    file = package / name
    file.parent.mkdir(parents=True)
    monkeypatch.setattr(fingerprint, "_PACKAGE", package)
    remember(root, inputs(root))
    assert unchanged(root)

    file.write_text("a")
    assert not unchanged(root)
    remember(root, inputs(root))
    assert unchanged(root)

    file.write_text("ab")
    assert not unchanged(root)


def test_an_installed_package_is_seen(
    root: Path, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Another Jinja2 or ruff may print differently."""
    site = tmp_path_factory.mktemp("lib") / "site-packages"
    site.mkdir()
    monkeypatch.setattr(sys, "path", [str(site)])
    remember(root, inputs(root))
    assert unchanged(root)

    (site / "ruff-99.dist-info").mkdir()
    os.utime(site, (2, 2))

    assert not unchanged(root)


def test_a_project_that_was_never_compiled_is_doubted(tmp_path: Path) -> None:
    """So is a folder that is no project."""
    assert not unchanged(tmp_path)
    assert not unchanged(tmp_path / "missing")


def test_an_edit_during_the_compilation_is_seen(root: Path) -> None:
    """What is remembered is what was there before the specs were read."""
    seen = inputs(root)
    (root / "services.yml").write_text("version: 3\n")
    remember(root, seen)

    assert not unchanged(root)


def test_the_memory_is_hidden_from_version_control(root: Path) -> None:
    """No project has to know the folder."""
    assert (root / ".framework/.gitignore").read_text() == "*\n"
    assert (root / ".framework/cache.json").is_file()


def test_a_memory_that_cannot_be_kept_is_no_error(tmp_path: Path) -> None:
    """The next run compiles again; that is all."""
    (tmp_path / "services.yml").write_text("")
    (tmp_path / ".framework").write_text("")

    remember(tmp_path, "x")
    with locked(tmp_path):
        assert not unchanged(tmp_path)


def test_a_folder_that_is_no_project_is_left_alone(tmp_path: Path) -> None:
    """A command in the wrong place leaves nothing behind."""
    remember(tmp_path, "x")
    with locked(tmp_path):
        assert list(tmp_path.iterdir()) == []


def test_the_lock_lets_one_in_at_a_time(tmp_path: Path) -> None:
    """Whoever comes second waits until the first is done."""
    (tmp_path / "services.yml").write_text("")
    log = tmp_path / "log"

    def work(name: str) -> None:
        with locked(tmp_path), log.open("a") as stream:
            stream.write(f"{name} in\n")
            stream.flush()
            os.sched_yield()
            stream.write(f"{name} out\n")

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(work, "abcdefgh"))

    lines = log.read_text().split("\n")[:-1]
    assert all(lines[at][0] == lines[at + 1][0] for at in range(0, len(lines), 2))
    assert len(lines) == 16


def test_a_lock_ends_with_its_process(tmp_path: Path) -> None:
    """A killed run locks nobody out."""
    (tmp_path / "services.yml").write_text("")
    code = "import os,sys;from pathlib import Path;from framework.write.lock import locked\n"
    code += "with locked(Path(sys.argv[1])): os._exit(9)"
    killed = subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=False)
    assert killed.returncode == 9

    with locked(tmp_path):
        assert make_private(tmp_path).is_dir()


def test_the_fast_path_imports_nothing_heavy() -> None:
    """Neither the compiler nor what is slow to import in the standard library."""
    code = "import framework.write.fingerprint, sys; print(*sys.modules)"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    loaded = set(said.stdout.split())
    assert not loaded & {"pydantic", "jinja2", "yaml", "dataclasses", "inspect", "subprocess"}
    assert not {name for name in loaded if name.startswith(("framework.spec", "framework.emit"))}
