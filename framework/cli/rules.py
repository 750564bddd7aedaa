"""Every rule that a finding may name, from reading to writing."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from framework.diagnostics import Diagnostic
    from framework.diagnostics.explain import Explained


def all_rules() -> Sequence[Explained]:
    """Return all rules, in the order of the stages."""
    from framework import check, exchange, spec, syntax  # heavy
    from framework.write import drift  # heavy

    return (*syntax.RULES, *spec.RULES, *check.RULES, *drift.RULES, *exchange.RULES)


def described(diagnostics: Collection[Diagnostic]) -> Sequence[Explained]:
    """Return what there is to say about `diagnostics`; of none, nothing is imported."""
    return all_rules() if diagnostics else ()
