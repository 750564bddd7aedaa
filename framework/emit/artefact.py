"""What an emitter yields: one file to be, as a value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import PurePosixPath


@dataclass(frozen=True, slots=True)
class Artefact:
    """A file that the compiler owns.

    `path` is relative to the project root, `text` is what the emitter printed (Python is
    formatted later, by the writer), and `origin` names the spec it comes from.
    """

    path: PurePosixPath
    text: str
    origin: str
