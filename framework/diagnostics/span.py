"""Where something stands in a text: the one notion of place of the whole compiler."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of one file, in characters.

    `path` is relative to the project root and uses `/`. Lines and columns count from 1, a
    column counts characters (not bytes, not cells), and the end is exclusive: the first
    character of a file is `1:1` to `1:2`.
    """

    path: str
    line: int
    column: int
    end_line: int
    end_column: int

    def __str__(self) -> str:
        """Return `path:line:column`, as editors and terminals link it."""
        return f"{self.path}:{self.line}:{self.column}"
