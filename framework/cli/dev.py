"""`framework dev`: run the project's services on this machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.cli.options import root_of

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

NAME = "dev"
SUMMARY = "run the services on this machine"


def arguments(_parser: ArgumentParser) -> None:
    """Declare nothing: the project says all."""


def run(options: Namespace) -> int:
    """Run until interrupted; return what the runner returns."""
    from framework import dev  # noqa: PLC0415  # heavy

    return dev.run(root_of(options))
