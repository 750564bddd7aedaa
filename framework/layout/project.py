"""Find the canonical form of a project's spec files; nothing is written here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from framework.layout.text import LayoutFaultError, format_document
from framework.project import kind_of
from framework.syntax import read, read_raw

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from framework.diagnostics import Diagnostic


@dataclass(frozen=True, slots=True)
class Formatted:
    """A file as it is and as it should be: the same where it cannot be read."""

    path: str
    before: bytes
    after: bytes
    text: str
    diagnostics: tuple[Diagnostic, ...]

    @property
    def is_canonical(self) -> bool:
        """Whether nothing is to be changed."""
        return self.before == self.after


def format_specs(root: Path, paths: Iterable[str]) -> Iterator[Formatted]:
    """Yield each of the spec files at `paths`; those that do not parse with what is wrong.

    Raises `LayoutFaultError`, which names the file, rather than yield what means something else.
    """
    for path in paths:
        raw = read_raw(root, path)
        if not isinstance(raw, bytes):
            yield Formatted(path, b"", b"", "", raw.diagnostics)
            continue
        reading = read(path, raw.replace(b"\r\n", b"\n").replace(b"\r", b"\n"))
        if reading.document is None:
            yield Formatted(path, raw, raw, reading.text, reading.diagnostics)
            continue
        try:
            text = format_document(reading.document, kind_of(path) or "")
        except LayoutFaultError as error:
            raise LayoutFaultError(f"`{path}`: {error}; no file was written") from error
        yield Formatted(path, raw, text.encode(), reading.text, ())
