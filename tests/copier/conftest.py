"""What the template's tests share: a snapshot of this tree, cached renders, committed projects."""

from __future__ import annotations

import os
import shutil
import subprocess
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from copier import run_copy, run_update

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Answer = str | list[str]

ROOT = Path(__file__).resolve().parents[2]
NAME = "My Shop"
GIT = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    **{f"GIT_{who}_NAME": "Ada" for who in ("AUTHOR", "COMMITTER")},
    **{f"GIT_{who}_EMAIL": "ada@example.com" for who in ("AUTHOR", "COMMITTER")},
}


def git(cwd: Path, *arguments: str) -> str:
    """Run git in `cwd` and return what it printed."""
    done = subprocess.run(
        ["git", *arguments],
        cwd=cwd,
        check=True,
        text=True,
        capture_output=True,
        env={**os.environ, **GIT},
    )
    return done.stdout


def commit(repository: Path, tag: str | None = None) -> None:
    """Commit everything in `repository`, which is made if it is none, and tag it."""
    if not (repository / ".git").exists():
        git(repository, "init", "-q", "-b", "main")
    git(repository, "add", "-A")
    git(repository, "commit", "-q", "--allow-empty", "-m", tag or "change")
    if tag:
        git(repository, "tag", "-a", tag, "-m", tag)


def render(source: str, target: Path, **answers: Answer) -> Path:
    """Copy the template at `source` without a question, without trust and without a warning."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        run_copy(source, target, data=answers, defaults=True, quiet=True, unsafe=False)
    return target


def files(root: Path) -> dict[str, bytes]:
    """Return the content of each file below `root`, but for git's and Copier's own."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file()
        and path.relative_to(root).parts[0] != ".git"
        and path.name != ".copier-answers.yml"
    }


@dataclass(frozen=True)
class Project:
    """A project in git, and the private copy of the template that it was made from."""

    path: Path
    template: Path

    def write(self, name: str, text: str) -> None:
        """Change a file as the user, and commit."""
        (self.path / name).write_text(text)
        commit(self.path)

    def delete(self, name: str) -> None:
        """Remove a file as the user, and commit."""
        (self.path / name).unlink()
        commit(self.path)

    def publish(self, tag: str, changes: dict[str, str | None]) -> None:
        """Release a version of the template with files changed, or deleted where None."""
        for name, text in changes.items():
            if text is None:
                (self.template / name).unlink()
            else:
                (self.template / name).write_text(text)
        commit(self.template, tag)

    def update(self, **answers: Answer) -> list[str]:
        """Run `copier update`; return what git then calls changed."""
        run_update(self.path, data=answers, defaults=True, quiet=True, overwrite=True, unsafe=False)
        return git(self.path, "status", "--porcelain", "-uall").splitlines()


@pytest.fixture(scope="session", autouse=True)
def _sealed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the settings of this machine's user out: neither trust nor a shared cache."""
    home = tmp_path_factory.mktemp("home")
    (home / "settings.yml").write_text("{}\n")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COPIER_SETTINGS_PATH", str(home / "settings.yml"))
        patch.setenv("COPIER_CACHE_DIR", str(home / "cache"))
        for name, value in GIT.items():
            patch.setenv(name, value)
        yield


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the working tree as it is now, uncommitted files too, as a repository with a tag."""
    target = tmp_path_factory.mktemp("template")
    for name in git(ROOT, "ls-files", "-z", "-co", "--exclude-standard").split("\0"):
        source = ROOT / name
        if name and (source.is_file() or source.is_symlink()):
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, target / name, follow_symlinks=False)
    commit(target, "v1.0.0")
    return target


@pytest.fixture(scope="session")
def rendered(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """Return a function that renders once per set of answers; its result is read-only."""
    cache: dict[str, Path] = {}

    def get(**answers: Answer) -> Path:
        key = repr(sorted(answers.items()))
        if key not in cache:
            target = tmp_path_factory.mktemp("render") / "shop"
            cache[key] = render(str(template), target, **{"project_name": NAME, **answers})
        return cache[key]

    return get


@pytest.fixture
def project(
    rendered: Callable[..., Path], template: Path, tmp_path: Path
) -> Callable[..., Project]:
    """Return a function that makes a committed project whose template the test may change."""

    def make(**answers: Answer) -> Project:
        source, target = tmp_path / "template", tmp_path / "shop"
        shutil.copytree(template, source, symlinks=True)
        shutil.copytree(rendered(**answers), target, symlinks=True)
        recorded = target / ".copier-answers.yml"
        recorded.write_text(recorded.read_text().replace(str(template), str(source)))
        pinned = target / "pyproject.toml"
        pinned.write_text(pinned.read_text().replace(str(template), str(source)))
        commit(target)
        return Project(target, source)

    return make
