"""Build plain values and positions from YAML events, refusing what a spec may not use."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    StreamStartEvent,
)

from framework.diagnostics import Diagnostic, Edit, Fix, Related, Rule, Span
from framework.syntax.document import Collection
from framework.syntax.limits import MAX_DEPTH, MAX_NAME, MAX_NODES
from framework.syntax.rules import AMBIGUOUS, DUPLICATE_KEY, KEY, TOO_LARGE, UNSUPPORTED
from framework.syntax.scalars import MAY_BE_NUMBER, ambiguous, plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from framework.syntax.document import Json, Mark, Position


_WRITE_OUT = "write the value out where it is used"
_TEXT_KEY = "write text before the `:`"
_SPLIT = "move the second document to a file of its own"
_SMALLER = "write several files, with less in each"


class Point(Protocol):
    """A position as libyaml gives it, from 0."""

    line: int
    column: int


class Event(Protocol):
    """An event of libyaml, with the members that some of them have."""

    start_mark: Point
    end_mark: Point
    value: str
    tag: str | None
    anchor: str | None
    implicit: tuple[bool, bool]
    version: object
    tags: object


@dataclass(slots=True)
class Frame:
    """A collection under construction; `key` is the last one that was read."""

    content: dict[str, Json] | list[Json]
    positions: Collection
    expects_key: bool
    key: str = ""
    key_mark: Mark = (0, 0, 0, 1)


class Builder:
    """Takes the events of one file in order; `content` and `positions` are its root afterwards.

    `acts` says by the type of an event what to call with it: the caller looks it up, since there
    are hundreds of thousands of them. `stopped` is set where going on makes no sense, `last` is
    the last scalar.
    """

    most_nodes = MAX_NODES
    most_depth = MAX_DEPTH

    def __init__(self, path: str) -> None:
        """Start the file at `path`, which diagnostics name."""
        self.content: Json = None
        self.last: Json = None
        self.positions: Position = (0, 0, 0, 1)
        self.diagnostics: list[Diagnostic] = []
        self.stopped = False
        self._path = path
        self._stack: list[Frame] = []
        self._nodes: int = 0
        self._documents = 0
        self.acts: dict[type, Callable[[Event], None]] = {
            StreamStartEvent: self._ignore,
            StreamEndEvent: self._ignore,
            DocumentEndEvent: self._ignore,
            ScalarEvent: self._scalar,
            MappingStartEvent: self._open,
            SequenceStartEvent: self._open,
            MappingEndEvent: self._close,
            SequenceEndEvent: self._close,
            AliasEvent: self._alias,
            DocumentStartEvent: self._start,
        }

    def _ignore(self, _event: Event) -> None:
        pass

    def _scalar(self, event: Event) -> None:
        self._nodes += 1
        start, end, text = event.start_mark, event.end_mark, event.value
        mark = (start.line, start.column, end.line, end.column)
        value: Json = text
        if event.tag or event.anchor:
            self._annotated(event)
        if event.implicit[0]:
            value = plain(text)
            if value.__class__ is str and text[0] in MAY_BE_NUMBER and ambiguous(text):
                message = f"`{text}` is a number in YAML 1.1"
                self._unquoted(AMBIGUOUS, message, mark, text)
        self.last = value
        frame = self._stack[-1] if self._stack else None
        if frame is None:
            self.content, self.positions = value, mark
        elif frame.expects_key:
            if value.__class__ is not str or text == "<<" or len(text) > MAX_NAME:
                self._refuse_key(text, mark, is_text=value.__class__ is str)
            frame.key, frame.key_mark, frame.expects_key = text, mark, False
        else:
            self._attach(frame, value, mark)

    def _open(self, event: Event) -> None:
        self._nodes += 1
        mark = _mark(event)
        if event.tag or event.anchor:
            self._annotated(event)
        if len(self._stack) >= self.most_depth:
            self._stop(mark, f"nested deeper than {self.most_depth} levels", "nest less")
            return
        if self._stack and self._stack[-1].expects_key:
            self._say(KEY, "a key must be text, not a collection", mark, _TEXT_KEY)
            self.stopped = True
        mapping = isinstance(event, MappingStartEvent)
        content: dict[str, Json] | list[Json] = {} if mapping else []
        self._stack.append(Frame(content, Collection(mark, {}, {}), expects_key=mapping))

    def _close(self, event: Event) -> None:
        frame = self._stack.pop()
        if self._nodes > self.most_nodes:  # asked here, not for each of the scalars that it counts
            self._stop(_mark(event), f"more than {self.most_nodes:,} nodes in one file", _SMALLER)
        line, column, *_ = frame.positions.mark
        frame.positions.mark = (line, column, event.end_mark.line, event.end_mark.column)
        if self._stack:
            self._attach(self._stack[-1], frame.content, frame.positions)
        else:
            self.content, self.positions = frame.content, frame.positions

    def _alias(self, event: Event) -> None:
        self._unsupported(event, "aliases (`*name`) are not supported")
        self.stopped = True

    def _start(self, event: Event) -> None:
        self._documents += 1
        if event.version or event.tags:
            self._unsupported(event, "directives (`%YAML`, `%TAG`) are not supported", "remove it")
        if self._documents > 1:
            self._unsupported(event, "a file holds one document, without a second `---`", _SPLIT)
            self.stopped = True

    def _attach(self, frame: Frame, value: Json, position: Position) -> None:
        content = frame.content
        if isinstance(content, list):
            frame.positions.items[len(content)] = position
            content.append(value)
            return
        frame.expects_key = True
        key = frame.key
        if key in content:
            first = Related(self._span(frame.positions.keys[key]), "first written here")
            help_ = "keep one of the two, or rename it"
            said = f"duplicate key `{key}`"
            self._say(DUPLICATE_KEY, said, frame.key_mark, help_, (first,))
            return
        content[key] = value
        frame.positions.keys[key] = frame.key_mark
        frame.positions.items[key] = position

    def _refuse_key(self, name: str, mark: Mark, *, is_text: bool) -> None:
        if not is_text:
            self._unquoted(KEY, f"key `{name}` is not text", mark, name)
        elif name == "<<":
            self._say(UNSUPPORTED, "merge keys (`<<`) are not supported", mark, _WRITE_OUT)
        else:
            self._say(TOO_LARGE, f"key is longer than {MAX_NAME} characters", mark, "shorten it")

    def _annotated(self, event: Event) -> None:
        if event.anchor:
            self._unsupported(event, f"anchors (`&{event.anchor}`) are not supported")
        if event.tag:
            self._unsupported(event, f"tags (`{event.tag}`) are not supported", "remove it")

    def _stop(self, mark: Mark, message: str, help_: str | None = None) -> None:
        self._say(TOO_LARGE, message, mark, help_)
        self.stopped = True

    def _unsupported(self, event: Event, message: str, help_: str = _WRITE_OUT) -> None:
        self._say(UNSUPPORTED, message, _mark(event), help_)

    def _unquoted(self, rule: Rule, message: str, mark: Mark, text: str) -> None:
        quoted = f'"{text}"'
        self._say(rule, message, mark, f"quote it: {quoted}")
        span = self._span(mark)
        if span.line == span.end_line:
            fix = Fix(f"write `{quoted}`", (Edit(span, quoted),))
            self.diagnostics[-1] = replace(self.diagnostics[-1], fix=fix)

    def _say(
        self,
        rule: Rule,
        message: str,
        mark: Mark,
        help_: str | None = None,
        related: tuple[Related, ...] = (),
    ) -> None:
        span = self._span(mark)
        self.diagnostics.append(
            Diagnostic(rule.code, rule.id, message, span, rule.severity, (), help_, related)
        )

    def _span(self, mark: Mark) -> Span:
        line, column, end_line, end_column = mark
        return Span(self._path, line + 1, column + 1, end_line + 1, end_column + 1)


def _mark(event: Event) -> Mark:
    start, end = event.start_mark, event.end_mark
    return start.line, start.column, end.line, end.column
