"""Read one YAML file into a Document: a single pass over libyaml's events.

No recursion and no node objects: 100,000 nested brackets stop at the depth limit within a
millisecond, where composing a node tree would exhaust the C stack.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, cast

from yaml import YAMLError
from yaml.cyaml import CParser  # type: ignore[attr-defined]  # used, though not exported
from yaml.error import MarkedYAMLError

from framework.diagnostics import Diagnostic, Edit, Fix, Severity, Span
from framework.syntax.builder import Builder
from framework.syntax.decode import decode
from framework.syntax.document import Document
from framework.syntax.rules import SYNTAX

if TYPE_CHECKING:
    from framework.syntax.builder import Event


class _Parser(Protocol):
    """libyaml's parser, which PyYAML does not describe."""

    def get_event(self) -> Event | None: ...
    def dispose(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of a file: its text, the document if it could be read, and what was found."""

    path: str
    text: str
    document: Document | None
    diagnostics: tuple[Diagnostic, ...]


def read(path: str, raw: bytes) -> Reading:
    """Read the bytes of the file at `path`; never raises for what they hold."""
    text = decode(raw, path)
    if isinstance(text, Diagnostic):
        return Reading(path, raw.decode("utf-8", "replace"), None, (text,))
    builder = Builder(path)
    try:
        feed(builder, text)
    except YAMLError as error:
        builder.diagnostics.append(syntax_fault(error, path, text))
    found = tuple(builder.diagnostics)
    if any(diagnostic.severity is Severity.ERROR for diagnostic in found):
        return Reading(path, text, None, found)
    return Reading(path, text, Document(path, text, builder.content, builder.positions), found)


def feed(builder: Builder, text: str) -> None:
    """Give the events of a text to a builder, until it has stopped."""
    parser = cast("_Parser", CParser(text))
    take, acts = parser.get_event, builder.acts
    try:
        while not builder.stopped and (event := take()) is not None:
            acts[type(event)](event)
    finally:
        parser.dispose()


def syntax_fault(error: YAMLError, path: str, text: str) -> Diagnostic:
    """Return what libyaml complains about."""
    mark = error.problem_mark if isinstance(error, MarkedYAMLError) else None
    line, column = (mark.line, mark.column) if mark else (0, 0)
    if mark and line >= text.count("\n") + 1:
        line, column = max(text.count("\n"), 0), 0
    problem = getattr(error, "problem", None) or "not valid YAML"
    context = getattr(error, "context", None)
    return Diagnostic(
        SYNTAX.code,
        SYNTAX.id,
        str(problem),
        Span(path, line + 1, column + 1, line + 1, column + 2),
        notes=(str(context),) if context else (),
        fix=_tabs(path, text, line, column),
        help="check quotes, brackets, colons and indentation around this place",
    )


def _tabs(path: str, text: str, line: int, column: int) -> Fix | None:
    """Return the fix that writes spaces instead of the tabs that indent a line."""
    written = text.split("\n")[line]
    margin = written[: len(written) - len(written.lstrip(" \t"))]
    if "\t" not in margin or column > len(margin):
        return None
    span = Span(path, line + 1, 1, line + 1, len(margin) + 1)
    return Fix("indent with spaces", (Edit(span, margin.replace("\t", "  ")),))
