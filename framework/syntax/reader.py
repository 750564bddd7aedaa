"""Read one YAML file into a Document: a single pass over libyaml's events.

No recursion and no node objects: 100,000 nested brackets stop at the depth limit within a
millisecond, where composing a node tree would exhaust the C stack.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, cast

from yaml import YAMLError
from yaml.cyaml import CParser  # type: ignore[attr-defined]  # used, though not exported

from framework.diagnostics import Diagnostic, Severity
from framework.syntax.builder import Builder
from framework.syntax.decode import decode
from framework.syntax.document import Document
from framework.syntax.problems import syntax_fault

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
