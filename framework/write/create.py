"""Create files that belong to the user: only where nothing is, and never again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.write.errors import telling
from framework.write.format import find_ruff, format_python
from framework.write.guard import refuse_odd

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from framework.emit.artefact import Artefact


def create(artefacts: Iterable[Artefact], root: Path) -> tuple[str, ...]:
    """Write each artefact whose path does not exist yet; return those paths, sorted.

    Raises WriteError when a path leaves `root` or cannot be written.
    """
    missing = {str(a.path): a.text for a in artefacts if _is_missing(root, str(a.path))}
    if not missing:
        return ()
    refuse_odd(missing, root)
    python = {path: text for path, text in missing.items() if path.endswith(".py")}
    for path, text in {**missing, **format_python(find_ruff(), python)}.items():
        with telling("create", path):
            target = root / path
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("x", encoding="utf-8", newline="\n") as stream:
                stream.write(text)
    return tuple(sorted(missing))


def _is_missing(root: Path, path: str) -> bool:
    with telling("create", path):
        return not (root / path).exists()
