"""Make the tree of a document: its values, how they were written, and the comments of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from framework.layout.nodes import Entry, File, Group, Remark, Scalar, is_apart
from framework.layout.remarks import lines_apart, remarks_of
from framework.layout.shapes import within
from framework.layout.texts import block_of
from framework.syntax.document import Collection

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.layout.shapes import Shape
    from framework.syntax import Document, Json
    from framework.syntax.document import Mark, Position

    Point = tuple[int, int]

_END = (1 << 30, 0)
_ROOT = -1
_NOTHING = Scalar(None)


def grow(document: Document, shape: Shape) -> File:
    """Return the tree of a document of the given shape."""
    return _Grower(document).file(document, shape)


class _Grower:
    """Walks the positions in the order of the text and gives each comment to what it is about.

    A comment at the end of a line belongs to the entry of that line, one on a line of its own to
    the entry below it, unless it is indented like the entries that end above it.

    `outer` is the column of the block around a value, or None within brackets.
    """

    def __init__(self, document: Document) -> None:
        self._lines = document.text.split("\n")
        self._apart = lines_apart(self._lines)
        self._remarks = remarks_of(document, self._lines, self._apart)
        self._at = 0
        self._line = self._remarks[0].line if self._remarks else _END[0]

    def file(self, document: Document, shape: Shape) -> File:
        if document.content is None:
            return File([*self._take(_END)], None)
        first = _first(document.positions)
        head = self._head([*self._take(first)], first[0])
        owner = Entry("", _NOTHING)
        self._fill(owner, document.content, document.positions, shape, _ROOT)
        rest = [*self._take(_END)]
        if isinstance(owner.value, Group) and owner.value.entries:
            leading = owner.value.entries[0]
            leading.before[:0] = owner.before
            owner.value.closing += rest
            return File(head, owner.value, owner.side, apart=is_apart(leading))
        return File([*head, *owner.before, *rest], owner.value, owner.side)

    def _head(self, above: list[Remark], line: int) -> list[Remark]:
        """Return those of the comments at the top that stay there, whatever comes first."""
        count = len(above)
        if line not in self._apart:
            while count and not above[count - 1].blank:
                count -= 1
            count = count - 1 if count > 1 else len(above)
        self._step(count - len(above))
        return above[:count]

    def _step(self, by: int = 1) -> None:
        """Go on to the next comment; its line is at hand, since most values are nowhere near."""
        self._at += by
        left = self._at < len(self._remarks)
        self._line = self._remarks[self._at].line if left else _END[0]

    def _next(self, end: Point) -> Remark | None:
        """Return the next comment that was given to nobody, if it begins before `end`."""
        if self._line > end[0] or self._at == len(self._remarks):
            return None
        found = self._remarks[self._at]
        return found if (found.line, found.column) < end else None

    def _take(self, end: Point, indent: int = 0) -> Iterator[Remark]:
        """Yield the next comments before `end`, up to the first that is indented less."""
        while (found := self._next(end)) and found.column >= indent:
            self._step()
            yield found

    def _beside(self, entry: Entry, end: Point) -> None:
        """Give `entry` the comment between its key and `end`, if it stands in that line."""
        found = self._next(end)
        if found and not found.own and not entry.side:
            entry.side = found.text
            self._step()

    def _behind(self, entry: Entry, mark: Mark) -> None:
        """Give `entry` the comment right behind its value."""
        found = self._next(_END)
        if not found or found.line != mark[2]:
            return
        if self._lines[found.line][mark[3] : found.column].strip(" ,\t"):
            return
        self._step()
        if not entry.side:
            entry.side = found.text
        elif isinstance(entry.value, Group) and entry.value.entries:
            entry.value.closing.append(found)
        else:
            entry.before.append(found)

    def _fill(
        self, entry: Entry, content: Json, at: Position, shape: Shape, outer: int | None
    ) -> None:
        if not isinstance(at, Collection):
            self._scalar(entry, content, at, outer)
            return
        end = at.mark[2:]
        bracketed = self._lines[at.mark[0]][at.mark[1]] in "{["
        inside = _first(at) if at.items else end
        self._beside(entry, inside if bracketed else at.mark[:2])
        inner = None if outer is None or bracketed else at.mark[1]
        entry.value = group = self._group(content, at, shape, inner)
        if inner is None:
            (group.closing if at.items else entry.before).extend(self._take(end))
        else:
            below = _below(outer, inner, is_mapping=group.is_mapping)
            group.closing += self._take(end, below)
        if bracketed:
            self._behind(entry, at.mark)

    def _group(self, content: Json, at: Collection, shape: Shape, outer: int | None) -> Group:
        group = Group(shape, isinstance(content, dict))
        values = cast("dict[str | int, Json]", content)
        starts = [at.keys[key][:2] for key in at.items] if at.keys else []
        for step, position in at.items.items():
            key = at.keys.get(step)
            entry = Entry(str(step) if key else "", _NOTHING)
            start = key[:2] if key else _start(position)
            if self._line <= start[0]:
                entry.before += self._take(start)
            entry.blank = start[0] in self._apart and self._is_first(start)
            inner = within(shape, entry.key) if key else shape.item or within(shape, "")
            self._fill(entry, values[step], position, inner, outer)
            group.entries.append(entry)
            if key and outer is not None and values[step] is None:
                is_last = len(group.entries) == len(starts)
                end = at.mark[2:] if is_last else starts[len(group.entries)]
                entry.inside += self._take(end, key[1] + 1)
        return group

    def _scalar(self, entry: Entry, content: Json, mark: Mark, outer: int | None) -> None:
        line, column, end_line, end_column = mark
        if self._line <= line:
            self._beside(entry, mark[:2])
            entry.before += self._take(mark[:2])
        first = self._lines[line][column:]
        if outer is not None and first[:1] in {"|", ">"}:
            written = (first, *self._lines[line + 1 : end_line + (end_column > 0)])
            entry.value, said = block_of(str(content), written, outer)
            if said and entry.side:
                entry.before.append(Remark(line, column, said, own=True, blank=False))
            entry.side = entry.side or said
            return
        raw = "" if content.__class__ is str else first[: end_column - column]
        entry.value = Scalar(content, raw, long=line != end_line)
        if self._line <= end_line:
            self._behind(entry, mark)

    def _is_first(self, start: Point) -> bool:
        return not self._lines[start[0]][: start[1]].strip(" -")


def _below(outer: int | None, indent: int, *, is_mapping: bool) -> int:
    """Return the column from which comments are within; dashes may stand below their key."""
    return indent if is_mapping or outer is None else max(indent, outer + 1)


def _start(at: Position) -> Point:
    return at.mark[:2] if isinstance(at, Collection) else at[:2]


def _first(at: Position) -> Point:
    """Return where the first thing within a collection begins."""
    if not isinstance(at, Collection) or not at.items:
        return _start(at)
    step = next(iter(at.items))
    return at.keys[step][:2] if step in at.keys else _start(at.items[step])
