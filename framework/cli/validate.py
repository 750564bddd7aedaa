"""`framework validate`: read and check the specs, and write nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.cli.options import add_style, root_of, style_of
from framework.cli.terminal import say
from framework.cli.uncollected import uncollected

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

NAME = "validate"
SUMMARY = "check the specs and show every finding"


def arguments(parser: ArgumentParser) -> None:
    """Declare `--strict` and how findings are shown."""
    add_style(parser)
    parser.add_argument("--strict", action="store_true", help="let warnings count as errors do")


def run(options: Namespace) -> int:
    """Print all findings; return 1 if one of them counts."""
    with uncollected():
        from framework import pipeline  # heavy
        from framework.cli.report import counted, report, tally  # heavy
        from framework.diagnostics import has_errors  # heavy

        result = pipeline.validate(root_of(options))
        report(result.diagnostics, result.sources, style_of(options))
        say(f"{tally(result.diagnostics)} in {counted(len(result.sources), 'file')}")
        return int(has_errors(result.diagnostics) or (options.strict and bool(result.diagnostics)))
