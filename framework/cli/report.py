"""Print findings in the format that was asked for, and count them."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from framework.cli.terminal import show
from framework.diagnostics import Severity, render_github, render_json, render_text

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from framework.diagnostics import Diagnostic


def report(diagnostics: Collection[Diagnostic], sources: Mapping[str, str], shape: str) -> None:
    """Print the findings in the format `shape`: text, json or github."""
    match shape:
        case "json":
            text = render_json(diagnostics)
        case "github":
            text = render_github(diagnostics)
        case _:
            text = render_text(diagnostics, sources, color=_wants_color())
    show(text)


def tally(diagnostics: Collection[Diagnostic]) -> str:
    """Return how many there are, as in `2 errors, 1 warning`."""
    errors = sum(found.severity is Severity.ERROR for found in diagnostics)
    counts = ((errors, "error"), (len(diagnostics) - errors, "warning"))
    return ", ".join(counted(number, noun) for number, noun in counts if number) or "no findings"


def counted(number: int, noun: str) -> str:
    """Return a number with its noun, as in `1 file` or `2 files`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _wants_color() -> bool:
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or sys.stdout.isatty()
