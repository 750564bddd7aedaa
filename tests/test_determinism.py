"""The same specs give the same bytes: whatever the process, the folder, the order of files."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from framework.pipeline import compile_project
from framework.write.apply import apply
from framework.write.plan import plan

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
GOOD = ROOT / "tests" / "golden" / "good"
CASES = ["services", *(pytest.param(x, marks=pytest.mark.slow) for x in ("references", "unions"))]
SHUFFLED = """
import os, random, sys
real_walk, real_scandir, real_listdir = os.walk, os.scandir, os.listdir
chance = random.Random(int(sys.argv.pop(1)))

def mixed(found):
    found = list(found)
    chance.shuffle(found)
    return found

class Scan:
    def __init__(self, *where):
        with real_scandir(*where) as found:
            self.found = iter(mixed(found))
    def __iter__(self):
        return self.found
    def __next__(self):
        return next(self.found)
    def __enter__(self):
        return self
    def __exit__(self, *_):
        pass
    def close(self):
        pass

os.scandir, os.listdir = Scan, lambda *where: mixed(real_listdir(*where))
from framework.cli.main import main
sys.exit(main())
"""

Files = dict[str, bytes]


@pytest.fixture(params=CASES)
def project(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Copy a golden case, without what it compiles to."""
    return copied(GOOD / request.param, tmp_path / "one")


def copied(source: Path, target: Path) -> Path:
    """Copy the specs of a project."""
    ignore = shutil.ignore_patterns("expected", "shared", ".framework")
    return Path(shutil.copytree(source, target, ignore=ignore))


def generate(cwd: Path, *, seed: int = 0) -> None:
    """Run `framework generate` in `cwd`, in a process that lists folders in another order."""
    done = subprocess.run(
        [sys.executable, "-c", SHUFFLED, str(seed), "generate"],
        cwd=cwd,
        env={**os.environ, "PYTHONHASHSEED": str(seed), "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def generated(root: Path) -> Files:
    """Return what stands below `shared/generated`, byte for byte."""
    return {name: path.read_bytes() for name, path in files(root)}


def files(root: Path) -> Iterator[tuple[str, Path]]:
    """Yield the compiled files by their names."""
    folder = root / "shared" / "generated"
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield path.relative_to(folder).as_posix(), path


def stamps(root: Path) -> dict[str, tuple[int, int]]:
    """Return when and as what each compiled file was written."""
    return {name: (path.stat().st_mtime_ns, path.stat().st_ino) for name, path in files(root)}


def compiled(root: Path) -> set[str]:
    """Compile in this process; return the names of the files that were written."""
    before = stamps(root)
    result = compile_project(root)
    apply(plan(result.artefacts, root).changes, root)
    after = stamps(root)
    return {name for name in before | after if before.get(name) != after.get(name)}


def test_output_is_the_same_in_every_process(project: Path, tmp_path: Path) -> None:
    """Hash seeds, orders of folders, other roots and working directories leave no trace."""
    generate(project)
    expected = generated(project)
    assert len(expected) > 10

    for seed in (1, 4242):
        elsewhere = copied(project, tmp_path / f"a longer name {seed}" / "deeper")
        generate(elsewhere / "specs", seed=seed)
        assert generated(elsewhere) == expected


def test_output_holds_no_trace_of_the_machine(project: Path) -> None:
    """Neither the folder of the project nor that of the interpreter is in any file."""
    generate(project)
    traces = [str(project).encode(), str(project.parent).encode(), sys.prefix.encode()]

    assert not [n for n, data in generated(project).items() if any(t in data for t in traces)]


def test_compiling_again_writes_nothing(project: Path) -> None:
    """Not even the manifest: times and inodes stay, with and without the fast path."""
    generate(project)
    before = stamps(project)

    generate(project, seed=3)
    again = compiled(project)

    assert stamps(project) == before
    assert not again


def test_an_edit_touches_what_depends_on_it(tmp_path: Path) -> None:
    """A text in one router changes that router, its Protocol and its document, nothing else."""
    root = copied(GOOD / "services", tmp_path / "project")
    compiled(root)
    spec = root / "specs" / "routers" / "auth-service" / "legacy.yml"
    spec.write_text(spec.read_text("utf-8").replace("End the session", "Sign out"), "utf-8")

    touched = compiled(root)

    assert touched == {
        "controllers/auth_service.py",
        "manifest.json",
        "openapi/auth_service.json",
        "routers/auth_service/legacy.py",
    }


def test_undoing_an_edit_gives_the_same_bytes(tmp_path: Path) -> None:
    """The output depends on the specs, not on what was compiled before."""
    root = copied(GOOD / "references", tmp_path / "project")
    compiled(root)
    before = generated(root)
    spec = root / "specs" / "models" / "people.yaml"
    text = spec.read_text("utf-8")

    spec.write_text(text.replace("max_length: 8", "max_length: 9"), "utf-8")
    changed = compiled(root)
    spec.write_text(text, "utf-8")
    compiled(root)

    assert "models/people.py" in changed
    assert generated(root) == before
