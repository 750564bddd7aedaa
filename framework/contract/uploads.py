"""Files that operations take."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from framework.contract.models import Field
    from framework.contract.types import Extensions

FILE = "file"
"""The name of a file among the parts of a form, and among the arguments of a controller."""


@dataclass(frozen=True, slots=True)
class Upload:
    """A file of at most `max_size` bytes, of one of `content_types`.

    It is the body itself, or with `fields` (perhaps none) one part of a form.
    """

    max_size: int
    content_types: tuple[str, ...]
    description: str
    fields: tuple[Field, ...] | None
    extensions: Extensions
