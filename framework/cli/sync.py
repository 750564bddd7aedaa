"""`framework sync`: scaffold the service code that the specs ask for and nobody has written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.cli.options import add_style, root_of, style_of
from framework.cli.terminal import say, show

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

NAME = "sync"
SUMMARY = "scaffold services and controllers that do not exist yet"


def arguments(parser: ArgumentParser) -> None:
    """Declare how findings are shown."""
    add_style(parser)


def run(options: Namespace) -> int:
    """Create what is missing and print its paths; return 1, having created nothing, on errors."""
    from framework import controllers, pipeline  # heavy
    from framework.cli.report import counted, report, tally  # heavy
    from framework.diagnostics import has_errors  # heavy

    root = root_of(options)
    result = pipeline.validate(root)
    report(result.diagnostics, result.sources, style_of(options))
    if has_errors(result.diagnostics):
        say(f"{tally(result.diagnostics)}; nothing was created")
        return 1
    created = controllers.sync(root)
    if options.format == "text":
        show("".join(f"{path}\n" for path in created))
    say(f"created {counted(len(created), 'file')}")
    return 0
