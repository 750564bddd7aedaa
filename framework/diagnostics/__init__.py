"""What the compiler and the linter say, and the printers that show it."""

from framework.diagnostics.diagnostic import (
    Diagnostic,
    Related,
    Severity,
    has_errors,
    sort_unique,
)
from framework.diagnostics.rule import Rule
from framework.diagnostics.span import Span

__all__ = ["Diagnostic", "Related", "Rule", "Severity", "Span", "has_errors", "sort_unique"]
