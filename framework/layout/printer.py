"""Print a tree in the canonical form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.layout.flow import flow, inline
from framework.layout.nodes import Group, Scalar, is_apart
from framework.layout.texts import STEP, block_for
from framework.syntax import quote

if TYPE_CHECKING:
    from collections.abc import Sequence

    from framework.layout.nodes import Entry, File, Remark

WIDTH = 100
"""Columns that a value in brackets, or a line of a folded text, may reach."""


def print_file(file: File) -> str:
    """Return the text of a file; empty if it holds nothing, not even a comment."""
    printer = _Printer()
    printer.remarks(file.head, "", apart=True)
    root = file.root
    if isinstance(root, Group) and root.entries:
        if file.side:
            printer.lines.append(file.side)
        if file.head and file.apart:
            printer.lines.append("")
        printer.group(root, 0)
    elif root is not None:
        written = inline(root) if isinstance(root, Scalar) else "{}" if root.is_mapping else "[]"
        printer.lines.append(_beside(written, file.side))
    return "\n".join((*printer.lines, ""))


class _Printer:
    """Collects the lines."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._keeps = False

    def remarks(self, remarks: Sequence[Remark], margin: str, *, apart: bool) -> None:
        """Print comments, with the empty lines between them if `apart`."""
        for remark in remarks:
            if apart and remark.blank:
                self._blank()
            self.lines.append(margin + remark.text)
            self._keeps = False

    def group(self, group: Group, indent: int) -> None:
        """Print the entries of a mapping or list in block form, each from column `indent` on."""
        margin = " " * indent
        is_first, was_tall = True, False
        free = group.shape.apart or not (group.is_mapping and group.shape.closed)
        for entry in group.entries:
            at = len(self.lines)
            kept, self._keeps = self._keeps, False
            self._entry(entry, group, margin)
            is_tall = len(self.lines) - at > len(entry.before) + 1
            wants = group.shape.apart and (is_tall or was_tall)
            if (wants or (free and is_apart(entry))) and not (kept or is_first):
                self.lines.insert(at, "")
            is_first, was_tall = False, is_tall
        for index, remark in enumerate(group.closing):
            if free and remark.blank and (index or group.entries):
                self._blank()
            self.lines.append(margin + remark.text)
            self._keeps = False

    def _blank(self) -> None:
        if self.lines and not self._keeps:
            self.lines.append("")

    def _entry(self, entry: Entry, group: Group, margin: str) -> None:
        free = group.shape.apart or not (group.is_mapping and group.shape.closed)
        for index, remark in enumerate(entry.before):
            if index and free and remark.blank:
                self.lines.append("")
            self.lines.append(margin + remark.text)
        if entry.before and free and entry.blank:
            self.lines.append("")
        head = f"{margin}{quote(entry.key)}:" if group.is_mapping else f"{margin}-"
        self._value(entry, head, len(margin))
        self.remarks(entry.inside, margin + " " * STEP, apart=False)

    def _value(self, entry: Entry, head: str, indent: int) -> None:
        value = entry.value
        if isinstance(value, Scalar):
            self._scalar(value, entry.side, head, indent)
            return
        written = flow(value, WIDTH - len(head) - 1)
        if written is not None:
            self.lines.append(_beside(f"{head} {written}", entry.side))
        elif head.endswith("-"):
            self._nested(value, entry.side, head, indent)
        else:
            self.lines.append(_beside(head, entry.side))
            self.group(value, indent + STEP)

    def _nested(self, value: Group, side: str, head: str, indent: int) -> None:
        """Print the entries of a list's item, the first of them behind the dash."""
        if side:
            self.lines.append(" " * indent + side)
        at = len(self.lines)
        self.group(value, indent + STEP)
        self.lines[at] = f"{head} {self.lines[at].lstrip()}"

    def _scalar(self, scalar: Scalar, side: str, head: str, indent: int) -> None:
        written = "" if scalar.block else inline(scalar)
        block = scalar.block
        if scalar.long and isinstance(scalar.value, str):
            room = WIDTH - indent - STEP
            is_long = len(head) + 1 + len(written) > WIDTH or "\n" in scalar.value
            block = block_for(scalar.value, room) if is_long else ()
        if not block:
            null = written or (head.endswith("-") and "null") or ""
            self.lines.append(_beside(f"{head} {null}".rstrip(), side))
            return
        margin = " " * (indent + STEP)
        self.lines.append(_beside(f"{head} {block[0]}", side))
        self.lines += [margin + line if line else "" for line in block[1:]]
        self._keeps = block[0].endswith("+")


def _beside(line: str, side: str) -> str:
    return f"{line}  {side}" if side else line
