"""`framework fmt`: bring spec files into their one canonical form, or tell which are not in it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from framework.cli.options import MOST, Style, root_of
from framework.cli.terminal import say, show
from framework.cli.uncollected import uncollected
from framework.project import SPECS, kind_of

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Sequence

    from framework.layout import Formatted

NAME = "fmt"
SUMMARY = "bring the specs into their canonical form"


def arguments(parser: ArgumentParser) -> None:
    """Declare the paths, `--check` and `--diff`."""
    parser.add_argument(
        "paths",
        nargs="*",
        metavar="PATH",
        type=Path,
        help="spec files and folders of them (default: all of the project)",
    )
    parser.add_argument(
        "--check", action="store_true", help="write nothing; list each file in another form"
    )
    parser.add_argument("--diff", action="store_true", help="write nothing; show what would change")


def run(options: Namespace) -> int:
    """Rewrite what is not canonical; return 1 if a file cannot be read, or may not be written."""
    with uncollected():
        from framework.layout import format_specs  # heavy

        root = root_of(options)
        paths = _chosen(root, options.paths)
        if paths is None:
            return 2
        files = tuple(format_specs(root, paths))
        return _finish(root, files, diff=options.diff, only_tell=options.check or options.diff)


def _chosen(root: Path, wanted: Sequence[Path]) -> list[str] | None:
    """Return the spec files that are meant; None after saying which path is none."""
    from framework.syntax import spec_paths  # heavy

    known = [path for path in spec_paths(root) if kind_of(path)]
    if not wanted:
        return known
    chosen: set[str] = set()
    for path in wanted:
        named = _below(root, path)
        found = {p for p in known if named in {".", p} or p.startswith(f"{named}/")}
        if not found and (named is None or not (root / named).is_dir()):
            say(f"error: `{path}` is no spec file: those are services.yml and {SPECS}/**")
            return None
        chosen |= found
    return sorted(chosen)


def _below(root: Path, path: Path) -> str | None:
    absolute = Path.cwd() / path
    for base, target in ((root, absolute), (root.resolve(), absolute.resolve())):
        if target.is_relative_to(base):
            return target.relative_to(base).as_posix()
    return None


def _finish(root: Path, files: Sequence[Formatted], *, diff: bool, only_tell: bool) -> int:
    from framework.cli.difference import difference  # heavy
    from framework.cli.report import counted, report, tally  # heavy
    from framework.diagnostics import sort_unique  # heavy
    from framework.write.rewrite import Rewriting, rewrite  # heavy

    found = sort_unique(finding for file in files for finding in file.diagnostics)
    report(found, {file.path: file.text for file in files}, Style("text", "auto", MOST))
    changed = [file for file in files if not file.is_canonical]
    if not only_tell:
        rewrite([Rewriting(file.path, file.before, file.after) for file in changed], root)
    for file in changed:
        show(difference(file.path, file.before, file.after) if diff else f"{file.path}\n")
    verb = "would be formatted" if only_tell else "formatted"
    rest = sum(file.is_canonical and not file.diagnostics for file in files)
    parts = [f"{counted(len(changed), 'file')} {verb}"] if changed else []
    say(", ".join([*parts, f"{rest} unchanged", *([tally(found)] if found else [])]))
    return int(bool(found) or (only_tell and bool(changed)))
