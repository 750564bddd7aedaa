"""Explain a rule to whoever met its code: in a terminal, to a program, as pages."""

from __future__ import annotations

import json
from difflib import get_close_matches
from inspect import cleandoc
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from framework.diagnostics.diagnostic import Severity

INDEX = "README.md"


class Explained(Protocol):
    """What every kind of rule has, whatever it looks at."""

    @property
    def code(self) -> str:
        """The code, as in `SPEC201`."""
        ...

    @property
    def id(self) -> str:
        """The readable name, as in `unknown-type`."""
        ...

    @property
    def severity(self) -> Severity:
        """Whether it stops the compiler."""
        ...

    @property
    def explanation(self) -> str:
        """Why the rule exists, with an example and what to write instead."""
        ...


def explain(rule: Explained) -> str:
    """Return the page of a rule in Markdown: a line that names it, then its explanation."""
    return f"# {rule.code} {rule.id} ({rule.severity})\n\n{cleandoc(rule.explanation)}\n"


def explain_all(rules: Sequence[Explained]) -> str:
    """Return a line for each rule: code, id and what it is about."""
    wide, long = (max(map(len, column), default=0) for column in _columns(rules))
    return "".join(f"{r.code:<{wide}}  {r.id:<{long}}  {summary(r)}\n" for r in rules)


def summary(rule: Explained) -> str:
    """Return the first sentence of an explanation, without its full stop."""
    return cleandoc(rule.explanation).partition("\n")[0].removesuffix(".")


def described(rule: Explained) -> Mapping[str, str]:
    """Return a rule for programs: `code`, `id`, `severity`, `summary` and its `page`."""
    return {
        "code": rule.code,
        "id": rule.id,
        "severity": str(rule.severity),
        "summary": summary(rule),
        "page": explain(rule),
    }


def described_all(rules: Sequence[Explained]) -> str:
    """Return a JSON list of rules."""
    return json.dumps([described(rule) for rule in rules], indent=2) + "\n"


def pages(rules: Sequence[Explained]) -> dict[str, str]:
    """Return the text of each page by its file name, and an index of them."""
    rows = "".join(
        f"| [{rule.code}]({rule.code}.md) | `{rule.id}` | {rule.severity} | {summary(rule)} |\n"
        for rule in rules
    )
    index = (
        "# Rules\n\n"
        "What `framework explain CODE` prints, one page for each code. "
        "Written by `framework explain --write docs/rules`.\n\n"
        f"| code | id | severity | about |\n|---|---|---|---|\n{rows}"
    )
    return {INDEX: index, **{f"{rule.code}.md": explain(rule) for rule in rules}}


def _columns(rules: Sequence[Explained]) -> tuple[list[str], list[str]]:
    return [rule.code for rule in rules], [rule.id for rule in rules]


def find_rule(name: str, rules: Sequence[Explained]) -> Explained | None:
    """Return the rule whose code or id is `name`, in upper or lower case, or None."""
    wanted = name.lower().replace("_", "-")
    return next((r for r in rules if wanted in {r.code.lower(), r.id}), None)


def nearest(name: str, rules: Sequence[Explained]) -> str | None:
    """Return the code or id that comes closest to `name`, or None if none is close."""
    known = [word for rule in rules for word in (rule.code, rule.id)]
    matches = get_close_matches(name.upper(), known, n=1) or get_close_matches(name, known, n=1)
    return matches[0] if matches else None
