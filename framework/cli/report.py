"""Print findings in the format that was asked for, and count them."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from framework.cli.terminal import say, show
from framework.diagnostics import (
    Severity,
    render_github,
    render_json,
    render_text,
    sort_unique,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from framework.cli.options import Style
    from framework.diagnostics import Diagnostic


def report(diagnostics: Collection[Diagnostic], sources: Mapping[str, str], style: Style) -> None:
    """Print the findings; where there are too many, errors first, and say how many are left."""
    shown = _worst(diagnostics, style.most)
    show(_rendered(shown, sources, style))
    if len(shown) < len(diagnostics):
        more = counted(len(diagnostics) - len(shown), "more finding")
        say(f"{more} not shown: `--max 0` shows all")


def tally(diagnostics: Collection[Diagnostic]) -> str:
    """Return how many there are, as in `2 errors, 1 warning`."""
    errors = sum(found.severity is Severity.ERROR for found in diagnostics)
    counts = ((errors, "error"), (len(diagnostics) - errors, "warning"))
    return ", ".join(counted(number, noun) for number, noun in counts if number) or "no findings"


def counted(number: int, noun: str) -> str:
    """Return a number with its noun, as in `1 file` or `2 files`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def _rendered(diagnostics: tuple[Diagnostic, ...], sources: Mapping[str, str], style: Style) -> str:
    match style.format:
        case "json":
            return render_json(diagnostics)
        case "github":
            return render_github(diagnostics)
        case "sarif":
            from framework.cli.rules import described  # heavy
            from framework.diagnostics.sarif import render_sarif  # seldom asked for

            return render_sarif(diagnostics, sources, described(diagnostics))
        case "junit":
            from framework.diagnostics.junit import render_junit  # seldom asked for

            return render_junit(diagnostics, sources)
        case _:
            return render_text(diagnostics, sources, color=_wants_color(style.color))


def _worst(diagnostics: Collection[Diagnostic], most: int) -> tuple[Diagnostic, ...]:
    if not most or len(diagnostics) <= most:
        return tuple(diagnostics)
    worst_first = sorted(diagnostics, key=lambda found: found.severity is Severity.WARNING)
    return sort_unique(worst_first[:most])


def _wants_color(choice: str) -> bool:
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or _is_terminal()


def _is_terminal() -> bool:
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
