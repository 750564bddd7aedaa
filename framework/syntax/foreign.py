"""Read a document that others wrote, JSON or YAML: plain values, and where each of them stands.

It is more tolerant than the reader of specs: keys are what they spell, aliases and merge keys are
followed, tags are ignored. What it reads is bounded all the same, aliases written out.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from yaml import YAMLError

from framework.diagnostics import Diagnostic, Severity, Span
from framework.syntax.builder import Builder
from framework.syntax.document import Collection, Document
from framework.syntax.pointed import Pointed, read_json
from framework.syntax.problems import syntax_fault
from framework.syntax.reader import feed
from framework.syntax.rules import ENCODING, SYNTAX, TOO_LARGE

if TYPE_CHECKING:
    from framework.diagnostics import Rule
    from framework.syntax.builder import Event, Frame
    from framework.syntax.document import Json, Mark, Position

MAX_FOREIGN_BYTES = 32 * 1024 * 1024
MAX_FOREIGN_NODES = 4_000_000
MAX_FOREIGN_DEPTH = 256

_BOM = b"\xef\xbb\xbf"
Foreign = Document | Pointed


@dataclass(frozen=True, slots=True)
class ForeignReading:
    """What came of a foreign file; `document` is None if it could not be read."""

    text: str
    document: Foreign | None
    diagnostics: tuple[Diagnostic, ...]


def read_foreign(path: str, raw: bytes) -> ForeignReading:
    """Read the bytes of the file at `path`; never raises for what they hold."""
    if len(raw) > MAX_FOREIGN_BYTES:
        message = f"file is larger than {MAX_FOREIGN_BYTES // 1024 // 1024} MB"
        return _refused("", _start(path), TOO_LARGE, message)
    try:
        text = raw.removeprefix(_BOM).decode("utf-8")
    except UnicodeDecodeError as error:
        message = f"byte 0x{raw[error.start]:02x} is not UTF-8"
        return _refused("", _start(path), ENCODING, message)
    if text.lstrip()[:1] in {"{", "["}:
        pointed = read_json(path, text, MAX_FOREIGN_DEPTH)
        if isinstance(pointed, Pointed):
            return ForeignReading(text, pointed, ())
        if path.lower().endswith(".json"):
            return _refused(text, pointed[0], SYNTAX, pointed[1])
    return _read_yaml(path, text)


def _read_yaml(path: str, text: str) -> ForeignReading:
    builder = _ForeignBuilder(path)
    try:
        feed(builder, text)
    except YAMLError as error:
        builder.diagnostics.append(syntax_fault(error, path, text))
    found = tuple(d for d in builder.diagnostics if d.severity is Severity.ERROR)
    if found:
        return ForeignReading(text, None, found)
    return ForeignReading(text, Document(path, text, builder.content, builder.positions), ())


def _start(path: str) -> Span:
    return Span(path, 1, 1, 1, 2)


def _refused(text: str, span: Span, rule: Rule, message: str) -> ForeignReading:
    return ForeignReading(text, None, (Diagnostic(rule.code, rule.id, message, span),))


@dataclass(slots=True)
class _Anchored:
    content: Json
    position: Position
    size: int


@dataclass(slots=True)
class _Open:
    """An anchor whose collection is still read, and how many nodes there were before it."""

    name: str | None
    before: int


@dataclass(slots=True)
class _Anchors:
    known: dict[str, _Anchored] = field(default_factory=dict[str, _Anchored])
    open: list[_Open] = field(default_factory=list[_Open])


class _ForeignBuilder(Builder):
    """Builds what specs may not hold: aliases and merge keys, written out and counted."""

    most_nodes = MAX_FOREIGN_NODES
    most_depth = MAX_FOREIGN_DEPTH

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self._anchors = _Anchors()

    def _scalar(self, event: Event) -> None:
        super()._scalar(event)
        if event.anchor:
            self._anchors.known[event.anchor] = _Anchored(self.last, _at(event), 1)

    def _open(self, event: Event) -> None:
        self._anchors.open.append(_Open(event.anchor, self._nodes))
        super()._open(event)

    def _close(self, event: Event) -> None:
        frame = self._stack[-1]
        super()._close(event)
        opened = self._anchors.open.pop()
        if opened.name:
            size = self._nodes - opened.before
            anchored = _Anchored(frame.content, frame.positions, size)
            self._anchors.known[opened.name] = anchored

    def _alias(self, event: Event) -> None:
        found = self._anchors.known.get(event.anchor or "")
        mark = _at(event)
        if found is None:
            self._stop(mark, f"alias `*{event.anchor}` names nothing that was read before it")
            return
        self._nodes += found.size
        if self._nodes > self.most_nodes:
            self._stop(mark, f"more than {self.most_nodes:,} nodes, aliases written out")
            return
        frame = self._stack[-1] if self._stack else None
        if frame is None or frame.expects_key:
            self._stop(mark, "an alias cannot be a key")
            return
        self._attach(frame, found.content, found.position)

    def _attach(self, frame: Frame, value: Json, position: Position) -> None:
        if frame.key == "<<" and isinstance(frame.content, dict) and frame.expects_key is False:
            frame.expects_key = True
            self._merge(frame, value, position)
            return
        super()._attach(frame, value, position)

    def _merge(self, frame: Frame, value: Json, position: Position) -> None:
        content = cast("dict[str, Json]", frame.content)
        parts = value if isinstance(value, list) else [value]
        for part in parts:
            if isinstance(part, dict):
                for key, inner in part.items():
                    if key not in content:
                        content[key] = inner
                        frame.positions.keys[key] = _mark_of(position)
                        frame.positions.items[key] = position

    def _refuse_key(self, name: str, mark: Mark, *, is_text: bool) -> None:
        """Take any key: a status such as `200` is what it spells."""

    def _annotated(self, event: Event) -> None:
        """Take anchors and tags."""


def _at(event: Event) -> Mark:
    start, end = event.start_mark, event.end_mark
    return start.line, start.column, end.line, end.column


def _mark_of(position: Position) -> Mark:
    return position.mark if isinstance(position, Collection) else position
