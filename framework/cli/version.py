"""`framework version`: which release this is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.cli.terminal import show

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

NAME = "version"
SUMMARY = "show the version"


def arguments(_parser: ArgumentParser) -> None:
    """Declare nothing."""


def run(_options: Namespace) -> int:
    """Print the version of the installed distribution."""
    from importlib.metadata import PackageNotFoundError, version  # heavy

    try:
        show(f"framework {version('specwright')}\n")
    except PackageNotFoundError:
        show("framework (not installed: run from its sources)\n")
    return 0
