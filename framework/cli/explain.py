"""`framework explain CODE`: why a rule exists, with an example and what to write instead."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from framework.cli.terminal import say, show

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Sequence

    from framework.diagnostics.explain import Explained

NAME = "explain"
SUMMARY = "explain the code of a finding"
_PAGE = re.compile(r"[A-Z]+[0-9]+\.md")


def arguments(parser: ArgumentParser) -> None:
    """Declare the code, which may be left out, and where the pages go."""
    parser.add_argument(
        "code", nargs="?", metavar="CODE", help="as in SPEC201 or unknown-type (default: list all)"
    )
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", help="how to show the rules"
    )
    parser.add_argument(
        "--write",
        metavar="FOLDER",
        type=Path,
        help="write a page for each rule and an index into FOLDER, and print nothing",
    )


def run(options: Namespace) -> int:
    """Print the page of a rule, or a line for each rule; return 2 for a code that is none."""
    from framework.cli.rules import all_rules  # heavy

    rules = all_rules()
    if options.write:
        _write(options.write, rules)
        return 0
    return _show(options.code, rules, as_json=options.format == "json")


def _show(code: str | None, rules: Sequence[Explained], *, as_json: bool) -> int:
    from framework.diagnostics import explain  # not needed for --help

    if code is None:
        show(explain.described_all(rules) if as_json else explain.explain_all(rules))
        return 0
    rule = explain.find_rule(code, rules)
    if rule:
        show(explain.described_all([rule]) if as_json else explain.explain(rule))
        return 0
    close = explain.nearest(code, rules)
    advice = f": did you mean `{close}`?" if close else ": `framework explain` lists them all"
    say(f"error: unknown code `{code}`{advice}")
    return 2


def _write(folder: Path, rules: Sequence[Explained]) -> None:
    """Write the pages, and remove those of rules that are gone."""
    from framework.diagnostics.explain import pages  # not needed for --help

    folder.mkdir(parents=True, exist_ok=True)
    wanted = pages(rules)
    for path in folder.iterdir():
        if _PAGE.fullmatch(path.name) and path.name not in wanted:
            path.unlink()
    for name, text in wanted.items():
        (folder / name).write_text(text, "utf-8", newline="\n")
