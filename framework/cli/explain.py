"""`framework explain CODE`: why a rule exists, with an example and what to write instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.cli.terminal import say, show

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Sequence

    from framework.diagnostics.explain import Explained

NAME = "explain"
SUMMARY = "explain the code of a finding"


def arguments(parser: ArgumentParser) -> None:
    """Declare the code, which may be left out."""
    parser.add_argument(
        "code", nargs="?", metavar="CODE", help="as in SPEC201 or unknown-type (default: list all)"
    )


def run(options: Namespace) -> int:
    """Print the page of a rule, or a line for each rule; return 2 for a code that is none."""
    from framework.diagnostics.explain import explain, find_rule, nearest  # heavy

    rules = _rules()
    if options.code is None:
        show("".join(f"{rule.code}  {rule.id}\n" for rule in rules))
        return 0
    rule = find_rule(options.code, rules)
    if rule:
        show(explain(rule))
        return 0
    close = nearest(options.code, rules)
    advice = f": did you mean `{close}`?" if close else ": `framework explain` lists them all"
    say(f"error: unknown code `{options.code}`{advice}")
    return 2


def _rules() -> Sequence[Explained]:
    from framework import check, spec, syntax  # heavy
    from framework.write import drift  # heavy

    return (*syntax.RULES, *spec.RULES, *check.RULES, *drift.RULES)
