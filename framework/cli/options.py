"""Options that several commands share."""

from __future__ import annotations

from argparse import SUPPRESS, ArgumentTypeError
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from framework.project import find_root

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

FORMATS = ("text", "json", "github", "sarif", "junit")
SILENT = ("text", "github")  # those that print nothing where nothing was found
COLORS = ("auto", "always", "never")
MOST = 100  # findings that people are shown at once


class Style(NamedTuple):
    """How findings are shown: the printer, when in colour, and how many at most (0: all)."""

    format: str
    color: str
    most: int


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


def add_style(parser: ArgumentParser) -> None:
    """Add `--format`, `--color` and `--max`, which say how findings are shown."""
    parser.add_argument(
        "--format", choices=FORMATS, default=FORMATS[0], help="how to show findings"
    )
    parser.add_argument(
        "--color",
        choices=COLORS,
        default=COLORS[0],
        help="whether text is coloured (default: on a terminal; see NO_COLOR, FORCE_COLOR)",
    )
    parser.add_argument(
        "--max",
        metavar="N",
        type=_count,
        help=f"how many findings to show, 0 for all (default: {MOST} of text, else all)",
    )


def style_of(options: Namespace) -> Style:
    """Return how findings were asked to be shown."""
    most: int | None = options.max
    if most is None:
        most = MOST if options.format == FORMATS[0] else 0
    return Style(options.format, options.color, most)


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


def _count(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 10):  # noqa: PLR2004  # nobody reads a thousand million
        message = f"`{text}` is no count"
        raise ArgumentTypeError(message)
    return int(text)
