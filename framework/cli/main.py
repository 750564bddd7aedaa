"""`framework`: choose the command, run it, and turn whatever happens into an exit code."""

from __future__ import annotations

import os
import sys
from argparse import SUPPRESS, ArgumentParser
from typing import TYPE_CHECKING

from framework.cli import (
    dev,
    explain,
    export,
    fmt,
    generate,
    imports,
    schema,
    sync,
    validate,
    version,
)
from framework.cli.options import add_directory

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Sequence

    from framework.cli.command import Command

COMMANDS: tuple[Command, ...] = (
    validate,
    fmt,
    generate,
    sync,
    imports,
    export,
    explain,
    schema,
    dev,
    version,
)
INTERRUPTED = 130
PIPE_CLOSED = 141


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code.

    0 clean, 1 findings, 2 wrong usage, 70 a fault of the framework's own.
    """
    parser = _parser()
    options = parser.parse_args(arguments)
    if "run" not in options:
        parser.error("a COMMAND is required; `framework --help` lists them")
    try:
        code = _run(options)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # the reader has seen enough; the interpreter flushes once more
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PIPE_CLOSED
    except Exception as error:  # noqa: BLE001  # the last resort: people get a sentence
        from framework.cli.failure import explain_failure

        return explain_failure(error)
    return code


def _run(options: Namespace) -> int:
    run: Callable[[Namespace], int] = options.run
    return run(options)


def _parser() -> ArgumentParser:
    parser = ArgumentParser("framework", description="Compile specs into running services.")
    add_directory(parser)
    parser.add_argument(
        "--version",
        dest="run",
        action="store_const",
        const=version.run,
        default=SUPPRESS,
        help=version.SUMMARY,
    )
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    for command in COMMANDS:
        chosen = commands.add_parser(
            command.NAME, help=command.SUMMARY, description=f"{command.SUMMARY}."
        )
        add_directory(chosen)
        command.arguments(chosen)
        chosen.set_defaults(run=command.run)
    return parser
