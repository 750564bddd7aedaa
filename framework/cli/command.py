"""What a module of this package offers to be a command."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace


class Command(Protocol):
    """A module with a name, a line for `--help`, arguments, and what it does."""

    @property
    def NAME(self) -> str:  # noqa: N802  # a constant of the module
        """The word on the command line."""
        ...

    @property
    def SUMMARY(self) -> str:  # noqa: N802  # a constant of the module
        """What the command does, for `--help`."""
        ...

    def arguments(self, parser: ArgumentParser, /) -> None:
        """Declare the command's own arguments."""
        ...

    def run(self, options: Namespace, /) -> int:
        """Do it and return the exit code."""
        ...
