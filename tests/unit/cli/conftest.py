"""A project, and the command line as its users start it, over a compiler that copies."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

# Stands in for the compiler: each `specs/NAME.py` compiles to `shared/generated/NAME.py`, a line
# `error` or `warning` is a finding, and `raise` is a fault.
COMPILER = """
import sys, time
from contextlib import contextmanager
from types import SimpleNamespace as value
from pathlib import PurePosixPath
from framework.diagnostics import Diagnostic, Severity, Span

def compile_project(root):
    sources = {f"specs/{p.name}": p.read_text() for p in sorted((root / "specs").glob("*.py"))}
    texts = "".join(sources.values())
    if "raise" in texts:
        raise LookupError("a fault")
    if "import yaml" in texts:
        raise ModuleNotFoundError("No module named 'yaml'", name="yaml")
    if "interrupt" in texts:
        raise KeyboardInterrupt
    time.sleep(0.2 * ("slow" in texts))
    found = tuple(
        Diagnostic("SPEC900", "fake", f"a {word}", Span(path, 1, 1, 1, 2), Severity(word))
        for path, text in sources.items() for word in ("error", "warning") if word in text
    )
    if any(d.severity is Severity.ERROR for d in found):
        return value(artefacts=(), diagnostics=found, sources=sources)
    artefacts = tuple(
        value(path=PurePosixPath("shared/generated", path[6:]), text=text, origin=path)
        for path, text in sources.items()
    )
    return value(artefacts=artefacts, diagnostics=found, sources=sources)

def sync(root):
    return [root / "services/backend/main.py"]

import framework
framework.pipeline = value(compile_project=compile_project, validate=compile_project)
framework.controllers = value(sync=sync)
@contextmanager
def running(root):
    if "raise" in (root / "specs/a.py").read_text():
        raise DevError("`backend` is not ready")
    yield value(
        services=("backend", "bot"),
        url={"backend": "http://127.0.0.1:8000"}.__getitem__,
        skipped={"frontend": "npm is not installed"},
        wait=lambda: None,
    )

class DevError(Exception): ...

sys.modules["framework.dev"] = value(running=running, DevError=DevError)
from framework.cli.main import main
sys.exit(main())
"""

Result = subprocess.CompletedProcess[str]
Command = Callable[..., Result]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a project of one spec."""
    (tmp_path / "services.yml").write_text("version: 1\n")
    (tmp_path / "specs").mkdir()
    (tmp_path / "specs" / "a.py").write_text("a=1\n")
    return tmp_path


@pytest.fixture
def start(root: Path) -> Callable[..., subprocess.Popen[str]]:
    """Start `framework ARGUMENTS` in the project, with the stand-in for the compiler."""

    def run(*arguments: str, cwd: Path = root, **environment: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-c", COMPILER, *arguments],
            cwd=cwd,
            env=environ(environment),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    return run


@pytest.fixture
def framework(start: Callable[..., subprocess.Popen[str]]) -> Command:
    """Run `framework ARGUMENTS` in the project, with the stand-in for the compiler."""

    def run(*arguments: str, **settings: str) -> Result:
        with start(*arguments, **settings) as process:
            out, err = process.communicate(timeout=60)
        return subprocess.CompletedProcess(arguments, process.returncode, out, err)

    return run


def environ(changes: dict[str, str]) -> dict[str, str]:
    """Return this process's environment with the framework importable, and `changes`."""
    sources = str(Path(__file__).parents[3])
    unwanted = {"FORCE_COLOR", "NO_COLOR", "FRAMEWORK_TRACEBACK"}
    kept = {name: value for name, value in os.environ.items() if name not in unwanted}
    return {**kept, "PYTHONPATH": sources, **changes}
