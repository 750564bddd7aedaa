"""Print diagnostics for programs: a JSON list whose keys are stable and always present."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from framework.diagnostics.diagnostic import Diagnostic, Fix
    from framework.diagnostics.span import Span

    Json = Mapping[str, "Json"] | list["Json"] | str | int | None


def render_json(diagnostics: Iterable[Diagnostic]) -> str:
    """Return a JSON list, one object for each diagnostic, in ASCII and ending with a line break.

    Keys: `code`, `severity` (`error` or `warning`), `id`, `path` (relative to the project root,
    or null), `range` (`start` and `end`, each with `line` and `column` from 1, end exclusive; or
    null), `message`, `notes`, `related` (objects of `path`, `range`, `message`), `help` (or
    null), `fix` (null, or an object of `title` and `edits`: objects of `path`, `range` and the
    `text` that is to stand there; applied together, they make the diagnostic go away).
    """
    return json.dumps([_object(diagnostic) for diagnostic in diagnostics], indent=2) + "\n"


def _object(diagnostic: Diagnostic) -> Json:
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity,
        "id": diagnostic.id,
        **_place(diagnostic.span),
        "message": diagnostic.message,
        "notes": list(diagnostic.notes),
        "related": [
            {**_place(other.span), "message": other.message} for other in diagnostic.related
        ],
        "help": diagnostic.help,
        "fix": _fix(diagnostic.fix) if diagnostic.fix else None,
    }


def _fix(fix: Fix) -> Json:
    edits: list[Json] = [{**_place(edit.span), "text": edit.text} for edit in fix.edits]
    return {"title": fix.title, "edits": edits}


def _place(span: Span | None) -> dict[str, Json]:
    if span is None:
        return {"path": None, "range": None}
    start = {"line": span.line, "column": span.column}
    end = {"line": span.end_line, "column": span.end_column}
    return {"path": span.path, "range": {"start": start, "end": end}}
