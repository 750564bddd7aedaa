"""What the compiler and the linter say, and the printers that show it."""

from framework.diagnostics.diagnostic import (
    Diagnostic,
    Edit,
    Fix,
    Related,
    Severity,
    has_errors,
    sort_unique,
)
from framework.diagnostics.github import render_github
from framework.diagnostics.json import render_json
from framework.diagnostics.rule import Rule
from framework.diagnostics.span import Span
from framework.diagnostics.text import render_text

__all__ = [
    "Diagnostic",
    "Edit",
    "Fix",
    "Related",
    "Rule",
    "Severity",
    "Span",
    "has_errors",
    "render_github",
    "render_json",
    "render_text",
    "sort_unique",
]
