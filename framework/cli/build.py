"""Compile a project and write the outcome, or compare it with what is there."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from framework import pipeline
from framework.cli.report import counted, report, tally
from framework.cli.terminal import say
from framework.diagnostics import Severity, has_errors, sort_unique
from framework.project import MANIFEST
from framework.write.apply import apply
from framework.write.drift import drift, foreign
from framework.write.fingerprint import inputs, remember
from framework.write.lock import locked
from framework.write.plan import Plan, plan

if TYPE_CHECKING:
    from pathlib import Path

    from framework.cli.options import Style


def build(root: Path, style: Style) -> int:
    """Compile and write; on errors print them, write nothing and return 1."""
    with locked(root):
        seen = _inputs(root)
        result = pipeline.compile_project(root)
        if has_errors(result.diagnostics):
            report(result.diagnostics, result.sources, style)
            say(f"{tally(result.diagnostics)}; nothing was written")
            return 1
        planned = plan(result.artefacts, root)
        apply(planned.changes, root)
        strange = [replace(foreign(path), severity=Severity.WARNING) for path in planned.foreign]
        diagnostics = sort_unique([*result.diagnostics, *strange])
        if seen and not diagnostics:  # warnings are said again by every run
            remember(root, seen)
    report(diagnostics, result.sources, style)
    say(_summary(planned))
    return 0


def check(root: Path, style: Style) -> int:
    """Compile and print what `build` would change; return 1 if there is anything."""
    seen = _inputs(root)
    result = pipeline.compile_project(root)
    if has_errors(result.diagnostics):
        report(result.diagnostics, result.sources, style)
        say(tally(result.diagnostics))
        return 1
    drifted = drift(plan(result.artefacts, root, trust=False))
    diagnostics = sort_unique([*result.diagnostics, *drifted])
    if seen and not diagnostics:
        remember(root, seen, checked=True)
    report(diagnostics, result.sources, style)
    say(f"{counted(len(drifted), 'file')} not up to date" if drifted else "up to date")
    return int(bool(drifted))


def _inputs(root: Path) -> str | None:
    with suppress(OSError):  # the compiler names the file that cannot be read
        return inputs(root)
    return None


def _summary(planned: Plan) -> str:
    files = [change for change in planned.changes if change.path != str(MANIFEST)]
    if not files:
        return "unchanged"
    wrote = sum(change.text is not None for change in files)
    return (
        f"wrote {counted(wrote, 'file')}, removed {len(files) - wrote}, "
        f"{planned.unchanged} unchanged"
    )
