"""Show how a file would change."""

from __future__ import annotations

from difflib import unified_diff


def difference(path: str, before: bytes, after: bytes) -> str:
    """Return a unified diff of two contents, each of its lines ending with a line break."""
    old = before.decode("utf-8-sig", "replace").splitlines(keepends=True)
    new = after.decode("utf-8-sig", "replace").splitlines(keepends=True)
    lines = unified_diff(old, new, path, path)
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)
