"""`framework schema`: the JSON Schemas by which editors complete and check spec files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from framework.cli.options import root_of
from framework.cli.output import is_written
from framework.cli.terminal import say, show

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

NAME = "schema"
SUMMARY = "print the JSON Schema of a kind of spec file, for editors"


def arguments(parser: ArgumentParser) -> None:
    """Declare the kind, and where all of them go."""
    parser.add_argument(
        "kind",
        nargs="?",
        metavar="KIND",
        help="models, errors, events, router or services",
    )
    parser.add_argument(
        "--write", metavar="FOLDER", type=Path, help="write all of them into FOLDER"
    )


def run(options: Namespace) -> int:
    """Print one schema or write all, with the names of the project, whatever is wrong with it.

    Return 1 if one cannot be written, 2 for an unknown kind.
    """
    from framework import pipeline, schemas  # heavy

    kind: str | None = options.kind
    if kind not in schemas.KINDS and not (kind is None and options.write):
        asked = f"unknown kind `{kind}`" if kind else "a KIND or `--write FOLDER` is required"
        say(f"error: {asked}; the kinds are {', '.join(schemas.KINDS)}")
        return 2
    specs = pipeline.specs_of(root_of(options))
    if options.write:
        for each in (kind,) if kind else schemas.KINDS:
            if not is_written(schemas.schema_text(each, specs), options.write / f"{each}.json"):
                return 1
    elif kind:
        show(schemas.schema_text(kind, specs).rstrip("\n"))
    return 0
