"""`framework dev`: run the project's services on this machine."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from framework.cli.options import root_of
from framework.cli.terminal import say, show

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from framework.dev import System

NAME = "dev"
SUMMARY = "run the services on loopback until Ctrl-C"


def arguments(_parser: ArgumentParser) -> None:
    """Declare nothing: the project says all."""


def run(options: Namespace) -> int:
    """Run the services until Ctrl-C; return 1 if they cannot start, or if one of them ends."""
    from framework.dev import DevError, running  # heavy

    try:
        with running(root_of(options)) as system:
            _introduce(system)
            system.wait()
    except DevError as error:
        say(f"error: {error}")
        return 1
    return 0


def _introduce(system: System) -> None:
    for service in system.services:
        with suppress(KeyError):  # a service that serves nothing has no address
            show(f"{service}: {system.url(service)}\n")
    for service, reason in system.skipped.items():
        show(f"{service}: not started, {reason}\n")
    say("running on loopback; Ctrl-C stops all")
