"""`framework validate`: read and check the specs; with `--fix`, fix what is sure."""

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
    parser.add_argument("--fix", action="store_true", help="first fix what can be meant in one way")
    parser.add_argument("--diff", action="store_true", help="with --fix: show it, write nothing")


def run(options: Namespace) -> int:
    """Print all findings; return 1 if one of them counts."""
    with uncollected():
        from framework import pipeline  # heavy
        from framework.cli.report import counted, report, tally  # heavy
        from framework.diagnostics import has_errors  # heavy

        if options.fix or options.diff:
            from framework.cli.fixing import fix  # heavy

            result, due = fix(root_of(options), style_of(options), only_show=options.diff)
        else:
            result, due = pipeline.validate(root_of(options)), False
        report(result.diagnostics, result.sources, style_of(options))
        say(f"{tally(result.diagnostics)} in {counted(len(result.sources), 'file')}")
        counts = has_errors(result.diagnostics) or (options.strict and bool(result.diagnostics))
        return int(due or counts)
