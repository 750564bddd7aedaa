"""Options that several commands share."""

from __future__ import annotations

from argparse import SUPPRESS, ArgumentTypeError
from pathlib import Path
from typing import TYPE_CHECKING

from framework.project import find_root

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

FORMATS = ("text", "json", "github")


def add_directory(parser: ArgumentParser) -> None:
    """Add `-C`, which may stand before and after the command."""
    parser.add_argument(
        "-C",
        "--directory",
        metavar="ROOT",
        type=_folder,
        default=SUPPRESS,
        help="the project's root (default: the nearest folder upwards with a services.yml)",
    )


def add_format(parser: ArgumentParser) -> None:
    """Add `--format`, which chooses the printer of findings."""
    parser.add_argument(
        "--format", choices=FORMATS, default=FORMATS[0], help="how to show findings"
    )


def root_of(options: Namespace) -> Path:
    """Return the project root that was asked for; without one around, the current folder."""
    chosen: Path | None = getattr(options, "directory", None)
    here = Path.cwd()
    return chosen.resolve() if chosen else find_root(here) or here


def _folder(text: str) -> Path:
    folder = Path(text)
    if not folder.is_dir():
        message = f"`{text}` is not a folder"
        raise ArgumentTypeError(message)
    return folder
