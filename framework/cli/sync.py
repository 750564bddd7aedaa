"""`framework sync`: scaffold the service code that the specs ask for and nobody has written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.cli.options import add_format, root_of
from framework.cli.terminal import say, show

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

NAME = "sync"
SUMMARY = "scaffold services and controllers that do not exist yet"


def arguments(parser: ArgumentParser) -> None:
    """Declare `--format`."""
    add_format(parser)


def run(options: Namespace) -> int:
    """Create what is missing and print its paths; return 1, having created nothing, on errors."""
    from framework import controllers, pipeline  # heavy
    from framework.cli.report import counted, report, tally  # heavy
    from framework.diagnostics import has_errors  # heavy

    root = root_of(options)
    result = pipeline.validate(root)
    if has_errors(result.diagnostics):
        report(result.diagnostics, result.sources, options.format)
        say(f"{tally(result.diagnostics)}; nothing was created")
        return 1
    created = controllers.sync(root)
    show("".join(f"{path}\n" for path in created))
    say(f"created {counted(len(created), 'file')}")
    return 0
