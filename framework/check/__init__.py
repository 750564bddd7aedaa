"""Rules over specs: RULES is the table of contents; one rule is one file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check import unknown_type, unknown_variant

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.diagnostics import Diagnostic
    from framework.spec import SpecSet

RULES = (
    unknown_type.RULE,
    unknown_variant.RULE,
)


def run(specs: SpecSet) -> Iterator[Diagnostic]:
    """Yield what each rule finds."""
    for rule in RULES:
        yield from rule.run(specs)
