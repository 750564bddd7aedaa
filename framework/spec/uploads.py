"""A file that an operation takes instead of JSON, and how its size is written."""

from __future__ import annotations

import re

from pydantic import Field

from framework.spec.base import SpecNode

OCTETS = "application/octet-stream"
_SIZE = re.compile(r"([1-9][0-9]{0,11}) ?(B|KB|MB|GB)")
_UNITS = {"B": 1, "KB": 10**3, "MB": 10**6, "GB": 10**9}
_LARGEST = 10**12


class FileKeys(SpecNode):
    """A file: how large it may be, and of which media types."""

    max_size: str
    """The most bytes: `500KB`, `5MB`, `2GB` (decimal). More is refused while it arrives."""
    content_types: list[str] = Field(default_factory=lambda: [OCTETS])
    """The media types that are taken (default: `application/octet-stream`)."""
    description: str | None = None
    """What the file holds."""


def parse_size(text: str) -> int | None:
    """Return `5MB` as 5,000,000 (units are decimal), or None if it is no size up to 1000 GB."""
    found = _SIZE.fullmatch(text)
    size = int(found[1]) * _UNITS[found[2]] if found else _LARGEST + 1
    return size if size <= _LARGEST else None
