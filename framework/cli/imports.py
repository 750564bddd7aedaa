"""`framework import`: make specs of an OpenAPI document, and report what they cannot say."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from framework.cli.options import add_style, root_of, style_of
from framework.cli.terminal import say
from framework.cli.uncollected import uncollected

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from framework.exchange import Imported

NAME = "import"
SUMMARY = "make specs of an OpenAPI document"


def arguments(parser: ArgumentParser) -> None:
    """Declare the document, where it goes, and how the report is shown."""
    parser.add_argument("document", type=Path, metavar="DOCUMENT", help="OpenAPI 3, YAML or JSON")
    parser.add_argument(
        "--service", metavar="NAME", help="the service that serves it (default: of the title)"
    )
    parser.add_argument("--force", action="store_true", help="replace spec files that exist")
    parser.add_argument(
        "--strict", action="store_true", help="write nothing if something would be lost"
    )
    add_style(parser)


def run(options: Namespace) -> int:
    """Write the specs and print what was lost; return 1, having written nothing, on a refusal."""
    with uncollected():
        from framework.cli.importing import bring, stands_in_the_way  # heavy
        from framework.cli.report import report, tally  # heavy

        root = root_of(options)
        imported = _imported(options, root)
        if isinstance(imported, str):
            say(f"error: {imported}")
            return 1
        report(imported.diagnostics, imported.sources, style_of(options))
        strict = options.strict and bool(imported.diagnostics)
        if imported.failed or strict:
            say(f"{tally(imported.diagnostics)}; nothing was written")
            return 1
        refusal = None if options.force else stands_in_the_way(imported, root)
        if refusal:
            say(f"error: {refusal}; nothing was written")
            return 1
        said = bring(imported, root)
        say(f"{said}; {tally(imported.diagnostics)}")
        return 0


def _imported(options: Namespace, root: Path) -> Imported | str:
    """Return what came of the document, or why it could not be looked at."""
    from framework.cli.importing import wanted  # heavy
    from framework.exchange import import_openapi  # heavy
    from framework.syntax import MAX_FOREIGN_BYTES  # heavy

    name: str | None = options.service
    try:
        with options.document.open("rb") as stream:
            raw = stream.read(MAX_FOREIGN_BYTES + 1)  # which is refused
    except OSError as error:
        return f"`{options.document}` cannot be read: {error.strerror}"
    goal = wanted(root, name)
    if isinstance(goal, str):
        return goal
    return import_openapi(options.document.as_posix(), raw, goal)
