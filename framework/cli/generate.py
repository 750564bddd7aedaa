"""`framework generate`: compile the specs and write what changed, or only tell what would."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.cli.options import SILENT, add_style, root_of, style_of
from framework.cli.terminal import say
from framework.cli.uncollected import uncollected

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

NAME = "generate"
SUMMARY = "compile the specs into shared/generated"


def arguments(parser: ArgumentParser) -> None:
    """Declare `--check` and how findings are shown."""
    parser.add_argument(
        "--check", action="store_true", help="write nothing; show every file that is not up to date"
    )
    add_style(parser)


def run(options: Namespace) -> int:
    """Bring the compiled files up to date; return 1, having written nothing, on findings."""
    from framework.write.fingerprint import unchanged  # not needed for --help

    root = root_of(options)
    if unchanged(root, checked=options.check):
        if options.format not in SILENT:
            from framework.cli.report import report  # not needed for people

            report((), {}, style_of(options))
        say("up to date" if options.check else "unchanged")
        return 0
    with uncollected():
        from framework.cli.build import build, check  # heavy

        return (check if options.check else build)(root, style_of(options))
