"""Explain a rule to whoever met its code."""

from __future__ import annotations

from difflib import get_close_matches
from inspect import cleandoc
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from framework.diagnostics.diagnostic import Severity


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
    """Return the page of a rule: a line that names it, then its explanation."""
    return f"{rule.code} {rule.id} ({rule.severity})\n\n{cleandoc(rule.explanation)}\n"


def find_rule(name: str, rules: Sequence[Explained]) -> Explained | None:
    """Return the rule whose code or id is `name`, in upper or lower case, or None."""
    return next((r for r in rules if name.lower() in {r.code.lower(), r.id}), None)


def nearest(name: str, rules: Sequence[Explained]) -> str | None:
    """Return the code or id that comes closest to `name`, or None if none is close."""
    known = [word for rule in rules for word in (rule.code, rule.id)]
    matches = get_close_matches(name.upper(), known, n=1) or get_close_matches(name, known, n=1)
    return matches[0] if matches else None
