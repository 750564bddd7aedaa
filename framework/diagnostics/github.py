"""Print diagnostics as GitHub workflow commands, which become annotations of a change."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from framework.diagnostics.diagnostic import Diagnostic
    from framework.diagnostics.span import Span

_MESSAGE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def render_github(diagnostics: Iterable[Diagnostic]) -> str:
    """Return one `::error` or `::warning` command a line; notes and help follow the message."""
    return "".join(_command(diagnostic) + "\n" for diagnostic in diagnostics)


def _command(diagnostic: Diagnostic) -> str:
    properties = {"title": f"{diagnostic.code} {diagnostic.id}", **_place(diagnostic.span)}
    shown = ",".join(f"{key}={value.translate(_PROPERTY)}" for key, value in properties.items())
    return f"::{diagnostic.severity} {shown}::{_message(diagnostic).translate(_MESSAGE)}"


def _message(diagnostic: Diagnostic) -> str:
    related = (f"{other.message} ({other.span})" for other in diagnostic.related)
    remarks = [f"note: {note}" for note in (*diagnostic.notes, *related)]
    advice = [f"help: {diagnostic.help}"] if diagnostic.help else []
    return "\n".join([diagnostic.message, *remarks, *advice])


def _place(span: Span | None) -> dict[str, str]:
    if span is None:
        return {}
    lines = {"file": span.path, "line": str(span.line), "endLine": str(span.end_line)}
    if span.line != span.end_line:
        return lines  # GitHub takes columns within one line only
    return {**lines, "col": str(span.column), "endColumn": str(span.end_column)}
