"""Compile projects into a folder and import what came out, apart from this repository's own."""

from __future__ import annotations

import importlib
import shutil
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from framework.diagnostics import render_text
from framework.pipeline import compile_project
from framework.write.apply import apply
from framework.write.plan import plan

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

GOOD = Path(__file__).parents[1] / "golden" / "good"
CASES = sorted(path.parent for path in GOOD.glob("*/services.yml"))
_OURS = {"services", "shared"}


def compiled(source: Path, root: Path) -> Path:
    """Copy the project `source` to `root`, compile it there, and return `root`."""
    shutil.copytree(
        source, root, dirs_exist_ok=True, ignore=shutil.ignore_patterns("expected", "__pycache__")
    )
    generate(root)
    return root


def composed(case: str, services: str, root: Path) -> Path:
    """Compile a golden case beside the controllers in a folder of this one; return `root`."""
    shutil.copytree(Path(__file__).parent / services, root, dirs_exist_ok=True)
    return compiled(GOOD / case, root)


def written(files: Mapping[str, str], root: Path) -> Path:
    """Write path -> text below `root`, compile it there, and return `root`."""
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    generate(root)
    return root


def generate(root: Path) -> None:
    """Do what `framework generate` does; a finding fails the test with its text."""
    result = compile_project(root)
    assert not result.diagnostics, render_text(result.diagnostics, result.sources)
    apply(plan(result.artefacts, root).changes, root)


@contextmanager
def importing(root: Path) -> Iterator[None]:
    """Let `shared.generated` and `services` be those of `root` for as long as the block lasts."""
    kept = {name: module for name, module in sys.modules.items() if _is_ours(name)}
    for name in kept:
        del sys.modules[name]
    sys.path.insert(0, str(root))
    importlib.invalidate_caches()
    try:
        yield
    finally:
        sys.path.remove(str(root))
        for name in [name for name in sys.modules if _is_ours(name)]:
            del sys.modules[name]
        sys.modules.update(kept)


def _is_ours(name: str) -> bool:
    return name.split(".", maxsplit=1)[0] in _OURS
