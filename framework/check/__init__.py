"""Rules over specs: RULES is the table of contents; one rule is one file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check import events, fields, models, routers, services
from framework.check.view import View

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.diagnostics import Diagnostic
    from framework.spec import SpecSet

RULES = (*models.RULES, *fields.RULES, *routers.RULES, *events.RULES, *services.RULES)


def run(specs: SpecSet) -> Iterator[Diagnostic]:
    """Yield what each rule finds; never raises, whatever is wrong with the specs."""
    view = View(specs)
    for rule in RULES:
        yield from rule.run(view)
