"""The syntax of paths: literal segments and whole-segment templates."""

from __future__ import annotations

import re
from functools import lru_cache

from framework.check.names import is_identifier

MAX_PATH = 512
_LITERAL = re.compile(r"[A-Za-z0-9_.~:@!$&()*+,;=-]+")


@lru_cache(maxsize=16384)
def path_fault(path: str) -> str | None:
    """Return why `path` is no path, or None if it is one; "" is."""
    if not path:
        return None
    if len(path) > MAX_PATH:
        return f"is longer than {MAX_PATH} characters"
    if not path.startswith("/"):
        return "does not begin with `/`"
    segments = path[1:].split("/")
    if not segments[-1]:
        return "ends with `/`"
    names = templates(path)
    if len(set(names)) < len(names):
        return "has the same template twice"
    return next((fault for segment in segments if (fault := _fault(segment))), None)


def segments_of(path: str) -> list[str]:
    """Return the segments of a path."""
    return path.split("/")[1:]


@lru_cache(maxsize=16384)
def templates(path: str) -> tuple[str, ...]:
    """Return the names of the templates of a path, in order."""
    segments = segments_of(path)
    return tuple(s[1:-1] for s in segments if s.startswith("{") and s.endswith("}"))


def _fault(segment: str) -> str | None:
    if _LITERAL.fullmatch(segment):
        return f"has a segment `{segment}`" if segment in {".", ".."} else None
    if not segment:
        return "has an empty segment"
    if segment.startswith("{") and segment.endswith("}"):
        name = segment[1:-1]
        return None if is_identifier(name) else "has a template that is no name in Python"
    if "{" in segment or "}" in segment:
        return "has a template that is not a whole segment"
    if "%" in segment:
        return "has percent-encoding"
    return "has a character that a path cannot have"
