"""Format a text, or print plain values, and make sure that the outcome means the same."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from framework.layout.arrange import arrange
from framework.layout.grow import grow
from framework.layout.meaning import comments_of, means_same
from framework.layout.nodes import Entry, File, Group, Scalar
from framework.layout.printer import print_file
from framework.layout.shapes import FILES, within
from framework.syntax import Document, read

if TYPE_CHECKING:
    from framework.diagnostics import Diagnostic
    from framework.layout.nodes import Node
    from framework.layout.shapes import Shape
    from framework.syntax import Json

_NAME = "text"


class UnreadableError(ValueError):
    """The text is no spec file; `diagnostics` say why."""

    def __init__(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        """Keep what the reader found."""
        super().__init__(diagnostics[0].message)
        self.diagnostics = diagnostics


class LayoutFaultError(Exception):
    """The form that was found would mean something else: a fault of ours, and nothing is lost."""


def format_text(text: str, kind: str) -> str:
    """Return the canonical form of a spec file; `kind` is what `framework.project.kind_of` says.

    It means the same and has the same comments. Raises `UnreadableError` for a text that does not
    parse.
    """
    reading = read(_NAME, text.replace("\r\n", "\n").replace("\r", "\n").encode("utf-8", "replace"))
    if reading.document is None:
        raise UnreadableError(reading.diagnostics)
    return format_document(reading.document, kind)


def format_document(document: Document, kind: str) -> str:
    """Return the canonical form of a document whose lines end as they do on Unix."""
    shape = FILES[kind]
    file = grow(document, shape)
    if file.root is not None:
        file.root = arrange(file.root)
    text = print_file(file)
    if text != document.text:
        _compare(document, file, text, shape)
    return text


def print_spec(value: Json, kind: str) -> str:
    """Return the canonical text of plain values, as a spec file of `kind`."""
    shape = FILES[kind]
    text = print_file(File([], arrange(_planted(value, shape))))
    reading = read(_NAME, text.encode())
    if reading.document is None or not means_same(value, reading.document.content, shape):
        raise LayoutFaultError("the printed values mean something else")
    return text


def _compare(before: Document, file: File, text: str, shape: Shape) -> None:
    after = read(before.path, text.encode("utf-8", "surrogatepass")).document
    if after is None or not means_same(before.content, after.content, shape):
        raise LayoutFaultError("the canonical form means something else")
    if sorted(comments_of(file)) != sorted(comments_of(grow(after, shape))):
        raise LayoutFaultError("the canonical form loses a comment")


def _planted(value: Json, shape: Shape) -> Node:
    """Return the tree of plain values."""
    if isinstance(value, dict):
        entries = [Entry(key, _planted(v, within(shape, key))) for key, v in value.items()]
        return Group(shape, is_mapping=True, entries=entries)
    if isinstance(value, list):
        item = shape.item or within(shape, "")
        return Group(shape, is_mapping=False, entries=[Entry("", _planted(v, item)) for v in value])
    return Scalar(value, _written(value), long=True)


def _written(value: Json) -> str:
    if isinstance(value, float) and not math.isfinite(value):
        return ".nan" if math.isnan(value) else ".inf" if value > 0 else "-.inf"
    return "null" if value is None else repr(value)
