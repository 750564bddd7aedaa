"""The one canonical form of spec files, which docs/formatting.md describes."""

from framework.layout.project import Formatted, format_specs
from framework.layout.text import (
    LayoutFaultError,
    UnreadableError,
    format_document,
    format_text,
    print_spec,
)

__all__ = [
    "Formatted",
    "LayoutFaultError",
    "UnreadableError",
    "format_document",
    "format_specs",
    "format_text",
    "print_spec",
]
