"""Build plain data and positions from YAML events, refusing what a spec may not use."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, cast

from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from framework.diagnostics import Diagnostic, Related, Rule, Span
from framework.syntax.document import Collection
from framework.syntax.limits import MAX_DEPTH, MAX_NAME, MAX_NODES
from framework.syntax.rules import AMBIGUOUS, DUPLICATE_KEY, KEY, TOO_LARGE, UNSUPPORTED
from framework.syntax.scalars import ambiguous, plain

if TYPE_CHECKING:
    from framework.syntax.document import Json, Mark, Position


class _Point(Protocol):
    """A position as libyaml gives it, from 0."""

    line: int
    column: int


class _Placed(Protocol):
    """An event; those of libyaml always have both marks."""

    start_mark: _Point
    end_mark: _Point


@dataclass(slots=True)
class _Frame:
    """A collection under construction; `key` is set between a key and its value."""

    data: dict[str, Json] | list[Json]
    positions: Collection
    key: str | None = None
    key_mark: Mark = (0, 0, 0, 1)


class Builder:
    """Takes the events of one file in order; `data` and `positions` are its root afterwards."""

    def __init__(self, path: str) -> None:
        """Start the file at `path`, which diagnostics name."""
        self.data: Json = None
        self.positions: Position = (0, 0, 0, 1)
        self.diagnostics: list[Diagnostic] = []
        self.stopped = False
        self._path = path
        self._stack: list[_Frame] = []
        self._nodes = 0
        self._documents = 0

    def feed(self, event: object) -> None:
        """Take the next event; sets `stopped` where going on makes no sense."""
        kind = type(event)
        if kind is ScalarEvent:
            self._scalar(cast("ScalarEvent", event))
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            self._open(cast("MappingStartEvent", event))
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            self._close(cast("_Placed", event))
        elif kind is AliasEvent:
            self._unsupported(event, "aliases (`*name`) are not supported")
            self._attach(None, _mark(event), text=True)
        elif kind is DocumentStartEvent:
            self._start(cast("DocumentStartEvent", event))

    def _scalar(self, event: ScalarEvent) -> None:
        self._count(event)
        mark = _mark(event)
        value: Json = event.value
        if event.tag or event.anchor:
            self._annotated(event)
        if event.implicit[0]:
            value = plain(event.value)
            if value.__class__ is str and ambiguous(event.value):
                help_ = f'quote it: "{event.value}"'
                self._say(AMBIGUOUS, f"`{event.value}` is a number in YAML 1.1", mark, help_)
        self._attach(value, mark, text=value.__class__ is str, written=event.value)

    def _open(self, event: MappingStartEvent | SequenceStartEvent) -> None:
        self._count(event)
        if event.tag or event.anchor:
            self._annotated(event)
        if len(self._stack) >= MAX_DEPTH:
            self._stop(event, f"nested deeper than {MAX_DEPTH} levels")
            return
        if self._stack and self._expects_key():
            self._say(KEY, "a key must be text, not a collection", _mark(event))
            self.stopped = True
        data: dict[str, Json] | list[Json] = {} if type(event) is MappingStartEvent else []
        line, column, *_ = _mark(event)
        self._stack.append(_Frame(data, Collection((line, column, line, column + 1))))

    def _close(self, event: _Placed) -> None:
        frame = self._stack.pop()
        line, column, *_ = frame.positions.mark
        frame.positions.mark = (line, column, event.end_mark.line, event.end_mark.column)
        self._attach(frame.data, frame.positions, text=False)

    def _start(self, event: DocumentStartEvent) -> None:
        self._documents += 1
        if event.version or event.tags:
            self._unsupported(event, "directives (`%YAML`, `%TAG`) are not supported")
        if self._documents > 1:
            self._unsupported(event, "a file holds one document, without a second `---`")
            self.stopped = True

    def _attach(self, value: Json, position: Position, *, text: bool, written: str = "") -> None:
        if not self._stack:
            self.data, self.positions = value, position
            return
        frame = self._stack[-1]
        if isinstance(frame.data, list):
            frame.positions.items[len(frame.data)] = position
            frame.data.append(value)
        elif frame.key is None:
            self._key(frame, value if text else written, cast("Mark", position), text=text)
        else:
            self._value(frame, frame.data, value, position)

    def _key(self, frame: _Frame, key: Json, mark: Mark, *, text: bool) -> None:
        name = str(key)
        if not text:
            self._say(KEY, f"key `{name}` is not text", mark, f'quote it: "{name}"')
        elif name == "<<":
            self._say(UNSUPPORTED, "merge keys (`<<`) are not supported", mark)
        elif len(name) > MAX_NAME:
            self._say(TOO_LARGE, f"key is longer than {MAX_NAME} characters", mark)
        frame.key, frame.key_mark = name, mark

    def _value(self, frame: _Frame, data: dict[str, Json], value: Json, position: Position) -> None:
        key = cast("str", frame.key)
        frame.key = None
        if key in data:
            first = Related(self._span(frame.positions.keys[key]), "first written here")
            self._say(DUPLICATE_KEY, f"duplicate key `{key}`", frame.key_mark, related=(first,))
            return
        data[key] = value
        frame.positions.keys[key] = frame.key_mark
        frame.positions.items[key] = position

    def _expects_key(self) -> bool:
        frame = self._stack[-1]
        return isinstance(frame.data, dict) and frame.key is None

    def _annotated(self, event: ScalarEvent | MappingStartEvent | SequenceStartEvent) -> None:
        if event.anchor:
            self._unsupported(event, f"anchors (`&{event.anchor}`) are not supported")
        if event.tag:
            self._unsupported(event, f"tags (`{event.tag}`) are not supported")

    def _count(self, event: object) -> None:
        self._nodes += 1
        if self._nodes > MAX_NODES:
            self._stop(event, f"more than {MAX_NODES:,} nodes in one file")

    def _stop(self, event: object, message: str) -> None:
        self._say(TOO_LARGE, message, _mark(event))
        self.stopped = True

    def _unsupported(self, event: object, message: str) -> None:
        self._say(UNSUPPORTED, message, _mark(event), "write the value out where it is used")

    def _say(
        self,
        rule: Rule,
        message: str,
        mark: Mark,
        help_: str | None = None,
        related: tuple[Related, ...] = (),
    ) -> None:
        self.diagnostics.append(
            Diagnostic(
                rule.code, rule.id, message, self._span(mark), rule.severity, (), help_, related
            )
        )

    def _span(self, mark: Mark) -> Span:
        line, column, end_line, end_column = mark
        return Span(self._path, line + 1, column + 1, end_line + 1, end_column + 1)


def _mark(event: object) -> Mark:
    start, end = cast("_Placed", event).start_mark, cast("_Placed", event).end_mark
    return start.line, start.column, end.line, end.column
